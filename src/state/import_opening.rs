//! What an import opens: a scenario, or both sides of a Terraform plan.

use std::rc::Rc;
use std::sync::Arc;

use crate::state::look::Theme;
use crate::state::opening::Opening;
use crate::state::origins::Origins;
use crate::state::sending::permalink;
use crate::state::view::View;
use sg_core::import::{Reading, with_example_members};
use sg_core::language::Language;
use sg_core::model::Scenario;
use sg_core::share::Route;

impl Opening {
    /// An imported scenario, with its link unless it is larger than any.
    pub fn imported(scenario: Arc<Scenario>, origins: Origins) -> Self {
        let view = View::new(Language::En, Theme::System);
        let route = permalink(&scenario, &view, None, None).ok();
        Self { route, origins: Some(Rc::new(origins)), ..Self::start(scenario) }
    }

    /// Both sides of a plan: the one before it becomes a step of its own. Groups without a known
    /// member get members that stand for any, the same in both. `None` if a side holds no scenario.
    pub fn of_plan(before: &Reading, after: &Reading) -> Option<Self> {
        let own = |reading: &Reading| -> Option<Scenario> {
            Some(reading.scenario.as_ref()?.as_ref().clone())
        };
        let (old, new) = (own(before)?, own(after)?);
        let sides = with_example_members(&old, &new).unwrap_or([old, new]);
        let [before, scenario] = sides.map(Arc::new);
        let origins = Origins::of(after, &scenario, None);
        let plan = after.plan.clone().map(Rc::new);
        Some(Self { before: Some(before), plan, ..Self::imported(scenario, origins) })
    }

    /// Where it comes from, in no language: the files of an import, with the side of a plan, or the
    /// link to an example, a lesson or a quiz. Empty for anything else.
    pub(crate) fn source(&self, before: bool) -> String {
        let files = self.origins.as_ref().map(|origins| origins.name()).unwrap_or_default();
        match (&self.route, &self.before) {
            (_, Some(_)) if before => format!("{files} (prior_state)"),
            (_, Some(_)) => format!("{files} (planned_values)"),
            (
                Some(route @ (Route::Example { .. } | Route::Lesson { .. } | Route::Quiz { .. })),
                _,
            ) => route.to_string(),
            _ => files,
        }
    }
}
