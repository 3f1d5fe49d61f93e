//! Courses, learners' records and results: round trips, published links and codes, limits, and what is
//! wrong with bad input.

#![expect(clippy::unwrap_used, reason = "a test panics on the first error")]

use std::sync::LazyLock;

use proptest::prelude::*;
use proptest::sample::select;

use sg_core::language::Language;
use sg_core::lesson::course::{Words, wire::LessonDocument};
use sg_core::lesson::{Draft, Example, GoalCell, Lesson, first_scenario};
use sg_core::model::Timestamp;
use sg_core::quiz::{Answer, Misconception, Quiz};
use sg_core::share::{
    BadRoute, LinkError, Route, course_route, result_code, series, unpacked_course,
};
use sg_core::training::{
    Class, Course, CourseDocument, CoursePart, Learner, LearnerError, LessonWork, PartDocument,
    PartResult, PartWork, QuizScore, QuizWork, ResultError, Results, SolvedLesson, Visit, found,
    subject_of,
};
use sg_testing::random_scenario;

/// Published courses: the title and the number of parts that each link opens. Lines are added, never
/// changed.
const COURSES: &str = include_str!("../../../../tests/data/courses.txt");

/// Published result codes, each with its line in English. Lines are added, never changed.
const RESULTS: &str = include_str!("../../../../tests/data/results.txt");

fn lines(file: &str) -> impl Iterator<Item = (&str, &str)> {
    let lines = file.lines().filter(|line| !line.starts_with("# ") && !line.is_empty());
    lines.map(|line| line.split_once('\t').unwrap())
}

fn said(en: &str) -> Words {
    Words { en: Some(en.to_owned()), zh: None }
}

fn own_lesson() -> LessonDocument {
    let goal = GoalCell {
        from: "ecs1".to_owned(),
        to: "ecs3".to_owned(),
        packets: "tcp/443".to_owned(),
        passes: true,
        ..GoalCell::default()
    };
    let (title, task, why) = (said("One way"), said("Let ecs1 in."), said("One direction."));
    Draft { title, task, why, goals: vec![goal], ..Draft::default() }.document(&first_scenario())
}

fn lesson(id: &str) -> PartDocument {
    PartDocument { lesson: Some(id.to_owned()), ..PartDocument::default() }
}

fn quiz(seeds: &[u64]) -> PartDocument {
    PartDocument { quiz: Some(seeds.to_vec()), ..PartDocument::default() }
}

fn text(en: &str) -> PartDocument {
    PartDocument { text: Some(said(en)), ..PartDocument::default() }
}

fn document(parts: Vec<PartDocument>) -> CourseDocument {
    CourseDocument { title: said("A course"), parts, ..CourseDocument::default() }
}

#[test]
fn published_courses_open_for_ever() {
    let mut count = 0;
    for (link, expected) in lines(COURSES) {
        let Route::Course { text, part: None } = Route::parse(link).unwrap() else {
            panic!("{link}")
        };
        let course = Course::read(&unpacked_course(&text).unwrap()).unwrap();
        let told = format!("{}: {}", course.title.get(Language::En), course.parts.len());
        assert_eq!(told, expected, "{link}");
        count += 1;
    }
    assert!(count > 0);
}

#[test]
fn published_results_are_read_for_ever() {
    let mut count = 0;
    for (link, expected) in lines(RESULTS) {
        let Route::Result { text } = Route::parse(link).unwrap() else { panic!("{link}") };
        assert_eq!(Results::read(&text).unwrap().line(Language::En), expected, "{link}");
        count += 1;
    }
    assert!(count > 0);
}

#[test]
fn a_course_with_every_kind_of_part_is_read() {
    let own = PartDocument { own_lesson: Some(own_lesson()), ..PartDocument::default() };
    let example = PartDocument { example: Some("ping".to_owned()), ..PartDocument::default() };
    let document = document(vec![
        text("Welcome"),
        lesson("three-groups"),
        own,
        quiz(&[4711, 36, 73]),
        example,
    ]);
    let course = Course::try_from(&document).unwrap();
    assert_eq!(Course::read(&document.file()), Ok(course.clone()));
    assert_eq!(Course::read(&document.packed()), Ok(course.clone()));
    let [words, built_in, own, quiz, example] = course.parts.as_slice() else { panic!() };
    assert!(matches!(words, CoursePart::Text(words) if words.en.as_deref() == Some("Welcome")));
    assert!(matches!(built_in, CoursePart::Lesson(own) if own.id == "three-groups"));
    assert!(matches!(own, CoursePart::Lesson(own) if own.title == said("One way")));
    assert_eq!(*quiz, CoursePart::Quiz(vec![4711, 36, 73]));
    assert!(matches!(example, CoursePart::Example(example) if example.id == "ping"));
}

#[test]
fn what_is_wrong_with_a_course_names_its_place() {
    let mut bad = own_lesson();
    bad.goals[0].claim.traffic.as_mut().unwrap().from = "nobody".to_owned();
    let own = PartDocument { own_lesson: Some(bad), ..PartDocument::default() };
    let missing = PartDocument { example: Some("nothing".to_owned()), ..PartDocument::default() };
    let both = PartDocument { example: Some("ping".to_owned()), ..lesson("ping") };
    let many: Vec<u64> = (0..31).collect();
    for (parts, path, sentence) in [
        (vec![], "parts", "a course has at least one part"),
        (vec![text("x"); 41], "parts", "the course has 41 parts, more than 40"),
        (vec![lesson("x\u{202e}")], "parts[0].lesson", "there is no lesson `x\\u{202e}`"),
        (vec![missing], "parts[0].example", "there is no example `nothing`"),
        (vec![text("x"), quiz(&[])], "parts[1].quiz", "a quiz part has 1 to 30 quizzes, not 0"),
        (vec![quiz(&many)], "parts[0].quiz", "a quiz part has 1 to 30 quizzes, not 31"),
        (vec![quiz(&[5, 5])], "parts[0].quiz", "the quiz 5 stands twice"),
        (vec![quiz(&[Quiz::COUNT])], "parts[0].quiz", "there is no quiz 999996"),
        (vec![text(" ")], "parts[0].text", "a text that is given says something"),
        (
            vec![text(&"x".repeat(4_001))],
            "parts[0].text",
            "the text has 4001 characters, more than 4000",
        ),
        (vec![PartDocument::default()], "parts[0]", "a part has exactly one of"),
        (vec![both], "parts[0]", "a part has exactly one of"),
        (vec![own], "parts[0].ownLesson.goals[0].claim.traffic.from", "nobody"),
    ] {
        let error = Course::try_from(&document(parts)).unwrap_err();
        assert_eq!(error.path, path);
        assert!(error.sentence.contains(sentence), "{}", error.sentence);
    }
    for (file, path) in [
        ("", ""),
        ("[]", ""),
        (r#"{ "version": 2, "title": { "en": "x" }, "parts": [{ "lesson": "ping" }] }"#, "version"),
        (r#"{ "version": 1, "parts": [{ "lesson": "ping" }] }"#, "title"),
        (
            r#"{ "version": 1, "title": { "en": "x" }, "parts": [{ "lecture": "ping" }] }"#,
            "parts[0].lecture",
        ),
    ] {
        assert_eq!(Course::read(file).unwrap_err().path, path, "{file}");
    }
    let large = format!("{}{}", " ".repeat(256 * 1024), document(vec![text("x")]).file());
    assert!(Course::read(&large).unwrap_err().sentence.contains("more than 262144"));
}

#[test]
fn a_series_is_read_or_says_what_is_wrong() {
    assert_eq!(series("4711, 36,73"), Ok(vec![4711, 36, 73]));
    assert_eq!(Route::parse("#quiz/7"), Ok(Route::Quiz { seed: 7 }));
    assert_eq!(Route::parse("#quiz/7,7"), Err(BadRoute::Repeated(7)));
    assert_eq!(Route::parse("#quiz/7,x"), Err(BadRoute::Number("x".to_owned())));
    let many = (0..31).map(|seed: u64| seed.to_string()).collect::<Vec<_>>().join(",");
    assert_eq!(series(&many), Err(BadRoute::TooMany { questions: 31 }));
    assert_eq!(Route::parse("#result"), Ok(Route::Result { text: String::new() }));
    let course = Route::Course { text: "v1/abc".to_owned(), part: Some(3) };
    assert_eq!(Route::parse("#course/v1/abc/3"), Ok(course));
    assert_eq!(Route::parse("#course/v1/abc/0"), Err(BadRoute::Number("0".to_owned())));
    assert_eq!(Route::parse("#course/v1/abc/3/4"), Err(BadRoute::Number("3/4".to_owned())));
}

fn words() -> impl Strategy<Value = Words> {
    let said = || proptest::option::of("[a-zA-Z一-龥\\\\\t\n`\"', ]{0,40}x");
    (said(), said()).prop_map(|(en, zh)| match (en, zh) {
        (None, None) => said_default(),
        (en, zh) => Words { en, zh },
    })
}

fn said_default() -> Words {
    said("x")
}

fn part() -> impl Strategy<Value = PartDocument> {
    let lessons: Vec<String> = Lesson::all().iter().map(|own| own.id.clone()).collect();
    let examples: Vec<&str> = Example::all().map(|own| own.id).collect();
    prop_oneof![
        select(lessons).prop_map(|id| lesson(&id)),
        proptest::collection::btree_set(0..Quiz::COUNT, 1..=30)
            .prop_map(|seeds| quiz(&seeds.into_iter().collect::<Vec<_>>())),
        select(examples).prop_map(|id| PartDocument {
            example: Some(id.to_owned()),
            ..PartDocument::default()
        }),
        words().prop_map(|text| PartDocument { text: Some(text), ..PartDocument::default() }),
        Just(PartDocument { own_lesson: Some(own_lesson()), ..PartDocument::default() }),
    ]
}

fn misconceptions() -> impl Strategy<Value = Vec<Misconception>> {
    proptest::sample::subsequence(Misconception::ALL.to_vec(), 0..=Misconception::ALL.len())
}

fn part_result() -> impl Strategy<Value = PartResult> {
    prop_oneof![
        Just(PartResult::Lesson(None)),
        (any::<u32>(), any::<u32>()).prop_map(|(calls, openings)| PartResult::Lesson(Some(
            SolvedLesson { calls, openings }
        ))),
        (0..31_u32, 0..31_u32, 0..31_u32).prop_map(|(a, b, c)| {
            let mut all = [a, b, c];
            all.sort_unstable();
            let [right, answered, asked] = all;
            PartResult::Quiz(QuizScore { asked, answered, right })
        }),
        any::<bool>().prop_map(PartResult::Read),
    ]
}

fn results() -> impl Strategy<Value = Results> {
    // A name as the page takes it: no control characters, and no spaces at its ends.
    let name = "([^\\p{Cc} ]([^\\p{Cc}]{0,58}[^\\p{Cc}\\s])?)?";
    (
        name,
        "[^\\p{Cc}]{0,120}",
        "[a-z0-9/-]{1,40}",
        any::<u32>(),
        misconceptions(),
        misconceptions(),
        proptest::collection::vec(part_result(), 0..=40),
    )
        .prop_map(|(name, title, subject, seconds, met, ruled_out, parts)| Results {
            name: name.trim().to_owned(),
            title,
            subject,
            seconds,
            met,
            ruled_out,
            parts,
        })
}

/// Answers belong to a quiz.
static FIRST: LazyLock<Quiz> = LazyLock::new(|| Quiz::of(0).unwrap());

fn work() -> impl Strategy<Value = PartWork> {
    let lesson =
        (1..4_u16, proptest::option::of(0..5_usize), 0..5_usize, proptest::option::of(".{0,40}"))
            .prop_map(|(step, predicted, hints, saved)| LessonWork {
                step,
                predicted,
                hints,
                shown: hints == 4,
                saved,
            });
    let quiz = (any::<u64>(), any::<bool>(), proptest::collection::vec(any::<bool>(), 0..5))
        .prop_map(|(start, everything, works)| QuizWork {
            start,
            everything,
            answers: works.into_iter().map(|works| Answer::to(&FIRST, works)).collect(),
            open: Some(start),
            ended: everything,
        });
    (any::<bool>(), any::<u32>(), proptest::option::of(lesson), proptest::option::of(quiz))
        .prop_map(|(opened, seconds, lesson, quiz)| PartWork {
            opened,
            seconds,
            lesson,
            quiz,
            solved: None,
        })
}

fn visit() -> impl Strategy<Value = Visit> {
    ("#[a-z]{1,2}", words(), 0..100_i64, 0..4_usize, proptest::collection::vec(work(), 0..4))
        .prop_map(|(address, title, changed, part, parts)| Visit {
            address,
            title,
            changed,
            part,
            parts,
        })
}

fn learner() -> impl Strategy<Value = Learner> {
    (
        ".{0,20}",
        0..100_i64,
        proptest::collection::btree_set("[a-c]", 0..4),
        proptest::collection::vec(visit(), 0..6),
    )
        .prop_map(|(name, since, done, visits)| {
            let mut learner = Learner { name, since, done, ..Learner::default() };
            for (number, topic) in (0_i64..).zip(Misconception::ALL.iter().take(learner.done.len()))
            {
                let at = Timestamp::from_unix_seconds(since.saturating_add(number));
                learner.practice.answered(*topic, number % 2 == 0, at);
            }
            visits.into_iter().for_each(|visit| learner.put(visit));
            learner
        })
}

proptest! {
    #![proptest_config(random_scenario::config())]

    #[test]
    fn every_written_link_opens_the_course(title in words(), parts in proptest::collection::vec(part(), 1..8)) {
        let document = CourseDocument { title, parts, ..CourseDocument::default() };
        let course = Course::try_from(&document).unwrap();
        let route = course_route(&document.packed()).unwrap();
        let Ok(Route::Course { text, part: None }) = Route::parse(&route.to_string()) else {
            return Err(TestCaseError::fail("no link to a course"));
        };
        prop_assert_eq!(Course::read(&unpacked_course(&text).unwrap()), Ok(course.clone()));
        prop_assert_eq!(Course::read(&document.file()), Ok(course));
    }

    #[test]
    fn a_code_is_read_as_it_was_written_wherever_it_stands(results in results(), text in "[^/]{0,40}", width in 20..77_usize) {
        let code = results.code();
        prop_assert_eq!(Results::read(&code), Ok(results.clone()));
        let link = format!("https://example.com/?lang=en#result/{code}");
        let pasted = format!("{text}\n{link}.\n{text}");
        let all = found(&pasted);
        prop_assert_eq!(all.len(), 1);
        prop_assert_eq!(&all[0].results, &Ok(results.clone()));
        // As a mail program breaks and quotes it.
        let (before, after) = link.split_at(link.find("#result/v1/").unwrap() + 11);
        let broken: Vec<String> = after.as_bytes().chunks(width)
            .map(|line| String::from_utf8_lossy(line).into_owned()).collect();
        let all = found(&format!("> {before}{}", broken.join("\n> ")));
        prop_assert_eq!(&all[0].results, &Ok(results));
    }

    #[test]
    fn a_changed_code_is_no_code(results in results(), place in any::<prop::sample::Index>(), to in "[A-Za-z0-9_-]") {
        let code = results.code();
        let place = "v1/".len() + place.index(code.len() - "v1/".len());
        let mut changed = code;
        changed.replace_range(place..=place, &to);
        // The last character may hold bits that mean nothing.
        if let Ok(read) = Results::read(&changed) {
            prop_assert_eq!(read, results);
        }
    }

    #[test]
    fn any_text_is_a_code_or_has_a_reason(text in any::<String>()) {
        prop_assert!(Results::read(&text).is_err());
        prop_assert!(Results::read(&result_code(&text)).is_err());
        let _ = found(&text);
    }

    #[test]
    fn a_record_reads_back_and_any_text_has_a_reason(learner in learner(), text in any::<String>()) {
        prop_assert_eq!(Learner::read(&learner.write()), Ok(learner));
        prop_assert!(Learner::read(&text).is_err());
    }

    /// Two tabs of a learner: what either did is there, and what was reset later is not.
    #[test]
    fn two_records_of_a_learner_become_one(one in learner(), other in learner()) {
        let merged = one.clone().merged(other.clone());
        let since = one.since.max(other.since);
        prop_assert_eq!(merged.since, since);
        for visit in one.visits.iter().chain(&other.visits) {
            let kept = merged.visit(&visit.address);
            prop_assert_eq!(kept.is_some_and(|kept| kept.changed >= visit.changed), visit.changed >= since
                || kept.is_some());
        }
        prop_assert!(merged.visits.iter().all(|visit| visit.changed >= since));
        prop_assert_eq!(merged.clone().merged(other), merged);
    }

    #[test]
    fn the_table_of_a_class_is_one_line_for_each_code(all in proptest::collection::vec(results(), 0..8)) {
        let class = Class { all };
        for language in Language::ALL {
            let csv = class.csv(language);
            prop_assert_eq!(csv.matches("\r\n").count(), class.all.len() + 1);
            prop_assert_eq!(csv.matches('\n').count(), class.all.len() + 1);
        }
        for (own, count) in class.held() {
            let holds = |results: &&Results| results.held().any(|held| held == own);
            prop_assert_eq!(class.all.iter().filter(holds).count(), count);
        }
    }
}

#[test]
fn answers_show_which_misconceptions_were_met_and_ruled_out() {
    let topic = Misconception::ALL[0];
    let seeds: Vec<u64> = (0..4).map(|round| Quiz::seed(topic, round)).collect();
    let works = |seed: u64| Quiz::of(seed).unwrap().works();
    let course = Course::of_quiz(said("Quiz"), seeds.clone());
    let visit = |answers: Vec<(u64, bool)>| {
        let answer = |(seed, works): (u64, bool)| Answer::to(&Quiz::of(seed).unwrap(), works);
        let answers = answers.into_iter().map(answer).collect();
        let mut visit = Visit { address: "#quiz/1".to_owned(), ..Visit::default() };
        let quiz = Some(QuizWork { answers, ..QuizWork::default() });
        visit.set_work(0, PartWork { quiz, seconds: 61, ..PartWork::default() });
        visit.results(&course, "Ann", "Quiz")
    };
    let wrong = visit(vec![(seeds[0], !works(seeds[0]))]);
    assert!(wrong.held().any(|own| own == topic) && !wrong.ruled_out.contains(&topic));
    assert_eq!(wrong.score(), QuizScore { asked: 4, answered: 1, right: 0 });
    let mut answers: Vec<(u64, bool)> = seeds.iter().map(|seed| (*seed, works(*seed))).collect();
    let right = visit(answers.clone());
    assert!(right.met.is_empty() && right.ruled_out.contains(&topic));
    answers[0].1 = !answers[0].1;
    let cured = visit(answers);
    assert!(cured.met.contains(&topic) && cured.held().all(|own| own != topic));
    assert_eq!(
        cured.line(Language::En).split(": ").nth(2).map(|rest| rest.starts_with("3 of 4")),
        Some(true)
    );
}

#[test]
fn what_is_wrong_with_a_code_is_said() {
    let results =
        Results { name: "Ann".to_owned(), subject: "lesson/ping".to_owned(), ..Results::default() };
    let code = results.code();
    assert_eq!(Results::read("v2/abc"), Err(ResultError::Code(LinkError::Newer(2))));
    assert_eq!(Results::read("abc"), Err(ResultError::Code(LinkError::NoVersion)));
    assert_eq!(
        Results::read(code.get(..code.len() - 9).unwrap()),
        Err(ResultError::Code(LinkError::Cut))
    );
    assert_eq!(Results::read(&result_code("Ann\nno check")), Err(ResultError::Check));
    assert_eq!(found("result/v and result/v1/").len(), 2);
    assert_eq!(subject_of("#lesson/ping"), "lesson/ping");
    let long = subject_of("#course/v1/eNoBAgADAA");
    assert_eq!((long.len(), subject_of("#course/v1/eNoBAgADAA")), (12, long.clone()));
    assert_ne!(long, subject_of("#course/v1/eNoBAgADAB"));
}

#[test]
fn a_record_of_a_later_version_or_of_none_is_told_apart() {
    assert_eq!(Learner::read(r#"{"version":2,"name":"Ann"}"#), Err(LearnerError::Newer(2)));
    assert!(matches!(Learner::read("torn"), Err(LearnerError::Foreign(_))));
    assert!(matches!(Learner::read(r#"{"version":1,"visits":7}"#), Err(LearnerError::Foreign(_))));
    // Fields may be missing, and later versions may add some.
    let read = Learner::read(r#"{"version":1,"name":"Ann","mood":"good"}"#).unwrap();
    assert_eq!(read, Learner { name: "Ann".to_owned(), ..Learner::default() });
}

#[test]
fn a_record_stays_small_and_keeps_the_latest_work() {
    let mut learner = Learner::default();
    for number in 0..100_i64 {
        let lesson = LessonWork { saved: Some("x".repeat(30_000)), ..LessonWork::default() };
        let parts = vec![PartWork { lesson: Some(lesson), ..PartWork::default() }];
        learner.put(Visit {
            address: format!("#l/{number}"),
            changed: number,
            parts,
            ..Visit::default()
        });
    }
    assert_eq!(learner.visits.len(), 30);
    let text = learner.write();
    assert!(text.len() <= 400_000, "{}", text.len());
    let read = Learner::read(&text).unwrap();
    assert!(read.visit("#l/99").is_some() && read.visits.len() >= 10);
}
