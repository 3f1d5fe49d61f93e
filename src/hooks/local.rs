//! Local component state: text input, open and closed panels, and the page's own address.

use std::ops::Deref;

use yew::prelude::*;

use crate::hooks::events::text_of;
use crate::platform;

/// The text of an input field.
#[derive(Clone, PartialEq)]
pub struct Typed(UseStateHandle<String>);

impl Typed {
    /// The text.
    pub fn value(&self) -> String {
        (*self.0).clone()
    }

    /// Replaces the text.
    pub fn set(&self) -> Callback<String> {
        let setter = self.0.setter();
        Callback::from(move |text| setter.set(text))
    }

    /// Updates the text from an input event.
    pub fn oninput(&self) -> Callback<InputEvent> {
        self.set().reform(|event: InputEvent| text_of(&event))
    }
}

impl Deref for Typed {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

/// Text state with an initial value.
#[hook]
pub fn use_typed(first: impl FnOnce() -> String) -> Typed {
    Typed(use_state_eq(first))
}

/// State that is either open or closed.
#[derive(Clone, PartialEq)]
pub struct Toggle {
    /// Whether it is open.
    pub open: bool,
    setter: UseStateSetter<bool>,
}

impl Toggle {
    /// Opens or closes it, ignoring the event.
    pub fn on<E: 'static>(&self) -> Callback<E> {
        let (setter, next) = (self.setter.clone(), !self.open);
        Callback::from(move |_: E| setter.set(next))
    }

    /// Opens or closes it.
    pub fn set(&self, open: bool) -> Callback<()> {
        let setter = self.setter.clone();
        Callback::from(move |()| setter.set(open))
    }
}

/// Open/closed state with an initial value.
#[hook]
pub fn use_toggle(open: bool) -> Toggle {
    let state = use_state_eq(|| open);
    Toggle { open: *state, setter: state.setter() }
}

/// The page's address without query and fragment; empty until the first render.
#[hook]
pub fn use_page_address() -> String {
    let address = use_state_eq(String::new);
    {
        let setter = address.setter();
        use_effect_with((), move |()| setter.set(platform::page_address()));
    }
    (*address).clone()
}
