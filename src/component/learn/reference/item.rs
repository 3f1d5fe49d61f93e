//! One statement of either kind, and how it is displayed.

use yew::prelude::*;

use crate::component::kit::cite::{sources, status_name};
use crate::component::kit::reading_switch::reading_switch;
use crate::component::learn::lesson::open::link;
use crate::component::learn::reference::evidence;
use crate::hooks::Session;
use crate::state::{Selection, Theme, View, permalink};
use crate::text::{edit, reference as text};
use sg_core::connectivity::{ClauseId, Source, Status};
use sg_core::emulator::Assumption;
use sg_core::evidence::{Record, records};
use sg_core::language::{Text, has_words};
use sg_core::lesson::Shown;
use sg_core::model::Scenario;
use sg_core::share::Route;

/// One statement: a clause of the engine or an assumption of the emulator.
pub(crate) struct Item {
    /// Its number, as cited.
    pub(crate) id: String,
    /// Its standing.
    pub(crate) status: Status,
    statement: Text,
    sources: &'static [Source],
    /// Whether the scenario selects one of its readings.
    asks: bool,
    /// Recorded facts that it follows.
    evidence: Vec<&'static Record>,
    /// A link to a scenario that shows it.
    shown: Option<&'static Shown>,
}

impl Item {
    /// The statements of the engine.
    pub(crate) fn of_engine() -> impl Iterator<Item = Self> {
        ClauseId::ALL.iter().map(|id| {
            let clause = id.clause();
            Self {
                id: id.to_string(),
                status: clause.status,
                statement: clause.statement,
                sources: clause.sources,
                asks: *id == ClauseId::PolicyAgainstEgressRules,
                evidence: Vec::new(),
                shown: Shown::of(*id),
            }
        })
    }

    /// The statements of the emulator.
    pub(crate) fn of_emulator() -> impl Iterator<Item = Self> {
        Assumption::ALL.iter().map(|assumption| {
            let reading = assumption.reading();
            Self {
                id: assumption.to_string(),
                status: reading.status,
                statement: reading.statement,
                sources: reading.sources,
                asks: false,
                evidence: records()
                    .iter()
                    .filter(|record| record.assumption() == Some(*assumption))
                    .collect(),
                shown: None,
            }
        })
    }

    /// Whether every search word occurs in its number, its text in either language, the titles and
    /// dates of its sources, or its evidence.
    pub(crate) fn matches(&self, search: &str) -> bool {
        let mut texts = vec![self.id.as_str(), self.statement.en, self.statement.zh];
        for source in self.sources {
            texts.extend([source.title.en, source.title.zh, source.date]);
        }
        for record in &self.evidence {
            texts.extend(evidence::words(record));
        }
        has_words(&texts, search)
    }

    /// The statement with its standing and sources, and its switch if the scenario selects a
    /// reading.
    pub(crate) fn show(&self, session: &Session, scenario: &Scenario) -> Html {
        let name = status_name(self.status);
        html! {
            <li key={self.id.clone()} id={format!("statement-{}", self.id)} class="statement">
                <b class="mono">{self.id.clone()}</b>
                <div>
                    <p>{session.say(self.statement)}</p>
                    <p class={classes!("standing", standing(self.status))}>
                        <span class="glyph" aria-hidden="true">{glyph(self.status)}</span>{" "}
                        {session.say(name)}
                    </p>
                    {sources(session, self.sources)}
                    {evidence::list(session, &self.evidence)}
                    {self.shown.map(|shown| at_work(session, shown)).unwrap_or_default()}
                    if self.asks {
                        <div class="reading">
                            <p>{session.say(edit::READING_ASK)}</p>
                            {reading_switch(session, scenario)}
                        </div>
                    }
                </div>
            </li>
        }
    }
}

/// A link to the exact cell of a scenario that shows the statement.
fn at_work(session: &Session, shown: &Shown) -> Html {
    let Some((example, scenario)) =
        shown.example().and_then(|example| Some((example, example.scenario().ok()?)))
    else {
        return Html::default();
    };
    let route = if shown.is_own_cell() {
        Some(Route::Example { id: example.id.to_owned(), pane: None })
    } else {
        let selection = shown.ends(&scenario).map(|(from, to)| Selection { from, to });
        let view =
            View { selection, packet: shown.packet, ..View::new(session.language, Theme::System) };
        permalink(&scenario, &view, None, None).ok()
    };
    let Some(route) = route else { return Html::default() };
    let said = session.fill(text::AT_WORK, &[("example", session.say(example.title))]);
    html! { <p class="at-work">{link(session, route, classes!("to-scenario", "alone-link"), "matrix", html! { {said} })}</p> }
}

/// A symbol beside the word, so that the standing is not shown by colour alone.
pub(crate) const fn glyph(status: Status) -> &'static str {
    match status {
        Status::Documented => "●",
        Status::Inferred => "◐",
        Status::SourcesDisagree => "≠",
        Status::SeenLive => "◉",
    }
}

const fn standing(status: Status) -> &'static str {
    match status {
        Status::Documented => "documented",
        Status::Inferred => "inferred",
        Status::SourcesDisagree => "disagree",
        Status::SeenLive => "seen",
    }
}
