//! The bytes of a log file, unpacked if it is a gzip file, in the order in which they are read.

use crate::derived::FileFault;
use crate::platform::{ChosenFile, GzipFault, Unpacker};

/// The first bytes of a gzip stream (RFC 1952).
const GZIP: [u8; 2] = [0x1f, 0x8b];

/// A file being read.
pub(super) enum Source<'a> {
    /// As it is: the file, its first slice while that is still to be read, and how much was read.
    Plain(&'a ChosenFile, Option<Vec<u8>>, usize),
    /// Unpacked.
    Packed(Unpacker),
}

impl<'a> Source<'a> {
    /// Looks at the beginning of a file.
    pub(super) async fn of(file: &'a ChosenFile) -> Result<Self, FileFault> {
        if file.size() == 0 {
            return Err(FileFault::Empty);
        }
        let first = file.slice(0).await.filter(|first| !first.is_empty());
        let first = first.ok_or(FileFault::Gone)?;
        if first.starts_with(&GZIP) {
            return Unpacker::of(file).map(Self::Packed).ok_or(FileFault::NoGzip);
        }
        Ok(Self::Plain(file, Some(first), 0))
    }

    /// The next bytes; `None` at the end.
    pub(super) async fn next(&mut self) -> Result<Option<Vec<u8>>, FileFault> {
        match self {
            Self::Packed(unpacker) => unpacker.next().await.map_err(|fault| match fault {
                GzipFault::Gone => FileFault::Gone,
                GzipFault::CutOff => FileFault::CutOff,
                GzipFault::Broken => FileFault::Broken,
            }),
            Self::Plain(file, _, from) if *from >= file.size() => Ok(None),
            Self::Plain(file, first, from) => {
                let bytes = match first.take() {
                    Some(first) => Some(first),
                    None => file.slice(*from).await,
                };
                let bytes = bytes.filter(|bytes| !bytes.is_empty()).ok_or(FileFault::Gone)?;
                *from += bytes.len();
                Ok(Some(bytes))
            }
        }
    }

    /// How many bytes of the file have been taken.
    pub(super) fn taken(&self) -> usize {
        match self {
            Self::Plain(_, _, from) => *from,
            Self::Packed(unpacker) => unpacker.taken(),
        }
    }
}
