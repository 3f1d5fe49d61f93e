//! The page as an audience sees it, on a projector: large, and without what only its speaker needs.

use std::rc::Rc;
use std::sync::Arc;

use yew::prelude::*;

use crate::component::kit::later::{View, later, shown};
use crate::component::present::bar::PresentBar;
use crate::component::present::spotlight::Spotlight;
use crate::hooks::{use_clicker, use_session, use_toggle};
use crate::page::stage::Stage;
use crate::page::{QUIZ, QuizPageProps, TRAINING, TrainingPageProps};
use crate::seam;
use crate::state::{PageLayout, State};

/// Properties of [`Present`].
#[derive(Properties, PartialEq, Eq)]
pub struct PresentProps {
    /// Everything the page remembers.
    pub state: Rc<State>,
}

seam! { pub(crate) static PRESENT: View<PresentProps> = shown::<Present>; present in present }

/// What is open, below a bar with the way back and on. Everything is large, so the markup is that of a
/// wide page, however few pixels the projector has left.
#[component]
pub fn Present(props: &PresentProps) -> Html {
    let session = use_session();
    let state = &props.state;
    let light = use_toggle(false);
    use_clicker(&session, state, &light);
    let page = match state.asked() {
        _ if state.shows_page() => later(&TRAINING, TrainingPageProps { state: Rc::clone(state) }),
        Some(quiz) => {
            later(&QUIZ, QuizPageProps { quiz: Arc::clone(quiz), state: Rc::clone(state) })
        }
        None => html! { <Stage state={Rc::clone(state)} /> },
    };
    html! {
        <div class="presenting">
            <PresentBar state={Rc::clone(state)} light={light.open} onlight={light.on::<MouseEvent>()} />
            <ContextProvider<PageLayout> context={PageLayout::Wide}>{page}</ContextProvider<PageLayout>>
            if light.open {
                <Spotlight />
            }
        </div>
    }
}
