//! The signing workbench: every stage of a signature, and where somebody else's stage differs.

use yew::prelude::*;

use crate::emulator::Call;
use crate::language::Text;
use crate::model::Timestamp;
use crate::request::signature::{Credentials, Secret, Signing};
use crate::request::workbench::access_key::looks_like_real_access_key;
use crate::ui::hooks::{use_page_hidden, use_session};
use crate::ui::platform;
use crate::ui::text::signing as text;

mod compare;
mod settings;
mod stages;

use compare::Compare;
use settings::Settings;
use stages::{Stage, StageList, Version, stages};

/// Properties of [`SigningBench`].
#[derive(Properties, PartialEq)]
pub(super) struct SigningBenchProps {
    /// The call to sign.
    pub(super) call: Call,
}

/// `Timestamp` and `SignatureNonce` of the vendor's published example.
const EXAMPLE: (&str, &str) = ("2016-02-23T12:46:24Z", "3ee8c1b8-83d3-44af-a94f-4e0ad82fd6cf");

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
    /// The demo keys, with the moment and the nonce of the vendor's own example.
    fn example() -> Self {
        Self::at(EXAMPLE.0.to_owned(), EXAMPLE.1.to_owned())
    }

    /// The demo keys, at this moment.
    fn now() -> Self {
        let env = platform::env();
        Self::at(env.now.to_string(), format!("{:016x}", env.entropy))
    }

    fn at(moment: String, nonce: String) -> Self {
        let Credentials { access_key_id, secret, .. } = Credentials::demo();
        Self { version: Version::Parameters, post: false, moment, nonce, access_key_id, secret }
    }

    /// Every stage; the text that says why not, where something cannot be signed.
    fn sign(&self, call: &Call) -> Result<Vec<Stage>, Text> {
        if looks_like_real_access_key(&self.access_key_id) {
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
    let bench = use_state(Bench::example);
    // A form control forgets what was typed only when it is made anew.
    let fresh = use_state_eq(|| 0_u32);
    let reset = {
        let (bench, fresh) = (bench.clone(), fresh.clone());
        Callback::from(move |()| {
            bench.set(Bench { version: bench.version, post: bench.post, ..Bench::now() });
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
