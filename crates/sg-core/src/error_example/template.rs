//! Reads the templates of calls that end in an error.
//!
//! ```text
//! SecurityGroupId=$basic InnerAccessPolicy=$flipped      $name is what the scenario has (`context.rs`)
//! ClientToken=@x*65                                      65 times x
//! Tag.*21*.Key=k#                                        21 parameters; # is the number
//! -RegionId                                              omits RegionId, which is otherwise added
//! P.%RCidrIp=10.0.0.0/8                                  P. and Q. are Permissions.1. and .2.;
//!                                                        %R the remote side, %O the local CIDR
//! &G &T &C &F &4 &6 &N &L &I                             what many templates begin with
//! ```

use super::context::TemplateContext;
use crate::emulator::{Action, Call, CallTemplate, Params};

/// What a template takes: an edit that is made at once, or one that takes time.
pub(super) const LIGHT: u8 = 1;
pub(super) const HEAVY: u8 = 2;

/// Whether what a template needs is added at once or takes time.
pub(super) fn weight(template: &CallTemplate) -> u8 {
    if template.fixtures.iter().any(|fixture| fixture.is_heavy()) { HEAVY } else { LIGHT }
}

/// The templates of an operation, those that are likely to meet a row first.
pub(super) fn templates(action: Action) -> impl Iterator<Item = CallTemplate> {
    action.operation().templates.iter().flat_map(|templates| templates.iter().copied())
}

/// What many templates begin with.
const SHORT: [(&str, &str); 9] = [
    ("&G", "SecurityGroupId=$basic"),
    ("&T", "P.IpProtocol=tcp P.PortRange=80/80"),
    ("&C", "P.%RCidrIp=10.0.0.0/8"),
    ("&F", "IpProtocol=tcp PortRange=80/80"),
    ("&4", "SecurityGroupId=$g4 SecurityGroupRuleId=$r4"),
    ("&6", "SecurityGroupId=$g6 SecurityGroupRuleId=$r6"),
    ("&N", "SecurityGroupId=$gGroup SecurityGroupRuleId=$rGroup"),
    ("&L", "SecurityGroupId=$gList SecurityGroupRuleId=$rList"),
    ("&I", "SecurityGroupId=$gIcmp SecurityGroupRuleId=$rIcmp"),
];

/// The call of a text; none where the scenario lacks something it names.
pub(super) fn call(text: &str, action: Action, context: &TemplateContext<'_>) -> Option<Call> {
    let (remote, own) = context.sides();
    let text = SHORT.iter().fold(text.to_owned(), |text, (short, long)| text.replace(short, long));
    let text = text.replace("%R", remote).replace("%O", own);
    let mut params = Params::new();
    if !text.contains("RegionId=") && !text.contains("-RegionId") {
        params.set("RegionId", context.get("region")?);
    }
    for word in text.split_whitespace().filter(|word| *word != "-RegionId") {
        let (name, value) = word.split_once('=')?;
        let name = match name.split_at_checked(2) {
            Some(("P.", field)) => format!("Permissions.1.{field}"),
            Some(("Q.", field)) => format!("Permissions.2.{field}"),
            _ => name.to_owned(),
        };
        let value = filled(value, context)?;
        match repeated(&name) {
            Some((before, count, after)) => (1..=count).for_each(|number| {
                let value = value.replace('#', &number.to_string());
                params.set(format!("{before}{number}{after}"), value);
            }),
            None => params.set(name, value),
        }
    }
    Some(Call { action, params })
}

fn filled(value: &str, context: &TemplateContext<'_>) -> Option<String> {
    if let Some(name) = value.strip_prefix('$') {
        return context.get(name);
    }
    let times = value.strip_prefix('@').and_then(|value| value.split_once('*'));
    match times {
        Some((text, count)) => Some(text.repeat(count.parse().ok()?)),
        None => Some(value.to_owned()),
    }
}

/// Splits a name such as `Tag.*21*.Key`.
fn repeated(name: &str) -> Option<(&str, u32, &str)> {
    let (before, rest) = name.split_once('*')?;
    let (count, after) = rest.split_once('*')?;
    Some((before, count.parse().ok()?, after))
}
