//! A labelled line to type in, with what is wrong with it below.

use yew::prelude::*;

use crate::component::kit::api_error::ApiErrorLine;
use crate::hooks::{text_of, use_session};
use sg_core::emulator::ApiError;
use sg_core::language::Text;

/// What is wrong with a field.
#[derive(Clone, PartialEq)]
pub enum FieldError {
    /// The API refuses it.
    Api(ApiError),
    /// The scene cannot be edited so: why, in the reader's language.
    World(AttrValue),
}

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
            {match props.error.clone() {
                Some(FieldError::Api(error)) => html! { <ApiErrorLine id={error_id} {error} /> },
                Some(FieldError::World(words)) => html! { <WrongLine id={error_id} {words} /> },
                None => Html::default(),
            }}
        </div>
    }
}

/// Properties of [`WrongLine`].
#[derive(Properties, PartialEq)]
pub struct WrongLineProps {
    /// Why, in the reader's language.
    pub words: AttrValue,
    /// The element's id, for `aria-describedby`.
    #[prop_or_default]
    pub id: Option<AttrValue>,
}

/// Why a world edit is not possible.
#[component]
pub fn WrongLine(props: &WrongLineProps) -> Html {
    html! {
        <p class="api-error wrong" id={props.id.clone()} role="status">
            <span class="glyph" aria-hidden="true">{"✗"}</span>
            <span>{props.words.clone()}</span>
        </p>
    }
}
