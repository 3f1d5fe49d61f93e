//! Working offline after the first visit, and updating: always one complete build, never a mix.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Value, json};

use crate::browser::{Fault, Page, Setup, from_environment, journey};

fn read(page: &Page, script: &str) -> String {
    page.run(script).as_str().unwrap_or_default().to_owned()
}

/// The names of the builds in the browser's cache.
fn kept(page: &Page) -> Vec<String> {
    let names = page.run("return caches.keys()");
    names.as_array().unwrap().iter().map(|name| name.as_str().unwrap().to_owned()).collect()
}

/// The program that the page names, and the mark of the second build.
fn build(page: &Page) -> [String; 2] {
    let named = |name: &str| {
        read(page, &format!("return document.querySelector('meta[name={name}]')?.content"))
    };
    [named("sgp-program"), named("second-build")]
}

#[test]
fn after_the_first_visit_every_address_opens_without_the_server() {
    journey(&Setup::default(), "/?lang=en", |page| {
        page.wait_until_kept();
        page.click_in(&Page::switch("G2"), "Drop");
        page.wait_to_read(&true, |page| read(page, "return location.hash").starts_with("#s/v2/"));
        let link = read(page, "return location.hash");
        let asked = page.requests();

        page.set_fault(Fault::Unreachable);
        page.go("/?lang=zh");
        page.wait_until_ready();
        assert_eq!(page.text("h1"), "安全组演练场");
        page.go("/index.html?lang=en&theme=dark#ex/ping");
        page.wait_until_ready();
        assert_eq!(page.glyphs(&["internet → web"]), "✗");
        page.go(&format!("/?lang=en{link}"));
        page.wait_until_ready();
        assert_eq!(
            (page.policy("G2").as_str(), page.glyphs(&["ecs1 → ecs2"])),
            ("Drop", "✗".into())
        );
        page.run("document.documentElement.dataset.start = 'left'; location.reload()");
        page.wait_until_ready();
        page.go("/?lang=en#lesson/three-groups");
        page.wait_until_ready();
        page.go("/?embed=1&lang=en#ex/three-groups");
        page.wait_until_ready();
        assert_eq!(page.glyphs(&["ecs1 → ecs2", "ecs1 → ecs3"]), "✓✗");
        page.go("/cheat-sheet.en.html");
        assert_eq!(page.text("h1"), "ECS security groups on one page");
        assert_eq!(page.run("return document.styleSheets[0].cssRules.length > 5"), true);
        assert_eq!(page.requests(), asked, "the server was not asked");

        // A network that accepts requests and never answers is as bad as none.
        page.set_fault(Fault::Silent);
        page.go("/?lang=zh&theme=dark");
        page.wait_until_ready();
        assert_eq!(page.text("h1"), "安全组演练场");
    });
}

/// A modifiable copy of the built page, removed after the test.
struct Site(PathBuf);

impl Site {
    fn copy() -> Self {
        let name = format!("offline-site-{}", std::process::id());
        let own = Self(Path::new(env!("CARGO_TARGET_TMPDIR")).join(name));
        copy(Path::new(&from_environment("SGP_SITE_DIR")), &own.0);
        own
    }

    /// Turns it into another build: a mark in the page, and the program under another name.
    fn rebuild(&self) {
        let files = fs::read_dir(&self.0).unwrap().map(|file| file.unwrap().path());
        let program = |file: &PathBuf| file.to_string_lossy().ends_with("_bg.wasm");
        let wasm = files.into_iter().find(program);
        let wasm = wasm.expect("a build must contain a program");
        let old = wasm.file_name().unwrap().to_str().unwrap().to_owned();
        let new = "sg-playground-00c0ffee00c0ffee_bg.wasm".to_owned();
        fs::rename(&wasm, self.0.join(&new)).unwrap();
        let page = fs::read_to_string(self.0.join("index.html")).unwrap();
        assert!(page.contains(&old));
        let mark = "<meta name=\"second-build\" content=\"yes\"></head>";
        let page = page.replace(&old, &new).replace("</head>", mark);
        fs::write(self.0.join("index.html"), page).unwrap();
        self.seal();
    }

    /// Regenerates the list of files, as the build does.
    fn seal(&self) {
        let done = Command::new(from_environment("SGP_XTASK"))
            .arg("seal")
            .env("TRUNK_STAGING_DIR", &self.0)
            .env("TRUNK_PUBLIC_URL", "./")
            .status();
        assert!(done.unwrap().success());
    }

    /// Changes a file without updating the list.
    fn alter(&self, file: &str) {
        let file = self.0.join(file);
        let text = fs::read_to_string(&file).unwrap();
        fs::write(file, format!("{text}\n")).unwrap();
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        match entry.file_type().unwrap().is_dir() {
            true => copy(&entry.path(), &target),
            false => drop(fs::copy(entry.path(), target).unwrap()),
        }
    }
}

#[test]
fn a_new_build_takes_the_place_of_the_kept_one_as_a_whole() {
    journey(&Setup::default(), "/?lang=en", |page| {
        page.wait_until_kept();
        let ([first_program, _], first) = (build(page), kept(page));
        assert_eq!(first.len(), 1, "{first:?}");
        page.go("/?lang=en&theme=dark");
        page.wait_until_ready();

        // A partially deployed build: the list is there, but one file does not match it.
        let site = Site::copy();
        site.rebuild();
        site.alter("cheat-sheet.css");
        page.serve_folder(&site.0);
        let attempt = "return navigator.serviceWorker.getRegistration()
            .then((registration) => registration.update())
            .then((registration) => new Promise((resolve) => {
                const worker = registration.installing;
                const settled = () =>
                    ['activated', 'redundant'].includes(worker.state) && resolve(worker.state);
                worker.addEventListener('statechange', settled);
                settled();
            }))";
        assert_eq!(page.run(attempt), "redundant");
        assert_eq!(kept(page), first, "a partial build is not cached");
        page.set_fault(Fault::Unreachable);
        page.go("/?lang=en");
        page.wait_until_ready();
        assert_eq!(build(page), [first_program.clone(), String::new()], "the complete old build");

        // Fully deployed: the next visit shows it, while the old page keeps working.
        let old = page.window();
        site.seal();
        page.set_fault(Fault::None);
        let visit = page.new_window("/?lang=zh");
        page.wait_until_ready();
        assert_eq!(build(page)[1], "yes");
        let both = |page: &Page| kept(page).len();
        page.wait_to_read(&2, both);
        page.wait_until_kept();
        page.go("/?lang=zh&theme=light");
        page.wait_until_ready();
        assert_eq!((build(page)[1].as_str(), both(page)), ("yes", 2), "two pages, two builds");
        page.look_at(&old);
        page.click_in(&Page::switch("G2"), "Drop");
        page.wait_to_read(&"✗".to_owned(), |page| page.glyphs(&["ecs1 → ecs2"]));
        let still = "return fetch(arguments[0]).then((answer) => answer.status)";
        assert_eq!(page.run_with(still, &[json!(first_program)]), 200, "its files are still there");

        // Once the old page is closed, its cache is deleted, and the new page needs no server.
        page.run("location.href = 'about:blank'");
        page.look_at(&visit);
        page.set_fault(Fault::Unreachable);
        page.go("/?lang=en");
        page.wait_until_ready();
        let [program, second] = build(page);
        assert_eq!(second, "yes");
        assert!(program.contains("00c0ffee") && program != first_program, "{program}");
        page.wait_to_read(&1, both);
        assert_ne!(kept(page), first);
    });
}

#[test]
fn a_browser_without_workers_and_a_page_inside_another_lack_nothing() {
    let watch = "window.asked = [];
        const container = window.ServiceWorkerContainer?.prototype;
        if (container) container.register = (address) => {
            window.asked.push([address.constructor.name, String(address)]);
            return Promise.reject(new DOMException('no', 'SecurityError'));
        }";
    let missing = "delete Navigator.prototype.serviceWorker";
    for (script, address, asked) in [
        (watch, "/?lang=zh", json!([["TrustedScriptURL", "./sw.js"]])),
        (watch, "/?lang=zh&embed=1", json!([])),
        (missing, "/?lang=zh", Value::Null),
    ] {
        let page = Page::open(&Setup::default(), Fault::None, "/?embed=1");
        page.wait_until_ready();
        page.before_every_page(script);
        page.go(address);
        page.wait_until_ready();
        // The worker is asked for once the parts of the program are here.
        page.wait_to_read(&asked, |page| page.run("return window.asked"));
        assert_eq!(page.run("return 'serviceWorker' in navigator"), script == watch);
        assert_eq!(page.glyphs(&["ecs1 → ecs3"]), "✗");
        assert_eq!(page.console(), Vec::<String>::new());
    }
}
