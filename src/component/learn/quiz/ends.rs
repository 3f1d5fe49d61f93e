//! The ends of a quiz's scenario with their addresses and groups.

use yew::prelude::*;

use crate::hooks::Session;
use crate::text::{connectivity, quiz as text};
use sg_core::connectivity::End;
use sg_core::explain::{end_label, outside_label};
use sg_core::model::{NetworkInterface, Scenario};

/// Lists the addresses and groups of each end.
pub(crate) fn ends(session: &Session, scenario: &Scenario) -> Html {
    let public = scenario.interfaces().any(|interface| interface.public_address.is_some());
    let name = |text| html! { <th scope="col">{session.say(text)}</th> };
    let inside = scenario.interfaces().map(|own| {
        let groups: Vec<&str> =
            own.groups.iter().filter_map(|id| scenario.group(id)).map(|g| g.label()).collect();
        html! {
            <tr key={own.id.to_string()}>
                <th scope="row">{label(session, scenario, own)}</th>
                <td class="mono">{own.addresses.first().map(ToString::to_string)}</td>
                if public {
                    <td class="mono">{own.public_address.map(|address| address.to_string())}</td>
                }
                <td>{groups.join(session.say(connectivity::LIST_SEPARATOR))}</td>
            </tr>
        }
    });
    let outside = scenario.outside().iter().map(|outside| {
        html! {
            <tr key={outside.name.clone()}>
                <th scope="row">{outside_label(&outside.name, session.language).to_owned()}</th>
                <td class="mono">{outside.block.addr().to_string()}</td>
                if public {
                    <td></td>
                }
                <td class="muted">{session.say(text::OUTSIDE)}</td>
            </tr>
        }
    });
    html! {
        <div class="rules-wrap">
            <table class="rules quiz-ends" aria-label={session.say(text::ADDRESSES)}>
                <thead><tr>
                    {name(text::NAME)}
                    {name(text::PRIVATE)}
                    if public {
                        {name(text::PUBLIC)}
                    }
                    {name(text::GROUPS)}
                </tr></thead>
                <tbody>{for inside}{for outside}</tbody>
            </table>
        </div>
    }
}

/// The name of an interface: that of its instance, plus its own id if the instance has several.
pub(crate) fn label(
    session: &Session,
    scenario: &Scenario,
    interface: &NetworkInterface,
) -> String {
    end_label(scenario, &End::Interface(interface.id.clone()), session.language)
}
