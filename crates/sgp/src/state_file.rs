//! A file that keeps a scenario across restarts: whole at every moment, and one server's alone.
//!
//! By hand: libraries that write files whole replace a link instead of what it points to, or leave
//! the folder unsynced.

use std::ffi::OsString;
use std::fs::{self, File, TryLockError};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use sg_core::model::Scenario;
use sg_core::share;

use super::failure::Failure;
use super::input;

/// A state file that this process holds.
#[derive(Debug)]
pub(super) struct StateFile {
    path: PathBuf,
    /// Locked as long as this value lives. A file of its own, because the state file itself is
    /// replaced whenever it is written.
    _lock: File,
}

impl StateFile {
    /// Takes the file for this process and reads the scenario it holds; none when there is no file
    /// yet.
    ///
    /// # Errors
    /// A file that holds no scenario document is refused and left as it is; so is one that
    /// another server holds.
    pub(super) fn open(path: &str) -> Result<(Self, Option<Scenario>), Failure> {
        let refused = |why: String| Failure::input(format!("cannot use {path}: {why}"));
        let lock = File::create(beside(Path::new(path), ".lock"))
            .map_err(|error| refused(error.to_string()))?;
        lock.try_lock().map_err(|error| match error {
            TryLockError::WouldBlock => refused("another `sgp serve` uses it".to_owned()),
            TryLockError::Error(error) => refused(error.to_string()),
        })?;
        let exists = fs::exists(path).map_err(|error| refused(error.to_string()))?;
        let scenario = exists.then(|| input::scenario(path)).transpose()?;
        // What a link points to is replaced, not the link.
        let path = if exists {
            fs::canonicalize(path).map_err(|error| refused(error.to_string()))?
        } else {
            PathBuf::from(path)
        };
        Ok((Self { path, _lock: lock }, scenario))
    }

    /// Replaces the scenario. When it returns, the new one is on the disk; when it fails, or the
    /// machine stops in the middle of it, the old one is.
    ///
    /// # Errors
    /// What the file system reports.
    pub(super) fn write(&self, scenario: &Scenario) -> io::Result<()> {
        let new = beside(&self.path, ".new");
        let mut file = File::create(&new)?;
        file.write_all(share::write(scenario).as_bytes())?;
        file.sync_all()?;
        drop(file);
        fs::rename(&new, &self.path)?;
        // The name is part of the folder. Some systems cannot open folders; theirs need not be.
        let folder = self.path.parent().filter(|folder| !folder.as_os_str().is_empty());
        match File::open(folder.unwrap_or(Path::new("."))) {
            Ok(folder) => folder.sync_all(),
            Err(_) => Ok(()),
        }
    }
}

/// The same path with more at its end.
fn beside(path: &Path, end: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(end);
    PathBuf::from(name)
}
