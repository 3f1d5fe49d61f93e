//! A modal dialog, built on the browser's own element so that the focus stays inside.

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
    /// The title.
    pub(crate) title: &'static Text,
    /// The element that opened it, which gets the focus back.
    pub(crate) opener: AttrValue,
    /// The content.
    pub(crate) children: Html,
}

/// The dialog. Escape and the close button close it.
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
