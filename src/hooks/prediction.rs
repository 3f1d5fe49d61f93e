//! The predicted effect of an edit, for the form that makes it.

use std::rc::Rc;
use std::sync::Arc;

use yew::prelude::*;

use crate::derived::Predictor;
use sg_core::history::{Edit, Step};
use sg_core::model::Scenario;

/// The step that an edit would become, from the page's shared predictor. Without a [`Predictor`]
/// for this scenario, it is predicted with an empty log.
#[hook]
pub fn use_prediction(scenario: &Arc<Scenario>, edit: Option<&Edit>) -> Option<Arc<Step>> {
    let shared = use_context::<Rc<Predictor>>();
    let own = use_memo(Arc::clone(scenario), Predictor::on);
    let shared = shared.filter(|shared| Arc::ptr_eq(shared.scenario(), scenario));
    edit.and_then(|edit| shared.unwrap_or(own).foresee(edit))
}
