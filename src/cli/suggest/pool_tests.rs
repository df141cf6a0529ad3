//! Laws of the pool: order, room, time, and how it ends.

use std::io::{self, BufReader, Read};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use super::{MOST_READY, NumberedLine, Settings, run};
use crate::cli::suggest::answer::Answer;
use crate::engine::Progress;
use copydesk_formats::import::Line;

fn answer(record: impl Into<Vec<u8>>) -> Answer {
    Answer {
        record: record.into(),
        is_good: true,
    }
}

fn echo(line: NumberedLine) -> Answer {
    let Line::Whole(bytes) = line.line else {
        return answer("too long");
    };
    let words = String::from_utf8(bytes).unwrap();
    answer(format!("{}:{words}", line.number))
}

fn settings(threads: usize) -> Settings {
    Settings {
        threads,
        line_timeout: None,
        first_line: 1,
    }
}

/// What `input` becomes on `threads` threads that take differently long.
fn answers(input: &'static str, threads: usize) -> Vec<String> {
    let mut written = Vec::new();
    let work = |line: NumberedLine, _: &Progress| {
        if line.number % 3 == 1 {
            std::thread::yield_now();
        }
        echo(line)
    };
    let write = |answer: Answer| {
        written.push(String::from_utf8(answer.record).unwrap());
        Ok(())
    };
    run(Box::new(input.as_bytes()), &settings(threads), work, write).unwrap();
    written
}

#[test]
fn answers_come_in_order_with_the_numbers_of_their_lines() {
    let input = "\u{feff}a\r\n\n \t\nb\u{2028}c\rd\n\u{feff}e";
    let expected = ["1:a", "4:b\u{2028}c\rd", "5:\u{feff}e"];
    for threads in [1, 2, 7] {
        assert_eq!(answers(input, threads), expected);
        assert!(answers("", threads).is_empty());
        assert!(answers("\n\u{20}\r\n", threads).is_empty());
    }
}

/// A line for ever.
struct Endless {
    bytes_read: Arc<AtomicUsize>,
}

impl Read for Endless {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let Some(start) = buffer.get_mut(..2) else {
            return Ok(0);
        };
        start.copy_from_slice(b"a\n");
        self.bytes_read.fetch_add(2, Ordering::Relaxed);
        Ok(2)
    }
}

#[test]
fn no_more_is_read_than_there_is_room_for_and_a_lost_reader_ends_it() {
    for threads in [1, 4] {
        let bytes_read = Arc::new(AtomicUsize::new(0));
        let endless = Endless {
            bytes_read: Arc::clone(&bytes_read),
        };
        let mut count = 0;
        let write = |_| {
            count += 1;
            let lines = bytes_read.load(Ordering::Relaxed) / 2;
            assert!(lines <= count + MOST_READY + threads, "{lines} at {count}");
            if count == 1000 {
                return Err(io::ErrorKind::BrokenPipe.into());
            }
            Ok(())
        };
        let input = Box::new(BufReader::new(endless));
        let work = |line, _: &Progress| echo(line);
        let error = run(input, &settings(threads), work, write).unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::BrokenPipe);
    }
}

#[test]
fn on_one_thread_no_line_is_begun_before_the_answer_to_the_last_is_out() {
    let log = Arc::new(Mutex::new(Vec::new()));
    let begun = Arc::clone(&log);
    let work = move |line: NumberedLine, _: &Progress| {
        begun.lock().unwrap().push(("begun", line.number));
        answer(line.number.to_string())
    };
    let mut number = 0;
    let write = |_| {
        number += 1;
        log.lock().unwrap().push(("out", number));
        Ok(())
    };
    let input = Box::new(&b"a\nb\nc"[..]);
    run(input, &settings(1), work, write).unwrap();
    let expected = [1, 2, 3].map(|number| [("begun", number), ("out", number)]);
    assert_eq!(*log.lock().unwrap(), expected.concat());
}

#[test]
fn what_takes_too_long_is_cancelled_and_the_others_go_on() {
    let work = |line: NumberedLine, progress: &Progress| {
        let is_slow = line.number == 2;
        while is_slow && !progress.is_cancelled() {
            std::thread::yield_now();
        }
        echo(line)
    };
    let settings = Settings {
        threads: 2,
        line_timeout: Some(Duration::from_millis(20)),
        first_line: 1,
    };
    let mut written = Vec::new();
    let write = |answer: Answer| {
        written.push(answer.record);
        Ok(())
    };
    run(Box::new(&b"a\nb\nc\nd"[..]), &settings, work, write).unwrap();
    assert_eq!(written, [b"1:a", b"2:b", b"3:c", b"4:d"]);
}

/// Two lines, then nothing but trouble.
struct Broken(&'static [u8]);

impl Read for Broken {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match self.0.read(buffer)? {
            0 => Err(io::ErrorKind::ConnectionReset.into()),
            count => Ok(count),
        }
    }
}

#[test]
fn an_input_that_breaks_off_is_told_after_the_lines_before_it() {
    for threads in [1, 3] {
        let mut count = 0;
        let write = |_| {
            count += 1;
            Ok(())
        };
        let input = Box::new(BufReader::new(Broken(b"a\nb\n")));
        let work = |line, _: &Progress| echo(line);
        let error = run(input, &settings(threads), work, write).unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::ConnectionReset);
        assert_eq!(count, 2);
    }
}
