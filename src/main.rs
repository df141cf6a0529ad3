//! The program: the command line first, then the window unless all was done there.

use std::io::{BufReader, Write as _};
use std::process::ExitCode;

use copydesk::cli::{self, Mode, Streams};
use copydesk::engine::exchange::set_reader;
use copydesk::shell::{self, Failed};

/// The window had to stop; what Rust programs that panic end with.
const STOPPED: u8 = 101;

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
            labels,
            works_as,
            notice,
        } => match shell::run(files, labels, works_as.as_deref(), notice) {
            Ok(()) => ExitCode::from(cli::GOOD),
            Err(failed) => {
                let (sentence, code) = match failed {
                    Failed::NoWindow(sentence) => (sentence, cli::USAGE),
                    Failed::Stopped(sentence) => (sentence, STOPPED),
                };
                // Where even this cannot be written there is nobody to tell.
                drop(writeln!(std::io::stderr(), "{sentence}"));
                ExitCode::from(code)
            }
        },
    }
}
