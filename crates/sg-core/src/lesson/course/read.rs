//! Reads a lesson file: resolves every name and evaluates every claim of the question.

use std::sync::Arc;

use crate::connectivity::ClauseId;
use crate::emulator::{Action, Call, Env};
use crate::goal::{Directory, Expect, Traffic, WrittenTraffic, end, packets};
use crate::history::{Edit, History};
use crate::model::{InnerAccessPolicy, Scenario, Timestamp};
use crate::request::parse::parse;
use crate::share::{DocumentError, Limits, is_id, scenario_of, typed};

use super::claim::{Attempt, Claim};
use super::wire::{self, ClaimWire, LessonDocument, QuestionWire, TrafficWire, WhyWire, Words};
use super::{Also, Basis, Choice, Goal, Lesson, Par, Question, Reason};
use crate::lesson::Level;

type Read<T> = Result<T, DocumentError>;

/// The maximum size of a lesson file, in bytes.
const MOST_BYTES: usize = 256 * 1024;

impl Lesson {
    /// Reads a lesson from its file.
    ///
    /// # Errors
    /// [`DocumentError`] names the path of the first problem, such as
    /// `goals[0].claim.traffic.from`: invalid JSON, an end or group that does not exist in the
    /// scenario, a question without exactly one right answer, or goals that the initial scenario
    /// already meets.
    pub fn read(text: &str) -> Read<Self> {
        if text.len() > MOST_BYTES {
            let size = text.len();
            return Err(at("", format!("the lesson has {size} bytes, more than {MOST_BYTES}")));
        }
        Self::try_from(&typed::<LessonDocument>(text)?)
    }
}

/// Serialises a lesson to the text of its file.
pub fn written(document: &LessonDocument) -> String {
    let mut text = serde_json::to_string_pretty(document).unwrap_or_default();
    text.push('\n');
    text
}

impl TryFrom<&LessonDocument> for Lesson {
    type Error = DocumentError;

    fn try_from(document: &LessonDocument) -> Read<Self> {
        if document.version != wire::VERSION {
            return Err(at("version", "the version of a lesson is the number 1".to_owned()));
        }
        if !is_id(&document.id) {
            return Err(at("id", "an id has small letters, digits and hyphens".to_owned()));
        }
        let level = match document.level {
            1 => Level::Switch,
            2 => Level::Rules,
            3 => Level::Several,
            4 => Level::Api,
            _ => return Err(at("level", "a level is a number from 1 to 4".to_owned())),
        };
        let scenario = scenario_of(&document.scenario, &Limits::LINK)
            .map_err(|error| at(&joined("scene", &error.path), error.sentence))?;
        let scenario = Arc::new(scenario);
        let reader = Reader { scenario: &scenario };
        let lesson = Self {
            id: document.id.clone(),
            level,
            title: words("title", &document.title)?,
            task: words("task", &document.task)?,
            question: Some(reader.question(&document.question)?),
            goals: reader.goals(document)?,
            hints: each("hints", &document.hints, words)?,
            par: Par { calls: count(document.par.calls), openings: count(document.par.openings) },
            why: each("why", &document.why, reason)?,
            also: each("also", &document.also, |path, also| {
                let text = words(&joined(path, "text"), &also.text)?;
                Ok(Also { text, example: also.example.clone() })
            })?,
            scenario: Arc::clone(&scenario),
        };
        if lesson.why.is_empty() {
            return Err(at("why", "a lesson says why it works".to_owned()));
        }
        if lesson.progress(&History::new(scenario)).is_done() {
            let sentence = "the opening scenario meets every goal already";
            return Err(at("goals", sentence.to_owned()));
        }
        Ok(lesson)
    }
}

/// Resolves names against the initial scenario.
struct Reader<'a> {
    scenario: &'a Arc<Scenario>,
}

impl Reader<'_> {
    fn goals(&self, document: &LessonDocument) -> Read<Vec<Goal>> {
        if document.goals.is_empty() {
            return Err(at("goals", "a lesson has at least one goal".to_owned()));
        }
        each("goals", &document.goals, |path, goal| {
            let name = words(&joined(path, "name"), &goal.name)?;
            Ok(Goal { name, claim: self.claim(&joined(path, "claim"), &goal.claim)? })
        })
    }

    fn question(&self, wire: &QuestionWire) -> Read<Question> {
        let directory = Directory::new(self.scenario);
        let found = |field: &str, name: &str| {
            let place = directory.find(name).map_err(|s| at(&joined("question", field), s))?;
            let no_cell = || at(&joined("question", field), format!("`{name}` has no cell"));
            end(&place).ok_or_else(no_cell)
        };
        let packet = packets::choice(wire.packets.as_deref())
            .map_err(|sentence| at("question.packets", sentence))?;
        let mut log = History::new(Arc::clone(self.scenario));
        for (index, line) in wire.after.iter().enumerate() {
            let call = call_of(line)
                .map_err(|sentence| at(&format!("question.after[{index}]"), sentence))?;
            log = log.with(Edit::Call(call), IMAGINED);
        }
        let choices = each("question.choices", &wire.choices, |path, choice| {
            let claims = joined(path, "claims");
            if choice.claims.is_empty() {
                return Err(at(&claims, "an answer claims something".to_owned()));
            }
            Ok(Choice {
                text: words(&joined(path, "text"), &choice.text)?,
                claims: each(&claims, &choice.claims, |path, claim| self.claim(path, claim))?,
                feedback: words(&joined(path, "feedback"), &choice.feedback)?,
            })
        })?;
        let right = right(&choices, &Attempt::of(&log))?;
        let about_packets = |claim: &Claim| matches!(claim, Claim::Traffic { .. });
        let mut claims = choices.iter().flat_map(|choice| &choice.claims);
        Ok(Question {
            text: words("question.text", &wire.text)?,
            from: found("from", &wire.from)?,
            to: found("to", &wire.to)?,
            packet,
            shown: wire.after.is_empty() && claims.any(about_packets),
            choices,
            right,
        })
    }

    fn claim(&self, path: &str, wire: &ClaimWire) -> Read<Claim> {
        let mut claims = Vec::new();
        if let Some(traffic) = &wire.traffic {
            claims.push(self.traffic(&joined(path, "traffic"), traffic)?);
        }
        if let Some(call) = &wire.call {
            let action = call.action.as_deref();
            let action = action.map(|name| action_of(&joined(path, "call.action"), name));
            let (with, answer) = (call.with.clone(), call.answer.clone());
            let (action, fresh) = (action.transpose()?, call.fresh);
            claims.push(Claim::Called { action, with, fresh, answer });
        }
        if let Some(policy) = &wire.policy {
            let path = joined(path, "policy");
            self.group(&joined(&path, "group"), &policy.group)?;
            let is = InnerAccessPolicy::parse(&policy.is)
                .ok_or_else(|| at(&joined(&path, "is"), "a policy is Accept or Drop".to_owned()))?;
            claims.push(Claim::Policy { group: policy.group.clone(), is });
        }
        if let Some(member) = &wire.member {
            let path = joined(path, "member");
            let (instance, group) = (member.instance.clone(), member.group.clone());
            let known = |id: &str, name: &str| id == instance || name == instance;
            if !self.scenario.instances().any(|own| known(own.id.as_str(), &own.name)) {
                let sentence = format!("`{instance}` is no instance of the scenario");
                return Err(at(&joined(&path, "instance"), sentence));
            }
            claims.push(Claim::Member { instance, group, is: member.is });
        }
        if let Some(group) = &wire.group {
            claims.push(Claim::Exists { group: group.name.clone(), is: group.exists });
        }
        if let Some(budget) = &wire.budget {
            let path = joined(path, "budget.only");
            let only = budget.only.as_deref();
            let only = only.map(|only| each(&path, only, |path, name| action_of(path, name)));
            claims.push(Claim::Budget { most: count(budget.calls), only: only.transpose()? });
        }
        match (claims.pop(), claims.is_empty()) {
            (Some(claim), true) => Ok(claim),
            _ => Err(at(
                path,
                "a claim is exactly one of traffic, call, policy, member, group and budget"
                    .to_owned(),
            )),
        }
    }

    fn traffic(&self, path: &str, wire: &TrafficWire) -> Read<Claim> {
        let read = |from: &str, to: &str, expect: Expect| {
            let (packets, source_ports) = (wire.packets.as_deref(), wire.source_ports.as_deref());
            Traffic::read(&WrittenTraffic { from, to, packets, source_ports, expect })
                .map_err(|(field, sentence)| at(&joined(path, &field), sentence))
        };
        let directory = Directory::new(self.scenario);
        for (field, name) in [("from", &wire.from), ("to", &wire.to)] {
            directory.find(name).map_err(|sentence| at(&joined(path, field), sentence))?;
        }
        let mut ways = vec![read(&wire.from, &wire.to, wire.expect)?];
        if wire.both_ways {
            ways.push(read(&wire.to, &wire.from, wire.expect)?);
        }
        let clause = wire.clause.as_deref().map(|number| {
            let found = ClauseId::ALL.iter().find(|id| id.to_string() == number).copied();
            let unknown = || at(&joined(path, "clause"), format!("there is no clause `{number}`"));
            found.ok_or_else(unknown)
        });
        Ok(Claim::Traffic { ways, clause: clause.transpose()? })
    }

    fn group(&self, path: &str, name: &str) -> Read<()> {
        let mut groups = self.scenario.groups();
        match groups.any(|group| group.id.as_str() == name || group.name == name) {
            true => Ok(()),
            false => Err(at(path, format!("`{name}` is no security group of the scenario"))),
        }
    }
}

/// The environment of hypothetical calls.
const IMAGINED: Env = Env { now: Timestamp::from_unix_seconds(1_767_225_600), entropy: 1 };

fn call_of(line: &str) -> Result<Call, String> {
    parse(line).map(|parsed| parsed.call).map_err(|error| error.to_string())
}

fn action_of(path: &str, name: &str) -> Read<Action> {
    Action::parse(name).ok_or_else(|| at(path, format!("there is no operation `{name}`")))
}

/// The single answer for which every claim holds.
fn right(choices: &[Choice], attempt: &Attempt<'_>) -> Read<usize> {
    let holds = |choice: &Choice| choice.claims.iter().all(|claim| claim.miss(attempt).is_none());
    let right: Vec<usize> = choices
        .iter()
        .enumerate()
        .filter_map(|(index, choice)| holds(choice).then_some(index))
        .collect();
    match right.as_slice() {
        [only] if choices.len() > 1 => Ok(*only),
        [_] => Err(at("question.choices", "one answer alone is no choice".to_owned())),
        [] => Err(at("question.choices", "none of the answers holds in the scenario".to_owned())),
        [first, second, ..] => {
            let sentence = format!("the answers {} and {} both hold", first + 1, second + 1);
            Err(at("question.choices", sentence))
        }
    }
}

fn reason(path: &str, wire: &WhyWire) -> Read<Reason> {
    let rests = each(&joined(path, "rests"), &wire.rests, |path, number| {
        Basis::parse(number).ok_or_else(|| at(path, format!("there is no statement `{number}`")))
    })?;
    Ok(Reason { text: words(&joined(path, "text"), &wire.text)?, rests })
}

/// A text that is not empty in at least one language.
pub(crate) fn words(path: &str, words: &Words) -> Read<Words> {
    let said = [&words.en, &words.zh];
    if said.iter().all(|text| text.is_none()) {
        return Err(at(path, "a text has en, zh or both".to_owned()));
    }
    if said.into_iter().flatten().any(|text| text.trim().is_empty()) {
        return Err(at(path, "a text that is given says something".to_owned()));
    }
    Ok(words.clone())
}

fn each<T, U>(path: &str, list: &[T], read: impl Fn(&str, &T) -> Read<U>) -> Read<Vec<U>> {
    let numbered = list.iter().enumerate();
    numbered.map(|(index, value)| read(&format!("{path}[{index}]"), value)).collect()
}

fn joined(outer: &str, inner: &str) -> String {
    if inner.is_empty() { outer.to_owned() } else { format!("{outer}.{inner}") }
}

/// A count; a number too large for `usize` saturates.
fn count(value: u64) -> usize {
    usize::try_from(value).unwrap_or(usize::MAX)
}

fn at(path: &str, sentence: String) -> DocumentError {
    DocumentError { path: path.to_owned(), sentence }
}
