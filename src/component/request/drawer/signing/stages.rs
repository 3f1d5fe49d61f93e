//! The stages of a signature as text, with the last change highlighted.

use yew::prelude::*;

use crate::component::kit::copy::CopyButton;
use crate::hooks::use_session;
use crate::text::signing as text;
use sg_core::request::workbench::Bench;

/// Properties of [`StageList`].
#[derive(Properties, PartialEq)]
pub(crate) struct StageListProps {
    /// The signed call with its stages.
    pub(crate) bench: Bench,
}

/// One stage to display.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Shown {
    name: &'static str,
    how: &'static str,
    value: String,
}

/// Each stage has a number, a name, a derivation and its text; the wire format comes last. Changes
/// since the last render are highlighted, so an edit can be followed through the stages.
#[component]
pub(crate) fn StageList(props: &StageListProps) -> Html {
    let session = use_session();
    let mut now: Vec<Shown> = Vec::new();
    for stage in &props.bench.stages {
        let (name, how) = (session.say(stage.kind.title()), session.say(stage.how));
        now.push(Shown { name, how, value: stage.text.clone() });
    }
    let (name, how) = (session.say(text::REQUEST), session.say(text::REQUEST_HOW));
    now.push(Shown { name, how, value: sent(&props.bench) });
    let drawn = use_mut_ref(|| (now.clone(), now.clone()));
    let before = {
        let mut drawn = drawn.borrow_mut();
        if drawn.1 != now {
            *drawn = (std::mem::take(&mut drawn.1), now.clone());
        }
        drawn.0.clone()
    };
    let stage = |(place, stage): (usize, &Shown)| {
        let old = before.get(place).filter(|old| old.name == stage.name);
        let (start, changed, end) = match old {
            Some(old) => parted(&old.value, &stage.value),
            None => (stage.value.as_str(), "", ""),
        };
        let done = session.fill(text::COPIED, &[("what", stage.name)]);
        html! {
            <li key={place}>
                <h3>
                    {stage.name}
                    <CopyButton label={session.say(text::COPY)} {done} what={stage.value.clone()} />
                </h3>
                <p class="faint">{stage.how}</p>
                <pre tabindex="0" translate="no" aria-label={stage.name}>
                    {start.to_owned()}
                    if !changed.is_empty() {
                        <mark>{changed.to_owned()}</mark>
                    }
                    {end.to_owned()}
                </pre>
            </li>
        }
    };
    html! { <ol class="stage-list">{for now.iter().enumerate().map(stage)}</ol> }
}

/// The request line, headers and body.
fn sent(bench: &Bench) -> String {
    let headers = bench.headers.iter().map(|(name, value)| format!("\n{name}: {value}"));
    let body = if bench.body.is_empty() { String::new() } else { format!("\n\n{}", bench.body) };
    format!("{} {}{}{body}", bench.method, bench.url, headers.collect::<String>())
}

/// Splits a text into three parts: common start, changed part, common end.
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
