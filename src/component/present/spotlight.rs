//! A pointer that a whole room can see: it follows the mouse, and the focus of the keyboard.

use yew::prelude::*;

use crate::platform;

/// The highlight. It takes no clicks.
#[component]
pub(crate) fn Spotlight() -> Html {
    let node = use_node_ref();
    {
        let node = node.clone();
        use_effect_with((), move |()| {
            let following = platform::follow_pointer(&node);
            move || drop(following)
        });
    }
    html! { <div ref={node} class="spotlight" aria-hidden="true"></div> }
}
