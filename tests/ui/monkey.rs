//! A monkey: random actions in random order, as no user would think of. Nothing panics, the log stays
//! in order, undo and redo lead back, and the page can be drawn. `SGP_CASES` sets the number of
//! sessions, each of 40 actions.

use std::net::IpAddr;
use std::rc::Rc;
use std::sync::Arc;

use proptest::prelude::*;
use proptest::sample::{Index, select};
use sg_core::connectivity::{AskedPacket, CheckedDirections, End, PacketChoice};
use sg_core::emulator::{Action as Operation, Env};
use sg_core::history::Edit;
use sg_core::language::Language;
use sg_core::model::{RuleId, SecurityGroupId, Timestamp};
use sg_playground::state::{
    Action, DrawerTab, LocationEdit, OpenDialog, RequestEdit, Selection, Since, State, Theme, View,
    ViewMode,
};
use sg_testing::random_edits::edits;
use sg_testing::random_scenario::{config, scenario};
use yew::Reducible;

use crate::drawn::page;

/// An action that does not depend on the state; what does is chosen when it is performed.
#[derive(Debug, Clone)]
enum Move {
    Act(Action),
    /// Selects a cell between two ends of the scenario.
    Select(Index, Index),
    /// Shows a rule of the scenario.
    Show(Index),
}

/// Actions in a session.
const ACTIONS: usize = 40;

fn env() -> impl Strategy<Value = Env> {
    (0..4_000_000_000_i64, any::<u64>())
        .prop_map(|(seconds, entropy)| Env { now: Timestamp::from_unix_seconds(seconds), entropy })
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        select(vec![
            "",
            "aliyun ecs ",
            "aliyun ecs DescribeSecurityGroups --RegionId cn-hangzhou",
            "aliyun ecs ModifySecurityGroupPolicy --SecurityGroupId sg-1 --InnerAccessPolicy Drop",
            "sg-1",
            "\u{202e}\u{0}'\"<b>$(rm)",
        ])
        .prop_map(str::to_owned),
        "\\PC{0,24}",
    ]
}

fn request() -> impl Strategy<Value = RequestEdit> {
    prop_oneof![
        select(Operation::ALL.to_vec()).prop_map(RequestEdit::Choose),
        (0..9_usize, text()).prop_map(|(at, name)| RequestEdit::Rename(at, name)),
        (0..9_usize, text()).prop_map(|(at, value)| RequestEdit::Set(at, value)),
        text().prop_map(RequestEdit::Add),
        (0..9_usize).prop_map(RequestEdit::Remove),
    ]
}

fn look() -> impl Strategy<Value = Action> {
    let tabs = vec![
        None,
        Some(DrawerTab::Request),
        Some(DrawerTab::Errors),
        Some(DrawerTab::Timeline),
        Some(DrawerTab::Signing),
        Some(DrawerTab::Console),
        Some(DrawerTab::Problems),
        Some(DrawerTab::Exposure),
    ];
    let packets = vec![PacketChoice::All, PacketChoice::One(AskedPacket::Icmp)];
    let dialogs = vec![None, Some(OpenDialog::Compare), Some(OpenDialog::Share)];
    let address = prop::option::of(any::<[u8; 4]>().prop_map(IpAddr::from));
    prop_oneof![
        select(ViewMode::ALL.to_vec()).prop_map(Action::ViewMode),
        select(tabs).prop_map(Action::Drawer),
        select(packets).prop_map(Action::Ask),
        select(vec![
            CheckedDirections::Both,
            CheckedDirections::Ingress,
            CheckedDirections::Egress
        ])
        .prop_map(Action::SetDirections),
        select(Language::ALL.to_vec()).prop_map(Action::SetLanguage),
        select(vec![Theme::System, Theme::Light, Theme::Dark]).prop_map(Action::SetTheme),
        select(dialogs).prop_map(|own| Action::Location(LocationEdit::Dialog(own))),
        address.prop_map(Action::Address),
        (text(), env())
            .prop_map(|(typed, env)| { Action::Since(Since { typed, at: Some(env.now) }) }),
        any::<bool>().prop_map(Action::Fixes),
        any::<bool>().prop_map(Action::Guess),
        any::<bool>().prop_map(Action::Shortcuts),
        Just(Action::HideQuestion),
        Just(Action::HideLockedNotice),
        (0..6_u8).prop_map(|own| {
            Action::FocusGroup(SecurityGroupId::parse(&format!("sg-{own}")).unwrap())
        }),
    ]
}

fn log() -> impl Strategy<Value = Action> {
    prop_oneof![
        4 => Just(Action::Undo),
        3 => Just(Action::Redo),
        2 => (0..50_usize).prop_map(Action::Scrub),
        1 => prop::option::of((0..20_usize, 0..20_usize)).prop_map(Action::Compare),
        1 => env().prop_map(Action::Restore),
        1 => env().prop_map(Action::StartOver),
        1 => Just(Action::ClearLog),
    ]
}

fn moves() -> impl Strategy<Value = Vec<Move>> {
    let edit = edits(3).prop_map(|all| {
        let last = all.into_iter().next_back();
        last.map_or(Action::Undo, |(edit, env)| Action::Edit(edit, env))
    });
    let preview = edits(3).prop_map(|all| {
        Action::Preview(all.into_iter().next_back().map(|(edit, _): (Edit, Env)| edit))
    });
    let one = prop_oneof![
        8 => edit.prop_map(Move::Act),
        2 => preview.prop_map(Move::Act),
        5 => log().prop_map(Move::Act),
        5 => look().prop_map(Move::Act),
        3 => request().prop_map(|own| Move::Act(Action::Request(own))),
        2 => env().prop_map(|own| Move::Act(Action::Send(own))),
        2 => (text(), env()).prop_map(|(line, env)| Move::Act(Action::RunConsoleLine(line, env))),
        3 => (any::<Index>(), any::<Index>()).prop_map(|(from, to)| Move::Select(from, to)),
        1 => any::<Index>().prop_map(Move::Show),
    ];
    prop::collection::vec(one, ACTIONS)
}

/// The action of a move in a state; `None` if the scenario has nothing to choose from.
fn action(state: &State, wanted: Move) -> Option<Action> {
    let scenario = state.scenario();
    match wanted {
        Move::Act(action) => Some(action),
        Move::Select(from, to) => {
            let interfaces = scenario.interfaces().map(|own| End::Interface(own.id.clone()));
            let outside = scenario.outside().iter().map(|own| End::Outside(own.name.clone()));
            let ends: Vec<End> = interfaces.chain(outside).collect();
            let end = |at: Index| (!ends.is_empty()).then(|| at.get(&ends).clone());
            Some(Action::Select(Selection { from: end(from)?, to: end(to)? }))
        }
        Move::Show(at) => {
            let rules: Vec<RuleId> = scenario
                .groups()
                .flat_map(|group| group.rules.iter().map(|rule| rule.id.clone()))
                .collect();
            (!rules.is_empty()).then(|| Action::Show(at.get(&rules).clone()))
        }
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn no_order_of_actions_breaks_the_page(scenario in scenario(), moves in moves(), drawn in 0..16_u8) {
        let view = View::new(Language::En, Theme::System);
        let mut state = Rc::new(State::new(Arc::new(scenario), view));
        for wanted in moves {
            let Some(action) = action(&state, wanted) else { continue };
            state = state.reduce(action);
            prop_assert!(state.history.position() <= state.history.steps().len());
            let undone = Rc::clone(&state).reduce(Action::Undo);
            let redone = Rc::clone(&undone).reduce(Action::Redo);
            if state.history.undo().is_some() {
                prop_assert_eq!(redone.history.scenario(), state.history.scenario());
            }
        }
        if drawn == 0 {
            prop_assert!(page(&state).contains("<main"));
        }
    }
}
