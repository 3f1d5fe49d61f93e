//! What a call depends on besides the scenario and its parameters: the clock and randomness.

use std::fmt;

use crate::model::{
    InstanceId, NetworkInterfaceId, PortListId, PrefixListId, RuleId, Scenario, SecurityGroupId,
    Timestamp, VpcId,
};
use crate::rng::SplitMix64;

/// The hidden inputs of a call, made explicit. The same scenario, call and environment give the
/// same answer, byte for byte.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Env {
    /// The time of the call: the `CreateTime` of what it creates.
    pub now: Timestamp,
    /// The seed for the request ID and new IDs. Use a fresh one for each call.
    pub entropy: u64,
}

/// `RequestId`: an upper-case UUID, present in every reply and every error.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequestId(String);

impl RequestId {
    /// The ID as it appears in replies.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for RequestId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Generates IDs from a seed without repeating within 2^64 draws. IDs need to be unique, not
/// secret.
#[derive(Debug)]
pub struct IdGenerator {
    rng: SplitMix64,
}

impl IdGenerator {
    /// A generator with the given seed.
    pub const fn new(entropy: u64) -> Self {
        Self { rng: SplitMix64::new(entropy) }
    }

    const fn draw(&mut self) -> u64 {
        self.rng.draw()
    }

    /// A random UUID (version 4, variant 1), like those in the documented samples.
    pub(super) fn request_id(&mut self) -> RequestId {
        let high = (self.draw() & !0xF000) | 0x4000;
        let low = (self.draw() & !(0b11 << 62)) | (0b10 << 62);
        let (a, b, c) = (high >> 32, (high >> 16) & 0xFFFF, high & 0xFFFF);
        let (d, e) = (low >> 48, low & 0xFFFF_FFFF_FFFF);
        RequestId(format!("{a:08X}-{b:04X}-{c:04X}-{d:04X}-{e:012X}"))
    }

    /// An ID for a new group that the scenario does not contain yet.
    pub fn security_group_id(&mut self, scenario: &Scenario) -> SecurityGroupId {
        let cell = cell(scenario);
        loop {
            let text = format!("sg-{cell}{}", self.tail());
            match SecurityGroupId::parse(&text) {
                Ok(id) if scenario.group(&id).is_none() => return id,
                _ => {}
            }
        }
    }

    /// An ID for a new instance that the scenario does not contain yet.
    pub fn instance_id(&mut self, scenario: &Scenario) -> InstanceId {
        loop {
            let text = format!("i-{}{}", cell(scenario), self.tail());
            match InstanceId::parse(&text) {
                Ok(id) if scenario.instance(&id).is_none() => return id,
                _ => {}
            }
        }
    }

    /// An ID for a new network interface that the scenario does not contain yet.
    pub fn network_interface_id(&mut self, scenario: &Scenario) -> NetworkInterfaceId {
        loop {
            let text = format!("eni-{}{}", cell(scenario), self.tail());
            match NetworkInterfaceId::parse(&text) {
                Ok(id) if scenario.interface(&id).is_none() => return id,
                _ => {}
            }
        }
    }

    /// An ID for a new VPC that the scenario does not contain yet.
    pub fn vpc_id(&mut self, scenario: &Scenario) -> VpcId {
        loop {
            let text = format!("vpc-{}{}", cell(scenario), self.tail());
            match VpcId::parse(&text) {
                Ok(id) if scenario.vpc(&id).is_none() => return id,
                _ => {}
            }
        }
    }

    /// An ID for a new port list that the scenario does not contain yet.
    pub fn port_list_id(&mut self, scenario: &Scenario) -> PortListId {
        loop {
            let text = format!("prl-{}{}", cell(scenario), self.tail());
            match PortListId::parse(&text) {
                Ok(id) if scenario.port_list(&id).is_none() => return id,
                _ => {}
            }
        }
    }

    /// An ID for a new prefix list that the scenario does not contain yet.
    pub fn prefix_list_id(&mut self, scenario: &Scenario) -> PrefixListId {
        loop {
            let text = format!("pl-{}{}", cell(scenario), self.tail());
            match PrefixListId::parse(&text) {
                Ok(id) if scenario.prefix_list(&id).is_none() => return id,
                _ => {}
            }
        }
    }

    /// An ID for a new rule that neither the scenario nor this call has used yet.
    pub(super) fn rule_id(&mut self, scenario: &Scenario, drawn: &[RuleId]) -> RuleId {
        let cell = cell(scenario);
        let taken = |id: &RuleId| {
            let has =
                |rules: &[std::sync::Arc<crate::model::Rule>]| rules.iter().any(|r| r.id == *id);
            drawn.contains(id) || scenario.groups().any(|group| has(&group.rules))
        };
        loop {
            let text = format!("sgr-{cell}{}", self.tail());
            match RuleId::parse(&text) {
                Ok(id) if !taken(&id) => return id,
                _ => {}
            }
        }
    }

    /// Seventeen lower-case letters and digits: the rest of an ID after the three-letter cell.
    fn tail(&mut self) -> String {
        const LETTERS: [char; 36] = [
            'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm', 'n', 'o', 'p', 'q',
            'r', 's', 't', 'u', 'v', 'w', 'x', 'y', 'z', '0', '1', '2', '3', '4', '5', '6', '7',
            '8', '9',
        ];
        let letter = |n: u64| LETTERS.get(usize::try_from(n % 36).unwrap_or(0)).unwrap_or(&'0');
        // A draw yields twelve whole base-36 digits; two draws supply nine and eight of the
        // seventeen.
        let (mut first, mut second) = (self.draw(), self.draw());
        let mut tail = String::with_capacity(17);
        for place in 0..17 {
            let source = if place < 9 { &mut first } else { &mut second };
            tail.push(*letter(*source));
            *source /= 36;
        }
        tail
    }
}

/// The three-letter cell of a region, as in published sample IDs. Regions without a sample use that
/// of Hangzhou (our choice; nothing reads these letters).
fn cell(scenario: &Scenario) -> &'static str {
    match scenario.region().as_str() {
        "cn-beijing" => "2ze",
        "cn-shenzhen" => "wz9",
        "cn-qingdao" => "m5e",
        _ => "bp1",
    }
}
