//! The lesson that is open, what the learner has done in it, and which lessons are done.

use std::collections::BTreeSet;
use std::rc::Rc;
use std::sync::Arc;

use sg_core::connectivity::{AskedPacket, Flow, Packet, PacketChoice};
use sg_core::emulator::Env;
use sg_core::history::{Edit, WorldEdit};
use sg_core::lesson::course::{Attempt, Miss};
use sg_core::lesson::{Lesson, first_scene};
use sg_core::share::{LinkLesson, Route};

use super::{Opening, Selection, State};

/// The lesson that is open.
#[derive(Debug, Clone, PartialEq)]
pub struct Learning {
    /// The lesson.
    pub lesson: Arc<Lesson>,
    /// Where in it the learner is.
    pub step: LessonStep,
    /// The answer chosen before the work.
    pub predicted: Option<usize>,
    /// How many hints were asked for.
    pub hints: usize,
}

/// A part of a lesson.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum LessonStep {
    /// The question before the work.
    Predict,
    /// The goals.
    Do,
    /// Why it works.
    Why,
}

/// What can happen to the lesson.
#[derive(Debug, Clone, PartialEq)]
pub enum LessonEdit {
    /// Chooses an answer before the work.
    Predict(usize),
    /// Looks at a part.
    Step(LessonStep),
    /// Asks for one more hint.
    Hint,
    /// Puts the opening scene back. A question that is still open stays open.
    Restart(Env),
    /// Goes to the packet that is wrong.
    Jump(Selection, PacketChoice, Option<std::net::IpAddr>),
    /// Puts the lesson away; the scene stays.
    Leave,
}

/// Which lessons are done.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Learned {
    /// Their ids.
    pub done: BTreeSet<String>,
    /// Whether the browser keeps them for the next visit.
    pub kept: bool,
}

impl LessonStep {
    /// All, in their order.
    pub const ALL: [Self; 3] = [Self::Predict, Self::Do, Self::Why];

    /// The number that links name, from 1.
    pub const fn number(self) -> u16 {
        match self {
            Self::Predict => 1,
            Self::Do => 2,
            Self::Why => 3,
        }
    }

    /// The part of a number; the last one where a lesson has no such part.
    pub const fn from_number(number: Option<u16>) -> Self {
        match number {
            None | Some(0 | 1) => Self::Predict,
            Some(2) => Self::Do,
            Some(_) => Self::Why,
        }
    }
}

impl Learning {
    /// A lesson that has just been opened.
    pub const fn new(lesson: Arc<Lesson>, step: LessonStep) -> Self {
        Self { lesson, step, predicted: None, hints: 0 }
    }

    /// The pair whose answer is not shown before somebody has guessed it.
    pub fn veil(&self) -> Option<Selection> {
        let question = &self.lesson.question;
        let open = self.step == LessonStep::Predict && self.predicted.is_none() && question.shown;
        open.then(|| Selection { from: question.from.clone(), to: question.to.clone() })
    }

    /// The lesson and this part of it, for a link to a scene.
    pub fn link(&self) -> LinkLesson {
        LinkLesson { id: self.lesson.id.clone(), step: Some(self.step.number()) }
    }

    /// The link to this part.
    pub fn route(&self) -> Route {
        let number = self.step.number();
        Route::Lesson { id: self.lesson.id.clone(), step: (number > 1).then_some(number) }
    }
}

impl Opening {
    /// A lesson on its opening scene, at the cell that its question is about.
    pub fn of_lesson(route: Route, lesson: Arc<Lesson>) -> Self {
        let question = &lesson.question;
        let (from, to) = (question.from.clone(), question.to.clone());
        let (packet, scene) = (question.packet, Arc::clone(&lesson.scene));
        Self {
            route,
            selection: Some(Selection { from, to }),
            packet,
            lesson: Some(lesson),
            ..Self::start(scene)
        }
    }
}

impl Learned {
    /// The lessons done, from the words that were kept.
    pub fn from_words(words: &str, kept: bool) -> Self {
        Self { done: words.split_whitespace().map(str::to_owned).collect(), kept }
    }

    /// What is kept.
    pub fn words(&self) -> String {
        self.done.iter().map(String::as_str).collect::<Vec<_>>().join(" ")
    }
}

impl LessonEdit {
    /// Goes to the first wrong packet of a miss, where a cell shows it.
    pub fn jump(miss: &Miss) -> Option<Self> {
        let (Flow { source, destination, packet }, (from, to)) = (miss.flow()?, miss.cell()?);
        let outside = [source, destination].into_iter().find(|end| end.interface().is_none());
        let pair = Selection { from: from.clone(), to: to.clone() };
        let packet = PacketChoice::One(asked(*packet));
        Some(Self::Jump(pair, packet, outside.map(|end| end.address())))
    }
}

/// The packet as the matrix is asked about it.
fn asked(packet: Packet) -> AskedPacket {
    let usual = |port| port == Packet::DYNAMIC_PORT;
    match packet {
        Packet::Tcp { source_port, destination_port } if usual(source_port) => {
            AskedPacket::Tcp(destination_port)
        }
        Packet::Udp { source_port, destination_port } if usual(source_port) => {
            AskedPacket::Udp(destination_port)
        }
        Packet::Tcp { source_port: source, destination_port: destination } => {
            AskedPacket::TcpFrom { source, destination }
        }
        Packet::Udp { source_port: source, destination_port: destination } => {
            AskedPacket::UdpFrom { source, destination }
        }
        Packet::Icmp => AskedPacket::Icmp,
        Packet::Icmpv6 => AskedPacket::Icmpv6,
        Packet::Gre => AskedPacket::Gre,
        Packet::Other(number) => AskedPacket::Other(number),
    }
}

impl State {
    /// The pair whose answer waits for a guess.
    pub fn veil(&self) -> Option<Selection> {
        self.place.learning.as_ref()?.veil()
    }

    pub(super) fn in_lesson(&self, edit: LessonEdit) -> Self {
        let Some(mut learning) = self.place.learning.clone() else { return self.clone() };
        let mut view = self.view.clone();
        match edit {
            LessonEdit::Predict(choice) => learning.predicted = Some(choice),
            LessonEdit::Step(step) => learning.step = step,
            LessonEdit::Hint => {
                learning.hints = (learning.hints + 1).min(learning.lesson.hints.len());
            }
            LessonEdit::Restart(env) => {
                let scenario = Arc::clone(&learning.lesson.scene);
                learning.step = learning.step.min(LessonStep::Do);
                let again = Edit::World(WorldEdit::StartOver { scenario });
                return self.with_learning(Some(learning)).at(self.history.with(again, env));
            }
            LessonEdit::Jump(pair, packet, address) => {
                view.selection = Some(pair);
                view.packet = packet;
                view.address = address;
                view.rule = None;
            }
            LessonEdit::Leave => return self.with_learning(None),
        }
        Self { view, ..self.with_learning(Some(learning)) }
    }

    /// The state after starting over. In a lesson the learner is still in that lesson, and begins
    /// its work again; anywhere else the first scene is what there is to begin with.
    pub(super) fn started_over(&self, env: Env) -> Self {
        if self.place.learning.is_some() {
            return self.in_lesson(LessonEdit::Restart(env));
        }
        let scenario = Arc::new(first_scene());
        self.at(self.history.with(Edit::World(WorldEdit::StartOver { scenario }), env))
    }

    fn with_learning(&self, learning: Option<Learning>) -> Self {
        let mut next = self.clone();
        next.place.learning = learning;
        next
    }

    /// The lesson moves on with the work: the first edit ends the guessing, and the last goal that
    /// is met leads to the reasons.
    pub(super) fn taught(self, before: &Self) -> Self {
        let Some(learning) = &self.place.learning else { return self };
        let idle = Attempt::of(&self.history).steps().is_empty();
        if Rc::ptr_eq(&self.history, &before.history) || idle {
            return self;
        }
        let mut learning = learning.clone();
        let mut view = self.view.clone();
        learning.step = learning.step.max(LessonStep::Do);
        if learning.lesson.progress(&self.history).is_done() {
            // A lesson that stays done is read on where the reader is.
            if !learning.lesson.progress(&before.history).is_done() {
                learning.step = LessonStep::Why;
            }
            view.learned.done.insert(learning.lesson.id.clone());
        }
        Self { view, ..self.with_learning(Some(learning)) }
    }
}
