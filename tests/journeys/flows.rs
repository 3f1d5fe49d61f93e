//! Flow logs: a chosen file is judged, a disagreement leads to its answer and back, a packed file reads
//! alike, and a large log is read while the page lives and can be stopped.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::json;

use crate::browser::{Page, Setup, journey};
use crate::import::drop_file;

/// A record of ecs3, inbound from ecs1, which no rule of its group lets in.
fn record(port: u16, action: &str) -> String {
    let record = json!({
        "__topic__": "flow_log", "eni-id": "eni-bp1ecs3", "direction": "in",
        "srcaddr": "10.0.0.11", "srcport": "50000", "dstaddr": "10.0.0.13",
        "dstport": port.to_string(), "protocol": "6", "packets": "3", "bytes": "180",
        "start": "1793000000", "end": "1793000060", "log-status": "OK", "action": action,
        "tcp-flags": "2",
    });
    format!("{record}\n")
}

fn file(name: &str, content: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&path, content).unwrap();
    path
}

fn choose(page: &Page, path: &Path) {
    page.fill(|page| page.find("#flows-files"), path.to_str().unwrap());
}

fn open(page: &Page) {
    page.click(|page| page.find("#more"));
    page.click_in("header", "Flow logs…");
    page.wait_to_read(&1, |page| page.all("#flows-files").len());
}

fn says(page: &Page, selector: &str, part: &str) {
    page.wait_to_read(&true, |page| page.texts(selector).concat().contains(part));
}

/// Drops a file as gzip, or only the first bytes of that.
fn drop_packed(page: &Page, text: &str, kept: f64) {
    let script = "const [text, kept] = arguments;
        const packed = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
        new Response(packed).arrayBuffer().then((bytes) => {
          const data = new DataTransfer();
          data.items.add(new File([bytes.slice(0, bytes.byteLength * kept)], 'packed.jsonl.gz'));
          const event = { bubbles: true, cancelable: true, dataTransfer: data };
          document.querySelector('.intake').dispatchEvent(new DragEvent('drop', event));
        })";
    page.run_with(script, &[json!(text), json!(kept)]);
}

#[test]
fn a_chosen_log_is_judged_and_a_disagreement_leads_to_its_answer() {
    journey(&Setup::default(), "/?lang=en#ex/three-groups", |page| {
        open(page);
        let log = [record(80, "REJECT"), record(8443, "ACCEPT"), "{\n".to_owned()].concat();
        choose(page, &file("flows.jsonl", &log));
        says(page, ".log-result", "ACCEPT, rules say blocked: ecs1 → ecs3");
        says(page, ".log-result", "flows.jsonl:3");
        page.screenshot("flows");
        page.click_in(
            ".log-result",
            "ACCEPT, rules say blocked: ecs1 → ecs3, inbound at ecs3, TCP 8443",
        );
        page.wait_to_read(&0, |page| page.all("dialog").len());
        says(page, ".answer", "ecs1");
        says(page, ".answer", "8443");
        says(page, ".news", "Disagreements in the flow log: 1");
        // Back to the list, which is still there.
        page.click_in(".news", "Back to the list…");
        says(page, ".log-result", "flows.jsonl:3");

        // The same log, packed; then one that ends too early, and one that is no log at all.
        drop_packed(page, &log, 1.0);
        says(page, ".log-result", "packed.jsonl.gz:3");
        drop_packed(page, &log, 0.5);
        says(page, "dialog", "its gzip data is incomplete");
        drop_file(page, "picture.png", "\u{89}PNG\u{0}\u{0}", 9);
        says(page, "dialog", "picture.png is not text");
        drop_file(page, "empty.csv", "", 1);
        says(page, "dialog", "empty.csv is empty");
        drop_file(page, "head.csv", "eni-id,srcaddr,dstaddr,protocol,direction,action\n", 1);
        says(page, "dialog", "head.csv has no records");
        drop_file(page, "other.csv", "a,b\n1,2\n", 3);
        says(page, "dialog", "whose first line names `eni-id`");
    });
}

#[test]
fn a_large_log_is_read_while_the_page_lives_and_can_be_stopped() {
    journey(&Setup::default(), "/?lang=en#ex/three-groups", |page| {
        open(page);
        // About 100 MB, cancelled once some of it has been read.
        let cancel = "new MutationObserver((_, own) => {
                const bar = document.querySelector('.import-progress progress');
                if (bar && bar.value > 0) {
                  own.disconnect();
                  document.getElementById('flows-cancel').click();
                }
            }).observe(document.body, { childList: true, subtree: true, attributes: true })";
        page.run(cancel);
        let text = [record(80, "REJECT"), record(8443, "ACCEPT")].concat().repeat(100);
        drop_file(page, "large.jsonl", &text, 100_000_000 / text.len());
        says(page, ".log-result", "Canceled after");
        says(page, ".log-result", "TCP 8443");
        assert!(page.all(".import-progress").is_empty());
    });
}
