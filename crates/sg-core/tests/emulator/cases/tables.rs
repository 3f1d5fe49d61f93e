//! Error tables: equal to the published ones, and every row is reached or explains why not.

use std::collections::BTreeSet;

use serde::Deserialize;
use sg_core::emulator::{
    Access, Action, ErrorRow, Reach, Terraform, cause, common_rows, error_rows, supplementary_rows,
};
use sg_core::language::{Language, Text};

use super::case::cases;

/// A published row.
#[derive(Debug, Deserialize, PartialEq, Eq)]
struct Published {
    action: String,
    status: u16,
    code: String,
    message: String,
}

#[test]
fn the_tables_are_the_published_ones() {
    let published: Vec<Published> =
        serde_json::from_str(include_str!("../../../../../tests/data/api_errors.json")).unwrap();
    let own: Vec<Published> = Action::ALL
        .into_iter()
        .flat_map(|action| error_rows(action).iter().map(move |row| (action, row)))
        .map(|(action, row)| Published {
            action: action.as_str().to_owned(),
            status: row.status,
            code: row.code.to_owned(),
            message: row.message.to_owned(),
        })
        .collect();
    for action in Action::ALL {
        let of = |rows: &'static str| move |row: &&Published| row.action == rows;
        let published: Vec<_> = published.iter().filter(of(action.as_str())).collect();
        let own: Vec<_> = own.iter().filter(of(action.as_str())).collect();
        assert_eq!(own, published, "{}", action.as_str());
    }
    assert_eq!(own.len(), published.len());
}

#[test]
fn every_row_is_reached_by_a_case_or_says_why_it_cannot_be() {
    type Key = (u16, &'static str, &'static str);
    let key = |row: &ErrorRow| -> Key { (row.status, row.code, row.message) };
    let mut reached: BTreeSet<(Action, Key)> = BTreeSet::new();
    for case in cases() {
        if let Err(error) = case.answer() {
            reached.insert((case.call.action, key(error.row())));
        }
    }
    let mut faults = Vec::new();
    let mut check = |place: &str, row: &ErrorRow, hit: bool| match (row.reach, hit) {
        (Reach::Reached, false) => faults.push(format!("no case reaches {place} {:?}", key(row))),
        (Reach::Never(_), true) => faults.push(format!("a case reaches {place} {:?}", key(row))),
        _ => {}
    };
    for action in Action::ALL {
        for row in error_rows(action).iter().chain(supplementary_rows(action)) {
            check(action.as_str(), row, reached.contains(&(action, key(row))));
        }
    }
    for row in common_rows() {
        let hit = Action::ALL.into_iter().any(|action| reached.contains(&(action, key(row))));
        check("common", row, hit);
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn the_rows_of_the_policy_operation_come_with_advice() {
    let rows = error_rows(Action::ModifySecurityGroupPolicy);
    assert_eq!(rows.len(), 6);
    assert!(rows.iter().all(|row| row.cure.is_some() && row.reach == Reach::Reached));
}

#[test]
fn a_row_is_unique_in_its_table_and_supplements_add_to_it() {
    for action in Action::ALL {
        let rows: Vec<&ErrorRow> =
            error_rows(action).iter().chain(supplementary_rows(action)).collect();
        let keys: BTreeSet<_> =
            rows.iter().map(|row| (row.status, row.code, row.message)).collect();
        assert_eq!(keys.len(), rows.len(), "{}", action.as_str());
    }
}

/// What a row says of an operation in several ways agrees: whether it only reads, and whether it has
/// a table.
#[test]
fn a_row_agrees_with_itself() {
    for action in Action::ALL {
        let (name, row) = (action.as_str(), action.operation());
        let reads = matches!(row.permission.access, Access::Get | Access::List);
        assert_eq!(action.is_query(), reads, "{name}: {:?}", row.permission.access);
        assert_eq!(action.is_query(), row.terraform == Terraform::Reads, "{name}");
        assert_eq!(
            action.is_query(),
            name.starts_with("Describe") || name.starts_with("List"),
            "{name}"
        );
        assert_eq!(row.table_year.is_none(), row.errors.is_empty(), "{name}");
        assert_eq!(Action::parse(name), Some(action));
        let names: BTreeSet<&str> = row.params.iter().map(|spec| spec.name).collect();
        assert_eq!(names.len(), row.params.len(), "{name}: a parameter twice");
    }
}

/// The texts of the catalogue, and those that a row has of its own.
#[test]
fn causes_are_whole_sentences_in_both_languages() {
    let rows = Action::ALL.into_iter().flat_map(|action| {
        let rows = error_rows(action).iter().chain(supplementary_rows(action));
        rows.flat_map(|row| {
            [Some(row.cause), row.cure].into_iter().flatten().map(|it| (row.code, it))
        })
    });
    for (name, Text { en, zh }) in cause::all().chain(rows) {
        assert!(en.ends_with('.') && !en.contains('{'), "{name}: {en}");
        assert!(zh.ends_with('。') && !zh.contains([',', ';', '{']), "{name}: {zh}");
        let text = Text { en, zh };
        assert!(text.places(Language::En).is_empty(), "{name}");
        assert!(spaced(zh), "{name}: no space between Chinese and Latin in {zh}");
    }
}

/// Whether there is a space between every Chinese character and an adjacent Latin letter or digit.
fn spaced(text: &str) -> bool {
    let chinese = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
    let characters: Vec<char> = text.chars().collect();
    characters.windows(2).all(|pair| {
        let latin = |c: char| c.is_ascii_alphanumeric();
        !(chinese(pair[0]) && latin(pair[1]) || latin(pair[0]) && chinese(pair[1]))
    })
}
