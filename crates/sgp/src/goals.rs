//! The goals that commands read: JSON, YAML, and sentences.

use std::fmt;

use serde::Deserialize;
use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserializer, Error, MapAccess, Visitor};

use sg_core::goal::{Directory, Expect, Traffic, WrittenTraffic};
use sg_core::language::Language;
use sg_core::share::{DocumentError, typed};

mod asked;
mod yaml;

pub(super) use asked::AskedGoals;

/// A goals file, version 1.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct GoalsWire {
    /// The URL of the schema, for editors; ignored.
    #[serde(rename = "$schema", default)]
    _schema: Option<String>,
    version: u64,
    goals: Vec<ItemWire>,
}

/// A goal: an object, or a sentence.
#[derive(Debug)]
enum ItemWire {
    Object(GoalWire),
    Sentence(String),
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct GoalWire {
    #[serde(default)]
    name: Option<String>,
    from: String,
    to: String,
    /// All packets if absent.
    #[serde(default)]
    packets: Option<Vec<String>>,
    /// Any ports if absent.
    #[serde(default)]
    source_ports: Option<String>,
    expect: Expect,
}

impl<'de> Deserialize<'de> for ItemWire {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Item;

        impl<'de> Visitor<'de> for Item {
            type Value = ItemWire;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
                GoalWire::deserialize(MapAccessDeserializer::new(map)).map(ItemWire::Object)
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
                Ok(ItemWire::Sentence(text.to_owned()))
            }
        }

        deserializer.deserialize_any(Item)
    }
}

/// One goal.
#[derive(Debug)]
pub(super) struct Goal {
    /// Its name in the document.
    name: Option<String>,
    pub(super) traffic: Traffic,
    /// Where it stands, for errors.
    place: Place,
}

#[derive(Debug)]
enum Place {
    /// An object of a goals file, at an index.
    Object(usize),
    /// A sentence of a goals file.
    Sentence(usize),
    /// An argument of the command.
    Argument,
}

/// Parses a goals file. A text that does not begin as JSON is YAML.
///
/// # Errors
/// What is wrong and where: the path of a field and, in YAML, its line.
fn read(text: &str) -> Result<Vec<Goal>, DocumentError> {
    match text.trim_start().starts_with(['{', '[']) {
        true => read_json(text),
        false => read_json(&yaml::as_json(text)?).map_err(|error| yaml::located(text, error)),
    }
}

fn read_json(text: &str) -> Result<Vec<Goal>, DocumentError> {
    let wire: GoalsWire = typed(text)?;
    if wire.version != 1 {
        return Err(fault("version", "the version of a document of goals is the number 1"));
    }
    if wire.goals.is_empty() {
        return Err(fault("goals", "there is no goal to check"));
    }
    wire.goals.into_iter().enumerate().map(|(index, wire)| item(index, wire)).collect()
}

fn fault(path: &str, sentence: &str) -> DocumentError {
    DocumentError { path: path.to_owned(), sentence: sentence.to_owned() }
}

fn item(index: usize, wire: ItemWire) -> Result<Goal, DocumentError> {
    match wire {
        ItemWire::Sentence(text) => {
            let place = Place::Sentence(index);
            let traffic = Traffic::parse(&text).map_err(|sentence| place.fault("", &sentence))?;
            Ok(Goal { name: Some(text.trim().to_owned()), traffic, place })
        }
        ItemWire::Object(wire) => {
            let place = Place::Object(index);
            let traffic = Traffic::read(&WrittenTraffic {
                from: &wire.from,
                to: &wire.to,
                packets: wire.packets.as_deref(),
                source_ports: wire.source_ports.as_deref(),
                expect: wire.expect,
            });
            let traffic = traffic.map_err(|(field, sentence)| place.fault(&field, &sentence))?;
            Ok(Goal { name: wire.name, traffic, place })
        }
    }
}

/// A goal that is a sentence of the command line.
///
/// # Errors
/// A message that says what is wrong with it.
fn sentence(text: &str) -> Result<Goal, String> {
    let traffic = Traffic::parse(text)?;
    Ok(Goal { name: Some(text.trim().to_owned()), traffic, place: Place::Argument })
}

impl Goal {
    /// Its name in the document, or what it says.
    pub(super) fn title(&self, language: Language) -> String {
        self.name.clone().unwrap_or_else(|| self.traffic.name(language))
    }

    /// Whether it stands in a goals file.
    const fn is_of_a_file(&self) -> bool {
        !matches!(self.place, Place::Argument)
    }

    /// Whether both ends exist.
    ///
    /// # Errors
    /// Which of them does not, and where it stands.
    fn look_up(&self, directory: &Directory<'_>) -> Result<(), DocumentError> {
        for (field, end) in [("from", &self.traffic.from), ("to", &self.traffic.to)] {
            directory.select(end).map_err(|sentence| self.place.fault(field, &sentence))?;
        }
        Ok(())
    }
}

impl Place {
    fn fault(&self, field: &str, sentence: &str) -> DocumentError {
        let path = match self {
            Self::Object(index) => format!("goals[{index}].{field}"),
            Self::Sentence(index) => format!("goals[{index}]"),
            Self::Argument => String::new(),
        };
        fault(&path, sentence)
    }
}

/// The error with the line of a YAML file at which it is.
fn located(text: &str, error: DocumentError) -> DocumentError {
    match text.trim_start().starts_with(['{', '[']) {
        true => error,
        false => yaml::located(text, error),
    }
}
