//! Native rendering of components, and helpers that read the markup.

use std::rc::Rc;

use sg_core::language::Language;
use sg_playground::hooks::Session;
use sg_playground::page::Playground;
use sg_playground::state::{Presentation, State};
use yew::LocalServerRenderer;
use yew::prelude::*;

/// A session that ignores all actions.
pub(crate) fn session(language: Language) -> Session {
    Session::silent(language)
}

/// Provides a component with the session it needs.
#[derive(Properties, PartialEq)]
struct StageProps {
    language: Language,
    content: Html,
}

#[component]
fn Stage(props: &StageProps) -> Html {
    let session = session(props.language);
    html! { <ContextProvider<Session> context={session}>{props.content.clone()}</ContextProvider<Session>> }
}

/// The markup of a component in a language, without hydration markers.
pub(crate) fn draw(language: Language, content: Html) -> String {
    let renderer = LocalServerRenderer::<Stage>::with_props(StageProps { language, content });
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let tasks = tokio::task::LocalSet::new();
    tasks.block_on(&runtime, renderer.hydratable(false).render())
}

/// The markup of the playground in a state, in the state's language.
pub(crate) fn page(state: &Rc<State>) -> String {
    page_in(state.view.language, state)
}

/// The same in another language.
pub(crate) fn page_in(language: Language, state: &Rc<State>) -> String {
    let (state, presentation) = (Rc::clone(state), state.presentation());
    draw(
        language,
        html! {
            <ContextProvider<Rc<Presentation>> context={presentation}>
                <Playground {state} onsend={Callback::noop()} />
            </ContextProvider<Rc<Presentation>>>
        },
    )
}

/// The text of markup without its tags, which separate words.
pub(crate) fn words(markup: &str) -> String {
    let mut text = String::new();
    for part in markup.split('<') {
        let (_, after) = part.split_once('>').unwrap_or(("", part));
        text.push_str(after);
        text.push(' ');
    }
    let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
    let text = text.replace("&#x27;", "'").replace("&amp;", "&");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// All opening tags of an element, with their attributes.
pub(crate) fn tags<'a>(markup: &'a str, element: &str) -> Vec<&'a str> {
    let open = format!("<{element}");
    let starts = markup.match_indices(&open).filter_map(|(at, _)| markup.get(at..));
    let here =
        |from: &&str| from.get(open.len()..).is_some_and(|after| after.starts_with([' ', '>']));
    starts.filter(here).filter_map(|from| from.split_inclusive('>').next()).collect()
}

/// The value of an attribute in an opening tag.
pub(crate) fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let (_, after) = tag.split_once(&format!(" {name}=\""))?;
    after.split_once('"').map(|(value, _)| value)
}
