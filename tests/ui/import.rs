//! The import: the dialog and preview in both languages, the effect of opening the scenario on the
//! state, and the origin shown for each rule. No browser.

#![expect(clippy::unwrap_used, reason = "a test fails at the first error")]

use std::rc::Rc;
use std::sync::Arc;

use sg_core::emulator::Call;
use sg_core::history::Edit;
use sg_core::import::{Reading, Text, anonymise, read};
use sg_core::language::Language;
use sg_core::model::Direction;
use sg_core::share::Route;
use sg_playground::component::groups::rule_table::origin::RuleOrigin;
use sg_playground::component::kit::file_field::FileField;
use sg_playground::component::share::import::ImportPanel;
use sg_playground::component::share::import::collect::CollectScript;
use sg_playground::hooks::Stage;
use sg_playground::page::Links;
use sg_playground::state::{
    Action, LocationEdit, OpenDialog, Opening, Origins, State, Theme, View,
};
use sg_playground::text::{collect, import as texts};
use sg_testing::environment::env;
use yew::Reducible;
use yew::prelude::*;

use crate::drawn::{attribute, draw, tags, words};

const GROUP: &str = r#"{"SecurityGroupId": "sg-web", "SecurityGroupName": "web", "VpcId": "vpc-1",
  "InnerAccessPolicy": "Accept", "Permissions": {"Permission": [
    {"SecurityGroupRuleId": "sgr-1", "Direction": "ingress", "IpProtocol": "TCP", "PortRange": "443/443", "SourceCidrIp": "0.0.0.0/0"},
    {"SecurityGroupRuleId": "sgr-2", "Direction": "ingress", "IpProtocol": "SCTP", "PortRange": "-1/-1", "SourceCidrIp": "0.0.0.0/0"}]}}
{"InstanceId": "i-1", "SecurityGroupIds": {"SecurityGroupId": ["sg-web"]},
 "VpcAttributes": {"VpcId": "vpc-1", "PrivateIpAddress": {"IpAddress": ["10.1.2.3"]}}}"#;

fn reading(content: &str) -> Rc<Reading> {
    let text = Text { name: "<web>.json".to_owned(), content: content.to_owned() };
    Rc::new(read(vec![text]))
}

fn start() -> Rc<State> {
    Rc::new(State::opened(Opening::of(""), &View::new(Language::En, Theme::System)))
}

fn opening(reading: &Reading) -> Rc<Opening> {
    let scenario = Arc::clone(reading.scenario.as_ref().unwrap());
    let origins = Origins::of(reading, &scenario, None);
    Rc::new(Opening::imported(scenario, origins))
}

fn open(state: &Rc<State>, opening: &Rc<Opening>) -> Rc<State> {
    let edit = LocationEdit::Open(Rc::clone(opening), env(1));
    Rc::clone(state).reduce(Action::Location(edit))
}

#[test]
fn the_panel_asks_for_texts_and_files_with_names_for_every_field() {
    for language in Language::ALL {
        let markup = draw(language, html! { <ImportPanel /> });
        let said = words(&markup);
        for text in [texts::IMPORT, texts::LEAD, texts::PASTE, texts::FILES, texts::DROP] {
            assert!(said.contains(text.get(language)), "{said}");
        }
        for (element, id) in [("textarea", "import-paste"), ("input", "import-files")] {
            let fields = tags(&markup, element);
            assert!(fields.iter().any(|field| attribute(field, "id") == Some(id)), "{markup}");
            let labels = tags(&markup, "label");
            assert!(labels.iter().any(|label| attribute(label, "for") == Some(id)), "{markup}");
        }
        assert!(!said.contains(texts::OPEN.get(language)), "{said}");
    }
}

#[test]
fn the_panel_offers_a_script_for_the_regions_that_are_named() {
    for language in Language::ALL {
        let markup = draw(language, html! { <ImportPanel /> });
        let said = words(&markup);
        for text in [collect::COLLECT, collect::LEAD, collect::COPY, collect::POLICY] {
            assert!(said.contains(text.get(language)), "{said}");
        }
        for name in ["ecs DescribeSecurityGroups", "DescribePortRangeListEntries"] {
            assert!(said.contains(name), "{said}");
        }
        let policy = sg_core::collect::policy();
        assert!(said.contains(policy.lines().nth(1).unwrap().trim()), "{said}");

        let draw = |regions: &'static str| draw(language, html! { <CollectScript {regions} /> });
        let (fine, wrong) = (draw("cn-beijing,ap-southeast-1"), draw("cn-beijing; rm -r"));
        let links = tags(&fine, "a");
        let saved = links.iter().find(|tag| attribute(tag, "download").is_some()).unwrap();
        let file = attribute(saved, "href").unwrap();
        assert!(file.contains("cn%2Dbeijing%20ap%2Dsoutheast%2D1"), "{file}");
        assert_eq!(attribute(saved, "download"), Some("sgp-collect.sh"));
        // What is no region makes no script.
        assert!(tags(&wrong, "a").iter().all(|tag| attribute(tag, "download").is_none()));
        let reason = collect::NO_REGION.fill(language, &[("value", "rm")]);
        assert!(words(&wrong).contains(&reason), "{wrong}");
    }
}

#[test]
fn every_field_for_files_has_words_of_the_page_and_not_of_the_browser() {
    for language in Language::ALL {
        for markup in [
            draw(language, html! { <ImportPanel /> }),
            draw(
                language,
                html! { <FileField id="other" label={texts::FILES} hint={texts::DROP} onfiles={Callback::noop()} /> },
            ),
        ] {
            let inputs = tags(&markup, "input");
            let files = inputs.iter().find(|tag| attribute(tag, "type") == Some("file")).unwrap();
            // Visually hidden but focusable, so it receives the keys.
            assert_eq!(attribute(files, "class"), Some("visually-hidden"), "{files}");
            assert!(![" hidden", "tabindex", "disabled"].iter().any(|word| files.contains(word)));
            let id = attribute(files, "id").unwrap();
            // The label directly follows the input, so that the style sheet can show the focus ring
            // on it.
            let (_, behind) = markup.split_once(files).unwrap();
            let label = format!("<label for=\"{id}\" class=\"file-button\">");
            assert!(behind.starts_with(&label), "{behind}");
            assert!(behind[label.len()..].starts_with(texts::FILES.get(language)), "{behind}");
            let hint = format!("id=\"{}\"", attribute(files, "aria-describedby").unwrap());
            assert!(behind.contains(&hint) && behind.contains(texts::DROP.get(language)));
        }
    }
}

#[test]
fn the_preview_says_what_was_understood_what_not_and_what_was_assumed() {
    for language in Language::ALL {
        let stage = Stage::Done(reading(GROUP));
        let markup = draw(language, html! { <ImportPanel {stage} /> });
        let said = words(&markup);
        let place = [("file", "<web>.json"), ("line", "4"), ("column", "63")];
        let unread = [("count", "1")];
        for part in [
            texts::PLACE.fill(language, &place),
            texts::UNREAD.fill(language, &unread),
            texts::OPEN.get(language).to_owned(),
            texts::ANONYMISE.get(language).to_owned(),
            "SCTP".to_owned(),
            "vpc-1: 10.1.2.0/24".to_owned(),
        ] {
            assert!(said.contains(&part), "{part}: {said}");
        }
        assert!(!markup.contains("<web>"), "a name stays text");
        let switch = tags(&markup, "input");
        let hint = Some("anonymise-hint");
        let switch = switch.iter().find(|tag| attribute(tag, "aria-describedby") == hint).unwrap();
        assert_eq!(attribute(switch, "type"), Some("checkbox"));
    }
}

#[test]
fn several_regions_are_asked_about_before_anything_can_be_opened() {
    let group = |id: &str, region: &str| {
        format!(
            r#"{{"SecurityGroupId":"{id}","RegionId":"{region}","VpcId":"vpc-{region}",
               "InnerAccessPolicy":"Drop","Permissions":{{"Permission":[]}}}}"#
        )
    };
    let both = group("sg-a", "cn-hangzhou") + &group("sg-b", "cn-beijing");
    for language in Language::ALL {
        let markup = draw(language, html! { <ImportPanel stage={Stage::Done(reading(&both))} /> });
        let said = words(&markup);
        let holds = texts::REGION_HOLDS.fill(language, &[("groups", "1"), ("instances", "0")]);
        for part in [texts::REGIONS.get(language), "cn-hangzhou", "cn-beijing", &holds] {
            assert!(said.contains(part), "{part}: {said}");
        }
        let radios = tags(&markup, "input");
        let radios = radios.iter().filter(|tag| attribute(tag, "type") == Some("radio"));
        assert_eq!(radios.count(), 2);
        assert!(!said.contains(texts::OPEN.get(language)), "{said}");
    }
}

#[test]
fn a_plan_offers_its_two_sides() {
    let path = sg_testing::root().join("tests/cases/import/plan_updates_replaces_destroys.case");
    let case = std::fs::read_to_string(path).unwrap();
    let (_, plan) = case.split_once("=== plan.json\n").unwrap();
    let (plan, _) = plan.split_once("=== reading\n").unwrap();
    for language in Language::ALL {
        let markup = draw(language, html! { <ImportPanel stage={Stage::Done(reading(plan))} /> });
        let said = words(&markup);
        for text in [texts::PLAN, texts::PLAN_BEFORE, texts::PLAN_AFTER, texts::OPEN] {
            assert!(said.contains(text.get(language)), "{said}");
        }
        let radios = tags(&markup, "input");
        let radios = radios.iter().filter(|tag| attribute(tag, "type") == Some("radio"));
        assert_eq!(radios.count(), 2);
        let markup = draw(language, html! { <ImportPanel stage={Stage::Done(reading(GROUP))} /> });
        assert!(!words(&markup).contains(texts::PLAN.get(language)), "{said}");
    }
}

#[test]
fn a_text_without_a_scenario_has_nothing_to_open() {
    for language in Language::ALL {
        let stage = Stage::Done(reading("nonsense"));
        let said = words(&draw(language, html! { <ImportPanel {stage} /> }));
        assert!(said.contains(texts::NOT_YET.get(language)), "{said}");
        assert!(!said.contains(texts::OPEN.get(language)), "{said}");
    }
}

#[test]
fn reading_shows_how_far_it_is_and_can_be_cancelled() {
    for language in Language::ALL {
        let markup = draw(
            language,
            html! { <ImportPanel stage={Stage::Reading(512 * 1024, 1024 * 1024)} /> },
        );
        let said = words(&markup);
        let progress = texts::READING.fill(language, &[("done", "512"), ("all", "1024")]);
        assert!(said.contains(&progress), "{said}");
        assert!(said.contains(texts::CANCEL.get(language)), "{said}");
        let stage = Stage::Unreadable("a.json".to_owned());
        let said = words(&draw(language, html! { <ImportPanel {stage} /> }));
        assert!(said.contains(&texts::UNREADABLE.fill(language, &[("name", "a.json")])), "{said}");
    }
}

#[test]
fn the_header_leads_to_the_import() {
    let state = start().reduce(Action::Location(LocationEdit::Dialog(Some(OpenDialog::Import))));
    let said = words(&draw(Language::En, html! { <Links {state} /> }));
    assert!(said.contains(texts::LEAD.en), "{said}");
}

#[test]
fn opening_an_import_is_a_step_that_undo_takes_back() {
    let before = start();
    let group = before.scenario().groups().next().unwrap().id.clone();
    let call = Call::modify_security_group_policy(
        before.scenario().region(),
        &group,
        before.scenario().group(&group).unwrap().group_type.inner_access_policy().flipped(),
    );
    let edited = Rc::clone(&before).reduce(Action::Edit(Edit::Call(call), env(2)));
    let imported = open(&edited, &opening(&reading(GROUP)));
    assert_eq!(imported.scenario().groups().len(), 1);
    assert_eq!(imported.location.dialog, None);
    let Some(Route::Scenario { .. }) = imported.route() else { panic!("{:?}", imported.route()) };
    let back = imported.reduce(Action::Undo);
    assert_eq!(back.scenario(), edited.scenario());
    // Also if nothing had been done before.
    let back = open(&before, &opening(&reading(GROUP))).reduce(Action::Undo);
    assert_eq!(back.scenario(), before.scenario());
}

#[test]
fn each_rule_says_where_it_came_from_until_it_is_edited() {
    let reading = reading(GROUP);
    let state = open(&start(), &opening(&reading));
    let origins = state.location.opened.origins.clone().unwrap();
    let group = state.scenario().groups().next().unwrap();
    let rule = Arc::clone(&group.rules[0]);
    let origin = origins.origin(&rule).unwrap();
    assert_eq!((origin.file, origin.line, origin.column), ("<web>.json", 3, 5));
    for language in Language::ALL {
        let (context, rule) = (Rc::clone(&origins), Arc::clone(&rule));
        let content = html! {
            <ContextProvider<Rc<Origins>> {context}><RuleOrigin {rule} /></ContextProvider<Rc<Origins>>>
        };
        let markup = draw(language, content);
        assert!(words(&markup).contains("<web>.json:3"), "{markup}");
        let title = attribute(tags(&markup, "span")[0], "title").unwrap();
        assert!(title.contains('3') && title.contains('5'), "{title}");
    }
    let mut other = (*rule).clone();
    other.spec.direction = Direction::Egress;
    assert_eq!(origins.origin(&other), None);
    // Without an import, no origin is shown.
    assert_eq!(words(&draw(Language::En, html! { <RuleOrigin {rule} /> })), "");
}

#[test]
fn a_scenario_under_other_names_keeps_its_origins() {
    let reading = reading(&GROUP.replace("sgr-1", "sgr-secret"));
    let own = reading.scenario.as_ref().unwrap();
    let other = anonymise(own, 7).unwrap();
    let origins = Origins::of(&reading, &other.scenario, Some(&other.names));
    let rule = &other.scenario.groups().next().unwrap().rules[0];
    assert_ne!(rule.id, own.groups().next().unwrap().rules[0].id);
    assert_eq!(origins.origin(rule).unwrap().line, 3);
}
