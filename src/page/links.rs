//! Link-related parts of the page: messages, the gallery and the share dialog.

use std::rc::Rc;
use std::sync::Arc;

use yew::prelude::*;

use crate::component::flows::panel::FlowsPanelProps;
use crate::component::kit::later::later;
use crate::component::learn::gallery::GalleryProps;
use crate::component::learn::lesson::list::LessonListProps;
use crate::component::learn::reference::glossary::GlossaryProps;
use crate::component::learn::reference::statements::StatementsProps;
use crate::component::learn::training::builder::CourseBuilderProps;
use crate::component::learn::training::notice::TrainingLineProps;
use crate::component::pairs::compare::ComparePanelProps;
use crate::component::share::export::ExportPanelProps;
use crate::component::share::import::ImportPanelProps;
use crate::component::share::link::SharePanelProps;
use crate::component::shell::embed::PresentationNotices;
use crate::component::shell::keep_notice::keep_line;
use crate::component::shell::notices::{AboutExampleProps, bad_link_message, lost_log_line};
use crate::hooks::use_session;
use crate::page::parts;
use crate::state::{OpenDialog, State};
use crate::text::links;
use sg_core::share::Route;

/// Properties of [`Links`].
#[derive(Properties, PartialEq, Eq)]
pub struct LinksProps {
    /// The page state.
    pub state: Rc<State>,
}

/// The messages at the top of the page and the open dialog.
#[component]
pub fn Links(props: &LinksProps) -> Html {
    let session = use_session();
    let state = &props.state;
    let location = &state.location;
    let mut example = None;
    if let Some(Route::Example { id, .. }) = &location.opened.route {
        let about = location.about && state.shows_opened();
        example = about.then_some(id);
    }
    html! {
        <>
            <section class="notices" aria-label={session.say(links::NOTICES)}>
                <PresentationNotices locked_notice={state.view.locked_notice} />
                {state.autosave.notice.as_ref().map(|notice| keep_line(&session, state, notice)).unwrap_or_default()}
                {location.bad.as_ref().map(|bad| bad_link_message(&session, bad, location.opened.bad.is_some())).unwrap_or_default()}
                {location.lost_log.map(|lost| lost_log_line(&session, lost)).unwrap_or_default()}
                {state.training.notice.clone().map(|told| later(&parts::TRAINING_LINE, TrainingLineProps { told })).unwrap_or_default()}
                {example.map(|id| later(&parts::ABOUT, AboutExampleProps { id: id.clone() })).unwrap_or_default()}
            </section>
            {location.dialog.map(|open| dialog(open, state)).unwrap_or_default()}
        </>
    }
}

/// The open dialog. Each is in a part.
fn dialog(open: OpenDialog, state: &Rc<State>) -> Html {
    let scenario = || Arc::clone(state.scenario());
    let state = || Rc::clone(state);
    match open {
        OpenDialog::Examples => later(&parts::GALLERY, GalleryProps {}),
        OpenDialog::Import => later(&parts::IMPORT, yew::props!(ImportPanelProps {})),
        OpenDialog::Lessons => {
            let (learned, training) = (state().view.learned.clone(), Rc::clone(&state().training));
            later(&parts::LESSONS, yew::props!(LessonListProps { learned, training }))
        }
        OpenDialog::Share => later(&parts::SHARE, SharePanelProps { state: state() }),
        OpenDialog::Export => {
            later(&parts::EXPORT, yew::props!(ExportPanelProps { state: state() }))
        }
        OpenDialog::Compare => later(
            &parts::COMPARE,
            ComparePanelProps {
                history: Rc::clone(&state().history),
                view: state().view.clone(),
                opened: Rc::clone(&state().location.opened),
                hidden: state().hidden_answer().is_some(),
            },
        ),
        OpenDialog::Flows => later(&parts::FLOWS, yew::props!(FlowsPanelProps { state: state() })),
        OpenDialog::Statements => {
            later(&parts::STATEMENTS, yew::props!(StatementsProps { scenario: scenario() }))
        }
        OpenDialog::Glossary => later(&parts::GLOSSARY, yew::props!(GlossaryProps {})),
        OpenDialog::CourseBuilder => later(
            &parts::COURSE_BUILDER,
            CourseBuilderProps {
                course: state().training.learner.course_draft.clone(),
                draft: state().draft.shared(),
                scenario: scenario(),
            },
        ),
    }
}
