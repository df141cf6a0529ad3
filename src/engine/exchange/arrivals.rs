//! What comes in by the standard input, read so that nobody waits for it longer than the work is wanted.

use std::io::{self, BufRead, Read};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, sync_channel};
use std::time::Duration;

use crate::engine::Progress;

/// The input, chunk by chunk as it comes. A thread of its own waits for it; where a person presses
/// Ctrl+C while nothing comes, that thread is left behind and goes with the process.
pub(super) struct Arrivals<'a> {
    chunks: Receiver<io::Result<Vec<u8>>>,
    chunk: Vec<u8>,
    /// So much of `chunk` was read.
    at: usize,
    progress: &'a Progress,
    is_over: Arc<AtomicBool>,
}

const CHUNK_BYTES: usize = 64 * 1024;

/// So many chunks are read ahead.
const MOST_CHUNKS: usize = 4;

impl<'a> Arrivals<'a> {
    pub fn new(input: Box<dyn BufRead + Send>, progress: &'a Progress) -> Self {
        let (sender, chunks) = sync_channel(MOST_CHUNKS);
        let mut input = input;
        std::thread::spawn(move || {
            loop {
                let chunk = next_chunk(&mut *input);
                let is_last = chunk.as_ref().map_or(true, Vec::is_empty);
                // Nobody listens where no more is wanted.
                if sender.send(chunk).is_err() || is_last {
                    return;
                }
            }
        });
        Self {
            chunks,
            chunk: Vec::new(),
            at: 0,
            progress,
            is_over: Arc::new(AtomicBool::new(false)),
        }
    }

    /// Set it, and the input ends as if all had come.
    pub fn is_over(&self) -> Arc<AtomicBool> {
        Arc::clone(&self.is_over)
    }

    fn receive(&mut self) -> io::Result<()> {
        loop {
            if self.progress.is_cancelled() || self.is_over.load(Ordering::Relaxed) {
                return Ok(());
            }
            match self.chunks.recv_timeout(Duration::from_millis(50)) {
                Ok(chunk) => {
                    self.chunk = chunk?;
                    self.at = 0;
                    return Ok(());
                }
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => return Ok(()),
            }
        }
    }
}

fn next_chunk(input: &mut dyn BufRead) -> io::Result<Vec<u8>> {
    let mut chunk = vec![0; CHUNK_BYTES];
    loop {
        match input.read(&mut chunk) {
            Ok(length) => {
                chunk.truncate(length);
                return Ok(chunk);
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
}

impl Read for Arrivals<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if self.at == self.chunk.len() {
            self.chunk.clear();
            self.at = 0;
            self.receive()?;
        }
        let length = self.chunk.get(self.at..).unwrap_or_default().read(into)?;
        self.at += length;
        Ok(length)
    }
}
