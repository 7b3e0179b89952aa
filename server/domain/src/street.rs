//! Reports from the street: what somebody saw, where such a report stands, and what it may become next.

use crate::lang::Lang;
use crate::place::{Outline, PlaceFault};
use crate::territory::Place;
use crate::text::{self, Fault};

crate::words! {
    /// What a report says.
    ReportKind {
        /// Something is broken, dirty or dangerous.
        Anomaly = "anomaly",
        /// Something could be better.
        Suggestion = "suggestion",
        /// Something is well done.
        Congratulation = "congratulation",
    }
}

crate::words! {
    /// Where a report stands.
    ReportState {
        /// It has come; nobody has looked at it.
        Received = "received",
        /// It will be dealt with.
        Accepted = "accepted",
        /// A service has it.
        Assigned = "assigned",
        /// It was sent to the collectivity that is competent.
        Forwarded = "forwarded",
        /// Somebody works on it.
        InProgress = "in_progress",
        /// It is done.
        Resolved = "resolved",
        /// Nothing will be done; the reason is said.
        Refused = "refused",
        /// It says the same as another one.
        Duplicate = "duplicate",
    }
}

crate::words! {
    /// Why nothing will be done.
    RefusalReason {
        /// Another collectivity or a company is competent: it is named.
        NotOurs = "not_ours",
        /// Nothing was found there.
        NothingFound = "nothing_found",
        /// It stands on private ground.
        PrivateGround = "private_ground",
        /// It cannot be done.
        NotPossible = "not_possible",
        /// It is already planned otherwise, or decided.
        Decided = "decided",
        /// It is no report: advertisement, insult, a person.
        Improper = "improper",
    }
}

crate::words! {
    /// By which way a report came.
    Channel {
        /// The form of this site.
        Web = "web",
        /// Somebody called.
        Phone = "phone",
        /// Somebody wrote on paper.
        Letter = "letter",
        /// Somebody came to a desk.
        Desk = "desk",
        /// A program spoke Open311.
        Open311 = "open311",
        /// Another collectivity sent it.
        Collectivity = "collectivity",
    }
}

/// Shortest text of a report, in characters.
pub const WORDS_MIN: usize = 5;
/// Longest text of a report, in characters (GeoReport v2: 4,000).
pub const WORDS_MAX: usize = 4_000;
/// Longest address in words, in characters.
pub const ADDRESS_MAX: usize = 200;
/// Longest name of a category, a family or a service, in characters.
pub const NAME_MAX: usize = 80;
/// Longest delay that is promised, in days.
pub const DAYS_MAX: i32 = 730;
/// How far a report may be from the territory's own point where its outline is not known, in kilometres: a region fits, a slip of the pen does not.
pub const FAR_KM: f64 = 400.0;
/// How far beyond the outline of the territory a report may be, in metres: outlines are drawn coarsely, and streets run along borders.
pub const BORDER_METRES: f64 = 1_000.0;
/// What is offered as said already, in metres around a place.
pub const NEARBY_METRES: f64 = 150.0;
/// Days without an answer after which a report that was sent to another collectivity is shown as unanswered.
pub const UNANSWERED_DAYS: i64 = 7;
/// Length of a degree of latitude, in kilometres (mean meridian of WGS 84: 40,007.86 km / 360).
const DEGREE_KM: f64 = 111.132;

impl ReportState {
    /// Whether nothing more happens unless somebody opens it again.
    #[must_use]
    pub const fn is_closed(self) -> bool {
        match self {
            Self::Resolved | Self::Refused | Self::Duplicate => true,
            Self::Received | Self::Accepted | Self::Assigned | Self::Forwarded | Self::InProgress => false,
        }
    }

    /// Whether an agent may say this next. What was sent elsewhere moves by what is answered there, or is taken back; a duplicate stays with its other.
    #[must_use]
    pub const fn may_become(self, next: Self) -> bool {
        match self {
            Self::Received => !matches!(next, Self::Received),
            Self::Accepted | Self::Assigned | Self::InProgress => !matches!(next, Self::Received),
            Self::Forwarded => matches!(next, Self::Received),
            Self::Resolved | Self::Refused => matches!(next, Self::Accepted | Self::Assigned | Self::InProgress | Self::Forwarded),
            Self::Duplicate => false,
        }
    }
}

/// Reads a place as people type it, with a comma or a point; both empty: no place.
///
/// # Errors
/// `Shape` when it is none.
pub fn typed_place(latitude: &str, longitude: &str) -> Result<Option<Place>, Fault> {
    let (latitude, longitude) = (latitude.trim().replace(',', "."), longitude.trim().replace(',', "."));
    if latitude.is_empty() && longitude.is_empty() {
        return Ok(None);
    }
    if latitude.len() > 30 || longitude.len() > 30 {
        return Err(Fault::Shape);
    }
    let degrees = |text: &str| text.parse::<f64>().map_err(|_no_number| Fault::Shape);
    Place::new(degrees(&latitude)?, degrees(&longitude)?).map(Some).ok_or(Fault::Shape)
}

/// The distance between two places in kilometres, on a sphere, for short distances (equirectangular approximation).
#[must_use]
pub fn distance_km(from: Place, to: Place) -> f64 {
    let middle = f64::midpoint(from.latitude, to.latitude).to_radians();
    let (north, east) = (to.latitude - from.latitude, (to.longitude - from.longitude) * middle.cos());
    north.hypot(east) * DEGREE_KM
}

/// The box around a place in which everything within so many metres lies: the least and the most latitude, then longitude.
#[must_use]
pub fn around(place: Place, metres: f64) -> ((f64, f64), (f64, f64)) {
    let north = metres / 1000.0 / DEGREE_KM;
    let east = north / place.latitude.to_radians().cos().max(0.01);
    ((place.latitude - north, place.latitude + north), (place.longitude - east, place.longitude + east))
}

/// The ground on which something can be reported.
#[derive(Debug, Clone, Copy)]
pub struct Ground<'a> {
    /// The outline of the territory; empty where it is not known.
    pub outline: &'a Outline,
    /// The territory's own point.
    pub own: Option<Place>,
}

impl Ground<'_> {
    /// Reads a place as people type it: nothing where none is typed.
    ///
    /// # Errors
    /// `Shape` when it is none, `Place(Outside)` when it lies beyond the outline and its border, or, without an outline, far from the own point.
    pub fn typed(&self, latitude: &str, longitude: &str) -> Result<Option<Place>, Fault> {
        let place = typed_place(latitude, longitude)?;
        if place.is_none_or(|place| self.holds(place)) { Ok(place) } else { Err(Fault::Place(PlaceFault::Outside)) }
    }

    fn holds(&self, place: Place) -> bool {
        if self.outline.is_empty() {
            return self.own.is_none_or(|own| distance_km(own, place) <= FAR_KM);
        }
        self.outline.reaches(place, BORDER_METRES)
    }
}

/// The code of a category for programs, from its name: small letters, digits and hyphens, at most 40.
///
/// # Errors
/// `Missing` when nothing is left.
pub fn category_code(name: &str) -> Result<String, Fault> {
    let code = text::Slug::from_title(name).ok_or(Fault::Missing)?;
    let code: String = code.as_str().chars().take(40).collect();
    Ok(code.trim_end_matches('-').to_owned())
}

/// Longest handle of a group, in characters, without what makes it different from another one.
const HANDLE_MAX: usize = 60;

/// The handle of a group of reports in the language of the instance: of the one with this name, or of all.
#[must_use]
pub fn group_handle(lang: Lang, name: Option<&str>) -> String {
    let all = match lang {
        Lang::Fr => "signalements",
        Lang::En => "reports",
        Lang::De => "meldungen",
    };
    let plain = |name: &str| text::Slug::from_title(name).map(|slug| slug.as_str().replace('-', "_"));
    let handle = name.and_then(plain).map_or_else(|| all.to_owned(), |name| format!("{all}_{name}"));
    handle.chars().take(HANDLE_MAX).collect::<String>().trim_end_matches('_').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_step_that_a_report_may_take() {
        #[rustfmt::skip]
        let table = [
            //                        rec acc ass for pro res ref dup
            (ReportState::Received,   "-   x   x   x   x   x   x   x"),
            (ReportState::Accepted,   "-   x   x   x   x   x   x   x"),
            (ReportState::Assigned,   "-   x   x   x   x   x   x   x"),
            (ReportState::Forwarded,  "x   -   -   -   -   -   -   -"),
            (ReportState::InProgress, "-   x   x   x   x   x   x   x"),
            (ReportState::Resolved,   "-   x   x   x   x   -   -   -"),
            (ReportState::Refused,    "-   x   x   x   x   -   -   -"),
            (ReportState::Duplicate,  "-   -   -   -   -   -   -   -"),
        ];
        assert_eq!(table.len(), ReportState::ALL.len());
        for (from, expected) in table {
            let row: Vec<&str> = ReportState::ALL.iter().map(|next| if from.may_become(*next) { "x" } else { "-" }).collect();
            assert_eq!(row.join(" "), expected.split_whitespace().collect::<Vec<_>>().join(" "), "{from}");
        }
    }

    #[test]
    fn places_are_read_as_people_type_them() {
        let check = |latitude: &str, longitude: &str, expected: Result<Option<(f64, f64)>, Fault>| {
            let read = typed_place(latitude, longitude).map(|place| place.map(|p| (p.latitude, p.longitude)));
            assert_eq!(read, expected, "{latitude} {longitude}");
        };
        check("44.2028", "0.6257", Ok(Some((44.2028, 0.6257))));
        check(" 44,2028 ", "-0,6257", Ok(Some((44.2028, -0.6257))));
        check("", " ", Ok(None));
        for (latitude, longitude) in
            [("44", ""), ("", "1"), ("91", "0"), ("NaN", "0"), ("inf", "1"), ("1e99", "0"), ("x", "y"), ("0", "181")]
        {
            check(latitude, longitude, Err(Fault::Shape));
        }
        assert_eq!(typed_place(&"1".repeat(500), "1"), Err(Fault::Shape));
    }

    #[test]
    fn distances_are_near_enough() {
        let agen = Place::new(44.2028, 0.6257).unwrap();
        let bordeaux = Place::new(44.8378, -0.5792).unwrap();
        assert!((distance_km(agen, bordeaux) - 119.0).abs() < 2.0, "{}", distance_km(agen, bordeaux));
        let ((south, north), (west, east)) = around(agen, NEARBY_METRES);
        let corner = distance_km(agen, Place::new(north, east).unwrap());
        assert!(
            south < agen.latitude && west < agen.longitude && (corner * 1000.0 - NEARBY_METRES * 2.0_f64.sqrt()).abs() < 1.0,
            "{corner}"
        );
    }

    #[test]
    fn the_ground_is_the_outline_with_its_border_else_what_is_around_the_own_point() {
        let agen = Place::new(44.2028, 0.6257).unwrap();
        let square = |west, south| {
            let at = |latitude, longitude| Place { latitude, longitude };
            Outline::new(vec![vec![vec![at(south, west), at(south, west + 0.1), at(south + 0.1, west + 0.1), at(south + 0.1, west)]]])
                .unwrap()
        };
        let check = |outline: &Outline, own, (latitude, longitude): (&str, &str), expected| {
            let read = Ground { outline, own }.typed(latitude, longitude);
            let held = match read {
                Ok(_) => true,
                Err(fault) => {
                    assert_eq!(fault, Fault::Place(PlaceFault::Outside));
                    false
                }
            };
            assert_eq!(held, expected, "{latitude} {longitude}");
        };
        let (bordeaux, lille) = (("44.8378", "-0.5792"), ("50.6292", "3.0573"));
        let unknown = Outline::default();
        check(&unknown, Some(agen), bordeaux, true);
        check(&unknown, Some(agen), lille, false);
        check(&unknown, None, lille, true);
        // The outline says more than the point. A thousandth of a degree of latitude is 111 metres, here one of longitude 80.
        let around = square(0.6, 44.2);
        check(&around, Some(agen), bordeaux, false);
        for (place, expected) in [
            (("44.25", "0.65"), true),
            (("44.308", "0.65"), true),
            (("44.310", "0.65"), false),
            (("44.25", "0.588"), true),
            (("44.25", "0.586"), false),
            // Off a corner: 0.7 km, then 1.2 km.
            (("44.305", "0.705"), true),
            (("44.308", "0.710"), false),
            (("", ""), true),
        ] {
            check(&around, Some(agen), place, expected);
        }
        assert_eq!(Ground { outline: &around, own: None }.typed("x", "y"), Err(Fault::Shape));
    }

    #[test]
    fn groups_have_handles_that_can_be_typed() {
        assert_eq!(group_handle(Lang::Fr, None), "signalements");
        assert_eq!(group_handle(Lang::Fr, Some("Éclairage public & feux")), "signalements_eclairage_public_feux");
        assert_eq!(group_handle(Lang::De, Some("Straßen")), "meldungen_strassen");
        assert_eq!(group_handle(Lang::En, Some("???")), "reports");
        let long = group_handle(Lang::Fr, Some(&"Voirie ".repeat(30)));
        assert!(long.len() <= HANDLE_MAX && !long.ends_with('_'), "{long}");
    }

    #[test]
    fn codes_of_categories_are_short_and_plain() {
        assert_eq!(category_code("Éclairage public & feux").as_deref(), Ok("eclairage-public-feux"));
        assert_eq!(category_code(&"Voirie ".repeat(20)).map(|code| code.len() <= 40), Ok(true));
        assert_eq!(category_code("???"), Err(Fault::Missing));
    }
}
