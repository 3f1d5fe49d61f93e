//! Native rendering of the editors in the left pane, in both languages.

use std::rc::Rc;
use std::sync::Arc;

use sg_core::emulator::{Call, PermissionForm, answer};
use sg_core::history::{
    Edit, History, InterfaceEdit, NewInterface, PrefixListEdit, TopologyEdit, VpcEdit,
    set_groups_call,
};
use sg_core::language::Language;
use sg_core::lesson::first_scenario;
use sg_core::model::*;
use sg_playground::component::groups::card::attributes::AttributesForm;
use sg_playground::component::groups::form::GroupForm;
use sg_playground::component::groups::pane::GroupsPane;
use sg_playground::component::groups::rule_form::RuleForm;
use sg_playground::component::groups::rule_table::RuleTable;
use sg_playground::component::kit::edit_button::EditButton;
use sg_playground::component::topology::instance_form::InstanceForm;
use sg_playground::component::topology::instances::Instances;
use sg_playground::component::topology::interface_fields::InterfaceFields;
use sg_playground::component::topology::interface_fields::draft::InterfaceDraft;
use sg_playground::component::topology::outside::{Outside, OutsideForm};
use sg_playground::component::topology::prefix_lists::PrefixLists;
use sg_playground::component::topology::prefix_lists::form::PrefixListForm;
use sg_playground::component::topology::readings::Readings;
use sg_playground::component::topology::vpcs::Vpcs;
use sg_playground::component::topology::vpcs::form::VpcForm;
use sg_playground::state::{Action, State, Theme, View};
use sg_testing::environment::env;
use yew::prelude::*;

use crate::drawn::{attribute, draw, page, tags, words};

/// All values of an attribute, in document order.
fn values<'a>(markup: &'a str, name: &str) -> Vec<&'a str> {
    let open = format!(" {name}=\"");
    let after = markup.split(open.as_str()).skip(1);
    after.filter_map(|rest| Some(rest.split_once('"')?.0)).collect()
}

fn group(name: &str) -> SecurityGroupId {
    SecurityGroupId::parse(&format!("sg-bp1{name}")).unwrap()
}

fn main_vpc() -> VpcId {
    VpcId::parse("vpc-bp1main").unwrap()
}

/// The first scenario with one of everything: a rule with all fields, a second interface with three
/// addresses, a prefix list, a second VPC.
fn rich() -> Arc<Scenario> {
    let blocks = |texts: &[&str]| texts.iter().map(|text| text.parse().unwrap()).collect();
    let edits = [
        TopologyEdit::Vpc(VpcEdit::Create {
            name: "shop".to_owned(),
            blocks: blocks(&["172.16.0.0/12", "fd00:2::/56"]),
        }),
        TopologyEdit::PrefixList(PrefixListEdit::Create {
            name: "offices".to_owned(),
            blocks: blocks(&["192.0.2.0/24"]),
            max_entries: 7,
        }),
        TopologyEdit::Interface(InterfaceEdit::Attach {
            instance: InstanceId::parse("i-bp1ecs1").unwrap(),
            interface: NewInterface {
                groups: vec![group("g3")],
                addresses: vec!["10.0.9.1".parse().unwrap(), "10.0.9.2".parse().unwrap()],
                ..NewInterface::default()
            },
        }),
    ];
    let scenario = edits
        .iter()
        .zip(1..)
        .fold(first_scenario(), |scenario, (edit, n)| edit.apply(&scenario, &env(n)).unwrap());
    let form = PermissionForm {
        protocol: "TCP",
        port_range: "443/443",
        source_port_range: "1024/65535",
        peer: "192.0.2.0/24",
        local_cidr: "10.0.0.11/32",
        priority: "7",
        description: "from the office",
        ..PermissionForm::default()
    };
    let call = Call::authorize(scenario.region(), &group("g1"), Direction::Ingress, &[form]);
    Arc::new(answer(&scenario, &call, &env(9)).unwrap().scenario)
}

fn in_both(content: impl Fn() -> Html) -> [String; 2] {
    Language::ALL.map(|language| draw(language, content()))
}

#[test]
fn a_rule_is_edited_with_what_it_says_now() {
    let scenario = rich();
    let own = Arc::clone(scenario.group(&group("g1")).unwrap());
    let form = || {
        html! {
            <RuleForm
                scenario={Arc::clone(&scenario)}
                group={Arc::clone(&own)}
                direction={Direction::Ingress}
                rule={Arc::clone(&own.rules[0])}
                first="first"
                onclose={Callback::noop()}
            />
        }
    };
    for (markup, save, label) in in_both(form)
        .iter()
        .zip([("Save", "Edit rule "), ("保存", "编辑规则：")])
        .map(|(markup, (save, label))| (markup, save, label))
    {
        for value in
            ["7", "443/443", "192.0.2.0/24", "1024/65535", "10.0.0.11/32", "from the office"]
        {
            assert!(values(markup, "value").contains(&value), "{value} in {markup}");
        }
        assert!(words(markup).contains(save), "{}", words(markup));
        assert!(values(markup, "aria-label")[0].starts_with(label));
        assert!(markup.contains("<details open"), "a quintuple rule shows its fields: {markup}");
        assert!(!markup.contains("api-error"), "an unchanged rule makes no call");
        for chip in ["SSH 22", "RDP 3389", "PostgreSQL 5432", "Redis 6379", "ICMP"] {
            assert!(words(markup).contains(chip));
        }
        assert!(words(markup).contains("shop") || scenario.groups().all(|g| g.vpc == main_vpc()));
    }
}

#[test]
fn a_rule_shows_both_sides_and_can_be_edited_and_deleted() {
    let scenario = rich();
    let own = Arc::clone(scenario.group(&group("g1")).unwrap());
    let table = || {
        html! {
            <RuleTable scenario={Arc::clone(&scenario)} group={Arc::clone(&own)} direction={Direction::Ingress} lit={None::<RuleId>} shown={None::<RuleId>} />
        }
    };
    let [english, chinese] = in_both(table);
    let row = words(english.split("<tbody>").nth(1).unwrap());
    let expected =
        "Allow Accept 7 TCP 1024/65535 → 443/443 192.0.2.0/24 → 10.0.0.11/32 from the office";
    assert!(row.starts_with(expected), "{row}");
    let names = |markup: &str| -> Vec<String> {
        let labels = values(markup, "aria-label");
        labels.iter().map(|label| label.split([' ', '：']).next().unwrap().to_owned()).collect()
    };
    assert_eq!(names(&english), ["Edit", "Delete"]);
    assert_eq!(names(&chinese), ["编辑规则", "删除规则"]);
}

#[test]
fn a_group_is_named_and_described_in_place() {
    let scenario = rich();
    let own = scenario.group(&group("g2")).unwrap();
    let form = || {
        html! {
            <AttributesForm scenario={Arc::clone(&scenario)} group={Arc::clone(own)} first="first" onclose={Callback::noop()} />
        }
    };
    let [english, chinese] = in_both(form);
    assert_eq!(words(&english), "Name Description Save Cancel");
    assert_eq!(words(&chinese), "名称 描述 保存 取消");
    assert_eq!(values(&english, "value"), ["G2", ""]);
    assert_eq!(values(&english, "id"), ["first", "first-words"]);
}

#[test]
fn a_new_group_can_lie_in_any_vpc() {
    let form = |scenario: Arc<Scenario>| move || html! { <GroupForm scenario={Arc::clone(&scenario)} name="g" onclose={Callback::noop()} /> };
    let [english, chinese] = in_both(form(rich()));
    assert!(words(&english).contains("VPC main shop"), "{}", words(&english));
    assert!(words(&chinese).contains("专有网络 main shop"), "{}", words(&chinese));
    let one = in_both(form(Arc::new(first_scenario())));
    assert!(!words(&one[0]).contains("VPC"), "with one VPC there is no choice");
    let none = Scenario::new(ScenarioDraft::empty(first_scenario().region().clone())).unwrap();
    let [english, chinese] = in_both(form(Arc::new(none)));
    assert_eq!(words(&english), "No VPC yet. Security groups and instances need one.");
    assert_eq!(words(&chinese), "还没有专有网络，安全组和实例都需要它。");
}

#[test]
fn the_outside_the_lists_and_the_vpcs_are_lines_that_open() {
    let scenario = rich();
    let closed = || html! { <Outside scenario={Arc::clone(&scenario)} /> };
    assert_eq!(in_both(closed).map(|m| words(&m)), ["External addresses 1", "外部地址 1"]);
    let outside = || html! { <Outside scenario={Arc::clone(&scenario)} open=true /> };
    let said = in_both(outside).map(|markup| words(&markup));
    assert_eq!(said[0], "External addresses 1 internet 198.51.100.7/32 ✎ × + external address");
    assert_eq!(said[1], "外部地址 1 公网 internet 198.51.100.7/32 ✎ × + 外部地址");
    let lists = || html! { <PrefixLists scenario={Arc::clone(&scenario)} open=true /> };
    let said = in_both(lists).map(|markup| words(&markup));
    assert!(said[0].contains("1 of 7 entries") && said[0].contains("192.0.2.0/24"), "{}", said[0]);
    assert!(said[1].contains("1 / 7 个条目"), "{}", said[1]);
    let vpcs = || html! { <Vpcs scenario={Arc::clone(&scenario)} open=true /> };
    let markup = in_both(vpcs);
    let said = words(&markup[0]);
    assert!(said.contains("shop 172.16.0.0/12 · fd00:2::/56"), "{said}");
    assert!(said.contains("main ↔ shop not connected connected"), "{said}");
    assert!(said.contains("shop: SNAT for Internet access yes no unknown"), "{said}");
    // SNAT of main, which has none, and of shop, of which nobody said; then the route.
    let pressed = values(&markup[0], "aria-pressed");
    let expected = ["false", "true", "false", "false", "false", "true", "true", "false"];
    assert_eq!(pressed, expected);
    assert!(words(&markup[1]).contains("main ↔ shop 未连通 已连通"), "{}", words(&markup[1]));
}

#[test]
fn forms_of_the_topology_begin_with_what_is_and_stay_silent_until_tried() {
    let scenario = rich();
    let list = scenario.parts().prefix_lists.values().next().unwrap();
    let vpc = scenario.vpc(&main_vpc()).unwrap();
    let forms: [(Html, &[&str]); 4] = [
        (
            html! { <OutsideForm scenario={Arc::clone(&scenario)} name="f" onclose={Callback::noop()} /> },
            &["", ""],
        ),
        (
            html! { <OutsideForm scenario={Arc::clone(&scenario)} own={scenario.outside()[0].clone()} name="f" onclose={Callback::noop()} /> },
            &["internet", "198.51.100.7/32"],
        ),
        (
            html! { <PrefixListForm scenario={Arc::clone(&scenario)} own={Arc::clone(list)} name="f" onclose={Callback::noop()} /> },
            &["offices", "192.0.2.0/24"],
        ),
        (
            html! { <VpcForm scenario={Arc::clone(&scenario)} own={Arc::clone(vpc)} name="f" onclose={Callback::noop()} /> },
            &["main", "10.0.0.0/16"],
        ),
    ];
    for (form, expected) in forms {
        for language in Language::ALL {
            let markup = draw(language, form.clone());
            assert_eq!(values(&markup, "value"), expected);
            assert!(!markup.contains("api-error"), "{}", words(&markup));
            assert_eq!(values(&markup, "id")[0], "f", "the focus goes to the first field");
        }
    }
}

#[test]
fn an_address_that_is_none_is_said_beside_its_field() {
    let scenario = rich();
    let draft = InterfaceDraft {
        groups: vec![group("g1")],
        addresses: "10.0.0.300".to_owned(),
        public: String::new(),
    };
    let (about, error) = draft.wanted().unwrap_err();
    assert_eq!(error.to_string(), "`10.0.0.300` is not an IP address");
    let fields = || {
        html! {
            <InterfaceFields
                scenario={Arc::clone(&scenario)}
                draft={draft.clone()}
                onchange={Callback::noop()}
                wrong={Some((about, sg_playground::component::kit::error_line::FieldError::Topology("wrong".into())))}
                name="eni"
            />
        }
    };
    for markup in in_both(fields) {
        assert_eq!(values(&markup, "aria-describedby"), ["eni-private-error"]);
        assert_eq!(values(&markup, "aria-invalid"), ["true", "false"]);
        assert!(markup.contains("id=\"eni-private-error\""));
        assert!(values(&markup, "placeholder")[0].contains("10.0.0.14"), "the next unused address");
    }
}

#[test]
fn a_new_instance_asks_for_its_groups_first() {
    let scenario = rich();
    let form = || html! { <InstanceForm scenario={Arc::clone(&scenario)} name="i" onclose={Callback::noop()} /> };
    let [english, chinese] = in_both(form);
    assert!(
        words(&english).contains("Private IP addresses Public IP address"),
        "{}",
        words(&english)
    );
    assert!(words(&english).contains("G1 · main"), "with several VPCs, groups show theirs");
    assert!(words(&chinese).contains("私网 IP 地址 公网 IP 地址"), "{}", words(&chinese));
    assert_eq!(values(&english, "value")[0], "ecs4");
}

#[test]
fn instances_are_listed_as_far_as_they_are_looked_for() {
    let scenario = rich();
    let list = |find: &'static str| {
        let scenario = Arc::clone(&scenario);
        move || html! { <Instances scenario={Arc::clone(&scenario)} {find} open=true /> }
    };
    let all = words(&draw(Language::En, list("")()));
    assert!(
        all.starts_with("Instances 3 ecs1 10.0.0.11 · 203.0.113.11 · 10.0.9.1 · 10.0.9.2"),
        "{all}"
    );
    let one = words(&draw(Language::Zh, list("10.0.9.")()));
    assert!(one.starts_with("实例 1 ecs1"), "{one}");
}

#[test]
fn an_interface_that_is_attached_to_nothing_is_listed_below_the_instances() {
    let scenario = rich();
    let groups = [group("g2")];
    let call = Call::create_network_interface(scenario.region(), &main_vpc(), &groups, &[]);
    let scenario = Arc::new(answer(&scenario, &call, &env(9)).unwrap().scenario);
    let own = scenario.interfaces().find(|own| own.is_unattached()).unwrap().id.to_string();
    let list = || html! { <Instances scenario={Arc::clone(&scenario)} open=true /> };
    let [english, chinese] = in_both(list);
    let said = words(&english);
    let (_, rest) = said.split_once("Unattached network interfaces").unwrap();
    assert!(rest.contains(&own) && rest.contains("G2"), "{rest}");
    assert!(words(&chinese).contains("未绑定实例的弹性网卡"), "{}", words(&chinese));
    assert!(values(&english, "aria-label").contains(&format!("Delete {own}").as_str()));
    let before = words(&draw(Language::En, html! { <Instances scenario={rich()} open=true /> }));
    assert!(!before.contains("Unattached network interfaces"), "{before}");
}

#[test]
fn the_disputed_reading_is_a_switch_with_its_source() {
    let scenario = rich();
    let [english, chinese] =
        in_both(|| html! { <Readings scenario={Arc::clone(&scenario)} open=true /> });
    assert!(words(&english).contains("Sources disagree"), "{}", words(&english));
    assert!(words(&english).contains("S-19"), "{}", words(&english));
    assert!(words(&chinese).contains("文档说法不一"), "{}", words(&chinese));
    assert_eq!(values(&english, "aria-pressed"), ["true", "false"]);
}

#[test]
fn many_groups_are_lines_and_few_are_cards() {
    let pane = |count: usize| {
        let mut scenario = first_scenario();
        for number in 3..count {
            let edit = TopologyEdit::CreateManagedGroup {
                name: format!("G{}", number + 1),
                vpc: main_vpc(),
                group_type: GroupType::Basic(InnerAccessPolicy::Accept),
            };
            scenario = edit.apply(&scenario, &env(number as u64)).unwrap();
        }
        let history = Rc::new(History::new(Arc::new(scenario)));
        move || {
            html! {
                <GroupsPane history={Rc::clone(&history)} explanation={None::<Rc<_>>} shown={None::<RuleId>} />
            }
        }
    };
    let few = draw(Language::En, pane(3)());
    assert_eq!(few.matches("rules-area").count(), 3);
    let [many, chinese] = in_both(pane(100));
    assert_eq!(many.matches("<article").count(), 100);
    assert_eq!(many.matches("rules-area").count(), 0, "only the rows are rendered");
    assert!(
        words(&many).contains("G1 basic Members of G1: ecs1, ecs2 Accept Drop"),
        "{}",
        &words(&many)[..600]
    );
    assert!(words(&chinese).contains("ecs1、ecs2"));
    let elements = many.matches('<').count() - many.matches("</").count();
    assert!(elements < 1_500, "{elements} elements");
}

#[test]
fn a_button_that_edits_says_what_it_does() {
    let release =
        TopologyEdit::ReleaseInstance { instance: InstanceId::parse("i-bp1ecs1").unwrap() };
    let edit = Edit::Topology(release);
    let button = || html! { <EditButton edit={edit.clone()} class="icon" label="Release ecs1">{"×"}</EditButton> };
    for markup in in_both(button) {
        assert_eq!(values(&markup, "aria-label"), ["Release ecs1"]);
        assert_eq!(values(&markup, "title"), ["Release ecs1"]);
    }
}

#[test]
fn a_topology_edit_that_is_not_possible_is_said_in_the_readers_language() {
    let scenario = rich();
    let delete = TopologyEdit::Vpc(VpcEdit::Delete { vpc: main_vpc() });
    let history = History::new(scenario).with(Edit::Topology(delete), env(3));
    let drawn = Language::ALL.map(|language| {
        let reachability = sg_playground::derived::Reachability::new(
            history.scenario(),
            history.scenario_before(),
            None,
            sg_core::connectivity::PacketChoice::All,
            sg_core::connectivity::CheckedDirections::Both,
        );
        let strip = html! {
            <sg_playground::component::pairs::change_strip::ChangeStrip
                history={Rc::new(history.clone())}
                reachability={Rc::new(reachability)}
                preview={None::<Edit>}
            />
        };
        words(&draw(language, strip))
    });
    let english = "“Delete VPC main” was rejected: In use by G1, G2, G3. Nothing changed.";
    assert_eq!(drawn[0], english);
    assert_eq!(drawn[1], "“删除专有网络 main”被拒绝：G1、G2、G3 仍在使用。没有任何变化。");
}

#[test]
fn a_group_with_many_members_draws_some_of_them() {
    let mut scenario = first_scenario();
    for number in 0..300_u64 {
        let into = if number % 2 == 0 { "g1" } else { "g2" };
        let interface = NewInterface { groups: vec![group(into)], ..NewInterface::default() };
        let edit = TopologyEdit::CreateInstance {
            name: format!("n{number}"),
            interfaces: vec![interface],
        };
        scenario = edit.apply(&scenario, &env(1_000 + number)).unwrap();
    }
    let history = Rc::new(History::new(Arc::new(scenario)));
    let pane = || {
        html! {
            <GroupsPane history={Rc::clone(&history)} explanation={None::<Rc<_>>} shown={None::<RuleId>} />
        }
    };
    let [english, chinese] = in_both(pane);
    assert!(words(&english).contains("112 more"), "152 members, 40 of them rendered");
    assert!(words(&chinese).contains("还有 112 个"));
    // Of the 301 interfaces that are not in G3, the list offers two hundred.
    assert!(words(&english).contains("101 more: add them from the instance list"));
    assert_eq!(english.matches("<li class=\"chip\"").count(), 40 + 40 + 2);
}

#[test]
fn moving_an_instance_to_a_group_is_offered_first_and_shown_as_one_call() {
    let scenario = Arc::new(first_scenario());
    let ecs1 = NetworkInterfaceId::parse("eni-bp1ecs1").unwrap();
    let moving = set_groups_call(&scenario, &ecs1, [&group("g3")]);
    for language in Language::ALL {
        let state = State::new(Arc::clone(&scenario), View::new(language, Theme::System));
        let state = Rc::new(state);
        let markup = page(&state);
        let list = markup.split_once("id=\"join-sg-bp1g3\"").unwrap().1;
        let list = list.split_once("</select>").unwrap().0;
        let labels: Vec<&str> =
            tags(list, "optgroup").into_iter().filter_map(|tag| attribute(tag, "label")).collect();
        assert!(labels[0].contains("ModifyInstanceAttribute"), "{labels:?}");
        assert!(labels[1].contains("JoinSecurityGroup"), "{labels:?}");
        assert_eq!(values(list, "value"), ["", "=eni-bp1ecs1", "eni-bp1ecs1"]);

        let moved = state.reduce(Action::Edit(Edit::Call(moving.clone()), env(1)));
        let markup = page(&moved);
        let url = markup.split_once("id=\"request-url\"").unwrap().1;
        let url = words(url.split_once("</code>").unwrap().0.split_once('>').unwrap().1);
        let wanted =
            "Action=ModifyInstanceAttribute&InstanceId=i-bp1ecs1&SecurityGroupIds.1=sg-bp1g3&";
        assert!(url.replace(' ', "").contains(wanted), "{url}");
        let groups = &moved.scenario().interface(&ecs1).unwrap().groups;
        assert_eq!(groups.iter().collect::<Vec<_>>(), [&group("g3")]);
    }
}
