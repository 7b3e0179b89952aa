//! Amounts of money in words.

use crate::texts::{Number, Texts};

/// Cents as euros, in the language's own numbers; cents are written only where there are any.
pub(crate) fn euros(t: &Texts, cents: impl Number) -> String {
    let cents = cents.number();
    let (whole, rest) = (cents / 100, cents % 100);
    let amount = t.number(whole);
    let text = if rest == 0 { amount } else { t.with2("rules-decimals", "whole", amount, "rest", format!("{:02}", rest.abs())) };
    format!("{text}\u{a0}€")
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::lang::Lang;

    #[test]
    fn euros_are_written_as_people_write_them() {
        let t = Texts::new(Lang::Fr);
        let check = |cents: i64, expected: &str| assert_eq!(euros(&t, cents).replace(['\u{202f}', '\u{a0}'], " "), expected);
        check(0, "0 €");
        check(1_234_500, "12 345 €");
        check(1_050, "10,50 €");
    }
}
