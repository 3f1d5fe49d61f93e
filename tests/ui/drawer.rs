//! The drawer: timeline, console, signing and problems, as reducer steps and as native markup.

use std::rc::Rc;
use std::sync::Arc;

use sg_core::connectivity::{CellState, CheckedDirections, PacketChoice};
use sg_core::emulator::{Action as Operation, Call};
use sg_core::history::{Edit, transitions};
use sg_core::language::Language;
use sg_core::lesson::first_scenario;
use sg_core::model::{InnerAccessPolicy, RegionId, SecurityGroupId, Timestamp};
use sg_core::request::endpoint::Endpoint;
use sg_core::request::signature::{Credentials, Signing, v3};
use sg_core::request::snippet::Tool;
use sg_core::request::workbench::{Bench, Hint, Scheme, StageKind, sign};
use sg_playground::component::request::drawer::signing::compare::comparison;
use sg_playground::component::request::drawer::{Drawer, DrawerProps};
use sg_playground::derived::prediction_env;
use sg_playground::state::{
    Action, ConsoleAnswer, DrawerHeight, DrawerTab, RequestEdit, RequestForm, State, Theme, View,
    completions, printed,
};
use sg_testing::environment::env;
use yew::prelude::*;

use crate::drawn::{attribute, draw, session, tags, words};

fn opened(language: Language) -> Rc<State> {
    Rc::new(State::new(Arc::new(first_scenario()), View::new(language, Theme::System)))
}

fn after(state: &Rc<State>, actions: impl IntoIterator<Item = Action>) -> Rc<State> {
    actions.into_iter().fold(Rc::clone(state), |state, action| state.reduce(action))
}

fn flip(name: &str, policy: InnerAccessPolicy) -> Action {
    let group = SecurityGroupId::parse(&format!("sg-bp1{name}")).unwrap();
    let call = Call::modify_security_group_policy(first_scenario().region(), &group, policy);
    Action::Edit(Edit::Call(call), env(1))
}

/// G2 cuts ecs1 off from ecs2, G3 does not affect them, G1 connects them again.
fn cut_and_mended(language: Language) -> Rc<State> {
    let (accept, drop) = (InnerAccessPolicy::Accept, InnerAccessPolicy::Drop);
    after(&opened(language), [flip("g2", drop), flip("g3", drop), flip("g1", accept)])
}

fn drawer(state: &State, tab: DrawerTab) -> String {
    let outcome =
        state.history.answer(&state.shown_call(), &prediction_env()).map(|answer| answer.reply);
    let props = DrawerProps {
        tab,
        scenario: Arc::clone(state.scenario()),
        request: state.request.clone(),
        outcome,
        sent: false,
        history: Rc::clone(&state.history),
        console: Rc::clone(&state.console),
        view: state.view.clone(),
        hidden: state.hidden_answer().is_some(),
    };
    draw(state.view.language, html! { <Drawer ..props /> })
}

fn typed(line: &str) -> Action {
    Action::RunConsoleLine(line.to_owned(), env(7))
}

#[test]
fn the_steps_that_turned_a_pair_are_found() {
    let state = cut_and_mended(Language::En);
    let pair = state.view.selection.clone().unwrap();
    let (all, both) = (PacketChoice::All, CheckedDirections::Both);
    let turns = transitions(&state.history, &pair.from, &pair.to, all, both);
    let seen: Vec<_> =
        turns.iter().map(|turn| (turn.state == Some(CellState::Pass), turn.changed)).collect();
    assert_eq!(seen, [(true, false), (false, true), (false, false), (true, true)]);
}

#[test]
fn scrubbing_goes_anywhere_and_restoring_loses_nothing() {
    let state = cut_and_mended(Language::En);
    let back = after(&state, [Action::Scrub(1)]);
    assert_eq!((back.history.position(), back.history.steps().len()), (1, 3));
    assert_eq!(after(&back, [Action::Scrub(99)]).history.position(), 3, "no further than the end");
    let restored = after(&back, [Action::Restore(env(2))]);
    assert_eq!((restored.history.position(), restored.history.steps().len()), (4, 4));
    assert_eq!(restored.scenario(), back.scenario());
    let undone = after(&restored, [Action::Undo]);
    assert_eq!(undone.scenario(), state.scenario(), "the undone restoration leads to step 3");
    // At the end of the log there is nothing to restore.
    assert_eq!(after(&state, [Action::Restore(env(2))]).history.steps().len(), 3);
}

#[test]
fn clearing_the_log_keeps_the_scenario() {
    let state = cut_and_mended(Language::En);
    let cleared = after(&state, [Action::ClearLog]);
    assert_eq!(cleared.history.steps().len(), 0);
    assert_eq!(cleared.scenario(), state.scenario());
    assert!(cleared.history.undo().is_none());
}

#[test]
fn the_timeline_says_which_step_changed_the_chosen_pair() {
    for language in Language::ALL {
        let markup = drawer(&cut_and_mended(language), DrawerTab::Timeline);
        let lines: Vec<&str> = markup.split("<li").skip(1).collect();
        assert_eq!(lines.len(), 4, "three steps and the start");
        let turned: Vec<bool> =
            lines.iter().map(|line| line.contains("class=\"turned\"")).collect();
        assert_eq!(turned, [true, false, true, false], "newest first");
        let said = words(&markup);
        let sentence = match language {
            Language::En => "ecs1 → ecs2 changed 2 times, most recently by “G1 → Accept”.",
            Language::Zh => "ecs1 → ecs2 改变过 2 次，最近一次由“将 G1 设为组内互通”引起。",
        };
        assert!(said.contains(sentence), "{said}");
        let slider = tags(&markup, "input")[0];
        assert_eq!(attribute(slider, "max"), Some("3"));
    }
}

#[test]
fn a_line_of_the_console_is_a_call_like_any_other() {
    let line = "aliyun ecs ModifySecurityGroupPolicy --RegionId cn-hangzhou \
                --SecurityGroupId sg-bp1g2 --InnerAccessPolicy Drop";
    let state = after(&opened(Language::En), [typed(line)]);
    assert_eq!((state.history.steps().len(), state.console.len()), (1, 1));
    let ConsoleAnswer::Called { step, .. } = &state.console[0].answer else { panic!() };
    let reply: serde_json::Value = serde_json::from_str(&printed(&step.outcome)).unwrap();
    assert!(reply["RequestId"].is_string(), "{reply}");
    let undone = after(&state, [Action::Undo]);
    assert_eq!(undone.console.len(), 1, "the console keeps the line as entered");
}

#[test]
fn what_is_pasted_behind_the_begun_line_is_run_command_by_command() {
    let flip = |group: &str| {
        format!(
            "aliyun ecs ModifySecurityGroupPolicy --RegionId cn-hangzhou \\\n  \
             --SecurityGroupId sg-bp1{group} --InnerAccessPolicy Drop"
        )
    };
    let create = "aliyun ecs CreateSecurityGroup --RegionId cn-hangzhou --VpcId vpc-bp1main";
    let pasted = format!("aliyun ecs $ {}\n{create}\n{create}\n", flip("g2"));
    for language in Language::ALL {
        let start = opened(language);
        // The field holds the begun line, and takes several.
        let markup = drawer(&start, DrawerTab::Console);
        let (_, field) = markup.split_once("<textarea").unwrap();
        let (field, _) = field.split_once("</textarea>").unwrap();
        assert!(
            field.contains("id=\"console-line\"") && field.ends_with(">aliyun ecs "),
            "{field}"
        );

        let state = after(&start, [typed(&pasted)]);
        assert_eq!((state.history.steps().len(), state.console.len()), (3, 3));
        let lines: Vec<&str> = state.console.iter().map(|entry| entry.line.as_str()).collect();
        assert_eq!(
            lines,
            [&*format!("$ {}", flip("g2")), create, create],
            "without the begun line"
        );
        assert_eq!(state.scenario().groups().len(), start.scenario().groups().len() + 2);
        let said = words(&drawer(&state, DrawerTab::Console));
        assert!(said.contains("--InnerAccessPolicy Drop") && said.contains("RequestId"), "{said}");
    }
    // One that cannot be read stops none of the others.
    let state = after(&opened(Language::En), [typed(&format!("aliyun ecs ;\n{}", flip("g1")))]);
    assert!(matches!(state.console[0].answer, ConsoleAnswer::Unread(_)));
    assert!(matches!(state.console[1].answer, ConsoleAnswer::Called { .. }));
}

#[test]
fn a_refusal_is_printed_as_the_command_line_tool_prints_it() {
    let line = "aliyun ecs DeleteSecurityGroup --RegionId cn-hangzhou --SecurityGroupId sg-nobody";
    let state = after(&opened(Language::En), [typed(line)]);
    let ConsoleAnswer::Called { step, .. } = &state.console[0].answer else { panic!() };
    let printed = printed(&step.outcome);
    let lines: Vec<&str> = printed.lines().collect();
    assert_eq!(lines[..2], ["ERROR: SDK.ServerError", "ErrorCode: InvalidSecurityGroup.NotFound"]);
    assert!(lines[4].starts_with("Message: "), "{printed}");
}

#[test]
fn a_line_that_cannot_be_read_calls_nothing_and_says_where() {
    for language in Language::ALL {
        let state = after(&opened(language), [typed("aliyun ecs DescribeRegions | rm -rf /")]);
        assert_eq!(state.history.steps().len(), 0);
        let ConsoleAnswer::Unread(error) = &state.console[0].answer else { panic!() };
        assert_eq!(error.column, 28);
        let said = words(&drawer(&state, DrawerTab::Console));
        assert!(said.contains(&error.say(language)), "{said}");
        assert!(
            said.contains("$ aliyun ecs DescribeRegions | rm -rf /"),
            "nothing is lost: {said}"
        );
    }
}

#[test]
fn a_line_can_be_completed_word_by_word() {
    let scenario = first_scenario();
    let offered = |line: &str| -> Vec<String> {
        completions(line, &scenario).into_iter().map(|offer| offer.word).collect()
    };
    assert_eq!(offered("al"), ["aliyun"]);
    assert_eq!(offered("aliyun ecs modifysecuritygroupp"), ["ModifySecurityGroupPolicy"]);
    let flags = offered("aliyun ecs ModifySecurityGroupPolicy --RegionId cn-hangzhou --");
    assert!(flags.contains(&"--SecurityGroupId".to_owned()), "{flags:?}");
    assert!(!flags.contains(&"--RegionId".to_owned()), "the flag is already present: {flags:?}");
    let ids = offered("aliyun ecs ModifySecurityGroupPolicy --SecurityGroupId ");
    assert_eq!(ids, ["sg-bp1g1", "sg-bp1g2", "sg-bp1g3"]);
    assert_eq!(
        offered("aliyun ecs ModifySecurityGroupPolicy --InnerAccessPolicy D"),
        ["Drop"],
        "operations are case-insensitive"
    );
    assert_eq!(offered("Action=DescribeRegions"), Vec::<String>::new());
}

#[test]
fn every_stage_of_a_signature_is_shown_with_demo_keys_only() {
    for language in Language::ALL {
        let markup = drawer(&opened(language), DrawerTab::Signing);
        let stages: Vec<String> = markup.split("<pre").skip(1).map(words_of_stage).collect();
        assert_eq!(stages.len(), 6);
        assert!(stages[1].contains("AccessKeyId=testid&Action=ModifySecurityGroupPolicy"));
        assert!(stages[2].starts_with("GET&%2F&AccessKeyId%3Dtestid%26"), "{}", stages[2]);
        assert!(stages[5].starts_with("GET https://ecs.aliyuncs.com/?Action="), "{}", stages[5]);
        assert!(!markup.contains("testsecret"), "the markup must not contain the secret");
        let password = tags(&markup, "input")
            .into_iter()
            .find(|tag| attribute(tag, "type") == Some("password"))
            .unwrap();
        assert_eq!(attribute(password, "autocomplete"), Some("off"));
        assert_eq!(attribute(password, "value"), None, "the markup must not contain the secret");
    }
}

#[test]
fn a_refused_signature_is_compared_line_by_line_and_uncut() {
    let name = "a-name-that-is-much-longer-than-what-a-message-repeats-of-it".repeat(2);
    let region = RegionId::parse("cn-hangzhou").unwrap();
    let credentials = Credentials::demo();
    let timestamp = Timestamp::from_unix_seconds(1_704_067_200);
    let signing = Signing { credentials: &credentials, timestamp, nonce: "nonce-1" };
    let call = Call::new(Operation::CreateSecurityGroup, [("SecurityGroupName", name.as_str())]);
    let signed = |scheme| sign(&call, scheme, Endpoint::Region(&region), &signing);
    let said = |language, bench: &Bench, message: &str| {
        draw(language, comparison(&session(language), &bench.compare(message)))
    };
    // Version 3: the service repeats the canonical request; here it read another method and host.
    let bench = signed(Scheme::V3);
    let request = bench.stage(StageKind::CanonicalRequest).unwrap();
    let theirs = request.replacen("POST\n", "GET\n", 1).replacen("=a-name", "=b-name", 1);
    let (ours, other) = (request.lines().nth(2).unwrap(), theirs.lines().nth(2).unwrap());
    let message = format!(
        "Specified signature does not match our calculation. server StringToSign is [{}] server \
         CanonicalRequest is [{theirs}]",
        v3::string_to_sign(&theirs)
    );
    for language in Language::ALL {
        let markup = said(language, &bench, &message);
        let numbers: Vec<_> =
            tags(&markup, "li").into_iter().map(|tag| attribute(tag, "value").unwrap()).collect();
        assert_eq!(numbers, ["1", "3"], "the lines that differ, by their numbers");
        let lines: Vec<String> = markup
            .split_once("canonical-lines")
            .unwrap()
            .1
            .split("<dd")
            .skip(1)
            .map(|line| line.split_once('>').unwrap().1.split("</dd>").next().unwrap().to_owned())
            .collect();
        let escaped = |line: &str| line.replace('&', "&amp;");
        assert_eq!(lines, ["POST", "GET", &escaped(ours), &escaped(other)], "nothing is cut");
    }
    // Version 1.0: one string, as ECS words it and as other products do.
    let bench = signed(Scheme::V1Get);
    let string = bench.string_to_sign();
    let theirs = string.replacen("GET&", "POST&", 1);
    for start in [
        "The request signature does not conform to Aliyun standards. server string to sign is:",
        "Specified signature is not matched with our calculation. server string to sign is:",
    ] {
        let same = words(&said(Language::En, &bench, &format!("{start}{string}")));
        assert_eq!(same.trim(), "Identical.");
        let markup = said(Language::En, &bench, &format!("{start}{theirs}"));
        let sentence = format!("They differ from byte 1 on. {}", Hint::Method.say(Language::En));
        assert!(words(&markup).contains(&sentence), "{}", words(&markup));
        assert!(!markup.contains("canonical-lines"), "version 1.0 has no canonical request");
    }
}

fn words_of_stage(markup: &str) -> String {
    let body = markup.split_once('>').unwrap().1;
    words(body.split("</pre>").next().unwrap())
}

#[test]
fn problems_say_where_they_are_and_offer_a_fix() {
    let open = "aliyun ecs AuthorizeSecurityGroup --RegionId cn-hangzhou --SecurityGroupId \
                sg-bp1g1 --Permissions.1.IpProtocol TCP --Permissions.1.PortRange 22/22 \
                --Permissions.1.SourceCidrIp 0.0.0.0/0";
    for language in Language::ALL {
        let state = after(&opened(language), [typed(open)]);
        let markup = drawer(&state, DrawerTab::Problems);
        let said = words(&markup);
        assert!(said.contains("open-to-the-world"), "{said}");
        assert!(markup.contains("class=\"apply\""), "a fix is offered: {said}");
        let empty = words(&drawer(&opened(language), DrawerTab::Problems));
        let none = match language {
            Language::En => "No problems found in this scenario.",
            Language::Zh => "此场景没有发现问题。",
        };
        assert!(empty.contains(none), "{empty}");
    }
}

#[test]
fn the_drawer_grows_and_shrinks_in_steps() {
    let state = after(&opened(Language::En), [Action::Resize(DrawerHeight::High)]);
    let markup = drawer(&state, DrawerTab::Problems);
    assert!(markup.contains("class=\"drawer high\""));
    let taller = tags(&markup, "button").into_iter().next().unwrap();
    assert!(taller.contains("disabled"), "it cannot grow further: {taller}");
    for height in [DrawerHeight::Low, DrawerHeight::Middle, DrawerHeight::High] {
        assert_eq!(DrawerHeight::from_word(height.word()), height);
        assert_eq!(height.taller().and_then(DrawerHeight::lower), height.taller().map(|_| height));
    }
}

#[test]
fn an_edited_request_is_signed_as_it_stands() {
    let set = Action::Request(RequestEdit::Set(2, "Maybe & more".to_owned()));
    let state = after(&opened(Language::En), [set]);
    let said = words(&drawer(&state, DrawerTab::Signing));
    assert!(said.contains("InnerAccessPolicy=Maybe%20%26%20more"), "{said}");
}

#[test]
fn the_call_is_written_in_every_form_or_says_why_not() {
    for language in Language::ALL {
        for form in RequestForm::all() {
            let state = after(&opened(language), [Action::SetRequestFormat(form)]);
            let said = words(&drawer(&state, DrawerTab::Request));
            assert!(said.contains("sg-bp1g1"), "{form:?}: {said}");
            assert!(!said.contains("testsecret"), "{form:?}: no secret is shown");
        }
        let signed = after(&opened(language), [Action::SetRequestFormat(RequestForm::SignedUrl)]);
        let said = words(&drawer(&signed, DrawerTab::Request));
        assert!(said.contains("&Signature="), "{said}");
        // Terraform has no equivalent of a describe call.
        let query = Action::Request(RequestEdit::Choose(Operation::DescribeSecurityGroups));
        let form = Action::SetRequestFormat(RequestForm::Tool(Tool::Terraform));
        let markup = drawer(&after(&opened(language), [query, form]), DrawerTab::Request);
        assert!(markup.contains("class=\"none\""), "{}", words(&markup));
    }
}

#[test]
fn a_deprecated_operation_names_its_successor_in_every_form() {
    let group = ("SecurityGroupId", "sg-bp1g3");
    let instance = Call::new(Operation::JoinSecurityGroup, [group, ("InstanceId", "i-bp1ecs1")]);
    let interface =
        Call::new(Operation::LeaveSecurityGroup, [group, ("NetworkInterfaceId", "eni-1")]);
    for language in Language::ALL {
        for (call, successor) in [
            (&instance, "ModifyInstanceAttribute"),
            (&interface, "ModifyNetworkInterfaceAttribute"),
        ] {
            for form in RequestForm::all() {
                let line = RequestEdit::Load(call.clone());
                let actions = [Action::Request(line), Action::SetRequestFormat(form)];
                let said = words(&drawer(&after(&opened(language), actions), DrawerTab::Request));
                let sentence = match language {
                    Language::En => format!(
                        "The newest SDK deprecates {}. {successor} takes its place",
                        call.action.as_str()
                    ),
                    Language::Zh => format!(
                        "最新版 SDK 已将 {} 标记为废弃，改用 {successor}",
                        call.action.as_str()
                    ),
                };
                assert!(said.contains(&sentence), "{form:?}: {said}");
            }
        }
        let said = words(&drawer(&opened(language), DrawerTab::Request));
        assert!(!said.contains("takes its place") && !said.contains("标记为废弃"), "{said}");
    }
}
