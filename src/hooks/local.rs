//! Small state of one component: a text that is typed, something that is open or closed, the
//! page's own address.

use std::ops::Deref;

use yew::prelude::*;

use crate::hooks::events::text_of;
use crate::platform;

/// A text as it is being typed.
#[derive(Clone, PartialEq)]
pub struct Typed(UseStateHandle<String>);

impl Typed {
    /// The text.
    pub fn value(&self) -> String {
        (*self.0).clone()
    }

    /// Takes another text.
    pub fn set(&self) -> Callback<String> {
        let setter = self.0.setter();
        Callback::from(move |text| setter.set(text))
    }

    /// Takes what is typed into a field.
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

/// A text that begins as the caller says.
#[hook]
pub fn use_typed(first: impl FnOnce() -> String) -> Typed {
    Typed(use_state_eq(first))
}

/// Something that is open or closed.
#[derive(Clone, PartialEq)]
pub struct Toggle {
    /// Whether it is open.
    pub open: bool,
    setter: UseStateSetter<bool>,
}

impl Toggle {
    /// Opens or closes it, whatever the event.
    pub fn on<E: 'static>(&self) -> Callback<E> {
        let (setter, next) = (self.setter.clone(), !self.open);
        Callback::from(move |_: E| setter.set(next))
    }
}

/// Something that is open or closed at first.
#[hook]
pub fn use_toggle(open: bool) -> Toggle {
    let state = use_state_eq(|| open);
    Toggle { open: *state, setter: state.setter() }
}

/// The address of the page without query and fragment; empty until the page is drawn.
#[hook]
pub fn use_page_address() -> String {
    let address = use_state_eq(String::new);
    {
        let setter = address.setter();
        use_effect_with((), move |()| setter.set(platform::page_address()));
    }
    (*address).clone()
}
