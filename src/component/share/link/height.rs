//! The input for the height of the frame.

use yew::prelude::*;

use crate::component::kit::error_line::FieldError;
use crate::component::kit::text_field::TextField;
use crate::component::share::link::frame::FrameWish;
use crate::hooks::use_session;
use crate::text::framing as text;

/// Properties of [`Height`].
#[derive(Properties, PartialEq)]
pub(crate) struct HeightProps {
    /// The current height in CSS pixels.
    pub(crate) height: u32,
    /// Whether the author chose it.
    pub(crate) fixed: bool,
    /// Called with a new height, or with `None` to use the measured one again.
    pub(crate) onchange: Callback<Option<u32>>,
}

/// The height input. An invalid height shows an error and leaves the frame unchanged; an empty field
/// uses the measured one.
#[component]
pub(crate) fn Height(props: &HeightProps) -> Html {
    let session = use_session();
    let typed = use_state(|| None::<String>);
    let oninput = {
        let (setter, onchange) = (typed.setter(), props.onchange.clone());
        Callback::from(move |words: String| {
            let height = FrameWish::read_height(&words);
            if height.is_some() || words.is_empty() {
                onchange.emit(height);
            }
            setter.set(Some(words));
        })
    };
    let words = typed.as_ref().filter(|typed| props.fixed || !typed.is_empty());
    let wrong = words.filter(|words| FrameWish::read_height(words).is_none());
    let error = wrong.map(|_| {
        let numbers = [*FrameWish::HEIGHTS.start(), *FrameWish::HEIGHTS.end(), props.height];
        let [least, most, kept] = numbers.map(|number| number.to_string());
        let values = [("least", &*least), ("most", &*most), ("kept", &*kept)];
        FieldError::Topology(session.fill(text::HEIGHT_WRONG, &values).into())
    });
    let value = (*typed).clone().unwrap_or_else(|| props.height.to_string());
    html! { <TextField id="frame-height" label={text::HEIGHT} {value} {oninput} {error} /> }
}
