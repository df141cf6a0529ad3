//! Plots as SVG, to stand in a page: lines over an axis, bars, and boxes of quartiles, each with its numbers in words.

use copydesk_document::Quartiles;

/// What a plot shows.
pub struct Frame<'a> {
    /// Unique in the page.
    pub id: &'a str,
    pub title: &'a str,
    /// All of it in words, for who cannot see it.
    pub words: String,
    pub x: &'a str,
    pub y: &'a str,
}

/// Points that belong together, from left to right.
pub struct Line {
    pub name: String,
    pub points: Vec<Point>,
}

#[derive(Clone, Copy)]
pub struct Point {
    pub x: f64,
    pub y: f64,
    /// How far it may be off, down to and up to.
    pub interval: Option<(f64, f64)>,
}

const WIDTH: f64 = 640.0;
const HEIGHT: f64 = 300.0;
const LEFT: f64 = 56.0;
const RIGHT: f64 = 170.0;
/// Beside bars and boxes, which have no legend.
const NARROW: f64 = 20.0;
const TOP: f64 = 14.0;
const BOTTOM: f64 = 44.0;

/// The colors of Okabe and Ito, which are told apart by everyone; each line has its own dashes as well.
const COLORS: [&str; 8] = [
    "#0072b2", "#d55e00", "#009e73", "#cc79a7", "#000000", "#e69f00", "#56b4e9", "#8a7a00",
];
const DASHES: [&str; 4] = ["none", "6 3", "2 3", "8 3 2 3"];

/// Shares from 0 to 1 over an axis from `from` to `to`; with `diagonal`, a line where both are the same.
pub fn lines(frame: &Frame<'_>, lines: &[Line], (from, to): (f64, f64), diagonal: bool) -> String {
    let span = (to - from).max(f64::MIN_POSITIVE);
    let x = |value: f64| LEFT + (value - from) / span * (WIDTH - LEFT - RIGHT);
    let y = |share: f64| HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM);
    let mut out = begin(frame);
    for step in 0..=5 {
        let share = f64::from(step) / 5.0;
        grid(&mut out, y(share), RIGHT, &format!("{share:.1}"));
    }
    for value in ticks(from, to) {
        tick(&mut out, x(value), &number(value));
    }
    if diagonal {
        let (left, right) = (x(from), x(to));
        let (low, high) = (y(from), y(to));
        put(
            &mut out,
            format_args!(
                r#"<line class="even" x1="{left:.1}" y1="{low:.1}" x2="{right:.1}" y2="{high:.1}"/>"#
            ),
        );
    }
    for (index, line) in lines.iter().enumerate() {
        let color = COLORS[index % COLORS.len()];
        let dash = DASHES[index % DASHES.len()];
        let points: Vec<String> = line
            .points
            .iter()
            .map(|point| format!("{:.1},{:.1}", x(point.x), y(point.y)))
            .collect();
        put(
            &mut out,
            format_args!(
                r#"<polyline fill="none" stroke="{color}" stroke-width="2" stroke-dasharray="{dash}" points="{}"/>"#,
                points.join(" ")
            ),
        );
        for point in &line.points {
            let at = x(point.x);
            if let Some((low, high)) = point.interval {
                put(
                    &mut out,
                    format_args!(
                        r#"<line stroke="{color}" x1="{at:.1}" y1="{:.1}" x2="{at:.1}" y2="{:.1}"/>"#,
                        y(low),
                        y(high)
                    ),
                );
            }
            put(
                &mut out,
                format_args!(
                    r#"<circle fill="{color}" cx="{at:.1}" cy="{:.1}" r="3"/>"#,
                    y(point.y)
                ),
            );
        }
        legend(&mut out, index, &line.name, color, dash);
    }
    end(out)
}

/// One bar for each name, from left to right.
pub fn bars(frame: &Frame<'_>, values: &[(String, f64)]) -> String {
    let most = values.iter().map(|(_, value)| *value).fold(1.0, f64::max);
    let y = |value: f64| HEIGHT - BOTTOM - value / most * (HEIGHT - TOP - BOTTOM);
    let step = (WIDTH - LEFT - NARROW) / values.len().max(1) as f64;
    let mut out = begin(frame);
    for value in ticks(0.0, most) {
        grid(&mut out, y(value), NARROW, &number(value));
    }
    // So that the names do not run into each other.
    let named = (values.len() / 8).max(1);
    for (index, (name, value)) in values.iter().enumerate() {
        let left = LEFT + step * index as f64 + step * 0.1;
        let (top, height) = (
            y(value.max(0.0)),
            value.max(0.0) / most * (HEIGHT - TOP - BOTTOM),
        );
        let width = step * 0.8;
        put(
            &mut out,
            format_args!(
                r#"<rect fill="{}" x="{left:.1}" y="{top:.1}" width="{width:.1}" height="{height:.1}"/>"#,
                COLORS[0]
            ),
        );
        if index % named == 0 {
            tick(&mut out, left + width / 2.0, name);
        }
    }
    end(out)
}

/// A box from the lower to the upper quartile for each name, with the median in it and lines to least and most, over
/// an axis that doubles from mark to mark.
pub fn boxes(frame: &Frame<'_>, rows: &[(String, Quartiles)]) -> String {
    let most = rows.iter().map(|(_, it)| it.most).max().unwrap_or(1).max(2) as f64;
    let scale = |value: f64| value.max(1.0).log2() / most.log2();
    let y = |value: f64| HEIGHT - BOTTOM - scale(value) * (HEIGHT - TOP - BOTTOM);
    let step = (WIDTH - LEFT - NARROW) / rows.len().max(1) as f64;
    let mut out = begin(frame);
    let mut mark = 1.0;
    while mark <= most {
        grid(&mut out, y(mark), NARROW, &number(mark));
        mark *= 2.0;
    }
    for (index, (name, quartiles)) in rows.iter().enumerate() {
        let middle = LEFT + step * (index as f64 + 0.5);
        let half = (step * 0.25).min(30.0);
        let (left, right) = (middle - half, middle + half);
        let (lower, upper) = (y(quartiles.lower), y(quartiles.upper));
        put(
            &mut out,
            format_args!(
                r#"<line class="ink" x1="{middle:.1}" y1="{:.1}" x2="{middle:.1}" y2="{:.1}"/>"#,
                y(quartiles.least as f64),
                y(quartiles.most as f64)
            ),
        );
        put(
            &mut out,
            format_args!(
                r##"<rect fill="#dfe9f2" class="ink" x="{left:.1}" y="{upper:.1}" width="{:.1}" height="{:.1}"/>"##,
                2.0 * half,
                (lower - upper).max(1.0)
            ),
        );
        put(
            &mut out,
            format_args!(
                r#"<line class="median" x1="{left:.1}" y1="{0:.1}" x2="{right:.1}" y2="{0:.1}"/>"#,
                y(quartiles.median)
            ),
        );
        tick(&mut out, middle, name);
    }
    end(out)
}

/// What a page needs around plots.
pub const STYLE: &str = "\
svg text{font:12px sans-serif;fill:#333}\
svg .grid{stroke:#ddd}svg .even{stroke:#888;stroke-dasharray:4 4}\
svg .ink{stroke:#333}svg .median{stroke:#0072b2;stroke-width:3}";

/// `words` as they may stand in a page.
pub fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for letter in words.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            // No page may hold these.
            letter if letter.is_control() => out.push(' '),
            letter => out.push(letter),
        }
    }
    out
}

fn begin(frame: &Frame<'_>) -> String {
    let Frame {
        id,
        title,
        words,
        x,
        y,
    } = frame;
    let (title, words) = (escaped(title), escaped(words));
    let mut out = format!(
        "<svg role=\"img\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" aria-labelledby=\"{id}-title {id}-words\">\n\
         <title id=\"{id}-title\">{title}</title><desc id=\"{id}-words\">{words}</desc>\n"
    );
    let bottom = HEIGHT - 8.0;
    put(
        &mut out,
        format_args!(r#"<text x="{LEFT}" y="{bottom}">{}</text>"#, escaped(x)),
    );
    let middle = HEIGHT / 2.0;
    put(
        &mut out,
        format_args!(
            r#"<text transform="translate(14 {middle}) rotate(-90)" text-anchor="middle">{}</text>"#,
            escaped(y)
        ),
    );
    out
}

fn end(mut out: String) -> String {
    out.push_str("</svg>\n");
    out
}

fn grid(out: &mut String, y: f64, beside: f64, name: &str) {
    let right = WIDTH - beside;
    put(
        out,
        format_args!(r#"<line class="grid" x1="{LEFT}" y1="{y:.1}" x2="{right}" y2="{y:.1}"/>"#),
    );
    let left = LEFT - 6.0;
    let y = y + 4.0;
    put(
        out,
        format_args!(r#"<text x="{left}" y="{y:.1}" text-anchor="end">{name}</text>"#),
    );
}

fn tick(out: &mut String, x: f64, name: &str) {
    let y = HEIGHT - BOTTOM + 16.0;
    put(
        out,
        format_args!(
            r#"<text x="{x:.1}" y="{y}" text-anchor="middle">{}</text>"#,
            escaped(name)
        ),
    );
}

fn legend(out: &mut String, index: usize, name: &str, color: &str, dash: &str) {
    let y = TOP + 10.0 + 20.0 * index as f64;
    let (left, right) = (WIDTH - RIGHT + 12.0, WIDTH - RIGHT + 36.0);
    put(
        out,
        format_args!(
            r#"<line stroke="{color}" stroke-width="2" stroke-dasharray="{dash}" x1="{left}" y1="{y}" x2="{right}" y2="{y}"/>"#
        ),
    );
    let (left, y) = (right + 6.0, y + 4.0);
    put(
        out,
        format_args!(r#"<text x="{left}" y="{y}">{}</text>"#, escaped(name)),
    );
}

/// Some round values from `from` to `to`.
fn ticks(from: f64, to: f64) -> Vec<f64> {
    let least = ((to - from) / 6.0).max(f64::MIN_POSITIVE);
    let ten = 10.0_f64.powf(least.log10().floor());
    let step = [1.0, 2.0, 5.0, 10.0].map(|step| step * ten);
    let step = step.into_iter().find(|step| *step >= least).unwrap_or(ten);
    let first = (from / step).ceil();
    let values = (0..8_u8).map(|index| (first + f64::from(index)) * step);
    values.filter(|value| *value <= to + step / 1e6).collect()
}

fn number(value: f64) -> String {
    if (value - value.round()).abs() < 1e-9 {
        format!("{value:.0}")
    } else {
        format!("{value:.1}")
    }
}

fn put(out: &mut String, words: std::fmt::Arguments<'_>) {
    out.push_str(&words.to_string());
    out.push('\n');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn axes_have_round_numbers() {
        check(0.0, 100.0, "0 20 40 60 80 100");
        check(1.0, 7.0, "1 2 3 4 5 6 7");
        check(0.0, 1.0, "0 0.2 0.4 0.6 0.8 1");
        check(0.0, 0.0, "0");
    }

    fn check(from: f64, to: f64, expected: &str) {
        let named: Vec<String> = ticks(from, to).into_iter().map(number).collect();
        assert_eq!(named.join(" "), expected);
    }

    #[test]
    fn names_cannot_break_out_of_a_plot() {
        let frame = Frame {
            id: "it",
            title: "<script>",
            words: "a & b".to_owned(),
            x: "x",
            y: "y",
        };
        let plot = bars(&frame, &[("\"><b>".to_owned(), 2.0)]);
        assert!(
            plot.contains("&lt;script&gt;") && plot.contains("a &amp; b"),
            "{plot}"
        );
        assert!(!plot.contains("<b>") && !plot.contains("<script"), "{plot}");
    }
}
