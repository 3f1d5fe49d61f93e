//! The numbered readings the emulator rests on where pages are silent or disagree.
//!
//! The code that decides names its assumption, `Assumption::UnchangedPolicy`; a test finds each of
//! them there.

use std::fmt;

use crate::citation::{Source, Status};
use crate::language::Text;

mod list;
mod page;

pub use list::Assumption;

/// One reading of the documentation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reading {
    /// What the emulator does, in our own words.
    pub statement: Text,
    /// The pages it is read from; never empty.
    pub sources: &'static [Source],
    /// How firmly they say so.
    pub status: Status,
}

/// Declares the assumptions in order: the first is `A-01`. New ones go to the end, so that a
/// number once published keeps its meaning.
macro_rules! readings {
    ($($(#[$doc:meta])* $name:ident $status:ident [$($source:ident),+] $en:literal, $zh:literal;)+) => {
        /// The number of a reading, written `A-01`.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Assumption {
            $($(#[$doc])* $name,)+
        }

        impl Assumption {
            /// Every assumption in the order of its number.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// What is assumed, from which pages, and how firmly it stands.
            pub const fn reading(self) -> $crate::emulator::assumption::Reading {
                match self {
                    $(Self::$name => $crate::emulator::assumption::Reading {
                        statement: $crate::language::Text { en: $en, zh: $zh },
                        sources: &[$($crate::emulator::assumption::page::$source),+],
                        status: $crate::citation::Status::$status,
                    },)+
                }
            }
        }
    };
}

use readings;

impl fmt::Display for Assumption {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "A-{:02}", *self as u8 + 1)
    }
}
