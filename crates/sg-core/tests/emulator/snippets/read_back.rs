//! Parses snippets: the values of the call must survive a round trip.

use hcl_edit::expr::Expression;
use hcl_edit::structure::Body;
use proptest::prelude::*;

use sg_core::emulator::{Action, Call, ParamKind, Params, param_specs};
use sg_core::language::Language;
use sg_core::request::parse::parse;
use sg_core::request::snippet::{Tool, render};

use super::literal::{Dialect, literals};
use sg_testing::hostile_values::{VALUES, numbered};

pub(crate) fn value() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => prop::sample::select(VALUES).prop_map(str::to_owned),
        2 => prop::collection::vec(prop::sample::select(VALUES), 0..4).prop_map(|it| it.concat()),
        1 => any::<String>(),
    ]
}

/// A call with documented parameters; lists are numbered from 1, and the fields of an object are
/// adjacent.
pub(crate) fn call() -> impl Strategy<Value = Call> {
    prop::sample::select(Action::ALL.as_slice()).prop_flat_map(|action| {
        let names: Vec<&'static str> = param_specs(action)
            .iter()
            .map(|spec| spec.name)
            .filter(|name| !matches!(*name, "Tag.N.key" | "Tag.N.value"))
            .collect();
        let chosen = prop::collection::vec((prop::sample::select(names), value()), 0..8);
        (chosen, 1..4_u32).prop_map(move |(chosen, count)| {
            let single = chosen.iter().filter(|(name, _)| !name.contains(".N"));
            let mut params: Params =
                single.map(|(name, text)| (*name, typed(action, name, text))).collect();
            for number in 1..=count {
                for (name, text) in chosen.iter().filter(|(name, _)| name.contains(".N")) {
                    params.set(numbered(name, number), typed(action, name, text));
                }
            }
            // Objects with a single field must not be separated by another list.
            let mut sorted: Vec<(String, String)> =
                params.iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
            sorted.sort_by_key(|(name, _)| name.split('.').next().unwrap().to_owned());
            Call { action, params: sorted.into_iter().collect() }
        })
    })
}

/// Numbers and booleans where the libraries accept nothing else.
fn typed(action: Action, name: &str, text: &str) -> String {
    let length = text.len();
    match action.param(name).map(|spec| spec.kind) {
        Some(ParamKind::Short | ParamKind::Long) => length.to_string(),
        Some(ParamKind::Truth) => length.is_multiple_of(2).to_string(),
        Some(ParamKind::Text) | None => text.to_owned(),
    }
}

/// The values of a call that a program writes as strings, in order.
pub(crate) fn texts(call: &Call) -> Vec<String> {
    let written = |(name, value): (&str, &str)| {
        let kind = call.action.param(name).map_or(ParamKind::Text, |spec| spec.kind);
        (kind == ParamKind::Text).then(|| value.to_owned())
    };
    call.params.iter().filter_map(written).collect()
}

/// The part of a program from the call onwards; what precedes it is constant.
fn request_part(program: &str, tool: Tool) -> &str {
    let marker = match tool {
        Tool::Python => "\nrequest = ",
        Tool::Node => "\nconst request = ",
        Tool::Go => "\tresponse, err := ",
        Tool::Java => "Request request = ",
        _ => unreachable!(),
    };
    let (before, after) = program.split_once(marker).unwrap();
    assert!(before.len() < 700, "{before}");
    after
}

fn no_hidden(text: &str) -> bool {
    !text.chars().any(|c| {
        (c.is_control() && !matches!(c, '\n' | '\t'))
            || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn programs_hold_the_values_that_went_in(call in call()) {
        for (tool, dialect) in [
            (Tool::Python, Dialect::Python),
            (Tool::Node, Dialect::JavaScript),
            (Tool::Go, Dialect::Go),
            (Tool::Java, Dialect::Java),
        ] {
            let program = render(&call, tool).unwrap();
            prop_assert!(no_hidden(&program), "{}", program);
            let found = literals(request_part(&program, tool), dialect);
            prop_assert_eq!(&found, &texts(&call), "{}", program);
            // Outside its literals, the program contains only our own text.
            prop_assert!(program.lines().count() <= 40 + 4 * call.params.len());
        }
    }

    #[test]
    fn shell_scripts_hold_the_call(call in call()) {
        let script = render(&call, Tool::Curl).unwrap();
        prop_assert!(script.is_ascii() && no_hidden(&script));
        let query = script.lines().find_map(|line| line.strip_prefix("query='")).unwrap();
        let query = query.strip_suffix('\'').unwrap();
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.~%=&".contains(&byte);
        prop_assert!(query.bytes().all(plain), "{}", query);
        let parsed = parse(&format!("?Action={}&{query}", call.action.as_str())).unwrap();
        prop_assert_eq!(parsed.call, call);
    }

    #[test]
    fn terraform_holds_the_values_that_went_in(call in terraform_call()) {
        let text = render(&call, Tool::Terraform).unwrap();
        prop_assert!(no_hidden(&text));
        let body: Body = text.parse().map_err(|error| TestCaseError::fail(format!("{text}\n{error}")))?;
        let mut found: Vec<(String, String)> = Vec::new();
        for block in body.blocks() {
            for attribute in block.body.attributes() {
                said(attribute.key.as_str(), &attribute.value, &mut found);
            }
        }
        for (name, value) in call.params.iter().filter(|(_, value)| !value.is_empty()) {
            let field = name.rsplit('.').next().unwrap();
            let key = match field {
                "RegionId" => "region",
                "SecurityGroupName" => "security_group_name",
                "VpcId" => "vpc_id",
                "Description" => "description",
                "PortRange" => "port_range",
                "SourceCidrIp" | "DestCidrIp" => "cidr_ip",
                "SourceGroupId" | "DestGroupId" => "source_security_group_id",
                "SecurityGroupId" if call.action == Action::ModifySecurityGroupAttribute => "id",
                "SecurityGroupId" => "security_group_id",
                other => panic!("{other}"),
            };
            // The parser normalises text to NFC, as the language specifies.
            let read = found.iter().any(|(own, text)| own == key && text == value);
            prop_assert!(read, "{} {:?} is not in\n{}", key, value, text);
        }
    }
}

fn terraform_call() -> impl Strategy<Value = Call> {
    let cases: [(Action, &[&str]); 4] = [
        (Action::CreateSecurityGroup, &["SecurityGroupName", "Description", "VpcId"]),
        (
            Action::ModifySecurityGroupAttribute,
            &["SecurityGroupId", "SecurityGroupName", "Description"],
        ),
        (
            Action::AuthorizeSecurityGroup,
            &["SecurityGroupId", "PortRange", "SourceCidrIp", "Description", "SourceGroupId"],
        ),
        (
            Action::AuthorizeSecurityGroupEgress,
            &[
                "SecurityGroupId",
                "Permissions.1.PortRange",
                "Permissions.1.DestCidrIp",
                "Permissions.1.Description",
                "Permissions.2.DestGroupId",
            ],
        ),
    ];
    prop::sample::select(cases.to_vec()).prop_flat_map(|(action, names)| {
        prop::collection::vec(value(), names.len()).prop_map(move |values| {
            let region = ("RegionId".to_owned(), "cn-hangzhou".to_owned());
            let said = names.iter().zip(values).map(|(name, value)| ((*name).to_owned(), value));
            let mut call = Call { action, params: std::iter::once(region).chain(said).collect() };
            if call.params.given("SecurityGroupId").is_none() {
                call.params.set("SecurityGroupId", "sg-1");
            }
            if action == Action::CreateSecurityGroup {
                call.params.remove("SecurityGroupId");
            }
            call
        })
    })
}

/// Every string in an expression, with the name of its attribute.
fn said(key: &str, value: &Expression, found: &mut Vec<(String, String)>) {
    match value {
        Expression::String(text) => found.push((key.to_owned(), text.value().clone())),
        Expression::StringTemplate(template) => {
            // A template without interpolation is a string in which the parser has resolved `$${`.
            let text: String = template
                .iter()
                .map(|element| match element {
                    hcl_edit::template::Element::Literal(text) => text.value().clone(),
                    other => panic!("unexpected interpolation: {other:?}"),
                })
                .collect();
            found.push((key.to_owned(), text));
        }
        Expression::Object(object) => {
            for (_, inner) in object.iter() {
                said(key, inner.expr(), found);
            }
        }
        Expression::Traversal(_) => assert_eq!(key, "to"),
        Expression::Number(_) => assert_eq!(key, "priority"),
        other => panic!("unexpected attribute: {other:?}"),
    }
}

#[test]
fn what_a_tool_cannot_say_has_a_reason_in_both_languages() {
    let group = ("SecurityGroupId", "sg-1");
    let region = ("RegionId", "cn-hangzhou");
    let cases: [(Tool, Call); 16] = [
        (Tool::Cli, Call::new(Action::DescribeRegions, [("AcceptLanguage", "a\0b")])),
        (Tool::Cli, Call::new(Action::DescribeRegions, [("a b", "")])),
        (Tool::Python, Call::new(Action::DescribeRegions, [("Frobnicate", "")])),
        (Tool::Go, Call::new(Action::CreateSecurityGroup, [("Tag.1.key", "x")])),
        (Tool::Node, Call::new(Action::RevokeSecurityGroup, [("SecurityGroupRuleId.2", "x")])),
        (Tool::Java, Call::new(Action::DescribeSecurityGroups, [("PageSize", "ten")])),
        (Tool::Java, Call::new(Action::DescribeSecurityGroups, [("DryRun", "TRUE")])),
        (Tool::Terraform, Call::new(Action::DescribeRegions, [])),
        (Tool::Terraform, Call::new(Action::DeleteSecurityGroup, [])),
        (Tool::Terraform, Call::new(Action::JoinSecurityGroup, [])),
        (Tool::Terraform, Call::new(Action::ModifySecurityGroupRule, [])),
        (
            Tool::Terraform,
            Call::new(Action::CreateSecurityGroup, [region, ("ServiceManaged", "true")]),
        ),
        (Tool::Terraform, Call::new(Action::ModifySecurityGroupPolicy, [region, group])),
        (
            Tool::Terraform,
            Call::new(
                Action::ModifySecurityGroupPolicy,
                [region, group, ("InnerAccessPolicy", "Allow\u{202e}")],
            ),
        ),
        (Tool::Terraform, Call::new(Action::ModifySecurityGroupAttribute, [region])),
        (
            Tool::Terraform,
            Call::new(
                Action::AuthorizeSecurityGroup,
                [region, group, ("Permissions.1.SourcePortRange", "1/1")],
            ),
        ),
    ];
    for (tool, call) in cases {
        let unfit = render(&call, tool).unwrap_err();
        let [en, zh] = Language::ALL.map(|language| unfit.say(language));
        assert!(en.ends_with('.') && zh.ends_with('。'), "{en} {zh}");
        assert!(!en.contains(['{', '}', '\u{202e}', '\0']), "{en}");
    }
    let policy = |value: &str| {
        Call::new(Action::ModifySecurityGroupPolicy, [region, group, ("InnerAccessPolicy", value)])
    };
    // The provider accepts only the canonical spelling.
    let text = render(&policy("aCCEPT"), Tool::Terraform).unwrap();
    assert!(text.contains("inner_access_policy = \"Accept\""), "{text}");
}
