//! Exact fractions that are made one from another: the n-th price is a whole number plus whole multiples of the earlier prices, divided by a whole
//! number. Kept over denominators of which each is the one before times a small number, they are summed without ever reducing a fraction.

use num_bigint::BigInt;

/// How many bits after the point an approximate amount has; see `Ladder::rounded`. Results are the same with any number; with few bits they take longer.
pub(super) const FRACTION: u32 = 40;

/// One price: `numerator ÷ denominator`.
#[derive(Debug, Clone)]
struct Step {
    units: u64,
    numerator: BigInt,
    denominator: BigInt,
}

/// Prices r₁, r₂ … over denominators Dₖ = Dₖ₋₁ · unitsₖ, above a start E ÷ D₀.
#[derive(Debug, Clone)]
pub(super) struct Ladder {
    start: BigInt,
    base: BigInt,
    bits: u32,
    steps: Vec<Step>,
}

impl Ladder {
    /// A ladder that starts at `start ÷ base`; `base` is above zero. Approximate amounts have `bits` bits after the point.
    pub(super) fn new(start: u128, base: u64, bits: u32) -> Self {
        Self { start: BigInt::from(start), base: BigInt::from(base), bits, steps: Vec::new() }
    }

    /// How many prices there are.
    pub(super) const fn len(&self) -> usize {
        self.steps.len()
    }

    /// (`whole` − `starts` · E/D₀ + Σₖ `paid`ₖ · rₖ) · D, where D is the last denominator. By Horner's scheme: each step multiplies by a small number.
    pub(super) fn numerator(&self, whole: u64, starts: u128, paid: &[u128]) -> BigInt {
        let mut sum = &self.base * whole - &self.start * starts;
        for (step, paid) in self.steps.iter().zip(paid.iter().chain(std::iter::repeat(&0))) {
            sum *= step.units;
            if *paid > 0 {
                sum += &step.numerator * *paid;
            }
        }
        sum
    }

    /// Adds the price `numerator ÷ (D · units)`.
    pub(super) fn push(&mut self, numerator: BigInt, units: u64) {
        let denominator = self.denominator() * units;
        self.steps.push(Step { units, numerator, denominator });
    }

    /// The last denominator.
    pub(super) fn denominator(&self) -> &BigInt {
        self.steps.last().map_or(&self.base, |step| &step.denominator)
    }

    /// `times` the last price, rounded down to the last bit.
    pub(super) fn rounded(&self, times: u64) -> i128 {
        let Some(step) = self.steps.last() else { return 0 };
        self.approximate(&(&step.numerator * times), &step.denominator)
    }

    /// A price, rounded up to a whole number.
    pub(super) fn rounded_up(&self, step: usize) -> u64 {
        let Some(step) = self.steps.get(step) else { return 0 };
        u64::try_from((&step.numerator + &step.denominator - 1_u32) / &step.denominator).unwrap_or(u64::MAX)
    }

    /// The start, rounded down to the last bit.
    pub(super) fn rounded_start(&self) -> i128 {
        self.approximate(&self.start, &self.base)
    }

    /// `numerator ÷ D`, rounded down to a whole number.
    pub(super) fn whole(&self, numerator: &BigInt) -> u64 {
        u64::try_from(numerator / self.denominator()).unwrap_or_default()
    }

    fn approximate(&self, numerator: &BigInt, denominator: &BigInt) -> i128 {
        i128::try_from((numerator << self.bits) / denominator).unwrap_or(i128::MAX)
    }
}
