//! How much of the logs has been read, with the time that is left; on a terminal only.

use std::fs::File;
use std::io::Read;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// A bar on standard error, which stays empty if that is no terminal.
pub(super) struct Progress(ProgressBar);

const WITH_LENGTH: &str = "{bytes} of {total_bytes} [{bar:30}] {bytes_per_sec}, {eta} left";
const WITHOUT_LENGTH: &str = "{bytes} read, {bytes_per_sec}";

impl Progress {
    /// Of files with so many bytes together; `None` if that is not known.
    pub(super) fn new(bytes: Option<u64>) -> Self {
        // Standard error is drawn to only if it is a terminal.
        let bar = ProgressBar::with_draw_target(bytes, ProgressDrawTarget::stderr());
        let template = if bytes.is_some() { WITH_LENGTH } else { WITHOUT_LENGTH };
        if let Ok(style) = ProgressStyle::with_template(template) {
            bar.set_style(style.progress_chars("=> "));
        }
        Self(bar)
    }

    /// Counts what is read from a stream.
    pub(super) fn counting<R: Read>(&self, stream: R) -> impl Read {
        self.0.wrap_read(stream)
    }

    /// Removes the bar.
    pub(super) fn finish(&self) {
        self.0.finish_and_clear();
    }
}

/// How many bytes files have together; `None` if one of them is no ordinary file.
pub(super) fn length(files: &[String]) -> Option<u64> {
    let length = |path: &String| {
        let data = File::open(path).ok()?.metadata().ok()?;
        data.is_file().then_some(data.len())
    };
    files.iter().map(length).sum()
}
