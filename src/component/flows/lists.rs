//! One list of findings: a few lines, or all of them.

use std::rc::Rc;

use yew::prelude::*;

use crate::component::flows::kind::{Kind, ListContext};
use crate::component::flows::lines::line;
use crate::hooks::{use_growing, use_presentation, use_session, use_toggle};
use crate::text::compare;
use sg_core::flow_report::text as core;

/// How many lines are shown at first.
const FEW: usize = 10;

/// How many lines are drawn per frame.
const PART: usize = 50;

/// Properties of [`LogList`].
#[derive(Properties, PartialEq, Eq)]
pub(super) struct LogListProps {
    /// What is listed.
    pub(super) kind: Kind,
    /// What the lines are about.
    pub(super) context: Rc<ListContext>,
}

/// The list, with its heading; nothing if it is empty.
#[component]
pub(super) fn LogList(props: &LogListProps) -> Html {
    let session = use_session();
    let LogListProps { kind, context } = props;
    let all = use_toggle(false);
    let count = kind.count(context);
    let wanted = if all.open { count } else { count.min(FEW) };
    let shown = use_growing(wanted, PART).min(wanted);
    let Some(heading) = kind.heading(&session, context) else { return Html::default() };
    let parts = (0..shown).step_by(PART);
    let more = kind.more_records(context);
    html! {
        <section aria-labelledby={kind.id()}>
            <h3 id={kind.id()}>{heading}</h3>
            if *kind == Kind::Narrower && count > 0 {
                <p class="muted">{context.caution(session.language)}</p>
            }
            {for parts.map(|from| html! { <Lines key={from} kind={*kind} context={Rc::clone(context)} {from} to={shown.min(from + PART)} /> })}
            if count == 0 {
                <p class="none">{session.say(core::NARROW_NONE)}</p>
            }
            if more > 0 {
                <p class="muted">{session.fill(core::MORE_RECORDS, &[("count", &more.to_string())])}</p>
            }
            if wanted < count {
                <button type="button" class="link" aria-describedby={kind.id()} onclick={all.on::<MouseEvent>()}>{session.fill(compare::SHOW_ALL, &[("count", &count.to_string())])}</button>
            }
        </section>
    }
}

#[derive(Properties, PartialEq, Eq)]
struct LinesProps {
    kind: Kind,
    context: Rc<ListContext>,
    from: usize,
    to: usize,
}

/// Some lines. They are drawn again only if they change, however long the list is.
#[component]
fn Lines(props: &LinesProps) -> Html {
    let session = use_session();
    let presentation = use_presentation();
    let LinesProps { kind, context, from, to } = props;
    let one = |index| line(&session, &presentation, *kind, context, index);
    html! { <ul>{for (*from..*to).filter_map(one)}</ul> }
}
