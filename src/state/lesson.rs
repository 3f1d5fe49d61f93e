//! The open lesson and the learner's work on it.

use std::sync::Arc;

use crate::seam;
use crate::state::selection::Selection;
use sg_core::connectivity::{AskedPacket, Flow, Packet, PacketChoice};
use sg_core::emulator::Env;
use sg_core::history::History;
use sg_core::lesson::Lesson;
use sg_core::lesson::course::{Miss, Progress};
use sg_core::share::{LinkLesson, Route};

seam! { pub(crate) static PROGRESS: fn(&Lesson, &History) -> Progress = Lesson::progress; progress in reading }

/// The open lesson.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Learning {
    /// The lesson.
    pub lesson: Arc<Lesson>,
    /// The current part.
    pub step: LessonStep,
    /// The answer selected before the work.
    pub predicted: Option<usize>,
    /// The number of hints shown.
    pub hints: usize,
    /// Whether a solution was shown since the lesson began or was restarted.
    pub shown: bool,
    /// Whether no solution was found when one was to be shown.
    pub unsolved: bool,
    /// The number of the exercise, if the lesson is one.
    pub exercise: Option<u64>,
}

/// A part of a lesson.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum LessonStep {
    /// The question before the work.
    Predict,
    /// The goals.
    Do,
    /// The explanation.
    Why,
}

/// The lesson actions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LessonEdit {
    /// Selects an answer before the work.
    Predict(usize),
    /// Opens a part.
    Step(LessonStep),
    /// Shows one more hint.
    Hint,
    /// Makes the calls of a solution.
    Solve(Env),
    /// Restores the opening scenario. An unanswered question stays open.
    Restart(Env),
    /// Shows the packet that violates a goal.
    Jump(Selection, PacketChoice, Option<std::net::IpAddr>),
    /// Closes the lesson; the scenario stays.
    Leave,
}

impl LessonStep {
    /// All parts, in order.
    pub const ALL: [Self; 3] = [Self::Predict, Self::Do, Self::Why];

    /// The number in links, from 1.
    pub const fn number(self) -> u16 {
        match self {
            Self::Predict => 1,
            Self::Do => 2,
            Self::Why => 3,
        }
    }

    /// The part for a number; the last one if the lesson has no such part.
    pub const fn from_number(number: Option<u16>) -> Self {
        match number {
            None | Some(0 | 1) => Self::Predict,
            Some(2) => Self::Do,
            Some(_) => Self::Why,
        }
    }
}

impl Learning {
    /// A newly opened lesson.
    pub const fn new(lesson: Arc<Lesson>, step: LessonStep) -> Self {
        Self {
            lesson,
            step,
            predicted: None,
            hints: 0,
            shown: false,
            unsolved: false,
            exercise: None,
        }
    }

    /// The pair whose answer is hidden until the learner makes a prediction.
    pub fn hidden_answer(&self) -> Option<Selection> {
        let question = self.lesson.question.as_ref()?;
        let open = self.step == LessonStep::Predict && self.predicted.is_none() && question.shown;
        open.then(|| Selection { from: question.from.clone(), to: question.to.clone() })
    }

    /// The parts that it has, in order: an exercise asks nothing before the work.
    pub fn steps(&self) -> impl Iterator<Item = LessonStep> {
        let asks = self.lesson.question.is_some();
        LessonStep::ALL.into_iter().filter(move |step| asks || *step != LessonStep::Predict)
    }

    /// The first part.
    pub(crate) fn first_step(&self) -> LessonStep {
        self.steps().next().unwrap_or(LessonStep::Do)
    }

    /// The lesson and its current part, for a link to a scenario.
    pub fn link(&self) -> LinkLesson {
        LinkLesson { id: self.lesson.id.clone(), step: Some(self.step.number()) }
    }

    /// The link to the current part.
    pub fn route(&self) -> Route {
        let number = self.step.number();
        Route::Lesson { id: self.lesson.id.clone(), step: (number > 1).then_some(number) }
    }
}

impl LessonEdit {
    /// Shows the first violating packet of a goal, if a cell can show it.
    pub fn jump(miss: &Miss) -> Option<Self> {
        let (Flow { source, destination, packet }, (from, to)) = (miss.flow()?, miss.cell()?);
        let outside = [source, destination].into_iter().find(|end| end.interface().is_none());
        let pair = Selection { from: from.clone(), to: to.clone() };
        let packet = PacketChoice::One(asked(*packet));
        Some(Self::Jump(pair, packet, outside.map(|end| end.address())))
    }
}

/// The packet as a selection of the matrix.
pub(crate) fn asked(packet: Packet) -> AskedPacket {
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
