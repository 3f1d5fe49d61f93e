//! Sharing and searching by keyboard: a link without names opens what was looked at, and a name that
//! nobody has gets a suggestion or a reason.

use crate::browser::{Page, Setup, journey, key};

/// The replies of an account in which everything is named after its owner.
const ACCOUNT: &str = r#"{"SecurityGroupId": "sg-acme", "SecurityGroupName": "acme-app", "VpcId": "vpc-acme",
  "InnerAccessPolicy": "Drop", "Permissions": {"Permission": [
    {"SecurityGroupRuleId": "sgr-acme", "Direction": "ingress", "IpProtocol": "TCP",
     "PortRange": "80/80", "SourceCidrIp": "0.0.0.0/0", "Description": "Acme"}]}}
{"Instances": {"Instance": [
  {"InstanceId": "i-a", "InstanceName": "acme-app-06", "SecurityGroupIds": {"SecurityGroupId": ["sg-acme"]},
   "VpcAttributes": {"VpcId": "vpc-acme", "PrivateIpAddress": {"IpAddress": ["10.77.0.1"]}}},
  {"InstanceId": "i-b", "InstanceName": "acme-app-07", "SecurityGroupIds": {"SecurityGroupId": ["sg-acme"]},
   "VpcAttributes": {"VpcId": "vpc-acme", "PrivateIpAddress": {"IpAddress": ["10.77.0.2"]}}},
  {"InstanceId": "i-c", "InstanceName": "acme-db-01", "SecurityGroupIds": {"SecurityGroupId": ["sg-acme"]},
   "VpcAttributes": {"VpcId": "vpc-acme", "PrivateIpAddress": {"IpAddress": ["10.77.0.3"]}}}]}}"#;

/// Opens the account from the import dialog.
fn import(page: &Page) {
    page.tab_to("header", "Import");
    page.press(&[key::ENTER]);
    page.find("#import-paste");
    page.run("document.getElementById('import-paste').focus()");
    page.paste(ACCOUNT);
    page.tab_to("dialog", "Open this scenario");
    page.press(&[key::ENTER]);
    page.wait_to_read(&true, |page| page.matrix().contains_key("acme-app-06 → acme-app-07"));
}

fn chosen(page: &Page) -> String {
    let chosen = page.matrix().into_iter().filter(|(_, cell)| cell.chosen).map(|(pair, _)| pair);
    chosen.collect::<Vec<_>>().join(" ")
}

fn shared(page: &Page) -> String {
    let link = page.run("return document.getElementById('share-0')?.value ?? ''");
    link.as_str().unwrap_or_default().to_owned()
}

#[test]
fn keys_share_the_chosen_pair_without_names() {
    journey(&Setup::default(), "/?lang=en", |page| {
        import(page);
        page.run("document.querySelector('table[role=grid] [tabindex=\"0\"]').focus()");
        let first = chosen(page);
        page.press(&[key::RIGHT]);
        page.wait("another pair", |page| (chosen(page) != first).then_some(()));
        let pair = chosen(page);
        assert!(pair.contains("acme"), "{pair}");

        page.tab_to("header", "Share");
        page.press(&[key::ENTER]);
        page.wait("the link", |page| (!shared(page).is_empty()).then_some(()));
        assert!(page.text("dialog").contains("anyone who has the link can read them"));
        let own = shared(page);
        page.tab_to("dialog", "Replace all names and addresses");
        page.press(&[' ']);
        page.wait("another link", |page| (shared(page) != own).then_some(()));
        assert!(!page.text("dialog").contains("anyone who has the link can read them"));
        let (hidden, read) =
            (shared(page), page.run("return document.querySelector('dialog').innerHTML"));
        assert!(!read.as_str().unwrap().to_lowercase().contains("acme"), "{read}");

        // Each link opens the pair: one as it is called, one by its role.
        let to = |link: &str| {
            link.split_once('#').map(|(_, link)| format!("/?lang=en&theme=dark#{link}"))
        };
        page.go(&to(&own).unwrap());
        page.wait_until_ready();
        assert_eq!(chosen(page), pair);
        page.go("/?lang=en#new");
        page.wait_until_ready();
        page.go(&to(&hidden).unwrap());
        page.wait_until_ready();
        let roles = page.matrix().into_keys().collect::<Vec<_>>().join(" ");
        for role in ["app-1", "app-2", "db-1"] {
            assert!(roles.contains(role), "{role}: {roles}");
        }
        let all = page.run("return document.documentElement.innerHTML");
        for secret in ["acme", "10.77."] {
            assert!(!all.as_str().unwrap().to_lowercase().contains(secret), "{secret}: {all}");
        }
        assert_ne!(chosen(page), "app-1 → app-2", "not the first pair");
    });
}

#[test]
fn a_name_that_nobody_has_is_suggested_and_an_address_gets_a_reason() {
    journey(&Setup::default(), "/?lang=en", |page| {
        import(page);
        page.click_in(".connectivity", "List");
        page.find(".list-wrap");
        page.tab_to(".connectivity", "Names");
        page.retype("acme-app-7");
        page.tab_to(".connectivity", "acme-app-07");
        page.press(&[key::ENTER]);
        page.wait_to_read(&true, |page| page.text(".list-wrap").contains("acme-app-07"));
        page.tab_to(".connectivity", "Names");
        page.retype("10.77.0.99 -> acme-db-01");
        page.wait("the reason", |page| {
            let said = "No interface of this scenario has the address 10.77.0.99";
            page.text(".connectivity .none").contains(said).then_some(())
        });
    });
}
