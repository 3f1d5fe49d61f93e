//! Numbered assumptions of the emulator where the documentation is silent or contradictory.
//!
//! Code that relies on an assumption names it, for example `Assumption::UnchangedPolicy`. A test
//! checks that each one is named somewhere.

use std::fmt;

use crate::citation::{Source, Status};
use crate::language::Text;

mod list;
mod page;

pub use list::Assumption;

/// One interpretation of the documentation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reading {
    /// What the emulator does, in our own words.
    pub statement: Text,
    /// The pages it is based on; never empty.
    pub sources: &'static [Source],
    /// How well the pages support it.
    pub status: Status,
}

/// Declares the assumptions in order: the first is `A-01`. New ones are appended, so that a
/// published number never changes its meaning.
macro_rules! readings {
    ($($(#[$doc:meta])* $name:ident $status:ident [$($source:ident),+] $en:literal, $zh:literal;)+) => {
        /// The number of an assumption, written `A-01`.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Assumption {
            $($(#[$doc])* $name,)+
        }

        impl Assumption {
            /// Every assumption, in numerical order.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// What is assumed, the pages it is based on, and how well they support it.
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
