//! The values of a reply and their JSON and XML forms.

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::xml::XmlWriter;

/// A field of a reply: its name and its value.
pub type Field = (&'static str, Value);

/// A value in a reply.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// A string.
    Text(String),
    /// An integer.
    Number(i64),
    /// A boolean.
    Truth(bool),
    /// Named values.
    Object(Vec<Field>),
    /// Values of the same kind. In XML, each becomes an element with the list's name.
    List(Vec<Value>),
}

impl Value {
    /// A text value.
    pub(super) fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// A count.
    pub(super) fn count(count: usize) -> Self {
        Self::Number(i64::try_from(count).unwrap_or(i64::MAX))
    }

    /// A list wrapped as in every reply: `{"Permission": […]}` below `Permissions`.
    pub(super) fn wrapped(name: &'static str, items: Vec<Self>) -> Self {
        Self::Object(vec![(name, Self::List(items))])
    }

    /// The text of a text value.
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            Self::Number(_) | Self::Truth(_) | Self::Object(_) | Self::List(_) => None,
        }
    }
}

/// Serialises fields as an object in order.
struct Fields<'a>(&'a [Field]);

impl Serialize for Fields<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (name, value) in self.0 {
            map.serialize_entry(name, value)?;
        }
        map.end()
    }
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(text) => serializer.serialize_str(text),
            Self::Number(number) => serializer.serialize_i64(*number),
            Self::Truth(truth) => serializer.serialize_bool(*truth),
            Self::Object(fields) => Fields(fields).serialize(serializer),
            Self::List(items) => serializer.collect_seq(items),
        }
    }
}

/// A JSON object on one line. Text, numbers and string keys cannot fail to serialise.
pub(super) fn json(fields: &[Field]) -> String {
    serde_json::to_string(&Fields(fields)).unwrap_or_default()
}

/// A JSON object over several lines.
pub(super) fn json_pretty(fields: &[Field]) -> String {
    serde_json::to_string_pretty(&Fields(fields)).unwrap_or_default()
}

/// An XML document with these fields below a root element.
pub(super) fn xml(root: &str, fields: &[Field]) -> String {
    let mut writer = XmlWriter::new();
    writer.element(root, |writer| write_fields(writer, fields));
    writer.finish()
}

fn write_fields(writer: &mut XmlWriter, fields: &[Field]) {
    for (name, value) in fields {
        write_value(writer, name, value);
    }
}

fn write_value(writer: &mut XmlWriter, name: &str, value: &Value) {
    match value {
        Value::Text(text) => writer.text_element(name, text),
        Value::Number(number) => writer.text_element(name, &number.to_string()),
        Value::Truth(truth) => writer.text_element(name, &truth.to_string()),
        Value::Object(fields) => writer.element(name, |writer| write_fields(writer, fields)),
        Value::List(items) => items.iter().for_each(|item| write_value(writer, name, item)),
    }
}
