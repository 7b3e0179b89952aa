//! Reports from the street as others read them: a `Page` of the collectivity in the groups that it belongs to. Its place is rounded as the setting says,
//! its address leaves only where nothing is rounded, its picture never: faces in it may still have to be covered.

pub(crate) mod steps;

use axum::http::{HeaderMap, StatusCode};
use axum::response::IntoResponse;
use domain::place::Geometry;
use domain::street::{Channel, ReportKind};
use serde_json::Value;
use store::Uid;
use store::actors::Actor;
use store::places::Placed;
use store::street::Report;
use store::street::groups::{self, Known};

use crate::accept::wants_activity;
use crate::documents::{self, Addressing, Author, PageInput, TextInput, TombstoneInput, Wording as Said};
use crate::egress::Asking;
use crate::objects::{collectivity, mention};
use crate::routes::{Refusal, Reply, document as answer_with, to_page};
use crate::service::{Error, Federation};
use crate::wording::Phrase;
use crate::words::as_markdown;
use crate::{actors, reach};

/// The type of what a report is to others.
pub(crate) const REPORT: &str = "Page";
/// The type of what was done with it.
pub(crate) const STEP: &str = "Note";

/// A report that was made here and that everybody could see once.
pub(crate) struct Found {
    /// The id under which others know it.
    pub(crate) object: Uid,
    pub(crate) report: Report,
    category: String,
    /// The groups that it belongs to now and that were there when it was made.
    pub(crate) groups: Vec<Actor>,
}

impl Found {
    /// Whether everybody sees it.
    pub(crate) const fn is_shown(&self) -> bool {
        self.report.is_public()
    }

    fn path(&self) -> String {
        format!("/street/{}", self.report.number)
    }

    /// What is said of it under the address of `id`, for whoever may read it: the document, or to a browser the page of the report.
    async fn read(
        &self,
        fed: &Federation,
        id: Uid,
        document: impl Future<Output = Result<Value, Error>>,
        (headers, asking): (&HeaderMap, &Asking),
    ) -> Result<Reply, Error> {
        if !wants_activity(headers) {
            return Ok(Ok(to_page(&self.path())));
        }
        let within = reach::within(fed, self.object).await?;
        Ok(match asking.may_read(fed, within).await {
            Ok(reader) => reader.give(fed, id, document.await?.to_string()).await,
            Err(refused) => Err(refused),
        })
    }
}

/// A report by its own id, or by the one under which others know it. What another collectivity sent is told where it was made.
pub(crate) async fn find(fed: &Federation, report: Option<Uid>, object: Option<Uid>) -> Result<Option<Found>, Error> {
    let read = fed.app.store.read(move |db| {
        let report = match (report, object) {
            (Some(id), _) => store::street::find(db, id)?,
            (None, Some(object)) => groups::behind(db, object)?,
            (None, None) => None,
        };
        let Some(report) = report.filter(|report| report.channel != Channel::Collectivity.code()) else { return Ok(None) };
        let Some(object) = groups::object_of(db, report.id)? else { return Ok(None) };
        let category = store::street::category(db, report.category_id)?.map(|category| category.name).unwrap_or_default();
        let made = report.confirmed_at;
        let groups = groups::of_report(db, &report)?.into_iter().filter(|group| made.is_some_and(|at| group.created_at <= at)).collect();
        Ok::<_, store::Error>(Some(Found { object, report, category, groups }))
    });
    Ok(read.await?)
}

/// The document of a report.
pub(crate) async fn document(fed: &Federation, found: &Found) -> Result<Value, Error> {
    let (report, instance, collectivity) = (&found.report, fed.app.instance().await?, collectivity(fed).await?);
    let said = |phrase| (fed.wording)(&instance.lang, phrase);
    let kind = ReportKind::parse(&report.kind).unwrap_or(ReportKind::Anomaly);
    let rounding = fed.app.maps.rounding;
    let title = said(Phrase::StreetTitle { number: report.number, category: &found.category });
    let title = if rounding == 0 && !report.address.is_empty() { format!("{title} · {}", report.address) } else { title };
    let wording = Said { author: said(Phrase::StreetStands { kind, state: report.state()? }), read_whole: said(Phrase::StreetRead) };
    let mut named = found.groups.iter().map(|group| mention(fed, group));
    let id = fed.app.links.object(found.object.0);
    let mut document = documents::page(&PageInput {
        title,
        text: TextInput {
            url: fed.app.links.absolute(&found.path()),
            author: Author::Collectivity { actor: actors::uri_of(fed, &collectivity), wording },
            markdown: as_markdown(&report.body),
            lang: instance.lang.clone(),
            addressing: Addressing { group: named.next(), mentions: named.collect() },
            context: String::new(),
            published: report.confirmed_at.unwrap_or(report.reported_at).0,
            updated: Some(report.changed_at.0),
            hashtags: Vec::new(),
            pictures: Vec::new(),
            // What is to be said of it is said on its page.
            takes_replies: false,
            id,
        },
    });
    if let Some(point) = report.place().and_then(|place| Geometry::point(place).ok()) {
        let place = Placed::new(report.id, report.id, &point, report.address.clone(), 0);
        documents::located(&mut document, &place, rounding);
    }
    Ok(document)
}

/// What stands where something of a report was that is not shown any more.
pub(crate) fn tombstone(fed: &Federation, found: &Found, (id, former): (Uid, &str)) -> Value {
    documents::tombstone(&TombstoneInput {
        id: fed.app.links.object(id.0),
        former_type: former.to_owned(),
        deleted: found.report.hidden_at.unwrap_or(found.report.changed_at).0,
        group: found.groups.first().map(|group| actors::uri_of(fed, group)),
    })
}

/// Whether it was told to anybody, and is not taken back.
pub(crate) async fn is_out(fed: &Federation, found: &Found) -> Result<bool, Error> {
    let (by, object) = (collectivity(fed).await?.id, found.object);
    Ok(fed.app.store.read(move |db| store::activities::is_out(db, by, object)).await?)
}

/// A report, for whoever asks for its address: `None` where there is none.
pub(crate) async fn show(fed: &Federation, id: uuid::Uuid, headers: &HeaderMap, asking: &Asking) -> Result<Option<Reply>, Error> {
    let Some(found) = find(fed, None, Some(Uid(id))).await? else { return Ok(None) };
    let left = fed.app.store.read(move |db| store::views::abroad::left_as(db, Uid(id))).await?.is_some();
    if !left {
        return Ok(Some(Err(Refusal(StatusCode::NOT_FOUND))));
    }
    if !found.is_shown() {
        return Ok(Some(Ok((StatusCode::GONE, answer_with(&tombstone(fed, &found, (Uid(id), REPORT)))).into_response())));
    }
    Ok(Some(found.read(fed, Uid(id), document(fed, &found), (headers, asking)).await?))
}

/// The id of the report that a path is the page of, if others know it.
pub(crate) async fn behind(fed: &Federation, path: &str) -> Result<Option<String>, Error> {
    let Some(number) = path.strip_prefix("/street/").and_then(|number| number.parse::<i64>().ok()) else { return Ok(None) };
    let Some(report) = fed.app.store.read(move |db| store::street::numbered(db, number)).await? else { return Ok(None) };
    let Some(found) = find(fed, Some(report.id), None).await?.filter(Found::is_shown) else { return Ok(None) };
    Ok(is_out(fed, &found).await?.then(|| fed.app.links.object(found.object.0)))
}

/// The group that an actor is, if others may know of it.
pub(crate) async fn group_of(fed: &Federation, actor: &Actor) -> Result<Option<Known>, store::Error> {
    let id = actor.id;
    Ok(fed.app.store.read(move |db| groups::find(db, id)).await?.filter(|known| !known.private))
}

/// The page that lists what a group passes on.
pub(crate) fn page_of(known: &Known) -> String {
    match (&known.group.category_id, &known.category, &known.group.area_id) {
        (Some(_), Some(code), _) => format!("/street?category={code}"),
        (_, _, Some(area)) => format!("/street?area={}", area.0),
        _all => "/street".to_owned(),
    }
}

/// The name of a group, and what it says of itself.
pub(crate) fn said_of(fed: &Federation, actor: &Actor, (lang, place): (&str, &str)) -> (String, String) {
    let name = (fed.wording)(lang, Phrase::StreetGroup { name: &actor.display_name, place });
    let about = (fed.wording)(lang, Phrase::StreetGroupSays { place });
    let summary = if actor.summary.is_empty() { about } else { format!("{about}\n\n{}", as_markdown(&actor.summary)) };
    (name, summary)
}
