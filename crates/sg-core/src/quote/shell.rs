//! Text as one word of a shell, and as a comment.

use super::hidden::{is_hidden, visible};

/// One word that means exactly `text`, which holds no NUL, to every POSIX shell: dash, bash, busybox,
/// zsh, ksh and their kin read it alike, and so does fish.
///
/// - What can be seen stands in single quotes.
/// - A quote, a backslash and an exclamation mark stand outside of them behind a backslash. In
///   single quotes fish would take a backslash for an escape, and an interactive csh `!` for history.
/// - From the first character that cannot be seen on, the word is what `printf` makes of octal bytes:
///   `"$(printf '\342\200\213')"`. `$'…'` would be shorter, but dash does not know it. Nothing else
///   follows, as fish 3.6 may take a dollar sign or a parenthesis behind a substitution for its own.
/// - A substitution drops line feeds at its end: those at the very end of the text stand as they are,
///   in single quotes.
pub fn quote(text: &str) -> String {
    // `=ls` is a path to zsh, `%self` a number to fish: neither sign stands bare.
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

/// What can be seen, in quotes.
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

/// A format of `printf` without any sign that means something to it or to a shell. Three digits end
/// by themselves, so a digit may follow.
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

/// Whether a character means itself in a format of `printf`, where [`quote`] writes one.
pub(crate) fn is_plain(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, ' ' | '-' | '_' | '.' | '/' | ':' | ',')
}

/// A comment of one line, for shells and for other languages whose comments begin with `#`.
///
/// No line break of any kind stands in it, nor anything else that cannot be seen. An interactive zsh
/// knows no comments unless it is told to: somebody's own words in one are [quoted](quote) besides.
pub fn comment(words: &str) -> String {
    format!("# {}", visible(words)).trim_end().to_owned()
}

/// A line that is quoted already, as comments: what stands in it stays one command when the marks
/// are taken away, and runs nothing where a shell takes them for none.
pub fn commented_out(line: &str) -> String {
    // Only line feeds in single quotes can be left in it.
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
