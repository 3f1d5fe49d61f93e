//! The pages: compositions of components, without logic of their own.

mod answer_area;
mod connectivity;
mod course;
mod current;
mod frame;
mod links;
mod parts;
mod playground;
mod present;
mod quiz;
mod request_area;
mod stage;

pub use answer_area::{AnswerArea, AnswerAreaProps};
pub(crate) use course::TRAINING;
pub use course::{TrainingPage, TrainingPageProps};
pub use current::{current_page, measure};
pub use links::{Links, LinksProps};
pub(crate) use parts::parts;
pub use playground::{Playground, PlaygroundProps};
pub(crate) use present::PRESENT;
pub use present::{Present, PresentProps};
pub(crate) use quiz::QUIZ;
pub use quiz::{QuizPage, QuizPageProps};
pub use request_area::{RequestArea, RequestAreaProps};
