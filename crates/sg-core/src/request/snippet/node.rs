//! A call as a Node.js program with `@alicloud/ecs20140526`.

use super::shape::{Field, Value, camel, fields};
use super::surroundings::{KEY_ID, KEY_SECRET, host};
use super::unfit::Unfit;
use crate::emulator::Call;
use crate::quote::javascript::quote;

/// The program.
pub(super) fn program(call: &Call) -> Result<String, Unfit> {
    let action = call.action.as_str();
    let fields = fields(call)?;
    let objects = |field: &&Field<'_>| matches!(field.value, Value::Objects(_));
    let more: String = fields
        .iter()
        .filter(objects)
        .map(|field| format!(", {action}Request{}", field.name))
        .collect();
    let request = object(&format!("{action}Request"), &fields, action, "");
    let (method, host) = (camel(action), quote(&host(call)));
    Ok(format!(
        "const {{ default: Client, {action}Request{more} }} = require(\"@alicloud/ecs20140526\");
const {{ $OpenApiUtil }} = require(\"@alicloud/openapi-core\");

const client = new Client(new $OpenApiUtil.Config({{
  accessKeyId: process.env.{KEY_ID},
  accessKeySecret: process.env.{KEY_SECRET},
  endpoint: {host},
}}));
const request = {request};
client.{method}(request).then((response) => console.log(response.body));
"
    ))
}

fn object(class: &str, fields: &[Field<'_>], action: &str, indent: &str) -> String {
    if fields.is_empty() {
        return format!("new {class}({{}})");
    }
    let mut out = format!("new {class}({{\n");
    for field in fields {
        let (name, value) = (camel(field.name), value(field, action, indent));
        out.push_str(&format!("{indent}  {name}: {value},\n"));
    }
    out.push_str(indent);
    out.push_str("})");
    out
}

fn value(field: &Field<'_>, action: &str, indent: &str) -> String {
    match &field.value {
        Value::Text(text) => quote(text),
        Value::Short(number) => number.to_string(),
        // Numbers beyond 2^53 lose digits in JavaScript; the API accepts a string as well.
        Value::Long(number) if number.unsigned_abs() > 1 << 53 => quote(&number.to_string()),
        Value::Long(number) => number.to_string(),
        Value::Truth(truth) => truth.to_string(),
        Value::Texts(texts) => {
            format!("[{}]", texts.iter().map(|text| quote(text)).collect::<Vec<_>>().join(", "))
        }
        Value::Objects(objects) => {
            let class = format!("{action}Request{}", field.name);
            let inner = format!("{indent}    ");
            let one = |fields: &Vec<Field<'_>>| {
                format!("{inner}{},\n", object(&class, fields, action, &inner))
            };
            format!("[\n{}{indent}  ]", objects.iter().map(one).collect::<String>())
        }
    }
}
