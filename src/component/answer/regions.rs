//! The packet space of a pair as a table: every region with its answer and reason.

use std::sync::Arc;

use yew::prelude::*;

use crate::component::kit::cite::cite;
use crate::component::kit::table::table_head;
use crate::derived::Proved;
use crate::hooks::{Session, use_session, use_toggle};
use crate::state::Action;
use crate::text::{answer as text, connectivity, views};
use sg_core::connectivity::{Decider, PacketSet, Region, Verdict};
use sg_core::explain::packets_text;
use sg_core::model::{InnerAccessPolicy, PortRange, Scenario};

/// Properties of [`Regions`].
#[derive(Properties, PartialEq, Eq)]
pub struct RegionsProps {
    /// The scenario, for the names of groups.
    pub scenario: Arc<Scenario>,
    /// The packet space, and the addresses it holds for.
    pub proved: Proved,
}

/// How many rows are shown; a packet space can have thousands.
const SHOWN: usize = 200;

/// A disclosure: the table is built when it is opened.
#[component]
pub fn Regions(props: &RegionsProps) -> Html {
    let session = use_session();
    let toggle = use_toggle(false);
    let Proved { addresses, space, .. } = &props.proved;
    let regions = &space.regions;
    let count = regions.len().to_string();
    let said = match addresses.is_empty() {
        true => session.fill(text::REGIONS, &[("count", &count)]),
        false => {
            let addresses = addresses.join(session.say(connectivity::LIST_SEPARATOR));
            session.fill(text::REGIONS_FOR, &[("addresses", &addresses), ("count", &count)])
        }
    };
    let head =
        [text::PROTOCOL, text::SOURCE_PORTS, text::DESTINATION_PORTS, text::VERDICT, text::REASON];
    html! {
        <section class="regions">
            <button type="button" class="link" aria-expanded={toggle.open.to_string()} onclick={toggle.on::<MouseEvent>()}>
                {said}
            </button>
            if toggle.open {
                <div class="list-wrap">
                    <table class="pairs">
                        {table_head(&session, &head)}
                        <tbody>{for regions.iter().take(SHOWN).map(|region| row(&session, &props.scenario, region))}</tbody>
                    </table>
                </div>
                if regions.len() > SHOWN {
                    <p class="faint">{session.fill(text::REGIONS_CUT, &[("shown", &SHOWN.to_string()), ("count", &count)])}</p>
                }
            }
        </section>
    }
}

fn row(session: &Session, scenario: &Scenario, region: &Region) -> Html {
    let (class, glyph, word) = match region.verdict {
        Verdict::Pass => ("pass", "✓", text::PASSES),
        Verdict::Blocked => ("fail", "✗", text::BLOCKED),
        Verdict::Unknown => ("unknown", "?", text::UNKNOWN),
    };
    let (protocol, source, destination) = columns(session, &region.packets);
    html! {
        <tr>
            <th scope="row">{protocol}</th>
            <td>{source}</td>
            <td>{destination}</td>
            <td>
                <span class={classes!("badge", class)}><span aria-hidden="true">{glyph}{" "}</span>{session.say(word)}</span>
                if region.contested.is_some() {
                    {" "}<span class="tag">{session.say(text::OTHERWISE)}</span>
                }
            </td>
            <td>{reason(session, scenario, &region.decider)}{cite(session, Some(region.decider.clause()))}</td>
        </tr>
    }
}

/// Protocol, source ports and destination ports as text.
fn columns(session: &Session, packets: &PacketSet) -> (String, String, String) {
    let ports = |ports: PortRange| match ports {
        PortRange::ALL => session.say(text::ANY).to_owned(),
        one if one.first() == one.last() => one.first().to_string(),
        range => format!("{}–{}", range.first(), range.last()),
    };
    match *packets {
        PacketSet::Tcp { source, destination } => {
            ("TCP".to_owned(), ports(source), ports(destination))
        }
        PacketSet::Udp { source, destination } => {
            ("UDP".to_owned(), ports(source), ports(destination))
        }
        PacketSet::Icmp | PacketSet::Icmpv6 | PacketSet::Gre | PacketSet::Other { .. } => {
            let none = "–".to_owned();
            (packets_text(packets, session.language), none.clone(), none)
        }
    }
}

/// The deciding rule or policy; if neither decides, the clause is sufficient.
fn reason(session: &Session, scenario: &Scenario, decider: &Decider) -> Html {
    match decider {
        Decider::Policy { group } => {
            let label = scenario.group(group).map_or(group.as_str(), |group| group.label());
            let values = [("group", label), ("policy", InnerAccessPolicy::Accept.as_str())];
            html! { {session.fill(views::POLICY_OF, &values)} }
        }
        Decider::Rule { rule, .. } => html! {
            <button type="button" class="chip-rule" onclick={session.on(Action::Show(rule.id.clone()))}>{rule.in_words(scenario, session.language)}</button>
        },
        Decider::Implicit { .. }
        | Decider::Platform(_)
        | Decider::Route(_)
        | Decider::Itself
        | Decider::Unknown(_) => Html::default(),
    }
}
