//! A lesson draft: what an author has entered so far, and the lesson file generated from it.

use serde::{Deserialize, Serialize};

use crate::goal::Expect;
use crate::language::{Language, Text};
use crate::model::Scenario;
use crate::share::{Document, DocumentError};

use super::Lesson;
use super::course::Words;
use super::course::wire::{
    ChoiceWire, ClaimWire, GoalWire, LessonDocument, ParWire, QuestionWire, TrafficWire, VERSION,
    WhyWire,
};

/// A lesson draft. Its scenario is the current one. Browsers keep it: fields may be added, but never
/// changed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Draft {
    /// The title.
    pub title: Words,
    /// The situation and the task.
    pub task: Words,
    /// Why it works.
    pub why: Words,
    /// The goals. The question before the task is about the first one.
    pub goals: Vec<GoalCell>,
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
    /// The lesson file for a scenario. [`Lesson::read`] checks whether it is valid.
    pub fn document(&self, scenario: &Scenario) -> LessonDocument {
        let first = self.goals.first().cloned().unwrap_or_default();
        let choice = |name: Text, expect: Expect| ChoiceWire {
            text: words(name, &[]),
            claims: vec![first.claim(expect)],
            feedback: words(text::FEEDBACK, &[]),
        };
        let goal = |cell: &GoalCell| GoalWire {
            name: cell.says(if cell.passes { text::MUST_PASS } else { text::MUST_NOT }),
            claim: cell.claim(if cell.passes { Expect::Pass } else { Expect::Blocked }),
        };
        LessonDocument {
            schema: None,
            version: VERSION,
            id: "my-lesson".to_owned(),
            level: 2,
            title: self.title.clone(),
            task: self.task.clone(),
            scenario: Document::from(scenario),
            question: QuestionWire {
                text: first.says(text::ASK),
                from: first.from.clone(),
                to: first.to.clone(),
                packets: first.packets(),
                after: Vec::new(),
                choices: vec![choice(text::YES, Expect::Pass), choice(text::NO, Expect::Blocked)],
            },
            goals: self.goals.iter().map(goal).collect(),
            hints: Vec::new(),
            par: ParWire { calls: 1, openings: 0 },
            why: vec![WhyWire { text: self.why.clone(), rests: Vec::new() }],
            also: Vec::new(),
        }
    }

    /// The parts that are still missing.
    pub fn missing(&self) -> Vec<Part> {
        let empty = |words: &Words| words.en.is_none() && words.zh.is_none();
        let parts = [
            (Part::Goal, self.goals.is_empty()),
            (Part::Title, empty(&self.title)),
            (Part::Task, empty(&self.task)),
            (Part::Why, empty(&self.why)),
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
