//! The page for a state, and its height as an embedded page.

use std::any::Any;
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use gloo::timers::callback::Timeout;
use yew::AppHandle;
use yew::prelude::*;

use crate::component::kit::later::later;
use crate::hooks::{Embedding, Session};
use crate::page::{
    PRESENT, Playground, PresentProps, QUIZ, QuizPageProps, TRAINING, TrainingPageProps,
};
use crate::platform;
use crate::state::opening::OPENING;
use crate::state::{PageLayout, Presentation, State, View};

/// The quiz or the page of a course if one is open, otherwise the playground.
pub fn current_page(state: Rc<State>, onsend: Callback<()>) -> Html {
    if state.view.presenting.is_some() {
        return later(&PRESENT, PresentProps { state });
    }
    if state.shows_page() {
        return later(&TRAINING, TrainingPageProps { state });
    }
    match state.asked() {
        Some(quiz) => {
            let quiz = Arc::clone(quiz);
            later(&QUIZ, QuizPageProps { quiz, state })
        }
        None => html! { <Playground {state} {onsend} /> },
    }
}

/// How long a page may measure its own boxes and lay itself out anew, in milliseconds.
const REST: u32 = 150;

/// Lays out an embedded page in a hidden frame and calls back with its height.
pub fn measure(embedding: &Embedding, done: Callback<u32>) -> Option<Box<dyn Any>> {
    let state = state_of(embedding)?;
    let layout = PageLayout::of_width(f64::from(embedding.width));
    let running = Rc::new(RefCell::new(None::<Running>));
    let kept = Rc::clone(&running);
    let frame = platform::blank_frame(embedding.width, move |mount| {
        let props = EmbeddedProps { state, layout };
        let app = yew::Renderer::<Embedded>::with_root_and_props(mount.clone(), props).render();
        let again = Rc::clone(&kept);
        let timer = Timeout::new(REST, move || {
            done.emit(platform::height_of(&mount));
            if let Some(running) = again.borrow_mut().as_mut() {
                running.end();
            }
        });
        *kept.borrow_mut() = Some(Running { app: Some(app), _timer: timer });
    })?;
    Some(Box::new(Measuring { running, _frame: frame }))
}

/// A page that is being measured. It is unmounted when dropped.
struct Running {
    app: Option<AppHandle<Embedded>>,
    _timer: Timeout,
}

impl Running {
    fn end(&mut self) {
        self.app.take().into_iter().for_each(AppHandle::destroy);
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.end();
    }
}

/// A measurement: first the page goes, then its frame.
struct Measuring {
    running: Rc<RefCell<Option<Running>>>,
    _frame: platform::BlankFrame,
}

impl Drop for Measuring {
    fn drop(&mut self) {
        drop(self.running.take());
    }
}

/// The state that readers of the embedded page begin with.
fn state_of(embedding: &Embedding) -> Option<Rc<State>> {
    let presentation = Rc::new(embedding.presentation.clone());
    let view = View { presentation, ..View::new(embedding.language, embedding.theme) };
    let opening = OPENING.get()?;
    Some(Rc::new(State::opened(opening(&embedding.fragment), &view)))
}

#[derive(Properties, PartialEq)]
struct EmbeddedProps {
    state: Rc<State>,
    layout: PageLayout,
}

/// An embedded page that only looks like one: whatever is done in it has no effect.
#[component]
fn Embedded(props: &EmbeddedProps) -> Html {
    let state = Rc::clone(&props.state);
    let session = Session::silent(state.view.language);
    html! {
        <ContextProvider<Rc<Presentation>> context={Rc::clone(&state.view.presentation)}>
            <ContextProvider<PageLayout> context={props.layout}>
                <ContextProvider<Session> context={session}>
                    {current_page(state, Callback::noop())}
                </ContextProvider<Session>>
            </ContextProvider<PageLayout>>
        </ContextProvider<Rc<Presentation>>>
    }
}
