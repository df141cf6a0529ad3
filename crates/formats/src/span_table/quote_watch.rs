//! Watches the quotes of a table while it is read, since its reader takes any that are wrong as it can.

use std::collections::VecDeque;
use std::io::{self, Read};

use crate::import::MAX_LINE_BYTES;

/// Passes bytes on and remembers where their quotes are wrong.
pub(super) struct QuoteWatch<R> {
    input: R,
    delimiter: u8,
    state: State,
    /// How many bytes were read.
    at: u64,
    /// Where the last quote was opened.
    opened: u64,
    /// Byte and reason.
    wrong: VecDeque<(u64, &'static str)>,
    /// The line, from 1, of the first byte that `line_ends` covers, and where lines end
    /// from there on.
    line: u64,
    line_ends: VecDeque<u64>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Start,
    Plain,
    Quoted,
    /// After a quote in a quoted cell: the first of two, or the last of the cell.
    Quote,
}

impl<R> QuoteWatch<R> {
    pub fn new(input: R, delimiter: u8) -> Self {
        Self {
            input,
            delimiter,
            state: State::Start,
            at: 0,
            opened: 0,
            wrong: VecDeque::new(),
            line: 1,
            line_ends: VecDeque::new(),
        }
    }

    /// The first thing that is wrong before `byte`; it is not reported again.
    pub fn wrong_before(&mut self, byte: u64) -> Option<&'static str> {
        let wrong = self
            .wrong
            .front()
            .filter(|(at, _)| *at < byte)
            .map(|(_, why)| *why);
        self.wrong.retain(|(at, _)| *at >= byte);
        wrong
    }

    /// The line of the row that begins at `byte`, or behind the line end there. Rows are asked for
    /// in order.
    pub fn line_of(&mut self, byte: u64) -> u64 {
        while self.line_ends.front().is_some_and(|end| *end <= byte) {
            self.line_ends.pop_front();
            self.line += 1;
        }
        self.line
    }

    fn see(&mut self, byte: u8) {
        let ends = byte == self.delimiter || matches!(byte, b'\n' | b'\r');
        self.state = match (self.state, byte) {
            (State::Start, b'"') => {
                self.opened = self.at;
                State::Quoted
            }
            (State::Quoted, b'"') => State::Quote,
            (State::Quoted, _) | (State::Quote, b'"') => State::Quoted,
            (_, _) if ends => State::Start,
            (State::Quote, _) => {
                let why = "a quotation mark inside a quoted cell is not doubled";
                self.wrong.push_back((self.at, why));
                State::Plain
            }
            _ => State::Plain,
        };
        if byte == b'\n' {
            self.line_ends.push_back(self.at);
        }
        self.at += 1;
    }
}

impl<R: Read> Read for QuoteWatch<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.input.read(buffer)?;
        for byte in buffer.iter().take(count) {
            self.see(*byte);
        }
        if count == 0 && self.state == State::Quoted {
            let why = "a quotation mark is opened and never closed";
            self.wrong.push_back((self.opened, why));
            self.state = State::Start;
        }
        let is_endless = self.at - self.opened > MAX_LINE_BYTES as u64;
        if self.state == State::Quoted && is_endless {
            let line = self.line_of(self.opened);
            return Err(io::Error::other(format!(
                "the cell that begins on line {line} is longer than 64 MiB; is its quotation mark closed?"
            )));
        }
        Ok(count)
    }
}
