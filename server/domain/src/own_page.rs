//! What the collectivity may write itself on the pages about itself, and in its glossary.

crate::words! {
    /// A page on which the collectivity may put its own words.
    OwnPage {
        /// Who publishes, who hosts.
        Legal = "legal",
        /// What is kept of people.
        Privacy = "privacy",
        /// How far everybody can use it.
        Accessibility = "accessibility",
        /// What one agrees to who takes part.
        Terms = "terms",
    }
}

/// Longest text of its own on a page, in characters.
pub const OWN_TEXT_MAX: usize = 30_000;
/// Most words that the glossary explains in one language.
pub const TERMS_MAX: usize = 500;
/// Longest explanation of a word, in characters.
pub const EXPLANATION_MAX: usize = 2_000;
