//! Rules: one opens a port and is deleted again; invalid ones show the API's error beside their
//! field.

use crate::browser::{Element, Page, Setup, journey};

const CARD: &str = "#group-sg-bp1g3";
const FORM: &str = "#group-sg-bp1g3 form";

fn field(label: &'static str) -> impl Fn(&Page) -> Element {
    move |page| page.field_in(FORM, label)
}

#[test]
fn a_rule_opens_one_port_and_its_removal_closes_it() {
    journey(&Setup::default(), "/", |page| {
        assert_eq!(page.matrix()["ecs1 → ecs3"].glyph, "✗");
        page.click_in(CARD, "+ rule");
        page.fill(field("Port range"), "22/22");
        page.fill(field("Source"), "10.0.0.11/32");
        page.click_in(FORM, "Add");
        let cell = page.wait("one port to open", |page| {
            let cell = page.matrix()["ecs1 → ecs3"].clone();
            (cell.glyph == "◐").then_some(cell)
        });
        assert_eq!((cell.words.as_str(), cell.change.as_str()), ("TCP 22", "+"));
        assert_eq!(page.all(FORM).len(), 0, "the form has closed");
        let url = page.url();
        for part in [
            "Action=AuthorizeSecurityGroup&",
            "Permissions.1.IpProtocol=TCP&",
            "Permissions.1.PortRange=22/22&",
            "Permissions.1.SourceCidrIp=10.0.0.11/32&",
        ] {
            assert!(url.contains(part), "{part} in {url}");
        }
        assert_eq!(page.outcome(), "returned 200 OK");
        let rule = page.texts(&format!("{CARD} .rules tbody td"));
        assert_eq!(rule[..5], ["Allow Accept", "1", "TCP", "22/22", "10.0.0.11/32"]);

        // A single packet has one deciding rule, which is highlighted on the left.
        page.choose(|page| page.field_in(".connectivity", "Packet"), "tcp");
        page.fill(|page| page.field_in(".connectivity", "Destination port"), "22");
        page.click(|page| page.cell("ecs1", "ecs3"));
        page.wait_to_read(&"✓".to_owned(), |page| page.glyphs(&["ecs1 → ecs3"]));
        page.wait("the rule to be named", |page| {
            page.deciding_step().contains("10.0.0.11/32").then_some(())
        });
        assert_eq!(page.all(&format!("{CARD} .rules tr.lit")).len(), 1);
        page.fill(|page| page.field_in(".connectivity", "Destination port"), "23");
        page.wait_to_read(&"✗".to_owned(), |page| page.glyphs(&["ecs1 → ecs3"]));
        page.choose(|page| page.field_in(".connectivity", "Packet"), "all");

        page.click(|page| page.find(&format!("{CARD} [aria-label^='Delete rule']")));
        page.wait_to_read(&"✗".to_owned(), |page| page.glyphs(&["ecs1 → ecs3"]));
        assert_eq!(page.matrix()["ecs1 → ecs3"].change, "−");
        assert!(page.url().contains("Action=RevokeSecurityGroup&"), "{}", page.url());
        page.click_in("header", "↶ Undo");
        page.wait_to_read(&"◐".to_owned(), |page| page.glyphs(&["ecs1 → ecs3"]));
    });
}

#[test]
fn an_outbound_drop_closes_what_nothing_else_decides() {
    journey(&Setup::default(), "/", |page| {
        page.click_in("#group-sg-bp1g1", "Outbound 0");
        page.click_in("#group-sg-bp1g1", "+ rule");
        let form = "#group-sg-bp1g1 form";
        page.choose(|page| page.field_in(form, "Action"), "drop");
        page.choose(|page| page.field_in(form, "Protocol"), "ALL");
        page.fill(|page| page.field_in(form, "Destination"), "0.0.0.0/0");
        page.click_in(form, "Add");
        page.wait_to_read(&"✗✗◐".to_owned(), |page| {
            page.glyphs(&["ecs1 → internet", "ecs2 → internet", "ecs3 → internet"])
        });
        assert_eq!(page.glyphs(&["ecs1 → ecs2"]), "✓", "G2 connects regardless of rules");
        assert!(page.url().contains("Action=AuthorizeSecurityGroupEgress&"), "{}", page.url());
    });
}

#[test]
fn a_wrong_rule_meets_the_error_beside_its_field_and_changes_nothing() {
    journey(&Setup::default(), "/", |page| {
        let scenario = page.matrix();
        page.click_in(CARD, "+ rule");
        for (label, wrong, right, frame, error) in [
            (
                "Port range",
                "90/80",
                "22/22",
                ".ports",
                "400 InvalidParam.PortRange Please specify the PortRange or SourcePortRange in integer, less than 65535, and separate the range with ?/?.",
            ),
            (
                "Source",
                "10.0.0.0/33",
                "10.0.0.11/32",
                ".peer",
                "400 InvalidSourceCidrIp.Malformed The specified parameter \"SourceCidrIp\" is not valid.",
            ),
            (
                "Priority",
                "101",
                "1",
                ".priority",
                "400 InvalidPriority.ValueNotSupported The parameter Priority is invalid.",
            ),
        ] {
            page.fill(field(label), wrong);
            let beside = format!("{FORM} {frame}");
            page.wait_to_read(&vec![error.to_owned()], |page| page.errors(&beside));
            assert_eq!(page.errors(FORM).len(), 1, "and nowhere else");
            page.click_in(FORM, "Add");
            let code = error.split(' ').take(2).collect::<Vec<_>>().join(" ");
            page.wait_to_read(&format!("returned {code}"), Page::outcome);
            page.rest_pointer();
            assert_eq!(page.matrix(), scenario, "the scenario is unchanged");
            let typed = page.run_with("return arguments[0].value", &[field(label)(page).to_json()]);
            assert_eq!(typed, wrong, "and the input is kept");
            page.fill(field(label), right);
            page.wait_to_read(&Vec::new(), |page| page.errors(&beside));
        }
        page.click_in(FORM, "Add");
        page.wait_to_read(&"◐".to_owned(), |page| page.glyphs(&["ecs1 → ecs3"]));
    });
}
