//! The API call in the request pane, which can be edited freely, even to invalid values.

use std::sync::Arc;

use crate::seam;
use sg_core::emulator::{Action, Call, ParamSpec, Params, param_specs};
use sg_core::history::{Edit, History, Step};
use sg_core::model::Scenario;

mod named;

pub use named::holds_named;

/// A call as the user edits it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// The operation.
    pub action: Action,
    /// Names and values, in the order they are sent; names may be repeated or invalid.
    pub params: Vec<(String, String)>,
    /// The step that sent it, until it is edited.
    pub sent: Option<Arc<Step>>,
}

/// An edit of the call in the request pane.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RequestEdit {
    /// Selects another operation, with its required parameters.
    Choose(Action),
    /// Replaces the whole call.
    Load(Call),
    /// Renames the parameter at an index.
    Rename(usize, String),
    /// Sets the value of the parameter at an index.
    Set(usize, String),
    /// Adds a parameter with this name.
    Add(String),
    /// Removes the parameter at an index.
    Remove(usize),
}

seam! { pub(crate) static BEGUN: fn(Action, &Scenario) -> Request = Request::begun; begun in emulator }

impl Request {
    /// The call that toggles the policy of the first group, or a describe call if there are no
    /// groups.
    pub fn first(scenario: &Scenario) -> Self {
        let flip = scenario.groups().next().map(|group| {
            let flipped = group.group_type.inner_access_policy().flipped();
            Call::modify_security_group_policy(scenario.region(), &group.id, flipped)
        });
        flip.map_or_else(
            || Self::of(Action::CreateSecurityGroup, scenario),
            |call| Self::from(&call),
        )
    }

    /// The call as it would be sent.
    pub fn call(&self) -> Call {
        Call { action: self.action, params: self.params.iter().cloned().collect::<Params>() }
    }

    /// The request pane after a step or after moving in the log: shows the call sent last since the
    /// scenario was opened, or stays unchanged if there is none. A call about things that the
    /// scenario does not hold is shown only while it is the last step.
    pub(crate) fn after(&self, history: &History) -> Self {
        let scenario = history.scenario();
        let steps = history.steps_since_opened();
        let last_call = steps.iter().enumerate().rev().find_map(|(place, step)| match &step.edit {
            Edit::Call(call) => Some((call, step, place + 1 == steps.len())),
            Edit::Topology(_) => None,
        });
        match last_call {
            Some((call, step, last)) if last || holds_named(scenario, call) => {
                Self { sent: Some(Arc::clone(step)), ..Self::from(call) }
            }
            _ if holds_named(scenario, &self.call()) => Self { sent: None, ..self.clone() },
            _ => Self::first(scenario),
        }
    }

    pub(crate) fn edited(&self, edit: RequestEdit, scenario: &Scenario) -> Self {
        let mut next = Self { sent: None, ..self.clone() };
        match edit {
            RequestEdit::Choose(action) => return Self::of(action, scenario),
            RequestEdit::Load(call) => return Self::from(&call),
            RequestEdit::Rename(place, name) => {
                if let Some(param) = next.params.get_mut(place) {
                    param.0 = name;
                }
            }
            RequestEdit::Set(place, value) => {
                if let Some(param) = next.params.get_mut(place) {
                    param.1 = value;
                }
            }
            RequestEdit::Add(name) => next.params.push((name, String::new())),
            RequestEdit::Remove(place) => {
                if place < next.params.len() {
                    next.params.remove(place);
                }
            }
        }
        next
    }

    /// A call of an operation with its required parameters, filled in from the scenario.
    fn of(action: Action, scenario: &Scenario) -> Self {
        let bare = || Self { action, params: Vec::new(), sent: None };
        BEGUN.get().map_or_else(bare, |begun| begun(action, scenario))
    }

    fn begun(action: Action, scenario: &Scenario) -> Self {
        let begins = param_specs(action).iter().filter(|spec| spec.begins());
        let params =
            begins.map(|spec| (spec.first_name(), first_value(action, spec, scenario))).collect();
        Self { action, params, sent: None }
    }
}

/// An initial value: the first matching resource of the scenario, otherwise the documented example.
fn first_value(action: Action, spec: &ParamSpec, scenario: &Scenario) -> String {
    let first = match spec.name {
        "RegionId" => Some(scenario.region().to_string()),
        "SecurityGroupId" | "SecurityGroupId.N" => {
            scenario.groups().next().map(|group| group.id.to_string())
        }
        "InstanceId" => scenario.instances().next().map(|instance| instance.id.to_string()),
        "VpcId" => scenario.parts().vpcs.keys().next().map(ToString::to_string),
        _ => None,
    };
    // Documented sample ids are masked with asterisks, which are not valid in an id. A sample names
    // nothing in the scenario, so where the scenario could hold it, the field starts empty.
    let sample =
        || match holds_named(scenario, &Call::new(action, [(&*spec.first_name(), spec.example)])) {
            true => spec.example.replace('*', ""),
            false => String::new(),
        };
    first.unwrap_or_else(sample)
}

impl From<&Call> for Request {
    fn from(call: &Call) -> Self {
        let own = |(name, value): (&str, &str)| (name.to_owned(), value.to_owned());
        Self { action: call.action, params: call.params.iter().map(own).collect(), sent: None }
    }
}
