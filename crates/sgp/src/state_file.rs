//! A file that keeps a scenario across restarts. It is always complete, and only one server can use
//! it.
//!
//! Written by hand because libraries for atomic writes replace a symbolic link instead of its
//! target, or do not sync the folder.

use std::ffi::OsString;
use std::fs::{self, File, TryLockError};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use sg_core::model::Scenario;
use sg_core::share;

use super::failure::Failure;
use super::input;

/// A state file locked by this process.
#[derive(Debug)]
pub(super) struct StateFile {
    path: PathBuf,
    /// Locked while this value exists. It is a separate file because the state file itself is
    /// replaced on every write.
    _lock: File,
}

impl StateFile {
    /// Locks the file for this process and reads its scenario; `None` if the file does not exist
    /// yet.
    ///
    /// If the file contains no scenario document, in which case it is not changed, or if another
    /// server has locked it.
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
        // The target of a link is replaced, not the link.
        let path = if exists {
            fs::canonicalize(path).map_err(|error| refused(error.to_string()))?
        } else {
            PathBuf::from(path)
        };
        Ok((Self { path, _lock: lock }, scenario))
    }

    /// Replaces the scenario. When this returns, the new one is on disk; if it fails, or the
    /// machine crashes meanwhile, the old one is.
    ///
    /// # Errors
    /// An error of the file system.
    pub(super) fn write(&self, scenario: &Scenario) -> io::Result<()> {
        let new = beside(&self.path, ".new");
        let mut file = File::create(&new)?;
        file.write_all(share::write(scenario).as_bytes())?;
        file.sync_all()?;
        drop(file);
        fs::rename(&new, &self.path)?;
        // The name is part of the folder, so the folder is synced too. Systems that cannot open
        // folders do not need this.
        let folder = self.path.parent().filter(|folder| !folder.as_os_str().is_empty());
        match File::open(folder.unwrap_or(Path::new("."))) {
            Ok(folder) => folder.sync_all(),
            Err(_) => Ok(()),
        }
    }
}

/// The same path with a suffix.
fn beside(path: &Path, end: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(end);
    PathBuf::from(name)
}
