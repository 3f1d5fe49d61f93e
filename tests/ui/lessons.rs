//! Lessons: what a link opens, the flow from prediction to explanation, what is stored, and that
//! every text exists in both languages. No browser.

use std::rc::Rc;
use std::sync::Arc;

use sg_core::connectivity::{AskedPacket, PacketChoice};
use sg_core::emulator::Call;
use sg_core::history::{Edit, TopologyEdit, VpcEdit};
use sg_core::language::Language;
use sg_core::lesson::course::Words;
use sg_core::lesson::{Lesson, Progress, first_scenario};
use sg_core::model::{InnerAccessPolicy, SecurityGroupId};
use sg_core::share::Route;
use sg_playground::component::learn::lesson::list::LessonList;
use sg_playground::component::learn::lesson::panel::LessonPanel;
use sg_playground::page::Playground;
use sg_playground::state::{
    Action, BadLink, Learned, LessonEdit, LessonStep, LocationEdit, Opening, State, Theme, View,
};
use sg_playground::text::lessons as text;
use sg_testing::environment::env;
use yew::Reducible;
use yew::prelude::*;

use crate::drawn::{attribute, draw, tags, words};

fn at(fragment: &str) -> Rc<State> {
    let view = View::new(Language::En, Theme::Light);
    Rc::new(State::opened(Opening::of(fragment), &view))
}

fn flip(state: &Rc<State>, group: &str, policy: InnerAccessPolicy) -> Rc<State> {
    let group = SecurityGroupId::parse(group).unwrap();
    let call = Call::modify_security_group_policy(state.scenario().region(), &group, policy);
    Rc::clone(state).reduce(Action::Edit(Edit::Call(call), env(1)))
}

fn lesson(state: &Rc<State>, edit: LessonEdit) -> Rc<State> {
    Rc::clone(state).reduce(Action::Lesson(edit))
}

fn step(state: &State) -> LessonStep {
    state.location.learning.as_ref().unwrap().step
}

fn panel(state: &Rc<State>, language: Language) -> String {
    let learning = state.location.learning.clone().unwrap();
    let progress: Rc<Progress> = Rc::new(learning.lesson.progress(&state.history));
    let history = Rc::clone(&state.history);
    draw(language, html! { <LessonPanel {learning} {progress} {history} /> })
}

/// A lesson text as displayed.
fn plain(words: &Words, language: Language) -> String {
    words.get(language).replace('`', " ").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The words of markup, treating code like any other word.
fn shown(markup: &str) -> String {
    words(markup)
}

/// Whether markup shows a text, ignoring white space between tags.
fn says(markup: &str, text: &str) -> bool {
    let tight = |text: &str| text.split_whitespace().collect::<String>();
    tight(&shown(markup)).contains(&tight(text))
}

#[test]
fn every_lesson_opens_at_every_part_and_keeps_its_link() {
    for lesson in Lesson::all() {
        for (fragment, part) in [
            (format!("#lesson/{}", lesson.id), LessonStep::Predict),
            (format!("#lesson/{}/2", lesson.id), LessonStep::Do),
            (format!("#lesson/{}/3", lesson.id), LessonStep::Why),
        ] {
            let state = at(&fragment);
            assert_eq!(state.location.bad, None, "{fragment}");
            assert_eq!(step(&state), part, "{fragment}");
            assert_eq!(state.route().unwrap().to_string(), fragment);
            assert_eq!(*state.scenario(), lesson.scenario);
            let selection = state.view.selection.clone().unwrap();
            assert_eq!((selection.from, selection.to), {
                let asked = lesson.question.as_ref().unwrap();
                (asked.from.clone(), asked.to.clone())
            });
        }
    }
    let beyond = at("#lesson/three-groups/9");
    assert_eq!(step(&beyond), LessonStep::Why);
    let nobody = at("#lesson/nobody");
    assert_eq!(nobody.location.bad, Some(BadLink::NoLesson("nobody".to_owned())));
    assert!(nobody.location.learning.is_none());
}

/// Reads all texts in both languages: the question, each feedback, goals, hints, explanations.
#[test]
fn every_lesson_reads_in_both_languages_without_a_missing_text() {
    for own in Lesson::all() {
        for language in Language::ALL {
            let opened = at(&format!("#lesson/{}", own.id));
            let mut markup = panel(&opened, language);
            for choice in 0..own.question.as_ref().unwrap().choices.len() {
                markup += &panel(&lesson(&opened, LessonEdit::Predict(choice)), language);
            }
            let mut hinted = lesson(&opened, LessonEdit::Step(LessonStep::Do));
            for _ in &own.hints {
                hinted = lesson(&hinted, LessonEdit::Hint);
            }
            markup += &panel(&hinted, language);
            markup += &panel(&lesson(&opened, LessonEdit::Step(LessonStep::Why)), language);
            let mut texts = vec![&own.title, &own.task, &own.question.as_ref().unwrap().text];
            texts.extend(
                own.question.as_ref().unwrap().choices.iter().flat_map(|c| [&c.text, &c.feedback]),
            );
            texts.extend(own.goals.iter().map(|goal| &goal.name));
            texts.extend(&own.hints);
            texts.extend(own.why.iter().map(|why| &why.text));
            texts.extend(own.also.iter().map(|also| &also.text));
            for text in texts {
                let text = plain(text, language);
                assert!(says(&markup, &text), "{} {language:?}: {text}", own.id);
            }
            for basis in own.why.iter().flat_map(|why| &why.rests) {
                assert!(markup.contains(&format!("<summary>{}</summary>", basis.number())));
            }
            assert!(!markup.contains('`'), "{}", own.id);
        }
    }
}

#[test]
fn the_answer_is_veiled_until_somebody_guesses() {
    let page = |state: &Rc<State>| {
        let (state, onsend) = (Rc::clone(state), Callback::noop());
        draw(Language::En, html! { <Playground {state} {onsend} /> })
    };
    let opened = at("#lesson/three-groups");
    let before = page(&opened);
    assert_eq!(tags(&before, "td").iter().filter(|td| td.contains("veiled")).count(), 2);
    assert!(says(&before, text::PREDICT_FIRST.en) && !before.contains("class=\"why\""));
    assert!(!before.contains("From ecs1 to ecs2: all"), "nor announced to screen readers");
    assert!(says(&before, "goals 1/2"), "the change strip gives a count");

    let guessed = lesson(&opened, LessonEdit::Predict(0));
    let after = page(&guessed);
    assert!(!after.contains("veiled") && after.contains("class=\"why\""));
    assert!(says(&after, text::NOT_RIGHT.en) && says(&after, text::RIGHT_ANSWER.en));
    let right = page(&lesson(&opened, LessonEdit::Predict(1)));
    assert!(says(&right, text::RIGHT.en) && !says(&right, text::NOT_RIGHT.en));

    // The question is hypothetical, so the scenario does not show its answer and nothing is hidden.
    assert!(!page(&at("#lesson/isolate-a-group")).contains("veiled"));
    assert!(!page(&at("#lesson/three-groups/2")).contains("veiled"));
}

#[test]
fn work_leads_from_the_question_to_the_goals_and_to_the_reasons() {
    let opened = at("#lesson/three-groups");
    // Starting the work ends the prediction.
    let wrong = flip(&opened, "sg-bp1g3", InnerAccessPolicy::Drop);
    assert_eq!(step(&wrong), LessonStep::Do);
    let markup = panel(&wrong, Language::En);
    assert!(says(&markup, "0 of 2 goals met"));
    assert!(says(&markup, "ecs1 → ecs2: TCP 1 is allowed"), "{}", shown(&markup));
    assert!(says(&markup, text::SHOW_PACKET.en));

    let learning = wrong.location.learning.clone().unwrap();
    let progress = learning.lesson.progress(&wrong.history);
    let miss = progress.goals[1].as_ref().unwrap();
    let jumped = lesson(&wrong, LessonEdit::jump(miss).unwrap());
    let port = sg_core::model::Port::new(1).unwrap();
    assert_eq!(jumped.view.packet, PacketChoice::One(AskedPacket::Tcp(port)));
    let cell = miss.cell().unwrap().clone();
    let selection = jumped.view.selection.clone().unwrap();
    assert_eq!((selection.from, selection.to), cell);

    let again = lesson(&wrong, LessonEdit::Restart(env(2)));
    assert_eq!(*again.scenario(), learning.lesson.scenario);
    let done = flip(&again, "sg-bp1g2", InnerAccessPolicy::Drop);
    assert_eq!(step(&done), LessonStep::Why);
    assert!(done.view.learned.done.contains("three-groups"));
    let markup = panel(&done, Language::En);
    assert!(says(&markup, "Changes made: 1; a good solution needs 1."));
    assert!(says(&markup, text::NOTHING_NEEDLESS.en));
    assert_eq!(done.route().unwrap().to_string(), "#lesson/three-groups/3");

    // Undo reopens the goal, but the lesson stays marked as completed.
    let undone = done.reduce(Action::Undo);
    assert!(undone.view.learned.done.contains("three-groups"));
    assert!(says(&panel(&undone, Language::En), text::NOT_DONE.en));
}

#[test]
fn what_is_opened_needlessly_is_told() {
    let state = at("#lesson/first-visitors/2");
    let line = "aliyun ecs AuthorizeSecurityGroup --RegionId cn-hangzhou --SecurityGroupId sg-bp1web \
        --Permissions.1.IpProtocol TCP --Permissions.1.PortRange 80/443 --Permissions.1.SourceCidrIp 0.0.0.0/0";
    let call = sg_core::request::parse::parse(line).unwrap().call;
    let wide = state.reduce(Action::Edit(Edit::Call(call), env(1)));
    let progress = Lesson::find("first-visitors").unwrap().progress(&wide.history);
    assert_eq!(progress.openings.len(), 1);
    assert!(!progress.is_done());
}

#[test]
fn a_lesson_that_is_put_away_leaves_the_scenario() {
    let state = flip(&at("#lesson/three-groups"), "sg-bp1g3", InnerAccessPolicy::Drop);
    let scenario = Arc::clone(state.scenario());
    let left = lesson(&state, LessonEdit::Leave);
    assert!(left.location.learning.is_none());
    assert_eq!(*left.scenario(), scenario);
    assert!(matches!(left.route(), Some(Route::Scenario { .. })));
    assert!(
        matches!(state.shared_route(true), Some(Route::Scenario { .. })),
        "the link is to the scenario itself"
    );
    let back = LocationEdit::Open(Rc::new(Opening::of("#lesson/ping")), env(3));
    let back = left.reduce(Action::Location(back));
    assert_eq!(back.location.learning.as_ref().unwrap().lesson.id, "ping");
}

#[test]
fn starting_over_in_a_lesson_is_its_own_scenario_again_and_can_be_undone() {
    let start_over = |state: &Rc<State>| Rc::clone(state).reduce(Action::StartOver(env(8)));
    for own in Lesson::all() {
        let opened = at(&format!("#lesson/{}", own.id));
        let unasked = start_over(&opened);
        assert_eq!(step(&unasked), LessonStep::Predict, "{}: the question is still open", own.id);
        // Something possible in every scenario that no goal depends on.
        let blocks = vec!["192.168.0.0/16".parse().unwrap()];
        let vpc = TopologyEdit::Vpc(VpcEdit::Create { name: "aside".to_owned(), blocks });
        let worked = opened.reduce(Action::Edit(Edit::Topology(vpc), env(7)));
        assert_ne!(*worked.scenario(), own.scenario, "{}", own.id);
        let again = start_over(&worked);
        assert_eq!(*again.scenario(), own.scenario, "{}", own.id);
        let learning = again.location.learning.clone().unwrap();
        assert_eq!((&learning.lesson, learning.step), (own, LessonStep::Do));
        assert_eq!(own.progress(&again.history).calls, 0, "the count starts over");
        assert_eq!(again.route().unwrap().to_string(), format!("#lesson/{}/2", own.id));
        assert_eq!(again.reduce(Action::Undo).scenario(), worked.scenario(), "{}", own.id);
    }
    // Elsewhere, and after a lesson is closed, starting over opens the first scenario.
    let left = lesson(&at("#lesson/ping"), LessonEdit::Leave);
    for state in [left, at("#ex/ping"), at("#new"), at("#quiz/5")] {
        let before = Arc::clone(state.scenario());
        let over = start_over(&state);
        assert_eq!(**over.scenario(), first_scenario());
        assert!(over.asked().is_none());
        assert_eq!(*over.reduce(Action::Undo).scenario(), before);
    }
}

#[test]
fn a_lesson_begun_again_after_it_was_done_stays_done_and_asks_its_goals_again() {
    let done = flip(&at("#lesson/three-groups"), "sg-bp1g2", InnerAccessPolicy::Drop);
    assert_eq!(step(&done), LessonStep::Why);
    let again = done.reduce(Action::StartOver(env(8)));
    assert_eq!(step(&again), LessonStep::Do);
    assert!(again.view.learned.done.contains("three-groups"));
    for language in Language::ALL {
        let met = text::GOALS_MET.fill(language, &[("met", "1"), ("all", "2")]);
        assert!(says(&panel(&again, language), &met), "{}", shown(&panel(&again, language)));
    }
}

#[test]
fn the_list_shows_what_is_done_and_says_when_nothing_is_kept() {
    for language in Language::ALL {
        let learned = Learned::from_words("three-groups ping gone-lesson", true);
        assert_eq!(learned.words(), "gone-lesson ping three-groups");
        let markup = draw(language, html! { <LessonList {learned} training={Rc::default()} /> });
        let links = tags(&markup, "a");
        for lesson in Lesson::all() {
            let href = format!("#lesson/{}", lesson.id);
            let link = links.iter().find(|a| attribute(a, "href") == Some(&href)).unwrap();
            let done = ["three-groups", "ping"].contains(&lesson.id.as_str());
            assert_eq!(link.contains("done"), done, "{href}");
            assert!(says(&markup, &plain(&lesson.title, language)));
        }
        let count = text::DONE_OF.fill(language, &[("done", "2"), ("all", "21")]);
        assert!(says(&markup, &count), "{}", shown(&markup));
        assert!(!says(&markup, text::NOT_KEPT.get(language)));
        assert!(links.iter().any(|a| a.contains("cheat-sheet.")));
        let learned = Learned::from_words("", false);
        let markup = draw(language, html! { <LessonList {learned} training={Rc::default()} /> });
        assert!(says(&markup, text::NOT_KEPT.get(language)));
    }
}

#[test]
fn the_question_is_a_form_with_one_group_of_radio_buttons() {
    let opened = at("#lesson/quarantine");
    let markup = panel(&opened, Language::Zh);
    let radios: Vec<&str> =
        tags(&markup, "input").into_iter().filter(|i| i.contains("\"radio\"")).collect();
    assert_eq!(radios.len(), 3);
    assert!(radios.iter().all(|radio| attribute(radio, "name") == Some("prediction")));
    assert_eq!((tags(&markup, "fieldset").len(), tags(&markup, "legend").len()), (1, 1));
    let submit = tags(&markup, "button").into_iter().find(|b| b.contains("submit")).unwrap();
    assert!(submit.contains("disabled"), "nothing is selected yet");
}
