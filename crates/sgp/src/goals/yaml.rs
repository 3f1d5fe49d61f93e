//! Goals files in YAML, which are read as the JSON that they stand for.

use std::collections::BTreeMap;
use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::Value;
use serde_saphyr::{Location, Options, Spanned, from_str_with_options};

use sg_core::share::DocumentError;

/// Errors in one line, without a piece of the file.
fn options() -> Options {
    serde_saphyr::options! { with_snippet: false }
}

/// The document as JSON.
///
/// # Errors
/// What is no YAML, with its line and column.
pub(super) fn as_json(text: &str) -> Result<String, DocumentError> {
    let mut value: Value = from_str_with_options(text, options()).map_err(|error| {
        let path = error.location().map(place).unwrap_or_default();
        let sentence = format!("this is not YAML: {error}");
        DocumentError { path, sentence }
    })?;
    let goals = value.get_mut("goals").and_then(Value::as_array_mut);
    for goal in goals.into_iter().flatten() {
        if let Some(sentence) = sentence(goal) {
            *goal = Value::String(sentence);
        }
    }
    Ok(value.to_string())
}

/// The sentence of which YAML makes an object, because it has a colon: `web can reach db: tcp/5432`.
fn sentence(goal: &Value) -> Option<String> {
    let mut fields = goal.as_object()?.iter();
    let (Some((head, packets)), None) = (fields.next(), fields.next()) else { return None };
    let packets = match packets {
        Value::String(packets) => packets.clone(),
        Value::Array(packets) => {
            packets.iter().map(Value::as_str).collect::<Option<Vec<_>>>()?.join(", ")
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::Object(_) => return None,
    };
    head.contains(' ').then(|| format!("{head}: {packets}"))
}

/// An error in a goal with its line and column.
pub(super) fn located(text: &str, error: DocumentError) -> DocumentError {
    match find(text, &error.path) {
        Some(location) => {
            let path = format!("{}: {}", place(location), error.path);
            DocumentError { path, ..error }
        }
        None => error,
    }
}

fn place(location: Location) -> String {
    format!("line {}, column {}", location.line(), location.column())
}

/// The goals of a document with their places.
#[derive(Deserialize)]
struct Outline {
    goals: Vec<Spanned<Fields>>,
}

/// The fields of a goal with their places; none of a sentence.
struct Fields(BTreeMap<String, Spanned<IgnoredAny>>);

impl<'de> Deserialize<'de> for Fields {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Any;

        impl<'de> Visitor<'de> for Any {
            type Value = Fields;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a goal")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut fields = BTreeMap::new();
                while let Some((name, value)) = map.next_entry()? {
                    fields.insert(name, value);
                }
                Ok(Fields(fields))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
                while list.next_element::<IgnoredAny>()?.is_some() {}
                Ok(Fields(BTreeMap::new()))
            }

            fn visit_str<E: Error>(self, _: &str) -> Result<Self::Value, E> {
                Ok(Fields(BTreeMap::new()))
            }

            fn visit_bool<E: Error>(self, _: bool) -> Result<Self::Value, E> {
                Ok(Fields(BTreeMap::new()))
            }

            fn visit_i64<E: Error>(self, _: i64) -> Result<Self::Value, E> {
                Ok(Fields(BTreeMap::new()))
            }

            fn visit_u64<E: Error>(self, _: u64) -> Result<Self::Value, E> {
                Ok(Fields(BTreeMap::new()))
            }

            fn visit_f64<E: Error>(self, _: f64) -> Result<Self::Value, E> {
                Ok(Fields(BTreeMap::new()))
            }

            fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
                Ok(Fields(BTreeMap::new()))
            }
        }

        deserializer.deserialize_any(Any)
    }
}

/// Where the goal or the field of a path such as `goals[2].from` is.
fn find(text: &str, path: &str) -> Option<Location> {
    let (index, field) = path.strip_prefix("goals[")?.split_once(']')?;
    let outline: Outline = from_str_with_options(text, options()).ok()?;
    let goal = outline.goals.get(index.parse::<usize>().ok()?)?;
    let field = field.strip_prefix('.').and_then(|field| field.split(['.', '[']).next());
    let field = field.and_then(|field| goal.value.0.get(field));
    Some(field.map_or(goal.referenced, |field| field.referenced))
}

#[cfg(test)]
mod tests {
    use super::{as_json, located};
    use sg_core::share::DocumentError;

    const GOALS: &str = "\
# What must hold.
version: 1
goals:
  - web can reach db: tcp/5432
  - from: web
    to: nobody
    packets: [tcp/22]
    expect: blocked
";

    #[test]
    fn yaml_is_the_json_it_stands_for() {
        let json = as_json(GOALS).unwrap();
        let value: serde_json::Value = serde_json::from_str(&json).unwrap();
        let expected = serde_json::json!({ "version": 1, "goals": [
            "web can reach db: tcp/5432",
            { "from": "web", "to": "nobody", "packets": ["tcp/22"], "expect": "blocked" }
        ] });
        assert_eq!(value, expected);
    }

    #[test]
    fn errors_have_a_line_and_a_column() {
        let at = |path: &str| {
            let (path, sentence) = (path.to_owned(), String::new());
            located(GOALS, DocumentError { path, sentence }).path
        };
        assert_eq!(at("goals[1].to"), "line 6, column 9: goals[1].to");
        assert_eq!(at("goals[1].packets[0]"), "line 7, column 14: goals[1].packets[0]");
        assert_eq!(at("goals[1].name"), "line 5, column 5: goals[1].name");
        assert_eq!(at("version"), "version");
        let broken = as_json("version: 1\ngoals: [\n").unwrap_err();
        assert!(broken.path.starts_with("line "), "{broken}");
        assert!(!broken.sentence.contains('\n'), "{broken}");
    }
}
