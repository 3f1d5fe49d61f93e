//! The title of a group's card.

use yew::prelude::*;

use crate::component::groups::card::row::row;
use crate::component::kit::term::term;
use crate::component::words::topology_edit::vpc_label;
use crate::hooks::Session;
use crate::text::{edit, groups as text};
use sg_core::language::Text;
use sg_core::lesson::Entry;
use sg_core::model::{GroupType, Scenario, SecurityGroup};

/// The id of the button that folds a card.
fn fold_id(group: &SecurityGroup) -> String {
    format!("group-{}-fold", group.id)
}

/// The button of the next card, or of the one before the last: it gets the focus when the group is
/// deleted.
pub(crate) fn beside(scenario: &Scenario, group: &SecurityGroup) -> Option<String> {
    let groups = &scenario.parts().groups;
    let place = groups.get_index_of(&group.id)?;
    let before = || groups.get_index(place.checked_sub(1)?);
    groups.get_index(place + 1).or_else(before).map(|(_, beside)| fold_id(beside))
}

/// Name, type and id. When collapsed, all of it is one button, with the members and the number of
/// rules instead of the id.
pub(crate) fn title(
    session: &Session,
    (scenario, group): (&Scenario, &SecurityGroup),
    (open, members): (bool, Option<&AttrValue>),
    onfold: &Callback<()>,
) -> Html {
    let named = [("group", group.label())];
    let fold = session.fill(if open { edit::FOLD } else { edit::UNFOLD }, &named);
    // The button stays the same element, so that it keeps the focus.
    let (in_button, beside) = match open {
        true => {
            let about = about(session, (scenario, group), |entry, word| term(session, entry, word));
            let id = html! { <code class="id" translate="no">{group.id.to_string()}</code> };
            (Html::default(), html! { <>{about}{id}</> })
        }
        false => {
            let about = about(session, (scenario, group), |_, word| html! { {session.say(word)} });
            let row = row(session, group, members);
            (html! { <>{about}{row}</> }, Html::default())
        }
    };
    html! {
        <h3>
            <button type="button" id={fold_id(group)} class="fold" aria-expanded={open.to_string()} title={fold} onclick={onfold.reform(|_: MouseEvent| ())}>
                <span class="in-row"><span class="name">{group.label().to_owned()}</span>{in_button}</span>
            </button>
            <span class="about">{beside}</span>
        </h3>
    }
}

/// Who manages a group, as far as it is known.
fn managed_title(session: &Session, group: &SecurityGroup) -> String {
    let service = &group.labels.service;
    let id = service.id.map(|id| session.fill(text::SERVICE_ID, &[("id", &id.to_string())]));
    let product = Some(&service.product).filter(|product| !product.is_empty());
    let known: Vec<String> = product.cloned().into_iter().chain(id).collect();
    match known.is_empty() {
        true => session.say(text::MANAGED_TITLE).to_owned(),
        false => format!("{} ({})", session.say(text::MANAGED_TITLE), known.join(", ")),
    }
}

/// The type, the owner and, if there are several, the VPC.
fn about(
    session: &Session,
    (scenario, group): (&Scenario, &SecurityGroup),
    word: impl Fn(Entry, Text) -> Html,
) -> Html {
    let (entry, name, whole) = match group.group_type {
        GroupType::Basic(_) => (Entry::BasicGroup, text::BASIC, text::BASIC_GROUP),
        GroupType::Advanced => (Entry::AdvancedGroup, text::ADVANCED, text::ADVANCED_GROUP),
    };
    let several_vpcs = scenario.parts().vpcs.len() > 1;
    html! {
        <>
            <span class="kind" title={session.say(whole)}>{word(entry, name)}</span>
            if group.service_managed {
                <span class="tag" title={managed_title(session, group)}>{word(Entry::ManagedGroup, text::MANAGED)}</span>
            }
            if group.labels.deletion_protection {
                <span class="tag" title={session.say(text::PROTECTED_TITLE)}>{session.say(text::PROTECTED)}</span>
            }
            if let Some(owner) = &group.owner {
                <span class="tag" title={session.fill(text::OTHER_ACCOUNT_TITLE, &[("account", owner)])}>{session.say(text::OTHER_ACCOUNT)}</span>
            }
            if several_vpcs {
                <span class="tag" title={session.say(text::VPC)}>{vpc_label(scenario, &group.vpc)}</span>
            }
        </>
    }
}
