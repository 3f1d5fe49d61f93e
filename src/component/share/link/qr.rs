//! A text as a QR code for phones: one path, dark on light in every theme.

use yew::prelude::*;

use crate::drawing::qr_path;

/// The longest text to encode, in bytes: phone cameras have difficulty reading a finer code (above
/// version 25, 117 modules a side) off a screen.
pub(crate) const LONGEST: usize = 1_273;

/// Properties of [`QrPicture`].
#[derive(Properties, PartialEq, Eq)]
pub struct QrPictureProps {
    /// The encoded text.
    pub text: AttrValue,
    /// The text alternative.
    pub label: AttrValue,
}

/// The picture; empty if the text is too long for any code.
#[component]
pub fn QrPicture(props: &QrPictureProps) -> Html {
    let drawn = use_memo(props.text.clone(), |text| qr_path(text));
    let Some((side, path)) = &*drawn else { return Html::default() };
    html! {
        <svg class="qr-code" role="img" aria-label={props.label.clone()} viewBox={format!("0 0 {side} {side}")} shape-rendering="crispEdges">
            <rect width={side.to_string()} height={side.to_string()} fill="#fff" />
            <path d={path.clone()} fill="#000" />
        </svg>
    }
}
