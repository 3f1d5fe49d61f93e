//! How many bytes are judged at once, so that it takes a few milliseconds however fast the browser is.

/// How many bytes are judged at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Pace(usize);

/// How long that should take, in milliseconds.
const WANTED: f64 = 8.0;

/// The fewest and the most bytes.
const LEAST: usize = 8 * 1024;
const MOST: usize = 1024 * 1024;

impl Default for Pace {
    fn default() -> Self {
        Self(64 * 1024)
    }
}

impl Pace {
    /// How many bytes to judge next.
    pub(super) const fn bytes(self) -> usize {
        self.0
    }

    /// Takes note of how long it took, in milliseconds.
    pub(super) fn took(&mut self, milliseconds: f64) {
        self.0 = match milliseconds {
            slow if slow > 2.0 * WANTED => self.0 / 2,
            quick if quick < WANTED / 2.0 => self.0 * 2,
            _ => self.0,
        }
        .clamp(LEAST, MOST);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pace_follows_the_browser_within_limits() {
        let mut pace = Pace::default();
        (0..20).for_each(|_| pace.took(0.1));
        assert_eq!(pace.bytes(), MOST);
        pace.took(WANTED);
        assert_eq!(pace.bytes(), MOST);
        (0..20).for_each(|_| pace.took(100.0));
        assert_eq!(pace.bytes(), LEAST);
        // A clock that stands still, and one that is set back.
        pace.took(0.0);
        pace.took(-1e9);
        assert_eq!(pace.bytes(), 4 * LEAST);
    }
}
