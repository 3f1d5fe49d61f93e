//! Language and colour scheme: selected, stored, and taken from the address or the browser.

use crate::browser::{Page, Setup, journey};

fn root(page: &Page, attribute: &str) -> String {
    let script = format!("return document.documentElement.getAttribute('{attribute}')");
    page.run(&script).as_str().unwrap_or_default().to_owned()
}

fn background(page: &Page) -> String {
    let script = "return getComputedStyle(document.getElementById('app')).backgroundColor";
    page.run(script).as_str().unwrap().to_owned()
}

#[test]
fn the_language_is_switched_and_kept() {
    journey(&Setup::default(), "/", |page| {
        assert_eq!(root(page, "lang"), "en");
        assert_eq!(page.text("h1"), "Security group playground");
        let ask = page.text(".question");
        assert!(ask.contains("ecs1 and ecs2"), "{ask}");
        page.click_in("header", "切换到中文");
        page.wait_to_read(&"zh-CN".to_owned(), |page| root(page, "lang"));
        let chinese = |page: &Page| {
            assert_eq!(page.text("h1"), "安全组演练场");
            assert!(page.text(".question").contains("ecs1 和 ecs2"), "{}", page.text(".question"));
            page.answer_question();
            assert!(page.reason()[0].contains("组内连通策略"), "{:#?}", page.reason());
            assert!(page.url().ends_with("&<公共请求参数>"), "{}", page.url());
            assert!(page.matrix()["ecs1 → ecs2"].label.contains("从 ecs1 到 ecs2"));
            assert!(page.outcome().starts_with("将返回"), "{}", page.outcome());
        };
        chinese(page);
        page.go("/");
        page.wait_until_ready();
        assert_eq!(root(page, "lang"), "zh-CN", "stored for the next visit");
        chinese(page);
        page.click_in("header", "Switch to English");
        page.wait_to_read(&"en".to_owned(), |page| root(page, "lang"));
        assert_eq!(page.text("h1"), "Security group playground");
    });
}

#[test]
fn a_reader_of_chinese_is_met_in_chinese() {
    let setup = Setup { language: "zh-CN", ..Setup::default() };
    journey(&setup, "/", |page| {
        assert_eq!(root(page, "lang"), "zh-CN");
        assert_eq!(page.text("h1"), "安全组演练场");
        page.go("/?lang=en");
        page.wait_until_ready();
        assert_eq!(page.text("h1"), "Security group playground", "the address takes precedence");
    });
}

#[test]
fn an_address_that_names_a_language_follows_the_choice() {
    journey(&Setup::default(), "/?lang=en&theme=dark#ex/ping", |page| {
        page.click_in("header", "切换到中文");
        let address = |page: &Page| {
            let address = page.run("return location.search + location.hash");
            address.as_str().unwrap().to_owned()
        };
        page.wait_to_read(&"?lang=zh-CN&theme=dark#ex/ping".to_owned(), address);
    });
}

#[test]
fn the_colours_are_switched_and_kept() {
    journey(&Setup::default(), "/?theme=light", |page| {
        let light = background(page);
        page.click_in("header", "Theme: light");
        page.wait_to_read(&"dark".to_owned(), |page| root(page, "data-theme"));
        let dark = background(page);
        assert_ne!(light, dark);
        page.go("/");
        page.wait_until_ready();
        assert_eq!((root(page, "data-theme"), background(page)), ("dark".to_owned(), dark));
        page.click_in("header", "Theme: dark");
        page.wait_to_read(&String::new(), |page| root(page, "data-theme"));
        // The next press changes the colours at once, whatever the system has.
        page.click_in("header", "Theme: system");
        page.wait_to_read(&"dark".to_owned(), |page| root(page, "data-theme"));
    });
}

#[test]
fn after_its_start_the_page_asks_for_nothing() {
    journey(&Setup::default(), "/", |page| {
        page.wait_until_kept();
        // The browser may fetch the icon at any time.
        let requests = |page: &Page| -> Vec<String> {
            page.requests().into_iter().filter(|path| !path.contains("favicon")).collect()
        };
        let start = requests(page);
        // Caching the build downloads nothing twice; it only revalidates the page.
        let twice = |path: &&String| start.iter().filter(|own| own == path).count() > 1;
        let twice: Vec<_> = start.iter().filter(twice).collect();
        assert_eq!(twice, ["/", "/"]);
        page.click_in(&Page::switch("G2"), "Drop");
        page.wait_to_read(&"✗".to_owned(), |page| page.glyphs(&["ecs1 → ecs2"]));
        page.click_in("header", "切换到中文");
        // The first press changes the colours, whatever those of the system are.
        page.click_in("header", "配色：跟随系统");
        page.wait_to_read(&"dark".to_owned(), |page| root(page, "data-theme"));
        assert_eq!(requests(page), start);
    });
}
