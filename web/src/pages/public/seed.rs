//! Which of the random orders somebody sees. The same visitor keeps the same order for a day, a member for good; an address may name it,
//! so that the second page continues the first.

use crate::viewer::Visit;
use deliberation::fair_order;
use domain::Timestamp;
use sha2::{Digest, Sha256};

/// How many orders there are: enough that nobody is favoured, few enough that they name nobody.
const ORDERS: u64 = 64;

/// The number of the order that an address names, 1 to 64.
pub(super) fn named(text: &str) -> Option<u64> {
    text.parse().ok().filter(|n| (1..=ORDERS).contains(n))
}

/// The number of the order for this visit, 1 to 64.
pub(super) fn own(visit: &Visit, secret: &[u8], now: Timestamp) -> u64 {
    match &visit.me {
        Some(me) => drawn(&[secret, b"member", me.id.0.as_bytes()]),
        None => {
            let day = now.as_second().div_euclid(86_400).to_be_bytes();
            drawn(&[secret, b"visitor", &visit.client.bucket(), visit.agent.as_bytes(), &day])
        }
    }
}

/// The seed of an order, spread over the whole range so that neighbouring numbers give orders that have nothing in common.
pub(super) fn seed(order: u64) -> i64 {
    fair_order::seed(number(&[b"order", &order.to_be_bytes()]))
}

fn drawn(parts: &[&[u8]]) -> u64 {
    number(parts) % ORDERS + 1
}

fn number(parts: &[&[u8]]) -> u64 {
    let mut digest = Sha256::new();
    for part in parts {
        digest.update(u64::try_from(part.len()).unwrap_or(u64::MAX).to_be_bytes());
        digest.update(part);
    }
    digest.finalize().iter().take(8).fold(0, |sum, byte| (sum << 8) | u64::from(*byte))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn an_address_names_one_of_the_orders() {
        for (text, expected) in [("1", Some(1)), ("64", Some(64)), ("0", None), ("65", None), ("-1", None), ("", None), ("abc", None)] {
            assert_eq!(named(text), expected, "{text}");
        }
    }

    #[test]
    fn every_order_has_its_seed() {
        let seeds: BTreeSet<i64> = (1..=ORDERS).map(seed).collect();
        assert_eq!(seeds.len(), 64);
        assert!(seeds.iter().all(|seed| (1..fair_order::MODULUS).contains(seed)));
    }

    #[test]
    fn people_are_spread_over_the_orders() {
        let mut counts = [0_u32; 64];
        for n in 0..6400_u32 {
            let order = drawn(&[b"secret", b"visitor", &n.to_be_bytes()]);
            counts[usize::try_from(order - 1).unwrap()] += 1;
        }
        assert!(counts.iter().all(|count| (50..160).contains(count)), "{counts:?}");
        assert_eq!(drawn(&[b"a", b"bc"]), drawn(&[b"a", b"bc"]));
        assert_ne!(number(&[b"ab", b"c"]), number(&[b"a", b"bc"]));
    }
}
