//! A button that performs one edit and previews it while hovered. If the edit is locked, the button
//! is not rendered, but a group of alternatives stays visible, disabled.

use yew::prelude::*;

use crate::hooks::{use_presentation, use_session};
use crate::state::Action;
use sg_core::history::Edit;

/// Properties of [`EditButton`].
#[derive(Properties, PartialEq)]
pub struct EditButtonProps {
    /// The edit that it performs.
    pub edit: Edit,
    /// Its name if the content is not descriptive enough; also shown as a tooltip.
    #[prop_or_default]
    pub label: Option<AttrValue>,
    /// Its classes.
    #[prop_or_default]
    pub class: Classes,
    /// Whether it is pressed, in a group of alternatives; `None` for a plain button.
    #[prop_or_default]
    pub pressed: Option<bool>,
    /// Its content.
    pub children: Html,
}

/// The preview starts when the pointer moves, not when the page moves the button under a resting
/// pointer. Otherwise, deleting a row would immediately preview deleting the next one.
#[component]
pub fn EditButton(props: &EditButtonProps) -> Html {
    let session = use_session();
    let locked = use_presentation().lock_on(&props.edit).is_some();
    if locked && props.pressed.is_none() {
        return Html::default();
    }
    let point = Action::Preview((props.pressed != Some(true)).then(|| props.edit.clone()));
    let leave = Action::EndPreview(props.edit.clone());
    html! {
        <button
            type="button"
            class={props.class.clone()}
            aria-label={props.label.clone()}
            title={props.label.clone()}
            aria-pressed={props.pressed.map(|pressed| pressed.to_string())}
            disabled={locked}
            onclick={session.on_edit(props.edit.clone())}
            onmousemove={session.on(point.clone())}
            onmouseleave={session.on(leave.clone())}
            onfocus={session.on(point)}
            onblur={session.on(leave)}
        >
            {props.children.clone()}
        </button>
    }
}
