//! A report as people write it, and who they are.

use domain::street::{ADDRESS_MAX, Ground, ReportKind, WORDS_MAX, WORDS_MIN};
use domain::territory::Place;
use domain::text::{self, Email, Fault};

use crate::{Error, Faults, Result};

/// Shortest and longest name of a sending, in bytes: what cannot be guessed, and no more.
const SENDING_MIN: usize = 16;
const SENDING_MAX: usize = 64;

/// A report as it was typed.
#[derive(Debug, Clone, Default)]
pub struct ReportForm {
    /// Code of what it says.
    pub kind: String,
    /// Code of the category.
    pub category: String,
    /// The words.
    pub body: String,
    /// Where, in words.
    pub address: String,
    /// Latitude in degrees, as typed.
    pub latitude: String,
    /// Longitude in degrees, as typed.
    pub longitude: String,
    /// What the device calls this sending; empty for nothing. The same again makes nothing new.
    pub sending: String,
}

/// Whoever makes or follows a report without an account.
#[derive(Debug, Clone, Default)]
pub struct Contact {
    /// The address.
    pub email: String,
    /// The name.
    pub name: String,
    /// The telephone number.
    pub phone: String,
}

/// A report of the right shape.
#[derive(Debug, Clone)]
pub(super) struct Draft {
    pub(super) kind: ReportKind,
    pub(super) category: String,
    pub(super) body: String,
    pub(super) address: String,
    pub(super) place: Option<Place>,
    pub(super) sending: Option<String>,
}

/// A contact of the right shape.
#[derive(Debug, Clone, Default)]
pub(super) struct Reached {
    pub(super) email: Option<String>,
    pub(super) name: String,
    pub(super) phone: String,
}

impl ReportForm {
    /// Reads it, with every fault at once. Words may be left out where a program sends a report.
    pub(super) fn parse(&self, ground: Ground<'_>, wordless: bool) -> Result<Draft> {
        let mut faults = Faults::new();
        let kind = ReportKind::parse(&self.kind);
        if kind.is_none() {
            faults.push(("kind", Fault::Choice));
        }
        let least = if wordless { 0 } else { WORDS_MIN };
        let body = text::bounded_text(&self.body, least, WORDS_MAX).map_err(|fault| faults.push(("body", fault)));
        let address = text::bounded_line(&self.address, 0, ADDRESS_MAX).map_err(|fault| faults.push(("spot_address", fault)));
        let place = ground.typed(&self.latitude, &self.longitude).map_err(|fault| faults.push(("spot", fault)));
        if let (Ok(address), Ok(None)) = (&address, &place)
            && address.is_empty()
        {
            faults.push(("spot_address", Fault::Missing));
        }
        match (kind, body, address, place) {
            (Some(kind), Ok(body), Ok(address), Ok(place)) if faults.is_empty() => {
                let sending = Some(self.sending.clone()).filter(|key| (SENDING_MIN..=SENDING_MAX).contains(&key.len()));
                Ok(Draft { kind, category: self.category.clone(), body, address, place, sending })
            }
            _faulty => Err(Error::Faulty(faults)),
        }
    }
}

impl Contact {
    /// Reads it. An address is needed where one must confirm by it.
    pub(super) fn parse(&self, needs_address: bool) -> Result<Reached> {
        let mut faults = Faults::new();
        let email = match self.email.trim() {
            "" if !needs_address => None,
            typed => Email::parse(typed).map(|email| email.as_str().to_owned()).map_err(|fault| faults.push(("email", fault))).ok(),
        };
        let name = text::bounded_line(&self.name, 0, text::NAME_MAX).map_err(|fault| faults.push(("name", fault)));
        let phone = text::bounded_line(&self.phone, 0, 30).map_err(|fault| faults.push(("phone", fault)));
        match (name, phone) {
            (Ok(name), Ok(phone)) if faults.is_empty() => Ok(Reached { email, name, phone }),
            _faulty => Err(Error::Faulty(faults)),
        }
    }
}

/// Both at once, so that every fault is named.
pub(super) fn together(draft: Result<Draft>, reached: Result<Reached>) -> Result<(Draft, Reached)> {
    match (draft, reached) {
        (Ok(draft), Ok(reached)) => Ok((draft, reached)),
        (Err(Error::Faulty(mut faults)), Err(Error::Faulty(more))) => {
            faults.extend(more);
            Err(Error::Faulty(faults))
        }
        (Err(error), _) | (_, Err(error)) => Err(error),
    }
}
