//! The page that a letter about a report opens: confirm, see where it stands, follow no more. Opening it changes nothing: programs that look at mails do so too.

use crate::budget::Look;
use crate::error::Reply;
use crate::form::{self, Fields, Posted};
use crate::page::{Page, html};
use crate::street::{self, Told};
use crate::viewer::Visit;
use askama::Template;
use axum::extract::Path;
use domain::refusal::Refusal;
use store::street::followers;

#[derive(Template)]
#[template(path = "street/mail.html")]
struct Mail {
    page: Page,
    action: String,
    confirmed: bool,
    reporter: bool,
    number: i64,
    category: String,
    address: String,
    body: Vec<String>,
    state: Look,
    told: Vec<Told>,
    /// The report's page, where everybody may see it.
    path: Option<String>,
}

#[derive(Template)]
#[template(path = "street/sent.html")]
struct Sent {
    page: Page,
}

/// `GET /street/sent`.
pub(super) async fn sent(visit: Visit) -> Reply {
    let page = visit.page("street-sent-title").await?;
    html(Sent { page })
}

/// `GET /street/mail/{secret}`.
pub(super) async fn show(visit: Visit, Path(secret): Path<String>) -> Reply {
    let action = format!("/street/mail/{secret}");
    let read = visit.web.app.store.read(move |db| {
        let follower = followers::by_secret(db, &secret)?.ok_or(Refusal::LinkExpired)?;
        let report = store::street::find(db, follower.report_id)?.ok_or(Refusal::LinkExpired)?;
        let category = store::street::category(db, report.category_id)?.map(|category| category.name).unwrap_or_default();
        let steps = store::street::steps(db, report.id)?;
        Ok::<_, crate::Error>((follower, report, category, steps))
    });
    let (follower, row, category, steps) = read.await?;
    let title = match (follower.confirmed, follower.reporter) {
        (true, _) => "street-mail-title",
        (false, true) => "street-confirm-title",
        (false, false) => "street-confirm-follow-title",
    };
    let page = visit.page(title).await?;
    // Somebody else's words are not shown to whoever follows them once they are hidden.
    let shown = row.is_public() || (follower.reporter && row.hidden_at.is_none());
    html(Mail {
        confirmed: follower.confirmed,
        reporter: follower.reporter,
        number: row.number,
        category,
        address: if shown { row.address.clone() } else { String::new() },
        body: if shown { street::paragraphs(&row.body) } else { Vec::new() },
        state: street::state(&page.t, row.state()?),
        told: if shown { street::told(&page, steps, false)? } else { Vec::new() },
        path: row.is_public().then(|| format!("/street/{}", row.number)),
        action,
        page,
    })
}

/// `POST /street/mail/{secret}`.
pub(super) async fn confirm(visit: Visit, Path(secret): Path<String>, _: Posted<Fields>) -> Reply {
    let back = format!("/street/mail/{secret}");
    match actions::street::answer_letter(&visit.web.app, &secret).await {
        Ok(_) | Err(actions::Error::Refused(Refusal::AlreadyDone)) => Ok(form::done(&back, "street-confirmed")),
        Err(other) => Err(other.into()),
    }
}

/// `POST /street/mail/{secret}/stop`.
pub(super) async fn stop(visit: Visit, Path(secret): Path<String>, _: Posted<Fields>) -> Reply {
    match actions::street::unfollow(&visit.web.app, visit.viewer, 0, Some(&secret)).await {
        Ok(()) => Ok(form::done("/street", "street-unfollowed")),
        Err(other) => Err(other.into()),
    }
}
