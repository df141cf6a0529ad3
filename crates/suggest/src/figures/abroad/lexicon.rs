//! The words of a language that numbers are made of, with what each does in a figure.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use crate::language::Language;
use crate::lists::{list_file, rows};
use copydesk_document::{FigureUnit, Qualifier};
use copydesk_text::folded;

/// What a word or phrase does.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Role {
    /// `zwölf`, `doscientos`.
    Number(u128),
    /// `eine`, `un`: a number only before a scale, a share or a percentage.
    One,
    /// `cent`: a hundred times what stands before it.
    Hundred,
    /// `mille`, `Mio`: a power of ten.
    Scale(u8),
    /// `Tausende`, `milliers`: a power of ten, at least twice.
    Plural(u8),
    /// `une centaine`: about so many.
    Group(u128),
    Dozen,
    Dozens,
    /// `plusieurs`, before a plural.
    Several,
    /// `halbe`, `demi`, `media`.
    Half,
    /// `la moitié`.
    LoneHalf,
    /// `Drittel`, by what divides the whole.
    Part(u128),
    Unit(FigureUnit),
    /// A coin, of which a hundred are one of the unit.
    Hundredth(FigureUnit),
    /// Before a number.
    Hedge(Qualifier),
    /// Behind a number.
    After(Qualifier),
    Month,
    Weekday,
    /// A number behind it is a name: `Kapitel 3`.
    Numbered,
    /// Often counted in four digits, which would be a year elsewhere.
    Counted,
    /// Before a year.
    Year,
    /// No noun that is counted.
    Function,
    /// Before a small number of those who are known already.
    Determiner,
    Article,
    /// Between the two sides of a vote: `389 gegen 271`.
    Against,
    /// Before those of whom a part is counted: `trois des cinq`.
    Partitive,
    /// `pro Stunde`, `par an`.
    Per,
    /// `im Monat`.
    In,
    /// `millions d’euros`.
    Of,
    To,
    From,
    /// `von 5 auf 7`.
    Onto,
    Between,
    And,
    Or,
    /// Before an hour: `à 20 heures`.
    At,
    /// `20 Uhr`.
    Clock,
}

/// The words of one language, or of all that have no grammar here.
pub(crate) struct Lexicon {
    /// By the first word; the longest phrases first.
    phrases: BTreeMap<String, Vec<Phrase>>,
}

struct Phrase {
    words: Vec<String>,
    roles: Vec<Role>,
}

impl Lexicon {
    pub fn of(language: Language) -> &'static Self {
        static ALL: [OnceLock<Lexicon>; 4] = [const { OnceLock::new() }; 4];
        let [german, french, spanish, elsewhere] = &ALL;
        match language {
            Language::German => german.get_or_init(|| Self::read(list_file!("figures/german"))),
            Language::French => french.get_or_init(|| Self::read(list_file!("figures/french"))),
            Language::Spanish => spanish.get_or_init(|| Self::read(list_file!("figures/spanish"))),
            _ => elsewhere.get_or_init(|| Self::read(list_file!("figures/elsewhere"))),
        }
    }

    fn read(file: &'static str) -> Self {
        let mut phrases: BTreeMap<String, Vec<Phrase>> = BTreeMap::new();
        for (words, roles) in rows(file) {
            let words: Vec<String> = words.split(' ').map(folded).collect();
            let roles = roles.split(", ").filter_map(role).collect();
            let first = words.first().cloned().unwrap_or_default();
            phrases
                .entry(first)
                .or_default()
                .push(Phrase { words, roles });
        }
        for phrases in phrases.values_mut() {
            phrases.sort_by_key(|phrase| std::cmp::Reverse(phrase.words.len()));
        }
        Self { phrases }
    }

    /// The first that `pick` takes of the phrases that stand at `at` in `words`, the longest first, with what follows.
    pub fn pick<T>(
        &self,
        words: &[&str],
        at: usize,
        pick: impl Fn(&Role) -> Option<T>,
    ) -> Option<(T, usize)> {
        let phrases = self.phrases.get(*words.get(at)?)?;
        phrases.iter().find_map(|phrase| {
            let next = at + phrase.words.len();
            let stands = words
                .get(at..next)
                .is_some_and(|words| words == phrase.words);
            let found = phrase.roles.iter().filter(|_| stands).find_map(&pick)?;
            Some((found, next))
        })
    }
}

/// A role as the lists have it: `number 12`, `hedge about`, `month`.
fn role(words: &str) -> Option<Role> {
    let (kind, value) = words.split_once(' ').unwrap_or((words, ""));
    Some(match kind {
        "number" => Role::Number(value.parse().ok()?),
        "one" => Role::One,
        "hundred" => Role::Hundred,
        "scale" => Role::Scale(value.parse().ok()?),
        "plural" => Role::Plural(value.parse().ok()?),
        "group" => Role::Group(value.parse().ok()?),
        "dozen" => Role::Dozen,
        "dozens" => Role::Dozens,
        "several" => Role::Several,
        "half" => Role::Half,
        "lone" => Role::LoneHalf,
        "part" => Role::Part(value.parse().ok()?),
        "unit" => Role::Unit(FigureUnit::known(value)?),
        "hundredth" => Role::Hundredth(FigureUnit::known(value)?),
        "hedge" => Role::Hedge(qualifier(value)?),
        "after" => Role::After(qualifier(value)?),
        "month" => Role::Month,
        "weekday" => Role::Weekday,
        "numbered" => Role::Numbered,
        "counted" => Role::Counted,
        "year" => Role::Year,
        "function" => Role::Function,
        "determiner" => Role::Determiner,
        "article" => Role::Article,
        "against" => Role::Against,
        "partitive" => Role::Partitive,
        "per" => Role::Per,
        "in" => Role::In,
        "of" => Role::Of,
        "to" => Role::To,
        "from" => Role::From,
        "onto" => Role::Onto,
        "between" => Role::Between,
        "and" => Role::And,
        "or" => Role::Or,
        "at" => Role::At,
        "clock" => Role::Clock,
        _ => return None,
    })
}

fn qualifier(name: &str) -> Option<Qualifier> {
    let name = name.replace('-', " ");
    Qualifier::ALL
        .into_iter()
        .find(|known| known.name() == name)
}

#[cfg(test)]
mod tests {
    use super::role;
    use crate::lists::{list_file, rows};

    #[test]
    fn every_row_of_the_lists_reads() {
        for file in [
            list_file!("figures/german"),
            list_file!("figures/french"),
            list_file!("figures/spanish"),
            list_file!("figures/elsewhere"),
        ] {
            for (words, roles) in rows(file) {
                let is_read = roles.split(", ").all(|words| role(words).is_some());
                assert!(is_read, "{words} : {roles}");
            }
        }
    }
}
