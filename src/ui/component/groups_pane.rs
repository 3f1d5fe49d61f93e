//! The left pane: the question, the groups, and the forms that make new things.

use std::rc::Rc;
use std::sync::Arc;

use yew::prelude::*;

use crate::emulator::{Action as Operation, ApiError};
use crate::explain::{Explanation, Part};
use crate::history::{Edit, History, Outcome};
use crate::language::Text;
use crate::model::{RuleId, SecurityGroupId};
use crate::ui::component::{GroupCard, GroupForm, InstanceForm, Instances, Question};
use crate::ui::hooks::{use_reveal_of_new, use_session};
use crate::ui::text::groups as text;

/// Properties of [`GroupsPane`].
#[derive(Properties, PartialEq)]
pub struct GroupsPaneProps {
    /// The scene and how it came to be.
    pub history: Rc<History>,
    /// Why the chosen cell is as it is: its rule and its group are lit up here.
    pub explanation: Option<Rc<Explanation>>,
    /// The rule that was asked to be shown.
    pub shown: Option<RuleId>,
    /// Whether the scene's question is shown.
    pub question: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Group,
    Instance,
}

/// The pane.
#[component]
pub fn GroupsPane(props: &GroupsPaneProps) -> Html {
    let session = use_session();
    let open = use_state(|| None::<Form>);
    let scenario = props.history.scenario();
    let button = |form: Form, name: Text| {
        let (setter, next) = (open.setter(), (*open != Some(form)).then_some(form));
        html! {
            <button
                type="button"
                class="link"
                aria-expanded={(*open == Some(form)).to_string()}
                onclick={Callback::from(move |_: MouseEvent| setter.set(next))}
            >
                {session.say(name)}
            </button>
        }
    };
    let onclose = {
        let setter = open.setter();
        Callback::from(move |()| setter.set(None))
    };
    use_reveal_of_new(scenario.groups().map(|group| group.id.clone()).collect());
    let refusal = refusal(&props.history);
    let (lit, deciding) = deciders(props.explanation.as_deref());
    html! {
        <section class="pane groups" aria-label={session.say(text::PANE)}>
            <div class="pane-head">
                <h2>{session.say(text::PANE)}</h2>
                <span class="grow"></span>
                {button(Form::Group, text::NEW_GROUP)}
                {button(Form::Instance, text::NEW_INSTANCE)}
            </div>
            if *open == Some(Form::Group) {
                <GroupForm scenario={Arc::clone(scenario)} onclose={onclose.clone()} />
            }
            if *open == Some(Form::Instance) {
                <InstanceForm scenario={Arc::clone(scenario)} {onclose} />
            }
            if props.question {
                <Question answered={!props.history.steps().is_empty()} />
            }
            if scenario.groups().len() == 0 {
                <p class="none">{session.say(text::NO_GROUPS)}</p>
            }
            {for scenario.groups().map(|group| html! {
                <GroupCard
                    key={group.id.to_string()}
                    scenario={Arc::clone(scenario)}
                    group={Arc::clone(group)}
                    refusal={refusal.as_ref().filter(|(id, _)| *id == group.id.as_str()).map(|(_, error)| error.clone())}
                    lit={lit.clone()}
                    shown={props.shown.clone()}
                    decides={deciding.as_ref() == Some(&group.id)}
                />
            })}
            <Instances scenario={Arc::clone(scenario)} />
        </section>
    }
}

/// The refusal of the call done last, with the group it names. Refusals of new rules stand in the
/// rule's form instead.
fn refusal(history: &History) -> Option<(String, ApiError)> {
    let step = history.last_step()?;
    let (Edit::Call(call), Outcome::Refused(error)) = (&step.edit, &step.outcome) else {
        return None;
    };
    let group = call.params.get("SecurityGroupId")?;
    match call.action {
        Operation::AuthorizeSecurityGroup | Operation::AuthorizeSecurityGroupEgress => None,
        Operation::ModifySecurityGroupPolicy
        | Operation::CreateSecurityGroup
        | Operation::DeleteSecurityGroup
        | Operation::DescribeSecurityGroupAttribute
        | Operation::RevokeSecurityGroup
        | Operation::RevokeSecurityGroupEgress
        | Operation::JoinSecurityGroup
        | Operation::LeaveSecurityGroup
        | Operation::ModifySecurityGroupAttribute
        | Operation::ModifySecurityGroupRule
        | Operation::ModifySecurityGroupEgressRule
        | Operation::DescribeSecurityGroups
        | Operation::DescribeSecurityGroupReferences
        | Operation::DescribeInstances
        | Operation::DescribeRegions => Some((group.to_owned(), error.clone())),
    }
}

/// The rule and the group that the deciding step of an explanation names.
fn deciders(explanation: Option<&Explanation>) -> (Option<RuleId>, Option<SecurityGroupId>) {
    let steps = explanation.map(|explanation| explanation.steps.as_slice()).unwrap_or_default();
    let parts = steps.iter().filter(|step| step.decides).flat_map(|step| &step.parts);
    let (mut rule, mut group) = (None, None);
    for part in parts {
        match part {
            Part::Rule { id, .. } => rule = rule.or_else(|| Some(id.clone())),
            Part::Group { id, .. } => group = group.or_else(|| Some(id.clone())),
            Part::Words(_) | Part::End { .. } | Part::Code(_) => {}
        }
    }
    (rule, group)
}
