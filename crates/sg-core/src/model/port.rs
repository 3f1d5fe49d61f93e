//! TCP and UDP ports and port ranges, in the API's `start/end` form.

use std::fmt;

use thiserror::Error;

/// A TCP or UDP port, 1 to 65535.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Port(u16);

impl Port {
    /// Port 1, the smallest port a rule can name.
    pub const MIN: Self = Self(1);
    /// Port 65535.
    pub const MAX: Self = Self(u16::MAX);

    /// Creates a port; `None` for 0, which no rule can name.
    pub const fn new(number: u16) -> Option<Self> {
        if number == 0 { None } else { Some(Self(number)) }
    }

    /// The number, 1 to 65535.
    pub const fn get(self) -> u16 {
        self.0
    }

    /// The next port; `None` after 65535.
    pub const fn next(self) -> Option<Self> {
        match self.0.checked_add(1) {
            Some(number) => Some(Self(number)),
            None => None,
        }
    }

    /// The previous port; `None` before 1.
    pub const fn previous(self) -> Option<Self> {
        Self::new(self.0 - 1)
    }

    /// Parses a port in decimal digits, without a sign or leading zeros.
    pub fn parse(text: &str) -> Option<Self> {
        let plain = !text.starts_with('0') && text.bytes().all(|b| b.is_ascii_digit());
        if plain { text.parse().ok().and_then(Self::new) } else { None }
    }
}

impl fmt::Display for Port {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Why a text is not a valid port range.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum PortRangeError {
    /// Not of the form `start/end` with both numbers from 1 to 65535.
    #[error("a port range is written `start/end`, each 1 to 65535")]
    Malformed,
    /// The start is greater than the end (`200/1`).
    #[error("a port range may not start after it ends")]
    Backwards,
}

/// An inclusive port range; never empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PortRange {
    first: Port,
    last: Port,
}

impl PortRange {
    /// Every port, `1/65535`.
    pub const ALL: Self = Self { first: Port::MIN, last: Port::MAX };

    /// The range from `first` to `last`, both included.
    ///
    /// # Errors
    /// [`PortRangeError::Backwards`] if `first` is greater than `last`.
    pub const fn new(first: Port, last: Port) -> Result<Self, PortRangeError> {
        if first.0 <= last.0 { Ok(Self { first, last }) } else { Err(PortRangeError::Backwards) }
    }

    /// A range of a single port.
    pub const fn single(port: Port) -> Self {
        Self { first: port, last: port }
    }

    /// Parses `start/end`, the only form the API accepts (`80/80` for one port).
    ///
    /// # Errors
    /// [`PortRangeError`] for any other text, including `-1/-1`, which is only used by protocols
    /// without ports; see [`ProtocolFilter`](super::ProtocolFilter).
    pub fn parse(text: &str) -> Result<Self, PortRangeError> {
        let (first, last) = text.split_once('/').ok_or(PortRangeError::Malformed)?;
        let first = Port::parse(first).ok_or(PortRangeError::Malformed)?;
        let last = Port::parse(last).ok_or(PortRangeError::Malformed)?;
        Self::new(first, last)
    }

    /// The smallest port of the range.
    pub const fn first(self) -> Port {
        self.first
    }

    /// The largest port of the range.
    pub const fn last(self) -> Port {
        self.last
    }

    /// Whether the range contains `port`.
    pub const fn contains(self, port: Port) -> bool {
        self.first.0 <= port.0 && port.0 <= self.last.0
    }
}

impl fmt::Display for PortRange {
    /// Writes the API's `start/end`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.first, self.last)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_start_slash_end_within_bounds_is_a_range() {
        for good in ["80/80", "1/65535", "22/23"] {
            assert_eq!(PortRange::parse(good).unwrap().to_string(), good);
        }
        for bad in [
            "", "80", "/", "80/", "0/80", "80/65536", "-1/-1", "080/80", " 80/80", "1/2/3", "+1/2",
            "a/b",
        ] {
            assert_eq!(PortRange::parse(bad), Err(PortRangeError::Malformed), "{bad}");
        }
        assert_eq!(PortRange::parse("200/1"), Err(PortRangeError::Backwards));
    }

    #[test]
    fn neighbours_stop_at_the_ends() {
        assert_eq!(Port::MIN.previous(), None);
        assert_eq!(Port::MAX.next(), None);
        assert_eq!(Port::MIN.next(), Port::new(2));
    }
}
