//! Hostile links: every fragment in the list opens or is rejected as listed, nothing panics, and
//! every link that opens can be shared again.

use std::collections::BTreeMap;

use sg_core::history::History;
use sg_core::share::{BadRoute, Limits, Link, LinkError, Route, unpacked_course, unpacked_lesson};
use sg_testing::hostile_links::Hostile;

/// The result for a fragment, as a class of the list, with the message if there is one.
fn outcome(fragment: &str) -> (&'static str, String) {
    let route = match Route::parse(fragment) {
        Ok(route) => route,
        Err(error) => {
            let class = match &error {
                BadRoute::TooLong { .. } => "too-long",
                BadRoute::Kind(_) => "kind",
                BadRoute::Id(_) => "id",
                BadRoute::Pane(_) => "pane",
                BadRoute::Number(_) => "number",
                BadRoute::Trailing(_) => "trailing",
                BadRoute::Repeated(_) => "repeated",
                BadRoute::TooMany { .. } => "too-many",
            };
            return (class, error.to_string());
        }
    };
    let class = match &route {
        Route::Start => "start",
        Route::New => "new",
        Route::Example { .. } => "example",
        Route::Lesson { .. } => "lesson",
        Route::Quiz { .. } => "quiz",
        Route::Series { .. } => "series",
        Route::Exercise { .. } => "exercise",
        Route::Course { text, .. } => match unpacked_course(text) {
            Ok(_) => "course",
            Err(error) => return (bad(&error), error.to_string()),
        },
        Route::Result { .. } => "result",
        Route::OwnLesson { text } => match unpacked_lesson(text) {
            Ok(_) => "own-lesson",
            Err(error) => return (bad(&error), error.to_string()),
        },
        Route::Scenario { text } => return opened(text),
    };
    assert_eq!(Route::parse(&route.to_string()), Ok(route), "{fragment:.80}");
    (class, String::new())
}

const fn bad(error: &LinkError) -> &'static str {
    match error {
        LinkError::NoVersion => "no-version",
        LinkError::Newer(_) => "newer",
        LinkError::Foreign(_) => "foreign",
        LinkError::Cut => "cut",
        LinkError::Damaged => "damaged",
        LinkError::TooLarge => "too-large",
        LinkError::Contents(_) => "contents",
    }
}

fn opened(text: &str) -> (&'static str, String) {
    let link = match Link::read(text) {
        Ok(link) => link,
        Err(error) => {
            return (bad(&error), error.to_string());
        }
    };
    assert!(Limits::LINK.hold(&link.scenario), "a link that opens is within the limits");
    let mut class = "scene";
    if let Some(log) = &link.log {
        match History::replayed(log, &link.scenario, &Limits::LINK) {
            Some(history) => assert_eq!(**history.scenario(), link.scenario),
            None => class = "lost-log",
        }
    }
    let Ok(Route::Scenario { text }) = link.route() else { unreachable!("a link is a scene") };
    assert_eq!(Link::read(&text), Ok(link), "a link that opens can be shared again");
    (class, String::new())
}

#[test]
fn every_hostile_link_opens_or_is_refused_as_the_list_says() {
    let (mut wrong, mut classes) = (Vec::new(), BTreeMap::<_, usize>::new());
    for hostile in Hostile::all() {
        let (class, message) = outcome(&hostile.fragment());
        *classes.entry(class).or_default() += 1;
        if class != hostile.class {
            let Hostile { line, class: wanted, how } = hostile;
            wrong.push(format!("{line}: {how:.70}: {wanted} expected, {class} found: {message}"));
        }
        // The page shows the message, so it must be short and free of control characters.
        assert!(message.chars().count() < 500, "{message}");
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    let count: usize = classes.values().sum();
    assert!(count >= 200, "{count}");
    assert_eq!(classes.len(), 24, "every class occurs: {classes:?}");
}

#[test]
fn no_line_stands_in_the_list_twice() {
    let mut seen = std::collections::BTreeSet::new();
    for hostile in Hostile::all() {
        assert!(seen.insert(hostile.how), "{}: {}", hostile.line, hostile.how);
    }
}
