//! Autosave: a reload restores the work, a link does not show it, two tabs do not overwrite each
//! other, and storage failures are reported once.

use serde_json::Value;

use crate::browser::{Page, Setup, journey, key};

/// What the browser stores under a key.
fn stored(page: &Page, key: &str) -> String {
    let value = page.run(&format!("return localStorage.getItem('{key}')"));
    value.as_str().unwrap_or_default().to_owned()
}

/// Waits until the saved scenario has a group with this name and policy.
fn wait_until_saved(page: &Page, group: &str, policy: &str) {
    page.wait("the scenario to be saved", |page| {
        let saved: Value = serde_json::from_str(&stored(page, "sgp.scene")).ok()?;
        let groups = saved["scene"]["securityGroups"].as_array()?.clone();
        let group = groups.iter().find(|own| own["securityGroupName"] == group)?;
        (group["innerAccessPolicy"] == policy).then_some(())
    });
}

/// Leaves the page and opens it again, as on a later visit.
fn come_back(page: &Page, address: &str) {
    // The query differs, so that the browser really loads the page.
    page.go("/?lang=en&theme=dark#new");
    page.wait_until_ready();
    page.go(address);
    page.wait_until_ready();
}

/// Saves at once what there is to save, as a page does that is left.
const SAVE: &str = "dispatchEvent(new Event('pagehide'))";

fn notice(page: &Page) -> String {
    page.text(".notice.keep")
}

#[test]
fn a_reload_brings_the_work_back_and_a_link_shows_nothing_of_it() {
    journey(&Setup::default(), "/?lang=en", |page| {
        page.click_in(&Page::switch("G2"), "Drop");
        wait_until_saved(page, "G2", "Drop");
        let kept = stored(page, "sgp.scene");

        come_back(page, "/?lang=en");
        assert_eq!(page.policy("G2"), "Drop");
        assert_eq!(page.glyphs(&["ecs1 → ecs2"]), "✗");
        assert_eq!((page.all(".question").len(), notice(page).as_str()), (0, ""));

        come_back(page, "/?lang=en#new");
        assert_eq!(page.all("table[role=grid]").len(), 0);
        come_back(page, "/?lang=en#ex/ping");
        assert_eq!(page.glyphs(&["internet → web"]), "✗");
        assert_eq!(stored(page, "sgp.scene"), kept, "viewing overwrites nothing");

        come_back(page, "/?lang=en");
        page.press(&[key::CONTROL, 'z']);
        page.wait_to_read(&"Accept".to_owned(), |page| page.policy("G2"));
        page.press(&[key::CONTROL, 'y']);
        page.wait_to_read(&"Drop".to_owned(), |page| page.policy("G2"));
    });
}

#[test]
fn two_tabs_lose_nothing_of_each_other() {
    journey(&Setup::default(), "/?lang=en", |page| {
        page.click_in(&Page::switch("G2"), "Drop");
        wait_until_saved(page, "G2", "Drop");
        let first = page.window();
        let second = page.new_window("/?lang=en");
        page.wait_until_ready();
        assert_eq!(
            page.policy("G2"),
            "Drop",
            "the second tab starts with the work saved by the first"
        );
        page.click_in(&Page::switch("G1"), "Accept");
        wait_until_saved(page, "G1", "Accept");

        page.look_at(&first);
        page.wait_to_read(&true, |page| notice(page).contains("Another tab has since saved"));
        page.click_in(&Page::switch("G3"), "Drop");
        page.click_in(".notice.keep", "Show the other version here");
        page.wait_to_read(&"Accept".to_owned(), |page| page.policy("G1"));
        assert_eq!((page.policy("G3"), notice(page)), ("Accept".to_owned(), String::new()));
        page.press(&[key::CONTROL, 'z']);
        page.wait_to_read(&"Drop".to_owned(), |page| page.policy("G3"));
        wait_until_saved(page, "G3", "Drop");

        page.look_at(&second);
        page.wait_to_read(&true, |page| notice(page).contains("Another tab has since saved"));
        page.click_in(".notice.keep", "Keep saving this version");
        wait_until_saved(page, "G1", "Accept");
        wait_until_saved(page, "G3", "Accept");
        page.wait_to_read(&String::new(), notice);
    });
}

#[test]
fn a_tab_whose_storage_was_full_in_between_overwrites_nothing_of_the_other() {
    journey(&Setup::default(), "/?lang=en", |page| {
        page.click_in(&Page::switch("G2"), "Drop");
        wait_until_saved(page, "G2", "Drop");
        let first = page.window();
        page.run(
            "window.usual = Storage.prototype.setItem;
             Storage.prototype.setItem = () => { throw new DOMException('no', 'QuotaExceededError') }",
        );
        page.click_in(&Page::switch("G3"), "Drop");
        page.wait_to_read(&true, |page| notice(page).contains("storage is full"));
        page.new_window("/?lang=en");
        page.wait_until_ready();
        page.click_in(&Page::switch("G1"), "Accept");
        wait_until_saved(page, "G1", "Accept");
        let kept = stored(page, "sgp.scene");

        page.look_at(&first);
        page.wait_to_read(&true, |page| notice(page).contains("Another tab has since saved"));
        page.run("Storage.prototype.setItem = window.usual");
        page.click_in(&Page::switch("G2"), "Accept");
        page.wait_to_read(&"Accept".to_owned(), |page| page.policy("G2"));
        page.run(SAVE);
        assert_eq!(stored(page, "sgp.scene"), kept, "the other tab's work");
        page.click_in(".notice.keep", "Keep saving this version");
        wait_until_saved(page, "G3", "Drop");
    });
}

#[test]
fn what_cannot_be_read_stays_where_it_is_until_a_copy_of_it_is_stored() {
    for name in ["QuotaExceededError", "SecurityError", "UnknownError"] {
        journey(&Setup::default(), "/?lang=en", |page| {
            page.run("localStorage.setItem('sgp.scene', 'torn')");
            page.before_every_page(&format!(
                "Storage.prototype.setItem = () => {{ throw new DOMException('no', '{name}') }}"
            ));
            come_back(page, "/?lang=en");
            page.click_in(&Page::switch("G2"), "Drop");
            page.wait("a notice", |page| (!notice(page).is_empty()).then_some(()));
            page.run(SAVE);
            assert_eq!(stored(page, "sgp.scene"), "torn", "{name}");
        });
    }
}

#[test]
fn storage_that_fails_is_said_once_and_the_scenario_can_still_be_copied() {
    let denied = "Object.defineProperty(window, 'localStorage', {
        get() { throw new DOMException('no', 'SecurityError') } })";
    let full = "Storage.prototype.setItem = () => {
        throw new DOMException('no', 'QuotaExceededError') }";
    for (fault, said) in
        [(denied, "does not allow the page to save data"), (full, "storage is full")]
    {
        journey(&Setup::default(), "/?lang=en", |page| {
            page.before_every_page(fault);
            page.before_every_page("navigator.clipboard.writeText = () => Promise.reject()");
            come_back(page, "/?lang=en");
            assert_eq!(notice(page), "", "nothing is lost yet");
            page.click_in(&Page::switch("G2"), "Drop");
            page.wait_to_read(&true, |page| notice(page).contains(said));
            page.click_in(".notice.keep", "Close");
            page.click_in(&Page::switch("G1"), "Accept");
            let scenario = "return JSON.parse(document.documentElement.dataset.scenario)
                .securityGroups[0].innerAccessPolicy";
            page.wait_to_read(&Value::from("Accept"), |page| page.run(scenario));
            assert_eq!(notice(page), "", "once is enough");

            page.run("document.dispatchEvent(new Event('sgp:panic'))");
            page.click_in("#recovery", "Copy my scenario");
            let copied = "return document.getElementById('recovery-scenario').value";
            page.wait("the scenario to be copied manually", |page| {
                let text = page.run(copied).as_str()?.to_owned();
                let scenario: Value = serde_json::from_str(&text).ok()?;
                (scenario["securityGroups"][1]["innerAccessPolicy"] == "Drop").then_some(())
            });
        });
    }
}

#[test]
fn the_recovery_panel_copies_the_saved_scenario_as_a_document() {
    journey(&Setup::default(), "/?lang=en", |page| {
        page.run("navigator.clipboard.writeText = () => Promise.reject()");
        page.click_in(&Page::switch("G2"), "Drop");
        wait_until_saved(page, "G2", "Drop");
        page.run("document.dispatchEvent(new Event('sgp:panic'))");
        page.click_in("#recovery", "Copy my scenario");
        let copied = "return document.getElementById('recovery-scenario').value";
        page.wait("the scenario to be copied manually", |page| {
            let text = page.run(copied).as_str()?.to_owned();
            let scenario: Value = serde_json::from_str(&text).ok()?;
            (scenario["version"] == 1
                && scenario["securityGroups"][1]["innerAccessPolicy"] == "Drop")
                .then_some(())
        });
    });
}

#[test]
fn what_cannot_be_read_is_set_aside_and_what_is_newer_stays() {
    journey(&Setup::default(), "/?lang=en", |page| {
        page.run("localStorage.setItem('sgp.scene', 'junk')");
        come_back(page, "/?lang=zh");
        assert!(notice(page).contains("无法读取"), "{}", notice(page));
        let aside = "return Object.keys(localStorage)
            .filter((key) => key.startsWith('sgp.scene.aside'))
            .map((key) => localStorage.getItem(key)).join()";
        assert_eq!(page.run(aside), "junk");

        let newer = "{\"version\":9}";
        page.run(&format!("localStorage.setItem('sgp.scene', '{newer}')"));
        come_back(page, "/?lang=en");
        assert!(notice(page).contains("A newer version"), "{}", notice(page));
        assert_eq!(page.glyphs(&["ecs1 → ecs2"]), "?", "the first scenario is shown instead");
        page.click_in(&Page::switch("G2"), "Drop");
        page.wait_to_read(&true, |page| page.run("return location.hash").to_string().len() > 10);
        // If the page saves at all, it does so shortly after updating the address.
        let rested = "return document.documentElement.dataset.scenario ?? ''";
        page.wait_to_read(&true, |page| page.run(rested).to_string().contains("Drop"));
        assert_eq!(stored(page, "sgp.scene"), newer);
        page.click_in(".notice.keep", "Save here anyway");
        wait_until_saved(page, "G2", "Drop");
        assert!(page.run(aside).as_str().unwrap().contains(newer), "set aside, not deleted");
    });
}

#[test]
fn a_page_inside_another_touches_no_storage() {
    journey(&Setup::default(), "/?lang=en&embed=1", |page| {
        assert_eq!(page.run("return localStorage.length"), 0);
    });
}

#[test]
fn keys_run_what_is_pasted_and_a_reload_keeps_the_newest_hundred_steps() {
    journey(&Setup::default(), "/?lang=en", |page| {
        page.tab_to(".request", "Command line");
        page.press(&[key::ENTER]);
        page.find("#console-line");
        page.tab_to("#drawer", "Command line");
        assert_eq!(page.focused_value(), "aliyun ecs ");
        let flip = |policy: &str| {
            format!(
                "aliyun ecs ModifySecurityGroupPolicy --RegionId cn-hangzhou \\\n  \
                 --SecurityGroupId sg-bp1g2 --InnerAccessPolicy {policy}\n"
            )
        };
        // The last one leaves something else than what was opened.
        let pairs = [flip("Drop"), flip("Accept")].concat().repeat(60);
        page.paste(&format!("{pairs}{}", flip("Drop")));
        page.press(&[key::ENTER]);
        page.wait_to_read(&121, |page| page.all("#console-lines .typed").len());
        page.wait_to_read(&"aliyun ecs ".to_owned(), Page::focused_value);
        let steps = |page: &Page| {
            let most = page.run("return document.getElementById('timeline-step')?.max");
            most.as_str().unwrap_or_default().to_owned()
        };
        let timeline = |page: &Page| {
            page.tab_to(".request", "Timeline");
            page.press(&[key::ENTER]);
        };
        timeline(page);
        page.wait_to_read(&"121".to_owned(), steps);
        page.wait("the address", |page| {
            let link = page.run("return location.hash");
            link.as_str().is_some_and(|link| link.starts_with("#s/v2/")).then_some(())
        });
        page.wait("the steps to be saved", |page| {
            let saved: Value = serde_json::from_str(&stored(page, "sgp.scene")).ok()?;
            (saved["log"]["steps"].as_array()?.len() == 100).then_some(())
        });
        page.run("window.before = true; location.reload()");
        page.wait("the page to be loaded again", |page| {
            (page.run("return window.before ?? null") == Value::Null).then_some(())
        });
        page.wait_until_ready();
        if page.all("#timeline-step").is_empty() {
            timeline(page);
        }
        page.wait_to_read(&"100".to_owned(), steps);
    });
}
