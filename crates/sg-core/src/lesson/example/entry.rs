//! One example: the cell it opens on, its texts and its scenario.

use crate::connectivity::{AskedPacket, End, PacketChoice};
use crate::emulator::{Action, Call};
use crate::language::{Text, has_words};
use crate::model::{NetworkInterfaceId, Port, Scenario};
use crate::share::{DocumentError, Limits, Pane, read};

/// An example.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Example {
    /// Its id in links. Published: it must never change or disappear.
    pub id: &'static str,
    /// Its level.
    pub level: Level,
    /// The title.
    pub title: Text,
    /// What it demonstrates, in one or two sentences.
    pub shows: Text,
    /// The row of the cell that it opens: an instance by name, an interface by id, or an outside
    /// block by name.
    pub from: &'static str,
    /// The column.
    pub to: &'static str,
    /// The packets it is about.
    pub packet: PacketChoice,
    /// The view that it opens, unless the link names another one.
    pub pane: Pane,
    pub(super) call: Option<Sample>,
    pub(super) document: &'static str,
}

/// The topic of an example. Determines the order of the gallery.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// The intra-group policy.
    Switch,
    /// Rules and defaults.
    Rules,
    /// Priorities, several groups, kinds of addresses, platform rules.
    Several,
    /// The API and its errors.
    Api,
}

/// An example call, as constants.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Sample {
    pub(super) action: Action,
    pub(super) params: &'static [(&'static str, &'static str)],
}

impl Level {
    /// Every level, in learning order.
    pub const ALL: [Self; 4] = [Self::Switch, Self::Rules, Self::Several, Self::Api];
}

impl Example {
    /// Its scenario.
    ///
    /// # Errors
    /// [`DocumentError`] if its file is not a valid scenario document; a test reads them all.
    pub fn scenario(&self) -> Result<Scenario, DocumentError> {
        read(self.document, &Limits::LINK)
    }

    /// The call it is about; `None` if the example has no call.
    pub fn call(&self) -> Option<Call> {
        let sample = self.call?;
        Some(Call::new(sample.action, sample.params.iter().copied()))
    }

    /// The ends of the cell that it opens; `None` if they do not exist in the scenario.
    pub fn ends(&self, scenario: &Scenario) -> Option<(End, End)> {
        Some((end_named(scenario, self.from)?, end_named(scenario, self.to)?))
    }

    /// Whether all words of a search occur in the example's texts, in either language, or in its
    /// id. Ignores case.
    pub fn matches(&self, search: &str) -> bool {
        let texts = [self.title.en, self.title.zh, self.shows.en, self.shows.zh, self.id];
        has_words(&texts, search)
    }
}

/// The end with a name: an instance's primary interface by instance name, an interface by id, or an
/// outside block by name.
pub fn end_named(scenario: &Scenario, name: &str) -> Option<End> {
    if scenario.outside().iter().any(|outside| outside.name == name) {
        return Some(End::Outside(name.to_owned()));
    }
    if let Some(instance) = scenario.instances().find(|instance| instance.name == name) {
        return instance.primary().cloned().map(End::Interface);
    }
    let id = NetworkInterfaceId::parse(name).ok()?;
    scenario.interface(&id).map(|interface| End::Interface(interface.id.clone()))
}

/// TCP to a port, usable in constants.
pub(in crate::lesson) const fn tcp(port: u16) -> PacketChoice {
    match Port::new(port) {
        Some(port) => PacketChoice::One(AskedPacket::Tcp(port)),
        None => PacketChoice::All,
    }
}

/// UDP to a port, usable in constants.
pub(in crate::lesson) const fn udp(port: u16) -> PacketChoice {
    match Port::new(port) {
        Some(port) => PacketChoice::One(AskedPacket::Udp(port)),
        None => PacketChoice::All,
    }
}

/// Declares the examples of a level: id, cell, packets, pane, optional call, title and description.
/// The scenario of `id` is in `scenarios/<id>.json`.
macro_rules! examples {
    ($level:ident: $(
        $id:literal $from:literal to $to:literal, $packet:expr, $pane:ident
            $(, calls $action:ident $params:expr)?;
        $title_en:literal, $title_zh:literal;
        $shows_en:literal, $shows_zh:literal;
    )+) => {
        /// The examples of this level.
        pub(super) const EXAMPLES: &[Example] = &[$(Example {
            id: $id,
            level: Level::$level,
            title: Text { en: $title_en, zh: $title_zh },
            shows: Text { en: $shows_en, zh: $shows_zh },
            from: $from,
            to: $to,
            packet: $packet,
            pane: Pane::$pane,
            call: examples!(@call $($action $params)?),
            document: include_str!(concat!("../scenarios/", $id, ".json")),
        }),+];
    };
    (@call) => { None };
    (@call $action:ident $params:expr) => {
        Some(Sample { action: Action::$action, params: &$params })
    };
}
pub(super) use examples;
