//! Everything is legible: contrast by WCAG 2.2, light and dark.

use eframe::egui::Color32;

use super::{Theme, tint};
use copydesk_document::ColorRole;

/// Relative luminance, WCAG 2.2.
fn luminance(color: Color32) -> f64 {
    let part = |value: u8| {
        let value = f64::from(value) / 255.0;
        if value <= 0.04045 {
            value / 12.92
        } else {
            ((value + 0.055) / 1.055).powf(2.4)
        }
    };
    0.2126 * part(color.r()) + 0.7152 * part(color.g()) + 0.0722 * part(color.b())
}

fn contrast(one: Color32, other: Color32) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[test]
fn text_on_every_ground_and_tint_is_legible() {
    for theme in [Theme::light(), Theme::dark()] {
        for ground in [
            theme.paper,
            theme.panel,
            theme.raised,
            theme.hover,
            theme.chosen,
            theme.selection,
            theme.found,
        ] {
            assert!(
                contrast(theme.text, ground) >= 4.5,
                "text on {ground:?}, dark: {}",
                theme.is_dark
            );
        }
        for ground in [theme.paper, theme.panel, theme.raised] {
            assert!(
                contrast(theme.quiet, ground) >= 4.5,
                "quiet text on {ground:?}, dark: {}",
                theme.is_dark
            );
            assert!(
                contrast(theme.problem, ground) >= 4.5,
                "a problem on {ground:?}, dark: {}",
                theme.is_dark
            );
        }
        for role in ColorRole::ALL {
            let color = theme.label(role);
            let band = Theme::mix(
                theme.paper,
                theme.label(ColorRole::Magenta),
                tint::BAND_ACCEPTED,
            );
            let tinted = Theme::mix(band, color, tint::ACCEPTED);
            assert!(
                contrast(theme.text, tinted) >= 4.5,
                "text on {role:?} over a claim, dark: {}",
                theme.is_dark
            );
            let pill = Theme::mix(theme.panel, color, tint::PILL);
            assert!(
                contrast(color, pill) >= 4.5,
                "{role:?} on its pill, dark: {}: {}",
                theme.is_dark,
                contrast(color, pill)
            );
        }
    }
}
