//! The gallery of examples: a search field and, for each example, a thumbnail and a one-line
//! summary.

use std::rc::Rc;

use yew::prelude::*;

use crate::component::kit::dialog::Dialog;
use crate::component::kit::search::Search;
use crate::component::learn::gallery::thumbnail::Thumbnail;
use crate::component::learn::lesson::open::link;
use crate::hooks::{Session, use_session, use_typed};
use crate::platform;
use crate::state::{Action, LocationEdit, Opening};
use crate::text::links as text;
use sg_core::language::Text;
use sg_core::lesson::{Example, Level};
use sg_core::share::Route;

pub mod thumbnail;

/// Properties of [`Gallery`].
#[derive(Properties, PartialEq, Eq)]
pub struct GalleryProps {}

/// The gallery. Nothing is computed before it is opened.
#[component]
pub fn Gallery(_props: &GalleryProps) -> Html {
    let session = use_session();
    let search = use_typed(String::new);
    let found: Vec<&'static Example> =
        Example::all().filter(|example| example.matches(&search)).collect();
    // Enter opens the first match.
    let onenter = {
        let (session, first) = (session.clone(), found.first().map(|example| example.id));
        Callback::from(move |()| {
            if let Some(id) = first {
                open(&session, id);
            }
        })
    };
    let all = Example::all().count().to_string();
    let count = session.fill(text::FOUND, &[("count", &found.len().to_string()), ("all", &all)]);
    html! {
        <Dialog title={&text::EXAMPLES} opener="open-examples">
            <Search
                lead={text::EXAMPLES_LEAD}
                label={text::SEARCH}
                {count}
                value={search.value()}
                onsearch={search.set()}
                {onenter}
            />
            if search.trim().is_empty() {
                <ul class="examples">{blank(&session)}</ul>
            }
            if found.is_empty() {
                <p class="none">{session.say(text::NOTHING_FOUND)}</p>
            }
            {for Level::ALL.into_iter().map(|level| section(&session, level, &found))}
        </Dialog>
    }
}

/// The empty scenario, which stands before the examples.
fn blank(session: &Session) -> Html {
    let said = html! {
        <span class="said">
            <b>{session.say(text::NEW_SCENARIO)}</b>
            <span>{session.say(text::NEW_SHOWS)}</span>
        </span>
    };
    html! { <li>{link(session, Route::New, classes!("example", "blank"), "new-group-open", said)}</li> }
}

fn section(session: &Session, level: Level, found: &[&'static Example]) -> Html {
    let mut of_level = found.iter().filter(|example| example.level == level).peekable();
    if of_level.peek().is_none() {
        return Html::default();
    }
    html! {
        <section class="level">
            <h3>{session.say(name_of(level))}</h3>
            <ul class="examples">{for of_level.map(|example| card(session, example))}</ul>
        </section>
    }
}

/// One example: a real link, so it can be opened in a new tab.
fn card(session: &Session, example: &'static Example) -> Html {
    let route = Route::Example { id: example.id.to_owned(), pane: None };
    let onclick = {
        let session = session.clone();
        Callback::from(move |event: MouseEvent| {
            let elsewhere = event.ctrl_key() || event.meta_key() || event.shift_key();
            if !elsewhere {
                event.prevent_default();
                open(&session, example.id);
            }
        })
    };
    html! {
        <li key={example.id}>
            <a class="example" href={route.to_string()} {onclick}>
                <Thumbnail id={example.id} />
                <span class="said">
                    <b>{session.say(example.title)}</b>
                    <span>{session.say(example.shows)}</span>
                </span>
            </a>
        </li>
    }
}

fn open(session: &Session, id: &str) {
    if let Ok(opening) = Opening::by(Route::Example { id: id.to_owned(), pane: None }) {
        let open = LocationEdit::Open(Rc::new(opening), platform::env());
        session.dispatch.emit(Action::Location(open));
    }
}

const fn name_of(level: Level) -> Text {
    match level {
        Level::Switch => text::LEVEL_SWITCH,
        Level::Rules => text::LEVEL_RULES,
        Level::Several => text::LEVEL_SEVERAL,
        Level::Api => text::LEVEL_API,
    }
}
