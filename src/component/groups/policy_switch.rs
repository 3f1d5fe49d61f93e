//! The `InnerAccessPolicy` switch of one group.

use std::sync::Arc;

use yew::prelude::*;

use crate::hooks::{use_presentation, use_session};
use crate::state::{Action, Lock};
use crate::text::{embed, groups as text};
use sg_core::emulator::Call;
use sg_core::history::Edit;
use sg_core::model::{GroupType, InnerAccessPolicy, RegionId, SecurityGroup};

/// Properties of [`PolicySwitch`].
#[derive(Properties, PartialEq, Eq)]
pub struct PolicySwitchProps {
    /// The region, which every call needs.
    pub region: RegionId,
    /// The group.
    pub group: Arc<SecurityGroup>,
}

/// Two buttons with the current policy pressed. Hovering over the other one previews the change;
/// clicking sends a ModifySecurityGroupPolicy call, even if the API will refuse it.
#[component]
pub fn PolicySwitch(props: &PolicySwitchProps) -> Html {
    let session = use_session();
    let group = &props.group;
    // A policy that is not known is neither of the two.
    let known = !group.unread.policy || group.group_type == GroupType::Advanced;
    let current = known.then(|| group.group_type.inner_access_policy());
    // If the policy is locked, the switch is read-only.
    let locked_here = use_presentation().locked(Lock::Policy);
    let locked = locked_here || group.is_read_only() || group.group_type == GroupType::Advanced;
    let option = |policy: InnerAccessPolicy| {
        let call = Call::modify_security_group_policy(&props.region, &group.id, policy);
        let edit = Edit::Call(call);
        let point =
            session.on::<()>(Action::Preview((Some(policy) != current).then(|| edit.clone())));
        let leave = session.on::<()>(Action::EndPreview(edit.clone()));
        html! {
            <button
                type="button"
                aria-pressed={(Some(policy) == current).to_string()}
                disabled={locked_here}
                onmouseenter={point.reform(|_| ())}
                onmouseleave={leave.reform(|_| ())}
                onfocus={point.reform(|_| ())}
                onblur={leave.reform(|_| ())}
                onclick={session.on_edit(edit)}
            >
                {policy.as_str()}
            </button>
        }
    };
    html! {
        <div
            class={classes!("seg", locked.then_some("locked"))}
            role="group"
            title={locked_here.then(|| session.say(embed::LOCKED_POLICY))}
            aria-label={session.fill(text::POLICY, &[("group", group.label())])}
        >
            {option(InnerAccessPolicy::Accept)}
            {option(InnerAccessPolicy::Drop)}
        </div>
    }
}
