//! Builds a scenario from a document: parses every value and fills in every default.

use std::sync::Arc;

use indexmap::{IndexMap, IndexSet};

use crate::model::{
    GroupType, InnerAccessPolicy, IntraGroupPrecedence, Labels, Options, OutsideAddress,
    OwnerService, PrefixList, PrefixListId, RegionId, ResourceGroupId, Route, RuleId, Scenario,
    ScenarioDraft, SecurityGroup, SecurityGroupId, Vpc, VpcId,
};

use super::error::Within;
use super::fresh_id::FreshIds;
use super::place::Places;
use super::quotas;
use super::unread;
use super::wire::{self, Policy, SecurityGroupType};
use super::{Document, DocumentError, field, rule};

mod member;
mod port_list;
mod vswitch;

type Built<T = ()> = Result<T, DocumentError>;

impl TryFrom<&Document> for Scenario {
    type Error = DocumentError;

    fn try_from(document: &Document) -> Built<Self> {
        let region = document.region_id.as_deref().unwrap_or(wire::DEFAULT_REGION);
        let region = field::id("regionId", region, RegionId::parse)?;
        let draft = ScenarioDraft::empty(region);
        let mut builder = Builder { document, draft, places: Places::default() };
        builder.vpcs()?;
        builder.routes()?;
        builder.prefix_lists()?;
        builder.port_lists()?;
        builder.groups()?;
        builder.instances()?;
        builder.outside()?;
        builder.draft.options = options(document);
        builder.draft.quotas = quotas::read(document.quotas.as_ref())?;
        let Builder { draft, places, .. } = builder;
        Self::new(draft).map_err(|error| places.locate(&error))
    }
}

/// A scenario under construction.
struct Builder<'a> {
    document: &'a Document,
    draft: ScenarioDraft,
    places: Places,
}

impl Builder<'_> {
    fn vpcs(&mut self) -> Built {
        for (index, wire) in self.document.vpcs.iter().enumerate() {
            let vpc = vpc(wire).within("vpcs", index)?;
            let path = format!("vpcs[{index}]");
            self.places.part(format!("vpcs.{}.blocks", vpc.id), format!("{path}.cidrBlocks"));
            let id = vpc.id.clone();
            add(&mut self.draft.vpcs, id, vpc, &format!("{path}.vpcId"))?;
        }
        Ok(())
    }

    fn routes(&mut self) -> Built {
        for (index, wire) in self.document.routes.iter().enumerate() {
            let [a, b] = &wire.vpc_ids;
            let end =
                |place: usize, text| field::id(&format!("vpcIds[{place}]"), text, VpcId::parse);
            let a = end(0, a).within("routes", index)?;
            let b = end(1, b).within("routes", index)?;
            let path = format!("routes[{index}].vpcIds");
            self.places.part(format!("routes[{index}]"), &path);
            self.places.part(format!("routes[{index}].a"), format!("{path}[0]"));
            self.places.part(format!("routes[{index}].b"), format!("{path}[1]"));
            self.draft.routes.push(Route { a, b });
        }
        self.vswitches()?;
        self.draft.unread_routes = self.document.unread_routes;
        self.draft.unread_members = self.document.unread_members;
        Ok(())
    }

    fn prefix_lists(&mut self) -> Built {
        for (index, wire) in self.document.prefix_lists.iter().enumerate() {
            let list = prefix_list(wire).within("prefixLists", index)?;
            let path = format!("prefixLists[{index}]");
            self.places.part(format!("prefix_lists.{}", list.id), format!("{path}.cidrBlocks"));
            let id = list.id.clone();
            add(&mut self.draft.prefix_lists, id, list, &format!("{path}.prefixListId"))?;
        }
        Ok(())
    }

    fn groups(&mut self) -> Built {
        let document = self.document;
        self.places.part("groups", "securityGroups");
        let rules = || document.security_groups.iter().flat_map(|group| &group.rules);
        let given = rules().filter_map(|rule| rule.security_group_rule_id.as_ref());
        let mut fresh = FreshIds::avoiding(given);
        let mut rule_ids = IndexSet::new();
        for (index, wire) in document.security_groups.iter().enumerate() {
            let mut group = self.group(wire).within("securityGroups", index)?;
            let path = format!("securityGroups[{index}]");
            let part = format!("groups.{}", group.id);
            self.places.part(&part, &path);
            self.places.part(format!("{part}.vpc"), format!("{path}.vpcId"));
            self.places.part(format!("{part}.rules"), format!("{path}.rules"));
            for (place, wire) in wire.rules.iter().enumerate() {
                let id = match &wire.security_group_rule_id {
                    Some(id) => id.clone(),
                    None => fresh.make("sgr", group.id.as_str(), place + 1),
                };
                let name = format!("{path}.rules");
                let id = field::id("securityGroupRuleId", &id, RuleId::parse);
                let id = id.within(&name, place)?;
                let path = format!("{name}[{place}]");
                if !rule_ids.insert(id.clone()) {
                    return repeated(&format!("{path}.securityGroupRuleId"), id.as_str());
                }
                self.rule_places(wire, &format!("{part}.rules.{id}"), &path);
                let rule = rule::rule(wire, id, &self.draft.port_lists).within(&name, place)?;
                group.rules.push(Arc::new(rule));
            }
            let id = group.id.clone();
            add(&mut self.draft.groups, id, group, &format!("{path}.securityGroupId"))?;
        }
        Ok(())
    }

    fn rule_places(&mut self, wire: &wire::Rule, part: &str, path: &str) {
        self.places.part(part, path);
        if let Some((field, text)) = rule::peer_field(wire) {
            self.places.peer(part, text, &format!("{path}.{field}"));
        }
    }

    fn group(&self, wire: &wire::SecurityGroup) -> Built<SecurityGroup> {
        let vpc = match &wire.vpc_id {
            Some(id) => field::id("vpcId", id, VpcId::parse)?,
            None => self.only_vpc()?,
        };
        Ok(SecurityGroup {
            id: field::id("securityGroupId", &wire.security_group_id, SecurityGroupId::parse)?,
            name: wire.security_group_name.clone(),
            description: wire.description.clone(),
            vpc,
            group_type: group_type(wire)?,
            service_managed: wire.service_managed,
            labels: labels(wire)?,
            rules: Vec::new(),
            created: field::time("creationTime", wire.creation_time.as_ref())?,
            owner: wire.owner_account_id.clone(),
            unread: unread::read(wire.unread.as_ref())?,
        })
    }

    fn only_vpc(&self) -> Built<VpcId> {
        match self.draft.vpcs.keys().collect::<Vec<_>>().as_slice() {
            [only] => Ok((*only).clone()),
            [] => Err(DocumentError::at("vpcId", "is missing, and the document has no VPC")),
            _ => Err(DocumentError::at("vpcId", "is missing, and the document has several VPCs")),
        }
    }

    fn outside(&mut self) -> Built {
        for (index, wire) in self.document.outside_addresses.iter().enumerate() {
            let block = field::block("cidrBlock", &wire.cidr_block);
            let block = block.within("outsideAddresses", index)?;
            let (part, path) = (format!("outside[{index}]"), format!("outsideAddresses[{index}]"));
            self.places.part(&part, format!("{path}.name"));
            self.places.value(&part, &block.to_string(), format!("{path}.cidrBlock"));
            let name = wire.name.clone();
            self.draft.outside.push(OutsideAddress { name, block });
        }
        Ok(())
    }
}

/// Adds a part under its id, which must not exist yet.
fn add<K, V>(map: &mut IndexMap<K, Arc<V>>, id: K, part: V, path: &str) -> Built
where
    K: Clone + Eq + std::hash::Hash + std::fmt::Display,
{
    if map.contains_key(&id) {
        return repeated(path, &id.to_string());
    }
    map.insert(id, Arc::new(part));
    Ok(())
}

fn repeated<T>(path: &str, value: &str) -> Built<T> {
    Err(DocumentError::at(path, format!("repeats `{value}`")))
}

fn vpc(wire: &wire::Vpc) -> Built<Vpc> {
    Ok(Vpc {
        id: field::id("vpcId", &wire.vpc_id, VpcId::parse)?,
        name: wire.vpc_name.clone(),
        blocks: field::blocks("cidrBlocks", &wire.cidr_blocks)?,
        snat: wire.snat,
    })
}

fn prefix_list(wire: &wire::PrefixList) -> Built<PrefixList> {
    let blocks = field::blocks("cidrBlocks", &wire.cidr_blocks)?;
    let (name, number) = match wire.max_entries {
        Some(number) => ("maxEntries", u16::try_from(number).unwrap_or(u16::MAX)),
        None => ("cidrBlocks", u16::try_from(blocks.len().max(1)).unwrap_or(u16::MAX)),
    };
    let most = PrefixList::MOST_ENTRIES;
    if !(1..=most).contains(&number) {
        let sentence = format!("a prefix list has room for 1 to {most} address blocks");
        return Err(DocumentError::at(name, sentence));
    }
    Ok(PrefixList {
        id: field::id("prefixListId", &wire.prefix_list_id, PrefixListId::parse)?,
        name: wire.prefix_list_name.clone(),
        blocks,
        max_entries: number,
        unread_entries: wire.unread_entries,
    })
}

fn labels(wire: &wire::SecurityGroup) -> Built<Labels> {
    let most = Labels::MOST_TAGS;
    if wire.tags.len() > most {
        return Err(DocumentError::at("tags", format!("a security group has at most {most} tags")));
    }
    let mut labels = Labels::default();
    for (index, tag) in wire.tags.iter().enumerate() {
        let (field, length) = (format!("tags[{index}].tagKey"), tag.tag_key.chars().count());
        let most = Labels::MOST_CHARACTERS;
        if !(1..=most).contains(&length) {
            let sentence = format!("the key of a tag has 1 to {most} characters");
            return Err(DocumentError::at(&field, sentence));
        }
        if tag.tag_value.chars().count() > most {
            let sentence = format!("the value of a tag has at most {most} characters");
            return Err(DocumentError::at(format!("tags[{index}].tagValue"), sentence));
        }
        if labels.tags.insert(tag.tag_key.clone(), tag.tag_value.clone()).is_some() {
            return repeated(&field, &tag.tag_key);
        }
    }
    let id = wire.resource_group_id.as_ref();
    let id = id.map(|id| field::id("resourceGroupId", id, ResourceGroupId::parse));
    labels.resource_group = id.transpose()?;
    labels.service = owner_service(wire)?;
    labels.deletion_protection = wire.deletion_protection;
    Ok(labels)
}

fn owner_service(wire: &wire::SecurityGroup) -> Built<OwnerService> {
    let most = Labels::MOST_CHARACTERS;
    if wire.service_id == Some(0) {
        return Err(DocumentError::at("serviceId", "the id of a service is a whole number from 1"));
    }
    let product = wire.service_product.as_deref();
    if product.is_some_and(|product| !(1..=most).contains(&product.chars().count())) {
        let sentence = format!("the name of a product has 1 to {most} characters");
        return Err(DocumentError::at("serviceProduct", sentence));
    }
    Ok(OwnerService { id: wire.service_id, product: product.unwrap_or_default().to_owned() })
}

fn group_type(wire: &wire::SecurityGroup) -> Built<GroupType> {
    let policy = wire.inner_access_policy;
    match wire.security_group_type.unwrap_or(SecurityGroupType::Normal) {
        SecurityGroupType::Normal => Ok(GroupType::Basic(match policy.unwrap_or(Policy::Accept) {
            Policy::Accept => InnerAccessPolicy::Accept,
            Policy::Drop => InnerAccessPolicy::Drop,
        })),
        SecurityGroupType::Enterprise if policy == Some(Policy::Accept) => {
            let sentence = "an enterprise security group always isolates its members";
            Err(DocumentError::at("innerAccessPolicy", sentence))
        }
        SecurityGroupType::Enterprise => Ok(GroupType::Advanced),
    }
}

fn options(document: &Document) -> Options {
    let wire = document.options.as_ref().and_then(|options| options.intra_group_precedence);
    let intra_group_precedence = match wire {
        Some(wire::IntraGroupPrecedence::CustomEgressFirst) => {
            IntraGroupPrecedence::CustomEgressFirst
        }
        Some(wire::IntraGroupPrecedence::PolicyWins) | None => IntraGroupPrecedence::PolicyWins,
    };
    Options { intra_group_precedence }
}
