//! Parts of the program that are downloaded when they are first needed.
//!
//! A release build of the page is split at *seams* (`xtask/src/parts.rs`): what only a seam's
//! function needs is in a file of its own. Every other build holds everything, and its seams are
//! open from the start.

use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::sync::OnceLock;

use crate::fault::{self, Place};

/// A part that did not arrive. Asking again downloads it again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Missing;

impl fmt::Display for Missing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a part of the program did not arrive")
    }
}

impl std::error::Error for Missing {}

#[cfg(parts)]
impl From<wasm_split_helpers::SplitLoaderError> for Missing {
    fn from(_: wasm_split_helpers::SplitLoaderError) -> Self {
        Self
    }
}

/// A download in progress.
pub type Loading = Pin<Box<dyn Future<Output = Result<(), Missing>>>>;

/// A function (a pointer `F`) whose code is in a part. Declared with [`seam!`](crate::seam).
pub struct Seam<F: 'static> {
    /// The function in a build that is not split.
    here: Option<F>,
    /// The function once its part has arrived.
    arrived: OnceLock<F>,
    load: fn() -> Loading,
}

impl<F: Copy> Seam<F> {
    /// A seam of a build that is not split.
    pub const fn open(function: F) -> Self {
        Self {
            here: Some(function),
            arrived: OnceLock::new(),
            load: || {
                Box::pin(async {
                    fault::at(Place::Part);
                    Ok(())
                })
            },
        }
    }

    /// A seam whose part is downloaded by `load`.
    pub const fn closed(load: fn() -> Loading) -> Self {
        Self { here: None, arrived: OnceLock::new(), load }
    }

    /// The function, if its part is there.
    pub fn get(&self) -> Option<F> {
        self.here.or_else(|| self.arrived.get().copied())
    }

    /// How to download the part.
    pub const fn loader(&self) -> fn() -> Loading {
        self.load
    }

    /// Takes the function from its part.
    pub fn arrive(&self, function: F) {
        fault::at(Place::Part);
        let _ = self.arrived.set(function);
    }

    /// The function, downloaded first if necessary.
    ///
    /// # Errors
    /// [`Missing`] if the part does not arrive.
    pub async fn fetch(&self) -> Result<F, Missing> {
        if self.get().is_none() {
            (self.load)().await?;
        }
        self.get().ok_or(Missing)
    }
}

/// Declares a seam: `seam! { pub static NAME: fn(&Input) -> Output = function; entry in part }`.
///
/// `part` names the file; functions of the same part arrive together. `entry` is a name that no
/// other seam has.
#[macro_export]
macro_rules! seam {
    ($(#[$meta:meta])* $visible:vis static $name:ident: $kind:ty = $function:expr; $entry:ident in $part:ident) => {
        #[cfg(parts)]
        $(#[$meta])*
        $visible static $name: $crate::part::Seam<$kind> = {
            #[wasm_split_helpers::wasm_split($part, fallible)]
            fn $entry() -> Result<$kind, $crate::part::Missing> {
                Ok($function)
            }
            $crate::part::Seam::closed(|| {
                Box::pin(async {
                    $name.arrive($entry().await?);
                    Ok(())
                })
            })
        };
        #[cfg(not(parts))]
        $(#[$meta])*
        $visible static $name: $crate::part::Seam<$kind> = $crate::part::Seam::open($function);
    };
}
