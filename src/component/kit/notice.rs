//! A line above the work: what it says, what can be done about it, and the cross that puts it away.

use yew::prelude::*;

use super::button::IconButton;

/// A notice. `class` says which one it is, `role` whether it interrupts.
pub(crate) fn notice(
    class: &'static str,
    role: Option<&'static str>,
    said: Html,
    choices: Html,
    cross: IconButton,
) -> Html {
    html! {
        <div class={classes!("notice", class)} {role}>
            <p>{said}</p>
            {choices}
            {cross.show()}
        </div>
    }
}
