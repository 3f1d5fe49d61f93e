//! The signing workbench: every stage of a signature, and where another string to sign differs.

use yew::prelude::*;

use crate::component::request::drawer::signing::compare::Compare;
use crate::component::request::drawer::signing::settings::settings;
use crate::component::request::drawer::signing::signer::Signer;
use crate::component::request::drawer::signing::stages::StageList;
use crate::hooks::{use_page_hidden, use_session};
use sg_core::emulator::Call;

pub mod compare;
mod settings;
mod signer;
mod stages;

/// Properties of [`SigningBench`].
#[derive(Properties, PartialEq)]
pub(crate) struct SigningBenchProps {
    /// The call to sign.
    pub(crate) call: Call,
}

/// The settings next to the stages.
#[component]
pub(crate) fn SigningBench(props: &SigningBenchProps) -> Html {
    let session = use_session();
    let signer = use_state(Signer::example);
    // A form control drops its text only when it is recreated.
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
            {settings(&session, *fresh, &signer, &onchange, &reset)}
            {match signer.sign(&props.call) {
                Ok(bench) => html! {
                    <div class="stages">
                        <StageList bench={bench.clone()} />
                        <Compare bench={bench.clone()} />
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
