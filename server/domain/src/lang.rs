//! Languages of the interface, and the language a text is written in.

crate::words! {
    /// A language of the interface (BCP 47 primary subtag).
    Lang {
        /// French, the first language.
        Fr = "fr",
        /// English.
        En = "en",
        /// German.
        De = "de",
    }
}

impl Lang {
    /// The language's name in itself.
    #[must_use]
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::Fr => "Français",
            Self::En => "English",
            Self::De => "Deutsch",
        }
    }

    /// The first language of an `Accept-Language` header (RFC 9110 §12.5.4) that the interface speaks, by quality then by order.
    #[must_use]
    pub fn negotiate(header: &str) -> Option<Self> {
        let mut best: Option<(u16, Self)> = None;
        for part in header.split(',').take(32) {
            let mut pieces = part.split(';');
            let tag = pieces.next().unwrap_or_default().trim().to_ascii_lowercase();
            let quality = pieces.find_map(|p| p.trim().strip_prefix("q=")).map_or(1000, parse_quality);
            let primary = tag.split('-').next().unwrap_or_default();
            let Some(lang) = Self::parse(primary) else { continue };
            if quality > 0 && best.is_none_or(|(q, _)| quality > q) {
                best = Some((quality, lang));
            }
        }
        best.map(|(_, lang)| lang)
    }
}

/// Quality in thousandths, 0 when it cannot be read.
fn parse_quality(text: &str) -> u16 {
    let mut digits = text.trim().splitn(2, '.');
    let whole: u16 = digits.next().and_then(|d| d.parse().ok()).unwrap_or(0);
    let fraction: String = digits.next().unwrap_or("").chars().chain("000".chars()).take(3).collect();
    whole.saturating_mul(1000).saturating_add(fraction.parse().unwrap_or(0)).min(1000)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn negotiates_by_quality_then_order() {
        let check = |header: &str, expected: Option<Lang>| assert_eq!(Lang::negotiate(header), expected, "{header}");
        check("fr-FR,fr;q=0.9,en;q=0.8", Some(Lang::Fr));
        check("es, en;q=0.5, de;q=0.7", Some(Lang::De));
        check("de;q=0, en;q=0.1", Some(Lang::En));
        check("en, de", Some(Lang::En));
        check("*", None);
        check("", None);
        check("fr;q=banana, de;q=0.2", Some(Lang::De));
    }
}
