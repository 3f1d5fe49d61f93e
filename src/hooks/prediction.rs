//! What an edit would lead to, for the form that asks for it.

use std::rc::Rc;
use std::sync::Arc;

use yew::prelude::*;

use crate::derived::Predictor;
use sg_core::history::{Edit, Step};
use sg_core::model::Scenario;

/// The step that an edit of a scenario would become, as the whole page foresees it. Where nobody
/// provides a [`Predictor`] for this scenario, it is foreseen without a log.
#[hook]
pub fn use_prediction(scenario: &Arc<Scenario>, edit: Option<&Edit>) -> Option<Arc<Step>> {
    let shared = use_context::<Rc<Predictor>>();
    let own = use_memo(Arc::clone(scenario), Predictor::on);
    let shared = shared.filter(|shared| Arc::ptr_eq(shared.scenario(), scenario));
    edit.map(|edit| shared.unwrap_or(own).foresee(edit))
}
