//! The dialog of marks that do not fit the article: each with its words, why, and ways to mend it.

use eframe::egui;
use egui::{
    Context, CornerRadius, Id, Rect, RichText, Role, ScrollArea, Sense, Ui, WidgetInfo, vec2,
};

use crate::app::{ArticleId, Event, Mend, OpenArticle, Session};
use crate::ui::Outbox;
use crate::ui::panels::inspector::shortened_to;
use crate::ui::panels::lists;
use crate::ui::panels::sheet::{Sheet, buttons};
use crate::ui::panels::widgets::{self, Ink, Press};
use crate::ui::theme::{Theme, interface, reading, size, strong};
use copydesk_document::{Candidates, Detached, DetachedMark, WhyDetached};
use copydesk_i18n::tr;
use copydesk_text::{Quote, Span};

#[derive(Default)]
pub struct ProblemsDialog {
    article: Option<ArticleId>,
    is_new: bool,
    /// The row that is shown below the list; kept when the dialog is opened again.
    chosen: usize,
    details: Option<Details>,
}

/// What is to be known of one mark. Finding its words reads all of the text: done once, not each frame.
struct Details {
    of: (ArticleId, u64, usize),
    candidates: Candidates,
    why: WhyDetached,
}

const WIDTH: f32 = 720.0;
const ROW: f32 = 30.0;
/// So many places are offered.
const MOST_PLACES: usize = 5;
/// So many sentences of what was found while the file was read are shown.
const MOST_FOUND: usize = 100;

fn list_id() -> Id {
    Id::unique("problems")
}

impl ProblemsDialog {
    /// The dialog is opened: for the same article, at the same problem as before.
    pub fn begin(&mut self, session: &Session) {
        let article = session.article().map(|article| article.id);
        if self.article != article {
            *self = Self::default();
            self.article = article;
        }
        self.is_new = true;
    }

    pub fn show(&mut self, ctx: &Context, session: &Session, outbox: &mut Outbox) {
        let Some(article) = session.article() else {
            return;
        };
        let detached = article.document().detached();
        let title = match detached.len() {
            0 => tr!("problems-found-in-file").to_owned(),
            count => tr!("problems-title", count = count),
        };
        let sheet = Sheet {
            title: &title,
            width: WIDTH,
            is_at_top: false,
        };
        sheet.show_closable(ctx, outbox, |ui, outbox| {
            self.chosen = self.chosen.min(detached.len().saturating_sub(1));
            if !detached.is_empty() {
                self.show_list(ui, article, detached);
            }
            if let Some(mark) = detached.get(self.chosen) {
                widgets::hairline(ui, 8.0);
                let height = (ui.ctx().content_rect().height() - 430.0).clamp(90.0, 330.0);
                ScrollArea::vertical()
                    .id_salt("problem")
                    .max_height(height)
                    .auto_shrink([false, true])
                    .show(ui, |ui| {
                        self.show_details(ui, article, mark, outbox);
                        show_found(ui, article);
                    });
                self.show_buttons(ui, article, mark, outbox);
            } else {
                ScrollArea::vertical()
                    .max_height(360.0)
                    .auto_shrink([false, true])
                    .show(ui, |ui| show_found(ui, article));
                let close = Press::new(tr!("sheet-close")).key("Escape");
                if buttons(ui, [close]).is_some() {
                    outbox.send(Event::DialogClosed);
                }
            }
        });
    }

    fn show_list(&mut self, ui: &mut Ui, article: &OpenArticle, detached: &[Detached]) {
        let height = (detached.len() as f32 * ROW).min(5.0 * ROW);
        let rect = Rect::from_min_size(ui.cursor().min, vec2(ui.available_width(), height));
        let before = self.chosen;
        if lists::in_dialog(ui, rect, list_id(), tr!("problems-list"), &mut self.is_new) {
            let step =
                lists::pressed_step(ui).map(|step| step.from(Some(before), detached.len(), 5));
            if let Some(lists::Step::To(row)) = step {
                self.chosen = row;
            }
        }
        ui.spacing_mut().item_spacing.y = 0.0;
        let area = ScrollArea::vertical()
            .id_salt("problems")
            .max_height(height)
            .min_scrolled_height(height)
            .auto_shrink([false, true]);
        lists::show_rows(
            ui,
            (list_id(), detached.len()),
            area,
            (ROW, detached.len()),
            |ui, rows| {
                if before != self.chosen {
                    lists::scroll_to_row(ui, rows.start, self.chosen, ROW);
                }
                for index in rows {
                    if let Some(mark) = detached.get(index) {
                        self.show_row(ui, article, index, mark);
                    }
                }
            },
        );
        lists::paint_ring(ui, list_id(), rect);
    }

    fn show_row(&mut self, ui: &mut Ui, article: &OpenArticle, index: usize, mark: &Detached) {
        let is_chosen = index == self.chosen;
        let response = ui.allocate_response(vec2(ui.available_width(), ROW), Sense::CLICK);
        let words = tr!(
            "problems-quoted",
            words = shortened_to(&mark.quote.exact, 60)
        );
        let label = label_name(article, mark);
        response.widget_info(|| {
            let name = format!("{words}, {label}");
            WidgetInfo::labeled(Role::ListBoxOption, true, name)
        });
        lists::place_row(list_id(), &response, index, is_chosen);
        let theme = Theme::of(ui.ctx());
        let ground = match (is_chosen, response.hovered()) {
            (true, _) => theme.chosen,
            (false, true) => theme.hover,
            (false, false) => theme.raised,
        };
        let rect = response.rect;
        ui.painter()
            .rect_filled(rect, CornerRadius::same(4), ground);
        let ink = Ink::new(interface(size::INTERFACE), theme.text);
        let galley = widgets::lay_out(ui, &words, &ink, rect.width() - 190.0, 1);
        let response = widgets::whole(response, &galley, &words);
        widgets::paint_line(ui, galley, rect.left() + 10.0, rect.center().y);
        let ink = Ink::new(interface(size::SMALL), theme.quiet);
        let galley = widgets::lay_out(ui, &label, &ink, 160.0, 1);
        let left = rect.right() - galley.size().x - 10.0;
        widgets::paint_line(ui, galley, left, rect.center().y);
        if response.clicked() {
            self.chosen = index;
        }
    }

    fn show_details(
        &mut self,
        ui: &mut Ui,
        article: &OpenArticle,
        mark: &Detached,
        outbox: &mut Outbox,
    ) {
        ui.spacing_mut().item_spacing.y = 6.0;
        let details = self.details(article, mark);
        in_context(ui, &mark.quote);
        let why = why_words(article, mark, details.why);
        let theme = Theme::of(ui.ctx());
        let words = RichText::new(&why)
            .font(interface(size::INTERFACE))
            .color(theme.text);
        ui.add(egui::Label::new(words).wrap());
        if let DetachedMark::Annotation { note, .. } | DetachedMark::Note(note) = &mark.mark
            && !note.is_empty()
        {
            widgets::quiet(ui, tr!("problems-note", note = note));
        }
        let Candidates { places, count } = &details.candidates;
        if places.is_empty() {
            return;
        }
        ui.add_space(4.0);
        widgets::heading(ui, tr!("problems-places"));
        for (number, span) in places.iter().enumerate() {
            show_place(ui, article, mark, (number, *span), outbox);
        }
        if *count > places.len() {
            widgets::quiet(ui, tr!("problems-more", count = count - places.len()));
        }
    }

    fn details(&mut self, article: &OpenArticle, mark: &Detached) -> &Details {
        let of = (article.id, article.generation(), self.chosen);
        if self.details.as_ref().is_none_or(|known| known.of != of) {
            self.details = None;
        }
        self.details.get_or_insert_with(|| {
            let document = article.document();
            let candidates = document.candidates(mark, MOST_PLACES);
            Details {
                of,
                why: document.why_detached(mark, &candidates),
                candidates,
            }
        })
    }

    fn show_buttons(
        &mut self,
        ui: &mut Ui,
        article: &OpenArticle,
        mark: &Detached,
        outbox: &mut Outbox,
    ) {
        let selection = article.selection().map(|selection| selection.span);
        let ready = attach_ready(article, mark);
        let ready = ready.and(
            selection
                .map(|_| ())
                .ok_or_else(|| tr!("problems-nothing-selected")),
        );
        let attach = selection.map_or_else(
            || tr!("problems-attach-selection").to_owned(),
            |span| {
                let words = shortened_to(article.text().words(span), 24);
                tr!("problems-attach-to", words = words)
            },
        );
        ui.add_space(10.0);
        ui.horizontal_wrapped(|ui| {
            let press = Press::new(&attach).enabled(ready.is_ok()).show(ui);
            let press = widgets::why_not(press, ready);
            widgets::describe(
                &press,
                ready
                    .err()
                    .unwrap_or_else(|| tr!("problems-selected-words")),
            );
            if press.clicked()
                && let Some(to) = selection
            {
                outbox.send(attached(mark, to));
            }
            let drop = Press::new(tr!("problems-drop")).show(ui);
            widgets::describe(&drop, tr!("problems-drop-about"));
            if drop.clicked() {
                outbox.send(Event::Mended(Mend::Drop(Box::new(mark.clone()))));
            }
            let keep = Press::new(tr!("problems-keep")).show(ui);
            widgets::describe(&keep, tr!("problems-keep-about"));
            if keep.clicked() {
                self.chosen += 1;
                if self.chosen == article.document().detached().len() {
                    self.chosen = 0;
                    outbox.send(Event::DialogClosed);
                }
            }
            if Press::new(tr!("sheet-close"))
                .key("Escape")
                .show(ui)
                .clicked()
            {
                outbox.send(Event::DialogClosed);
            }
        });
        if let Err(reason) = ready {
            widgets::quiet(ui, reason);
        }
    }
}

/// One place where the words stand, with its buttons.
fn show_place(
    ui: &mut Ui,
    article: &OpenArticle,
    mark: &Detached,
    (number, span): (usize, Span),
    outbox: &mut Outbox,
) {
    let ready = attach_ready(article, mark);
    let here = Quote::of(article.text(), span);
    let place = tr!("problems-place", number = number + 1, words = around(&here));
    ui.horizontal(|ui| {
        let press = Press::new(tr!("problems-attach-here"))
            .small()
            .enabled(ready.is_ok());
        let press = widgets::why_not(press.show(ui), ready);
        if ready.is_ok() {
            widgets::describe(&press, &place);
        }
        if press.clicked() {
            outbox.send(attached(mark, span));
        }
        let show = Press::new(tr!("problems-show")).small().show(ui);
        widgets::describe(&show, &place);
        if show.clicked() {
            outbox.send(Event::Shown(span));
        }
        in_context(ui, &here);
    });
}

fn attached(mark: &Detached, to: Span) -> Event {
    Event::Mended(Mend::Attach {
        detached: Box::new(mark.clone()),
        to,
    })
}

fn attach_ready(article: &OpenArticle, mark: &Detached) -> Result<(), &'static str> {
    if article.open_elsewhere().is_some() {
        return Err(tr!("problems-open-elsewhere"));
    }
    let schema = article.document().schema();
    let mut labels = schema.labels().iter();
    let is_known = labels.any(|label| label.id.as_str() == mark.label);
    is_known
        .then_some(())
        .ok_or_else(|| tr!("problems-no-such-label"))
}

/// The words with what stands, or stood, around them.
fn in_context(ui: &mut Ui, quote: &Quote) {
    let theme = Theme::of(ui.ctx());
    let mut job = egui::text::LayoutJob::default();
    job.wrap.max_width = ui.available_width();
    let mut push = |words: &str, font, color| {
        job.append(words, 0.0, egui::TextFormat::simple(font, color));
    };
    let start = if quote.prefix.is_empty() { "" } else { "…" };
    let end = if quote.suffix.is_empty() { "" } else { "…" };
    let before = format!("{start}{}", one_line(&quote.prefix));
    push(&before, reading(14.0), theme.quiet);
    push(
        &one_line(&shortened_to(&quote.exact, 300)),
        strong(14.0),
        theme.text,
    );
    push(
        &format!("{}{end}", one_line(&quote.suffix)),
        reading(14.0),
        theme.quiet,
    );
    ui.add(egui::Label::new(job).wrap());
}

fn around(quote: &Quote) -> String {
    let exact = shortened_to(&quote.exact, 60);
    one_line(&format!("{}{exact}{}", quote.prefix, quote.suffix))
}

fn one_line(words: &str) -> String {
    words.replace(['\n', '\r', '\t'], " ")
}

fn label_name(article: &OpenArticle, mark: &Detached) -> String {
    let schema = article.document().schema();
    let mut labels = schema.labels().iter();
    let label = labels.find(|label| label.id.as_str() == mark.label);
    let name = label.map_or(mark.label.as_str(), |label| label.name.as_str());
    match mark.mark {
        DetachedMark::Annotation { .. } => name.to_owned(),
        DetachedMark::Rejection => tr!("problems-rejected", label = name),
        DetachedMark::Note(_) => tr!("problems-note-on", label = name),
    }
}

fn why_words(article: &OpenArticle, mark: &Detached, why: WhyDetached) -> String {
    match why {
        WhyDetached::UnknownLabel => tr!("problems-unknown-label", label = &mark.label),
        WhyDetached::Gone => tr!("problems-gone").to_owned(),
        WhyDetached::Overlaps(id) => {
            let other = article.annotation(id);
            let words = other.map_or("", |other| article.text().words(other.span));
            tr!("problems-overlaps", words = shortened_to(words, 60))
        }
        WhyDetached::ContextChanged => tr!("problems-context-changed").to_owned(),
        WhyDetached::Several(count) => tr!("problems-several", count = count),
    }
}

/// What else was found while the file was read.
fn show_found(ui: &mut Ui, article: &OpenArticle) {
    let found = article.problems();
    if found.is_empty() {
        return;
    }
    widgets::hairline(ui, 6.0);
    widgets::heading(ui, tr!("problems-found-in-file"));
    for problem in found.iter().take(MOST_FOUND) {
        widgets::quiet(ui, problem);
    }
    if found.len() > MOST_FOUND {
        widgets::quiet(ui, tr!("problems-more", count = found.len() - MOST_FOUND));
    }
}
