//! The form that adds a rule or changes one: what it would send is answered while it is typed.

use std::sync::Arc;

use yew::prelude::*;

use crate::component::ApiErrorLine;
use crate::derived::prediction_env;
use crate::hooks::{escape_to, use_pending, use_session};
use crate::text::{chrome, edit, rules as text};
use sg_core::emulator::{self, Call};
use sg_core::history::Edit;
use sg_core::model::{Direction, Rule, Scenario, SecurityGroup};

mod draft;
mod field;
mod fields;

use draft::RuleDraft;
use field::Field;
use fields::Fields;

/// Properties of [`RuleForm`].
#[derive(Properties, PartialEq)]
pub struct RuleFormProps {
    /// The scene.
    pub scenario: Arc<Scenario>,
    /// The group the rule goes to.
    pub group: Arc<SecurityGroup>,
    /// Inbound or outbound.
    pub direction: Direction,
    /// The rule to change; none for a new one.
    #[prop_or_default]
    pub rule: Option<Arc<Rule>>,
    /// The id of the first field.
    #[prop_or_default]
    pub first: Option<AttrValue>,
    /// The form is done with.
    pub onclose: Callback<()>,
}

/// The fields of the console's form. The API's error stands beside the field it names; sending a
/// wrong rule sends it all the same, and the API refuses it. Enter sends, Esc gives up.
#[component]
pub fn RuleForm(props: &RuleFormProps) -> Html {
    let session = use_session();
    let base = base(props);
    let draft = use_state(|| base.clone());
    let call = call(props, &base, &draft);
    let refused =
        call.as_ref().and_then(|c| emulator::answer(&props.scenario, c, &prediction_env()).err());
    let pending = use_pending(call.clone().map(Edit::Call));
    let onsubmit = {
        let (session, onclose, wrong) = (session.clone(), props.onclose.clone(), refused.is_some());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if let Some(call) = call.clone() {
                session.edit.emit(Edit::Call(call));
            }
            if !wrong {
                onclose.emit(());
            }
        })
    };
    let fields =
        Fields { session: &session, props, base: &base, draft: &draft, refused: refused.as_ref() };
    let (label, submit) = match &props.rule {
        None => (session.fill(text::ADD_RULE_TITLE, &[("group", props.group.label())]), text::ADD),
        Some(rule) => (
            session.fill(edit::EDIT_RULE, &[("rule", &rule.in_words(session.language))]),
            edit::SAVE,
        ),
    };
    let elsewhere =
        refused.clone().filter(|error| !fields.shows(Field::of(error.param(), props.direction)));
    let keeps = props.rule.is_some() && draft.empties(&base);
    html! {
        <form
            ref={pending.form}
            class="form rule-form"
            {onsubmit}
            onkeydown={escape_to(&props.onclose)}
            onfocusin={pending.onfocusin}
            onfocusout={pending.onfocusout}
            novalidate=true
            aria-label={label}
        >
            {fields.quick()}
            {fields.all()}
            <div class="form-actions">
                <button type="submit" class="primary">{session.say(submit)}</button>
                <button type="button" onclick={props.onclose.reform(|_: MouseEvent| ())}>{session.say(chrome::CANCEL)}</button>
            </div>
            if keeps {
                <p class="form-note">{session.say(edit::KEEPS)}</p>
            }
            if let Some(error) = elsewhere {
                <ApiErrorLine {error} />
            }
        </form>
    }
}

/// What the form begins with.
fn base(props: &RuleFormProps) -> RuleDraft {
    match &props.rule {
        Some(rule) => RuleDraft::of(&props.scenario, &props.group, rule),
        None => RuleDraft::new(&props.scenario, &props.group),
    }
}

/// The call that does what is typed; none where a rule stays as it is.
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
            // Region, group and rule alone ask for nothing.
            (call.params.len() > 3).then_some(call)
        }
    }
}
