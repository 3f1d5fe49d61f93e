//! The form that adds or edits a rule, with its outcome predicted while typing.

use yew::prelude::*;

use crate::component::groups::rule_form::control::Fields;
use crate::component::groups::rule_form::draft::RuleDraft;
use crate::component::groups::rule_form::field::Field;
use crate::component::groups::rule_form::peer::members_of;
use crate::component::groups::rule_form::props::RuleFormProps;
use crate::component::kit::error_line::api_error_line;
use crate::component::kit::form::{EditForm, Preview};
use crate::component::kit::trial::use_call_trial;
use crate::hooks::{Session, use_session, use_suggested};
use crate::state::Suggested;
use crate::text::{edit, rules as text};
use sg_core::emulator::Call;
use sg_core::history::Edit;

mod control;
mod draft;
mod field;
mod fields;
mod peer;
mod permission;
mod port_lists;
pub mod props;
mod quick_peer;

/// The fields of the console's form. API errors are shown beside their fields; an invalid rule can
/// still be sent, and the API refuses it. Enter submits, Esc cancels.
#[component]
pub fn RuleForm(props: &RuleFormProps) -> Html {
    let session = use_session();
    let suggested = use_suggested();
    // A new rule keeps what it began with, whatever is selected later.
    let begun = use_state(|| base(props, &suggested));
    let base = match &props.rule {
        Some(_) => base(props, &suggested),
        None => (*begun).clone(),
    };
    let draft = use_state(|| base.clone());
    // What is missing is reported only after an attempt to submit.
    let tried = use_state_eq(|| false);
    let waits = props.rule.is_none() && draft.is_incomplete() && !*tried;
    let edit = call(props, &base, &draft).filter(|_| !waits).map(Edit::Call);
    let trial = use_call_trial(&props.scenario, edit);
    let ontry = {
        let tried = tried.setter();
        Callback::from(move |()| tried.set(true))
    };
    let trial = if waits { trial.unfinished(ontry) } else { trial };
    let refused = trial.refused();
    let fields = Fields {
        session: &session,
        props,
        base: &base,
        draft: &draft,
        refused,
        suggested: &suggested,
    };
    let (label, submit) = match &props.rule {
        None => (session.fill(text::ADD_RULE_TITLE, &[("group", props.group.label())]), text::ADD),
        Some(rule) => (
            session.fill(
                edit::EDIT_RULE,
                &[("rule", &rule.in_words(&props.scenario, session.language))],
            ),
            edit::SAVE,
        ),
    };
    let elsewhere =
        refused.filter(|error| !fields.shows(Field::of(error.param(), props.direction)));
    let keeps = props.rule.is_some() && draft.empties(&base);
    let foot = html! {
        <>
            {legacy_note(&session, props)}
            if keeps {
                <p class="form-note">{session.say(edit::KEEPS)}</p>
            }
            {elsewhere.map(|error| api_error_line(error, None)).unwrap_or_default()}
        </>
    };
    let preview = Preview::WhileTyping;
    html! {
        <EditForm {label} class="rule-form" {preview} {submit} onclose={props.onclose.clone()} {foot} trial={trial.clone()}>
            {fields.quick()}
            {fields.quick_lists()}
            {fields.all()}
        </EditForm>
    }
}

/// Says that the priority of a legacy rule cannot be written.
fn legacy_note(session: &Session, props: &RuleFormProps) -> Html {
    let legacy = props.rule.as_ref().is_some_and(|rule| !rule.spec.priority.is_writable());
    html! {
        if legacy {
            <p class="form-note">{session.say(edit::LEGACY_PRIORITY)}</p>
        }
    }
}

/// The initial input: the rule as it is now, so that only what differs from it is sent.
fn base(props: &RuleFormProps, suggested: &Suggested) -> RuleDraft {
    match &props.rule {
        Some(rule) => RuleDraft::of(&props.scenario, &props.group, rule),
        None => RuleDraft::new(&props.scenario, &props.group, props.direction, suggested),
    }
}

/// The call that the input describes; `None` if it would not change the rule.
fn call(props: &RuleFormProps, base: &RuleDraft, draft: &RuleDraft) -> Option<Call> {
    let (region, group) = (props.scenario.region(), &props.group.id);
    match &props.rule {
        None => {
            let members = members_of(&props.scenario, &props.group, &draft.protocol);
            let permissions = draft.permissions(&members);
            Some(Call::authorize(region, group, props.direction, &permissions))
        }
        Some(rule) => {
            let changes = draft.changes(base);
            let call = Call::modify_rule(region, group, props.direction, &rule.id, &changes);
            // Region, group and rule ids alone change nothing.
            (call.params.len() > 3).then_some(call)
        }
    }
}
