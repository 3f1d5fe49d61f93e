//! Native rendering of components, in both languages, without a browser.

use std::rc::Rc;
use std::sync::Arc;

use sg_core::connectivity::{CheckedDirections, End, PacketChoice};
use sg_core::emulator::{Action as Operation, Call, Env, answer, error_rows};
use sg_core::history::{Edit, NewInterface, TopologyEdit};
use sg_core::language::Language;
use sg_core::lesson::first_scenario;
use sg_core::model::{
    GroupType, InnerAccessPolicy, NetworkInterfaceId, RegionId, Scenario, ScenarioDraft,
    SecurityGroup, SecurityGroupId, Timestamp, VpcId,
};
use sg_playground::component::answer::why::why;
use sg_playground::component::groups::card::{GroupCard, GroupCardProps};
use sg_playground::component::groups::policy_switch::{PolicySwitch, PolicySwitchProps};
use sg_playground::component::groups::rule_table::{RuleTable, RuleTableProps};
use sg_playground::component::pairs::matrix::MatrixGrid;
use sg_playground::component::pairs::matrix::props::MatrixGridProps;
use sg_playground::component::request::bar::{RequestBar, RequestBarProps};
use sg_playground::component::request::drawer::{Drawer, DrawerProps};
use sg_playground::derived::{Reachability, prediction_env};
use sg_playground::state::{Action, DrawerTab, RequestEdit, Selection, State, Theme, View};
use yew::Reducible;
use yew::prelude::*;

use crate::drawn::{attribute, draw, page, session, tags, words};

fn group(name: &str) -> SecurityGroupId {
    SecurityGroupId::parse(&format!("sg-bp1{name}")).unwrap()
}

fn end(number: u8) -> End {
    End::Interface(NetworkInterfaceId::parse(&format!("eni-bp1ecs{number}")).unwrap())
}

fn region() -> RegionId {
    first_scenario().region().clone()
}

fn opened(language: Language) -> Rc<State> {
    Rc::new(State::new(Arc::new(first_scenario()), View::new(language, Theme::System)))
}

fn done(state: Rc<State>, edit: Edit) -> Rc<State> {
    let number = state.history.steps().len() as u64 + 1;
    let env = Env { now: Timestamp::from_unix_seconds(1_800_000_000), entropy: number };
    state.reduce(Action::Edit(edit, env))
}

fn flip(name: &str, policy: InnerAccessPolicy) -> Edit {
    Edit::Call(Call::modify_security_group_policy(&region(), &group(name), policy))
}

fn switch(group: &Arc<SecurityGroup>, language: Language) -> Vec<(String, String)> {
    let props = PolicySwitchProps { region: region(), group: Arc::clone(group) };
    let markup = draw(language, html! { <PolicySwitch ..props /> });
    let names = words(&markup);
    let buttons = tags(&markup, "button");
    assert_eq!(buttons.len(), 2);
    let pressed = buttons.iter().map(|tag| attribute(tag, "aria-pressed").unwrap().to_owned());
    names.split(' ').map(str::to_owned).zip(pressed).collect()
}

#[test]
fn the_switch_presses_the_policy_in_force() {
    let scenario = first_scenario();
    let pressed = |name: &str, language| switch(scenario.group(&group(name)).unwrap(), language);
    let pair = |accept: &str, drop: &str| {
        vec![("Accept".to_owned(), accept.to_owned()), ("Drop".to_owned(), drop.to_owned())]
    };
    for language in Language::ALL {
        assert_eq!(pressed("g1", language), pair("false", "true"));
        assert_eq!(pressed("g2", language), pair("true", "false"));
    }
}

#[test]
fn the_switch_names_its_group() {
    let scenario = first_scenario();
    let props = || PolicySwitchProps {
        region: region(),
        group: scenario.group(&group("g1")).unwrap().clone(),
    };
    let name = |language| {
        let markup = draw(language, html! { <PolicySwitch ..props() /> });
        attribute(tags(&markup, "div")[0], "aria-label").unwrap().to_owned()
    };
    assert_eq!(name(Language::En), "Intra-group connectivity policy of G1");
    assert_eq!(name(Language::Zh), "G1 的组内连通策略");
}

#[test]
fn the_matrix_is_a_table_that_can_be_heard() {
    let state = done(opened(Language::En), flip("g2", InnerAccessPolicy::Drop));
    let history = &state.history;
    let reachability = Rc::new(Reachability::new(
        history.scenario(),
        history.scenario_before(),
        None,
        PacketChoice::All,
        CheckedDirections::Both,
    ));
    let markup = |language| {
        let props = MatrixGridProps {
            reachability: Rc::clone(&reachability),
            selection: Some(Selection { from: end(1), to: end(2) }),
        };
        draw(language, html! { <MatrixGrid ..props /> })
    };
    let english = markup(Language::En);
    let cells = tags(&english, "button");
    assert_eq!(cells.len(), 16, "three instances and the Internet");
    let labels: Vec<&str> = cells.iter().map(|tag| attribute(tag, "aria-label").unwrap()).collect();
    assert_eq!(labels[1], "From ecs1 to ecs2: blocked (just blocked)");
    assert_eq!(labels[6], "From ecs2 to ecs3: all");
    assert_eq!(labels[0], "ecs1 to itself: not filtered");
    let stops: Vec<usize> =
        (0..16).filter(|place| attribute(cells[*place], "tabindex") == Some("0")).collect();
    assert_eq!(stops, [1], "one tab stop, the selected cell");
    let scopes = |scope| {
        tags(&english, "th").iter().filter(|tag| attribute(tag, "scope") == Some(scope)).count()
    };
    assert_eq!((scopes("col"), scopes("row")), (5, 4));
    let chinese = markup(Language::Zh);
    let label = attribute(tags(&chinese, "button")[1], "aria-label").unwrap();
    assert_eq!(label, "从 ecs1 到 ecs2：不通（刚刚阻断）");
}

#[test]
fn the_reason_names_the_group_that_decides() {
    let history = opened(Language::En).history.clone();
    let shared = history.scenario();
    let choice = PacketChoice::All;
    let seen = Reachability::new(shared, shared, None, choice, CheckedDirections::Both);
    let chosen = Selection { from: end(1), to: end(2) };
    for language in Language::ALL {
        let why = seen.explanation(shared, &chosen, language).unwrap();
        let markup = draw(language, self::why(&session(language), Some(&why)));
        let deciding = markup.split("<li class=\"decides\">").nth(1).unwrap();
        let deciding = words(deciding.split("</li>").next().unwrap());
        assert!(deciding.contains("G2") && deciding.contains("Accept"), "{deciding}");
        assert!(
            markup.contains("<span aria-hidden=\"true\" class=\"badge pass\">✓"),
            "a glyph is not read out: {markup}"
        );
    }
    let none = draw(Language::Zh, why(&session(Language::Zh), None));
    assert_eq!(words(&none), "选择一个单元格查看原因。");
}

#[test]
fn a_card_says_what_holds_without_rules_and_shows_its_refusal() {
    let scenario = Arc::new(first_scenario());
    let call = Call::new(
        Operation::ModifySecurityGroupPolicy,
        [
            ("RegionId", "cn-hangzhou"),
            ("SecurityGroupId", "sg-bp1g1"),
            ("InnerAccessPolicy", "Maybe"),
        ],
    );
    let refusal = answer(&scenario, &call, &prediction_env()).unwrap_err();
    let card = |language, refusal| {
        let props = GroupCardProps {
            scenario: Arc::clone(&scenario),
            group: Arc::clone(scenario.group(&group("g1")).unwrap()),
            refusal,
            lit: None,
            shown: None,
            decides: true,
            open: true,
            onfold: Callback::noop(),
            members: None,
            beside: None,
        };
        draw(language, html! { <GroupCard ..props /> })
    };
    let refused = card(Language::En, Some(refusal));
    let said = words(&refused);
    assert!(said.contains("400 InvalidPolicy.Malformed"), "{said}");
    assert!(
        said.contains("The Policy is invalid. Only 'Accept' and 'Drop' are supported."),
        "{said}"
    );
    assert!(refused.contains("class=\"group decides\""));
    let calm = card(Language::Zh, None);
    assert!(!calm.contains("api-error"));
    assert!(words(&calm).contains("组内隔离"), "{}", words(&calm));
    let label = |name: &str| calm.contains(&format!("aria-label=\"{name}\""));
    assert!(label("G1 的成员") && label("将 ecs1 移出 G1") && label("删除 G1"));
}

#[test]
fn a_collapsed_card_is_drawn_anew_only_if_it_shows_something_else() {
    let before = Arc::new(first_scenario());
    let edited = |edit: fn(&mut ScenarioDraft)| Arc::new(before.edited(edit).unwrap());
    let card = |scenario: &Arc<Scenario>, open: bool, members: &str| GroupCardProps {
        scenario: Arc::clone(scenario),
        group: Arc::clone(scenario.group(&group("g1")).unwrap()),
        refusal: None,
        lit: None,
        shown: None,
        decides: false,
        open,
        onfold: Callback::noop(),
        members: Some(AttrValue::from(members.to_owned())),
        beside: None,
    };
    let elsewhere = edited(|draft| {
        Arc::make_mut(draft.groups.last_mut().unwrap().1).name = "other".to_owned();
    });
    let here = edited(|draft| {
        Arc::make_mut(draft.groups.first_mut().unwrap().1).name = "other".to_owned();
    });
    let around = edited(|draft| {
        Arc::make_mut(draft.vpcs.first_mut().unwrap().1).name = "other".to_owned();
    });
    let same = |other: &Arc<Scenario>, open: bool, members: &str| {
        let onfold = Callback::noop();
        let own = GroupCardProps { onfold: onfold.clone(), ..card(&before, open, "ecs1") };
        own == GroupCardProps { onfold, ..card(other, open, members) }
    };
    assert!(same(&elsewhere, false, "ecs1"));
    // An open card names what its rules refer to, and its forms act on the scenario.
    assert!(!same(&elsewhere, true, "ecs1"));
    assert!(!same(&elsewhere, false, "ecs1, ecs2"));
    assert!(!same(&here, false, "ecs1"));
    assert!(!same(&around, false, "ecs1"));
}

#[test]
fn a_rule_stands_in_the_columns_of_the_console() {
    let add = Call::new(
        Operation::AuthorizeSecurityGroup,
        [
            ("RegionId", "cn-hangzhou"),
            ("SecurityGroupId", "sg-bp1g1"),
            ("Permissions.1.IpProtocol", "TCP"),
            ("Permissions.1.PortRange", "80/443"),
            ("Permissions.1.SourceCidrIp", "0.0.0.0/0"),
            ("Permissions.1.Policy", "drop"),
            ("Permissions.1.Priority", "7"),
            ("Permissions.1.Description", "<b>not markup</b>"),
        ],
    );
    let scenario = answer(&first_scenario(), &add, &prediction_env()).unwrap().scenario;
    let scenario: Arc<Scenario> = Arc::new(scenario);
    let owner = Arc::clone(scenario.group(&group("g1")).unwrap());
    let rule = owner.rules[0].id.clone();
    let table = |language| {
        let props = RuleTableProps {
            scenario: Arc::clone(&scenario),
            group: Arc::clone(&owner),
            direction: sg_core::model::Direction::Ingress,
            lit: Some(rule.clone()),
            shown: None,
        };
        draw(language, html! { <RuleTable ..props /> })
    };
    let english = table(Language::En);
    let row = words(english.split("<tbody>").nth(1).unwrap());
    assert!(row.starts_with("Deny Drop 7 TCP 80/443 0.0.0.0/0 <b>not markup</b>"), "{row}");
    assert!(!english.contains("<b>not"), "text is escaped");
    assert!(english.contains("class=\"lit\""));
    let chinese = words(&table(Language::Zh));
    let head =
        "授权策略 优先级 协议类型 端口 授权对象（访问来源） 描述 操作 拒绝 Drop 7 TCP 80/443";
    assert!(chinese.starts_with(head), "{chinese}");
}

fn request_bar(language: Language, call: &Call, sent: bool) -> String {
    let outcome = answer(&first_scenario(), call, &prediction_env()).map(|answer| answer.reply);
    let props = RequestBarProps {
        call: call.clone(),
        outcome,
        sent,
        drawer: None,
        steps: 0,
        problems: Some(0),
        goals: None,
        onsend: Callback::noop(),
    };
    words(&draw(language, html! { <RequestBar ..props /> }))
}

#[test]
fn the_request_bar_prints_the_url_and_the_outcome() {
    let call = Call::modify_security_group_policy(&region(), &group("g2"), InnerAccessPolicy::Drop);
    let english = request_bar(Language::En, &call, true);
    let url = english.replace(' ', "");
    let expected = "https://ecs.aliyuncs.com/?Action=ModifySecurityGroupPolicy&RegionId=cn-hangzhou\
                    &SecurityGroupId=sg-bp1g2&InnerAccessPolicy=Drop&<Commonrequestparameters>";
    assert!(url.starts_with(expected), "{url}");
    assert!(english.contains("returned 200 OK"), "{english}");
    let mut wrong = call;
    wrong.params.set("SecurityGroupId", "sg-nobody");
    let chinese = request_bar(Language::Zh, &wrong, false);
    assert!(chinese.contains("<公共请求参数>"), "{chinese}");
    assert!(chinese.contains("将返回 404 InvalidSecurityGroupId.NotFound"), "{chinese}");
}

/// The drawer on a tab, for a call that sets a policy on a nonexistent group.
fn drawer(language: Language, tab: DrawerTab) -> String {
    let set = RequestEdit::Set(2, "Maybe".to_owned());
    let state = opened(language).reduce(Action::Request(set));
    let outcome =
        state.history.answer(&state.shown_call(), &prediction_env()).map(|answer| answer.reply);
    let props = DrawerProps {
        tab,
        scenario: Arc::clone(state.scenario()),
        request: state.request.clone(),
        outcome,
        sent: false,
        history: Rc::clone(&state.history),
        console: Rc::default(),
        view: state.view.clone(),
        hidden: false,
    };
    draw(language, html! { <Drawer ..props /> })
}

#[test]
fn the_error_cards_list_every_row_and_mark_the_one_that_comes() {
    for language in Language::ALL {
        let markup = drawer(language, DrawerTab::Errors);
        let cards: Vec<&str> = markup.split("<li").skip(1).collect();
        let documented = error_rows(Operation::ModifySecurityGroupPolicy);
        assert_eq!(documented.len(), 6);
        assert!(cards.len() >= 6, "{}", cards.len());
        for (card, expected) in cards.iter().zip(documented) {
            let said = words(&format!("<li{card}"));
            let start = format!("{} {}", expected.status, expected.code);
            assert!(said.starts_with(&start), "{said}");
            assert!(said.contains(expected.message), "{said}");
            assert!(said.contains(expected.cause.get(language)), "{said}");
            let marked = card.contains("aria-current=\"true\"");
            assert_eq!(marked, expected.code == "InvalidPolicy.Malformed", "{said}");
            let shown = card.contains("class=\"apply\"");
            assert!(shown, "each of the six can be triggered: {said}");
        }
    }
}

#[test]
fn the_error_stands_beside_its_parameter_and_in_the_reply() {
    let parameters = drawer(Language::En, DrawerTab::Request);
    let rows: Vec<&str> = parameters.split("class=\"param-row\"").skip(1).collect();
    assert_eq!(rows.len(), 3);
    for (place, row) in rows.iter().enumerate() {
        assert_eq!(row.contains("400 InvalidPolicy.Malformed"), place == 2, "{}", words(row));
        assert_eq!(row.contains("aria-invalid=\"true\""), place == 2);
    }
    let reply = words(&drawer(Language::En, DrawerTab::Request));
    assert!(reply.contains("\"Code\": \"InvalidPolicy.Malformed\""), "{reply}");
    assert!(reply.contains("<Code>InvalidPolicy.Malformed</Code>"), "{reply}");
}

/// The page with a history of everything: edits, a refusal, a managed group, the drawer open.
fn busy(language: Language, tab: DrawerTab) -> Rc<State> {
    let managed = TopologyEdit::CreateManagedGroup {
        name: "G4".to_owned(),
        vpc: VpcId::parse("vpc-bp1main").unwrap(),
        group_type: GroupType::Advanced,
    };
    let instance = TopologyEdit::CreateInstance {
        name: "ecs4".to_owned(),
        interfaces: vec![NewInterface { groups: vec![group("g3")], ..NewInterface::default() }],
    };
    let missing = Call::delete_security_group(&region(), &group("g1"));
    let edits = [
        Edit::Topology(managed),
        Edit::Topology(instance),
        Edit::Call(missing),
        flip("g2", InnerAccessPolicy::Drop),
    ];
    let state = edits.into_iter().fold(opened(language), done);
    let state = state.reduce(Action::Drawer(Some(tab)));
    state.reduce(Action::Shortcuts(true))
}

/// All visible or spoken text: text nodes, and attributes that are shown or read out.
fn said(markup: &str) -> Vec<String> {
    let mut said = Vec::new();
    let mut foreign = Vec::new();
    for part in markup.split('<').skip(1) {
        let (tag, text) = part.split_once('>').unwrap_or((part, ""));
        let name = tag.split([' ', '/']).find(|name| !name.is_empty()).unwrap_or_default();
        let void = tag.ends_with('/') || matches!(name, "input" | "br");
        if tag.starts_with('/') {
            foreign.pop();
        } else {
            for shown in ["aria-label", "title", "placeholder"] {
                said.extend(attribute(&format!("<{tag}"), shown).map(str::to_owned));
            }
            if !void {
                // Skip text marked as another language or as untranslatable: codes, messages, ids.
                let own = tag.contains(" translate=\"no\"") || tag.contains(" lang=\"en\"");
                foreign.push(own || name == "option" || name == "kbd");
            }
        }
        if !foreign.contains(&true) && !text.trim().is_empty() {
            said.push(words(text));
        }
    }
    said
}

fn is_chinese(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c)
}

/// Names and values that are the same in every language.
fn is_name(word: &str) -> bool {
    let name = |word: &str| {
        let first = word.chars().next();
        // `G1`, `AuthorizeSecurityGroup`, `TCP`, `S-01`, `Accept`; `ecs1`, `internet`, `sg-…`.
        first.is_none_or(char::is_uppercase)
            || word.chars().any(|c| c.is_ascii_digit())
            || word.contains('-')
            || word == "internet"
    };
    word.split(|c: char| !(c.is_ascii_alphanumeric() || c == '-')).all(name)
}

#[test]
fn the_chinese_page_leaves_no_sentence_untranslated() {
    for tab in DrawerTab::ALL {
        let markup = page(&busy(Language::Zh, tab));
        let said = said(&markup);
        assert!(said.len() > 100, "{} texts are read from the page", said.len());
        for text in said {
            let chinese = text.chars().any(is_chinese);
            let names = text.split_whitespace().all(is_name);
            let crossed = text == "Switch to English" || text == "English";
            assert!(chinese || names || crossed, "{tab:?}: not translated: {text}");
            let chars: Vec<char> = text.chars().collect();
            let half = |pair: &[char]| is_chinese(pair[0]) && ",;:!?".contains(pair[1]);
            let bracket = |three: &[char]| is_chinese(three[0]) && three[1..] == [' ', '('];
            let wrong = chars.windows(2).any(half) || chars.windows(3).any(bracket);
            assert!(!wrong, "{tab:?}: half-width punctuation: {text}");
        }
    }
}

#[test]
fn the_english_page_has_chinese_only_where_it_names_that_language() {
    for tab in DrawerTab::ALL {
        let markup = page(&busy(Language::En, tab));
        for text in said(&markup) {
            let chinese = text.chars().any(is_chinese);
            assert!(!chinese || text == "中文" || text == "切换到中文", "{tab:?}: {text}");
        }
    }
}

#[test]
fn the_page_stands_with_an_empty_scenario() {
    let scenario = first_scenario();
    let ids: Vec<_> = scenario.instances().map(|instance| instance.id.clone()).collect();
    let mut state = opened(Language::Zh);
    for instance in ids {
        state = done(state, Edit::Topology(TopologyEdit::ReleaseInstance { instance }));
    }
    for name in ["g1", "g2", "g3"] {
        state = done(state, Edit::Call(Call::delete_security_group(&region(), &group(name))));
    }
    assert_eq!(state.scenario().groups().len(), 0);
    let said = words(&page(&state));
    assert!(said.contains("还没有安全组，请先创建一个。"), "{said}");
}
