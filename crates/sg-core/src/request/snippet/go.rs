//! A call as a Go program with `github.com/alibabacloud-go/ecs-20140526`.

use super::shape::{Field, Value, fields};
use super::surroundings::{KEY_ID, KEY_SECRET, host};
use super::unfit::Unfit;
use crate::emulator::Call;
use crate::quote::go::quote;

/// The program, formatted like `gofmt` output.
pub(super) fn program(call: &Call) -> Result<String, Unfit> {
    let action = call.action.as_str();
    let request = members(&fields(call)?, action, "\t\t");
    let request = if request.is_empty() { request } else { format!("\n{request}\t") };
    let host = quote(&host(call));
    Ok(format!(
        "package main

import (
\t\"fmt\"
\t\"os\"

\topenapi \"github.com/alibabacloud-go/darabonba-openapi/v2/client\"
\tecs \"github.com/alibabacloud-go/ecs-20140526/v7/client\"
\t\"github.com/alibabacloud-go/tea/tea\"
)

func main() {{
\tclient, err := ecs.NewClient(&openapi.Config{{
\t\tAccessKeyId:     tea.String(os.Getenv(\"{KEY_ID}\")),
\t\tAccessKeySecret: tea.String(os.Getenv(\"{KEY_SECRET}\")),
\t\tEndpoint:        tea.String({host}),
\t}})
\tif err != nil {{
\t\tpanic(err)
\t}}
\tresponse, err := client.{action}(&ecs.{action}Request{{{request}}})
\tif err != nil {{
\t\tpanic(err)
\t}}
\tfmt.Println(response.Body)
}}
"
    ))
}

/// One member per line, with values aligned between consecutive single-line members.
fn members(fields: &[Field<'_>], action: &str, indent: &str) -> String {
    let is_block = |field: &Field<'_>| matches!(field.value, Value::Objects(_));
    let mut out = String::new();
    for run in fields.chunk_by(|a, b| !is_block(a) && !is_block(b)) {
        let width = run.iter().map(|field| field.name.len()).max().unwrap_or(0) + 1;
        for field in run {
            let name = format!("{}:", field.name);
            out.push_str(&format!("{indent}{name:width$} {},\n", value(field, action, indent)));
        }
    }
    out
}

fn value(field: &Field<'_>, action: &str, indent: &str) -> String {
    match &field.value {
        Value::Text(text) => format!("tea.String({})", quote(text)),
        Value::Short(number) => format!("tea.Int32({number})"),
        Value::Long(number) => format!("tea.Int64({number})"),
        Value::Truth(truth) => format!("tea.Bool({truth})"),
        Value::Texts(texts) => {
            let texts = texts.iter().map(|text| quote(text)).collect::<Vec<_>>().join(", ");
            format!("tea.StringSlice([]string{{{texts}}})")
        }
        Value::Objects(objects) => {
            let inner = format!("{indent}\t\t");
            let one = |fields: &Vec<Field<'_>>| {
                format!("{indent}\t{{\n{}{indent}\t}},\n", members(fields, action, &inner))
            };
            let objects: String = objects.iter().map(one).collect();
            format!("[]*ecs.{action}Request{}{{\n{objects}{indent}}}", field.name)
        }
    }
}
