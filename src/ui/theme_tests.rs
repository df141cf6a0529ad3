//! Everything is legible: contrast by WCAG 2.2, in every theme; labels stay apart for every eye.

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

/// All that can be chosen, each with its name.
fn themes() -> Vec<(String, Theme)> {
    let plain = [
        ("light", Theme::light()),
        ("dark", Theme::dark()),
        ("light, high contrast", Theme::light_high_contrast()),
        ("dark, high contrast", Theme::dark_high_contrast()),
    ];
    let safe = plain.clone().map(|(name, theme)| {
        let name = format!("{name}, color-blind safe");
        (name, theme.with_safe_colors())
    });
    let plain = plain.map(|(name, theme)| (name.to_owned(), theme));
    plain.into_iter().chain(safe).collect()
}

#[test]
fn text_on_every_ground_and_tint_is_legible() {
    for (name, theme) in themes() {
        let check = |what: &str, color: Color32, ground: Color32, least: f64| {
            let contrast = contrast(color, ground);
            assert!(
                contrast >= least,
                "{name}: {what} {color:?} on {ground:?}: {contrast:.2}"
            );
        };
        let least = if theme.is_high_contrast { 7.0 } else { 4.5 };
        for ground in [
            theme.paper,
            theme.panel,
            theme.raised,
            theme.hover,
            theme.chosen,
            theme.selection,
            theme.found,
        ] {
            check("text", theme.text, ground, least);
        }
        for ground in [theme.paper, theme.panel, theme.raised] {
            check("quiet text", theme.quiet, ground, least);
            check("a problem", theme.problem, ground, least);
            // Of a main button, and of a chip that is on.
            check("words on a filled button", ground, theme.text, least);
        }
        for behind in ColorRole::ALL {
            let band = Theme::mix(theme.paper, theme.label(behind), tint::BAND_ACCEPTED);
            check("text in a band", theme.text, band, least);
            for role in ColorRole::ALL {
                let color = theme.label(role);
                let tinted = Theme::mix(band, color, tint::ACCEPTED);
                check(
                    "text on a tint over a band",
                    theme.text,
                    tinted,
                    least.min(4.5),
                );
                check("the line below it", color, tinted, 3.0);
            }
        }
        for role in ColorRole::ALL {
            let color = theme.label(role);
            for ground in [theme.paper, theme.panel, theme.raised] {
                let pill = Theme::mix(ground, color, tint::PILL);
                check("a label on its pill", color, pill, 4.5);
                check("the edge of a span", color, ground, 3.0);
            }
            let row = Theme::mix(theme.panel, color, tint::FOCUSED_ROW);
            check("text on a focused row", theme.text, row, 4.5);
        }
        if theme.is_high_contrast {
            check("an edge", theme.hairline, theme.panel, 3.0);
        }
    }
}

/// Linear red, green and blue, from 0 to 1.
type Light = [f64; 3];

/// How people see who lack one kind of cones, as matrices on linear RGB: Machado, Oliveira and Fernandes
/// (2009), severity 1.
const EYES: [(&str, [Light; 3]); 4] = [
    (
        "all cones",
        [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]],
    ),
    (
        "protanopia",
        [
            [0.152_286, 1.052_583, -0.204_868],
            [0.114_503, 0.786_281, 0.099_216],
            [-0.003_882, -0.048_116, 1.051_998],
        ],
    ),
    (
        "deuteranopia",
        [
            [0.367_322, 0.860_646, -0.227_968],
            [0.280_085, 0.672_501, 0.047_413],
            [-0.011_820, 0.042_940, 0.968_881],
        ],
    ),
    (
        "tritanopia",
        [
            [1.255_528, -0.076_749, -0.178_779],
            [-0.078_411, 0.930_809, 0.147_602],
            [0.004_733, 0.691_367, 0.303_900],
        ],
    ),
];

fn times(matrix: &[Light; 3], light: Light) -> Light {
    let row = |row: &Light| row.iter().zip(light).map(|(one, other)| one * other).sum();
    [row(&matrix[0]), row(&matrix[1]), row(&matrix[2])]
}

/// As seen by `eye`, in CIELAB under D65.
fn seen(color: Color32, eye: &[Light; 3]) -> Light {
    const TO_XYZ: [Light; 3] = [
        [0.412_456_4, 0.357_576_1, 0.180_437_5],
        [0.212_672_9, 0.715_152_2, 0.072_175_0],
        [0.019_333_9, 0.119_192_0, 0.950_304_1],
    ];
    let linear = |value: u8| {
        let value = f64::from(value) / 255.0;
        if value <= 0.04045 {
            value / 12.92
        } else {
            ((value + 0.055) / 1.055).powf(2.4)
        }
    };
    let light = [linear(color.r()), linear(color.g()), linear(color.b())];
    let light = times(eye, light).map(|part| part.clamp(0.0, 1.0));
    let [x, y, z] = times(&TO_XYZ, light);
    let curve = |part: f64| {
        if part > 216.0 / 24389.0 {
            part.cbrt()
        } else {
            (24389.0 / 27.0 * part + 16.0) / 116.0
        }
    };
    let (x, y, z) = (curve(x / 0.950_47), curve(y), curve(z / 1.088_83));
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

/// CIEDE2000 (Sharma, Wu and Dalal 2005).
fn difference([l1, a1, b1]: Light, [l2, a2, b2]: Light) -> f64 {
    let mean_chroma = f64::midpoint(a1.hypot(b1), a2.hypot(b2));
    let seventh = mean_chroma.powi(7);
    let g = 0.5 * (1.0 - (seventh / (seventh + 25f64.powi(7))).sqrt());
    let (a1, a2) = (a1 * (1.0 + g), a2 * (1.0 + g));
    let (c1, c2) = (a1.hypot(b1), a2.hypot(b2));
    let hue = |a: f64, b: f64| b.atan2(a).to_degrees().rem_euclid(360.0);
    let (h1, h2) = (hue(a1, b1), hue(a2, b2));
    let turn = (h2 - h1 + 180.0).rem_euclid(360.0) - 180.0;
    let dh = 2.0 * (c1 * c2).sqrt() * (turn / 2.0).to_radians().sin();
    let mean_hue = if (h1 - h2).abs() <= 180.0 {
        f64::midpoint(h1, h2)
    } else if h1 + h2 < 360.0 {
        f64::midpoint(h1, h2) + 180.0
    } else {
        f64::midpoint(h1, h2) - 180.0
    };
    let (l, c) = (f64::midpoint(l1, l2), f64::midpoint(c1, c2));
    let cosine = |degrees: f64| degrees.to_radians().cos();
    let t = 1.0 - 0.17 * cosine(mean_hue - 30.0)
        + 0.24 * cosine(2.0 * mean_hue)
        + 0.32 * cosine(3.0 * mean_hue + 6.0)
        - 0.20 * cosine(4.0 * mean_hue - 63.0);
    let off = (l - 50.0).powi(2);
    let sl = 1.0 + 0.015 * off / (20.0 + off).sqrt();
    let (sc, sh) = (1.0 + 0.045 * c, 1.0 + 0.015 * c * t);
    let seventh = c.powi(7);
    let bump = 60.0 * (-((mean_hue - 275.0) / 25.0).powi(2)).exp();
    let rt = -2.0 * (seventh / (seventh + 25f64.powi(7))).sqrt() * bump.to_radians().sin();
    let (dl, dc, dh) = ((l2 - l1) / sl, (c2 - c1) / sc, dh / sh);
    (dl * dl + dc * dc + dh * dh + rt * dc * dh).sqrt()
}

#[test]
fn the_difference_of_colors_is_that_of_the_paper() {
    // Of the test data of Sharma, Wu and Dalal.
    for (one, other, expected) in [
        ([50.0, 2.6772, -79.7751], [50.0, 0.0, -82.7485], 2.0425),
        ([50.0, 2.5, 0.0], [73.0, 25.0, -18.0], 27.1492),
        (
            [22.7233, 20.0904, -46.6940],
            [23.0331, 14.9730, -42.5619],
            2.0373,
        ),
        (
            [2.0776, 0.0795, -1.1350],
            [0.9033, -0.0636, -0.5514],
            0.9082,
        ),
    ] {
        let found = difference(one, other);
        assert!(
            (found - expected).abs() < 1e-4,
            "{found} and not {expected}"
        );
    }
}

/// The least difference between any two of `roles`, for any eye.
fn least_difference(theme: &Theme, roles: &[ColorRole]) -> (f64, String) {
    let mut least = (f64::INFINITY, String::new());
    for (name, eye) in &EYES {
        for (index, one) in roles.iter().enumerate() {
            for other in &roles[index + 1..] {
                let (a, b) = (theme.label(*one), theme.label(*other));
                let difference = difference(seen(a, eye), seen(b, eye));
                if difference < least.0 {
                    least = (difference, format!("{one:?} and {other:?}, {name}"));
                }
            }
        }
    }
    least
}

#[test]
fn label_colors_stay_apart_for_color_blind_people() {
    // The labels that the program comes with: also with the standard colors.
    let four = &ColorRole::ALL[..4];
    for (name, theme) in themes() {
        let (least, pair) = least_difference(&theme, four);
        assert!(least >= 7.0, "{name}: {pair}: {least:.1}");
    }
    for (name, theme) in themes() {
        if name.ends_with("safe") {
            let (least, pair) = least_difference(&theme, four);
            assert!(least >= 10.0, "{name}: {pair}: {least:.1}");
            let (least, pair) = least_difference(&theme, &ColorRole::ALL);
            assert!(least >= 6.5, "{name}: {pair}: {least:.1}");
        }
    }
}
