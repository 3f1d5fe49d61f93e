//! Every proposed fix and every fix of a finding, made with API calls that the emulator accepts.

#![expect(clippy::unwrap_used, reason = "a test panics on the first error")]

use proptest::prelude::*;
use proptest::sample::{Index, select};

use sg_core::connectivity::*;
use sg_core::emulator::{self, Action, Call, Env};
use sg_core::history::{as_calls, undo_calls};
use sg_core::model::*;
use sg_testing::scenario_text::scenario_of;
use sg_testing::worlds::worlds;

/// The scenario after the calls; each call must be accepted.
fn called(world: &Scenario, calls: &[Call]) -> Result<Scenario, String> {
    let mut world = world.clone();
    for (entropy, call) in (1..).zip(calls) {
        let env = Env { now: Timestamp::from_unix_seconds(1_767_225_600), entropy };
        let answer = emulator::answer(&world, call, &env);
        world = answer.map_err(|error| format!("{call:?}: {error:?}"))?.scenario;
    }
    Ok(world)
}

/// A random scenario with realistic ids, in a region that accepts protocol numbers.
fn named(text: &str) -> Scenario {
    let text = text.replace("G1", "sg-1").replace("G2", "sg-2").replace("G3", "sg-3");
    let world = scenario_of(&text.replace("A1", "sg-a").replace("B1", "sg-b"));
    world.edited(|draft| draft.region = RegionId::parse("cn-qingdao").unwrap()).unwrap()
}

fn same(a: &Scenario, b: &Scenario) -> bool {
    let all = |world: &Scenario| matrix(world, PacketChoice::All, CheckedDirections::Both);
    diff(&all(a), &all(b)).is_empty()
}

/// The calls that take edits back lead to the scenario before them, but for the ids of rules.
fn taken_back(before: &Scenario, after: &Scenario, edits: &[Edit]) -> Result<(), TestCaseError> {
    let Some(calls) = undo_calls(before, edits).unwrap() else {
        let rules = || before.groups().flat_map(|group| &group.rules);
        // Rules that no call can write again.
        let frozen = |id: &RuleId| {
            rules().any(|rule| {
                let same = rule.spec.local_cidr.map(Peer::Cidr) == Some(rule.spec.peer.clone());
                let legacy = rule.spec.priority > Priority::WEAKEST_WRITABLE;
                rule.id == *id && (same || legacy)
            })
        };
        let touched = edits.iter().any(|edit| match edit {
            Edit::RemoveRule { rule, .. } | Edit::Reprioritise { rule, .. } => frozen(rule),
            Edit::AddRule { .. }
            | Edit::SetPolicy { .. }
            | Edit::Join { .. }
            | Edit::Leave { .. } => false,
        });
        prop_assert!(touched, "{edits:?} could be taken back");
        return Ok(());
    };
    let again = called(after, &calls).map_err(TestCaseError::fail)?;
    prop_assert!(same(before, &again), "{edits:?}\n{calls:?}");
    for (old, new) in before.groups().zip(again.groups()) {
        let said = |group: &SecurityGroup| -> std::collections::BTreeSet<String> {
            group.rules.iter().map(|rule| format!("{} {}", rule.spec, rule.description)).collect()
        };
        prop_assert_eq!(said(old), said(new), "{:?}", edits);
        prop_assert_eq!(old.group_type, new.group_type);
    }
    for (old, new) in before.interfaces().zip(again.interfaces()) {
        let groups = |own: &NetworkInterface| -> std::collections::BTreeSet<SecurityGroupId> {
            own.groups.iter().cloned().collect()
        };
        prop_assert_eq!(groups(old), groups(new), "{:?}", edits);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_emulator_accepts_every_fix_and_it_does_the_same(
        text in worlds(8),
        from in any::<Index>(),
        to in any::<Index>(),
        protocol in select(vec!["tcp", "all", "icmp", "esp"]),
        reach in any::<bool>(),
    ) {
        let world = named(&text);
        let all = ends(&world);
        let packets = match protocol {
            "tcp" => ProtocolFilter::Tcp(PortFilter::to(PortRange::parse("443/443").unwrap())),
            "all" => ProtocolFilter::All,
            "icmp" => ProtocolFilter::Icmp,
            _ => ProtocolFilter::Number(50),
        };
        let intent = if reach { Intent::Allow } else { Intent::Block };
        let goal = Goal { from: from.get(&all).clone(), to: to.get(&all).clone(), packets, intent };
        for fix in fix(&world, &goal).unwrap().fixes {
            let calls = as_calls(&world, &fix.edits).unwrap();
            let by_calls = called(&world, &calls);
            let by_calls = by_calls.map_err(|error| TestCaseError::fail(format!("{text}\n{error}")))?;
            let by_edits =
                fix.edits.iter().fold(world.clone(), |world, edit| edit.apply(&world).unwrap());
            prop_assert!(same(&by_calls, &by_edits), "{text}\n{fix:?}");
            taken_back(&world, &by_calls, &fix.edits)?;
        }
    }

    #[test]
    fn the_emulator_accepts_every_fix_of_a_finding(text in worlds(10)) {
        let world = named(&text);
        for finding in lint(&world) {
            for fix in &finding.fixes {
                let calls = as_calls(&world, fix).unwrap();
                let moves = fix.iter().filter(|edit| matches!(edit, Edit::Reprioritise { .. }));
                prop_assert_eq!(calls.len(), fix.len() + moves.count());
                let by_calls = called(&world, &calls);
                let by_calls =
                    by_calls.map_err(|error| TestCaseError::fail(format!("{text}\n{error}")))?;
                let by_edits =
                    fix.iter().fold(world.clone(), |world, edit| edit.apply(&world).unwrap());
                prop_assert!(same(&by_calls, &by_edits), "{text}\n{fix:?}");
                taken_back(&world, &by_calls, fix)?;
            }
        }
    }
}

#[test]
fn each_kind_of_edit_is_the_call_a_reader_expects() {
    let world = scenario_of(
        "group sg-1 basic drop
         group sg-2 basic drop
         instance ecs1 10.0.0.11 in sg-1 sg-2
         interface eni-2 of ecs1 10.0.0.12 in sg-1
         rule sg-1 in accept tcp 22/22 sport 1000/2000 from sg-2 to 10.0.0.11/32 prio 7",
    );
    let group = || SecurityGroupId::parse("sg-1").unwrap();
    let other = || SecurityGroupId::parse("sg-2").unwrap();
    let rule = || RuleId::parse("sgr-1").unwrap();
    let eni = |id: &str| NetworkInterfaceId::parse(id).unwrap();
    let fields = world.groups().next().unwrap().rules.first().unwrap().spec.clone();
    let calls = |edit: Edit| -> Vec<String> {
        let calls = as_calls(&world, &[edit]).unwrap();
        assert!(called(&world, &calls).is_ok());
        let text = |call: &Call| {
            let params = call.params.iter().filter(|(name, _)| *name != "RegionId");
            let params: Vec<String> =
                params.map(|(name, value)| format!("{name}={value}")).collect();
            format!("{} {}", call.action.as_str(), params.join(" "))
        };
        calls.iter().map(text).collect()
    };
    let priority = Priority::new(3).unwrap();
    let accept = "Permissions.1.Policy=Accept Permissions.1.Priority=3 Permissions.1.IpProtocol=TCP \
        Permissions.1.PortRange=22/22 Permissions.1.SourcePortRange=1000/2000 \
        Permissions.1.SourceGroupId=sg-2 Permissions.1.DestCidrIp=10.0.0.11/32";
    let authorize = format!("AuthorizeSecurityGroup SecurityGroupId=sg-1 {accept}");
    let revoke = "RevokeSecurityGroup SecurityGroupId=sg-1 SecurityGroupRuleId.1=sgr-1";
    let add = RuleSpec { priority, ..fields };
    assert_eq!(calls(Edit::AddRule { group: group(), rule: add }), [authorize.as_str()]);
    assert_eq!(calls(Edit::RemoveRule { group: group(), rule: rule() }), [revoke]);
    let again = Edit::Reprioritise { group: group(), rule: rule(), priority };
    assert_eq!(calls(again), [authorize.as_str(), revoke]);
    let policy = InnerAccessPolicy::Accept;
    assert_eq!(
        calls(Edit::SetPolicy { group: group(), policy }),
        ["ModifySecurityGroupPolicy SecurityGroupId=sg-1 InnerAccessPolicy=Accept"]
    );
    assert_eq!(
        calls(Edit::Join { interface: eni("eni-2"), group: other() }),
        ["JoinSecurityGroup SecurityGroupId=sg-2 NetworkInterfaceId=eni-2"]
    );
    assert_eq!(
        calls(Edit::Leave { interface: eni("eni-ecs1"), group: other() }),
        ["LeaveSecurityGroup SecurityGroupId=sg-2 InstanceId=ecs1"]
    );
}

#[test]
fn a_peer_is_named_by_its_kind_whatever_its_id_begins_with() {
    let world = scenario_of(
        "list offices 198.51.100.0/24
         group web basic drop
         group db basic drop
         rule db in accept tcp 3306/3306 from 0.0.0.0/0 prio 1",
    );
    let db = SecurityGroupId::parse("db").unwrap();
    let spec = world.group(&db).unwrap().rules[0].spec.clone();
    let peers = [
        (Peer::Group(SecurityGroupId::parse("web").unwrap()), "SourceGroupId", "web"),
        (
            Peer::PrefixList(PrefixListId::parse("offices").unwrap()),
            "SourcePrefixListId",
            "offices",
        ),
    ];
    for (peer, field, id) in peers {
        let rule = RuleSpec { peer, priority: Priority::new(2).unwrap(), ..spec.clone() };
        let calls = as_calls(&world, &[Edit::AddRule { group: db.clone(), rule }]).unwrap();
        assert_eq!(calls[0].params.given(&format!("Permissions.1.{field}")), Some(id));
        assert!(called(&world, &calls).is_ok(), "{field}");
    }
}

#[test]
fn where_there_is_no_room_for_two_the_old_rule_goes_first() {
    // A basic group may have at most twenty rules that reference a group.
    let mut text = "group sg-1 basic drop\ngroup sg-2 basic drop\n".to_owned();
    for port in 1..=20 {
        text += &format!("rule sg-1 in accept tcp {port}/{port} from sg-2 prio 5\n");
    }
    let world = scenario_of(&text);
    let edit = Edit::Reprioritise {
        group: SecurityGroupId::parse("sg-1").unwrap(),
        rule: RuleId::parse("sgr-3").unwrap(),
        priority: Priority::STRONGEST,
    };
    let calls = as_calls(&world, &[edit]).unwrap();
    let actions: Vec<Action> = calls.iter().map(|call| call.action).collect();
    assert_eq!(actions, [Action::RevokeSecurityGroup, Action::AuthorizeSecurityGroup]);
    assert_eq!(called(&world, &calls).unwrap().groups().next().unwrap().rules.len(), 20);
}
