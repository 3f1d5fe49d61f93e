//! Where in the document each part of a scenario stands, so that a fault found in the scenario is
//! told by its place in the text.

use std::collections::BTreeMap;

use crate::model::{ScenarioError, ScenarioFault};

use super::DocumentError;

/// The document's path of every part, by the path the scenario's own check uses.
#[derive(Debug, Default)]
pub(super) struct Places(BTreeMap<String, String>);

/// The part of a rule that names its peer, and the value that part holds.
const PEER: &str = "peer";

impl Places {
    /// Notes where a part stands.
    pub(super) fn part(&mut self, part: impl Into<String>, path: impl Into<String>) {
        self.0.insert(part.into(), path.into());
    }

    /// Notes where one value of a part stands, such as one group among the groups of an interface.
    pub(super) fn value(&mut self, part: &str, value: &str, path: impl Into<String>) {
        // Of a value that is there twice the first place is kept: the check stops there.
        self.0.entry(format!("{part}={value}")).or_insert_with(|| path.into());
    }

    /// Notes where the peer of a rule stands.
    pub(super) fn peer(&mut self, rule: &str, value: &str, path: &str) {
        self.value(rule, value, path);
        self.value(rule, PEER, path);
    }

    /// The fault in the document's terms.
    pub(super) fn locate(&self, error: &ScenarioError) -> DocumentError {
        let exact = named_value(&error.fault)
            .and_then(|value| self.0.get(&format!("{}={value}", error.path)));
        // A path that is not noted still says which part it is.
        let path = exact.or_else(|| self.0.get(&error.path)).unwrap_or(&error.path);
        DocumentError::at(path.clone(), &error.fault)
    }
}

/// The value a fault speaks of.
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
        | ScenarioFault::TooMany { .. } => None,
    }
}
