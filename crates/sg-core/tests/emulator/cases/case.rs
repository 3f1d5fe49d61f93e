//! Case files: parsing, running, comparing.

use std::collections::BTreeSet;
use std::fs;
use std::net::IpAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use sg_core::emulator::{Action, Answer, ApiError, Call, Env, Reply, answer, answer_after};
use sg_core::model::*;

use sg_testing::scenario_text::scenario_of;

/// The environment of every case: 2024-01-01T00:00:00Z.
pub(crate) fn env() -> Env {
    Env { now: Timestamp::from_unix_seconds(1_704_067_200), entropy: 7 }
}

/// A call in a case file and its expected result.
pub(crate) struct Case {
    pub(crate) place: String,
    pub(crate) scenario: Arc<Scenario>,
    pub(crate) call: Call,
    earlier: Arc<Vec<(Call, Reply)>>,
    expected: Vec<String>,
}

impl Case {
    pub(crate) fn answer(&self) -> Result<Answer, ApiError> {
        let earlier = self.earlier.iter().map(|(call, reply)| (call, reply));
        answer_after(&self.scenario, &self.call, &env(), earlier)
    }

    /// Runs the case and returns what is wrong, if anything.
    fn run(&self) -> Result<(), String> {
        let before = (*self.scenario).clone();
        let answer = self.answer();
        if *self.scenario != before {
            return Err("the scenario it was called on has changed".to_owned());
        }
        let mut lines = Vec::new();
        match &answer {
            Ok(answer) => {
                lines.push("ok".to_owned());
                lines.extend(difference(&before, &answer.scenario));
                nothing_else_changed(&before, &answer.scenario)?;
            }
            Err(error) => {
                lines.push(format!("error {} {}", error.status(), error.code()));
                lines.push(format!("message {}", error.message()));
                lines.push(format!("at {}", error.param().unwrap_or("nothing")));
            }
        }
        let (replies, expected): (Vec<&String>, Vec<&String>) =
            self.expected.iter().partition(|line| line.starts_with("reply "));
        if expected.iter().map(|line| line.as_str()).ne(lines.iter().map(String::as_str)) {
            return Err(format!("it gave\n{}", lines.join("\n")));
        }
        replies.into_iter().try_for_each(|line| replied(line, &answer))
    }
}

fn replied(line: &str, answer: &Result<Answer, ApiError>) -> Result<(), String> {
    let words: Vec<&str> = line.splitn(3, ' ').collect();
    let expected: serde_json::Value = serde_json::from_str(words[2]).unwrap();
    let answer = answer.as_ref().map_err(|_| format!("no reply for `{line}`"))?;
    let reply: serde_json::Value = serde_json::from_str(&answer.reply.to_json()).unwrap();
    match reply.pointer(words[1]) {
        Some(value) if *value == expected => Ok(()),
        other => Err(format!("`{line}`, but it is {other:?}")),
    }
}

/// The parts of a scenario that operations change, one line each.
fn lines(scenario: &Scenario) -> Vec<String> {
    let mut lines = Vec::new();
    for group in scenario.groups() {
        let kind = match group.group_type {
            GroupType::Basic(policy) => format!("basic {}", policy.as_str().to_lowercase()),
            GroupType::Advanced => "advanced".to_owned(),
        };
        let managed = if group.service_managed { " managed" } else { "" };
        let mut line = format!("group {} {kind} vpc {}{managed}", group.id, group.vpc);
        if group.name != group.id.as_str() {
            line += &format!(" name {:?}", group.name);
        }
        if !group.description.is_empty() {
            line += &format!(" description {:?}", group.description);
        }
        if let Some(id) = &group.labels.resource_group {
            line += &format!(" resource group {id}");
        }
        for (key, value) in &group.labels.tags {
            line += &format!(" tag {key:?}={value:?}");
        }
        lines.push(line);
        for rule in &group.rules {
            let mut line = format!("rule {} {rule}", group.id);
            if !rule.description.is_empty() {
                line += &format!(" description {:?}", rule.description);
            }
            lines.push(line);
        }
    }
    for interface in scenario.interfaces() {
        let groups: Vec<&str> = interface.groups.iter().map(SecurityGroupId::as_str).collect();
        let held = if interface.is_unattached() { " unattached" } else { "" };
        lines.push(format!("interface {} in {}{held}", interface.id, groups.join(" ")));
        let addresses: Vec<String> = interface.addresses.iter().map(ToString::to_string).collect();
        lines.push(format!("addresses {} {}", interface.id, addresses.join(" ")));
    }
    for instance in scenario.instances() {
        let own: Vec<&str> = instance.interfaces.iter().map(NetworkInterfaceId::as_str).collect();
        lines.push(format!("instance {} {:?} with {}", instance.id, instance.name, own.join(" ")));
    }
    for list in scenario.parts().prefix_lists.values() {
        let blocks: Vec<String> = list.blocks.iter().map(ToString::to_string).collect();
        let PrefixList { id, name, max_entries, .. } = &**list;
        let line = format!("list {id} {name:?} max {max_entries} {}", blocks.join(" "));
        lines.push(line.trim_end().to_owned());
    }
    for list in scenario.parts().port_lists.values() {
        let entries = list.entries.iter().map(|own| match own.description.as_str() {
            "" => own.range.to_string(),
            words => format!("{} {words:?}", own.range),
        });
        let entries: Vec<String> = entries.collect();
        let PortList { id, name, max_entries, .. } = &**list;
        let line = format!("ports {id} {name:?} max {max_entries} {}", entries.join(" "));
        lines.push(line.trim_end().to_owned());
    }
    lines
}

fn difference(before: &Scenario, after: &Scenario) -> Vec<String> {
    let (before, after) = (lines(before), lines(after));
    let went = before.iter().filter(|line| !after.contains(line)).map(|line| format!("- {line}"));
    let came = after.iter().filter(|line| !before.contains(line)).map(|line| format!("+ {line}"));
    went.chain(came).collect()
}

/// Reverts the [`difference`] and checks that the previous scenario remains, in the same order, and
/// that new parts have the timestamp of the call.
fn nothing_else_changed(before: &Scenario, after: &Scenario) -> Result<(), String> {
    let mut undone = after.parts().clone();
    for group in after.groups() {
        let old = before.group(&group.id);
        let had =
            |rule: &Arc<Rule>| old.is_some_and(|old| old.rules.iter().any(|own| own.id == rule.id));
        let fresh = group.rules.iter().filter(|rule| !had(rule)).map(|rule| rule.created);
        let fresh = fresh.chain(old.is_none().then_some(group.created));
        if fresh.into_iter().any(|created| created != env().now) {
            return Err(format!("something new in {} has another age", group.id));
        }
    }
    undone.groups.retain(|id, _| before.group(id).is_some());
    let kept = before.groups().map(|group| &group.id).filter(|id| after.group(id).is_some());
    if kept.ne(undone.groups.keys()) {
        return Err("groups have changed places".to_owned());
    }
    for group in before.groups() {
        let entry = undone.groups.entry(group.id.clone()).or_insert_with(|| group.clone());
        let entry = Arc::make_mut(entry);
        entry.group_type = group.group_type;
        entry.name.clone_from(&group.name);
        entry.description.clone_from(&group.description);
        entry.labels.tags.clone_from(&group.labels.tags);
        entry.labels.resource_group.clone_from(&group.labels.resource_group);
        // The content of a rule is visible in its line; its identity only in its id and timestamp.
        let ids: BTreeSet<RuleId> = entry.rules.iter().map(|rule| rule.id.clone()).collect();
        entry.rules.retain(|rule| group.rules.iter().any(|old| old.id == rule.id));
        let kept = group.rules.iter().filter(|rule| ids.contains(&rule.id));
        let own = |rule: &Arc<Rule>| (rule.id.clone(), rule.created);
        if kept.map(own).ne(entry.rules.iter().map(own)) {
            return Err(format!("rules of {} that stayed have changed places or ages", group.id));
        }
        entry.rules.clone_from(&group.rules);
    }
    undone.interfaces.retain(|id, _| before.interface(id).is_some());
    for interface in before.interfaces() {
        let entry = undone.interfaces.entry(interface.id.clone());
        let entry = Arc::make_mut(entry.or_insert_with(|| interface.clone()));
        entry.groups.clone_from(&interface.groups);
        entry.holder.clone_from(&interface.holder);
    }
    for instance in before.instances() {
        let entry = undone.instances.get_mut(&instance.id).ok_or("an instance went")?;
        let entry = Arc::make_mut(entry);
        entry.name.clone_from(&instance.name);
        entry.interfaces.clone_from(&instance.interfaces);
    }
    undone.prefix_lists.clone_from(&before.parts().prefix_lists);
    undone.port_lists.clone_from(&before.parts().port_lists);
    if undone == *before.parts() { Ok(()) } else { Err("something else has changed".to_owned()) }
}

/// All cases, by file.
pub(crate) fn cases() -> Vec<Case> {
    let mut files = Vec::new();
    find(&sg_testing::root().join("tests/cases/emulator"), &mut files);
    files.sort();
    assert!(files.len() > 20, "the case files are missing");
    files.iter().flat_map(|file| read(file)).collect()
}

fn find(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            find(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "case") {
            files.push(path);
        }
    }
}

fn read(file: &Path) -> Vec<Case> {
    let text = fs::read_to_string(file).unwrap();
    let mut blocks = text.split("\n> ");
    let head = blocks.next().unwrap();
    let (scenario, earlier) = made(scenario(head), head);
    let (scenario, earlier) = (Arc::new(scenario), Arc::new(earlier));
    let cases: Vec<Case> = blocks.map(|block| case(file, &scenario, &earlier, block)).collect();
    assert!(!cases.is_empty(), "{} has no call", file.display());
    cases
}

/// The scenario that a head describes, after its earlier calls.
pub(crate) fn scenario_after(head: &str) -> Scenario {
    made(scenario(head), head).0
}

/// Makes the earlier calls listed in the head of a file.
fn made(mut scenario: Scenario, head: &str) -> (Scenario, Vec<(Call, Reply)>) {
    let mut earlier: Vec<(Call, Reply)> = Vec::new();
    for line in head.lines() {
        let (refused, call) = match line.split_once(' ') {
            Some(("earlier", call)) => (false, read_call(call)),
            Some(("refused", call)) => (true, read_call(call)),
            _ => continue,
        };
        let env = Env { entropy: 100 + earlier.len() as u64, ..env() };
        let answer = answer(&scenario, &call, &env);
        assert_eq!(answer.is_err(), refused, "{line}");
        if let Ok(answer) = answer {
            scenario = answer.scenario;
            earlier.push((call, answer.reply));
        }
    }
    (scenario, earlier)
}

fn case(
    file: &Path,
    scenario: &Arc<Scenario>,
    earlier: &Arc<Vec<(Call, Reply)>>,
    block: &str,
) -> Case {
    let lines = block.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let (mut call, mut expected) = (String::new(), Vec::new());
    for (number, line) in lines.enumerate() {
        if number == 0 || line.starts_with("  ") {
            call += line;
            call.push(' ');
        } else {
            expected.push(line.trim_end().to_owned());
        }
    }
    let stem = file.file_stem().unwrap().to_string_lossy();
    Case {
        place: format!("{stem}: {call}"),
        scenario: scenario.clone(),
        call: read_call(&call),
        earlier: earlier.clone(),
        expected,
    }
}

/// `Action Name=value Name="a JSON string" Name=@x*101`.
fn read_call(text: &str) -> Call {
    let (action, mut rest) = text.trim().split_once(' ').unwrap_or((text.trim(), ""));
    let action = Action::parse(action).unwrap_or_else(|| panic!("no such action: {text}"));
    let mut call = Call::new(action, []);
    rest = rest.trim_start();
    while let Some((name, after)) = rest.split_once('=') {
        let (value, after) = if after.starts_with('"') {
            let mut stream = serde_json::Deserializer::from_str(after).into_iter::<String>();
            let value = stream.next().unwrap().unwrap();
            (value, &after[stream.byte_offset()..])
        } else {
            let (value, after) = after.split_once(' ').unwrap_or((after, ""));
            (repeated(value), after)
        };
        call.params.set(name, value);
        rest = after.trim_start();
    }
    assert!(rest.is_empty(), "`{rest}` is not a parameter in `{text}`");
    call
}

fn repeated(value: &str) -> String {
    match value.strip_prefix('@').and_then(|value| value.split_once('*')) {
        Some((text, count)) => text.repeat(count.parse().unwrap()),
        None => value.to_owned(),
    }
}

/// Parses a scenario, including the lines that only this driver supports.
fn scenario(text: &str) -> Scenario {
    let own = [
        "quota ",
        "managed ",
        "service ",
        "protected ",
        "owner ",
        "labels ",
        "region ",
        "fill ",
        "groups ",
        "held ",
        "unattached ",
        "prefixes ",
        "vswitch ",
        "within ",
        "entries ",
        "earlier ",
        "refused ",
    ];
    let mine = |line: &&str| own.iter().any(|word| line.starts_with(word));
    let rest: Vec<&str> = text.lines().filter(|line| !mine(line)).collect();
    let base = scenario_of(&rest.join("\n"));
    let edited = base.edited(|parts| {
        for line in text.lines().filter(mine) {
            edit(parts, &line.split_whitespace().collect::<Vec<_>>());
        }
    });
    edited.unwrap()
}

/// Adds an interface that belongs to no instance.
fn hold(parts: &mut ScenarioDraft, id: &str, owner: &str, addresses: &[&str], holder: Holder) {
    let id = NetworkInterfaceId::parse(id).unwrap();
    let owner = group(parts, owner);
    let interface = NetworkInterface {
        id: id.clone(),
        vpc: owner.vpc.clone(),
        groups: [owner.id.clone()].into_iter().collect(),
        addresses: addresses.iter().map(|text| text.parse().unwrap()).collect(),
        public_address: None,
        holder: Some(holder),
        vswitch: None,
        more: MoreAddresses::default(),
    };
    parts.interfaces.insert(id, Arc::new(interface));
}

fn edit(parts: &mut ScenarioDraft, words: &[&str]) {
    match words {
        ["quota", name, value] => {
            let limit = LimitId::ALL.into_iter().find(|limit| limit.name() == *name).unwrap();
            parts.quotas.raise(limit, value.parse().unwrap()).unwrap();
        }
        ["managed", id] => group(parts, id).service_managed = true,
        ["service", id, service, product @ ..] => {
            group(parts, id).labels.service =
                OwnerService { id: service.parse().ok(), product: product.concat() };
        }
        ["owner", id, account] => group(parts, id).owner = Some((*account).to_owned()),
        ["protected", id] => group(parts, id).labels.deletion_protection = true,
        ["labels", id, resource_group, tags @ ..] => {
            let labels = &mut group(parts, id).labels;
            labels.resource_group = Some(ResourceGroupId::parse(resource_group).unwrap());
            let pair = |tag: &&str| tag.split_once('=').map(|(k, v)| (k.to_owned(), v.to_owned()));
            labels.tags = tags.iter().map(|tag| pair(tag).unwrap()).collect();
        }
        ["entries", id, most] => {
            let list = parts.prefix_lists.get_mut(&PrefixListId::parse(id).unwrap()).unwrap();
            Arc::make_mut(list).max_entries = most.parse().unwrap();
        }
        ["prefixes", id, blocks @ ..] => {
            let id = NetworkInterfaceId::parse(id).unwrap();
            let own = Arc::make_mut(parts.interfaces.get_mut(&id).unwrap());
            own.more.prefixes = blocks.iter().map(|block| block.parse().unwrap()).collect();
        }
        ["vswitch", id, vpc, block, zone @ ..] => {
            let own = VSwitch {
                id: VSwitchId::parse(id).unwrap(),
                name: String::new(),
                vpc: VpcId::parse(vpc).unwrap(),
                block: block.parse().unwrap(),
                zone: zone.first().map(|zone| ZoneId::parse(zone).unwrap()),
            };
            parts.vswitches.insert(own.id.clone(), Arc::new(own));
        }
        ["within", id, vswitch] => {
            let id = NetworkInterfaceId::parse(id).unwrap();
            let own = Arc::make_mut(parts.interfaces.get_mut(&id).unwrap());
            own.vswitch = Some(VSwitchId::parse(vswitch).unwrap());
        }
        ["held", id, owner, addresses @ ..] => {
            let holder = Holder::Service { product: Product::NatGateway, name: "nat".to_owned() };
            hold(parts, id, owner, addresses, holder);
        }
        ["unattached", id, owner, addresses @ ..] => {
            hold(parts, id, owner, addresses, Holder::Nothing);
        }
        ["region", id] => parts.region = RegionId::parse(id).unwrap(),
        // These calls are made on the complete scenario.
        ["earlier" | "refused", ..] => {}
        ["groups", count] => {
            let any = parts.groups.values().next().unwrap().clone();
            while parts.groups.len() < count.parse().unwrap() {
                let id = SecurityGroupId::parse(&format!("more-{}", parts.groups.len())).unwrap();
                let group = SecurityGroup { id: id.clone(), rules: Vec::new(), ..(*any).clone() };
                parts.groups.insert(id, Arc::new(group));
            }
        }
        ["fill", id, "addresses", count] => {
            let addresses = (0..count.parse().unwrap()).map(address).collect();
            member(parts, id, 0, addresses);
        }
        ["fill", id, "interfaces", count] => {
            (0..count.parse().unwrap()).for_each(|n| member(parts, id, n, vec![address(n)]));
        }
        _ => panic!("no such line: {words:?}"),
    }
}

fn group<'a>(parts: &'a mut ScenarioDraft, id: &str) -> &'a mut SecurityGroup {
    Arc::make_mut(parts.groups.get_mut(&SecurityGroupId::parse(id).unwrap()).unwrap())
}

/// Addresses from 10.128.0.0, which case files do not use.
fn address(n: u32) -> IpAddr {
    IpAddr::from((0x0A80_0000 + n).to_be_bytes())
}

fn member(parts: &mut ScenarioDraft, group: &str, n: u32, addresses: Vec<IpAddr>) {
    let group = parts.groups[&SecurityGroupId::parse(group).unwrap()].clone();
    let id = NetworkInterfaceId::parse(&format!("eni-fill-{n}")).unwrap();
    let interface = NetworkInterface {
        id: id.clone(),
        vpc: group.vpc.clone(),
        groups: [group.id.clone()].into_iter().collect(),
        addresses,
        public_address: None,
        holder: None,
        vswitch: None,
        more: MoreAddresses::default(),
    };
    let instance = InstanceId::parse(&format!("i-fill-{n}")).unwrap();
    let owner =
        Instance { id: instance.clone(), name: String::new(), interfaces: vec![id.clone()] };
    parts.interfaces.insert(id, Arc::new(interface));
    parts.instances.insert(instance, Arc::new(owner));
}

#[test]
fn every_case_holds() {
    let failures: Vec<String> = cases()
        .iter()
        .filter_map(|case| {
            let fault = case.run().err()?;
            let expected = case.expected.join("\n");
            Some(format!("{}\nexpected\n{expected}\nbut {fault}\n", case.place))
        })
        .collect();
    assert!(failures.is_empty(), "{} cases fail\n\n{}", failures.len(), failures.join("\n"));
}
