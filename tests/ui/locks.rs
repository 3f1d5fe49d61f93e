//! Locks: they cover every way to edit a scenario, each protects its own part and nothing else, and
//! opening something is not an edit. No browser.

use std::collections::BTreeSet;
use std::rc::Rc;
use std::sync::Arc;

use sg_core::emulator::{Action as Operation, Call, GroupForm, PermissionForm};
use sg_core::error_example::error_examples;
use sg_core::history::{
    Edit, InterfaceEdit, NewInterface, OutsideEdit, PrefixListEdit, PublicAddress, TopologyEdit,
    VpcEdit,
};
use sg_core::language::Language;
use sg_core::lesson::{Draft, first_scenario};
use sg_core::model::{
    Direction, GroupType, InnerAccessPolicy, InstanceId, IntraGroupPrecedence, NetworkInterfaceId,
    ResourceGroupId, RuleId, Scenario, SecurityGroupId, VpcId,
};
use sg_core::share::Stamp;
use sg_playground::state::{
    Action, AutosaveAction, AutosaveNotice, BuilderTab, LessonEdit, LessonStep, LocationEdit, Lock,
    Opening, Presentation, QuizEdit, RequestEdit, State, Theme, View, empty_scenario,
};
use sg_testing::environment::env;
use yew::Reducible;

fn page(query: &str, fragment: &str) -> Rc<State> {
    let presentation = Rc::new(Presentation::parse(query));
    let view = View { presentation, ..View::new(Language::En, Theme::System) };
    let state = Rc::new(State::opened(Opening::of(fragment), &view));
    assert_eq!(state.location.bad, None, "{fragment}");
    state
}

fn act(state: &Rc<State>, action: Action) -> Rc<State> {
    Rc::clone(state).reduce(action)
}

fn group(name: &str) -> SecurityGroupId {
    SecurityGroupId::parse(name).unwrap()
}

fn instance(number: u8) -> InstanceId {
    InstanceId::parse(&format!("i-bp1ecs{number}")).unwrap()
}

fn interface(number: u8) -> NetworkInterfaceId {
    NetworkInterfaceId::parse(&format!("eni-bp1ecs{number}")).unwrap()
}

fn rule_of(scenario: &Scenario, direction: Direction) -> RuleId {
    let rules = &scenario.group(&group("sg-bp1g2")).unwrap().rules;
    rules.iter().find(|rule| rule.spec.direction == direction).unwrap().id.clone()
}

fn form(description: &str) -> PermissionForm<'_> {
    let (protocol, port_range, peer) = ("TCP", "22/22", "203.0.113.0/24");
    PermissionForm { protocol, port_range, peer, description, ..Default::default() }
}

/// A scenario in which everything can be edited: the first one with rules, an empty group with a tag
/// in a resource group, a second interface and address, an interface that is attached to nothing, a
/// prefix list, a port list and connected VPCs.
fn ground() -> Arc<Scenario> {
    let (region, g2) = (first_scenario().region().clone(), group("sg-bp1g2"));
    let new = NewInterface { groups: vec![g2.clone()], ..NewInterface::default() };
    let rules = |side, words| Edit::Call(Call::authorize(&region, &g2, side, &[form(words)]));
    let rules = [rules(Direction::Ingress, "in"), rules(Direction::Egress, "out")];
    let address = "10.0.0.77".parse().unwrap();
    let blocks = |block: &str| vec![block.parse().unwrap()];
    let spare = GroupForm { vpc: "vpc-bp1main", name: "spare", ..GroupForm::default() };
    let mut state = page("", "");
    let before = [
        Edit::Call(Call::create_security_group(&region, &spare)),
        Edit::Call(Call::create_network_interface(&region, &main_vpc(), &[g2], &[])),
        Edit::Topology(TopologyEdit::Interface(InterfaceEdit::Attach {
            instance: instance(1),
            interface: new,
        })),
        Edit::Topology(TopologyEdit::Interface(InterfaceEdit::AddAddress {
            interface: interface(1),
            address,
        })),
        Edit::Topology(TopologyEdit::PrefixList(PrefixListEdit::Create {
            name: "offices".to_owned(),
            blocks: blocks("203.0.113.0/24"),
            max_entries: 5,
        })),
        Edit::Call(Call::new(
            Operation::CreatePortRangeList,
            [
                ("RegionId", region.as_str()),
                ("PortRangeListName", "web"),
                ("MaxEntries", "5"),
                ("Entry.1.PortRange", "80/80"),
            ],
        )),
        Edit::Topology(TopologyEdit::Vpc(VpcEdit::Create {
            name: "second".to_owned(),
            blocks: blocks("172.16.0.0/12"),
        })),
        Edit::Topology(TopologyEdit::Vpc(VpcEdit::Create {
            name: "third".to_owned(),
            blocks: blocks("192.168.0.0/16"),
        })),
    ];
    for (number, edit) in (1..).zip(rules.into_iter().chain(before)) {
        let next = act(&state, Action::Edit(edit, env(number)));
        assert_ne!(next.scenario(), state.scenario(), "{number}");
        state = next;
    }
    let ids: Vec<_> = state.scenario().parts().vpcs.keys().cloned().collect();
    let joined = VpcEdit::Connect { a: ids[0].clone(), b: ids[1].clone() };
    state = act(&state, Action::Edit(Edit::Topology(TopologyEdit::Vpc(joined)), env(20)));
    let mut parts = state.scenario().parts().clone();
    let spare = parts.groups.values_mut().find(|group| group.name == "spare").unwrap();
    let labels = &mut Arc::make_mut(spare).labels;
    labels.tags.insert("team".to_owned(), "web".to_owned());
    labels.resource_group = ResourceGroupId::parse("rg-spare").ok();
    Arc::new(Scenario::new(parts).unwrap())
}

fn main_vpc() -> VpcId {
    VpcId::parse("vpc-bp1main").unwrap()
}

/// Every kind of edit with the lock that covers it; each one changes the ground.
fn edits(scenario: &Scenario) -> Vec<(Lock, Edit)> {
    let mut edits: Vec<(Lock, Edit)> =
        calls(scenario).into_iter().map(|(lock, call)| (lock, Edit::Call(call))).collect();
    edits.extend(topology(scenario).into_iter().map(|edit| {
        let managed = matches!(edit, TopologyEdit::CreateManagedGroup { .. });
        (if managed { Lock::Groups } else { Lock::Topology }, Edit::Topology(edit))
    }));
    edits
}

fn calls(scenario: &Scenario) -> Vec<(Lock, Call)> {
    let (region, g2) = (scenario.region(), group("sg-bp1g2"));
    let spare = scenario.groups().find(|group| group.name == "spare").unwrap().id.clone();
    let both = [Direction::Ingress, Direction::Egress];
    let further = PermissionForm { port_range: "80/80", ..form("more") };
    let created = GroupForm { vpc: "vpc-bp1main", name: "new", ..GroupForm::default() };
    let mut calls = vec![
        (Lock::Policy, Call::modify_security_group_policy(region, &g2, InnerAccessPolicy::Drop)),
        (Lock::Members, Call::join_instance(region, &instance(3), &g2)),
        (Lock::Members, Call::leave_instance(region, &instance(2), &g2)),
        (Lock::Groups, Call::create_security_group(region, &created)),
        (Lock::Groups, Call::delete_security_group(region, &spare)),
        (Lock::Groups, Call::modify_security_group_attribute(region, &g2, "renamed", "")),
    ];
    calls.extend(calls_around(scenario));
    for side in both {
        let rule = rule_of(scenario, side);
        let changes = PermissionForm { policy: "drop", ..form("changed") };
        calls.push((Lock::Rules, Call::authorize(region, &g2, side, &[further])));
        calls.push((Lock::Rules, Call::revoke(region, &g2, side, std::slice::from_ref(&rule))));
        calls.push((Lock::Rules, Call::modify_rule(region, &g2, side, &rule, &changes)));
    }
    calls
}

/// Calls about interfaces, prefix lists, port lists, tags and resource groups.
fn calls_around(scenario: &Scenario) -> Vec<(Lock, Call)> {
    let (region, g2, g3) = (scenario.region(), group("sg-bp1g2"), group("sg-bp1g3"));
    let spare = scenario.groups().find(|group| group.name == "spare").unwrap().id.clone();
    let free = scenario.interfaces().find(|own| own.is_unattached()).unwrap().id.clone();
    let second = scenario.instance(&instance(1)).unwrap().interfaces[1].clone();
    let list = Arc::clone(scenario.parts().prefix_lists.values().next().unwrap());
    let labels = |action, id: &SecurityGroupId, more: [(&str, &str); 1]| {
        let (kind, id) = ("securitygroup", id.as_str());
        let params = [("RegionId", region.as_str()), ("ResourceType", kind), ("ResourceId.1", id)];
        Call::new(action, params.into_iter().chain(more))
    };
    let moved = [
        ("RegionId", region.as_str()),
        ("ResourceType", "securitygroup"),
        ("ResourceId", "sg-bp1g2"),
        ("ResourceGroupId", "rg-spare"),
    ];
    vec![
        (Lock::Members, Call::set_groups_of_instance(&instance(1), [&g3])),
        (Lock::Members, Call::set_groups_of_interface(region, &interface(1), [&g3])),
        (
            Lock::Topology,
            Call::create_network_interface(region, &main_vpc(), std::slice::from_ref(&g2), &[]),
        ),
        (Lock::Topology, Call::attach_network_interface(region, &instance(3), &free)),
        (Lock::Topology, Call::detach_network_interface(region, &instance(1), &second)),
        (Lock::Topology, Call::delete_network_interface(region, &free)),
        (Lock::Groups, labels(Operation::TagResources, &g2, [("Tag.1.Key", "team")])),
        (Lock::Groups, labels(Operation::UntagResources, &spare, [("TagKey.1", "team")])),
        (Lock::Groups, Call::new(Operation::JoinResourceGroup, moved)),
        (Lock::Topology, Call::create_prefix_list(region, "partner", &["192.0.2.0/24"], "9")),
        (Lock::Topology, Call::modify_prefix_list(region, &list, "partner", &[])),
        (Lock::Topology, Call::delete_prefix_list(region, &list.id)),
    ]
    .into_iter()
    .chain(calls_about_port_lists(scenario))
    .collect()
}

fn calls_about_port_lists(scenario: &Scenario) -> [(Lock, Call); 3] {
    let list = scenario.parts().port_lists.keys().next().unwrap().as_str();
    let call = |operation, params: &[(&str, &str)]| {
        let region = ("RegionId", scenario.region().as_str());
        let call = Call::new(operation, std::iter::once(region).chain(params.iter().copied()));
        (Lock::Topology, call)
    };
    [
        call(
            Operation::CreatePortRangeList,
            &[("PortRangeListName", "more"), ("MaxEntries", "9"), ("Entry.1.PortRange", "22/22")],
        ),
        call(
            Operation::ModifyPortRangeList,
            &[("PortRangeListId", list), ("AddEntry.1.PortRange", "443/443")],
        ),
        call(Operation::DeletePortRangeList, &[("PortRangeListId", list)]),
    ]
}

fn topology(scenario: &Scenario) -> Vec<TopologyEdit> {
    let vpcs: Vec<_> = scenario.parts().vpcs.keys().cloned().collect();
    let list = scenario.parts().prefix_lists.keys().next().unwrap().clone();
    let second = scenario.instance(&instance(1)).unwrap().interfaces[1].clone();
    let new = NewInterface {
        groups: vec![group("sg-bp1g3")],
        public: PublicAddress::NextFree,
        ..NewInterface::default()
    };
    let block = "192.0.2.0/24".parse().unwrap();
    let (name, outside) = ("partner".to_owned(), "internet".to_owned());
    let interfaces = [
        InterfaceEdit::Attach { instance: instance(3), interface: new.clone() },
        InterfaceEdit::Detach { interface: second },
        InterfaceEdit::AddAddress {
            interface: interface(2),
            address: "10.0.0.99".parse().unwrap(),
        },
        InterfaceEdit::RemoveAddress {
            interface: interface(1),
            address: "10.0.0.77".parse().unwrap(),
        },
        InterfaceEdit::SetPublic { interface: interface(2), address: None },
    ];
    let outsides = [
        OutsideEdit::Add { name: name.clone(), block },
        OutsideEdit::Change { outside: outside.clone(), name: name.clone(), block },
        OutsideEdit::Remove { outside },
    ];
    let lists = [
        PrefixListEdit::Create { name: name.clone(), blocks: vec![block], max_entries: 9 },
        PrefixListEdit::Change {
            list: list.clone(),
            name: name.clone(),
            blocks: vec![],
            max_entries: 7,
        },
        PrefixListEdit::Delete { list },
    ];
    let blocks = vec!["10.128.0.0/9".parse().unwrap()];
    let third = vpcs[2].clone();
    let around = [
        VpcEdit::Create { name: name.clone(), blocks: blocks.clone() },
        VpcEdit::Change { vpc: third.clone(), name: name.clone(), blocks },
        VpcEdit::SetSnat { vpc: third.clone(), snat: Some(true) },
        VpcEdit::Delete { vpc: third.clone() },
        VpcEdit::Connect { a: vpcs[0].clone(), b: third },
        VpcEdit::Disconnect { a: vpcs[0].clone(), b: vpcs[1].clone() },
    ];
    let kind = GroupType::Basic(InnerAccessPolicy::Accept);
    let mut all = vec![
        TopologyEdit::CreateInstance { name: name.clone(), interfaces: vec![new] },
        TopologyEdit::RenameInstance { instance: instance(1), name: name.clone() },
        TopologyEdit::ReleaseInstance { instance: instance(3) },
        TopologyEdit::CreateManagedGroup { name, vpc: vpcs[0].clone(), group_type: kind },
        TopologyEdit::Read { precedence: IntraGroupPrecedence::CustomEgressFirst },
    ];
    all.extend(interfaces.map(TopologyEdit::Interface));
    all.extend(outsides.map(TopologyEdit::Outside));
    all.extend(lists.map(TopologyEdit::PrefixList));
    all.extend(around.map(TopologyEdit::Vpc));
    all
}

/// A page with the ground, presented according to a query, without any edits.
fn grounded(query: &str) -> Rc<State> {
    let view = View {
        presentation: Rc::new(Presentation::parse(query)),
        ..View::new(Language::En, Theme::System)
    };
    Rc::new(State::new(ground(), view))
}

/// Every action that can lead to an edit.
fn ways(edit: &Edit) -> Vec<Vec<Action>> {
    let mut ways = vec![vec![Action::Edit(edit.clone(), env(50))]];
    if let Edit::Call(call) = edit {
        let load = Action::Request(RequestEdit::Load(call.clone()));
        ways.push(vec![load, Action::Send(env(50))]);
        let words = call.params.iter().map(|(name, value)| format!(" --{name} '{value}'"));
        let line = format!("aliyun ecs {}{}", call.action.as_str(), words.collect::<String>());
        ways.push(vec![Action::RunConsoleLine(line, env(50))]);
    }
    ways
}

fn done(state: &Rc<State>, way: &[Action]) -> Rc<State> {
    way.iter().fold(Rc::clone(state), |state, action| state.reduce(action.clone()))
}

#[test]
fn the_list_of_edits_is_whole_and_each_of_them_does_something() {
    let open = grounded("");
    let edits = edits(open.scenario());
    for (lock, edit) in &edits {
        for way in ways(edit) {
            let after = done(&open, &way);
            assert_ne!(after.scenario(), open.scenario(), "{lock:?} {way:?}");
            assert_eq!(after.view.locked_notice, None);
        }
    }
    for operation in Operation::ALL {
        let made =
            |(_, edit): &(Lock, Edit)| matches!(edit, Edit::Call(call) if call.action == operation);
        assert_eq!(edits.iter().any(made), !operation.is_query(), "{}", operation.as_str());
    }
    // A new kind of topology edit does not compile here until it is listed above.
    let kind = |edit: &TopologyEdit| match edit {
        TopologyEdit::CreateInstance { .. } => "create",
        TopologyEdit::RenameInstance { .. } => "rename",
        TopologyEdit::ReleaseInstance { .. } => "release",
        TopologyEdit::Interface(InterfaceEdit::Attach { .. }) => "attach",
        TopologyEdit::Interface(InterfaceEdit::Detach { .. }) => "detach",
        TopologyEdit::Interface(InterfaceEdit::AddAddress { .. }) => "add",
        TopologyEdit::Interface(InterfaceEdit::RemoveAddress { .. }) => "remove",
        TopologyEdit::Interface(InterfaceEdit::SetPublic { .. }) => "public",
        TopologyEdit::Outside(OutsideEdit::Add { .. }) => "outside",
        TopologyEdit::Outside(OutsideEdit::Change { .. }) => "other outside",
        TopologyEdit::Outside(OutsideEdit::Remove { .. }) => "no outside",
        TopologyEdit::PrefixList(PrefixListEdit::Create { .. }) => "list",
        TopologyEdit::PrefixList(PrefixListEdit::Change { .. }) => "other list",
        TopologyEdit::PrefixList(PrefixListEdit::Delete { .. }) => "no list",
        TopologyEdit::Vpc(VpcEdit::Create { .. }) => "vpc",
        TopologyEdit::Vpc(VpcEdit::Change { .. }) => "other vpc",
        TopologyEdit::Vpc(VpcEdit::SetSnat { .. }) => "snat",
        TopologyEdit::Vpc(VpcEdit::Delete { .. }) => "no vpc",
        TopologyEdit::Vpc(VpcEdit::Connect { .. }) => "connect",
        TopologyEdit::Vpc(VpcEdit::Disconnect { .. }) => "disconnect",
        TopologyEdit::CreateManagedGroup { .. } => "managed",
        TopologyEdit::Read { .. } => "read",
        // Replaces the whole scenario; it has its own test.
        TopologyEdit::StartOver { .. } => "over",
    };
    let kinds: BTreeSet<&str> = topology(open.scenario()).iter().map(kind).collect();
    assert_eq!(kinds.len(), 22, "{kinds:?}");
}

#[test]
fn whatever_way_an_edit_comes_a_locked_scenario_stays() {
    let locked = grounded("?embed=1&lock=all");
    for (lock, edit) in edits(locked.scenario()) {
        for way in ways(&edit) {
            let after = done(&locked, &way);
            assert_eq!(after.scenario(), locked.scenario(), "{way:?}");
            assert!(Rc::ptr_eq(&after.history, &locked.history), "not even in the log: {way:?}");
            assert!(after.console.is_empty());
            assert_eq!(after.view.locked_notice, Some(lock), "{way:?}");
        }
        let pointed = act(&locked, Action::Preview(Some(edit)));
        assert!(Rc::ptr_eq(&pointed, &locked), "not even predicted");
    }
}

#[test]
fn each_lock_keeps_its_own_part_and_nothing_else() {
    for lock in Lock::ALL {
        let others = Lock::ALL.into_iter().filter(|other| *other != lock).map(Lock::word);
        let others = others.collect::<Vec<_>>().join(",");
        let alone = grounded(&format!("?lock={}", lock.word()));
        let around = grounded(&format!("?lock={others}"));
        for (own, edit) in edits(alone.scenario()) {
            for (page, held) in [(&alone, own == lock), (&around, own != lock)] {
                let after = act(page, Action::Edit(edit.clone(), env(50)));
                // A locked edit changes nothing and names the lock; any other edit is applied.
                assert_eq!(after.scenario() == page.scenario(), held, "{lock:?} {edit:?}");
                assert_eq!(after.view.locked_notice, held.then_some(own), "{lock:?} {edit:?}");
            }
        }
    }
}

#[test]
fn a_whole_scenario_is_no_way_around_a_lock() {
    let open = grounded("");
    for lock in Lock::ALL {
        let locked = grounded(&format!("?embed=1&lock={}", lock.word()));
        for (own, edit) in edits(open.scenario()) {
            let after = act(&open, Action::Edit(edit.clone(), env(50)));
            let scenario = Arc::clone(after.scenario());
            let over = Edit::Topology(TopologyEdit::start_over(scenario));
            let presentation = &locked.view.presentation;
            let held = presentation.rejects(locked.scenario(), std::slice::from_ref(&over));
            assert_eq!(held, own == lock, "{lock:?} {edit:?}");
            let next = act(&locked, Action::Edit(over, env(51)));
            assert_eq!(next.scenario() == locked.scenario(), own == lock, "{lock:?} {edit:?}");
            assert_eq!(next.view.locked_notice, (own == lock).then_some(lock));
        }
    }
}

#[test]
fn the_error_laboratory_prepares_nothing_that_is_locked() {
    let locked = page("?embed=1&lock=all&panes=request", "");
    let mut prepared = 0;
    for operation in [Operation::DeleteSecurityGroup, Operation::JoinSecurityGroup] {
        for entry in error_examples(operation, &locked.history, &env(60)) {
            let Ok(error_example) = &entry.error_example else { continue };
            if error_example.prepare.is_empty() {
                continue;
            }
            prepared += 1;
            let presentation = &locked.view.presentation;
            assert!(presentation.rejects(locked.scenario(), &error_example.prepare));
            let all = error_example.prepare.iter().map(|edit| Action::Edit(edit.clone(), env(61)));
            let after = done(&locked, &all.collect::<Vec<_>>());
            assert_eq!(after.scenario(), locked.scenario(), "{:?}", entry.row.code);
        }
    }
    assert!(prepared > 0, "some error examples need preparation");
}

/// Whether an action in a lesson or quiz may show a locked notice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Notice {
    /// Never: it leaves every scenario unchanged.
    Never,
    /// It may, because it can lead to another scenario.
    MayAppear,
}

/// A link to unfinished work on a lesson, whose scenario differs from the lesson's own.
fn half_done() -> String {
    let opened = page("", "#lesson/three-groups");
    let region = opened.scenario().region().clone();
    let g3 = group("sg-bp1g3");
    let flip = Call::modify_security_group_policy(&region, &g3, InnerAccessPolicy::Drop);
    let work = act(&opened, Action::Edit(Edit::Call(flip), env(70)));
    work.shared_route(false).unwrap().to_string()
}

#[test]
fn in_a_lesson_and_in_a_quiz_nothing_gets_around_a_lock() {
    for fragment in ["", "#lesson/three-groups", &half_done(), "#quiz/5"] {
        let locked = page("?embed=1&lock=all", fragment);
        let (first, last) = (LessonStep::Predict, LessonStep::Why);
        let stamp = Stamp { page: "b".to_owned(), revision: 1 };
        let (never, may) = (Notice::Never, Notice::MayAppear);
        let actions = [
            (may, Action::Undo),
            (may, Action::Redo),
            (may, Action::Scrub(0)),
            (may, Action::Scrub(9)),
            (may, Action::Restore(env(80))),
            (never, Action::ClearLog),
            (never, Action::Lesson(LessonEdit::Predict(0))),
            (never, Action::Lesson(LessonEdit::Step(first))),
            (never, Action::Lesson(LessonEdit::Step(last))),
            (never, Action::Lesson(LessonEdit::Hint)),
            (may, Action::Lesson(LessonEdit::Restart(env(81)))),
            (never, Action::Lesson(LessonEdit::Leave)),
            (never, Action::Location(LocationEdit::Builder(Some(BuilderTab::Goals)))),
            (never, Action::Location(LocationEdit::Draft(Rc::new(Draft::default())))),
            (never, Action::Location(LocationEdit::HideLostLog)),
            (never, Action::Autosave(AutosaveAction::Say(AutosaveNotice::Elsewhere(stamp)))),
            (never, Action::Quiz(QuizEdit::Answer(true))),
            (never, Action::Quiz(QuizEdit::Leave(env(97)))),
            (never, Action::Fixes(true)),
            (may, Action::StartOver(env(82))),
        ];
        // Run the actions in sequence as well, so that one cannot enable the next.
        let mut state = Rc::clone(&locked);
        for (notice, action) in actions {
            let next = act(&state, action.clone());
            assert_eq!(next.scenario(), locked.scenario(), "{fragment}: {action:?}");
            let alone = act(&locked, action.clone());
            assert_eq!(alone.scenario(), locked.scenario(), "{fragment}: {action:?}");
            assert!(notice == may || alone.view.locked_notice.is_none(), "{action:?}");
            state = next;
        }
        // If the last action opens the scenario itself, edits are still locked.
        assert!(state.asked().is_none() && state.location.learning.is_none());
        let scenario = Arc::clone(state.scenario());
        let own = scenario.groups().next().unwrap();
        let policy = own.group_type.inner_access_policy().flipped();
        let flip = Call::modify_security_group_policy(scenario.region(), &own.id, policy);
        let flipped = act(&state, Action::Edit(Edit::Call(flip), env(83)));
        assert_eq!(
            (flipped.scenario(), flipped.view.locked_notice),
            (&scenario, Some(Lock::Policy))
        );
    }
}

#[test]
fn beginning_a_lesson_again_asks_the_locks_what_it_would_change() {
    let fragment = half_done();
    for again in [Action::Lesson(LessonEdit::Restart(env(90))), Action::StartOver(env(90))] {
        let locked = page("?embed=1&lock=policy", &fragment);
        let lesson = locked.location.learning.clone().unwrap().lesson;
        assert_ne!(*locked.scenario(), lesson.scenario);
        let held = act(&locked, again.clone());
        assert_eq!(
            (held.scenario(), held.view.locked_notice),
            (locked.scenario(), Some(Lock::Policy))
        );
        // Parts that are not locked may be restored.
        let free = page("?embed=1&lock=rules,members,groups,world", &fragment);
        let begun = act(&free, again);
        assert_eq!((begun.scenario(), begun.view.locked_notice), (&lesson.scenario, None));
    }
}

#[test]
fn opening_another_scenario_is_no_edit_and_its_parts_are_locked_too() {
    for open in ["#ex/ping", "#new", "#lesson/ping", "#quiz/6"] {
        let locked = page("?embed=1&lock=all", "#quiz/5");
        let opening = LocationEdit::Open(Rc::new(Opening::of(open)), env(91));
        let opened = act(&locked, Action::Location(opening));
        assert_eq!(*opened.scenario(), opened.location.opened.scenario, "{open}");
        assert_eq!(opened.view.locked_notice, None);
        let over = Edit::Topology(TopologyEdit::start_over(Arc::new(empty_scenario())));
        let blocks = vec!["192.168.0.0/16".parse().unwrap()];
        let vpc = VpcEdit::Create { name: String::new(), blocks };
        for edit in [over, Edit::Topology(TopologyEdit::Vpc(vpc))] {
            let after = act(&opened, Action::Edit(edit, env(92)));
            assert_eq!(after.scenario(), opened.scenario(), "{open}");
        }
    }
    let asked = page("?embed=1&lock=all", "#quiz/5");
    let next = act(&asked, Action::Quiz(QuizEdit::Next(env(93))));
    assert!(next.asked().is_some() && next.view.locked_notice.is_none());
    assert_ne!(next.route(), asked.route());
}
