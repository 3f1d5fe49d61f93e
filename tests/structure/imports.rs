//! Which file of a crate imports which: `use` and qualified paths, followed through re-exports to
//! the file that defines the name.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use syn::UseTree;

use crate::source::{Source, inside, is};

/// A module, as names from the root of its crate.
type Path = Vec<String>;

/// The modules of a crate.
pub(crate) struct Modules {
    modules: BTreeMap<Path, Module>,
}

/// A module: a file of its own or inline in braces.
#[derive(Default)]
struct Module {
    /// The path of its file from the project's root.
    file: String,
    uses: Vec<Use>,
    /// The qualified paths in its code, with their lines.
    paths: Vec<(usize, Path)>,
    /// All words of its code outside `use`.
    words: BTreeSet<String>,
}

/// A name that a `use` imports.
struct Use {
    line: usize,
    /// The local name; `*` for a glob import.
    name: String,
    path: Path,
    /// Whether it is visible to other modules.
    re_exported: bool,
}

/// An import: the file, the line, and the file that defines the imported name.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Import {
    pub(crate) from: String,
    pub(crate) to: String,
    pub(crate) line: usize,
}

impl Modules {
    /// Reads the modules of a crate from its source folder, such as `src/`.
    pub(crate) fn of(folder: &str, sources: &[Source]) -> Self {
        let mut all = Self { modules: BTreeMap::new() };
        for source in sources {
            let own = source.path.strip_prefix(folder).unwrap().trim_end_matches(".rs");
            // The file of a binary is its own crate, which cannot be imported.
            let path: Path = match own {
                "lib" => Vec::new(),
                _ => own.split('/').map(str::to_owned).collect(),
            };
            all.read(&source.path, &path, source.trees());
        }
        all
    }

    /// Reads the code of a module and its inline modules.
    fn read(&mut self, file: &str, path: &Path, trees: &[TokenTree]) {
        let module = self.modules.entry(path.clone()).or_default();
        file.clone_into(&mut module.file);
        let mut inner = Vec::new();
        module.read(trees, &mut inner);
        for (name, trees) in inner {
            let path = [path.as_slice(), &[name]].concat();
            self.read(file, &path, &trees);
        }
    }

    /// All imports between files, keeping the first of each pair.
    pub(crate) fn imports(&self) -> Vec<Import> {
        let mut found: BTreeMap<(&str, &str), usize> = BTreeMap::new();
        for (path, module) in &self.modules {
            // A re-export only passes a name on; it counts as an import if the file uses the name
            // itself.
            let needed = |used: &&Use| !used.re_exported || module.words.contains(&used.name);
            let uses = module.uses.iter().filter(needed).map(|used| (used.line, &used.path));
            let paths = module.paths.iter().map(|(line, path)| (*line, path));
            for (line, wanted) in uses.chain(paths) {
                if let Some(to) = self.definition(path, wanted, 0).filter(|to| *to != module.file) {
                    let first = found.entry((&module.file, to)).or_insert(line);
                    *first = line.min(*first);
                }
            }
        }
        let import = |((from, to), line): ((&str, &str), usize)| Import {
            from: from.to_owned(),
            to: to.to_owned(),
            line,
        };
        found.into_iter().map(import).collect()
    }

    /// The file that defines what a path refers to; `None` for local names, other crates, and
    /// modules, which only lead to their contents.
    fn definition(&self, module: &Path, path: &[String], steps: usize) -> Option<&str> {
        assert!(steps < 32, "circular re-exports: {module:?} {path:?}");
        let (first, rest) = path.split_first()?;
        let child = [module.as_slice(), std::slice::from_ref(first)].concat();
        let own = self.modules.get(module)?;
        match first.as_str() {
            "crate" => self.inside(&Vec::new(), rest, steps),
            "self" => self.inside(module, rest, steps),
            "super" => {
                let parent = module.split_last()?.1.to_vec();
                let further = rest.first().is_some_and(|next| next == "super");
                match further {
                    true => self.definition(&parent, rest, steps + 1),
                    false => self.inside(&parent, rest, steps),
                }
            }
            _ if self.modules.contains_key(&child) => self.inside(&child, rest, steps),
            _ => {
                let used = own.uses.iter().find(|used| used.name == *first)?;
                // `use gloo;` refers to another crate by its own name.
                let other = used.path.first() == Some(first);
                if other { None } else { self.renamed(module, used, rest, steps) }
            }
        }
    }

    /// The same for a path whose first segment comes from a `use` of the module.
    fn renamed(&self, module: &Path, used: &Use, rest: &[String], steps: usize) -> Option<&str> {
        self.definition(module, &[used.path.as_slice(), rest].concat(), steps + 1)
    }

    /// The file that defines the rest of a path, starting from a module.
    fn inside(&self, module: &Path, rest: &[String], steps: usize) -> Option<&str> {
        let own = self.modules.get(module)?;
        let (first, after) = rest.split_first()?;
        if first == "*" {
            return Some(&own.file);
        }
        let child = [module.as_slice(), std::slice::from_ref(first)].concat();
        if self.modules.contains_key(&child) {
            return self.inside(&child, after, steps);
        }
        match own.uses.iter().find(|used| used.name == *first) {
            Some(used) => self.renamed(module, used, after, steps),
            None => Some(&own.file),
        }
    }
}

impl Module {
    /// Reads tokens; returns inline modules with their names.
    fn read(&mut self, trees: &[TokenTree], inner: &mut Vec<(String, Vec<TokenTree>)>) {
        let mut place = 0;
        while let Some(tree) = trees.get(place) {
            let starts = place == 0 || !is(&trees[place - 1], ":");
            match tree {
                TokenTree::Ident(word) if word == "use" => {
                    let end = trees[place..].iter().position(|tree| is(tree, ";"));
                    let end = end.map_or(trees.len(), |end| place + end);
                    self.read_use(tree, &trees[place + 1..end], visible(&trees[..place]));
                    place = end;
                }
                TokenTree::Ident(word) if word == "mod" => {
                    if let [_, TokenTree::Ident(name), TokenTree::Group(body), ..] = &trees[place..]
                    {
                        inner.push((name.to_string(), inside(body)));
                        place += 2;
                    }
                }
                TokenTree::Ident(word) => {
                    let declared = place > 0 && is(&trees[place - 1], "mod");
                    if starts && !declared {
                        self.words.insert(word.to_string());
                        self.read_path(&trees[place..]);
                    }
                }
                TokenTree::Group(group) => self.read(&inside(group), inner),
                TokenTree::Punct(_) | TokenTree::Literal(_) => {}
            }
            place += 1;
        }
    }

    /// Reads `a::b::c` at the start of some tokens.
    fn read_path(&mut self, trees: &[TokenTree]) {
        let mut path = Vec::new();
        let mut rest = trees;
        while let [TokenTree::Ident(word), after @ ..] = rest {
            path.push(word.to_string());
            match after {
                [a, b, next @ ..] if is(a, ":") && is(b, ":") => rest = next,
                _ => break,
            }
        }
        if path.len() > 1 {
            self.paths.push((trees[0].span().start().line, path));
        }
    }

    /// Reads the tokens between `use` and its semicolon; inside a macro they may not form a `use`
    /// at all.
    fn read_use(&mut self, start: &TokenTree, trees: &[TokenTree], re_exported: bool) {
        let line = start.span().start().line;
        let stream: TokenStream = trees.iter().cloned().collect();
        if let Ok(tree) = syn::parse2::<UseTree>(stream) {
            let mut names = Vec::new();
            spread(&tree, &mut Vec::new(), &mut names);
            let used = |(name, path)| Use { line, name, path, re_exported };
            self.uses.extend(names.into_iter().map(used));
        }
    }
}

/// Whether these tokens end with `pub`, with or without a restriction.
fn visible(trees: &[TokenTree]) -> bool {
    match trees {
        [.., word, TokenTree::Group(group)] if group.delimiter() == Delimiter::Parenthesis => {
            is(word, "pub")
        }
        [.., word] => is(word, "pub"),
        [] => false,
    }
}

/// The names that a `use` imports, each with its full path.
fn spread(tree: &UseTree, before: &mut Path, names: &mut Vec<(String, Path)>) {
    let last = |name: String, before: &Path| match name.as_str() {
        // `use a::{self}` is `use a`.
        "self" if !before.is_empty() => before.clone(),
        _ => [before.as_slice(), &[name]].concat(),
    };
    match tree {
        UseTree::Path(path) => {
            before.push(path.ident.to_string());
            spread(&path.tree, before, names);
            before.pop();
        }
        UseTree::Name(name) => {
            let path = last(name.ident.to_string(), before);
            names.push((path.last().cloned().unwrap_or_default(), path));
        }
        UseTree::Rename(name) => {
            names.push((name.rename.to_string(), last(name.ident.to_string(), before)));
        }
        UseTree::Glob(_) => names.push(("*".to_owned(), last("*".to_owned(), before))),
        UseTree::Group(group) => group.items.iter().for_each(|tree| spread(tree, before, names)),
    }
}
