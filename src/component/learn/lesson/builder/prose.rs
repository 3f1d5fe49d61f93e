//! A text in both languages, in fields of several lines.

use yew::prelude::*;

use crate::component::kit::limit::Limit;
use crate::hooks::{Session, text_of};
use sg_core::language::Text;
use sg_core::lesson::course::Words;

/// A text area for each language, with its label. `onchange` gets the whole text.
pub(crate) fn prose(
    session: &Session,
    id: &str,
    labels: [Text; 2],
    number: Option<usize>,
    words: &Words,
    onchange: &Callback<Words>,
) -> Html {
    let field = |(label, tag): (Text, &'static str)| {
        let own = if tag == "en" { &words.en } else { &words.zh };
        let value = own.clone().unwrap_or_default();
        let (words, onchange) = (words.clone(), onchange.clone());
        let oninput = Callback::from(move |event: InputEvent| {
            let typed = Some(text_of(&event)).filter(|text| !text.is_empty());
            let mut words = words.clone();
            *(if tag == "en" { &mut words.en } else { &mut words.zh }) = typed;
            onchange.emit(words);
        });
        let number = number.map(|number| number.to_string()).unwrap_or_default();
        html! {
            <label class="field">
                {session.fill(label, &[("number", &number)])}
                <textarea class="prose" id={format!("{id}-{tag}")} rows="2" maxlength={Limit::PARAGRAPHS} {value} {oninput} />
            </label>
        }
    };
    let [en, zh] = labels;
    html! { <div class="builder-texts">{field((en, "en"))}{field((zh, "zh"))}</div> }
}
