//! The system's fonts, for characters that the program's own lack.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use eframe::egui;
use egui::epaint::text::{FallbackRequest, FontInsert, FontProvider};
use egui_system_font_provider::SystemFontProvider;

/// Has `ctx` look among the system’s fonts. Where the system has none, which the library takes for a
/// fault, the program goes on with its own.
pub fn install(ctx: &egui::Context) {
    ctx.add_font_provider(Arc::new(SystemFonts {
        fonts: SystemFontProvider::new(),
        has_failed: AtomicBool::new(false),
    }));
}

struct SystemFonts {
    fonts: SystemFontProvider,
    has_failed: AtomicBool,
}

impl FontProvider for SystemFonts {
    fn font_for(&self, request: &FallbackRequest<'_>) -> Option<FontInsert> {
        if self.has_failed.load(Ordering::Relaxed) {
            return None;
        }
        let found = catch_unwind(AssertUnwindSafe(|| self.fonts.font_for(request)));
        found.unwrap_or_else(|_| {
            self.has_failed.store(true, Ordering::Relaxed);
            None
        })
    }
}
