//! Consultations of the index as rows of open data.

use crate::pages::public::open_data::{About, Field, Kind, Piece, Row as Line, Set};
use domain::Timestamp;
use domain::consultation::Stage;
use domain::open_data::Dataset;
use serde_json::{Value, json};
use store::listings::sources::Source;
use store::listings::{Phase, Theme};
use store::views::territory::{self, Row};
use store::{At, Db, Uid};

/// A piece of the index: consultations, with what belongs to them.
#[derive(Debug, Clone, Default)]
struct Batch {
    rows: Vec<Row>,
    parts: (Vec<Phase>, Vec<Theme>),
    sources: Vec<Source>,
}

/// The fields. Their names are for programs, the same in every language.
const FIELDS: [Field; 23] = [
    Field { name: "id", kind: Kind::Address },
    Field { name: "title", kind: Kind::Text },
    Field { name: "teaser", kind: Kind::Text },
    Field { name: "url", kind: Kind::Address },
    Field { name: "collectivity", kind: Kind::Text },
    Field { name: "server", kind: Kind::Text },
    Field { name: "territory_kind", kind: Kind::Code },
    Field { name: "insee_code", kind: Kind::Code },
    Field { name: "latitude", kind: Kind::Decimal },
    Field { name: "longitude", kind: Kind::Decimal },
    Field { name: "lang", kind: Kind::Code },
    Field { name: "themes", kind: Kind::List },
    Field { name: "phase", kind: Kind::Code },
    Field { name: "opens_at", kind: Kind::Moment },
    Field { name: "closes_at", kind: Kind::Moment },
    Field { name: "published_at", kind: Kind::Moment },
    Field { name: "edited_at", kind: Kind::Moment },
    Field { name: "contributions", kind: Kind::Whole },
    Field { name: "replies", kind: Kind::Whole },
    Field { name: "supports", kind: Kind::Whole },
    Field { name: "participants", kind: Kind::Whole },
    Field { name: "answers", kind: Kind::Whole },
    Field { name: "seen_at", kind: Kind::Moment },
];
/// Consultations read at once.
const BATCH: i64 = 500;

/// The index as a data set.
pub(in crate::pages::public) const SET: Set =
    Set { dataset: Dataset::Territory, fields: &FIELDS, batch: BATCH, read, count: store::views::open_data::count_listed };

fn read(db: &mut Db, about: &About, after: Option<Uid>, limit: i64) -> Result<Piece, store::Error> {
    let batch = Batch::after(db, after, limit)?;
    let rows = batch.rows.iter().map(|row| batch.row(row, about.now)).collect();
    Ok(Piece { last: batch.rows.last().map(|row| row.listing.id), rows })
}

impl Batch {
    /// The consultations after `after`, in the order of their ids here.
    fn after(db: &mut Db, after: Option<Uid>, limit: i64) -> Result<Self, store::Error> {
        let rows = territory::after(db, after, limit)?;
        let ids: Vec<Uid> = rows.iter().map(|row| row.listing.id).collect();
        let mut sources: Vec<Uid> = rows.iter().map(|row| row.listing.source_id).collect();
        sources.sort_unstable();
        sources.dedup();
        Ok(Self { parts: territory::parts(db, &ids)?, sources: store::listings::sources::of(db, &sources)?, rows })
    }

    /// A row: where its collectivity says it is, or nowhere.
    fn row(&self, row: &Row, now: Timestamp) -> Line {
        let place = self.source(row).and_then(|source| source.longitude.zip(source.latitude));
        let shapes = place.map(|(longitude, latitude)| json!({ "type": "Point", "coordinates": [longitude, latitude] }));
        let mut object = self.object(row, now);
        let cells = FIELDS.iter().map(|field| object.get_mut(field.name).map(Value::take).unwrap_or_default()).collect();
        Line { id: row.listing.uri.clone(), cells, shapes: shapes.into_iter().collect() }
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
