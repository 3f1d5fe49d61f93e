//! Links: examples open by address, Back works, an edit becomes a link, a bad link is reported.

use crate::browser::{Page, Setup, journey, key};

fn fragment(page: &Page) -> String {
    page.run("return location.hash").as_str().unwrap_or_default().to_owned()
}

#[test]
fn an_example_opens_by_its_address_and_by_the_gallery_and_back_leads_back() {
    journey(&Setup::default(), "/?lang=en#ex/ping", |page| {
        assert!(page.text(".notice.about").contains("SSH works, ping does not"));
        assert_eq!(page.glyphs(&["internet → web"]), "✗");
        assert!(page.reason()[0].contains("ICMP"), "{:#?}", page.reason());

        page.click_in("header", "Examples");
        page.find("dialog .thumbnail");
        page.fill(|page| page.field_in("dialog", "Search examples"), "metadata");
        page.wait_for_one_example();
        page.press(&[key::ENTER]);
        page.wait_to_read(&"#ex/metadata".to_owned(), fragment);
        page.wait_to_read(&"✓".to_owned(), |page| page.glyphs(&["ecs1 → metadata"]));

        page.run("history.back()");
        page.wait_to_read(&true, |page| page.matrix().contains_key("internet → web"));
        assert_eq!(fragment(page), "#ex/ping");
    });
}

#[test]
fn escape_closes_the_gallery_and_gives_the_focus_back() {
    journey(&Setup::default(), "/?lang=en", |page| {
        page.click_in("header", "Examples");
        page.find("dialog .thumbnail");
        page.press(&[key::ESCAPE]);
        page.wait_to_read(&0, |page| page.all("dialog").len());
        page.wait_to_read(&"open-examples".to_owned(), Page::focused_id);
    });
}

#[test]
fn an_edit_becomes_a_link_that_opens_the_same_scenario() {
    journey(&Setup::default(), "/?lang=en", |page| {
        page.click_in(&Page::switch("G2"), "Drop");
        page.wait_to_read(&true, |page| fragment(page).starts_with("#s/v2/"));
        let link = fragment(page);
        page.go("/?lang=zh");
        page.wait_until_ready();
        page.go(&format!("/?lang=en{link}"));
        page.wait_until_ready();
        assert_eq!(page.policy("G2"), "Drop");
        assert_eq!(page.glyphs(&["ecs1 → ecs2"]), "✗");

        page.click_in("header", "Share");
        // The address of the page is there with the second drawing.
        let start = format!("/?lang=en&v={}#s/v2/", sg_playground::state::VERSION);
        page.wait_to_read(&true, |page| {
            let shared = page.run("return document.getElementById('share-0').value");
            shared.as_str().is_some_and(|shared| shared.contains(&start))
        });
        let frame = page.run("return document.getElementById('share-2').value");
        assert!(frame.as_str().unwrap().starts_with("<iframe src=\""), "{frame}");
    });
}

#[test]
fn a_bad_link_says_which_way_and_the_page_works() {
    journey(&Setup { size: (360, 740), ..Setup::default() }, "/?lang=en#s/v1/eNqFzks", |page| {
        let said = page.text(".bad-link");
        assert!(said.contains("Its end is missing") && said.contains("initial scenario"), "{said}");
        assert_eq!(page.glyphs(&["ecs2 → ecs3", "ecs1 → ecs3"]), "✓✗");
        page.click_in(".bad-link", "Close");
        page.wait_to_read(&0, |page| page.all(".bad-link").len());

        // Opening another one while the page is running changes nothing.
        page.run("location.hash = '#ex/no-such-thing'");
        page.wait_to_read(&true, |page| page.text(".bad-link").contains("No example"));
        assert_eq!(page.glyphs(&["ecs2 → ecs3", "ecs1 → ecs3"]), "✓✗");
    });
}

#[test]
fn a_new_scenario_is_empty() {
    journey(&Setup::default(), "/?lang=en#new", |page| {
        assert_eq!(page.all("table[role=grid]").len(), 0);
        assert_eq!(page.all(".question").len(), 0);
        assert!(page.find("header button[disabled]").to_json().is_object());
    });
}
