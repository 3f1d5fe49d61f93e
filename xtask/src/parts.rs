//! Splits the program of a release build into parts.
//!
//! The program marks its seams (`src/part.rs`). Here wasm-split-cli cuts the linked module at them,
//! wasm-bindgen binds what is left of it, and all files get names with a hash and are checked
//! against their integrity hashes when they are loaded. Seams that need the same code share it in
//! further files, which arrive together with them.

use crate::Outcome;
use crate::hash::{hex, integrity, sha256};
use crate::imports;
use crate::lean;
use crate::leb128;
use crate::process::run;
use crate::project::{self, WASM};
use crate::tools;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// In a module that is yet to be split, the module from which it imports its parts.
const PLACEHOLDER: &[u8] = b"__wasm_split_placeholder__";

/// The script by which wasm-split-cli loads the parts, and what it imports.
const LOADER: &str = "__wasm_split.js";
const MAIN: &str = "./main.js";

/// A program in parts, with file names for the page.
pub(crate) struct Parts {
    /// The file of the program and its integrity hash.
    pub(crate) program: (String, String),
    /// The same of its glue.
    pub(crate) glue: (String, String),
    /// The same of the script that loads the parts.
    pub(crate) loader: (String, String),
    files: Vec<(String, Vec<u8>)>,
}

impl Parts {
    /// Writes all files.
    pub(crate) fn write(&self, folder: &Path) -> Outcome {
        self.files.iter().try_for_each(|(name, content)| write(&folder.join(name), content))
    }
}

/// Whether a module is yet to be split.
pub(crate) fn is_whole(module: &[u8]) -> bool {
    module.windows(PLACEHOLDER.len()).any(|window| window == PLACEHOLDER)
}

/// Splits the program that Cargo has just linked.
pub(crate) fn split(program: &str) -> Outcome<Parts> {
    let target = project::target()?;
    let linked = target.join(WASM).join("page").join(format!("{program}.wasm"));
    let work = target.join("parts");
    if work.exists() {
        fs::remove_dir_all(&work).map_err(|error| format!("cannot empty {work:?}: {error}"))?;
    }
    let (cut, bound) = (work.join("cut"), work.join("bound"));
    let splitter = tools::wasm_split()?;
    run(Command::new(splitter).arg(&linked).arg(&cut))?;
    // The splitter relies on what the linker exports, by the names the linker gave.
    let mut bind = Command::new(tools::page_tools()?.wasm_bindgen);
    bind.arg(cut.join("main.wasm")).arg("--out-dir").arg(&bound).arg("--out-name").arg(program);
    bind.args(["--target", "web", "--no-typescript", "--keep-lld-exports", "--no-demangle"]);
    run(&mut bind)?;

    let mut modules = vec![(String::new(), read(&bound.join(format!("{program}_bg.wasm")))?)];
    for file in wasm_files(&cut)? {
        if let Some(name) = name_of(&file).filter(|name| name != "main") {
            modules.push((name, read(&file)?));
        }
    }
    let modules = modules.into_iter().map(|(name, module)| Ok((name, bare(&module)?)));
    let mut modules = modules.collect::<Outcome<Vec<_>>>()?;
    let mut glue = text(&bound.join(format!("{program}.js")))?;
    for (_, module) in modules.iter_mut().filter(|(name, _)| name.is_empty()) {
        (*module, glue) = imports::shorten(module, &glue)?;
    }
    assemble(program, &modules, &glue, &text(&cut.join(LOADER))?)
}

/// Names the files and connects them by these names. The scripts name each other, so one hash over
/// everything is in all names.
fn assemble(
    program: &str,
    modules: &[(String, Vec<u8>)],
    glue: &str,
    loader: &str,
) -> Outcome<Parts> {
    let mut all = format!("{glue}{loader}").into_bytes();
    modules.iter().for_each(|(_, module)| all.extend_from_slice(module));
    let build = hex(&sha256(&all));
    let build = build.get(..16).unwrap_or_default();
    let glue_name = format!("{program}-{build}.js");
    let loader_name = format!("parts-{build}.js");

    let glue =
        replaced(glue, &format!("from \"./{LOADER}\""), &format!("from \"./{loader_name}\""))?;
    let cut = loader;
    let mut loader = replaced(cut, MAIN, &format!("./{glue_name}"))?;
    let mut files = Vec::new();
    let mut first = None;
    let mut shared = SHARED.map(|name| (name, HEAD.to_vec()));
    for (name, module) in modules {
        let from = match name {
            _ if name.is_empty() => {
                let file = format!("{program}-{build}_bg.wasm");
                first = Some((file.clone(), integrity(&sha256(module))));
                files.push((file, module.clone()));
                continue;
            }
            _ if is_small(name, module, cut) => {
                let place = place_of(name, cut);
                if let Some((_, shared)) = shared.get_mut(place) {
                    add_section(shared, name, module);
                }
                format!("shared({place}, \"{name}\")")
            }
            _ => {
                let file = format!("{}-{build}.wasm", name.replace('_', "-"));
                let own = format!("part(\"./{file}\", \"{}\")", integrity(&sha256(module)));
                files.push((file, module.clone()));
                own
            }
        };
        loader = replaced(&loader, &fetch_of(name), &format!("from(() => {from})"))?;
    }
    let shared = shared.map(|(name, shared)| (format!("parts-{name}-{build}.wasm"), shared));
    loader += &listed(&shared);
    loader += FETCH;
    files.extend(shared);
    let (glue, loader) = (lean::script(&glue), lean::script(&loader));
    let program = first.ok_or("the splitter left no program")?;
    let named = |name: String, content: String, files: &mut Vec<(String, Vec<u8>)>| {
        let hash = integrity(&sha256(content.as_bytes()));
        files.push((name.clone(), content.into_bytes()));
        (name, hash)
    };
    let glue = named(glue_name, glue, &mut files);
    let loader = named(loader_name, loader, &mut files);
    Ok(Parts { program, glue, loader, files })
}

/// The files of small modules, by their places.
fn listed(files: &[(String, Vec<u8>)]) -> String {
    let file = |(name, content): &(String, Vec<u8>)| {
        format!("  [\"./{name}\", \"{}\"],\n", integrity(&sha256(content)))
    };
    format!("const SHARED = [\n{}];\n", files.iter().map(file).collect::<String>())
}

/// How the loader downloads a part: checked, and whatever type the host gives it.
const FETCH: &str = include_str!("part.js");

/// How the splitter's loader downloads a module.
fn fetch_of(name: &str) -> String {
    format!(
        "() => {{\n    const src = fetch(new URL(\"./{name}.wasm\", import.meta.url));\n    \
         src.catch(() => {{}});\n    return async (imports) => \
         (WebAssembly.instantiateStreaming(src, imports));\n}}\n"
    )
}

/// What modules share is cut into many small ones, which are kept in two files, below these sizes in
/// bytes: in the first what every visit needs at once, in the second the others, of which there are so
/// many that the larger ones stay by themselves.
const SMALL: [usize; 2] = [24_000, 12_000];

/// Whether a module is kept in a file of small ones.
fn is_small(name: &str, module: &[u8], loader: &str) -> bool {
    let most = SMALL.get(place_of(name, loader));
    name.starts_with("chunk_") && most.is_some_and(|most| module.len() < *most)
}

/// The file of small modules that a shared module is for.
fn place_of(name: &str, loader: &str) -> usize {
    usize::from(!is_needed_at_once(name, loader))
}

const SHARED: [&str; 2] = ["first", "shared"];

/// The parts that the page asks for as soon as it shows the first scenario.
const AT_ONCE: [&str; 2] = ["split_answer", "split_topology"];

/// Whether one of these parts needs a shared module, by the splitter's loader.
fn is_needed_at_once(module: &str, loader: &str) -> bool {
    let own = format!("__{module}");
    AT_ONCE.iter().any(|part| {
        let rest = loader.split_once(&fetch_of(part)).map_or("", |(_, rest)| rest);
        let needs = rest.split_once(']').map_or("", |(needs, _)| needs);
        needs.split(['[', ',', ' ']).any(|name| name == own)
    })
}

/// The first bytes of every module.
const HEAD: &[u8] = b"\0asm\x01\0\0\0";

/// Adds a custom section, which browsers can read from a module. So the file of the small modules is
/// a module too, and hosts know its type and compress it.
fn add_section(module: &mut Vec<u8>, name: &str, content: &[u8]) {
    let mut section = Vec::new();
    leb128::put(&mut section, name.len());
    section.extend_from_slice(name.as_bytes());
    section.extend_from_slice(content);
    module.push(0);
    leb128::put(module, section.len());
    module.extend_from_slice(&section);
}

/// A text in which something that must be there is replaced.
fn replaced(text: &str, old: &str, new: &str) -> Outcome<String> {
    match text.contains(old) {
        true => Ok(text.replace(old, new)),
        false => Err(format!("what the splitter wrote has changed: it holds no `{old}`")),
    }
}

/// A module without custom sections: names and relocations, larger than the program itself.
fn bare(module: &[u8]) -> Outcome<Vec<u8>> {
    let short = || "a module of the program ends within a section".to_owned();
    let (head, mut rest) = module.split_at_checked(8).ok_or_else(short)?;
    let mut bare = head.to_vec();
    while let Some((kind, tail)) = rest.split_first() {
        let (size, width) = leb128::read(tail).ok_or_else(short)?;
        let (section, after) = rest.split_at_checked(1 + width + size).ok_or_else(short)?;
        if *kind != 0 {
            bare.extend_from_slice(section);
        }
        rest = after;
    }
    Ok(bare)
}

fn wasm_files(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let mut files = crate::sizes::files(folder)
        .map_err(|error| format!("cannot read {}: {error}", folder.display()))?;
    files.retain(|file| file.extension().is_some_and(|extension| extension == "wasm"));
    files.sort();
    Ok(files)
}

fn name_of(file: &Path) -> Option<String> {
    Some(file.file_stem()?.to_string_lossy().into_owned())
}

fn read(file: &Path) -> Outcome<Vec<u8>> {
    fs::read(file).map_err(|error| format!("cannot read {}: {error}", file.display()))
}

fn text(file: &Path) -> Outcome<String> {
    fs::read_to_string(file).map_err(|error| format!("cannot read {}: {error}", file.display()))
}

fn write(file: &Path, content: &[u8]) -> Outcome {
    fs::write(file, content).map_err(|error| format!("cannot write {}: {error}", file.display()))
}

#[cfg(test)]
mod tests {
    use super::{assemble, bare, is_whole};
    use crate::hash::{integrity, sha256};

    #[test]
    fn a_module_keeps_what_runs_and_loses_what_only_tools_read() {
        let head = b"\0asm\x01\0\0\0";
        let [names, types] = [&[0, 3, 1, b'n', 0][..], &[1, 1, 0][..]];
        let module = [head, names, types, names].concat();
        assert_eq!(bare(&module).unwrap(), [head, types].concat());
        assert!(bare(&module[..module.len() - 1]).unwrap_err().contains("section"));
    }

    #[test]
    fn only_a_module_with_open_seams_is_split() {
        assert!(is_whole(b"..__wasm_split_placeholder__.."));
        assert!(!is_whole(b"..__wasm_split.."));
    }

    const GLUE: &str =
        "import * as import1 from \"./__wasm_split.js\"; { \"./__wasm_split.js\": import1 }";
    fn loader() -> String {
        let [share, answer] = ["split_share", "split_answer"].map(super::fetch_of);
        let [chunk, soon] = ["chunk_1", "chunk_2"].map(super::fetch_of);
        format!(
            "import {{ initSync }} from \"./main.js\";\n/* share, export */\n\
             const __chunk_1 = makeLoad({chunk}, []);\n\
             const __chunk_2 = makeLoad({soon}, []);\n\
             export const answer = wrapAsyncCb(makeLoad({answer}, [__chunk_2]));\n\
             export const share = wrapAsyncCb(makeLoad({share}, [__chunk_1, __chunk_2]));\n"
        )
    }

    #[test]
    fn the_files_name_each_other_and_each_part_is_checked() {
        let modules = |part: &str| {
            let own = |name: &str, content: &str| (name.to_owned(), content.into());
            let shared = [own("chunk_1", "chunk"), own("chunk_2", "soon!")];
            let own = [own("", "program"), own("split_share", part), own("split_answer", "why")];
            own.into_iter().chain(shared).collect::<Vec<_>>()
        };
        let parts = assemble("page", &modules("part"), GLUE, &loader()).unwrap();
        let file = |name: &str| {
            let found = parts.files.iter().find(|(own, _)| own == name).unwrap();
            String::from_utf8(found.1.clone()).unwrap()
        };
        let (glue, script) = (file(&parts.glue.0), file(&parts.loader.0));
        assert!(glue.contains(&format!("from \"./{}\"", parts.loader.0)), "{glue}");
        assert!(glue.contains("{ \"./__wasm_split.js\": import1 }"), "the import of the program");
        assert!(script.contains(&format!("from \"./{}\"", parts.glue.0)), "{script}");
        assert!(script.contains(&integrity(&sha256(b"part"))), "{script}");
        assert!(!script.contains("split_share.wasm") && !script.contains("/*"), "{script}");
        assert!(script.contains("makeLoad(from(() => shared(1, \"chunk_1\")), [])"), "{script}");
        assert!(script.contains("makeLoad(from(() => shared(0, \"chunk_2\")), [])"), "{script}");
        for (start, end) in [("parts-first-", b"chunk_2soon!"), ("parts-shared-", b"chunk_1chunk")]
        {
            let shared = parts.files.iter().find(|(name, _)| name.starts_with(start));
            let shared = &shared.unwrap().1;
            assert_eq!(bare(shared).unwrap(), super::HEAD);
            assert!(shared.ends_with(end), "{start}");
            assert!(script.contains(&integrity(&sha256(shared))));
        }
        assert_eq!(parts.loader.1, integrity(&sha256(script.as_bytes())));
        assert_eq!(parts.program.1, integrity(&sha256(b"program")));
        // A change anywhere changes every name.
        let other = assemble("page", &modules("other"), GLUE, &loader()).unwrap();
        assert!(parts.files.iter().all(|(name, _)| other.files.iter().all(|own| own.0 != *name)));
    }

    #[test]
    fn a_splitter_that_writes_something_else_is_noticed() {
        let modules = [(String::new(), b"program".to_vec())];
        assert!(assemble("page", &modules, "", &loader()).is_err());
    }
}
