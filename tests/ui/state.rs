//! The reducer and its log of edits as pure functions, without browser or markup.

use std::rc::Rc;
use std::sync::Arc;

use sg_core::connectivity::{AskedPacket, CellState, CheckedDirections, End, PacketChoice};
use sg_core::emulator::{Action as Operation, Call, PermissionForm};
use sg_core::history::{
    Edit, InterfaceEdit, NewInterface, Outcome, OutsideEdit, PublicAddress, Refusal, TopologyEdit,
    TopologyEditError,
};
use sg_core::language::Language;
use sg_core::lesson::first_scenario;
use sg_core::model::{
    Direction, GroupType, InnerAccessPolicy, InstanceId, IntraGroupPrecedence, NetworkInterfaceId,
    Port, Scenario, SecurityGroupId, VpcId,
};
use sg_playground::derived::Reachability;
use sg_playground::state::{Action, DrawerTab, RequestEdit, Selection, State, Theme, View};
use sg_testing::environment::env;
use yew::Reducible;

/// The page as a first-time visitor sees it.
fn opened() -> Rc<State> {
    Rc::new(State::new(Arc::new(first_scenario()), View::new(Language::En, Theme::System)))
}

fn after(state: &Rc<State>, actions: impl IntoIterator<Item = Action>) -> Rc<State> {
    actions.into_iter().fold(Rc::clone(state), |state, action| state.reduce(action))
}

fn group(name: &str) -> SecurityGroupId {
    SecurityGroupId::parse(&format!("sg-bp1{name}")).unwrap()
}

fn end(number: u8) -> End {
    End::Interface(NetworkInterfaceId::parse(&format!("eni-bp1ecs{number}")).unwrap())
}

fn flip(name: &str, policy: InnerAccessPolicy) -> Call {
    Call::modify_security_group_policy(first_scenario().region(), &group(name), policy)
}

fn done(call: Call, number: u64) -> Action {
    Action::Edit(Edit::Call(call), env(number))
}

fn policy(state: &State, name: &str) -> InnerAccessPolicy {
    state.scenario().group(&group(name)).unwrap().group_type.inner_access_policy()
}

/// A call that the API refuses because the group does not exist.
fn refused() -> Call {
    let nobody = SecurityGroupId::parse("sg-nobody").unwrap();
    Call::modify_security_group_policy(first_scenario().region(), &nobody, InnerAccessPolicy::Drop)
}

#[test]
fn the_page_opens_with_its_question_asked() {
    let state = opened();
    assert_eq!(state.view.selection, Some(Selection { from: end(1), to: end(2) }));
    assert_eq!(state.view.group, Some(group("g1")));
    assert_eq!(state.shown_call(), flip("g1", InnerAccessPolicy::Accept), "the call that flips G1");
    assert!(state.sent_outcome().is_none(), "a preview sends nothing");
    assert_eq!(state.history.steps().len(), 0);
}

#[test]
fn an_edit_is_one_call_in_the_log_and_in_the_request_pane() {
    let state = after(&opened(), [done(flip("g2", InnerAccessPolicy::Drop), 1)]);
    assert_eq!(policy(&state, "g2"), InnerAccessPolicy::Drop);
    assert_eq!(state.history.steps().len(), 1);
    assert_eq!(state.history.position(), 1);
    assert_eq!(state.shown_call(), flip("g2", InnerAccessPolicy::Drop));
    assert!(matches!(state.sent_outcome(), Some(Outcome::Replied(_))));
}

#[test]
fn a_refused_call_is_logged_and_changes_nothing() {
    let before = opened();
    let state = after(&before, [done(refused(), 1)]);
    assert!(Arc::ptr_eq(state.scenario(), before.scenario()), "the same scenario");
    assert_eq!(state.history.steps().len(), 1);
    let Some(Outcome::Refused(error)) = state.sent_outcome() else { panic!("not refused") };
    assert_eq!((error.status(), error.code()), (404, "InvalidSecurityGroupId.NotFound"));
    assert_eq!(state.shown_call(), refused());
    assert!(state.history.undo().is_none(), "there is nothing to undo");
}

#[test]
fn undo_and_redo_go_by_changes_of_the_scenario() {
    let state = after(
        &opened(),
        [
            done(flip("g2", InnerAccessPolicy::Drop), 1),
            done(refused(), 2),
            done(flip("g2", InnerAccessPolicy::Drop), 3), // the policy it already has
            done(flip("g1", InnerAccessPolicy::Accept), 4),
            done(refused(), 5),
        ],
    );
    let policies = |state: &State| (policy(state, "g1"), policy(state, "g2"));
    let (accept, drop) = (InnerAccessPolicy::Accept, InnerAccessPolicy::Drop);
    assert_eq!(policies(&state), (accept, drop));
    let once = after(&state, [Action::Undo]);
    assert_eq!(policies(&once), (drop, drop), "one undo skips the refusal");
    let twice = after(&once, [Action::Undo]);
    assert_eq!(policies(&twice), (drop, accept), "and the step that changed nothing");
    assert_eq!(twice.history.position(), 0);
    let none = twice.clone().reduce(Action::Undo);
    assert!(Rc::ptr_eq(&none, &twice), "with nothing to undo, nothing is rendered again");
    let redone = after(&twice, [Action::Redo]);
    assert_eq!(policies(&redone), (drop, drop));
    assert_eq!(
        redone.history.position(),
        3,
        "together with the following steps that change nothing"
    );
    let all = after(&redone, [Action::Redo]);
    assert_eq!((policies(&all), all.history.position()), ((accept, drop), 5));
    assert!(Rc::ptr_eq(&all.clone().reduce(Action::Redo), &all));
}

#[test]
fn a_new_edit_forgets_what_was_undone() {
    let state = after(
        &opened(),
        [
            done(flip("g2", InnerAccessPolicy::Drop), 1),
            Action::Undo,
            done(flip("g3", InnerAccessPolicy::Drop), 2),
        ],
    );
    assert_eq!(state.history.steps().len(), 1);
    assert!(state.history.redo().is_none());
    assert_eq!(policy(&state, "g2"), InnerAccessPolicy::Accept);
}

#[test]
fn the_request_pane_follows_the_log() {
    let flips = [flip("g2", InnerAccessPolicy::Drop), flip("g3", InnerAccessPolicy::Drop)];
    let state = after(&opened(), flips.iter().cloned().zip(1..).map(|(call, n)| done(call, n)));
    assert_eq!(state.shown_call(), flips[1]);
    let undone = after(&state, [Action::Undo]);
    assert_eq!(undone.shown_call(), flips[0], "the call that led to the displayed scenario");
    assert!(undone.sent_outcome().is_some());
    let redone = after(&undone, [Action::Redo]);
    assert_eq!(redone.shown_call(), flips[1]);
}

#[test]
fn an_edited_request_is_not_the_one_that_was_sent() {
    let state = after(&opened(), [done(flip("g2", InnerAccessPolicy::Drop), 1)]);
    let edited = after(&state, [Action::Request(RequestEdit::Set(2, "Maybe".to_owned()))]);
    assert!(edited.sent_outcome().is_none());
    assert_eq!(edited.shown_call().params.get("InnerAccessPolicy"), Some("Maybe"));
    assert_eq!(edited.history, state.history, "editing a request sends nothing");
    let sent = after(&edited, [Action::Send(env(2))]);
    let Some(Outcome::Refused(error)) = sent.sent_outcome() else { panic!("not refused") };
    assert_eq!((error.status(), error.code()), (400, "InvalidPolicy.Malformed"));
    assert!(Arc::ptr_eq(sent.scenario(), state.scenario()));
}

#[test]
fn the_raw_parameters_can_be_made_into_anything() {
    let edit = |edit: RequestEdit| Action::Request(edit);
    let state = after(
        &opened(),
        [
            edit(RequestEdit::Choose(Operation::DeleteSecurityGroup)),
            edit(RequestEdit::Add("Direction".to_owned())),
        ],
    );
    let call = state.shown_call();
    assert_eq!(call.action, Operation::DeleteSecurityGroup);
    assert_eq!(call.params.get("RegionId"), Some("cn-hangzhou"));
    assert_eq!(call.params.get("SecurityGroupId"), Some("sg-bp1g1"));
    let last = state.request.params.len() - 1;
    assert_eq!(state.request.params[last], ("Direction".to_owned(), String::new()));
    let state = after(
        &state,
        [
            edit(RequestEdit::Rename(last, "Directions".to_owned())),
            edit(RequestEdit::Set(last, "all".to_owned())),
            edit(RequestEdit::Remove(0)),
            // A position that does not exist, as a late event may name it.
            edit(RequestEdit::Set(99, "x".to_owned())),
            edit(RequestEdit::Remove(99)),
        ],
    );
    let call = state.shown_call();
    assert_eq!(call.params.get("RegionId"), None);
    assert_eq!(call.params.get("SecurityGroupId"), Some("sg-bp1g1"));
    assert_eq!(call.params.iter().last(), Some(("Directions", "all")));
    let loaded = after(&state, [edit(RequestEdit::Load(flip("g3", InnerAccessPolicy::Drop)))]);
    assert_eq!(loaded.shown_call(), flip("g3", InnerAccessPolicy::Drop));
}

#[test]
fn a_preview_shows_a_call_and_does_nothing() {
    let before = opened();
    let call = flip("g2", InnerAccessPolicy::Drop);
    let pointing = after(&before, [Action::Preview(Some(Edit::Call(call.clone())))]);
    assert_eq!(pointing.shown_call(), call);
    assert_eq!(pointing.history, before.history);
    assert_eq!(pointing.request, before.request);
    let left = after(&pointing, [Action::Preview(None)]);
    assert_eq!(left, before, "and leaves no trace");
    let other = Edit::Call(flip("g3", InnerAccessPolicy::Drop));
    let kept = after(&pointing, [Action::EndPreview(other)]);
    assert!(Rc::ptr_eq(&kept, &pointing), "another edit's preview ends nothing");
    let ended = after(&pointing, [Action::EndPreview(Edit::Call(call))]);
    assert_eq!(ended, before);
    let edited = after(&pointing, [done(flip("g3", InnerAccessPolicy::Drop), 1)]);
    assert!(edited.preview.is_none(), "an edit ends the preview");
}

#[test]
fn a_previewed_difference_is_the_one_that_comes_about() {
    let state = opened();
    let call = flip("g2", InnerAccessPolicy::Drop);
    let look = |state: &State, preview: Option<&Edit>| {
        let history = &state.history;
        Reachability::new(
            history.scenario(),
            history.scenario_before(),
            preview,
            PacketChoice::All,
            CheckedDirections::Both,
        )
    };
    let foreseen = look(&state, Some(&Edit::Call(call.clone())));
    assert_eq!(foreseen.changes.len(), 2, "ecs1 and ecs2, both ways: {:#?}", foreseen.changes);
    let cells = |seen: &Reachability| {
        (0..16).map(|place| seen.cell(place / 4, place % 4)).collect::<Vec<_>>()
    };
    assert_eq!(
        cells(&foreseen),
        cells(&look(&state, None)),
        "the matrix shows the current scenario"
    );
    let flipped = after(&state, [done(call, 1)]);
    let came = look(&flipped, None);
    let kinds = |seen: &Reachability| -> Vec<_> {
        seen.changes.iter().map(|c| (c.from.clone(), c.to.clone(), c.change)).collect()
    };
    assert_eq!(kinds(&foreseen), kinds(&came));
    assert!(foreseen.refusal.is_none());
    let foreseen = look(&state, Some(&Edit::Call(refused())));
    assert!(foreseen.changes.is_empty());
    let Some(Refusal::Api(error)) = foreseen.refusal else { panic!("not refused") };
    assert_eq!(error.code(), "InvalidSecurityGroupId.NotFound");
}

#[test]
fn the_packet_asked_about_reaches_the_matrix() {
    let port = Port::parse("443").unwrap();
    let choice = PacketChoice::One(AskedPacket::Tcp(port));
    let actions = [Action::Ask(choice), Action::SetDirections(CheckedDirections::Ingress)];
    let state = after(&opened(), actions);
    assert_eq!((state.view.packet, state.view.direction), (choice, CheckedDirections::Ingress));
    let history = &state.history;
    let (now, before) = (history.scenario(), history.scenario_before());
    let seen = Reachability::new(now, before, None, state.view.packet, state.view.direction);
    let cell = |from, to| {
        let pair = Selection { from: end(from), to: end(to) };
        seen.between(&pair).unwrap().state.clone()
    };
    assert_eq!(cell(1, 2), CellState::Pass);
    assert_eq!(cell(1, 3), CellState::Blocked);
    assert_eq!(cell(1, 1), CellState::Itself);
}

#[test]
fn a_choice_survives_what_does_not_concern_it() {
    let chosen = Selection { from: end(2), to: end(3) };
    let release = |number: u8| {
        let instance = InstanceId::parse(&format!("i-bp1ecs{number}")).unwrap();
        Action::Edit(Edit::Topology(TopologyEdit::ReleaseInstance { instance }), env(9))
    };
    let state = after(&opened(), [Action::Select(chosen.clone()), release(1)]);
    assert_eq!(state.view.selection, Some(chosen));
    let state = after(&state, [release(3)]);
    let End::Interface(id) = end(3) else { unreachable!() };
    assert!(state.scenario().interface(&id).is_none());
    let internet = End::Outside("internet".to_owned());
    let visit = Some(Selection { from: internet, to: end(2) });
    assert_eq!(state.view.selection, visit, "one instance is left, and the Internet");
    let back = after(&state, [Action::Undo]);
    let remove = TopologyEdit::Outside(OutsideEdit::Remove { outside: "internet".to_owned() });
    assert_eq!(back.view.selection, visit, "the pair on display is still one");
    let state = after(&back, [Action::Edit(Edit::Topology(remove), env(9)), release(3)]);
    assert_eq!(state.view.selection, None, "one end is left: no pair to select");
    let back = after(&state, [Action::Undo]);
    assert_eq!(
        back.view.selection,
        Some(Selection { from: end(2), to: end(3) }),
        "the first pair of the restored scenario"
    );
}

#[test]
fn the_focused_group_gives_way_when_it_is_deleted() {
    let create = TopologyEdit::CreateManagedGroup {
        name: "service".to_owned(),
        vpc: VpcId::parse("vpc-bp1main").unwrap(),
        group_type: GroupType::Advanced,
    };
    let state = after(&opened(), [Action::Edit(Edit::Topology(create), env(7))]);
    let added = state.scenario().groups().last().unwrap().id.clone();
    assert!(state.scenario().group(&added).unwrap().service_managed);
    let state = after(&state, [Action::FocusGroup(added.clone())]);
    assert_eq!(state.view.group, Some(added));
    let state = after(&state, [Action::Undo]);
    assert_eq!(state.view.group, Some(group("g1")));
}

#[test]
fn a_topology_edit_that_is_not_possible_changes_nothing() {
    let create = TopologyEdit::CreateInstance {
        name: String::new(),
        interfaces: vec![NewInterface::default()],
    };
    let before = opened();
    let state = after(&before, [Action::Edit(Edit::Topology(create), env(1))]);
    assert!(Arc::ptr_eq(state.scenario(), before.scenario()));
    let outcome = &state.history.last_step().unwrap().outcome;
    assert_eq!(*outcome, Outcome::Impossible(TopologyEditError::NoGroup));
}

#[test]
fn a_new_instance_gets_addresses_that_are_free() {
    let create = || TopologyEdit::CreateInstance {
        name: "web".to_owned(),
        interfaces: vec![NewInterface {
            groups: vec![group("g1"), group("g3")],
            addresses: vec![],
            public: PublicAddress::NextFree,
        }],
    };
    let edits = (1..=20).map(|number| Action::Edit(Edit::Topology(create()), env(number)));
    let state = after(&opened(), edits);
    let scenario: &Scenario = state.scenario();
    assert_eq!(scenario.instances().len(), 23);
    let mut addresses: Vec<_> = scenario
        .interfaces()
        .flat_map(|i| i.addresses.iter().copied().chain(i.public_address))
        .collect();
    let all = addresses.len();
    addresses.sort_unstable();
    addresses.dedup();
    assert_eq!(addresses.len(), all, "no address twice");
}

#[test]
fn starting_over_is_an_edit_like_any_other() {
    let edited = after(&opened(), [done(flip("g2", InnerAccessPolicy::Drop), 1)]);
    let over = TopologyEdit::start_over(Arc::new(first_scenario()));
    let state = after(&edited, [Action::Edit(Edit::Topology(over), env(2))]);
    assert_eq!(policy(&state, "g2"), InnerAccessPolicy::Accept);
    let undone = after(&state, [Action::Undo]);
    assert_eq!(policy(&undone, "g2"), InnerAccessPolicy::Drop, "nothing is lost");
}

#[test]
fn looking_elsewhere_never_touches_the_scenario_or_the_request() {
    let before = opened();
    let looks = [
        Action::SetLanguage(Language::Zh),
        Action::SetTheme(Theme::Dark),
        Action::Drawer(Some(DrawerTab::Errors)),
        Action::Shortcuts(true),
        Action::Select(Selection { from: end(3), to: end(1) }),
    ];
    let state = after(&before, looks);
    assert!(Rc::ptr_eq(&state.history, &before.history));
    assert_eq!(state.request, before.request);
    assert_eq!((state.view.language, state.view.theme), (Language::Zh, Theme::Dark));
    assert_eq!(state.view.drawer, Some(DrawerTab::Errors));
    assert!(state.view.shortcuts);
}

#[test]
fn a_topology_edit_can_be_pointed_at_too() {
    let before = opened();
    let look = |state: &State| {
        let history = &state.history;
        Reachability::new(
            history.scenario(),
            history.scenario_before(),
            state.preview.as_ref(),
            PacketChoice::All,
            CheckedDirections::Both,
        )
    };
    let precedence = IntraGroupPrecedence::CustomEgressFirst;
    let drop = PermissionForm {
        protocol: "ALL",
        port_range: "-1/-1",
        peer: "10.0.0.0/16",
        policy: "drop",
        ..PermissionForm::default()
    };
    let region = first_scenario().region().clone();
    let call = Call::authorize(&region, &group("g1"), Direction::Egress, &[drop]);
    let state = after(&before, [done(call.clone(), 1)]);
    let read = Edit::Topology(TopologyEdit::Read { precedence });
    let pointing = after(&state, [Action::Preview(Some(read.clone()))]);
    assert_eq!(pointing.shown_call(), call, "a topology edit is not a call: the last call stays");
    assert!(pointing.sent_outcome().is_some(), "and so does its outcome");
    assert_eq!(pointing.history, state.history);
    let foreseen = look(&pointing);
    assert!(!foreseen.changes.is_empty(), "the other reading blocks what G1's members send");
    let came = look(&after(&pointing, [Action::Edit(read, env(2))]));
    assert_eq!(foreseen.changes, came.changes);

    let impossible = TopologyEdit::Interface(InterfaceEdit::Detach {
        interface: NetworkInterfaceId::parse("eni-bp1ecs1").unwrap(),
    });
    let pointing = after(&before, [Action::Preview(Some(Edit::Topology(impossible)))]);
    let refusal = look(&pointing).refusal;
    assert_eq!(refusal, Some(Refusal::Topology(TopologyEditError::PrimaryInterface)));
}
