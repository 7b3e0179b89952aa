//! Initiatives and petitions as files: figures without a name, and what is new.

use crate::error::{Error, Reply};
use crate::initiatives::{path, promoter};
use crate::pages::public::atom::{Entry, Feed};
use crate::pages::public::csv::Sheet;
use crate::texts::Texts;
use crate::viewer::Visit;
use actions::limits::Purpose;
use domain::initiative::InitiativeKind;
use domain::markup;
use store::Uid;
use store::initiatives::Initiative;

/// Lines of the file.
const LINES: i64 = 5_000;
/// Entries of the feed.
const ENTRIES: i64 = 50;
/// The columns of the file. They are names for programs, the same in every language.
const COLUMNS: [&str; 13] = [
    "id",
    "url",
    "title",
    "standing",
    "signatures",
    "threshold",
    "published_at",
    "closes_at",
    "reached_at",
    "answer_due_on",
    "answer_state",
    "answered_at",
    "days_late",
];

/// `GET /petitions.csv`: how many signed, never who.
pub(super) async fn csv(visit: Visit) -> Reply {
    let app = &visit.web.app;
    app.limits.check(Purpose::Download, &visit.client.bucket())?;
    let rows = app.store.read(|db| store::initiatives::public(db, Some(InitiativeKind::Petition), LINES)).await?;
    let page = visit.page("petitions-title").await?;
    let mut sheet = Sheet::new(COLUMNS);
    for row in &rows {
        let moment = |at: Option<store::At>| at.map(|at| at.0.to_string()).unwrap_or_default();
        let answered = row.answered_at.map(|at| at.0.to_zoned(page.zone.clone()).date());
        let due = crate::budget::day(row.answer_due_on.as_deref());
        let late = due.map_or(0, |day| domain::budget::late(day, answered, page.today()).max(0));
        let cells = [
            row.id.0.to_string(),
            page.absolute(&path(row)?),
            row.title.clone(),
            row.terms()?.standing(page.now).code().to_owned(),
            row.act_count.to_string(),
            row.threshold.to_string(),
            moment(row.published_at),
            moment(row.closes_at),
            moment(row.reached_at),
            row.answer_due_on.clone().unwrap_or_default(),
            row.answer_state.clone(),
            moment(row.answered_at),
            late.to_string(),
        ];
        sheet.line(cells);
    }
    Ok(sheet.reply("petitions"))
}

/// `GET /feeds/actions.atom`: what people are asked, and what was answered.
pub(super) async fn feed(visit: Visit) -> Reply {
    let read = visit.web.app.store.read(|db| {
        let rows = store::initiatives::public(db, None, ENTRIES)?;
        let promoters: Vec<Uid> = rows.iter().filter_map(|row| row.promoter_id).collect();
        let names = store::initiatives::names(db, &promoters)?;
        Ok::<_, Error>((rows, names))
    });
    let (rows, names) = read.await?;
    let (t, links, instance) = (Texts::new(visit.lang), &visit.web.app.links, visit.web.app.instance().await?);
    let entry = |row: &Initiative| {
        let page = links.absolute(&path(row)?);
        let mut html = markup::to_html(&row.body);
        if row.answered_at.is_some() {
            html.push_str(&markup::to_html(&row.answer));
        }
        Ok::<_, store::Error>(Entry {
            id: page.clone(),
            page,
            title: row.title.clone(),
            author: promoter(row, &names).unwrap_or_else(|| t.get("initiative-nobody")),
            lang: row.lang.clone(),
            published: row.published_at.unwrap_or(row.created_at).0,
            updated: row.edited_at.0,
            category: None,
            html,
        })
    };
    let entries = rows.iter().map(entry).collect::<Result<_, _>>()?;
    Ok(Feed::of_instance(
        &visit,
        &instance,
        ("/feeds/actions.atom", "/actions"),
        t.with1("actions-feed", "place", instance.name.as_str()),
        entries,
    )
    .reply())
}
