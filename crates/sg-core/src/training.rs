//! Training: courses, what a learner has done, and results that need no server.

mod class;
mod course;
mod found;
mod learner;
mod merged;
mod practice;
mod quiz_work;
mod result;
mod sentence;
pub mod text;
mod wire;

pub use class::Class;
pub use course::{Course, CoursePart, MOST_COURSE_PARTS};
pub use found::{Found, found};
pub use learner::{Learner, LearnerError, LessonWork, PartWork, Visit};
pub use practice::{Practice, Practised, Task};
pub use quiz_work::QuizWork;
pub use result::{
    MOST_NAME, PartResult, QuizScore, ResultError, Results, SolvedLesson, subject_of,
};
pub use wire::{CourseDocument, PartDocument};
