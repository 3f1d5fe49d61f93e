//! The fields of a body and their types, without their values.

use std::collections::BTreeMap;
use std::fmt;

use serde_json::Value;

/// The type of a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// A text.
    Text,
    /// A number.
    Number,
    /// True or false.
    Truth,
    /// An object.
    Object,
    /// A list.
    List,
}

impl fmt::Display for Shape {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Text => "string",
            Self::Number => "number",
            Self::Truth => "boolean",
            Self::Object => "object",
            Self::List => "list",
        })
    }
}

/// A field in which two bodies differ. Paths leave out the numbers of elements:
/// `Permissions.Permission.PortRange`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FieldDifference {
    /// Only the recorded body has it.
    Missing(String),
    /// Only the emulator's body has it.
    Extra(String),
    /// It has another type: the recorded one, and the emulator's.
    Type(String, Shape, Shape),
}

/// The fields of a body by path. A field of a list's elements counts if any element has it.
struct Fields {
    shapes: BTreeMap<String, Shape>,
    /// Lists without an element, of whose fields nothing is known.
    empty: Vec<String>,
}

impl Fields {
    fn of(body: &Value) -> Self {
        let mut fields = Self { shapes: BTreeMap::new(), empty: Vec::new() };
        fields.add("", body);
        fields.empty.retain(|path| {
            let below = format!("{path}.");
            !fields.shapes.keys().any(|own| own.starts_with(&below))
        });
        fields
    }

    fn add(&mut self, path: &str, value: &Value) {
        let shape = match value {
            Value::Null => return,
            Value::Bool(_) => Shape::Truth,
            Value::Number(_) => Shape::Number,
            Value::String(_) => Shape::Text,
            Value::Array(_) => Shape::List,
            Value::Object(_) => Shape::Object,
        };
        if !path.is_empty() && !self.shapes.contains_key(path) {
            self.shapes.insert(path.to_owned(), shape);
        }
        match value {
            Value::Object(fields) => {
                for (name, value) in fields {
                    let below =
                        if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
                    self.add(&below, value);
                }
            }
            Value::Array(elements) if elements.is_empty() => self.empty.push(path.to_owned()),
            Value::Array(elements) => {
                for element in elements {
                    // An element that is no object has no field of its own.
                    if element.is_object() {
                        self.add(path, element);
                    }
                }
            }
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }

    /// Whether a path is below a list that has no element here.
    fn hides(&self, path: &str) -> bool {
        self.empty
            .iter()
            .any(|list| path.strip_prefix(list.as_str()).is_some_and(|rest| rest.starts_with('.')))
    }
}

/// The fields in which a recorded body and the emulator's differ. `left_out` are fields that the
/// emulator leaves out on purpose, with everything below them.
pub(super) fn differences(
    recorded: &Value,
    own: &Value,
    left_out: impl Fn(&str) -> bool,
) -> Vec<FieldDifference> {
    let (recorded, own) = (Fields::of(recorded), Fields::of(own));
    let mut found = Vec::new();
    for (path, shape) in &recorded.shapes {
        match own.shapes.get(path) {
            Some(other) if other != shape => {
                found.push(FieldDifference::Type(path.clone(), *shape, *other));
            }
            Some(_) => {}
            None if own.hides(path) || left_out(path) => {}
            None => found.push(FieldDifference::Missing(path.clone())),
        }
    }
    for path in own.shapes.keys() {
        if !recorded.shapes.contains_key(path) && !recorded.hides(path) {
            found.push(FieldDifference::Extra(path.clone()));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn fields_are_compared_without_their_values() {
        let recorded = json!({
            "RequestId": "A", "Total": 3, "Left": {"Out": 1}, "Gone": "x",
            "Groups": {"Group": [{"Id": "a"}, {"Id": "b", "Tags": {"Tag": []}}]},
            "Empty": [], "Nothing": null,
        });
        let own = json!({
            "RequestId": "B", "Total": "3", "More": true,
            "Groups": {"Group": [{"Id": "z", "Tags": {"Tag": [{"Key": "k"}]}}]},
            "Empty": [{"Field": 1}], "Nothing": {"At": "all"},
        });
        let left_out = |path: &str| path == "Left" || path.starts_with("Left.");
        assert_eq!(
            differences(&recorded, &own, left_out),
            [
                FieldDifference::Missing("Gone".to_owned()),
                FieldDifference::Type("Total".to_owned(), Shape::Number, Shape::Text),
                FieldDifference::Extra("More".to_owned()),
                FieldDifference::Extra("Nothing".to_owned()),
                FieldDifference::Extra("Nothing.At".to_owned()),
            ]
        );
        assert_eq!(differences(&own, &own, |_| false), []);
    }
}
