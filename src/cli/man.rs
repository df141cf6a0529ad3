//! `copydesk man`: man pages generated from the command line definition.

use std::io;

use clap::{Args, Command, CommandFactory as _};

use crate::cli::{CommandLine, GOOD, Streams, USAGE};

#[derive(Debug, Args)]
pub(super) struct ManArgs {
    /// The command to describe, such as “project status”; the whole program by default
    #[arg(value_name = "COMMAND")]
    command: Vec<String>,
    /// List the commands that have a page, one per line
    #[arg(long, conflicts_with = "command")]
    list: bool,
}

pub(super) const HELP: &str = "\
Examples:
  copydesk man | man -l -                                   read it
  copydesk man suggest | man -l -                           read about a command
  copydesk man project status | man -l -
  copydesk man > ~/.local/share/man/man1/copydesk.1         install it for “man copydesk”
  copydesk man suggest > ~/.local/share/man/man1/copydesk-suggest.1

Exit codes: 0 success; 2 no such command";

pub(super) fn run(args: &ManArgs, streams: &mut Streams<'_>) -> io::Result<u8> {
    let mut program = without_help(CommandLine::command());
    // Gives the commands their full names.
    program.build();
    if args.list {
        list(&program, "", streams.out)?;
        streams.out.flush()?;
        return Ok(GOOD);
    }
    let mut command = &program;
    for name in &args.command {
        let Some(found) = command.find_subcommand(name) else {
            let words = args.command.join(" ");
            writeln!(
                streams.err,
                "copydesk: No such command “{words}”; “copydesk help” lists them"
            )?;
            return Ok(USAGE);
        };
        command = found;
    }
    let version = concat!("copydesk ", env!("CARGO_PKG_VERSION"));
    let command = command
        .clone()
        .disable_version_flag(!args.command.is_empty());
    let mut page = Vec::new();
    clap_mangen::Man::new(command)
        .source(version)
        .render(&mut page)?;
    // The generator calls our examples and notes “extra”.
    let page = String::from_utf8_lossy(&page).replace(".SH EXTRA", ".SH EXAMPLES AND NOTES");
    streams.out.write_all(page.as_bytes())?;
    streams.out.flush()?;
    Ok(GOOD)
}

/// Its pages would only say that it prints what they say.
fn without_help(command: Command) -> Command {
    command
        .disable_help_subcommand(true)
        .mut_subcommands(without_help)
}

/// The words behind the program's name that call each command, those of commands within last.
fn list(command: &Command, before: &str, out: &mut dyn io::Write) -> io::Result<()> {
    for inner in command
        .get_subcommands()
        .filter(|inner| !inner.is_hide_set())
    {
        let words = format!("{before}{}", inner.get_name());
        writeln!(out, "{words}")?;
        list(inner, &format!("{words} "), out)?;
    }
    Ok(())
}
