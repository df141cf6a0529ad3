//! What the annotator does to a session, as events of the window, and what each act costs.

use crate::annotator::screen::Screen;
use crate::app::{
    CommandId, Event, EverywhereEvent, FindRequest, Findings, Keymap, OpenArticle, Opened, Request,
    SelectBy, Session, Task, ViewRequest, WindowRequest,
};
use copydesk_document::review::Target;
use copydesk_document::{Document, OpenDocument, Suggestion};
use copydesk_text::Edge;

/// With what the annotator works.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hands {
    Keys,
    /// And keys for the labels, for rejecting and for a screen.
    Mouse,
}

/// One thing that the annotator does.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Act {
    /// The key of a command.
    Press(CommandId),
    /// The search key, letters, and Escape: back to the article, with the caret where they were found.
    FindWords(String),
    /// The key that shows letters beside what is on screen, and one of them.
    Hint(char),
    Click(usize),
    Drag {
        anchor: usize,
        head: usize,
        by: SelectBy,
    },
    DragEdge {
        target: Target,
        edge: Edge,
        to: usize,
    },
    /// By a screen.
    Wheel {
        forward: bool,
    },
    /// A line of the list of the same words, reached from another one.
    Tick {
        line: usize,
        from: usize,
        is_ticked: bool,
    },
    /// What is ticked in that list is done.
    Confirm,
}

impl Act {
    /// How many actions it is: a key with whatever is held down, a click, a drag, a turn of the wheel.
    pub fn cost(&self, hands: Hands) -> usize {
        match self {
            Self::FindWords(letters) => letters.chars().count() + 2,
            Self::Hint(_) => 2,
            Self::Tick { line, from, .. } if hands == Hands::Keys => line.abs_diff(*from) + 1,
            _ => 1,
        }
    }

    /// As a person would tell it.
    pub fn shown(&self, keymap: &Keymap, hands: Hands) -> String {
        let key = |id: CommandId| {
            let chord = keymap.chords(id).first();
            chord.map_or_else(String::new, ToString::to_string)
        };
        match self {
            Self::Press(id) => key(*id),
            Self::FindWords(letters) => {
                let letters: Vec<String> = letters.chars().map(|c| c.to_string()).collect();
                format!("{} {} Escape", key(CommandId::Find), letters.join(" "))
            }
            Self::Hint(letter) => {
                let shift = if letter.is_uppercase() { "Shift+" } else { "" };
                let letter = letter.to_ascii_uppercase();
                format!("{} {shift}{letter}", key(CommandId::Hints))
            }
            Self::Tick { line, from, .. } if hands == Hands::Keys => {
                let arrow = if line < from { "Up " } else { "Down " };
                format!("{}Space", arrow.repeat(line.abs_diff(*from)))
            }
            Self::Click(_) | Self::Tick { .. } => "click".to_owned(),
            Self::Drag { .. } | Self::DragEdge { .. } => "drag".to_owned(),
            Self::Wheel { .. } => "wheel".to_owned(),
            Self::Confirm => "Enter".to_owned(),
        }
    }
}

pub(super) fn cost(acts: &[Act], hands: Hands) -> usize {
    acts.iter().map(|act| act.cost(hands)).sum()
}

/// A session and the screen that shows it: what the window would do is done here.
pub(super) struct Desk {
    pub session: Session,
    pub screen: Screen,
}

impl Desk {
    /// Opens `document` in `session` and answers what is asked for with `suggestions`.
    pub fn open(
        session: Session,
        document: Document,
        suggestions: &[Suggestion],
        candidates: &[Suggestion],
    ) -> Self {
        let screen = Screen::new(document.text());
        let mut desk = Self { session, screen };
        desk.session
            .handle(Event::Opened(Box::new(opened(document))));
        for request in desk.session.take_requests() {
            if let Request::Task(Task::Suggest {
                article, ticket, ..
            }) = request
            {
                let candidates = candidates.to_vec();
                desk.session
                    .handle(Event::CandidatesFound { ticket, candidates });
                let suggestions = suggestions.to_vec();
                desk.session.handle(Event::Suggested {
                    article,
                    ticket,
                    suggestions,
                });
            }
        }
        desk.show();
        desk
    }

    pub fn article(&self) -> Option<&OpenArticle> {
        self.session.article()
    }

    /// Does one act. `Err` if the window would do nothing: the annotator is mistaken then.
    pub fn act(&mut self, act: &Act) -> Result<(), String> {
        match act {
            Act::Press(id) => self.press(*id)?,
            Act::FindWords(words) => self.find(words)?,
            Act::Hint(letter) => {
                self.press(CommandId::Hints)?;
                self.send(Event::Hinted(*letter));
            }
            Act::Click(at) => self.send(Event::Clicked { at: *at }),
            Act::Drag { anchor, head, by } => self.send(Event::Selected {
                anchor: *anchor,
                head: *head,
                by: *by,
            }),
            Act::DragEdge { target, edge, to } => self.send(Event::EdgeDragged {
                target: target.clone(),
                edge: *edge,
                to: *to,
            }),
            Act::Wheel { forward } => {
                self.screen.wheel(*forward);
                self.show();
            }
            Act::Tick { .. } | Act::Confirm if self.session.everywhere().is_none() => {
                return Err("no list of the same words is open".to_owned());
            }
            Act::Tick {
                line, is_ticked, ..
            } => self.send(Event::Everywhere(EverywhereEvent::Ticked {
                line: *line,
                is_ticked: *is_ticked,
            })),
            Act::Confirm => self.send(Event::Everywhere(EverywhereEvent::Done)),
        }
        Ok(())
    }

    fn press(&mut self, id: CommandId) -> Result<(), String> {
        let keymap = self.session.table().keymap();
        let chord = keymap.chords(id).first().copied();
        let chord = chord.ok_or_else(|| format!("{id:?} has no key"))?;
        self.session
            .is_ready(id)
            .map_err(|why| format!("{chord} does nothing: {why}"))?;
        self.send(Event::Command(id));
        Ok(())
    }

    /// As the field for it does: it looks again with every letter, and Escape leaves the caret there.
    fn find(&mut self, words: &str) -> Result<(), String> {
        self.press(CommandId::Find)?;
        let mut typed = String::new();
        for letter in words.chars() {
            typed.push(letter);
            self.send(Event::Find(FindRequest {
                words: typed.clone(),
                only_in_spans: false,
            }));
        }
        let has_found = self
            .article()
            .is_some_and(|article| article.find().current.is_some());
        if !has_found {
            return Err(format!("“{words}” is not found"));
        }
        self.press(CommandId::Unselect)
    }

    fn send(&mut self, event: Event) {
        self.session.handle(event);
        self.follow();
    }

    /// Does what the session asks of the window, and tells it what is on screen then.
    fn follow(&mut self) {
        let mut goal = None;
        for request in self.session.take_requests() {
            match request {
                Request::Window(WindowRequest::View(ViewRequest::Move { motion, extend })) => {
                    let head = self.article().map_or(0, head);
                    let (to, column) = self.screen.moved(head, motion, self.screen.goal);
                    goal = column;
                    self.session.handle(Event::CaretMoved { to, extend });
                }
                Request::Window(WindowRequest::View(request)) => self.scroll(request),
                Request::Window(_) | Request::Task(_) => {}
            }
        }
        for request in self.session.take_requests() {
            if let Request::Window(WindowRequest::View(request)) = request {
                self.scroll(request);
            }
        }
        self.screen.goal = goal;
        self.show();
    }

    fn scroll(&mut self, request: ViewRequest) {
        match request {
            ViewRequest::Reveal { start, end } => self.screen.reveal(start, end),
            ViewRequest::Turn { to } => self.screen.turn(to),
            _ => {}
        }
    }

    fn show(&mut self) {
        self.session.handle(Event::Visible(self.screen.visible()));
    }
}

fn opened(document: Document) -> Opened {
    Opened {
        article: Box::new(OpenDocument::new(document)),
        saved_at: None,
        own_file: None,
        path: None,
        stamp: None,
        text_beside: None,
        warnings: Vec::new(),
        findings: Findings::default(),
        is_recovered: false,
        caret: None,
        focus: None,
    }
}

fn head(article: &OpenArticle) -> usize {
    let selection = article.selection();
    selection.map_or(article.caret(), |selection| selection.head)
}
