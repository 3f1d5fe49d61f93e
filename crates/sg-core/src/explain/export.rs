//! Exports an explanation as plain text, Markdown and JSON.

use serde_json::{Value, json};

use crate::connectivity::{ClauseId, FieldMatch, Verdict};
use crate::language::Language;
use crate::quote::{json, markdown};

use super::{AddressPart, Explanation, Outcome, Part, RuleLine, Step, plain, text};

impl Explanation {
    /// The headline as plain text, for screen readers.
    pub fn sentence(&self) -> String {
        plain(&self.headline)
    }

    /// The explanation as Markdown: the headline, one item per layer with the rules tried below it,
    /// and the notes.
    pub fn to_markdown(&self) -> String {
        let mut lines = vec![format!("**{}**", sentence(&self.headline)), String::new()];
        for (index, step) in self.steps.iter().enumerate() {
            lines.push(self.step_line(index + 1, step));
            lines.extend(step.rules.iter().map(|line| self.rule_line(line)));
        }
        for note in &self.notes {
            let clause = self.bracketed(&note.clause.to_string());
            lines.push(String::new());
            lines.push(format!("> {}{clause}", sentence(&note.parts)));
        }
        lines.push(String::new());
        lines.join("\n")
    }

    fn step_line(&self, number: usize, step: &Step) -> String {
        let colon = text::COLON.get(self.language);
        let mut line =
            format!("{number}. {} {}{colon}", glyph(step.outcome), markdown::code(&step.layer));
        line.push_str(&sentence(&step.parts));
        if let Some(clause) = step.clause {
            line.push_str(&self.bracketed(&clause.to_string()));
        }
        if step.decides {
            line.push_str(&self.bracketed(text::DECIDES.get(self.language)));
        }
        line
    }

    fn rule_line(&self, line: &RuleLine) -> String {
        let colon = text::COLON.get(self.language);
        let rule = sentence(std::slice::from_ref(&line.rule));
        let group = sentence(std::slice::from_ref(&line.group));
        let result = sentence(&line.result);
        format!("   - {rule}{}{colon}{result}", self.bracketed(&group))
    }

    fn bracketed(&self, words: &str) -> String {
        match self.language {
            Language::En => format!(" ({words})"),
            Language::Zh => format!("（{words}）"),
        }
    }

    /// The explanation as JSON, for copying. The field names are a stable format.
    pub fn to_json(&self) -> Value {
        let mut value = json!({
            "language": self.language.tag(),
            "verdict": self.verdict.map(verdict_word),
            "answer": self.verdict.map_or("some", verdict_word),
            "sentence": self.sentence(),
            "clause": self.clause.map(|clause| clause.to_string()),
            "headline": parts_json(&self.headline),
            "steps": self.steps.iter().map(step_json).collect::<Vec<_>>(),
            "notes": self.notes.iter().map(|note| json!({
                "text": plain(&note.parts),
                "clause": note.clause.to_string(),
            })).collect::<Vec<_>>(),
            "citations": self.citations().into_iter().map(|id| citation(id, self.language))
                .collect::<Vec<_>>(),
        });
        if !self.parts.is_empty()
            && let Some(fields) = value.as_object_mut()
        {
            let parts = self.parts.iter().map(address_part_json).collect();
            fields.insert("parts".to_owned(), Value::Array(parts));
        }
        // A feature of serde_json that another crate may turn on keeps the order above instead.
        value.sort_all_objects();
        value
    }

    /// The same as text to copy, in which nothing hides.
    pub fn to_json_text(&self) -> String {
        json::visible(&format!("{:#}", self.to_json())).into_owned()
    }

    /// Every clause the explanation cites, each once, in the order of their numbers.
    pub fn citations(&self) -> Vec<ClauseId> {
        let steps = self.steps.iter().filter_map(|step| step.clause);
        let notes = self.notes.iter().map(|note| note.clause);
        let mut all: Vec<ClauseId> = self.clause.into_iter().chain(steps).chain(notes).collect();
        all.sort_unstable();
        all.dedup();
        all
    }
}

fn citation(id: ClauseId, language: Language) -> Value {
    let clause = id.clause();
    let sources = clause.sources.iter();
    json!({
        "clause": id.to_string(),
        "statement": clause.statement.get(language),
        "sources": sources.map(|source| json!({
            "title": source.title.get(language),
            "date": source.date,
        })).collect::<Vec<_>>(),
        "status": clause.status.as_str(),
    })
}

fn address_part_json(part: &AddressPart) -> Value {
    let packets = |wanted| -> Vec<&String> {
        let found = part.packets.iter().filter(|(verdict, _)| *verdict == wanted);
        found.flat_map(|(_, packets)| packets).collect()
    };
    let word = match part.packets.as_slice() {
        [(verdict, _)] => verdict_word(*verdict),
        _ => "some",
    };
    json!({
        "addresses": part.addresses,
        "answer": word,
        "passing": packets(Verdict::Pass),
        "blocked": packets(Verdict::Blocked),
        "unknown": packets(Verdict::Unknown),
    })
}

fn step_json(step: &Step) -> Value {
    json!({
        "layer": step.layer,
        "outcome": outcome_word(step.outcome),
        "decides": step.decides,
        "text": plain(&step.parts),
        "parts": parts_json(&step.parts),
        "clause": step.clause.map(|clause| clause.to_string()),
        "rules": step.rules.iter().map(rule_json).collect::<Vec<_>>(),
    })
}

fn rule_json(line: &RuleLine) -> Value {
    json!({
        "rule": part_json(&line.rule),
        "group": part_json(&line.group),
        "marks": line.marks.iter().map(|(field, mark)| json!({
            "field": field,
            "matches": *mark == FieldMatch::Matched,
        })).collect::<Vec<_>>(),
        "result": plain(&line.result),
        "decides": line.decides,
    })
}

fn parts_json(parts: &[Part]) -> Vec<Value> {
    parts.iter().map(part_json).collect()
}

fn part_json(part: &Part) -> Value {
    match part {
        Part::Words(words) => json!({ "words": words }),
        Part::Rule { id, group, text } => {
            json!({ "rule": id.as_str(), "of": group.as_str(), "text": text })
        }
        Part::Group { id, label } => json!({ "group": id.as_str(), "label": label }),
        Part::End { label } => json!({ "end": label }),
        Part::Code(code) => json!({ "code": code }),
    }
}

const fn verdict_word(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Pass => "pass",
        Verdict::Blocked => "blocked",
        Verdict::Unknown => "unknown",
    }
}

const fn outcome_word(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Passes => "passes",
        Outcome::Fails => "fails",
        Outcome::FailsByDefault => "fails by default",
        Outcome::Unknown => "unknown",
        Outcome::Silent => "silent",
    }
}

const fn glyph(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Passes => "✓",
        Outcome::Fails => "✗",
        Outcome::FailsByDefault => "⊘",
        Outcome::Unknown => "?",
        Outcome::Silent => "·",
    }
}

/// Our own words as they are; names, which are somebody else's, and values as code.
fn sentence(parts: &[Part]) -> String {
    let part = |part: &Part| match part {
        Part::Words(words) => markdown::text(words),
        Part::Group { label: words, .. }
        | Part::End { label: words }
        | Part::Rule { text: words, .. }
        | Part::Code(words) => markdown::code(words),
    };
    parts.iter().map(part).collect()
}
