//! Examples: small scenes that show one thing each, under ids that never change.

use crate::connectivity::{AskedPacket, End, PacketChoice};
use crate::emulator::{Action, Call};
use crate::language::{Text, has_words};
use crate::model::{NetworkInterfaceId, Port, Scenario};
use crate::share::{Caps, DocumentError, Pane, read};

mod api;
mod rules;
mod several;
mod switch;

/// One example.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Example {
    /// Its id in links. Published: it never changes and never goes.
    pub id: &'static str,
    /// Where it belongs.
    pub level: Level,
    /// Its name.
    pub title: Text,
    /// The one thing it shows, in one or two sentences.
    pub shows: Text,
    /// The row of the cell it opens on: an instance by name, an interface by id, or the name of an
    /// outside block.
    pub from: &'static str,
    /// The column.
    pub to: &'static str,
    /// The packets it asks about.
    pub packet: PacketChoice,
    /// The place of the page it opens, unless the link names another.
    pub pane: Pane,
    call: Option<Sample>,
    document: &'static str,
}

/// What an example is about; the gallery is ordered by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// The intra-group policy.
    Switch,
    /// Rules and defaults.
    Rules,
    /// Priorities, several groups, kinds of addresses, the platform.
    Several,
    /// The API and its errors.
    Api,
}

/// A call of an example, as constants.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Sample {
    action: Action,
    params: &'static [(&'static str, &'static str)],
}

impl Level {
    /// Every level, in the order of learning.
    pub const ALL: [Self; 4] = [Self::Switch, Self::Rules, Self::Several, Self::Api];
}

impl Example {
    /// Every example, in the order of the gallery.
    pub fn all() -> impl Iterator<Item = &'static Self> {
        switch::EXAMPLES.iter().chain(rules::EXAMPLES).chain(several::EXAMPLES).chain(api::EXAMPLES)
    }

    /// The example of an id.
    pub fn find(id: &str) -> Option<&'static Self> {
        Self::all().find(|example| example.id == id)
    }

    /// Its scene.
    ///
    /// # Errors
    /// [`DocumentError`] when its file is no scenario document; a test reads them all.
    pub fn scenario(&self) -> Result<Scenario, DocumentError> {
        read(self.document, &Caps::LINK)
    }

    /// The call it is about; none for an example that is about the matrix alone.
    pub fn call(&self) -> Option<Call> {
        let sample = self.call?;
        Some(Call::new(sample.action, sample.params.iter().copied()))
    }

    /// The two ends of the cell it opens on; none when they are not in the scene.
    pub fn ends(&self, scenario: &Scenario) -> Option<(End, End)> {
        Some((end_named(scenario, self.from)?, end_named(scenario, self.to)?))
    }

    /// Whether all words of a search occur in what the example says in either language, or in its
    /// id. Letters count without their case.
    pub fn matches(&self, search: &str) -> bool {
        let texts = [self.title.en, self.title.zh, self.shows.en, self.shows.zh, self.id];
        has_words(&texts, search)
    }
}

/// The end a name stands for: an instance's primary interface by the instance's name, an interface
/// by its id, or an outside block by its name.
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

/// TCP to a port, for constants.
pub(super) const fn tcp(port: u16) -> PacketChoice {
    match Port::new(port) {
        Some(port) => PacketChoice::One(AskedPacket::Tcp(port)),
        None => PacketChoice::All,
    }
}

/// UDP to a port, for constants.
pub(super) const fn udp(port: u16) -> PacketChoice {
    match Port::new(port) {
        Some(port) => PacketChoice::One(AskedPacket::Udp(port)),
        None => PacketChoice::All,
    }
}

/// Declares the examples of a level: id, cell, packets, place, perhaps a call, title, and the one
/// thing shown. The scene of `id` is the file `scenes/<id>.json`.
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
            document: include_str!(concat!("../scenes/", $id, ".json")),
        }),+];
    };
    (@call) => { None };
    (@call $action:ident $params:expr) => {
        Some(Sample { action: Action::$action, params: &$params })
    };
}
use examples;
