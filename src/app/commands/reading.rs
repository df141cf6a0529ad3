//! Reading and selecting: caret, selection, focus, find.

use crate::app::commands::needs_article;
use crate::app::{
    Command, CommandId, Event, Menu, Motion, OpenArticle, ReviewOrder, SelectBy, Selection,
    Session, Step, ViewRequest, WindowRequest,
};
use copydesk_document::review::Target;
use copydesk_i18n::tr;
use copydesk_text::{Direction, Span};

pub fn commands() -> Vec<Command> {
    let mut commands = caret_commands();
    commands.extend(growing_commands());
    commands.extend([
        Command::new(
            CommandId::SelectSentence,
            tr!("cmd-select-sentence"),
            |session, _| session.select_sentence(),
        )
        .formerly("select the sentence")
        .help(tr!("cmd-select-sentence-help"))
        .menu(Menu::Edit, 2)
        .keys(&["S"])
        .ready(needs_article),
        Command::new(CommandId::SelectAll, tr!("cmd-select-all"), |session, _| {
            session.select_all();
        })
        .help(tr!("cmd-select-all-help"))
        .menu(Menu::Edit, 2)
        .keys(&["Ctrl+A"])
        .ready(needs_article),
        Command::new(CommandId::Unselect, tr!("cmd-unselect"), |session, _| {
            session.unselect();
        })
        .formerly("select nothing")
        .help(tr!("cmd-unselect-help"))
        .keys(&["Escape"])
        .ready(needs_article),
        Command::new(CommandId::Copy, tr!("cmd-copy"), |session, _| {
            session.copy();
        })
        .help(tr!("cmd-copy-help"))
        .menu(Menu::Edit, 1)
        .keys(&["Ctrl+C"])
        .ready(has_words),
        Command::new(CommandId::Find, tr!("cmd-find"), |session, _| {
            session.ask(WindowRequest::View(ViewRequest::FocusFind));
        })
        .formerly("find in the article")
        .help(tr!("cmd-find-help"))
        .menu(Menu::Edit, 3)
        .keys(&["Ctrl+F"])
        .ready(needs_article),
        Command::new(CommandId::FindNext, tr!("cmd-find-next"), |session, _| {
            session.find_next(Direction::Forward);
        })
        .help(tr!("cmd-find-next-help"))
        .menu(Menu::Edit, 3)
        .keys(&["F3", "Ctrl+G"])
        .ready(has_matches),
        Command::new(
            CommandId::FindPrevious,
            tr!("cmd-find-previous"),
            |session, _| {
                session.find_next(Direction::Back);
            },
        )
        .help(tr!("cmd-find-previous-help"))
        .menu(Menu::Edit, 3)
        .keys(&["Shift+F3", "Ctrl+Shift+G"])
        .ready(has_matches),
        super::search::command(),
    ]);
    commands
}

fn growing_commands() -> [Command; 2] {
    [
        Command::new(
            CommandId::GrowSelection,
            tr!("cmd-grow-selection"),
            |session, _| {
                session.grow_selection();
            },
        )
        .help(tr!("cmd-grow-selection-help"))
        .menu(Menu::Edit, 2)
        .keys(&["Alt+Up"])
        .ready(|session, id| {
            needs_article(session, id)?;
            let grown = session.article().and_then(OpenArticle::grown);
            grown.map(|_| ()).ok_or(tr!("cmd-grow-selection-why-not"))
        }),
        Command::new(
            CommandId::ShrinkSelection,
            tr!("cmd-shrink-selection"),
            |session, _| {
                session.shrink_selection();
            },
        )
        .help(tr!("cmd-shrink-selection-help"))
        .menu(Menu::Edit, 2)
        .keys(&["Alt+Down"])
        .ready(|session, id| {
            needs_article(session, id)?;
            let shrunk = session.article().and_then(OpenArticle::shrunk);
            shrunk
                .map(|_| ())
                .ok_or(tr!("cmd-shrink-selection-why-not"))
        }),
    ]
}

fn caret_commands() -> Vec<Command> {
    let mut commands = Vec::new();
    for (by, forward, former, keys) in [
        (Step::Word, false, "a word back", "Left"),
        (Step::Word, true, "a word on", "Right"),
        (Step::Grapheme, false, "a character back", "Alt+Left"),
        (Step::Grapheme, true, "a character on", "Alt+Right"),
        (Step::Sentence, false, "a sentence back", "Alt+PageUp"),
        (Step::Sentence, true, "a sentence on", "Alt+PageDown"),
        (
            Step::Article,
            false,
            "to the start of the article",
            "Ctrl+Home",
        ),
        (Step::Article, true, "to the end of the article", "Ctrl+End"),
    ] {
        let way = step_words(by, forward);
        for extend in [false, true] {
            let id = CommandId::Step {
                by,
                forward,
                extend,
            };
            let command = caret_command(id, extend, way, keys, |session, id| {
                session.step_caret(id);
            });
            commands.push(command.formerly(former_name(extend, former)));
        }
    }
    for (motion, former, keys) in [
        (Motion::LineUp, "a line up", "Up"),
        (Motion::LineDown, "a line down", "Down"),
        (Motion::LineStart, "to the start of the line", "Home"),
        (Motion::LineEnd, "to the end of the line", "End"),
        (Motion::PageUp, "a page up", "PageUp"),
        (Motion::PageDown, "a page down", "PageDown"),
    ] {
        let way = motion_words(motion);
        for extend in [false, true] {
            let id = CommandId::Layout { motion, extend };
            let command = caret_command(id, extend, way, keys, |session, id| {
                if let CommandId::Layout { motion, extend } = id {
                    let request = ViewRequest::Move { motion, extend };
                    session.ask(WindowRequest::View(request));
                }
            });
            commands.push(command.formerly(former_name(extend, former)));
        }
    }
    commands
}

/// Completes “Move …”.
fn step_words(by: Step, forward: bool) -> &'static str {
    match (by, forward) {
        (Step::Word, false) => tr!("cmd-caret-word-back"),
        (Step::Word, true) => tr!("cmd-caret-word-forward"),
        (Step::Grapheme, false) => tr!("cmd-caret-character-back"),
        (Step::Grapheme, true) => tr!("cmd-caret-character-forward"),
        (Step::Sentence, false) => tr!("cmd-caret-sentence-back"),
        (Step::Sentence, true) => tr!("cmd-caret-sentence-forward"),
        (Step::Article, false) => tr!("cmd-caret-article-start"),
        (Step::Article, true) => tr!("cmd-caret-article-end"),
    }
}

/// Completes “Move …”.
fn motion_words(motion: Motion) -> &'static str {
    match motion {
        Motion::LineUp => tr!("cmd-caret-line-up"),
        Motion::LineDown => tr!("cmd-caret-line-down"),
        Motion::LineStart => tr!("cmd-caret-line-start"),
        Motion::LineEnd => tr!("cmd-caret-line-end"),
        Motion::PageUp => tr!("cmd-caret-page-up"),
        Motion::PageDown => tr!("cmd-caret-page-down"),
    }
}

/// What `keys.ron` may still call it, which is English.
fn former_name(extend: bool, way: &str) -> String {
    let verb = if extend { "extend" } else { "move" };
    format!("{verb} {way}")
}

fn caret_command(
    id: CommandId,
    extend: bool,
    way: &str,
    key: &'static str,
    run: fn(&mut Session, CommandId),
) -> Command {
    let (name, help, keys) = if extend {
        let keys = match key.split_once('+') {
            Some((modifier, key)) => format!("{modifier}+Shift+{key}"),
            None => format!("Shift+{key}"),
        };
        (
            tr!("cmd-extend-selection", way = way),
            tr!("cmd-extend-selection-help", way = way),
            keys,
        )
    } else {
        (
            tr!("cmd-move", way = way),
            tr!("cmd-move-help", way = way),
            key.to_owned(),
        )
    };
    Command::new(id, name, run)
        .help(help)
        .keys(&[keys.as_str()])
        .ready(needs_article)
}

fn has_words(session: &Session, id: CommandId) -> Result<(), &'static str> {
    needs_article(session, id)?;
    session
        .chosen_span()
        .map(|_| ())
        .ok_or(tr!("cmd-copy-why-not"))
}

fn has_matches(session: &Session, id: CommandId) -> Result<(), &'static str> {
    needs_article(session, id)?;
    match session
        .article()
        .map(|article| article.find().matches.is_empty())
    {
        Some(false) => Ok(()),
        _ => Err(tr!("cmd-find-next-why-not")),
    }
}

impl Session {
    pub(in crate::app) fn handle_reading(&mut self, event: Event) {
        let Some(article) = self.article_mut() else {
            return;
        };
        match event {
            Event::Clicked { at } => {
                article.unchoose();
                article.click(at);
            }
            Event::Selected { anchor, head, by } => article.select(anchor, head, by),
            Event::CaretMoved { to, extend } => self.move_caret(to, extend, SelectBy::Word),
            Event::Focused(target) => {
                article.unchoose();
                self.focus_on(target);
            }
            Event::Chosen(choose) => self.choose(choose),
            Event::Visible(range) => article.visible = range,
            Event::Filtered(filter) => {
                article.filter = filter;
                article.refresh_list();
            }
            Event::Hinted(letter) => self.follow_hint(letter),
            Event::Find(request) => {
                article.look_for(request);
                self.show_match();
            }
            _ => {}
        }
    }

    /// What a label key would act on: the selection, else the focused span.
    pub fn chosen_span(&self) -> Option<Span> {
        self.article()?.chosen_span()
    }

    pub(in crate::app) fn focus_on(&mut self, target: Target) {
        let Some(article) = self.article_mut() else {
            return;
        };
        if let Some(item) = article.item(&target) {
            let span = item.span;
            article.focus = Some(target);
            article.selection = None;
            article.caret = span.start();
            self.reveal(span.start(), span.end());
        }
    }

    pub(in crate::app) fn reveal(&mut self, start: usize, end: usize) {
        self.ask(WindowRequest::View(ViewRequest::Reveal { start, end }));
    }

    pub(in crate::app) fn reveal_caret(&mut self) {
        if let Some(caret) = self.article().map(OpenArticle::caret) {
            self.reveal(caret, caret);
        }
    }

    fn step_caret(&mut self, id: CommandId) {
        let CommandId::Step {
            by,
            forward,
            extend,
        } = id
        else {
            return;
        };
        let Some(article) = self.article() else {
            return;
        };
        let text = article.text();
        // A selection goes on from where it ends, wherever the caret was left.
        let from = article.selection.filter(|_| extend);
        let direction = if forward {
            Direction::Forward
        } else {
            Direction::Back
        };
        let caret = from.map_or(article.caret(), |selection| selection.head);
        let to = match by {
            Step::Word => text.step_word(caret, direction),
            Step::Grapheme => text.step_grapheme(caret, direction),
            Step::Sentence => text.step_sentence(caret, direction),
            Step::Article if forward => text.len(),
            Step::Article => 0,
        };
        let edges = if by == Step::Grapheme {
            SelectBy::Grapheme
        } else {
            SelectBy::Word
        };
        self.move_caret(to, extend, edges);
    }

    fn move_caret(&mut self, to: usize, extend: bool, by: SelectBy) {
        let Some(article) = self.article_mut() else {
            return;
        };
        if extend {
            let anchor = article
                .selection
                .map_or(article.caret, |selection| selection.anchor);
            article.select(anchor, to, by);
            article.caret = article.text().floor_grapheme(to);
        } else {
            article.caret = article.text().floor_grapheme(to);
            article.selection = None;
            article.focus = None;
        }
        self.reveal_caret();
    }

    fn select_sentence(&mut self) {
        let Some(article) = self.article_mut() else {
            return;
        };
        let by = match article.selection {
            Some(Selection {
                by: SelectBy::Sentence,
                ..
            }) => SelectBy::Paragraph,
            _ => SelectBy::Sentence,
        };
        article.select(article.caret, article.caret, by);
    }

    fn grow_selection(&mut self) {
        if let Some(article) = self.article_mut()
            && let Some(span) = article.grown()
        {
            article.select_around_caret(span);
        }
    }

    fn shrink_selection(&mut self) {
        if let Some(article) = self.article_mut()
            && let Some(span) = article.shrunk()
        {
            article.select_around_caret(span);
        }
    }

    fn select_all(&mut self) {
        let Some(article) = self.article_mut() else {
            return;
        };
        article.select(0, article.text().len(), SelectBy::Grapheme);
    }

    fn unselect(&mut self) {
        let Some(article) = self.article_mut() else {
            return;
        };
        let had_hints = !std::mem::take(&mut article.hints).is_empty();
        if had_hints || article.unchoose() {
            return;
        }
        article.order = ReviewOrder::Reading;
        if article.selection.take().is_none() && article.focus.take().is_none() {
            article.find = crate::app::Find::default();
        }
    }

    fn copy(&mut self) {
        let words = match (self.article(), self.chosen_span()) {
            (Some(article), Some(span)) => article.text().words(span).to_owned(),
            _ => return,
        };
        self.ask(WindowRequest::Copy(words));
    }

    fn find_next(&mut self, direction: Direction) {
        let Some(article) = self.article_mut() else {
            return;
        };
        let count = article.find.matches.len();
        if count == 0 {
            return;
        }
        let step = if direction == Direction::Forward {
            1
        } else {
            count - 1
        };
        article.find.current = Some(
            article
                .find
                .current
                .map_or(0, |current| (current + step) % count),
        );
        self.show_match();
    }

    fn show_match(&mut self) {
        let Some(article) = self.article_mut() else {
            return;
        };
        let current = article
            .find
            .current
            .and_then(|index| article.find.matches.get(index).cloned());
        if let Some(range) = current {
            article.caret = range.start;
            article.selection = None;
            article.focus = None;
            self.reveal(range.start, range.end);
        }
    }
}

impl OpenArticle {
    /// Puts the caret at `at` and focuses the shortest span there; a second click the next one beneath.
    fn click(&mut self, at: usize) {
        let at = self.text().floor_grapheme(at);
        let targets: Vec<Target> = self
            .items_at(at)
            .into_iter()
            .map(|item| item.target.clone())
            .collect();
        let focused = targets
            .iter()
            .position(|target| self.focus.as_ref() == Some(target));
        self.focus = match focused {
            Some(index) => targets.get((index + 1) % targets.len()).cloned(),
            None => targets.first().cloned(),
        };
        self.caret = at;
        self.selection = None;
    }

    /// What the selection, or else the focused span, grows to around the caret.
    fn grown(&self) -> Option<Span> {
        self.text().grown(self.caret, self.chosen_span())
    }

    fn shrunk(&self) -> Option<Span> {
        self.text().shrunk(self.caret, self.chosen_span()?)
    }

    /// The selection, or else the focused span.
    fn chosen_span(&self) -> Option<Span> {
        let selected = self.selection.map(|selection| selection.span);
        selected.or_else(|| self.focused_item().map(|item| item.span))
    }

    /// Selects `span` and leaves the caret, around which it can grow further.
    pub(super) fn select_around_caret(&mut self, span: Span) {
        // Where the next word begins: extending by a word then takes that one.
        let text = self.text();
        let next = text.step_word(span.end(), Direction::Forward);
        let is_near = text.paragraph_at(next) == text.paragraph_at(span.start());
        let head = if is_near { next } else { span.end() };
        self.selection = Some(Selection {
            anchor: span.start(),
            head,
            by: SelectBy::Word,
            span,
        });
        self.focus = None;
    }

    /// Selects from `anchor` to `head`; white space alone selects nothing.
    pub(in crate::app) fn select(&mut self, anchor: usize, head: usize, by: SelectBy) {
        let text = self.text();
        let (start, end) = (anchor.min(head), anchor.max(head));
        let span = match by {
            SelectBy::Word if start == end => text.word_at(start),
            SelectBy::Word => text.smart_span(start, end),
            SelectBy::Grapheme => text.snap(start, end).filter(|_| start < end),
            SelectBy::Sentence => text.sentence_span(head),
            SelectBy::Paragraph => text.paragraph_span(head),
        };
        let caret = match by {
            SelectBy::Sentence | SelectBy::Paragraph => head,
            SelectBy::Word | SelectBy::Grapheme => span.map_or(head, Span::start),
        };
        self.caret = text.floor_grapheme(caret);
        self.selection = span.map(|span| Selection {
            anchor,
            head,
            by,
            span,
        });
        self.focus = None;
    }
}
