//! Tab-separated records, one per line: the text format of links and logs.

/// Joins texts into one line, writing `\t`, `\n` and `\\` for tabs, newlines and backslashes.
/// Trailing empty texts are omitted.
pub fn line(fields: &[&str]) -> String {
    let mut line = String::new();
    push(&mut line, fields);
    line
}

/// Splits a line into its texts. Trailing texts that were omitted are missing here too.
pub fn fields(line: &str) -> Vec<String> {
    line.split('\t').map(unescaped).collect()
}

/// Appends the fields to a text.
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

/// Undoes the escapes of a field.
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
