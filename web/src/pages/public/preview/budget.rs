//! The budget that a draft will share out.

use super::super::head::{self, Head, Step, Tab};
use super::super::rich::Html;
use super::Draft;
use crate::error::{Error, Reply};
use crate::money::euros;
use crate::page::{Page, html};
use crate::viewer::Visit;
use askama::Template;
use axum::extract::Path;
use store::budget::Envelope;

#[derive(Template)]
#[template(path = "preview/budget.html")]
struct Budget {
    page: Page,
    head: Head,
    steps: Vec<Step>,
    position: Option<Html>,
    explained: bool,
    total: String,
    envelopes: Vec<Part>,
}

/// An envelope.
struct Part {
    title: String,
    district: String,
    amount: String,
    most: Option<String>,
}

/// `GET /preview/{token}/budget`.
pub(super) async fn show(visit: Visit, Path(token): Path<String>) -> Reply {
    super::show(
        visit,
        (token, Tab::Budget),
        |db, frame| {
            let envelopes = store::budget::envelopes(db, frame.consultation.id)?;
            if envelopes.is_empty() { Err(Error::NOT_FOUND) } else { Ok(envelopes) }
        },
        draw,
    )
    .await
}

fn draw(draft: Draft, envelopes: Vec<Envelope>) -> Reply {
    let title = draft.page.t.with1("budget-title", "consultation", draft.head.title.as_str());
    let Draft { page, head, frame } = draft.below(title);
    let (steps, position) = head::timeline(&page, &frame);
    let total = envelopes.iter().map(|envelope| envelope.amount).sum::<i64>();
    let part = |envelope: Envelope| Part {
        title: envelope.title,
        district: envelope.district,
        amount: euros(&page.t, envelope.amount),
        most: (envelope.most > 0).then(|| euros(&page.t, envelope.most)),
    };
    html(Budget {
        explained: steps.iter().any(|step| !step.description.is_empty()),
        steps,
        position,
        total: euros(&page.t, total),
        envelopes: envelopes.into_iter().map(part).collect(),
        head,
        page,
    })
}
