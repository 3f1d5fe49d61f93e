//! The drawer: raw parameters, documented errors, reply, log.

use std::sync::Arc;

use yew::prelude::*;

use crate::emulator::{ApiError, Reply};
use crate::history::History;
use crate::language::Text;
use crate::model::Scenario;
use crate::ui::hooks::use_session;
use crate::ui::state::{Action, DrawerTab, Request};
use crate::ui::text::{chrome, request as text};

use super::errors::Errors;
use super::log::Log;
use super::parameters::Parameters;
use super::reply::ReplyPane;

/// Properties of [`Drawer`].
#[derive(Properties, PartialEq)]
pub struct DrawerProps {
    /// The open tab.
    pub tab: DrawerTab,
    /// The scene.
    pub scenario: Arc<Scenario>,
    /// The call being edited.
    pub request: Request,
    /// What the API answered, or would answer.
    pub outcome: Result<Reply, ApiError>,
    /// Whether the call was sent as it stands.
    pub sent: bool,
    /// The log.
    pub history: std::rc::Rc<History>,
}

/// One open tab; the bar above it holds the buttons.
#[component]
pub fn Drawer(props: &DrawerProps) -> Html {
    let session = use_session();
    let content = match props.tab {
        DrawerTab::Parameters => {
            html! { <Parameters request={props.request.clone()} outcome={props.outcome.clone()} /> }
        }
        DrawerTab::Errors => html! {
            <Errors action={props.request.action} outcome={props.outcome.clone()} />
        },
        DrawerTab::Reply => {
            html! { <ReplyPane outcome={props.outcome.clone()} sent={props.sent} /> }
        }
        DrawerTab::Log => html! {
            <Log scenario={Arc::clone(&props.scenario)} history={std::rc::Rc::clone(&props.history)} />
        },
    };
    html! {
        <section class="drawer" id="drawer" aria-label={session.say(name_of(props.tab))}>
            <button
                type="button"
                class="icon drawer-close"
                aria-label={session.say(chrome::CLOSE)}
                title={session.say(chrome::CLOSE)}
                onclick={session.on(Action::Drawer(None))}
            >
                {"×"}
            </button>
            {content}
        </section>
    }
}

/// The name of a tab.
pub(super) const fn name_of(tab: DrawerTab) -> Text {
    match tab {
        DrawerTab::Parameters => text::PARAMETERS,
        DrawerTab::Errors => text::ERRORS,
        DrawerTab::Reply => text::REPLY,
        DrawerTab::Log => text::LOG,
    }
}
