//! The stages of a signature as texts, the part that changed last set apart.

use yew::prelude::*;

use crate::emulator::Call;
use crate::language::Text;
use crate::request::endpoint::Endpoint;
use crate::request::signature::{Signing, v1, v3};
use crate::request::url::RequestUrl;
use crate::ui::component::copy::CopyButton;
use crate::ui::hooks::use_session;
use crate::ui::text::signing as text;

/// Where a signature goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Version {
    /// Version 1.0: one more parameter.
    Parameters,
    /// Version 3: the `Authorization` header.
    Headers,
}

/// One stage of signing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Stage {
    /// Its name.
    pub(super) name: Text,
    /// How it is made.
    pub(super) how: Text,
    /// What came out.
    pub(super) value: String,
}

/// Every stage of signing a call, from its parameters to what is sent.
pub(super) fn stages(
    call: &Call,
    version: Version,
    method: &str,
    signing: &Signing<'_>,
) -> Vec<Stage> {
    let stage = |name, how, value: &str| Stage { name, how, value: value.to_owned() };
    match version {
        Version::Parameters => {
            let signed = v1::sign(call, method, signing);
            let pairs = signed.parameters.iter().map(|(name, value)| format!("{name}={value}"));
            let sent = match method {
                "POST" => signed.form(),
                _ => RequestUrl::signed(&signed, Endpoint::Central).to_string(),
            };
            let (name, how) = match method {
                "POST" => (text::FORM, text::FORM_HOW),
                _ => (text::SIGNED_URL, text::SIGNED_URL_HOW),
            };
            vec![
                stage(
                    text::PARAMETERS,
                    text::PARAMETERS_HOW,
                    &pairs.collect::<Vec<_>>().join("\n"),
                ),
                stage(text::CANONICAL_QUERY, text::CANONICAL_QUERY_HOW, &signed.canonical_query),
                stage(text::STRING_TO_SIGN, text::STRING_TO_SIGN_V1_HOW, &signed.string_to_sign),
                stage(text::SIGNATURE, text::SIGNATURE_V1_HOW, &signed.signature),
                stage(name, how, &sent),
            ]
        }
        Version::Headers => {
            let v3::Signed { url, headers, stages } =
                v3::sign(call, method, Endpoint::Central, signing);
            let headers = headers.iter().map(|(name, value)| format!("\n{name}: {value}"));
            let sent = format!("{method} {url}{}", headers.collect::<String>());
            vec![
                stage(
                    text::CANONICAL_REQUEST,
                    text::CANONICAL_REQUEST_HOW,
                    &stages.canonical_request,
                ),
                stage(text::STRING_TO_SIGN, text::STRING_TO_SIGN_V3_HOW, &stages.string_to_sign),
                stage(text::SIGNATURE, text::SIGNATURE_V3_HOW, &stages.signature),
                stage(text::AUTHORIZATION, text::AUTHORIZATION_HOW, &stages.authorization),
                stage(text::REQUEST, text::REQUEST_HOW, &sent),
            ]
        }
    }
}

/// Properties of [`StageList`].
#[derive(Properties, PartialEq)]
pub(super) struct StageListProps {
    /// The stages in their order.
    pub(super) stages: Vec<Stage>,
}

/// A number, a name, how it is made, and the text itself. What changed since the stages were last
/// drawn is marked, so that one sees an edit travel through them.
#[component]
pub(super) fn StageList(props: &StageListProps) -> Html {
    let session = use_session();
    let shown = use_mut_ref(|| (props.stages.clone(), props.stages.clone()));
    {
        let mut shown = shown.borrow_mut();
        if shown.1 != props.stages {
            *shown = (shown.1.clone(), props.stages.clone());
        }
    }
    let before = shown.borrow().0.clone();
    let stage = |(place, stage): (usize, &Stage)| {
        let old = before.get(place).filter(|old| old.name == stage.name);
        let (start, changed, end) = match old {
            Some(old) => parted(&old.value, &stage.value),
            None => (stage.value.as_str(), "", ""),
        };
        let name = session.say(stage.name);
        html! {
            <li key={place}>
                <h4>
                    {name}
                    <CopyButton label={session.say(text::COPY)} done={session.fill(text::COPIED, &[("what", name)])} what={stage.value.clone()} />
                </h4>
                <p class="faint">{session.say(stage.how)}</p>
                <pre tabindex="0" translate="no" aria-label={name}>
                    {start.to_owned()}
                    if !changed.is_empty() {
                        <mark>{changed.to_owned()}</mark>
                    }
                    {end.to_owned()}
                </pre>
            </li>
        }
    };
    html! { <ol class="stage-list">{for props.stages.iter().enumerate().map(stage)}</ol> }
}

/// A text in three: as before, changed, as before.
fn parted<'a>(before: &str, now: &'a str) -> (&'a str, &'a str, &'a str) {
    let same = before.bytes().zip(now.bytes()).take_while(|(old, new)| old == new).count();
    let rest = before.len().min(now.len()).saturating_sub(same);
    let tail = before.bytes().rev().zip(now.bytes().rev()).take_while(|(old, new)| old == new);
    let floor = |at: usize| (0..=at).rev().find(|at| now.is_char_boundary(*at)).unwrap_or(0);
    let ceiling = |at: usize| (at..now.len()).find(|at| now.is_char_boundary(*at));
    let start = floor(same);
    let end = ceiling(now.len() - tail.count().min(rest)).unwrap_or(now.len()).max(start);
    let (head, end) = now.split_at_checked(end).unwrap_or((now, ""));
    let (start, changed) = head.split_at_checked(start).unwrap_or((head, ""));
    (start, changed, end)
}
