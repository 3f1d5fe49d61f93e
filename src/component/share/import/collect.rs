//! A script that gathers a whole account, in the import dialog.

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use yew::prelude::*;

use crate::component::kit::button::{choice, tick};
use crate::component::kit::copy::CopyButton;
use crate::component::kit::error_line::FieldError;
use crate::component::kit::text_field::TextField;
use crate::hooks::{Session, use_session, use_toggle, use_typed};
use crate::text::collect as text;
use crate::text::connectivity::LIST_SEPARATOR;
use sg_core::collect::{Collect, STEPS, Shell, Step, operations, paste, policy, regions, script};
use sg_core::language::Text;

/// Properties of [`CollectScript`].
#[derive(Properties, PartialEq, Eq)]
pub struct CollectScriptProps {
    /// The regions that the field names at first.
    #[prop_or_default]
    pub regions: AttrValue,
}

/// The choices, and the script that they make.
#[component]
pub fn CollectScript(props: &CollectScriptProps) -> Html {
    let session = use_session();
    let shell = use_state_eq(Shell::default);
    let typed = use_typed(|| props.regions.to_string());
    let anonymise = use_toggle(false);
    let chosen = regions(&typed);
    let wrong = chosen
        .as_ref()
        .err()
        .map(|word| FieldError::Topology(session.fill(text::NO_REGION, &[("value", word)]).into()));
    let shells = Shell::ALL.into_iter().map(|own| {
        let setter = shell.setter();
        let onclick = Callback::from(move |_: MouseEvent| setter.set(own));
        choice(session.say(name_of(own)), own == *shell, None, onclick)
    });
    html! {
        <details class="collect">
            <summary>{session.say(text::COLLECT)}</summary>
            <p class="muted">{session.say(text::LEAD)}</p>
            <div class="seg" role="group" aria-label={session.say(text::SHELL)}>{for shells}</div>
            if *shell == Shell::PowerShell {
                <p class="muted">{session.say(text::NOT_RUN)}</p>
            }
            <TextField
                id="collect-regions"
                label={text::REGIONS}
                value={typed.value()}
                oninput={typed.set()}
                error={wrong}
                placeholder="cn-hangzhou, cn-beijing"
                wide=true
            />
            <p class="muted">{session.say(text::REGIONS_HINT)}</p>
            {tick(session.say(text::ANONYMISE), (anonymise.open, false), anonymise.on::<Event>())}
            if let Ok(regions) = chosen {
                {result(&session, *shell, &Collect { regions, anonymise: anonymise.open })}
            }
            {calls(&session)}
            <details>
                <summary>{session.say(text::POLICY)}</summary>
                <pre tabindex="0" translate="no" aria-label={session.say(text::POLICY)}>{policy()}</pre>
                <CopyButton label={session.say(text::COPY_POLICY)} done={session.say(text::POLICY_COPIED)} what={policy()} />
            </details>
        </details>
    }
}

const fn name_of(shell: Shell) -> Text {
    match shell {
        Shell::Posix => text::POSIX,
        Shell::PowerShell => text::POWERSHELL,
    }
}

/// The script, to copy or to save.
fn result(session: &Session, shell: Shell, collect: &Collect) -> Html {
    let file = script(shell, collect);
    let href = format!("data:text/plain,{}", utf8_percent_encode(&file, NON_ALPHANUMERIC));
    let save = session.fill(text::SAVE, &[("file", shell.file())]);
    html! {
        <p class="acts">
            <CopyButton label={session.say(text::COPY)} done={session.say(text::COPIED)} what={paste(shell, collect)} />
            <a class="alone-link" download={shell.file()} {href}>{save}</a>
        </p>
    }
}

/// Every operation that the script calls.
fn calls(session: &Session) -> Html {
    let line = |Step { product, list, each }: &Step| {
        let list = format!("{product} {}", list.name);
        let names: Vec<&str> = each.iter().map(|(_, each)| each.name).collect();
        let values = [("list", &*list), ("each", &names.join(session.say(LIST_SEPARATOR)))];
        let said = (!names.is_empty()).then(|| session.fill(text::THEN, &values));
        html! { <li>{said.unwrap_or(list)}</li> }
    };
    let count = operations().len().to_string();
    html! {
        <details>
            <summary>{session.fill(text::CALLS, &[("count", &count)])}</summary>
            <ul>{for STEPS.iter().map(line)}</ul>
        </details>
    }
}
