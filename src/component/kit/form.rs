//! The form of an edit, either a call or a topology edit: Enter submits, Esc cancels, and errors
//! are shown beside their fields.

use yew::prelude::*;

use crate::component::kit::error_line::FieldError;
use crate::component::kit::trial::Trial;
use crate::hooks::{escape_to, use_pending, use_session};
use crate::state::Action;
use crate::text::chrome;
use sg_core::language::Text;

/// When the form previews its edit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Preview {
    /// Never: the edit has no visible effect.
    Never,
    /// On every keystroke while the form has the focus.
    WhileTyping,
    /// While its submit button is hovered.
    OnSubmit,
}

/// Properties of [`EditForm`].
#[derive(Properties, PartialEq)]
pub struct EditFormProps {
    /// The accessible name of the form.
    pub label: AttrValue,
    /// The edit it would make.
    pub trial: Trial,
    /// When the edit is previewed.
    #[prop_or(Preview::OnSubmit)]
    pub preview: Preview,
    /// Its classes in addition to `form`.
    #[prop_or(classes!("world-form"))]
    pub class: Classes,
    /// Errors that belong to no field.
    #[prop_or_default]
    pub wrong: Option<FieldError>,
    /// The label of the submit button.
    pub submit: Text,
    /// Called when the form is submitted or cancelled.
    pub onclose: Callback<()>,
    /// Content below the buttons.
    #[prop_or_default]
    pub foot: Html,
    /// The fields.
    pub children: Html,
}

/// The input is kept until the edit is submitted or cancelled.
#[component]
pub fn EditForm(props: &EditFormProps) -> Html {
    let session = use_session();
    let EditFormProps { trial, preview, onclose, .. } = props;
    let typing = *preview == Preview::WhileTyping;
    let pending = use_pending(trial.edit.clone().filter(|_| typing));
    let onsubmit = {
        let (session, trial, onclose) = (session.clone(), trial.clone(), onclose.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if let Some(edit) = trial.edit.clone() {
                session.edit.emit(edit);
            }
            if trial.stays { trial.ontry.emit(()) } else { onclose.emit(()) }
        })
    };
    html! {
        <form
            ref={pending.form}
            class={classes!("form", props.class.clone())}
            {onsubmit}
            onkeydown={escape_to(onclose)}
            onfocusin={typing.then_some(pending.onfocusin)}
            onfocusout={typing.then_some(pending.onfocusout)}
            aria-label={props.label.clone()}
            novalidate=true
        >
            {props.children.clone()}
            {props.wrong.as_ref().map(|wrong| wrong.show(None)).unwrap_or_default()}
            <div class="form-actions">
                {match preview {
                    Preview::OnSubmit => {
                        let point = session.on::<()>(Action::Preview(trial.edit.clone()));
                        let leave = trial.edit.clone().map(Action::EndPreview);
                        let leave = session.on::<()>(leave.unwrap_or(Action::Preview(None)));
                        html! {
                            <button
                                type="submit"
                                class="primary"
                                onmousemove={point.reform(|_| ())}
                                onmouseleave={leave.reform(|_| ())}
                                onfocus={point.reform(|_| ())}
                                onblur={leave.reform(|_| ())}
                            >
                                {session.say(props.submit)}
                            </button>
                        }
                    }
                    Preview::Never | Preview::WhileTyping => html! {
                        <button type="submit" class="primary">{session.say(props.submit)}</button>
                    },
                }}
                <button type="button" onclick={onclose.reform(|_: MouseEvent| ())}>{session.say(chrome::CANCEL)}</button>
            </div>
            {props.foot.clone()}
        </form>
    }
}
