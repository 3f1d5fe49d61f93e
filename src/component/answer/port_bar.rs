//! The packet space of the selected pair as two bars, TCP and UDP, with the independent check.

use yew::prelude::*;

use crate::component::answer::port_bar::interval::{Interval, intervals, ports_text, tcp, udp};
use crate::derived::Proved;
use crate::hooks::Session;
use crate::text::connectivity as text;
use sg_core::connectivity::{PacketSet, Verdict};
use sg_core::model::PortRange;

mod interval;

/// Destination ports, split where the answer changes into segments of equal width: to scale, one
/// port of 65,535 would be invisible.
pub(crate) fn port_bar(session: &Session, Proved { addresses, space, checked }: &Proved) -> Html {
    let (class, verdict) = match checked {
        Ok(_) => ("ok", text::CHECKED),
        Err(_) => ("bad", text::CHECK_FAILED),
    };
    let detail = match checked {
        Ok(checked) => {
            let packets = checked.packets.to_string();
            let questions = checked.questions.to_string();
            session.fill(text::CHECKED_MORE, &[("packets", &packets), ("questions", &questions)])
        }
        Err(wrong) => session.fill(text::CHECK_WRONG, &[("packet", &wrong.packet.to_string())]),
    };
    let bar = |name: &'static str, is: fn(&PacketSet) -> Option<(PortRange, PortRange)>| {
        let intervals = intervals(space, is);
        (!intervals.is_empty()).then(|| self::bar(session, name, &intervals))
    };
    html! {
        <section class="space" aria-label={session.say(text::SPACE)}>
            <h3>
                {session.say(text::SPACE)}
                <span class={class} title={detail.clone()}>{session.say(verdict)}<span class="visually-hidden">{detail}</span></span>
            </h3>
            if !addresses.is_empty() {
                <p class="faint">{addresses.join(session.say(text::LIST_SEPARATOR))}</p>
            }
            {bar("TCP", tcp)}
            {bar("UDP", udp)}
        </section>
    }
}

fn bar(session: &Session, name: &'static str, intervals: &[Interval]) -> Html {
    let count = intervals.len();
    let said: Vec<String> = intervals.iter().map(|interval| say(session, *interval)).collect();
    html! {
        <div class="bar-row">
            <span class="bar-name">{name}</span>
            <svg viewBox={format!("0 0 {count} 1")} preserveAspectRatio="none" role="img" aria-label={said.join(session.say(text::KIND_SEPARATOR))}>
                {for intervals.iter().enumerate().map(|(place, interval)| html! {
                    <rect class={look(interval.verdict)} x={place.to_string()} y="0" width="1" height="1">
                        <title>{said.get(place).cloned()}</title>
                    </rect>
                })}
            </svg>
            <ol class="bar-labels" aria-hidden="true">
                {for intervals.iter().map(|interval| html! { <li>{glyph(interval.verdict)}{" "}{ports_text(interval.ports)}</li> })}
            </ol>
        </div>
    }
}

const fn look(verdict: Option<Verdict>) -> &'static str {
    match verdict {
        Some(Verdict::Pass) => "bar-pass",
        Some(Verdict::Blocked) => "bar-fail",
        Some(Verdict::Unknown) => "bar-unknown",
        None => "bar-part",
    }
}

const fn glyph(verdict: Option<Verdict>) -> &'static str {
    match verdict {
        Some(Verdict::Pass) => "✓",
        Some(Verdict::Blocked) => "✗",
        Some(Verdict::Unknown) => "?",
        None => "◐",
    }
}

fn say(session: &Session, interval: Interval) -> String {
    let text = match interval.verdict {
        Some(Verdict::Pass) => text::PORTS_PASS,
        Some(Verdict::Blocked) => text::PORTS_BLOCKED,
        Some(Verdict::Unknown) => text::PORTS_UNKNOWN,
        None => text::PORTS_DEPEND,
    };
    session.fill(text, &[("ports", &ports_text(interval.ports))])
}
