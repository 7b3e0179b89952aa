//! Participatory budgets: which projects win, exactly, and why the others do not.
//!
//! Notation: projects p of cost c(p) > 0, a budget B, n voters, N(p) the voters who chose p, s(p) the score of p. Money is whole numbers of the
//! smallest unit (`Instance::unit` of them make one unit of the currency); shares of it are exact fractions. Nothing is rounded before it is shown.

mod exact;
mod explain;
mod greedy;
mod instance;
mod phragmen;
mod rule;
mod rule_text;
mod shares;

pub use explain::{Comparison, Loss, Outcome, Stop, Why, Win};
pub use instance::{Instance, InstanceFault, Project, WITHDRAWN_COST};
pub use rule::{Completion, EqualShares, Greedy, Method, Rule, RuleFault, Start, Ties, Utility};
pub use rule_text::NotARule;

/// Applies a rule. `lots` is the order of the projects' places in the instance, drawn and published beforehand: the earlier wins where nothing else
/// decides; places that it leaves out come after, in their order.
///
/// # Errors
/// What of the rule does not go with this instance.
pub fn decide(instance: &Instance, rule: &Rule, lots: &[usize]) -> Result<Outcome, RuleFault> {
    rule.fits(instance)?;
    let ranks = instance.ranks(rule.ties, lots);
    let able: Vec<bool> = (0..instance.projects().len()).map(|place| rule.able(instance, place)).collect();
    Ok(match &rule.method {
        Method::Greedy(variant) => greedy::decide(instance, variant, &able, &ranks),
        Method::EqualShares(variant) => shares::decide(instance, variant, &able, &ranks)?,
        Method::Phragmen => phragmen::decide(instance, &able, &ranks),
    })
}

#[cfg(test)]
mod tests;
