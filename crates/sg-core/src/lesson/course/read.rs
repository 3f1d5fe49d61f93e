//! Reads a lesson file: resolves every name and evaluates every claim of the question.

use std::sync::Arc;

use crate::emulator::{Call, Env};
use crate::goal::{Directory, end, packets};
use crate::history::{Edit, History};
use crate::model::{Scenario, Timestamp};
use crate::request::parse::parse;
use crate::share::{DocumentError, Limits, is_id, scenario_of, typed};

use self::problems::Problems;
use super::claim::{Attempt, Claim};
use super::wire::{self, LessonDocument, QuestionWire, WhyWire, Words};
use super::{Also, Basis, Choice, Goal, Lesson, Par, Question, Reason};
use crate::lesson::{Level, Lock};

mod claims;
mod problems;

type Read<T> = Result<T, DocumentError>;

impl Lesson {
    /// Reads a lesson from its file.
    ///
    /// # Errors
    /// [`DocumentError`] names the path of the first problem, such as
    /// `goals[0].claim.traffic.from`: invalid JSON, an end or group that does not exist in the
    /// scenario, a question without exactly one right answer, or goals that the initial scenario
    /// already meets.
    pub fn read(text: &str) -> Read<Self> {
        Self::try_from(&LessonDocument::read(text)?)
    }

    /// The maximum size of a lesson file, in bytes.
    pub const MOST_BYTES: usize = 256 * 1024;
}

impl LessonDocument {
    /// Reads a lesson file whose lesson need not be valid.
    ///
    /// # Errors
    /// [`DocumentError`] if the text is too long, no JSON, or has a field that is unknown or of
    /// another type.
    pub fn read(text: &str) -> Read<Self> {
        if text.len() > Lesson::MOST_BYTES {
            let (size, most) = (text.len(), Lesson::MOST_BYTES);
            return Err(at("", format!("the lesson has {size} bytes, more than {most}")));
        }
        typed::<Self>(text)
    }

    /// The initial scenario.
    ///
    /// # Errors
    /// [`DocumentError`] names the path of its first problem.
    pub fn scenario(&self) -> Read<Scenario> {
        scenario_of(&self.scenario, &Limits::LINK)
            .map_err(|error| at(&joined("scene", &error.path), error.sentence))
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
        Self::checked(document).map_err(|problems| {
            let first = problems.into_iter().next();
            first.unwrap_or_else(|| at("", "the lesson cannot be read".to_owned()))
        })
    }
}

impl Lesson {
    /// Reads a lesson and does not stop at the first problem.
    ///
    /// # Errors
    /// Every problem, in the order of the file.
    pub fn checked(document: &LessonDocument) -> Result<Self, Vec<DocumentError>> {
        if document.version != wire::VERSION {
            return Err(vec![at("version", "the version of a lesson is the number 1".to_owned())]);
        }
        let scenario = Arc::new(document.scenario().map_err(|error| vec![error])?);
        let problems = &mut Problems::default();
        let lesson = parts(&Reader { scenario: &scenario }, document, problems);
        let Some(lesson) = lesson.filter(|_| problems.is_empty()) else {
            return Err(problems.take());
        };
        if lesson.progress(&History::new(scenario)).is_done() {
            let sentence = "the opening scenario meets every goal already";
            return Err(vec![at("goals", sentence.to_owned())]);
        }
        Ok(lesson)
    }
}

/// The parts of a lesson; `None` if one that is needed to go on has a problem.
fn parts(
    reader: &Reader<'_>,
    document: &LessonDocument,
    problems: &mut Problems,
) -> Option<Lesson> {
    let id = match is_id(&document.id) {
        true => Ok(document.id.clone()),
        false => Err(at("id", "an id has small letters, digits and hyphens".to_owned())),
    };
    let id = problems.keep(id);
    let level = problems.keep(level(document.level));
    let title = problems.keep(words("title", &document.title));
    let task = problems.keep(words("task", &document.task));
    let question = reader.question(&document.question, problems);
    if document.goals.is_empty() {
        problems.push(at("goals", "a lesson has at least one goal".to_owned()));
    }
    let goals = problems.each("goals", &document.goals, |path, goal| {
        let name = words(&joined(path, "name"), &goal.name)?;
        Ok(Goal { name, claim: reader.claim(&joined(path, "claim"), &goal.claim)? })
    });
    let hints = problems.each("hints", &document.hints, words);
    let why = problems.each("why", &document.why, |path, why| reader.reason(path, why));
    let also = problems.each("also", &document.also, |path, also| {
        let text = words(&joined(path, "text"), &also.text)?;
        Ok(Also { text, example: also.example.clone() })
    });
    if document.why.is_empty() {
        problems.push(at("why", "a lesson says why it works".to_owned()));
    }
    let locks = problems.each("locks", &document.locks, |path, word| {
        Lock::parse(word).ok_or_else(|| at(path, format!("there is no lock `{word}`")))
    });
    Some(Lesson {
        id: id?,
        level: level?,
        title: title?,
        task: task?,
        question: Some(question?),
        goals,
        hints,
        par: Par { calls: count(document.par.calls), openings: count(document.par.openings) },
        why,
        also,
        locks: locks.into_iter().collect(),
        scenario: Arc::clone(reader.scenario),
    })
}

fn level(number: u64) -> Read<Level> {
    match number {
        1 => Ok(Level::Switch),
        2 => Ok(Level::Rules),
        3 => Ok(Level::Several),
        4 => Ok(Level::Api),
        _ => Err(at("level", "a level is a number from 1 to 4".to_owned())),
    }
}

/// Resolves names against the initial scenario.
struct Reader<'a> {
    scenario: &'a Arc<Scenario>,
}

impl Reader<'_> {
    fn question(&self, wire: &QuestionWire, problems: &mut Problems) -> Option<Question> {
        let directory = Directory::new(self.scenario);
        let found = |field: &str, name: &str| {
            let place = directory.find(name).map_err(|s| at(&joined("question", field), s))?;
            let no_cell = || at(&joined("question", field), format!("`{name}` has no cell"));
            end(&place).ok_or_else(no_cell)
        };
        let packet = packets::choice(wire.packets.as_deref())
            .map_err(|sentence| at("question.packets", sentence));
        let packet = problems.keep(packet);
        let log = problems.keep(self.imagined(wire));
        let choices = problems.each("question.choices", &wire.choices, |path, choice| {
            let claims = joined(path, "claims");
            if choice.claims.is_empty() {
                return Err(at(&claims, "an answer claims something".to_owned()));
            }
            Ok(Choice {
                text: words(&joined(path, "text"), &choice.text)?,
                claims: each(&claims, &choice.claims, |path, claim| self.claim(path, claim))?,
                feedback: words(&joined(path, "feedback"), &choice.feedback)?,
            })
        });
        let whole = choices.len() == wire.choices.len();
        let right = log.filter(|_| whole).map(|log| right(&choices, &Attempt::of(&log)));
        let right = right.and_then(|right| problems.keep(right));
        let about_packets = |claim: &Claim| matches!(claim, Claim::Traffic { .. });
        let mut claims = choices.iter().flat_map(|choice| &choice.claims);
        let shown = wire.after.is_empty() && claims.any(about_packets);
        let text = problems.keep(words("question.text", &wire.text));
        let from = problems.keep(found("from", &wire.from));
        let to = problems.keep(found("to", &wire.to));
        let (from, to, packet) = (from?, to?, packet?);
        Some(Question { text: text?, from, to, packet, shown, choices, right: right? })
    }

    /// The log after the hypothetical calls of a question.
    fn imagined(&self, wire: &QuestionWire) -> Read<History> {
        let mut log = History::new(Arc::clone(self.scenario));
        for (index, line) in wire.after.iter().enumerate() {
            let call = call_of(line)
                .map_err(|sentence| at(&format!("question.after[{index}]"), sentence))?;
            log = log.with(Edit::Call(call), IMAGINED);
        }
        Ok(log)
    }

    fn reason(&self, path: &str, wire: &WhyWire) -> Read<Reason> {
        let rests = each(&joined(path, "rests"), &wire.rests, |path, number| {
            let unknown = || at(path, format!("there is no statement `{number}`"));
            Basis::parse(number).ok_or_else(unknown)
        })?;
        let when = each(&joined(path, "when"), &wire.when, |path, claim| self.claim(path, claim))?;
        Ok(Reason { text: words(&joined(path, "text"), &wire.text)?, rests, when })
    }
}

/// The environment of hypothetical calls.
const IMAGINED: Env = Env { now: Timestamp::from_unix_seconds(1_767_225_600), entropy: 1 };

fn call_of(line: &str) -> Result<Call, String> {
    parse(line).map(|parsed| parsed.call).map_err(|error| error.to_string())
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
