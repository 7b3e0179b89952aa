//! Consultations of the index as rows of a file.

use domain::Timestamp;
use domain::consultation::Stage;
use serde_json::{Value, json};
use store::listings::sources::Source;
use store::listings::{Phase, Theme};
use store::views::territory::{self, Row};
use store::{At, Db, Uid};

/// A piece of the index: consultations, with what belongs to them.
#[derive(Debug, Clone, Default)]
pub(super) struct Batch {
    rows: Vec<Row>,
    parts: (Vec<Phase>, Vec<Theme>),
    sources: Vec<Source>,
}

/// The columns. They are names for programs, the same in every language.
pub(super) const COLUMNS: [&str; 23] = [
    "id",
    "title",
    "teaser",
    "url",
    "collectivity",
    "server",
    "territory_kind",
    "insee_code",
    "latitude",
    "longitude",
    "lang",
    "themes",
    "phase",
    "opens_at",
    "closes_at",
    "published_at",
    "edited_at",
    "contributions",
    "replies",
    "supports",
    "participants",
    "answers",
    "seen_at",
];

impl Batch {
    /// The consultations after `after`, in the order of their ids here.
    pub(super) fn after(db: &mut Db, after: Option<Uid>, limit: i64) -> Result<Self, store::Error> {
        let rows = territory::after(db, after, limit)?;
        let ids: Vec<Uid> = rows.iter().map(|row| row.listing.id).collect();
        let mut sources: Vec<Uid> = rows.iter().map(|row| row.listing.source_id).collect();
        sources.sort_unstable();
        sources.dedup();
        Ok(Self { parts: territory::parts(db, &ids)?, sources: store::listings::sources::of(db, &sources)?, rows })
    }

    /// How many there are, and the last one.
    pub(super) fn end(&self) -> (usize, Option<Uid>) {
        (self.rows.len(), self.rows.last().map(|row| row.listing.id))
    }

    /// Each as an object with the columns as names.
    pub(super) fn objects(&self, now: Timestamp) -> impl Iterator<Item = Value> {
        self.rows.iter().map(move |row| self.object(row, now))
    }

    /// Each as a GeoJSON feature (RFC 7946): where its collectivity says it is, or nowhere.
    pub(super) fn features(&self, now: Timestamp) -> impl Iterator<Item = Value> {
        self.rows.iter().map(move |row| {
            let place = self.source(row).and_then(|source| source.longitude.zip(source.latitude));
            let geometry = place.map(|(longitude, latitude)| json!({ "type": "Point", "coordinates": [longitude, latitude] }));
            json!({ "type": "Feature", "id": row.listing.uri, "geometry": geometry, "properties": self.object(row, now) })
        })
    }

    fn source(&self, row: &Row) -> Option<&Source> {
        self.sources.iter().find(|source| source.actor_id == row.listing.source_id)
    }

    fn object(&self, row: &Row, now: Timestamp) -> Value {
        let (listing, source) = (&row.listing, self.source(row));
        let moment = |at: At| at.0.to_string();
        let themes: Vec<&str> =
            self.parts.1.iter().filter(|theme| theme.listing_id == listing.id).map(|theme| theme.name.as_str()).collect();
        json!({
            "id": listing.uri,
            "title": listing.title,
            "teaser": listing.teaser,
            "url": super::of_the_web(&listing.url),
            "collectivity": super::named(&row.name, &row.host),
            "server": row.host,
            "territory_kind": source.map(|source| &source.kind),
            "insee_code": source.and_then(|source| source.insee_code.as_ref()),
            "latitude": source.and_then(|source| source.latitude),
            "longitude": source.and_then(|source| source.longitude),
            "lang": listing.lang,
            "themes": themes,
            "phase": self.phase(row, now),
            "opens_at": moment(listing.opens_at),
            "closes_at": moment(listing.closes_at),
            "published_at": moment(listing.published_at),
            "edited_at": listing.edited_at.map(moment),
            "contributions": listing.contributions,
            "replies": listing.replies,
            "supports": listing.supports,
            "participants": listing.participants,
            "answers": listing.answers,
            "seen_at": moment(listing.seen_at)
        })
    }

    /// The code of the phase it is in now, or `upcoming`, `pause`, `closed`.
    fn phase(&self, row: &Row, now: Timestamp) -> &'static str {
        let calendar = super::calendar_of(row.listing.id, &self.parts.0);
        match calendar.phase_at(now) {
            Stage::Draft | Stage::Upcoming => "upcoming",
            Stage::Open(index) => calendar.phases.get(index).map_or("", |phase| phase.kind.code()),
            Stage::Pause(_) => "pause",
            Stage::Closed => "closed",
        }
    }
}

/// The cells of a row for a spreadsheet.
pub(super) fn cells(object: &Value) -> Vec<String> {
    let cell = |name: &&str| match object.get(*name) {
        None | Some(Value::Null) => String::new(),
        Some(Value::String(text)) => text.clone(),
        Some(Value::Array(list)) => list.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(", "),
        Some(other) => other.to_string(),
    };
    COLUMNS.iter().map(cell).collect()
}
