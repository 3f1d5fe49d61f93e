//! A text field with its name, and what is wrong with it below.

use yew::prelude::*;

use crate::component::kit::error_line::FieldError;
use crate::hooks::{Typed, text_of, use_session};
use sg_core::language::Text;

/// Properties of [`TextField`].
#[derive(Properties, PartialEq)]
pub struct TextFieldProps {
    /// The id of the input, unique on the page.
    pub id: AttrValue,
    /// Its name.
    pub label: Text,
    /// What stands in it.
    pub value: AttrValue,
    /// What is typed.
    pub oninput: Callback<String>,
    /// What is wrong with it.
    #[prop_or_default]
    pub error: Option<FieldError>,
    /// What is meant, while nothing stands in it.
    #[prop_or_default]
    pub placeholder: Option<AttrValue>,
    /// Whether it takes the whole width of its form.
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
                    placeholder={props.placeholder.clone()}
                    autocomplete="off"
                    spellcheck="false"
                    aria-invalid={wrong.to_string()}
                    aria-describedby={wrong.then(|| error_id.clone())}
                    oninput={props.oninput.reform(|event: InputEvent| text_of(&event))}
                />
            </label>
            {props.error.as_ref().map(|error| error.show(Some(error_id)))}
        </div>
    }
}

/// A field over a text that the form keeps.
pub(crate) fn field(
    id: impl Into<AttrValue>,
    label: Text,
    typed: &Typed,
    error: Option<FieldError>,
) -> Html {
    html! { <TextField id={id.into()} {label} value={typed.value()} oninput={typed.set()} {error} /> }
}

/// The same across the whole form, with what is meant while nothing stands in it.
pub(crate) fn wide_field(
    id: impl Into<AttrValue>,
    label: Text,
    typed: &Typed,
    error: Option<FieldError>,
    placeholder: Option<&'static str>,
) -> Html {
    html! { <TextField id={id.into()} {label} value={typed.value()} oninput={typed.set()} {error} {placeholder} wide=true /> }
}
