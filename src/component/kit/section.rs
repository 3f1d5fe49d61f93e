//! A heading of the left pane that opens what stands below it.

use yew::prelude::*;

use crate::hooks::use_session;
use sg_core::language::Text;

/// Properties of [`SectionHead`].
#[derive(Properties, PartialEq)]
pub struct SectionHeadProps {
    /// What the section holds.
    pub name: Text,
    /// How many there are, where they are counted.
    #[prop_or_default]
    pub count: Option<usize>,
    /// Whether it is open.
    pub open: bool,
    /// Opens or closes it.
    pub ontoggle: Callback<()>,
}

/// The heading. A closed section has nothing else in the document.
#[component]
pub fn SectionHead(props: &SectionHeadProps) -> Html {
    let session = use_session();
    html! {
        <h3 class="section-head">
            <button
                type="button"
                class="fold"
                aria-expanded={props.open.to_string()}
                onclick={props.ontoggle.reform(|_: MouseEvent| ())}
            >
                {session.say(props.name)}
                if let Some(count) = props.count {
                    {" "}<span class="count">{count}</span>
                }
            </button>
        </h3>
    }
}
