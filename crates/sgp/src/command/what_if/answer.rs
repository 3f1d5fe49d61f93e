//! The answers to the calls, what they change together, and the way back, in words.

use sg_core::connectivity::{CheckedDirections, PacketChoice};
use sg_core::emulator::{Action, ApiError, Call};
use sg_core::history::{Edit, History, Outcome, TakenBack};
use sg_core::language::Language;
use sg_core::model::Scenario;
use sg_core::quote::hidden::visible;
use sg_core::quote::markdown;
use sg_core::request::snippet::cli::command_with;

use crate::command::compared::{Compared, Extent};
use crate::text;

/// The answers to the calls, and what they change together.
pub(super) struct Answer<'a> {
    history: &'a History,
    pub(super) back: &'a TakenBack,
    pub(super) compared: Compared<'a>,
}

impl<'a> Answer<'a> {
    pub(super) fn new(
        history: &'a History,
        back: &'a TakenBack,
        asked: (PacketChoice, CheckedDirections),
    ) -> Self {
        let compared = Compared::new(history.scenario_at(0), history.scenario(), asked);
        Self { history, back, compared }
    }

    /// Each call with the error of the API, if it refuses the call.
    pub(super) fn answers(&self) -> impl Iterator<Item = (&'a Call, Option<&'a ApiError>)> {
        self.history.steps().iter().filter_map(|step| match (&step.edit, &step.outcome) {
            (Edit::Call(call), Outcome::Refused(error)) => Some((call, Some(error))),
            (Edit::Call(call), _) => Some((call, None)),
            (Edit::Topology(_), _) => None,
        })
    }

    pub(super) fn refused(&self) -> impl Iterator<Item = &'a ApiError> {
        self.answers().filter_map(|(_, error)| error)
    }

    /// One line for each call: what the API answers.
    fn said(&self, language: Language) -> Vec<String> {
        let said = |(number, (call, error)): (usize, (&Call, Option<&ApiError>))| {
            let (number, action) = (number.to_string(), call.action.as_str());
            let [number, action] = [("number", number.as_str()), ("action", action)];
            match error {
                None => text::CALL_ANSWERED.fill(language, &[number, action]),
                Some(error) => {
                    let message = error.message();
                    let values = [number, action, ("code", error.code()), ("message", &message)];
                    text::CALL_REFUSED.fill(language, &values)
                }
            }
        };
        (1..).zip(self.answers()).map(said).collect()
    }

    /// The calls that take everything back, as command lines.
    pub(super) fn commands(&self) -> Vec<String> {
        let made = self.made();
        let variable = |value: &str| {
            let place = made.iter().position(|id| id == value)?;
            Some(format!("new_group_{}", place + 1))
        };
        let lines = self.back.calls.iter().map(|call| command_with(call, variable));
        lines.filter_map(Result::ok).collect()
    }

    /// The IDs of groups that the start does not have: those that the calls create, and those that
    /// the way back does.
    fn made(&self) -> Vec<String> {
        let start: &Scenario = self.history.scenario_at(0);
        let mut made = Vec::new();
        let named =
            self.back.calls.iter().filter(|call| call.action != Action::CreateSecurityGroup);
        for (name, value) in named.flat_map(|call| call.params.iter()) {
            let is_group = name.ends_with("GroupId") && !name.ends_with("ResourceGroupId");
            let known = start.groups().any(|group| group.id.as_str() == value);
            if is_group && !known && !made.iter().any(|id| id == value) {
                made.push(value.to_owned());
            }
        }
        made
    }

    /// What the way back does not do.
    pub(super) fn left(&self, language: Language) -> Vec<String> {
        let mut left = Vec::new();
        if let Some((call, error)) = &self.back.refused {
            let values = [("action", call.action.as_str()), ("code", error.code())];
            left.push(text::BACK_REFUSED.fill(language, &values));
        }
        let words = self.compared.words(language);
        left.extend(self.back.remaining.iter().map(|difference| {
            text::BACK_LEAVES.fill(language, &[("what", &words.line(difference))])
        }));
        left
    }

    pub(super) fn lines(&self, extent: Extent, language: Language) -> String {
        let mut out = String::new();
        for line in self.said(language) {
            out.push_str(&format!("{}\n", visible(&line)));
        }
        out.push_str(&self.compared.lines(extent, language));
        let commands = self.commands();
        if !commands.is_empty() {
            out.push_str(&format!("{}\n", text::TAKES_BACK.get(language)));
            commands.iter().for_each(|line| out.push_str(&format!("  {line}\n")));
        }
        for line in self.left(language) {
            out.push_str(&format!("{}\n", visible(&line)));
        }
        out
    }

    pub(super) fn markdown(&self, extent: Extent, language: Language) -> String {
        let mut out = format!("### {}\n\n", text::WHAT_IF_TITLE.get(language));
        for line in self.said(language) {
            out.push_str(&format!("- {}\n", markdown::text(&line)));
        }
        out.push_str(&format!("\n{}", self.compared.markdown(extent, language)));
        let commands = self.commands();
        if !commands.is_empty() {
            let heading = text::TAKES_BACK.get(language).trim_end_matches([':', '：']);
            out.push_str(&format!("\n#### {heading}\n\n"));
            for line in &commands {
                out.push_str(&format!("- {}\n", markdown::code(line)));
            }
        }
        for line in self.left(language) {
            out.push_str(&format!("\n{}\n", markdown::code(&line)));
        }
        out
    }
}
