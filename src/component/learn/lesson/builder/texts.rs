//! Title, task and topic of a lesson draft.

use yew::prelude::*;

use crate::component::kit::text_field::TextField;
use crate::component::learn::lesson::builder::making::Making;
use crate::component::learn::lesson::builder::prose::prose;
use crate::component::learn::lesson::name_of;
use crate::hooks::value_of;
use crate::text::builder as text;
use sg_core::language::Text;
use sg_core::lesson::course::Words;
use sg_core::lesson::{Draft, Level};

/// The fields.
pub(super) fn texts(making: &Making<'_>) -> Html {
    let session = making.session;
    let task = making.change(|draft: &mut Draft, task: Words| draft.task = task);
    let level = making.change(|draft: &mut Draft, event: Event| {
        draft.level = value_of(&event).parse().ok();
    });
    let chosen = making.draft.level.unwrap_or(2);
    let levels = Level::ALL.into_iter().zip(1_u64..);
    html! {
        <>
            <p class="muted">{session.say(text::EACH_LANGUAGE)}</p>
            <div class="builder-texts">
                {title(making, text::TITLE_EN, "en")}
                {title(making, text::TITLE_ZH, "zh")}
            </div>
            {prose(session, "lesson-task", [text::TASK_EN, text::TASK_ZH], None, &making.draft.task, &task)}
            <label class="field">
                {session.say(text::LEVEL)}
                <select id="lesson-level" onchange={level}>
                    {for levels.map(|(level, number)| html! {
                        <option value={number.to_string()} selected={number == chosen}>{session.say(name_of(level))}</option>
                    })}
                </select>
            </label>
        </>
    }
}

fn title(making: &Making<'_>, label: Text, tag: &'static str) -> Html {
    let Words { en, zh } = making.draft.title.clone();
    let value = if tag == "en" { en } else { zh }.unwrap_or_default();
    let oninput = making.change(move |draft: &mut Draft, typed: String| {
        let own = if tag == "en" { &mut draft.title.en } else { &mut draft.title.zh };
        *own = (!typed.is_empty()).then_some(typed);
    });
    html! { <TextField id={format!("lesson-title-{tag}")} {label} {value} {oninput} wide={true} /> }
}
