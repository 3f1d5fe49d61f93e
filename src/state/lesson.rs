//! The lesson that is open, what the learner has done in it, and which lessons are done.

use std::sync::Arc;

use crate::state::selection::Selection;
use sg_core::connectivity::{AskedPacket, Flow, Packet, PacketChoice};
use sg_core::emulator::Env;
use sg_core::lesson::Lesson;
use sg_core::lesson::course::Miss;
use sg_core::share::{LinkLesson, Route};

/// The lesson that is open.
#[derive(Debug, Clone, PartialEq, Eq)]
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
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LessonEdit {
    /// Chooses an answer before the work.
    Predict(usize),
    /// Looks at a part.
    Step(LessonStep),
    /// Asks for one more hint.
    Hint,
    /// Puts the opening scenario back. A question that is still open stays open.
    Restart(Env),
    /// Goes to the packet that is wrong.
    Jump(Selection, PacketChoice, Option<std::net::IpAddr>),
    /// Puts the lesson away; the scenario stays.
    Leave,
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
    pub fn hidden_answer(&self) -> Option<Selection> {
        let question = &self.lesson.question;
        let open = self.step == LessonStep::Predict && self.predicted.is_none() && question.shown;
        open.then(|| Selection { from: question.from.clone(), to: question.to.clone() })
    }

    /// The lesson and this part of it, for a link to a scenario.
    pub fn link(&self) -> LinkLesson {
        LinkLesson { id: self.lesson.id.clone(), step: Some(self.step.number()) }
    }

    /// The link to this part.
    pub fn route(&self) -> Route {
        let number = self.step.number();
        Route::Lesson { id: self.lesson.id.clone(), step: (number > 1).then_some(number) }
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
