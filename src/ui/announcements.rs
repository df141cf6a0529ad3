//! What a screen reader says when something has happened: one live region for the whole window.
//!
//! What is said follows from the session before and after, so that it does not matter by which key, button or
//! menu it came about. The words are those of notices, of the status bar and of undo, where they have some.

use eframe::egui;
use egui::accesskit::{Live, Role};
use egui::{Context, Id};

use crate::app::{
    ArticleId, CommandId, Dialog, Event, FindRequest, NoticeKind, OpenArticle, Session, Step,
    Suggesting,
};
use crate::ui::Outbox;
use crate::ui::article::spoken;
use crate::ui::panels::{find, review, sheet, status};
use copydesk_document::review::Target;
use copydesk_i18n::{Language, tr};
use copydesk_text::Span;

/// What was said last, and from what the next follows.
#[derive(Default)]
pub struct Announcements {
    /// The frame that was compared last: in one that is drawn twice, nothing happens twice.
    frame: Option<u64>,
    before: Before,
    asked: Asked,
    said: Option<Said>,
    /// How much was said; each announcement is a node of its own, so that the same words are heard again.
    count: u64,
}

struct Said {
    words: String,
    urgency: Live,
}

/// The session as it was in the last frame.
#[derive(Default)]
struct Before {
    article: Option<ArticleAsItWas>,
    last_notice: u64,
    dialog: Option<Dialog>,
    is_working: bool,
}

struct ArticleAsItWas {
    id: ArticleId,
    is_suggesting: bool,
    /// How many steps were in effect.
    done: usize,
    aimed: Option<(Target, Span)>,
    find: (Option<FindRequest>, Option<usize>),
}

/// What the commands of the last frame are to be answered with, even if they change nothing.
#[derive(Clone, Copy, Default)]
struct Asked {
    last: Option<CommandId>,
    /// Until it is saved: then a person is told, as not when the article is saved by itself.
    save: bool,
}

/// What is to be said, in order.
#[derive(Default)]
struct Words {
    parts: Vec<String>,
    is_urgent: bool,
    has_notice: bool,
}

fn wanted_id() -> Id {
    Id::unique("what is to be said")
}

/// Has `words` said at the end of the frame: for what does not follow from the session.
pub fn say(ctx: &Context, words: String) {
    ctx.data_mut(|data| data.insert_temp(wanted_id(), words));
}

impl Announcements {
    /// Says what has happened since the last frame, and names the window.
    pub fn show(&mut self, ctx: &Context, session: &Session, outbox: &Outbox) {
        if !name_window(ctx, session) {
            // Once a screen reader runs, it hears first what there is, and nothing of before.
            *self = Self::default();
            ctx.data_mut(|data| data.remove::<String>(wanted_id()));
            return;
        }
        let frame = ctx.cumulative_frame_nr();
        if self.frame != Some(frame) {
            self.frame = Some(frame);
            self.compare(ctx, session);
        }
        self.asked = self.asked.and(outbox.events());
        let Some(Said { words, urgency }) = &self.said else {
            return;
        };
        let id = Id::unique(("announcement", self.count));
        ctx.accesskit_node_builder(id, |node| {
            node.set_role(if *urgency == Live::Assertive {
                Role::Alert
            } else {
                Role::Status
            });
            node.set_label(words.as_str());
            node.set_live(*urgency);
        });
    }

    fn compare(&mut self, ctx: &Context, session: &Session) {
        let mut words = Words::default();
        self.say_article(&mut words, session);
        self.say_step(&mut words, session);
        self.say_saved(&mut words, session);
        self.say_work(&mut words, session);
        self.say_notices(&mut words, session);
        if self.before.dialog.as_ref() != session.dialog() && session.dialog().is_some() {
            words.say(tr!("announce-dialog", title = sheet::last_title(ctx)));
        }
        let wanted: Option<String> = ctx.data_mut(|data| data.remove_temp(wanted_id()));
        words.say(wanted.unwrap_or_default());
        self.say_find(&mut words, session);
        self.say_place(&mut words, ctx, session);
        self.before = Before::of(session);
        self.asked = Asked {
            save: self.asked.save,
            ..Asked::default()
        };
        if !words.parts.is_empty() {
            self.count += 1;
            self.said = Some(Said {
                words: words.sentences(),
                urgency: if words.is_urgent {
                    Live::Assertive
                } else {
                    Live::Polite
                },
            });
        }
    }

    /// The article, if it is still the one of the last frame, as it was and as it is.
    fn same<'s>(&self, session: &'s Session) -> Option<(&ArticleAsItWas, &'s OpenArticle)> {
        let (before, article) = (self.before.article.as_ref()?, session.article()?);
        (before.id == article.id).then_some((before, article))
    }

    fn say_article(&self, words: &mut Words, session: &Session) {
        let before = self.before.article.as_ref();
        let Some(article) = session.article() else {
            if before.is_some() {
                words.say(tr!("no-article-open"));
            }
            return;
        };
        let is_working = matches!(article.suggesting(), Suggesting::Working { .. });
        match before {
            Some(before) if before.id == article.id => {
                if before.is_suggesting && !is_working {
                    words.say(status::progress_words(article));
                }
            }
            _ => {
                words.say(article.title());
                if !is_working {
                    words.say(status::progress_words(article));
                }
            }
        }
    }

    /// What was done, undone or done again.
    fn say_step(&self, words: &mut Words, session: &Session) {
        let Some((before, article)) = self.same(session) else {
            return;
        };
        let history = article.history();
        let done = history.done().len();
        if done > before.done && self.asked.last == Some(CommandId::Redo) {
            let step = history.undo_name().unwrap_or("");
            words.say(tr!("announce-redone", step = step));
        } else if done > before.done {
            let step = history.undo_name().map(in_past).unwrap_or_default();
            // What is done to many at once has a notice that says how many.
            let mut notices = session.notices().shown().iter();
            let last = self.before.last_notice;
            if !notices.any(|notice| notice.id > last && is_told(&step, &notice.text)) {
                words.say(step);
            }
        } else if done < before.done {
            let step = history.redo_name().unwrap_or("");
            words.say(tr!("announce-undone", step = step));
        }
    }

    fn say_saved(&mut self, words: &mut Words, session: &Session) {
        let Some(article) = session.article().filter(|_| self.asked.save) else {
            return;
        };
        if article.is_saving() || article.is_unsaved() {
            return;
        }
        let name = article.saved_at().and_then(|path| path.file_name());
        if let Some(name) = name {
            words.say(tr!("announce-saved", name = name.to_string_lossy()));
            self.asked.save = false;
        }
    }

    fn say_work(&self, words: &mut Words, session: &Session) {
        if let Some(work) = session
            .exchange()
            .work()
            .filter(|_| !self.before.is_working)
        {
            words.say(work.words().trim_end_matches('…'));
        }
    }

    fn say_notices(&mut self, words: &mut Words, session: &Session) {
        let notices = session.notices().shown().iter();
        for notice in notices.filter(|notice| notice.id > self.before.last_notice) {
            words.say(notice.text.as_str());
            words.has_notice = true;
            if notice.kind == NoticeKind::Problem {
                words.is_urgent = true;
                self.asked.save = false;
            }
        }
    }

    fn say_find(&self, words: &mut Words, session: &Session) {
        let Some((before, article)) = self.same(session) else {
            return;
        };
        let find = article.find();
        if find_of(article) == before.find {
            return;
        }
        let place = find::place_words(article);
        let current = find.current.and_then(|current| find.matches.get(current));
        match current {
            Some(found) if find.request == before.find.0 => {
                words.say(format!("{place}: {}", sentence(article, found.start)));
            }
            _ if !place.is_empty() => words.say(place),
            _ => {}
        }
    }

    /// What a key would act on now, or the sentence that was walked to. Lists say their own lines.
    fn say_place(&self, words: &mut Words, ctx: &Context, session: &Session) {
        let Some(article) = session.article() else {
            return;
        };
        if self.asked.sentence() {
            words.say(sentence(article, article.caret()));
        }
        let is_listing = ctx.memory(egui::Memory::focused) == Some(review::list_id());
        let Some(item) = article.aimed_item().filter(|_| !is_listing) else {
            return;
        };
        let before = self
            .same(session)
            .and_then(|(before, _)| before.aimed.as_ref());
        let is_same =
            before.is_some_and(|(target, span)| *target == item.target && *span == item.span);
        // A command to go on that led nowhere: what it stays at, unless a notice says why.
        let is_answered = !self.asked.focus() || words.has_notice;
        if is_same && is_answered {
            return;
        }
        let name = spoken(article, item);
        let count = article.listed().len();
        words.say(match article.row_of(&item.target) {
            Some(row) => tr!("list-place", name = name, place = row + 1, count = count),
            None => name,
        });
    }
}

impl Before {
    fn of(session: &Session) -> Self {
        let notices = session.notices().shown().iter();
        Self {
            article: session.article().map(ArticleAsItWas::of),
            last_notice: notices.map(|notice| notice.id).max().unwrap_or(0),
            dialog: session.dialog().cloned(),
            is_working: session.exchange().work().is_some(),
        }
    }
}

impl ArticleAsItWas {
    fn of(article: &OpenArticle) -> Self {
        let aimed = article.aimed_item();
        Self {
            id: article.id,
            is_suggesting: matches!(article.suggesting(), Suggesting::Working { .. }),
            done: article.history().done().len(),
            aimed: aimed.map(|item| (item.target.clone(), item.span)),
            find: find_of(article),
        }
    }
}

impl Asked {
    /// With what `events` ask for.
    fn and(mut self, events: &[Event]) -> Self {
        for event in events {
            let Event::Command(id) = event else { continue };
            self.last = Some(*id);
            self.save |= matches!(id, CommandId::Save | CommandId::SaveAs);
        }
        self
    }

    /// To go on to something that is to be reviewed.
    fn focus(self) -> bool {
        matches!(
            self.last,
            Some(
                CommandId::NextOpen
                    | CommandId::PreviousOpen
                    | CommandId::NextDoubtful
                    | CommandId::NextCandidate
                    | CommandId::PreviousCandidate
            )
        )
    }

    /// To go on to a sentence.
    fn sentence(self) -> bool {
        let is_step = |id| {
            let CommandId::Step { by, extend, .. } = id else {
                return false;
            };
            by == Step::Sentence && !extend
        };
        self.last.is_some_and(is_step)
    }
}

impl Words {
    fn say(&mut self, words: impl Into<String>) {
        let words = words.into();
        if !words.is_empty() {
            self.parts.push(words);
        }
    }

    /// With a stop after each part, which is heard as a pause.
    fn sentences(&self) -> String {
        let mut sentences = String::new();
        for part in &self.parts {
            if !sentences.is_empty() {
                sentences.push(' ');
            }
            sentences.push_str(part);
            if !part.ends_with(['.', '!', '?', '…']) {
                sentences.push('.');
            }
        }
        sentences
    }
}

/// `false` while no screen reader runs.
fn name_window(ctx: &Context, session: &Session) -> bool {
    let name = |node: &mut egui::accesskit::Node| {
        node.set_label(match session.article() {
            Some(article) => format!("{} – Copydesk", article.title()),
            None => "Copydesk".to_owned(),
        });
    };
    ctx.accesskit_node_builder(egui::accesskit_root_id(), name)
        .is_some()
}

fn find_of(article: &OpenArticle) -> (Option<FindRequest>, Option<usize>) {
    (article.find().request.clone(), article.find().current)
}

fn sentence(article: &OpenArticle, byte: usize) -> String {
    let text = article.text();
    let words = text
        .sentence_at(byte)
        .and_then(|sentence| text.as_str().get(sentence));
    words.map_or_else(String::new, |words| {
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    })
}

/// `accept “Trump”`, once it is done: `Accepted “Trump”`.
fn in_past(step: &str) -> String {
    let (verb, rest) = step.split_at(step.find(' ').unwrap_or(step.len()));
    tr!("announce-done", verb = verb, rest = rest)
}

/// Whether `notice` says what `step` says: it begins with the same verb or, in a language in which that may
/// stand elsewhere, has the same number.
fn is_told(step: &str, notice: &str) -> bool {
    if copydesk_i18n::spoken() == Language::English {
        return step.split(' ').next() == notice.split(' ').next();
    }
    let number = number_in(step);
    number.is_some() && number == number_in(notice)
}

/// The first number that does not stand in quotation marks.
fn number_in(words: &str) -> Option<&str> {
    let unquoted = words.split(['“', '”', '„', '«', '»']).step_by(2);
    let mut numbers = unquoted.flat_map(|part| part.split(|letter: char| !letter.is_ascii_digit()));
    numbers.find(|number| !number.is_empty())
}
