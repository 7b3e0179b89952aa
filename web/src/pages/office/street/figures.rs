//! Figures: what was reported by month, category and service, and how long it took. As a page and as a file.

use super::super::desk::{self, Desk, Section};
use crate::error::Reply;
use crate::page::{Page, html};
use crate::pages::public::Sheet;
use crate::viewer::{Staff, Visit};
use actions::limits::Purpose;
use askama::Template;
use jiff::SignedDuration;
use store::At;
use store::street::lists::{self, Figure};

/// The columns of the file. They are names for programs, the same in every language.
const COLUMNS: [&str; 7] = ["month", "category", "service", "reports", "closed", "late", "average_hours_to_close"];
/// How far back the figures go.
const BACK: SignedDuration = SignedDuration::from_hours(3 * 366 * 24);

#[derive(Template)]
#[template(path = "office/street/figures.html")]
struct Figures {
    page: Page,
    desk: Desk,
    rows: Vec<Row>,
    came: i64,
    closed: i64,
    late: i64,
}

/// A line of the table.
struct Row {
    category: String,
    figure: Figure,
}

impl Row {
    /// Days to close, on average.
    fn days(&self) -> Option<i64> {
        self.figure.hours.map(|hours| (hours + 12).div_euclid(24))
    }
}

async fn read(visit: &Visit) -> Result<Vec<Row>, crate::Error> {
    desk::enter(visit, Section::Street)?;
    let now = visit.web.app.now();
    let read =
        visit.web.app.store.read(move |db| {
            Ok::<_, store::Error>((store::street::categories(db, true)?, lists::figures(db, At(now), At(now - BACK), true)?))
        });
    let (categories, figures) = read.await?;
    let name = |figure: &Figure| categories.iter().find(|category| category.id == figure.category_id).map(|category| category.name.clone());
    Ok(figures.into_iter().map(|figure| Row { category: name(&figure).unwrap_or_default(), figure }).collect())
}

/// `GET /admin/street/figures`.
pub(in super::super) async fn show(Staff(visit): Staff) -> Reply {
    let rows = read(&visit).await?;
    let (page, desk) = desk::open(&visit, Section::Street, "street-figures").await?;
    let sum = |of: fn(&Figure) -> i64| rows.iter().map(|row| of(&row.figure)).sum();
    html(Figures { came: sum(|f| f.came), closed: sum(|f| f.closed), late: sum(|f| f.late), rows, page, desk })
}

/// `GET /admin/street/figures.csv`.
pub(in super::super) async fn file(Staff(visit): Staff) -> Reply {
    let rows = read(&visit).await?;
    visit.web.app.limits.check(Purpose::Download, &visit.client.bucket())?;
    let mut sheet = Sheet::new(COLUMNS);
    for Row { category, figure } in rows {
        let hours = figure.hours.map(|hours| hours.to_string()).unwrap_or_default();
        let numbers = [figure.came, figure.closed, figure.late].map(|number| number.to_string());
        sheet.line([figure.month, category, figure.service].into_iter().chain(numbers).chain([hours]));
    }
    Ok(sheet.reply("street-figures"))
}
