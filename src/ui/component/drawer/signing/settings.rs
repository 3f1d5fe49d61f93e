//! What the signing workbench signs with.

use yew::prelude::*;

use crate::language::Text;
use crate::model::Timestamp;
use crate::request::signature::Secret;
use crate::request::workbench::access_key::looks_like_real_access_key;
use crate::ui::hooks::{Session, text_of, use_session};
use crate::ui::text::signing as text;

use super::Bench;
use super::stages::Version;

/// Properties of [`Settings`].
#[derive(Properties, PartialEq)]
pub(super) struct SettingsProps {
    /// What the bench signs with.
    pub(super) bench: Bench,
    /// Takes what it should sign with instead.
    pub(super) onchange: Callback<Bench>,
    /// Asks for the demo keys.
    pub(super) onreset: Callback<()>,
}

/// The keys are typed here and stay here: the field of the secret has no value in the markup.
#[component]
pub(super) fn Settings(props: &SettingsProps) -> Html {
    let session = use_session();
    let SettingsProps { bench, onchange, onreset } = props;
    let typed = |put: fn(Bench, String) -> Bench| {
        let bench = bench.clone();
        onchange.reform(move |event: InputEvent| put(bench.clone(), text_of(&event)))
    };
    let chosen = |next: Bench| onchange.reform(move |_: MouseEvent| next.clone());
    let version = |version, name: Text| {
        pick(&session, name, bench.version == version, chosen(Bench { version, ..bench.clone() }))
    };
    let method = |post: bool, name: &'static str| {
        let onclick = chosen(Bench { post, ..bench.clone() });
        html! { <button type="button" aria-pressed={(bench.post == post).to_string()} {onclick}>{name}</button> }
    };
    let real = looks_like_real_access_key(&bench.access_key_id);
    html! {
        <div class="settings">
            <div class="seg" role="group" aria-label={session.say(text::VERSION)}>
                {version(Version::Parameters, text::V1)}
                {version(Version::Headers, text::V3)}
            </div>
            <div class="seg" role="group" aria-label={session.say(text::METHOD)}>{method(false, "GET")}{method(true, "POST")}</div>
            <label class="field">{session.say(text::MOMENT)}
                <input class="mono" value={bench.moment.clone()} aria-invalid={Timestamp::parse(&bench.moment).is_none().to_string()} oninput={typed(|bench, moment| Bench { moment, ..bench })} />
            </label>
            <label class="field">{session.say(text::NONCE)}
                <input class="mono" value={bench.nonce.clone()} oninput={typed(|bench, nonce| Bench { nonce, ..bench })} />
            </label>
            <label class="field">{session.say(text::ACCESS_KEY_ID)}
                <input class="mono" autocomplete="off" spellcheck="false" value={bench.access_key_id.clone()} aria-invalid={real.to_string()} oninput={typed(|bench, access_key_id| Bench { access_key_id, ..bench })} />
            </label>
            <label class="field">{session.say(text::ACCESS_KEY_SECRET)}
                <input class="mono" type="password" autocomplete="off" placeholder="••••••••" disabled={real} oninput={typed(|bench, secret| Bench { secret: Secret::new(secret), ..bench })} />
            </label>
            <p class="faint">{session.say(text::KEYS)}</p>
            <button type="button" class="link" onclick={onreset.reform(|_: MouseEvent| ())}>{session.say(text::RESET)}</button>
        </div>
    }
}

fn pick(session: &Session, name: Text, chosen: bool, onclick: Callback<MouseEvent>) -> Html {
    html! { <button type="button" aria-pressed={chosen.to_string()} {onclick}>{session.say(name)}</button> }
}
