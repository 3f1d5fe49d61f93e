//! The meaning of the current intra-group policy.

use yew::prelude::*;

use crate::component::kit::term::term;
use crate::hooks::Session;
use crate::text::groups as text;
use sg_core::language::Text;
use sg_core::lesson::Entry;
use sg_core::model::{GroupType, InnerAccessPolicy, SecurityGroup};

/// The console's wording, and the error of a change if none is possible.
pub(crate) fn policy_meaning(session: &Session, group: &SecurityGroup) -> Html {
    let refused = |locked: Text, error: &'static str| {
        let (before, after) = session.say(locked).split_once("{error}").unwrap_or_default();
        html! { <p class="meaning">{before}<code translate="no">{error}</code>{after}</p> }
    };
    if group.service_managed {
        return refused(text::LOCKED_MANAGED, "403 InvalidOperation.ResourceManagedByCloudProduct");
    }
    if group.owner.is_some() {
        return html! { <p class="meaning">{session.say(text::LOCKED_OTHER_ACCOUNT)}</p> };
    }
    if group.unread.policy && group.group_type != GroupType::Advanced {
        return html! { <p class="meaning">{session.say(text::UNREAD_POLICY)}</p> };
    }
    let (name, explained) = match group.group_type {
        GroupType::Advanced => {
            return refused(text::LOCKED_ADVANCED, "404 InvalidParameter.InnerAccessPolicy");
        }
        GroupType::Basic(InnerAccessPolicy::Accept) => (
            term(session, Entry::IntraGroupConnectivity, text::ACCEPT_MEANS),
            text::ACCEPT_EXPLAINED,
        ),
        GroupType::Basic(InnerAccessPolicy::Drop) => {
            (term(session, Entry::InternalIsolation, text::DROP_MEANS), text::DROP_EXPLAINED)
        }
    };
    html! {
        <p class="meaning">
            {name}<span class="faint">{" · "}{session.say(explained)}</span>
        </p>
    }
}
