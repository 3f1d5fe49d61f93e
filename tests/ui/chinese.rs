//! How the Chinese page reads: no English sentence inside it, and punctuation as Chinese sets it,
//! also where several texts meet.
//!
//! The structure tests look at each text of the catalogues; these look at what a reader sees when
//! texts, values and marks have been put together.

use std::collections::BTreeSet;
use std::rc::Rc;

use sg_core::language::Language;
use sg_core::lesson::{Example, Lesson};
use sg_core::quiz::Quiz;
use sg_playground::page::QuizPage;
use sg_playground::state::{
    Action, BuilderTab, DrawerTab, LessonEdit, LessonStep, LocationEdit, OpenDialog, QuizEdit,
    State, ViewMode,
};
use yew::Reducible;
use yew::prelude::*;

use crate::drawn::{self, draw};
use crate::opened::at;

/// The page in Chinese.
fn page(state: &Rc<State>) -> String {
    if let Some(quiz) = state.asked().cloned() {
        return draw(Language::Zh, html! { <QuizPage state={Rc::clone(state)} {quiz} /> });
    }
    drawn::page(state)
}

fn act(state: &Rc<State>, action: Action) -> Rc<State> {
    Rc::clone(state).reduce(action)
}

/// Elements inside a sentence; all others begin a line of their own.
const INLINE: [&str; 17] = [
    "a", "abbr", "b", "bdi", "code", "em", "i", "kbd", "mark", "q", "s", "samp", "small", "span",
    "strong", "var", "wbr",
];

/// Elements without content.
const VOID: [&str; 6] = ["br", "hr", "img", "input", "meta", "wbr"];

/// The lines a reader sees, and those a screen reader says. What is not the page's own words (code,
/// names, the API's messages, other languages) is one `\u{fffc}`.
fn lines(markup: &str) -> Vec<String> {
    let mut lines = vec![String::new()];
    // The open elements, and whether their content is foreign.
    let mut open: Vec<(String, bool)> = Vec::new();
    for part in markup.split('<').skip(1) {
        let (tag, text) = part.split_once('>').unwrap_or((part, ""));
        let name: String =
            tag.trim_start_matches('/').chars().take_while(char::is_ascii_alphanumeric).collect();
        if tag.starts_with('/') {
            while open.pop().is_some_and(|(own, _)| own != name) {}
        } else {
            for key in [" aria-label=\"", " title=\"", " placeholder=\""] {
                let value = tag.split_once(key).and_then(|(_, after)| after.split_once('"'));
                lines.insert(0, value.map(|(value, _)| plain(value)).unwrap_or_default());
            }
            let foreign = matches!(name.as_str(), "code" | "pre" | "textarea" | "samp" | "kbd")
                || tag.contains(" translate=\"no\"")
                || tag.contains(" aria-hidden=\"true\"")
                || tag.contains(" lang=\"en\"");
            let inherited = open.last().is_some_and(|(_, foreign)| *foreign);
            if foreign && !inherited {
                lines.last_mut().unwrap().push('\u{fffc}');
            }
            if !VOID.contains(&name.as_str()) && !tag.ends_with('/') {
                open.push((name.clone(), foreign || inherited));
            }
        }
        if !INLINE.contains(&name.as_str()) {
            lines.push(String::new());
        }
        if !open.last().is_some_and(|(_, foreign)| *foreign) {
            lines.last_mut().unwrap().push_str(&plain(text));
        }
    }
    lines.retain(|line| !line.trim().is_empty());
    lines
}

/// Text without the escapes of markup.
fn plain(text: &str) -> String {
    let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
    text.replace("&#x27;", "'").replace("&amp;", "&")
}

fn is_chinese(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}')
}

/// What is wrong with a line, if anything.
fn fault(line: &str) -> Option<String> {
    let chars: Vec<char> = line.trim().chars().collect();
    if !chars.iter().copied().any(is_chinese) && !line.contains('\u{fffc}') {
        // A line of its own without Chinese: a name, a value, or a sentence that nobody translated.
        return english(line);
    }
    for (place, pair) in chars.windows(2).enumerate() {
        let (a, b) = (pair[0], pair[1]);
        let half = |c: char| ",;:!?()".contains(c);
        if (is_chinese(a) && half(b)) || (half(a) && is_chinese(b)) {
            return Some(format!("half-width punctuation at `{a}{b}`"));
        }
        let full = |c: char| "，。：；！？（）、“”".contains(c);
        // A middle dot between spaces separates the items of a line.
        let separates = |c: Option<&char>| c == Some(&'·');
        let after = full(a) && b == ' ' && !separates(chars.get(place + 2));
        let before =
            a == ' ' && full(b) && !separates(place.checked_sub(1).and_then(|own| chars.get(own)));
        if after || before {
            return Some(format!("a space beside full-width punctuation, `{a}{b}`"));
        }
    }
    english(line)
}

/// Three English words in a row.
fn english(line: &str) -> Option<String> {
    let mut run: Vec<&str> = Vec::new();
    for word in line.split(' ') {
        let bare = word.trim_matches(|c: char| ",.;:!?".contains(c));
        if bare.len() > 1 && bare.chars().all(|c| c.is_ascii_lowercase()) {
            run.push(bare);
            if run.len() == 3 {
                return Some(format!("English words: {}", run.join(" ")));
            }
        } else {
            run.clear();
        }
    }
    None
}

/// Reports each faulty line once.
fn assert_chinese(markups: impl IntoIterator<Item = (String, String)>) {
    let mut seen = BTreeSet::new();
    let mut faults = Vec::new();
    let mut count = 0;
    for (place, markup) in markups {
        for line in lines(&markup) {
            count += 1;
            if let Some(fault) = fault(&line).filter(|_| seen.insert(line.clone())) {
                faults.push(format!("{place}: {fault}: {}", line.trim()));
            }
        }
    }
    assert!(count > 100, "only {count} lines were read");
    assert!(faults.is_empty(), "{} lines:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn a_line_is_put_together_as_a_reader_sees_it() {
    let markup = "<p>因为 <code>in accept</code>，<b>所以</b> 通过。</p><p lang=\"en\">No.</p>\
                  <button title=\"再来\">好</button>";
    let expected = ["再来", "因为 \u{fffc}，所以 通过。", "\u{fffc}", "好"];
    assert_eq!(lines(markup), expected);
    assert!(fault("通过。 因为").is_some());
    assert!(fault("通过(全部)").is_some());
    assert!(fault("G1 by rule of the group").is_some());
    assert!(fault("因为 in drop all 的规则").is_some());
}

#[test]
fn every_example_reads_as_chinese_in_every_view() {
    let states = Example::all().flat_map(|example| {
        let opened = at(&format!("#ex/{}", example.id));
        [ViewMode::Matrix, ViewMode::Drawing, ViewMode::List].map(|view| {
            let state = act(&act(&opened, Action::ViewMode(view)), Action::Fixes(true));
            (example.id.to_owned(), page(&state))
        })
    });
    assert_chinese(states);
}

#[test]
fn every_tab_and_dialog_reads_as_chinese() {
    let opened = at("#ex/three-groups");
    let tabs = DrawerTab::ALL
        .into_iter()
        .map(|tab| (format!("{tab:?}"), page(&act(&opened, Action::Drawer(Some(tab))))));
    let dialogs = [
        OpenDialog::Examples,
        OpenDialog::Import,
        OpenDialog::Lessons,
        OpenDialog::Share,
        OpenDialog::Export,
        OpenDialog::Statements,
        OpenDialog::Glossary,
    ];
    let dialogs = dialogs.into_iter().map(|dialog| {
        let open = Action::Location(LocationEdit::Dialog(Some(dialog)));
        (format!("{dialog:?}"), page(&act(&opened, open)))
    });
    let builder = BuilderTab::ALL.into_iter().map(|tab| {
        let open = Action::Location(LocationEdit::Builder(Some(tab)));
        (format!("{tab:?}"), page(&act(&opened, open)))
    });
    let keys = ("keys".to_owned(), page(&act(&opened, Action::Shortcuts(true))));
    assert_chinese(tabs.chain(dialogs).chain(builder).chain([keys]));
}

#[test]
fn every_lesson_reads_as_chinese_at_every_stage() {
    let states = Lesson::all().iter().flat_map(|lesson| {
        let opened = at(&format!("#lesson/{}", lesson.id));
        let answered = act(&opened, Action::Lesson(LessonEdit::Predict(0)));
        let stages = [LessonStep::Do, LessonStep::Why]
            .map(|step| act(&opened, Action::Lesson(LessonEdit::Step(step))));
        let hinted = act(&stages[0], Action::Lesson(LessonEdit::Hint));
        let states = [opened, answered, hinted].into_iter().chain(stages);
        states.map(|state| (lesson.id.clone(), page(&state))).collect::<Vec<_>>()
    });
    assert_chinese(states);
}

#[test]
fn quizzes_read_as_chinese_before_and_after_the_answer() {
    let states = (1..=60).filter(|seed| Quiz::of(*seed).is_some()).flat_map(|seed| {
        let opened = at(&format!("#quiz/{seed}"));
        let answered =
            [false, true].map(|choice| act(&opened, Action::Quiz(QuizEdit::Answer(choice))));
        let states = [opened].into_iter().chain(answered);
        states.map(|state| (format!("quiz {seed}"), page(&state))).collect::<Vec<_>>()
    });
    assert_chinese(states);
}
