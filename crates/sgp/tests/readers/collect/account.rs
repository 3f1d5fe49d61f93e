//! A made-up account: one scenario for each region, and the replies about it that the emulator does
//! not give.

use serde_json::{Value, json};
use sg_core::model::Scenario;
use sg_core::share::{Limits, read};

/// How large a region is.
#[derive(Debug, Clone, Copy)]
pub(super) struct Size {
    pub(super) groups: usize,
    pub(super) interfaces: usize,
}

/// Texts that a person could have put into an account, to see what they do to a script.
pub(super) const HOSTILE: [&str; 8] = [
    "$(touch pwned)",
    "`touch pwned`",
    "'; touch pwned; '",
    "\"; touch pwned; \"",
    "a\\\", \"NextToken\": \"x",
    "line\nfeed\ttab\\",
    "名称 — ünï",
    "-rf %s {} [] , : \u{1f}",
];

fn text(number: usize) -> &'static str {
    HOSTILE[number % HOSTILE.len()]
}

/// A region: groups whose rules name blocks, groups and prefix lists, and instances with one to
/// three interfaces, some with a public address.
pub(super) fn region(name: &str, number: usize, size: Size) -> Scenario {
    let id = |kind: &str, at: usize| format!("{kind}-r{number}{at:04}");
    let vpcs = 2;
    let groups: Vec<Value> = (0..size.groups)
        .map(|at| {
            let vpc = at % vpcs;
            let other = (at + vpcs) % size.groups;
            let rule = |own: usize, fields: Value| {
                let mut rule = json!({"securityGroupRuleId": id("sgr", at * 10 + own),
                    "direction": "ingress", "ipProtocol": "TCP", "portRange": "22/22"});
                let (Value::Object(rule_fields), Value::Object(fields)) = (&mut rule, fields) else {
                    panic!("a rule is an object")
                };
                rule_fields.extend(fields);
                rule
            };
            let block = format!("10.{number}.{}.0/24", at % 250);
            let ports = format!("{0}/{0}", 80 + at % 100);
            let neighbours = format!("198.51.100.{}/31", at % 127 * 2);
            let mut rules = vec![
                rule(0, json!({"sourceCidrIp": block, "portRange": ports, "priority": 1 + at % 100, "description": text(at)})),
                rule(1, json!({"policy": "Drop", "ipProtocol": "ALL", "portRange": "-1/-1", "priority": 50,
                    "sourceCidrIp": neighbours})),
                rule(2, json!({"ipProtocol": "UDP", "portRange": "1/65535", "sourcePrefixListId": id("pl", at % 3)})),
                rule(5, json!({"ipv6SourceCidrIp": format!("2001:db8:{number}:{vpc}::/65"), "priority": 9})),
                rule(6, json!({"ipv6SourceCidrIp": "fd00::1/128", "portRange": "8/8"})),
                rule(4, json!({"direction": "egress", "policy": "Drop", "portRange": "25/25", "destCidrIp": "0.0.0.0/0"})),
            ];
            if other != at && other % vpcs == vpc {
                rules.push(rule(3, json!({"priority": 3, "sourceGroupId": id("sg", other)})));
            }
            json!({"securityGroupId": id("sg", at), "securityGroupName": format!("{} {at}", text(at)),
                "description": text(at + 3), "vpcId": id("vpc", vpc),
                "innerAccessPolicy": if at % 4 == 0 { "Drop" } else { "Accept" },
                "tags": [{"tagKey": "owner", "tagValue": text(at)}], "rules": rules})
        })
        .collect();
    let (mut instances, mut at) = (Vec::new(), 0);
    while at < size.interfaces {
        let instance = instances.len();
        let vpc = instance % vpcs;
        let count = (1 + instance % 3).min(size.interfaces - at);
        let interfaces: Vec<Value> = (at..at + count)
            .map(|at| {
                let group = at * vpcs % size.groups / vpcs * vpcs + vpc;
                let group = if group < size.groups { group } else { vpc };
                let mut addresses =
                    vec![format!("10.{number}.{}.{}", vpc * 128 + at / 200, at % 200 + 1)];
                if at % 5 == 0 {
                    addresses.push(format!(
                        "10.{number}.{}.{}",
                        vpc * 128 + 100 + at / 200,
                        at % 200 + 1
                    ));
                }
                if at % 11 == 0 {
                    addresses.push(format!("2001:db8:{number}:{vpc}::{at:x}"));
                }
                let mut interface = json!({"networkInterfaceId": id("eni", at),
                    "vSwitchId": id("vsw", vpc),
                    "vpcId": id("vpc", vpc), "securityGroupIds": [id("sg", group)],
                    "privateIpAddresses": addresses});
                if at % 7 == 0 {
                    interface["publicIpAddress"] = json!(format!("203.0.113.{}", at / 7 % 250));
                }
                interface
            })
            .collect();
        at += count;
        instances.push(json!({"instanceId": id("i", instance),
            "instanceName": format!("{}{instance}", text(instance)), "networkInterfaces": interfaces}));
    }
    let lists: Vec<Value> = (0..3)
        .map(|at| {
            json!({"prefixListId": id("pl", at), "prefixListName": text(at), "maxEntries": 10,
                "cidrBlocks": [format!("192.0.2.{}/28", at * 16), format!("10.{number}.{at}.0/25")]})
        })
        .collect();
    let vpcs: Vec<Value> = (0..vpcs)
        .map(|at| {
            json!({"vpcId": id("vpc", at), "vpcName": text(at), "snat": at == 0,
                "cidrBlocks": [format!("10.{number}.{}.0/17", at * 128), format!("2001:db8:{number}:{at}::/64")]})
        })
        .collect();
    let vswitches: Vec<Value> = (0..4)
        .map(|at| {
            json!({"vSwitchId": id("vsw", at), "vSwitchName": text(at), "vpcId": id("vpc", at % 2),
                "zoneId": format!("{name}-{}", ['h', 'i'][at / 2]),
                "cidrBlock": format!("10.{number}.{}.0/18", at % 2 * 128 + at / 2 * 64)})
        })
        .collect();
    let ports = json!([{"portRangeListId": id("prl", 0), "portRangeListName": text(0), "maxEntries": 5,
        "entries": [{"portRange": "80/80"}, {"portRange": "8000/8080"}]}]);
    let document = json!({"version": 1, "regionId": name, "vpcs": vpcs, "vSwitches": vswitches,
        "portRangeLists": ports, "securityGroups": groups,
        "instances": instances, "prefixLists": lists});
    read(&document.to_string(), &Limits::FILE).unwrap_or_else(|error| panic!("{error}: {document}"))
}
