//! Why a chosen file could not be read, in words.

use crate::hooks::Session;
use crate::platform::{ChosenFile, FileFault};
use crate::text::builder as text;

/// A sentence that names the file.
pub(crate) fn file_fault(session: &Session, file: &ChosenFile, fault: FileFault) -> String {
    let name = file.name();
    let text = match fault {
        FileFault::TooLarge => text::FILE_TOO_LARGE,
        FileFault::Gone => text::FILE_GONE,
        FileFault::NoText => text::FILE_NO_TEXT,
    };
    session.fill(text, &[("name", &name)])
}
