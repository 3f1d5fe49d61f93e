//! An exercise as a lesson, so that it is played like one.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::explain::{edits_in_words, plain};
use crate::goal::text::COMMA;
use crate::language::{Language, Text};
use crate::lesson::course::{Basis, Claim, Goal, Par, Reason, Words};
use crate::lesson::{Lesson, Level};

use super::{Exercise, text};

impl Exercise {
    /// The exercise as a lesson without a question: its title, its task, its goals, two hints, and as
    /// the reason how the misconception fails it.
    pub fn lesson(&self) -> Lesson {
        let explanation = self.topic.explanation();
        let taught = Lesson::find(explanation.lesson);
        let goal = |aim: &super::Aim| Goal {
            name: both(|language| aim.name(&self.scenario, language)),
            claim: Claim::Traffic { ways: vec![aim.goal.clone()], clause: None },
        };
        let said = |text: Text| both(|language| text.get(language).to_owned());
        let mut lesson = Lesson {
            id: format!("exercise-{}", self.seed),
            level: taught.map_or(Level::Rules, |lesson| lesson.level),
            title: title(self.seed),
            task: both(|language| self.task(language)),
            scenario: Arc::clone(&self.scenario),
            question: None,
            goals: self.aims.iter().map(goal).collect(),
            hints: vec![
                said(explanation.clause.clause().statement),
                both(|language| self.hint(language)),
            ],
            par: Par { calls: self.solution.edits.len(), openings: 0 },
            why: vec![Reason {
                text: both(|language| self.failure(language)),
                rests: vec![Basis::Clause(explanation.clause)],
                when: Vec::new(),
            }],
            also: Vec::new(),
            locks: BTreeSet::new(),
        };
        lesson.par.openings = lesson.openings(&self.solution.after);
        lesson
    }

    fn task(&self, language: Language) -> String {
        let names: Vec<String> =
            self.aims.iter().map(|aim| aim.name(&self.scenario, language)).collect();
        text::TASK.fill(language, &[("goals", &names.join(text::SEPARATOR.get(language)))])
    }

    /// What somebody with the misconception does, in words.
    fn failure(&self, language: Language) -> String {
        let misconception = self.topic.explanation().name.get(language);
        let frame = if self.believed.is_empty() { text::BELIEVED_MET } else { text::BELIEVED };
        let edit = plain(&edits_in_words(&self.scenario, &self.believed, language));
        frame.fill(language, &[("misconception", misconception), ("edit", &edit)])
    }

    fn hint(&self, language: Language) -> String {
        let edits = &self.solution.edits;
        let groups: BTreeSet<_> = edits.iter().map(crate::connectivity::Edit::group).collect();
        let groups = groups.into_iter().filter_map(|id| self.scenario.group(id));
        let groups: Vec<&str> = groups.map(|group| group.label()).collect();
        let groups = groups.join(COMMA.get(language));
        let frame = if edits.len() == 1 { text::FEWEST_ONE } else { text::FEWEST };
        frame.fill(language, &[("count", &edits.len().to_string()), ("groups", &groups)])
    }
}

/// The title of an exercise.
fn title(seed: u64) -> Words {
    both(|language| text::TITLE.fill(language, &[("number", &seed.to_string())]))
}

fn both(said: impl Fn(Language) -> String) -> Words {
    Words { en: Some(said(Language::En)), zh: Some(said(Language::Zh)) }
}
