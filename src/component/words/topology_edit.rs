//! Topology edits in words.

use crate::hooks::Session;
use crate::text::{groups, request, topology as text};
use sg_core::history::{InterfaceEdit, OutsideEdit, PrefixListEdit, TopologyEdit, VpcEdit};
use sg_core::language::Text;
use sg_core::model::{InstanceId, IntraGroupPrecedence, NetworkInterfaceId, Scenario, VpcId};

/// A topology edit in words, with names from the current scenario.
pub(crate) fn describe_topology(
    session: &Session,
    scenario: &Scenario,
    edit: &TopologyEdit,
) -> String {
    let named = |text: Text, name: &str| session.fill(text, &[("name", name)]);
    match edit {
        TopologyEdit::CreateInstance { name, .. } => named(request::CREATED_INSTANCE, name),
        TopologyEdit::RenameInstance { instance, name } => {
            session.fill(text::RENAME_INSTANCE, &[("id", instance.as_str()), ("name", name)])
        }
        TopologyEdit::ReleaseInstance { instance } => {
            session.fill(groups::RELEASE, &[("instance", &instance_label(scenario, instance))])
        }
        TopologyEdit::CreateManagedGroup { name, .. } => named(request::CREATED_MANAGED, name),
        TopologyEdit::StartOver { source, .. } if source.is_empty() => {
            session.say(request::OPENED).to_owned()
        }
        TopologyEdit::StartOver { source, .. } => {
            session.fill(request::OPENED_SOURCE, &[("source", source)])
        }
        TopologyEdit::Read { precedence: IntraGroupPrecedence::PolicyWins } => {
            session.say(text::READ_POLICY).to_owned()
        }
        TopologyEdit::Read { precedence: IntraGroupPrecedence::CustomEgressFirst } => {
            session.say(text::READ_EGRESS).to_owned()
        }
        TopologyEdit::Interface(edit) => describe_interface(session, scenario, edit),
        TopologyEdit::Outside(OutsideEdit::Add { name, .. }) => named(text::ADD_OUTSIDE, name),
        TopologyEdit::Outside(OutsideEdit::Change { outside, .. }) => {
            named(text::CHANGE_OUTSIDE, outside)
        }
        TopologyEdit::Outside(OutsideEdit::Remove { outside }) => {
            named(text::REMOVE_OUTSIDE, outside)
        }
        TopologyEdit::PrefixList(PrefixListEdit::Create { name, .. }) => {
            named(text::CREATE_LIST, name)
        }
        TopologyEdit::PrefixList(PrefixListEdit::Change { name, .. }) => {
            named(text::CHANGE_LIST, name)
        }
        TopologyEdit::PrefixList(PrefixListEdit::Delete { list }) => {
            let own = scenario.prefix_list(list);
            named(text::DELETE_LIST, own.map_or(list.as_str(), |own| &own.name))
        }
        TopologyEdit::Vpc(edit) => describe_vpc(session, scenario, edit),
    }
}

fn describe_interface(session: &Session, scenario: &Scenario, edit: &InterfaceEdit) -> String {
    let of = |text: Text, interface: &NetworkInterfaceId, address: &str| {
        let owner = scenario.instance_of(interface);
        let owner = owner.map_or_else(|| interface.to_string(), |owner| owner.label().to_owned());
        session.fill(text, &[("instance", &owner), ("address", address)])
    };
    match edit {
        InterfaceEdit::Attach { instance, .. } => {
            session.fill(text::ATTACH, &[("instance", &instance_label(scenario, instance))])
        }
        InterfaceEdit::Detach { interface } => {
            session.fill(text::DETACH, &[("interface", interface.as_str())])
        }
        InterfaceEdit::AddAddress { interface, address } => {
            of(text::ADD_ADDRESS, interface, &address.to_string())
        }
        InterfaceEdit::RemoveAddress { interface, address } => {
            of(text::REMOVE_ADDRESS, interface, &address.to_string())
        }
        InterfaceEdit::SetPublic { interface, address: Some(address) } => {
            of(text::SET_PUBLIC, interface, &address.to_string())
        }
        InterfaceEdit::SetPublic { interface, address: None } => {
            of(text::UNSET_PUBLIC, interface, "")
        }
    }
}

fn describe_vpc(session: &Session, scenario: &Scenario, edit: &VpcEdit) -> String {
    let named = |text: Text, name: &str| session.fill(text, &[("name", name)]);
    let pair = |text: Text, a: &VpcId, b: &VpcId| {
        let (a, b) = (vpc_label(scenario, a), vpc_label(scenario, b));
        session.fill(text, &[("a", &a), ("b", &b)])
    };
    match edit {
        VpcEdit::Create { name, .. } => named(text::CREATE_VPC, name),
        VpcEdit::Change { vpc, .. } => named(text::CHANGE_VPC, &vpc_label(scenario, vpc)),
        VpcEdit::SetSnat { vpc, snat } => {
            let words = match snat {
                Some(true) => text::SNAT_YES,
                Some(false) => text::SNAT_NO,
                None => text::SNAT_UNKNOWN,
            };
            named(words, &vpc_label(scenario, vpc))
        }
        VpcEdit::Delete { vpc } => named(text::DELETE_VPC, &vpc_label(scenario, vpc)),
        VpcEdit::Connect { a, b } => pair(text::CONNECT, a, b),
        VpcEdit::Disconnect { a, b } => pair(text::DISCONNECT, a, b),
    }
}

fn instance_label(scenario: &Scenario, id: &InstanceId) -> String {
    scenario.instance(id).map_or_else(|| id.to_string(), |own| own.label().to_owned())
}

/// The name of a VPC, or its id if it has none.
pub(crate) fn vpc_label(scenario: &Scenario, id: &VpcId) -> String {
    let name = scenario.vpc(id).map(|vpc| vpc.name.clone()).unwrap_or_default();
    if name.is_empty() { id.to_string() } else { name }
}
