//! How many people of a territory support what is said in a consultation that it carries, as the territory says. What is signed is not cut: it is
//! whole, or it is refused.

use std::collections::BTreeSet;

use domain::Timestamp;
use serde_json::Value;
use url::Url;

use super::read::Reader;
use super::{Bad, same_authority};

/// The type of the document.
pub(crate) const SUPPORTS: &str = "SupportCounts";
/// Most contributions in one document.
pub(crate) const LINES_MAX: usize = 500;
/// Most people that one territory may count for one contribution.
const PEOPLE_MAX: i64 = 10_000_000;

/// Numbers of supports.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct SupportCounts {
    /// Its address.
    pub(crate) id: Url,
    /// The collectivity that says so.
    pub(crate) by: Url,
    /// The call that it answered.
    pub(crate) call: Url,
    /// Of when the numbers are.
    pub(crate) at: Timestamp,
    /// Contributions, each once, and how many people support them.
    pub(crate) lines: Vec<(Url, i32)>,
}

impl SupportCounts {
    /// Reads one.
    ///
    /// # Errors
    /// What is missing or wrong.
    pub(crate) fn read(document: &Value) -> Result<Self, Bad> {
        let reader = Reader::new(document, "object")?;
        if reader.kind()? != SUPPORTS {
            return Err(Bad::Shape("type"));
        }
        let (id, by) = (reader.id()?, reader.url("attributedTo")?);
        if !same_authority(&id, &by) {
            return Err(Bad::Host("id"));
        }
        let at = reader.moment("published").ok_or(Bad::Missing("published"))?;
        // As the databases keep it: else the same moment would be newer than itself.
        let at = Timestamp::from_microsecond(at.as_microsecond()).map_err(|_out_of_range| Bad::Shape("published"))?;
        let said = reader.values("counts");
        match said.len() {
            0 => return Err(Bad::Missing("counts")),
            count if count > LINES_MAX => return Err(Bad::TooMany("counts")),
            _some => {}
        }
        let lines = said.iter().map(line).collect::<Result<Vec<_>, _>>()?;
        let addresses: BTreeSet<&str> = lines.iter().map(|(address, _)| address.as_str()).collect();
        if addresses.len() != lines.len() {
            return Err(Bad::Shape("counts"));
        }
        Ok(Self { call: reader.url("call")?, id, by, at, lines })
    }
}

fn line(value: &Value) -> Result<(Url, i32), Bad> {
    let reader = Reader::new(value, "counts")?;
    let count = reader.value("supports").and_then(Value::as_i64).filter(|count| (0..=PEOPLE_MAX).contains(count));
    let count = count.and_then(|count| i32::try_from(count).ok()).ok_or(Bad::Shape("supports"))?;
    Ok((reader.url("object")?, count))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn document() -> Value {
        json!({
            "id": "https://ars.example/c/eau?supports=1-0", "type": SUPPORTS, "attributedTo": "https://ars.example/actors/ars",
            "to": ["https://state.example/actors/state"], "call": "https://state.example/objects/1/call",
            "counts": [{ "object": "https://state.example/objects/2", "supports": 3 }, { "object": "https://bry.example/objects/3", "supports": 0 }],
            "published": "2026-03-02T11:00:00.000001Z"
        })
    }

    #[test]
    fn numbers_of_supports_are_read_whole_or_not_at_all() {
        let read = SupportCounts::read(&document()).unwrap();
        assert_eq!(read.lines.iter().map(|(_, count)| *count).collect::<Vec<_>>(), [3, 0]);
        assert_eq!(read.at.to_string(), "2026-03-02T11:00:00.000001Z");
        let check = |pointer: &str, value: Value, expected: Bad| {
            let mut changed = document();
            *changed.pointer_mut(pointer).unwrap() = value;
            assert_eq!(SupportCounts::read(&changed), Err(expected), "{pointer}");
        };
        check("/type", json!("Tally"), Bad::Shape("type"));
        check("/id", json!("https://bry.example/c/eau?supports=1-0"), Bad::Host("id"));
        check("/attributedTo", json!(null), Bad::Missing("attributedTo"));
        check("/call", json!(null), Bad::Missing("call"));
        check("/published", json!("yesterday"), Bad::Missing("published"));
        check("/counts", json!([]), Bad::Missing("counts"));
        check("/counts", json!([4]), Bad::Shape("counts"));
        check("/counts/0/object", json!("javascript:alert(1)"), Bad::Shape("object"));
        check("/counts/0/object", json!("https://bry.example/objects/3"), Bad::Shape("counts"));
        for wrong in [json!(-1), json!(10_000_001), json!(1.5), json!("3"), json!(null), json!(u64::MAX)] {
            check("/counts/0/supports", wrong, Bad::Shape("supports"));
        }
        let many = |count: usize| {
            json!((0..count).map(|n| json!({ "object": format!("https://bry.example/objects/{n}"), "supports": 1 })).collect::<Vec<_>>())
        };
        check("/counts", many(LINES_MAX + 1), Bad::TooMany("counts"));
        let mut most = document();
        most["counts"] = many(LINES_MAX);
        most["counts"][0]["supports"] = json!(10_000_000);
        assert_eq!(SupportCounts::read(&most).unwrap().lines.len(), LINES_MAX);
    }
}
