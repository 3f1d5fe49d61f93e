//! The two sides of a Terraform plan, and the resource changes behind each difference.

use std::collections::BTreeSet;

use sg_core::connectivity::{Judged, PairChange, RegionChange};
use sg_core::import::{
    Choice, Plan, PlanSide, Reading, ResourceChange, Text, read_as, with_example_members,
};
use sg_core::language::Language;
use sg_core::model::Scenario;
use sg_core::planned::PlanSides;
use sg_core::quote::hidden::visible;

use crate::failure::Failure;
use crate::input;
use crate::notes::notes;
use crate::streams::Streams;

/// A plan and its two sides.
pub(super) struct Planned {
    pub(super) before: Scenario,
    pub(super) after: Scenario,
    pub(super) plan: Plan,
}

impl Planned {
    /// Reads a plan. Groups without a known member get members that stand for any.
    pub(super) fn read(
        path: &str,
        language: Language,
        streams: &mut Streams<'_>,
    ) -> Result<Self, Failure> {
        let content = input::text(path)?;
        let side = |plan| {
            let text = Text { name: path.to_owned(), content: content.clone() };
            read_as(vec![text], Choice { plan, ..Choice::default() })
        };
        let (before, after) = (side(PlanSide::Before), side(PlanSide::After));
        let Some(plan) = after.plan.clone() else {
            for line in notes(&after, language) {
                writeln!(streams.errors, "{}", visible(&line))?;
            }
            let said = "it is no plan; terraform show -json prints one";
            return Err(Failure::input(format!("{path}: {said}")));
        };
        // Both sides share most of what there is to say.
        let mut told = BTreeSet::new();
        for line in notes(&after, language).into_iter().chain(notes(&before, language)) {
            if told.insert(line.clone()) {
                writeln!(streams.errors, "{}", visible(&line))?;
            }
        }
        let scenario = |reading: &Reading| {
            let missing =
                || Failure::input(format!("{path}: nothing was read that makes a scenario"));
            reading.scenario.clone().ok_or_else(missing)
        };
        let (before, after) = (scenario(&before)?, scenario(&after)?);
        let [before, after] = with_example_members(&before, &after).map_err(Failure::input)?;
        Ok(Self { before, after, plan })
    }

    /// The resource changes behind a difference.
    pub(super) fn causes(&self, pair: &PairChange, region: &RegionChange) -> Vec<ResourceChange> {
        let decider =
            |judged: &Option<Judged>| judged.as_ref().map(|judged| judged.decider.clone());
        let deciders = [decider(&region.before), decider(&region.after)];
        let sides = PlanSides { before: &self.before, after: &self.after, plan: &self.plan };
        sides.causes([&pair.from, &pair.to], deciders.each_ref().map(Option::as_ref))
    }
}
