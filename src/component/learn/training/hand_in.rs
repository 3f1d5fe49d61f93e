//! What a learner hands in: a line for people, and a code that the page can read.

use yew::prelude::*;

use crate::component::kit::copy::CopyButton;
use crate::component::kit::limit::Limit;
use crate::component::kit::text_field::TextField;
use crate::hooks::{use_page_address, use_session, use_typed};
use crate::text::training as text;
use sg_core::training::Results;

/// Properties of [`HandIn`].
#[derive(Properties, PartialEq, Eq)]
pub(crate) struct HandInProps {
    /// The results, with the name of the learner if one was typed.
    pub(crate) results: Results,
}

/// The line and the code. The name can be typed here too; it only goes into the code.
#[component]
pub(crate) fn HandIn(props: &HandInProps) -> Html {
    let session = use_session();
    let page = use_page_address();
    let name = use_typed(|| props.results.name.clone());
    let results = Results { name: name.trim().to_owned(), ..props.results.clone() };
    let (line, route) = (results.line(session.language), results.route().to_string());
    let link = format!("{page}?lang={}{route}", session.language.short());
    html! {
        <section class="hand-in" aria-labelledby="hand-in">
            <h3 id="hand-in">{session.say(text::HAND_IN)}</h3>
            <TextField id="hand-in-name" label={text::YOUR_NAME} value={name.value()} oninput={name.set()} limit={Limit::NAME} />
            <p class="result-line">{line.clone()}</p>
            <textarea id="result-code" readonly={true} rows="3" maxlength={Limit::TEXT} aria-label={session.say(text::RESULT_CODE)} value={route} />
            <CopyButton label={session.say(text::COPY_RESULT)} done={session.say(text::RESULT_COPIED)} what={format!("{line}\n{link}\n")} />
            <p class="muted">{session.say(text::NO_EXAM)}</p>
        </section>
    }
}
