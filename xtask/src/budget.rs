//! `cargo xtask budget`: the sizes of a built page against `xtask/budget.txt`.

use crate::Outcome;
use crate::process::say;
use crate::project;
use crate::sizes::{self, Row, belongs};
use std::path::Path;

const BUDGET: &str = include_str!("../budget.txt");

/// The compressions by their columns, which are also the programs that measure them besides node.
const MEASURES: [&str; 3] = ["raw", "gzip", "brotli"];

/// How large a part of the page may be, by `MEASURES`.
#[derive(Debug, PartialEq)]
struct Limit<'a> {
    part: &'a str,
    most: [u64; 3],
}

/// Fails when a part of the built page is larger than its budget, and names it.
pub(crate) fn check(args: &[String]) -> Outcome {
    let dist = match args {
        [] => project::root().join("dist"),
        [folder] => Path::new(folder).to_path_buf(),
        [_, extra, ..] => return Err(format!("budget has no argument `{extra}`")),
    };
    let rows = sizes::rows(&dist)?;
    if rows.is_empty() {
        return Err(format!("{} holds no page: run `cargo xtask build` first", dist.display()));
    }
    let limits = limits(BUDGET)?;
    for name in unmeasured(&rows) {
        say(&format!("not compared: {name} (neither node nor {name} was found)"));
    }
    match over(&limits, &rows).as_slice() {
        [] => {
            say("the page is within its budget");
            Ok(())
        }
        over => Err(format!(
            "the page has grown past its budget (xtask/budget.txt says what to do):\n  {}",
            over.join("\n  ")
        )),
    }
}

/// The table of the budget.
fn limits(text: &str) -> Outcome<Vec<Limit<'_>>> {
    let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    // The first line is the heading.
    let limits = lines.skip(1).map(|line| limit(line).ok_or_else(|| line.to_owned()));
    limits.collect::<Result<_, _>>().map_err(|line| format!("xtask/budget.txt: {line}"))
}

fn limit(line: &str) -> Option<Limit<'_>> {
    let words: Vec<&str> = line.split_whitespace().collect();
    let [part, raw, gzip, brotli] = words[..] else { return None };
    Some(Limit { part, most: [raw.parse().ok()?, gzip.parse().ok()?, brotli.parse().ok()?] })
}

/// What is larger than it may be, one line each. A size that was not measured is not compared.
fn over(limits: &[Limit], rows: &[Row]) -> Vec<String> {
    let mut over = Vec::new();
    for Limit { part, most } in limits {
        let own: Vec<&Row> = rows.iter().filter(|row| belongs(part, &row.name)).collect();
        if own.is_empty() {
            over.push(format!("{part}: no file of the page belongs to it"));
        }
        // Each part has the same limit, because each is a wait of its own.
        let files: Vec<(&str, Vec<&Row>)> = match *part {
            "part" => own.iter().map(|row| (row.name.as_str(), vec![*row])).collect(),
            part => vec![(part, own)],
        };
        for (part, own) in files {
            for ((measure, most), name) in (0..).zip(most).zip(MEASURES) {
                let size: Option<u64> = own.iter().map(|row| row.sizes()[measure]).sum();
                if let Some(size) = size.filter(|size| size > most) {
                    let by = size - most;
                    over.push(format!("{part}, {name}: {size} bytes, {by} more than {most}"));
                }
            }
        }
    }
    over
}

/// The compressions of which some size is missing.
fn unmeasured(rows: &[Row]) -> impl Iterator<Item = &'static str> {
    let missing = |measure: &usize| rows.iter().any(|row| row.sizes()[*measure].is_none());
    (0..MEASURES.len()).filter(missing).map(|measure| MEASURES[measure])
}

#[cfg(test)]
mod tests {
    use super::{BUDGET, Limit, limits, over};
    use crate::sizes::Row;

    fn row(name: &str, raw: u64, gzip: Option<u64>) -> Row {
        Row { name: name.to_owned(), raw, gzip, brotli: gzip }
    }

    fn page() -> Vec<Row> {
        vec![
            row("sg-playground-0a_bg.wasm", 100, Some(50)),
            row("sg-playground-0b.js", 10, Some(5)),
            row("split-share-0e.wasm", 60, Some(30)),
            row("boot-0c.js", 7, Some(3)),
            row("page-0d.css", 20, Some(9)),
        ]
    }

    #[test]
    fn what_has_grown_is_named_with_its_measure() {
        let limits = |program, all| {
            [
                Limit { part: "program", most: [program, 50, 50] },
                Limit { part: "glue", most: [10, 5, 5] },
                Limit { part: "all", most: [197, all, all] },
            ]
        };
        assert!(over(&limits(100, 97), &page()).is_empty());
        assert_eq!(
            over(&limits(90, 96), &page()),
            [
                "program, raw: 100 bytes, 10 more than 90",
                "all, gzip: 97 bytes, 1 more than 96",
                "all, brotli: 97 bytes, 1 more than 96"
            ]
        );
    }

    #[test]
    fn each_part_has_its_own_limit_and_is_named() {
        let mut page = page();
        page.push(row("split-import-0f.wasm", 70, Some(40)));
        let over = over(&[Limit { part: "part", most: [65, 40, 40] }], &page);
        assert_eq!(over, ["split-import-0f.wasm, raw: 70 bytes, 5 more than 65"]);
        // Whatever is needed before a switch can be flipped, and nothing else.
        let first = Limit { part: "first", most: [136, 66, 66] };
        let said = super::over(&[first], &page);
        assert_eq!(said[0], "first, raw: 137 bytes, 1 more than 136");
    }

    #[test]
    fn a_size_that_was_not_measured_is_not_compared_and_a_missing_part_is_said() {
        let mut page = page();
        page[0].gzip = None;
        let limit = |part| [Limit { part, most: [1_000, 1, 1_000] }];
        assert!(over(&limit("program"), &page).is_empty());
        assert_eq!(over(&limit("glue"), &page), ["glue, gzip: 5 bytes, 4 more than 1"]);
        page.retain(|row| !row.name.ends_with(".css"));
        assert_eq!(over(&limit("styles"), &page), ["styles: no file of the page belongs to it"]);
    }

    #[test]
    fn the_budget_has_a_line_for_every_part() {
        let parts: Vec<&str> = limits(BUDGET).unwrap().iter().map(|limit| limit.part).collect();
        assert_eq!(parts, ["first", "program", "glue", "styles", "part", "all"]);
        assert!(limits("part raw\nprogram 1 2\n").unwrap_err().contains("program 1 2"));
    }
}
