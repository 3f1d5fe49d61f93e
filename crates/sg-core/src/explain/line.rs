//! The names and cells of lines that stand for several ends.

use std::cmp::Ordering;

use crate::connectivity::{Line, LineCell};
use crate::language::Language;
use crate::model::Scenario;

use super::name::{TIMES, state_text};
use super::text;

/// The name of a line: its only member, a range of names with their number, such as
/// `web-01 … web-12 × 12`, or the group whose members it stands for. `names` are those of all ends.
pub fn line_label(scenario: &Scenario, line: &Line, names: &[String]) -> String {
    let group = line.group.as_ref().and_then(|id| scenario.group(id));
    match group {
        Some(group) => format!("{}{TIMES}{}", group.label(), line.members.len()),
        None => range_of_names(
            line.members.iter().filter_map(|member| names.get(*member)).map(String::as_str),
        ),
    }
}

/// The first and the last of several names, compared by their numbers where they have some, and
/// how many there are: `web-01 … web-12 × 12`, `a, b × 2`. A single name stands for itself.
pub fn range_of_names<'a>(names: impl Iterator<Item = &'a str>) -> String {
    let (mut least, mut most, mut count): (Option<&str>, Option<&str>, usize) = (None, None, 0);
    for name in names {
        least = Some(least.filter(|least| natural(least, name).is_le()).unwrap_or(name));
        most = Some(most.filter(|most| natural(most, name).is_ge()).unwrap_or(name));
        count += 1;
    }
    match (least.unwrap_or_default(), most.unwrap_or_default()) {
        (only, _) if count <= 1 => only.to_owned(),
        (one, same) if one == same => format!("{one}{TIMES}{count}"),
        (one, other) if count == 2 => format!("{one}, {other}{TIMES}{count}"),
        (least, most) => format!("{least} … {most}{TIMES}{count}"),
    }
}

/// The short text of a cell between lines: that of a cell, with a remark if it holds only for some
/// pairs of members.
pub fn line_text(cell: &LineCell, language: Language) -> String {
    let packets = state_text(&cell.state, language);
    match cell.differs {
        true => text::CELL_SOME_PAIRS.fill(language, &[("packets", &packets)]),
        false => packets,
    }
}

/// Compares names as people sort them: `web-2` before `web-10`.
fn natural(a: &str, b: &str) -> Ordering {
    let (mut left, mut right) = (pieces(a), pieces(b));
    loop {
        match (left.next(), right.next()) {
            (None, None) => return a.cmp(b),
            (None, Some(_)) => return Ordering::Less,
            (Some(_), None) => return Ordering::Greater,
            (Some(left), Some(right)) => {
                let order = compared(left, right);
                if order.is_ne() {
                    return order;
                }
            }
        }
    }
}

/// Runs of digits, and runs of anything else.
fn pieces(name: &str) -> impl Iterator<Item = &str> {
    let mut rest = name;
    std::iter::from_fn(move || {
        let digits = rest.chars().next()?.is_ascii_digit();
        let end = rest.find(|sign: char| sign.is_ascii_digit() != digits).unwrap_or(rest.len());
        let (piece, after) = rest.split_at_checked(end)?;
        rest = after;
        Some(piece)
    })
}

fn compared(a: &str, b: &str) -> Ordering {
    let number = |piece: &str| {
        let digits = piece.trim_start_matches('0');
        piece.bytes().all(|sign| sign.is_ascii_digit()).then(|| (digits.len(), digits.to_owned()))
    };
    match (number(a), number(b)) {
        (Some(a), Some(b)) => a.cmp(&b),
        _ => a.cmp(b),
    }
}

#[cfg(test)]
mod tests {
    use super::range_of_names;

    #[test]
    fn names_are_sorted_by_their_numbers() {
        let range = |names: &[&str]| range_of_names(names.iter().copied());
        assert_eq!(range(&["web-2", "web-10", "web-1"]), "web-1 … web-10 × 3");
        assert_eq!(range(&["web-010", "web-9", "web-08"]), "web-08 … web-010 × 3");
        assert_eq!(range(&["b", "a"]), "a, b × 2");
        assert_eq!(range(&["ess", "ess", "ess"]), "ess × 3");
        assert_eq!((range(&["db"]), range(&[])), ("db".to_owned(), String::new()));
        let long = "9".repeat(60);
        assert_eq!(range(&[&long, "1", "甲"]), "1 … 甲 × 3");
    }
}
