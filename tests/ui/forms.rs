//! What the forms of the left pane begin with, and how a group that is in use is deleted.

use std::rc::Rc;
use std::sync::Arc;

use sg_core::connectivity::{AskedPacket, End, PacketChoice};
use sg_core::emulator::{Call, PermissionForm, answer};
use sg_core::history::Edit;
use sg_core::language::Language;
use sg_core::lesson::first_scenario;
use sg_core::model::*;
use sg_playground::component::groups::rule_form::RuleForm;
use sg_playground::component::groups::rule_table::RuleTable;
use sg_playground::page::Playground;
use sg_playground::state::{Action, Opening, Selection, State, Suggested, Theme, View};
use sg_testing::environment::env;
use sg_testing::scenario_text::scenario_of;
use yew::Reducible;
use yew::prelude::*;

use crate::drawn::{attribute, draw, tags, words};

fn group(name: &str) -> SecurityGroupId {
    SecurityGroupId::parse(&format!("sg-bp1{name}")).unwrap()
}

fn instance(name: &str) -> End {
    End::Interface(NetworkInterfaceId::parse(&format!("eni-bp1{name}")).unwrap())
}

fn internet() -> End {
    End::Outside("internet".to_owned())
}

/// The new rule of a group in the first scenario, while something is selected.
fn form(name: &str, direction: Direction, suggested: &Suggested) -> String {
    let scenario = Arc::new(first_scenario());
    let own = Arc::clone(scenario.group(&group(name)).unwrap());
    let form = html! {
        <ContextProvider<Rc<Suggested>> context={Rc::new(suggested.clone())}>
            <RuleForm {scenario} group={own} {direction} first="first" onclose={Callback::noop()} />
        </ContextProvider<Rc<Suggested>>>
    };
    draw(Language::En, form)
}

fn selected(from: End, to: End) -> Suggested {
    Suggested { pair: Some(Selection { from, to }), ..Suggested::default() }
}

/// The text in the field of a class.
fn field(markup: &str, class: &str) -> String {
    let frame = markup.split("class=\"field-frame ").find(|part| part.starts_with(class)).unwrap();
    let input = tags(frame, "input");
    attribute(input.first().unwrap(), "value").unwrap_or_default().to_owned()
}

#[test]
fn a_new_rule_begins_with_the_other_end_of_the_selected_pair() {
    use Direction::{Egress, Ingress};
    let pair = selected(instance("ecs1"), instance("ecs3"));
    assert_eq!(field(&form("g3", Ingress, &pair), "peer\""), "10.0.0.11/32", "the source");
    assert_eq!(field(&form("g1", Egress, &pair), "peer\""), "10.0.0.13/32", "the destination");
    let from_outside = selected(internet(), instance("ecs1"));
    assert_eq!(field(&form("g1", Ingress, &from_outside), "peer\""), "198.51.100.7/32");
    let inside = selected(instance("ecs1"), instance("ecs2"));
    for (name, direction) in [("g1", Ingress), ("g1", Egress), ("g2", Ingress), ("g3", Egress)] {
        let markup = form(name, direction, &inside);
        assert_eq!(field(&markup, "peer\""), "", "{name}: no member of the group itself");
        assert!(!markup.contains("api-error"), "nothing is wrong before it is sent");
    }
    assert_eq!(field(&form("g1", Ingress, &Suggested::default()), "peer\""), "");
}

#[test]
fn a_new_rule_is_about_the_selected_packets() {
    let asked = AskedPacket::Udp(Port::new(53).unwrap());
    let packet = PacketChoice::One(asked);
    let suggested = Suggested { packet, ..selected(internet(), instance("ecs1")) };
    let markup = form("g1", Direction::Ingress, &suggested);
    assert_eq!(field(&markup, "ports\""), "53/53");
    assert!(markup.contains("<option value=\"UDP\" selected"), "{markup}");
    let all = form("g1", Direction::Ingress, &selected(internet(), instance("ecs1")));
    assert_eq!(field(&all, "ports\""), "22/22");
}

#[test]
fn in_a_lesson_a_new_rule_begins_empty() {
    let packet = PacketChoice::One(AskedPacket::Tcp(Port::new(443).unwrap()));
    let lesson = Suggested { packet, lesson: true, ..selected(internet(), instance("ecs1")) };
    let markup = form("g1", Direction::Ingress, &lesson);
    assert_eq!((field(&markup, "peer\""), field(&markup, "ports\"")), Default::default());
    assert!(!words(&markup).contains("198.51.100.7"), "{}", words(&markup));
    // The page says so to its forms.
    let view = View::new(Language::En, Theme::Light);
    let told = |fragment| State::opened(Opening::of(fragment), &view).suggested().lesson;
    assert!(told("#lesson/one-door") && !told("#ex/three-groups"));
}

#[test]
fn the_usual_objects_are_one_press_away() {
    let pair = selected(internet(), instance("ecs1"));
    let markup = form("g1", Direction::Ingress, &pair);
    let said = words(&markup);
    let quick = "From internet 198.51.100.7/32 Anywhere 0.0.0.0/0 Anywhere IPv6 ::/0 This group's members Another group My address…";
    assert!(said.contains(quick), "{said}");
    let scenario = Arc::new(first_scenario());
    let own = Arc::clone(scenario.group(&group("g1")).unwrap());
    let chinese = draw(
        Language::Zh,
        html! { <RuleForm {scenario} group={own} direction={Direction::Egress} onclose={Callback::noop()} /> },
    );
    let quick =
        "快速选择目的 任意 IPv4 0.0.0.0/0 任意 IPv6 ::/0 本安全组的成员 其他安全组 我的 IP 地址…";
    assert!(words(&chinese).contains(quick), "{}", words(&chinese));
}

/// The first scenario with inbound rules in the first group: policy and priority, in this order.
fn with_rules(rules: &[(&str, &str)]) -> Arc<Scenario> {
    let add = |scenario: Scenario, (place, (policy, priority)): (usize, &(&str, &str))| {
        let ports = format!("{0}/{0}", place + 1);
        let form = PermissionForm {
            policy,
            priority,
            protocol: "TCP",
            port_range: &ports,
            peer: "0.0.0.0/0",
            ..PermissionForm::default()
        };
        let call = Call::authorize(scenario.region(), &group("g1"), Direction::Ingress, &[form]);
        answer(&scenario, &call, &env(place as u64)).unwrap().scenario
    };
    Arc::new(rules.iter().enumerate().fold(first_scenario(), add))
}

#[test]
fn rules_stand_in_the_order_in_which_they_are_tried() {
    let added = [("accept", "7"), ("accept", "1"), ("drop", "100"), ("drop", "7"), ("accept", "7")];
    let scenario = with_rules(&added);
    let own = Arc::clone(scenario.group(&group("g1")).unwrap());
    let markup = draw(
        Language::En,
        html! { <RuleTable {scenario} group={own} direction={Direction::Ingress} lit={None::<RuleId>} shown={None::<RuleId>} /> },
    );
    let rows = markup.split("<tr id=").skip(1).map(|row| {
        let cells = words(&format!("<tr id={row}"));
        cells.split(' ').take(5).collect::<Vec<_>>().join(" ")
    });
    let expected = [
        "Allow Accept 1 TCP 2/2",
        "Deny Drop 7 TCP 4/4",
        "Allow Accept 7 TCP 1/1",
        "Allow Accept 7 TCP 5/5",
        "Deny Drop 100 TCP 3/3",
    ];
    assert_eq!(rows.collect::<Vec<_>>(), expected);
}

fn deleted(name: &str) -> Rc<State> {
    let view = View::new(Language::En, Theme::Light);
    let state = Rc::new(State::new(Arc::new(first_scenario()), view));
    let delete = Call::delete_security_group(state.scenario().region(), &group(name));
    state.reduce(Action::Edit(Edit::Call(delete), env(1)))
}

#[test]
fn a_group_in_use_offers_to_clear_it() {
    let page = |state: Rc<State>, language| {
        draw(language, html! { <Playground {state} onsend={Callback::noop()} /> })
    };
    let markup = page(deleted("g1"), Language::En);
    let said = words(&markup);
    for offer in [
        "403 DependencyViolation",
        "Still in the group: ecs1, ecs2.",
        "Remove the members and delete G1",
        "Move the members to G2 and delete G1",
        "Release the members and delete G1",
    ] {
        assert!(said.contains(offer), "{offer} in {said}");
    }
    let last = words(&page(deleted("g3"), Language::En));
    assert!(!last.contains("Remove the members and delete G3"), "ecs3 is in no other group");
    assert!(last.contains("Move the members to G1 and delete G3"), "{last}");
    let chinese = words(&page(deleted("g3"), Language::Zh));
    assert!(chinese.contains("将成员移到 G1 并删除 G3"), "{chinese}");
}

/// A scenario with two port lists, one of them without entries, in a rule of the first group.
const LISTS: &str = "
ports prl-web 80/80 443/443
ports prl-none
group G1 basic drop
group G2 basic drop
instance a 10.0.0.1 in G1
instance b 10.0.0.2 in G2
rule G1 in accept tcp prl-web from G2 prio 1
";

/// The form of the first group of the scenario with port lists: for a new rule, or for its rule.
fn listed_form(language: Language, edits: bool) -> String {
    let scenario = Arc::new(scenario_of(LISTS));
    let own = Arc::clone(scenario.groups().next().unwrap());
    let rule = edits.then(|| Arc::clone(&own.rules[0]));
    let form = html! { <RuleForm {scenario} group={own} direction={Direction::Ingress} {rule} onclose={Callback::noop()} /> };
    draw(language, form)
}

#[test]
fn port_lists_complete_the_ports_and_are_one_press_away() {
    let markup = listed_form(Language::En, false);
    let said = words(&markup);
    assert!(said.contains("Port lists prl-web prl-none"), "{said}");
    assert!(said.contains("Port range or port list"), "{said}");
    let input = markup.split("field-frame ports").nth(1).unwrap();
    let list = attribute(tags(input, "input").first().unwrap(), "list").unwrap().to_owned();
    let options = markup.split(&format!("<datalist id=\"{list}\">")).nth(1).unwrap();
    let options = options.split("</datalist>").next().unwrap();
    let values: Vec<_> =
        tags(options, "option").iter().map(|tag| attribute(tag, "value").unwrap()).collect();
    assert_eq!(values, ["prl-web", "prl-none"]);
    let titles = tags(&markup, "button");
    let titles: Vec<_> = titles.iter().filter_map(|tag| attribute(tag, "title")).collect();
    assert!(titles.contains(&"prl-web: 80/80, 443/443"), "{titles:?}");
    assert!(titles.contains(&"prl-none has no entries, so a rule with it matches nothing"));
    // Without port lists, nothing speaks of them.
    let plain = form("g1", Direction::Ingress, &selected(internet(), instance("ecs1")));
    assert!(!plain.contains("datalist") && !words(&plain).contains("port list"));
}

#[test]
fn a_rule_with_a_port_list_is_edited_with_its_list() {
    let markup = listed_form(Language::En, true);
    assert_eq!(field(&markup, "ports"), "prl-web");
    assert!(words(&markup).contains("prl-web: 80/80, 443/443"), "{}", words(&markup));
    let chinese = words(&listed_form(Language::Zh, true));
    assert!(chinese.contains("端口范围或端口列表") && chinese.contains("prl-web：80/80、443/443"));
}
