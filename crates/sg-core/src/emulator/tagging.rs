//! What TagResources, UntagResources and ListTagResources share: the resources of a call.

use std::sync::Arc;

use super::error::{OperationError, Refusal};
use super::handler::Request;
use super::{common, tag};
use crate::model::{SecurityGroup, SecurityGroupId};

/// The error rows that the operations have in common: their pages print the same table.
pub(super) trait TaggingError: OperationError {
    /// `RegionId` is missing.
    const REGION_MISSING: Self;
    /// The region does not exist.
    const REGION_UNKNOWN: Self;
    /// `ResourceType` is missing.
    const TYPE_MISSING: Self;
    /// `ResourceType` is not a type of resource.
    const TYPE_UNKNOWN: Self;
    /// More resources than a call may have.
    const TOO_MANY_RESOURCES: Self;
    /// No tag is given.
    const TAGS_MISSING: Self;
    /// More tags than a call may have.
    const TOO_MANY_TAGS: Self;
    /// A key is malformed.
    const KEY: Self;
    /// A value is malformed.
    const VALUE: Self;
    /// A key occurs twice.
    const REPEATED: Self;
    /// A resource does not exist.
    const NOT_FOUND: Self;
    /// A resource has no tags here.
    const NOT_SUPPORTED: Self;
}

/// Names the rows of an operation with the common table.
macro_rules! tagging_rows {
    () => {
        impl $crate::emulator::tagging::TaggingError for Error {
            const REGION_MISSING: Self = Self::RegionMissing;
            const REGION_UNKNOWN: Self = Self::RegionNotFound;
            const TYPE_MISSING: Self = Self::TypeMissing;
            const TYPE_UNKNOWN: Self = Self::TypeUnknown;
            const TOO_MANY_RESOURCES: Self = Self::TooManyResources;
            const TAGS_MISSING: Self = Self::TagsMissing;
            const TOO_MANY_TAGS: Self = Self::TooManyTags;
            const KEY: Self = Self::TagKey;
            const VALUE: Self = Self::TagValue;
            const REPEATED: Self = Self::TagKeyRepeated;
            const NOT_FOUND: Self = Self::ResourceNotFound;
            const NOT_SUPPORTED: Self = Self::NotTagged;
        }
    };
}
pub(super) use tagging_rows;

/// The types of resource that ECS tags (SDK 7.11.8).
pub(super) const TYPES: &[&str] = &[
    "instance",
    "disk",
    "snapshot",
    "image",
    "securitygroup",
    "volume",
    "eni",
    "ddh",
    "ddhcluster",
    "keypair",
    "launchtemplate",
    "reservedinstance",
    "snapshotpolicy",
    "elasticityassurance",
    "capacityreservation",
    "command",
    "invocation",
    "activation",
    "managedinstance",
];

/// The type of security groups, the only resources whose tags scenarios hold.
pub(super) const GROUPS: &str = "securitygroup";

/// The most resources of a call (TagResources, 2021-07).
const MOST_RESOURCES: usize = 50;
/// The most tags of a call (TagResources, 2021-07).
const MOST_TAGS: usize = 20;

/// What a call is about.
pub(super) struct Target<'a> {
    region: &'a str,
    kind: &'a str,
    /// `ResourceId.N`, with the names of the parameters.
    pub(super) ids: Vec<(String, &'a str)>,
}

impl<'a> Target<'a> {
    /// Reads region, type and IDs, and checks their forms.
    pub(super) fn of<E: TaggingError>(request: &Request<'a>) -> Result<Self, Refusal> {
        let params = request.params;
        let region = params.given("RegionId").ok_or_else(|| E::REGION_MISSING.at("RegionId"))?;
        let kind = params.given("ResourceType");
        let kind = kind.ok_or_else(|| E::TYPE_MISSING.at("ResourceType"))?;
        if !TYPES.contains(&kind) {
            return Err(E::TYPE_UNKNOWN.at("ResourceType"));
        }
        let ids = params.list("ResourceId").into_iter();
        let ids = ids.map(|(number, id)| (format!("ResourceId.{number}"), id)).collect::<Vec<_>>();
        if let Some((param, _)) = ids.get(MOST_RESOURCES) {
            return Err(E::TOO_MANY_RESOURCES.at(param));
        }
        Ok(Self { region, kind, ids })
    }

    /// Checks that the region exists.
    pub(super) fn region_exists<E: TaggingError>(
        &self,
        request: &Request<'_>,
    ) -> Result<(), Refusal> {
        let exists = common::region_exists(request, self.region);
        if exists { Ok(()) } else { Err(E::REGION_UNKNOWN.at("RegionId")) }
    }

    /// The groups that the call is about, which must exist. A call without IDs is about none that
    /// exists.
    ///
    /// For other types of resource, see `Assumption::OnlyGroupsHaveTags`.
    pub(super) fn groups<E: TaggingError>(
        &self,
        request: &Request<'a>,
    ) -> Result<Vec<&'a Arc<SecurityGroup>>, Refusal> {
        if self.ids.is_empty() {
            return Err(E::NOT_FOUND.at("ResourceId.1"));
        }
        let group = |(param, id): &(String, &str)| {
            if self.other_exists(request, id) {
                return Err(E::NOT_SUPPORTED.at(param));
            }
            self.group(request, id).ok_or_else(|| E::NOT_FOUND.at(param))
        };
        self.ids.iter().map(group).collect()
    }

    /// The group with this ID, if the call is about groups and it exists.
    pub(super) fn group(&self, request: &Request<'a>, id: &str) -> Option<&'a Arc<SecurityGroup>> {
        let id = SecurityGroupId::parse(id).ok().filter(|_| self.kind == GROUPS)?;
        common::group_in(request, self.region, &id)
    }

    /// The groups among which a query looks: those that it names, or all.
    pub(super) fn found(&self, request: &Request<'a>) -> Vec<&'a Arc<SecurityGroup>> {
        if self.ids.is_empty() {
            let all = request.scenario.groups();
            return all.filter(|group| self.group(request, group.id.as_str()).is_some()).collect();
        }
        self.ids.iter().filter_map(|(_, id)| self.group(request, id)).collect()
    }

    /// Whether the ID is that of an existing instance or interface, whose tags scenarios do not hold.
    fn other_exists(&self, request: &Request<'_>, id: &str) -> bool {
        let scenario = request.scenario;
        let here = self.region == scenario.region().as_str();
        here && match self.kind {
            "instance" => scenario.instances().any(|own| own.id.as_str() == id),
            "eni" => scenario.interfaces().any(|own| own.id.as_str() == id),
            _ => false,
        }
    }
}

/// The tags of a call, all well-formed, at least one.
pub(super) fn tags<'a, E: TaggingError>(
    request: &Request<'a>,
) -> Result<Vec<tag::SpelledTag<'a>>, Refusal> {
    let tags = tag::spelled(request.params);
    if tags.is_empty() {
        return Err(E::TAGS_MISSING.at("Tag.1.Key"));
    }
    if let Some(first) = tags.get(MOST_TAGS) {
        return Err(E::TOO_MANY_TAGS.at(&first.key_param()));
    }
    let mut seen: Vec<&str> = Vec::new();
    for tag in &tags {
        if !tag.has_valid_key() {
            return Err(E::KEY.at(&tag.key_param()));
        }
        if !tag.has_valid_value() {
            return Err(E::VALUE.at(&tag.value_param()));
        }
        if seen.contains(&tag.key) {
            return Err(E::REPEATED.at(&tag.key_param()));
        }
        seen.push(tag.key);
    }
    Ok(tags)
}

/// `TagKey.N`: well-formed, without repetition; may be empty.
pub(super) fn keys<'a, E: TaggingError>(request: &Request<'a>) -> Result<Vec<&'a str>, Refusal> {
    let given = request.params.list("TagKey");
    let mut keys: Vec<&str> = Vec::new();
    for (number, key) in given {
        let param = format!("TagKey.{number}");
        if keys.len() == MOST_TAGS {
            return Err(E::TOO_MANY_TAGS.at(&param));
        }
        if !tag::is_valid_key(key) {
            return Err(E::KEY.at(&param));
        }
        if keys.contains(&key) {
            return Err(E::REPEATED.at(&param));
        }
        keys.push(key);
    }
    Ok(keys)
}
