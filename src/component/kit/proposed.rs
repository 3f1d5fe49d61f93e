//! What proposed edits would open and close, by role, and the calls that undo them: below the button
//! that applies them.

use std::cell::Cell;
use std::rc::Rc;

use yew::prelude::*;

use crate::component::kit::copy::CopyButton;
use crate::component::kit::later::{View, later_than, shown};
use crate::derived::Proposals;
use crate::hooks::{Session, use_session};
use crate::platform;
use crate::seam;
use crate::text::proposed as text;
use sg_core::connectivity::Edit;
use sg_core::history::{LineKind, Proposal, ProposalLine};
use sg_core::request::snippet::cli::command;

seam! { pub(crate) static PROPOSED: View<ProposedProps> = shown::<Proposed>; proposed in compare }

/// Properties of [`Proposed`].
#[derive(Properties, Clone, PartialEq, Eq)]
pub(crate) struct ProposedProps {
    /// The scenario, prepared once for all its proposals.
    pub(crate) to: Rc<Proposals>,
    /// The edits.
    pub(crate) edits: Vec<Edit>,
    /// Whether an open question would be answered by what they open and close.
    pub(crate) hidden: bool,
}

/// The markup, or its place until its part has arrived.
pub(crate) fn proposed(props: ProposedProps) -> Html {
    later_than(&PROPOSED, props, pending())
}

/// The most lines that are shown.
const MOST_LINES: usize = 8;

/// What the edits do, without a press: it is to be seen before they are applied.
#[component]
pub(crate) fn Proposed(props: &ProposedProps) -> Html {
    let session = use_session();
    let Some(judged) = use_proposal(props) else { return pending() };
    // Edits that do not fit the scenario change nothing, and applying them says why.
    let Some(proposal) = judged else { return Html::default() };
    let scenario = props.to.scenario();
    let lines = proposal.lines(scenario, session.language, MOST_LINES);
    html! {
        <div class="proposed">
            if !props.hidden {
                <ul>{for lines.iter().map(|own| line(&session, own))}</ul>
            }
            {undo(&session, &proposal)}
        </div>
    }
}

fn pending() -> Html {
    html! { <div class="proposed" aria-busy="true"><ul><li>{"…"}</li></ul></div> }
}

/// Edits, and the scenario that they are proposed to.
type Asked = (Rc<Proposals>, Vec<Edit>);

/// What the edits do, if they fit the scenario.
type Judged = Option<Rc<Proposal>>;

fn judge((to, edits): &Asked) -> Judged {
    to.judge(edits).map(Rc::new)
}

/// What the edits do; `None` until it has been worked out. A list may hold many, so each is worked
/// out after the page has drawn. Natively nothing draws, and it is worked out at once.
#[hook]
fn use_proposal(props: &ProposedProps) -> Option<Judged> {
    const DRAWS: bool = cfg!(target_arch = "wasm32");
    let asked = (Rc::clone(&props.to), props.edits.clone());
    let at_once = use_memo(asked.clone(), |asked| (!DRAWS).then(|| judge(asked)));
    let found = use_state(|| None::<(Asked, Judged)>);
    {
        let setter = found.setter();
        use_effect_with(asked.clone(), move |asked| {
            let wanted = Rc::new(Cell::new(true));
            if DRAWS {
                let (asked, wanted) = (asked.clone(), Rc::clone(&wanted));
                yew::platform::spawn_local(async move {
                    platform::breathe().await;
                    if wanted.get() {
                        let judged = judge(&asked);
                        setter.set(Some((asked, judged)));
                    }
                });
            }
            // Another proposal takes its place, or the list is closed.
            move || wanted.set(false)
        });
    }
    let later = (*found).as_ref().filter(|(known, _)| *known == asked);
    (*at_once).clone().or_else(|| later.map(|(_, judged)| judged.clone()))
}

fn line(session: &Session, line: &ProposalLine) -> Html {
    let (class, glyph) = match line.kind {
        LineKind::Opens => ("opened", "+"),
        LineKind::Closes => ("closed", "−"),
        LineKind::Unclear => ("unknown", "?"),
        LineKind::WholeGroup => ("warns", "!"),
        LineKind::Note => ("muted", "·"),
    };
    html! {
        <li {class}>
            <span class="sign" aria-hidden="true">{glyph}</span>
            <span class="said">
                {line.text.clone()}
                if let Some(mark) = line.mark {
                    {" "}<span class="tag bad">{session.say(mark)}</span>
                }
            </span>
        </li>
    }
}

/// The calls that undo the edits, folded: they are long, and of use only afterwards.
fn undo(session: &Session, proposal: &Proposal) -> Html {
    let Some(calls) = &proposal.undo else {
        return html! { <p class="muted">{session.say(text::NO_UNDO)}</p> };
    };
    let commands: Vec<String> = calls.iter().filter_map(|call| command(call).ok()).collect();
    let commands = commands.join("\n");
    html! {
        <details>
            <summary>{session.say(text::UNDO)}</summary>
            <pre translate="no">{commands.clone()}</pre>
            <CopyButton label={session.say(text::COPY)} done={session.say(text::COPIED)} what={commands} />
        </details>
    }
}
