//! Reads a stream as blocks of whole lines, in bounded memory.

use std::io::{self, ErrorKind, Read};

use memchr::{memchr, memchr_iter, memrchr};

/// How many bytes are held: the length of the longest line.
const HELD: usize = 1 << 20;

/// A stream of lines.
#[derive(Debug)]
pub(super) struct LineBlocks<R> {
    input: R,
    held: Vec<u8>,
    /// Where what has not been handed out begins and ends.
    start: usize,
    end: usize,
    /// The number of the next line, from 1.
    line: usize,
    ended: bool,
    /// Whether a line that is too long is being skipped.
    skipping: bool,
}

/// Whole lines.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Block<'a> {
    /// Lines with their line feeds; the last one of the stream may lack its own.
    Lines {
        /// The number of the first one.
        first: usize,
        bytes: &'a [u8],
    },
    /// A line that is longer than what is held.
    TooLong {
        /// Its number.
        line: usize,
    },
}

impl<R: Read> LineBlocks<R> {
    pub(super) fn new(input: R) -> Self {
        let held = vec![0; HELD];
        Self { input, held, start: 0, end: 0, line: 1, ended: false, skipping: false }
    }

    /// The next lines: all that are there, at least one. `None` at the end of the stream.
    pub(super) fn next(&mut self) -> io::Result<Option<Block<'_>>> {
        while !self.has_lines() {
            if self.ended {
                return Ok(self.rest());
            }
            self.fill()?;
        }
        let line = self.line;
        if self.skipping {
            self.skipping = false;
            self.start += memchr(b'\n', self.pending()).map_or(0, |at| at + 1);
            self.line += 1;
            return Ok(Some(Block::TooLong { line }));
        }
        let length = memrchr(b'\n', self.pending()).map_or(0, |at| at + 1);
        Ok(Some(self.lines(length)))
    }

    /// What has been read and not handed out.
    fn pending(&self) -> &[u8] {
        self.held.get(self.start..self.end).unwrap_or_default()
    }

    fn has_lines(&self) -> bool {
        memchr(b'\n', self.pending()).is_some()
    }

    /// What is left at the end of the stream.
    fn rest(&mut self) -> Option<Block<'_>> {
        let line = self.line;
        if std::mem::take(&mut self.skipping) {
            self.start = self.end;
            self.line += 1;
            return Some(Block::TooLong { line });
        }
        let length = self.pending().len();
        (length > 0).then(|| self.lines(length))
    }

    fn lines(&mut self, length: usize) -> Block<'_> {
        let (first, start) = (self.line, self.start);
        self.start += length;
        let bytes = self.held.get(start..self.start).unwrap_or_default();
        self.line += memchr_iter(b'\n', bytes).count();
        Block::Lines { first, bytes }
    }

    fn fill(&mut self) -> io::Result<()> {
        self.held.copy_within(self.start..self.end, 0);
        (self.start, self.end) = (0, self.end - self.start);
        if self.end == self.held.len() {
            self.skipping = true;
            self.end = 0;
        }
        let room = self.held.get_mut(self.end..).unwrap_or_default();
        match self.input.read(room) {
            Ok(0) => self.ended = true,
            Ok(count) => self.end += count,
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Gives a few bytes at a time.
    struct Trickle<'a>(&'a [u8], usize);

    impl Read for Trickle<'_> {
        fn read(&mut self, room: &mut [u8]) -> io::Result<usize> {
            let count = self.1.min(room.len()).min(self.0.len());
            let (now, later) = self.0.split_at(count);
            room[..count].copy_from_slice(now);
            self.0 = later;
            Ok(count)
        }
    }

    fn read(text: &[u8], step: usize) -> (Vec<u8>, Vec<usize>) {
        let mut blocks = LineBlocks::new(Trickle(text, step));
        let (mut all, mut long, mut next) = (Vec::new(), Vec::new(), 1);
        while let Some(block) = blocks.next().unwrap() {
            match block {
                Block::Lines { first, bytes } => {
                    assert_eq!(first, next);
                    next += memchr_iter(b'\n', bytes).count();
                    all.extend_from_slice(bytes);
                }
                Block::TooLong { line } => {
                    assert_eq!(line, next);
                    next += 1;
                    long.push(line);
                }
            }
        }
        (all, long)
    }

    #[test]
    fn every_line_comes_once_however_the_stream_is_cut() {
        for text in [&b""[..], b"\n", b"a", b"a\n", b"\n\nab\r\nc", b"one\ntwo\nthree\n"] {
            for step in [1, 2, 3, 100] {
                assert_eq!(read(text, step), (text.to_vec(), Vec::new()));
            }
        }
    }

    #[test]
    fn a_line_that_is_too_long_is_skipped_and_named() {
        let long = vec![b'x'; 3 * HELD];
        let text = [&b"a\n"[..], &long, b"\nb\n", &long].concat();
        assert_eq!(read(&text, 100_000), (b"a\nb\n".to_vec(), vec![2, 4]));
    }
}
