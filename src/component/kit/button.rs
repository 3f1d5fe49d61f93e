//! Icon buttons: their name is read out and shown as a tooltip.

use yew::prelude::*;

use crate::hooks::Disclosure;

/// A button that shows an icon.
pub(crate) struct IconButton {
    glyph: &'static str,
    name: AttrValue,
    onclick: Callback<MouseEvent>,
    id: Option<&'static str>,
    fallback: Option<&'static str>,
    disabled: bool,
}

impl IconButton {
    /// A button with this icon and name.
    pub(crate) fn new(
        glyph: &'static str,
        name: impl Into<AttrValue>,
        onclick: Callback<MouseEvent>,
    ) -> Self {
        Self { glyph, name: name.into(), onclick, id: None, fallback: None, disabled: false }
    }

    /// A button that closes or removes something.
    pub(crate) fn cross(name: impl Into<AttrValue>, onclick: Callback<MouseEvent>) -> Self {
        Self::new("×", name, onclick)
    }

    /// Sets the element id.
    pub(crate) fn id(self, id: &'static str) -> Self {
        Self { id: Some(id), ..self }
    }

    /// Sets the focus fallback for when the button is removed.
    pub(crate) fn fallback(self, id: &'static str) -> Self {
        Self { fallback: Some(id), ..self }
    }

    /// Disables the button while there is nothing to do.
    pub(crate) fn enabled(self, enabled: bool) -> Self {
        Self { disabled: !enabled, ..self }
    }

    /// Adds a class.
    pub(crate) fn show_as(self, class: Classes) -> Html {
        let Self { glyph, name, onclick, id, fallback, disabled } = self;
        html! {
            <button type="button" {class} {id} data-focus-fallback={fallback} aria-label={name.clone()} title={name} {disabled} {onclick}>{glyph}</button>
        }
    }

    /// Renders the button.
    pub(crate) fn show(self) -> Html {
        self.show_as(classes!("icon"))
    }
}

/// An edit button that opens an editor in place of what it edits.
pub(crate) fn pencil(editing: &Disclosure, name: String) -> Html {
    html! {
        <button type="button" class="icon" id={editing.opener()} hidden={editing.locked} aria-label={name.clone()} title={name} onclick={editing.on_press()}>{"✎"}</button>
    }
}

/// A button that is replaced by the editor it opens.
pub(crate) fn opener(editing: &Disclosure, name: impl Into<AttrValue>) -> Html {
    html! {
        <button type="button" class="link" id={editing.opener()} hidden={editing.locked} onclick={editing.on_press()}>{name.into()}</button>
    }
}

/// A button that toggles an editor and remains beside it.
pub(crate) fn toggler(
    editing: &Disclosure,
    name: impl Into<AttrValue>,
    title: Option<String>,
) -> Html {
    html! {
        <button type="button" class="link" id={editing.opener()} hidden={editing.locked} aria-expanded={editing.open.to_string()} {title} onclick={editing.on_press()}>{name.into()}</button>
    }
}

/// One button of a group in which exactly one is pressed.
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

/// A checkbox with a label.
pub(crate) fn tick(
    name: impl Into<AttrValue>,
    (checked, disabled): (bool, bool),
    onchange: Callback<Event>,
) -> Html {
    html! {
        <label class="check"><input type="checkbox" {checked} {disabled} {onchange} />{name.into()}</label>
    }
}
