//! All statements behind the page's answers, with a search.

use std::sync::Arc;

use yew::prelude::*;

use crate::component::kit::button;
use crate::component::kit::cite::status_name;
use crate::component::kit::dialog::Dialog;
use crate::component::kit::search::Search;
use crate::component::learn::reference::evidence;
use crate::component::learn::reference::item::{Item, glyph};
use crate::hooks::{Session, use_session, use_typed};
use crate::state::VERSION;
use crate::text::reference as text;
use sg_core::citation::NEWEST_SOURCE;
use sg_core::connectivity::Status;
use sg_core::language::Text;
use sg_core::model::Scenario;

/// Properties of [`Statements`].
#[derive(Properties, PartialEq, Eq)]
pub struct StatementsProps {
    /// The scenario, which selects a reading where the documentation contradicts itself.
    pub scenario: Arc<Scenario>,
    /// The initial search text.
    #[prop_or_default]
    pub search: AttrValue,
    /// The initial filter by standing.
    #[prop_or_default]
    pub status: Option<Status>,
}

/// The statements in numerical order, the engine's before the emulator's.
#[component]
pub fn Statements(props: &StatementsProps) -> Html {
    let session = use_session();
    let search = use_typed(|| props.search.to_string());
    let only = use_state(|| props.status);
    let searched = |items: Vec<Item>| -> Vec<Item> {
        items.into_iter().filter(|item| item.matches(&search)).collect()
    };
    let engine = searched(Item::of_engine().collect());
    let emulator = searched(Item::of_emulator().collect());
    let others = evidence::others(&search);
    let of = |status: Option<Status>| {
        let all = engine.iter().chain(&emulator);
        all.filter(|item| status.is_none_or(|status| item.status == status)).count()
    };
    let all = Item::of_engine().count() + Item::of_emulator().count();
    let found = of(*only);
    let count = [("count", &*found.to_string()), ("all", &*all.to_string())];
    let section = |name: Text, items: &[Item]| section(&session, name, items, *only, props);
    html! {
        <Dialog title={&text::STATEMENTS_TITLE} opener="more">
            <Search
                lead={text::STATEMENTS_LEAD}
                label={text::SEARCH_STATEMENTS}
                count={session.fill(text::STATEMENTS_FOUND, &count)}
                value={search.value()}
                onsearch={search.set()}
            />
            <div class="standings" role="group" aria-label={session.say(text::STANDING)}>
                {choice(&session, None, of(None), &only)}
                {for Status::ALL.map(|status| choice(&session, Some(status), of(Some(status)), &only))}
            </div>
            if found == 0 && others.is_empty() {
                <p class="none">{session.say(text::NO_STATEMENT)}</p>
            }
            <p class="muted">{session.fill(text::ABOUT_VERSION, &[("version", VERSION), ("date", NEWEST_SOURCE)])}</p>
            {section(text::OF_ENGINE, &engine)}
            {section(text::OF_EMULATOR, &emulator)}
            if only.is_none() && !others.is_empty() {
                <section class="level">
                    <h3>{session.say(text::OTHER_EVIDENCE)}</h3>
                    {evidence::list(&session, &others)}
                </section>
            }
        </Dialog>
    }
}

/// The button that filters by standing or shows everything, with the number of matches.
fn choice(
    session: &Session,
    status: Option<Status>,
    count: usize,
    only: &UseStateHandle<Option<Status>>,
) -> Html {
    let setter = only.setter();
    let onclick = Callback::from(move |_: MouseEvent| setter.set(status));
    let name = html! {
        <>
            if let Some(status) = status {
                <span aria-hidden="true">{glyph(status)}{" "}</span>
            }
            {session.say(status.map_or(text::ALL_STANDINGS, status_name))}
            {" "}<span class="count">{count}</span>
        </>
    };
    button::choice(name, **only == status, None, onclick)
}

/// The statements of one kind that pass the filter.
fn section(
    session: &Session,
    name: Text,
    items: &[Item],
    only: Option<Status>,
    props: &StatementsProps,
) -> Html {
    let mut shown =
        items.iter().filter(|item| only.is_none_or(|only| item.status == only)).peekable();
    if shown.peek().is_none() {
        return Html::default();
    }
    html! {
        <section class="level">
            <h3>{session.say(name)}</h3>
            <ul class="statements">{for shown.map(|item| item.show(session, &props.scenario))}</ul>
        </section>
    }
}
