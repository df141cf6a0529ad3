//! The program: the command line first, then the window unless all was done there.

use std::io::{BufReader, Write as _};
use std::process::ExitCode;

use copydesk::cli::{self, Mode, Streams};
use copydesk::engine::exchange::set_reader;
use copydesk::shell;

fn main() -> ExitCode {
    if let Ok(program) = std::env::current_exe() {
        set_reader(program);
    }
    let mut streams = Streams {
        // Not locked: another thread may be the one that reads.
        input: Box::new(BufReader::new(std::io::stdin())),
        out: &mut std::io::stdout(),
        err: &mut std::io::stderr(),
    };
    let mode = cli::run(std::env::args_os(), &mut streams);
    match mode {
        Mode::Done(code) => ExitCode::from(code),
        Mode::Window {
            files,
            schema,
            notice,
        } => match shell::run(files, schema, notice) {
            Ok(()) => ExitCode::from(cli::GOOD),
            Err(sentence) => {
                // If even this cannot be written, there is nowhere left to report it.
                drop(writeln!(std::io::stderr(), "{sentence}"));
                ExitCode::from(cli::USAGE)
            }
        },
    }
}
