//! What the list says if no pair has the names that were typed: what they were probably meant to be,
//! or that nobody has the address.

use std::net::IpAddr;

use yew::prelude::*;

use crate::component::pairs::pair_list::find::typed_sides;
use crate::derived::Reachability;
use crate::hooks::Session;
use crate::text::views as text;
use sg_core::explain::unknown_text::UNKNOWN_NO_INTERFACE;
use sg_core::goal::alike;
use sg_core::model::Scenario;

/// The sentence, with the names to choose from.
pub(crate) fn nothing(
    session: &Session,
    seen: &Reachability,
    typed: &UseStateHandle<String>,
) -> Html {
    let unheld = sides(typed).find_map(|side| unheld(seen.scenario(), side));
    if let Some(address) = unheld {
        let address = address.to_string();
        let said = session.fill(UNKNOWN_NO_INTERFACE, &[("address", &address)]);
        return html! { <p class="none" role="status">{said}</p> };
    }
    let meant = meant(&seen.names, typed);
    let choose = |names: String| {
        let (typed, shown) = (typed.setter(), names.clone());
        let onclick = Callback::from(move |_: MouseEvent| typed.set(names.clone()));
        html! { <>{" "}<button type="button" class="link" {onclick}>{shown}</button></> }
    };
    html! {
        <p class="none" role="status">
            {session.say(text::NO_PAIR)}
            if !meant.is_empty() {
                {" "}{session.say(text::DID_YOU_MEAN)}
                {for meant.into_iter().map(choose)}
            }
        </p>
    }
}

/// The typed sides: one, or that of the sender and that of the receiver.
fn sides(typed: &str) -> impl Iterator<Item = &str> {
    let (from, to) = typed_sides(typed);
    std::iter::once(from).chain(to)
}

/// An address of a VPC that no interface has.
fn unheld(scenario: &Scenario, side: &str) -> Option<IpAddr> {
    let address = side.parse().ok().filter(|address| scenario.is_private(*address))?;
    let held = scenario.interfaces().any(|own| own.holds(address));
    (!held).then_some(address)
}

/// The text with one side replaced by what it was probably meant to be.
fn meant(names: &[String], typed: &str) -> Vec<String> {
    let named = |side: &str| {
        let side = side.to_lowercase();
        names.iter().any(|name| name.to_lowercase().contains(&side))
    };
    let wrong = sides(typed).find(|side| !named(side));
    let Some(wrong) = wrong else { return Vec::new() };
    let meant = alike(names.iter().map(String::as_str), wrong).into_iter();
    meant.map(|name| typed.replacen(wrong, name, 1)).collect()
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;
    use std::sync::Arc;

    use super::*;
    use sg_core::connectivity::{CheckedDirections, PacketChoice};
    use sg_core::language::Language;
    use sg_core::lesson::first_scenario;
    use yew::LocalServerRenderer;

    #[derive(Properties, PartialEq)]
    struct StageProps {
        language: Language,
        typed: String,
    }

    /// The list's answer to what was typed into its search field.
    #[component]
    fn Stage(props: &StageProps) -> Html {
        let typed = use_state_eq(|| props.typed.clone());
        let scenario = Arc::new(first_scenario());
        let asked = (PacketChoice::All, CheckedDirections::Both);
        let seen = Reachability::new(&scenario, &scenario, None, asked.0, asked.1);
        nothing(&Session::silent(props.language), &Rc::new(seen), &typed)
    }

    fn drawn(language: Language, typed: &str) -> String {
        let props = StageProps { language, typed: typed.to_owned() };
        let renderer = LocalServerRenderer::<Stage>::with_props(props);
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        let tasks = tokio::task::LocalSet::new();
        tasks.block_on(&runtime, renderer.hydratable(false).render())
    }

    #[test]
    fn a_misspelt_name_is_a_button_and_an_unheld_address_has_a_reason() {
        for language in Language::ALL {
            let meant = drawn(language, "ecs01 -> ecs2");
            assert!(meant.contains(text::DID_YOU_MEAN.get(language)), "{meant}");
            assert!(meant.contains(">ecs1 -&gt; ecs2</button>"), "{meant}");
            let unheld = drawn(language, "10.0.0.99");
            let said = UNKNOWN_NO_INTERFACE.fill(language, &[("address", "10.0.0.99")]);
            assert!(unheld.contains(&said) && !unheld.contains("</button>"), "{unheld}");
            let nobody = drawn(language, "payments");
            assert!(nobody.contains(text::NO_PAIR.get(language)) && !nobody.contains("</button>"));
        }
    }

    #[test]
    fn the_misspelt_side_is_replaced() {
        let names = ["app-06", "app-07", "db-01"].map(str::to_owned);
        assert_eq!(meant(&names, "app-7 -> db"), ["app-07 -> db"]);
        assert_eq!(meant(&names, "app → bd-01"), ["app → db-01"]);
        assert_eq!(meant(&names, "APP-007"), ["app-07"]);
        assert!(meant(&names, "app -> db").is_empty(), "another filter hides the pairs");
        assert!(meant(&names, "payments").is_empty());
    }

    #[test]
    fn only_an_address_of_a_vpc_that_nobody_has_is_unknown() {
        let scenario = first_scenario();
        let of = |side: &str| unheld(&scenario, side).map(|address| address.to_string());
        assert_eq!(of("10.0.0.99").as_deref(), Some("10.0.0.99"));
        for other in ["10.0.0.11", "192.0.2.1", "10.0.0", "ecs1", ""] {
            assert_eq!(of(other), None, "{other}");
        }
    }
}
