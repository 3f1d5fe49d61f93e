//! Rules that take their ports from a port list.

use proptest::prelude::*;

use sg_core::connectivity::*;
use sg_core::export::{script, terraform};
use sg_core::import::{Text, anonymise, read as import};
use sg_core::language::Language;
use sg_core::model::*;
use sg_core::share::{Limits, Link, LinkView, Route, read, write};

use sg_testing::port_lists::{with_port_lists, without_port_lists};
use sg_testing::random_scenario::{config, scenario};
use sg_testing::scenario_text::scenario_of;

/// Each evaluates every pair of ends several times.
fn few() -> ProptestConfig {
    let usual = config();
    ProptestConfig { cases: usual.cases.div_ceil(4), ..usual }
}

proptest! {
    #![proptest_config(few())]

    /// A rule with a list says what one rule for each range would say.
    #[test]
    fn a_list_is_its_ranges(scenario in scenario()) {
        let listed = with_port_lists(&scenario);
        let plain = without_port_lists(&listed);
        let reach = Reach::new(&listed);
        let choice = PacketChoice::All;
        for view in [CheckedDirections::Both, CheckedDirections::Ingress, CheckedDirections::Egress] {
            let (one, other) = (matrix(&listed, choice, view), matrix(&plain, choice, view));
            let ends = one.ends.clone();
            for from in &ends {
                for to in &ends {
                    let (cell, alone) = (one.between(from, to), other.between(from, to));
                    let prepared = reach.cell(from, to, choice, view);
                    prop_assert_eq!(prepared.as_ref(), cell);
                    let (Some(cell), Some(alone)) = (cell, alone) else { continue };
                    prop_assert_eq!(
                        std::mem::discriminant(&cell.state), std::mem::discriminant(&alone.state),
                    );
                    for region in cell.space.regions.iter().chain(&alone.space.regions) {
                        let packet = region.packets.sample();
                        let verdict = |cell: &Cell| {
                            let mut regions = cell.space.regions.iter();
                            regions.find(|it| it.packets.contains(packet)).map(|it| it.verdict)
                        };
                        prop_assert_eq!(verdict(cell), verdict(alone), "{} {:?} {:?}", packet, from, to);
                    }
                }
            }
        }
    }

    /// The checker, which shares no code with the engine, and the plain evaluation agree with it.
    #[test]
    fn every_space_is_accepted_by_the_checker(scenario in scenario()) {
        let listed = with_port_lists(&scenario);
        let drawn = matrix(&listed, PacketChoice::All, CheckedDirections::Both);
        for from in &drawn.ends {
            for to in drawn.ends.iter().filter(|to| *to != from) {
                let Some(cell) = drawn.between(from, to) else { continue };
                let checked = check(&listed, &cell.source, &cell.destination, &cell.space.regions);
                prop_assert!(checked.is_ok(), "{:?} {:?} {:?}", from, to, checked);
                for region in &cell.space.regions {
                    let flow = Flow {
                        source: cell.source.clone(),
                        destination: cell.destination.clone(),
                        packet: region.packets.sample(),
                    };
                    prop_assert_eq!(evaluate(&listed, &flow).verdict, region.verdict);
                }
            }
        }
    }

    #[test]
    fn documents_links_and_anonymous_copies_keep_lists(scenario in scenario(), seed: u64) {
        let listed = with_port_lists(&scenario);
        let text = write(&listed);
        prop_assert_eq!(&read(&text, &Limits::FILE).unwrap(), &listed);
        let link = Link { scenario: listed.clone(), view: LinkView::default(), log: None };
        let Route::Scenario { text: packed } = Route::parse(&link.route().unwrap().to_string()).unwrap() else {
            panic!("not a scenario");
        };
        prop_assert_eq!(&Link::read(&packed).unwrap().scenario, &listed);
        let imported = import(vec![Text { name: "scenario.json".to_owned(), content: text }]);
        prop_assert!(imported.unread.is_empty() && imported.assumed.is_empty());
        let back = imported.scenario.unwrap();
        prop_assert_eq!(back.parts(), listed.parts());
        let other = anonymise(&listed, seed).unwrap();
        let said = write(&other.scenario);
        prop_assert!(!said.contains("prl-web") && !said.contains("端口") && !said.contains("it's"));
        let filters = |scenario: &Scenario| -> Vec<Vec<ProtocolFilter>> {
            let rules = scenario.groups().flat_map(|group| &group.rules);
            rules.map(|rule| rule.spec.filters().collect()).collect()
        };
        prop_assert_eq!(filters(&other.scenario), filters(&listed));
    }
}

const TEXT: &str = "
ports prl-web 80/80 443/443
ports prl-none
group G1 basic drop
group G2 basic drop
instance a 10.0.0.1 in G1
instance b 10.0.0.2 in G2
rule G2 in accept tcp prl-web from G1 prio 1
rule G2 in accept udp prl-none from 10.0.0.0/8 prio 1
";

#[test]
fn an_empty_list_is_a_finding() {
    let scenario = scenario_of(TEXT);
    let findings = lint(&scenario);
    let empty = findings.iter().find(|own| matches!(own.evidence, Evidence::EmptyPortList(_)));
    let empty = empty.map(|finding| finding.sentence(&scenario, Language::En));
    let said = "This rule matches nothing, because the port list prl-none has no entries: \
                inbound Allow UDP ports of prl-none from 10.0.0.0/8 (priority 1).";
    assert_eq!(empty.as_deref(), Some(said));
}

#[test]
fn words_name_the_list() {
    let scenario = scenario_of(TEXT);
    let rule = &scenario.groups().nth(1).unwrap().rules[0];
    let named = scenario.edited(|draft| {
        let list = PortList { name: "web".to_owned(), ..(*draft.port_lists[0]).clone() };
        draft.put_port_list(list);
    });
    let named = named.unwrap();
    assert_eq!(rule.spec.to_string(), "in accept tcp prl-web from G1 prio 1");
    assert_eq!(
        rule.in_words(&named, Language::En),
        "inbound Allow TCP ports of web from G1 (priority 1)"
    );
    assert_eq!(
        rule.in_words(&named, Language::Zh),
        "入方向｜允许｜TCP（端口列表 web）｜授权对象 G1｜优先级 1"
    );
}

#[test]
fn a_list_that_changes_changes_the_rules_that_name_it() {
    let scenario = scenario_of(TEXT);
    let changed = scenario.edited(|draft| {
        let mut list = (*draft.port_lists[0]).clone();
        list.entries.truncate(1);
        draft.put_port_list(list);
    });
    let listed =
        |scenario: &Scenario| scenario.groups().nth(1).unwrap().rules[0].spec.filters().count();
    assert_eq!((listed(&scenario), listed(&changed.unwrap())), (2, 1));
    // A rule whose ranges are not those of its list is no rule of a scenario.
    let stale = scenario.edited(|draft| {
        let list = std::sync::Arc::make_mut(&mut draft.port_lists[0]);
        list.entries.clear();
    });
    assert!(stale.is_err());
}

#[test]
fn a_script_names_the_list_and_terraform_says_what_it_leaves_out() {
    let scenario = scenario_of(TEXT);
    let written = script(&scenario, Language::En);
    let lines = written.text.lines();
    let listed = lines.filter(|line| line.contains("PortRangeListId")).count();
    assert_eq!(listed, 1, "both rules are inbound rules of one group: {}", written.text);
    assert!(written.text.contains("=prl-web #"), "{}", written.text);
    assert!(!written.text.contains("PortRange=1/65535"), "{}", written.text);
    let configuration = terraform(&scenario, Language::En);
    let said = "in accept tcp prl-web from G1 prio 1";
    assert!(configuration.text.contains(said), "{}", configuration.text);
    assert!(!configuration.text.contains("alicloud_security_group_rule"), "{}", configuration.text);
}
