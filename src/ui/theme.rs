//! All colors, fonts and sizes of the window, light and dark.

mod fonts;

use eframe::egui;
use egui::{Color32, CornerRadius, FontFamily, FontId, Id, Stroke, TextStyle};

use crate::app::{Face, Preferences};
use copydesk_document::ColorRole;

/// The colors of one mode. Text on every tint keeps a contrast of at least 4.5 (WCAG AA).
#[derive(Clone, Debug, PartialEq)]
pub struct Theme {
    pub is_dark: bool,
    /// Edges are drawn darker, or lighter, than they need be to be seen.
    pub is_high_contrast: bool,
    /// Behind the article.
    pub paper: Color32,
    /// Behind menus and lists.
    pub panel: Color32,
    /// Behind cards, dialogs and fields.
    pub raised: Color32,
    pub hairline: Color32,
    pub text: Color32,
    pub quiet: Color32,
    /// Under the row that the pointer is on.
    pub hover: Color32,
    /// Under chosen rows and selected words.
    pub chosen: Color32,
    pub selection: Color32,
    pub found: Color32,
    pub problem: Color32,
    labels: [Color32; 8],
}

/// How strongly a label tints what lies under it, from 0 to 1.
pub mod tint {
    pub const ACCEPTED: f32 = 0.20;
    pub const SUGGESTED: f32 = 0.08;
    pub const BAND_ACCEPTED: f32 = 0.11;
    pub const BAND_SUGGESTED: f32 = 0.055;
    pub const PILL: f32 = 0.16;
    pub const FOCUSED_ROW: f32 = 0.18;
}

/// Lengths, in points.
pub mod size {
    pub const INTERFACE: f32 = 13.0;
    pub const SMALL: f32 = 11.5;
    /// Of the line, as a multiple of the reading face's height.
    pub const LINE_HEIGHT: f32 = 1.72;
    pub const HEADLINE: f32 = 1.6;
    pub const SUBHEADING: f32 = 1.1;
    pub const STANDFIRST: f32 = 0.95;
    pub const ARTICLES_PANEL: f32 = 208.0;
    pub const REVIEW_PANEL: f32 = 296.0;
    pub const GUIDELINES_PANEL: f32 = 288.0;
    pub const ROW: f32 = 30.0;
    pub const RADIUS: u8 = 3;
}

impl Theme {
    pub fn light() -> Self {
        Self {
            is_dark: false,
            is_high_contrast: false,
            paper: hex(0xFB_FA_F6),
            panel: hex(0xF2_F0_EA),
            raised: hex(0xFF_FF_FF),
            hairline: hex(0xDE_DA_D0),
            text: hex(0x1E_21_26),
            quiet: hex(0x63_67_6E),
            hover: hex(0xE9_E6_DD),
            chosen: hex(0xDC_E3_EC),
            selection: hex(0xC9_DA_EF),
            found: hex(0xFF_E9_8A),
            problem: hex(0xB3_26_1E),
            labels: [
                hex(0x1A_5C_A8),
                hex(0x09_67_4B),
                hex(0x8A_4B_00),
                hex(0x9C_30_7A),
                hex(0x0A_64_74),
                hex(0x65_48_B8),
                hex(0xA8_35_26),
                hex(0x5A_5E_66),
            ],
        }
    }

    pub fn dark() -> Self {
        Self {
            is_dark: true,
            is_high_contrast: false,
            paper: hex(0x17_19_1D),
            panel: hex(0x1E_21_26),
            raised: hex(0x26_2A_30),
            hairline: hex(0x31_35_3C),
            text: hex(0xE6_E4_DE),
            quiet: hex(0x9A_9E_A6),
            hover: hex(0x33_38_41),
            chosen: hex(0x2B_35_44),
            selection: hex(0x2C_44_63),
            found: hex(0x5C_4E_10),
            problem: hex(0xFF_8A_80),
            labels: [
                hex(0x6F_B1_F5),
                hex(0x45_C7_9B),
                hex(0xF0_A8_4B),
                hex(0xE5_8C_C6),
                hex(0x5B_C4_D8),
                hex(0xB0_9C_F5),
                hex(0xF2_8B_7D),
                hex(0xB4_B8_C0),
            ],
        }
    }

    /// Black on white: text keeps a contrast of at least 7 (WCAG AAA), edges one of 3.
    pub fn light_high_contrast() -> Self {
        Self {
            is_high_contrast: true,
            paper: hex(0xFF_FF_FF),
            panel: hex(0xFF_FF_FF),
            raised: hex(0xFF_FF_FF),
            hairline: hex(0x5A_5A_5A),
            text: hex(0x00_00_00),
            quiet: hex(0x33_33_33),
            hover: hex(0xE3_E3_E3),
            chosen: hex(0xC8_DC_F5),
            selection: hex(0xB5_D3_F7),
            found: hex(0xFF_E9_4D),
            problem: hex(0x93_10_0A),
            labels: [
                hex(0x00_3E_8F),
                hex(0x00_4D_2E),
                hex(0x66_33_00),
                hex(0x7A_0F_5B),
                hex(0x00_4A_57),
                hex(0x46_2A_9A),
                hex(0x85_18_0C),
                hex(0x3D_40_46),
            ],
            ..Self::light()
        }
    }

    /// White on black, with the same contrasts.
    pub fn dark_high_contrast() -> Self {
        Self {
            is_high_contrast: true,
            paper: hex(0x00_00_00),
            panel: hex(0x00_00_00),
            raised: hex(0x0A_0A_0A),
            hairline: hex(0x8C_8C_8C),
            text: hex(0xFF_FF_FF),
            quiet: hex(0xD6_D6_D6),
            hover: hex(0x2A_2A_2A),
            chosen: hex(0x14_38_61),
            selection: hex(0x17_47_7D),
            found: hex(0x5C_4A_00),
            problem: hex(0xFF_A8_A0),
            labels: [
                hex(0x8C_C4_FF),
                hex(0x5F_E0_B2),
                hex(0xFF_C2_66),
                hex(0xFF_9E_D0),
                hex(0x7A_DD_F0),
                hex(0xC6_B5_FF),
                hex(0xFF_A7_9A),
                hex(0xCE_D2_DA),
            ],
            ..Self::dark()
        }
    }

    /// With label colors that stay apart where red, green or blue is not seen.
    #[must_use]
    pub fn with_safe_colors(mut self) -> Self {
        let (light, dark) = (
            [
                hex(0x2B_53_B6),
                hex(0x05_55_30),
                hex(0x71_5A_13),
                hex(0xA2_24_5F),
                hex(0x0A_64_74),
                hex(0x69_2A_81),
                hex(0x72_37_10),
                hex(0x46_4B_4C),
            ],
            [
                hex(0xB9_BB_FC),
                hex(0x9F_E7_B6),
                hex(0xEA_D6_4F),
                hex(0xF4_86_B3),
                hex(0x3B_C4_C1),
                hex(0xAB_9D_FC),
                hex(0xF4_B0_83),
                hex(0xCF_CD_CA),
            ],
        );
        self.labels = if self.is_dark { dark } else { light };
        self
    }

    fn new(is_dark: bool, look: Colors) -> Self {
        let theme = match (is_dark, look.is_high_contrast) {
            (false, false) => Self::light(),
            (false, true) => Self::light_high_contrast(),
            (true, false) => Self::dark(),
            (true, true) => Self::dark_high_contrast(),
        };
        if look.is_safe {
            theme.with_safe_colors()
        } else {
            theme
        }
    }

    /// The theme that the context is drawn with.
    pub fn of(ctx: &egui::Context) -> Self {
        let is_dark = ctx.global_style().visuals.dark_mode;
        let colors = ctx.data(|data| data.get_temp(colors_id()));
        Self::new(is_dark, colors.unwrap_or_default())
    }

    pub fn label(&self, role: ColorRole) -> Color32 {
        let index = ColorRole::ALL
            .iter()
            .position(|known| *known == role)
            .unwrap_or(0);
        self.labels[index]
    }

    /// Tells one set of label colors from another.
    pub fn label_of_first(&self) -> Color32 {
        self.labels[0]
    }

    /// `color` laid over `ground` with the strength `share`, 0 to 1: opaque, so that its contrast
    /// can be computed.
    pub fn mix(ground: Color32, color: Color32, share: f32) -> Color32 {
        ground.lerp_to_gamma(color, share)
    }

    pub fn hairline_stroke(&self) -> Stroke {
        Stroke::new(1.0, self.hairline)
    }

    fn visuals(&self) -> egui::Visuals {
        let mut visuals = if self.is_dark {
            egui::Visuals::dark()
        } else {
            egui::Visuals::light()
        };
        visuals.panel_fill = self.panel;
        visuals.window_fill = self.raised;
        visuals.window_stroke = self.hairline_stroke();
        visuals.window_corner_radius = CornerRadius::same(8);
        visuals.menu_corner_radius = CornerRadius::same(6);
        visuals.extreme_bg_color = self.raised;
        visuals.text_edit_bg_color = Some(self.raised);
        visuals.faint_bg_color = self.hover;
        visuals.override_text_color = None;
        visuals.weak_text_color = Some(self.quiet);
        visuals.hyperlink_color = self.label(ColorRole::Blue);
        visuals.warn_fg_color = self.label(ColorRole::Amber);
        visuals.error_fg_color = self.problem;
        visuals.selection.bg_fill = self.selection;
        visuals.selection.stroke = Stroke::new(1.0, self.text);
        let widgets = &mut visuals.widgets;
        for (state, fill, stroke) in [
            (&mut widgets.noninteractive, self.panel, self.hairline),
            (&mut widgets.inactive, self.raised, self.hairline),
            (&mut widgets.hovered, self.hover, self.quiet),
            (&mut widgets.active, self.chosen, self.text),
            (&mut widgets.open, self.hover, self.hairline),
        ] {
            state.bg_fill = fill;
            state.weak_bg_fill = fill;
            state.bg_stroke = Stroke::new(1.0, stroke);
            state.fg_stroke = Stroke::new(1.0, self.text);
            state.corner_radius = CornerRadius::same(5);
            state.expansion = 0.0;
        }
        visuals
    }
}

/// The face of the article and of words quoted from it.
pub fn reading(size: f32) -> FontId {
    FontId::new(size, FontFamily::Name("reading".into()))
}

/// The reading face, semi-bold.
pub fn headline(size: f32) -> FontId {
    FontId::new(size, FontFamily::Name("headline".into()))
}

/// The interface face.
pub fn interface(size: f32) -> FontId {
    FontId::proportional(size)
}

/// The interface face, semi-bold.
pub fn strong(size: f32) -> FontId {
    FontId::new(size, FontFamily::Name("strong".into()))
}

/// Which colors a person chose, but for light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Colors {
    is_high_contrast: bool,
    is_safe: bool,
}

/// Where the context keeps its [`Colors`].
fn colors_id() -> Id {
    Id::unique("colors")
}

/// What a person chose of how the window looks, but for light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Look {
    colors: Colors,
    is_still: bool,
    face: Face,
    /// Of the window, in percent.
    percent: u16,
}

impl Look {
    pub fn of(preferences: &Preferences) -> Self {
        Self {
            colors: Colors {
                is_high_contrast: preferences.high_contrast,
                is_safe: preferences.safe_colors,
            },
            is_still: preferences.reduced_motion,
            face: preferences.face,
            percent: preferences.interface_percent,
        }
    }
}

/// Makes a context ready to be drawn with. Called once, at the start.
pub fn install(ctx: &egui::Context) {
    ctx.set_fonts(fonts::all(Face::default()));
    // Keys change the size of the text; egui would enlarge the whole window, and keep that.
    ctx.options_mut(|options| options.zoom_with_keyboard = false);
    ctx.set_zoom_factor(1.0);
    // Where lists were scrolled to belongs to what was in them, which another start does not have.
    ctx.data_mut(egui::util::IdTypeMap::remove_by_type::<egui::scroll_area::State>);
    set_style(ctx, Look::default());
}

/// Draws the context as `look` says from now on; `before` is how it was drawn so far.
pub fn adopt(ctx: &egui::Context, look: Look, before: Look) {
    if look.face != before.face {
        ctx.set_fonts(fonts::all(look.face));
    }
    if look.percent != before.percent {
        ctx.set_zoom_factor(f32::from(look.percent) / 100.0);
    }
    set_style(ctx, look);
}

/// Sets the colors and sizes of both modes.
fn set_style(ctx: &egui::Context, look: Look) {
    ctx.data_mut(|data| data.insert_temp(colors_id(), look.colors));
    let usual = egui::Style::default();
    for (mode, is_dark) in [(egui::Theme::Light, false), (egui::Theme::Dark, true)] {
        let theme = Theme::new(is_dark, look.colors);
        ctx.style_mut_of(mode, |style| {
            style.visuals = theme.visuals();
            style.text_styles = [
                (TextStyle::Small, interface(size::SMALL)),
                (TextStyle::Body, interface(size::INTERFACE)),
                (TextStyle::Button, interface(size::INTERFACE)),
                (TextStyle::Heading, strong(17.0)),
                (TextStyle::Monospace, FontId::monospace(size::INTERFACE)),
            ]
            .into();
            style.spacing.item_spacing = egui::vec2(8.0, 6.0);
            style.spacing.button_padding = egui::vec2(10.0, 4.0);
            style.spacing.menu_margin = egui::Margin::same(6);
            style.interaction.selectable_labels = false;
            style.visuals.text_cursor.blink = !look.is_still;
            (style.animation_time, style.scroll_animation) = if look.is_still {
                (0.0, egui::style::ScrollAnimation::none())
            } else {
                (usual.animation_time, usual.scroll_animation)
            };
        });
    }
}

const fn hex(rgb: u32) -> Color32 {
    Color32::from_rgb(
        (rgb >> 16 & 0xFF) as u8,
        (rgb >> 8 & 0xFF) as u8,
        (rgb & 0xFF) as u8,
    )
}

#[cfg(test)]
#[path = "theme_tests.rs"]
mod tests;
