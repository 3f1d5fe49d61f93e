//! The languages that the author of a lesson wrote it in, and whether a reason holds of a solution.

use crate::language::Language;

use super::claim::Attempt;
use super::{Lesson, Reason, Words};

/// What a lesson lacks in a language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lacks {
    /// Its title and its task.
    All,
    /// Other texts.
    Some,
}

impl Lesson {
    /// What the lesson lacks in a language; `None` if every text is there. Such texts are shown in the
    /// other language.
    pub fn lacks(&self, language: Language) -> Option<Lacks> {
        let lacks = |words: &&Words| words.language(language) != language;
        if [&self.title, &self.task].iter().all(lacks) {
            return Some(Lacks::All);
        }
        let question = self.question.iter();
        let choices = question.clone().flat_map(|own| &own.choices);
        let choices = choices.flat_map(|own| [&own.text, &own.feedback]);
        let texts = [&self.title, &self.task].into_iter().chain(question.map(|own| &own.text));
        let texts = texts.chain(choices);
        let texts = texts.chain(self.goals.iter().map(|goal| &goal.name));
        let texts = texts.chain(&self.hints).chain(self.why.iter().map(|why| &why.text));
        let mut texts = texts.chain(self.also.iter().map(|also| &also.text));
        texts.any(|words| lacks(&words)).then_some(Lacks::Some)
    }
}

impl Reason {
    /// Whether the reason is true of a solution.
    pub fn holds(&self, attempt: &Attempt<'_>) -> bool {
        self.when.iter().all(|claim| claim.miss(attempt).is_none())
    }
}
