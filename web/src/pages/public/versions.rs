//! The history of a text: every version is kept, and what changed is shown word by word.

use super::load;
use crate::difference::{Piece, lines};
use crate::error::{Error, Reply};
use crate::page::{Page, html};
use crate::texts::Value;
use crate::viewer::Visit;
use askama::Template;
use axum::extract::{Path, Query};
use domain::refusal::Refusal;
use domain::visible::Sight;
use serde::Deserialize;
use store::At;
use store::contributions::{Contribution, Version};

#[derive(Template)]
#[template(path = "versions.html")]
struct Versions {
    page: Page,
    path: String,
    title: String,
    lang: String,
    /// Which versions are compared.
    sentence: String,
    compared: bool,
    shown_at: At,
    heading: Vec<Piece>,
    lines: Vec<Vec<Piece>>,
    versions: Vec<Line>,
}

/// A version in the list, latest first.
struct Line {
    number: i32,
    at: At,
    current: bool,
}

/// Which version the address asks for.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    version: String,
}

/// `GET /c/{slug}/p/{id}/versions?version=2`: what changed between that version and the one before it.
pub(super) async fn show(visit: Visit, Path((slug, id)): Path<(String, String)>, Query(asked): Query<Asked>) -> Reply {
    let (viewer, id) = (visit.viewer, load::id(&id)?);
    let (subject, mut versions) = visit
        .web
        .app
        .store
        .read(move |db| {
            let subject = load::subject(db, &slug, id, viewer)?;
            if subject.sight != Sight::Full {
                return Err(Error::Refused(if subject.standing.withdrawn_at.is_some() { Refusal::Withdrawn } else { Refusal::Hidden }));
            }
            let versions = store::contributions::versions(db, store::Uid::of(id))?;
            Ok::<_, Error>((subject, versions))
        })
        .await?;
    let contribution = &subject.whole.card.contribution;
    versions.push(latest(contribution));
    let wanted: Option<i32> = asked.version.parse().ok();
    let index = versions.iter().position(|version| Some(version.version) == wanted).unwrap_or(versions.len() - 1);
    let shown = versions.get(index).ok_or(Error::NOT_FOUND)?;
    let before = index.checked_sub(1).and_then(|index| versions.get(index));
    let mut page = visit.page("contribution-versions").await?;
    let title = super::items::title(&page.t, contribution);
    page.title = page.t.with1("contribution-versions-of", "title", title.as_str());
    let (older_title, older_body) = before.map_or((shown.title.as_str(), shown.body.as_str()), |v| (v.title.as_str(), v.body.as_str()));
    html(Versions {
        path: subject.path(),
        title,
        lang: contribution.lang.clone(),
        sentence: sentence(&page, shown, before),
        compared: before.is_some(),
        shown_at: shown.written_at,
        heading: lines(older_title, &shown.title).into_iter().flatten().collect(),
        lines: lines(older_body, &shown.body),
        versions: versions
            .iter()
            .rev()
            .map(|v| Line { number: v.version, at: v.written_at, current: v.version == shown.version })
            .collect(),
        page,
    })
}

/// "Ce qui a changé entre la version 1 et la version 2, le 5 novembre 2026 à 18 h 12".
fn sentence(page: &Page, shown: &Version, before: Option<&Version>) -> String {
    let number = |version: &Version| version.version.to_string().value();
    let mut values = vec![("version", number(shown)), ("date", page.moment(shown.written_at).value())];
    match before {
        Some(before) => {
            values.push(("before", number(before)));
            page.t.with("contribution-versions-between", &values)
        }
        None => page.t.with("contribution-versions-first", &values),
    }
}

/// The text as it stands now, as a version.
fn latest(contribution: &Contribution) -> Version {
    Version {
        version: contribution.version,
        title: contribution.title.clone(),
        body: contribution.body.clone(),
        written_at: contribution.edited_at.unwrap_or(contribution.created_at),
    }
}
