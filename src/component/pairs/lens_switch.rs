//! The switch between the three views of the pairs.

use yew::prelude::*;

use crate::component::kit::button::choice;
use crate::hooks::Session;
use crate::state::{Action, Lens, Presentation};
use crate::text::views as text;
use sg_core::language::Text;

/// A button for each view that is offered, of which one is pressed; none where there is no choice.
pub(crate) fn lens_switch(session: &Session, presentation: &Presentation, current: Lens) -> Html {
    let offered: Vec<Lens> = presentation.lenses().collect();
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
            {for offered.into_iter().map(|lens| choice(session.say(name(lens)), lens == current, None, session.on(Action::Lens(lens))))}
        </div>
    }
}
