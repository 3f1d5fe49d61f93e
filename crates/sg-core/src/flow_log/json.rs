//! One record as a JSON object with the names of the fields.

use std::borrow::Cow;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::fields::{Fields, Value};
use super::record::{Entry, Field, RecordFault};

/// Reads the text of an object.
pub(super) fn entry(text: &[u8]) -> Result<Entry<'_>, RecordFault> {
    let text = text.trim_ascii();
    if !text.starts_with(b"{") {
        return Err(match serde_json::from_slice::<IgnoredAny>(text) {
            Ok(_) => RecordFault::NotAnObject,
            Err(error) => not_json(text, &error),
        });
    }
    let mut reader = serde_json::Deserializer::from_slice(text);
    let fields = reader.deserialize_map(Record).map_err(|error| not_json(text, &error))?;
    reader.end().map_err(|error| not_json(text, &error))?;
    fields.entry()
}

fn not_json(text: &[u8], error: &serde_json::Error) -> RecordFault {
    if std::str::from_utf8(text).is_err() {
        return RecordFault::NotUtf8;
    }
    if error.is_eof() {
        return RecordFault::CutOff;
    }
    RecordFault::NotJson(error.to_string())
}

struct Record;

impl<'de> Visitor<'de> for Record {
    type Value = Fields<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Fields<'de>, A::Error> {
        let mut fields = Fields::default();
        while let Some(name) = map.next_key_seed(Name)? {
            match name {
                Some(field) => fields.add(field, map.next_value_seed(AnyValue)?),
                None => drop(map.next_value::<IgnoredAny>()?),
            }
        }
        Ok(fields)
    }
}

struct Name;

impl<'de> DeserializeSeed<'de> for Name {
    type Value = Option<Field>;

    fn deserialize<D: Deserializer<'de>>(self, reader: D) -> Result<Self::Value, D::Error> {
        reader.deserialize_str(self)
    }
}

impl Visitor<'_> for Name {
    type Value = Option<Field>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a field")
    }

    fn visit_str<E>(self, name: &str) -> Result<Option<Field>, E> {
        Ok(Field::of(name))
    }
}

struct AnyValue;

impl<'de> DeserializeSeed<'de> for AnyValue {
    type Value = Value<'de>;

    fn deserialize<D: Deserializer<'de>>(self, reader: D) -> Result<Value<'de>, D::Error> {
        reader.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for AnyValue {
    type Value = Value<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Value<'de>, E> {
        Ok(Value::Text(Cow::Borrowed(text)))
    }

    fn visit_str<E>(self, text: &str) -> Result<Value<'de>, E> {
        Ok(Value::Text(Cow::Owned(text.to_owned())))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Value<'de>, E> {
        Ok(Value::Number(number))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Value<'de>, E> {
        Ok(Value::Text(Cow::Owned(number.to_string())))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Value<'de>, E> {
        Ok(Value::Text(Cow::Owned(number.to_string())))
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value<'de>, E> {
        Ok(Value::Other(if value { "true" } else { "false" }))
    }

    /// `null` is how some programs write that there is nothing.
    fn visit_unit<E>(self) -> Result<Value<'de>, E> {
        Ok(Value::Text(Cow::Borrowed("")))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Value<'de>, A::Error> {
        while list.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Value::Other("[…]"))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value<'de>, A::Error> {
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(Value::Other("{…}"))
    }
}
