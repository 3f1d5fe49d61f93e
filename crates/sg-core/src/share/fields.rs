//! Texts parted by tabs, one record a line: how links and logs write what they hold.

/// Several texts as one line; `\t`, `\n` and `\\` stand for what would end a field or the line.
/// Empty texts at the end are left out.
pub fn line(fields: &[&str]) -> String {
    let mut line = String::new();
    push(&mut line, fields);
    line
}

/// The texts of a line; one that is left out at the end is missing here too.
pub fn fields(line: &str) -> Vec<String> {
    line.split('\t').map(unescaped).collect()
}

/// Writes the fields at the end of a text.
pub(super) fn push(text: &mut String, fields: &[&str]) {
    let used = fields.iter().rposition(|field| !field.is_empty()).map_or(0, |last| last + 1);
    for (place, field) in fields.iter().take(used).enumerate() {
        if place > 0 {
            text.push('\t');
        }
        for c in field.chars() {
            match c {
                '\\' => text.push_str("\\\\"),
                '\t' => text.push_str("\\t"),
                '\n' => text.push_str("\\n"),
                c => text.push(c),
            }
        }
    }
}

/// A field without its stand-ins.
pub(super) fn unescaped(field: &str) -> String {
    let mut text = String::with_capacity(field.len());
    let mut chars = field.chars();
    while let Some(c) = chars.next() {
        text.push(match c {
            '\\' => match chars.next() {
                Some('t') => '\t',
                Some('n') => '\n',
                Some(other) => other,
                None => '\\',
            },
            c => c,
        });
    }
    text
}
