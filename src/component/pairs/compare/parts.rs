//! The two sides of a comparison: what is configured differently, and what that does.

use yew::prelude::*;

use crate::derived::{Comparison, Configured, Effects, Kind};
use crate::hooks::{Session, use_session, use_toggle};
use crate::state::Selection;
use crate::text::compare as text;
use sg_core::compare::text as core;
use sg_core::import::ResourceChange;
use sg_core::language::Text;

/// How many lines of each side are shown at first.
const FEW: usize = 10;

#[derive(Properties, PartialEq)]
struct SideProps {
    id: &'static str,
    /// The heading with the number of lines.
    heading: Text,
    /// What is said if there is no line.
    nothing: Text,
    lines: Vec<Html>,
}

/// One side: its heading and a few lines, or all of them.
#[component]
fn Side(props: &SideProps) -> Html {
    let session = use_session();
    let all = use_toggle(false);
    let count = props.lines.len();
    let shown = if all.open { count } else { FEW };
    let number = count.to_string();
    html! {
        <section aria-labelledby={props.id}>
            <h3 id={props.id}>{session.fill(props.heading, &[("count", &number)])}</h3>
            if count == 0 {
                <p class="none">{session.say(props.nothing)}</p>
            }
            <ul>{for props.lines.iter().take(shown).cloned()}</ul>
            if count > shown {
                <button type="button" class="link" onclick={all.on::<MouseEvent>()}>{session.fill(text::SHOW_ALL, &[("count", &number)])}</button>
            }
        </section>
    }
}

/// What is configured differently.
pub(super) fn configured(session: &Session, comparison: &Comparison) -> Html {
    let lines: Vec<Html> =
        comparison.configured.iter().map(|line| configured_line(session, line)).collect();
    html! {
        <Side id="compare-configured" heading={text::CONFIGURED} nothing={text::NOTHING_CONFIGURED} {lines} />
    }
}

fn configured_line(session: &Session, Configured { how, text, by }: &Configured) -> Html {
    let (class, glyph, name) = match how {
        Kind::Added => ("added", "+", text::ADDED),
        Kind::Removed => ("removed", "−", text::REMOVED),
        Kind::Changed => ("changed", "~", text::CHANGED),
    };
    html! {
        <li {class}>
            <span class="sign" aria-hidden="true" title={session.say(name)}>{glyph}</span>
            <span class="said">
                {text}{behind(session, by)}
            </span>
        </li>
    }
}

/// The changes of a plan behind a line.
fn behind(session: &Session, by: &[ResourceChange]) -> Html {
    let one = |change: &ResourceChange| {
        let values = [("address", &*change.address), ("action", change.action.as_str())];
        session.fill(text::BY_PLAN, &values)
    };
    html! { {for by.iter().map(|change| html! { <>{" "}<span class="muted">{one(change)}</span></> })} }
}

/// What that does. A press on a line shows its sample pair in the page.
pub(super) fn effects(
    session: &Session,
    comparison: &Comparison,
    show: &Callback<Option<Selection>>,
) -> Html {
    let lines: Vec<Html> =
        comparison.effect.iter().map(|line| effect_line(session, line, show)).collect();
    html! {
        <Side id="compare-effect" heading={text::EFFECT} nothing={text::NO_EFFECT} {lines} />
    }
}

fn effect_line(session: &Session, line: &Effects, show: &Callback<Option<Selection>>) -> Html {
    let (class, glyph) = match (line.shift.opens(), line.shift.is_certain()) {
        (true, true) => ("opened", "+"),
        (false, true) => ("closed", "−"),
        (_, false) => ("unknown", "?"),
    };
    let pairs = match line.pairs {
        1 => session.say(core::ONE_PAIR).to_owned(),
        count => session.fill(core::PAIRS, &[("count", &count.to_string())]),
    };
    let rest = [("packets", &*line.packets), ("change", line.change), ("pairs", &*pairs)];
    let rest = session.fill(text::EFFECT_REST, &rest);
    let flow = &line.sample;
    let example = [
        ("packet", flow.packet.to_string()),
        ("source", flow.source.address().to_string()),
        ("destination", flow.destination.address().to_string()),
    ];
    let example = example.each_ref().map(|(name, value)| (*name, value.as_str()));
    let title = session.fill(text::SHOW_PAIR, &[("from", &line.from), ("to", &line.to)]);
    let pair = line.pair.clone();
    let onclick = show.reform(move |_: MouseEvent| pair.clone());
    html! {
        <li {class}>
            <span class="sign" aria-hidden="true">{glyph}</span>
            <span class="said">
                <button type="button" class="link" title={title} {onclick}>{format!("{} → {}", line.from, line.to)}</button>
                {rest}
                if line.opens_to_internet {
                    {" "}<span class="tag">{session.say(text::INTERNET)}</span>
                }
                {behind(session, &line.by)}
                <br /><span class="muted">{session.fill(text::EXAMPLE, &example)}</span>
            </span>
        </li>
    }
}
