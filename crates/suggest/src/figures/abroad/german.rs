//! Reads German numbers in one word: `zweihundertfünfzig`, `anderthalb`, `zwölfjährig`.

use crate::figures::exact::Exact;

const ONES: [(&str, u128); 12] = [
    ("eins", 1),
    ("ein", 1),
    ("eine", 1),
    ("zwei", 2),
    ("drei", 3),
    ("vier", 4),
    ("fünf", 5),
    ("sechs", 6),
    ("sieben", 7),
    ("acht", 8),
    ("neun", 9),
    ("zehn", 10),
];

const TEENS: [(&str, u128); 9] = [
    ("elf", 11),
    ("zwölf", 12),
    ("dreizehn", 13),
    ("vierzehn", 14),
    ("fünfzehn", 15),
    ("sechzehn", 16),
    ("siebzehn", 17),
    ("achtzehn", 18),
    ("neunzehn", 19),
];

const TENS: [(&str, u128); 9] = [
    ("zwanzig", 20),
    ("dreißig", 30),
    ("dreissig", 30),
    ("vierzig", 40),
    ("fünfzig", 50),
    ("sechzig", 60),
    ("siebzig", 70),
    ("achtzig", 80),
    ("neunzig", 90),
];

/// Endings of adjectives that hold a unit, as in `15-jährige`.
const ADJECTIVES: [(&str, &str); 8] = [
    ("jährig", "year"),
    ("prozentig", "percent"),
    ("minütig", "minute"),
    ("stündig", "hour"),
    ("tägig", "day"),
    ("wöchig", "week"),
    ("monatig", "month"),
    ("sekündig", "second"),
];

/// The value of a number in one word in lower case, above one.
pub(super) fn number(word: &str) -> Option<Exact> {
    if word == "anderthalb" {
        return Exact::fraction(3, 2);
    }
    if let Some(whole) = word.strip_suffix("einhalb") {
        return below_thousand(whole)
            .map(Exact::whole)?
            .plus(Exact::fraction(1, 2)?);
    }
    let value = match word.split_once("tausend") {
        Some((count, rest)) => {
            let count = if count.is_empty() {
                1
            } else {
                below_thousand(count)?
            };
            let rest = rest.strip_prefix("und").unwrap_or(rest);
            count * 1000
                + if rest.is_empty() {
                    0
                } else {
                    below_thousand(rest)?
                }
        }
        None => below_thousand(word)?,
    };
    (value > 1).then_some(Exact::whole(value))
}

fn below_thousand(word: &str) -> Option<u128> {
    let Some((count, rest)) = word.split_once("hundert") else {
        return below_hundred(word);
    };
    let count = if count.is_empty() {
        1
    } else {
        below_hundred(count)?
    };
    let rest = rest.strip_prefix("und").unwrap_or(rest);
    Some(
        count * 100
            + if rest.is_empty() {
                0
            } else {
                below_hundred(rest)?
            },
    )
}

fn below_hundred(word: &str) -> Option<u128> {
    let of = |list: &[(&str, u128)], word: &str| {
        let found = list.iter().find(|(name, _)| *name == word);
        found.map(|(_, value)| *value)
    };
    if let Some(value) = of(&ONES, word)
        .or_else(|| of(&TEENS, word))
        .or_else(|| of(&TENS, word))
    {
        return Some(value);
    }
    // Several words hold `und`: `hundert`, `siebenundzwanzig`.
    word.match_indices("und").find_map(|(at, und)| {
        let ones = of(&ONES, word.get(..at)?)?;
        let tens = of(&TENS, word.get(at + und.len()..)?)?;
        Some(tens + ones)
    })
}

/// `jährige` as a unit; `word` is in lower case.
pub(super) fn adjective(word: &str) -> Option<&'static str> {
    let stem = without_ending(word);
    let found = ADJECTIVES.iter().find(|(ending, _)| stem == *ending);
    found.map(|(_, unit)| *unit)
}

/// `zwölfjährige`, `dreimal`, `zehnfache` with number and unit; `word` is in lower case.
pub(super) fn compound(word: &str) -> Option<(Exact, &'static str)> {
    if let Some(count) = word.strip_suffix("mal") {
        return Some((number(count)?, "times"));
    }
    let stem = without_ending(word);
    if let Some(count) = stem.strip_suffix("fach") {
        return Some((number(count)?, "times"));
    }
    ADJECTIVES.iter().find_map(|(ending, unit)| {
        let count = stem.strip_suffix(ending)?;
        Some((
            number(count).or_else(|| (count == "ein").then(|| Exact::whole(1)))?,
            *unit,
        ))
    })
}

fn without_ending(word: &str) -> &str {
    let endings = ["en", "er", "es", "em", "e"];
    let ending = endings.iter().find_map(|ending| word.strip_suffix(ending));
    ending.unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use super::{adjective, compound, number};
    use crate::figures::exact::Exact;

    #[test]
    fn numbers_in_one_word_have_their_value() {
        for (word, value) in [
            ("zwei", 2.0),
            ("zwölf", 12.0),
            ("siebenundzwanzig", 27.0),
            ("hundert", 100.0),
            ("hundertzwanzig", 120.0),
            ("zweihundertfünfzig", 250.0),
            ("tausend", 1000.0),
            ("zweitausendvierhundert", 2400.0),
            ("fünfundzwanzigtausend", 25_000.0),
            ("hunderttausend", 100_000.0),
            ("anderthalb", 1.5),
            ("zweieinhalb", 2.5),
        ] {
            assert_eq!(number(word).map(Exact::value), Some(value), "{word}");
        }
        for word in [
            "",
            "ein",
            "hund",
            "wunder",
            "tausendfach",
            "achtung",
            "undzwei",
            "dreist",
        ] {
            assert_eq!(number(word), None, "{word}");
        }
    }

    #[test]
    fn adjectives_hold_a_unit() {
        assert_eq!(adjective("jähriger"), Some("year"));
        assert_eq!(adjective("köpfige"), None);
        let read = |word| compound(word).map(|(value, unit)| (value.value(), unit));
        assert_eq!(read("zwölfjährige"), Some((12.0, "year")));
        assert_eq!(read("dreimal"), Some((3.0, "times")));
        assert_eq!(read("zehnfache"), Some((10.0, "times")));
        assert_eq!(read("diesmal"), None);
        assert_eq!(read("einfach"), None);
        assert_eq!(read("langjährige"), None);
    }
}
