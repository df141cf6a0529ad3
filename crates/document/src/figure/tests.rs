//! Laws and examples of figure values.

use proptest::prelude::*;

use crate::{FigureAmount, FigureKind, FigureUnit, FigureValue, Qualifier};

fn value(words: &str) -> FigureValue {
    words
        .parse()
        .unwrap_or_else(|error| panic!("{words}: {error}"))
}

#[test]
fn what_people_type_is_written_in_one_way() {
    let table = [
        ("5%", "5 percent"),
        ("around 5 %", "about 5 percent"),
        ("5 per cent", "5 percent"),
        ("$3bn", "3000000000 USD"),
        ("$3-5bn", "3000000000..5000000000 USD"),
        ("$3bn to $5bn", "3000000000..5000000000 USD"),
        ("US$ 1.1 million", "1100000 USD"),
        ("£5m", "5000000 GBP"),
        ("350 million euros", "350000000 EUR"),
        ("500 USD", "500 USD"),
        ("$15 per hour", "15 USD per hour"),
        ("1,000", "1000"),
        ("3,5 %", "3.5 percent"),
        ("€ 12,50", "12.5 EUR"),
        ("3,50,000", "350000"),
        ("1\u{202f}000", "1000"),
        ("500 to 1 thousand", "500..1000"),
        ("between 10 and 15 percent", "10..15 percent"),
        ("10–15%", "10..15 percent"),
        ("3-1", "3-1"),
        ("3 years", "3 year"),
        ("-3.5 °C", "-3.5 degree Celsius"),
        ("60 mph", "60 mile per hour"),
        ("60 miles per hour", "60 mile per hour"),
        ("2/3 times", "2/3 times"),
        ("1/4", "0.25"),
        ("at least 500 troops", "at least 500 troops"),
        (">= 7", "at least 7"),
        ("about 3..5 week", "about 3..5 week"),
    ];
    for (typed, written) in table {
        assert_eq!(value(typed).to_string(), written, "{typed}");
        assert_eq!(value(written), value(typed), "{typed}");
    }
}

#[test]
fn what_is_refused_says_why() {
    let table = [
        ("", "a figure needs a number"),
        ("many", "expected a number, found “many”"),
        (
            "15-10 percent",
            "a range must go from the smaller number to the larger",
        ),
        ("between 5", "“between” needs two numbers"),
        ("5 !!", "“!!” cannot be a unit"),
        (
            "3-1.5",
            "a score is two whole numbers and nothing else, such as 3-1",
        ),
        ("1e99", "“e99” cannot be a unit"),
    ];
    for (typed, why) in table {
        let refused = typed
            .parse::<FigureValue>()
            .map_err(|error| error.to_string());
        assert_eq!(refused, Err(why.to_owned()), "{typed}");
    }
}

#[test]
fn quantities_are_compared_across_units_and_hedges() {
    let same = [
        ("half a million", "500000", "500,000"),
        ("an hour", "1 hour", "60 minutes"),
        ("a quarter", "1/4 times", "25%"),
        ("hedged", "about 5 km", "5,000 m"),
        ("a range", "1..2 hour", "60..120 minutes"),
    ];
    for (why, one, other) in same {
        assert!(value(one).same_amount(&value(other)), "{why}");
        assert!(value(other).same_amount(&value(one)), "{why}");
    }
    for (one, other) in [
        ("5", "5%"),
        ("5 USD", "5 EUR"),
        ("3-1", "3..10"),
        ("5", "5..6"),
    ] {
        assert!(!value(one).same_amount(&value(other)), "{one} {other}");
    }
}

#[test]
fn the_kind_follows_from_the_unit() {
    let table = [
        ("5", FigureKind::Count),
        ("5%", FigureKind::Percent),
        ("5 percentage points", FigureKind::Percent),
        ("1/2 times", FigureKind::Ratio),
        ("5 EUR per hour", FigureKind::Money),
        ("5 acres", FigureKind::Measure),
        ("5 decades", FigureKind::Duration),
        ("3-1", FigureKind::Score),
    ];
    for (words, kind) in table {
        assert_eq!(value(words).kind(), kind, "{words}");
    }
}

fn number() -> impl Strategy<Value = f64> {
    prop_oneof![
        -1e30..1e30,
        -1e6..1e6,
        (-9999..9999_i32).prop_map(f64::from),
        (-99..99_i32, 1..99_i32)
            .prop_map(|(numerator, denominator)| { f64::from(numerator) / f64::from(denominator) }),
    ]
}

proptest! {
    #[test]
    fn reading_what_was_written_gives_the_same_value(
        qualifier in prop::sample::select(Qualifier::ALL.to_vec()),
        (one, two) in (number(), number()),
        shape in 0..3,
        unit in prop_oneof![
            prop::sample::select(vec!["", "percent", "USD", "times", "year", "mile per hour", "USD per day"])
                .prop_map(str::to_owned),
            "[a-zé°]{1,9}( [a-z-]{1,9})?",
        ],
    ) {
        let amount = match shape {
            0 => FigureAmount::One(one),
            1 => FigureAmount::Range { low: one, high: two },
            _ => FigureAmount::Score { first: one.abs().round(), second: two.abs().round() },
        };
        if let Some(unit) = FigureUnit::new(&unit)
            && let Ok(value) = FigureValue::new(qualifier, amount, unit)
        {
            let written = value.to_string();
            let read = written.parse::<FigureValue>();
            prop_assert_eq!(read.as_ref(), Ok(&value), "{}", written);
            prop_assert!(value.same_amount(&value));
        }
    }

    #[test]
    fn no_words_break_the_reader(words in "\\PC*") {
        if let Ok(value) = words.parse::<FigureValue>() {
            prop_assert_eq!(value.to_string().parse::<FigureValue>(), Ok(value));
        }
    }
}
