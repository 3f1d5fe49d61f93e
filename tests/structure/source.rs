//! The project's own Rust files, parsed, with their code as a flat sequence of tokens.

#![expect(clippy::wildcard_enum_match_arm, reason = "other variants are irrelevant here")]

use std::cell::OnceCell;
use std::fs;
use std::path::{Path, PathBuf};

use proc_macro2::{Delimiter, Literal, TokenStream, TokenTree};
use syn::Lit;

/// A Rust file.
pub(crate) struct Source {
    /// The path from the project's root, with `/`.
    pub(crate) path: String,
    /// The full text.
    pub(crate) text: String,
    /// Parsed on first use: many checks need only names and text.
    code: OnceCell<Code>,
}

/// The code compiled into the product, including macros, without comments and test modules.
struct Code {
    trees: Vec<TokenTree>,
    /// The same as a flat sequence: brackets and braces are symbols.
    tokens: Vec<Token>,
    /// The lines of test modules, first and last.
    tests: Vec<(usize, usize)>,
}

/// A token with its first line, from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Token {
    pub(crate) line: usize,
    pub(crate) kind: Kind,
}

/// The kind of a token, as far as these tests distinguish them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Kind {
    /// An identifier, a keyword or a number.
    Word(String),
    /// The value of a string literal.
    Text(String),
    /// Any other character.
    Sign(char),
}

impl Source {
    /// Creates a file from a path and text.
    pub(crate) fn new(path: &str, text: String) -> Self {
        Self { path: path.to_owned(), text, code: OnceCell::new() }
    }

    fn code(&self) -> &Code {
        self.code.get_or_init(|| {
            let stream = self.text.parse().unwrap_or_else(|error| panic!("{}: {error}", self.path));
            let (mut tests, mut tokens) = (Vec::new(), Vec::new());
            let trees = product(stream, &mut tests);
            flatten(&trees, &mut tokens);
            Code { trees, tokens, tests }
        })
    }

    /// The product's code as token trees.
    pub(crate) fn trees(&self) -> &[TokenTree] {
        &self.code().trees
    }

    /// The product's code as a sequence of tokens.
    pub(crate) fn tokens(&self) -> &[Token] {
        &self.code().tokens
    }

    fn read(root: &Path, file: &Path) -> Self {
        let own = file.strip_prefix(root).unwrap();
        let path = own.iter().map(|part| part.to_str().unwrap()).collect::<Vec<_>>().join("/");
        Self::new(&path, fs::read_to_string(file).unwrap())
    }

    /// The words of the product's code, with their lines.
    pub(crate) fn words(&self) -> impl Iterator<Item = (usize, &str)> {
        self.tokens().iter().filter_map(|token| match &token.kind {
            Kind::Word(word) => Some((token.line, word.as_str())),
            Kind::Text(_) | Kind::Sign(_) => None,
        })
    }

    /// The string literals of the product's code, with their lines.
    pub(crate) fn literals(&self) -> impl Iterator<Item = (usize, &str)> {
        self.tokens().iter().filter_map(|token| match &token.kind {
            Kind::Text(text) => Some((token.line, text.as_str())),
            Kind::Word(_) | Kind::Sign(_) => None,
        })
    }

    /// The number of lines of product code, without test modules and trailing blank lines.
    pub(crate) fn lines(&self) -> usize {
        let tests =
            |line: usize| self.code().tests.iter().any(|(from, to)| (*from..=*to).contains(&line));
        let own = self.text.lines().enumerate().filter(|(at, _)| !tests(at + 1));
        let last = own.clone().filter(|(_, line)| !line.trim().is_empty()).last();
        own.take_while(|(at, _)| last.is_some_and(|(last, _)| *at <= last)).count()
    }
}

/// The tokens without comments and test modules, recording the lines of the latter.
fn product(stream: TokenStream, tests: &mut Vec<(usize, usize)>) -> Vec<TokenTree> {
    let trees: Vec<TokenTree> = stream.into_iter().collect();
    let (mut kept, mut place) = (Vec::new(), 0);
    while let Some(tree) = trees.get(place) {
        let word = |place: usize, wanted: &str| trees.get(place).is_some_and(|t| is(t, wanted));
        let attribute = |place: usize, begins: &str| match trees.get(place) {
            Some(TokenTree::Group(group)) => {
                group.stream().to_string().replace(' ', "").starts_with(begins)
            }
            Some(_) | None => false,
        };
        // Documentation comments arrive as `#[doc = "…"]` or `#![doc = "…"]`.
        if word(place, "#") && attribute(place + 1, "doc=") {
            place += 2;
        } else if word(place, "#") && word(place + 1, "!") && attribute(place + 2, "doc=") {
            place += 3;
        } else if word(place, "#") && attribute(place + 1, "cfg(test)") && word(place + 2, "mod") {
            // The attribute, `mod`, its name, and its body or a semicolon.
            let last = trees[place + 4].span().end().line;
            tests.push((tree.span().start().line, last));
            place += 5;
        } else {
            kept.push(tree.clone());
            place += 1;
        }
    }
    kept
}

/// Whether a token is this word or symbol.
pub(crate) fn is(tree: &TokenTree, wanted: &str) -> bool {
    match tree {
        TokenTree::Ident(word) => word == wanted,
        TokenTree::Punct(sign) => wanted.len() == 1 && wanted.starts_with(sign.as_char()),
        TokenTree::Group(_) | TokenTree::Literal(_) => false,
    }
}

/// The tokens of a group, without comments and test modules.
pub(crate) fn inside(group: &proc_macro2::Group) -> Vec<TokenTree> {
    product(group.stream(), &mut Vec::new())
}

fn flatten(trees: &[TokenTree], tokens: &mut Vec<Token>) {
    for tree in trees {
        let line = tree.span().start().line;
        match tree {
            TokenTree::Group(group) => {
                let (open, close) = match group.delimiter() {
                    Delimiter::Parenthesis => ('(', ')'),
                    Delimiter::Brace => ('{', '}'),
                    Delimiter::Bracket => ('[', ']'),
                    Delimiter::None => continue,
                };
                tokens.push(Token { line, kind: Kind::Sign(open) });
                flatten(&inside(group), tokens);
                let line = group.span_close().end().line;
                tokens.push(Token { line, kind: Kind::Sign(close) });
            }
            TokenTree::Ident(word) => {
                tokens.push(Token { line, kind: Kind::Word(word.to_string()) });
            }
            TokenTree::Punct(sign) => tokens.push(Token { line, kind: Kind::Sign(sign.as_char()) }),
            TokenTree::Literal(literal) => {
                tokens.extend(kind(literal).map(|kind| Token { line, kind }));
            }
        }
    }
}

/// The kind of a literal; characters are skipped.
fn kind(literal: &Literal) -> Option<Kind> {
    match Lit::new(literal.clone()) {
        Lit::Str(text) => Some(Kind::Text(text.value())),
        Lit::ByteStr(text) => Some(Kind::Text(String::from_utf8_lossy(&text.value()).into_owned())),
        Lit::Char(_) | Lit::Byte(_) => None,
        _ => Some(Kind::Word(literal.to_string())),
    }
}

/// The folders of the product.
pub(crate) const PRODUCT: [&str; 4] = ["crates/sg-core/src", "crates/sgp/src", "src", "xtask/src"];

/// All Rust files under these folders of the project.
pub(crate) fn files(folders: &[&str]) -> Vec<Source> {
    let root = root();
    let mut found = Vec::new();
    for folder in folders {
        collect(&root.join(folder), "rs", &mut found);
    }
    found.sort();
    assert!(!found.is_empty(), "no Rust files in {folders:?}");
    found.iter().map(|file| Source::read(root, file)).collect()
}

/// The project's root.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// All files under a folder whose names have this ending.
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

#[cfg(test)]
mod tests {
    use super::{Kind, Source};

    const FILE: &str = "//! What it is.\n\n/// \"no text\"\nfn f<'a>() {\n    // \"nor this\"\n    \
                        g('x', b\"bytes\", \"a\\\"b\\n\", r#\"raw\"#, 7);\n}\n\n\
                        #[cfg(test)]\nmod tests {\n    fn t() {}\n}\n";

    #[test]
    fn comments_and_test_modules_are_no_code() {
        let source = Source::new("f.rs", FILE.to_owned());
        let texts: Vec<&str> = source.literals().map(|(_, text)| text).collect();
        assert_eq!(texts, ["bytes", "a\"b\n", "raw"]);
        let words: Vec<(usize, &str)> = source.words().collect();
        assert_eq!(words, [(4, "fn"), (4, "f"), (4, "a"), (6, "g"), (6, "7")]);
        assert_eq!(source.tokens().last().map(|token| &token.kind), Some(&Kind::Sign('}')));
        assert_eq!(source.lines(), 7);
    }
}
