//! The start page, shown while no article is open.

use eframe::egui;
use egui::{
    Context, CornerRadius, EventFilter, Id, Key, Layout, Memory, RichText, Role, ScrollArea, Sense,
    Ui, WidgetInfo, vec2,
};

use crate::app::{Command, CommandId, Event, Recent, Session};
use crate::ui::Outbox;
use crate::ui::panels::inspector::command_press;
use crate::ui::panels::widgets::{self, Ink, Press};
use crate::ui::panels::{context_menu, menu_bar, start_picture};
use crate::ui::theme::{Theme, headline, interface, reading, size};
use copydesk_i18n::tr;

const WIDTH: f32 = 460.0;
const MOST_RECENT: usize = 5;

/// The keyboard on the start page.
#[derive(Default)]
pub struct StartPage {
    /// Whether nothing had the keyboard when the frame began.
    is_free: bool,
    /// What can be pressed, from the top, as last drawn.
    stops: Vec<Id>,
}

impl StartPage {
    /// Call it before anything is drawn: the first widget takes a Tab that nobody waits for.
    pub fn begin(&mut self, ctx: &Context) {
        self.is_free = ctx.memory(Memory::focused).is_none();
    }

    pub fn show(&mut self, ui: &mut Ui, session: &Session, outbox: &mut Outbox) {
        self.stops.clear();
        show(ui, session, &mut self.stops, outbox);
        if session.dialog().is_none() {
            self.walk(ui.ctx());
        }
    }

    /// The first Tab or arrow leads to the first button, further arrows from one to the next.
    fn walk(&self, ctx: &Context) {
        let pressed = |key| ctx.input(|input| input.key_pressed(key) && !input.modifiers.any());
        let (down, up) = (pressed(Key::ArrowDown), pressed(Key::ArrowUp));
        let focused = ctx.memory(Memory::focused);
        let at = self.stops.iter().position(|id| Some(*id) == focused);
        let to = match at {
            _ if self.is_free && (down || pressed(Key::Tab)) => Some(0),
            _ if self.is_free => None,
            Some(at) if down => Some(at + 1),
            Some(at) if up => at.checked_sub(1),
            _ => None,
        };
        let filter = EventFilter {
            vertical_arrows: true,
            ..EventFilter::default()
        };
        ctx.memory_mut(|memory| {
            if let Some(id) = to.and_then(|to| self.stops.get(to)) {
                memory.request_focus(*id);
            }
            for id in &self.stops {
                memory.set_focus_lock_filter(*id, filter);
            }
        });
    }
}

fn show(ui: &mut Ui, session: &Session, stops: &mut Vec<Id>, outbox: &mut Outbox) {
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        let width = WIDTH.min(ui.available_width() - 32.0);
        let side = (ui.available_width() - width) / 2.0;
        let above = (ui.available_height() * 0.12).clamp(20.0, 150.0);
        ui.add_space(above);
        ui.horizontal_top(|ui| {
            ui.add_space(side);
            ui.allocate_ui_with_layout(
                vec2(width, 0.0),
                Layout::top_down(egui::Align::Min),
                |ui| {
                    ui.set_width(width);
                    show_column(ui, session, stops, outbox);
                },
            );
        });
        ui.add_space(24.0);
    });
}

fn show_column(ui: &mut Ui, session: &Session, stops: &mut Vec<Id>, outbox: &mut Outbox) {
    let theme = Theme::of(ui.ctx());
    let name = RichText::new("Copydesk")
        .font(headline(44.0))
        .color(theme.text);
    ui.add(egui::Label::new(name));
    ui.add_space(2.0);
    let what = RichText::new(tr!("copydesk-description"))
        .font(reading(19.0))
        .line_height(Some(28.0))
        .color(theme.quiet);
    ui.add(egui::Label::new(what).wrap());
    ui.add_space(16.0);
    start_picture::show(ui, session);
    ui.add_space(18.0);
    ui.horizontal_wrapped(|ui| {
        let key = session.table().keymap().shown(CommandId::Open);
        let press = Press::new(tr!("start-open-article")).key(&key).main(true);
        let open = command_press(ui, session, CommandId::Open, press, outbox);
        let key = session.table().keymap().shown(CommandId::OpenFolder);
        let press = Press::new(tr!("start-open-folder")).key(&key);
        let folder = command_press(ui, session, CommandId::OpenFolder, press, outbox);
        let press = Press::new(tr!("tour-take"));
        let tour = command_press(ui, session, CommandId::Tour, press, outbox);
        stops.extend([open.id, folder.id, tour.id]);
    });
    ui.add_space(4.0);
    let hint = match session.exchange().work() {
        Some(work) => work.words(),
        None if session.is_opening() => tr!("start-opening").to_owned(),
        None => tr!("start-drop-hint").to_owned(),
    };
    widgets::quiet(ui, hint);
    let listed = |wanted: fn(CommandId) -> bool| {
        session
            .table()
            .all()
            .iter()
            .filter(move |command| wanted(command.id) && session.is_ready(command.id).is_ok())
    };
    let recent: Vec<&Command> = listed(|id| matches!(id, CommandId::OpenRecent(_)))
        .take(MOST_RECENT)
        .collect();
    let samples: Vec<&Command> = listed(|id| matches!(id, CommandId::OpenSample(_))).collect();
    let recent = Links {
        heading: tr!("start-recent"),
        commands: recent,
    };
    recent.show(ui, session, stops, outbox);
    let samples = Links {
        heading: tr!("start-samples"),
        commands: samples,
    };
    samples.show(ui, session, stops, outbox);
}

/// A list of things to open, under a heading.
struct Links<'a> {
    heading: &'static str,
    commands: Vec<&'a Command>,
}

impl Links<'_> {
    fn show(&self, ui: &mut Ui, session: &Session, stops: &mut Vec<Id>, outbox: &mut Outbox) {
        if self.commands.is_empty() {
            return;
        }
        ui.add_space(26.0);
        widgets::heading(ui, self.heading);
        ui.scope(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            widgets::hairline(ui, 4.0);
            for command in &self.commands {
                let title = session.title_of(command.id);
                let words = name_of(session, command.id);
                let link = link(ui, &words, &title, &folder_of(session, command.id));
                if link.gained_focus() {
                    link.scroll_to_me(None);
                }
                stops.push(link.id);
                if link.clicked() {
                    outbox.send(Event::Command(command.id));
                }
                show_menu(ui, &link, session, command, outbox);
            }
        });
    }
}

/// What else can be done with a recent file or folder.
fn show_menu(
    ui: &Ui,
    link: &egui::Response,
    session: &Session,
    command: &Command,
    outbox: &mut Outbox,
) {
    let CommandId::OpenRecent(index) = command.id else {
        return;
    };
    let recent = session.preferences().recent.get(usize::from(index));
    let Some(recent) = recent else { return };
    let asked = context_menu::is_asked_for(ui, link.id);
    let asked_at = asked.then(|| link.rect.left_bottom());
    context_menu::show(link, asked_at, |ui| {
        let open = menu_bar::show_line(ui, tr!("start-open-recent"));
        if open.clicked() {
            outbox.send(Event::Command(command.id));
            ui.close();
        }
        widgets::hairline(ui, 3.0);
        context_menu::show_place(ui, &recent.path, outbox);
        widgets::hairline(ui, 3.0);
        if menu_bar::show_line(ui, tr!("start-forget-recent")).clicked() {
            outbox.send(Event::RecentForgotten(recent.path.clone()));
            ui.close();
        }
        Some(open.id)
    });
}

/// A row that opens something, with the folder it is in.
fn link(ui: &mut Ui, words: &str, name: &str, place: &str) -> egui::Response {
    let theme = Theme::of(ui.ctx());
    let response = ui.allocate_response(vec2(ui.available_width(), 32.0), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
    let rect = response.rect;
    if response.hovered() || response.has_focus() {
        let ground = rect.expand2(vec2(8.0, 0.0));
        ui.painter()
            .rect_filled(ground, CornerRadius::same(5), theme.hover);
    }
    let ink = Ink::new(reading(17.0), theme.text);
    let title = widgets::lay_out(ui, words, &ink, rect.width() * 0.62, 1);
    let is_cut = title.elided;
    widgets::paint_line(ui, title, rect.left(), rect.center().y);
    let ink = Ink::new(interface(size::SMALL), theme.quiet);
    let place_line = widgets::lay_out(ui, place, &ink, rect.width() * 0.35, 1);
    let is_cut = is_cut || place_line.elided;
    let left = rect.right() - place_line.size().x;
    widgets::paint_line(ui, place_line, left, rect.center().y);
    if is_cut {
        response.on_hover_text(format!("{words}\n{place}"))
    } else {
        response
    }
}

/// What a command of a list opens, by name: the list says that it opens it.
pub fn name_of(session: &Session, id: CommandId) -> String {
    let name = match id {
        CommandId::OpenSample(index) => {
            let sample = session.samples().get(usize::from(index));
            sample.map(|sample| sample.title.to_owned())
        }
        CommandId::OpenRecent(index) => {
            let recent = session.preferences().recent.get(usize::from(index));
            recent.map(Recent::name)
        }
        _ => None,
    };
    name.unwrap_or_else(|| session.title_of(id))
}

/// The folder that a recent file or folder is in; empty for anything else.
pub fn folder_of(session: &Session, id: CommandId) -> String {
    let CommandId::OpenRecent(index) = id else {
        return String::new();
    };
    session
        .preferences()
        .recent
        .get(usize::from(index))
        .and_then(|recent| recent.path.parent())
        .map_or_else(String::new, |folder| folder.display().to_string())
}

/// Shown over everything while files are dragged over the window.
pub fn show_drop(ui: &Ui) {
    let count = ui.input(|input| input.raw.hovered_files.len());
    if count == 0 {
        return;
    }
    let theme = Theme::of(ui.ctx());
    let layer = egui::LayerId::new(egui::Order::Tooltip, egui::Id::unique("drop"));
    let painter = ui.ctx().layer_painter(layer);
    let rect = ui.ctx().content_rect();
    painter.rect_filled(rect, CornerRadius::ZERO, theme.paper.gamma_multiply(0.9));
    let ring = egui::Stroke::new(2.0, widgets::focus_color(&theme));
    painter.rect_stroke(
        rect.shrink(12.0),
        CornerRadius::same(12),
        ring,
        egui::StrokeKind::Inside,
    );
    let words = tr!("start-drop", count = count);
    painter.text(
        rect.center(),
        egui::Align2::CENTER_CENTER,
        words,
        reading(26.0),
        theme.text,
    );
}
