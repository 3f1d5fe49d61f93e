//! The choice of what is pasted, with what it needs.

use yew::prelude::*;

use crate::component::share::link::frame_form::FrameForm;
use crate::hooks::{use_session, value_of};
use crate::text::framing as text;
use sg_core::language::Text;

#[derive(Properties, PartialEq)]
pub(crate) struct FormFieldProps {
    /// The current form.
    pub(crate) form: FrameForm,
    /// Called with a new one.
    pub(crate) onchange: Callback<FrameForm>,
}

/// The field and a sentence about the chosen form.
#[component]
pub(crate) fn FormField(props: &FormFieldProps) -> Html {
    let session = use_session();
    let onchange = {
        let onchange = props.onchange.clone();
        Callback::from(move |event: Event| {
            let word = value_of(&event);
            let form = FrameForm::ALL.into_iter().find(|form| form.word() == word);
            form.into_iter().for_each(|form| onchange.emit(form));
        })
    };
    let option = |form: FrameForm| {
        let (name, _) = words_of(form);
        html! { <option value={form.word()} selected={form == props.form}>{session.say(name)}</option> }
    };
    let (_, about) = words_of(props.form);
    html! {
        <>
            <label class="field">
                {session.say(text::FORM)}
                <select id="frame-form" {onchange}>{for FrameForm::ALL.into_iter().map(option)}</select>
            </label>
            <p class="muted">{session.say(about)}</p>
        </>
    }
}

/// The name of a form, and what it does and needs.
const fn words_of(form: FrameForm) -> (Text, Text) {
    match form {
        FrameForm::Frame => (text::FORM_FRAME, text::ABOUT_FRAME),
        FrameForm::NoOrigin => (text::FORM_NO_ORIGIN, text::ABOUT_NO_ORIGIN),
        FrameForm::Link => (text::FORM_LINK, text::ABOUT_LINK),
    }
}
