//! `copydesk project assign`: articles are dealt to people.

use std::io;
use std::path::PathBuf;

use clap::Args;
use serde::Serialize;

use crate::cli::project::tell;
use crate::cli::{FINDINGS, Streams, person};
use crate::engine::Progress;
use crate::engine::assigning::{Assigned, Assignment, assign};
use copydesk_document::{Dealt, counted};

#[derive(Debug, Args)]
pub(super) struct AssignArgs {
    #[arg(value_name = "FOLDER")]
    pub folder: PathBuf,
    /// Deal to these people; without it, to all annotators whom the project names
    #[arg(long, value_name = "NAMES", value_delimiter = ',', value_parser = person)]
    to: Vec<String>,
    /// Deal this share of the articles to several people and the others to one
    #[arg(long, value_name = "PERCENT", value_parser = percent)]
    overlap: Option<u8>,
    /// Deal each shared article to so many people instead of all; without --overlap, all are shared
    #[arg(long, value_name = "COUNT", value_parser = clap::value_parser!(u16).range(1..))]
    per_article: Option<u16>,
    /// Deal in another way; the same number always deals the same
    #[arg(long, value_name = "NUMBER", default_value_t = 0)]
    seed: u64,
    /// Print a JSON object
    #[arg(long)]
    json: bool,
}

#[derive(Serialize)]
struct Wire<'a> {
    project_file: String,
    seed: u64,
    dealt_now: usize,
    people: Vec<Share<'a>>,
    /// Who has which.
    articles: &'a Dealt,
    problems: &'a [String],
}

/// What one person has.
#[derive(Serialize)]
struct Share<'a> {
    name: &'a str,
    articles: usize,
    /// Of these, those that others have too.
    shared: usize,
}

pub(super) fn run(args: &AssignArgs, streams: &mut Streams<'_>) -> io::Result<u8> {
    let overlap = match (args.overlap, args.per_article) {
        (Some(overlap), _) => overlap,
        (None, Some(_)) => 100,
        (None, None) => 0,
    };
    let wanted = Assignment {
        folder: args.folder.clone(),
        people: args.to.clone(),
        overlap,
        each: args.per_article.map(usize::from),
        seed: args.seed,
    };
    match assign(&wanted, &Progress::new()) {
        Ok(assigned) => {
            if args.json {
                let wire = wire(&assigned, args.seed);
                writeln!(streams.out, "{}", serde_json::to_string(&wire)?)?;
            } else {
                write_table(&assigned, streams)?;
            }
            tell(&assigned.problems, streams)
        }
        Err(why) => {
            writeln!(streams.err, "copydesk: {why}")?;
            Ok(FINDINGS)
        }
    }
}

fn wire(assigned: &Assigned, seed: u64) -> Wire<'_> {
    Wire {
        project_file: assigned.path.display().to_string(),
        seed,
        dealt_now: assigned.new,
        people: shares(assigned),
        articles: &assigned.dealt,
        problems: &assigned.problems,
    }
}

fn shares(assigned: &Assigned) -> Vec<Share<'_>> {
    let share = |name| {
        let of_person = assigned.dealt.values().filter(|has| has.contains(name));
        let (alone, shared): (Vec<_>, Vec<_>) = of_person.partition(|has| has.len() == 1);
        Share {
            name,
            articles: alone.len() + shared.len(),
            shared: shared.len(),
        }
    };
    assigned.people.iter().map(share).collect()
}

/// A line for each person, then one for each article.
fn write_table(assigned: &Assigned, streams: &mut Streams<'_>) -> io::Result<()> {
    let shares = shares(assigned);
    let width = |words: &str| words.chars().count();
    let names = shares.iter().map(|share| width(share.name));
    let wide = names.max().unwrap_or(0).max(width("person"));
    let out = &mut *streams.out;
    writeln!(out, "{:wide$}  articles  shared", "person")?;
    for Share {
        name,
        articles,
        shared,
    } in &shares
    {
        writeln!(out, "{name:wide$}  {articles:>8}  {shared:>6}")?;
    }
    let names = assigned.dealt.keys().map(|name| width(name));
    let wide = names.max().unwrap_or(0).max(width("article"));
    writeln!(out, "\n{:wide$}  people", "article")?;
    for (name, people) in &assigned.dealt {
        writeln!(out, "{name:wide$}  {}", people.join(", "))?;
    }
    let new = counted(assigned.new, "article", "articles");
    let kept = assigned.dealt.len() - assigned.new;
    writeln!(
        out,
        "\nDealt {new}, kept {kept} as dealt before: {}",
        assigned.path.display()
    )
}

/// `20%` or `20`.
fn percent(words: &str) -> Result<u8, String> {
    let number = words.strip_suffix('%').unwrap_or(words).trim();
    let percent = number.parse().ok().filter(|percent| *percent <= 100);
    percent.ok_or_else(|| "not a share from 0% to 100%".to_owned())
}
