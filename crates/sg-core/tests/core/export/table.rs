//! CSV, parsed according to RFC 4180 and compared with the matrix.

use std::sync::Arc;

use proptest::prelude::*;
use sg_core::connectivity::{CheckedDirections, PacketChoice, matrix};
use sg_core::explain::{end_label, state_text};
use sg_core::export::{csv, matrix_rows};
use sg_core::language::Language;
use sg_core::quote::hidden::visible;

use sg_testing::hostile_values::VALUES;
use sg_testing::random_scenario::{config, scenario};

/// The cells of a CSV file.
fn read(text: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut signs = text.chars().peekable();
    while let Some(sign) = signs.next() {
        match (sign, quoted) {
            ('"', true) if signs.peek() == Some(&'"') => cell.extend(signs.next()),
            ('"', true) => quoted = false,
            (_, true) => cell.push(sign),
            ('"', false) => {
                assert!(cell.is_empty(), "a quote inside an unquoted cell: {text}");
                quoted = true;
            }
            (',', false) => row.push(std::mem::take(&mut cell)),
            ('\r', false) => {
                assert_eq!(signs.next(), Some('\n'), "lines end with CR LF: {text}");
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            (_, false) => cell.push(sign),
        }
    }
    assert!(cell.is_empty() && row.is_empty() && !quoted, "the last line is terminated: {text}");
    rows
}

/// A cell as a spreadsheet shows it: the apostrophe before a formula is hidden.
fn shown(cell: &str) -> &str {
    let rest = cell.strip_prefix('\'');
    rest.filter(|rest| rest.starts_with(['=', '+', '-', '@'])).unwrap_or(cell)
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn the_matrix_comes_back_from_its_table(
        scenario in scenario(),
        names in prop::collection::vec(prop::sample::select(VALUES), 4),
    ) {
        let named = scenario.edited(|draft| {
            for (instance, name) in draft.instances.values_mut().zip(&names) {
                Arc::make_mut(instance).name = (*name).to_owned();
            }
        });
        let scenario = named.unwrap_or(scenario);
        for language in Language::ALL {
            let matrix = matrix(&scenario, PacketChoice::All, CheckedDirections::Both);
            let text = csv(&matrix_rows(&scenario, &matrix, language));
            let rows = read(&text);
            let labels: Vec<String> =
                matrix.ends.iter().map(|end| end_label(&scenario, end)).collect();
            prop_assert_eq!(rows.len(), labels.len() + 1);
            for (from, row) in rows.iter().enumerate() {
                prop_assert_eq!(row.len(), labels.len() + 1);
                for (to, cell) in row.iter().enumerate() {
                    prop_assert!(!cell.starts_with(['=', '+', '-', '@']), "a formula: {:?}", cell);
                    let expected = match (from, to) {
                        (0, 0) => continue,
                        (0, to) => visible(&labels[to - 1]).into_owned(),
                        (from, 0) => visible(&labels[from - 1]).into_owned(),
                        (from, to) => {
                            state_text(&matrix.cell(from - 1, to - 1).unwrap().state, language)
                        }
                    };
                    prop_assert_eq!(shown(cell), &expected);
                }
            }
        }
    }
}
