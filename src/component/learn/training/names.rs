//! The names of the parts of a course.

use crate::hooks::Session;
use crate::text::training as text;
use sg_core::lesson::course::Words;
use sg_core::lesson::{Example, Lesson};
use sg_core::training::{Course, CoursePart, PartDocument};

/// The name of a part, from 0; of the end page behind the last part.
pub(crate) fn name_of(session: &Session, course: &Course, part: usize) -> String {
    match course.parts.get(part) {
        Some(CoursePart::Lesson(lesson)) => lesson_name(session, &lesson.title),
        Some(CoursePart::Quiz(seeds)) => quiz_name(session, seeds.len()),
        Some(CoursePart::Example(example)) => {
            let title = session.say(example.title);
            session.fill(text::EXAMPLE_PART, &[("title", title)])
        }
        Some(CoursePart::Text(words)) => text_name(session, words),
        None => session.say(text::END_PART).to_owned(),
    }
}

/// The name of a part in the builder, which may not be valid.
pub(crate) fn name_of_draft(session: &Session, part: &PartDocument) -> String {
    let PartDocument { lesson, own_lesson, quiz, example, text: words } = part;
    if let Some(lesson) = own_lesson {
        return lesson_name(session, &lesson.title);
    }
    if let Some(seeds) = quiz {
        let numbers: Vec<String> = seeds.iter().map(u64::to_string).collect();
        return format!("{} ({})", quiz_name(session, seeds.len()), numbers.join(", "));
    }
    if let Some(words) = words {
        return text_name(session, words);
    }
    if let Some(id) = lesson {
        let title = Lesson::find(id).map(|lesson| lesson.title.clone());
        let title = title.unwrap_or_else(|| Words { en: Some(id.clone()), zh: None });
        return lesson_name(session, &title);
    }
    let id = example.as_deref().unwrap_or_default();
    let title = Example::find(id).map_or(id, |example| session.say(example.title));
    session.fill(text::EXAMPLE_PART, &[("title", title)])
}

fn lesson_name(session: &Session, title: &Words) -> String {
    session.fill(text::LESSON_PART, &[("title", title.get(session.language))])
}

fn quiz_name(session: &Session, count: usize) -> String {
    session.fill(text::QUIZ_PART, &[("count", &count.to_string())])
}

/// How much of a text stands for it, in characters.
const BEGINNING: usize = 40;

fn text_name(session: &Session, words: &Words) -> String {
    let said = words.get(session.language).replace('`', "");
    let line = said.lines().next().unwrap_or_default();
    let mut short: String = line.chars().take(BEGINNING).collect();
    if line.chars().nth(BEGINNING).is_some() {
        short.push('…');
    }
    match short.trim() {
        "" => session.say(text::TEXT_PART).to_owned(),
        _ => short,
    }
}
