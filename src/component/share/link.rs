//! The share dialog: the scenario as a link, as Markdown or as a frame, and the length of the link.

use std::rc::Rc;

use yew::prelude::*;

use crate::component::kit::dialog::Dialog;
use crate::component::share::link::forms::forms;
use crate::component::share::link::frame::FrameWish;
use crate::component::share::link::framing::Framing;
use crate::component::share::link::measure::link_measure;
use crate::component::share::link::steps::steps_along;
use crate::hooks::{Session, use_page_address, use_session, use_toggle};
use crate::platform;
use crate::state::State;
use crate::text::links as text;
use sg_core::language::Text;
use sg_core::share::MOST_CHARACTERS;

mod forms;
pub mod frame;
pub mod framing;
mod height;
pub mod measure;
pub mod qr;
pub mod steps;

/// Properties of [`SharePanel`].
#[derive(Properties, PartialEq, Eq)]
pub struct SharePanelProps {
    /// The page state.
    pub state: Rc<State>,
}

/// A form of the link: its name, the label of its button, and the confirmation.
type Form = (Text, Text, Text);

const FORMS: [Form; 3] = [
    (text::AS_LINK, text::COPY_LINK, text::COPIED_LINK),
    (text::AS_MARKDOWN, text::COPY_MARKDOWN, text::COPIED_MARKDOWN),
    (text::AS_FRAME, text::COPY_FRAME, text::COPIED_FRAME),
];

/// The dialog.
#[component]
pub fn SharePanel(props: &SharePanelProps) -> Html {
    let session = use_session();
    let said = use_state(|| None::<Text>);
    let page = use_page_address();
    let with_steps = use_toggle(true);
    // The frame options are kept only while the dialog is open.
    let intent = use_state(|| FrameWish::new(session.language));
    let onwish = {
        let setter = intent.setter();
        Callback::from(move |intent: FrameWish| setter.set(intent))
    };
    let steps = use_memo(Rc::clone(&props.state), |state| state.sent_steps());
    let forms = use_memo(
        (Rc::clone(&props.state), session.language, page, with_steps.open, (*intent).clone()),
        |(state, _, page, with_steps, intent)| forms(&session, state, page, *with_steps, intent),
    );
    let [link, ..] = &*forms;
    let count = link.chars().count();
    let (number, most) = (count.to_string(), MOST_CHARACTERS.to_string());
    let row = |(place, (form, value)): (usize, (&Form, &String))| {
        row(&session, place, *form, value, &said.setter())
    };
    html! {
        <Dialog title={&text::SHARE} opener="open-share">
            <p class="muted">{session.say(text::SHARE_LEAD)}</p>
            if count > MOST_CHARACTERS {
                <p class="api-error">{session.fill(text::TOO_LARGE, &[("count", &number), ("most", &most)])}</p>
            } else {
                {for FORMS.iter().zip(forms.iter()).enumerate().map(row)}
                <Framing intent={(*intent).clone()} onchange={onwish} />
                {steps.map(|sent| steps_along(&session, sent, with_steps.open, with_steps.on())).unwrap_or_default()}
                {link_measure(&session, link)}
                <p role="status">{said.map(|said| session.say(said))}</p>
            }
        </Dialog>
    }
}

/// One form of the link with its button.
fn row(
    session: &Session,
    place: usize,
    (name, button, copied): Form,
    value: &str,
    said: &UseStateSetter<Option<Text>>,
) -> Html {
    let id = format!("share-{place}");
    let onclick = {
        let (said, value, id) = (said.clone(), value.to_owned(), id.clone());
        Callback::from(move |_: MouseEvent| {
            let (said, id) = (said.clone(), id.clone());
            let done = move |worked: bool| {
                if !worked {
                    platform::select_text(&id);
                }
                said.set(Some(if worked { copied } else { text::NOT_COPIED }));
            };
            platform::copy(&value, Callback::from(done));
        })
    };
    html! {
        <div class="share-row">
            <label for={id.clone()}>{session.say(name)}</label>
            <textarea {id} readonly=true rows="2" value={value.to_owned()} spellcheck="false" translate="no" />
            <button type="button" class="primary" aria-label={session.say(button)} {onclick}>
                {session.say(text::COPY)}
            </button>
        </div>
    }
}
