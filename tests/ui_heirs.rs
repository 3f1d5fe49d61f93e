//! Who takes the focus when its owner goes: every heir that the page names is on the page.

use std::rc::Rc;
use std::sync::Arc;

use sg_playground::emulator::{Call, Env};
use sg_playground::history::Edit;
use sg_playground::language::Language;
use sg_playground::lesson::first_scene;
use sg_playground::model::{InnerAccessPolicy, SecurityGroupId, Timestamp};
use sg_playground::ui::page::{Playground, PlaygroundProps};
use sg_playground::ui::state::{Action, DrawerTab, State, Theme, View};
use yew::prelude::*;

#[path = "common/drawn.rs"]
mod drawn;

use drawn::{attribute, draw, tags, words};

fn flip() -> Action {
    let group = SecurityGroupId::parse("sg-bp1g2").unwrap();
    let drop = InnerAccessPolicy::Drop;
    let call = Call::modify_security_group_policy(first_scene().region(), &group, drop);
    let env = Env { now: Timestamp::from_unix_seconds(1_800_000_000), entropy: 1 };
    Action::Edit(Edit::Call(call), env)
}

/// The page after an edit, with a tab of the drawer and the fixes open.
fn page(tab: DrawerTab) -> String {
    let state =
        Rc::new(State::new(Arc::new(first_scene()), View::new(Language::En, Theme::System)));
    let actions = [flip(), Action::Drawer(Some(tab)), Action::Fixes(true)];
    let state = actions.into_iter().fold(state, |state, action| state.reduce(action));
    let props = PlaygroundProps { state, onsend: Callback::noop() };
    draw(Language::En, html! { <Playground ..props /> })
}

#[test]
fn every_heir_is_on_the_page() {
    // Asked only after a press, in the place of the button that names it.
    let later = "clear-log-first";
    for tab in DrawerTab::ALL {
        let markup = page(tab);
        let owners = ["section", "div", "span", "button"].map(|element| tags(&markup, element));
        let heirs: Vec<&str> =
            owners.iter().flatten().filter_map(|tag| attribute(tag, "data-heir")).collect();
        // The groups and the rules, the fixes, undo and redo, the drawer and its own buttons.
        assert!(heirs.len() >= 8, "{tab:?}: {heirs:?} on {}", words(&markup));
        for heir in heirs.iter().filter(|heir| **heir != later) {
            assert!(markup.contains(&format!(" id=\"{heir}\"")), "{tab:?}: nobody is {heir}");
        }
        let closing = tags(&markup, "section")
            .into_iter()
            .find(|tag| attribute(tag, "id") == Some("drawer"))
            .and_then(|drawer| attribute(drawer, "data-heir"))
            .expect("the drawer has an heir");
        let opener = tags(&markup, "button")
            .into_iter()
            .find(|tag| attribute(tag, "id") == Some(closing))
            .expect("it is a button");
        assert_eq!(attribute(opener, "aria-expanded"), Some("true"), "of the open tab: {tab:?}");
    }
}
