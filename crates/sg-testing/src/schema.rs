//! A small JSON Schema validator that supports only the keywords used in the project's schemas.

use serde_json::Value;

/// All violations, each with its path. Panics on an unknown schema keyword.
pub fn violations(value: &Value, schema: &Value) -> Vec<String> {
    let mut found = Vec::new();
    check("", value, schema, schema, &mut found);
    found
}

fn check(place: &str, value: &Value, schema: &Value, root: &Value, found: &mut Vec<String>) {
    let mut violated = |what: String| found.push(format!("{place}: {what}"));
    let mut inner: Vec<(String, &Value, &Value)> = Vec::new();
    for (word, expected) in schema.as_object().expect("a schema is an object") {
        match word.as_str() {
            "$schema" | "$defs" | "title" | "description" | "default" => {}
            "$ref" => {
                let pointer = expected.as_str().unwrap().trim_start_matches('#');
                let target = root.pointer(pointer).expect("the reference resolves");
                inner.push((place.to_owned(), value, target));
            }
            "type" => {
                let kind = match value {
                    Value::Null => "null",
                    Value::Bool(_) => "boolean",
                    Value::Number(number) if number.is_u64() || number.is_i64() => "integer",
                    Value::Number(_) => "number",
                    Value::String(_) => "string",
                    Value::Array(_) => "array",
                    Value::Object(_) => "object",
                };
                if kind != expected {
                    violated(format!("{kind} is not {expected}"));
                }
            }
            "const" => {
                if value != expected {
                    violated(format!("is not {expected}"));
                }
            }
            "enum" => {
                if !expected.as_array().unwrap().contains(value) {
                    violated(format!("is not one of {expected}"));
                }
            }
            "pattern" => {
                let pattern = regex_lite::Regex::new(expected.as_str().unwrap()).unwrap();
                if value.as_str().is_some_and(|text| !pattern.is_match(text)) {
                    violated(format!("{value} does not match {expected}"));
                }
            }
            "minimum" | "maximum" => {
                let (number, bound) = (value.as_i64(), expected.as_i64().unwrap());
                let outside = |n: i64| if word == "minimum" { n < bound } else { n > bound };
                if number.is_some_and(outside) {
                    violated(format!("{value} breaks {word} {bound}"));
                }
            }
            "minItems" | "minLength" | "maxItems" | "maxLength" => {
                let bound = usize::try_from(expected.as_u64().unwrap()).unwrap();
                let length = match value {
                    Value::Array(items) => Some(items.len()),
                    Value::String(text) => Some(text.chars().count()),
                    Value::Null | Value::Bool(_) | Value::Number(_) | Value::Object(_) => None,
                };
                let broken = |n: usize| if word.starts_with("min") { n < bound } else { n > bound };
                if length.is_some_and(broken) {
                    violated(format!("breaks {word} {bound}"));
                }
            }
            "uniqueItems" => {
                let items = value.as_array().map_or(&[][..], Vec::as_slice);
                if items.iter().enumerate().any(|(index, item)| items[..index].contains(item)) {
                    violated("repeats an item".to_owned());
                }
            }
            "required" => {
                for name in expected.as_array().unwrap() {
                    let missing = |fields: &serde_json::Map<String, Value>| {
                        !fields.contains_key(name.as_str().unwrap())
                    };
                    if value.as_object().is_some_and(missing) {
                        violated(format!("lacks {name}"));
                    }
                }
            }
            "additionalProperties" => {
                assert_eq!(expected, false, "the only form in use");
                for name in value.as_object().into_iter().flat_map(|fields| fields.keys()) {
                    if schema["properties"].get(name).is_none() {
                        violated(format!("has no field {name}"));
                    }
                }
            }
            "properties" => {
                for (name, schema) in expected.as_object().unwrap() {
                    if let Some(field) = value.get(name) {
                        inner.push((format!("{place}/{name}"), field, schema));
                    }
                }
            }
            "items" => {
                for (index, item) in value.as_array().into_iter().flatten().enumerate() {
                    inner.push((format!("{place}/{index}"), item, expected));
                }
            }
            "oneOf" => {
                let holds = |schema: &&Value| {
                    let mut found = Vec::new();
                    check(place, value, schema, root, &mut found);
                    found.is_empty()
                };
                let count = expected.as_array().unwrap().iter().filter(holds).count();
                if count != 1 {
                    violated(format!("fits {count} of the alternatives, not one"));
                }
            }
            other => panic!("the validator does not know `{other}`"),
        }
    }
    for (place, value, schema) in inner {
        check(&place, value, schema, root, found);
    }
}
