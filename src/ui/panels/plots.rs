//! What all plots have in common: quiet axes, and that they stay as they are.

use eframe::egui;
use egui::{RichText, Sense};
use egui_plot::{AxisHints, Plot};

use crate::ui::theme::{Theme, interface, size};

/// An axis with its name, in small quiet letters.
pub fn axis(axis: AxisHints<'static>, name: &str, theme: &Theme) -> AxisHints<'static> {
    let name = RichText::new(name)
        .font(interface(size::SMALL))
        .color(theme.quiet);
    axis.label(name)
        .tick_label_font(interface(10.5))
        .tick_label_color(theme.quiet)
}

/// A plot on the ground of the dialog that stays as it is, whatever is done with the mouse.
pub fn still(name: &str, theme: &Theme) -> Plot<'static> {
    Plot::new(name.to_owned())
        .show_background(false)
        .grid_color(theme.hairline)
        .show_x(false)
        .show_y(false)
        .label_formatter(|_| None)
        .allow_zoom(false)
        .allow_drag(false)
        .allow_scroll(false)
        .allow_boxed_zoom(false)
        .allow_axis_zoom_drag(false)
        .allow_double_click_reset(false)
        .sense(Sense::hover())
}
