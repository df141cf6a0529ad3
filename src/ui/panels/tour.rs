//! The card of the tour, below the article: what to do now, with the keys as they are.

use eframe::egui;
use egui::accesskit::Live;
use egui::text::{LayoutJob, TextFormat};
use egui::{
    Align, CornerRadius, Frame, Id, Layout, Margin, Response, RichText, Role, Sense, StrokeKind,
    Ui, WidgetInfo, vec2,
};

use crate::app::{
    CommandId, EdgeOf, Event, LabelIndex, OpenArticle, Session, Step, Tour, TourEvent, TourStep,
    TourStop,
};
use crate::ui::Outbox;
use crate::ui::article::article_id;
use crate::ui::panels::inspector::command_press;
use crate::ui::panels::widgets::{self, Press};
use crate::ui::theme::{Theme, interface, size, strong};

/// More labels are not named one by one.
const MOST_LABELS: usize = 6;

/// Draws the card where the tour goes on in this article. Returns its first button, so that the keyboard
/// can go there.
pub fn show(
    ui: &mut Ui,
    session: &Session,
    article: &OpenArticle,
    outbox: &mut Outbox,
) -> Option<Id> {
    let tour = session.tour()?;
    let theme = Theme::of(ui.ctx());
    let margin = Margin {
        left: 16,
        right: 16,
        top: 4,
        bottom: 12,
    };
    let card = Frame::new()
        .fill(theme.raised)
        .stroke(theme.hairline_stroke())
        .corner_radius(CornerRadius::same(8))
        .inner_margin(Margin::symmetric(14, 10));
    let panel = egui::Panel::bottom("tour")
        .resizable(false)
        .show_separator_line(false)
        .frame(Frame::new().fill(theme.paper).inner_margin(margin))
        .show(ui, |ui| {
            let card = card.show(ui, |ui| {
                ui.spacing_mut().item_spacing = vec2(8.0, 6.0);
                ui.set_width(ui.available_width());
                let first = show_top(ui, session, tour, outbox);
                show_words(ui, &words_of(session, article, tour.at()));
                first
            });
            card.inner
        });
    Some(panel.inner)
}

/// How far the tour is and what this step is about, then the buttons, in the order in which Tab goes
/// through them. Returns the first of these.
fn show_top(ui: &mut Ui, session: &Session, tour: &Tour, outbox: &mut Outbox) -> Id {
    let buttons = buttons(tour);
    let key = session.table().keymap().shown(CommandId::Open);
    let press = |button: &Button| {
        let press = Press::new(button.words).main(button.is_main).small();
        match button.does {
            Does::Run(CommandId::Open) => press.key(&key),
            Does::Run(_) | Does::Send(_) => press,
        }
    };
    let space = ui.spacing().item_spacing.x;
    let widths = buttons
        .iter()
        .map(|button| press(button).width_in(ui) + space);
    let width = widths.sum::<f32>() + widgets::CLOSE_BUTTON + space;
    ui.horizontal(|ui| {
        let left = vec2((ui.available_width() - width).max(0.0), 26.0);
        let layout = Layout::left_to_right(Align::Center);
        ui.allocate_ui_with_layout(left, layout, |ui| {
            ui.set_min_width(left.x);
            show_title(ui, tour);
        });
        let mut first = None;
        for button in &buttons {
            let response = match button.does {
                Does::Run(id) => command_press(ui, session, id, press(button), outbox),
                Does::Send(event) => {
                    let response = press(button).show(ui);
                    send(&response, event, outbox);
                    response.on_hover_text(button.help)
                }
            };
            give_back_keyboard(&response);
            first = first.or(Some(response.id));
        }
        let close = widgets::close_button(ui, "End tour");
        send(&close, TourEvent::End, outbox);
        give_back_keyboard(&close);
        first.unwrap_or(close.id)
    })
    .inner
}

fn show_title(ui: &mut Ui, tour: &Tour) {
    let theme = Theme::of(ui.ctx());
    if let TourStop::Step(step) = tour.at() {
        let place = format!("{} of {}", step.number(), TourStep::ALL.len());
        let place = RichText::new(place).font(interface(12.0));
        ui.add(egui::Label::new(place.color(theme.quiet)));
    }
    let title = RichText::new(title_of(tour)).font(strong(14.0));
    ui.add(egui::Label::new(title.color(theme.text)).truncate());
}

/// A button of the card.
struct Button {
    words: &'static str,
    /// Of one that runs a command, that has its own.
    help: &'static str,
    is_main: bool,
    does: Does,
}

#[derive(Clone, Copy)]
enum Does {
    Run(CommandId),
    Send(TourEvent),
}

/// From the left.
fn buttons(tour: &Tour) -> Vec<Button> {
    let run = |words, id| Button {
        words,
        help: "",
        is_main: true,
        does: Does::Run(id),
    };
    let back = tour.can_go_back().then_some(Button {
        words: "Back",
        help: "Do the step before once more",
        is_main: false,
        does: Does::Send(TourEvent::Back),
    });
    let next = match tour.at() {
        TourStop::Offer => run("Take the tour", CommandId::Tour),
        TourStop::End => run("Open article…", CommandId::Open),
        TourStop::Step(_) => Button {
            words: "Skip",
            help: "Go on without doing this",
            is_main: false,
            does: Does::Send(TourEvent::Skip),
        },
    };
    back.into_iter().chain([next]).collect()
}

fn send(button: &Response, event: TourEvent, outbox: &mut Outbox) {
    if button.clicked() {
        outbox.send(Event::Tour(event));
    }
}

/// What the tour asks for is done in the article.
fn give_back_keyboard(button: &Response) {
    if button.clicked() {
        let memory = |memory: &mut egui::Memory| memory.request_focus(article_id());
        button.ctx.memory_mut(memory);
    }
}

fn title_of(tour: &Tour) -> String {
    let done = match tour.done() {
        None => "",
        Some(TourStep::Accept) => "Accepted. ",
        Some(TourStep::Fix) => "Fixed. ",
        Some(TourStep::Add) => "Marked. ",
        Some(TourStep::Undo) => "Undone. ",
        Some(TourStep::Export) => "Exported. ",
    };
    let next = match tour.at() {
        TourStop::Offer => "New to Copydesk?",
        TourStop::Step(TourStep::Accept) => "Accept a suggestion",
        TourStop::Step(TourStep::Fix) => "Fix one that is not quite right",
        TourStop::Step(TourStep::Add) => "Mark words that were missed",
        TourStop::Step(TourStep::Undo) => "Take it back",
        TourStop::Step(TourStep::Export) => "Export what you have",
        TourStop::End => "That is all you need",
    };
    format!("{done}{next}")
}

/// A piece of a sentence.
enum Piece {
    Words(String),
    Key(String),
}

/// A sentence with keys in it.
struct Sentence<'a> {
    session: &'a Session,
    pieces: Vec<Piece>,
}

impl<'a> Sentence<'a> {
    fn new(session: &'a Session) -> Self {
        Self {
            session,
            pieces: Vec::new(),
        }
    }

    fn say(mut self, words: impl Into<String>) -> Self {
        self.pieces.push(Piece::Words(words.into()));
        self
    }

    /// The key of a command or, where a person took it away, the command's name.
    fn key(mut self, id: CommandId) -> Self {
        let key = self.session.table().keymap().shown(id);
        self.pieces.push(if key.is_empty() {
            Piece::Words(format!("“{}”", self.session.title_of(id)))
        } else {
            Piece::Key(key)
        });
        self
    }

    /// The keys of the labels, each with the label's name.
    fn labels(mut self) -> Self {
        let labels = self.session.schema().labels().iter().enumerate();
        for (index, label) in labels.take(MOST_LABELS) {
            if let Ok(label_index) = LabelIndex::try_from(index) {
                self = self.say(if index == 0 { "" } else { ", " });
                self = self.key(CommandId::Label(label_index));
                // A key and its label stay on one line.
                self = self.say(format!("\u{a0}{}", label.name.to_lowercase()));
            }
        }
        if self.session.schema().labels().len() > MOST_LABELS {
            self = self.say(", …");
        }
        self
    }
}

fn words_of(session: &Session, article: &OpenArticle, at: TourStop) -> Vec<Piece> {
    let step = match at {
        TourStop::Offer => {
            let words = "Five short steps on this sample show how to review an article with the keyboard. \
                         The tour stays in the Help menu.";
            return Sentence::new(session).say(words).pieces;
        }
        TourStop::Step(step) => step,
        TourStop::End => {
            let end = Sentence::new(session)
                .key(CommandId::Open)
                .say(" opens an article of your own, ")
                .key(CommandId::OpenFolder)
                .say(" a folder of them. ")
                .key(CommandId::Keys)
                .say(" lists every key, and ")
                .key(CommandId::Palette)
                .say(" finds any command by name.");
            return end.pieces;
        }
    };
    words_of_step(session, article, step).pieces
}

fn words_of_step<'a>(session: &'a Session, article: &OpenArticle, step: TourStep) -> Sentence<'a> {
    let sentence = Sentence::new(session);
    let has_focus = article.focused_item().is_some();
    let has_open = session.is_ready(CommandId::NextOpen).is_ok();
    match step {
        TourStep::Accept if !article.is_suggested() => sentence.say("Suggestions are coming…"),
        TourStep::Accept if !has_open => {
            sentence.say("Nothing is suggested here with these labels: skip this step.")
        }
        TourStep::Accept => sentence
            .key(CommandId::NextOpen)
            .say(" goes to the next suggestion, and ")
            .key(CommandId::Accept)
            .say(" accepts it. ")
            .key(CommandId::Remove)
            .say(" would reject it."),
        TourStep::Fix if !has_focus && has_open => sentence
            .say("Go to a suggestion with ")
            .key(CommandId::NextOpen)
            .say(", or click one. Then change where it ends, or its label."),
        TourStep::Fix if !has_focus => {
            sentence.say("Click a span first. Then change where it ends, or its label.")
        }
        TourStep::Fix => {
            let edge = |edge, outward| CommandId::MoveEdge { edge, outward };
            sentence
                .key(edge(EdgeOf::Start, true))
                .say(" and ")
                .key(edge(EdgeOf::End, true))
                .say(" make it a word longer, ")
                .key(edge(EdgeOf::Start, false))
                .say(" and ")
                .key(edge(EdgeOf::End, false))
                .say(" shorter. Or change its label: ")
                .labels()
                .say(".")
        }
        TourStep::Add if article.selection().is_some() => sentence
            .say("Now press the key of a label: ")
            .labels()
            .say("."),
        TourStep::Add => {
            let extend = CommandId::Step {
                by: Step::Word,
                forward: true,
                extend: true,
            };
            let begun = sentence.say("Select words that are not marked: drag over them, or press ");
            let begun = if article.focus().is_some() {
                begun.key(CommandId::Unselect).say(" and then ")
            } else {
                begun
            };
            begun.key(extend).say(".")
        }
        TourStep::Undo if session.is_ready(CommandId::Undo).is_err() => {
            sentence.say("Nothing has been done yet that could be undone: go back, or skip this step.")
        }
        TourStep::Undo => sentence
            .key(CommandId::Undo)
            .say(" undoes the last step, then the one before, without limit. ")
            .key(CommandId::Redo)
            .say(" does it again."),
        TourStep::Export => sentence
            .key(CommandId::Export)
            .say(" shows what a data set will hold before it is written. Choose a format, then a name for the file."),
    }
}

/// The sentence, wrapped, with its keys on key caps. A screen reader hears it when it changes.
fn show_words(ui: &mut Ui, pieces: &[Piece]) -> Response {
    let theme = Theme::of(ui.ctx());
    let mut job = LayoutJob::default();
    job.wrap.max_width = ui.available_width();
    let mut keys = Vec::new();
    let mut chars = 0;
    let mut space = 0.0;
    for piece in pieces {
        let (words, font) = match piece {
            Piece::Words(words) => (words, interface(size::INTERFACE)),
            Piece::Key(key) => (key, strong(size::SMALL)),
        };
        let is_key = matches!(piece, Piece::Key(_));
        let count = words.chars().count();
        if is_key {
            keys.push(chars..chars + count);
        }
        let before = if is_key { CAP_PADDING } else { space };
        space = if is_key { CAP_PADDING } else { 0.0 };
        chars += count;
        let format = TextFormat {
            line_height: Some(LINE),
            valign: Align::Center,
            ..TextFormat::simple(font, theme.text)
        };
        job.append(words, before, format);
    }
    let words = job.text.replace('\u{a0}', " ");
    let galley = ui.painter().layout_job(job);
    let response = ui.allocate_response(galley.size(), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &words));
    ui.ctx()
        .accesskit_node_builder(response.id, |node| node.set_live(Live::Polite));
    for key in keys {
        for rect in widgets::rects_of(&galley, &key) {
            let cap = rect.translate(response.rect.min.to_vec2());
            ui.painter().rect(
                cap.expand2(vec2(CAP_PADDING - 1.0, -2.0)),
                CornerRadius::same(4),
                theme.paper,
                theme.hairline_stroke(),
                StrokeKind::Inside,
            );
        }
    }
    ui.painter().galley(response.rect.min, galley, theme.text);
    response
}

const LINE: f32 = 21.0;
/// On both sides of a key, in points.
const CAP_PADDING: f32 = 5.0;
