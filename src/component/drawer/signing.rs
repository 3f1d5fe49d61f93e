//! The signing workbench: every stage of a signature, and where somebody else's stage differs.

use yew::prelude::*;

use crate::hooks::{use_page_hidden, use_session};
use crate::platform;
use crate::text::signing as text;
use sg_core::emulator::Call;
use sg_core::language::Text;
use sg_core::model::Timestamp;
use sg_core::request::endpoint::Endpoint;
use sg_core::request::signature::{Credentials, Secret, Signing};
use sg_core::request::workbench::access_key::{looks_like_real_access_key, looks_like_real_secret};
use sg_core::request::workbench::{Bench, Scheme, sign};

mod compare;
mod settings;
mod stages;

use compare::Compare;
use settings::Settings;
use stages::StageList;

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
struct Signer {
    scheme: Scheme,
    moment: String,
    nonce: String,
    access_key_id: String,
    secret: Secret,
    /// Whether the secret typed last looked like one the service gave out: it was not kept.
    real_secret: bool,
}

impl Signer {
    /// The demo keys, with the moment and the nonce of the vendor's own example.
    fn example() -> Self {
        Self::at(Scheme::V1Get, EXAMPLE.0.to_owned(), EXAMPLE.1.to_owned())
    }

    /// The demo keys, at this moment.
    fn now(scheme: Scheme) -> Self {
        let env = platform::env();
        Self::at(scheme, env.now.to_string(), format!("{:016x}", env.entropy))
    }

    fn at(scheme: Scheme, moment: String, nonce: String) -> Self {
        let Credentials { access_key_id, secret, .. } = Credentials::demo();
        Self { scheme, moment, nonce, access_key_id, secret, real_secret: false }
    }

    /// Whether the AccessKey id looks like one the service gave out; such a pair signs nothing here.
    fn has_real_id(&self) -> bool {
        looks_like_real_access_key(&self.access_key_id)
    }

    /// With another secret; one that looks real is not even kept.
    fn with_secret(self, secret: String) -> Self {
        let real_secret = looks_like_real_secret(&secret);
        let secret = if real_secret { Credentials::demo().secret } else { Secret::new(secret) };
        Self { secret, real_secret, ..self }
    }

    /// Every stage; the text that says why not, where something cannot be signed.
    fn sign(&self, call: &Call) -> Result<Bench, Text> {
        if self.real_secret || self.has_real_id() {
            return Err(text::REAL_KEY);
        }
        let timestamp = Timestamp::parse(&self.moment).ok_or(text::BAD_MOMENT)?;
        let credentials = Credentials::new(self.access_key_id.clone(), self.secret.clone());
        let signing = Signing { credentials: &credentials, timestamp, nonce: &self.nonce };
        Ok(sign(call, self.scheme, Endpoint::Central, &signing))
    }
}

/// The settings beside the stages.
#[component]
pub(super) fn SigningBench(props: &SigningBenchProps) -> Html {
    let session = use_session();
    let signer = use_state(Signer::example);
    // A form control forgets what was typed only when it is made anew.
    let fresh = use_state_eq(|| 0_u32);
    let reset = {
        let (signer, fresh) = (signer.clone(), fresh.clone());
        Callback::from(move |()| {
            signer.set(Signer::now(signer.scheme));
            fresh.set(fresh.wrapping_add(1));
        })
    };
    use_page_hidden(reset.clone());
    let onchange = {
        let signer = signer.clone();
        Callback::from(move |next| signer.set(next))
    };
    html! {
        <div class="signing">
            <Settings key={*fresh} signer={(*signer).clone()} {onchange} onreset={reset} />
            {match signer.sign(&props.call) {
                Ok(bench) => html! {
                    <div class="stages">
                        <StageList bench={bench.clone()} />
                        <Compare expected={bench.string_to_sign().to_owned()} />
                    </div>
                },
                Err(why) => html! {
                    <p class="api-error" role="alert">
                        <span class="glyph" aria-hidden="true">{"✗"}</span>{" "}{session.say(why)}
                    </p>
                },
            }}
        </div>
    }
}
