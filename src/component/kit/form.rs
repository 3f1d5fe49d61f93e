//! The form of an edit, be it a call or a topology edit: Enter submits it, Esc gives it up, and
//! what is wrong stands beside its field.

use yew::prelude::*;

use crate::component::kit::error_line::FieldError;
use crate::component::kit::trial::Trial;
use crate::hooks::{escape_to, use_pending, use_session};
use crate::state::Action;
use crate::text::chrome;
use sg_core::language::Text;

/// When the page shows what the edit would change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Preview {
    /// Never: the edit changes nothing that is shown.
    Never,
    /// With every key, while the focus is in the form.
    WhileTyping,
    /// While the button that submits it is pointed at.
    OnSubmit,
}

/// Properties of [`EditForm`].
#[derive(Properties, PartialEq)]
pub struct EditFormProps {
    /// What the form is for.
    pub label: AttrValue,
    /// The edit it would make.
    pub trial: Trial,
    /// When the edit is previewed.
    #[prop_or(Preview::OnSubmit)]
    pub preview: Preview,
    /// Its classes besides `form`.
    #[prop_or(classes!("world-form"))]
    pub class: Classes,
    /// What is wrong and stands beside no field.
    #[prop_or_default]
    pub wrong: Option<FieldError>,
    /// The name of the button that submits.
    pub submit: Text,
    /// The form is done with.
    pub onclose: Callback<()>,
    /// What stands below the buttons.
    #[prop_or_default]
    pub foot: Html,
    /// The fields.
    pub children: Html,
}

/// What was typed stays until the edit is done or given up.
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
            {props.wrong.as_ref().map(|wrong| wrong.show(None))}
            <div class="form-actions">
                {match preview {
                    Preview::OnSubmit => {
                        let point = session.on::<()>(Action::Preview(trial.edit.clone()));
                        let leave = session.on::<()>(Action::Preview(None));
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
