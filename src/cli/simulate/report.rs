//! What a simulation counted, as a table or as JSON.

use std::collections::BTreeMap;
use std::io::{self, Write};

use serde::{Serialize, Serializer};

use crate::annotator::{Agreement, Worked};
use crate::cli::simulate::{Policy, SimulateArgs};
use clap::ValueEnum as _;
use copydesk_document::{LabelId, counted};
use copydesk_evaluate::{Tally, area_under_curve};

/// The counts of all articles, and of parts of them.
#[derive(Serialize)]
pub(super) struct Report {
    gold: Vec<String>,
    policy: String,
    learns: bool,
    articles: usize,
    #[serde(flatten)]
    pub all: Count,
    /// The corrections that spans of each label took.
    by_label: BTreeMap<String, Count>,
    /// For pages and for the end of each article.
    other_actions: usize,
    by_quarter: Vec<Count>,
    /// With one session for all articles.
    #[serde(skip_serializing_if = "Option::is_none")]
    second_half: Option<Count>,
    #[serde(skip_serializing_if = "Option::is_none")]
    learning: Option<Learning>,
    /// Spans of the gold that no article can hold beside others.
    left_out: usize,
}

/// Actions, and the spans that they were for.
#[derive(Clone, Copy, Default, Serialize)]
pub(super) struct Count {
    actions: usize,
    #[serde(rename = "gold_spans")]
    pub gold: usize,
    #[serde(rename = "actions_per_span")]
    per_span: PerSpan,
}

/// Rounded to four places; none without spans.
#[derive(Clone, Copy, Default)]
struct PerSpan(Option<f64>);

impl Serialize for PerSpan {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let rounded = self.0.map(|share| (share * 10_000.0).round() / 10_000.0);
        rounded.serialize(serializer)
    }
}

impl Count {
    fn new(actions: usize, gold: usize) -> Self {
        let per_span = PerSpan((gold > 0).then(|| actions as f64 / gold as f64));
        Self {
            actions,
            gold,
            per_span,
        }
    }

    fn of(worked: &[Worked]) -> Self {
        let gold = worked.iter().flat_map(|one| one.gold.values());
        Self::new(worked.iter().map(|one| one.actions).sum(), gold.sum())
    }
}

/// What learning did to the suggestions that articles began with.
#[derive(Serialize)]
struct Learning {
    f1: f64,
    f1_unlearned: f64,
    /// The least difference of the two after any number of articles.
    least_gain: f64,
    /// Of a right suggestion and a wrong one, how often the right one is surer.
    order: Option<f64>,
    order_unlearned: Option<f64>,
}

impl Learning {
    fn of(worked: &[Worked]) -> Self {
        let (mut learned, mut unlearned) = (Tally::default(), Tally::default());
        let mut least_gain = 0.0_f64;
        for one in worked {
            learned += tally(&one.suggested);
            unlearned += tally(&one.unlearned);
            least_gain = least_gain.min(f1(learned) - f1(unlearned));
        }
        let order = |of: fn(&Worked) -> &Agreement| {
            let judged = worked.iter().flat_map(|one| &of(one).judged);
            area_under_curve(judged.map(|(confidence, is_right)| (confidence.percent(), *is_right)))
        };
        Self {
            f1: f1(learned),
            f1_unlearned: f1(unlearned),
            least_gain,
            order: order(|one| &one.suggested),
            order_unlearned: order(|one| &one.unlearned),
        }
    }
}

fn tally(agreement: &Agreement) -> Tally {
    let right = agreement.judged.iter().filter(|(_, is_right)| *is_right);
    Tally {
        gold: agreement.gold,
        predicted: agreement.judged.len(),
        right: right.count(),
    }
}

/// Where there is nothing to find and nothing was found, all is right.
fn f1(tally: Tally) -> f64 {
    tally.f1().unwrap_or(1.0)
}

impl Report {
    pub fn new(args: &SimulateArgs, labels: &[LabelId], worked: &[Worked]) -> Self {
        let all = Count::of(worked);
        let of_label = |label: &LabelId| {
            let sum = |of: fn(&Worked) -> &BTreeMap<LabelId, usize>| {
                worked.iter().filter_map(|one| of(one).get(label)).sum()
            };
            Count::new(sum(|one| &one.by_label), sum(|one| &one.gold))
        };
        let by_label: BTreeMap<String, Count> = labels
            .iter()
            .map(|label| (label.to_string(), of_label(label)))
            .collect();
        let corrections: usize = by_label.values().map(|count| count.actions).sum();
        let gold = args.gold.iter().map(|path| path.display().to_string());
        Self {
            gold: gold.collect(),
            policy: name_of(args.policy),
            learns: args.learn,
            articles: worked.len(),
            other_actions: all.actions - corrections,
            all,
            by_label,
            by_quarter: (0..4)
                .map(|part| Count::of(nth_part(worked, part, 4)))
                .collect(),
            second_half: args.learn.then(|| Count::of(nth_part(worked, 1, 2))),
            learning: args.learn.then(|| Learning::of(worked)),
            left_out: worked.iter().map(|one| one.left_out).sum(),
        }
    }

    pub fn write_json(&self, out: &mut dyn Write) -> io::Result<()> {
        serde_json::to_writer(&mut *out, self)?;
        out.write_all(b"\n")
    }

    pub fn write_table(&self, out: &mut dyn Write) -> io::Result<()> {
        writeln!(out, "Gold: {}", self.gold.join(", "))?;
        let articles = counted(self.articles, "article", "articles");
        let session = if self.learns { ", one session" } else { "" };
        writeln!(out, "{articles}, policy {}{session}", self.policy)?;
        if self.left_out > 0 {
            let spans = counted(self.left_out, "span", "spans");
            writeln!(out, "Left out of the gold, overlapping others: {spans}")?;
        }
        writeln!(out)?;
        let names = self.by_label.keys().map(String::as_str);
        let names = names.chain(["pages and ends", "second half"]);
        let width = names.map(str::len).max().unwrap_or(0);
        writeln!(out, "{:width$}  actions  gold spans  actions per span", "")?;
        for (label, count) in &self.by_label {
            write_row(label, width, *count, out)?;
        }
        let other = self.other_actions;
        writeln!(out, "{:width$}  {other:>7}", "pages and ends")?;
        write_row("all", width, self.all, out)?;
        writeln!(out)?;
        for (part, count) in self.by_quarter.iter().enumerate() {
            write_row(&format!("quarter {}", part + 1), width, *count, out)?;
        }
        if let Some(count) = self.second_half {
            write_row("second half", width, count, out)?;
        }
        if let Some(learning) = &self.learning {
            let Learning {
                f1,
                f1_unlearned,
                least_gain,
                order,
                order_unlearned,
            } = learning;
            writeln!(
                out,
                "\nF1 of what was suggested: {f1:.3}, without learning {f1_unlearned:.3}; at the worst point of the stream {least_gain:+.3}"
            )?;
            if let (Some(order), Some(unlearned)) = (order, order_unlearned) {
                writeln!(
                    out,
                    "Of a right suggestion and a wrong one, the right one was surer: {order:.3}, without learning {unlearned:.3}"
                )?;
            }
        }
        Ok(())
    }
}

fn write_row(name: &str, width: usize, count: Count, out: &mut dyn Write) -> io::Result<()> {
    let Count {
        actions,
        gold,
        per_span,
    } = count;
    let per_span = per_span
        .0
        .map_or_else(|| "–".to_owned(), |share| format!("{share:.2}"));
    writeln!(
        out,
        "{name:width$}  {actions:>7}  {gold:>10}  {per_span:>16}"
    )
}

/// Of `parts` parts of about the same number of articles.
fn nth_part(worked: &[Worked], part: usize, parts: usize) -> &[Worked] {
    let border = |part: usize| worked.len() * part / parts;
    worked
        .get(border(part)..border(part + 1))
        .unwrap_or_default()
}

fn name_of(policy: Policy) -> String {
    let value = policy.to_possible_value();
    value.map_or_else(String::new, |value| value.get_name().to_owned())
}
