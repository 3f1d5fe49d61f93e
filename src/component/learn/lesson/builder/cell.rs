//! The selected cell of the matrix, as lessons name it.

use crate::state::View;
use sg_core::connectivity::{AskedPacket, End, PacketChoice};
use sg_core::explain::end_label;
use sg_core::language::Language;
use sg_core::lesson::GoalCell;
use sg_core::model::Scenario;

/// The selected cell with the packets of the matrix; `None` if none is selected.
pub(crate) fn selected(scenario: &Scenario, view: &View) -> Option<GoalCell> {
    let pair = view.selection.as_ref()?;
    Some(GoalCell {
        from: name(scenario, &pair.from),
        to: name(scenario, &pair.to),
        packets: packets(view.packet),
        ..GoalCell::default()
    })
}

/// An end as lessons name it: one of several interfaces, or one of several instances with a name, by
/// its id.
fn name(scenario: &Scenario, end: &End) -> String {
    match end {
        End::Interface(id) => match scenario.instance_of(id) {
            Some(instance) if instance.interfaces.len() == 1 => {
                let label = end_label(scenario, end, Language::En);
                let named = scenario.instances().filter(|own| own.name == label).count();
                if named <= 1 { label } else { instance.id.to_string() }
            }
            Some(_) | None => id.to_string(),
        },
        End::Outside(name) => name.clone(),
    }
}

/// The packets of the matrix, as goals write them.
pub(crate) fn packets(choice: PacketChoice) -> String {
    match choice {
        PacketChoice::All => String::new(),
        PacketChoice::One(asked) => match asked {
            AskedPacket::Tcp(port) | AskedPacket::TcpFrom { destination: port, .. } => {
                format!("tcp/{}", port.get())
            }
            AskedPacket::Udp(port) | AskedPacket::UdpFrom { destination: port, .. } => {
                format!("udp/{}", port.get())
            }
            AskedPacket::Icmp => "icmp".to_owned(),
            AskedPacket::Icmpv6 => "icmpv6".to_owned(),
            AskedPacket::Gre => "gre".to_owned(),
            AskedPacket::Other(number) => format!("protocol/{number}"),
        },
    }
}
