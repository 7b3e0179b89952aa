//! A random order that costs nothing to page through: every contribution draws a number once, every visitor has a seed, and the list is sorted
//! by `number × seed mod (2³¹ − 1)`. The modulus is prime, so for a given seed the map is one to one: no two numbers collide that did not before,
//! and each seed gives another order (a multiplicative congruential generator, Lehmer 1951; Park & Miller 1988). No place in the list is favoured.

/// The Mersenne prime 2³¹ − 1.
pub const MODULUS: i64 = 2_147_483_647;

/// Where a number stands in the order of a seed.
#[must_use]
pub const fn rank(number: i64, seed: i64) -> i64 {
    (number * seed).rem_euclid(MODULUS)
}

/// Brings any number into the range of seeds, 1 to 2³¹ − 2.
#[must_use]
pub const fn seed(from: u64) -> i64 {
    let reduced = (from % 2_147_483_646) as i64;
    reduced + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A small generator of its own, so that the test needs no dependency.
    fn numbers(count: usize) -> Vec<i64> {
        let mut state = 42_u64;
        (0..count)
            .map(|_| {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                seed(state >> 33)
            })
            .collect()
    }

    #[test]
    fn seeds_stay_in_range() {
        for from in [0, 1, 2_147_483_645, 2_147_483_646, u64::MAX] {
            assert!((1..MODULUS).contains(&seed(from)), "{from}");
        }
    }

    #[test]
    fn a_seed_permutes_without_collision() {
        let mut ranks: Vec<i64> = numbers(10_000).into_iter().map(|n| rank(n, 1_234_567)).collect();
        let before = {
            let mut n = numbers(10_000);
            n.sort_unstable();
            n.dedup();
            n.len()
        };
        ranks.sort_unstable();
        ranks.dedup();
        assert_eq!(ranks.len(), before);
    }

    #[test]
    fn every_contribution_is_first_about_as_often() {
        let drawn = numbers(10);
        let mut first = [0_u32; 10];
        for s in numbers(10_000) {
            let winner = (0..10).min_by_key(|i| rank(drawn[*i], s)).unwrap();
            first[winner] += 1;
        }
        for (place, count) in first.iter().enumerate() {
            assert!((800..1200).contains(count), "contribution {place} came first {count} times of 10,000");
        }
    }
}
