//! A notice: a message with actions and a close button.

use yew::prelude::*;

use super::button::IconButton;

/// A notice. `class` identifies its kind; `role` decides whether screen readers interrupt.
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
