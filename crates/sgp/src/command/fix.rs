//! `sgp fix`: edits that make or keep two ends from reaching each other, as API calls.

use std::net::IpAddr;

use sg_core::connectivity::{End, Goal, Intent, Packet, PacketSet, fix, flow_between};
use sg_core::goal::packets::{Asked, parse};
use sg_core::goal::{Directory, Place};
use sg_core::model::{IpNet, OutsideAddress, PortFilter, ProtocolFilter, Scenario};
use sg_core::quote::hidden::visible;

use crate::args::{Choice, Format, InLanguage, PassedOn};
use crate::exit_code::{SUCCESS, UNMET};
use crate::failure::Failure;
use crate::input;
use crate::print::print_json;
use crate::streams::Streams;

mod json;
mod prose;

use json::as_json;
use prose::{markdown_of, text_lines};

/// What would open or close a path, as API calls
#[derive(Debug, clap::Args)]
#[command(long_about = ABOUT, after_help = EXAMPLE)]
pub(super) struct Args {
    /// The scenario document
    scenario: String,
    /// The end that sends: an id, a name, an outside address of the scenario or an IP address
    src: String,
    /// The end that receives, likewise
    dst: String,
    /// tcp/443, tcp/8000-9000, tcp, udp/53, icmp, icmpv6, gre, protocol/50 or all
    packets: String,
    /// Whether the packets should get there or not
    #[arg(long, alias = "wish", value_parser = INTENT, default_value = "reach")]
    intent: Intent,
    #[command(flatten)]
    shown: PassedOn,
}

const INTENT: Choice<Intent> = Choice {
    words: &["reach", "stop"],
    refusal: "is not an intent: reach or stop",
    parse: |text| match text {
        "reach" => Some(Intent::Allow),
        "stop" => Some(Intent::Block),
        _ => None,
    },
};

const ABOUT: &str = "\
Searches every smallest set of edits after which SRC reaches DST on these packets, or with
`--intent stop` does not reach it on any of them. SRC and DST are ids, names, outside addresses of
the scenario or IP addresses; a set is one edit or, only if no single edit does, two:

  - a new rule in a group of either end, for exactly these packets and the other end: its address or
    block, or a group that it is in; for the whole group or for this end's address alone
  - a rule of such a group that stands in the way removed, or given a weaker priority
  - a rule of such a group that serves the goal given a stronger priority
  - the policy of a group that both ends are in
  - an end joining any group, or leaving one

The second edit may build on the first: an end joins a group, which is then opened; a Deny is moved,
and an Allow is added before it. Priorities are the weakest that work; of sets that differ only in
priorities, the one with the least other effect is shown.

Each set is verified by evaluating the edited scenario and shown as API calls, with what else it
opens or closes; the one with the least other effect comes first. Packets that no edit can help,
such as TCP port 25 to the Internet, are named, and the fixes are for the rest. At most 20,000
edited scenarios are evaluated, and the other effects of 64 fixes; where that is not enough, the
answer says so. Exit code 0: there is a fix, or nothing to fix; 1: there is none.";

const EXAMPLE: &str = "\
Example:
  sgp fix three-groups.json ecs1 ecs3 tcp/443
  sgp fix three-groups.json 198.51.100.7 ecs1 tcp/22";

pub(super) fn run(args: &Args, streams: &mut Streams<'_>) -> Result<u8, Failure> {
    let PassedOn { format, language: InLanguage { language } } = args.shown;
    let intent = args.intent;
    let packets = filter(&args.packets).map_err(Failure::Usage)?;
    let (scenario, from, to) = ends(input::scenario(&args.scenario)?, [&args.src, &args.dst])?;
    let goal = Goal { from, to, packets, intent };
    let fixes = fix(&scenario, &goal)
        .ok_or_else(|| Failure::input("nothing can travel between these two ends"))?;
    match format {
        Format::Json => print_json(streams.output, &as_json(&scenario, &fixes))?,
        Format::Markdown => {
            let text = markdown_of(&scenario, &fixes, intent, language);
            streams.output.write_all(text.as_bytes())?;
        }
        Format::Text | Format::Csv => {
            let lines = text_lines(&scenario, &fixes, intent, language);
            let lines: Vec<String> =
                lines.iter().map(|line| visible(line).into_owned() + "\n").collect();
            streams.output.write_all(lines.concat().as_bytes())?;
        }
    }
    Ok(if fixes.holds || !fixes.fixes.is_empty() { SUCCESS } else { UNMET })
}

/// The ends of the path. An address that is nothing in the scenario becomes an outside address of
/// it, which no edit depends on.
fn ends(mut scenario: Scenario, names: [&String; 2]) -> Result<(Scenario, End, End), Failure> {
    let directory = Directory::new(&scenario);
    let [from, to] = names.map(|name| directory.find(name).map_err(Failure::Input));
    let places = [from?, to?];
    for place in &places {
        if let Place::Address(address) = place {
            scenario = with_outside(&scenario, *address)?;
        }
    }
    let of = |place: &Place| match place {
        Place::Interface(id) | Place::InterfaceAt(id, _) => End::Interface(id.clone()),
        Place::Block(name) => End::Outside(name.clone()),
        Place::Address(address) => End::Outside(address.to_string()),
    };
    let [from, to] = places.each_ref().map(of);
    let flow = flow_between(&scenario, &from, &to, Packet::Gre);
    for (place, end) in places.iter().zip(flow.iter().flat_map(|f| [&f.source, &f.destination])) {
        if let Place::InterfaceAt(id, address) = place
            && *address != end.address()
        {
            return Err(Failure::input(format!(
                "a fix is about packets with the address {} of {id}, not {address}: name the \
                 interface or its instance instead",
                end.address()
            )));
        }
    }
    Ok((scenario, from, to))
}

/// The scenario with an address among the outside ones.
fn with_outside(scenario: &Scenario, address: IpAddr) -> Result<Scenario, Failure> {
    let name = address.to_string();
    if scenario.outside().iter().any(|outside| outside.name == name) {
        return Ok(scenario.clone());
    }
    let block = IpNet::from(address);
    let known = scenario.edited(|draft| draft.outside.push(OutsideAddress { name, block }));
    known.map_err(|_| {
        Failure::input(format!(
            "`{address}` lies in a VPC but belongs to no network interface of the scenario, so no \
             group is known there"
        ))
    })
}

/// The packets, as a single rule can name them.
fn filter(text: &str) -> Result<ProtocolFilter, String> {
    Ok(match parse(text)? {
        Asked::All => ProtocolFilter::All,
        Asked::Set(PacketSet::Tcp { destination, .. }) => {
            ProtocolFilter::Tcp(PortFilter::to(destination))
        }
        Asked::Set(PacketSet::Udp { destination, .. }) => {
            ProtocolFilter::Udp(PortFilter::to(destination))
        }
        Asked::Set(PacketSet::Icmp) => ProtocolFilter::Icmp,
        Asked::Set(PacketSet::Icmpv6) => ProtocolFilter::Icmpv6,
        Asked::Set(PacketSet::Gre) => ProtocolFilter::Gre,
        Asked::Set(PacketSet::Other { first, .. }) => ProtocolFilter::Number(first),
    })
}
