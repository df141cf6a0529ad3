//! What is typed as a fact of a span: the words, what may be meant by them, how they are understood.

use crate::app::{Event, Fact, OpenArticle};
use crate::ui::panels::speakers;
use copydesk_document::review::Target;
use copydesk_document::{AttributeContent, AttributeKind, AttributeValue, FigureValue};
use copydesk_i18n::tr;
use copydesk_text::{Span, contains_folded, folded};

pub struct FactWords {
    pub fact: Fact,
    pub target: Target,
    pub words: String,
    /// What is known already.
    before: String,
    /// `None`: a note.
    kind: Option<AttributeKind>,
    /// How many attributes spans with this label have.
    attributes: usize,
    /// What may be meant, the likeliest first, and where it stands in the article.
    offers: Vec<(String, Option<Span>)>,
    /// The place among [`Self::offered`] that the arrows have come to.
    pub chosen: Option<usize>,
}

const MOST_OFFERED: usize = 8;

impl FactWords {
    /// `fact` of the focused span.
    pub fn of(article: &OpenArticle, fact: Fact) -> Option<Self> {
        let item = article.focused_item()?;
        let kinds = &article.document().schema().label(&item.label)?.attributes;
        let kind = match fact {
            Fact::Note => None,
            Fact::Attribute(index) => Some(kinds.get(index)?.clone()),
        };
        let target = item.target.clone();
        let before = match &kind {
            None => article.note(&target).to_owned(),
            Some(kind) => {
                let value = article.attributes(&target)?.get(&kind.name);
                value.map_or_else(String::new, AttributeValue::display)
            }
        };
        Some(Self {
            fact,
            words: before.clone(),
            before,
            attributes: kinds.len(),
            offers: offers(kind.as_ref(), article, &target),
            kind,
            target,
            chosen: None,
        })
    }

    pub fn title(&self) -> &str {
        self.kind
            .as_ref()
            .map_or(tr!("fact-note"), |kind| &kind.title)
    }

    pub fn hint(&self) -> &'static str {
        match self.content() {
            None => "",
            Some(AttributeContent::Figure) => "500000000 USD",
            Some(AttributeContent::Words | AttributeContent::Choice(_)) => {
                tr!("fact-type-or-choose")
            }
        }
    }

    fn content(&self) -> Option<&AttributeContent> {
        self.kind.as_ref().map(|kind| &kind.content)
    }

    /// What may be meant by what is typed; by what was there before, anything.
    pub fn offered(&self) -> Vec<&str> {
        let typed = folded(self.words.trim());
        let names = || self.offers.iter().map(|(name, _)| name.as_str());
        let is_any = self.words == self.before || names().any(|name| name == self.words);
        let fitting = names().filter(|name| is_any || contains_folded(name, &typed));
        fitting.take(MOST_OFFERED).collect()
    }

    /// Goes on by so many among what is offered.
    pub fn step(&mut self, is_down: bool) {
        let count = self.offered().len();
        self.chosen = match (self.chosen, is_down) {
            (_, true) if count == 0 => None,
            (None, true) => Some(0),
            (Some(at), true) => Some((at + 1).min(count - 1)),
            (at, false) => at.and_then(|at| at.checked_sub(1)),
        };
    }

    /// Takes over what the arrows have come to.
    pub fn take_chosen(&mut self) {
        let chosen = self.chosen.take();
        let name = chosen.and_then(|at| self.offered().get(at).map(|name| (*name).to_owned()));
        if let Some(name) = name {
            self.words = name;
        }
    }

    /// The fact whose field comes after this one, or before it.
    pub fn neighbor(&self, is_forward: bool) -> Option<Fact> {
        match (self.fact, is_forward) {
            (Fact::Note, true) => None,
            (Fact::Note, false) => self.attributes.checked_sub(1).map(Fact::Attribute),
            (Fact::Attribute(index), true) if index + 1 < self.attributes => {
                Some(Fact::Attribute(index + 1))
            }
            (Fact::Attribute(_), true) => Some(Fact::Note),
            (Fact::Attribute(index), false) => index.checked_sub(1).map(Fact::Attribute),
        }
    }

    /// What saves the words; `None` if nothing changed, or why they are no value.
    pub fn event(&self) -> Result<Option<Event>, String> {
        if self.words.trim() == self.before.trim() {
            return Ok(None);
        }
        let target = self.target.clone();
        Ok(Some(match &self.kind {
            None => Event::NoteWritten {
                target,
                note: self.words.trim().to_owned(),
            },
            Some(kind) => Event::AttributeSet {
                target,
                name: kind.name.clone(),
                value: self.value(&kind.content)?,
            },
        }))
    }

    /// What was typed is known from now on.
    pub fn mark_saved(&mut self) {
        self.before.clone_from(&self.words);
    }

    /// `None` removes it.
    fn value(&self, content: &AttributeContent) -> Result<Option<AttributeValue>, String> {
        let words = self.words.trim();
        if words.is_empty() {
            return Ok(None);
        }
        match content {
            AttributeContent::Figure => {
                let value = words.parse::<FigureValue>();
                let value =
                    value.map_err(|error| tr!("fact-not-a-value", why = error.to_string()))?;
                Ok(Some(AttributeValue::Figure(value)))
            }
            AttributeContent::Choice(choices) => {
                let same = choices.iter().find(|it| folded(it) == folded(words));
                let only = match self.offered().as_slice() {
                    [only] => Some(*only),
                    _ => None,
                };
                let choice = same.map(String::as_str).or(only);
                let choice =
                    choice.ok_or_else(|| tr!("fact-not-one-of", choices = choices.join(", ")))?;
                Ok(Some(self.meant(choice)))
            }
            AttributeContent::Words => Ok(Some(self.meant(words))),
        }
    }

    fn meant(&self, words: &str) -> AttributeValue {
        let offer = self.offers.iter().find(|(name, _)| name == words);
        AttributeValue::Words {
            words: words.to_owned(),
            at: offer.and_then(|(_, at)| *at),
        }
    }

    /// How what is typed is understood, or why it is no value; empty where that goes without saying.
    pub fn reading(&self) -> Result<String, String> {
        let Some(content) = self.content() else {
            return Ok(tr!("fact-new-line").to_owned());
        };
        let value = self.value(content).map_err(|why| capitalized(&why))?;
        Ok(match (value, content) {
            (None, _) if self.before.is_empty() => String::new(),
            (None, _) => tr!("fact-empty-removes").to_owned(),
            (Some(_), AttributeContent::Words) => String::new(),
            (Some(_), _) if self.words == self.before => String::new(),
            (Some(value), _) => tr!("fact-understood-as", value = value.display()),
        })
    }

    /// Whether saving would also accept a suggestion.
    pub fn accepts(&self) -> bool {
        self.kind.is_some() && matches!(self.target, Target::Suggestion(..))
    }
}

fn offers(
    kind: Option<&AttributeKind>,
    article: &OpenArticle,
    target: &Target,
) -> Vec<(String, Option<Span>)> {
    match kind.map(|kind| &kind.content) {
        None | Some(AttributeContent::Figure) => Vec::new(),
        Some(AttributeContent::Choice(choices)) => choices
            .iter()
            .map(|choice| (choice.clone(), None))
            .collect(),
        // Nobody's name is a cue.
        Some(AttributeContent::Words) if kind.is_some_and(|kind| kind.name == "cue") => Vec::new(),
        Some(AttributeContent::Words) => {
            let candidates = speakers::candidates(article, target).into_iter();
            candidates.map(|(name, span)| (name, Some(span))).collect()
        }
    }
}

fn capitalized(words: &str) -> String {
    let mut chars = words.chars();
    let first = chars.next().into_iter().flat_map(char::to_uppercase);
    first.chain(chars).collect()
}
