//! How a link puts the ends of a large scenario into lines: what shares a line, which lines are
//! open, and what is typed into the filter.

use super::LinkEnd;

/// The lines of the matrix and the list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LinkLines {
    /// What shares a line; `None` for what is usual for the number of ends.
    pub by: Option<LinkGrouping>,
    /// The ends whose lines are open, in the order of the scenario.
    pub opened: Vec<LinkEnd>,
    /// The ends to show, as typed; empty for all. At most [`LinkLines::MOST_FILTER`] characters,
    /// none of them a control character.
    pub filter: String,
}

/// What shares a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkGrouping {
    /// Ends that no cell tells apart.
    Role,
    /// The members of a security group.
    SecurityGroup,
    /// Nothing.
    Nothing,
}

impl LinkLines {
    /// The longest filter that a link holds, in characters.
    pub const MOST_FILTER: usize = 200;

    /// The three fields of the line of a view: a letter, indices, the filter.
    pub(super) fn texts(&self, ends: &[LinkEnd]) -> [String; 3] {
        let by = self.by.map_or("", LinkGrouping::letter).to_owned();
        let opened = ends.iter().enumerate().filter(|(_, end)| self.opened.contains(end));
        let opened = ranges(opened.map(|(place, _)| place));
        [by, opened, clean(&self.filter)]
    }

    /// Parses the three fields; what does not fit is left out.
    pub(super) fn parse([by, opened, filter]: [&str; 3], ends: &[LinkEnd]) -> Self {
        let open = |place: &usize| opened.split(',').any(|range| within(range, *place));
        let opened = ends.iter().enumerate().filter(|(place, _)| open(place));
        Self {
            by: LinkGrouping::parse(by),
            opened: opened.map(|(_, end)| end.clone()).collect(),
            filter: clean(filter),
        }
    }
}

impl LinkGrouping {
    const ALL: [Self; 3] = [Self::Role, Self::SecurityGroup, Self::Nothing];

    const fn letter(self) -> &'static str {
        match self {
            Self::Role => "r",
            Self::SecurityGroup => "g",
            Self::Nothing => "e",
        }
    }

    fn parse(letter: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|by| by.letter() == letter)
    }
}

/// A filter as the line of a view can hold it: a tab would end the field.
fn clean(filter: &str) -> String {
    let kept = filter.chars().map(|c| if c.is_control() { ' ' } else { c });
    kept.take(LinkLines::MOST_FILTER).collect()
}

/// Ascending numbers as ranges: `0,3-5`.
fn ranges(numbers: impl Iterator<Item = usize>) -> String {
    let mut ranges: Vec<(usize, usize)> = Vec::new();
    for number in numbers {
        match ranges.last_mut() {
            Some((_, last)) if *last + 1 == number => *last = number,
            Some(_) | None => ranges.push((number, number)),
        }
    }
    let texts = ranges.into_iter().map(|(first, last)| match first == last {
        true => first.to_string(),
        false => format!("{first}-{last}"),
    });
    texts.collect::<Vec<_>>().join(",")
}

fn within(range: &str, place: usize) -> bool {
    let (first, last) = range.split_once('-').unwrap_or((range, range));
    match (first.parse::<usize>(), last.parse::<usize>()) {
        (Ok(first), Ok(last)) => (first..=last).contains(&place),
        (Err(_), _) | (_, Err(_)) => false,
    }
}
