//! Keeps the panics that journeys inject (`src/fault.rs`) out of what is published.

use crate::Outcome;
use crate::sizes;
use std::fs;
use std::path::Path;

/// What a build that panics on demand holds.
const MARK: &[u8] = b"injected fault: ";

/// Fails if a built page can be made to panic.
pub(crate) fn check(dist: &Path) -> Outcome {
    let files = sizes::files(dist).map_err(|error| format!("cannot read {dist:?}: {error}"))?;
    for file in files {
        let bytes = fs::read(&file).map_err(|error| format!("cannot read {file:?}: {error}"))?;
        if bytes.windows(MARK.len()).any(|own| own == MARK) {
            return Err(format!("{} is a build for tests: feature faults", file.display()));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{MARK, check};
    use std::fs;

    #[test]
    fn a_page_that_panics_on_demand_is_not_published() {
        let folder = std::env::temp_dir().join(format!("sgp-faults-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("page.wasm"), b"a program").unwrap();
        assert_eq!(check(&folder), Ok(()));
        fs::write(folder.join("part.wasm"), [b"a program ", MARK].concat()).unwrap();
        assert!(check(&folder).is_err());
        fs::remove_dir_all(&folder).unwrap();
    }
}
