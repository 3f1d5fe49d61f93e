//! What a reader chooses: a region, if an import has content of several, and the side of a Terraform
//! plan.

use yew::prelude::*;

use crate::hooks::Session;
use crate::text::import as text;
use sg_core::import::{PlanSide, Reading, RegionFound};
use sg_core::model::RegionId;

/// The regions to choose from.
pub(crate) fn regions(
    session: &Session,
    reading: &Reading,
    chosen: Option<&RegionId>,
    onchoose: &Callback<RegionId>,
) -> Html {
    if reading.regions.is_empty() {
        return Html::default();
    }
    html! {
        <fieldset class="choosing">
            <legend>{session.say(text::REGIONS)}</legend>
            {for reading.regions.iter().map(|found| region(session, found, chosen, onchoose))}
        </fieldset>
    }
}

fn region(
    session: &Session,
    RegionFound { region, groups, instances }: &RegionFound,
    chosen: Option<&RegionId>,
    onchoose: &Callback<RegionId>,
) -> Html {
    let values = [("groups", groups.to_string()), ("instances", instances.to_string())];
    let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
    let onchange = {
        let region = region.clone();
        onchoose.reform(move |_: Event| region.clone())
    };
    html! {
        <label key={region.to_string()}>
            <input type="radio" name="import-region" checked={chosen == Some(region)} {onchange} />
            <span class="mono" translate="no">{region.to_string()}</span>
            <span class="muted">{session.fill(text::REGION_HOLDS, &values)}</span>
        </label>
    }
}

/// The sides of a plan.
pub(crate) fn sides(
    session: &Session,
    reading: &Reading,
    chosen: PlanSide,
    onchoose: &Callback<PlanSide>,
) -> Html {
    if reading.plan.is_none() {
        return Html::default();
    }
    let side = |side: PlanSide, words| {
        let onchange = onchoose.reform(move |_: Event| side);
        html! {
            <label>
                <input type="radio" name="import-side" checked={chosen == side} {onchange} />
                {session.say(words)}
            </label>
        }
    };
    html! {
        <fieldset class="choosing">
            <legend>{session.say(text::PLAN)}</legend>
            {side(PlanSide::Before, text::PLAN_BEFORE)}
            {side(PlanSide::After, text::PLAN_AFTER)}
        </fieldset>
    }
}
