//! Topology edits as fields and back. Published in links: words may be added but never changed.

use std::sync::Arc;

use crate::history::{
    InterfaceEdit, NewInterface, OutsideEdit, PrefixListEdit, PublicAddress, TopologyEdit, VpcEdit,
};
use crate::model::{GroupType, InnerAccessPolicy, IntraGroupPrecedence};
use crate::share::{self, Limits};

use super::field::{ParseField, words};

/// Markers for the next free public address and for no public address; any other value is an
/// address.
const NEXT_FREE: &str = "+";
const NONE: &str = "-";
/// Marks what nobody has said.
const NOT_KNOWN: &str = "?";

/// The word of an edit, and its fields.
pub(super) fn written(edit: &TopologyEdit) -> (&'static str, Vec<String>) {
    match edit {
        TopologyEdit::CreateInstance { name, interfaces } => {
            let interfaces = interfaces.iter().flat_map(interface_fields);
            ("create", std::iter::once(name.clone()).chain(interfaces).collect())
        }
        TopologyEdit::RenameInstance { instance, name } => {
            ("rename", vec![instance.to_string(), name.clone()])
        }
        TopologyEdit::ReleaseInstance { instance } => ("release", vec![instance.to_string()]),
        TopologyEdit::Interface(edit) => of_interface(edit),
        TopologyEdit::Outside(edit) => of_outside(edit),
        TopologyEdit::PrefixList(edit) => of_prefix_list(edit),
        TopologyEdit::Vpc(edit) => of_vpc(edit),
        TopologyEdit::CreateManagedGroup { name, vpc, group_type } => {
            let kind = match group_type {
                GroupType::Basic(policy) => policy.as_str(),
                GroupType::Advanced => "",
            };
            ("managed", vec![name.clone(), vpc.to_string(), kind.to_owned()])
        }
        TopologyEdit::Read { precedence } => {
            let first = match precedence {
                IntraGroupPrecedence::PolicyWins => "policy",
                IntraGroupPrecedence::CustomEgressFirst => "egress",
            };
            ("reading", vec![first.to_owned()])
        }
        TopologyEdit::StartOver { scenario, source } => {
            ("over", vec![share::write(scenario), source.clone()])
        }
    }
}

fn interface_fields(interface: &NewInterface) -> [String; 3] {
    let public = match interface.public {
        PublicAddress::None => NONE.to_owned(),
        PublicAddress::NextFree => NEXT_FREE.to_owned(),
        PublicAddress::Given(address) => address.to_string(),
    };
    [words(&interface.groups), words(&interface.addresses), public]
}

fn of_interface(edit: &InterfaceEdit) -> (&'static str, Vec<String>) {
    match edit {
        InterfaceEdit::Attach { instance, interface } => {
            let fields = interface_fields(interface);
            ("attach", std::iter::once(instance.to_string()).chain(fields).collect())
        }
        InterfaceEdit::Detach { interface } => ("detach", vec![interface.to_string()]),
        InterfaceEdit::AddAddress { interface, address } => {
            ("address", vec![interface.to_string(), address.to_string()])
        }
        InterfaceEdit::RemoveAddress { interface, address } => {
            ("noaddress", vec![interface.to_string(), address.to_string()])
        }
        InterfaceEdit::SetPublic { interface, address } => {
            let address = address.map_or_else(String::new, |address| address.to_string());
            ("public", vec![interface.to_string(), address])
        }
    }
}

fn of_outside(edit: &OutsideEdit) -> (&'static str, Vec<String>) {
    match edit {
        OutsideEdit::Add { name, block } => ("outside", vec![name.clone(), block.to_string()]),
        OutsideEdit::Change { outside, name, block } => {
            ("reoutside", vec![outside.clone(), name.clone(), block.to_string()])
        }
        OutsideEdit::Remove { outside } => ("nooutside", vec![outside.clone()]),
    }
}

fn of_prefix_list(edit: &PrefixListEdit) -> (&'static str, Vec<String>) {
    match edit {
        PrefixListEdit::Create { name, blocks, max_entries } => {
            ("list", vec![name.clone(), words(blocks), max_entries.to_string()])
        }
        PrefixListEdit::Change { list, name, blocks, max_entries } => {
            let fields = [list.to_string(), name.clone(), words(blocks), max_entries.to_string()];
            ("relist", fields.to_vec())
        }
        PrefixListEdit::Delete { list } => ("nolist", vec![list.to_string()]),
    }
}

fn of_vpc(edit: &VpcEdit) -> (&'static str, Vec<String>) {
    match edit {
        VpcEdit::Create { name, blocks } => ("vpc", vec![name.clone(), words(blocks)]),
        VpcEdit::Change { vpc, name, blocks } => {
            ("revpc", vec![vpc.to_string(), name.clone(), words(blocks)])
        }
        VpcEdit::SetSnat { vpc, snat } => {
            let snat = snat.map_or(NOT_KNOWN, |snat| if snat { "yes" } else { "no" });
            ("snat", vec![vpc.to_string(), snat.to_owned()])
        }
        VpcEdit::Delete { vpc } => ("novpc", vec![vpc.to_string()]),
        VpcEdit::Connect { a, b } => ("route", vec![a.to_string(), b.to_string()]),
        VpcEdit::Disconnect { a, b } => ("noroute", vec![a.to_string(), b.to_string()]),
    }
}

/// Parses an edit; `None` for an edit this version does not know.
pub(super) fn read(word: &str, rest: &[String]) -> Option<TopologyEdit> {
    let fields = Fields(rest);
    interface_edit(word, &fields)
        .map(TopologyEdit::Interface)
        .or_else(|| outside_edit(word, &fields).map(TopologyEdit::Outside))
        .or_else(|| prefix_list_edit(word, &fields).map(TopologyEdit::PrefixList))
        .or_else(|| vpc_edit(word, &fields).map(TopologyEdit::Vpc))
        .or_else(|| other_edit(word, &fields))
}

fn other_edit(word: &str, fields: &Fields<'_>) -> Option<TopologyEdit> {
    Some(match word {
        "create" => {
            let interfaces = fields.0.get(1..).unwrap_or_default().chunks(3);
            let interfaces = interfaces.map(|chunk| Fields(chunk).interface(0));
            let interfaces = interfaces.collect::<Option<_>>()?;
            TopologyEdit::CreateInstance { name: fields.text(0), interfaces }
        }
        "rename" => {
            TopologyEdit::RenameInstance { instance: fields.parsed(0)?, name: fields.text(1) }
        }
        "release" => TopologyEdit::ReleaseInstance { instance: fields.parsed(0)? },
        "managed" => {
            let group_type = match fields.get(2) {
                "" => GroupType::Advanced,
                policy => GroupType::Basic(InnerAccessPolicy::parse(policy)?),
            };
            let (name, vpc) = (fields.text(0), fields.parsed(1)?);
            TopologyEdit::CreateManagedGroup { name, vpc, group_type }
        }
        "reading" => {
            let precedence = match fields.get(0) {
                "policy" => IntraGroupPrecedence::PolicyWins,
                "egress" => IntraGroupPrecedence::CustomEgressFirst,
                _ => return None,
            };
            TopologyEdit::Read { precedence }
        }
        "over" => {
            let scenario = share::read(fields.get(0), &Limits::FILE).ok()?;
            TopologyEdit::StartOver { scenario: Arc::new(scenario), source: fields.text(1) }
        }
        _ => return None,
    })
}

fn interface_edit(word: &str, fields: &Fields<'_>) -> Option<InterfaceEdit> {
    Some(match word {
        "attach" => {
            let (instance, interface) = (fields.parsed(0)?, fields.interface(1)?);
            InterfaceEdit::Attach { instance, interface }
        }
        "detach" => InterfaceEdit::Detach { interface: fields.parsed(0)? },
        "address" => {
            let (interface, address) = (fields.parsed(0)?, fields.parsed(1)?);
            InterfaceEdit::AddAddress { interface, address }
        }
        "noaddress" => {
            let (interface, address) = (fields.parsed(0)?, fields.parsed(1)?);
            InterfaceEdit::RemoveAddress { interface, address }
        }
        "public" => {
            let address = match fields.get(1) {
                "" => None,
                text => Some(text.parse().ok()?),
            };
            InterfaceEdit::SetPublic { interface: fields.parsed(0)?, address }
        }
        _ => return None,
    })
}

fn outside_edit(word: &str, fields: &Fields<'_>) -> Option<OutsideEdit> {
    Some(match word {
        "outside" => OutsideEdit::Add { name: fields.text(0), block: fields.parsed(1)? },
        "reoutside" => {
            let (outside, name) = (fields.text(0), fields.text(1));
            OutsideEdit::Change { outside, name, block: fields.parsed(2)? }
        }
        "nooutside" => OutsideEdit::Remove { outside: fields.text(0) },
        _ => return None,
    })
}

fn prefix_list_edit(word: &str, fields: &Fields<'_>) -> Option<PrefixListEdit> {
    Some(match word {
        "list" => {
            let (name, blocks, max_entries) = (fields.text(0), fields.all(1)?, fields.parsed(2)?);
            PrefixListEdit::Create { name, blocks, max_entries }
        }
        "relist" => {
            let (list, name) = (fields.parsed(0)?, fields.text(1));
            let (blocks, max_entries) = (fields.all(2)?, fields.parsed(3)?);
            PrefixListEdit::Change { list, name, blocks, max_entries }
        }
        "nolist" => PrefixListEdit::Delete { list: fields.parsed(0)? },
        _ => return None,
    })
}

fn vpc_edit(word: &str, fields: &Fields<'_>) -> Option<VpcEdit> {
    Some(match word {
        "vpc" => VpcEdit::Create { name: fields.text(0), blocks: fields.all(1)? },
        "revpc" => {
            let (vpc, name) = (fields.parsed(0)?, fields.text(1));
            VpcEdit::Change { vpc, name, blocks: fields.all(2)? }
        }
        "snat" => {
            let snat = match fields.get(1) {
                "yes" => Some(true),
                "no" => Some(false),
                NOT_KNOWN => None,
                _ => return None,
            };
            VpcEdit::SetSnat { vpc: fields.parsed(0)?, snat }
        }
        "novpc" => VpcEdit::Delete { vpc: fields.parsed(0)? },
        "route" => VpcEdit::Connect { a: fields.parsed(0)?, b: fields.parsed(1)? },
        "noroute" => VpcEdit::Disconnect { a: fields.parsed(0)?, b: fields.parsed(1)? },
        _ => return None,
    })
}

/// The fields after the word; omitted fields read as empty.
struct Fields<'a>(&'a [String]);

impl Fields<'_> {
    fn get(&self, place: usize) -> &str {
        self.0.get(place).map_or("", String::as_str)
    }

    fn text(&self, place: usize) -> String {
        self.get(place).to_owned()
    }

    fn parsed<T: ParseField>(&self, place: usize) -> Option<T> {
        T::parse_field(self.get(place))
    }

    fn all<T: ParseField>(&self, place: usize) -> Option<Vec<T>> {
        self.get(place).split(' ').filter(|word| !word.is_empty()).map(T::parse_field).collect()
    }

    fn interface(&self, place: usize) -> Option<NewInterface> {
        let public = match self.get(place + 2) {
            NONE => PublicAddress::None,
            NEXT_FREE => PublicAddress::NextFree,
            address => PublicAddress::Given(address.parse().ok()?),
        };
        Some(NewInterface { groups: self.all(place)?, addresses: self.all(place + 1)?, public })
    }
}
