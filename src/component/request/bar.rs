//! The request bar: the URL, the outcome and the buttons of the drawer.

use yew::prelude::*;

use crate::component::kit::copy::CopyButton;
use crate::component::request::tabs::{name_of, opener_of};
use crate::component::request::url::url_line;
use crate::hooks::{Session, use_layout, use_presentation, use_session, use_toggle};
use crate::platform;
use crate::state::{Action, DrawerTab, PageLayout, Presentation};
use crate::text::{lessons, request as text};
use sg_core::emulator::{ApiError, Call, Reply};
use sg_core::history::Edit;
use sg_core::request::snippet::cli;
use sg_core::request::url::{CommonParameters, RequestUrl};

/// Properties of [`RequestBar`].
#[derive(Properties, PartialEq)]
pub struct RequestBarProps {
    /// The call shown.
    pub call: Call,
    /// The API's actual or predicted reply.
    pub outcome: Result<Reply, ApiError>,
    /// Whether the call was sent unchanged.
    pub sent: bool,
    /// The open tab of the drawer.
    pub drawer: Option<DrawerTab>,
    /// How many steps are logged.
    pub steps: usize,
    /// The number of problems; `None` while they have not been counted.
    pub problems: Option<usize>,
    /// The number of goals met in the open lesson, and their total.
    #[prop_or_default]
    pub goals: Option<(usize, usize)>,
    /// Sends the call.
    pub onsend: Callback<()>,
}

/// The bar. On a phone, the operation and its outcome stand for the rest.
#[component]
pub fn RequestBar(props: &RequestBarProps) -> Html {
    let session = use_session();
    let presentation = use_presentation();
    let (class, outcome) = match &props.outcome {
        Ok(_) => ("status ok", "200 OK".to_owned()),
        Err(error) => ("status bad", format!("{} {}", error.status(), error.code())),
    };
    let verb = if props.sent { text::RETURNED } else { text::WOULD_RETURN };
    let (before, after) = session.say(verb).split_once("{outcome}").unwrap_or_default();
    let rest = use_toggle(false);
    let phone = use_layout() == PageLayout::Phone;
    let open = !phone || rest.open || props.drawer.is_some();
    let fold = {
        let (show, close_drawer) = (rest.set(!open), session.on(Action::Drawer(None)));
        Callback::from(move |event: MouseEvent| {
            show.emit(());
            close_drawer.emit(event);
        })
    };
    html! {
        <section class="request" aria-label={session.say(text::PANE)}>
            <div class="request-line">
                if phone {
                    <button type="button" class="fold operation" aria-expanded={open.to_string()} onclick={fold} translate="no">
                        {props.call.action.as_str()}
                    </button>
                }
                if open {
                    {url_line(&session, &props.call)}
                }
                <p class="outcome" role="status">
                    {before}<b {class} id="request-outcome">{outcome}</b>{after}
                </p>
            </div>
            if open {
                {tools(&session, &presentation, props)}
            }
        </section>
    }
}

/// The tabs of the drawer, and what can be done with the call.
fn tools(session: &Session, presentation: &Presentation, props: &RequestBarProps) -> Html {
    let locked = presentation.lock_on(&Edit::Call(props.call.clone())).is_some();
    let url = RequestUrl::unsigned(&props.call, CommonParameters::Abbreviated(session.language));
    let tab = |tab: DrawerTab| {
        let open = props.drawer == Some(tab);
        let action = Action::Drawer((!open).then_some(tab));
        let count = match tab {
            DrawerTab::Errors => Some(props.call.action.error_count()),
            DrawerTab::Timeline => Some(props.steps),
            DrawerTab::Problems => props.problems,
            DrawerTab::Request | DrawerTab::Signing | DrawerTab::Console | DrawerTab::Exposure => {
                None
            }
        };
        html! {
            <button type="button" id={opener_of(tab)} aria-expanded={open.to_string()} aria-controls="drawer" onclick={session.on(action)}>
                {session.say(name_of(tab))}
                if let Some(count) = count {
                    {" "}<span class="count">{count}</span>
                }
            </button>
        }
    };
    html! {
        <div class="request-tools">
            if let Some((met, all)) = props.goals {
                {goals_met(session, met, all)}
            }
            {for presentation.tabs().map(tab)}
            <span class="grow"></span>
            <CopyButton label={session.say(text::COPY_URL)} done={session.say(text::COPIED_URL)} what={url.to_string()} />
            if let Ok(line) = cli::command(&props.call) {
                <CopyButton label={session.say(text::COPY_CLI)} done={session.say(text::COPIED_CLI)} what={line} />
            }
            <button type="button" class="primary" disabled={locked} onclick={props.onsend.reform(|_: MouseEvent| ())}>{session.say(text::SEND)}</button>
        </div>
    }
}

/// The progress of the open lesson, as a link to it.
fn goals_met(session: &Session, met: usize, all: usize) -> Html {
    let numbers = [("met", &*met.to_string()), ("all", &*all.to_string())];
    let onclick = Callback::from(|_: MouseEvent| {
        platform::focus("lesson");
    });
    html! {
        <button type="button" class={classes!("goals-met", (met == all).then_some("all"))} {onclick}>
            {session.fill(lessons::GOALS_SHORT, &numbers)}
        </button>
    }
}
