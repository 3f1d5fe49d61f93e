//! The files that the page exports, each a text with a descriptive name.

use std::rc::Rc;
use std::sync::Arc;

use crate::component::pairs::drawing::matrix_picture::matrix_svg;
use crate::component::pairs::drawing::picture::drawing_svg;
use crate::derived::Reachability;
use crate::state::{State, VERSION, versioned};
use crate::text::{chrome, connectivity, export as text, reference};
use sg_core::citation::NEWEST_SOURCE;
use sg_core::connectivity::matrix;
use sg_core::explain::{complete_line_text, end_label};
use sg_core::export::{complete_matrix_rows, csv, script, terraform};
use sg_core::language::Language;
use sg_core::quote::{json, markdown};
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
    /// The matrix as a picture.
    MatrixPicture,
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
    /// More ends than a picture of the matrix can show.
    TooWide,
    /// The file would reveal the answer to an open question.
    Open,
}

/// The most ends of a table: every pair is evaluated while the user waits.
pub const MOST_ENDS: usize = 200;

/// The most ends of a picture of the matrix: nobody reads a wider one.
pub const MOST_DRAWN: usize = 40;

/// What a file depends on besides the state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Style<'a> {
    /// The language of its texts.
    pub language: Language,
    /// Whether pictures are for dark pages.
    pub dark: bool,
    /// The address of this page, to which links lead.
    pub page: &'a str,
}

impl Form {
    /// All kinds, in display order.
    pub const ALL: [Self; 8] = [
        Self::Scenario,
        Self::Script,
        Self::Terraform,
        Self::Matrix,
        Self::MatrixPicture,
        Self::Drawing,
        Self::Markdown,
        Self::Json,
    ];

    /// Whether it is a picture, which there is for light and for dark pages.
    pub const fn is_picture(self) -> bool {
        matches!(self, Self::MatrixPicture | Self::Drawing)
    }

    /// Whether it reveals who can reach whom.
    const fn tells(self) -> bool {
        match self {
            Self::Scenario | Self::Script | Self::Terraform => false,
            Self::Matrix | Self::MatrixPicture | Self::Drawing | Self::Markdown | Self::Json => {
                true
            }
        }
    }

    const fn ending(self) -> &'static str {
        match self {
            Self::Scenario => ".json",
            Self::Script => ".sh",
            Self::Terraform => ".tf",
            Self::Matrix => "-matrix.csv",
            Self::MatrixPicture => "-matrix",
            Self::Drawing => "-drawing",
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
            Self::MatrixPicture | Self::Drawing => "image/svg+xml",
            Self::Markdown => "text/markdown",
        }
    }
}

impl File {
    /// Creates the file of a kind from the current state.
    ///
    /// # Errors
    /// [`Missing`] if the file is unavailable.
    pub fn of(state: &State, form: Form, style: Style<'_>) -> Result<Self, Missing> {
        let Style { language, dark, page } = style;
        if form.tells() && (state.hidden_answer().is_some() || is_asked(state)) {
            return Err(Missing::Open);
        }
        let scenario = state.scenario();
        let text = match form {
            Form::Scenario => json::visible(&write(scenario)).into_owned(),
            Form::Script => script(scenario, language).text,
            Form::Terraform => terraform(scenario, language).text,
            Form::Matrix => table(state, language)?,
            Form::Drawing => {
                let selection = state.view.selection.as_ref();
                drawing_svg(&seen(state, language), selection, language, dark)
                    .ok_or(Missing::Nothing)?
            }
            Form::MatrixPicture => {
                let (seen, selection) = (seen(state, language), state.view.selection.as_ref());
                if seen.ends.len() > MOST_DRAWN {
                    return Err(Missing::TooWide);
                }
                matrix_svg(&seen, selection, language, dark).ok_or(Missing::Nothing)?
            }
            Form::Markdown => {
                let (link, made) = (link_line(state, language, page), made_by(language));
                format!("{}{link}{made}", answer(state, language)?.to_markdown())
            }
            Form::Json => answer(state, language)?.to_json_text() + "\n",
        };
        Ok(Self { name: name(state, form, dark), kind: form.kind(), text })
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

/// A last line that says which version gave the answer, and on what it rests.
fn made_by(language: Language) -> String {
    let values = [("version", VERSION), ("date", NEWEST_SOURCE)];
    let about = reference::ABOUT_VERSION.fill(language, &values);
    let title = chrome::TITLE.get(language);
    format!("\n{}\n", markdown::text(&format!("{title} · {about}")))
}

/// Whether an unanswered quiz is open.
fn is_asked(state: &State) -> bool {
    state.asked().is_some() && state.quiz.answer.is_none()
}

fn seen(state: &State, language: Language) -> Reachability {
    let scenario = state.scenario();
    let asked = (state.view.packet, state.view.direction);
    let seen = Reachability::after(None, scenario, &Arc::clone(scenario), None, asked);
    seen.named(language).in_lines(None, &state.view.lines)
}

/// A line that leads to this very answer; none if the scenario is larger than any link.
fn link_line(state: &State, language: Language, page: &str) -> String {
    let Some(route) = state.shared_route(true) else { return String::new() };
    let query = versioned(&format!("?lang={}", language.short()));
    let link = format!("{page}{query}{route}");
    let said = markdown::text(text::OPEN_HERE.get(language));
    format!("\n[{said}]({})\n", markdown::address(&link))
}

fn table(state: &State, language: Language) -> Result<String, Missing> {
    // A table is read by programs as well: an outside block has one name in it, whatever the
    // language.
    let seen = seen(state, Language::En);
    match seen.ends.len() {
        0 => Err(Missing::Nothing),
        count if count > MOST_ENDS => Err(Missing::TooLarge),
        count if seen.lines.is_some() => {
            let corner = connectivity::FROM_TO.get(language).to_owned();
            let head = std::iter::once(corner).chain(seen.names.iter().cloned()).collect();
            let row = |(from, name): (usize, &String)| {
                let cells = (0..count)
                    .map(|to| complete_line_text(&seen.answers(from, to), seen.choice, language));
                std::iter::once(name.clone()).chain(cells).collect()
            };
            let rows: Vec<Vec<String>> =
                std::iter::once(head).chain(seen.names.iter().enumerate().map(row)).collect();
            Ok(csv(&rows))
        }
        _ => {
            let scenario = state.scenario();
            let matrix = matrix(scenario, state.view.packet, state.view.direction);
            Ok(csv(&complete_matrix_rows(scenario, &matrix, language)))
        }
    }
}

fn answer(state: &State, language: Language) -> Result<Rc<sg_core::explain::Explanation>, Missing> {
    let pair = state.view.selection.as_ref().ok_or(Missing::Choice)?;
    let seen = seen(state, language);
    let explanation = seen.explanation(state.scenario(), pair, language);
    explanation.map(Rc::new).ok_or(Missing::Choice)
}

/// `three-groups.tf`, `scenario-ecs1-ecs2.md`: the source and the subject.
fn name(state: &State, form: Form, dark: bool) -> String {
    let scenario = match state.route() {
        Some(Route::Example { id, .. } | Route::Lesson { id, .. }) => id,
        Some(Route::Exercise { seed }) => format!("exercise-{seed}"),
        Some(Route::Start) => "three-groups".to_owned(),
        Some(
            Route::New
            | Route::OwnLesson { .. }
            | Route::Quiz { .. }
            | Route::Series { .. }
            | Route::Course { .. }
            | Route::Result { .. }
            | Route::Scenario { .. },
        )
        | None => "scenario".to_owned(),
    };
    let pair = match (form, &state.view.selection) {
        (Form::Markdown | Form::Json, Some(pair)) => {
            let scenario = state.scenario();
            let label = |end| plain(&end_label(scenario, end, Language::En));
            format!("-{}-{}", label(&pair.from), label(&pair.to))
        }
        _ => String::new(),
    };
    let picture = match (form.is_picture(), dark) {
        (true, true) => "-dark.svg",
        (true, false) => ".svg",
        (false, _) => "",
    };
    format!("{scenario}{pair}{}{picture}", form.ending())
}

/// A name as part of a file name: letters, digits and single hyphens.
fn plain(label: &str) -> String {
    let kept = label.chars().map(|c| if c.is_alphanumeric() { c } else { '-' });
    let kept: String = kept.take(40).collect();
    let parts: Vec<&str> = kept.split('-').filter(|part| !part.is_empty()).collect();
    if parts.is_empty() { "end".to_owned() } else { parts.join("-") }
}
