//! One security group: its switch, its members, its rules.

use std::sync::Arc;

use yew::prelude::*;

use crate::emulator::{ApiError, Call};
use crate::history::Edit;
use crate::language::Text;
use crate::model::{Direction, GroupType, InnerAccessPolicy, RuleId, Scenario, SecurityGroup};
use crate::ui::component::{ApiErrorLine, Members, PolicySwitch, RuleForm, RuleTable};
use crate::ui::hooks::use_session;
use crate::ui::state::Action;
use crate::ui::text::{groups as text, rules};

/// Properties of [`GroupCard`].
#[derive(Properties, PartialEq)]
pub struct GroupCardProps {
    /// The scene.
    pub scenario: Arc<Scenario>,
    /// The group.
    pub group: Arc<SecurityGroup>,
    /// The API's refusal of the last call, where it was about this group.
    pub refusal: Option<ApiError>,
    /// The rule that decides the chosen cell.
    pub lit: Option<RuleId>,
    /// The rule that was asked to be shown.
    pub shown: Option<RuleId>,
    /// Whether this group decides the chosen cell by its policy.
    pub decides: bool,
}

/// The card.
#[component]
pub fn GroupCard(props: &GroupCardProps) -> Html {
    let session = use_session();
    let group = &props.group;
    let delete = Edit::Call(Call::delete_security_group(props.scenario.region(), &group.id));
    let delete_name = session.fill(text::DELETE_GROUP, &[("group", group.label())]);
    let preview = Action::Preview(Some(delete.clone()));
    let kind = match group.group_type {
        GroupType::Basic(_) => (text::BASIC, text::BASIC_GROUP),
        GroupType::Advanced => (text::ADVANCED, text::ADVANCED_GROUP),
    };
    let class = classes!("group", props.decides.then_some("decides"));
    html! {
        <article
            {class}
            id={format!("group-{}", group.id)}
            aria-label={group.label().to_owned()}
            onfocusin={session.on(Action::FocusGroup(group.id.clone()))}
        >
            <div class="head">
                <h3>
                    <span class="name">{group.label().to_owned()}</span>
                    <span class="kind" title={session.say(kind.1)}>{session.say(kind.0)}</span>
                    if group.service_managed {
                        <span class="tag" title={session.say(text::MANAGED_TITLE)}>{session.say(text::MANAGED)}</span>
                    }
                    <code class="id" translate="no">{group.id.to_string()}</code>
                </h3>
                <PolicySwitch region={props.scenario.region().clone()} group={Arc::clone(group)} />
                <button
                    type="button"
                    class="icon"
                    aria-label={delete_name.clone()}
                    title={delete_name}
                    onclick={session.on_edit(delete)}
                    onmouseenter={session.on(preview.clone())}
                    onmouseleave={session.on(Action::Preview(None))}
                    onfocus={session.on(preview)}
                    onblur={session.on(Action::Preview(None))}
                >
                    {"×"}
                </button>
                <PolicyMeaning group={Arc::clone(group)} />
            </div>
            if let Some(error) = props.refusal.clone() {
                <ApiErrorLine {error} />
            }
            <Members scenario={Arc::clone(&props.scenario)} group={Arc::clone(group)} />
            <Rules
                scenario={Arc::clone(&props.scenario)}
                group={Arc::clone(group)}
                lit={props.lit.clone()}
                shown={props.shown.clone()}
            />
        </article>
    }
}

#[derive(Properties, PartialEq)]
struct PolicyMeaningProps {
    group: Arc<SecurityGroup>,
}

/// What the policy in force means, in the console's words with the API value beside them.
#[component]
fn PolicyMeaning(props: &PolicyMeaningProps) -> Html {
    let session = use_session();
    let group = &props.group;
    let refused = |locked: Text, error: &'static str| {
        let (before, after) = session.say(locked).split_once("{error}").unwrap_or_default();
        html! { <p class="meaning">{before}<code translate="no">{error}</code>{after}</p> }
    };
    if group.service_managed {
        return refused(text::LOCKED_MANAGED, "403 InvalidOperation.ResourceManagedByCloudProduct");
    }
    let (name, explained) = match group.group_type {
        GroupType::Advanced => {
            return refused(text::LOCKED_ADVANCED, "404 InvalidParameter.InnerAccessPolicy");
        }
        GroupType::Basic(InnerAccessPolicy::Accept) => (text::ACCEPT_MEANS, text::ACCEPT_EXPLAINED),
        GroupType::Basic(InnerAccessPolicy::Drop) => (text::DROP_MEANS, text::DROP_EXPLAINED),
    };
    html! {
        <p class="meaning">
            {session.say(name)}<span class="faint">{" · "}{session.say(explained)}</span>
        </p>
    }
}

#[derive(Properties, PartialEq)]
struct RulesProps {
    scenario: Arc<Scenario>,
    group: Arc<SecurityGroup>,
    lit: Option<RuleId>,
    shown: Option<RuleId>,
}

/// The two directions, and the form that adds a rule to the one shown.
#[component]
fn Rules(props: &RulesProps) -> Html {
    let session = use_session();
    let chosen = use_state(|| Direction::Ingress);
    let adding = use_state(|| false);
    // A rule to look at is in sight also where the other direction was.
    let wanted = [&props.shown, &props.lit].into_iter().flatten().find_map(|id| {
        let rule = props.group.rules.iter().find(|rule| rule.id == *id)?;
        Some((rule.id.clone(), rule.direction))
    });
    {
        let chosen = chosen.setter();
        use_effect_with(wanted, move |wanted| {
            if let Some((_, direction)) = wanted {
                chosen.set(*direction);
            }
        });
    }
    let tab = |direction: Direction, name: Text| {
        let count = props.group.rules_of(direction).count();
        let chosen_setter = chosen.clone();
        html! {
            <button
                type="button"
                aria-pressed={(*chosen == direction).to_string()}
                onclick={Callback::from(move |_: MouseEvent| chosen_setter.set(direction))}
            >
                {session.say(name)}{" "}<span class="count">{count}</span>
            </button>
        }
    };
    let toggle = {
        let adding = adding.clone();
        Callback::from(move |()| adding.set(!*adding))
    };
    let label = [("group", props.group.label())];
    html! {
        <div class="rules-area">
            <div class="rules-bar">
                <div class="subtabs" role="group" aria-label={session.fill(rules::DIRECTIONS, &label)}>
                    {tab(Direction::Ingress, rules::INBOUND)}
                    {tab(Direction::Egress, rules::OUTBOUND)}
                </div>
                <button
                    type="button"
                    class="link"
                    aria-expanded={(*adding).to_string()}
                    title={session.fill(rules::ADD_RULE_TITLE, &label)}
                    onclick={toggle.reform(|_: MouseEvent| ())}
                >
                    {session.say(rules::ADD_RULE)}
                </button>
            </div>
            if *adding {
                <RuleForm
                    scenario={Arc::clone(&props.scenario)}
                    group={Arc::clone(&props.group)}
                    direction={*chosen}
                    onclose={toggle}
                />
            }
            <RuleTable
                scenario={Arc::clone(&props.scenario)}
                group={Arc::clone(&props.group)}
                direction={*chosen}
                lit={props.lit.clone()}
                shown={props.shown.clone()}
            />
        </div>
    }
}
