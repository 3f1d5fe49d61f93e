//! Names that have to fit: whole if there is room, otherwise the part that tells them apart.

/// The most width of an ASCII character in a label of the drawing, in CSS pixels.
pub(crate) const NARROW: i32 = 7;

/// The most width of any other character.
const WIDE: i32 = 12;

/// How much of a name others must share before it is left out. A shorter part is worth its room.
const LEAST_SHARED: usize = 4;

/// The width of a text, on the large side: nobody can know the reader's font.
pub fn width_of(text: &str) -> i32 {
    text.chars().map(width).sum()
}

const fn width(c: char) -> i32 {
    if c.is_ascii() { NARROW } else { WIDE }
}

/// A name in some room: whole if it fits, otherwise without the beginning that it shares with
/// another of the names, otherwise its beginning and its end.
pub fn fitted<'a>(name: &str, others: impl Iterator<Item = &'a str>, room: i32) -> String {
    if width_of(name) <= room {
        return name.to_owned();
    }
    let shared = others.filter(|other| *other != name).map(|other| shared(name, other)).max();
    match shared.and_then(|shared| name.get(shared..)).filter(|rest| rest.len() < name.len()) {
        Some(rest) if width_of(rest) + WIDE <= room => format!("…{rest}"),
        Some(rest) => ends_of(rest, room - WIDE, "…"),
        None => ends_of(name, room, ""),
    }
}

/// The beginning of a text that fits.
pub(crate) fn cut(text: &str, room: i32) -> String {
    if width_of(text) <= room {
        return text.to_owned();
    }
    taken(text.chars(), room - WIDE).into_iter().chain(['…']).collect()
}

/// The length of what two names begin with alike, up to a separator; 0 if that is too short.
fn shared(name: &str, other: &str) -> usize {
    let alike = name.char_indices().zip(other.chars()).take_while(|((_, a), b)| a == b);
    let ends = alike.filter(|((_, c), _)| "-_./: ".contains(*c));
    ends.map(|((at, _), _)| at + 1).last().filter(|end| *end >= LEAST_SHARED).unwrap_or_default()
}

/// The beginning and the end of a text with a sign in the middle. The end gets more: names count
/// there.
fn ends_of(text: &str, room: i32, before: &str) -> String {
    // Nothing is gained by cutting a few characters.
    if width_of(text) <= room || text.chars().count() <= 4 {
        return format!("{before}{text}");
    }
    let room = (room - WIDE).max(2 * WIDE);
    let tail = taken(text.chars().rev(), room * 2 / 3);
    let used: i32 = tail.iter().copied().map(width).sum();
    let head: String = taken(text.chars(), room - used).into_iter().collect();
    let tail: String = tail.into_iter().rev().collect();
    format!("{before}{head}…{tail}")
}

/// The first characters that fit.
fn taken(text: impl Iterator<Item = char>, mut room: i32) -> Vec<char> {
    text.take_while(|c| {
        room -= width(*c);
        room >= 0
    })
    .collect()
}

/// A text in lines of at most this width, broken at spaces, or anywhere between characters that
/// need no spaces.
pub(crate) fn wrapped(text: &str, room: i32) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for word in text.split_inclusive(|c: char| c == ' ' || !c.is_ascii()) {
        if !line.is_empty() && width_of(&line) + width_of(word.trim_end()) > room {
            lines.push(line.trim_end().to_owned());
            line.clear();
        }
        line.push_str(word);
    }
    lines.push(line.trim_end().to_owned());
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_whole_or_tells_what_others_do_not() {
        let names = ["prod-hangzhou-web-01", "prod-hangzhou-web-02", "bastion"];
        let short = |name: &str, room: i32| fitted(name, names.iter().copied(), room);
        assert_eq!(short("bastion", 80), "bastion");
        assert_eq!(short("prod-hangzhou-web-01", 200), "prod-hangzhou-web-01");
        assert_eq!(short("prod-hangzhou-web-01", 80), "…01");
        let alone = fitted("a-very-long-unusual-name-9", std::iter::empty(), 100);
        assert!(alone.starts_with("a-v") && alone.ends_with("name-9"), "{alone}");
        assert!(width_of(&alone) <= 100, "{alone}");
        let chinese = fitted("生产环境的堡垒机一号", std::iter::empty(), 60);
        assert!(chinese.ends_with("号") && width_of(&chinese) <= 60, "{chinese}");
    }

    #[test]
    fn lines_are_no_wider_than_asked_and_lose_nothing() {
        for text in
            ["More than forty interfaces are counted together.", "所属安全组相同的合并计数。"]
        {
            let lines = wrapped(text, 90);
            assert!(lines.iter().all(|line| width_of(line) <= 90), "{lines:?}");
            let kept: String = lines.concat().chars().filter(|c| *c != ' ').collect();
            assert_eq!(kept, text.replace(' ', ""));
        }
    }
}
