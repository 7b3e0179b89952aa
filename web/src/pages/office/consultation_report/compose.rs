//! The draft of a report, composed from what happened: who took part, when, what was said, answered, voted and promised. In the language of the
//! consultation. Numbers of people so small that somebody might be recognised are not written.

use crate::commitments::{self, View};
use crate::error::Error;
use crate::page::Page;
use crate::texts::Texts;
use crate::viewer::Visit;
use actions::consultation_reports::ReportForm;
use domain::answer::AnswerState;
use domain::lang::Lang;
use domain::vote::{BoxKind, BoxState};
use std::fmt::Write as _;
use store::Db;
use store::commitments::milestones::{self, Milestone};
use store::commitments::{Commitment, Source};
use store::consultations::Theme;
use store::views::cards::{self, Card, Filter, Order};
use store::views::page::Frame;
use store::votes::BallotBox;

/// Fewer people than this are not counted in public.
const FEW: i32 = 5;
/// The most supported contributions that are looked at, and how many of them are named for each theme.
const LEADING: i64 = 100;
const NAMED: usize = 3;
/// Votes that are named.
const VOTES: i64 = 50;

/// What is read for it, besides the frame.
struct Data {
    themes: Vec<(Option<store::Uid>, i64)>,
    leading: Vec<Card>,
    answers: Vec<(AnswerState, i64)>,
    votes: Vec<BallotBox>,
    commitments: (Vec<Commitment>, Vec<Source>),
    milestones: Vec<Milestone>,
}

fn read(db: &mut Db, consultation: store::Uid) -> Result<Data, store::Error> {
    let filter = Filter { order: Some(Order::Supported), ..Filter::default() };
    let mut answers = Vec::new();
    for state in AnswerState::ALL {
        answers.push((*state, cards::answered(db, Some(consultation), Some(state.code()), 0, 0)?.1));
    }
    let rows = store::commitments::of_consultation(db, consultation, true)?;
    let ids: Vec<store::Uid> = rows.iter().map(|row| row.id).collect();
    let sources = store::commitments::sources(db, &ids)?;
    Ok(Data {
        themes: store::consultation_reports::by_theme(db, consultation)?,
        leading: cards::list(db, consultation, &filter, None, 0, LEADING)?.cards,
        answers,
        votes: store::votes::of_consultation(db, consultation, VOTES)?,
        commitments: (rows, sources),
        milestones: milestones::of(db, &ids)?,
    })
}

/// Composes it.
pub(super) async fn compose(visit: &Visit, frame: &Frame) -> Result<ReportForm, Error> {
    let id = frame.consultation.id;
    let data = visit.web.app.store.read(move |db| Ok::<_, Error>(read(db, id)?)).await?;
    let mut page = visit.page(frame.consultation.title.clone()).await?;
    if let Some(lang) = Lang::parse(&frame.consultation.lang) {
        page.t = Texts::new(lang);
    }
    let title = page.t.with1("bilan-title", "consultation", frame.consultation.title.as_str());
    let mut text = String::new();
    occasion(&mut text, &page, frame);
    people(&mut text, &page, frame);
    said(&mut text, &page, frame, &data);
    answered(&mut text, &page, frame, &data.answers);
    voted(&mut text, &page, frame, &data.votes);
    promised(&mut text, &page, frame, &data)?;
    Ok(ReportForm { title: title.chars().take(domain::text::TITLE_MAX).collect(), body: text })
}

// Writing to a String cannot fail.
fn heading(text: &mut String, page: &Page, key: &str) {
    let _ = write!(text, "## {}\n\n", page.t.get(key));
}

fn point(text: &mut String, words: &str) {
    let _ = writeln!(text, "- {words}");
}

/// Somebody's words, so that nothing in them is taken for a mark.
fn plain(words: &str) -> String {
    let mut text = String::with_capacity(words.len());
    for letter in words.chars() {
        if matches!(letter, '\\' | '*' | '_' | '[' | ']' | '<' | '>' | '`' | '#' | '|' | '~') {
            text.push('\\');
        }
        text.push(letter);
    }
    text
}

fn link(page: &Page, words: &str, path: &str) -> String {
    format!("[{}]({})", plain(words), page.absolute(path))
}

fn occasion(text: &mut String, page: &Page, frame: &Frame) {
    let consultation = &frame.consultation;
    heading(text, page, "bilan-occasion");
    if !consultation.teaser.is_empty() {
        let _ = write!(text, "{}\n\n", plain(&consultation.teaser));
    }
    for phase in &frame.phases {
        let (from, to) = (page.day(phase.opens_at), page.day(phase.closes_at));
        point(text, &page.t.with("bilan-phase", &[("name", plain(&phase.name).into()), ("from", from.into()), ("to", to.into())]));
    }
    text.push('\n');
}

fn people(text: &mut String, page: &Page, frame: &Frame) {
    let consultation = &frame.consultation;
    heading(text, page, "bilan-people");
    let count = consultation.participant_count;
    point(text, &if (1..FEW).contains(&count) { page.t.count("bilan-few", FEW) } else { page.t.count("bilan-participants", count) });
    match consultation.remote_participant_count {
        0 => {}
        1..FEW => point(text, &page.t.count("bilan-few-remote", FEW)),
        many => point(text, &page.t.count("bilan-remote", many)),
    }
    point(text, &page.t.count("bilan-contributions", consultation.contribution_count));
    point(text, &page.t.count("bilan-replies", consultation.reply_count));
    point(text, &page.t.count("bilan-supports", consultation.support_count));
    text.push('\n');
}

fn said(text: &mut String, page: &Page, frame: &Frame, data: &Data) {
    heading(text, page, "bilan-said");
    let themes = frame.themes.iter().map(Some).chain([None]);
    for theme in themes {
        let id = theme.map(|theme: &Theme| theme.id);
        let count = data.themes.iter().find(|(of, _)| *of == id).map_or(0, |(_, count)| *count);
        if count == 0 {
            continue;
        }
        let name = theme.map_or_else(|| page.t.get("bilan-no-theme"), |theme| theme.name.clone());
        let _ = write!(text, "### {}\n\n{}\n\n", plain(&name), page.t.count("bilan-of-theme", count));
        for card in data.leading.iter().filter(|card| card.contribution.theme_id == id).take(NAMED) {
            let row = &card.contribution;
            let named = link(page, &row.title, &format!("/c/{}/p/{}", frame.consultation.slug, row.id.0));
            point(text, &format!("{named} ({})", page.t.count("bilan-supports", row.support_count)));
        }
        text.push('\n');
    }
}

// ftl: answer-state-*
fn answered(text: &mut String, page: &Page, frame: &Frame, answers: &[(AnswerState, i64)]) {
    heading(text, page, "bilan-answered");
    let total: i64 = answers.iter().map(|(_, count)| count).sum();
    let _ = write!(text, "{}\n\n", page.t.count("bilan-answers", total));
    for (state, count) in answers.iter().filter(|(_, count)| *count > 0) {
        let state = page.t.code("answer-state", state.code());
        point(text, &page.t.with2("bilan-state", "state", state, "number", page.t.number(*count)));
    }
    if total > 0 {
        let results = link(page, &page.t.get("bilan-all-answers"), &format!("/c/{}/results", frame.consultation.slug));
        let _ = write!(text, "\n{results}\n");
    }
    text.push('\n');
}

fn voted(text: &mut String, page: &Page, frame: &Frame, votes: &[BallotBox]) {
    let closed: Vec<&BallotBox> =
        votes.iter().filter(|row| row.kind == BoxKind::Poll.code() && row.state == BoxState::Closed.code()).collect();
    if closed.is_empty() {
        return;
    }
    heading(text, page, "bilan-votes");
    for row in closed {
        point(text, &link(page, &row.title, &format!("/c/{}/polls/{}", frame.consultation.slug, row.id.0)));
    }
    text.push('\n');
}

fn promised(text: &mut String, page: &Page, frame: &Frame, data: &Data) -> Result<(), Error> {
    let found = &data.commitments;
    if found.0.is_empty() {
        return Ok(());
    }
    heading(text, page, "bilan-commitments");
    let of = (frame.consultation.slug.as_str(), frame.consultation.lang.as_str());
    for row in &found.0 {
        let view = View::new(page, of, row, &found.1)?;
        let mut parts = vec![view.state.label, page.t.count("commitment-progress", view.progress)];
        parts.extend(view.promised.map(|(_, day)| page.t.with1("works-promised", "day", day)));
        parts.extend(view.done.map(|(_, day)| page.t.with1("commitment-done", "day", day)));
        parts.extend(view.delay.map(|delay| delay.label));
        let stages = commitments::stages(page, row, &data.milestones)?;
        if !stages.is_empty() {
            let reached = page.t.number(stages.iter().filter(|stage| stage.reached.is_some()).count());
            parts.push(page.t.with2("milestones-reached", "number", reached, "total", page.t.number(stages.len())));
        }
        point(text, &format!("{} ({})", link(page, &view.title, &view.path), parts.join(", ")));
    }
    text.push('\n');
    Ok(())
}
