//! The answer about the chosen pair.

pub mod address;
pub mod around;
pub mod fixes;
pub mod port_bar;
pub mod regions;
pub mod why;
