//! Parses text into wire types: limits, JSON, version and shape, with a plain message for each
//! error.

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::error::shortened;
use super::object::Object;
use super::wire::VERSION;
use super::{Document, DocumentError, Limits};

/// Parses the wire types and checks the limits.
pub(super) fn parse(text: &str, limits: &Limits) -> Result<Document, DocumentError> {
    let whole = |sentence: String| Err(DocumentError::at("", sentence));
    let size = text.len();
    if size > limits.bytes {
        return whole(format!(
            "the document has {size} bytes, more than the {} read",
            limits.bytes
        ));
    }
    if depth(text) > limits.depth {
        return whole(format!(
            "objects and lists lie more than {} deep inside each other",
            limits.depth
        ));
    }
    version(text)?;
    let document: Document = typed(text)?;
    counts(&document, limits)?;
    Ok(document)
}

/// Checks the version first, so that a newer document is not reported as malformed.
fn version(text: &str) -> Result<(), DocumentError> {
    #[derive(Deserialize)]
    struct Head {
        version: Option<Value>,
    }
    let head: Head = match serde_json::from_str(text) {
        Ok(Object(head)) => head,
        Err(error) if error.is_data() && text.trim_start().starts_with('{') => {
            return Err(DocumentError::at("version", plain(&error.to_string())));
        }
        Err(error) if error.is_data() => {
            return Err(DocumentError::at("", "a scenario document is a JSON object"));
        }
        Err(error) => {
            let sentence = plain(&error.to_string());
            return Err(DocumentError::at("", format!("this is not JSON: {sentence}")));
        }
    };
    let sentence = match head.version {
        None => format!("the field `version` is missing; it is {VERSION}"),
        Some(version) if version.as_u64() == Some(VERSION) => return Ok(()),
        Some(version) if version.as_u64().is_some_and(|newer| newer > VERSION) => {
            format!("version {version} is newer than version {VERSION}, the newest known here")
        }
        Some(_) => format!("the version is the number {VERSION}"),
    };
    Err(DocumentError::at("version", sentence))
}

/// Deserialises JSON into a type; an error carries the path and a plain message.
pub fn typed<T: DeserializeOwned>(text: &str) -> Result<T, DocumentError> {
    let deserializer = &mut serde_json::Deserializer::from_str(text);
    let read = serde_path_to_error::deserialize(&mut *deserializer);
    let Object(value) = read.map_err(|error| {
        let path = match error.path().to_string() {
            root if root == "." => String::new(),
            path => path,
        };
        let broken = !error.inner().is_data();
        let sentence = plain(&error.inner().to_string());
        DocumentError::at(
            path,
            if broken { format!("this is not JSON: {sentence}") } else { sentence },
        )
    })?;
    match deserializer.end() {
        Ok(()) => Ok(value),
        Err(error) => Err(DocumentError::at("", plain(&error.to_string()))),
    }
}

/// Checks the version of an embedded document.
pub(super) fn known_version(document: &Document) -> Result<(), DocumentError> {
    match document.version {
        VERSION => Ok(()),
        _ => Err(DocumentError::at("version", format!("the version is the number {VERSION}"))),
    }
}

pub(super) fn counts(document: &Document, limits: &Limits) -> Result<(), DocumentError> {
    match limits.exceeded_by_document(document) {
        Some(excess) => Err(DocumentError::at(excess.what.path(), excess)),
        None => Ok(()),
    }
}

/// The nesting depth of objects and arrays, ignoring brackets inside strings.
fn depth(text: &str) -> usize {
    let (mut depth, mut deepest) = (0_usize, 0);
    let (mut in_text, mut escaped) = (false, false);
    for byte in text.bytes() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = in_text,
            b'"' => in_text = !in_text,
            _ if in_text => {}
            b'{' | b'[' => {
                depth += 1;
                deepest = deepest.max(depth);
            }
            b'}' | b']' => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    deepest
}

/// Rewrites a message of the JSON parser in plain words: what was found and what was expected.
fn plain(message: &str) -> String {
    let (message, position) = match message.rsplit_once(" at line ") {
        Some((message, position)) => (message, position.replacen(" column ", ", column ", 1)),
        None => (message, String::new()),
    };
    let sentence = shortened(translated(message));
    if position.is_empty() { sentence } else { format!("{sentence} (line {position})") }
}

fn translated(message: &str) -> String {
    let rest = |prefix: &str| message.strip_prefix(prefix);
    if let Some(field) = rest("missing field ") {
        return format!("the field {field} is missing");
    }
    if let Some(field) = rest("duplicate field ") {
        return format!("the field {field} stands here twice");
    }
    if let Some((field, known)) = rest("unknown field ").and_then(|rest| rest.split_once(", ")) {
        return format!("there is no field {field} here, {known}");
    }
    if let Some((value, known)) = rest("unknown variant ").and_then(|rest| rest.split_once(", ")) {
        return format!("{value} is not a value of this field, {known}");
    }
    let mismatch = rest("invalid type: ")
        .or_else(|| rest("invalid value: "))
        .and_then(|rest| rest.rsplit_once(", expected "));
    if let Some((found, expected)) = mismatch {
        return format!("expected {}, found {}", kind(expected), found_value(found));
    }
    if let Some((count, expected)) =
        rest("invalid length ").and_then(|rest| rest.rsplit_once(", expected "))
    {
        return format!("expected {}, found {count} values", kind(expected));
    }
    message.to_owned()
}

/// Describes an unexpected value in JSON terms.
fn found_value(found: &str) -> String {
    if let Some(text) = found.strip_prefix("string ") {
        return format!("the text {text}");
    }
    let number = found.strip_prefix("integer ").or_else(|| found.strip_prefix("floating point "));
    if let Some(number) = number {
        return format!("the number {number}");
    }
    found.strip_prefix("boolean ").unwrap_or_else(|| kind(found)).to_owned()
}

/// Translates serde's names of value kinds into JSON terms.
fn kind(name: &str) -> &str {
    match name {
        "u64" => "a whole number",
        "a string" | "string or map" => "a text",
        "a boolean" => "true or false",
        "a sequence" | "sequence" => "a list",
        "an array of length 2" => "a list of two texts",
        "map" => "an object",
        // Serde uses the Rust type name here.
        name if name.starts_with("struct ") => "an object",
        name if name.starts_with("enum ") => "one of its values as a text",
        name => name,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_inside_texts_are_not_depth() {
        assert_eq!(depth(r#"{"a": [1, [2]]}"#), 3);
        assert_eq!(depth(r#"{"a": "[[[[", "b\"": "{{"}"#), 1);
        assert_eq!(depth(r#"["\\", ["x"]]"#), 2);
        assert_eq!(depth("]]]"), 0);
    }

    #[test]
    fn messages_of_the_reader_become_plain() {
        for (message, sentence) in [
            ("missing field `a` at line 1 column 2", "the field `a` is missing (line 1, column 2)"),
            ("invalid type: map, expected u64", "expected a whole number, found an object"),
            (
                "unknown field `x`, expected `a` or `b`",
                "there is no field `x` here, expected `a` or `b`",
            ),
            ("something else", "something else"),
        ] {
            assert_eq!(plain(message), sentence);
        }
    }
}
