//! The records of a slice of a log, read and sorted into the parts of the log.

use std::collections::BTreeMap;

use super::captured::{Captured, LogPlace, PARTS};
use super::format::LogSlice;
use super::judge::Judge;
use super::part::LogPart;
use super::record::{Entry, RecordFault};
use super::tally::{Tally, Traffic};

/// The most faults that are kept with their places; the others are counted.
pub const MOST_FAULTS: usize = 10;

/// The most interfaces that the scenario lacks and that are told apart.
const MOST_STRANGERS: usize = 1_000;

/// What was read besides records that are judged.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Intake {
    /// Everything, also what could not be read.
    pub entries: u64,
    /// Capture windows without traffic.
    pub no_data: u64,
    /// Capture windows of which records were lost.
    pub skip_data: u64,
    /// Entries that are no records.
    pub malformed: u64,
    /// The first of them.
    pub faults: Vec<(LogPlace, RecordFault)>,
    /// Records of interfaces that the scenario lacks.
    pub strangers: BTreeMap<String, Traffic>,
    /// Records of further such interfaces.
    pub more_strangers: Tally,
}

/// Records that were read.
#[derive(Debug, Default)]
pub struct Batch {
    pub(super) parts: [Vec<Captured>; PARTS],
    intake: Intake,
}

impl Judge<'_> {
    /// Reads a slice of a log. Slices can be read in any order, but have to be added in theirs.
    pub fn read(&self, slice: &LogSlice, text: &[u8], file: u32) -> Batch {
        let mut batch = Batch::default();
        batch.read(self, slice, text, file);
        batch
    }
}

impl Batch {
    /// A batch that goes on counting.
    pub(super) fn after(intake: Intake) -> Self {
        Self { intake, ..Self::default() }
    }

    pub(super) fn into_intake(self) -> Intake {
        self.intake
    }

    pub(super) fn read(&mut self, judge: &Judge<'_>, slice: &LogSlice, text: &[u8], file: u32) {
        slice.read(text, &mut |line, entry| self.add(judge, LogPlace { file, line }, entry));
    }

    fn add(&mut self, judge: &Judge<'_>, place: LogPlace, entry: Result<Entry<'_>, RecordFault>) {
        self.intake.entries += 1;
        match entry {
            Ok(Entry::NoData) => self.intake.no_data += 1,
            Ok(Entry::SkipData) => self.intake.skip_data += 1,
            Ok(Entry::Flow(record)) => match judge.captured(&record, place) {
                Some(captured) => {
                    if let Some(part) = self.parts.get_mut(captured.part()) {
                        part.push(captured);
                    }
                }
                None => {
                    let name = record.interface.clone().into_owned();
                    let traffic = Captured::new(0, &record, place).traffic;
                    self.intake.stranger(name, &traffic);
                }
            },
            Err(fault) => {
                self.intake.malformed += 1;
                if self.intake.faults.len() < MOST_FAULTS {
                    self.intake.faults.push((place, fault));
                }
            }
        }
    }

    /// What was read besides records that are judged.
    pub const fn intake(&self) -> &Intake {
        &self.intake
    }
}

impl Intake {
    fn stranger(&mut self, name: String, traffic: &Traffic) {
        if let Some(known) = self.strangers.get_mut(&name) {
            known.add(traffic);
        } else if self.strangers.len() < MOST_STRANGERS {
            self.strangers.insert(name, *traffic);
        } else {
            self.more_strangers.add(traffic.tally);
        }
    }

    /// Adds what was read behind this.
    pub fn add(&mut self, other: &Self) {
        self.entries += other.entries;
        self.no_data += other.no_data;
        self.skip_data += other.skip_data;
        self.malformed += other.malformed;
        let room = MOST_FAULTS.saturating_sub(self.faults.len());
        self.faults.extend(other.faults.iter().take(room).cloned());
        for (name, traffic) in &other.strangers {
            self.stranger(name.clone(), traffic);
        }
        self.more_strangers.add(other.more_strangers);
    }

    /// All records of interfaces that the scenario lacks.
    pub fn all_strangers(&self) -> Tally {
        let mut all = self.more_strangers;
        self.strangers.values().for_each(|traffic| all.add(traffic.tally));
        all
    }
}

impl LogPart {
    /// Judges the records of a batch that are in this part of the log, which has this number.
    pub fn judge(&mut self, judge: &Judge<'_>, batch: &Batch, number: usize) {
        for record in batch.parts.get(number).into_iter().flatten() {
            self.take(judge, record);
        }
    }
}
