//! Results in words.

use super::result::Results;
use super::text;
use crate::language::{Language, Text};

impl Results {
    /// The results in one line, for people.
    pub fn line(&self, language: Language) -> String {
        let number = |frame: Text, name: &str, count: &str| frame.fill(language, &[(name, count)]);
        let mut done = Vec::new();
        let (solved, all) = self.solved();
        if all > 0 {
            let numbers = [("solved", &*solved.to_string()), ("all", &*all.to_string())];
            done.push(text::LESSONS_SOLVED.fill(language, &numbers));
            let effort = self.effort();
            done.push(number(text::CALLS, "calls", &effort.calls.to_string()));
            done.push(number(text::OPENINGS, "openings", &effort.openings.to_string()));
        }
        let score = self.score();
        if score.asked > 0 {
            let numbers =
                [("right", &*score.right.to_string()), ("asked", &*score.asked.to_string())];
            done.push(text::QUIZZES.fill(language, &numbers));
            done.push(number(text::HELD, "count", &self.held().count().to_string()));
            done.push(number(text::RULED_OUT, "count", &self.ruled_out.len().to_string()));
        }
        done.push(self.time(language));
        let done = done.join(text::COMMA.get(language));
        let values = [("who", self.who(language)), ("what", &self.title), ("done", &done)];
        text::LINE.fill(language, &values)
    }

    /// The name, or that there is none.
    pub fn who(&self, language: Language) -> &str {
        match self.name.is_empty() {
            true => text::NO_NAME.get(language),
            false => &self.name,
        }
    }

    /// The time in minutes, or in seconds below two minutes.
    pub fn time(&self, language: Language) -> String {
        match self.seconds {
            seconds @ ..120 => text::SECONDS.fill(language, &[("seconds", &seconds.to_string())]),
            seconds => {
                let minutes = (seconds / 60).saturating_add(u32::from(seconds % 60 >= 30));
                text::MINUTES.fill(language, &[("minutes", &minutes.to_string())])
            }
        }
    }
}
