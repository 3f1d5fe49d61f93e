//! The additional fields of a protocol.

use yew::prelude::*;

use crate::component::kit::limit::Limit;
use crate::component::pairs::packet_picker::draft::Draft;
use crate::hooks::{Session, text_of};
use crate::text::{answer, connectivity as text};
use sg_core::language::Text;

/// The ports of TCP and UDP, the number of another protocol.
pub(crate) fn fields(
    session: &Session,
    protocol: &'static str,
    typed: &Draft,
    onedit: &Callback<Draft>,
) -> Html {
    let field = |name: Text, value: &str, wrong: bool, set: fn(&mut Draft, String)| {
        let (typed, onedit) = (typed.clone(), onedit.clone());
        let oninput = Callback::from(move |event: InputEvent| {
            let mut draft = typed.clone();
            set(&mut draft, text_of(&event));
            onedit.emit(draft);
        });
        // Only the source port may be empty.
        let hint = (name == answer::SOURCE_PORT).then(|| session.say(answer::ANY_PORT));
        html! {
            <input
                class="port"
                inputmode="numeric"
                maxlength={Limit::NUMBER}
                aria-label={session.say(name)}
                title={session.say(name)}
                placeholder={hint}
                aria-invalid={wrong.to_string()}
                value={value.to_owned()}
                {oninput}
            />
        }
    };
    match protocol {
        "tcp" | "udp" => html! {
            <>
                {field(text::PORT, &typed.port, typed.port().is_none(), |draft, text| draft.port = text)}
                <label class="field from-port"><span aria-hidden="true">{session.say(answer::FROM_PORT)}</span>
                    {field(answer::SOURCE_PORT, &typed.source, typed.source().is_err(), |draft, text| draft.source = text)}
                </label>
            </>
        },
        "other" => {
            let wrong = typed.number().is_none();
            field(answer::NUMBER, &typed.number, wrong, |draft, text| draft.number = text)
        }
        _ => Html::default(),
    }
}
