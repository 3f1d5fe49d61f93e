//! The pages that show no scenario: a text of a course, its end, and the results of a class.

use std::rc::Rc;

use yew::prelude::*;

use crate::component::kit::later::{View, shown};
use crate::component::learn::training::course_page::CoursePage;
use crate::page::frame::{foot, head};
use crate::seam;
use crate::state::State;

/// Properties of [`TrainingPage`].
#[derive(Properties, PartialEq, Eq)]
pub struct TrainingPageProps {
    /// Everything the page remembers.
    pub state: Rc<State>,
}

seam! { pub(crate) static TRAINING: View<TrainingPageProps> = shown::<TrainingPage>; training_page in course }

/// The page with its header and footer.
#[component]
pub fn TrainingPage(props: &TrainingPageProps) -> Html {
    let state = &props.state;
    html! {
        <>
            {head(state, None)}
            <main class="panes quiz alone"><CoursePage state={Rc::clone(state)} /></main>
            {foot(state)}
        </>
    }
}
