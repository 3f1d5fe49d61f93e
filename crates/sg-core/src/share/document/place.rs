//! Maps the parts of a scenario to their paths in the document, so that an error found in the
//! scenario can be reported with its position in the text.

use std::collections::BTreeMap;

use crate::model::{ScenarioError, ScenarioFault};

use super::DocumentError;

/// Document paths, by the path that the scenario check reports.
#[derive(Debug, Default)]
pub(super) struct Places(BTreeMap<String, String>);

/// The path component for the peer of a rule.
const PEER: &str = "peer";

impl Places {
    /// Records the path of a part.
    pub(super) fn part(&mut self, part: impl Into<String>, path: impl Into<String>) {
        self.0.insert(part.into(), path.into());
    }

    /// Records the path of one value of a part, such as one of the groups of an interface.
    pub(super) fn value(&mut self, part: &str, value: &str, path: impl Into<String>) {
        // For duplicate values the first path is kept, because the check stops there.
        self.0.entry(format!("{part}={value}")).or_insert_with(|| path.into());
    }

    /// Records the path of the peer of a rule.
    pub(super) fn peer(&mut self, rule: &str, value: &str, path: &str) {
        self.value(rule, value, path);
        self.value(rule, PEER, path);
    }

    /// Translates a scenario error into a document error.
    pub(super) fn locate(&self, error: &ScenarioError) -> DocumentError {
        let exact = named_value(&error.fault)
            .and_then(|value| self.0.get(&format!("{}={value}", error.path)));
        // If no document path was recorded, the scenario path still identifies the part.
        let path = exact.or_else(|| self.0.get(&error.path)).unwrap_or(&error.path);
        DocumentError::at(path.clone(), &error.fault)
    }
}

/// The value that a fault refers to.
fn named_value(fault: &ScenarioFault) -> Option<String> {
    match fault {
        ScenarioFault::Unknown(name)
        | ScenarioFault::Repeated(name)
        | ScenarioFault::OtherVpc(name)
        | ScenarioFault::MisfiledId(name) => Some(name.clone()),
        ScenarioFault::AddressOutsideVpc(address) | ScenarioFault::NotIpv4(address) => {
            Some(address.to_string())
        }
        ScenarioFault::AddressInsideVpc(block) => Some(block.to_string()),
        ScenarioFault::OwnGroup | ScenarioFault::AdvancedPeer => Some(PEER.to_owned()),
        ScenarioFault::Empty
        | ScenarioFault::MixedGroupTypes
        | ScenarioFault::MixedFamilies
        | ScenarioFault::NoPorts
        | ScenarioFault::TooMany { .. } => None,
    }
}
