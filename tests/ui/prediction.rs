//! Predictions: the form, the change strip and the request pane agree on the effect of an edit.

use std::rc::Rc;
use std::sync::Arc;

use crate::drawn::{draw, words};
use sg_core::emulator::{Action as Operation, Call, Env};
use sg_core::history::Edit;
use sg_core::language::Language;
use sg_core::lesson::first_scenario;
use sg_core::model::{Scenario, Timestamp};
use sg_playground::component::kit::trial::use_call_trial;
use sg_playground::derived::Predictor;
use sg_playground::page::{Playground, RequestArea};
use sg_playground::state::{Action, State, Theme, View};
use yew::prelude::*;

/// Creates a group with a ClientToken and then previews this call.
fn pointing_at(call: &Call) -> Rc<State> {
    let state = State::new(Arc::new(first_scenario()), View::new(Language::En, Theme::System));
    let env = Env { now: Timestamp::from_unix_seconds(1_800_000_000), entropy: 1 };
    let state = Rc::new(state).reduce(Action::Edit(Edit::Call(create("web", "token-1")), env));
    assert_eq!(
        state.scenario().groups().len(),
        first_scenario().groups().len() + 1,
        "it was created"
    );
    state.reduce(Action::Preview(Some(Edit::Call(call.clone()))))
}

fn create(name: &str, token: &str) -> Call {
    let scenario = first_scenario();
    let vpc = scenario.parts().vpcs.keys().next().unwrap().to_string();
    let params = [
        ("RegionId", scenario.region().as_str()),
        ("VpcId", vpc.as_str()),
        ("SecurityGroupName", name),
        ("ClientToken", token),
    ];
    Call::new(Operation::CreateSecurityGroup, params)
}

#[derive(Properties, PartialEq)]
struct FormProps {
    scenario: Arc<Scenario>,
    call: Call,
}

/// A form for this call, which shows its prediction.
#[component]
fn Form(props: &FormProps) -> Html {
    let trial = use_call_trial(&props.scenario, Some(Edit::Call(props.call.clone())));
    let refused = trial.refused().map(|error| format!("{} {}", error.status(), error.code()));
    html! { <p>{"form: "}{refused.unwrap_or_else(|| "200 OK".to_owned())}</p> }
}

/// A repeated call, another call with the same token, and a new token, with the expected outcomes.
fn calls() -> [(Call, &'static str); 3] {
    [
        (create("web", "token-1"), "200 OK"),
        (create("db", "token-1"), "400 IdempotentParameterMismatch"),
        (create("db", "token-2"), "200 OK"),
    ]
}

#[test]
fn the_form_and_the_request_area_agree_on_a_repeated_client_token() {
    for (call, expected) in calls() {
        let state = pointing_at(&call);
        let predictor = Rc::new(Predictor::new(Rc::clone(&state.history)));
        let scenario = Arc::clone(state.scenario());
        let said = words(&draw(
            Language::En,
            html! {
                <ContextProvider<Rc<Predictor>> context={predictor}>
                    <Form {scenario} {call} />
                    <RequestArea {state} onsend={Callback::noop()} />
                </ContextProvider<Rc<Predictor>>>
            },
        ));
        assert!(said.starts_with(&format!("form: {expected}")), "{said}");
        assert!(said.contains(&format!("would return {expected}")), "{said}");
    }
}

#[test]
fn the_line_of_changes_and_the_request_area_agree_on_a_reused_client_token() {
    for (call, expected) in calls() {
        let state = pointing_at(&call);
        let page =
            words(&draw(Language::En, html! { <Playground {state} onsend={Callback::noop()} /> }));
        assert!(page.contains(&format!("would return {expected}")), "{page}");
        let refused = page.contains("would be rejected");
        assert_eq!(refused, expected != "200 OK", "{page}");
    }
}

#[test]
fn an_edit_is_foreseen_once_for_all_who_ask() {
    let state = pointing_at(&create("db", "token-2"));
    let predictor = Predictor::new(Rc::clone(&state.history));
    let [first, second, third] = calls().map(|(call, _)| Edit::Call(call));
    let foreseen = predictor.foresee(&first).unwrap();
    assert!(Arc::ptr_eq(&foreseen.after, state.scenario()), "a repeated call changes nothing");
    assert!(!Arc::ptr_eq(&predictor.foresee(&second).unwrap(), &foreseen));
    assert!(!Arc::ptr_eq(&predictor.foresee(&third).unwrap(), &foreseen));
    assert!(
        Arc::ptr_eq(&predictor.foresee(&first).unwrap(), &foreseen),
        "a repeated prediction is the same step"
    );
}
