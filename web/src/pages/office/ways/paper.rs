//! Paper: the ballot to print, who has voted on paper, the batches, and the end of the count.

use super::desk::faults as proof_faults;
use super::{Bench, Detail, bench, person};
use crate::error::Reply;
use crate::form::{Faulty, Fields, Posted, done};
use crate::page::{Page, html_with};
use crate::pages::office::desk::Desk;
use crate::pages::office::editor::Head;
use crate::pages::office::show;
use crate::print::{self, PaperBallot, PaperOption};
use crate::viewer::{Staff, Visit};
use actions::ways::{BATCHES_MAX, Proof};
use askama::Template;
use axum::extract::Path;
use axum::response::IntoResponse;
use deliberation::ballot::Form;
use domain::vote::{BatchState, BoxState, Level};
use http::header;
use store::Uid;

#[derive(Template)]
#[template(path = "office/ways_paper.html")]
struct Paper {
    page: Page,
    desk: Desk,
    head: Head,
    root: String,
    title: String,
    faults: Faulty,
    codes: bool,
    details: Vec<Detail>,
    typed_code: String,
    batches: Vec<Line>,
    /// How a paper of this vote is typed.
    typing: String,
    typed_lines: String,
    typed_number: String,
    /// How many were marked, and how many papers there are, in words.
    sums: [String; 3],
    /// Whether the voting is over and the box waits.
    over: bool,
    counted: bool,
    reason: String,
}

/// A batch in the list.
struct Line {
    number: i32,
    size: i32,
    state: String,
    differs: bool,
    /// Whether the second typing is waited for, and the reader may do it.
    open: bool,
    agreed: bool,
}

/// What was typed into one of the forms of the page.
#[derive(Default)]
pub(super) struct Typed {
    pub(super) person: Fields,
    pub(super) number: String,
    pub(super) lines: String,
    pub(super) reason: String,
}

/// `GET /admin/consultations/{slug}/polls/{poll}/paper`.
pub(in crate::pages::office) async fn show(Staff(visit): Staff, Path((slug, poll)): Path<(String, String)>) -> Reply {
    let bench = bench(&visit, &slug, &poll).await?;
    page(&visit, &bench, Typed::default(), Faulty::none()).await
}

/// `POST /admin/consultations/{slug}/polls/{poll}/paper`: somebody has voted on paper.
pub(in crate::pages::office) async fn mark(
    Staff(visit): Staff,
    Path((slug, poll)): Path<(String, String)>,
    Posted(typed): Posted<Fields>,
) -> Reply {
    let bench = bench(&visit, &slug, &poll).await?;
    let found = actions::ways::mark_on_paper(&visit.web.app, visit.viewer, bench.found.row.id.to(), person(&typed)).await?;
    if found == Proof::Known(()) {
        return Ok(done(&format!("{}/paper", bench.root), "paper-marked"));
    }
    let texts = visit.page("office-ways-title").await?;
    let faults = proof_faults(&texts, &found, &typed);
    page(&visit, &bench, Typed { person: typed, ..Typed::default() }, faults).await
}

/// `POST /admin/consultations/{slug}/polls/{poll}/paper/settle`.
pub(in crate::pages::office) async fn settle(
    Staff(visit): Staff,
    Path((slug, poll)): Path<(String, String)>,
    Posted(typed): Posted<Fields>,
) -> Reply {
    let bench = bench(&visit, &slug, &poll).await?;
    let reason = typed.get("reason").to_owned();
    match actions::ways::settle(&visit.web.app, visit.viewer, bench.found.row.id.to(), &reason).await {
        Ok(()) => Ok(done(&format!("{}/paper", bench.root), "paper-settled")),
        Err(actions::Error::Faulty(faults)) => {
            let texts = visit.page("office-ways-title").await?;
            page(&visit, &bench, Typed { reason, ..Typed::default() }, Faulty::new(&texts.t, &faults)).await
        }
        Err(other) => Err(other.into()),
    }
}

/// `GET /admin/consultations/{slug}/polls/{poll}/paper/ballot.pdf?batch=3`.
pub(in crate::pages::office) async fn ballot(Staff(visit): Staff, Path((slug, poll)): Path<(String, String)>) -> Reply {
    let bench = bench(&visit, &slug, &poll).await?;
    let page = visit.page("office-ways-title").await?;
    let batch = visit.query_value("batch").and_then(|typed| typed.parse::<u16>().ok()).filter(|number| *number > 0);
    let row = &bench.found.row;
    let words = PaperBallot {
        place: visit.web.app.instance().await?.name.clone(),
        title: row.title.clone(),
        lang: row.lang.clone(),
        how: how(&page, &bench.found.form),
        options: options(&page, &bench),
        values: matches!(
            bench.found.form,
            Form::Cumulative { .. } | Form::Money { .. } | Form::Scale { .. } | Form::MajorityJudgment { .. } | Form::Ranking { .. }
        ),
        batch: page.t.with1("paper-batch-number", "number", batch.map_or_else(|| "________".to_owned(), |number| number.to_string())),
    };
    let name = format!("attachment; filename=\"{}.pdf\"", row.id.0);
    let headers = [(header::CONTENT_TYPE, "application/pdf".to_owned()), (header::CONTENT_DISPOSITION, name)];
    Ok((headers, print::ballot(&words)).into_response())
}

fn how(page: &Page, form: &Form) -> Vec<String> {
    let first = match form {
        Form::Approval { .. } | Form::Knapsack { .. } => "paper-how-several",
        Form::ChooseOne | Form::ForAgainstAbstain | Form::Consent => "paper-how-one",
        Form::Ranking { .. } => "paper-how-ranks",
        Form::Cumulative { .. } | Form::Money { .. } | Form::Scale { .. } | Form::MajorityJudgment { .. } => "paper-how-values",
    };
    // ftl: paper-how-several paper-how-one paper-how-ranks paper-how-values
    vec![page.t.get(first), page.t.get("paper-how-secret")]
}

fn options(page: &Page, bench: &Bench) -> Vec<PaperOption> {
    let answers: &[&str] = match bench.found.form {
        Form::ForAgainstAbstain => &["for", "against", "abstain"],
        Form::Consent => &["support", "live-with", "object"],
        _ => &[],
    };
    if !answers.is_empty() {
        // ftl: poll-answer-*
        let option = |(number, code): (usize, &&str)| PaperOption {
            title: format!("{number}. {}", page.t.code("poll-answer", code)),
            cost: String::new(),
        };
        return (1..).zip(answers).map(option).collect();
    }
    let option = |option: &store::votes::BallotOption| PaperOption {
        title: format!("{}. {}", option.number, option.title),
        cost: if option.cost > 0 { page.t.with1("paper-cost", "euros", page.number(option.cost / 100)) } else { String::new() },
    };
    bench.found.options.iter().filter(|option| !option.withdrawn).map(option).collect()
}

/// Which text says how a paper is typed.
const fn typing(form: &Form) -> &'static str {
    match form {
        Form::ChooseOne | Form::Approval { .. } | Form::Knapsack { .. } => "set",
        Form::Ranking { .. } => "ranking",
        Form::Cumulative { .. } | Form::Money { .. } => "points",
        Form::Scale { .. } => "scale",
        Form::MajorityJudgment { .. } => "grades",
        Form::ForAgainstAbstain => "stance",
        Form::Consent => "consent",
    }
}

/// The page, with what was typed and what is wrong.
// ftl: batch-state-* paper-typing-*
pub(super) async fn page(visit: &Visit, bench: &Bench, typed: Typed, faults: Faulty) -> Reply {
    let (page, desk, head) = bench.open(visit).await?;
    let (page, status) = show::told(page, &faults);
    let id = bench.found.row.id;
    let read = visit
        .web
        .app
        .store
        .read(move |db| Ok::<_, store::Error>((store::paper::batches(db, id, BATCHES_MAX)?, store::paper::marks(db, id)?)));
    let (batches, marks) = read.await?;
    let agreed = batches.iter().filter(|batch| batch.state == BatchState::Agreed.code());
    let (ballots, spoiled) = agreed.fold((0, 0), |(all, bad), batch| (all + i64::from(batch.size), bad + i64::from(batch.spoiled)));
    let me = visit.viewer.actor.map(Uid::of);
    let line = |batch: store::paper::Batch| Line {
        number: batch.number,
        size: batch.size,
        state: page.t.code("batch-state", &batch.state),
        differs: batch.state == BatchState::Differs.code(),
        open: batch.state == BatchState::Once.code() && batch.first_by != me,
        agreed: batch.state == BatchState::Agreed.code(),
    };
    let paper = Paper {
        root: bench.root.clone(),
        title: bench.found.row.title.clone(),
        faults,
        codes: bench.found.levels.contains(&Level::PrintedCode),
        details: bench.details(visit, &typed.person).await?,
        typed_code: typed.person.get("code").to_owned(),
        batches: batches.into_iter().map(line).collect(),
        typing: page.t.code("paper-typing", typing(&bench.found.form)),
        typed_lines: typed.lines,
        typed_number: typed.number,
        sums: [page.t.count("paper-marks", marks), page.t.count("paper-papers", ballots), page.t.count("paper-spoiled", spoiled)],
        over: bench.found.state == BoxState::Published && page.now >= bench.found.row.closes_at.0,
        counted: bench.found.state != BoxState::Published,
        reason: typed.reason,
        page,
        desk,
        head,
    };
    html_with(status, paper)
}
