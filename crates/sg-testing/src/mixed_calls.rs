//! Mixed calls for a server that is to live long: each round ends where it began.

use sg_core::emulator::{Action, Call};

/// How many calls a round has.
pub const ROUND: usize = 8;

/// The calls of a round on a group whose policy is Accept, each with the code of its refusal:
/// queries, edits and their way back, one of them with a client token of its own, and what is
/// refused.
pub fn round(number: usize, group: &str) -> [(Call, Option<&'static str>); ROUND] {
    let (region, token) = (("RegionId", "cn-hangzhou"), format!("token-{number}"));
    let on_group = |action, params: &[(&str, &str)]| {
        let own = [region, ("SecurityGroupId", group)];
        Call::new(action, own.into_iter().chain(params.iter().copied()))
    };
    let policy =
        |policy| on_group(Action::ModifySecurityGroupPolicy, &[("InnerAccessPolicy", policy)]);
    let rule = [
        ("Permissions.1.IpProtocol", "tcp"),
        ("Permissions.1.PortRange", "443/443"),
        ("Permissions.1.SourceCidrIp", "203.0.113.0/24"),
    ];
    let mut once = policy("Drop");
    once.params.set("ClientToken", token.as_str());
    let nobody = [region, ("SecurityGroupId", "sg-nobody")];
    [
        (on_group(Action::DescribeSecurityGroupAttribute, &[]), None),
        (once, None),
        (policy("Accept"), None),
        (on_group(Action::AuthorizeSecurityGroup, &rule), None),
        (on_group(Action::RevokeSecurityGroup, &rule), None),
        (policy("Open"), Some("InvalidPolicy.Malformed")),
        (Call::new(Action::DescribeInstances, [region]), None),
        (Call::new(Action::DeleteSecurityGroup, nobody), Some("InvalidSecurityGroup.NotFound")),
    ]
}
