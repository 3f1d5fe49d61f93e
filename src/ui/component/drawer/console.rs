//! The console: command lines and pasted URLs, answered the way the command line tool prints.

use std::rc::Rc;
use std::sync::Arc;

use yew::prelude::*;

use crate::model::Scenario;
use crate::ui::hooks::{Session, text_of, use_scroll_to_end, use_session};
use crate::ui::platform;
use crate::ui::state::{
    Action, Completion, ConsoleAnswer, ConsoleEntry, completions, printed,
};
use crate::ui::text::console as text;

/// Properties of [`Console`].
#[derive(Properties, PartialEq)]
pub(super) struct ConsoleProps {
    /// The lines so far.
    pub(super) entries: Rc<Vec<ConsoleEntry>>,
    /// The scene, whose ids complete a line.
    pub(super) scenario: Arc<Scenario>,
}

/// What was typed and answered, the line to type, and how it can go on.
#[component]
pub(super) fn Console(props: &ConsoleProps) -> Html {
    let session = use_session();
    let line = use_state_eq(|| None::<String>);
    // How far back in the lines typed before; 0 is the line being typed.
    let back = use_state_eq(|| 0_usize);
    let typed = line.as_deref().unwrap_or(START).to_owned();
    let offers = completions(&typed, &props.scenario);
    use_scroll_to_end("console-lines", props.entries.len());
    let set = {
        let line = line.clone();
        Callback::from(move |text: String| line.set(Some(text)))
    };
    let oninput = {
        let (set, back) = (set.clone(), back.clone());
        Callback::from(move |event: InputEvent| {
            back.set(0);
            set.emit(text_of(&event));
        })
    };
    let onsubmit = {
        let (dispatch, typed, line, back) =
            (session.dispatch.clone(), typed.clone(), line.clone(), back.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if !typed.trim().is_empty() {
                dispatch.emit(Action::Type(typed.clone(), platform::env()));
                back.set(0);
                line.set(None);
            }
        })
    };
    let recall = {
        let (entries, back, set) = (Rc::clone(&props.entries), back.clone(), set.clone());
        move |to: usize| {
            let place = to.checked_sub(1).and_then(|to| entries.len().checked_sub(to + 1));
            let text = place.and_then(|place| entries.get(place)).map(|entry| entry.line.clone());
            if to == 0 || text.is_some() {
                back.set(to);
                set.emit(text.unwrap_or_else(|| START.to_owned()));
            }
        }
    };
    let first = offers.first().map(|offer| offer.line.clone());
    let onkeydown = {
        let (back, set) = (*back, set.clone());
        Callback::from(move |event: KeyboardEvent| {
            match event.key().as_str() {
                "ArrowUp" => recall(back + 1),
                "ArrowDown" => recall(back.saturating_sub(1)),
                "ArrowRight" if platform::is_at_end(&event) => match &first {
                    Some(first) => set.emit(first.clone()),
                    None => return,
                },
                _ => return,
            }
            event.prevent_default();
        })
    };
    html! {
        <div class="console">
            <ol id="console-lines" aria-live="polite" tabindex="0" aria-label={session.say(text::LINES)}>
                if props.entries.is_empty() {
                    <li class="faint">{session.say(text::HINT)}</li>
                }
                {for props.entries.iter().map(|entry| shown(&session, entry))}
            </ol>
            <form class="prompt" {onsubmit}>
                <span class="mono" aria-hidden="true">{"$"}</span>
                <input
                    class="mono"
                    id="console-line"
                    aria-label={session.say(text::LINE)}
                    aria-describedby="console-offers"
                    autocomplete="off"
                    autocapitalize="off"
                    spellcheck="false"
                    value={typed}
                    {oninput}
                    {onkeydown}
                />
                <button type="submit" class="primary">{session.say(text::RUN)}</button>
            </form>
            <p class="offers" id="console-offers">
                {for offers.iter().map(|offer| offered(offer, &set))}
            </p>
        </div>
    }
}

/// What a line begins with: every line is a call of this service.
const START: &str = "aliyun ecs ";

fn offered(offer: &Completion, set: &Callback<String>) -> Html {
    let line = offer.line.clone();
    let onclick = set.reform(move |_: MouseEvent| {
        platform::focus("console-line");
        line.clone()
    });
    html! { <button type="button" class="chip mono" translate="no" {onclick}>{offer.word.clone()}</button> }
}

fn shown(session: &Session, entry: &ConsoleEntry) -> Html {
    let answer = match &entry.answer {
        ConsoleAnswer::Unread(error) => {
            html! { <p class="bad">{error.say(session.language)}</p> }
        }
        ConsoleAnswer::Called { step, set_aside, undocumented } => html! {
            <>
                <pre tabindex="0" translate="no">{printed(&step.outcome)}</pre>
                {for set_aside.iter().map(|aside| html! {
                    <p class="faint"><code translate="no">{aside.name.clone()}</code>{session.say(crate::ui::text::connectivity::COLON)}{" "}{session.say(aside.reason.text())}</p>
                })}
                {for undocumented.iter().map(|name| html! {
                    <p class="faint">{session.fill(text::UNDOCUMENTED, &[("name", name)])}</p>
                })}
            </>
        },
    };
    html! {
        <li>
            <p class="mono typed" translate="no">{"$ "}{entry.line.clone()}</p>
            {answer}
        </li>
    }
}
