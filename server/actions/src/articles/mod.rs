//! News by the collectivity, and articles that people propose to it: written, published in versions, proposed, accepted or refused, withdrawn.
//! Docs: docs/decisions/0031.

mod accept;
mod draft;
mod edit;
mod form;
mod own;
mod publish;
mod refuse;
mod remove;
mod submit;
mod withdraw;
mod withdraw_again;

pub use accept::accept;
pub use draft::draft;
pub use edit::edit;
pub use form::ArticleForm;
pub(crate) use own::{forget, own_data};
pub use publish::publish;
pub use refuse::refuse;
pub use remove::remove;
pub use submit::{send_again, submit};
pub use withdraw::{take_back, withdraw};
pub use withdraw_again::withdraw_again;

use crate::accounts::RECALLED;
use crate::{Result, jobs, organisations};
use domain::Timestamp;
use domain::actor::Viewer;
use domain::article::ArticleState;
use domain::event::{Event, EventKind};
use domain::id::{ActorId, ArticleId, LetterId};
use domain::refusal::Refusal;
use store::articles::{Article, Version};
use store::{At, Db, Uid};

/// An article, held until the end of the transaction.
fn load(db: &mut Db, id: ArticleId) -> Result<(Article, ArticleState)> {
    store::articles::hold(db, Uid::of(id))?;
    let found = store::articles::find(db, Uid::of(id))?.ok_or(Refusal::NotFound)?;
    let state = found.state()?;
    Ok((found, state))
}

/// The consultation that is named, or none.
fn consultation(db: &mut Db, slug: &str) -> Result<Option<Uid>> {
    if slug.is_empty() {
        return Ok(None);
    }
    Ok(Some(store::consultations::by_slug(db, slug)?.ok_or(Refusal::NotFound)?.id))
}

/// Keeps what changed, unless somebody else was quicker.
fn keep(db: &mut Db, row: &Article) -> Result<()> {
    if store::articles::update(db, row)? { Ok(()) } else { Err(Refusal::Stale.into()) }
}

/// Makes what an article says now its next version, which everybody reads.
fn show(db: &mut Db, mut row: Article, now: Timestamp) -> Result<Article> {
    if let Some(consultation) = row.consultation_id {
        let found = store::consultations::find(db, consultation)?.ok_or(Refusal::NotFound)?;
        found.published_at.ok_or(Refusal::NotPublished)?;
    }
    row.state = ArticleState::Published.code().to_owned();
    row.version += 1;
    row.reason = String::new();
    row.edited_at = At(now);
    row.published_at = row.published_at.or(Some(At(now)));
    keep(db, &row)?;
    let (title, summary, body) = (row.title.clone(), row.summary.clone(), row.body.clone());
    store::articles::publish(db, &Version { article_id: row.id, version: row.version, title, summary, body, published_at: At(now) })?;
    Ok(row)
}

/// Whoever wrote an article, as the rules see them: in the name of an organisation they must be its member now.
fn speaker(db: &mut Db, row: &Article, person: Viewer, now: Timestamp) -> Result<Viewer> {
    let other = row.author_id.filter(|author| person.actor.map(Uid::of) != Some(*author));
    organisations::speak(db, other.map_or(person, |author| person.in_the_name_of(author.to())), now)
}

/// What is published in the name of an organisation is said again without it: its name leaves no more.
pub(crate) fn unname(db: &mut Db, organisation: ActorId, by: Option<ActorId>, now: Timestamp) -> Result<()> {
    for row in store::articles::shown_by(db, Uid::of(organisation))? {
        store::journal::append(db, &event(EventKind::ArticlePublished, &row).by(by).detail(RECALLED), now)?;
    }
    Ok(())
}

/// An event about an article.
fn event(kind: EventKind, row: &Article) -> Event {
    let event = Event::new(kind).on(row.id.0);
    match row.consultation_id {
        Some(consultation) => event.within(consultation.to()),
        None => event,
    }
}

/// Writes to whoever proposed it what was decided.
fn tell(db: &mut Db, row: &Article, kind: &str, letter: LetterId, now: Timestamp) -> Result<()> {
    let Some(person) = row.written_by else { return Ok(()) };
    let Some(account) = store::accounts::find(db, person)? else { return Ok(()) };
    let name = store::actors::find(db, person)?.map(|actor| actor.display_name).unwrap_or_default();
    let link = format!("/news/mine/{}", row.id.0);
    jobs::post(db, &jobs::letter(letter, kind, (&account.email, &name, &account.lang), link, now), now)
}
