//! The palette: finds and runs commands by name.

use std::borrow::Cow;

use eframe::egui;
use egui::{
    Context, CornerRadius, Id, Key, Response, Role, ScrollArea, Sense, Ui, WidgetInfo, vec2,
};

use crate::app::{Command, CommandId, Event, Session};
use crate::ui::Outbox;
use crate::ui::panels::command_match::{CommandMatcher, MatchKind, Rank};
use crate::ui::panels::lists::{self, Step};
use crate::ui::panels::sheet::{Sheet, list_height};
use crate::ui::panels::start;
use crate::ui::panels::widgets::{self, Ink};
use crate::ui::theme::{Theme, interface, size};
use copydesk_i18n::tr;
use copydesk_text::folded;

#[derive(Default)]
pub struct Palette {
    words: String,
    chosen: usize,
}

struct Entry<'a> {
    command: &'a Command,
    title: String,
    ready: Result<(), &'static str>,
    rank: Rank,
}

const ROW: f32 = 34.0;

impl Palette {
    pub fn show(&mut self, ctx: &Context, session: &Session, outbox: &mut Outbox) {
        let sheet = Sheet {
            title: tr!("palette-title"),
            width: 580.0,
            is_at_top: true,
        };
        sheet.show_closable(ctx, outbox, |ui, outbox| {
            ui.spacing_mut().item_spacing.y = 6.0;
            let entries = entries(session, &self.words);
            let step =
                lists::pressed_step(ui).map(|step| step.from(Some(self.chosen), entries.len(), 8));
            if let Some(Step::To(index)) = step {
                self.chosen = index;
                if let Some(entry) = entries.get(index) {
                    say(ui, session, entry, index, entries.len());
                }
            }
            self.chosen = self.chosen.min(entries.len().saturating_sub(1));
            if lists::pressed(ui, Key::Enter) {
                run(entries.get(self.chosen), outbox);
            }
            self.show_field(ui);
            if entries.is_empty() {
                widgets::quiet(ui, tr!("palette-nothing"));
            }
            let clicked = self.show_entries(ui, session, &entries, step.is_some());
            run(clicked.and_then(|index| entries.get(index)), outbox);
        });
    }

    fn show_field(&mut self, ui: &mut Ui) {
        let id = Id::unique("palette");
        let field = widgets::field(&mut self.words, id, tr!("palette-hint"))
            .font(interface(15.0))
            .margin(egui::Margin::symmetric(10, 8));
        let response = ui.add(field).accessible_name(tr!("palette-title"));
        if response.changed() {
            self.chosen = 0;
        }
        // To ask again while it has the keyboard would interrupt an input method.
        if !response.has_focus() {
            response.request_focus();
        }
    }

    /// The entry that was clicked; `has_moved` scrolls to the chosen one.
    fn show_entries(
        &self,
        ui: &mut Ui,
        session: &Session,
        entries: &[Entry<'_>],
        has_moved: bool,
    ) -> Option<usize> {
        let mut clicked = None;
        ui.spacing_mut().item_spacing.y = 0.0;
        let name = tr!("palette-commands");
        lists::beside_field(ui, ui.available_rect_before_wrap(), list_id(), name);
        lists::rows(ui, list_id(), entries.len(), |ui| {
            ScrollArea::vertical()
                .min_scrolled_height(list_height(ui.ctx()).min(ROW * 11.0))
                .max_height(list_height(ui.ctx()).min(ROW * 11.0))
                .auto_shrink([false, true])
                .show(ui, |ui| {
                    for (index, entry) in entries.iter().enumerate() {
                        let key = session.table().keymap().shown(entry.command.id);
                        let is_chosen = index == self.chosen;
                        let response = show_entry(ui, session, entry, (&key, is_chosen));
                        lists::place_row(list_id(), &response, index, is_chosen);
                        if is_chosen && has_moved {
                            response
                                .scroll_to_me_animation(None, egui::style::ScrollAnimation::none());
                        }
                        if response.clicked() {
                            clicked = Some(index);
                        }
                    }
                });
        });
        clicked
    }
}

fn list_id() -> Id {
    Id::unique("commands of the palette")
}

/// The field keeps the keyboard: what the arrow keys come to is said.
fn say(ui: &Ui, session: &Session, entry: &Entry<'_>, row: usize, count: usize) {
    let key = session.table().keymap().shown(entry.command.id);
    let why = entry.ready.err().unwrap_or_default();
    let parts = [entry.title.as_str(), &key, why];
    let parts = parts.into_iter().filter(|part| !part.is_empty());
    lists::say_chosen(ui, &parts.collect::<Vec<_>>().join(", "), row, count);
}

fn run(entry: Option<&Entry<'_>>, outbox: &mut Outbox) {
    if let Some(entry) = entry.filter(|entry| entry.ready.is_ok()) {
        outbox.send(Event::DialogClosed);
        outbox.send(Event::Command(entry.command.id));
    }
}

/// The commands that match what is typed, the best first.
fn entries<'a>(session: &'a Session, typed: &str) -> Vec<Entry<'a>> {
    let mut matcher = CommandMatcher::new(typed);
    let mut entries: Vec<Entry<'a>> = session
        .table()
        .all()
        .iter()
        .filter(|command| is_offered(session, command.id))
        .filter_map(|command| {
            let title = session.title_of(command.id);
            Some(Entry {
                command,
                ready: session.is_ready(command.id),
                rank: matcher.rank(&title, &command.help)?,
                title,
            })
        })
        .collect();
    entries.sort_by_key(|entry| {
        let menu = entry.command.menu;
        (entry.rank, entry.ready.is_err(), menu.is_none(), menu)
    });
    // Loose matches help only if there are no others.
    if entries
        .first()
        .is_some_and(|best| best.rank.kind < MatchKind::Letters)
    {
        entries.retain(|entry| entry.rank.kind < MatchKind::Letters);
    }
    entries
}

/// What stands beside the title: why it cannot be run, where a recent file lies, or what it does, unless
/// the title says that.
fn help_of<'a>(session: &Session, entry: &Entry<'a>) -> Cow<'a, str> {
    let command = entry.command;
    match (entry.ready, command.id) {
        (Err(reason), _) => reason.into(),
        (Ok(()), CommandId::OpenSample(_)) => "".into(),
        (Ok(()), CommandId::OpenRecent(_)) => start::folder_of(session, command.id).into(),
        (Ok(()), _) if says_no_more(&command.help, &entry.title) => "".into(),
        (Ok(()), _) => command.help.as_ref().into(),
    }
}

/// Whether a command's help has no word that its title does not have.
fn says_no_more(help: &str, title: &str) -> bool {
    let small: Vec<&str> = tr!("palette-small-words").split_whitespace().collect();
    let title = folded(title);
    let words = |text: &str| -> Vec<String> {
        let words = text.split(|c: char| !c.is_alphanumeric());
        words
            .filter(|word| !word.is_empty())
            .map(str::to_owned)
            .collect()
    };
    let known = words(&title);
    let is_known = |word: &String| known.contains(word) || small.contains(&word.as_str());
    words(&folded(help)).iter().all(is_known)
}

/// `false` for the palette itself, and for samples and recent files that do not exist.
fn is_offered(session: &Session, id: CommandId) -> bool {
    match id {
        CommandId::Palette => false,
        CommandId::OpenSample(_) | CommandId::OpenRecent(_) => session.is_ready(id).is_ok(),
        _ => true,
    }
}

fn show_entry(
    ui: &mut Ui,
    session: &Session,
    entry: &Entry<'_>,
    (key, is_chosen): (&str, bool),
) -> Response {
    let theme = Theme::of(ui.ctx());
    let size = vec2(ui.available_width(), ROW);
    let response = ui
        .add_enabled_ui(entry.ready.is_ok(), |ui| {
            ui.allocate_response(size, Sense::CLICK)
        })
        .inner;
    response.widget_info(|| {
        WidgetInfo::labeled(Role::ListBoxOption, entry.ready.is_ok(), &entry.title)
    });
    let help = help_of(session, entry);
    let help = help.as_ref();
    if !help.is_empty() {
        widgets::describe(&response, help);
    }
    let rect = response.rect;
    if is_chosen || response.hovered() {
        let fill = if is_chosen { theme.chosen } else { theme.hover };
        ui.painter().rect_filled(rect, CornerRadius::same(6), fill);
    }
    let title_color = if entry.ready.is_ok() {
        theme.text
    } else {
        theme.quiet
    };
    let quiet = if is_chosen { theme.text } else { theme.quiet };
    let title = Ink::new(interface(size::INTERFACE), title_color);
    let title = widgets::line(ui, &entry.title, &title);
    let key = widgets::line(ui, key, &Ink::new(interface(12.0), quiet));
    let help_left = rect.left() + 12.0 + title.size().x + 12.0;
    let key_left = rect.right() - 12.0 - key.size().x;
    let help_width = key_left - 16.0 - help_left;
    widgets::paint_line(ui, title, rect.left() + 12.0, rect.center().y);
    widgets::paint_line(ui, key, key_left, rect.center().y);
    if help_width > 60.0 {
        let ink = Ink::new(interface(size::SMALL), quiet);
        let shown = widgets::lay_out(ui, &without_title(help, &entry.title), &ink, help_width, 1);
        let is_cut = shown.elided;
        widgets::paint_line(ui, shown, help_left, rect.center().y + 0.5);
        if is_cut {
            return response.on_hover_text(help).on_disabled_hover_text(help);
        }
    }
    response
}

/// The help without the title that it begins with, as that stands before it.
fn without_title(help: &str, title: &str) -> String {
    let rest = help.strip_prefix(title.trim_end_matches('…'));
    match rest.and_then(|rest| rest.strip_prefix(' ')) {
        Some(rest) => format!("… {rest}"),
        None => help.to_owned(),
    }
}
