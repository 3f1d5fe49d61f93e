//! A button that does one edit, and shows what it would change while it is pointed at.
//! Of a locked edit there is no button; a switch between several stays to be read.

use yew::prelude::*;

use crate::hooks::{use_presentation, use_session};
use crate::state::Action;
use sg_core::history::Edit;

/// Properties of [`EditButton`].
#[derive(Properties, PartialEq)]
pub struct EditButtonProps {
    /// What pressing it does.
    pub edit: Edit,
    /// Its name where its content says too little, also shown as a hint.
    #[prop_or_default]
    pub label: Option<AttrValue>,
    /// Its classes.
    #[prop_or_default]
    pub class: Classes,
    /// Whether it is the pressed one of several; none for a plain button.
    #[prop_or_default]
    pub pressed: Option<bool>,
    /// What it shows.
    pub children: Html,
}

/// The preview begins when the pointer moves, not when the page moves the button under a resting
/// pointer: after the removal of one row the next one would else speak up at once.
#[component]
pub fn EditButton(props: &EditButtonProps) -> Html {
    let session = use_session();
    let locked = use_presentation().lock_on(&props.edit).is_some();
    if locked && props.pressed.is_none() {
        return Html::default();
    }
    let point = Action::Preview((props.pressed != Some(true)).then(|| props.edit.clone()));
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
            onmouseleave={session.on(Action::Preview(None))}
            onfocus={session.on(point)}
            onblur={session.on(Action::Preview(None))}
        >
            {props.children.clone()}
        </button>
    }
}
