//! Text as one word of a shell, and as a comment.

use super::hidden::{is_hidden, visible};

/// One word that means exactly `text`, which holds no NUL, to every POSIX shell: dash, bash, busybox,
/// zsh, ksh and their kin read it alike, and so does fish.
///
/// - What can be seen stands in single quotes.
/// - A quote, a backslash and an exclamation mark stand outside of them behind a backslash. In
///   single quotes fish would take a backslash for an escape, and an interactive csh `!` for history.
/// - What cannot be seen is what `printf` makes of octal bytes: `"$(printf '\\342\\200\\213')"`.
///   `$'…'` would be shorter, but dash does not know it. A command substitution drops line feeds at
///   its end, so the next character goes with them.
/// - Line feeds at the very end of the text stand as they are, in single quotes: nothing can follow
///   them.
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
    let (rest, line_feeds) = text.split_at_checked(rest.len()).unwrap_or((text, ""));
    let mut word = Word { out: String::new(), part: Part::Bare };
    let mut after_line_feed = false;
    for c in rest.chars() {
        if is_hidden(c) || after_line_feed {
            word.octal(c);
        } else {
            word.visible(c);
        }
        after_line_feed = c == '\n';
    }
    for c in line_feeds.chars() {
        word.visible(c);
    }
    word.enter(Part::Bare);
    word.out
}

/// What a place of a word is inside of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Bare,
    Single,
    Printf,
}

/// A word under construction.
struct Word {
    out: String,
    part: Part,
}

impl Word {
    fn enter(&mut self, part: Part) {
        if self.part == part {
            return;
        }
        self.out.push_str(match self.part {
            Part::Bare => "",
            Part::Single => "'",
            Part::Printf => "')\"",
        });
        self.out.push_str(match part {
            Part::Bare => "",
            Part::Single => "'",
            Part::Printf => "\"$(printf '",
        });
        self.part = part;
    }

    fn visible(&mut self, c: char) {
        if matches!(c, '\'' | '\\' | '!') {
            self.enter(Part::Bare);
            self.out.push('\\');
        } else {
            self.enter(Part::Single);
        }
        self.out.push(c);
    }

    fn octal(&mut self, c: char) {
        self.enter(Part::Printf);
        for byte in c.encode_utf8(&mut [0; 4]).bytes() {
            // Three digits end by themselves, so a digit may follow.
            self.out.push_str(&format!("\\{byte:03o}"));
        }
    }
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
            quote("a\u{1b}9\u{202e}'"),
            r#"'a'"$(printf '\033')"'9'"$(printf '\342\200\256')"\'"#
        );
    }

    #[test]
    fn a_line_feed_takes_the_next_character_with_it() {
        assert_eq!(quote("a\nbc"), r#"'a'"$(printf '\012\142')"'c'"#);
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
