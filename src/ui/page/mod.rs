//! The pages: compositions of components, without logic of their own.

mod answer_area;
mod playground;

pub use answer_area::{AnswerArea, AnswerAreaProps};
pub use playground::{Playground, PlaygroundProps};
