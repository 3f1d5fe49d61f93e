//! The prompt of the console.

use std::rc::Rc;
use std::sync::Arc;

use yew::prelude::*;

use crate::component::kit::limit::Limit;
use crate::hooks::{text_of, use_session};
use crate::platform;
use crate::state::{Action, Completion, ConsoleEntry, completions};
use crate::text::console as text;
use sg_core::model::Scenario;

/// Properties of the prompt.
#[derive(Properties, PartialEq)]
pub(crate) struct ConsoleProps {
    /// The previous lines.
    pub(crate) entries: Rc<Vec<ConsoleEntry>>,
    /// The scenario, whose ids are offered as completions.
    pub(crate) scenario: Arc<Scenario>,
}

/// The prompt with its completions. The arrow keys recall lines and accept the first completion;
/// Tab moves the focus as usual. Enter runs the text, which may be pasted with several lines.
#[component]
pub(crate) fn Prompt(props: &ConsoleProps) -> Html {
    let session = use_session();
    let typed = use_state_eq(Typed::fresh);
    let offers = completions(&typed.line, &props.scenario);
    let set = {
        let typed = typed.clone();
        Callback::from(move |line: String| typed.set(Typed { line, back: 0 }))
    };
    let run = {
        let (dispatch, typed) = (session.dispatch.clone(), typed.clone());
        Callback::from(move |()| {
            if !typed.line.trim().is_empty() {
                dispatch.emit(Action::RunConsoleLine(typed.line.clone(), platform::env()));
                typed.set(Typed::fresh());
            }
        })
    };
    let first = offers.first().map(|offer| Typed { line: offer.line.clone(), back: 0 });
    let onkeydown = keys(typed.clone(), Rc::clone(&props.entries), first, run.clone());
    let onsubmit = run.reform(|event: SubmitEvent| event.prevent_default());
    html! {
        <>
            <form class="prompt" {onsubmit}>
                <span class="mono" aria-hidden="true">{"$"}</span>
                <textarea
                    class="mono"
                    rows={typed.line.split('\n').count().min(MOST_ROWS).to_string()}
                    id="console-line"
                    maxlength={Limit::TEXT}
                    aria-label={session.say(text::LINE)}
                    aria-describedby="console-offers"
                    autocomplete="off"
                    autocapitalize="off"
                    spellcheck="false"
                    translate="no"
                    value={typed.line.clone()}
                    onfocus={Callback::from(|event: FocusEvent| platform::caret_to_end(&event))}
                    oninput={set.reform(|event: InputEvent| text_of(&event))}
                    {onkeydown}
                />
                <button type="submit" class="primary">{session.say(text::RUN)}</button>
            </form>
            <p class="offers" id="console-offers">
                {for offers.iter().map(|offer| offered(offer, &set))}
            </p>
        </>
    }
}

/// What the keys do: run the text, recall a line, or accept the first completion.
fn keys(
    typed: UseStateHandle<Typed>,
    entries: Rc<Vec<ConsoleEntry>>,
    first: Option<Typed>,
    run: Callback<()>,
) -> Callback<KeyboardEvent> {
    Callback::from(move |event: KeyboardEvent| {
        // Within a text of several lines the arrows move the cursor.
        let one = !typed.line.contains('\n');
        let next = match event.key().as_str() {
            "Enter" if !event.shift_key() && !event.is_composing() => {
                event.prevent_default();
                run.emit(());
                None
            }
            "ArrowUp" if one => Typed::recalled(&entries, typed.back + 1),
            "ArrowDown" if one => Typed::recalled(&entries, typed.back.saturating_sub(1)),
            "ArrowRight" if platform::is_at_end(&event) => first.clone(),
            _ => None,
        };
        if let Some(next) = next {
            event.prevent_default();
            typed.set(next);
        }
    })
}

/// The current line: its text, and which earlier line it was recalled from.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Typed {
    line: String,
    back: usize,
}

impl Typed {
    /// An empty line.
    fn fresh() -> Self {
        Self { line: START.to_owned(), back: 0 }
    }

    /// The line entered `back` lines ago; `None` if there are fewer.
    fn recalled(entries: &[ConsoleEntry], back: usize) -> Option<Self> {
        let Some(steps) = back.checked_sub(1) else { return Some(Self::fresh()) };
        let entry = entries.iter().rev().nth(steps)?;
        Some(Self { line: entry.line.clone(), back })
    }
}

/// The most lines that the field shows at once.
const MOST_ROWS: usize = 8;

/// Every line starts like this, because every call goes to this service.
const START: &str = "aliyun ecs ";

fn offered(offer: &Completion, set: &Callback<String>) -> Html {
    let line = offer.line.clone();
    let onclick = set.reform(move |_: MouseEvent| {
        platform::focus("console-line");
        line.clone()
    });
    html! { <button type="button" class="chip mono" translate="no" {onclick}>{offer.word.clone()}</button> }
}
