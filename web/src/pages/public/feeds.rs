//! Following by Atom: the consultations, one consultation, one contribution with its replies, one person.

use super::atom::{Entry, Feed};
use super::items;
use super::load;
use super::states;
use crate::error::{Error, Reply};
use crate::texts::Texts;
use crate::viewer::Visit;
use axum::extract::Path;
use domain::Timestamp;
use domain::actor::{ActorKind, Viewer};
use domain::commitment::CommitmentState;
use domain::links::Links;
use domain::markup;
use domain::refusal::Refusal;
use domain::visible::Sight;
use domain::vote::BoxKind;
use store::answers::Answer;
use store::commitments::{Commitment, News};
use store::consultations::Consultation;
use store::draft_texts::Spoken;
use store::views::cards::{self, Card};
use store::views::home::{self, State, Teaser};
use store::views::{person, threads};
use store::votes::BallotBox;

/// Entries of a feed.
const ENTRIES: i64 = 30;

/// `GET /feeds/consultations.atom`.
pub(super) async fn consultations(visit: Visit) -> Reply {
    let (t, links, now) = (Texts::new(visit.lang), visit.web.app.links.clone(), visit.web.app.now());
    let mut teasers = visit
        .web
        .app
        .store
        .read(move |db| {
            let mut all = home::teasers(db, State::Open, now, 0, ENTRIES)?.0;
            all.extend(home::teasers(db, State::Closed, now, 0, ENTRIES)?.0);
            Ok::<_, Error>(all)
        })
        .await?;
    teasers.sort_by_key(|teaser| std::cmp::Reverse(teaser.consultation.published_at));
    teasers.truncate(usize::try_from(ENTRIES).unwrap_or(0));
    let instance = visit.web.app.instance().await?;
    let entry = |teaser: &Teaser| consultation_entry(&links, teaser, &instance.name);
    let title = t.with1("feeds-consultations", "place", instance.name.as_str());
    let all = Feed::of_instance(&visit, &instance, ("/feeds/consultations.atom", "/"), title, teasers.iter().map(entry).collect());
    let feed = Feed { subtitle: instance.tagline.clone(), ..all };
    Ok(feed.reply())
}

/// `GET /c/{slug}/feed.atom`: its contributions, and the official answers among them.
pub(super) async fn consultation(visit: Visit, Path(slug): Path<String>) -> Reply {
    let (frame, latest, spoken, polls, steps) = visit
        .web
        .app
        .store
        .read(move |db| {
            let frame = load::frame(db, &slug, Viewer::VISITOR)?;
            let mut ids = cards::latest(db, Some(frame.consultation.id), None, ENTRIES)?;
            for id in cards::answered(db, Some(frame.consultation.id), None, 0, ENTRIES)?.0 {
                if !ids.contains(&id) {
                    ids.push(id);
                }
            }
            let latest = cards::by_ids(db, &ids, None)?;
            let polls = store::votes::of_consultation(db, frame.consultation.id, ENTRIES)?;
            let id = frame.consultation.id;
            let steps = if frame.followed { store::commitments::latest_news(db, id, ENTRIES)? } else { Vec::new() };
            let spoken = spoken_in(db, &latest)?;
            Ok::<_, Error>((frame, latest, spoken, polls, steps))
        })
        .await?;
    let (t, links) = (Texts::new(visit.lang), &visit.web.app.links);
    let consultation = &frame.consultation;
    let mut entries: Vec<Entry> = latest.iter().map(|card| contribution_entry(&t, links, card, &spoken)).collect();
    let organiser = visit.web.app.instance().await?.name.clone();
    let published = polls.iter().filter(|row| row.kind == BoxKind::Poll.code());
    entries.extend(published.filter_map(|row| poll_entry(links, &consultation.slug, &organiser, row)));
    entries.extend(steps.iter().filter_map(|(step, of)| step_entry(&t, links, (consultation, &organiser), step, of)));
    entries.sort_by_key(|entry| std::cmp::Reverse(entry.updated));
    let path = format!("/c/{}", consultation.slug);
    let feed = Feed {
        address: links.absolute(&format!("{path}/feed.atom")),
        page: links.absolute(&path),
        title: consultation.title.clone(),
        subtitle: consultation.teaser.clone(),
        author: visit.web.app.instance().await?.name.clone(),
        lang: consultation.lang.clone(),
        since: consultation.published_at.unwrap_or(consultation.created_at).0,
        entries,
    };
    Ok(feed.reply())
}

/// `GET /c/{slug}/p/{id}/feed.atom`: its replies and official answers.
pub(super) async fn contribution(visit: Visit, Path((slug, id)): Path<(String, String)>) -> Reply {
    let id = load::id(&id)?;
    let (subject, replies) = visit
        .web
        .app
        .store
        .read(move |db| {
            let subject = load::subject(db, &slug, id, Viewer::VISITOR)?;
            if subject.sight != Sight::Full {
                return Err(Error::Refused(if subject.standing.withdrawn_at.is_some() { Refusal::Withdrawn } else { Refusal::Hidden }));
            }
            if subject.whole.card.contribution.root_id.is_some() {
                return Err(Error::NOT_FOUND);
            }
            let replies = threads::page(db, store::Uid::of(id), true, threads::Reader::default(), 0, ENTRIES)?;
            Ok((subject, replies))
        })
        .await?;
    let (t, links) = (Texts::new(visit.lang), &visit.web.app.links);
    let contribution = &subject.whole.card.contribution;
    let path = subject.path();
    let mut entries: Vec<Entry> = replies
        .replies
        .iter()
        .filter(|reply| reply.contribution.is_shown())
        .map(|reply| reply_entry(&t, links, &subject.frame.consultation.slug, reply))
        .collect();
    entries.extend(subject.whole.answers.iter().map(|row| answer_entry(&t, links, &path, row)));
    entries.sort_by_key(|entry| std::cmp::Reverse(entry.updated));
    entries.truncate(usize::try_from(ENTRIES).unwrap_or(0));
    let feed = Feed {
        address: links.absolute(&format!("{path}/feed.atom")),
        page: links.absolute(&path),
        title: items::title(&t, contribution),
        subtitle: subject.frame.consultation.title.clone(),
        author: visit.web.app.instance().await?.name.clone(),
        lang: contribution.lang.clone(),
        since: contribution.created_at.0,
        entries,
    };
    Ok(feed.reply())
}

/// `GET /@{username}/feed.atom`: what somebody published.
pub(super) async fn person(visit: Visit, Path(username): Path<String>) -> Reply {
    let (actor, latest, spoken) = visit
        .web
        .app
        .store
        .read(move |db| {
            let actor = super::person::find(db, &username)?;
            if actor.kind != ActorKind::Person.code() && store::organisations::find(db, actor.id)?.is_none() {
                return Err(Error::NOT_FOUND);
            }
            let latest = person::published_by(db, actor.id, None, 0, ENTRIES)?.0;
            let spoken = spoken_in(db, &latest)?;
            Ok((actor, latest, spoken))
        })
        .await?;
    let (t, links) = (Texts::new(visit.lang), &visit.web.app.links);
    let path = format!("/@{}", actor.username);
    let feed = Feed {
        address: links.absolute(&format!("{path}/feed.atom")),
        page: links.absolute(&path),
        title: t.with1("feeds-person", "name", actor.display_name.as_str()),
        subtitle: String::new(),
        author: actor.display_name.clone(),
        lang: visit.lang.code().to_owned(),
        since: actor.created_at.0,
        entries: latest.iter().map(|card| contribution_entry(&t, links, card, &spoken)).collect(),
    };
    Ok(feed.reply())
}

fn consultation_entry(links: &Links, teaser: &Teaser, author: &str) -> Entry {
    let consultation = &teaser.consultation;
    let published = consultation.published_at.unwrap_or(consultation.created_at).0;
    Entry {
        id: Links::urn(consultation.id.0),
        page: links.absolute(&format!("/c/{}", consultation.slug)),
        title: consultation.title.clone(),
        author: if consultation.organiser.is_empty() { author.to_owned() } else { consultation.organiser.clone() },
        lang: consultation.lang.clone(),
        published,
        updated: published.max(consultation.edited_at.0),
        category: None,
        html: format!("<p>{}</p>{}", super::rich::escape(&consultation.teaser), markup::to_html(&consultation.introduction)),
    }
}

/// What of these contributions speaks of a paragraph, in one statement.
fn spoken_in(db: &mut store::Db, cards: &[Card]) -> Result<Vec<Spoken>, store::Error> {
    store::draft_texts::said_by(db, &cards.iter().map(|card| card.contribution.id).collect::<Vec<_>>())
}

/// What a contribution asks of a paragraph, as safe HTML; nothing of the others.
// ftl: amend-word-*
fn asked(t: &Texts, spoken: &[Spoken], id: store::Uid) -> String {
    let Some(one) = spoken.iter().find(|one| one.said.contribution_id == id) else { return String::new() };
    let asks = super::rich::escape(&t.with1(&format!("amend-word-{}", one.said.word), "number", one.paragraph.number));
    let words = super::rich::escape(&one.said.wording);
    if one.said.wording.is_empty() { format!("<p>{asks}</p>") } else { format!("<p>{asks}</p><blockquote><p>{words}</p></blockquote>") }
}

fn contribution_entry(t: &Texts, links: &Links, card: &Card, spoken: &[Spoken]) -> Entry {
    let contribution = &card.contribution;
    let state = contribution.answer_state.as_deref().and_then(|code| states::answer(t, code));
    let answered =
        state.map(|state| format!("<p><strong>{}</strong></p>", super::rich::escape(&t.with1("feeds-answered", "state", state.label))));
    Entry {
        id: Links::urn(contribution.id.0),
        page: links.absolute(&load::path(&card.slug, contribution.id)),
        title: items::title(t, contribution),
        author: items::author(t, contribution, card.author.as_deref(), None).name,
        lang: contribution.lang.clone(),
        published: contribution.created_at.0,
        updated: last(contribution.created_at.0, [contribution.edited_at, contribution.answered_at]),
        category: card.theme.clone(),
        html: format!("{}{}{}", answered.unwrap_or_default(), asked(t, spoken, contribution.id), markup::to_html(&contribution.body)),
    }
}

/// A vote, once it is published; its entry changes when it is closed or called off.
fn poll_entry(links: &Links, slug: &str, author: &str, row: &BallotBox) -> Option<Entry> {
    let published = row.published_at?.0;
    Some(Entry {
        id: Links::urn(row.id.0),
        page: links.absolute(&format!("/c/{slug}/polls/{}", row.id.0)),
        title: row.title.clone(),
        author: author.to_owned(),
        lang: row.lang.clone(),
        published,
        updated: last(published, [row.closed_at, None]),
        category: None,
        html: markup::to_html(&row.description),
    })
}

/// A step of a commitment: its publication, and each report on it.
fn step_entry(t: &Texts, links: &Links, (of, author): (&Consultation, &str), step: &News, row: &Commitment) -> Option<Entry> {
    let state = crate::commitments::look(t, CommitmentState::parse(&step.state)?).label;
    let first = row.published_at == Some(step.written_at);
    Some(Entry {
        id: Links::urn(step.id.0),
        page: links.absolute(&format!("/c/{}/commitments/{}", of.slug, row.id.0)),
        title: t.with2("commitment-entry", "state", state, "title", row.title.as_str()),
        author: if row.responsible.is_empty() { author.to_owned() } else { row.responsible.clone() },
        lang: of.lang.clone(),
        published: step.written_at.0,
        updated: step.written_at.0,
        category: None,
        html: markup::to_html(if first { &row.body } else { &step.body }),
    })
}

fn reply_entry(t: &Texts, links: &Links, slug: &str, reply: &threads::Reply) -> Entry {
    let contribution = &reply.contribution;
    Entry {
        id: Links::urn(contribution.id.0),
        page: links.absolute(&load::path(slug, contribution.id)),
        title: items::title(t, contribution),
        author: items::author(t, contribution, reply.author.as_deref(), None).name,
        lang: contribution.lang.clone(),
        published: contribution.created_at.0,
        updated: last(contribution.created_at.0, [contribution.edited_at, None]),
        category: None,
        html: markup::to_html(&contribution.body),
    }
}

fn answer_entry(t: &Texts, links: &Links, path: &str, row: &Answer) -> Entry {
    let state = states::answer(t, &row.state).map(|state| state.label).unwrap_or_default();
    Entry {
        id: Links::urn(row.id.0),
        page: links.absolute(&format!("{path}#official-answer")),
        title: t.with1("feeds-answered", "state", state),
        author: row.signed_by.clone(),
        lang: t.lang().code().to_owned(),
        published: row.answered_at.0,
        updated: row.answered_at.0,
        category: None,
        html: markup::to_html(&row.body),
    }
}

fn last(created: Timestamp, others: [Option<store::At>; 2]) -> Timestamp {
    others.into_iter().flatten().map(|at| at.0).fold(created, Timestamp::max)
}
