//! A call as the client libraries model it: typed fields, lists, and lists of objects.

use super::Unfit;
use super::unfit;
use crate::emulator::{Action, Call, ParamSpec};

/// A request field and its value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Field<'a> {
    /// The field name in the API: `SecurityGroupId`.
    pub(super) name: &'a str,
    pub(super) value: Value<'a>,
}

/// The value of a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Value<'a> {
    /// A string.
    Text(&'a str),
    /// A 32-bit integer.
    Short(i32),
    /// A 64-bit integer.
    Long(i64),
    /// A boolean.
    Truth(bool),
    /// A list of strings: `SecurityGroupRuleId.N`.
    Texts(Vec<&'a str>),
    /// A list of objects: `Permissions.N.…`, with scalar fields.
    Objects(Vec<Vec<Field<'a>>>),
}

/// The fields of a call, in order.
pub(super) fn fields(call: &Call) -> Result<Vec<Field<'_>>, Unfit> {
    let mut fields: Vec<Field<'_>> = Vec::new();
    for (name, text) in call.params.iter() {
        let known = ParamSpec::of(call.action, name).is_some_and(|spec| !is_lower_case_tag(spec));
        if !known {
            return Err(Unfit::at(unfit::UNDOCUMENTED, name));
        }
        let mut parts = name.splitn(3, '.');
        let field = parts.next().unwrap_or_default();
        let gap = || Unfit::at(unfit::GAP, name);
        match (parts.next(), parts.next()) {
            (None, _) => {
                let value = scalar(call.action, name, field, text)?;
                fields.push(Field { name: field, value });
            }
            (Some(number), None) => {
                let Value::Texts(texts) = list(&mut fields, field, Value::Texts(Vec::new())) else {
                    return Err(gap());
                };
                if !is_number(number, texts.len() + 1) {
                    return Err(gap());
                }
                texts.push(text);
            }
            (Some(number), Some(inner)) => {
                let value = scalar(call.action, name, inner, text)?;
                let Value::Objects(objects) = list(&mut fields, field, Value::Objects(Vec::new()))
                else {
                    return Err(gap());
                };
                if is_number(number, objects.len() + 1) {
                    objects.push(Vec::new());
                }
                let index = objects.len();
                let object = objects.last_mut().filter(|_| is_number(number, index));
                object.ok_or_else(gap)?.push(Field { name: inner, value });
            }
        }
    }
    Ok(fields)
}

/// Whether this is `Tag.N.key` or `Tag.N.value`, older spellings that the libraries do not support.
fn is_lower_case_tag(spec: &ParamSpec) -> bool {
    matches!(spec.name, "Tag.N.key" | "Tag.N.value")
}

/// The value of a list field, which is added if it does not exist yet.
fn list<'f, 'a>(
    fields: &'f mut Vec<Field<'a>>,
    name: &'a str,
    empty: Value<'a>,
) -> &'f mut Value<'a> {
    let place = fields.iter().position(|field| field.name == name).unwrap_or(fields.len());
    if place == fields.len() {
        fields.push(Field { name, value: empty });
    }
    #[expect(clippy::indexing_slicing, reason = "the field exists or was just added")]
    &mut fields[place].value
}

fn is_number(text: &str, number: usize) -> bool {
    text == number.to_string()
}

/// A scalar with the type of the field in the client libraries (Python 7.11.8).
fn scalar<'a>(action: Action, name: &str, field: &str, text: &'a str) -> Result<Value<'a>, Unfit> {
    let no_number = || Unfit::value(unfit::NO_NUMBER, name, text);
    // Only here is the group's account id a string.
    let account_as_text = action == Action::RevokeSecurityGroupEgress && name.contains('.');
    match field {
        "MaxResults" | "PageNumber" | "PageSize" => {
            let number = text.parse::<i32>().ok().filter(|number| number.to_string() == text);
            number.map(Value::Short).ok_or_else(no_number)
        }
        "SourceGroupOwnerId" | "DestGroupOwnerId" if !account_as_text => {
            let number = text.parse::<i64>().ok().filter(|number| number.to_string() == text);
            number.map(Value::Long).ok_or_else(no_number)
        }
        "ServiceManaged" | "DryRun" | "FuzzyQuery" | "IsQueryEcsCount" => match text {
            "true" => Ok(Value::Truth(true)),
            "false" => Ok(Value::Truth(false)),
            _ => Err(Unfit::value(unfit::NO_TRUTH, name, text)),
        },
        _ => Ok(Value::Text(text)),
    }
}

/// `ModifySecurityGroupPolicy` to `modifySecurityGroupPolicy`.
pub(super) fn camel(name: &str) -> String {
    let mut letters = name.chars();
    let first = letters.next().map(|c| c.to_ascii_lowercase());
    first.into_iter().chain(letters).collect()
}

/// `Ipv6DestCidrIp` to `ipv_6dest_cidr_ip`: the Python generator inserts an underscore before a
/// digit but not after it.
pub(super) fn snake(name: &str) -> String {
    let mut out = String::with_capacity(name.len() + 4);
    let mut before = '_';
    for c in name.chars() {
        let starts = c.is_ascii_uppercase() && !before.is_ascii_digit() || c.is_ascii_digit();
        if starts && before != '_' {
            out.push('_');
        }
        out.push(c.to_ascii_lowercase());
        before = c;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_spelled_as_the_libraries_spell_them() {
        assert_eq!(snake("ModifySecurityGroupPolicy"), "modify_security_group_policy");
        assert_eq!(snake("Ipv6DestCidrIp"), "ipv_6dest_cidr_ip");
        assert_eq!(snake("IsQueryEcsCount"), "is_query_ecs_count");
        assert_eq!(camel("Ipv6DestCidrIp"), "ipv6DestCidrIp");
    }

    #[test]
    fn lists_must_be_what_a_list_can_be() {
        let fields_of = |params: &[(&str, &str)]| {
            let call = Call::new(Action::RevokeSecurityGroup, params.iter().copied());
            fields(&call).map(|fields| fields.len()).map_err(|unfit| unfit.to_string())
        };
        let id = "SecurityGroupRuleId";
        assert_eq!(fields_of(&[(&format!("{id}.1"), "a"), (&format!("{id}.2"), "b")]), Ok(1));
        assert!(fields_of(&[(&format!("{id}.2"), "a")]).is_err());
        assert!(fields_of(&[(&format!("{id}.01"), "a")]).is_err());
        assert!(
            fields_of(&[("Permissions.1.Policy", "a"), ("Permissions.3.Policy", "a")]).is_err()
        );
        let apart = [
            ("Permissions.1.Policy", "a"),
            ("Permissions.2.Policy", "a"),
            ("Permissions.1.Priority", "1"),
        ];
        assert!(fields_of(&apart).is_err());
    }
}
