//! The languages of the window, and which of them is spoken.

use std::cell::Cell;
use std::sync::atomic::{AtomicU8, Ordering};

/// A language that the window can speak.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Language {
    #[default]
    English,
    German,
    Spanish,
    /// English with an accent on every letter, from right to left. It shows what no translation can
    /// reach, and what stands on the wrong side. For tests and translators.
    Pseudo,
}

/// Where a line begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    LeftToRight,
    RightToLeft,
}

impl Language {
    /// Those that a person can choose.
    pub const ALL: [Self; 3] = [Self::English, Self::German, Self::Spanish];

    /// By BCP 47.
    pub fn tag(self) -> &'static str {
        match self {
            Self::English => "en-US",
            Self::German => "de",
            Self::Spanish => "es",
            Self::Pseudo => "en-XB",
        }
    }

    /// As its speakers call it.
    pub fn name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::German => "Deutsch",
            Self::Spanish => "Español",
            Self::Pseudo => "Pseudo",
        }
    }

    pub fn direction(self) -> Direction {
        match self {
            Self::English | Self::German | Self::Spanish => Direction::LeftToRight,
            Self::Pseudo => Direction::RightToLeft,
        }
    }

    /// The language of `locale`, in the form of BCP 47 (`de-AT`) or POSIX (`de_AT.UTF-8`); `None` if
    /// the window does not speak it.
    pub fn of_locale(locale: &str) -> Option<Self> {
        let tag = locale.split(['.', '@']).next().unwrap_or_default();
        if tag.eq_ignore_ascii_case(Self::Pseudo.tag()) {
            return Some(Self::Pseudo);
        }
        let language = tag.split(['-', '_']).next().unwrap_or_default();
        let is_it = |it: &Self| {
            let its = it.tag().split('-').next().unwrap_or_default();
            language.eq_ignore_ascii_case(its)
        };
        Self::ALL.into_iter().find(is_it)
    }

    fn from_number(number: u8) -> Self {
        match number {
            1 => Self::German,
            2 => Self::Spanish,
            3 => Self::Pseudo,
            _ => Self::English,
        }
    }

    fn number(self) -> u8 {
        match self {
            Self::English => 0,
            Self::German => 1,
            Self::Spanish => 2,
            Self::Pseudo => 3,
        }
    }
}

/// What all threads speak that chose no language of their own.
static SPOKEN: AtomicU8 = AtomicU8::new(0);

thread_local! {
    static HERE: Cell<Option<Language>> = const { Cell::new(None) };
}

/// From now on messages are in `language`, on all threads.
pub fn speak(language: Language) {
    SPOKEN.store(language.number(), Ordering::Relaxed);
}

/// From now on messages of this thread are in `language`; `None` for that of all.
pub fn speak_here(language: Option<Language>) {
    HERE.set(language);
}

/// Does `work` in `language`.
pub fn in_language<T>(language: Language, work: impl FnOnce() -> T) -> T {
    let before = HERE.replace(Some(language));
    let done = work();
    HERE.set(before);
    done
}

/// What this thread speaks.
pub fn spoken() -> Language {
    HERE.get()
        .unwrap_or_else(|| Language::from_number(SPOKEN.load(Ordering::Relaxed)))
}

/// A name, such as that of a label, as it stands within a sentence: in small letters, but in German, which
/// writes nouns with a capital.
pub fn in_sentence(name: &str) -> String {
    match spoken() {
        Language::German => name.to_owned(),
        Language::English | Language::Spanish | Language::Pseudo => name.to_lowercase(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_locale_names_its_language() {
        let cases = [
            ("de_AT.UTF-8", Some(Language::German)),
            ("de", Some(Language::German)),
            ("es-419", Some(Language::Spanish)),
            ("en_GB@euro", Some(Language::English)),
            ("en-XB", Some(Language::Pseudo)),
            ("fr_FR.UTF-8", None),
            ("C.UTF-8", None),
            ("", None),
        ];
        for (locale, language) in cases {
            assert_eq!(Language::of_locale(locale), language, "{locale}");
        }
    }

    #[test]
    fn a_thread_may_speak_a_language_of_its_own() {
        speak_here(Some(Language::Spanish));
        assert_eq!(spoken(), Language::Spanish);
        let elsewhere = std::thread::spawn(spoken).join();
        assert_eq!(elsewhere.ok(), Some(Language::English));
        speak_here(None);
        assert_eq!(spoken(), Language::English);
    }

    #[test]
    fn german_nouns_keep_their_capitals_within_a_sentence() {
        assert_eq!(in_sentence("Person"), "person");
        let german = in_language(Language::German, || in_sentence("Person"));
        assert_eq!(german, "Person");
    }

    #[test]
    fn every_language_keeps_its_number() {
        for language in Language::ALL.into_iter().chain([Language::Pseudo]) {
            assert_eq!(Language::from_number(language.number()), language);
        }
    }
}
