//! The switch between the three views of the pairs.

use yew::prelude::*;

use crate::language::Text;
use crate::ui::hooks::use_session;
use crate::ui::state::{Action, Lens};
use crate::ui::text::views as text;

/// Properties of [`LensSwitch`].
#[derive(Properties, PartialEq)]
pub struct LensSwitchProps {
    /// The view in force.
    pub lens: Lens,
}

/// Three buttons, of which one is pressed.
#[component]
pub fn LensSwitch(props: &LensSwitchProps) -> Html {
    let session = use_session();
    let name = |lens: Lens| -> Text {
        match lens {
            Lens::Matrix => text::MATRIX,
            Lens::Drawing => text::DRAWING,
            Lens::List => text::LIST,
        }
    };
    html! {
        <div class="lenses" role="group" aria-label={session.say(text::LENSES)}>
            {for Lens::ALL.into_iter().map(|lens| html! {
                <button
                    type="button"
                    aria-pressed={(lens == props.lens).to_string()}
                    onclick={session.on(Action::Lens(lens))}
                >
                    {session.say(name(lens))}
                </button>
            })}
        </div>
    }
}
