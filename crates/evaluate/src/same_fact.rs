//! When a predicted value or speaker counts as the one that the gold has.

use copydesk_document::FigureValue;
use copydesk_text::folded;

/// Gold without a unit gives numbers only, as in data sets whose spans name the unit: then any unit
/// is right.
pub(crate) fn is_same_value(predicted: &FigureValue, gold: &FigureValue) -> bool {
    if !gold.unit().is_none() {
        return predicted.same_amount(gold);
    }
    let same = |one: f64, two: f64| (one - two).abs() <= 1e-9 * two.abs().max(1.0);
    match (predicted.numbers(), gold.numbers()) {
        ((one, None), (two, None)) => same(one, two),
        ((low, Some(high)), (gold_low, Some(gold_high))) => {
            same(low, gold_low) && same(high, gold_high)
        }
        _ => false,
    }
}

/// `Mr. Lavrov` and `Sergei Lavrov`, `Israeli police` and `police` are the same: the last word is,
/// or one name's words are all in the other's.
pub fn is_same_speaker(one: &str, other: &str) -> bool {
    let words = |name: &str| -> Vec<String> {
        let name = folded(name).replace(['’', '\''], " ");
        name.split_whitespace().map(str::to_owned).collect()
    };
    let (one, other) = (words(one), words(other));
    let within = |some: &[String], all: &[String]| some.iter().all(|word| all.contains(word));
    one.last() == other.last() || within(&one, &other) || within(&other, &one)
}

#[cfg(test)]
mod tests {
    use super::is_same_speaker;

    #[test]
    fn a_speaker_may_be_named_in_short() {
        for (one, other, expected) in [
            ("Mr. Lavrov", "Sergei Lavrov", true),
            ("police", "Israeli police", true),
            ("LAVROV", "Lavrov", true),
            ("Lavrov’s office", "Lavrov", true),
            ("Sergei Lavrov", "Sergei Shoigu", false),
            ("Ann", "Bo", false),
        ] {
            assert_eq!(is_same_speaker(one, other), expected, "{one}, {other}");
            assert_eq!(is_same_speaker(other, one), expected, "{other}, {one}");
        }
    }
}
