//! The origin of a rule, shown beside it.

use std::rc::Rc;
use std::sync::Arc;

use yew::prelude::*;

use crate::hooks::use_session;
use crate::state::Origins;
use crate::text::import as text;
use sg_core::model::Rule;

/// Properties of [`RuleOrigin`].
#[derive(Properties, PartialEq, Eq)]
pub struct RuleOriginProps {
    /// The rule.
    pub rule: Arc<Rule>,
}

/// The file and line of an imported rule; nothing for one created or edited in the page.
#[component]
pub fn RuleOrigin(props: &RuleOriginProps) -> Html {
    let session = use_session();
    let origins = use_context::<Rc<Origins>>();
    let Some(origin) = origins.as_ref().and_then(|origins| origins.origin(&props.rule)) else {
        return Html::default();
    };
    let (line, column) = (origin.line.to_string(), origin.column.to_string());
    let values = [("file", origin.file), ("line", line.as_str()), ("column", column.as_str())];
    html! {
        <span class="origin" title={session.fill(text::ORIGIN, &values)}>
            <span class="visually-hidden">{" "}{session.say(text::ORIGIN_SHORT)}{" "}</span>
            <span translate="no">{format!("{}:{line}", origin.file)}</span>
        </span>
    }
}
