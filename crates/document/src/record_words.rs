//! The words that formats use for states, statuses, origins and metadata.

use crate::{Confidence, Metadata, Origin, SpanState, Status};

impl SpanState {
    /// `accepted`, `suggested`, `rejected`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Accepted => "accepted",
            Self::Suggested => "suggested",
            Self::Rejected => "rejected",
        }
    }

    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Accepted, Self::Suggested, Self::Rejected]
            .into_iter()
            .find(|state| state.word() == word)
    }
}

impl Status {
    /// `open`, `in-work`, `done`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::InWork => "in-work",
            Self::Done => "done",
        }
    }

    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Open, Self::InWork, Self::Done]
            .into_iter()
            .find(|status| status.word() == word)
    }
}

impl Metadata {
    /// All but id and encoding, by the names that formats and loss reports use.
    pub fn words(&self) -> [(&'static str, &str); 5] {
        [
            ("title", &self.title),
            ("byline", &self.byline),
            ("date", &self.date),
            ("address", &self.address),
            ("source", &self.source),
        ]
    }
}

impl Origin {
    /// `human`, `suggested`, `imported`.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Human => "human",
            Self::Suggested { .. } => "suggested",
            Self::Imported { .. } => "imported",
        }
    }

    /// Which suggester or which program; empty for people.
    pub fn by(&self) -> &str {
        match self {
            Self::Human => "",
            Self::Suggested { by, .. } => by,
            Self::Imported { from } => from,
        }
    }

    pub fn confidence(&self) -> Option<Confidence> {
        match self {
            Self::Suggested { confidence, .. } => Some(*confidence),
            _ => None,
        }
    }

    /// The origin that `word` names. A suggestion needs a confidence in percent.
    pub fn from_words(word: &str, by: &str, percent: Option<u8>) -> Option<Self> {
        match word {
            "human" => Some(Self::Human),
            "suggested" => Some(Self::Suggested {
                by: by.to_owned(),
                confidence: Confidence::from_percent(percent?),
            }),
            "imported" => Some(Self::Imported {
                from: by.to_owned(),
            }),
            _ => None,
        }
    }
}
