//! The drawer at the bottom of the page: one tab at a time, with the call, errors, log, tools,
//! problems or what the Internet can reach.

use std::rc::Rc;
use std::sync::Arc;

use yew::prelude::*;

use crate::component::kit::button::IconButton;
use crate::component::request::drawer::console::Console;
use crate::component::request::drawer::errors::Errors;
use crate::component::request::drawer::exposure::ExposureTable;
use crate::component::request::drawer::problems::Problems;
use crate::component::request::drawer::signing::SigningBench;
use crate::component::request::drawer::timeline::Timeline;
use crate::component::request::pane::request_pane;
use crate::component::request::tabs::{name_of, opener_of};
use crate::hooks::{Session, use_session};
use crate::state::{Action, ConsoleEntry, DrawerHeight, DrawerTab, Request, View};
use crate::text::{chrome, drawer as text};
use sg_core::emulator::{ApiError, Reply};
use sg_core::history::History;
use sg_core::language::Text;
use sg_core::model::Scenario;

pub(crate) mod console;
pub(crate) mod errors;
mod exposure;
pub(crate) mod problems;
pub mod signing;
pub(crate) mod timeline;

/// Properties of [`Drawer`].
#[derive(Properties, PartialEq, Eq)]
pub struct DrawerProps {
    /// The open tab.
    pub tab: DrawerTab,
    /// The scenario.
    pub scenario: Arc<Scenario>,
    /// The call being edited.
    pub request: Request,
    /// The API's actual or predicted reply.
    pub outcome: Result<Reply, ApiError>,
    /// Whether the call was sent unchanged.
    pub sent: bool,
    /// The log.
    pub history: Rc<History>,
    /// The console transcript.
    pub console: Rc<Vec<ConsoleEntry>>,
    /// The view; the timeline follows its selected pair.
    pub view: View,
    /// Whether what passes is hidden, because a question about it is open.
    pub hidden: bool,
}

/// The open tab; the buttons are in the bar above.
#[component]
pub fn Drawer(props: &DrawerProps) -> Html {
    let session = use_session();
    let content = match props.tab {
        DrawerTab::Request => {
            request_pane(&session, &props.request, props.view.form, &props.outcome, props.sent)
        }
        DrawerTab::Errors => html! {
            <Errors action={props.request.action} outcome={props.outcome.clone()} history={Rc::clone(&props.history)} />
        },
        DrawerTab::Timeline => html! {
            <Timeline history={Rc::clone(&props.history)} view={props.view.clone()} />
        },
        DrawerTab::Problems => {
            html! { <Problems scenario={Arc::clone(&props.scenario)} since={Rc::clone(&props.view.since)} hidden={props.hidden} /> }
        }
        DrawerTab::Exposure => html! {
            <ExposureTable scenario={Arc::clone(&props.scenario)} hidden={props.hidden} />
        },
        DrawerTab::Console => html! {
            <Console entries={Rc::clone(&props.console)} scenario={Arc::clone(&props.scenario)} />
        },
        DrawerTab::Signing => html! { <SigningBench call={props.request.call()} /> },
    };
    let height = props.view.drawer_height;
    html! {
        <section class={classes!("drawer", height.word())} id="drawer" data-focus-fallback={opener_of(props.tab)} aria-label={session.say(name_of(props.tab))}>
            <div class="drawer-tools" data-focus-fallback="close-drawer">
                {resize(&session, height.taller(), "▴", text::TALLER)}
                {resize(&session, height.lower(), "▾", text::LOWER)}
                {IconButton::cross(session.say(chrome::CLOSE), session.on(Action::Drawer(None))).id("close-drawer").show()}
            </div>
            <div class="drawer-content" tabindex="-1">{content}</div>
        </section>
    }
}

fn resize(session: &Session, to: Option<DrawerHeight>, glyph: &'static str, name: Text) -> Html {
    let onclick = to.map_or_else(Callback::noop, |height| session.on(Action::Resize(height)));
    let button = IconButton::new(glyph, session.say(name), onclick);
    button.enabled(to.is_some()).show_as(classes!("icon", "resize"))
}
