//! The length of a link, where it can be used, and a QR code if it is short enough.

use yew::prelude::*;

use crate::component::share::link::qr::{LONGEST, QrPicture};
use crate::hooks::Session;
use crate::text::{links as text, storage};

/// Links up to the first length work everywhere, up to the second in most programs.
const SHORT: usize = 2_000;

const MEDIUM: usize = 8_000;

/// The meter, a sentence, and the QR code or the reason why there is none.
pub fn link_measure(session: &Session, link: &str) -> Html {
    let count = link.chars().count();
    let length = if count <= SHORT {
        text::LENGTH_SHORT
    } else if count <= MEDIUM {
        text::LENGTH_MEDIUM
    } else {
        text::LENGTH_LONG
    };
    let number = count.to_string();
    html! {
        <>
            <p class="length">
                <meter
                    min="0"
                    optimum="0"
                    max={MEDIUM.to_string()}
                    high={SHORT.to_string()}
                    value={number.clone()}
                    aria-label={session.say(text::LENGTH)}
                />
                <span>{session.fill(length, &[("count", &number)])}</span>
            </p>
            <details class="qr">
                <summary>{session.say(storage::QR)}</summary>
                if link.len() <= LONGEST {
                    <QrPicture text={link.to_owned()} label={session.fill(storage::QR_LABEL, &[("count", &number)])} />
                } else {
                    <p class="muted">{session.fill(storage::QR_TOO_LONG, &[("most", &LONGEST.to_string())])}</p>
                }
            </details>
        </>
    }
}
