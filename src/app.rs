//! The root component: owns the state, provides the session and handles the keyboard.

use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::component::kit::later::missing;
use crate::component::shell::embed::skip_past;
use crate::fault::{self, Place};
use crate::hooks::{
    Measure, Session, use_address, use_autosave, use_limits, use_measured_layout, use_training,
};
use crate::page::{current_page, measure};
use crate::platform;
use crate::state::{Action, LocationEdit, PageLayout, Presentation, Slides, State, ViewMode};
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
        fault::at(Place::Reducer);
        Rc::new(Self(Rc::clone(&self.0).reduce(action)))
    }
}

/// The application.
#[component]
pub fn App(props: &AppProps) -> Html {
    fault::at(Place::View);
    let initial = props.initial.clone();
    let held = use_reducer_eq(move || Held(Rc::new(initial)));
    let (dispatch, lacking) = use_dispatch(held.dispatcher());
    let edit = use_callback(dispatch.clone(), |edit: Edit, dispatch| {
        dispatch.emit(Action::Edit(edit, platform::env()));
    });
    let onsend = use_callback(dispatch.clone(), |(), dispatch| {
        dispatch.emit(Action::Send(platform::env()));
    });
    let state = Rc::clone(&held.0);
    let layout = use_measured_layout();
    use_effect_with(state.view.language, |language| {
        platform::apply_language(*language);
        platform::remember_language(*language);
    });
    use_effect_with(state.view.theme, |theme| {
        fault::at(Place::Effect);
        platform::apply_theme(*theme);
        platform::remember_theme(*theme);
    });
    use_effect_with(state.view.learned.clone(), platform::remember_learned);
    use_effect_with(state.view.drawer_height, |height| platform::remember_drawer_height(*height));
    // Not before the page is there: what fails while it is drawn must not leave an empty one.
    use_effect_with((), |()| platform::announce_ready());
    use_address(Rc::clone(&state), dispatch.clone());
    use_autosave(Rc::clone(&state), dispatch.clone());
    use_training(Rc::clone(&state), dispatch.clone());
    use_effect_with((), |()| {
        let kept = platform::FocusRestorer::new();
        move || drop(kept)
    });
    let ontheme = dispatch.reform(Action::SetTheme);
    use_effect_with(state.view.presentation.embed, move |embed| {
        let frame = embed.then(|| platform::Frame::new(ontheme));
        move || drop(frame)
    });
    let measured = use_memo((), |()| Measure::new(measure));
    use_limits(state.view.language);
    use_shortcuts(Rc::clone(&state), dispatch.clone(), edit.clone());
    let session = Session { language: state.view.language, dispatch, edit };
    html! {
        <ContextProvider<Rc<Presentation>> context={state.presentation()}>
            <ContextProvider<PageLayout> context={layout}>
                <ContextProvider<Session> context={session.clone()}>
                    <ContextProvider<Measure> context={(*measured).clone()}>
                        if state.view.presentation.embed {
                            {skip_past(&session)}
                        }
                        {lacking.map(|again| missing(&session, &again)).unwrap_or_default()}
                        {current_page(state, onsend)}
                    </ContextProvider<Measure>>
                </ContextProvider<Session>>
            </ContextProvider<PageLayout>>
        </ContextProvider<Rc<Presentation>>>
    }
}

/// Dispatches actions, each once the part of the program is here that it needs. While some wait for
/// a part that did not arrive, also returns how to try again.
#[hook]
fn use_dispatch(
    to: UseReducerDispatcher<Held>,
) -> (Callback<Action>, Option<Callback<MouseEvent>>) {
    let waiting = use_mut_ref(Vec::<Action>::new);
    let count = use_mut_ref(|| 0_usize);
    let changed = use_force_update();
    let dispatch = {
        let (waiting, changed) = (waiting.clone(), changed.clone());
        use_callback((), move |action: Action, ()| {
            let needs = action.needs();
            let count = count.clone();
            *count.borrow_mut() += 1;
            let number = *count.borrow();
            if needs.are_met() {
                return to.dispatch(action);
            }
            let (to, waiting, changed) = (to.clone(), waiting.clone(), changed.clone());
            spawn_local(async move {
                let arrived = needs.fetch().await.is_ok();
                match (&action, arrived) {
                    // The pointer or the focus has moved on meanwhile.
                    (Action::Preview(_), _) if *count.borrow() != number => {}
                    (_, true) => to.dispatch(action),
                    (Action::Preview(_), false) => {}
                    (_, false) => {
                        waiting.borrow_mut().push(action);
                        changed.force_update();
                    }
                }
            });
        })
    };
    let missing = !waiting.borrow().is_empty();
    let again = missing.then(|| {
        let dispatch = dispatch.clone();
        Callback::from(move |_: MouseEvent| {
            let actions = waiting.take();
            changed.force_update();
            actions.into_iter().for_each(|action| dispatch.emit(action));
        })
    });
    (dispatch, again)
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
    let (key, view) = (event.key(), &state.view);
    let presentation = &view.presentation;
    if key == "Escape" {
        return close(state, dispatch, focus);
    }
    if platform::is_typing(event) || event.alt_key() || state.location.dialog.is_some() {
        return false;
    }
    // A quiz, and a page without a scenario, show nothing that the other keys act on.
    if (state.asked().is_some() || state.shows_page())
        && !matches!((command, key.as_str()), (true, _) | (_, "?" | "p"))
    {
        return false;
    }
    match (command, key.as_str()) {
        (true, "z") => dispatch.emit(Action::Undo),
        (true, "Z" | "y") => dispatch.emit(Action::Redo),
        (false, "?") if presentation.embed => return false,
        (false, "?") => dispatch.emit(Action::Shortcuts(!state.view.shortcuts)),
        (false, "p") if !presentation.embed => {
            let slides = view.presenting.is_none().then_some(Slides::Page);
            dispatch.emit(Action::Present(slides));
        }
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
