//! What two scenarios have differently, in words: what is configured, and what that does.

use std::sync::Arc;

use crate::state::Selection;
use sg_core::compare::{
    About, Difference, DifferenceWords, Effect, EffectLine, EffectNames, How, VerdictShift,
    configured, effect_between,
};
use sg_core::connectivity::{CheckedDirections, Flow, PacketChoice, Reach};
use sg_core::import::{Plan, ResourceChange};
use sg_core::language::Language;
use sg_core::model::Scenario;
use sg_core::planned::PlanSides;

/// Two scenarios, and the packets and checks asked about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compared {
    /// The earlier scenario.
    pub before: Arc<Scenario>,
    /// The later scenario.
    pub after: Arc<Scenario>,
    /// The packets.
    pub choice: PacketChoice,
    /// The checks.
    pub view: CheckedDirections,
    /// The language of the names.
    pub language: Language,
}

/// What two scenarios have differently.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comparison {
    /// What is configured differently, newest first.
    pub configured: Vec<Configured>,
    /// What that does.
    pub effect: Vec<Effects>,
}

/// One thing that is configured differently.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Configured {
    /// Whether it was added, removed or changed.
    pub how: Kind,
    /// The line in words.
    pub text: String,
    /// The change of a Terraform plan behind it, if any.
    pub by: Vec<ResourceChange>,
}

/// How something differs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Only the later scenario has it.
    Added,
    /// Only the earlier scenario has it.
    Removed,
    /// Both have it, with other properties.
    Changed,
}

/// The same change for every pair of some senders and some receivers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Effects {
    /// The senders.
    pub from: String,
    /// The receivers.
    pub to: String,
    /// The packets.
    pub packets: String,
    /// How they fare.
    pub shift: VerdictShift,
    /// The same in a word or two.
    pub change: &'static str,
    /// The number of pairs.
    pub pairs: usize,
    /// Whether packets from the Internet pass, or may pass, that did not before.
    pub opens_to_internet: bool,
    /// One of the packets.
    pub sample: Flow,
    /// The pair of that packet.
    pub pair: Option<Selection>,
    /// The changes of a Terraform plan behind it.
    pub by: Vec<ResourceChange>,
}

impl Compared {
    /// How many ends the larger of the two scenarios has.
    pub fn ends(&self) -> usize {
        let count = |scenario: &Scenario| scenario.interfaces().len() + scenario.outside().len();
        count(&self.before).max(count(&self.after))
    }

    /// Compares the two scenarios. `plan` is the Terraform plan whose sides they are, if they are.
    pub fn comparison(&self, plan: Option<&Plan>) -> Comparison {
        let before = Reach::new(&self.before);
        let after = before.updated(&self.after);
        let effect = effect_between(&before, &after, self.choice, self.view);
        let words = DifferenceWords::new(&self.before, &self.after, self.language);
        let names = EffectNames::new(&self.before, &self.after, &effect, self.language);
        let differences = configured(&self.before, &self.after);
        let line = |difference: &Difference| Configured {
            how: match difference.how {
                How::Added => Kind::Added,
                How::Removed => Kind::Removed,
                How::Changed(_) => Kind::Changed,
            },
            text: words.line(difference),
            by: plan
                .and_then(|plan| change_behind(plan, &difference.about))
                .into_iter()
                .cloned()
                .collect(),
        };
        let sides = plan.map(|plan| PlanSides { before: &self.before, after: &self.after, plan });
        let causes = |line: &EffectLine| {
            sides.map(|sides| sides.causes_of(&effect, line)).unwrap_or_default()
        };
        let effects =
            |line: &EffectLine| Effects { by: causes(line), ..effects(&effect, &names, line) };
        Comparison {
            configured: differences.iter().map(line).collect(),
            effect: effect.lines.iter().map(effects).collect(),
        }
    }
}

fn effects(effect: &Effect, names: &EffectNames, line: &EffectLine) -> Effects {
    Effects {
        from: names.ends(&line.from),
        to: names.ends(&line.to),
        packets: names.packets(line),
        shift: line.shift,
        change: names.change(line),
        pairs: line.pairs,
        opens_to_internet: line.opens_to_internet,
        sample: line.sample.flow.clone(),
        pair: pair(effect, line),
        by: Vec::new(),
    }
}

/// A pair of different ends of a line.
fn pair(effect: &Effect, line: &EffectLine) -> Option<Selection> {
    let mut pairs = line.from.iter().flat_map(|from| line.to.iter().map(move |to| (*from, *to)));
    let (from, to) = pairs.find(|(from, to)| from != to)?;
    let end = |place: usize| effect.ends.get(place).cloned();
    Some(Selection { from: end(from)?, to: end(to)? })
}

/// The change of a plan that made a resource different.
fn change_behind<'a>(plan: &'a Plan, about: &About) -> Option<&'a ResourceChange> {
    match about {
        About::Rule { group, rule } => {
            plan.change_of(rule.id.as_str()).or_else(|| plan.change_of(&group.id))
        }
        About::Group { group, .. } => plan.change_of(&group.id),
        About::Members { interfaces, .. } => {
            interfaces.iter().find_map(|interface| plan.change_of(interface.as_str()))
        }
        About::Instances { instances, .. } => {
            instances.iter().find_map(|instance| plan.change_of(&instance.id))
        }
        About::Interface { id, .. } => plan.change_of(id.as_str()),
        About::PrefixList(list) => plan.change_of(&list.id),
        About::PortList(_)
        | About::Vpc(_)
        | About::Route { .. }
        | About::Outside { .. }
        | About::Scenario => None,
    }
}
