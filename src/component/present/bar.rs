//! The bar above a presented page: where one is, back and next, the steps, the pointer, the way out.

use std::rc::Rc;

use yew::prelude::*;

use crate::component::kit::button::IconButton;
use crate::component::learn::lesson::words::said;
use crate::hooks::{Session, use_session};
use crate::platform;
use crate::state::{Action, Slides, State, Turn, Turns};
use crate::text::{chrome, present as text};

/// Properties of [`PresentBar`].
#[derive(Properties, PartialEq)]
pub(crate) struct PresentBarProps {
    /// Everything the page remembers.
    pub(crate) state: Rc<State>,
    /// Whether the pointer is shown to all.
    pub(crate) light: bool,
    /// Shows or hides it.
    pub(crate) onlight: Callback<MouseEvent>,
}

/// The bar.
#[component]
pub(crate) fn PresentBar(props: &PresentBarProps) -> Html {
    let session = use_session();
    let PresentBarProps { state, light, onlight } = props;
    let Turns { back, next, place: (place, all) } = state.turns();
    let steps = state.view.presenting == Some(Slides::Steps);
    let in_log = steps || !state.is_visiting();
    let numbers = [("place", &*place.to_string()), ("all", &*all.to_string())];
    let leave = {
        let dispatch = session.dispatch.clone();
        Callback::from(move |_: MouseEvent| {
            dispatch.emit(Action::Present(None));
            platform::focus_soon("more");
        })
    };
    html! {
        <nav class="present-bar" aria-label={session.say(text::PRESENT)}>
            <span class="present-title">{title(&session, state)}</span>
            if all > 0 {
                <span class="muted" role="status">{session.fill(if in_log { text::STEP_OF } else { text::PLACE_OF }, &numbers)}</span>
            }
            <span class="grow"></span>
            {turn(&session, "◂", text::BACK, "present-back", back)}
            {turn(&session, "▸", text::NEXT, "present-next", next)}
            {steps_button(&session, state, steps)}
            <button type="button" aria-pressed={light.to_string()} title={session.fill(chrome::WITH_KEYS, &[("name", session.say(text::LIGHT)), ("keys", "l")])} onclick={onlight}>{session.say(text::LIGHT)}</button>
            {IconButton::cross(session.say(text::LEAVE), leave).id("present-leave").show()}
        </nav>
    }
}

fn title(session: &Session, state: &State) -> Html {
    let opened = &state.location.opened;
    if let Some(place) = &opened.course {
        return said(session, &place.course.title);
    }
    match &state.location.learning {
        Some(learning) => said(session, &learning.lesson.title),
        None => html! { {session.say(chrome::TITLE)} },
    }
}

fn turn(
    session: &Session,
    glyph: &'static str,
    name: sg_core::language::Text,
    id: &'static str,
    to: Option<Turn>,
) -> Html {
    let enabled = to.is_some();
    let dispatch = session.dispatch.clone();
    let onclick = Callback::from(move |_: MouseEvent| {
        if let Some(to) = to {
            dispatch.emit(to.action(platform::env()));
        }
    });
    IconButton::new(glyph, session.say(name), onclick).id(id).enabled(enabled).show()
}

/// Begins the steps, or ends them at the last one.
fn steps_button(session: &Session, state: &State, steps: bool) -> Html {
    if steps {
        let end = session.on(Action::Present(Some(Slides::Page)));
        return html! { <button type="button" id="present-end" onclick={end}>{session.say(text::END_STEPS)}</button> };
    }
    let none = state.history.steps().is_empty() || state.shows_page() || state.asked().is_some();
    let begin = session.on(Action::Present(Some(Slides::Steps)));
    html! { <button type="button" id="present-steps" disabled={none} onclick={begin}>{session.say(text::STEPS)}</button> }
}
