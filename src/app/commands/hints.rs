//! Going to what is on screen by a letter that stands beside it.

use crate::app::commands::needs_article;
use crate::app::{Command, CommandId, Menu, OpenArticle, ReviewOrder, Session};
use copydesk_document::Suggestion;
use copydesk_document::review::{State, Target};
use copydesk_i18n::tr;
use copydesk_text::Span;

/// A letter beside words on screen.
#[derive(Clone, Debug, PartialEq)]
pub struct Hint {
    /// In upper case if it is typed with Shift.
    pub letter: char,
    pub span: Span,
    pub to: HintTarget,
}

/// Where a letter leads.
#[derive(Clone, Debug, PartialEq)]
pub enum HintTarget {
    Suggestion(Target),
    Candidate(Box<Suggestion>),
}

/// Those under the fingers first.
const LETTERS: &str = "fjdkslaghrueiwoqptyvmcnbxz";

pub fn commands() -> Vec<Command> {
    vec![
        Command::new(CommandId::Hints, tr!("cmd-hints"), |session, _| {
            session.show_hints();
        })
        .help(tr!("cmd-hints-help"))
        .menu(Menu::Review, 1)
        .keys(&["J"])
        .ready(|session, id| {
            needs_article(session, id)?;
            let hints = session.article().map(OpenArticle::hints_on_screen);
            let has_any = hints.is_some_and(|hints| !hints.is_empty());
            has_any.then_some(()).ok_or(tr!("cmd-hints-why-not"))
        }),
    ]
}

impl Session {
    fn show_hints(&mut self) {
        if let Some(article) = self.article_mut() {
            article.hints = article.hints_on_screen();
        }
    }

    /// Goes to where `letter` stands; one that stands nowhere does nothing but hide them.
    pub(in crate::app) fn follow_hint(&mut self, letter: char) {
        let Some(article) = self.article_mut() else {
            return;
        };
        let hints = std::mem::take(&mut article.hints);
        let hint = hints.into_iter().find(|hint| hint.letter == letter);
        match hint.map(|hint| hint.to) {
            Some(HintTarget::Suggestion(target)) => {
                article.order = ReviewOrder::Reading;
                self.focus_on(target);
            }
            Some(HintTarget::Candidate(candidate)) => self.select_candidate(*candidate),
            None => {}
        }
    }
}

impl OpenArticle {
    /// The letters that are shown, none most of the time.
    pub fn hints(&self) -> &[Hint] {
        &self.hints
    }

    /// A letter for each open suggestion on screen, then for each possible miss, as far as letters last.
    pub fn hints_on_screen(&self) -> Vec<Hint> {
        let visible = self.visible();
        let shown = self.shown_items(visible, false).into_iter();
        let open = shown.filter(|item| item.state == State::Suggested);
        let suggestions = open.map(|item| {
            let to = HintTarget::Suggestion(item.target.clone());
            (item.span, to)
        });
        let on_screen = |candidate: &&Suggestion| candidate.span.touches(visible);
        let mut candidates: Vec<&Suggestion> = self.open_candidates().filter(on_screen).collect();
        candidates.sort_by_key(|candidate| candidate.span);
        let candidates = candidates.into_iter().map(|candidate| {
            let to = HintTarget::Candidate(Box::new(candidate.clone()));
            (candidate.span, to)
        });
        let letters = LETTERS.chars();
        let letters = letters
            .clone()
            .chain(letters.map(|c| c.to_ascii_uppercase()));
        let targets = suggestions.chain(candidates).zip(letters);
        let hint = |((span, to), letter)| Hint { letter, span, to };
        targets.map(hint).collect()
    }
}
