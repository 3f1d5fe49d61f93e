//! The root component: owns the state, provides the session and handles the keyboard.

use std::rc::Rc;
use std::sync::Arc;

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use yew::prelude::*;

use crate::hooks::{Session, use_address, use_autosave};
use crate::page::{Playground, QuizPage};
use crate::platform;
use crate::state::{Action, LocationEdit, Presentation, State, ViewMode};
use sg_core::emulator::Call;
use sg_core::history::Edit;

/// Properties of [`App`].
#[derive(Properties, PartialEq, Eq)]
pub struct AppProps {
    /// The initial state.
    pub initial: State,
}

/// The state as the reducer holds it. Cloning copies a pointer, and an equal pointer means nothing
/// changed.
struct Held(Rc<State>);

impl PartialEq for Held {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Reducible for Held {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        Rc::new(Self(Rc::clone(&self.0).reduce(action)))
    }
}

/// The application.
#[component]
pub fn App(props: &AppProps) -> Html {
    let initial = props.initial.clone();
    let held = use_reducer_eq(move || Held(Rc::new(initial)));
    let dispatcher = held.dispatcher();
    let dispatch = use_callback((), move |action: Action, ()| dispatcher.dispatch(action));
    let edit = use_callback(dispatch.clone(), |edit: Edit, dispatch| {
        dispatch.emit(Action::Edit(edit, platform::env()));
    });
    let onsend = use_callback(dispatch.clone(), |(), dispatch| {
        dispatch.emit(Action::Send(platform::env()));
    });
    let state = Rc::clone(&held.0);
    use_effect_with(state.view.language, |language| {
        platform::apply_language(*language);
        platform::remember_language(*language);
    });
    use_effect_with(state.view.theme, |theme| {
        platform::apply_theme(*theme);
        platform::remember_theme(*theme);
    });
    use_effect_with(state.view.learned.clone(), platform::remember_learned);
    use_effect_with(state.view.drawer_height, |height| platform::remember_drawer_height(*height));
    use_address(Rc::clone(&state), dispatch.clone());
    use_autosave(Rc::clone(&state), dispatch.clone());
    use_effect_with((), |()| {
        let kept = platform::FocusRestorer::new();
        move || drop(kept)
    });
    use_effect_with(state.view.presentation.embed, |embed| {
        let frame = embed.then(platform::Frame::new);
        move || drop(frame)
    });
    use_shortcuts(Rc::clone(&state), dispatch.clone(), edit.clone());
    let session = Session { language: state.view.language, dispatch, edit };
    html! {
        <ContextProvider<Rc<Presentation>> context={Rc::clone(&state.view.presentation)}>
            <ContextProvider<Session> context={session}>
                {match state.asked() {
                    Some(quiz) => html! { <QuizPage quiz={Arc::clone(quiz)} state={Rc::clone(&state)} /> },
                    None => html! { <Playground {state} {onsend} /> },
                }}
            </ContextProvider<Session>>
        </ContextProvider<Rc<Presentation>>>
    }
}

/// Listens for page shortcuts everywhere except in text fields.
#[hook]
fn use_shortcuts(state: Rc<State>, dispatch: Callback<Action>, edit: Callback<Edit>) {
    let focus = use_memo((), |()| platform::Focus::default());
    use_effect_with(state, move |state| {
        let (state, focus) = (Rc::clone(state), Rc::clone(&focus));
        let options = EventListenerOptions::enable_prevent_default();
        let listener = platform::root_target().map(|target| {
            EventListener::new_with_options(&target, "keydown", options, move |event| {
                let Some(event) = event.dyn_ref::<web_sys::KeyboardEvent>() else { return };
                if pressed(event, &state, &dispatch, &edit, &focus) {
                    event.prevent_default();
                }
            })
        });
        move || drop(listener)
    });
}

/// Handles a key; returns whether it did something.
fn pressed(
    event: &web_sys::KeyboardEvent,
    state: &State,
    dispatch: &Callback<Action>,
    edit: &Callback<Edit>,
    focus: &platform::Focus,
) -> bool {
    let command = event.ctrl_key() || event.meta_key();
    let (key, presentation) = (event.key(), &state.view.presentation);
    if key == "Escape" {
        return close(state, dispatch, focus);
    }
    if platform::is_typing(event) || event.alt_key() || state.location.dialog.is_some() {
        return false;
    }
    // A quiz shows nothing that the other keys act on.
    if state.asked().is_some() && !matches!((command, key.as_str()), (true, _) | (_, "?")) {
        return false;
    }
    match (command, key.as_str()) {
        (true, "z") => dispatch.emit(Action::Undo),
        (true, "Z" | "y") => dispatch.emit(Action::Redo),
        (false, "?") if presentation.embed => return false,
        (false, "?") => dispatch.emit(Action::Shortcuts(!state.view.shortcuts)),
        (false, "m") => platform::focus_matrix(),
        (false, "/") => return platform::focus(platform::FIND_FIELD),
        (false, "r") => {
            let Some(first) = presentation.tabs().next() else { return false };
            dispatch.emit(Action::Drawer(state.view.drawer.is_none().then_some(first)));
        }
        (false, "[") => {
            dispatch.emit(Action::Scrub(state.history.position().saturating_sub(1)));
        }
        (false, "]") => dispatch.emit(Action::Scrub(state.history.position() + 1)),
        (false, "d") => {
            let next = if state.view.view_mode == ViewMode::Drawing {
                ViewMode::Matrix
            } else {
                ViewMode::Drawing
            };
            dispatch.emit(Action::ViewMode(next));
        }
        (false, "f") => {
            dispatch.emit(Action::Fixes(true));
            focus.go("find-fixes");
        }
        (false, "t") => return flip(state, edit),
        _ => return false,
    }
    true
}

/// Closes whatever was opened last.
fn close(state: &State, dispatch: &Callback<Action>, focus: &platform::Focus) -> bool {
    if state.location.dialog.is_some() {
        dispatch.emit(Action::Location(LocationEdit::Dialog(None)));
    } else if state.view.shortcuts {
        dispatch.emit(Action::Shortcuts(false));
    } else if state.view.drawer.is_some() {
        dispatch.emit(Action::Drawer(None));
    } else if state.view.fixes {
        dispatch.emit(Action::Fixes(false));
        focus.go_back("find-fixes");
    } else {
        return false;
    }
    true
}

/// Toggles the policy of the last focused group.
fn flip(state: &State, edit: &Callback<Edit>) -> bool {
    let scenario = state.scenario();
    let Some(group) = state.view.group.as_ref().and_then(|id| scenario.group(id)) else {
        return false;
    };
    let flipped = group.group_type.inner_access_policy().flipped();
    let call = Call::modify_security_group_policy(scenario.region(), &group.id, flipped);
    edit.emit(Edit::Call(call));
    true
}
