//! Reads claims: what must hold of a scenario and its log.

use std::sync::Arc;

use crate::connectivity::ClauseId;
use crate::emulator::Action;
use crate::goal::{Directory, Expect, Traffic, WrittenTraffic};
use crate::history::History;
use crate::lesson::course::wire::{ClaimWire, TrafficWire};
use crate::lesson::course::{Attempt, Claim};
use crate::model::{InnerAccessPolicy, Scenario};

use super::{Read, Reader, at, count, each, joined};

impl ClaimWire {
    /// Whether the claim holds in a scenario before any edit; `None` if it cannot be read.
    pub fn holds(&self, scenario: &Arc<Scenario>) -> Option<bool> {
        let claim = Reader { scenario }.claim("", self).ok()?;
        Some(claim.miss(&Attempt::of(&History::new(Arc::clone(scenario)))).is_none())
    }
}

impl Reader<'_> {
    pub(super) fn claim(&self, path: &str, wire: &ClaimWire) -> Read<Claim> {
        let mut claims = Vec::new();
        if let Some(traffic) = &wire.traffic {
            claims.push(self.traffic(&joined(path, "traffic"), traffic)?);
        }
        if let Some(call) = &wire.call {
            let action = call.action.as_deref();
            let action = action.map(|name| action_of(&joined(path, "call.action"), name));
            let (with, answer) = (call.with.clone(), call.answer.clone());
            let (action, fresh) = (action.transpose()?, call.fresh);
            claims.push(Claim::Called { action, with, fresh, answer });
        }
        if let Some(policy) = &wire.policy {
            let path = joined(path, "policy");
            self.group(&joined(&path, "group"), &policy.group)?;
            let is = InnerAccessPolicy::parse(&policy.is)
                .ok_or_else(|| at(&joined(&path, "is"), "a policy is Accept or Drop".to_owned()))?;
            claims.push(Claim::Policy { group: policy.group.clone(), is });
        }
        if let Some(member) = &wire.member {
            let path = joined(path, "member");
            let (instance, group) = (member.instance.clone(), member.group.clone());
            let known = |id: &str, name: &str| id == instance || name == instance;
            if !self.scenario.instances().any(|own| known(own.id.as_str(), &own.name)) {
                let sentence = format!("`{instance}` is no instance of the scenario");
                return Err(at(&joined(&path, "instance"), sentence));
            }
            claims.push(Claim::Member { instance, group, is: member.is });
        }
        if let Some(group) = &wire.group {
            claims.push(Claim::Exists { group: group.name.clone(), is: group.exists });
        }
        if let Some(budget) = &wire.budget {
            let path = joined(path, "budget.only");
            let only = budget.only.as_deref();
            let only = only.map(|only| each(&path, only, |path, name| action_of(path, name)));
            claims.push(Claim::Budget { most: count(budget.calls), only: only.transpose()? });
        }
        match (claims.pop(), claims.is_empty()) {
            (Some(claim), true) => Ok(claim),
            _ => Err(at(
                path,
                "a claim is exactly one of traffic, call, policy, member, group and budget"
                    .to_owned(),
            )),
        }
    }

    fn traffic(&self, path: &str, wire: &TrafficWire) -> Read<Claim> {
        let read = |from: &str, to: &str, expect: Expect| {
            let (packets, source_ports) = (wire.packets.as_deref(), wire.source_ports.as_deref());
            Traffic::read(&WrittenTraffic { from, to, packets, source_ports, expect })
                .map_err(|(field, sentence)| at(&joined(path, &field), sentence))
        };
        let directory = Directory::new(self.scenario);
        for (field, name) in [("from", &wire.from), ("to", &wire.to)] {
            directory.find(name).map_err(|sentence| at(&joined(path, field), sentence))?;
        }
        let mut ways = vec![read(&wire.from, &wire.to, wire.expect)?];
        if wire.both_ways {
            ways.push(read(&wire.to, &wire.from, wire.expect)?);
        }
        let clause = wire.clause.as_deref().map(|number| {
            let found = ClauseId::ALL.iter().find(|id| id.to_string() == number).copied();
            let unknown = || at(&joined(path, "clause"), format!("there is no clause `{number}`"));
            found.ok_or_else(unknown)
        });
        Ok(Claim::Traffic { ways, clause: clause.transpose()? })
    }

    fn group(&self, path: &str, name: &str) -> Read<()> {
        let mut groups = self.scenario.groups();
        match groups.any(|group| group.id.as_str() == name || group.name == name) {
            true => Ok(()),
            false => Err(at(path, format!("`{name}` is no security group of the scenario"))),
        }
    }
}

fn action_of(path: &str, name: &str) -> Read<Action> {
    Action::parse(name).ok_or_else(|| at(path, format!("there is no operation `{name}`")))
}
