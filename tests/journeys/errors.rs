//! Triggers the six documented errors of ModifySecurityGroupPolicy on the page.

use serde_json::Value;

use crate::browser::{Page, Setup, journey};

/// The published error table: status, code, message, in our order of checks.
const ROWS: [(&str, &str, &str); 6] = [
    ("400", "MissingParamter.RegionId", "The RegionId should not be null."),
    (
        "400",
        "InvalidSecurityGroupId.Malformed",
        "The SecurityGroupId is invalid. Only letters, numbers and underscores are supported. \
         Maximum length is 100 characters.",
    ),
    (
        "400",
        "InvalidPolicy.Malformed",
        "The Policy is invalid. Only 'Accept' and 'Drop' are supported. Ignore case.",
    ),
    ("403", "InvalidOperation.ResourceManagedByCloudProduct", "%s"),
    ("404", "InvalidSecurityGroupId.NotFound", "The specified SecurityGroupId does not exist."),
    (
        "404",
        "InvalidParameter.InnerAccessPolicy",
        "The InnerAccessPolicy attribute of enterprise level security group can't be modified.",
    ),
];

/// Fills in the form for a new group and returns the id of the created group.
fn new_group(page: &Page, field: &str, option: &str) -> String {
    let ids = |page: &Page| page.texts("article.group .id");
    let before = ids(page);
    page.click_in(".pane.groups", "+ group");
    page.choose(|page| page.field_in(".pane.groups form", field), option);
    page.click_in(".pane.groups form", "Create");
    page.wait("the new group", |page| ids(page).into_iter().find(|id| !before.contains(id)))
}

/// The cards of the operation's own errors: status, code and message, and whether one is marked.
fn table(page: &Page) -> Vec<(Vec<String>, bool)> {
    let script = "return [...document.querySelector('.errors .cards').children].map((card) => [
        ['.http', 'code', '.message'].map((part) => card.querySelector(part).textContent),
        card.getAttribute('aria-current') === 'true'])";
    serde_json::from_value(page.run(script)).unwrap()
}

/// Triggers an error through the raw parameters and checks everything the page says about it.
fn provoke(page: &Page, param: &str, value: &str, row: usize, message: &str) {
    let (status, code, _) = ROWS[row];
    let outcome = format!("{status} {code}");
    let scenario = page.matrix();
    page.open_tab("Request");
    page.choose(|page| page.field_in("#drawer", "Operation"), "DeleteSecurityGroup");
    page.choose(|page| page.field_in("#drawer", "Operation"), "ModifySecurityGroupPolicy");
    page.fill(|page| page.field_in("#drawer", &format!("Value of {param}")), value);

    // The outcome updates while typing, only beside the parameter at fault.
    page.wait_to_read(&format!("would return {outcome}"), Page::outcome);
    assert_eq!(page.errors("#drawer"), [format!("{outcome} {message}")]);
    let script = "return [...document.querySelectorAll('.param-row')]
        .filter((row) => row.querySelector('.api-error'))
        .map((row) => [...row.querySelectorAll('input')].map((input) => input.value))";
    assert_eq!(page.run(script), serde_json::json!([[param, value]]));

    page.click_in(".request", "Send");
    page.wait_to_read(&format!("returned {outcome}"), Page::outcome);
    let strip = page.strip();
    let says = format!("was rejected: {outcome}. Nothing changed.");
    assert!(strip.ends_with(&says), "{strip}");

    page.open_tab("Errors 6");
    page.wait("the error cards", |page| (table(page).len() == ROWS.len()).then_some(()));
    let rows = table(page);
    for (place, (cells, marked)) in rows.iter().enumerate() {
        let (status, code, message) = ROWS[place];
        assert_eq!(cells[..3], [status, code, message]);
        assert_eq!(*marked, place == row, "{code}");
    }

    page.open_tab("Request");
    let body = page.wait("the reply", |page| {
        serde_json::from_str::<Value>(&page.text("#drawer .reply figure pre")).ok()
    });
    assert_eq!(body["Code"], code);
    assert_eq!(body["Message"], message);
    assert!(page.texts("#drawer .reply pre")[1].contains(&format!("<Code>{code}</Code>")));

    let after = page.matrix();
    for (pair, cell) in &scenario {
        let now = &after[pair];
        assert_eq!((&cell.glyph, &cell.words, ""), (&now.glyph, &now.words, now.change.as_str()));
    }
}

#[test]
fn each_documented_error_is_provoked_through_the_raw_parameters() {
    journey(&Setup::default(), "/", |page| {
        let advanced = new_group(page, "Type", "enterprise");
        let url = page.url();
        assert!(url.contains("Action=CreateSecurityGroup&"), "{url}");
        assert!(url.contains("&SecurityGroupType=enterprise"), "{url}");
        let managed = new_group(page, "Created by", "service");
        let words = format!(
            "emulator: security group `{managed}` is managed by a cloud service and can only be \
             queried"
        );
        provoke(page, "RegionId", "", 0, ROWS[0].2);
        provoke(page, "SecurityGroupId", "sg bp1g1!", 1, ROWS[1].2);
        provoke(page, "InnerAccessPolicy", "Maybe", 2, ROWS[2].2);
        provoke(page, "SecurityGroupId", &managed, 3, &words);
        provoke(page, "SecurityGroupId", "sg-nobody", 4, ROWS[4].2);
        // The parameter at fault is the policy, and the group must be the advanced one.
        page.open_tab("Request");
        page.fill(|page| page.field_in("#drawer", "Value of SecurityGroupId"), &advanced);
        let expected = format!("would return {} {}", ROWS[5].0, ROWS[5].1);
        page.wait_to_read(&expected, Page::outcome);
        page.click_in(".request", "Send");
        let expected = format!("returned {} {}", ROWS[5].0, ROWS[5].1);
        page.wait_to_read(&expected, Page::outcome);
        let line = format!("{} {} {}", ROWS[5].0, ROWS[5].1, ROWS[5].2);
        assert_eq!(page.errors("#drawer"), [line.as_str()]);
        let card = format!("#group-{advanced}");
        assert_eq!(page.errors(&card), [line], "and beside the group it is about");
        page.open_tab("Errors 6");
        page.wait("the last card to be marked", |page| {
            table(page).last().is_some_and(|(_, marked)| *marked).then_some(())
        });
        // Policies are case-insensitive.
        page.open_tab("Request");
        page.fill(|page| page.field_in("#drawer", "Value of SecurityGroupId"), "sg-bp1g2");
        page.fill(|page| page.field_in("#drawer", "Value of InnerAccessPolicy"), "dROP");
        page.wait_to_read(&"would return 200 OK".to_owned(), Page::outcome);
        page.click_in(".request", "Send");
        page.wait_to_read(&"Drop".to_owned(), |page| page.policy("G2"));
    });
}

#[test]
fn the_switch_of_a_locked_group_answers_with_the_error_of_its_kind() {
    journey(&Setup::default(), "/", |page| {
        let advanced = new_group(page, "Type", "enterprise");
        let managed = new_group(page, "Created by", "service");
        let scenario = page.matrix();
        for (id, error) in [
            (&advanced, "404 InvalidParameter.InnerAccessPolicy"),
            (&managed, "403 InvalidOperation.ResourceManagedByCloudProduct"),
        ] {
            let card = format!("#group-{id}");
            let name = page.text(&format!("{card} .name"));
            let before = page.policy(&name);
            let other = if before == "Drop" { "Accept" } else { "Drop" };
            page.click_in(&Page::switch(&name), other);
            page.wait_to_read(&format!("returned {error}"), Page::outcome);
            let said = page.errors(&card);
            assert!(said.len() == 1 && said[0].starts_with(&format!("{error} ")), "{said:?}");
            assert_eq!(page.policy(&name), before, "the switch stays where it was");
            assert!(page.text(&format!("{card} .meaning")).contains(error));
        }
        page.rest_pointer();
        assert_eq!(page.matrix(), scenario);
    });
}
