//! The form that adds or edits a rule, with its outcome predicted while typing.

use yew::prelude::*;

use crate::component::groups::rule_form::control::Fields;
use crate::component::groups::rule_form::draft::RuleDraft;
use crate::component::groups::rule_form::field::Field;
use crate::component::groups::rule_form::props::RuleFormProps;
use crate::component::kit::error_line::api_error_line;
use crate::component::kit::form::{EditForm, Preview};
use crate::component::kit::trial::use_call_trial;
use crate::hooks::use_session;
use crate::text::{edit, rules as text};
use sg_core::emulator::Call;
use sg_core::history::Edit;

mod control;
mod draft;
mod field;
mod fields;
mod permission;
pub mod props;

/// The fields of the console's form. API errors are shown beside their fields; an invalid rule can
/// still be sent, and the API refuses it. Enter submits, Esc cancels.
#[component]
pub fn RuleForm(props: &RuleFormProps) -> Html {
    let session = use_session();
    let base = base(props);
    let draft = use_state(|| base.clone());
    let trial = use_call_trial(&props.scenario, call(props, &base, &draft).map(Edit::Call));
    let refused = trial.refused();
    let fields = Fields { session: &session, props, base: &base, draft: &draft, refused };
    let (label, submit) = match &props.rule {
        None => (session.fill(text::ADD_RULE_TITLE, &[("group", props.group.label())]), text::ADD),
        Some(rule) => (
            session.fill(edit::EDIT_RULE, &[("rule", &rule.in_words(session.language))]),
            edit::SAVE,
        ),
    };
    let elsewhere =
        refused.filter(|error| !fields.shows(Field::of(error.param(), props.direction)));
    let keeps = props.rule.is_some() && draft.empties(&base);
    let foot = html! {
        <>
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
            {fields.all()}
        </EditForm>
    }
}

/// The initial input.
fn base(props: &RuleFormProps) -> RuleDraft {
    match &props.rule {
        Some(rule) => RuleDraft::of(&props.scenario, &props.group, rule),
        None => RuleDraft::new(&props.scenario, &props.group),
    }
}

/// The call that the input describes; `None` if it would not change the rule.
fn call(props: &RuleFormProps, base: &RuleDraft, draft: &RuleDraft) -> Option<Call> {
    let (region, group) = (props.scenario.region(), &props.group.id);
    match &props.rule {
        None => {
            let permission = draft.permission();
            Some(Call::authorize(region, group, props.direction, &[permission]))
        }
        Some(rule) => {
            let changes = draft.changes(base);
            let call = Call::modify_rule(region, group, props.direction, &rule.id, &changes);
            // Region, group and rule ids alone change nothing.
            (call.params.len() > 3).then_some(call)
        }
    }
}
