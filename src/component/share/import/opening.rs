//! The last step of an import: optional renaming, then opening the scenario.

use std::rc::Rc;
use std::sync::Arc;

use yew::prelude::*;

use crate::hooks::{Session, use_session, use_toggle};
use crate::platform;
use crate::state::{Action, LocationEdit, Opening, Origins};
use crate::text::import as text;
use sg_core::import::{Anonymised, Reading, anonymise};
use sg_core::model::Scenario;

/// Properties of [`OpenImported`].
#[derive(Properties, PartialEq)]
pub(crate) struct OpenImportedProps {
    /// The import result.
    pub(crate) reading: Rc<Reading>,
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
    let Some(scenario) = &props.reading.scenario else {
        return html! { <p class="not-yet">{session.say(text::NOT_YET)}</p> };
    };
    let onclick = {
        let (session, reading) = (session.clone(), Rc::clone(&props.reading));
        let (scenario, other) = (Arc::clone(scenario), Rc::clone(&other));
        Callback::from(move |_: MouseEvent| {
            open(&session, &reading, &scenario, other.as_ref().as_ref())
        })
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
                <button type="button" class="primary" {onclick}>{session.say(text::OPEN)}</button>
                <span class="muted">{session.say(text::OPEN_HINT)}</span>
            </p>
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

fn open(session: &Session, reading: &Reading, own: &Arc<Scenario>, other: Option<&Anonymised>) {
    let scenario = other.map_or_else(|| Arc::clone(own), |other| Arc::new(other.scenario.clone()));
    let origins = Origins::of(reading, &scenario, other.map(|other| &other.names));
    let opening = Rc::new(Opening::imported(scenario, origins));
    session.dispatch.emit(Action::Location(LocationEdit::Open(opening, platform::env())));
}
