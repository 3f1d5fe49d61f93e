//! The task of a lesson in one line: the first goal that is not met.

use yew::prelude::*;

use crate::component::learn::lesson::words::said;
use crate::hooks::Session;
use crate::text::{answer, lessons as text};
use sg_core::lesson::{Lesson, Progress};

/// The line, and the button that shows or hides everything else of the panel.
pub(crate) fn brief(
    session: &Session,
    lesson: &Lesson,
    progress: &Progress,
    (unfolded, onfold): (bool, &Callback<()>),
) -> Html {
    let open = lesson.goals.iter().zip(&progress.goals).find(|(_, miss)| miss.is_some());
    let (met, all) = (progress.met().to_string(), progress.goals.len().to_string());
    let count = session.fill(text::GOALS_MET, &[("met", &met), ("all", &all)]);
    let (class, glyph) = if open.is_some() { ("open", "○") } else { ("met", "✓") };
    html! {
        <div class="brief">
            <span class={classes!("glyph", class)} aria-hidden="true">{glyph}</span>
            <p>
                <span role="status">
                    <span class="visually-hidden">{count}</span>
                    <span class="count" aria-hidden="true">{met}{"/"}{all}</span>
                </span>
                {" "}
                {match open {
                    Some((goal, _)) => said(session, &goal.name),
                    None => html! { {session.say(text::ALL_MET)} },
                }}
            </p>
            <button type="button" class="link" aria-expanded={unfolded.to_string()} onclick={onfold.reform(|_: MouseEvent| ())}>
                {session.say(if unfolded { answer::LESS } else { answer::MORE })}
            </button>
        </div>
    }
}
