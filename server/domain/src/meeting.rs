//! Meetings: what they are, who may have a place, and who moves up when one is free.

use crate::refusal::Refusal;
use jiff::{SignedDuration, Timestamp};

crate::words! {
    /// How people come together.
    MeetingKind {
        /// In a room or outside.
        InPerson = "in_person",
        /// Each at their own screen.
        Online = "online",
        /// Both.
        Hybrid = "hybrid",
    }
}

impl MeetingKind {
    /// Whether it has a place where people go.
    #[must_use]
    pub const fn has_venue(self) -> bool {
        matches!(self, Self::InPerson | Self::Hybrid)
    }

    /// Whether it has an address to open on a screen.
    #[must_use]
    pub const fn has_link(self) -> bool {
        matches!(self, Self::Online | Self::Hybrid)
    }
}

crate::words! {
    /// Where a meeting stands. Whether it is coming or was held, the clock says.
    MeetingState {
        /// Being prepared: the staff alone sees it.
        Draft = "draft",
        /// Everybody sees it.
        Published = "published",
        /// Called off: everybody sees that.
        Cancelled = "cancelled",
    }
}

crate::words! {
    /// Where somebody's registration stands.
    PlaceState {
        /// The address behind it is not confirmed yet: it holds no place.
        Asked = "asked",
        /// They have a place.
        Registered = "registered",
        /// They wait for one.
        Waiting = "waiting",
        /// They do not come, or the collectivity took the place back.
        Cancelled = "cancelled",
        /// They were there.
        Attended = "attended",
    }
}

impl PlaceState {
    /// Whether it counts among the places that are taken.
    #[must_use]
    pub const fn takes_a_place(self) -> bool {
        matches!(self, Self::Registered | Self::Attended)
    }

    /// Whether somebody wants to come, with or without a place.
    #[must_use]
    pub const fn wants_to_come(self) -> bool {
        matches!(self, Self::Registered | Self::Waiting | Self::Attended)
    }
}

/// How long before the beginning the desk may note who is there.
const DESK_BEFORE: SignedDuration = SignedDuration::from_hours(12);
/// And how long after the end.
const DESK_AFTER: SignedDuration = SignedDuration::from_hours(7 * 24);
/// How long before the beginning those who come are reminded.
pub const REMINDER: SignedDuration = SignedDuration::from_hours(24);
/// How long after the end the names of those who were registered are kept.
pub const NAMES_KEPT: SignedDuration = SignedDuration::from_hours(60 * 24);
/// How long an address may wait to be confirmed.
pub const CONFIRMATION: SignedDuration = SignedDuration::from_hours(48);
/// Most places of a meeting.
pub const PLACES_MAX: u32 = 20_000;
/// The longest meeting.
pub const LENGTH_MAX: SignedDuration = SignedDuration::from_hours(14 * 24);

/// What the rules need to know of a meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Terms {
    /// Where it stands.
    pub state: MeetingState,
    /// Whether one registers at all.
    pub by_registration: bool,
    /// How many places it has; `None` for as many as come.
    pub places: Option<u32>,
    /// When it begins.
    pub begins: Timestamp,
    /// When it ends.
    pub ends: Timestamp,
    /// From when one may register; `None`: as soon as it is published.
    pub opens: Option<Timestamp>,
    /// Until when; `None`: until it begins.
    pub closes: Option<Timestamp>,
}

impl Terms {
    /// Until when one may register, that moment not included.
    #[must_use]
    pub fn deadline(&self) -> Timestamp {
        self.closes.map_or(self.begins, |closes| closes.min(self.begins))
    }

    /// Whether it was called off or is over.
    #[must_use]
    pub fn is_past(&self, now: Timestamp) -> bool {
        self.ends <= now
    }

    /// Whether it was held: published and over.
    #[must_use]
    pub fn was_held(&self, now: Timestamp) -> bool {
        self.state == MeetingState::Published && self.is_past(now)
    }
}

/// May somebody register now?
///
/// # Errors
/// `NotFound` for a draft, `NotOpenNow` outside the time of registration, when there is none, or when the meeting was called off.
pub fn may_register(terms: &Terms, now: Timestamp) -> Result<(), Refusal> {
    match terms.state {
        MeetingState::Draft => return Err(Refusal::NotFound),
        MeetingState::Cancelled => return Err(Refusal::NotOpenNow),
        MeetingState::Published => {}
    }
    let open = terms.by_registration && terms.opens.is_none_or(|opens| opens <= now) && now < terms.deadline();
    if open { Ok(()) } else { Err(Refusal::NotOpenNow) }
}

/// May somebody give their place back now?
///
/// # Errors
/// `NotOpenNow` once it has begun, `AlreadyDone` when there is nothing to give back.
pub fn may_leave(terms: &Terms, state: PlaceState, now: Timestamp) -> Result<(), Refusal> {
    match state {
        PlaceState::Cancelled => Err(Refusal::AlreadyDone),
        PlaceState::Attended => Err(Refusal::NotOpenNow),
        PlaceState::Asked | PlaceState::Registered | PlaceState::Waiting if now < terms.begins => Ok(()),
        PlaceState::Asked | PlaceState::Registered | PlaceState::Waiting => Err(Refusal::NotOpenNow),
    }
}

/// May the desk note that somebody is there now?
///
/// # Errors
/// `NotFound` for a draft, `NotOpenNow` for a meeting that was called off or long before or after it.
pub fn may_note_attendance(terms: &Terms, now: Timestamp) -> Result<(), Refusal> {
    match terms.state {
        MeetingState::Draft => Err(Refusal::NotFound),
        MeetingState::Cancelled => Err(Refusal::NotOpenNow),
        MeetingState::Published if terms.begins - DESK_BEFORE <= now && now <= terms.ends + DESK_AFTER => Ok(()),
        MeetingState::Published => Err(Refusal::NotOpenNow),
    }
}

/// What somebody gets who registers when so many places are taken and so many people wait: nobody overtakes those who wait.
#[must_use]
pub const fn place(places: Option<u32>, taken: u32, waiting: u32) -> PlaceState {
    match places {
        None => PlaceState::Registered,
        Some(places) if taken < places && waiting == 0 => PlaceState::Registered,
        Some(_) => PlaceState::Waiting,
    }
}

/// How many of those who wait get a place now, first come first served. Nobody is called once it has begun.
#[must_use]
pub fn moving_up(terms: &Terms, taken: u32, waiting: u32, now: Timestamp) -> u32 {
    if terms.state != MeetingState::Published || now >= terms.begins {
        return 0;
    }
    terms.places.map_or(waiting, |places| places.saturating_sub(taken).min(waiting))
}

/// When those who come are reminded: a day before. `None` when that moment has passed.
#[must_use]
pub fn reminder_at(begins: Timestamp, now: Timestamp) -> Option<Timestamp> {
    let at = begins - REMINDER;
    (at > now).then_some(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(hours: i64) -> Timestamp {
        Timestamp::UNIX_EPOCH + SignedDuration::from_hours(hours)
    }

    /// From hour 100 to 102, registration from 10 to 90, 20 places.
    fn terms(state: MeetingState) -> Terms {
        let (opens, closes) = (Some(at(10)), Some(at(90)));
        Terms { state, by_registration: true, places: Some(20), begins: at(100), ends: at(102), opens, closes }
    }

    #[test]
    fn registration_is_open_between_its_moments() {
        use MeetingState::{Cancelled, Draft, Published};
        let check = |terms: Terms, hour: i64, expected: Result<(), Refusal>| assert_eq!(may_register(&terms, at(hour)), expected, "{hour}");
        let published = terms(Published);
        check(published, 9, Err(Refusal::NotOpenNow));
        check(published, 10, Ok(()));
        check(published, 89, Ok(()));
        check(published, 90, Err(Refusal::NotOpenNow));
        check(Terms { closes: None, ..published }, 99, Ok(()));
        check(Terms { closes: None, ..published }, 100, Err(Refusal::NotOpenNow));
        check(Terms { closes: Some(at(500)), ..published }, 101, Err(Refusal::NotOpenNow));
        check(Terms { opens: None, ..published }, 0, Ok(()));
        check(Terms { by_registration: false, ..published }, 50, Err(Refusal::NotOpenNow));
        check(terms(Cancelled), 50, Err(Refusal::NotOpenNow));
        check(terms(Draft), 50, Err(Refusal::NotFound));
    }

    #[test]
    fn the_last_place_and_the_list_of_those_who_wait() {
        let check =
            |places: Option<u32>, taken: u32, waiting: u32, expected: PlaceState| assert_eq!(place(places, taken, waiting), expected);
        check(None, 5000, 0, PlaceState::Registered);
        check(Some(20), 0, 0, PlaceState::Registered);
        check(Some(20), 19, 0, PlaceState::Registered);
        check(Some(20), 20, 0, PlaceState::Waiting);
        check(Some(20), 19, 1, PlaceState::Waiting);
        check(Some(0), 0, 0, PlaceState::Waiting);
    }

    #[test]
    fn who_waits_moves_up_in_order_until_it_begins() {
        let published = terms(MeetingState::Published);
        let check = |terms: Terms, taken: u32, waiting: u32, hour: i64, expected: u32| {
            assert_eq!(moving_up(&terms, taken, waiting, at(hour)), expected, "{taken} {waiting} {hour}");
        };
        check(published, 20, 3, 50, 0);
        check(published, 19, 3, 50, 1);
        check(published, 10, 3, 50, 3);
        // More were let in than there are places: nobody moves up, and nobody is sent away.
        check(published, 25, 3, 50, 0);
        check(Terms { places: None, ..published }, 25, 3, 50, 3);
        check(published, 19, 3, 95, 1);
        check(published, 19, 3, 100, 0);
        check(terms(MeetingState::Cancelled), 19, 3, 50, 0);
    }

    #[test]
    fn leaving_and_the_desk_have_their_time() {
        let published = terms(MeetingState::Published);
        let leave = |state: PlaceState, hour: i64| may_leave(&published, state, at(hour));
        assert_eq!(leave(PlaceState::Registered, 99), Ok(()));
        assert_eq!(leave(PlaceState::Waiting, 99), Ok(()));
        assert_eq!(leave(PlaceState::Registered, 100), Err(Refusal::NotOpenNow));
        assert_eq!(leave(PlaceState::Attended, 99), Err(Refusal::NotOpenNow));
        assert_eq!(leave(PlaceState::Cancelled, 50), Err(Refusal::AlreadyDone));
        let desk = |terms: Terms, hour: i64| may_note_attendance(&terms, at(hour));
        assert_eq!(desk(published, 87), Err(Refusal::NotOpenNow));
        assert_eq!(desk(published, 88), Ok(()));
        assert_eq!(desk(published, 102 + 7 * 24), Ok(()));
        assert_eq!(desk(published, 103 + 7 * 24), Err(Refusal::NotOpenNow));
        assert_eq!(desk(terms(MeetingState::Cancelled), 100), Err(Refusal::NotOpenNow));
        assert_eq!(desk(terms(MeetingState::Draft), 100), Err(Refusal::NotFound));
    }

    #[test]
    fn reminders_are_never_late() {
        assert_eq!(reminder_at(at(100), at(50)), Some(at(76)));
        assert_eq!(reminder_at(at(100), at(76)), None);
        assert!(terms(MeetingState::Published).was_held(at(102)) && !terms(MeetingState::Cancelled).was_held(at(102)));
    }
}
