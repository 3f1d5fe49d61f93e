//! The pages: compositions of components, without logic of their own.

mod playground;

pub use playground::{Playground, PlaygroundProps};
