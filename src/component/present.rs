//! The page before an audience: its bar and keys, the slides of steps, the pointer.

pub(crate) mod bar;
pub(crate) mod keys;
pub(crate) mod slide;
pub(crate) mod spotlight;
pub(crate) mod switches;
