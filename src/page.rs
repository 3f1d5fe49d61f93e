//! The pages: compositions of components, without logic of their own.

mod answer_area;
mod connectivity;
mod frame;
mod links;
mod playground;
mod quiz;
mod request_area;

pub use answer_area::{AnswerArea, AnswerAreaProps};
pub use links::{Links, LinksProps};
pub use playground::{Playground, PlaygroundProps};
pub use quiz::{QuizPage, QuizPageProps};
pub use request_area::{RequestArea, RequestAreaProps};
