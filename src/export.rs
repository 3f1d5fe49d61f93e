//! The files that the page exports, each a text with a descriptive name.

use std::rc::Rc;
use std::sync::Arc;

use crate::component::pairs::drawing::picture::drawing_svg;
use crate::derived::Reachability;
use crate::state::State;
use sg_core::connectivity::matrix;
use sg_core::explain::end_label;
use sg_core::export::{csv, matrix_rows, script, terraform};
use sg_core::language::Language;
use sg_core::quote::json;
use sg_core::share::{Route, write};

/// The kind of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// The scenario as a document.
    Scenario,
    /// Calls that rebuild the scenario.
    Script,
    /// Configuration that rebuilds the scenario.
    Terraform,
    /// The matrix as a spreadsheet.
    Matrix,
    /// The drawing as a picture.
    Drawing,
    /// The answer for the selected pair, for people.
    Markdown,
    /// The same answer, for programs.
    Json,
}

/// A file to save or copy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// The file name.
    pub name: String,
    /// The media type.
    pub kind: &'static str,
    /// The content.
    pub text: String,
}

/// Why a file is currently unavailable.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Missing {
    /// No pair is selected, or its ends no longer exist.
    Choice,
    /// There is nothing to show.
    Nothing,
    /// More ends than the page exports as a table.
    TooLarge,
    /// The file would reveal the answer to an open question.
    Open,
}

/// The most ends of a table: every pair is evaluated while the user waits.
pub const MOST_ENDS: usize = 200;

impl Form {
    /// All kinds, in display order.
    pub const ALL: [Self; 7] = [
        Self::Scenario,
        Self::Script,
        Self::Terraform,
        Self::Matrix,
        Self::Drawing,
        Self::Markdown,
        Self::Json,
    ];

    /// Whether it reveals who can reach whom.
    const fn tells(self) -> bool {
        match self {
            Self::Scenario | Self::Script | Self::Terraform => false,
            Self::Matrix | Self::Drawing | Self::Markdown | Self::Json => true,
        }
    }

    const fn ending(self) -> &'static str {
        match self {
            Self::Scenario => ".json",
            Self::Script => ".sh",
            Self::Terraform => ".tf",
            Self::Matrix => "-matrix.csv",
            Self::Drawing => "-drawing.svg",
            Self::Markdown => ".md",
            Self::Json => "-answer.json",
        }
    }

    const fn kind(self) -> &'static str {
        match self {
            Self::Scenario | Self::Json => "application/json",
            Self::Script => "application/x-sh",
            Self::Terraform => "text/plain",
            Self::Matrix => "text/csv",
            Self::Drawing => "image/svg+xml",
            Self::Markdown => "text/markdown",
        }
    }
}

impl File {
    /// Creates the file of a kind from the current state.
    ///
    /// # Errors
    /// [`Missing`] if the file is unavailable.
    pub fn of(state: &State, form: Form, language: Language) -> Result<Self, Missing> {
        if form.tells() && (state.hidden_answer().is_some() || is_asked(state)) {
            return Err(Missing::Open);
        }
        let scenario = state.scenario();
        let text = match form {
            Form::Scenario => json::visible(&write(scenario)).into_owned(),
            Form::Script => script(scenario, language),
            Form::Terraform => terraform(scenario, language),
            Form::Matrix => table(state, language)?,
            Form::Drawing => {
                let drawn = drawing_svg(&seen(state), state.view.selection.as_ref(), language);
                drawn.ok_or(Missing::Nothing)?
            }
            Form::Markdown => answer(state, language)?.to_markdown(),
            Form::Json => answer(state, language)?.to_json_text() + "\n",
        };
        Ok(Self { name: name(state, form), kind: form.kind(), text })
    }

    /// The size in bytes.
    pub fn size(&self) -> usize {
        self.text.len()
    }

    /// The bytes to save. A table starts with a byte-order mark, without which spreadsheets do not
    /// read it as UTF-8.
    pub fn bytes(&self) -> Vec<u8> {
        let mark = if self.kind == Form::Matrix.kind() { "\u{feff}" } else { "" };
        [mark.as_bytes(), self.text.as_bytes()].concat()
    }
}

/// Whether an unanswered quiz is open.
fn is_asked(state: &State) -> bool {
    state.asked().is_some() && state.quiz.answer.is_none()
}

fn seen(state: &State) -> Reachability {
    let scenario = state.scenario();
    let asked = (state.view.packet, state.view.direction);
    Reachability::after(None, scenario, &Arc::clone(scenario), None, asked)
}

fn table(state: &State, language: Language) -> Result<String, Missing> {
    let scenario = state.scenario();
    match scenario.interfaces().len() + scenario.outside().len() {
        0 => Err(Missing::Nothing),
        count if count > MOST_ENDS => Err(Missing::TooLarge),
        _ => {
            let matrix = matrix(scenario, state.view.packet, state.view.direction);
            Ok(csv(&matrix_rows(scenario, &matrix, language)))
        }
    }
}

fn answer(state: &State, language: Language) -> Result<Rc<sg_core::explain::Explanation>, Missing> {
    let pair = state.view.selection.as_ref().ok_or(Missing::Choice)?;
    let seen = seen(state);
    let explanation = seen.explanation(state.scenario(), pair, language);
    explanation.map(Rc::new).ok_or(Missing::Choice)
}

/// `three-groups.tf`, `scenario-ecs1-ecs2.md`: the source and the subject.
fn name(state: &State, form: Form) -> String {
    let scenario = match state.route() {
        Route::Example { id, .. } | Route::Lesson { id, .. } => id,
        Route::Start => "three-groups".to_owned(),
        Route::New | Route::OwnLesson { .. } | Route::Quiz { .. } | Route::Scenario { .. } => {
            "scenario".to_owned()
        }
    };
    let pair = match (form, &state.view.selection) {
        (Form::Markdown | Form::Json, Some(pair)) => {
            let scenario = state.scenario();
            let label = |end| plain(&end_label(scenario, end));
            format!("-{}-{}", label(&pair.from), label(&pair.to))
        }
        _ => String::new(),
    };
    format!("{scenario}{pair}{}", form.ending())
}

/// A name as part of a file name: letters, digits and single hyphens.
fn plain(label: &str) -> String {
    let kept = label.chars().map(|c| if c.is_alphanumeric() { c } else { '-' });
    let kept: String = kept.take(40).collect();
    let parts: Vec<&str> = kept.split('-').filter(|part| !part.is_empty()).collect();
    if parts.is_empty() { "end".to_owned() } else { parts.join("-") }
}
