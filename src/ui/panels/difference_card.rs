//! The focused difference: who has what, what it can be settled by, and the reason for that.

use eframe::egui;
use egui::{
    CornerRadius, EventFilter, Frame, Id, Key, Margin, Rect, Role, ScrollArea, Sense, Ui,
    WidgetInfo, pos2, vec2,
};

use crate::app::{ArticleId, CommandId, Comparing, ComparingEvent, Event, OpenArticle, Session};
use crate::ui::Outbox;
use crate::ui::article::article_id;
use crate::ui::panels::comparing::kind_name;
use crate::ui::panels::difference_words::{facts, name};
use crate::ui::panels::inspector::command_press;
use crate::ui::panels::widgets::{self, Ink, Press};
use crate::ui::theme::{Theme, interface, size, strong};
use copydesk_document::adjudication::{Disagreement, Kind, Outcome};
use copydesk_document::{Annotation, Document, quoted};
use copydesk_i18n::tr;

#[derive(Default)]
pub struct DifferenceCard {
    /// What is typed as the reason, …
    typed: String,
    /// … and of what it is, with the reason that there was.
    seen: Option<(ArticleId, Option<usize>, String)>,
}

/// Of the line of one person.
const LINE: f32 = 26.0;
/// Height around those lines.
const AROUND: f32 = 152.0;

/// The field for the reason.
pub fn reason_id() -> Id {
    Id::unique("reason of a decision")
}

/// How high it is where there is room.
pub fn height(comparing: &Comparing) -> f32 {
    AROUND + LINE * comparing.comparison().people().len() as f32
}

impl DifferenceCard {
    pub fn show(
        &mut self,
        ui: &mut Ui,
        session: &Session,
        (article, comparing): (&OpenArticle, &Comparing),
        outbox: &mut Outbox,
    ) {
        let theme = Theme::of(ui.ctx());
        let top = ui.max_rect();
        ui.painter()
            .hline(top.x_range(), top.top(), theme.hairline_stroke());
        let Some((index, difference)) = comparing.focused().zip(comparing.focused_difference())
        else {
            Frame::new()
                .inner_margin(Margin::symmetric(14, 12))
                .show(ui, |ui| widgets::quiet(ui, tr!("comparing-choose")));
            return;
        };
        let margin = Margin::symmetric(14, 10);
        ScrollArea::vertical().id_salt("difference").show(ui, |ui| {
            Frame::new().inner_margin(margin).show(ui, |ui| {
                ui.spacing_mut().item_spacing = vec2(5.0, 4.0);
                let document = article.document();
                widgets::heading(ui, kind_name(difference.kind));
                let outcome = comparing.outcome(index, document);
                for person in 0..difference.sides.len() {
                    let is_used =
                        matches!(&outcome, Outcome::As(people) if people.contains(&person));
                    show_side(
                        ui,
                        session,
                        (comparing, difference, person, is_used),
                        outbox,
                    );
                }
                show_presses(ui, session, &outcome, outbox);
                self.show_reason(ui, (article, comparing), outbox);
            });
        });
    }

    fn show_reason(
        &mut self,
        ui: &mut Ui,
        (article, comparing): (&OpenArticle, &Comparing),
        outbox: &mut Outbox,
    ) {
        let known = comparing.reason(article.document());
        let now = (article.id, comparing.focused(), known.to_owned());
        if self.seen.as_ref() != Some(&now) {
            known.clone_into(&mut self.typed);
            self.seen = Some(now);
        }
        let field = widgets::field(&mut self.typed, reason_id(), tr!("comparing-reason-hint"));
        let response = ui
            .add_sized(vec2(ui.available_width(), 26.0), field)
            .accessible_name(tr!("comparing-reason"));
        if response.has_focus() {
            // Escape is for the field: it leaves what was typed.
            let filter = EventFilter {
                horizontal_arrows: true,
                vertical_arrows: true,
                escape: true,
                tab: false,
            };
            ui.memory_mut(|memory| memory.set_focus_lock_filter(reason_id(), filter));
            if ui.input(|input| input.key_pressed(Key::Escape)) {
                known.clone_into(&mut self.typed);
                ui.memory_mut(|memory| memory.request_focus(article_id()));
            }
        } else if response.lost_focus() {
            if self.typed != known {
                let reason = self.typed.clone();
                outbox.send(Event::Comparing(ComparingEvent::ReasonWritten(reason)));
            }
            if ui.input(|input| input.key_pressed(Key::Enter)) {
                ui.memory_mut(|memory| memory.request_focus(article_id()));
            }
        }
    }

    /// Saves what is half-typed before a command leads away from it.
    pub fn save_typed(&mut self, session: &Session, outbox: &mut Outbox) {
        let comparing = session.article().and_then(OpenArticle::comparing);
        let is_here = |seen: &(ArticleId, Option<usize>, String)| {
            let article = session.article().map(|article| article.id);
            let focused = comparing.and_then(Comparing::focused);
            Some(seen.0) == article && seen.1 == focused && seen.2 != self.typed
        };
        if self.seen.as_ref().is_some_and(is_here) {
            let reason = self.typed.clone();
            outbox.send(Event::Comparing(ComparingEvent::ReasonWritten(reason)));
        }
    }
}

/// What one person has, with their key; `is_used`: so it is in the gold standard.
fn show_side(
    ui: &mut Ui,
    session: &Session,
    (comparing, difference, person, is_used): (&Comparing, &Disagreement, usize, bool),
    outbox: &mut Outbox,
) {
    let Some(article) = session.article() else {
        return;
    };
    let theme = Theme::of(ui.ctx());
    let (who, has) = (
        comparing.name(person),
        side_words(difference, person, article.document()),
    );
    let command = u8::try_from(person).map(CommandId::Take);
    let response = ui.allocate_response(vec2(ui.available_width(), LINE), Sense::click());
    response.widget_info(|| {
        let name = tr!("comparing-who-has", people = &who, has = &has);
        WidgetInfo::selected(Role::RadioButton, true, is_used, name)
    });
    let rect = response.rect;
    let round = CornerRadius::same(5);
    if is_used || response.hovered() {
        let fill = if is_used { theme.chosen } else { theme.hover };
        ui.painter().rect_filled(rect, round, fill);
    }
    widgets::paint_focus(ui, &response, round);
    let middle = rect.center().y;
    let mut left = rect.left() + 6.0;
    if let Ok(command) = command {
        let key = session.table().keymap().shown(command);
        widgets::tell_key(&response, &key);
        let key = widgets::line(ui, &key, &Ink::new(interface(size::SMALL), theme.quiet));
        widgets::paint_line(ui, key, left, middle);
    }
    left += 18.0;
    let width = name_width(ui, comparing).min(rect.width() * 0.32);
    let name = widgets::lay_out(
        ui,
        &who,
        &Ink::new(strong(size::INTERFACE), theme.text),
        width,
        1,
    );
    widgets::paint_line(ui, name, left, middle);
    left += width + 8.0;
    let first = difference.sides.get(person).and_then(|side| side.first());
    let label = first.and_then(|it| article.document().schema().label(&it.label));
    if let Some(label) = label {
        let swatch = Rect::from_center_size(pos2(left + 4.0, middle), vec2(8.0, 8.0));
        let color = theme.label(label.color);
        ui.painter()
            .rect_filled(swatch, CornerRadius::same(2), color);
        left += 14.0;
    }
    let color = if first.is_some() {
        theme.text
    } else {
        theme.quiet
    };
    let ink = Ink::new(interface(size::INTERFACE), color);
    let words = widgets::lay_out(ui, &has, &ink, rect.right() - 6.0 - left, 1);
    let response = widgets::whole(response, &words, &has);
    widgets::paint_line(ui, words, left, middle);
    if let Ok(command) = command
        && response.clicked()
    {
        outbox.send(Event::Command(command));
    }
}

/// Of the longest name.
fn name_width(ui: &Ui, comparing: &Comparing) -> f32 {
    let ink = Ink::new(strong(size::INTERFACE), Theme::of(ui.ctx()).text);
    let names = comparing.names().into_iter();
    let widths = names.map(|name| widgets::line(ui, &name, &ink).size().x);
    widths.fold(0.0, f32::max)
}

/// What a person has at the difference, in words.
pub fn side_words(difference: &Disagreement, person: usize, document: &Document) -> String {
    let side = difference.sides.get(person).map_or(&[][..], Vec::as_slice);
    if side.is_empty() {
        return tr!("comparing-nothing").to_owned();
    }
    // Where only edges differ, or only facts, that alone is said.
    let tells_label = difference.kind != Kind::Edge || difference.labels().len() > 1;
    let tells_words = !matches!(
        difference.kind,
        Kind::Value | Kind::Speaker | Kind::Attribute
    );
    let one = |annotation: &Annotation| {
        let mut others = difference.sides.iter().flatten();
        let other = others.find(|it| {
            (it.span, &it.label) == (annotation.span, &annotation.label)
                && it.attributes != annotation.attributes
        });
        let label = tells_label.then(|| name(document.schema(), &annotation.label));
        let words = tells_words.then(|| quoted(document, annotation.span));
        let said: Vec<String> = label.into_iter().chain(words).collect();
        let facts = other.map(|other| facts(annotation, Some(other), document.schema()));
        let facts = facts.filter(|facts| !facts.is_empty());
        let parts: Vec<String> = [said.join(" ")].into_iter().chain(facts).collect();
        parts.join(", ")
    };
    let words: Vec<String> = side.iter().map(one).collect();
    words.join(" + ")
}

fn show_presses(ui: &mut Ui, session: &Session, outcome: &Outcome, outbox: &mut Outbox) {
    let presses = [
        (
            CommandId::TakeNeither,
            tr!("comparing-neither"),
            Outcome::Neither,
        ),
        (CommandId::TakeBoth, tr!("comparing-all"), Outcome::All),
        (CommandId::TakeOwn, tr!("comparing-own"), Outcome::Own),
    ];
    ui.horizontal_wrapped(|ui| {
        for (id, words, wanted) in presses {
            let key = session.table().keymap().shown(id);
            let press = Press::new(words).key(&key).small();
            command_press(ui, session, id, press.main(*outcome == wanted), outbox);
        }
    });
}
