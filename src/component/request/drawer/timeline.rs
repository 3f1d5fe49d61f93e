//! The timeline: go to any step, see which one changed the selected pair, and export the log.

use std::rc::Rc;

use yew::prelude::*;

use crate::component::kit::button::IconButton;
use crate::component::kit::copy::CopyButton;
use crate::component::request::drawer::timeline::clear::Clear;
use crate::component::request::drawer::timeline::step::timeline_step;
use crate::component::words::edit::describe;
use crate::hooks::{Session, text_of, use_session};
use crate::platform;
use crate::state::{Action, LocationEdit, OpenDialog, Selection, View};
use crate::text::{compare, timeline as text};
use sg_core::explain::end_label;
use sg_core::history::{History, Transition, script, transitions};

mod clear;
mod step;

/// Properties of [`Timeline`].
#[derive(Properties, PartialEq)]
pub(crate) struct TimelineProps {
    /// The log.
    pub(crate) history: Rc<History>,
    /// The view, which holds the selected pair, packets and checks.
    pub(crate) view: View,
}

/// The slider, the state of the selected pair, and one line per step.
#[component]
pub(crate) fn Timeline(props: &TimelineProps) -> Html {
    let session = use_session();
    let TimelineProps { history, view } = props;
    let turns = use_memo(
        (Rc::clone(history), view.selection.clone(), view.packet, view.direction),
        |(history, pair, packet, direction)| {
            let Selection { from, to } = pair.as_ref()?;
            Some(transitions(history, from, to, *packet, *direction))
        },
    );
    if history.steps().is_empty() {
        return html! { <p class="none">{session.say(text::NOTHING_YET)}</p> };
    }
    let pair = view.selection.as_ref().map(|pair| pair_label(&session, history, pair));
    let start = Transition { position: 0, state: None, changed: false };
    let transition = |position: usize| {
        let found = turns.as_ref().as_ref().and_then(|turns| turns.get(position).cloned());
        found.unwrap_or(Transition { position, ..start.clone() })
    };
    let last = history.steps().len();
    html! {
        <div class="timeline">
            {scrubber(&session, history)}
            if let (Some(pair), Some(turns)) = (&pair, turns.as_ref()) {
                <p class="transitions" aria-live="polite">{changed(&session, history, pair, turns)}</p>
            }
            <ol class="steps">
                {for (0..=last).rev().map(|position| timeline_step(&session, history, &transition(position), pair.as_deref()))}
            </ol>
        </div>
    }
}

fn pair_label(session: &Session, history: &History, pair: &Selection) -> String {
    let label = |end| end_label(history.scenario(), end, session.language);
    format!("{} → {}", label(&pair.from), label(&pair.to))
}

/// The slider over the log, and the actions for its current position.
fn scrubber(session: &Session, history: &Rc<History>) -> Html {
    let (position, last) = (history.position(), history.steps().len());
    let drag = session
        .dispatch
        .reform(|event: InputEvent| Action::Scrub(text_of(&event).parse().unwrap_or(usize::MAX)));
    let to = |position: usize| session.on(Action::Scrub(position));
    let restore = session.dispatch.reform(|_: MouseEvent| Action::Restore(platform::env()));
    let open = Action::Location(LocationEdit::Dialog(Some(OpenDialog::Compare)));
    let of_all = [("position", position.to_string()), ("last", last.to_string())];
    let of_all = of_all.each_ref().map(|(name, value)| (*name, value.as_str()));
    html! {
        <div class="scrubber" data-focus-fallback="timeline-step">
            {IconButton::new("◂", session.say(text::BACK), to(position.saturating_sub(1))).enabled(position > 0).show()}
            <input
                type="range"
                id="timeline-step"
                min="0"
                max={last.to_string()}
                value={position.to_string()}
                aria-label={session.say(text::POSITION)}
                aria-valuetext={session.fill(text::STEP_OF, &of_all)}
                oninput={drag}
            />
            {IconButton::new("▸", session.say(text::FORWARD), to(position + 1)).enabled(position < last).show()}
            <span class="muted">{session.fill(text::STEP_OF, &of_all)}</span>
            <button type="button" class="link" disabled={position == last} title={session.say(text::RESTORE_MORE)} onclick={restore}>{session.say(text::RESTORE)}</button>
            <span class="grow"></span>
            <button type="button" id="timeline-compare" class="link" aria-haspopup="dialog" onclick={session.on(open)}>{session.say(compare::COMPARE_STEPS)}</button>
            <CopyButton
                label={session.say(text::COPY_SCRIPT)}
                done={session.say(text::COPIED_SCRIPT)}
                what={script(history, session.language)}
            />
            <Clear />
        </div>
    }
}

/// Answers "which call cut A from B?": the last step that changed the pair, and how many times it
/// changed.
fn changed(session: &Session, history: &History, pair: &str, turns: &[Transition]) -> Html {
    let changes: Vec<&Transition> = turns.iter().filter(|transition| transition.changed).collect();
    let Some(last) = changes.last() else {
        return html! { {session.fill(text::NEVER_TURNED, &[("pair", pair)])} };
    };
    let step = last.position.checked_sub(1).and_then(|index| history.steps().get(index));
    let before = history.scenario_at(last.position.saturating_sub(1));
    let edit = step.map(|step| describe(session, before, &step.edit));
    let count = changes.len().to_string();
    let values =
        [("pair", pair), ("count", count.as_str()), ("edit", edit.as_deref().unwrap_or_default())];
    html! {
        <>
            {session.fill(if changes.len() == 1 { text::TURNED_ONCE } else { text::TURNED }, &values)}
            {" "}
            <button type="button" class="link" onclick={session.on(Action::Scrub(last.position.saturating_sub(1)))}>{session.say(text::SHOW_BEFORE)}</button>
            <button type="button" class="link" onclick={session.on(Action::Scrub(last.position))}>{session.say(text::SHOW_AFTER)}</button>
        </>
    }
}
