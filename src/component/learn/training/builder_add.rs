//! Forms of the course builder, each of which adds a part of one kind.

use std::rc::Rc;
use std::sync::Arc;

use yew::prelude::*;

use crate::component::kit::error_line::FieldError;
use crate::component::kit::limit::Limit;
use crate::component::kit::text_field::TextField;
use crate::component::learn::training::builder_lessons::{LessonFiles, own_part};
use crate::hooks::{Session, Typed, text_of, use_session, use_typed, value_of};
use crate::state::{Action, TrainingEdit};
use crate::text::training as text;
use sg_core::language::Text;
use sg_core::lesson::course::Words;
use sg_core::lesson::{Draft, Example, Lesson};
use sg_core::model::Scenario;
use sg_core::quiz::Quiz;
use sg_core::share::series;
use sg_core::training::{CourseDocument, PartDocument};

#[derive(Properties, PartialEq, Eq)]
pub(crate) struct BuilderAddProps {
    pub(crate) course: Rc<CourseDocument>,
    pub(crate) draft: Rc<Draft>,
    pub(crate) scenario: Arc<Scenario>,
}

/// One line for each kind of part.
#[component]
pub(crate) fn BuilderAdd(props: &BuilderAddProps) -> Html {
    let session = use_session();
    let BuilderAddProps { course, draft, scenario } = props;
    let first_lesson = || Lesson::all().first().map(|own| own.id.clone()).unwrap_or_default();
    let first_example = || Example::all().next().map(|own| own.id.to_owned()).unwrap_or_default();
    let (lesson, example) = (use_typed(first_lesson), use_typed(first_example));
    let (numbers, english, chinese) =
        (use_typed(String::new), use_typed(String::new), use_typed(String::new));
    let own = draft.lesson(scenario).is_ok().then(|| draft.document(scenario));
    let lessons = Lesson::all().iter();
    let lessons = lessons.map(|own| (own.id.clone(), own.title.get(session.language).to_owned()));
    let examples = Example::all().map(|own| (own.id.to_owned(), session.say(own.title).to_owned()));
    let seeds = series(&numbers).ok();
    let seeds = seeds.filter(|seeds| seeds.iter().all(|seed| *seed < Quiz::COUNT));
    let count = Quiz::COUNT.to_string();
    let bad = !numbers.trim().is_empty() && seeds.is_none();
    let error = bad.then(|| {
        FieldError::Topology(session.fill(text::BAD_NUMBERS, &[("count", &count)]).into())
    });
    let said = |typed: &Typed| Some(typed.value()).filter(|text| !text.trim().is_empty());
    let words = Words { en: said(&english), zh: said(&chinese) };
    let words = Some(words).filter(|words| *words != Words::default());
    let lesson_part = PartDocument { lesson: Some(lesson.value()), ..PartDocument::default() };
    let example_part = PartDocument { example: Some(example.value()), ..PartDocument::default() };
    let quiz_part =
        seeds.map(|seeds| PartDocument { quiz: Some(seeds), ..PartDocument::default() });
    let text_part =
        words.map(|words| PartDocument { text: Some(words), ..PartDocument::default() });
    let own_part = own.map(|own| own_part(course, own));
    let add = |name: Text, part: Option<PartDocument>, after: Vec<&Typed>| {
        add(&session, course, name, part, after)
    };
    html! {
        <>
            <div class="builder-cell">
                {choose(session.say(text::LESSON_CHOICE), "course-part-lesson", lessons, &lesson)}
                {add(text::ADD_LESSON, Some(lesson_part), Vec::new())}
                {add(text::ADD_OWN, own_part, Vec::new())}
            </div>
            <LessonFiles course={Rc::clone(course)} />
            <div class="builder-cell">
                <TextField id="course-part-quiz" label={text::QUIZ_NUMBERS} value={numbers.value()} placeholder="4711, 36, 73" oninput={numbers.set()} {error} />
                {add(text::ADD_QUIZ, quiz_part, vec![&numbers])}
            </div>
            <div class="builder-cell">
                {choose(session.say(text::EXAMPLE_CHOICE), "course-part-example", examples, &example)}
                {add(text::ADD_EXAMPLE, Some(example_part), Vec::new())}
            </div>
            <div class="builder-texts">
                {area(&session, "course-part-en", text::TEXT_EN, &english)}
                {area(&session, "course-part-zh", text::TEXT_ZH, &chinese)}
            </div>
            <div class="builder-cell">{add(text::ADD_TEXT, text_part, vec![&english, &chinese])}</div>
        </>
    }
}

/// A button that adds a part and empties the fields it was made of; disabled if they make none.
fn add(
    session: &Session,
    course: &CourseDocument,
    name: Text,
    part: Option<PartDocument>,
    after: Vec<&Typed>,
) -> Html {
    let disabled = part.is_none();
    let mut course = course.clone();
    course.parts.extend(part);
    let act = Action::Training(TrainingEdit::CourseDraft(course.packed().into()));
    let dispatch = session.dispatch.clone();
    let empty: Vec<Callback<String>> = after.into_iter().map(Typed::set).collect();
    let onclick = Callback::from(move |_: MouseEvent| {
        dispatch.emit(act.clone());
        empty.iter().for_each(|field| field.emit(String::new()));
    });
    html! { <button type="button" data-focus-fallback="course-part-lesson" {disabled} {onclick}>{session.say(name)}</button> }
}

fn choose(
    label: &str,
    id: &'static str,
    all: impl Iterator<Item = (String, String)>,
    chosen: &Typed,
) -> Html {
    let onchange = chosen.set().reform(|event: Event| value_of(&event));
    let now = chosen.value();
    html! {
        <label class="field">
            {label.to_owned()}
            <select {id} {onchange}>
                {for all.map(|(value, name)| html! { <option selected={value == now} value={value.clone()}>{name}</option> })}
            </select>
        </label>
    }
}

fn area(session: &Session, id: &'static str, label: Text, typed: &Typed) -> Html {
    let oninput = typed.set().reform(|event: InputEvent| text_of(&event));
    html! {
        <label class="field">
            {session.say(label)}
            <textarea {id} rows="3" maxlength={Limit::PARAGRAPHS} value={typed.value()} {oninput} />
        </label>
    }
}
