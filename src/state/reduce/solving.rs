//! Shows a solution of the open lesson: its calls are made like any others.

use crate::seam;
use crate::state::page::State;
use sg_core::emulator::Env;

seam! { pub(crate) static SOLVED: fn(&State, Env) -> State = State::solved; solved in reading }

impl State {
    /// The page after the calls of a solution, which undo takes back one by one.
    pub(crate) fn solved(&self, env: Env) -> Self {
        let Some(mut learning) = self.location.learning.clone() else { return self.clone() };
        match learning.lesson.solution(&self.history, env) {
            Some(solution) => {
                learning.shown = true;
                self.with_learning(Some(learning)).at(solution.history)
            }
            None => {
                learning.unsolved = true;
                self.with_learning(Some(learning))
            }
        }
    }
}
