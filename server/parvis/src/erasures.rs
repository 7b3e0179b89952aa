//! The list of erasures: a file in the folder of data, beside the database and in no backup. It says by ids alone who asked to be forgotten and what
//! was taken back, so that a backup brings nothing of that back when the database it replaces is lost.

use std::fs::{File, OpenOptions};
use std::io::{self, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::time::Duration;

use actions::App;
use actions::accounts::Remains;
use domain::id::ActorId;
use store::Uid;
use store::backup::Erasures;

use crate::shutdown::Shutdown;

/// Its name in the folder of data.
pub const FILE: &str = "erasures.tsv";
/// What its first line says.
const HEAD: &str = "parvis-erasures\t1";
/// How often it is looked whether there is anything new.
const EVERY: Duration = Duration::from_secs(60);

/// Keeps the list beside the database until asked to stop. What cannot be written is written the next time.
pub async fn keep(app: App, folder: PathBuf, shutdown: Shutdown) {
    let path = folder.join(FILE);
    let mut ticks = tokio::time::interval(EVERY);
    let mut written = None;
    loop {
        let is_last = tokio::select! {
            () = shutdown.asked() => true,
            _ = ticks.tick() => false,
        };
        match write(&app, &path, written).await {
            Ok(line) => written = Some(line),
            Err(error) => {
                tracing::warn!(%error, path = %path.display(), "the list of erasures could not be written; it will be tried again");
            }
        }
        if is_last {
            return;
        }
    }
}

/// Writes the list, unless the journal still ends with the line with which it ended when it was last written. Answers with that line's number.
///
/// # Errors
/// When the database cannot be read, or the file not written.
pub async fn write(app: &App, path: &Path, written: Option<i64>) -> anyhow::Result<i64> {
    let read = app.store.read(move |db| {
        let last = store::journal::last(db)?;
        let erased = if written == Some(last) { None } else { Some(store::backup::erased(db)?) };
        Ok::<_, store::Error>((last, erased))
    });
    let (last, erased) = read.await?;
    let Some(erased) = erased else { return Ok(last) };
    let path = path.to_owned();
    tokio::task::spawn_blocking(move || replace(&path, &said(&kept(erased, &path)?))).await??;
    Ok(last)
}

/// What is to be written: nobody who was forgotten and no text that was withdrawn leaves the list. A backup that is older than a person knows nothing
/// of them, and the next one that is put back may.
fn kept(erased: Erasures, path: &Path) -> io::Result<Erasures> {
    let (before, _) = path.parent().map_or_else(|| Ok(Default::default()), read)?;
    Ok(erased.and(Erasures { people: before.people, withdrawn: before.withdrawn, ..Erasures::default() }))
}

/// Reads the list in this folder; without one, nothing was erased. Lines that say nothing are left out and counted: a file that was cut short still
/// says what it says.
///
/// # Errors
/// When it is there and cannot be read.
pub fn read(folder: &Path) -> io::Result<(Erasures, usize)> {
    match std::fs::read_to_string(folder.join(FILE)) {
        Ok(text) => Ok(understood(&text)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok((Erasures::default(), 0)),
        Err(error) => Err(error),
    }
}

/// A database that was put back without `parvis restore` knows less than the list: what it lacks is erased again before anybody is let in.
///
/// # Errors
/// When the list cannot be read, or the store fails.
pub async fn hold(app: &App, folder: &Path) -> anyhow::Result<()> {
    let (listed, _) = read(folder)?;
    if listed.is_empty() {
        return Ok(());
    }
    let known = app.store.read(store::backup::erased).await?;
    let again = repeat(app, listed.without(&known)).await?;
    if again > 0 {
        tracing::warn!(again, "the database is older than the list of erasures beside it; what had been erased was erased again");
    }
    Ok(())
}

/// Erases again; answers with how many there were.
///
/// # Errors
/// When the store fails.
pub async fn repeat(app: &App, erased: Erasures) -> Result<usize, actions::Error> {
    let known = |(actor, remains): (Uid, String)| (actor.to::<ActorId>(), Remains::parse(&remains).unwrap_or(Remains::Withdraw));
    let people = actions::accounts::erase_again(app, erased.people.into_iter().map(known).collect()).await?;
    let texts = actions::contributions::take_back_again(app, erased.withdrawn, erased.recalled).await?;
    let letters = actions::newsletters::leave_again(app, erased.ended).await?;
    Ok(people + texts + letters + actions::articles::withdraw_again(app, erased.articles).await?)
}

/// The list as it is written: a kind, an id, and what else is to be known, with tabs between.
fn said(erased: &Erasures) -> String {
    let mut said = format!("{HEAD}\n");
    let mut line = |kind: &str, id: Uid, more: &str| {
        let more = more.replace(['\t', '\n', '\r'], " ");
        said.push_str(&format!("{kind}\t{}\t{more}\n", id.0));
    };
    erased.people.iter().for_each(|(id, remains)| line("person", *id, remains));
    erased.withdrawn.iter().for_each(|id| line("text", *id, ""));
    erased.recalled.iter().for_each(|id| line("recalled", *id, ""));
    erased.ended.iter().for_each(|id| line("letters", *id, ""));
    erased.articles.iter().for_each(|(id, reason)| line("article", *id, reason));
    said
}

fn understood(text: &str) -> (Erasures, usize) {
    let (mut erased, mut strange) = (Erasures::default(), 0);
    for line in text.lines().filter(|line| *line != HEAD) {
        let mut parts = line.splitn(3, '\t');
        let (kind, id, more) = (parts.next(), parts.next().and_then(|id| id.parse::<uuid::Uuid>().ok()), parts.next());
        match (kind, id.map(Uid), more) {
            (Some("person"), Some(id), Some(remains)) => erased.people.push((id, remains.to_owned())),
            (Some("text"), Some(id), Some(_)) => erased.withdrawn.push(id),
            (Some("recalled"), Some(id), Some(_)) => erased.recalled.push(id),
            (Some("letters"), Some(id), Some(_)) => erased.ended.push(id),
            (Some("article"), Some(id), Some(reason)) => erased.articles.push((id, reason.to_owned())),
            _ => strange += 1,
        }
    }
    (erased, strange)
}

/// Puts a new file in the place of the old one in one step. Only its owner reads it.
fn replace(path: &Path, text: &str) -> io::Result<()> {
    let next = path.with_extension("new");
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)?;
    }
    let mut file = OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(&next)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()?;
    std::fs::rename(&next, path)?;
    path.parent().map_or(Ok(()), |folder| File::open(folder)?.sync_all())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(number: u128) -> Uid {
        Uid(uuid::Uuid::from_u128(number))
    }

    #[test]
    fn what_is_written_is_read_again() {
        let erased = Erasures {
            people: vec![(id(1), "keep".to_owned()), (id(2), "withdraw".to_owned())],
            withdrawn: vec![id(3)],
            recalled: vec![id(4)],
            ended: vec![id(5)],
            articles: vec![(id(6), "La réouverture est repoussée.".to_owned())],
        };
        assert_eq!(understood(&said(&erased)), (erased, 0));
    }

    #[test]
    fn a_reason_cannot_say_anything_else() {
        let erased = Erasures { articles: vec![(id(6), "a\nperson\tb".to_owned())], ..Erasures::default() };
        let (read, strange) = understood(&said(&erased));
        assert_eq!((read.people.len(), read.articles.len(), strange), (0, 1, 0));
    }

    #[test]
    fn a_file_that_was_cut_short_still_says_what_it_says() {
        let erased = Erasures { withdrawn: vec![id(3), id(4)], ..Erasures::default() };
        let text = said(&erased);
        for cut in 0..text.len() {
            let (read, strange) = understood(text.get(..cut).unwrap());
            assert!(read.withdrawn.len() <= 2 && read.people.is_empty() && strange <= 1, "{cut}");
            assert!(read.withdrawn.iter().all(|found| [id(3), id(4)].contains(found)), "{cut}");
        }
    }
}
