//! The input of the rule form as API parameters: the whole rule or its changes.

use crate::component::groups::rule_form::draft::RuleDraft;
use crate::component::groups::rule_form::field::{Field, PeerKind};
use sg_core::emulator::PermissionForm;

impl RuleDraft {
    /// The draft in the form that the emulator accepts from forms.
    pub(crate) fn permission(&self) -> PermissionForm<'_> {
        let foreign = self.peer_kind == PeerKind::OtherAccount;
        PermissionForm {
            policy: &self.policy,
            priority: &self.priority,
            protocol: &self.protocol,
            port_range: &self.ports,
            source_port_range: &self.source_ports,
            peer: self.get(Field::Peer),
            peer_owner: if foreign { &self.owner } else { "" },
            local_cidr: &self.local_cidr,
            description: &self.description,
        }
    }

    /// All rules that the draft describes: one, or one for each of the members' blocks.
    pub(crate) fn permissions<'a>(&'a self, members: &'a [String]) -> Vec<PermissionForm<'a>> {
        let one = self.permission();
        match self.peer_kind {
            PeerKind::Members => {
                members.iter().map(|peer| PermissionForm { peer, ..one }).collect()
            }
            PeerKind::Cidr | PeerKind::Group | PeerKind::PrefixList | PeerKind::OtherAccount => {
                vec![one]
            }
        }
    }

    /// Whether a field without which no rule can be added is still empty.
    pub(crate) fn is_incomplete(&self) -> bool {
        let peer = self.peer_kind != PeerKind::Members && self.get(Field::Peer).is_empty();
        peer || self.ports.is_empty()
    }

    /// The differences from the existing rule; unchanged parts are omitted.
    pub(crate) fn changes<'a>(&'a self, from: &Self) -> PermissionForm<'a> {
        let (new, old) = (self.permission(), from.permission());
        let differs = |new: &'a str, old: &str| if new == old { "" } else { new };
        PermissionForm {
            policy: differs(new.policy, old.policy),
            priority: differs(new.priority, old.priority),
            protocol: differs(new.protocol, old.protocol),
            port_range: differs(new.port_range, old.port_range),
            source_port_range: differs(new.source_port_range, old.source_port_range),
            peer: differs(new.peer, old.peer),
            peer_owner: differs(new.peer_owner, old.peer_owner),
            local_cidr: differs(new.local_cidr, old.local_cidr),
            description: differs(new.description, old.description),
        }
    }

    /// Whether a field of the rule was cleared, which the API does not support.
    pub(crate) fn empties(&self, from: &Self) -> bool {
        let fields = [
            Field::Priority,
            Field::Ports,
            Field::SourcePorts,
            Field::LocalCidr,
            Field::Description,
        ];
        fields.into_iter().any(|field| self.get(field).is_empty() && !from.get(field).is_empty())
    }

    /// Whether the rule is more than a trituple because it has a local CIDR or source ports.
    pub(crate) fn is_quintuple(&self) -> bool {
        !self.local_cidr.is_empty() || !self.source_ports.is_empty()
    }
}
