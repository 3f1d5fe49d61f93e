//! What is not known of an account, in both directions between model and wire types.

use std::sync::Arc;

use crate::model::{
    Direction, Holder, Peer, PortRange, PrefixListId, Product, RulePolicy, SecurityGroupId, Unread,
    UnreadRule,
};

use super::error::Within;
use super::wire::{self, Policy};
use super::{DocumentError, field, rule};

/// What is not known of a group, as a document writes it; `None` if everything is known.
pub(super) fn render(unread: &Unread) -> Option<wire::Unread> {
    (!unread.is_nothing()).then(|| wire::Unread {
        inner_access_policy: unread.policy,
        more_rules: unread.more_rules,
        rules: unread.rules.iter().map(|rule| render_rule(rule)).collect(),
    })
}

fn render_rule(rule: &UnreadRule) -> wire::UnreadRule {
    let ports = rule.protocol.and_then(|protocol| protocol.ports());
    let mut wire = wire::UnreadRule {
        place: rule.place.clone(),
        value: rule.value.clone(),
        direction: rule.direction.map(|direction| match direction {
            Direction::Ingress => wire::Direction::Ingress,
            Direction::Egress => wire::Direction::Egress,
        }),
        policy: rule.policy.map(|policy| match policy {
            RulePolicy::Accept => Policy::Accept,
            RulePolicy::Drop => Policy::Drop,
        }),
        priority: rule.priority.map(|priority| priority.get().into()),
        ip_protocol: rule.protocol.map(|protocol| protocol.protocol().to_string()),
        port_range: rule.protocol.map(|protocol| protocol.port_range_text()),
        source_port_range: ports
            .filter(|ports| ports.source != PortRange::ALL)
            .map(|ports| ports.source.to_string()),
        ..wire::UnreadRule::default()
    };
    let peer = rule.peer.as_ref().map(ToString::to_string);
    match &rule.peer {
        Some(Peer::Cidr(_)) => wire.peer_cidr = peer,
        Some(Peer::Group(_)) => wire.peer_group_id = peer,
        Some(Peer::PrefixList(_)) => wire.peer_prefix_list_id = peer,
        None => {}
    }
    wire
}

/// Parses what is not known of a group.
pub(super) fn read(wire: Option<&wire::Unread>) -> Result<Unread, DocumentError> {
    let Some(wire) = wire else { return Ok(Unread::default()) };
    let numbered = wire.rules.iter().enumerate();
    let rules = numbered
        .map(|(index, wire)| read_rule(wire).within("unread.rules", index))
        .map(|rule| rule.map(Arc::new))
        .collect::<Result<_, _>>()?;
    Ok(Unread { policy: wire.inner_access_policy, more_rules: wire.more_rules, rules })
}

fn read_rule(wire: &wire::UnreadRule) -> Result<UnreadRule, DocumentError> {
    let ranges = [wire.port_range.as_deref(), wire.source_port_range.as_deref()];
    let protocol = wire.ip_protocol.as_deref().map(|text| rule::protocol_of(text, ranges));
    Ok(UnreadRule {
        place: wire.place.clone(),
        value: wire.value.clone(),
        direction: wire.direction.map(|direction| match direction {
            wire::Direction::Ingress => Direction::Ingress,
            wire::Direction::Egress => Direction::Egress,
        }),
        policy: wire.policy.map(rule::policy),
        priority: wire.priority.map(|number| rule::priority(Some(number))).transpose()?,
        protocol: protocol.transpose()?,
        peer: peer(wire)?,
    })
}

fn peer(wire: &wire::UnreadRule) -> Result<Option<Peer>, DocumentError> {
    if let Some(text) = &wire.peer_cidr {
        return field::block("peerCidr", text).map(|block| Some(Peer::Cidr(block)));
    }
    if let Some(text) = &wire.peer_group_id {
        let id = field::id("peerGroupId", text, SecurityGroupId::parse);
        return id.map(|id| Some(Peer::Group(id)));
    }
    if let Some(text) = &wire.peer_prefix_list_id {
        let id = field::id("peerPrefixListId", text, PrefixListId::parse);
        return id.map(|id| Some(Peer::PrefixList(id)));
    }
    Ok(None)
}

/// The holder of an interface, as a document writes it.
pub(super) fn render_holder(holder: &Holder) -> wire::Holder {
    match holder {
        Holder::Service { product, name } => wire::Holder {
            product: Some(product.as_str().to_owned()),
            description: name.clone(),
            unattached: false,
        },
        Holder::Example | Holder::Nothing => wire::Holder {
            product: None,
            description: String::new(),
            unattached: *holder == Holder::Nothing,
        },
    }
}

/// Parses the holder of an interface.
pub(super) fn holder(wire: &wire::Holder) -> Result<Holder, DocumentError> {
    let Some(text) = &wire.product else {
        return Ok(if wire.unattached { Holder::Nothing } else { Holder::Example });
    };
    if wire.unattached {
        let sentence = "an interface of a cloud service is not unattached";
        return Err(DocumentError::at("holder.unattached", sentence));
    }
    let product = Product::ALL.into_iter().find(|product| product.as_str() == text);
    let Some(product) = product else {
        let known = Product::ALL.map(Product::as_str).join(", ");
        let sentence = format!("`{text}` is not one of {known}");
        return Err(DocumentError::at("holder.product", sentence));
    };
    Ok(Holder::Service { product, name: wire.description.clone() })
}
