//! Adds lesson files to a course, each as a part of its own.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::component::kit::file_field::FileField;
use crate::component::learn::lesson::builder::file_fault::file_fault;
use crate::hooks::use_session;
use crate::platform::ChosenFile;
use crate::state::{Action, TrainingEdit};
use crate::text::{builder, training as text};
use sg_core::lesson::Lesson;
use sg_core::lesson::course::wire::LessonDocument;
use sg_core::lesson::draft::free_id;
use sg_core::training::{CourseDocument, PartDocument};

#[derive(Properties, PartialEq, Eq)]
pub(crate) struct LessonFilesProps {
    pub(crate) course: Rc<CourseDocument>,
}

/// The file field. Files that are valid lessons are added; what is wrong with the others is said, each
/// by its name.
#[component]
pub(crate) fn LessonFiles(props: &LessonFilesProps) -> Html {
    let session = use_session();
    let wrong = use_state(Vec::<String>::new);
    let onfiles = {
        let setter = wrong.setter();
        let course = Rc::clone(&props.course);
        Callback::from(move |files: Vec<ChosenFile>| {
            let (session, setter) = (session.clone(), setter.clone());
            let mut course = CourseDocument::clone(&course);
            spawn_local(async move {
                let mut wrong = Vec::new();
                for file in files {
                    let read = match file.text(Lesson::MOST_BYTES).await {
                        Ok(text) => lesson(&text).map_err(|said| {
                            let name = file.name();
                            session
                                .fill(text::BAD_LESSON_FILE, &[("name", &name), ("error", &said)])
                        }),
                        Err(fault) => Err(file_fault(&session, &file, fault)),
                    };
                    match read {
                        Ok(own) => course.parts.push(own_part(&course, own)),
                        Err(said) => wrong.push(said),
                    }
                }
                let draft = TrainingEdit::CourseDraft(course.packed().into());
                session.dispatch.emit(Action::Training(draft));
                setter.set(wrong);
            });
        })
    };
    html! {
        <>
            <FileField id="course-part-files" label={text::ADD_LESSON_FILES} hint={builder::CHOOSE_HINT} {onfiles} />
            <ul class="builder-verdict" role="status">
                {for wrong.iter().map(|said| html! { <li><span class="bad" aria-hidden="true">{"✗ "}</span>{said.clone()}</li> })}
            </ul>
        </>
    }
}

/// A lesson as a part of a course, with an id that no other lesson of it has.
pub(crate) fn own_part(course: &CourseDocument, lesson: LessonDocument) -> PartDocument {
    let others = course.parts.iter().filter_map(|part| part.own_lesson.as_ref());
    let ids: Vec<&str> = others.map(|own| own.id.as_str()).collect();
    let id = free_id(&lesson.id, |id| ids.contains(&id));
    let own_lesson = Some(LessonDocument { id, ..lesson });
    PartDocument { own_lesson, ..PartDocument::default() }
}

/// The lesson of a file.
///
/// # Errors
/// Everything that is wrong with it.
fn lesson(text: &str) -> Result<LessonDocument, String> {
    let document = LessonDocument::read(text).map_err(|error| error.to_string())?;
    match Lesson::checked(&document) {
        Ok(_) => Ok(document),
        Err(problems) => {
            let all: Vec<String> = problems.iter().map(ToString::to_string).collect();
            Err(all.join("; "))
        }
    }
}
