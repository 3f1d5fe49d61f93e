//! How long a link is, whom that suits, and a code for phones where it is short.

use yew::prelude::*;

use crate::component::share::link::qr::{LONGEST, QrPicture};
use crate::hooks::Session;
use crate::text::{links as text, storage};

/// Up to here a link fits anywhere, and up to there into most programs.
const SHORT: usize = 2_000;

const MEDIUM: usize = 8_000;

/// The meter, a sentence, and the code or why there is none.
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
