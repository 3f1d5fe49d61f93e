//! The last step of an import: optional renaming, then opening the scenario.

use std::rc::Rc;

use yew::prelude::*;

use crate::component::share::import::opening::both::OpenBoth;
use crate::component::share::import::opening::press::use_press;
use crate::hooks::{Session, Source, use_session, use_toggle};
use crate::platform;
use crate::text::import as text;
use sg_core::import::{Anonymised, Choice, Reading, anonymise};
use sg_core::model::Scenario;

mod both;
mod press;

/// Properties of [`OpenImported`].
#[derive(Properties, PartialEq)]
pub(crate) struct OpenImportedProps {
    /// The import result.
    pub(crate) reading: Rc<Reading>,
    /// What it was read from.
    pub(crate) sources: Rc<Vec<Source>>,
    /// What was chosen for it.
    pub(crate) choice: Choice,
}

/// The renaming switch, and the button that opens the scenario.
#[component]
pub(crate) fn OpenImported(props: &OpenImportedProps) -> Html {
    let session = use_session();
    let hidden = use_toggle(false);
    // The seed is drawn when the switch is first turned on, so that the preview stays stable.
    let seed = use_mut_ref(|| None::<u64>);
    let other = use_memo((Rc::clone(&props.reading), hidden.open), |(reading, hidden)| {
        let scenario = reading.scenario.as_ref().filter(|_| *hidden)?;
        let seed = *seed.borrow_mut().get_or_insert_with(|| platform::env().entropy);
        anonymise(scenario, seed).ok()
    });
    let (busy, onclick) = use_press(&props.reading, &other);
    let Some(scenario) = &props.reading.scenario else {
        return html! { <p class="not-yet">{session.say(text::NOT_YET)}</p> };
    };
    html! {
        <div class="open-imported">
            <label class="check">
                <input type="checkbox" checked={hidden.open} onchange={hidden.on::<Event>()} aria-describedby="anonymise-hint" />
                {session.say(text::ANONYMISE)}
            </label>
            <p id="anonymise-hint" class="muted">{session.say(text::ANONYMISE_HINT)}</p>
            if let Some(other) = &*other {
                <p class="renamed" role="status">{samples(&session, scenario, other).join(" · ")}</p>
            }
            <p class="acts">
                <button type="button" class="primary" aria-busy={busy.then_some("true")} {onclick}>{session.say(text::OPEN)}</button>
                <span class="muted">{session.say(text::OPEN_HINT)}</span>
            </p>
            if !hidden.open {
                <OpenBoth reading={Rc::clone(&props.reading)} sources={Rc::clone(&props.sources)} choice={props.choice.clone()} />
            }
        </div>
    }
}

/// The new names of a sample group, instance and address.
fn samples(session: &Session, scenario: &Scenario, other: &Anonymised) -> Vec<String> {
    let group = scenario.groups().next();
    let group = group.and_then(|group| {
        Some((group.id.to_string(), other.names.groups.get(&group.id)?.to_string()))
    });
    let address = scenario.interfaces().find_map(|interface| interface.addresses.first().copied());
    let address = address.map(|old| (old.to_string(), other.address(old).to_string()));
    let pairs = group.into_iter().chain(address);
    pairs.map(|(old, new)| session.fill(text::RENAMED, &[("old", &old), ("new", &new)])).collect()
}
