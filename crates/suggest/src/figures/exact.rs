//! Numbers of an article without rounding, until their value is wanted.

/// A fraction of whole numbers from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Exact {
    above: u128,
    below: u128,
}

impl Exact {
    pub fn whole(number: u128) -> Self {
        Self {
            above: number,
            below: 1,
        }
    }

    /// `None` where `below` is 0.
    pub fn fraction(above: u128, below: u128) -> Option<Self> {
        let divisor = greatest_divisor(above, below);
        (below > 0).then(|| Self {
            above: above / divisor,
            below: below / divisor,
        })
    }

    pub fn power_of_ten(power: u8) -> Option<Self> {
        10_u128.checked_pow(u32::from(power)).map(Self::whole)
    }

    pub fn plus(self, other: Self) -> Option<Self> {
        let one = self.above.checked_mul(other.below)?;
        let two = other.above.checked_mul(self.below)?;
        Self::fraction(one.checked_add(two)?, self.below.checked_mul(other.below)?)
    }

    pub fn times(self, other: Self) -> Option<Self> {
        Self::fraction(
            self.above.checked_mul(other.above)?,
            self.below.checked_mul(other.below)?,
        )
    }

    /// `None` where either part grows too large.
    pub fn raised_to(self, power: u32) -> Option<Self> {
        Some(Self {
            above: self.above.checked_pow(power)?,
            below: self.below.checked_pow(power)?,
        })
    }

    /// `None` for zero.
    pub fn inverse(self) -> Option<Self> {
        Self::fraction(self.below, self.above)
    }

    pub fn is_less(self, other: Self) -> bool {
        self.value() < other.value()
    }

    /// The whole number, if it is one.
    pub fn as_whole(self) -> Option<u128> {
        (self.below == 1).then_some(self.above)
    }

    /// Correctly rounded where both parts are below 2^53, which all but absurd numbers are.
    pub fn value(self) -> f64 {
        self.above as f64 / self.below as f64
    }
}

fn greatest_divisor(one: u128, two: u128) -> u128 {
    let (mut one, mut two) = (one, two);
    while two > 0 {
        (one, two) = (two, one % two);
    }
    one.max(1)
}
