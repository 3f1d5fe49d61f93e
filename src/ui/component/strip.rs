//! The reaction to an edit, in one sentence: what it changed, or would change.

use std::rc::Rc;
use std::sync::Arc;

use yew::prelude::*;

use crate::connectivity::{CellChange, Change};
use crate::emulator::{ApiError, Call};
use crate::explain::end_label;
use crate::history::{Edit, Outcome, Step, WorldEdit};
use crate::language::Text;
use crate::model::Scenario;
use crate::ui::derived::Reachability;
use crate::ui::hooks::{Session, use_session};
use crate::ui::state::Action;
use crate::ui::text::{chrome, connectivity as text, request};

/// Properties of [`ChangeStrip`].
#[derive(Properties, PartialEq)]
pub struct ChangeStripProps {
    /// The scene.
    pub scenario: Arc<Scenario>,
    /// What changed.
    pub reachability: Rc<Reachability>,
    /// The call pointed at.
    pub preview: Option<Call>,
    /// The step done last.
    pub last: Option<Arc<Step>>,
}

/// Spoken when an edit was done; a preview is shown but not spoken, it would talk at every move.
#[component]
pub fn ChangeStrip(props: &ChangeStripProps) -> Html {
    let session = use_session();
    let preview = props.preview.as_ref().map(|call| preview_sentence(&session, props, call));
    let done = props.last.as_deref().map(|step| done_sentence(&session, props, step));
    let refused = matches!(
        props.last.as_deref().map(|s| &s.outcome),
        Some(Outcome::Refused(_) | Outcome::Impossible(_))
    );
    let undo = props.last.is_some() && preview.is_none() && !refused;
    html! {
        <div class="strip">
            <p class={classes!("delta", (preview.is_none() && refused).then_some("refused"))}>
                <span aria-live="polite" class={classes!(preview.is_some().then_some("visually-hidden"))}>
                    {done.unwrap_or_default()}
                </span>
                if props.last.is_none() && preview.is_none() {
                    <span class="hint">{session.say(text::HINT)}</span>
                }
                if let Some(preview) = preview {
                    <span aria-hidden="true">{preview}</span>
                }
            </p>
            if undo {
                <button type="button" class="link" onclick={session.on(Action::Undo)}>{session.say(chrome::UNDO)}</button>
            }
        </div>
    }
}

fn preview_sentence(session: &Session, props: &ChangeStripProps, call: &Call) -> String {
    let edit = describe_call(&props.scenario, call);
    if let Some(error) = &props.reachability.refusal {
        let error = code_line(error);
        return session.fill(text::WOULD_BE_REFUSED, &[("edit", &edit), ("error", &error)]);
    }
    match counts(session, props) {
        Some(changes) => session.fill(text::WOULD, &[("edit", &edit), ("changes", &changes)]),
        None => {
            format!("{edit}{} {}", session.say(text::COLON), session.say(text::WOULD_NOT_CHANGE))
        }
    }
}

fn done_sentence(session: &Session, props: &ChangeStripProps, step: &Step) -> String {
    let edit = describe(session, &props.scenario, &step.edit);
    match &step.outcome {
        Outcome::Refused(error) => {
            let error = code_line(error);
            session.fill(text::WAS_REFUSED, &[("edit", &edit), ("error", &error)])
        }
        Outcome::Impossible(error) => {
            session.fill(text::WAS_REFUSED, &[("edit", &edit), ("error", &error.to_string())])
        }
        Outcome::Replied(_) | Outcome::Done => match counts(session, props)
            .filter(|_| props.preview.is_none())
        {
            Some(changes) => session.fill(text::AFTER, &[("edit", &edit), ("changes", &changes)]),
            None => format!("{edit}{} {}", session.say(text::COLON), session.say(text::NO_CHANGE)),
        },
    }
}

fn code_line(error: &ApiError) -> String {
    format!("{} {}", error.status(), error.code())
}

/// What an edit is, in a few words: `G1 → Drop`, `AuthorizeSecurityGroup G1`.
pub(super) fn describe(session: &Session, scenario: &Scenario, edit: &Edit) -> String {
    match edit {
        Edit::Call(call) => describe_call(scenario, call),
        Edit::World(edit) => match edit {
            WorldEdit::CreateInstance { name, .. } => {
                session.fill(request::CREATED_INSTANCE, &[("name", name)])
            }
            WorldEdit::ReleaseInstance { instance } => {
                session.fill(request::RELEASED_INSTANCE, &[("name", instance.as_str())])
            }
            WorldEdit::CreateManagedGroup { name, .. } => {
                session.fill(request::CREATED_MANAGED, &[("name", name)])
            }
            WorldEdit::StartOver { .. } => session.say(request::STARTED_OVER).to_owned(),
        },
    }
}

fn describe_call(scenario: &Scenario, call: &Call) -> String {
    let group = call.params.get("SecurityGroupId").unwrap_or_default();
    let named = scenario.groups().find(|g| g.id.as_str() == group).map_or(group, |g| g.label());
    match call.params.get("InnerAccessPolicy") {
        Some(policy) => format!("{named} → {policy}"),
        None => format!("{} {named}", call.action.as_str()).trim_end().to_owned(),
    }
}

/// The changes by kind, each with its pairs: up to two by name, more by number.
fn counts(session: &Session, props: &ChangeStripProps) -> Option<String> {
    let kinds: [(Change, Text); 5] = [
        (Change::Opened, text::COUNT_OPENED),
        (Change::Closed, text::COUNT_CLOSED),
        (Change::Widened, text::COUNT_WIDENED),
        (Change::Narrowed, text::COUNT_NARROWED),
        (Change::Changed, text::COUNT_CHANGED),
    ];
    let said = kinds.iter().filter_map(|(kind, text)| {
        let of_kind: Vec<_> =
            props.reachability.changes.iter().filter(|c| c.change == *kind).collect();
        let pairs = pairs(session, props, &of_kind)?;
        Some(session.fill(*text, &[("pairs", &pairs)]))
    });
    let said: Vec<String> = said.collect();
    (!said.is_empty()).then(|| said.join(session.say(text::LIST_SEPARATOR)))
}

fn pairs(session: &Session, props: &ChangeStripProps, changes: &[&CellChange]) -> Option<String> {
    let name = |change: &&CellChange| {
        let label = |end| end_label(&props.scenario, end);
        format!("{} → {}", label(&change.from), label(&change.to))
    };
    match changes.len() {
        0 => None,
        1 | 2 => Some(
            changes.iter().map(name).collect::<Vec<_>>().join(session.say(text::LIST_SEPARATOR)),
        ),
        count => Some(session.fill(text::PAIR_COUNT, &[("count", &count.to_string())])),
    }
}
