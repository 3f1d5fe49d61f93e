//! Quizzes: the question with its scene, the answer, and what the answers say about beliefs.

mod card;
mod ends;
mod reveal;
mod scene;
mod score;

pub use card::{QuizCard, QuizCardProps};
pub use reveal::{Reveal, RevealProps};
pub use scene::{QuizScene, QuizSceneProps};
pub use score::{QuizScore, QuizScoreProps};
