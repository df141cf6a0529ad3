//! The window without a screen: a session with its drawing, driven by name, key and pointer.

use copydesk::app::{Event, Request, Session, WindowRequest};
use copydesk::ui::{self, Outbox, Ui};
use eframe::egui;
use eframe::egui::accesskit::{Action, Role};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

/// What a host does, without threads and dialogs.
pub struct Window {
    pub session: Session,
    /// What was asked of the host, beside what the layout answers.
    pub asked: Vec<Request>,
    ui: Ui,
    outbox: Outbox,
    /// What was asked for before the window was there.
    before: Vec<Request>,
}

impl Window {
    /// Nothing glides: tests look at where things are, not at how they get there.
    pub fn new(mut session: Session) -> Self {
        let mut preferences = session.preferences().clone();
        preferences.reduced_motion = true;
        let before = session.take_requests();
        session.handle(Event::PreferencesChanged(preferences));
        drop(session.take_requests());
        Self {
            before,
            ..Self::that_moves(session)
        }
    }

    /// As a person has it.
    pub fn that_moves(session: Session) -> Self {
        Self {
            session,
            asked: Vec::new(),
            ui: Ui::default(),
            outbox: Outbox::default(),
            before: Vec::new(),
        }
    }

    pub fn show(&mut self, ui: &mut egui::Ui) {
        self.ui.show(ui, &self.session, &mut self.outbox);
        for event in self.outbox.take() {
            self.session.handle(event);
        }
        let asked = self.session.take_requests();
        for request in std::mem::take(&mut self.before).into_iter().chain(asked) {
            match request {
                Request::Window(WindowRequest::View(request)) => self.ui.request(ui.ctx(), request),
                other => self.asked.push(other),
            }
        }
    }
}

/// Panics where a screen reader would find something without a name or a role, or would not be in the dialog
/// that is open.
#[track_caller]
pub fn assert_heard(harness: &Harness<'_, Window>) {
    let focusable = harness.query_all_by(|node| node.data().supports_action(Action::Focus));
    for node in focusable {
        let node = node.accesskit_node();
        let name = node.label().unwrap_or_default();
        assert!(
            !name.trim().is_empty(),
            "a {:?} without a name at {:?}, valued {:?}",
            node.role(),
            node.raw_bounds(),
            node.value(),
        );
    }
    if harness.state().session.dialog().is_some() {
        let focused = harness.get_by(|node| node.is_focused_in_tree() && !node.is_hidden());
        let mut above = Some(focused.accesskit_node());
        while above.is_some_and(|node| node.role() != Role::Dialog) {
            above = above.and_then(|node| node.parent());
        }
        assert!(above.is_some(), "the keyboard is not in the dialog");
    }
    let unknown = harness.query_all_by(|node| node.role() == Role::Unknown);
    let unknown: Vec<_> = unknown.map(|node| node.accesskit_node().label()).collect();
    assert!(unknown.is_empty(), "without a role: {unknown:?}");
}

/// A window of 1280×800 around `session`.
pub fn window(session: Session) -> Harness<'static, Window> {
    window_of(session, egui::vec2(1280.0, 800.0), egui::Theme::Light)
}

/// As [`window`], where things move as a person has them.
pub fn window_that_moves(session: Session) -> Harness<'static, Window> {
    let size = egui::vec2(1280.0, 800.0);
    build(Window::that_moves(session), size, egui::Theme::Light)
}

pub fn window_of(
    session: Session,
    size: egui::Vec2,
    theme: egui::Theme,
) -> Harness<'static, Window> {
    build(Window::new(session), size, theme)
}

fn build(window: Window, size: egui::Vec2, theme: egui::Theme) -> Harness<'static, Window> {
    let mut harness = Harness::builder()
        .with_size(size)
        .with_theme(theme)
        .with_max_steps(30)
        .with_step_dt(1.0 / 60.0)
        .allow_missing_glyphs()
        .renderer(crate::raster::Raster::default())
        .with_context_setup(ui::install)
        .build_ui_state(|ui, window: &mut Window| window.show(ui), window);
    harness.run_steps(4);
    assert_heard(&harness);
    harness
}
