//! Import: pasted replies are previewed and opened on request, invalid text is rejected with its
//! position, a dropped file opens with new names, and oversized files are not read.

use serde_json::json;

use crate::browser::{Page, Setup, journey};

const REPLIES: &str = r#"{"SecurityGroupId": "sg-mine", "SecurityGroupName": "mine", "VpcId": "vpc-mine",
  "InnerAccessPolicy": "Drop", "Permissions": {"Permission": [
    {"SecurityGroupRuleId": "sgr-mine", "Direction": "ingress", "IpProtocol": "TCP",
     "PortRange": "80/80", "SourceCidrIp": "0.0.0.0/0", "Description": "web"}]}}
{"Instances": {"Instance": [
  {"InstanceId": "i-a", "InstanceName": "a", "SecurityGroupIds": {"SecurityGroupId": ["sg-mine"]},
   "VpcAttributes": {"VpcId": "vpc-mine", "PrivateIpAddress": {"IpAddress": ["10.1.0.1"]}}},
  {"InstanceId": "i-b", "InstanceName": "b", "SecurityGroupIds": {"SecurityGroupId": ["sg-mine"]},
   "VpcAttributes": {"VpcId": "vpc-mine", "PrivateIpAddress": {"IpAddress": ["10.1.0.2"]}}}]}}"#;

/// Pastes a text by setting the field's value, without the clipboard.
fn paste(page: &Page, text: &str) {
    page.find("#import-paste");
    let script = "const field = document.getElementById('import-paste');
        field.value = arguments[0];
        field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }))";
    page.run_with(script, &[json!(text)]);
}

/// Drops a file with this many repetitions of a text.
pub(crate) fn drop_file(page: &Page, name: &str, text: &str, times: usize) {
    page.find(".intake");
    let script = "const [name, text, times] = arguments;
        const data = new DataTransfer();
        data.items.add(new File(new Array(times).fill(text), name));
        const event = { bubbles: true, cancelable: true, dataTransfer: data };
        document.querySelector('.intake').dispatchEvent(new DragEvent('drop', event))";
    page.run_with(script, &[json!(name), json!(text), json!(times)]);
}

#[test]
fn pasted_replies_are_previewed_and_opened_on_purpose() {
    journey(&Setup::default(), "/?lang=en", |page| {
        page.click_in("header", "Import");
        paste(page, REPLIES);
        page.wait_to_read(&true, |page| page.text("dialog").contains("instances 2"));
        let said = page.text("dialog");
        for part in ["security groups 1", "rules 1", "pasted text", "vpc-mine: 10.1.0.0/24"] {
            assert!(said.contains(part), "{part}: {said}");
        }
        // Nothing has changed so far.
        assert!(page.matrix().contains_key("ecs1 → ecs2"));

        page.click_in("dialog", "Open this scenario");
        page.wait_to_read(&0, |page| page.all("dialog").len());
        page.wait_to_read(&"~".to_owned(), |page| match page.matrix().get("a → b") {
            Some(cell) if cell.label.contains("80") => "~".to_owned(),
            other => format!("{:?}", other.map(|cell| cell.label.clone())),
        });
        assert!(page.text(".origin").contains("pasted text:3"), "{}", page.text(".origin"));
        page.run("history.back()");
        page.wait_to_read(&true, |page| page.matrix().contains_key("ecs1 → ecs2"));
    });
}

#[test]
fn junk_is_refused_with_its_line_and_column_and_nothing_is_lost() {
    journey(&Setup { size: (360, 740), ..Setup::default() }, "/?lang=en", |page| {
        page.click(|page| page.find("#more"));
        page.click_in("header", "Import");
        paste(page, "{\n  \"SecurityGroupId\" \"sg-1\"\n}");
        page.wait_to_read(&true, |page| page.text("dialog").contains("line 2, column 21"));
        let said = page.text("dialog");
        assert!(said.contains("Expected a colon"), "{said}");
        assert!(said.contains("There is no scenario to open yet."), "{said}");
        page.click_in("dialog", "Close");
        page.wait_to_read(&0, |page| page.all("dialog").len());
        page.wait_to_read(&"more".to_owned(), Page::focused_id);
        assert!(page.matrix().contains_key("ecs1 → ecs2"));
    });
}

#[test]
fn a_dropped_file_opens_under_other_names() {
    journey(&Setup::default(), "/?lang=zh", |page| {
        page.click_in("header", "导入");
        drop_file(page, "mine.json", REPLIES, 1);
        page.wait_to_read(&true, |page| page.text("dialog").contains("mine.json"));
        page.click(|page| page.find(".open-imported input"));
        page.wait_to_read(&true, |page| page.text(".renamed").contains("sg-mine 变为 sg-1"));
        page.click_in("dialog", "打开此场景");
        page.wait_to_read(&true, |page| page.matrix().contains_key("instance-1 → instance-2"));
        let all = page.text("#app");
        for secret in ["mine", "10.1.0.1", "i-a", "web"] {
            assert!(!all.contains(secret), "{secret}: {all}");
        }
        // The name of a file can tell whose account it holds.
        assert!(!page.text("main").contains("mine"));
        assert!(page.text(".origin").contains("file-1:3"));
    });
}

#[test]
fn a_large_file_is_read_while_the_page_lives_and_one_that_is_too_large_is_not_read() {
    journey(&Setup::default(), "/?lang=en", |page| {
        page.click_in("header", "Import");
        // Seven megabytes of the same replies, cancelled as soon as possible: the page stays
        // responsive while it reads, however fast it is.
        let cancel = "new MutationObserver((_, own) => {
                const cancel = document.querySelector('.import-progress button');
                if (cancel) { own.disconnect(); cancel.click(); }
            }).observe(document.body, { childList: true, subtree: true })";
        page.run(cancel);
        drop_file(page, "large.json", REPLIES, 10_000);
        page.wait_to_read(&true, |page| page.text("dialog").contains("Canceled."));
        page.click_in("dialog .chosen", "Remove large.json");
        page.wait_to_read(&0, |page| page.all("dialog .chosen").len());

        drop_file(page, "huge.json", REPLIES, 50_000);
        page.wait_to_read(&true, |page| page.text("dialog").contains("can read at most 33554432"));
    });
}
