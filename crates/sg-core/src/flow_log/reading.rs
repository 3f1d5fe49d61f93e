//! Reads and judges a log that arrives in pieces, in one thread and in bounded memory. How it is cut
//! into pieces does not matter.

use super::batch::{Batch, Intake};
use super::captured::PARTS;
use super::format::Cutter;
use super::judge::Judge;
use super::log_error::LogError;
use super::part::LogPart;

/// A log that is being read: one file after another, each piece by piece.
#[derive(Debug)]
pub struct LogReader {
    parts: Vec<LogPart>,
    intake: Intake,
    cutter: Cutter,
    /// What has arrived of the current file and is not used up.
    pending: Vec<u8>,
    /// The number of the current file.
    file: u32,
}

impl Default for LogReader {
    fn default() -> Self {
        Self {
            parts: (0..PARTS).map(|_| LogPart::default()).collect(),
            intake: Intake::default(),
            cutter: Cutter::default(),
            pending: Vec::new(),
            file: 0,
        }
    }
}

impl LogReader {
    /// Reads the next piece of the current file.
    ///
    /// # Errors
    /// The file is no flow log. What was read before stays; [`skip_file`](Self::skip_file) goes on.
    pub fn read(&mut self, judge: &Judge<'_>, piece: &[u8]) -> Result<(), LogError> {
        self.pending.extend_from_slice(piece);
        self.judge(judge, false)
    }

    /// Ends the current file. The next piece is of another one.
    ///
    /// # Errors
    /// The file was no flow log.
    pub fn end_file(&mut self, judge: &Judge<'_>) -> Result<(), LogError> {
        let judged = self.judge(judge, true);
        self.skip_file();
        judged
    }

    /// Leaves out the rest of the current file. The next piece is of another one.
    pub fn skip_file(&mut self) {
        self.cutter = Cutter::default();
        self.pending.clear();
        self.file += 1;
    }

    /// How many entries were read, also what is no record.
    pub const fn entries(&self) -> u64 {
        self.intake.entries
    }

    /// What was read: the parts of the log, each of which has its findings, and the rest.
    pub fn finish(self) -> (Vec<LogPart>, Intake) {
        (self.parts, self.intake)
    }

    fn judge(&mut self, judge: &Judge<'_>, at_end: bool) -> Result<(), LogError> {
        while let Some(slice) = self.cutter.cut(&self.pending, at_end)? {
            let text = self.pending.get(..slice.length).unwrap_or_default();
            let mut batch = Batch::after(std::mem::take(&mut self.intake));
            batch.read(judge, &slice, text, self.file);
            for (number, part) in self.parts.iter_mut().enumerate() {
                part.judge(judge, &batch, number);
            }
            self.intake = batch.into_intake();
            self.pending.drain(..slice.length);
        }
        Ok(())
    }
}
