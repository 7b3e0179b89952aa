//! `parvis import decidim`: proposals and comments from a Decidim export, with a progress bar on a terminal.

use std::fs::File;
use std::io::{BufReader, IsTerminal, Read, Write};
use std::path::Path;

use actions::App;
use actions::consultations::{ConsultationForm, PhaseForm};
use actions::import::decidim::{self, Batch, Row};
use anyhow::{Context, bail};
use domain::actor::Viewer;
use domain::lang::Lang;
use domain::refusal::Refusal;
use domain::text::Slug;
use indicatif::{ProgressBar, ProgressStyle};
use jiff::{Timestamp, ToSpan};
use web::texts::Texts;

use super::{database, serve};
use crate::cli::Decidim;
use crate::config::Config;
use crate::house;

/// Rows kept in one transaction.
const BATCH: usize = 100;

/// Reads the files, one after the other: proposals before the comments on them.
///
/// # Errors
/// When a file cannot be read at all, there is no such consultation, or any row was left out (the good ones are kept).
pub fn run(config: &Config, what: &Decidim) -> anyhow::Result<()> {
    let slug = Slug::parse(&what.consultation)
        .map_err(|_fault| anyhow::anyhow!("--consultation {}: small letters, digits and hyphens only", what.consultation))?;
    serve::on_runtime(async {
        let app = house::open(&database(config)?, config.public_url.url(), house::clock()).await?;
        let mut all = Batch::default();
        for file in &what.files {
            let batch = read_file(&app, &slug, what.create, file).await.with_context(|| file.display().to_string())?;
            all.new += batch.new;
            all.refreshed += batch.refreshed;
            all.unchanged += batch.unchanged;
            all.complaints.extend(batch.complaints);
        }
        writeln!(
            std::io::stdout(),
            "{} new, {} refreshed, {} unchanged, {} left out",
            all.new,
            all.refreshed,
            all.unchanged,
            all.complaints.len()
        )
        .context("printing")?;
        if all.complaints.is_empty() { Ok(()) } else { bail!("{} rows were left out; the others are kept", all.complaints.len()) }
    })
}

async fn read_file(app: &App, slug: &Slug, create: bool, path: &Path) -> anyhow::Result<Batch> {
    let file = File::open(path)?;
    let bar = bar(file.metadata().map(|m| m.len()).unwrap_or(0));
    let source = bar.wrap_read(BufReader::new(file));
    let mut total = Batch::default();
    // Parsing is quick next to writing; the rows of a file are read first, so that a new consultation knows its dates.
    let rows = collect(source, path, &mut total)?;
    bar.finish_and_clear();
    if create {
        make(app, slug, &rows).await?;
    }
    let bar = bar_of_rows(rows.len());
    for chunk in chunks(rows) {
        bar.inc(chunk.len() as u64);
        let batch = decidim::keep(app, slug.as_str(), chunk).await.map_err(|error| explain(error, slug))?;
        for complaint in &batch.complaints {
            complain(path, complaint)?;
        }
        total.new += batch.new;
        total.refreshed += batch.refreshed;
        total.unchanged += batch.unchanged;
        total.complaints.extend(batch.complaints);
    }
    bar.finish_and_clear();
    Ok(total)
}

fn explain(error: actions::Error, slug: &Slug) -> anyhow::Error {
    if matches!(error, actions::Error::Refused(Refusal::NotFound)) {
        return anyhow::anyhow!("there is no consultation \"{slug}\" (add --create to make it)");
    }
    error.into()
}

fn collect(source: impl Read, path: &Path, total: &mut Batch) -> anyhow::Result<Vec<Row>> {
    let mut rows = Vec::new();
    for row in decidim::read(source).map_err(|complaint| anyhow::anyhow!("{complaint}"))? {
        match row {
            Ok(row) => rows.push(row),
            Err(complaint) => {
                complain(path, &complaint)?;
                total.complaints.push(complaint);
            }
        }
    }
    Ok(rows)
}

fn complain(path: &Path, complaint: &decidim::Complaint) -> anyhow::Result<()> {
    writeln!(std::io::stderr(), "{}: {complaint}", path.display()).context("printing")
}

fn chunks(rows: Vec<Row>) -> impl Iterator<Item = Vec<Row>> {
    let mut rows = rows.into_iter();
    std::iter::from_fn(move || {
        let chunk: Vec<Row> = rows.by_ref().take(BATCH).collect();
        (!chunk.is_empty()).then_some(chunk)
    })
}

/// Makes a consultation for what is imported, open for the time in which it was written; does nothing when it exists.
async fn make(app: &App, slug: &Slug, rows: &[Row]) -> anyhow::Result<()> {
    let wanted = slug.as_str().to_owned();
    if app.store.read(move |db| store::consultations::by_slug(db, &wanted)).await?.is_some() {
        return Ok(());
    }
    let instance = app.instance().await?;
    let texts = Texts::new(Lang::parse(&instance.lang).unwrap_or(Lang::Fr));
    let machine = Viewer::MACHINE;
    let title = slug.as_str().replace('-', " ");
    let title = title.chars().take(1).flat_map(char::to_uppercase).chain(title.chars().skip(1)).collect::<String>();
    let form = ConsultationForm {
        title: format!("{title:5}"),
        slug: slug.to_string(),
        teaser: texts.get("import-teaser"),
        introduction: texts.get("import-introduction"),
        input_use: texts.get("import-input-use"),
        organiser: instance.name.clone(),
        participation: "consultation".to_owned(),
        ..ConsultationForm::default()
    };
    actions::consultations::draft(app, machine, &form).await?;
    let zone = app.time_zone().await?;
    let local = |at: Timestamp| at.to_zoned(zone.clone()).strftime("%Y-%m-%dT%H:%M").to_string();
    let first = rows.iter().map(|r| r.created_at).min().unwrap_or_else(|| app.now());
    let last = rows.iter().map(|r| r.created_at).max().unwrap_or_else(|| app.now());
    let phase = PhaseForm {
        kind: "contribution".to_owned(),
        name: texts.get("import-phase"),
        opens_at: local(first),
        closes_at: local(last.checked_add(24.hours())?),
        ..PhaseForm::default()
    };
    actions::consultations::set_phases(app, machine, slug.as_str(), vec![phase]).await?;
    Ok(actions::consultations::publish(app, machine, slug.as_str()).await?)
}

fn bar(length: u64) -> ProgressBar {
    let bar = if std::io::stderr().is_terminal() { ProgressBar::new(length) } else { ProgressBar::hidden() };
    bar.with_style(ProgressStyle::default_bar()).with_message("reading")
}

fn bar_of_rows(rows: usize) -> ProgressBar {
    bar(rows as u64).with_message("keeping")
}
