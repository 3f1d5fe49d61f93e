//! The playground: cause on the left, effect on the right, the API call below.

use std::rc::Rc;
use std::sync::Arc;

use yew::prelude::*;

use crate::component::groups::pane::GroupsPane;
use crate::component::learn::lesson::panel::LessonPanel;
use crate::component::pairs::change_strip::ChangeStrip;
use crate::component::pairs::drawing::Drawing;
use crate::component::pairs::lens_switch::lens_switch;
use crate::component::pairs::matrix::MatrixGrid;
use crate::component::pairs::packet_picker::PacketPicker;
use crate::component::pairs::pair_list::PairList;
use crate::component::shell::embed::EmbedFoot;
use crate::component::shell::header::Header;
use crate::component::shell::shortcuts::shortcuts;
use crate::derived::{Predictor, Reachability};
use crate::hooks::use_session;
use crate::page::answer_area::AnswerArea;
use crate::page::links::Links;
use crate::page::request_area::RequestArea;
use crate::platform;
use crate::state::{Lens, Origins, Part, Selection, State, View};
use crate::text::{connectivity, lessons};

/// Properties of [`Playground`].
#[derive(Properties, PartialEq)]
pub struct PlaygroundProps {
    /// Everything the page remembers.
    pub state: Rc<State>,
    /// Sends the call in the request pane.
    pub onsend: Callback<()>,
}

/// The page.
#[component]
pub fn Playground(props: &PlaygroundProps) -> Html {
    let session = use_session();
    let State { history, view, preview, place, .. } = &*props.state;
    let scenario = history.scenario();
    let predictor = use_memo(Rc::clone(history), |history| Predictor::new(Rc::clone(history)));
    let reachability = use_reachability(&props.state, &predictor);
    let explanation = use_memo(
        (Rc::clone(&reachability), (view.selection.clone(), view.address), view.language),
        |(seen, (selection, address), language)| {
            let (scenario, pair) = (seen.scenario(), selection.as_ref()?);
            let at = |address| seen.explanation_at(scenario, pair, address, *language);
            let at = address.and_then(at);
            at.or_else(|| seen.explanation(scenario, pair, *language)).map(Rc::new)
        },
    );
    let veil = props.state.veil();
    let asked = (Rc::clone(history), place.learning.as_ref().map(|own| Arc::clone(&own.lesson)));
    let progress = use_memo(asked, |(history, lesson)| {
        lesson.as_ref().map(|lesson| Rc::new(lesson.progress(history)))
    });
    let lesson = place.learning.as_ref().zip((*progress).clone()).map(|(learning, progress)| {
        html! {
            <LessonPanel learning={learning.clone()} {progress} history={Rc::clone(history)} />
        }
    });
    // The fragment of the address belongs to links.
    let skip = Callback::from(|event: MouseEvent| {
        event.prevent_default();
        platform::focus("matrix");
    });
    let goals = (*progress).as_ref().map(|own| (own.met(), own.goals.len()));
    let shown = &*view.presentation;
    let lens = shown.lens(view.lens);
    let answers = lens.is_some() || shown.shows(Part::Answer);
    // Both sides, or one that takes the whole width.
    let alone = (!answers || !shown.shows(Part::Groups)).then_some("alone");
    let group_name = view.group.as_ref().and_then(|id| scenario.group(id));
    html! {
        <ContextProvider<Rc<Predictor>> context={predictor}>
            <a class="skip" href="#matrix" onclick={skip}>{session.say(connectivity::SKIP)}</a>
            if !shown.embed {
                <Header
                    theme={view.theme}
                    can_undo={history.undo().is_some()}
                    can_redo={history.redo().is_some()}
                    shortcuts={view.shortcuts}
                />
            }
            if view.shortcuts {
                {shortcuts(&session, group_name.map(|group| group.label()))}
            }
            <Links state={Rc::clone(&props.state)} />
            <main class={classes!("panes", alone)}>
                if shown.shows(Part::Groups) {
                    <ContextProvider<Rc<Origins>> context={place.opened.origins.clone().unwrap_or_default()}>
                        <GroupsPane
                            history={Rc::clone(history)}
                            explanation={(*explanation).clone().filter(|_| veil.is_none())}
                            shown={view.rule.clone()}
                            question={view.question}
                            head={lesson.unwrap_or_default()}
                        />
                    </ContextProvider<Rc<Origins>>>
                }
                if answers {
                    <section class="pane connectivity" aria-label={session.say(connectivity::PANE)}>
                        <div class="tools">
                            <h2 id="matrix" class="visually-hidden" tabindex="-1">{session.say(connectivity::MATRIX)}</h2>
                            {lens_switch(&session, shown, lens.unwrap_or(view.lens))}
                            <span class="grow"></span>
                            <PacketPicker key={place.opened.route.to_string()} packet={view.packet} direction={view.direction} />
                        </div>
                        {for lens.map(|lens| pairs(lens, view, &reachability, veil.as_ref()))}
                        if veil.is_some() {
                            <p class="strip veiled">{session.say(lessons::PREDICT_FIRST)}</p>
                        } else {
                            <ChangeStrip
                                scenario={Arc::clone(scenario)}
                                reachability={Rc::clone(&reachability)}
                                preview={preview.clone()}
                                last={history.last_step().cloned()}
                            />
                            if shown.shows(Part::Answer) {
                                <AnswerArea
                                    history={Rc::clone(history)}
                                    {reachability}
                                    explanation={(*explanation).clone()}
                                    selection={view.selection.clone()}
                                    address={view.address}
                                    fixes={view.fixes}
                                />
                            }
                        }
                    </section>
                }
            </main>
            if shown.shows(Part::Request) {
                <RequestArea state={Rc::clone(&props.state)} {goals} onsend={props.onsend.clone()} />
            }
            if shown.embed {
                <EmbedFoot state={Rc::clone(&props.state)} />
            }
        </ContextProvider<Rc<Predictor>>>
    }
}

/// The pairs as the view in force shows them.
fn pairs(
    lens: Lens,
    view: &View,
    reachability: &Rc<Reachability>,
    veil: Option<&Selection>,
) -> Html {
    let (reachability, selection) = (Rc::clone(reachability), view.selection.clone());
    // Only the matrix can leave out an answer that is to be predicted.
    let lens = if veil.is_some() { Lens::Matrix } else { lens };
    match lens {
        Lens::Matrix => {
            html! { <MatrixGrid {reachability} {selection} veil={veil.cloned()} /> }
        }
        Lens::Drawing => html! { <Drawing {reachability} {selection} /> },
        Lens::List => html! { <PairList {reachability} {selection} /> },
    }
}

/// Who reaches whom, from what the last look has prepared.
#[hook]
fn use_reachability(state: &State, predictor: &Predictor) -> Rc<Reachability> {
    let State { history, view, preview, .. } = state;
    let last = use_mut_ref(|| None::<Rc<Reachability>>);
    let asked = (
        Arc::clone(history.scenario()),
        Arc::clone(history.scenario_before()),
        preview.as_ref().map(|edit| predictor.foresee(edit)),
        (view.packet, view.direction),
    );
    let seen = use_memo(asked, |(scenario, before, preview, asked)| {
        let last = last.borrow();
        Reachability::after(last.as_deref(), scenario, before, preview.as_deref(), *asked)
    });
    *last.borrow_mut() = Some(Rc::clone(&seen));
    seen
}
