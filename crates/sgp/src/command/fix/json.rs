//! The fixes as JSON.

use serde::Serialize;

use sg_core::connectivity::{Effect, Fix, Fixes, Obstacle, Reach};
use sg_core::explain::decider_json::DeciderJson;
use sg_core::history::edit_lines::{EditsJson, kind};
use sg_core::model::Scenario;

use crate::answer::PacketsJson;
use crate::command::matrix::end_name;
use crate::command::proposed::{self, ProposedJson};

#[derive(Serialize)]
pub(super) struct FixesJson {
    /// Whether the goal is already met.
    holds: bool,
    /// Packets that no edit of a group can help. The fixes are for the others.
    obstacles: Vec<ObstacleJson>,
    /// Whether the goal is already met for the others.
    rest_holds: bool,
    fixes: Vec<FixJson>,
    /// The kinds of edit that were tried.
    searched: Vec<&'static str>,
    /// The maximum number of edits combined.
    depth: usize,
    tried: usize,
    /// Whether everything was tried.
    complete: bool,
    /// Further fixes of this size, without their effects.
    more: usize,
}

#[derive(Serialize)]
struct ObstacleJson {
    #[serde(flatten)]
    decider: DeciderJson<'static>,
    packets: Vec<PacketsJson>,
}

#[derive(Serialize)]
struct FixJson {
    #[serde(flatten)]
    edits: EditsJson,
    /// Everything that it changes, by role.
    #[serde(flatten)]
    proposed: Option<ProposedJson>,
    /// Side effects.
    effects: Vec<EffectJson>,
    /// Pairs that may change but are too many to compare; 0 if `effects` names them all.
    uncompared: usize,
    contested: bool,
    /// The tie that it ends, which is what was wrong.
    #[serde(skip_serializing_if = "Option::is_none")]
    tie: Option<TieJson>,
}

#[derive(Serialize)]
struct TieJson {
    allow: String,
    deny: String,
}

#[derive(Serialize)]
struct EffectJson {
    from: String,
    to: String,
    opens: Vec<PacketsJson>,
    closes: Vec<PacketsJson>,
}

pub(super) fn as_json(scenario: &Scenario, fixes: &Fixes) -> FixesJson {
    let reach = Reach::new(scenario);
    FixesJson {
        holds: fixes.holds,
        obstacles: fixes.obstacles.iter().map(obstacle_json).collect(),
        rest_holds: fixes.rest_holds,
        fixes: fixes.fixes.iter().map(|fix| fix_json(&reach, fix)).collect(),
        searched: fixes.searched.iter().map(|found| kind(*found)).collect(),
        depth: fixes.depth,
        tried: fixes.tried,
        complete: fixes.complete,
        more: fixes.more,
    }
}

fn obstacle_json(obstacle: &Obstacle) -> ObstacleJson {
    ObstacleJson {
        decider: DeciderJson::from(&obstacle.decider).into_owned(),
        packets: obstacle.packets.iter().map(PacketsJson::from).collect(),
    }
}

fn fix_json(reach: &Reach, fix: &Fix) -> FixJson {
    let effect = |effect: &Effect| EffectJson {
        from: end_name(&effect.from),
        to: end_name(&effect.to),
        opens: effect.opens.iter().map(PacketsJson::from).collect(),
        closes: effect.closes.iter().map(PacketsJson::from).collect(),
    };
    FixJson {
        edits: EditsJson::new(reach.scenario(), &fix.edits),
        proposed: proposed::json(reach, &fix.edits),
        effects: fix.effects.iter().map(effect).collect(),
        uncompared: fix.uncompared,
        contested: fix.contested,
        tie: fix
            .tie
            .as_ref()
            .map(|tie| TieJson { allow: tie.allow.to_string(), deny: tie.deny.to_string() }),
    }
}
