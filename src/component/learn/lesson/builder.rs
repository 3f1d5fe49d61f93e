//! The lesson builder: a panel beside the matrix in which a lesson is made of the page's scenario.

use std::rc::Rc;
use std::sync::Arc;

use yew::prelude::*;

use crate::component::kit::button::{IconButton, choice};
use crate::component::learn::lesson::builder::explanation::explanation;
use crate::component::learn::lesson::builder::file::BuilderFile;
use crate::component::learn::lesson::builder::goals::BuilderGoals;
use crate::component::learn::lesson::builder::hints::hints;
use crate::component::learn::lesson::builder::making::{Making, name_of};
use crate::component::learn::lesson::builder::question::question;
use crate::component::learn::lesson::builder::standing::standing;
use crate::component::learn::lesson::builder::texts::texts;
use crate::component::learn::lesson::words::said;
use crate::hooks::{Session, use_session};
use crate::platform;
use crate::state::{Action, BuilderTab, LocationEdit, Opening, View};
use crate::text::builder as text;
use sg_core::lesson::course::written;
use sg_core::lesson::{Draft, Lesson};
use sg_core::model::Scenario;
use sg_core::share::{DocumentError, lesson_route};

pub(crate) mod cell;
mod conditions;
mod explanation;
mod file;
pub(crate) mod file_fault;
mod goals;
mod hints;
mod link;
mod making;
mod open_file;
pub mod preview;
mod prose;
mod question;
mod question_answers;
mod standing;
mod texts;

/// Properties of [`Builder`].
#[derive(Properties, PartialEq, Eq)]
pub struct BuilderProps {
    /// The scenario that the lesson starts with.
    pub scenario: Arc<Scenario>,
    /// The author's draft.
    pub draft: Rc<Draft>,
    /// The view, whose selected cell can become a goal.
    pub view: View,
    /// The open part.
    pub tab: BuilderTab,
}

/// The panel. What is still wrong stands below its parts from the first keystroke.
#[component]
pub fn Builder(props: &BuilderProps) -> Html {
    let session = use_session();
    let BuilderProps { scenario, draft, view, tab } = props;
    let asked = (Rc::clone(draft), Arc::clone(scenario));
    let lesson = use_memo(asked, |(draft, scenario)| Lesson::checked(&draft.document(scenario)));
    let making = Making { session: &session, scenario, draft, view };
    let close = session.on(Action::Location(LocationEdit::Builder(None)));
    let untitled = draft.title.en.is_none() && draft.title.zh.is_none();
    let open = match tab {
        BuilderTab::Goals => html! {
            <BuilderGoals scenario={Arc::clone(scenario)} draft={Rc::clone(draft)} view={view.clone()} />
        },
        BuilderTab::Texts => texts(&making),
        BuilderTab::Question => question(&making),
        BuilderTab::Hints => hints(&making),
        BuilderTab::Why => explanation(&making),
        BuilderTab::File => html! {
            <BuilderFile scenario={Arc::clone(scenario)} draft={Rc::clone(draft)} valid={lesson.is_ok()} />
        },
    };
    html! {
        <section class="lesson builder" id="builder" tabindex="-1" data-focus-fallback="builder" aria-label={session.say(text::BUILDER)}>
            <div class="lesson-head">
                <h2>
                    <span class="tag">{session.say(text::BUILDER)}</span>{" "}
                    <b>{if untitled { html! { {session.say(text::UNTITLED)} } } else { said(&session, &draft.title) }}</b>
                </h2>
                {IconButton::cross(session.say(text::CLOSE), close).fallback("more").show()}
            </div>
            <div class="parts" role="group" aria-label={session.say(text::TABS)}>
                {for BuilderTab::ALL.into_iter().map(|own| part(&session, own, *tab))}
            </div>
            {open}
            {standing(&session, draft, &lesson)}
            <p class="row">
                <button type="button" class="primary" id="builder-preview" disabled={lesson.is_err()} onclick={preview(&making, &lesson)}>{session.say(text::PREVIEW)}</button>
            </p>
        </section>
    }
}

fn part(session: &Session, tab: BuilderTab, open: BuilderTab) -> Html {
    let to = Action::Location(LocationEdit::Builder(Some(tab)));
    choice(session.say(name_of(tab)), tab == open, None, session.on(to))
}

/// Opens the lesson as a learner sees it. From then on its id no longer follows the title.
fn preview(
    making: &Making<'_>,
    lesson: &Result<Lesson, Vec<DocumentError>>,
) -> Callback<MouseEvent> {
    let (dispatch, scenario) = (making.session.dispatch.clone(), Arc::clone(making.scenario));
    let lesson = lesson.as_ref().ok().map(|_| Rc::clone(making.draft));
    Callback::from(move |_: MouseEvent| {
        let Some(draft) = lesson.as_ref().map(|draft| draft.given_away()) else { return };
        let document = draft.document(&scenario);
        let Ok(lesson) = Lesson::checked(&document) else { return };
        let route = lesson_route(&written(&document)).ok();
        let opening = Opening { preview: true, ..Opening::of_lesson(route, Arc::new(lesson)) };
        dispatch.emit(Action::Location(LocationEdit::Draft(Rc::new(draft))));
        let open = LocationEdit::Open(Rc::new(opening), platform::env());
        dispatch.emit(Action::Location(open));
        platform::focus_soon("lesson");
    })
}
