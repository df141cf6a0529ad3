//! `copydesk completions`: a completion script for a shell.

use std::io;

use clap::{Args, Command, CommandFactory as _};
use clap_complete::Shell;

use crate::cli::{CommandLine, GOOD, Streams};

#[derive(Debug, Args)]
pub(super) struct CompletionsArgs {
    /// The shell to write it for
    #[arg(value_enum)]
    shell: Shell,
}

pub(super) const HELP: &str = "\
Examples:
  copydesk completions bash > ~/.local/share/bash-completion/completions/copydesk
  copydesk completions zsh > ~/.zfunc/_copydesk          with ~/.zfunc in $fpath
  copydesk completions fish > ~/.config/fish/completions/copydesk.fish
  copydesk completions powershell >> $PROFILE
  copydesk completions elvish >> ~/.config/elvish/rc.elv";

pub(super) fn run(args: &CompletionsArgs, streams: &mut Streams<'_>) -> io::Result<u8> {
    // Written to memory first: the generator panics where its writer fails.
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut visible(), "copydesk", &mut script);
    streams.out.write_all(&script)?;
    streams.out.flush()?;
    Ok(GOOD)
}

/// The program's commands without those that only the program itself calls.
fn visible() -> Command {
    let all = CommandLine::command();
    let shown = all.get_subcommands().filter(|inner| !inner.is_hide_set());
    Command::new("copydesk")
        .disable_version_flag(true)
        .args(all.get_arguments().cloned())
        .subcommands(shown.cloned())
}
