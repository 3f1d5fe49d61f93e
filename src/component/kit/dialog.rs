//! A panel over the work: the browser's own dialog, so that the focus stays in it.

use yew::prelude::*;

use crate::component::kit::button::IconButton;
use crate::hooks::use_session;
use crate::platform;
use crate::state::{Action, LocationEdit};
use crate::text::chrome;
use sg_core::language::Text;

/// Properties of [`Dialog`].
#[derive(Properties, PartialEq)]
pub(crate) struct DialogProps {
    /// The name of the panel.
    pub(crate) title: &'static Text,
    /// The element that opened it and gets the focus back.
    pub(crate) opener: AttrValue,
    /// What is in it.
    pub(crate) children: Html,
}

/// The panel. Escape and the cross close it.
#[component]
pub(crate) fn Dialog(props: &DialogProps) -> Html {
    let session = use_session();
    let node = use_node_ref();
    {
        let (node, opener) = (node.clone(), props.opener.clone());
        use_effect_with((), move |()| {
            let shown = platform::show_dialog(&node);
            move || platform::close_dialog(shown, &opener)
        });
    }
    let close = Action::Location(LocationEdit::Dialog(None));
    let title = session.say(*props.title);
    html! {
        <dialog ref={node} class="over" aria-label={title} onclose={session.on(close.clone())}>
            <div class="over-head">
                <h2>{title}</h2>
                {IconButton::cross(session.say(chrome::CLOSE), session.on(close)).show()}
            </div>
            {props.children.clone()}
        </dialog>
    }
}
