//! Performs edits. What flips a switch or opens a scenario is in the first download; the rest of the
//! emulator is in a part.

use crate::part::Missing;
use crate::seam;
use crate::state::request::BEGUN;
use sg_core::emulator::{Action as Operation, Env};
use sg_core::history::{Edit, History, Step, TopologyEdit};

seam! { static FORESEE: fn(&History, Edit, Env) -> Step = History::foresee; foresee in emulator }

/// Downloads the rest of the emulator.
///
/// # Errors
/// [`Missing`] if it does not arrive.
pub async fn fetch_emulator() -> Result<(), Missing> {
    BEGUN.fetch().await?;
    FORESEE.fetch().await.map(drop)
}

/// Whether the rest of the emulator is here.
pub fn can_emulate() -> bool {
    FORESEE.get().is_some()
}

/// Whether an edit needs no part.
pub(crate) fn is_simple(edit: &Edit) -> bool {
    match edit {
        Edit::Call(call) => call.action == Operation::ModifySecurityGroupPolicy,
        Edit::Topology(edit) => matches!(edit, TopologyEdit::StartOver { .. }),
    }
}

/// The step that an edit would become; `None` if that takes a part that is not here.
pub(crate) fn foresee(history: &History, edit: Edit, env: Env) -> Option<Step> {
    let simple = history.foresee_simple(edit, env);
    simple.or_else(|edit| FORESEE.get().map(|foresee| foresee(history, edit, env)).ok_or(())).ok()
}

/// The log after an edit. Edits that take a part are not made before it is here.
pub(crate) fn performed(history: &History, edit: Edit, env: Env) -> History {
    foresee(history, edit, env).map_or_else(|| history.clone(), |step| history.and(step))
}
