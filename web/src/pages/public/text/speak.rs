//! What is said of a paragraph: an amendment, a remark, a support.

use super::super::contribution::limit_key;
use super::super::voice;
use super::paragraph::{Asked, Form, Found, Typed, again, back, read, title};
use crate::error::{Error, Reply};
use crate::form::{Fields, Posted};
use crate::texts::Texts;
use crate::viewer::Visit;
use actions::limits::Purpose;
use actions::texts::Spoken;
use axum::extract::Path;
use domain::contribution::{Draft, Field, Kind, RawDraft};
use domain::draft_text::Word;
use domain::refusal::Refusal;
use domain::text::Fault;

/// `POST /c/{slug}/text/{number}/amend`.
pub(crate) async fn amend(visit: Visit, Path((slug, number)): Path<(String, String)>, Posted(typed): Posted<Typed>) -> Reply {
    visit.me()?;
    let found = read(&visit, &slug, &number, &Asked::default()).await?;
    let Some(word) = Word::parse(&typed.word).filter(|word| word.is_amendment()) else {
        return again(&visit, found, typed, (Form::Amendment, Error::Faulty(vec![("word", Fault::Choice)]))).await;
    };
    let sent = send(&visit, &slug, &found, (word, &typed), "body").await;
    match sent {
        Ok(()) => Ok(back(&slug, &number, "#said", told(&visit, &found, "amended"))),
        Err(error) => again(&visit, found, typed, (Form::Amendment, error)).await,
    }
}

/// `POST /c/{slug}/text/{number}/remark`.
pub(crate) async fn remark(visit: Visit, Path((slug, number)): Path<(String, String)>, Posted(typed): Posted<Typed>) -> Reply {
    visit.me()?;
    let found = read(&visit, &slug, &number, &Asked::default()).await?;
    match send(&visit, &slug, &found, (Word::Remark, &typed), "remark").await {
        Ok(()) => Ok(back(&slug, &number, "?view=remarks#said", told(&visit, &found, "remarked"))),
        Err(error) => again(&visit, found, typed, (Form::Remark, error)).await,
    }
}

/// `POST /c/{slug}/text/{number}/support`.
pub(crate) async fn support(visit: Visit, Path((slug, number)): Path<(String, String)>, Posted(typed): Posted<Fields>) -> Reply {
    visit.me()?;
    let found = read(&visit, &slug, &number, &Asked::default()).await?;
    visit.web.app.limits.check(Purpose::Support, &limit_key(visit.viewer.actor))?;
    let gives = typed.get("give") != "0";
    match actions::texts::support(&visit.web.app, visit.viewer, &slug, found.paragraph.number, gives).await {
        // Pressed twice: it is as was asked.
        Ok(()) | Err(actions::Error::Refused(Refusal::AlreadyDone)) => {}
        Err(other) => return Err(other.into()),
    }
    Ok(back(&slug, &number, "", if gives { "supported" } else { "support-taken-back" }))
}

/// What is told once it is sent: what is held for a moderator is not published.
fn told(visit: &Visit, found: &Found, published: &'static str) -> &'static str {
    if voice::is_held(visit, &found.frame.calendar) { "text-held" } else { published }
}

/// Publishes what was typed; what is wrong with its text is said of this field.
async fn send(visit: &Visit, slug: &str, found: &Found, (word, typed): (Word, &Typed), field: &'static str) -> Result<(), Error> {
    let (kind, body) = if word == Word::Remark { (Kind::Discussion, &typed.remark) } else { (Kind::Proposal, &typed.body) };
    let number = found.paragraph.number;
    let title = title(&Texts::new(visit.lang), word, number, body);
    let draft = Draft::parse(kind, &RawDraft { title: &title, body, ..RawDraft::default() }).map_err(|faults| {
        let of_text = |(of, _): &&(Field, Fault)| *of != Field::Title;
        let mut faults: actions::Faults = faults.iter().filter(of_text).map(|(_, fault)| (field, *fault)).collect();
        if word.has_wording() && typed.wording.trim().is_empty() {
            faults.insert(0, ("wording", Fault::Missing));
        }
        Error::Faulty(faults)
    })?;
    visit.web.app.limits.check(Purpose::Publish, &limit_key(visit.viewer.actor))?;
    let viewer = voice::speaker(visit, &typed.in_name_of)?;
    let spoken = Spoken { word, wording: typed.wording.clone(), draft };
    actions::texts::say(&visit.web.app, viewer, slug, number, spoken, visit.lang).await?;
    Ok(())
}
