//! The course builder: a list of parts, tried out at once, sent as a link or saved as a file.

use std::rc::Rc;
use std::sync::Arc;

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use yew::prelude::*;

use crate::component::kit::copy::CopyButton;
use crate::component::kit::dialog::Dialog;
use crate::component::kit::text_field::TextField;
use crate::component::learn::training::builder_add::BuilderAdd;
use crate::component::learn::training::builder_file::{CourseFile, wrong};
use crate::component::learn::training::builder_parts::parts;
use crate::hooks::{Session, use_page_address, use_session};
use crate::platform;
use crate::state::{Action, LocationEdit, TrainingEdit};
use crate::text::{builder, training as text};
use sg_core::language::Text;
use sg_core::lesson::Draft;
use sg_core::lesson::course::Words;
use sg_core::model::Scenario;
use sg_core::quote::json;
use sg_core::share::{DocumentError, Route, course_route};
use sg_core::training::{Course, CourseDocument};

/// Properties of [`CourseBuilder`].
#[derive(Properties, PartialEq, Eq)]
pub struct CourseBuilderProps {
    /// The text of the course so far.
    pub course: String,
    /// The lesson of the lesson builder, which can be a part.
    pub draft: Rc<Draft>,
    /// The scenario that this lesson starts with.
    pub scenario: Arc<Scenario>,
}

/// The builder. What is wrong is said below from the first keystroke.
#[component]
pub fn CourseBuilder(props: &CourseBuilderProps) -> Html {
    let session = use_session();
    let page = use_page_address();
    let CourseBuilderProps { course, draft, scenario } = props;
    let course = &*use_memo(course.clone(), |text| Rc::new(CourseDocument::draft(text)));
    let read = Course::try_from(&**course);
    let packed = use_memo(Rc::clone(course), |course| {
        (course.file(), course_route(&course.packed()).ok().map(|route| route.to_string()))
    });
    let (file, route) = &*packed;
    let href = format!("data:application/json,{}", utf8_percent_encode(file, NON_ALPHANUMERIC));
    let link = |route| format!("{page}?lang={}{route}", session.language.short());
    html! {
        <Dialog title={&builder::COURSE_BUILDER} opener="more">
            <div class="builder course-builder">
                <p class="muted">{session.say(text::COURSE_LEAD)}</p>
                <div class="builder-texts">
                    {title(&session, course, text::COURSE_TITLE_EN, "en")}
                    {title(&session, course, text::COURSE_TITLE_ZH, "zh")}
                </div>
                <h3>{session.say(text::PARTS)}</h3>
                {parts(&session, course)}
                <BuilderAdd course={Rc::clone(course)} draft={Rc::clone(draft)} scenario={Arc::clone(scenario)} />
                {verdict(&session, course, &read)}
                <div class="builder-acts">
                    <button type="button" class="primary" id="course-try" disabled={read.is_err() || route.is_none()} onclick={open(&session, route.as_deref().unwrap_or_default())}>{session.say(builder::TRY)}</button>
                    if route.is_none() {
                        <span class="muted">{session.say(builder::TOO_LONG)}</span>
                    }
                    if let (Some(route), true) = (route, read.is_ok()) {
                        <CopyButton label={session.say(builder::COPY_LINK)} done={session.say(builder::LINK_COPIED)} what={link(route)} />
                    }
                    <a class="alone-link" download="course.json" {href}>{session.say(builder::SAVE)}</a>
                    <CopyButton label={session.say(builder::COPY)} done={session.say(builder::COPIED)} what={json::visible(file).into_owned()} />
                </div>
                <CourseFile />
                <p><button type="button" class="link" onclick={open(&session, &Route::Result { text: String::new() }.to_string())}>{session.say(text::READ_RESULTS)}</button></p>
            </div>
        </Dialog>
    }
}

fn open(session: &Session, route: &str) -> Callback<MouseEvent> {
    let (dispatch, route) = (session.dispatch.clone(), route.to_owned());
    Callback::from(move |_: MouseEvent| {
        let follow = LocationEdit::Follow(route.clone(), platform::env());
        dispatch.emit(Action::Location(follow));
    })
}

fn title(session: &Session, course: &Rc<CourseDocument>, label: Text, tag: &'static str) -> Html {
    let Words { en, zh } = course.title.clone();
    let value = if tag == "en" { en } else { zh };
    let (course, dispatch) = (Rc::clone(course), session.dispatch.clone());
    let oninput = Callback::from(move |typed: String| {
        let mut course = CourseDocument::clone(&course);
        let own = if tag == "en" { &mut course.title.en } else { &mut course.title.zh };
        *own = (!typed.is_empty()).then_some(typed);
        dispatch.emit(Action::Training(TrainingEdit::CourseDraft(course.packed().into())));
    });
    html! { <TextField id={format!("course-title-{tag}")} {label} value={value.unwrap_or_default()} {oninput} wide={true} /> }
}

/// Whether the course is valid and, if not, what is wrong with it.
fn verdict(
    session: &Session,
    course: &CourseDocument,
    read: &Result<Course, DocumentError>,
) -> Html {
    let untitled = course.title.en.is_none() && course.title.zh.is_none();
    let said = match read {
        Ok(_) => {
            html! { <><span class="ok" aria-hidden="true">{"✓ "}</span>{session.say(text::COURSE_READS)}</> }
        }
        Err(_) if untitled || course.parts.is_empty() => {
            html! { {session.say(text::COURSE_MISSING)} }
        }
        Err(error) => wrong(session, error),
    };
    html! { <div class="builder-verdict" role="status">{said}</div> }
}
