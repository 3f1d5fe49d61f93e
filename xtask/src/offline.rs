//! The service worker of a build: `static/sw.js`, preceded by the list of files to cache.

use crate::Outcome;
use crate::sha256::{hex, integrity, sha256};
use crate::sizes::{FOR_THE_HOST, files};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// The worker's own file, which the browser stores itself.
pub(crate) const WORKER: &str = "sw.js";

const SOURCE: &str = include_str!("../../static/sw.js");

/// The worker of a served page, which is never cached: it removes an existing worker.
pub(crate) const FAREWELL: &str = include_str!("farewell.js");

/// The worker that caches all files of a built page. The page must be complete.
pub(crate) fn worker(folder: &Path) -> Outcome<String> {
    let unreadable = |error| format!("cannot read {}: {error}", folder.display());
    let mut hashes = BTreeMap::new();
    for file in files(folder).map_err(unreadable)? {
        let own = file.strip_prefix(folder).unwrap_or(&file);
        let path: Vec<_> = own.iter().map(|part| part.to_string_lossy()).collect();
        let path = path.join("/");
        if path != WORKER && !FOR_THE_HOST.contains(&path.as_str()) {
            let content = fs::read(&file).map_err(unreadable)?;
            hashes.insert(path, sha256(&content));
        }
    }
    text(&hashes)
}

/// The worker with a list of files. Its cache name depends on all files and on the worker itself,
/// so that two builds never share a cache.
fn text(hashes: &BTreeMap<String, [u8; 32]>) -> Outcome<String> {
    let mut list = "const FILES = {\n".to_owned();
    for (path, hash) in hashes {
        let plain = |sign: char| sign.is_ascii_alphanumeric() || "-_./".contains(sign);
        if !path.chars().all(plain) {
            return Err(format!("the name of {path:?} would need quoting in an address"));
        }
        // Hosts often redirect a folder's index page to the folder but rarely the other way round,
        // so the page is cached under the folder's URL.
        let path = if path == "index.html" { "" } else { path };
        list += &format!("  \"{path}\": \"{}\",\n", integrity(hash));
    }
    list += "};\n\n";
    let name = hex(&sha256(format!("{list}{SOURCE}").as_bytes()));
    let name = name.get(..16).unwrap_or_default();
    Ok(format!("const BUILD = \"{name}\";\n{list}{SOURCE}"))
}

#[cfg(test)]
mod tests {
    use super::{FAREWELL, SOURCE, text, worker};
    use crate::sha256::sha256;
    use std::collections::BTreeMap;
    use std::fs;
    use std::path::{Path, PathBuf};

    /// A temporary folder for one test.
    struct Folder(PathBuf);

    impl Folder {
        fn new(name: &str, files: &[(&str, &str)]) -> Self {
            let own = format!("sgp-offline-{name}-{}", std::process::id());
            let folder = Self(std::env::temp_dir().join(own));
            for (path, content) in files {
                folder.write(path, content);
            }
            folder
        }

        fn write(&self, path: &str, content: &str) {
            let file = self.0.join(path);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, content).unwrap();
        }

        fn worker(&self) -> String {
            worker(&self.0).unwrap()
        }
    }

    impl Drop for Folder {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    /// The paths that a worker lists, in order.
    fn listed(worker: &str) -> Vec<&str> {
        let (_, list) = worker.split_once("const FILES = {\n").unwrap();
        let (list, _) = list.split_once("};").unwrap();
        list.lines().map(|line| line.trim().split('"').nth(1).unwrap()).collect()
    }

    fn name(worker: &str) -> &str {
        let (_, rest) = worker.split_once("const BUILD = \"").unwrap();
        rest.split_once('"').unwrap().0
    }

    const SITE: [(&str, &str); 5] = [
        ("index.html", "<p>page</p>"),
        ("app-0123456789abcdef.js", "start()"),
        ("snippets/inner/part.js", "part"),
        ("_headers", "/*"),
        ("sw.js", "an older worker"),
    ];

    #[test]
    fn the_list_holds_every_file_a_visitor_asks_for_and_nothing_else() {
        let folder = Folder::new("list", &SITE);
        let worker = folder.worker();
        assert_eq!(listed(&worker), ["app-0123456789abcdef.js", "", "snippets/inner/part.js"]);
        assert!(worker.contains("\"snippets/inner/part.js\": \"sha256-"));
        assert!(worker.ends_with(SOURCE));
        folder.write("later.css", "p {}");
        assert!(listed(&folder.worker()).contains(&"later.css"));
    }

    #[test]
    fn the_same_files_make_the_same_worker_and_any_byte_another_build() {
        let folder = Folder::new("name", &SITE);
        let before = folder.worker();
        assert_eq!(before, folder.worker());
        assert_eq!(name(&before).len(), 16);
        // The worker's own file and files for the host are not cached.
        folder.write("sw.js", "another");
        folder.write("_headers", "/* another");
        assert_eq!(before, folder.worker());
        let mut names = vec![name(&before).to_owned()];
        for (path, content) in &SITE[..3] {
            folder.write(path, &format!("{content}."));
            names.push(name(&folder.worker()).to_owned());
            folder.write(path, content);
        }
        fs::rename(folder.0.join("app-0123456789abcdef.js"), folder.0.join("app.js")).unwrap();
        names.push(name(&folder.worker()).to_owned());
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), 5, "{names:?}");
    }

    #[test]
    fn a_name_that_is_no_address_is_refused() {
        for path in ["a b.css", "a\"b.css", "ü.css", "a?b"] {
            let hashes = BTreeMap::from([(path.to_owned(), sha256(b""))]);
            assert!(text(&hashes).unwrap_err().contains("quoting"), "{path}");
        }
    }

    #[test]
    fn a_folder_that_is_not_there_is_said() {
        assert!(worker(Path::new("no/such/folder")).unwrap_err().contains("no/such/folder"));
    }

    /// The one worker must remove what the other has cached.
    #[test]
    fn both_workers_call_what_they_keep_by_the_same_name() {
        assert!(SOURCE.contains("`sgp ${scope} `") && FAREWELL.contains("`sgp ${scope} `"));
    }
}
