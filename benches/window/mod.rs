//! A window without a screen, and clocks, for benchmarks.

#![allow(dead_code, reason = "no benchmark needs all of it")]

use std::hint::black_box;

use copydesk::app::{Request, Session, Task, WindowRequest};
use copydesk::ui::{Outbox, Ui, theme};
use eframe::egui;
use egui::{Event as Input, MouseWheelUnit, PointerButton, Pos2, TouchPhase, vec2};

const SCREEN: egui::Vec2 = vec2(1280.0, 800.0);

/// A window without a screen: what a frame costs with everything but the graphics card.
pub struct Window {
    ctx: egui::Context,
    ui: Ui,
    pub outbox: Outbox,
    pub session: Session,
    /// What was asked for about files, and is not done.
    pub tasks: Vec<Task>,
    time: f64,
}

impl Window {
    pub fn new(session: Session) -> Self {
        let ctx = egui::Context::default();
        theme::install(&ctx);
        // Faces and icons are read in the frame before: it belongs to the start of the program.
        warm_up_faces(&ctx);
        Self {
            ctx,
            ui: Ui::default(),
            outbox: Outbox::default(),
            session,
            tasks: Vec::new(),
            time: 0.0,
        }
    }

    /// From now on a screen reader is told what is drawn; without what the system's side of it takes.
    pub fn begin_to_speak(&self) {
        self.ctx.enable_accesskit();
    }

    pub fn frame(&mut self, events: Vec<Input>) -> f64 {
        self.time += 1.0 / 60.0;
        let input = egui::RawInput {
            screen_rect: Some(egui::Rect::from_min_size(Pos2::ZERO, SCREEN)),
            time: Some(self.time),
            events,
            ..egui::RawInput::default()
        };
        let before = processor_seconds();
        let Self {
            ctx,
            ui,
            outbox,
            session,
            tasks,
            ..
        } = self;
        let mut output = ctx.run_ui(input, |root| ui.show(root, session, outbox));
        // Nothing is uploaded; a debug build of egui insists that someone says so.
        output.textures_delta.clear();
        let primitives = ctx.tessellate(output.shapes, output.pixels_per_point);
        for event in outbox.take() {
            session.handle(event);
        }
        for request in session.take_requests() {
            match request {
                Request::Window(WindowRequest::View(request)) => ui.request(ctx, request),
                Request::Task(task @ (Task::Open(_) | Task::Folder(_))) => tasks.push(task),
                Request::Window(_) | Request::Task(_) => {}
            }
        }
        let spent = processor_seconds() - before;
        black_box(primitives);
        spent * 1000.0
    }
}

fn warm_up_faces(ctx: &egui::Context) {
    let input = egui::RawInput {
        screen_rect: Some(egui::Rect::from_min_size(Pos2::ZERO, SCREEN)),
        time: Some(0.0),
        ..egui::RawInput::default()
    };
    let mut output = ctx.run_ui(input, |ui| {
        for font in [
            theme::reading(18.0),
            theme::headline(29.0),
            theme::interface(13.0),
            theme::strong(13.0),
        ] {
            ui.label(egui::RichText::new("Aa").font(font));
        }
    });
    output.textures_delta.clear();
}

pub fn wheel(points: f32) -> Input {
    Input::MouseWheel {
        unit: MouseWheelUnit::Point,
        delta: vec2(0.0, points),
        phase: TouchPhase::Move,
        source: egui::MouseWheelSource::Wheel,
        modifiers: egui::Modifiers::NONE,
    }
}

pub fn button(pos: Pos2, pressed: bool) -> Input {
    Input::PointerButton {
        pos,
        button: PointerButton::Primary,
        pressed,
        modifiers: egui::Modifiers::NONE,
    }
}

pub fn key(key: egui::Key) -> Input {
    Input::Key {
        key,
        physical_key: None,
        pressed: true,
        repeat: false,
        modifiers: egui::Modifiers::NONE,
    }
}

pub fn median(times: impl Iterator<Item = f64>) -> f64 {
    at(&times.collect::<Vec<f64>>(), 50)
}

/// The time that `percent` of `times` do not exceed.
pub fn at(times: &[f64], percent: usize) -> f64 {
    let mut times = times.to_vec();
    times.sort_by(f64::total_cmp);
    let index = times.len() * percent / 100;
    times.get(index).copied().unwrap_or(f64::NAN)
}

pub fn processor_seconds() -> f64 {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    time.tv_sec as f64 + time.tv_nsec as f64 / 1e9
}

/// Processor time of all threads together.
pub fn process_seconds() -> f64 {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ProcessCPUTime);
    time.tv_sec as f64 + time.tv_nsec as f64 / 1e9
}

/// Memory that the process holds, where the system tells.
pub fn resident_mb() -> f64 {
    let pages = std::fs::read_to_string("/proc/self/statm")
        .ok()
        .and_then(|line| line.split_whitespace().nth(1)?.parse::<f64>().ok());
    pages.unwrap_or(f64::NAN) * 4096.0 / 1e6
}
