//! The same thing done wherever the same words stand, in one article or in all that are open.

use crate::app::commands::{needs_article, needs_span};
use crate::app::{
    ArticleId, Command, CommandId, Dialog, Everywhere, EverywhereEvent, LabelIndex, Many, Menu,
    NoticeAction, NoticeKind, OpenArticle, RowId, Scope, Session,
};
use copydesk_document::review::State;
use copydesk_document::{Deed, LabelId, Schema, Wanted, quoted_words};
use copydesk_i18n::{in_sentence, tr};
use copydesk_text::Span;

/// The steps that one deed took in several articles: one undo takes them all back.
#[derive(Clone, Debug)]
pub struct Together {
    pub steps: Vec<StepTogether>,
    /// The id of the deed, where it was done in files too.
    pub deed: Option<String>,
}

/// What one article did of it.
#[derive(Clone, Debug)]
pub struct StepTogether {
    pub article: ArticleId,
    /// How many steps the article had taken then.
    pub position: usize,
    /// As it is called there.
    pub name: String,
}

impl Together {
    /// Whether the step with which `article` came to `position` is part of it.
    pub fn has(&self, article: ArticleId, position: usize) -> bool {
        let mut steps = self.steps.iter();
        steps.any(|step| step.article == article && step.position == position)
    }
}

pub fn commands(schema: &Schema) -> Vec<Command> {
    let mut commands = vec![
        Command::new(
            CommandId::Everywhere,
            tr!("cmd-everywhere"),
            |session, _| {
                session.mark_everywhere(None);
            },
        )
        .help(tr!("cmd-everywhere-help"))
        .menu(Menu::Annotate, 5)
        .keys(&["E"])
        .edits()
        .ready(has_live_span),
        Command::new(
            CommandId::RemoveEverywhere,
            tr!("cmd-remove-everywhere"),
            |session, _| {
                session.clear_everywhere();
            },
        )
        .help(tr!("cmd-remove-everywhere-help"))
        .menu(Menu::Annotate, 5)
        .keys(&["Shift+X", "Shift+Delete"])
        .edits()
        .ready(has_live_span),
    ];
    commands.extend(
        schema
            .labels()
            .iter()
            .enumerate()
            .filter_map(|(index, label)| {
                let index = LabelIndex::try_from(index).ok()?;
                let name = in_sentence(&label.name);
                let key = format!("Shift+{}", label.key.to_ascii_uppercase());
                Some(
                    Command::new(
                        CommandId::LabelEverywhere(index),
                        tr!("cmd-label-everywhere", label = &name),
                        |session, id| {
                            if let CommandId::LabelEverywhere(index) = id {
                                session.mark_everywhere(Some(index));
                            }
                        },
                    )
                    .help(tr!("cmd-label-everywhere-help", label = &name))
                    .menu(Menu::Annotate, 6)
                    .keys(&[&key])
                    .edits()
                    .ready(super::labeling::has_words),
                )
            }),
    );
    commands
}

fn has_live_span(session: &Session, id: CommandId) -> Result<(), &'static str> {
    needs_article(session, id)?;
    needs_span(session, id)?;
    let item = session.article().and_then(OpenArticle::aimed_item);
    match item.map(|item| item.state) {
        Some(State::Rejected) => Err(tr!("cmd-span-why-rejected")),
        _ => Ok(()),
    }
}

impl Session {
    /// What is to be done everywhere, while a person looks at it.
    pub fn everywhere(&self) -> Option<&Everywhere> {
        self.everywhere.as_ref()
    }

    pub(in crate::app) fn handle_everywhere(&mut self, event: EverywhereEvent) {
        let Some(everywhere) = &mut self.everywhere else {
            return;
        };
        match event {
            EverywhereEvent::Ticked { line, is_ticked } => {
                if let Some(line) = everywhere.lines.get_mut(line) {
                    line.is_ticked = is_ticked;
                }
            }
            EverywhereEvent::TickedAll(is_ticked) => {
                for line in &mut everywhere.lines {
                    line.is_ticked = is_ticked;
                }
            }
            EverywhereEvent::Scoped(scope) => self.look_in_scope(scope),
            EverywhereEvent::AtLeast(percent) => {
                self.stop_everywhere();
                self.look_for_sure(percent);
            }
            EverywhereEvent::Done if everywhere.work.is_some() => {}
            EverywhereEvent::Done if everywhere.scope == Scope::Folder => self.do_in_folder(),
            EverywhereEvent::Done => self.do_everywhere(),
        }
    }

    /// Looks for the places again, in these articles.
    pub(in crate::app) fn look_in_scope(&mut self, scope: Scope) {
        self.stop_everywhere();
        self.adjust_all();
        let Some(everywhere) = &mut self.everywhere else {
            return;
        };
        everywhere.scope = scope;
        if scope == Scope::Folder {
            self.look_in_folder();
            return;
        }
        let articles = self.articles.iter();
        let active = self.articles.get(self.active).map(|article| article.id);
        let in_scope = articles.filter(|article| {
            let is_here = Some(article.id) == active;
            is_here || (scope == Scope::OpenArticles && article.open_elsewhere().is_none())
        });
        everywhere.look(&in_scope.collect::<Vec<_>>());
    }

    /// Shows where the words of the focused span, selection or word stand, to mark them like it or with
    /// another label.
    fn mark_everywhere(&mut self, label: Option<LabelIndex>) {
        let is_given = label.is_some();
        let label = label.map(|index| self.schema().labels().get(usize::from(index)));
        let label = label.map(|label| label.map(|label| label.id.clone()));
        let Some(article) = self.article() else {
            return;
        };
        let aimed = article
            .aimed_item()
            .map(|item| (item.span, item.label.clone()));
        let at_caret = || article.text().word_at(article.caret());
        let (span, label) = match (label, aimed) {
            (Some(Some(label)), _) => (self.chosen_span().or_else(at_caret), label),
            (None, Some((span, label))) => (Some(span), label),
            (Some(None), _) | (None, None) => return,
        };
        if let Some(span) = span {
            self.look_everywhere(Deed::Mark(label), span, is_given);
        }
    }

    fn clear_everywhere(&mut self) {
        let aimed = self.article().and_then(OpenArticle::aimed_item);
        if let Some((span, label)) = aimed.map(|item| (item.span, item.label.clone())) {
            self.look_everywhere(Deed::Clear(label), span, false);
        }
    }

    /// Shows where the words of `span` stand. What stands nowhere else is marked at once if `does_one`.
    fn look_everywhere(&mut self, deed: Deed, span: Span, does_one: bool) {
        let Some(article) = self.article() else {
            return;
        };
        let words = article.text().words(span).to_owned();
        let Some(wanted) = Wanted::new(&words, deed.label()) else {
            self.notices
                .tell(NoticeKind::Info, tr!("cmd-everywhere-no-words"));
            return;
        };
        let words = quoted_words(wanted.words());
        let what = Many::Words { deed, wanted };
        let everywhere = Everywhere::of(what, article, Some(span));
        let has_more = self.articles.len() > 1 || self.project.is_some();
        if everywhere.has_others() || has_more {
            self.everywhere = Some(everywhere);
            self.dialog = Some(Dialog::Everywhere);
        } else {
            let text = tr!("cmd-everywhere-nowhere-else", words = words);
            if does_one && everywhere.ticked() > 0 {
                self.everywhere = Some(everywhere);
                self.do_everywhere();
            }
            self.notices.tell(NoticeKind::Info, text);
        }
    }

    fn do_everywhere(&mut self) {
        let Some(everywhere) = self.everywhere.take() else {
            return;
        };
        self.dialog = None;
        let mut together = Together {
            steps: Vec::new(),
            deed: None,
        };
        let mut places = 0;
        let mut chosen = everywhere.chosen();
        for article in &mut self.articles {
            let Some(spans) = chosen.remove(&RowId::Open(article.id)) else {
                continue;
            };
            let items = article.items().to_vec();
            let what = &everywhere.what;
            let done = what.apply(&mut article.open, &spans, &article.suggestions, &items);
            article.refresh();
            match done {
                Ok(0) => {}
                Ok(count) => {
                    places += count;
                    let history = article.open.history();
                    together.steps.push(StepTogether {
                        article: article.id,
                        position: history.position(),
                        name: history.undo_name().unwrap_or_default().to_owned(),
                    });
                }
                Err(error) => {
                    let (title, why) = (article.title(), error.to_string());
                    let text = tr!("cmd-everywhere-not-changed", title = title, why = why);
                    self.notices.tell(NoticeKind::Problem, text);
                }
            }
        }
        let done = (places, together.steps.len());
        self.tell_done(&everywhere.what, done, CommandId::Undo);
        if together.steps.len() > 1 {
            self.together.push(together);
        }
        self.go_on_after_everywhere();
        self.go_on_checking(&everywhere.what);
    }

    /// Says what was done, if anything was, with a way back.
    pub(in crate::app) fn tell_done(
        &mut self,
        what: &Many,
        (places, articles): (usize, usize),
        undo: CommandId,
    ) {
        if places == 0 {
            return;
        }
        let label = |label: &LabelId| {
            let label = self.schema().label(label);
            label.map_or_else(String::new, |label| in_sentence(&label.name))
        };
        let text = match what {
            Many::Words {
                deed: Deed::Mark(id),
                ..
            } => tr!(
                "cmd-everywhere-marked",
                label = label(id),
                places = places,
                articles = articles
            ),
            Many::Words { .. } => {
                tr!(
                    "cmd-everywhere-removed",
                    places = places,
                    articles = articles
                )
            }
            Many::Sure(_) => tr!(
                "cmd-everywhere-accepted",
                places = places,
                articles = articles
            ),
            Many::Repairs(_) => tr!("lint-repaired", places = places, articles = articles),
        };
        if undo == CommandId::UndoInFolder {
            self.tell_of_deed(text, undo);
        } else {
            let undo = NoticeAction::Run(undo);
            self.notices.offer(NoticeKind::Info, text, undo);
        }
    }

    /// What was focused may be gone or done: the next open one is next.
    pub(in crate::app) fn go_on_after_everywhere(&mut self) {
        let Some(article) = self.article_mut() else {
            return;
        };
        let from = article.caret;
        article.selection = None;
        let focused = article.focused_item();
        if focused.is_some_and(|item| item.state == State::Suggested) {
            return;
        }
        match article.first_open(from, |_| true) {
            Some(target) => self.focus_on(target),
            None => article.focus = None,
        }
    }

    /// Takes back, or does again, in other articles what the shown article has just taken back or done as
    /// part of one deed; it had taken `before` steps. Says where newer work stands in the way.
    pub(in crate::app) fn follow_together(&mut self, is_undo: bool, before: usize) {
        let Some(id) = self.article().map(|article| article.id) else {
            return;
        };
        let reached = if is_undo { before } else { before + 1 };
        let mut groups = self.together.iter().rev();
        let Some(group) = groups.find(|group| group.has(id, reached)).cloned() else {
            return;
        };
        let (mut followed, mut left) = (0, 0);
        for article in self.articles.iter_mut().filter(|article| article.id != id) {
            let mut steps = group.steps.iter();
            let Some(step) = steps.find(|step| step.article == article.id) else {
                continue;
            };
            if article.steps_together(is_undo, step) {
                followed += 1;
            } else {
                left += 1;
            }
        }
        if let Some(text) = followed_words(is_undo, followed, left) {
            self.notices.tell(NoticeKind::Info, text);
        }
    }
}

impl OpenArticle {
    /// Takes its part of a deed back, or does it again, if nothing has been done since.
    fn steps_together(&mut self, is_undo: bool, step: &StepTogether) -> bool {
        let history = self.open.history();
        let (expected, next) = if is_undo {
            (step.position, history.undo_name())
        } else {
            (step.position - 1, history.redo_name())
        };
        let is_same = history.position() == expected && next == Some(&step.name);
        let is_done = is_same
            && if is_undo {
                self.open.undo().is_some()
            } else {
                self.open.redo().is_some()
            };
        self.refresh();
        is_done
    }
}

/// In how many other articles a deed was undone or redone as well, and in how many newer work stood in
/// the way.
fn followed_words(is_undo: bool, followed: usize, left: usize) -> Option<String> {
    let words = match (followed, left, is_undo) {
        (0, 0, _) => return None,
        (_, 0, true) => tr!("cmd-together-undone", count = followed),
        (_, 0, false) => tr!("cmd-together-redone", count = followed),
        (0, _, true) => tr!("cmd-together-not-undone", count = left),
        (0, _, false) => tr!("cmd-together-not-redone", count = left),
        (_, _, true) => tr!("cmd-together-partly-undone", count = followed, left = left),
        (_, _, false) => tr!("cmd-together-partly-redone", count = followed, left = left),
    };
    Some(words)
}
