//! When a contribution is "widely supported": a threshold that the collectivity declares before anybody supports anything.

/// How far a contribution is from a declared threshold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Recognition {
    /// No threshold was declared.
    NotDeclared,
    /// This many supports are missing, at least one.
    Missing(u32),
    /// The threshold is reached.
    Reached,
}

/// Compares supports with the declared threshold (0: none was declared).
#[must_use]
pub const fn against(supports: u32, threshold: u32) -> Recognition {
    if threshold == 0 {
        return Recognition::NotDeclared;
    }
    match threshold.checked_sub(supports) {
        None | Some(0) => Recognition::Reached,
        Some(missing) => Recognition::Missing(missing),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_threshold_itself_is_enough() {
        let check = |supports, threshold, expected| assert_eq!(against(supports, threshold), expected, "{supports} of {threshold}");
        check(0, 0, Recognition::NotDeclared);
        check(9, 0, Recognition::NotDeclared);
        check(0, 30, Recognition::Missing(30));
        check(29, 30, Recognition::Missing(1));
        check(30, 30, Recognition::Reached);
        check(u32::MAX, 1, Recognition::Reached);
    }
}
