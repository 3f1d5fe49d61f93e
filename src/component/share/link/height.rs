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
    /// Called with a new height.
    pub(crate) onchange: Callback<u32>,
}

/// The height input. An invalid height shows an error and leaves the frame unchanged.
#[component]
pub(crate) fn Height(props: &HeightProps) -> Html {
    let session = use_session();
    let typed = use_state(|| props.height.to_string());
    let oninput = {
        let (setter, onchange) = (typed.setter(), props.onchange.clone());
        Callback::from(move |words: String| {
            if let Some(height) = FrameWish::read_height(&words) {
                onchange.emit(height);
            }
            setter.set(words);
        })
    };
    let error = FrameWish::read_height(&typed).is_none().then(|| {
        let numbers = [*FrameWish::HEIGHTS.start(), *FrameWish::HEIGHTS.end(), props.height];
        let [least, most, kept] = numbers.map(|number| number.to_string());
        let values = [("least", &*least), ("most", &*most), ("kept", &*kept)];
        FieldError::Topology(session.fill(text::HEIGHT_WRONG, &values).into())
    });
    html! { <TextField id="frame-height" label={text::HEIGHT} value={(*typed).clone()} {oninput} {error} /> }
}
