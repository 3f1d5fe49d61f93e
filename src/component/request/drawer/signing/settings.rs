//! The settings of the signing workbench.

use yew::prelude::*;

use crate::component::kit::button::choice;
use crate::component::kit::limit::Limit;
use crate::component::request::drawer::signing::signer::Signer;
use crate::hooks::{Session, text_of};
use crate::text::signing as text;
use sg_core::model::Timestamp;
use sg_core::request::workbench::Scheme;

/// The keys stay in this component; the secret is never written into the markup.
///
/// A form control drops its text only when it is recreated, which changing `fresh` does.
pub(crate) fn settings(
    session: &Session,
    fresh: u32,
    signer: &Signer,
    onchange: &Callback<Signer>,
    onreset: &Callback<()>,
) -> Html {
    let typed = |put: fn(Signer, String) -> Signer| {
        let signer = signer.clone();
        onchange.reform(move |event: InputEvent| put(signer.clone(), text_of(&event)))
    };
    let scheme = |scheme: Scheme| {
        let next = Signer { scheme, ..signer.clone() };
        let chosen = signer.scheme == scheme;
        let onclick = onchange.reform(move |_: MouseEvent| next.clone());
        choice(session.say(scheme.title()), chosen, None, onclick)
    };
    let wrong = Timestamp::parse(&signer.moment).is_none();
    html! {
        <form key={fresh} class="settings" onsubmit={|event: SubmitEvent| event.prevent_default()}>
            <div class="forms-choice" role="group" aria-label={session.say(text::VERSION)}>
                {for Scheme::ALL.into_iter().map(scheme)}
            </div>
            <label class="field">
                {session.say(text::MOMENT)}
                <input class="mono" maxlength={Limit::NUMBER} value={signer.moment.clone()} aria-invalid={wrong.to_string()} oninput={typed(|signer, moment| Signer { moment, ..signer })} />
            </label>
            <label class="field">
                {session.say(text::NONCE)}
                <input class="mono" maxlength={Limit::LINE} value={signer.nonce.clone()} oninput={typed(|signer, nonce| Signer { nonce, ..signer })} />
            </label>
            <label class="field">
                {session.say(text::ACCESS_KEY_ID)}
                <input class="mono" maxlength={Limit::LINE} autocomplete="off" spellcheck="false" value={signer.access_key_id.clone()} aria-invalid={signer.has_real_id().to_string()} oninput={typed(|signer, access_key_id| Signer { access_key_id, ..signer })} />
            </label>
            <label class="field">
                {session.say(text::ACCESS_KEY_SECRET)}
                <input class="mono" type="password" maxlength={Limit::LINE} autocomplete="off" placeholder="••••••••" oninput={typed(Signer::with_secret)} />
            </label>
            <p class="faint">{session.say(text::KEYS)}</p>
            <button type="button" class="link" onclick={onreset.reform(|_: MouseEvent| ())}>{session.say(text::RESET)}</button>
        </form>
    }
}
