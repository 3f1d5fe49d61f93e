//! A call as a Python program with `alibabacloud_ecs20140526`.

use super::shape::{Field, Value, fields, snake};
use super::surroundings::{KEY_ID, KEY_SECRET, host};
use super::unfit::Unfit;
use crate::emulator::Call;
use crate::quote::python::quote;

/// The program.
pub(super) fn program(call: &Call) -> Result<String, Unfit> {
    let action = call.action.as_str();
    let request = object(&format!("{action}Request"), &fields(call)?, action, "");
    let (method, host) = (snake(action), quote(&host(call)));
    Ok(format!(
        "import os

from alibabacloud_ecs20140526 import models
from alibabacloud_ecs20140526.client import Client
from alibabacloud_tea_openapi.models import Config

client = Client(Config(
    access_key_id=os.environ[\"{KEY_ID}\"],
    access_key_secret=os.environ[\"{KEY_SECRET}\"],
    endpoint={host},
))
request = {request}
response = client.{method}(request)
print(response.body.to_map())
"
    ))
}

fn object(class: &str, fields: &[Field<'_>], action: &str, indent: &str) -> String {
    if fields.is_empty() {
        return format!("models.{class}()");
    }
    let mut out = format!("models.{class}(\n");
    for field in fields {
        let (name, value) = (snake(field.name), value(field, action, indent));
        out.push_str(&format!("{indent}    {name}={value},\n"));
    }
    out.push_str(indent);
    out.push(')');
    out
}

fn value(field: &Field<'_>, action: &str, indent: &str) -> String {
    match &field.value {
        Value::Text(text) => quote(text),
        Value::Short(number) => number.to_string(),
        Value::Long(number) => number.to_string(),
        Value::Truth(true) => "True".to_owned(),
        Value::Truth(false) => "False".to_owned(),
        Value::Texts(texts) => {
            format!("[{}]", texts.iter().map(|text| quote(text)).collect::<Vec<_>>().join(", "))
        }
        Value::Objects(objects) => {
            let class = format!("{action}Request{}", field.name);
            let inner = format!("{indent}        ");
            let one = |fields: &Vec<Field<'_>>| {
                format!("{inner}{},\n", object(&class, fields, action, &inner))
            };
            format!("[\n{}{indent}    ]", objects.iter().map(one).collect::<String>())
        }
    }
}
