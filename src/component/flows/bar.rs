//! The line below the pairs that leads back to what a flow log said.

use yew::prelude::*;

use crate::component::kit::button::IconButton;
use crate::derived::JudgedFiles;
use crate::hooks::use_session;
use crate::state::{Action, KeptLog, LocationEdit, OpenDialog};
use crate::text::flows as text;

/// Properties of [`FlowsBar`].
#[derive(Properties, PartialEq, Eq)]
pub struct FlowsBarProps {
    /// What was read.
    pub log: KeptLog,
}

/// How many disagreements there are, and the way back to them.
#[component]
pub fn FlowsBar(props: &FlowsBarProps) -> Html {
    let session = use_session();
    let Some(judged) = props.log.read::<JudgedFiles>() else { return Html::default() };
    let count = judged.report.disagreements.len().to_string();
    let open = Action::Location(LocationEdit::Dialog(Some(OpenDialog::Flows)));
    html! {
        <div class="strip told compared">
            <p class="delta">{session.fill(text::BAR, &[("count", &count)])}</p>
            <button type="button" id="flows-back" class="link" aria-haspopup="dialog" onclick={session.on(open)}>{session.say(text::BACK)}</button>
            {IconButton::cross(session.say(text::CLOSE), session.on(Action::Log(None))).fallback("matrix").show()}
        </div>
    }
}
