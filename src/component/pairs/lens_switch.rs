//! The switch between the three views of the pairs.

use yew::prelude::*;

use crate::hooks::{use_presentation, use_session};
use crate::state::{Action, Lens};
use crate::text::views as text;
use sg_core::language::Text;

/// Properties of [`LensSwitch`].
#[derive(Properties, PartialEq)]
pub struct LensSwitchProps {
    /// The view in force.
    pub lens: Lens,
}

/// A button for each view that is offered, of which one is pressed; none where there is no choice.
#[component]
pub fn LensSwitch(props: &LensSwitchProps) -> Html {
    let session = use_session();
    let offered: Vec<Lens> = use_presentation().lenses().collect();
    if offered.len() < 2 {
        return Html::default();
    }
    let name = |lens: Lens| -> Text {
        match lens {
            Lens::Matrix => text::MATRIX,
            Lens::Drawing => text::DRAWING,
            Lens::List => text::LIST,
        }
    };
    html! {
        <div class="lenses" role="group" aria-label={session.say(text::LENSES)}>
            {for offered.into_iter().map(|lens| html! {
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
