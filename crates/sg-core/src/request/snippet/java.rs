//! A call as a Java program with `com.aliyun:ecs20140526`.

use super::shape::{Field, Value, camel, fields};
use super::surroundings::{KEY_ID, KEY_SECRET, host};
use super::unfit::Unfit;
use crate::emulator::Call;
use crate::quote::java::quote;

/// The program.
pub(super) fn program(call: &Call) -> Result<String, Unfit> {
    let action = call.action.as_str();
    let request = setters(&fields(call)?, action, "            ");
    let (method, host) = (camel(action), quote(&host(call)));
    Ok(format!(
        "import com.aliyun.ecs20140526.Client;
import com.aliyun.ecs20140526.models.*;
import com.aliyun.teaopenapi.models.Config;
import java.util.Arrays;

public class Example {{
    public static void main(String[] args) throws Exception {{
        Client client = new Client(new Config()
            .setAccessKeyId(System.getenv(\"{KEY_ID}\"))
            .setAccessKeySecret(System.getenv(\"{KEY_SECRET}\"))
            .setEndpoint({host}));
        {action}Request request = new {action}Request(){request};
        {action}Response response = client.{method}(request);
        System.out.println(response.getBody().getRequestId());
    }}
}}
"
    ))
}

fn setters(fields: &[Field<'_>], action: &str, indent: &str) -> String {
    let one = |field: &Field<'_>| {
        format!("\n{indent}.set{}({})", field.name, value(field, action, indent))
    };
    fields.iter().map(one).collect()
}

fn value(field: &Field<'_>, action: &str, indent: &str) -> String {
    match &field.value {
        Value::Text(text) => quote(text),
        Value::Short(number) => number.to_string(),
        Value::Long(number) => format!("{number}L"),
        Value::Truth(truth) => truth.to_string(),
        Value::Texts(texts) => {
            let texts = texts.iter().map(|text| quote(text)).collect::<Vec<_>>().join(", ");
            format!("Arrays.asList({texts})")
        }
        Value::Objects(objects) => {
            let class = format!("{action}Request.{action}Request{}", field.name);
            let inner = format!("{indent}        ");
            let one = |fields: &Vec<Field<'_>>| {
                format!("\n{indent}    new {class}(){}", setters(fields, action, &inner))
            };
            let objects: Vec<String> = objects.iter().map(one).collect();
            format!("Arrays.asList({})", objects.join(","))
        }
    }
}
