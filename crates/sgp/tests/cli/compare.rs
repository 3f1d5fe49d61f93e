//! `sgp diff` and `sgp what-if` as programs: what two scenarios have differently, in few lines.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a failing test should stop at once"
)]

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};
use std::sync::Arc;

use serde_json::Value;

use sg_core::model::*;
use sg_core::share::write;
use sg_testing::scenario_text::scenario_of;

/// A folder for a single test, which is removed with its files.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("sgp-{name}-{}", std::process::id()));
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    fn with(self, name: &str, content: &str) -> Self {
        fs::write(self.0.join(name), content).unwrap();
        self
    }

    fn run(&self, args: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_sgp"));
        command.args(args).current_dir(&self.0).stdin(Stdio::null()).output().unwrap()
    }

    fn out(&self, args: &[&str]) -> String {
        let output = self.run(args);
        assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    }

    fn json(&self, args: &[&str]) -> Value {
        serde_json::from_str(&self.out(args)).unwrap()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// An account of 1,000 instances in 30 groups with rules between them.
fn account() -> Scenario {
    let mut text = String::from("outside internet 0.0.0.0/0\n");
    for role in 0..30 {
        let policy = if role % 3 == 0 { "accept" } else { "drop" };
        text.push_str(&format!("group tier-{role} basic {policy}\n"));
    }
    for role in 0..30 {
        let (next, port) = ((role + 1) % 30, 1000 + role);
        text.push_str(&format!(
            "rule tier-{role} in accept tcp {port}/{port} from tier-{next} prio 1\n"
        ));
    }
    for number in 0..1_000 {
        let (role, high, low) = (number % 30, number / 200, number % 200 + 1);
        let copy = number / 30 + 1;
        text.push_str(&format!("instance role{role}-{copy:02} 10.0.{high}.{low} in tier-{role}\n"));
    }
    scenario_of(&text)
}

/// The account after six changes.
fn changed(account: &Scenario) -> Scenario {
    let id = |role: usize| SecurityGroupId::parse(&format!("tier-{role}")).unwrap();
    let created = |time: &str| Timestamp::parse(time).unwrap();
    let edited = account.edited(|draft| {
        let template = draft.groups[&id(0)].rules[0].as_ref().clone();
        let mut group = |role: usize, edit: &dyn Fn(&mut SecurityGroup)| {
            edit(Arc::make_mut(draft.groups.get_mut(&id(role)).unwrap()));
        };
        group(0, &|group| {
            let mut rule = template.clone();
            rule.id = RuleId::parse("sgr-world").unwrap();
            rule.created = created("2026-11-29T20:15:00Z");
            rule.spec.peer = Peer::Cidr("0.0.0.0/0".parse().unwrap());
            rule.spec.protocol =
                ProtocolFilter::Tcp(PortFilter::to(PortRange::single(Port::new(22).unwrap())));
            group.rules.push(Arc::new(rule));
        });
        group(5, &|group| group.rules.clear());
        group(9, &|group| Arc::make_mut(&mut group.rules[0]).spec.policy = RulePolicy::Drop);
        group(12, &|group| group.group_type = GroupType::Basic(InnerAccessPolicy::Drop));
        let interface = NetworkInterfaceId::parse("eni-role1-01").unwrap();
        let interface = Arc::make_mut(draft.interfaces.get_mut(&interface).unwrap());
        interface.groups.insert(id(7));
        draft.outside.push(OutsideAddress {
            name: "office".to_owned(),
            block: "203.0.113.0/24".parse().unwrap(),
        });
    });
    edited.unwrap()
}

#[test]
fn six_changes_among_a_thousand_instances_fit_on_a_screen() {
    let before = account();
    let after = changed(&before);
    let folder = Folder::new("screen")
        .with("before.json", &write(&before))
        .with("after.json", &write(&after));
    let screen = folder.out(&["diff", "before.json", "after.json"]);
    assert!(screen.lines().count() <= 40, "{screen}");
    for named in [
        "added: rule of tier-0: inbound Allow TCP 22 from 0.0.0.0/0 (priority 1) (sgr-world, created 2026-11-29T20:15:00Z)",
        "removed: rule of tier-5: inbound Allow TCP 1005 from tier-6",
        "changed: rule of tier-9: inbound Deny TCP 1009 from tier-10",
        "changed: security group tier-12: intra-group connectivity policy Accept → Drop",
        "added: members of tier-7: role1-01",
        "added: outside address office (203.0.113.0/24)",
    ] {
        assert!(screen.contains(named), "{named}\n{screen}");
    }
    // What the first rule does comes first, and the rest by role.
    for effect in [
        "role6-* → role5-*: TCP 1005 closed",
        "role10-* → role9-*: TCP 1009 closed",
        "role12-* → role12-*: ",
    ] {
        assert!(screen.contains(effect), "{effect}\n{screen}");
    }
    // Everything is there on demand, and in JSON without being asked for.
    let all = folder.out(&["diff", "before.json", "after.json", "--all"]);
    assert!(!all.contains("--all") && all.lines().count() >= screen.lines().count(), "{all}");
    let markdown = folder.out(&["diff", "before.json", "after.json", "--format", "markdown"]);
    assert!(markdown.contains("`role6-*` → `role5-*`"), "{markdown}");
    let since = ["diff", "before.json", "after.json", "--since", "2026-11-29T21:00:00Z"];
    assert!(!folder.out(&since).contains("sgr-world"));
    let since = ["diff", "before.json", "after.json", "--since", "2026-11-29T20:00:00Z"];
    assert!(folder.out(&since).contains("sgr-world"));
}

#[test]
fn a_summary_never_has_more_lines_than_it_says() {
    let before = account();
    // Every group gets a rule of its own, so nothing can be put together.
    let after = before.edited(|draft| {
        for (number, group) in (5000..).zip(draft.groups.values_mut()) {
            let group = Arc::make_mut(group);
            let mut rule = group.rules[0].as_ref().clone();
            rule.id = RuleId::parse(&format!("sgr-new-{number}")).unwrap();
            rule.spec.protocol =
                ProtocolFilter::Tcp(PortFilter::to(PortRange::single(Port::new(number).unwrap())));
            group.rules.push(Arc::new(rule));
        }
    });
    let folder = Folder::new("summary")
        .with("before.json", &write(&before))
        .with("after.json", &write(&after.unwrap()));
    let screen = folder.out(&["diff", "before.json", "after.json"]);
    // Two headings, ten lines of each part, and how many more there are.
    assert_eq!(screen.lines().count(), 24, "{screen}");
    assert_eq!(screen.matches("and 20 more (show everything with --all)").count(), 2, "{screen}");
    let chinese = folder.out(&["diff", "before.json", "after.json", "--language", "zh"]);
    assert_eq!(chinese.lines().count(), 24, "{chinese}");
    let all = folder.out(&["diff", "before.json", "after.json", "--all"]);
    assert_eq!(all.lines().count(), 62, "{all}");
}

const SMALL: &str = "outside internet 0.0.0.0/0\n\
    group web basic drop\ngroup db basic accept\n\
    instance web-1 10.0.0.1 public 203.0.113.9 in web\ninstance web-2 10.0.0.2 in web\n\
    instance db-1 10.0.1.1 in db\ninstance db-2 10.0.1.2 in db\n\
    rule db in accept tcp 5432/5432 from web prio 1\n";

fn small(name: &str) -> Folder {
    Folder::new(name).with("account.json", &write(&scenario_of(SMALL)))
}

const OPEN: &str = "aliyun ecs AuthorizeSecurityGroup --RegionId cn-hangzhou --SecurityGroupId db \
    --Permissions.1.IpProtocol TCP --Permissions.1.PortRange 22/22 \
    --Permissions.1.SourceCidrIp 10.0.0.0/24";
const ISOLATE: &str = "aliyun ecs ModifySecurityGroupPolicy --RegionId cn-hangzhou \
    --SecurityGroupId db --InnerAccessPolicy Drop";
const REFUSED: &str = "aliyun ecs DeleteSecurityGroup --RegionId cn-hangzhou --SecurityGroupId web";

#[test]
fn what_calls_would_change_is_said_together_with_the_way_back() {
    let folder = small("what-if");
    let said = folder.out(&["what-if", "account.json", OPEN, ISOLATE]);
    for line in [
        "call 1, AuthorizeSecurityGroup: answered without an error",
        "changed: security group db: intra-group connectivity policy Accept → Drop",
        "web-* → db-*: TCP 22 opened, 4 pairs",
        "db-* → db-*: all traffic closed, 2 pairs",
        "aliyun ecs ModifySecurityGroupPolicy",
        "aliyun ecs RevokeSecurityGroup ",
    ] {
        assert!(said.contains(line), "{line}\n{said}");
    }
    // The way back leads back.
    let back = folder.json(&["what-if", "account.json", OPEN, ISOLATE, "--format", "json"]);
    assert_eq!(back["take_back"]["complete"], true, "{back}");
    let commands = back["take_back"]["commands"].as_array().unwrap();
    let commands = commands.iter().map(|command| command.as_str().unwrap());
    let args: Vec<&str> =
        ["what-if", "account.json", OPEN, ISOLATE].into_iter().chain(commands).collect();
    let nothing = folder.out(&args);
    assert!(nothing.contains("The configurations are identical."), "{nothing}");
    assert!(nothing.contains("No traffic is affected."), "{nothing}");
}

#[test]
fn a_refused_call_is_told_with_its_code_and_changes_nothing() {
    let folder = small("refused");
    let output = folder.run(&["what-if", "account.json", REFUSED, ISOLATE]);
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(said.contains("call 1, DeleteSecurityGroup: DependencyViolation"), "{said}");
    assert!(said.contains("call 2, ModifySecurityGroupPolicy: answered"), "{said}");
    assert!(!said.contains("removed: security group"), "{said}");
    let unread = folder.run(&["what-if", "account.json", "aliyun ecs Nonsense"]);
    assert_eq!(unread.status.code(), Some(2));
    let unread = String::from_utf8(unread.stderr).unwrap();
    assert!(unread.contains("call 1: ") && unread.lines().count() == 1, "{unread}");
}

#[test]
fn calls_are_read_from_a_file_before_those_in_the_arguments() {
    let folder = small("file").with("calls.txt", &format!("# tonight\n\n{ISOLATE}\n"));
    let args = ["what-if", "account.json", OPEN, "--calls", "calls.txt", "--format", "json"];
    let json = folder.json(&args);
    let actions = json["calls"].as_array().unwrap().iter().map(|call| call["action"].clone());
    let actions: Vec<_> = actions.collect();
    assert_eq!(actions, ["ModifySecurityGroupPolicy", "AuthorizeSecurityGroup"]);
    let markdown =
        folder.out(&["what-if", "account.json", "--calls", "calls.txt", "--format=markdown"]);
    assert!(markdown.starts_with("### ") && markdown.contains("`db-*` → `db-*`"), "{markdown}");
    let folder = folder.with("bad.txt", &format!("{ISOLATE}\nnonsense\n"));
    let bad = folder.run(&["what-if", "account.json", "--calls", "bad.txt"]);
    assert_eq!(bad.status.code(), Some(2));
    assert!(String::from_utf8(bad.stderr).unwrap().contains("bad.txt:2: "));
}

/// A group that the calls create, with a rule and a member, is gone after the way back.
#[test]
fn what_calls_create_is_named_by_variables_on_the_way_back() {
    let folder = small("create");
    let create = "aliyun ecs CreateSecurityGroup --RegionId cn-hangzhou --VpcId vpc-1 \
        --SecurityGroupName batch";
    let json = folder.json(&["what-if", "account.json", create, "--format", "json"]);
    assert_eq!(json["take_back"]["complete"], true, "{json}");
    assert_eq!(json["configured"][0]["kind"], "group", "{json}");
    let command = json["take_back"]["commands"][0].as_str().unwrap();
    assert!(
        command.contains("DeleteSecurityGroup") && command.contains("new_group_1"),
        "{command}"
    );
}
