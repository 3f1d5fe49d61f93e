//! Quotes text as one shell word or as a comment.

use super::hidden::{is_hidden, visible};

/// One word that means exactly `text`, which contains no NUL, in every POSIX shell (dash, bash,
/// busybox, zsh, ksh and others) and in fish.
///
/// - Visible characters are in single quotes.
/// - Quotes, backslashes and exclamation marks are outside the quotes, each after a backslash. In
///   single quotes, fish would treat a backslash as an escape, and an interactive csh `!` as history.
/// - From the first invisible character on, the word is produced by `printf` from octal bytes:
///   `"$(printf '\342\200\213')"`. `$'…'` would be shorter, but dash does not support it. Nothing else
///   follows, because fish 3.6 may treat a dollar sign or parenthesis after a substitution as its own.
/// - A substitution drops trailing line feeds, so those at the very end of the text are written
///   literally, in single quotes.
pub fn quote(text: &str) -> String {
    // In zsh, `=ls` is a path; in fish, `%self` is a number. Neither sign is written unquoted.
    let bare = |byte: u8| byte.is_ascii_alphanumeric() || b"-_./:,".contains(&byte);
    if text.is_empty() {
        return "''".to_owned();
    }
    if text.bytes().all(bare) {
        return text.to_owned();
    }
    let rest = text.trim_end_matches('\n');
    let Some(first) = rest.find(is_hidden) else { return quoted(text) };
    let (rest, line_feeds) = text.split_at_checked(rest.len()).unwrap_or((text, ""));
    let (before, after) = rest.split_at_checked(first).unwrap_or((rest, ""));
    format!("{}\"$(printf '{}')\"{}", quoted(before), octal(after), quoted(line_feeds))
}

/// Visible characters, in quotes.
fn quoted(text: &str) -> String {
    let (mut out, mut open) = (String::new(), false);
    for c in text.chars() {
        let apart = matches!(c, '\'' | '\\' | '!');
        if apart == open {
            out.push('\'');
            open = !open;
        }
        if apart {
            out.push('\\');
        }
        out.push(c);
    }
    if open {
        out.push('\'');
    }
    out
}

/// A `printf` format without any character that is special to it or to a shell. Octal escapes have
/// exactly three digits, so a digit may follow.
fn octal(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        if is_plain(c) {
            out.push(c);
            continue;
        }
        for byte in c.encode_utf8(&mut [0; 4]).bytes() {
            out.push_str(&format!("\\{byte:03o}"));
        }
    }
    out
}

/// Whether a character stands for itself in the `printf` format that [`quote`] writes.
pub(crate) fn is_plain(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, ' ' | '-' | '_' | '.' | '/' | ':' | ',')
}

/// A one-line comment, for shells and other languages whose comments start with `#`.
///
/// It contains no line break of any kind and no other invisible character. An interactive zsh does
/// not recognise comments by default, so user text in a comment must also be [quoted](quote).
pub fn comment(words: &str) -> String {
    format!("# {}", visible(words)).trim_end().to_owned()
}

/// Comments out a line that is already quoted. Removing the marks restores a single command, and
/// nothing is run by a shell that does not recognise them as comments.
pub fn commented_out(line: &str) -> String {
    // Only line feeds in single quotes can remain in it.
    format!("# {}", line.replace('\n', "\n# "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_value_is_one_word_whatever_is_in_it() {
        assert_eq!(quote("sg-bp1x"), "sg-bp1x");
        assert_eq!(quote(""), "''");
        assert_eq!(quote("=ls"), "'=ls'");
        assert_eq!(quote("it's; rm -rf ~ #"), r"'it'\''s; rm -rf ~ #'");
        assert_eq!(quote("$(reboot)`x`\\!"), r"'$(reboot)`x`'\\\!");
        assert_eq!(
            quote("a'\u{1b}9$(x)\u{202e}'"),
            r#"'a'\'"$(printf '\0339\044\050x\051\342\200\256\047')""#
        );
    }

    #[test]
    fn line_feeds_at_the_end_are_not_lost() {
        assert_eq!(quote("a\nbc"), r#"'a'"$(printf '\012bc')""#);
        assert_eq!(quote("a\n\n组"), r#"'a'"$(printf '\012\012\347\273\204')""#);
        assert_eq!(quote("a\r\n"), "'a'\"$(printf '\\015')\"'\n'");
        assert_eq!(quote("\n\n"), "'\n\n'");
    }

    #[test]
    fn a_comment_is_one_line() {
        let breaks = "a\nb\rc\u{b}d\u{c}e\u{85}f\u{2028}g\u{2029}h";
        let line = "# aU+000AbU+000DcU+000BdU+000CeU+0085fU+2028gU+2029h";
        assert_eq!(comment(breaks), line);
        assert_eq!(comment(""), "#");
    }
}
