//! Programs that may be on this machine, and runs of them in an empty folder.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};

use quick_xml::events::Event;
use quick_xml::{Reader, XmlVersion};

/// Whether a program starts. Says on the output when it does not; `SGP_NATIVE=1` makes that a
/// failure, and so does `CI=true` for what every run needs.
pub fn has(program: &str, test: &[&str], needed: bool) -> bool {
    let found = Command::new(program)
        .args(test)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success());
    let set = |name: &str, wanted: &str| std::env::var(name).is_ok_and(|value| value == wanted);
    let needed = set("SGP_NATIVE", "1") || needed && set("CI", "true");
    assert!(found || !needed, "{program} is missing");
    println!("{}: {program}", if found { "reader" } else { "not on this machine" });
    found
}

/// A run: a folder that begins empty, and one beside it for what the run needs.
pub struct Place {
    root: PathBuf,
}

static PLACES: AtomicUsize = AtomicUsize::new(0);

impl Place {
    pub fn empty() -> Self {
        let number = PLACES.fetch_add(1, Ordering::Relaxed);
        let name = format!("readers-{}-{number}", std::process::id());
        let root = std::env::temp_dir().join(name);
        for folder in ["empty", "given/home"] {
            fs::create_dir_all(root.join(folder)).unwrap();
        }
        Self { root }
    }

    /// A file beside the empty folder.
    pub fn give(&self, name: &str, content: &str) -> PathBuf {
        let path = self.given(name);
        fs::write(&path, content).unwrap();
        path
    }

    /// A program beside the empty folder, first on the path of every run.
    #[cfg(unix)]
    pub fn give_program(&self, name: &str, content: &str) {
        use std::os::unix::fs::PermissionsExt;
        let path = self.give(name, content);
        fs::set_permissions(path, fs::Permissions::from_mode(0o755)).unwrap();
    }

    pub fn given(&self, name: &str) -> PathBuf {
        self.root.join("given").join(name)
    }

    /// Runs a program in the empty folder, with nothing of this process's environment but its path.
    pub fn run(&self, program: &str, args: &[&str], input: &[u8], locale: &str) -> Output {
        let mut path = OsString::from(self.root.join("given"));
        path.push(":");
        path.push(std::env::var_os("PATH").unwrap());
        let mut child = Command::new(program)
            .args(args)
            .current_dir(self.root.join("empty"))
            .env_clear()
            .env("PATH", path)
            .env("HOME", self.root.join("given/home"))
            .env("LC_ALL", locale)
            .env("SGP_LOG", self.given("log"))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut stdin = child.stdin.take().unwrap();
        let input = input.to_vec();
        // A program that has read enough closes its end.
        let writer = std::thread::spawn(move || stdin.write_all(&input));
        let output = child.wait_with_output().unwrap();
        let _ = writer.join().unwrap();
        self.assert_empty(program);
        output
    }

    /// Runs a program that must end well and complain of nothing, and returns what it prints.
    pub fn run_well(&self, program: &str, args: &[&str], input: &[u8], locale: &str) -> Vec<u8> {
        let output = self.run(program, args, input, locale);
        let errors = String::from_utf8_lossy(&output.stderr);
        let input = String::from_utf8_lossy(input);
        assert!(output.status.success(), "{program} {args:?} fails: {errors}\n{input:.4000}");
        assert!(errors.is_empty(), "{program} {args:?} complains: {errors}\n{input:.4000}");
        output.stdout
    }

    fn assert_empty(&self, program: &str) {
        let found: BTreeSet<PathBuf> = listed(&self.root.join("empty"));
        assert!(found.is_empty(), "{program} made {found:?} in {}", self.root.display());
        assert!(listed(&self.given("home")).is_empty(), "{program} wrote into its home");
    }
}

fn listed(folder: &Path) -> BTreeSet<PathBuf> {
    fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect()
}

/// What failed stays, to be looked at.
impl Drop for Place {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            let _ = fs::remove_dir_all(&self.root);
        }
    }
}

/// The one attribute and the text of a document of one element.
pub fn read_xml(document: &str) -> (String, String) {
    let mut reader = Reader::from_str(document);
    let (mut attribute, mut text) = (String::new(), String::new());
    loop {
        match reader.read_event().unwrap() {
            Event::Start(element) => {
                let first = element.attributes().next().unwrap().unwrap();
                attribute = first.normalized_value(XmlVersion::Implicit1_0).unwrap().into_owned();
            }
            Event::Text(part) => text.push_str(&part.xml10_content()),
            Event::GeneralRef(entity) => match entity.resolve_char_ref().unwrap() {
                Some(c) => text.push(c),
                None => {
                    text.push_str(quick_xml::escape::resolve_predefined_entity(&entity).unwrap());
                }
            },
            Event::End(_) => {}
            Event::Eof => return (attribute, text),
            other => panic!("{document}: {other:?}"),
        }
    }
}
