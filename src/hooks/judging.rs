//! Log files being read and judged: a little at a time, so that the page can draw and Cancel works in
//! between, and never a whole file in memory.

use std::rc::Rc;
use std::sync::Arc;

use yew::prelude::*;

use crate::derived::{JudgedFiles, Sources};
use crate::hooks::judging::run::judge_files;
use crate::hooks::judging::stage::Run;
use crate::hooks::session::use_session;
use crate::platform::ChosenFile;
use crate::state::{Action, KeptLog};
use sg_core::model::Scenario;

mod pace;
mod run;
mod source;
mod stage;

pub use stage::{JudgingStage, ReadBytes};

/// Starts and stops the reading of logs.
#[derive(Clone, PartialEq)]
pub struct Judging {
    /// How far it is.
    pub stage: JudgingStage,
    /// Reads files; what is being read already is dropped.
    pub start: Callback<Vec<ChosenFile>>,
    /// Stops reading, and keeps the result so far.
    pub cancel: Callback<()>,
}

/// The logs of a dialog. When it closes, reading stops and the result so far is kept.
#[hook]
pub fn use_judging(scenario: &Arc<Scenario>, first: JudgingStage) -> Judging {
    let session = use_session();
    let stage = use_state_eq(|| first);
    let run = use_mut_ref(Rc::<Run>::default);
    {
        let run = Rc::clone(&run);
        use_effect_with((), move |()| {
            move || {
                let run = run.borrow();
                run.unseen.set(true);
                run.stopped.set(true);
            }
        });
    }
    let start = {
        let (run, setter, dispatch) = (Rc::clone(&run), stage.setter(), session.dispatch);
        use_callback(Arc::clone(scenario), move |files: Vec<ChosenFile>, scenario| {
            if files.is_empty() {
                return;
            }
            let own = Rc::<Run>::default();
            let earlier = run.replace(Rc::clone(&own));
            earlier.dropped.set(true);
            earlier.stopped.set(true);
            let (setter, dispatch) = (setter.clone(), dispatch.clone());
            let (scenario, sources) = (Arc::clone(scenario), Sources::of(files));
            yew::platform::spawn_local(async move {
                let tell = |stage| {
                    if !own.unseen.get() && !own.dropped.get() {
                        setter.set(stage);
                    }
                };
                tell(JudgingStage::Preparing);
                let judged = judge_files(&own, scenario, sources, &tell).await;
                finish(&own, judged, &tell, &dispatch);
            });
        })
    };
    let cancel = use_callback((), move |(), ()| run.borrow().stopped.set(true));
    Judging { stage: (*stage).clone(), start, cancel }
}

/// Keeps what was read, if there is anything.
fn finish(
    run: &Run,
    judged: JudgedFiles,
    tell: &dyn Fn(JudgingStage),
    dispatch: &Callback<Action>,
) {
    if run.dropped.get() {
        return;
    }
    if judged.intake.entries > 0 {
        dispatch.emit(Action::Log(Some(KeptLog::of(&Rc::new(judged)))));
        tell(JudgingStage::Idle);
    } else if judged.stopped.is_some() {
        tell(JudgingStage::Idle);
    } else {
        tell(JudgingStage::Nothing(judged.files.names, judged.faults));
    }
}
