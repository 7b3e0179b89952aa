//! Cards of contributions: the list of a consultation, in every order and with every filter.

use crate::column::{Uid, all};
use crate::conn::MultiBackend;
use crate::contributions::Contribution;
use crate::imports::{self, Imported};
use crate::schema::{actor, consultation, contribution, theme};
use crate::territory_supports::{self, Total};
use crate::{Db, Result, actors, search, supports};
use diesel::prelude::*;
use diesel::sql_types::BigInt;

/// A contribution as a card shows it.
#[derive(Debug, Clone)]
pub struct Card {
    /// The contribution.
    pub contribution: Contribution,
    /// Name of its author, if they have one here.
    pub author: Option<String>,
    /// Handle of its author; with its host for somebody of another server who wrote it on the pages here.
    pub username: Option<String>,
    /// Name of the territory whose server it comes from, if that carries the same consultation.
    pub territory: Option<String>,
    /// Name of its theme.
    pub theme: Option<String>,
    /// Slug of its consultation.
    pub slug: String,
    /// Title of its consultation.
    pub consultation: String,
    /// Where it was imported from.
    pub imported: Option<Imported>,
    /// Whether the viewer supports it.
    pub supported: bool,
    /// How many support it in the territories that carry its consultation, as they say: shown beside the supports of here, never added.
    pub territories: Total,
}

domain::words! {
    /// In which order contributions are listed.
    Order {
        /// At random, the same for a given seed.
        Random = "random",
        /// Latest first.
        Recent = "recent",
        /// Most supported here first.
        Supported = "supported",
        /// Most replied to first.
        Discussed = "discussed",
    }
}

/// Which contributions, and in which order.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// Words they hold.
    pub search: String,
    /// Only of this theme.
    pub theme: Option<Uid>,
    /// Only with an answer in this state, or `"none"` for those without one.
    pub answer: Option<String>,
    /// Only of this kind.
    pub kind: Option<String>,
    /// The order; `None` for the best matches of a search.
    pub order: Option<Order>,
    /// The seed of the random order, 1 to 2³¹−2.
    pub seed: i64,
}

/// A page of cards.
#[derive(Debug, Clone)]
pub struct Cards {
    /// The cards.
    pub cards: Vec<Card>,
    /// How many there are in all.
    pub total: i64,
}

type Joined = (Contribution, Option<String>, Option<String>, Option<String>, Option<String>, String, String);

/// A page of the shown proposals and discussions of a consultation.
///
/// # Errors
/// When the database refuses.
pub fn list(db: &mut Db, consultation_id: Uid, filter: &Filter, viewer: Option<Uid>, offset: i64, limit: i64) -> Result<Cards> {
    let hits = if filter.search.trim().is_empty() { None } else { Some(search::find(db, &filter.search, Some(consultation_id))?) };
    let hit_ids: Option<Vec<Uid>> = hits.map(|hits| hits.into_iter().map(|h| h.subject_id).collect());
    let filtered = || {
        let mut query = contribution::table
            .filter(contribution::consultation_id.eq(consultation_id))
            .filter(contribution::root_id.is_null())
            .filter(contribution::hidden_at.is_null())
            .filter(contribution::withdrawn_at.is_null())
            .into_boxed::<MultiBackend>();
        if let Some(theme) = filter.theme {
            query = query.filter(contribution::theme_id.eq(theme));
        }
        match filter.answer.as_deref() {
            Some("none") => query = query.filter(contribution::answer_state.is_null()),
            Some(state) => query = query.filter(contribution::answer_state.eq(state.to_owned())),
            None => {}
        }
        if let Some(kind) = &filter.kind {
            query = query.filter(contribution::kind.eq(kind.clone()));
        }
        if let Some(ids) = &hit_ids {
            query = query.filter(contribution::id.eq_any(ids.clone()));
        }
        query
    };
    let total = filtered().count().get_result(db)?;
    let ids = match (filter.order, &hit_ids) {
        (None, Some(ranked)) => {
            let shown: Vec<Uid> = filtered().select(contribution::id).load(db)?;
            let skip = usize::try_from(offset).unwrap_or(0);
            let take = usize::try_from(limit).unwrap_or(0);
            ranked.iter().filter(|id| shown.contains(id)).skip(skip).take(take).copied().collect()
        }
        (order, _) => {
            let query = filtered();
            let query = match order.unwrap_or(Order::Random) {
                Order::Random => query.order((
                    diesel::dsl::sql::<BigInt>("(shuffle * ").bind::<BigInt, _>(filter.seed).sql(") % 2147483647"),
                    contribution::id,
                )),
                Order::Recent => query.order((contribution::created_at.desc(), contribution::id.desc())),
                Order::Supported => {
                    query.order((contribution::support_count.desc(), contribution::created_at.desc(), contribution::id.desc()))
                }
                Order::Discussed => {
                    query.order((contribution::reply_count.desc(), contribution::created_at.desc(), contribution::id.desc()))
                }
            };
            query.offset(offset).limit(limit).select(contribution::id).load(db)?
        }
    };
    Ok(Cards { cards: by_ids(db, &ids, viewer)?, total })
}

/// The cards of these contributions, in the order of the ids. Nothing is checked for visibility here.
///
/// # Errors
/// When the database refuses.
pub fn by_ids(db: &mut Db, ids: &[Uid], viewer: Option<Uid>) -> Result<Vec<Card>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let rows: Vec<Joined> = contribution::table
        .inner_join(consultation::table)
        .left_join(actor::table.on(contribution::author_id.eq(actor::id.nullable())))
        .left_join(theme::table.on(contribution::theme_id.eq(theme::id.nullable())))
        .filter(contribution::id.eq_any(ids.to_vec()))
        .select((
            all::<Contribution>(),
            actor::display_name.nullable(),
            actor::username.nullable(),
            actor::host.nullable(),
            theme::name.nullable(),
            consultation::slug,
            consultation::title,
        ))
        .load(db)?;
    let origins = imports::of(db, ids)?;
    let totals = territory_supports::totals(db, ids)?;
    let mut hosts: Vec<String> = rows.iter().filter_map(|row| row.3.clone()).filter(|host| !host.is_empty()).collect();
    hosts.sort();
    hosts.dedup();
    let territories = crate::carried::territories(db, &hosts)?;
    let territory = |host: Option<&String>| territories.iter().find(|(on, _)| Some(on) == host).map(|(_, name)| name.clone());
    let supported = viewer.map_or(Ok(Vec::new()), |actor| supports::of_actor(db, actor, ids))?;
    let mut cards: Vec<Card> = rows
        .into_iter()
        .map(|(contribution, author, username, host, theme, slug, consultation)| Card {
            imported: origins.iter().find(|o| o.contribution_id == contribution.id).cloned(),
            supported: supported.contains(&contribution.id),
            territories: totals.get(&contribution.id).copied().unwrap_or_default(),
            territory: territory(host.as_ref()),
            username: actors::handle(username, host, &contribution.origin),
            contribution,
            author,
            theme,
            slug,
            consultation,
        })
        .collect();
    cards.sort_by_key(|card| ids.iter().position(|id| *id == card.contribution.id));
    Ok(cards)
}

/// The shown contributions of published consultations that hold these words, best first, with how many there are.
///
/// # Errors
/// When the database refuses.
pub fn search_all(db: &mut Db, words: &str, viewer: Option<Uid>, offset: usize, limit: usize) -> Result<Cards> {
    let hits: Vec<Uid> = search::find(db, words, None)?.into_iter().map(|h| h.subject_id).collect();
    let shown: Vec<Uid> = contribution::table
        .inner_join(consultation::table)
        .filter(contribution::id.eq_any(hits.clone()))
        .filter(contribution::hidden_at.is_null())
        .filter(contribution::withdrawn_at.is_null())
        .filter(consultation::published_at.is_not_null())
        .select(contribution::id)
        .load(db)?;
    let ranked: Vec<Uid> = hits.into_iter().filter(|id| shown.contains(id)).collect();
    let page: Vec<Uid> = ranked.iter().skip(offset).take(limit).copied().collect();
    Ok(Cards { cards: by_ids(db, &page, viewer)?, total: i64::try_from(ranked.len()).unwrap_or(i64::MAX) })
}

/// The ids of the latest shown proposals and discussions of a consultation, or of all published ones: for feeds and the home page.
///
/// # Errors
/// When the database refuses.
pub fn latest(db: &mut Db, within: Option<Uid>, kind: Option<&str>, limit: i64) -> Result<Vec<Uid>> {
    let mut query = contribution::table
        .inner_join(consultation::table)
        .filter(consultation::published_at.is_not_null())
        .filter(contribution::root_id.is_null())
        .filter(contribution::hidden_at.is_null())
        .filter(contribution::withdrawn_at.is_null())
        .into_boxed::<MultiBackend>();
    if let Some(id) = within {
        query = query.filter(contribution::consultation_id.eq(id));
    }
    if let Some(kind) = kind {
        query = query.filter(contribution::kind.eq(kind.to_owned()));
    }
    Ok(query.order((contribution::created_at.desc(), contribution::id.desc())).limit(limit).select(contribution::id).load(db)?)
}

/// The ids of the shown contributions that were answered last, in a consultation or in all published ones, with how many there are.
///
/// # Errors
/// When the database refuses.
pub fn answered(db: &mut Db, within: Option<Uid>, state: Option<&str>, offset: i64, limit: i64) -> Result<(Vec<Uid>, i64)> {
    let base = || {
        let mut query = contribution::table
            .inner_join(consultation::table)
            .filter(consultation::published_at.is_not_null())
            .filter(contribution::hidden_at.is_null())
            .filter(contribution::withdrawn_at.is_null())
            .filter(contribution::answered_at.is_not_null())
            .into_boxed::<MultiBackend>();
        if let Some(id) = within {
            query = query.filter(contribution::consultation_id.eq(id));
        }
        if let Some(state) = state {
            query = query.filter(contribution::answer_state.eq(state.to_owned()));
        }
        query
    };
    let total = base().count().get_result(db)?;
    let ids = base()
        .order((contribution::answered_at.desc(), contribution::id.desc()))
        .offset(offset)
        .limit(limit)
        .select(contribution::id)
        .load(db)?;
    Ok((ids, total))
}
