//! What two scenarios have differently, as JSON for other programs. This format is public: fields
//! may be added, but existing ones never change.

use serde::Serialize;

use sg_core::compare::{
    About, Difference, DifferenceWords, Effect, EffectLine, EffectNames, How, Property,
    PropertyChange, Resource,
};
use sg_core::explain::json_words::verdict as verdict_word;
use sg_core::language::Language;
use sg_core::model::Rule;

use super::Compared;
use crate::answer::{EndJson, PacketsJson};
use crate::command::matrix::end_name;
use crate::pieces::ranges;

/// Both parts of the comparison, complete.
#[derive(Debug, Serialize)]
pub(in crate::command) struct ComparedJson {
    /// What is configured differently, newest first.
    configured: Vec<DifferenceJson>,
    /// What that does.
    effect: Vec<LineJson>,
}

#[derive(Debug, Serialize)]
struct DifferenceJson {
    /// `group`, `rule`, `members`, `instances`, `interface`, `prefix_list`, `vpc`, `route`,
    /// `outside` or `scenario`.
    kind: &'static str,
    /// `added`, `removed` or `changed`.
    change: &'static str,
    /// The resource, or the group of a rule or of members.
    #[serde(skip_serializing_if = "Option::is_none")]
    resource: Option<ResourceJson>,
    /// The rules that were added, removed or changed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    rules: Vec<RuleJson>,
    /// The instances or interfaces, or the two ends of a connection.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    resources: Vec<ResourceJson>,
    /// The IDs of the groups of the instances.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    groups: Vec<String>,
    /// The addresses or the block.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    addresses: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    properties: Vec<PropertyJson>,
    /// When what was added or changed was created; absent if that is not on record.
    #[serde(skip_serializing_if = "Option::is_none")]
    created: Option<String>,
    /// The line in words, in English.
    text: String,
}

#[derive(Debug, Serialize)]
struct ResourceJson {
    id: String,
    name: String,
}

#[derive(Debug, Serialize)]
struct RuleJson {
    id: String,
    rule: String,
    description: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    created: Option<String>,
}

#[derive(Debug, Serialize)]
struct PropertyJson {
    property: &'static str,
    before: String,
    after: String,
}

/// The same change for every pair of some senders and some receivers.
#[derive(Debug, Serialize)]
pub(in crate::command) struct LineJson {
    before: &'static str,
    after: &'static str,
    from: EndsJson,
    to: EndsJson,
    packets: Vec<PacketsJson>,
    /// The addresses of the outside end, if they are not all.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    addresses: Vec<String>,
    pairs: usize,
    opens_to_internet: bool,
    sample: SampleJson,
}

#[derive(Debug, Serialize)]
struct EndsJson {
    name: String,
    /// The IDs of the interfaces and the names of outside addresses.
    ends: Vec<String>,
}

#[derive(Debug, Serialize)]
struct SampleJson {
    source: EndJson,
    destination: EndJson,
    packet: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    src_port: Option<u16>,
    before: &'static str,
    after: &'static str,
}

impl From<&Compared<'_>> for ComparedJson {
    fn from(compared: &Compared<'_>) -> Self {
        let words = DifferenceWords::new(compared.before, compared.after, Language::En);
        let names = compared.names(Language::En);
        let differences = compared.differences.iter();
        let lines = compared.effect.lines.iter();
        Self {
            configured: differences.map(|it| difference(it, words.line(it))).collect(),
            effect: lines.map(|line| line_json(&compared.effect, &names, line)).collect(),
        }
    }
}

fn difference(difference: &Difference, text: String) -> DifferenceJson {
    let (change, properties) = match &difference.how {
        How::Added => ("added", &[][..]),
        How::Removed => ("removed", &[][..]),
        How::Changed(properties) => ("changed", &**properties),
    };
    let mut json = DifferenceJson {
        kind: "scenario",
        change,
        resource: None,
        rules: Vec::new(),
        resources: Vec::new(),
        groups: Vec::new(),
        addresses: Vec::new(),
        properties: properties.iter().map(PropertyJson::from).collect(),
        created: difference.created.map(|time| time.to_string()),
        text,
    };
    let named = |id: &str| ResourceJson { id: id.to_owned(), name: id.to_owned() };
    match &difference.about {
        About::Group { group, rules } => {
            (json.kind, json.resource) = ("group", Some(group.into()));
            json.rules = rules.iter().map(RuleJson::from).collect();
        }
        About::Rule { group, rule } => {
            (json.kind, json.resource) = ("rule", Some(group.into()));
            json.rules = vec![rule.into()];
        }
        About::Members { group, interfaces } => {
            (json.kind, json.resource) = ("members", Some(group.into()));
            json.resources = interfaces.iter().map(|id| named(id.as_str())).collect();
        }
        About::Instances { instances, groups } => {
            json.kind = "instances";
            json.resources = instances.iter().map(ResourceJson::from).collect();
            json.groups = groups.iter().map(ToString::to_string).collect();
        }
        About::Interface { id, addresses } => {
            (json.kind, json.resource) = ("interface", Some(named(id.as_str())));
            json.addresses.clone_from(addresses);
        }
        About::PrefixList(list) => (json.kind, json.resource) = ("prefix_list", Some(list.into())),
        About::PortList(list) => (json.kind, json.resource) = ("port_list", Some(list.into())),
        About::Vpc(vpc) => (json.kind, json.resource) = ("vpc", Some(vpc.into())),
        About::Route { a, b } => {
            json.kind = "route";
            json.resources = vec![named(a), named(b)];
        }
        About::Outside { name, block } => {
            (json.kind, json.resource) = ("outside", Some(named(name)));
            json.addresses = vec![block.clone()];
        }
        About::Scenario => {}
    }
    json
}

/// A line of an effect, whose ends these are the names of.
pub(in crate::command) fn line_json(
    effect: &Effect,
    names: &EffectNames,
    line: &EffectLine,
) -> LineJson {
    let ends = |places: &[usize]| EndsJson {
        name: names.ends(places),
        ends: places.iter().filter_map(|place| effect.ends.get(*place)).map(end_name).collect(),
    };
    let flow = &line.sample.flow;
    LineJson {
        before: verdict_word(line.shift.before),
        after: verdict_word(line.shift.after),
        from: ends(&line.from),
        to: ends(&line.to),
        packets: line.packets.iter().map(PacketsJson::from).collect(),
        addresses: ranges(&line.addresses),
        pairs: line.pairs,
        opens_to_internet: line.opens_to_internet,
        sample: SampleJson {
            source: (&flow.source).into(),
            destination: (&flow.destination).into(),
            packet: flow.packet.to_string(),
            src_port: flow.packet.ports().map(|(source, _)| source.get()),
            before: verdict_word(line.sample.before),
            after: verdict_word(line.sample.after),
        },
    }
}

impl From<&Resource> for ResourceJson {
    fn from(resource: &Resource) -> Self {
        Self { id: resource.id.clone(), name: resource.label.clone() }
    }
}

impl From<&Rule> for RuleJson {
    fn from(rule: &Rule) -> Self {
        Self {
            id: rule.id.to_string(),
            rule: rule.to_string(),
            description: rule.description.clone(),
            created: rule.created.on_record().map(|time| time.to_string()),
        }
    }
}

impl From<&PropertyChange> for PropertyJson {
    fn from(change: &PropertyChange) -> Self {
        let PropertyChange { property, before, after } = change;
        Self { property: word(*property), before: before.clone(), after: after.clone() }
    }
}

/// The word for a property: that of the API where there is one.
const fn word(property: Property) -> &'static str {
    match property {
        Property::Policy => "InnerAccessPolicy",
        Property::GroupType => "SecurityGroupType",
        Property::Name => "Name",
        Property::Description => "Description",
        Property::Vpc => "VpcId",
        Property::Managed => "ServiceManaged",
        Property::Owner => "OwnerAccount",
        Property::Tags => "Tags",
        Property::ResourceGroup => "ResourceGroupId",
        Property::DeletionProtection => "DeletionProtection",
        Property::NotKnown => "NotKnown",
        Property::Action => "Policy",
        Property::Priority => "Priority",
        Property::Ports => "PortRange",
        Property::Peer => "Peer",
        Property::LocalCidr => "LocalCidr",
        Property::Addresses => "PrivateIpAddress",
        Property::PublicAddresses => "PublicIpAddress",
        Property::Holder => "Holder",
        Property::Blocks => "CidrBlocks",
        Property::Snat => "Snat",
        Property::MaxEntries => "MaxEntries",
        Property::Region => "RegionId",
        Property::Quotas => "Quotas",
        Property::RoutesNotKnown => "RoutesNotKnown",
        Property::MembersNotKnown => "MembersNotKnown",
        Property::Reading => "Reading",
    }
}
