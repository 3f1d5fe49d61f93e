//! The project's own Rust files, cut into tokens.

use std::fs;
use std::path::{Path, PathBuf};

/// A Rust file.
pub(crate) struct Source {
    /// Its path from the project's root, with `/`.
    pub(crate) path: String,
    /// The whole text.
    pub(crate) text: String,
    /// What is compiled into the product: no comment, no test module.
    pub(crate) tokens: Vec<Token>,
}

/// A token with the line it begins on, from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Token {
    pub(crate) line: usize,
    pub(crate) kind: Kind,
}

/// What a token is, as far as these tests tell them apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Kind {
    /// An identifier, a keyword or a number.
    Word(String),
    /// A string literal, its escapes resolved as far as `\"`, `\\` and line ends go.
    Text(String),
    /// Any other character.
    Sign(char),
}

impl Source {
    fn read(root: &Path, file: &Path) -> Self {
        let text = fs::read_to_string(file).unwrap();
        let own = file.strip_prefix(root).unwrap();
        let path = own.iter().map(|part| part.to_str().unwrap()).collect::<Vec<_>>().join("/");
        Self { path, tokens: tokens(product(&text)), text }
    }

    /// The words of the product's code, with their lines.
    pub(crate) fn words(&self) -> impl Iterator<Item = (usize, &str)> {
        self.tokens.iter().filter_map(|token| match &token.kind {
            Kind::Word(word) => Some((token.line, word.as_str())),
            Kind::Text(_) | Kind::Sign(_) => None,
        })
    }

    /// The string literals of the product's code, with their lines.
    pub(crate) fn literals(&self) -> impl Iterator<Item = (usize, &str)> {
        self.tokens.iter().filter_map(|token| match &token.kind {
            Kind::Text(text) => Some((token.line, text.as_str())),
            Kind::Word(_) | Kind::Sign(_) => None,
        })
    }

    /// How many lines the product's code has, tests at the end not counted.
    pub(crate) fn lines(&self) -> usize {
        product(&self.text).trim_end().lines().count()
    }
}

/// The text without the test module at its end.
fn product(text: &str) -> &str {
    text.find("\n#[cfg(test)]\nmod ").map_or(text, |end| &text[..end])
}

/// The folders of what is delivered.
pub(crate) const PRODUCT: [&str; 4] = ["crates/sg-core/src", "crates/sgp/src", "src", "xtask/src"];

/// Every Rust file under these folders of the project.
pub(crate) fn files(folders: &[&str]) -> Vec<Source> {
    let root = root();
    let mut found = Vec::new();
    for folder in folders {
        collect(&root.join(folder), "rs", &mut found);
    }
    found.sort();
    assert!(!found.is_empty(), "{folders:?} hold no Rust file");
    found.iter().map(|file| Source::read(root, file)).collect()
}

/// The project's root.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every file of a name's end under a folder.
pub(crate) fn collect(folder: &Path, extension: &str, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, extension, found);
        } else if path.extension().is_some_and(|own| own == extension) {
            found.push(path);
        }
    }
}

/// Cuts Rust code into tokens; comments and character literals are left out.
pub(crate) fn tokens(code: &str) -> Vec<Token> {
    let chars: Vec<char> = code.chars().collect();
    let at = |place: usize| chars.get(place).copied().unwrap_or('\0');
    let (mut tokens, mut place, mut line) = (Vec::new(), 0, 1);
    while place < chars.len() {
        let start = place;
        let kind = match at(place) {
            '/' if at(place + 1) == '/' => {
                while place < chars.len() && at(place) != '\n' {
                    place += 1;
                }
                None
            }
            'r' if at(place + 1) == '"' || (at(place + 1) == '#' && at(place + 2) == '"') => {
                let hashes = usize::from(at(place + 1) == '#');
                let open = place + 2 + hashes;
                place = open;
                while at(place) != '"' || (hashes == 1 && at(place + 1) != '#') {
                    place += 1;
                }
                let text = chars[open..place].iter().collect();
                place += 1 + hashes;
                Some(Kind::Text(text))
            }
            '"' => {
                let (text, end) = quoted(&chars, place + 1);
                place = end;
                Some(Kind::Text(text))
            }
            // A character literal, not a lifetime.
            '\'' if at(place + 1) == '\\' || at(place + 2) == '\'' => {
                place += if at(place + 1) == '\\' { 3 } else { 2 };
                while at(place) != '\'' {
                    place += 1;
                }
                place += 1;
                None
            }
            c if c.is_alphanumeric() || c == '_' => {
                while at(place).is_alphanumeric() || at(place) == '_' {
                    place += 1;
                }
                Some(Kind::Word(chars[start..place].iter().collect()))
            }
            c => {
                place += 1;
                (!c.is_whitespace()).then_some(Kind::Sign(c))
            }
        };
        tokens.extend(kind.map(|kind| Token { line, kind }));
        line += chars[start..place].iter().filter(|c| **c == '\n').count();
    }
    tokens
}

/// The text of a literal whose first character stands at `place`, and where the code goes on.
fn quoted(chars: &[char], mut place: usize) -> (String, usize) {
    let mut text = String::new();
    while chars[place] != '"' {
        if chars[place] == '\\' {
            place += 1;
            match chars[place] {
                // A line that goes on: its break and its indent are not part of the text.
                '\n' => {
                    while chars[place + 1].is_whitespace() {
                        place += 1;
                    }
                }
                escaped => text.push(escaped),
            }
        } else {
            text.push(chars[place]);
        }
        place += 1;
    }
    (text, place + 1)
}
