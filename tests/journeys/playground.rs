//! Reads the playground as a user does: matrix, change strip, explanation, request.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::browser::{Element, Page};
use sg_core::lesson::Example;

/// The documented request of the first policy change, as the page must print it.
pub(crate) const FLIP_URL: &str = "https://ecs.aliyuncs.com/?Action=ModifySecurityGroupPolicy\
    &RegionId=cn-hangzhou&SecurityGroupId=sg-bp1g2&InnerAccessPolicy=Drop\
    &<Common request parameters>";

/// A cell of the matrix as displayed and as spoken.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub(crate) struct Cell {
    /// `✓`, `✗`, `◐`, `–` or `?`.
    pub(crate) glyph: String,
    /// The text below the glyph.
    pub(crate) words: String,
    /// `+`, `−` or `~`; empty if unchanged.
    pub(crate) change: String,
    /// The sentence for screen readers.
    pub(crate) label: String,
    /// Whether the cell is selected.
    pub(crate) chosen: bool,
}

/// The cells by `from → to`.
pub(crate) type Matrix = BTreeMap<String, Cell>;

impl Page {
    /// Opens a tab of the drawer unless it is open.
    pub(crate) fn open_tab(&self, name: &str) {
        let open =
            "return document.querySelector('.request-tools [aria-expanded=true]')?.innerText";
        if self.run(open) != serde_json::json!(name) {
            self.click_in(".request", name);
        }
    }

    /// The whole matrix.
    pub(crate) fn matrix(&self) -> Matrix {
        let script = "
            const table = document.querySelector('table[role=grid]');
            const heads = [...table.querySelectorAll('thead th')].slice(1);
            const text = (element) => element?.textContent.trim() ?? '';
            const cells = {};
            for (const row of table.querySelectorAll('tbody tr')) {
                row.querySelectorAll('td').forEach((cell, place) => {
                    const name = `${text(row.querySelector('th'))} → ${text(heads[place])}`;
                    cells[name] = {
                        glyph: text(cell.querySelector('.glyph')),
                        words: text(cell.querySelector('small')),
                        change: text(cell.querySelector('.change')),
                        label: cell.querySelector('button').getAttribute('aria-label'),
                        chosen: cell.getAttribute('aria-selected') === 'true',
                    };
                });
            }
            return cells";
        serde_json::from_value(self.run(script)).expect("every cell must have all parts")
    }

    /// The glyphs of some pairs, in order, as one text: `✓✗`.
    pub(crate) fn glyphs(&self, pairs: &[&str]) -> String {
        let matrix = self.matrix();
        pairs.iter().map(|pair| matrix[*pair].glyph.as_str()).collect()
    }

    /// Waits until the search of the gallery has found one example.
    pub(crate) fn wait_for_one_example(&self) {
        let found = format!("1 of {}", Example::all().count());
        self.wait_to_read(&found, |page| page.text("dialog .count"));
    }

    /// Answers the question of the first scenario, which hides its pair until then.
    pub(crate) fn answer_question(&self) {
        self.click(|page| page.find(".question > button:not(.icon)"));
        self.wait("the answer", |page| {
            page.all(".question > button:not(.icon)").is_empty().then_some(())
        });
    }

    /// The button of a cell.
    pub(crate) fn cell(&self, from: &str, to: &str) -> Element {
        let label = format!("From {from} to {to}:");
        self.find(&format!("table[role=grid] button[aria-label^='{label}']"))
    }

    /// The accessible name of a group's switch.
    pub(crate) fn switch(group: &str) -> String {
        format!("[role=group][aria-label='Intra-group connectivity policy of {group}']")
    }

    /// The policy that a group's switch shows as current.
    pub(crate) fn policy(&self, group: &str) -> String {
        self.text(&format!("{} button[aria-pressed=true]", Self::switch(group)))
    }

    /// The sentence about the last change.
    pub(crate) fn strip(&self) -> String {
        self.text(".strip p")
    }

    /// The verdict and the layers of the explanation, one line each.
    pub(crate) fn reason(&self) -> Vec<String> {
        let mut lines = self.texts(".why .verdict");
        lines.extend(self.texts(".why .steps > li"));
        lines
    }

    /// The deciding layer.
    pub(crate) fn deciding_step(&self) -> String {
        self.texts(".why .steps > li.decides").join(" | ")
    }

    /// The API errors shown inside the element of a selector, without their marks.
    pub(crate) fn errors(&self, scope: &str) -> Vec<String> {
        let errors = self.texts(&format!("{scope} .api-error"));
        errors.iter().map(|line| line.trim_start_matches(['✗', ' ']).to_owned()).collect()
    }

    /// The URL of the request pane.
    pub(crate) fn url(&self) -> String {
        self.text("#request-url")
    }

    /// The outcome shown in the request pane.
    pub(crate) fn outcome(&self) -> String {
        self.text(".request .outcome")
    }
}
