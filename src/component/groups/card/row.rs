//! What the row of a collapsed group says: its members and the number of its rules.

use yew::prelude::*;

use crate::hooks::Session;
use crate::text::{connectivity, edit, groups as text};
use sg_core::connectivity::End;
use sg_core::explain::end_label;
use sg_core::model::{Scenario, SecurityGroup};

/// How many members are named.
const MOST_NAMED: usize = 8;

/// The members of a group in one line; `None` if it has none.
pub(crate) fn members_in_a_row(
    session: &Session,
    scenario: &Scenario,
    group: &SecurityGroup,
) -> Option<AttrValue> {
    let mut members = scenario.members(&group.id);
    let named = members.by_ref().take(MOST_NAMED);
    let names: Vec<_> = named
        .map(|own| end_label(scenario, &End::Interface(own.id.clone()), session.language))
        .collect();
    let more = members.count();
    let mut said = names.join(session.say(connectivity::LIST_SEPARATOR));
    if more > 0 {
        let values = [("members", said.as_str()), ("count", &more.to_string())];
        said = session.fill(edit::ROW_AND_MORE, &values);
    }
    (!names.is_empty()).then(|| said.into())
}

/// The number of rules if there are any, and the members as text.
pub(super) fn row(session: &Session, group: &SecurityGroup, members: Option<&AttrValue>) -> Html {
    let said = members.cloned().unwrap_or_else(|| session.say(text::NO_MEMBERS).into());
    let rules = group.rules.len();
    let label = session.fill(text::MEMBERS, &[("group", group.label())]);
    html! {
        <>
            if rules > 0 {
                <span class="row-rules">{session.fill(edit::ROW_RULES, &[("rules", &rules.to_string())])}</span>
            }
            <span class={classes!("row-members", members.is_none().then_some("faint"))} title={said.clone()}>
                <span class="visually-hidden">{label}{session.say(connectivity::COLON)}{" "}</span>{said.clone()}
            </span>
        </>
    }
}
