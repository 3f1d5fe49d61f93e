//! A lesson draft: what an author has entered so far, and the lesson file generated from it.

use serde::{Deserialize, Serialize};

use crate::goal::Expect;
use crate::language::{Language, Text};
use crate::model::Scenario;
use crate::share::{Document, DocumentError};

use super::Lesson;
use super::course::Words;
use super::course::wire::{
    AlsoWire, ChoiceWire, ClaimWire, GoalWire, LessonDocument, ParWire, QuestionWire, TrafficWire,
    VERSION, WhyWire,
};

mod answers;
mod file;
mod id;

pub use answers::{Answer, is_usual, point};
pub use id::free_id;

/// A lesson draft. Its scenario is the current one. Browsers keep it: fields may be added, but never
/// changed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Draft {
    /// The title.
    pub title: Words,
    /// The situation and the task.
    pub task: Words,
    /// Why it works, whatever the solution is.
    pub why: Words,
    /// The goals. The question before the task is about the first one, unless the author wrote one.
    pub goals: Vec<GoalCell>,
    /// The id, once the lesson has been given away under it; before that, it follows the title.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub id: String,
    /// The level; the second one if absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub level: Option<u64>,
    /// The author's own question.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub question: Option<QuestionWire>,
    /// Whether the usual question is asked all the same.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub asks_usual: bool,
    /// The hints, in order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub hints: Vec<Words>,
    /// The kinds of edits that a learner may not make, by the words of [`Lock`](super::Lock).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub locks: Vec<String>,
    /// Reasons that are true of some solutions, and those of a file.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub reasons: Vec<WhyWire>,
    /// The effort of the author's solution.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub par: Option<ParWire>,
    /// What else to try, as a file had it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<AlsoWire>,
    /// The drafts that files have taken the place of, the latest last.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub earlier: Vec<Self>,
}

/// A matrix cell whose packets must or must not pass.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct GoalCell {
    /// The row, by name.
    pub from: String,
    /// The column.
    pub to: String,
    /// The packets, such as `tcp/443`; all packets if empty.
    pub packets: String,
    /// Whether they must pass or be blocked.
    pub passes: bool,
    /// The goal as a file has it, if it says more than the rest.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub written: Option<Box<GoalWire>>,
}

/// A required part of a draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// A goal.
    Goal,
    /// The title.
    Title,
    /// The task.
    Task,
    /// Why it works.
    Why,
}

/// The sentences that a draft generates, in both languages.
pub mod text {
    crate::catalogue! {
        MUST_PASS = "{from} can reach {to}: {packets}", "{from} 能访问 {to}：{packets}";
        MUST_NOT = "{from} cannot reach {to}: {packets}", "{from} 不能访问 {to}：{packets}";
        EVERYTHING = "all traffic", "全部流量";
        ASK = "In the current scenario, can {from} reach {to} ({packets})?", "在当前场景中，{from} 能访问 {to} 吗（{packets}）？";
        YES = "Yes", "能";
        NO = "No", "不能";
        FEEDBACK = "The matrix shows the actual result, with the reason below it.", "矩阵显示实际结果，原因在矩阵下方。";
    }
}

impl Draft {
    /// The most hints that the builder adds. A file may have more.
    pub const MOST_HINTS: usize = 20;

    /// The lesson file for a scenario. [`Lesson::read`] checks whether it is valid.
    pub fn document(&self, scenario: &Scenario) -> LessonDocument {
        let general = WhyWire { text: self.why.clone(), rests: Vec::new(), when: Vec::new() };
        let general = Some(general).filter(|why| says(&why.text) || self.reasons.is_empty());
        LessonDocument {
            schema: None,
            version: VERSION,
            id: self.id(),
            level: self.level.unwrap_or(2),
            title: self.title.clone(),
            task: self.task.clone(),
            scenario: Document::from(scenario),
            question: self.own_question().cloned().unwrap_or_else(|| self.usual_question()),
            goals: self.goals.iter().map(GoalCell::goal).collect(),
            hints: self.hints.iter().filter(|hint| says(hint)).cloned().collect(),
            par: self.par.unwrap_or(ParWire { calls: 1, openings: 0 }),
            why: general.into_iter().chain(self.reasons.iter().cloned()).collect(),
            also: self.also.clone(),
            locks: self.locks.clone(),
        }
    }

    /// The author's own question, if it is the one that is asked.
    pub fn own_question(&self) -> Option<&QuestionWire> {
        self.question.as_ref().filter(|_| !self.asks_usual)
    }

    /// The question about the first goal.
    pub fn usual_question(&self) -> QuestionWire {
        let first = self.goals.first().cloned().unwrap_or_default();
        let choice = |name: Text, expect: Expect| ChoiceWire {
            text: words(name, &[]),
            claims: vec![first.claim(expect)],
            feedback: words(text::FEEDBACK, &[]),
        };
        QuestionWire {
            text: first.says(text::ASK),
            from: first.from.clone(),
            to: first.to.clone(),
            packets: first.packets(),
            after: Vec::new(),
            choices: vec![choice(text::YES, Expect::Pass), choice(text::NO, Expect::Blocked)],
        }
    }

    /// The parts that are still missing.
    pub fn missing(&self) -> Vec<Part> {
        let empty = |words: &Words| !says(words);
        let parts = [
            (Part::Goal, self.goals.is_empty()),
            (Part::Title, empty(&self.title)),
            (Part::Task, empty(&self.task)),
            (Part::Why, empty(&self.why) && self.reasons.is_empty()),
        ];
        parts.into_iter().filter_map(|(part, missing)| missing.then_some(part)).collect()
    }

    /// The lesson for a scenario.
    ///
    /// # Errors
    /// [`DocumentError`] names the path of the first problem in the file.
    pub fn lesson(&self, scenario: &Scenario) -> Result<Lesson, DocumentError> {
        Lesson::try_from(&self.document(scenario))
    }
}

impl GoalCell {
    fn packets(&self) -> Option<String> {
        let packets = self.packets.trim();
        (!packets.is_empty()).then(|| packets.to_owned())
    }

    /// The goal in a file.
    pub fn goal(&self) -> GoalWire {
        if let Some(written) = &self.written {
            return GoalWire::clone(written);
        }
        let (sentence, expect) = match self.passes {
            true => (text::MUST_PASS, Expect::Pass),
            false => (text::MUST_NOT, Expect::Blocked),
        };
        GoalWire { name: self.says(sentence), claim: self.claim(expect) }
    }

    fn claim(&self, expect: Expect) -> ClaimWire {
        let traffic = TrafficWire {
            from: self.from.clone(),
            to: self.to.clone(),
            packets: self.packets().map(|packets| vec![packets]),
            source_ports: None,
            both_ways: false,
            expect,
            clause: None,
        };
        ClaimWire { traffic: Some(traffic), ..ClaimWire::default() }
    }

    /// A sentence about the cell, in both languages.
    pub fn says(&self, sentence: Text) -> Words {
        words(sentence, &[("from", &self.from), ("to", &self.to), ("packets", &self.packets)])
    }
}

/// Whether a text is there in some language.
const fn says(words: &Words) -> bool {
    words.en.is_some() || words.zh.is_some()
}

/// Fills the placeholders of a text in both languages. Empty packets mean all packets.
fn words(text: Text, values: &[(&str, &str)]) -> Words {
    let filled = |language: Language| {
        let values: Vec<(&str, &str)> = values
            .iter()
            .map(|(name, value)| match value.trim() {
                "" => (*name, text::EVERYTHING.get(language)),
                value => (*name, value),
            })
            .collect();
        Some(text.fill(language, &values))
    };
    Words { en: filled(Language::En), zh: filled(Language::Zh) }
}
