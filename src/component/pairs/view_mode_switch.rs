//! The switch between the three view modes of the pairs.

use yew::prelude::*;

use crate::component::kit::button::choice;
use crate::hooks::Session;
use crate::state::{Action, Presentation, ViewMode};
use crate::text::views as text;
use sg_core::language::Text;

/// A button for each available view mode; nothing if there is only one.
pub(crate) fn view_mode_switch(
    session: &Session,
    presentation: &Presentation,
    current: ViewMode,
) -> Html {
    let offered: Vec<ViewMode> = presentation.lenses().collect();
    if offered.len() < 2 {
        return Html::default();
    }
    let name = |view_mode: ViewMode| -> Text {
        match view_mode {
            ViewMode::Matrix => text::MATRIX,
            ViewMode::Drawing => text::DRAWING,
            ViewMode::List => text::LIST,
        }
    };
    html! {
        <div class="lenses" role="group" aria-label={session.say(text::LENSES)}>
            {for offered.into_iter().map(|view_mode| choice(session.say(name(view_mode)), view_mode == current, None, session.on(Action::ViewMode(view_mode))))}
        </div>
    }
}
