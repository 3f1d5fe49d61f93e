//! Exporting the scenario: the dialog, its files, and what the browser receives when one is saved.

use crate::browser::{Page, Setup, journey, key};

/// Captures the file to be saved instead of writing it to the download folder.
const CATCH: &str = "
    window.saved = [];
    const make = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (blob) => { window.blob = blob; return make(blob); };
    HTMLAnchorElement.prototype.click = function () { window.saved.push(this.download); };";

fn text(page: &Page) -> String {
    let script = "return document.getElementById('export-text')?.value ?? ''";
    page.run(script).as_str().unwrap_or_default().to_owned()
}

#[test]
fn every_form_is_shown_and_saved_under_its_name() {
    journey(&Setup::default(), "/?lang=en#ex/three-groups", |page| {
        page.run(CATCH);
        page.click_in("header", "Export");
        page.wait("the document", |page| text(page).contains("\"version\": 1").then_some(()));
        for (name, file, beginning) in [
            ("CLI script", "three-groups.sh", "#!/bin/sh"),
            ("Terraform", "three-groups.tf", "# Recreates"),
            ("Matrix as CSV", "three-groups-matrix.csv", "from \\ to,ecs1"),
            ("Drawing as SVG", "three-groups-drawing.svg", "<svg xmlns="),
            ("Result as Markdown", "three-groups-ecs1-ecs2.md", "**"),
            ("Result as JSON", "three-groups-ecs1-ecs2-answer.json", "{"),
        ] {
            page.click_in(".export-forms", name);
            page.wait(name, |page| text(page).starts_with(beginning).then_some(()));
            page.click_in(".export-head", "Download");
            let last = page.run("return window.saved.at(-1)");
            assert_eq!(last, serde_json::json!(file));
            let saved = page.run("return window.blob.text()");
            let saved = saved.as_str().unwrap().trim_start_matches('\u{feff}').to_owned();
            let lines = |text: &str| text.replace("\r\n", "\n");
            assert_eq!(
                lines(&saved),
                lines(&text(page)),
                "{name}: the saved file equals the preview"
            );
        }
        page.press(&[key::ESCAPE]);
        page.wait_to_read(&"open-export".to_owned(), Page::focused_id);
    });
}

#[test]
fn the_dialog_fits_a_phone_and_speaks_chinese() {
    journey(&Setup { size: (360, 740), ..Setup::default() }, "/?lang=zh#ex/ping", |page| {
        page.click(|page| page.find("#more"));
        page.click_in("header", "导出");
        page.click_in(".export-forms", "Terraform 配置");
        page.wait("the configuration", |page| text(page).contains("# 重建").then_some(()));
        assert_eq!(page.run("return document.documentElement.scrollWidth <= innerWidth"), true);
        let low = "return [...document.querySelectorAll('.export button')]
            .filter((button) => button.getBoundingClientRect().height < 43.5).length";
        assert_eq!(page.run(low), 0, "touch targets need room");
    });
}
