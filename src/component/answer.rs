//! The answer for the selected pair.

pub mod address;
pub mod around;
pub mod fixes;
pub mod port_bar;
pub mod regions;
pub mod why;
