//! The first page of the back office: what waits, the most pressing first, and the consultations that run.

use super::consultations::{self, Row};
use super::desk::{self, Desk, Section};
use crate::error::Reply;
use crate::page::{Page, html};
use crate::texts::Texts;
use crate::viewer::{Staff, Visit};
use askama::Template;
use domain::consultation::Stage;
use domain::permission::OfficeVerb;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use store::views::home::State;
use store::views::office::ToDo;

/// Most consultations that are looked at for the table.
const LISTED: i64 = 200;

#[derive(Template)]
#[template(path = "office/home.html")]
struct Home {
    page: Page,
    desk: Desk,
    title: String,
    tasks: Vec<Task>,
    rows: Vec<Row>,
    may_prepare: bool,
}

/// Something to do.
struct Task {
    count: i64,
    what: String,
    note: String,
    path: String,
}

/// `GET /admin`.
pub(super) async fn show(Staff(visit): Staff) -> Reply {
    let (page, desk) = desk::open(&visit, Section::Home, "office-name").await?;
    let app = &visit.web.app;
    let (now, zone) = (app.now(), app.time_zone().await?);
    let (to_do, (all, _)) = app
        .store
        .read(move |db| {
            Ok::<_, store::Error>((store::views::office::to_do(db, now)?, store::views::home::teasers(db, State::All, now, 0, LISTED)?))
        })
        .await?;
    let mut rows = consultations::rows(&page.t, all, now)?;
    rows.retain(|row| row.stage != Stage::Closed);
    if !desk::may(&visit, OfficeVerb::PrepareConsultation) {
        // Who may not edit a consultation is led to its public page.
        for row in &mut rows {
            row.path = row.path.replacen("/admin/consultations", "/c", 1);
        }
    }
    let mut tasks = tasks(&visit, &page.t, &to_do, now, &zone);
    let alarms = app.store.read(store::record::peers::alarms).await?;
    if desk::may(&visit, OfficeVerb::ChangeSettings) && alarms > 0 {
        let (what, note) = (page.t.count("office-task-record", alarms), page.t.get("office-task-record-note"));
        tasks.insert(0, Task { count: alarms, what, note, path: "/record".to_owned() });
    }
    let name = visit.me.as_ref().map(|me| me.name.clone()).unwrap_or_default();
    let title = page.t.with("office-hello", &[("name", name.into())]);
    html(Home { title, tasks, rows, may_prepare: desk::may(&visit, OfficeVerb::PrepareConsultation), page, desk })
}

/// The tasks that this person may do.
fn tasks(visit: &Visit, t: &Texts, to_do: &ToDo, now: Timestamp, zone: &TimeZone) -> Vec<Task> {
    let mut tasks = Vec::new();
    if desk::may(visit, OfficeVerb::Moderate) && to_do.reports > 0 {
        let what = t.count("office-task-reports", to_do.reports);
        tasks.push(Task { count: to_do.reports, what, note: t.get("office-task-reports-note"), path: "/admin/moderation".to_owned() });
    }
    if desk::may(visit, OfficeVerb::Answer) && to_do.unanswered > 0 {
        let note = if to_do.late > 0 { t.count("office-task-answers-late", to_do.late) } else { String::new() };
        tasks.push(Task {
            count: to_do.unanswered,
            what: t.count("office-task-answers", to_do.unanswered),
            note,
            path: "/admin/answers".to_owned(),
        });
    }
    if desk::may(visit, OfficeVerb::Answer) && to_do.promised > 0 {
        let what = t.count("office-task-promised", to_do.promised);
        tasks.push(Task { count: to_do.promised, what, note: String::new(), path: "/admin/answers?promised=on".to_owned() });
    }
    let (received, overdue) = to_do.street;
    for (count, key, path) in
        [(received, "office-task-street", "/admin/street"), (overdue, "office-task-overdue", "/admin/street?whose=late")]
    {
        if desk::may(visit, OfficeVerb::Answer) && count > 0 {
            tasks.push(Task { count, what: t.count(key, count), note: String::new(), path: path.to_owned() });
        }
    }
    if desk::may(visit, OfficeVerb::PrepareConsultation) {
        if to_do.calls > 0 {
            let what = t.count("office-task-calls", to_do.calls);
            tasks.push(Task { count: to_do.calls, what, note: t.get("office-task-calls-note"), path: "/admin/calls".to_owned() });
        }
        for (slug, consultation, phase, at) in &to_do.ending {
            let note = t.with("office-task-ending-note", &[("phase", phase.clone().into()), ("consultation", consultation.clone().into())]);
            let what = t.count("office-task-ending", days_until(now, at.0, zone));
            tasks.push(Task { count: 1, what, note, path: format!("/admin/consultations/{slug}/phases") });
        }
        if to_do.drafts > 0 {
            let what = t.count("office-task-drafts", to_do.drafts);
            tasks.push(Task { count: to_do.drafts, what, note: t.get("office-task-drafts-note"), path: "/admin/consultations".to_owned() });
        }
    }
    if desk::may(visit, OfficeVerb::ChangeSettings) && to_do.queue.failed > 0 {
        let what = t.count("office-task-failed", to_do.queue.failed);
        tasks.push(Task { count: to_do.queue.failed, what, note: t.get("office-task-failed-note"), path: "/admin/journal".to_owned() });
    }
    tasks
}

/// How many midnights lie between now and then, where the town is.
fn days_until(now: Timestamp, then: Timestamp, zone: &TimeZone) -> i64 {
    let day = |at: Timestamp| at.to_zoned(zone.clone()).date();
    (day(then) - day(now)).get_days().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_those_of_the_town() {
        let paris = TimeZone::get("Europe/Paris").unwrap();
        let check = |now: &str, then: &str, days: i64| {
            assert_eq!(days_until(now.parse().unwrap(), then.parse().unwrap(), &paris), days, "{now} → {then}");
        };
        check("2026-11-21T08:00:00Z", "2026-11-21T22:59:00Z", 0);
        check("2026-11-21T22:30:00Z", "2026-11-21T23:30:00Z", 1);
        check("2026-11-21T08:00:00Z", "2026-12-03T22:59:00Z", 12);
    }
}
