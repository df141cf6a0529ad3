//! `copydesk man`: a man page generated from the command line definition.

use std::io;

use clap::{Args, CommandFactory as _};

use crate::cli::{CommandLine, GOOD, Streams, USAGE};

#[derive(Debug, Args)]
pub(super) struct ManArgs {
    /// The command to describe; the whole program by default
    #[arg(value_name = "COMMAND")]
    command: Option<String>,
}

pub(super) const HELP: &str = "\
Examples:
  copydesk man | man -l -                                   read it
  copydesk man suggest | man -l -                           read about a command
  copydesk man > ~/.local/share/man/man1/copydesk.1         install it for “man copydesk”
  copydesk man suggest > ~/.local/share/man/man1/copydesk-suggest.1

Exit codes: 0 success; 2 no such command";

pub(super) fn run(args: &ManArgs, streams: &mut Streams<'_>) -> io::Result<u8> {
    let mut program = CommandLine::command();
    // Gives the commands their full names.
    program.build();
    let command = match &args.command {
        None => program,
        Some(name) => {
            let Some(command) = program.find_subcommand(name) else {
                writeln!(
                    streams.err,
                    "copydesk: No such command “{name}”; “copydesk help” lists them"
                )?;
                return Ok(USAGE);
            };
            let command = command.clone().disable_version_flag(true);
            command.version(env!("CARGO_PKG_VERSION"))
        }
    };
    let mut page = Vec::new();
    clap_mangen::Man::new(command).render(&mut page)?;
    // The generator calls our examples and notes “extra”.
    let page = String::from_utf8_lossy(&page).replace(".SH EXTRA", ".SH EXAMPLES AND NOTES");
    streams.out.write_all(page.as_bytes())?;
    streams.out.flush()?;
    Ok(GOOD)
}
