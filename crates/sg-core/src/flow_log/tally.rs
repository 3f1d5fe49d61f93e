//! How many records, packets and bytes, and when.

/// Records added up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// How many records.
    pub records: u64,
    /// The packets in them.
    pub packets: u64,
    /// The bytes in them.
    pub bytes: u64,
}

impl Tally {
    /// Adds another one. No sum overflows.
    pub const fn add(&mut self, other: Self) {
        self.records = self.records.saturating_add(other.records);
        self.packets = self.packets.saturating_add(other.packets);
        self.bytes = self.bytes.saturating_add(other.bytes);
    }

    pub(super) const fn subtract(&mut self, other: Self) {
        self.records = self.records.saturating_sub(other.records);
        self.packets = self.packets.saturating_sub(other.packets);
        self.bytes = self.bytes.saturating_sub(other.bytes);
    }
}

/// Records added up, with the time from the first to the last one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Traffic {
    /// The sums.
    pub tally: Tally,
    /// The earliest start, in Unix seconds.
    pub first: i64,
    /// The latest end, in Unix seconds.
    pub last: i64,
}

impl Traffic {
    /// Nothing yet: add something before reading the times.
    pub(super) const NONE: Self =
        Self { tally: Tally { records: 0, packets: 0, bytes: 0 }, first: i64::MAX, last: i64::MIN };

    /// Adds another one.
    pub fn add(&mut self, other: &Self) {
        self.tally.add(other.tally);
        self.first = self.first.min(other.first);
        self.last = self.last.max(other.last);
    }
}
