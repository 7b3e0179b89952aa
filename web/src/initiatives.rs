//! How an initiative or a petition is told: where it stands, who promotes it, until when, what is owed. For both sides of the house.

use crate::budget::{self, Look};
use crate::page::Page;
use domain::initiative::{InitiativeKind, Standing};
use store::Uid;
use store::initiatives::Initiative;

/// An initiative in a list.
#[derive(Debug, Clone)]
pub(crate) struct Line {
    /// Its path for everybody.
    pub(crate) path: String,
    /// Its path in the back office.
    pub(crate) desk: String,
    pub(crate) title: String,
    pub(crate) lang: String,
    /// What it asks, in a word.
    pub(crate) kind: String,
    pub(crate) state: Look,
    /// How many took part.
    pub(crate) count: i32,
    /// The word beside that number.
    pub(crate) count_word: String,
    /// The name of who promotes it; none once it is erased.
    pub(crate) promoter: Option<String>,
    /// The last day, in words.
    pub(crate) until: Option<String>,
    /// Title and path of its consultation.
    pub(crate) consultation: Option<(String, String)>,
}

impl Line {
    /// The lines of these initiatives; `names` are those of who promotes them, `among` the consultations they belong to.
    // ftl: initiative-kind-*
    pub(crate) fn all(
        page: &Page,
        rows: &[Initiative],
        names: &[(Uid, String)],
        among: &[(Uid, String, String)],
    ) -> Result<Vec<Self>, store::Error> {
        let line = |row: &Initiative| {
            let kind = row.kind()?;
            let consultation = row.consultation_id.and_then(|id| among.iter().find(|(known, ..)| *known == id));
            Ok(Self {
                path: path(row)?,
                desk: format!("/admin/initiatives/{}", row.id.0),
                title: row.title.clone(),
                lang: row.lang.clone(),
                kind: page.t.code("initiative-kind", kind.code()),
                state: look(page, row)?,
                count: row.act_count,
                count_word: page.t.count(count_key(kind), row.act_count),
                promoter: promoter(row, names),
                until: last_day(page, row),
                consultation: consultation.map(|(_, slug, title)| (title.clone(), format!("/c/{slug}"))),
            })
        };
        rows.iter().map(line).collect()
    }
}

/// The key of the word beside the number of those who took part.
pub(crate) const fn count_key(kind: InitiativeKind) -> &'static str {
    match kind {
        InitiativeKind::Act => "initiative-acted",
        InitiativeKind::Petition => "initiative-signed",
    }
}

/// The path of an initiative for everybody.
pub(crate) fn path(row: &Initiative) -> Result<String, store::Error> {
    Ok(match row.kind()? {
        InitiativeKind::Act => format!("/actions/{}", row.id.0),
        InitiativeKind::Petition => format!("/petitions/{}", row.id.0),
    })
}

/// The name of who promotes it, where it is known.
pub(crate) fn promoter(row: &Initiative, names: &[(Uid, String)]) -> Option<String> {
    let found = row.promoter_id.and_then(|id| names.iter().find(|(known, _)| *known == id));
    found.map(|(_, name)| name.clone()).filter(|name| !name.is_empty())
}

/// The last day on which one takes part, in words.
pub(crate) fn last_day(page: &Page, row: &Initiative) -> Option<String> {
    // It is over when that day is: a second before, it is still that day.
    row.closes_at.map(|at| page.day(at.0 - jiff::SignedDuration::from_secs(1)))
}

/// Where it stands, in a word.
// ftl: initiative-standing-*
pub(crate) fn look(page: &Page, row: &Initiative) -> Result<Look, store::Error> {
    let standing = row.terms()?.standing(page.now);
    let (tone, icon) = match standing {
        Standing::Proposed => ("warn", "hourglass"),
        Standing::Declined => ("bad", "x-circle"),
        Standing::Open => ("", "circle-dot"),
        Standing::Reached => ("info", "target"),
        Standing::Answered => ("ok", "check-circle"),
        Standing::Over => ("quiet", "lock"),
    };
    Ok(Look { tone, icon, label: page.t.code("initiative-standing", standing.code()) })
}

/// The last day for the answer, as a date and in words, and whether it comes late.
pub(crate) fn due(page: &Page, row: &Initiative) -> Option<(String, String, Option<Look>)> {
    let day = budget::day(row.answer_due_on.as_deref())?;
    let answered = row.answered_at.map(|at| at.0.to_zoned(page.zone.clone()).date());
    let late = domain::budget::late(day, answered, page.today());
    let (key, tone) = if answered.is_some() { ("petition-was-late", "warn") } else { ("petition-late", "bad") };
    let look = (late > 0).then(|| Look { tone, icon: "alert", label: page.t.count(key, late) });
    Some((day.to_string(), page.day(budget::noon(day)), look))
}

/// The server that a link leads to.
pub(crate) fn host(link: &str) -> String {
    url::Url::parse(link).ok().and_then(|url| url.host_str().map(str::to_owned)).unwrap_or_default()
}
