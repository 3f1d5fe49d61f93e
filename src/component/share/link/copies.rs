//! The link as text, as Markdown and as a frame, each with its button, and the length of the link.

use std::rc::Rc;

use yew::prelude::*;

use crate::component::share::link::forms::forms;
use crate::component::share::link::frame::FrameWish;
use crate::component::share::link::framing::Framing;
use crate::component::share::link::measure::link_measure;
use crate::component::share::link::steps::steps_along;
use crate::hooks::{
    Embedding, Session, use_embedded_height, use_page_address, use_session, use_toggle,
};
use crate::platform;
use crate::state::State;
use crate::text::links as text;
use sg_core::language::{Language, Text};

/// Properties of [`Copies`].
#[derive(Properties, PartialEq, Eq)]
pub(crate) struct CopiesProps {
    /// What is shared; it has a link.
    pub(crate) state: Rc<State>,
}

/// A form of the link: its name, the label of its button, and the confirmation.
type Form = (Text, Text, Text);

const FORMS: [Form; 3] = [
    (text::AS_LINK, text::COPY_LINK, text::COPIED_LINK),
    (text::AS_MARKDOWN, text::COPY_MARKDOWN, text::COPIED_MARKDOWN),
    (text::AS_FRAME, text::COPY_FRAME, text::COPIED_FRAME),
];

/// The forms of the link, and what a frame and the link include.
#[component]
pub(crate) fn Copies(props: &CopiesProps) -> Html {
    let session = use_session();
    let said = use_state(|| None::<Text>);
    let page = use_page_address();
    let with_steps = use_toggle(true);
    // The frame options are kept only while the dialog is open.
    let intent = use_state(FrameWish::default);
    let onwish = {
        let setter = intent.setter();
        Callback::from(move |intent: FrameWish| setter.set(intent))
    };
    let shared = &props.state;
    let steps = use_memo(Rc::clone(shared), |state| state.sent_steps());
    let wanted = use_memo(
        (Rc::clone(shared), session.language, with_steps.open, (*intent).clone()),
        |(state, language, with_steps, intent)| embedding(state, *language, *with_steps, intent),
    );
    let measured = use_embedded_height(&wanted);
    let wish = FrameWish { measured, ..(*intent).clone() };
    let forms = use_memo(
        (Rc::clone(shared), session.language, page, Rc::clone(&wanted), wish.clone()),
        |(state, _, page, wanted, intent)| forms(&session, state, page, &wanted.fragment, intent),
    );
    let [link, ..] = &*forms;
    let row = |(place, (form, value)): (usize, (&Form, &String))| {
        row(&session, place, *form, value, &said.setter())
    };
    html! {
        <>
            {for FORMS.iter().zip(forms.iter()).enumerate().map(row)}
            <Framing intent={wish} onchange={onwish} />
            {steps.map(|sent| steps_along(&session, sent, with_steps.open, with_steps.on())).unwrap_or_default()}
            {link_measure(&session, link)}
            <p role="status">{said.map(|said| session.say(said))}</p>
        </>
    }
}

/// The embedded page, as its readers will see it.
fn embedding(state: &State, language: Language, with_steps: bool, intent: &FrameWish) -> Embedding {
    let presentation = intent.presentation.clone();
    Embedding {
        fragment: state.shared_route(with_steps).map_or_else(String::new, |link| link.to_string()),
        language: presentation.language.unwrap_or(language),
        theme: presentation.theme.unwrap_or(state.view.theme),
        presentation,
        width: FrameWish::WIDTH,
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
