//! Predicted effects of edits, computed once and shared by the form, the matrix and the request
//! pane.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use crate::state::performing::foresee;
use sg_core::emulator::{ApiError, Env, Reply};
use sg_core::history::{Edit, History, Outcome, Step};
use sg_core::model::{Scenario, Timestamp};

/// The fixed time and entropy of predictions. The outcome does not depend on them, and a prediction
/// must not change between renders.
pub const fn prediction_env() -> Env {
    Env { now: Timestamp::from_unix_seconds(0), entropy: 0 }
}

/// How many predictions are cached: a form and a hovered button may alternate.
const REMEMBERED: usize = 4;

/// Predicts edits after the steps of a log. A prediction is the step that the edit would become. It
/// needs the log because a repeated `ClientToken` is answered from it.
#[derive(Debug)]
pub struct Predictor {
    history: Rc<History>,
    known: RefCell<Vec<Arc<Step>>>,
}

impl PartialEq for Predictor {
    /// Equal logs give equal predictions; the cache does not matter.
    fn eq(&self, other: &Self) -> bool {
        self.history == other.history
    }
}

impl Eq for Predictor {}

impl Predictor {
    /// Predictions following this log.
    pub fn new(history: Rc<History>) -> Self {
        Self { history, known: RefCell::default() }
    }

    /// Predictions for a scenario without a log.
    pub fn on(scenario: &Arc<Scenario>) -> Self {
        Self::new(Rc::new(History::new(Arc::clone(scenario))))
    }

    /// The scenario that an edit would apply to.
    pub fn scenario(&self) -> &Arc<Scenario> {
        self.history.scenario()
    }

    /// The step that an edit would become; `None` while the part of the program that knows is not
    /// here.
    pub fn foresee(&self, edit: &Edit) -> Option<Arc<Step>> {
        let known = self.known.borrow().iter().find(|step| step.edit == *edit).cloned();
        known.or_else(|| {
            let step = Arc::new(foresee(&self.history, edit.clone(), prediction_env())?);
            let mut known = self.known.borrow_mut();
            known.truncate(REMEMBERED - 1);
            known.insert(0, Arc::clone(&step));
            Some(step)
        })
    }
}

/// The API's actual or predicted reply to a step's call; `None` for a topology edit.
pub fn api_answer(outcome: &Outcome) -> Option<Result<Reply, ApiError>> {
    match outcome {
        Outcome::Replied(reply) => Some(Ok(reply.clone())),
        Outcome::Refused(error) => Some(Err(error.clone())),
        Outcome::Done | Outcome::Impossible(_) => None,
    }
}
