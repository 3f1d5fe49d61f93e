//! Two versions of a group, such as a reply of yesterday and one of today: the rules that only one of
//! them has are not mixed with the others.
//!
//! A version is the list of rules that one or more documents give: pages go together as long as a
//! page says that a next one follows. Rules of one direction are compared only if both versions
//! have some, because a reply may be about one direction only
//! (`DescribeSecurityGroupAttribute --Direction`).

use std::collections::{BTreeMap, BTreeSet};

use crate::import::message::Message;
use crate::import::record::{RuleListing, RuleRecord, Standing};
use crate::import::text;
use crate::model::{Direction, SecurityGroupId};

use super::Assembly;

/// One version of the rules of a group.
#[derive(Debug)]
struct Version<'a> {
    /// The documents that list them.
    documents: BTreeSet<usize>,
    first: &'a RuleListing,
    /// Whether all of them are listed.
    whole: bool,
}

/// The places of rules among all rules, by the number of their document.
type OfDocuments = BTreeMap<usize, Vec<usize>>;

/// The places of the rules that the documents of a version list.
fn places(version: &Version<'_>, of_documents: &OfDocuments) -> impl Iterator<Item = usize> {
    version.documents.iter().filter_map(|own| of_documents.get(own)).flatten().copied()
}

impl Assembly {
    /// Marks the rules that only some versions of their group have, and reports the versions.
    pub(super) fn versions(&mut self) {
        let listings = std::mem::take(&mut self.records.rule_listings);
        let mut of_groups: BTreeMap<&SecurityGroupId, Vec<&RuleListing>> = BTreeMap::new();
        for listing in &listings {
            of_groups.entry(&listing.group).or_default().push(listing);
        }
        let of_documents = self.rules_of_documents();
        for (group, listings) in of_groups {
            let versions = versions(&listings);
            if versions.len() > 1 {
                self.compare(group, &versions, &of_documents);
            }
        }
    }

    /// The places of the rules that each document lists.
    fn rules_of_documents(&self) -> OfDocuments {
        let mut of_documents = OfDocuments::new();
        for (place, rule) in self.records.rules.iter().enumerate() {
            of_documents.entry(rule.document).or_default().push(place);
        }
        of_documents
    }

    fn compare(
        &mut self,
        group: &SecurityGroupId,
        versions: &[Version<'_>],
        of_documents: &OfDocuments,
    ) {
        let latest = versions.iter().filter_map(|version| version.first.time.as_ref()).max();
        let dated = versions.iter().all(|version| version.first.time.is_some());
        let is_old = |version: &Version<'_>| dated && version.first.time.as_ref() != latest;
        let mut standings: BTreeMap<usize, (Standing, usize)> = BTreeMap::new();
        for direction in [Direction::Ingress, Direction::Egress] {
            let rules: Vec<BTreeSet<String>> =
                versions.iter().map(|own| self.listed(own, direction, of_documents)).collect();
            for (own, version) in rules.iter().zip(versions) {
                // What a later version lacks was deleted, and what an undated one lacks may be.
                let lacking = |key: &String| {
                    let others = rules.iter().zip(versions).filter(|(_, other)| other.whole);
                    others
                        .filter(|(rules, _)| !rules.is_empty())
                        .any(|(rules, other)| !rules.contains(key) && (!dated || !is_old(other)))
                };
                let standing =
                    if is_old(version) { Standing::Outdated } else { Standing::Doubtful };
                let doubtful: BTreeSet<&String> = own.iter().filter(|key| lacking(key)).collect();
                for place in places(version, of_documents) {
                    let Some(rule) = self.records.rules.get_mut(place) else { continue };
                    if rule.spec.direction == direction && doubtful.contains(&key(rule)) {
                        rule.standing = standing;
                        standings.insert(place, (standing, version.first.document));
                    }
                }
            }
        }
        let standings: Vec<_> = standings.into_values().collect();
        self.report(group, versions, &standings);
    }

    /// The rules of a version.
    fn listed(
        &self,
        version: &Version<'_>,
        direction: Direction,
        of_documents: &OfDocuments,
    ) -> BTreeSet<String> {
        let rules = places(version, of_documents).filter_map(|it| self.records.rules.get(it));
        rules.filter(|rule| rule.spec.direction == direction).map(key).collect()
    }

    fn report(
        &mut self,
        group: &SecurityGroupId,
        versions: &[Version<'_>],
        standings: &[(Standing, usize)],
    ) {
        let Some(first) = versions.first() else { return };
        let place =
            |listing: &RuleListing| format!("{}:{}", self.file_name(listing.at), listing.at.line);
        let doubtful = standings.iter().filter(|(own, _)| *own == Standing::Doubtful).count();
        let mut notes = Vec::new();
        if doubtful > 0
            && let Some(last) = versions.last()
        {
            let said = Message::plain(text::TWO_VERSIONS).with("what", group);
            let said = said.with("place", place(first.first)).with("count", doubtful);
            notes.push((last.first.at, said));
        }
        let newest = versions.iter().max_by_key(|version| version.first.time.as_ref());
        for version in versions {
            let old = |(own, of): &&(Standing, usize)| {
                *own == Standing::Outdated && *of == version.first.document
            };
            let count = standings.iter().filter(old).count();
            if count > 0
                && let Some(newest) = newest
            {
                let said = Message::plain(text::OLDER_VERSION).with("what", group);
                let said = said.with("place", place(newest.first)).with("count", count);
                notes.push((version.first.at, said));
            }
        }
        for (at, said) in notes {
            self.incomplete(Some(at), said);
        }
    }
}

/// The versions among the documents that list rules of one group, in reading order. A single last
/// page makes all of them pages of one version, in whatever order they were given.
fn versions<'a>(listings: &[&'a RuleListing]) -> Vec<Version<'a>> {
    let ends = listings.iter().filter(|listing| !listing.goes_on).count();
    let mut versions: Vec<Version<'a>> = Vec::new();
    for &listing in listings {
        match versions.last_mut().filter(|version| ends < 2 || !version.whole) {
            Some(version) => {
                version.documents.insert(listing.document);
                version.whole |= !listing.goes_on;
            }
            None => versions.push(Version {
                documents: BTreeSet::from([listing.document]),
                first: listing,
                whole: !listing.goes_on,
            }),
        }
    }
    versions
}

/// What a rule says. Ids are masked in what people paste, and a description decides nothing.
fn key(rule: &RuleRecord) -> String {
    let list = rule.port_list.as_deref().unwrap_or_default();
    format!("{} {list}", rule.spec)
}
