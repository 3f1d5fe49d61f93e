//! The page before an audience: its bar, the slides of steps, the pointer.

pub(crate) mod bar;
pub(crate) mod slide;
pub(crate) mod spotlight;
pub(crate) mod switches;
