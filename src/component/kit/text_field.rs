//! A text field with a label and an error message below.

use yew::prelude::*;

use crate::component::kit::error_line::FieldError;
use crate::component::kit::limit::Limit;
use crate::hooks::{Typed, text_of, use_session};
use sg_core::language::Text;

/// Properties of [`TextField`].
#[derive(Properties, PartialEq)]
pub struct TextFieldProps {
    /// The id of the input, unique on the page.
    pub id: AttrValue,
    /// Its label.
    pub label: Text,
    /// Its value.
    pub value: AttrValue,
    /// Called on input.
    pub oninput: Callback<String>,
    /// The error message.
    #[prop_or_default]
    pub error: Option<FieldError>,
    /// The longest text it takes.
    #[prop_or(Limit::LINE)]
    pub limit: Limit,
    /// The placeholder.
    #[prop_or_default]
    pub placeholder: Option<AttrValue>,
    /// Whether it takes the full width of its form.
    #[prop_or_default]
    pub wide: bool,
}

/// The field.
#[component]
pub fn TextField(props: &TextFieldProps) -> Html {
    let session = use_session();
    let wrong = props.error.is_some();
    let error_id = format!("{}-error", props.id);
    html! {
        <div class={classes!("text-field", props.wide.then_some("wide"))}>
            <label class="field">
                {session.say(props.label)}
                <input
                    id={props.id.clone()}
                    value={props.value.clone()}
                    maxlength={props.limit}
                    placeholder={props.placeholder.clone()}
                    autocomplete="off"
                    spellcheck="false"
                    aria-invalid={wrong.to_string()}
                    aria-describedby={wrong.then(|| error_id.clone())}
                    oninput={props.oninput.reform(|event: InputEvent| text_of(&event))}
                />
            </label>
            {props.error.as_ref().map(|error| error.show(Some(error_id))).unwrap_or_default()}
        </div>
    }
}

/// A field bound to text state that the form holds.
pub(crate) fn field(
    id: impl Into<AttrValue>,
    label: Text,
    typed: &Typed,
    error: Option<FieldError>,
) -> Html {
    html! { <TextField id={id.into()} {label} value={typed.value()} oninput={typed.set()} {error} /> }
}

/// The same with the full width of the form.
pub(crate) fn wide_field(
    id: impl Into<AttrValue>,
    label: Text,
    typed: &Typed,
    error: Option<FieldError>,
) -> Html {
    html! { <TextField id={id.into()} {label} value={typed.value()} oninput={typed.set()} {error} wide=true /> }
}
