//! Link-related parts of the page: messages, the gallery and the share dialog.

use std::rc::Rc;
use std::sync::Arc;

use yew::prelude::*;

use crate::component::learn::gallery::Gallery;
use crate::component::learn::lesson::builder::Builder;
use crate::component::learn::lesson::list::LessonList;
use crate::component::learn::reference::glossary::Glossary;
use crate::component::learn::reference::statements::Statements;
use crate::component::share::export::ExportPanel;
use crate::component::share::import::ImportPanel;
use crate::component::share::link::SharePanel;
use crate::component::shell::embed::PresentationNotices;
use crate::component::shell::keep_notice::keep_line;
use crate::component::shell::notices::{about_example, bad_link_message, lost_log_line};
use crate::hooks::use_session;
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
    if let Route::Example { id, .. } = &location.opened.route {
        example = location.about.then_some(id);
    }
    html! {
        <>
            <section class="notices" aria-label={session.say(links::NOTICES)}>
                <PresentationNotices locked_notice={state.view.locked_notice} />
                {state.autosave.notice.as_ref().map(|notice| keep_line(&session, state, notice)).unwrap_or_default()}
                {location.bad.as_ref().map(|bad| bad_link_message(&session, bad, location.opened.bad.is_some())).unwrap_or_default()}
                {location.lost_log.map(|lost| lost_log_line(&session, lost)).unwrap_or_default()}
                {example.map(|id| about_example(&session, id)).unwrap_or_default()}
            </section>
            {match location.dialog {
                Some(OpenDialog::Examples) => html! { <Gallery /> },
                Some(OpenDialog::Import) => html! { <ImportPanel /> },
                Some(OpenDialog::Lessons) => html! { <LessonList learned={state.view.learned.clone()} /> },
                Some(OpenDialog::Share) => html! { <SharePanel state={Rc::clone(state)} /> },
                Some(OpenDialog::Export) => html! { <ExportPanel state={Rc::clone(state)} /> },
                Some(OpenDialog::Statements) => html! { <Statements scenario={Arc::clone(state.scenario())} /> },
                Some(OpenDialog::Glossary) => html! { <Glossary /> },
                Some(OpenDialog::Builder) => html! {
                    <Builder scenario={Arc::clone(state.scenario())} draft={Rc::clone(&state.draft)} view={state.view.clone()} />
                },
                None => Html::default(),
            }}
        </>
    }
}
