//! Territories and the collectivity that runs the instance.

crate::words! {
    /// What kind of territory a collectivity governs.
    TerritoryKind {
        /// A commune.
        Commune = "commune",
        /// A group of communes (EPCI): communauté, métropole.
        Intercommunality = "intercommunality",
        /// A département.
        Department = "department",
        /// A région.
        Region = "region",
        /// The State or a national body.
        State = "state",
        /// Anything else: a district, a park, a university.
        Other = "other",
    }
}

/// INSEE code of a commune, département or région (COG): 2 to 5 characters, digits or the Corsican 2A/2B.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InseeCode(String);

impl InseeCode {
    /// Reads a code; `None` if it has not the shape of one.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let code = text.trim().to_ascii_uppercase();
        let shape = (2..=5).contains(&code.len())
            && code.bytes().enumerate().all(|(i, b)| b.is_ascii_digit() || (i == 1 && (b == b'A' || b == b'B') && code.starts_with('2')));
        shape.then_some(Self(code))
    }

    /// The code.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// SIREN number: nine digits whose Luhn sum is a multiple of ten (INSEE, Sirene).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Siren(String);

impl Siren {
    /// Reads a number, with or without spaces; `None` if it is not a SIREN.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let digits: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        if digits.len() != 9 || !digits.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        let sum: u32 = digits.bytes().rev().enumerate().map(|(i, b)| luhn(u32::from(b - b'0'), i % 2 == 1)).sum();
        (sum.is_multiple_of(10)).then_some(Self(digits))
    }

    /// The nine digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

const fn luhn(digit: u32, doubled: bool) -> u32 {
    let value = if doubled { digit * 2 } else { digit };
    if value > 9 { value - 9 } else { value }
}

/// A point on the Earth (WGS 84), in degrees.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Place {
    /// Latitude, −90 to 90.
    pub latitude: f64,
    /// Longitude, −180 to 180.
    pub longitude: f64,
}

impl Place {
    /// Checks the bounds; `None` outside them or for NaN.
    #[must_use]
    pub fn new(latitude: f64, longitude: f64) -> Option<Self> {
        ((-90.0..=90.0).contains(&latitude) && (-180.0..=180.0).contains(&longitude)).then_some(Self { latitude, longitude })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn insee_codes() {
        for good in ["59350", "2A004", "2b", "75", "11"] {
            assert!(InseeCode::parse(good).is_some(), "{good}");
        }
        for bad in ["", "5", "593500", "A2004", "3A004", "59 350"] {
            assert!(InseeCode::parse(bad).is_none(), "{bad}");
        }
    }

    #[test]
    fn siren_numbers() {
        assert!(Siren::parse("200 093 201").is_some(), "Métropole européenne de Lille");
        assert!(Siren::parse("732829320").is_some());
        for bad in ["732829321", "73282932", "7328293200", "73282932a"] {
            assert!(Siren::parse(bad).is_none(), "{bad}");
        }
    }

    #[test]
    fn places_have_bounds() {
        assert!(Place::new(50.63, 3.06).is_some());
        for (lat, lon) in [(91.0, 0.0), (0.0, 181.0), (f64::NAN, 0.0)] {
            assert!(Place::new(lat, lon).is_none());
        }
    }
}
