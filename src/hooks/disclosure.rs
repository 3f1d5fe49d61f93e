//! Inline disclosures, and moving the focus into them and back.

use yew::prelude::*;

use crate::hooks::presentation::use_presentation;
use crate::platform;
use crate::state::Lock;

/// A form that opens next to its button.
#[derive(Clone, PartialEq)]
pub struct Disclosure {
    name: String,
    /// Whether it is open.
    pub open: bool,
    /// Whether its edits are locked; if so, the button is hidden and the form cannot be opened.
    pub locked: bool,
    /// Opens or closes it.
    pub toggle: Callback<()>,
    /// Closes it.
    pub close: Callback<()>,
}

impl Disclosure {
    /// The id of the button that opens it, which gets the focus back on closing.
    pub fn opener(&self) -> String {
        format!("{}-open", self.name)
    }

    /// The id of the first field, which gets the focus on opening.
    pub fn first(&self) -> String {
        format!("{}-first", self.name)
    }

    /// Toggles the form.
    pub fn on_press(&self) -> Callback<MouseEvent> {
        self.toggle.reform(|_: MouseEvent| ())
    }
}

/// A disclosure with a name that is unique on the page, initially closed.
#[hook]
pub fn use_disclosure(name: String) -> Disclosure {
    let open = use_state(|| false);
    let toggle = {
        let open = open.clone();
        Callback::from(move |()| open.set(!*open))
    };
    let setter = open.setter();
    let close = use_callback((), move |(), ()| setter.set(false));
    let disclosure = Disclosure { name, open: *open, locked: false, toggle, close };
    let known = use_mut_ref(|| false);
    let (opener, first) = (disclosure.opener(), disclosure.first());
    use_effect_with(*open, move |open| {
        let before = known.replace(*open);
        if before != *open {
            platform::focus_or_await(if *open { &first } else { &opener });
        }
    });
    disclosure
}

/// A disclosure for edits that a lock may cover; while locked, it stays closed.
#[hook]
pub fn use_editor(name: String, lock: Lock) -> Disclosure {
    let locked = use_presentation().locked(lock);
    let disclosure = use_disclosure(name);
    match locked {
        true => Disclosure { open: false, locked, toggle: Callback::noop(), ..disclosure },
        false => disclosure,
    }
}

/// A key handler for a form: Esc closes it, and the event does not propagate.
pub fn escape_to(close: &Callback<()>) -> Callback<KeyboardEvent> {
    let close = close.clone();
    Callback::from(move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            event.stop_propagation();
            event.prevent_default();
            close.emit(());
        }
    })
}
