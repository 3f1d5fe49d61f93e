//! Everything the page remembers, and the one pure function that changes it.

use std::net::IpAddr;
use std::rc::Rc;
use std::sync::Arc;

use yew::Reducible;

use sg_core::connectivity::{DirectionView, End, PacketChoice};
use sg_core::emulator::{Call, Env};
use sg_core::history::{Edit, History, Outcome};
use sg_core::language::Language;
use sg_core::lesson::Draft;
use sg_core::model::{RuleId, Scenario, SecurityGroupId};

mod console;
mod keeping;
mod lesson;
mod opening;
mod origins;
mod place;
mod presentation;
mod quiz;
mod request;
mod sending;
mod view;

use console::ReadLine;
pub use console::{Completion, ConsoleAnswer, ConsoleEntry, completions, printed};
pub use keeping::{KeepEdit, KeepNotice, Keeping, MaySave, Work};
pub use lesson::{Learned, Learning, LessonEdit, LessonStep};
pub use opening::{BadLink, LostLog, Opening, empty_scene};
pub use origins::{Origin, Origins};
pub use place::{Over, Place, PlaceEdit};
pub use presentation::{Ignored, Lock, Part, Presentation};
pub use quiz::{QuizEdit, Quizzing};
pub use request::{Request, RequestEdit};
pub use sending::{LOG_FITS, SentSteps, permalink};
pub use view::{DrawerHeight, DrawerTab, Lens, RequestForm, Selection, Theme, View};

/// What the page remembers. Everything it shows is computed from this.
#[derive(Debug, Clone, PartialEq)]
pub struct State {
    /// The scene and how it came to be.
    pub history: Rc<History>,
    /// What the page looks at.
    pub view: View,
    /// The API call in the request pane.
    pub request: Request,
    /// What was typed into the console, oldest first. It goes no further than this page.
    pub console: Rc<Vec<ConsoleEntry>>,
    /// An edit that the pointer or the focus only points at: its effect is shown, never done.
    pub preview: Option<Edit>,
    /// Where the page is: the link it stands for, and what lies over the work.
    pub place: Place,
    /// The lesson an author is making.
    pub draft: Rc<Draft>,
    /// What of it is kept for the next visit.
    pub keeping: Keeping,
    /// The quizzes answered, and the answer to the one that is open.
    pub quiz: Quizzing,
}

/// What can happen to the state.
#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    /// Does an edit and logs it.
    Edit(Edit, Env),
    /// Sends the call in the request pane.
    Send(Env),
    /// Reads a line of the console, and sends its call.
    Type(String, Env),
    /// One change of the scene back.
    Undo,
    /// One change of the scene forward again.
    Redo,
    /// Goes to the scene after this many steps of the log.
    Scrub(usize),
    /// Makes the scene shown the newest one, the steps after it kept in the log.
    Restore(Env),
    /// Begins again: in a lesson on its own scene, else on the first one. Undone like any edit.
    StartOver(Env),
    /// Forgets the log; the scene stays.
    ClearLog,
    /// Shows what an edit would change, or stops showing it.
    Preview(Option<Edit>),
    /// Edits the call in the request pane.
    Request(RequestEdit),
    /// Chooses a cell of the matrix.
    Select(Selection),
    /// Asks about one address of the chosen outside end, or about all of them.
    Address(Option<IpAddr>),
    /// Shows a rule in its group.
    Show(RuleId),
    /// Moves the place where the keyboard's switch key acts.
    FocusGroup(SecurityGroupId),
    /// Shows the pairs in another way.
    Lens(Lens),
    /// Looks for fixes of the chosen pair and shows them, or hides them.
    Fixes(bool),
    /// Chooses the packets the matrix asks about.
    Ask(PacketChoice),
    /// Chooses the sides the matrix looks at.
    Look(DirectionView),
    /// Opens a tab of the drawer, or closes the drawer.
    Drawer(Option<DrawerTab>),
    /// Writes the call in the request pane in another form.
    Write(RequestForm),
    /// Makes the drawer taller or lower.
    Resize(DrawerHeight),
    /// Speaks another language.
    Speak(Language),
    /// Changes the colours.
    Paint(Theme),
    /// Hides the first scene's question.
    HideQuestion,
    /// Puts the line away that says what is locked.
    HideBarred,
    /// Shows or hides the list of keyboard shortcuts.
    Shortcuts(bool),
    /// Moves through the open lesson.
    Lesson(LessonEdit),
    /// Opens a link, or moves what lies over the work.
    Place(PlaceEdit),
    /// Says something about saving the work, or takes what another page has saved.
    Keep(KeepEdit),
    /// Answers a quiz, or opens one.
    Quiz(QuizEdit),
}

impl State {
    /// The page on a scene, with the first question already asked: the first pair is chosen and
    /// the request pane holds the call that flips the first group's switch.
    pub fn new(scenario: Arc<Scenario>, view: View) -> Self {
        let request = Request::first(&scenario);
        let history = History::new(Arc::clone(&scenario));
        Self {
            history: Rc::new(history.clone()),
            view,
            request,
            preview: None,
            console: Rc::default(),
            place: Place::at(Rc::new(Opening::start(scenario))),
            draft: Rc::default(),
            keeping: Keeping::default(),
            quiz: Quizzing::default(),
        }
        .at(history)
    }

    /// The scene the page shows.
    pub fn scenario(&self) -> &Arc<Scenario> {
        self.history.scenario()
    }

    /// The call the request pane shows: the one pointed at, else the one sent last or edited.
    pub fn shown_call(&self) -> Call {
        match &self.preview {
            Some(Edit::Call(call)) => call.clone(),
            Some(Edit::World(_)) | None => self.request.call(),
        }
    }

    /// What came of the shown call, where it was sent as it stands.
    pub fn sent_outcome(&self) -> Option<&Outcome> {
        let pointing = matches!(self.preview, Some(Edit::Call(_)));
        let step = self.request.sent.as_ref().filter(|_| !pointing)?;
        Some(&step.outcome)
    }

    /// The state at another place of the log, with everything that names a part of the scene
    /// brought in line with it.
    fn at(&self, history: History) -> Self {
        let scenario = history.scenario();
        let kept = self.view.selection.clone().filter(|selection| selection.exists_in(scenario));
        let selection = kept.or_else(|| first_pair(scenario));
        let group = self.view.group.clone().filter(|group| scenario.group(group).is_some());
        let group = group.or_else(|| scenario.groups().next().map(|group| group.id.clone()));
        let view =
            View { selection, address: None, group, rule: None, barred: None, ..self.view.clone() };
        let request = self.request.after(&history);
        Self {
            history: Rc::new(history),
            view,
            request,
            preview: None,
            console: Rc::clone(&self.console),
            place: self.place.clone(),
            draft: Rc::clone(&self.draft),
            keeping: self.keeping.clone(),
            quiz: self.quiz.clone(),
        }
    }

    /// The state after a line of the console: its call is sent like any other.
    fn typed(&self, line: String, env: Env) -> Self {
        let (next, answer) = match ReadLine::read(&line) {
            Err(error) => (self.clone(), ConsoleAnswer::Unread(error)),
            Ok(read) => {
                let next = self.at(self.history.with(Edit::Call(read.call.clone()), env));
                let Some(step) = next.history.last_step().map(Arc::clone) else { return next };
                (next, read.called(step))
            }
        };
        let mut console = next.console.to_vec();
        console.push(ConsoleEntry { line, answer });
        Self { console: Rc::new(console), ..next }
    }

    /// The state at another place of the log, or as it is where there is none.
    fn at_some(&self, history: Option<History>) -> Self {
        history.map_or_else(|| self.clone(), |history| self.at(history))
    }

    fn viewing(&self, change: impl FnOnce(&mut View)) -> Self {
        let mut view = self.view.clone();
        change(&mut view);
        Self { view, ..self.clone() }
    }
}

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        if let Some(held) = self.held_back(&action) {
            return held;
        }
        // What is opened or taken is nobody's edit, and not saved before somebody edits it.
        let edits = !matches!(action, Action::Place(_) | Action::Keep(_) | Action::Quiz(_));
        let asks_locks = Self::asks_locks(&action);
        let next = match action {
            Action::Edit(edit, env) => self.at(self.history.with(edit, env)),
            Action::Send(env) => self.at(self.history.with(Edit::Call(self.request.call()), env)),
            Action::Type(line, env) => self.typed(line, env),
            Action::Undo => self.at_some(self.history.undo()),
            Action::Redo => self.at_some(self.history.redo()),
            Action::Scrub(position) => self.at(self.history.at(position)),
            Action::Restore(env) => self.at(self.history.restored(env)),
            Action::StartOver(env) => self.started_over(env),
            Action::ClearLog => self.at(self.history.cleared()),
            Action::Preview(preview) => Self { preview, ..(*self).clone() },
            Action::Request(edit) => self.requested(edit),
            Action::Select(selection) => self.viewing(|view| {
                view.selection = Some(selection);
                view.address = None;
                view.rule = None;
            }),
            Action::Address(address) => self.viewing(|view| view.address = address),
            Action::Show(rule) => self.viewing(|view| view.rule = Some(rule)),
            Action::FocusGroup(group) => self.viewing(|view| view.group = Some(group)),
            Action::Lens(lens) => self.viewing(|view| view.lens = lens),
            Action::Fixes(shown) => self.viewing(|view| view.fixes = shown),
            Action::Ask(packet) => self.viewing(|view| view.packet = packet),
            Action::Look(direction) => self.viewing(|view| view.direction = direction),
            Action::Drawer(drawer) => self.viewing(|view| view.drawer = drawer),
            Action::Write(form) => self.viewing(|view| view.form = form),
            Action::Resize(height) => self.viewing(|view| view.drawer_height = height),
            Action::Speak(language) => self.viewing(|view| view.language = language),
            Action::Paint(theme) => self.viewing(|view| view.theme = theme),
            Action::HideQuestion => self.viewing(|view| view.question = false),
            Action::HideBarred => self.viewing(|view| view.barred = None),
            Action::Shortcuts(shown) => self.viewing(|view| view.shortcuts = shown),
            Action::Lesson(edit) => self.in_lesson(edit),
            Action::Place(edit) => self.moved(edit),
            Action::Keep(edit) => self.kept(edit),
            Action::Quiz(edit) => self.quizzed(edit),
        };
        let next = if asks_locks { self.unless_locked(next) } else { next };
        let next = if edits { next.worked(&self) } else { next }.taught(&self);
        // The same value keeps the same pointer, so that nothing is drawn again.
        if next == *self { self } else { Rc::new(next) }
    }
}

/// The first two ends of the scene, which its question is about.
fn first_pair(scenario: &Scenario) -> Option<Selection> {
    let mut ends = scenario.interfaces().map(|interface| End::Interface(interface.id.clone()));
    Some(Selection { from: ends.next()?, to: ends.next()? })
}
