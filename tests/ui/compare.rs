//! The comparison: two steps of the log side by side, the filter for what changed, and imports and
//! plans as steps. No browser.

use std::rc::Rc;
use std::sync::Arc;

use sg_core::emulator::{Call, Env};
use sg_core::history::Edit;
use sg_core::import::{Choice, PlanSide, Reading, Text, read, read_as};
use sg_core::language::Language;
use sg_core::model::{InnerAccessPolicy, SecurityGroupId, Timestamp};
use sg_core::share::{Saved, Stamp};
use sg_playground::component::pairs::compare::{ComparePanel, ComparePanelProps};
use sg_playground::component::share::import::ImportPanel;
use sg_playground::hooks::Stage;
use sg_playground::page::Links;
use sg_playground::state::{
    Action, LinesShown, LocationEdit, OpenDialog, Opening, Origins, State, Theme, View, ViewMode,
};
use sg_playground::text::{compare as texts, views};
use sg_testing::environment::{NOW, env};
use yew::Reducible;
use yew::prelude::*;

use crate::drawn::{draw, page, words};

fn start() -> Rc<State> {
    Rc::new(State::opened(Opening::of(""), &View::new(Language::En, Theme::System)))
}

fn act(state: &Rc<State>, action: Action) -> Rc<State> {
    Rc::clone(state).reduce(action)
}

/// Sets the policy of a group.
fn set(state: &Rc<State>, group: &str, policy: InnerAccessPolicy) -> Rc<State> {
    let group = SecurityGroupId::parse(group).unwrap();
    let call = Call::modify_security_group_policy(state.scenario().region(), &group, policy);
    act(state, Action::Edit(Edit::Call(call), env(3)))
}

/// The first scenario after G2 was isolated, and then G1 connected.
fn two_edits() -> Rc<State> {
    let isolated = set(&start(), "sg-bp1g2", InnerAccessPolicy::Drop);
    set(&isolated, "sg-bp1g1", InnerAccessPolicy::Accept)
}

fn group(port: u16, members: &[u8]) -> String {
    let mut text = format!(
        r#"{{"SecurityGroupId": "sg-web", "SecurityGroupName": "web", "VpcId": "vpc-1",
        "InnerAccessPolicy": "Drop", "Permissions": {{"Permission": [
        {{"SecurityGroupRuleId": "sgr-{port}", "Direction": "ingress", "IpProtocol": "TCP",
        "PortRange": "{port}/{port}", "SourceCidrIp": "10.0.0.0/8",
        "CreateTime": "2026-11-29T20:00:00Z"}}]}}}}"#
    );
    for member in members {
        text.push_str(&format!(
            r#"{{"InstanceId": "i-{member}", "InstanceName": "web-{member}",
            "SecurityGroupIds": {{"SecurityGroupId": ["sg-web"]}}, "VpcAttributes": {{
            "VpcId": "vpc-1", "PrivateIpAddress": {{"IpAddress": ["10.1.2.{member}"]}}}}}}"#
        ));
    }
    text
}

fn import(state: &Rc<State>, content: &str) -> Rc<State> {
    open(state, imported("account.json", content))
}

fn imported(name: &str, content: &str) -> Opening {
    let reading = read(vec![Text { name: name.to_owned(), content: content.to_owned() }]);
    let scenario = Arc::clone(reading.scenario.as_ref().unwrap());
    let origins = Origins::of(&reading, &scenario, None);
    Opening::imported(scenario, origins)
}

fn open(state: &Rc<State>, opening: Opening) -> Rc<State> {
    act(state, Action::Location(LocationEdit::Open(Rc::new(opening), env(1))))
}

/// The words of the dialog in a state.
fn dialog(state: &Rc<State>, language: Language) -> String {
    let state = act(state, Action::Location(LocationEdit::Dialog(Some(OpenDialog::Compare))));
    words(&draw(language, html! { <Links {state} /> }))
}

#[test]
fn two_imports_in_a_row_are_two_steps_and_not_compared_by_themselves() {
    let first = import(&start(), &group(80, &[1, 2]));
    let second = import(&first, &group(443, &[1, 2, 3]));
    assert_eq!(second.history.steps().len(), 2);
    // The second is no edit of the first, so no cell is marked as changed.
    assert!(Arc::ptr_eq(second.scenario_before(), second.scenario()));
    let back = act(&second, Action::Undo);
    assert_eq!(back.scenario(), first.scenario());
    assert!(Arc::ptr_eq(back.scenario_before(), back.scenario()));
    let begun = act(&back, Action::Undo);
    assert_eq!(begun.scenario(), start().scenario());
    assert_eq!(act(&back, Action::Redo).scenario(), second.scenario());
    // A third one, and an example after it, leave the two alone.
    let third = import(&second, &group(22, &[1]));
    assert_eq!(third.history.steps().len(), 3);
    let example = open(&third, Opening::of("#ex/three-groups"));
    assert_eq!(example.history.steps().len(), 4);
    // The same import again is the same scenario.
    assert_eq!(import(&third, &group(22, &[1])).history.steps().len(), 3);
}

/// The choices of the two fields.
fn choices(state: &Rc<State>, language: Language) -> Vec<String> {
    let opened = act(state, Action::Location(LocationEdit::Dialog(Some(OpenDialog::Compare))));
    let drawn = draw(language, html! { <Links state={opened} /> });
    let (_, field) = drawn.split_once("<select").unwrap();
    let (field, _) = field.split_once("</select>").unwrap();
    field.split("<option").skip(1).map(|option| words(&format!("<option{option}"))).collect()
}

#[test]
fn steps_that_opened_something_are_told_apart() {
    let evening = open(&start(), imported("evening.json", &group(80, &[1, 2])));
    let night = open(&evening, imported("night.json", &group(443, &[1, 2])));
    // The same file again, an hour later.
    let later = Env { now: Timestamp::from_unix_seconds(NOW.unix_seconds() + 3_600), ..env(1) };
    let again = Rc::new(imported("night.json", &group(22, &[1, 2])));
    let again = act(&night, Action::Location(LocationEdit::Open(again, later)));
    let example = open(&again, Opening::of("#ex/ping"));
    for language in Language::ALL {
        let choices = choices(&example, language);
        assert_eq!(choices.len(), 5, "{choices:?}");
        for (choice, said) in choices.iter().skip(1).zip([
            ["evening.json", "2027-01-15T08:00:00Z"],
            ["night.json", "2027-01-15T08:00:00Z"],
            ["night.json", "2027-01-15T09:00:00Z"],
            ["#ex/ping", "2027-01-15T08:00:00Z"],
        ]) {
            assert!(said.iter().all(|part| choice.contains(part)), "{said:?}: {choice}");
        }
    }
    // The names are kept with the log of the next visit.
    let text = example.saved(Stamp { page: "a1".to_owned(), revision: 1 }, NOW).write();
    let restored = Rc::new(State::restored(&Saved::read(&text).unwrap(), &example.view));
    assert_eq!(choices(&restored, Language::En), choices(&example, Language::En));
}

#[test]
fn two_imports_are_compared_side_by_side() {
    let first = import(&start(), &group(80, &[1, 2]));
    let second = import(&first, &group(443, &[1, 2, 3]));
    let said = dialog(&second, Language::En);
    for line in [
        "added: rule of web: inbound Allow TCP 443 from 10.0.0.0/8",
        "removed: rule of web: inbound Allow TCP 80 from 10.0.0.0/8",
        "added: instances web-3",
        ": TCP 80 closed, 2 pairs",
        "created 2026-11-29T20:00:00Z",
    ] {
        assert!(said.contains(line), "{line}\n{said}");
    }
    let chinese = dialog(&second, Language::Zh);
    assert!(chinese.contains(texts::CONFIGURED.fill(Language::Zh, &[("count", "3")]).as_str()));
    assert!(chinese.contains("新增"), "{chinese}");
}

#[test]
fn the_dialog_compares_the_last_two_steps_at_first() {
    let said = dialog(&start(), Language::En);
    assert!(said.contains(texts::NOTHING_TO_COMPARE.en), "{said}");
    let said = dialog(&two_edits(), Language::En);
    assert!(said.contains("G1 (sg-bp1g1)") && !said.contains("G2 (sg-bp1g2)"), "{said}");
    // At the beginning of the log, the first step is what there is to compare with.
    let begun = act(&two_edits(), Action::Scrub(0));
    let said = dialog(&begun, Language::En);
    assert!(said.contains("G2 (sg-bp1g2)") && !said.contains("G1 (sg-bp1g1)"), "{said}");
}

#[test]
fn a_comparison_marks_what_differs_until_something_is_done() {
    let compared = act(&two_edits(), Action::Compare(Some((0, 2))));
    assert_eq!(compared.scenario_before(), start().scenario());
    assert_eq!(compared.view.compared_with, Some(0));
    let said = words(&page(&compared));
    assert!(said.contains("Compared with step 0: "), "{said}");
    // The other way round, the earlier scenario is shown.
    let reverse = act(&compared, Action::Compare(Some((2, 0))));
    assert_eq!(reverse.scenario(), start().scenario());
    assert_eq!(reverse.scenario_before(), compared.scenario());
    let ended = act(&compared, Action::Compare(None));
    assert_eq!((ended.view.compared_with, ended.history.position()), (None, 2));
    assert!(!words(&page(&ended)).contains("Compared with"));
    for action in [Action::Undo, Action::Scrub(1)] {
        assert_eq!(act(&compared, action).view.compared_with, None);
    }
    let edited = set(&compared, "sg-bp1g3", InnerAccessPolicy::Drop);
    assert_eq!(edited.view.compared_with, None);
    // A step that does not exist is the last one.
    assert_eq!(act(&compared, Action::Compare(Some((9, 9)))).view.compared_with, Some(2));
}

#[test]
fn only_what_changed_is_shown_if_that_is_wanted() {
    // Isolating G3 changes nothing for ecs1.
    let state = set(&start(), "sg-bp1g3", InnerAccessPolicy::Drop);
    let compared = act(&state, Action::Compare(Some((0, 1))));
    let only = LinesShown { only_changed: true, ..LinesShown::default() };
    let filtered = act(&compared, Action::Lines(only));
    let matrix = page(&filtered);
    let cells = |markup: &str| markup.matches("role=\"gridcell\"").count();
    assert!(cells(&page(&compared)) == 16 && cells(&matrix) == 4, "{matrix}");
    // Ending the comparison shows everything again.
    let ended = act(&filtered, Action::Compare(None));
    assert_eq!(cells(&page(&ended)), 16);
    // So does opening something else.
    let opened = open(&filtered, Opening::of("#new"));
    assert!(!opened.view.lines.only_changed);
    let list = words(&page(&act(&compared, Action::ViewMode(ViewMode::List))));
    assert!(list.contains(views::FILTER_CHANGED.en), "{list}");
}

/// The sides of a plan among the import cases.
fn plan() -> [Reading; 2] {
    let path = sg_testing::root().join("tests/cases/import/plan_updates_replaces_destroys.case");
    let case = std::fs::read_to_string(path).unwrap();
    let (_, plan) = case.split_once("=== plan.json\n").unwrap();
    let (plan, _) = plan.split_once("=== reading\n").unwrap();
    [PlanSide::Before, PlanSide::After].map(|plan_side| {
        let text = Text { name: "plan.json".to_owned(), content: plan.to_owned() };
        read_as(vec![text], Choice { plan: plan_side, ..Choice::default() })
    })
}

#[test]
fn both_sides_of_a_plan_are_opened_as_two_steps_and_compared() {
    let [before, after] = plan();
    let opening = Opening::of_plan(&before, &after).unwrap();
    let state = open(&start(), opening.clone());
    assert_eq!(state.history.steps().len(), 2);
    assert_eq!(state.view.compared_with, Some(1));
    assert_eq!(state.location.dialog, Some(OpenDialog::Compare));
    assert_eq!(state.scenario(), &opening.scenario);
    let back = act(&state, Action::Undo);
    assert_eq!(Some(back.scenario()), opening.before.as_ref());
    assert_eq!(act(&back, Action::Undo).scenario(), start().scenario());
    // Each difference names the change of the plan behind it.
    let said = dialog(&state, Language::En);
    let address = &after.plan.as_ref().unwrap().changes[0].address;
    assert!(said.contains(&format!("by {address} (")), "{said}");
    assert!(said.contains("opened") || said.contains("closed"), "{said}");
    // With other steps, the plan says nothing.
    let other = act(&state, Action::Compare(Some((0, 2))));
    assert!(!dialog(&other, Language::En).contains(&format!("by {address} (")));
}

#[test]
fn the_import_offers_both_sides_of_a_plan() {
    let [before, after] = plan();
    for language in Language::ALL {
        for reading in [&before, &after] {
            let stage = Stage::Done(Rc::new(reading.clone()));
            let said = words(&draw(language, html! { <ImportPanel {stage} /> }));
            assert!(said.contains(texts::PLAN_BOTH.get(language)), "{said}");
        }
        let text = Text { name: String::new(), content: group(80, &[1]) };
        let stage = Stage::Done(Rc::new(read(vec![text])));
        let said = words(&draw(language, html! { <ImportPanel {stage} /> }));
        assert!(!said.contains(texts::PLAN_BOTH.get(language)), "{said}");
    }
}

#[test]
fn an_answer_to_be_predicted_is_not_told_by_a_comparison() {
    let state = two_edits();
    for hidden in [false, true] {
        let props = ComparePanelProps {
            history: Rc::clone(&state.history),
            view: state.view.clone(),
            opened: Rc::clone(&state.location.opened),
            hidden,
        };
        let said = words(&draw(Language::En, html! { <ComparePanel ..props /> }));
        assert_eq!(said.contains(texts::PREDICT_FIRST.en), hidden, "{said}");
        assert_eq!(said.contains("G1 (sg-bp1g1)"), !hidden, "{said}");
    }
}
