//! The call in every available form: URLs, commands, programs, a configuration.

use yew::prelude::*;

use crate::component::kit::copy::CopyButton;
use crate::hooks::Session;
use crate::state::{Action, RequestForm};
use crate::text::request as text;
use sg_core::emulator::{Call, successor};
use sg_core::language::{Language, Text};
use sg_core::model::Timestamp;
use sg_core::request::endpoint::Endpoint;
use sg_core::request::ram;
use sg_core::request::signature::{Credentials, Signing, v1};
use sg_core::request::snippet::render;
use sg_core::request::url::{CommonParameters, RequestUrl};

/// The choice of form, the text, installation instructions, and a copy button.
pub(crate) fn forms(session: &Session, call: &Call, form: RequestForm) -> Html {
    let choice = |each: RequestForm| {
        let chosen = (each == form).to_string();
        let own_name = matches!(each, RequestForm::Tool(_)).then_some("no");
        html! {
            <button type="button" aria-pressed={chosen} translate={own_name} onclick={session.on(Action::SetRequestFormat(each))}>
                {name(session, each)}
            </button>
        }
    };
    let install = match form {
        RequestForm::Tool(tool) => tool.install(),
        RequestForm::Url | RequestForm::SignedUrl | RequestForm::Ram => None,
    };
    let note = match form {
        RequestForm::SignedUrl => Some(text::DEMO_KEYS),
        RequestForm::Ram => ram::requirement(call).doubt,
        RequestForm::Tool(tool) => tool.shells(),
        RequestForm::Url => None,
    };
    html! {
        <div class="forms">
            <div class="forms-choice" role="group" aria-label={session.say(text::FORMS)}>
                {for RequestForm::all().map(choice)}
            </div>
            if let Some(other) = successor(call) {
                <p class="faint">
                    {session.fill(
                        text::DEPRECATED,
                        &[("old", call.action.as_str()), ("new", other.as_str())],
                    )}
                </p>
            }
            {match written(call, form, session.language) {
                Ok(written) => html! {
                    <>
                        <pre tabindex="0" translate="no" id="request-form">{written.clone()}</pre>
                        <p class="forms-foot">
                            if let Some(install) = install {
                                <code class="faint" translate="no">{install}</code>
                            }
                            if let Some(note) = note {
                                <span class="faint">{session.say(note)}</span>
                            }
                            <span class="grow"></span>
                            <CopyButton
                                label={session.say(text::COPY)}
                                done={session.fill(text::COPIED, &[("what", &name(session, form))])}
                                what={written}
                            />
                        </p>
                    </>
                },
                Err(why) => html! { <p class="none">{why}</p> },
            }}
        </div>
    }
}

fn name(session: &Session, form: RequestForm) -> String {
    let words: Text = match form {
        RequestForm::Url => text::FORM_URL,
        RequestForm::SignedUrl => text::FORM_SIGNED,
        RequestForm::Ram => text::FORM_RAM,
        RequestForm::Tool(tool) => return tool.name().to_owned(),
    };
    session.say(words).to_owned()
}

/// The time and nonce of the vendor's published example: a form must not change between renders.
/// The signing workbench uses its own.
const EXAMPLE: (Timestamp, &str) =
    (Timestamp::from_unix_seconds(1_456_231_584), "3ee8c1b8-83d3-44af-a94f-4e0ad82fd6cf");

/// The call in a form, or the reason why it cannot be expressed.
fn written(call: &Call, form: RequestForm, language: Language) -> Result<String, String> {
    let credentials = Credentials::demo();
    let (timestamp, nonce) = EXAMPLE;
    let signing = Signing { credentials: &credentials, timestamp, nonce };
    Ok(match form {
        RequestForm::Url => {
            RequestUrl::unsigned(call, CommonParameters::Complete(&signing)).to_string()
        }
        RequestForm::SignedUrl => {
            RequestUrl::signed(&v1::sign(call, "GET", &signing), Endpoint::Central).to_string()
        }
        RequestForm::Ram => ram::policy(call),
        RequestForm::Tool(tool) => render(call, tool).map_err(|unfit| unfit.say(language))?,
    })
}
