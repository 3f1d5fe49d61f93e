//! The console: runs command lines and pasted URLs, and prints replies as the command-line tool
//! does.

use std::rc::Rc;
use std::sync::Arc;

use yew::prelude::*;

use crate::component::request::drawer::console::prompt::{ConsoleProps, Prompt};
use crate::hooks::{Session, use_scroll_to_end, use_session};
use crate::state::{ConsoleAnswer, ConsoleEntry, printed};
use crate::text::{connectivity, console as text};

mod prompt;

/// The transcript, with the prompt below.
#[component]
pub(crate) fn Console(props: &ConsoleProps) -> Html {
    let session = use_session();
    use_scroll_to_end("console-lines", props.entries.len());
    html! {
        <div class="console">
            <ol id="console-lines" aria-live="polite" tabindex="0" aria-label={session.say(text::LINES)}>
                if props.entries.is_empty() {
                    <li class="faint">{session.say(text::HINT)}</li>
                }
                {for props.entries.iter().map(|entry| shown(&session, entry))}
            </ol>
            <Prompt entries={Rc::clone(&props.entries)} scenario={Arc::clone(&props.scenario)} />
        </div>
    }
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
                    <p class="faint"><code translate="no">{aside.name.clone()}</code>{session.say(connectivity::COLON)}{session.gap()}{session.say(aside.reason.text())}</p>
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
