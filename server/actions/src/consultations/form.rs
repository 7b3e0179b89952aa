//! What an agent types of a consultation, and what of it is accepted.

use crate::{Error, Faults, Result};
use domain::actor::Audience;
use domain::consultation::{Openings, Participation, PhaseKind};
use domain::text::{self, Fault};
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use store::At;
use store::consultations::Text;

/// The texts of a consultation, as typed.
#[derive(Debug, Clone, Default)]
pub struct ConsultationForm {
    /// 5 to 300 characters.
    pub title: String,
    /// Word for the address; only for a draft; empty: made from the title.
    pub slug: String,
    /// Two lines.
    pub teaser: String,
    /// Markdown.
    pub introduction: String,
    /// Markdown.
    pub stakes: String,
    /// Markdown.
    pub settled: String,
    /// Markdown.
    pub open_points: String,
    /// Markdown: how the input will be used. Required: it is the promise made to those who take part.
    pub input_use: String,
    /// Who organises it.
    pub organiser: String,
    /// Code of the participation level.
    pub participation: String,
    /// Supports from which a contribution is widely supported; 0 or empty for none.
    pub support_threshold: String,
}

/// A phase, as typed.
#[derive(Debug, Clone, Default)]
pub struct PhaseForm {
    /// Code of what it is for.
    pub kind: String,
    /// Its name.
    pub name: String,
    /// Markdown.
    pub description: String,
    /// `2026-11-21T18:00`, in the instance's time zone.
    pub opens_at: String,
    /// The same; excluded.
    pub closes_at: String,
    /// Code of who may propose; empty: usual for the kind.
    pub propose: String,
    /// Code of who may start a discussion.
    pub discuss: String,
    /// Code of who may reply.
    pub reply: String,
    /// Code of who may support.
    pub support: String,
}

/// A theme, as typed.
#[derive(Debug, Clone, Default)]
pub struct ThemeForm {
    /// Its id; empty for a new one.
    pub id: String,
    /// Its name; empty to remove it.
    pub name: String,
}

/// A phase that has the right shape.
pub(crate) struct ParsedPhase {
    pub(crate) kind: PhaseKind,
    pub(crate) name: String,
    pub(crate) description: String,
    pub(crate) opens_at: At,
    pub(crate) closes_at: At,
    pub(crate) openings: Openings,
}

impl ConsultationForm {
    /// Reads the texts, naming every fault.
    pub(crate) fn parse(&self) -> Result<Text> {
        let mut faults = Faults::new();
        let mut keep = |field: &'static str, result: std::result::Result<String, Fault>| {
            result.unwrap_or_else(|fault| {
                faults.push((field, fault));
                String::new()
            })
        };
        let text = Text {
            title: keep("title", text::bounded_line(&self.title, text::TITLE_MIN, text::TITLE_MAX)),
            teaser: keep("teaser", text::bounded_line(&self.teaser, 10, 300)),
            introduction: keep("introduction", text::bounded_text(&self.introduction, 0, text::BODY_MAX)),
            stakes: keep("stakes", text::bounded_text(&self.stakes, 0, text::BODY_MAX)),
            settled: keep("settled", text::bounded_text(&self.settled, 0, text::BODY_MAX)),
            open_points: keep("open_points", text::bounded_text(&self.open_points, 0, text::BODY_MAX)),
            input_use: keep("input_use", text::bounded_text(&self.input_use, 10, text::BODY_MAX)),
            organiser: keep("organiser", text::bounded_line(&self.organiser, 0, 200)),
            participation: keep(
                "participation",
                Participation::parse(&self.participation).map(|p| p.code().to_owned()).ok_or(Fault::Choice),
            ),
            support_threshold: 0,
        };
        let threshold = match self.support_threshold.trim() {
            "" => Ok(0),
            typed => typed.parse::<i32>().ok().filter(|n| (0..=1_000_000).contains(n)).ok_or(Fault::Shape),
        };
        let support_threshold = threshold.unwrap_or_else(|fault| {
            faults.push(("support_threshold", fault));
            0
        });
        if faults.is_empty() { Ok(Text { support_threshold, ..text }) } else { Err(Error::Faulty(faults)) }
    }
}

/// Names of the fields of the phases, by rank: a form has at most this many.
pub(crate) const PHASES_MAX: usize = 12;

macro_rules! phase_fields {
    ($($n:literal),+) => {
        [$([
            concat!("phase-", $n, "-kind"), concat!("phase-", $n, "-name"), concat!("phase-", $n, "-description"), concat!("phase-", $n, "-opens_at"),
            concat!("phase-", $n, "-closes_at"), concat!("phase-", $n, "-propose"), concat!("phase-", $n, "-discuss"), concat!("phase-", $n, "-reply"),
            concat!("phase-", $n, "-support"),
        ]),+]
    };
}

/// The field names of each phase, in the order of [`PhaseForm`].
pub(crate) const PHASE_FIELDS: [[&str; 9]; PHASES_MAX] = phase_fields!("0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11");

impl PhaseForm {
    /// Reads a phase; faults are named after its rank.
    pub(crate) fn parse(&self, fields: &[&'static str; 9], zone: &TimeZone, faults: &mut Faults) -> Option<ParsedPhase> {
        let [kind_field, name_field, description_field, opens_field, closes_field, audiences @ ..] = *fields;
        let before = faults.len();
        let kind = PhaseKind::parse(&self.kind);
        if kind.is_none() {
            faults.push((kind_field, Fault::Choice));
        }
        let name = text::bounded_line(&self.name, 2, text::NAME_MAX).map_err(|f| faults.push((name_field, f))).ok();
        let description = text::bounded_text(&self.description, 0, text::SHORT_MAX).map_err(|f| faults.push((description_field, f))).ok();
        let opens_at = moment(&self.opens_at, zone).map_err(|f| faults.push((opens_field, f))).ok();
        let closes_at = moment(&self.closes_at, zone).map_err(|f| faults.push((closes_field, f))).ok();
        if let Some((from, to)) = opens_at.zip(closes_at)
            && to <= from
        {
            faults.push((closes_field, Fault::Order));
        }
        let usual = Openings::usual(kind?);
        let mut audience = |field: &'static str, code: &str, usual: Audience| match code {
            "" => usual,
            code => Audience::parse(code).unwrap_or_else(|| {
                faults.push((field, Fault::Choice));
                usual
            }),
        };
        let [propose, discuss, reply, support] = audiences;
        let openings = Openings {
            propose: audience(propose, &self.propose, usual.propose),
            discuss: audience(discuss, &self.discuss, usual.discuss),
            reply: audience(reply, &self.reply, usual.reply),
            support: audience(support, &self.support, usual.support),
        };
        if faults.len() > before {
            return None;
        }
        Some(ParsedPhase { kind: kind?, name: name?, description: description?, opens_at: opens_at?, closes_at: closes_at?, openings })
    }
}

/// Reads `2026-11-21T18:00` in a time zone; where the clocks go back, the first of the two moments.
pub(crate) fn moment(typed: &str, zone: &TimeZone) -> std::result::Result<At, Fault> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Err(Fault::Missing);
    }
    let civil: DateTime = typed.parse().map_err(|_unreadable: jiff::Error| Fault::Shape)?;
    zone.to_ambiguous_zoned(civil).compatible().map(|zoned| At(zoned.timestamp())).map_err(|_impossible| Fault::Shape)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_fault_of_a_consultation_is_named() {
        let Err(Error::Faulty(faults)) = ConsultationForm { support_threshold: "many".into(), ..ConsultationForm::default() }.parse()
        else {
            panic!("accepted")
        };
        let fields: Vec<&str> = faults.iter().map(|(f, _)| *f).collect();
        assert_eq!(fields, ["title", "teaser", "input_use", "participation", "support_threshold"]);
    }

    #[test]
    fn local_times_cross_the_change_of_clocks() {
        let paris = TimeZone::get("Europe/Paris").unwrap();
        let at = |typed: &str| moment(typed, &paris).map(|t| t.0.to_string());
        assert_eq!(at("2026-11-21T18:00"), Ok("2026-11-21T17:00:00Z".into()));
        assert_eq!(at("2026-07-01T18:00"), Ok("2026-07-01T16:00:00Z".into()));
        assert_eq!(at("2026-10-25T02:30"), Ok("2026-10-25T00:30:00Z".into()));
        assert_eq!(at("21/11/2026"), Err(Fault::Shape));
        assert_eq!(at(""), Err(Fault::Missing));
    }
}
