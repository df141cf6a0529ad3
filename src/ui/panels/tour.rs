//! The card of the tour, below the article: what to do now, with the keys as they are.

use eframe::egui;
use egui::accesskit::Live;
use egui::text::{LayoutJob, TextFormat};
use egui::{
    Align, CornerRadius, Frame, Id, Margin, Response, RichText, Role, Sense, StrokeKind, Ui,
    WidgetInfo, vec2,
};

use crate::app::{
    CommandId, EdgeOf, Event, LabelIndex, OpenArticle, Session, Step, Tour, TourEvent, TourStep,
    TourStop,
};
use crate::ui::Outbox;
use crate::ui::article::article_id;
use crate::ui::direction;
use crate::ui::panels::inspector::command_press;
use crate::ui::panels::widgets::{self, Press};
use crate::ui::theme::{Theme, interface, size, strong};
use copydesk_i18n::{in_sentence, tr};

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
            direction::column(ui, |ui| {
                let card = card.show(ui, |ui| {
                    ui.spacing_mut().item_spacing = vec2(8.0, 6.0);
                    ui.set_width(ui.available_width());
                    let first = show_top(ui, session, tour, outbox);
                    show_words(ui, &words_of(session, article, tour.at()));
                    first
                });
                card.inner
            })
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
        let layout = direction::forward(Align::Center);
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
        let close = widgets::close_button(ui, tr!("tour-end"));
        send(&close, TourEvent::End, outbox);
        give_back_keyboard(&close);
        first.unwrap_or(close.id)
    })
    .inner
}

fn show_title(ui: &mut Ui, tour: &Tour) {
    let theme = Theme::of(ui.ctx());
    if let TourStop::Step(step) = tour.at() {
        let (number, count) = (step.number(), TourStep::ALL.len());
        let place = tr!("tour-place", number = number, count = count);
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
        words: tr!("tour-back"),
        help: tr!("tour-back-help"),
        is_main: false,
        does: Does::Send(TourEvent::Back),
    });
    let next = match tour.at() {
        TourStop::Offer => run(tr!("tour-take"), CommandId::Tour),
        TourStop::End => run(tr!("tour-open-article"), CommandId::Open),
        TourStop::Step(_) => Button {
            words: tr!("tour-skip"),
            help: tr!("tour-skip-help"),
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
    let done = tour.done().map(|step| match step {
        TourStep::Accept => tr!("tour-accepted"),
        TourStep::Fix => tr!("tour-fixed"),
        TourStep::Add => tr!("tour-added"),
        TourStep::Undo => tr!("tour-undone"),
        TourStep::Export => tr!("tour-exported"),
    });
    let next = match tour.at() {
        TourStop::Offer => tr!("tour-offer-title"),
        TourStop::Step(TourStep::Accept) => tr!("tour-accept-title"),
        TourStop::Step(TourStep::Fix) => tr!("tour-fix-title"),
        TourStop::Step(TourStep::Add) => tr!("tour-add-title"),
        TourStop::Step(TourStep::Undo) => tr!("tour-undo-title"),
        TourStop::Step(TourStep::Export) => tr!("tour-export-title"),
        TourStop::End => tr!("tour-end-title"),
    };
    done.map_or_else(|| next.to_owned(), |done| format!("{done} {next}"))
}

/// A piece of a sentence.
enum Piece {
    Words(String),
    Key(String),
}

/// The keys that a message names. Each stands in it as one character, until it is cut there.
struct Keys<'a> {
    session: &'a Session,
    shown: Vec<String>,
}

/// Stands for the first key, the next for the second and so on; no text has these characters.
const FIRST_KEY: u32 = 0xf_0000;

impl<'a> Keys<'a> {
    fn new(session: &'a Session) -> Self {
        Self {
            session,
            shown: Vec::new(),
        }
    }

    /// The key of a command or, where a person took it away, the command's name.
    fn of(&mut self, id: CommandId) -> String {
        let key = self.session.table().keymap().shown(id);
        if key.is_empty() {
            return tr!("tour-command", name = self.session.title_of(id));
        }
        let place = u32::try_from(self.shown.len()).unwrap_or_default();
        self.shown.push(key);
        char::from_u32(FIRST_KEY + place).into_iter().collect()
    }

    /// The keys of the labels, each with the label's name.
    fn of_labels(&mut self) -> String {
        let labels = self.session.schema().labels();
        let named = labels.iter().enumerate().take(MOST_LABELS);
        let mut named: Vec<String> = named
            .filter_map(|(index, label)| {
                let key = self.of(CommandId::Label(LabelIndex::try_from(index).ok()?));
                // A key and its label stay on one line.
                Some(format!("{key}\u{a0}{}", in_sentence(&label.name)))
            })
            .collect();
        if labels.len() > MOST_LABELS {
            named.push("…".to_owned());
        }
        named.join(", ")
    }

    /// The pieces of `message`, which names the keys that were asked for.
    fn cut(self, message: &str) -> Vec<Piece> {
        let mut pieces = Vec::new();
        let mut words = String::new();
        for character in message.chars() {
            let place = u32::from(character).checked_sub(FIRST_KEY);
            let key = place.and_then(|place| self.shown.get(usize::try_from(place).ok()?));
            let Some(key) = key else {
                words.push(character);
                continue;
            };
            if !words.is_empty() {
                pieces.push(Piece::Words(std::mem::take(&mut words)));
            }
            pieces.push(Piece::Key(key.clone()));
        }
        if !words.is_empty() {
            pieces.push(Piece::Words(words));
        }
        pieces
    }
}

fn words_of(session: &Session, article: &OpenArticle, at: TourStop) -> Vec<Piece> {
    let mut keys = Keys::new(session);
    let message = match at {
        TourStop::Offer => tr!("tour-offer").to_owned(),
        TourStop::Step(step) => words_of_step(session, article, step, &mut keys),
        TourStop::End => tr!(
            "tour-end-words",
            open = keys.of(CommandId::Open),
            folder = keys.of(CommandId::OpenFolder),
            keys = keys.of(CommandId::Keys),
            palette = keys.of(CommandId::Palette),
        ),
    };
    keys.cut(&message)
}

fn words_of_step(
    session: &Session,
    article: &OpenArticle,
    step: TourStep,
    keys: &mut Keys<'_>,
) -> String {
    let has_focus = article.focused_item().is_some();
    let has_open = session.is_ready(CommandId::NextOpen).is_ok();
    match step {
        TourStep::Accept if !article.is_suggested() => tr!("tour-accept-soon").to_owned(),
        TourStep::Accept if !has_open => tr!("tour-accept-nothing").to_owned(),
        TourStep::Accept => tr!(
            "tour-accept",
            next = keys.of(CommandId::NextOpen),
            accept = keys.of(CommandId::Accept),
            reject = keys.of(CommandId::Remove),
        ),
        TourStep::Fix if !has_focus && has_open => {
            tr!("tour-fix-go", next = keys.of(CommandId::NextOpen))
        }
        TourStep::Fix if !has_focus => tr!("tour-fix-click").to_owned(),
        TourStep::Fix => words_of_fix(keys),
        TourStep::Add if article.selection().is_some() => {
            tr!("tour-add-label", labels = keys.of_labels())
        }
        TourStep::Add => {
            let extend = CommandId::Step {
                by: Step::Word,
                forward: true,
                extend: true,
            };
            if article.focus().is_some() {
                tr!(
                    "tour-add-unselect",
                    unselect = keys.of(CommandId::Unselect),
                    extend = keys.of(extend),
                )
            } else {
                tr!("tour-add", extend = keys.of(extend))
            }
        }
        TourStep::Undo if session.is_ready(CommandId::Undo).is_err() => {
            tr!("tour-undo-nothing").to_owned()
        }
        TourStep::Undo => tr!(
            "tour-undo",
            undo = keys.of(CommandId::Undo),
            redo = keys.of(CommandId::Redo),
        ),
        TourStep::Export => tr!("tour-export", export = keys.of(CommandId::Export)),
    }
}

fn words_of_fix(keys: &mut Keys<'_>) -> String {
    let edge = |edge, outward| CommandId::MoveEdge { edge, outward };
    tr!(
        "tour-fix",
        start_out = keys.of(edge(EdgeOf::Start, true)),
        end_out = keys.of(edge(EdgeOf::End, true)),
        start_in = keys.of(edge(EdgeOf::Start, false)),
        end_in = keys.of(edge(EdgeOf::End, false)),
        labels = keys.of_labels(),
    )
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
