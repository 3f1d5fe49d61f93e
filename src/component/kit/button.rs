//! Buttons that show a sign: their name is read out, and shown as a hint.

use yew::prelude::*;

use crate::hooks::Disclosure;

/// A button that shows a sign.
pub(crate) struct IconButton {
    glyph: &'static str,
    name: AttrValue,
    onclick: Callback<MouseEvent>,
    id: Option<&'static str>,
    fallback: Option<&'static str>,
    disabled: bool,
}

impl IconButton {
    /// A button with this sign and this name.
    pub(crate) fn new(
        glyph: &'static str,
        name: impl Into<AttrValue>,
        onclick: Callback<MouseEvent>,
    ) -> Self {
        Self { glyph, name: name.into(), onclick, id: None, fallback: None, disabled: false }
    }

    /// A cross, which closes or removes something.
    pub(crate) fn cross(name: impl Into<AttrValue>, onclick: Callback<MouseEvent>) -> Self {
        Self::new("×", name, onclick)
    }

    /// With an element id.
    pub(crate) fn id(self, id: &'static str) -> Self {
        Self { id: Some(id), ..self }
    }

    /// With the element that gets the focus when the button goes.
    pub(crate) fn fallback(self, id: &'static str) -> Self {
        Self { fallback: Some(id), ..self }
    }

    /// Without effect while there is nothing to do.
    pub(crate) fn enabled(self, enabled: bool) -> Self {
        Self { disabled: !enabled, ..self }
    }

    /// The button with one more class.
    pub(crate) fn show_as(self, class: Classes) -> Html {
        let Self { glyph, name, onclick, id, fallback, disabled } = self;
        html! {
            <button type="button" {class} {id} data-focus_fallback={fallback} aria-label={name.clone()} title={name} {disabled} {onclick}>{glyph}</button>
        }
    }

    /// The button.
    pub(crate) fn show(self) -> Html {
        self.show_as(classes!("icon"))
    }
}

/// The pencil that opens an editor in place of what it edits.
pub(crate) fn pencil(editing: &Disclosure, name: String) -> Html {
    html! {
        <button type="button" class="icon" id={editing.opener()} hidden={editing.locked} aria-label={name.clone()} title={name} onclick={editing.on_press()}>{"✎"}</button>
    }
}

/// The button that opens an editor which takes the button's place.
pub(crate) fn opener(editing: &Disclosure, name: impl Into<AttrValue>) -> Html {
    html! {
        <button type="button" class="link" id={editing.opener()} hidden={editing.locked} onclick={editing.on_press()}>{name.into()}</button>
    }
}

/// The button that opens and closes an editor and stays beside it.
pub(crate) fn toggler(
    editing: &Disclosure,
    name: impl Into<AttrValue>,
    title: Option<String>,
) -> Html {
    html! {
        <button type="button" class="link" id={editing.opener()} hidden={editing.locked} aria-expanded={editing.open.to_string()} {title} onclick={editing.on_press()}>{name.into()}</button>
    }
}

/// One of several buttons of which one is pressed.
pub(crate) fn choice(
    name: impl Into<Html>,
    pressed: bool,
    title: Option<&'static str>,
    onclick: Callback<MouseEvent>,
) -> Html {
    html! {
        <button type="button" aria-pressed={pressed.to_string()} {title} {onclick}>{name.into()}</button>
    }
}

/// A box to tick, with its name.
pub(crate) fn tick(
    name: impl Into<AttrValue>,
    (checked, disabled): (bool, bool),
    onchange: Callback<Event>,
) -> Html {
    html! {
        <label class="check"><input type="checkbox" {checked} {disabled} {onchange} />{name.into()}</label>
    }
}
