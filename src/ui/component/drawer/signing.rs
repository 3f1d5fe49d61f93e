//! The signing workbench: every stage of a signature, and where somebody else's stage differs.

use yew::prelude::*;

use crate::emulator::Call;
use crate::language::Text;
use crate::model::Timestamp;
use crate::request::signature::{Credentials, Secret, Signing, looks_real};
use crate::ui::hooks::{Session, text_of, use_page_hidden, use_session};
use crate::ui::platform;
use crate::ui::text::signing as text;

mod compare;
mod stages;

use compare::Compare;
use stages::{Stage, StageList, Version, stages};

/// Properties of [`SigningBench`].
#[derive(Properties, PartialEq)]
pub(super) struct SigningBenchProps {
    /// The call to sign.
    pub(super) call: Call,
}

/// What the bench signs with. The keys live here and nowhere else: not in the page's state, so in
/// no link, no storage, no log and no export.
#[derive(Clone, PartialEq)]
struct Bench {
    version: Version,
    post: bool,
    moment: String,
    nonce: String,
    access_key_id: String,
    secret: Secret,
}

impl Bench {
    /// The demo keys, at this moment.
    fn new() -> Self {
        let env = platform::env();
        let Credentials { access_key_id, secret, .. } = Credentials::demo();
        Self {
            version: Version::Parameters,
            post: false,
            moment: env.now.to_string(),
            nonce: format!("{:016x}", env.entropy),
            access_key_id,
            secret,
        }
    }

    /// Every stage; the text that says why not, where something cannot be signed.
    fn sign(&self, call: &Call) -> Result<Vec<Stage>, Text> {
        if looks_real(&self.access_key_id) {
            return Err(text::REAL_KEY);
        }
        let timestamp = Timestamp::parse(&self.moment).ok_or(text::BAD_MOMENT)?;
        let credentials = Credentials::new(self.access_key_id.clone(), self.secret.clone());
        let signing = Signing { credentials: &credentials, timestamp, nonce: &self.nonce };
        let method = if self.post { "POST" } else { "GET" };
        Ok(stages(call, self.version, method, &signing))
    }
}

/// The settings beside the stages.
#[component]
pub(super) fn SigningBench(props: &SigningBenchProps) -> Html {
    let session = use_session();
    let bench = use_state(Bench::new);
    // A form control forgets what was typed only when it is made anew.
    let fresh = use_state_eq(|| 0_u32);
    let reset = {
        let (bench, fresh) = (bench.clone(), fresh.clone());
        Callback::from(move |()| {
            bench.set(Bench { version: bench.version, post: bench.post, ..Bench::new() });
            fresh.set(fresh.wrapping_add(1));
        })
    };
    use_page_hidden(reset.clone());
    let signed = bench.sign(&props.call);
    html! {
        <div class="signing">
            <Settings key={*fresh} bench={(*bench).clone()} onchange={let bench = bench.clone(); Callback::from(move |next| bench.set(next))} onreset={reset} />
            {match signed {
                Ok(stages) => html! {
                    <div class="stages">
                        <StageList stages={stages.clone()} />
                        <Compare {stages} />
                    </div>
                },
                Err(why) => html! { <p class="api-error" role="alert"><span class="glyph" aria-hidden="true">{"✗"}</span>{session.say(why)}</p> },
            }}
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct SettingsProps {
    bench: Bench,
    onchange: Callback<Bench>,
    onreset: Callback<()>,
}

#[component]
fn Settings(props: &SettingsProps) -> Html {
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
    let real = looks_real(&bench.access_key_id);
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
            <label class="field">{"AccessKey ID"}
                <input class="mono" autocomplete="off" spellcheck="false" value={bench.access_key_id.clone()} aria-invalid={real.to_string()} oninput={typed(|bench, access_key_id| Bench { access_key_id, ..bench })} />
            </label>
            <label class="field">{"AccessKey Secret"}
                <input class="mono" type="password" autocomplete="off" placeholder="testsecret" disabled={real} oninput={typed(|bench, secret| Bench { secret: Secret::new(secret), ..bench })} />
            </label>
            <p class="faint">{session.say(text::KEYS)}</p>
            <button type="button" class="link" onclick={onreset.reform(|_: MouseEvent| ())}>{session.say(text::RESET)}</button>
        </div>
    }
}

fn pick(session: &Session, name: Text, chosen: bool, onclick: Callback<MouseEvent>) -> Html {
    html! { <button type="button" aria-pressed={chosen.to_string()} {onclick}>{session.say(name)}</button> }
}
