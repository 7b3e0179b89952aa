//! A part of a whole, as people read it: in hundredths, rounded half up.

/// How many hundredths of `whole` these are; 0 of nothing.
#[must_use]
pub(crate) const fn percent(part: i64, whole: i64) -> i64 {
    if whole <= 0 { 0 } else { (200 * part + whole) / (2 * whole) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halves_are_rounded_up() {
        for (part, whole, expected) in [(0, 0, 0), (1, 3, 33), (2, 3, 67), (1, 200, 1), (1, 201, 0), (1, 8, 13), (5, 5, 100)] {
            assert_eq!(percent(part, whole), expected, "{part} of {whole}");
        }
    }
}
