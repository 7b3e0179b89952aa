//! Pictures of other servers on a page: those that are kept here, from here; a link for the others. Nothing is fetched while a page is made.

use std::collections::HashMap;

use actions::remote_pictures::{Wish, host_of};
use domain::contribution::Origin;
use domain::text;
use store::contributions::Contribution;
use store::remote_pictures::{Attached, PictureState};
use store::{Db, Uid};

/// A picture of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Picture {
    /// Where it is kept here; else there is a link.
    pub(super) source: Option<String>,
    /// Where it is elsewhere.
    pub(super) address: String,
    /// What it shows; may be empty.
    pub(super) alt: String,
    pub(super) width: i32,
    pub(super) height: i32,
}

/// The pictures of what a page shows.
#[derive(Debug, Clone, Default)]
pub(super) struct Pictures {
    texts: HashMap<Uid, Vec<Picture>>,
    faces: HashMap<Uid, String>,
    missing: Vec<Wish>,
}

impl Pictures {
    /// Those of these contributions and of their authors, as far as they come from other servers. Off: links only.
    pub(super) fn of<'a>(db: &mut Db, contributions: impl Iterator<Item = &'a Contribution>, is_on: bool) -> Result<Self, store::Error> {
        let remote: Vec<&Contribution> = contributions.filter(|one| one.origin == Origin::Remote.code() && one.is_shown()).collect();
        let mut found = Self::default();
        if remote.is_empty() {
            return Ok(found);
        }
        let texts = store::remote_pictures::of_texts(db, &remote.iter().map(|one| one.id).collect::<Vec<_>>())?;
        let mut authors: Vec<Uid> = remote.iter().filter_map(|one| one.author_id).collect();
        authors.sort_unstable();
        authors.dedup();
        let faces = if is_on { store::remote_pictures::of_actors(db, &authors)? } else { Vec::new() };
        let mut hosts: Vec<String> = texts.iter().chain(&faces).filter_map(|one| host_of(&one.url)).collect();
        hosts.sort_unstable();
        hosts.dedup();
        let blocked = store::peers::blocked_among(db, &hosts)?;
        let may_show = |one: &Attached| is_on && host_of(&one.url).is_some_and(|host| !blocked.contains(&host));
        for face in faces.iter().filter(|face| may_show(face)) {
            match source_of(face) {
                Some(source) => drop(found.faces.insert(face.of, source)),
                None => found.miss(face, true),
            }
        }
        for one in texts {
            let source = if may_show(&one) { source_of(&one) } else { None };
            if source.is_none() && may_show(&one) {
                found.miss(&one, false);
            }
            let picture = Picture { source, alt: text::line(&one.alt), address: one.url, width: one.width, height: one.height };
            found.texts.entry(one.of).or_default().push(picture);
        }
        Ok(found)
    }

    fn miss(&mut self, one: &Attached, is_avatar: bool) {
        // What could not be had is known, and not asked for again.
        if one.state.is_none() {
            self.missing.push(Wish { url: one.url.clone(), is_avatar });
        }
    }

    /// What is not kept here (any more) and is looked at: a job will read it.
    pub(super) fn take_missing(&mut self) -> Vec<Wish> {
        std::mem::take(&mut self.missing)
    }

    /// The pictures of a text.
    pub(super) fn of_text(&self, contribution: &Contribution) -> Vec<Picture> {
        self.texts.get(&contribution.id).cloned().unwrap_or_default()
    }

    /// The picture of an author.
    pub(super) fn face_of(&self, contribution: &Contribution) -> Option<String> {
        self.faces.get(&contribution.author_id?).cloned()
    }
}

fn source_of(one: &Attached) -> Option<String> {
    let is_kept = one.state.as_deref() == Some(PictureState::Kept.code());
    is_kept.then(|| format!("/media/elsewhere/{}", hex(&one.name)))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
