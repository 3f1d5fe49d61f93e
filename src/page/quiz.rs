//! A quiz: the question, a read-only scenario and the answer.

use std::rc::Rc;
use std::sync::Arc;

use yew::prelude::*;

use crate::component::kit::later::{View, shown};
use crate::component::learn::quiz::card::QuizCard;
use crate::component::learn::quiz::result::QuizResult;
use crate::component::learn::quiz::scenario::quiz_scenario;
use crate::component::learn::quiz::score::quiz_score;
use crate::component::pairs::drawing::static_svg::StaticSvg;
use crate::hooks::use_session;
use crate::page::frame::{foot, head};
use crate::seam;
use crate::state::{RESULTS, State};
use crate::text::quiz as text;
use sg_core::quiz::Quiz;

/// Properties of [`QuizPage`].
#[derive(Properties, PartialEq, Eq)]
pub struct QuizPageProps {
    /// Everything the page remembers.
    pub state: Rc<State>,
    /// The quiz.
    pub quiz: Arc<Quiz>,
}

seam! { pub(crate) static QUIZ: View<QuizPageProps> = shown::<QuizPage>; quiz in quiz }

/// The page while a quiz is open. It shows no matrix, problems or fixes, since these would give the
/// answer away.
#[component]
pub fn QuizPage(props: &QuizPageProps) -> Html {
    let session = use_session();
    let QuizPageProps { state, quiz } = props;
    let quizzing = &state.quiz;
    let (from, to) = quiz.ends();
    let works = quizzing.answer.map(|_| quiz.works());
    html! {
        <>
            {head(state, None)}
            if quizzing.ended {
                <main class="panes quiz alone">
                    <QuizResult answers={quizzing.session.clone()} returns={state.came_from.is_some()} results={RESULTS.get().and_then(|results| results(state))} />
                </main>
            } else {
                <main class="panes quiz">
                    <div class="pane quiz-side">
                        <QuizCard quiz={Arc::clone(quiz)} quizzing={quizzing.clone()} due={state.due()} series={state.series_place()} />
                        {quiz_score(&session, &quizzing.session)}
                    </div>
                    <section class="pane quiz-world" aria-label={session.say(text::SCENARIO)}>
                        <StaticSvg scenario={Arc::clone(&quiz.scenario)} {from} {to} {works} />
                        {quiz_scenario(&session, &quiz.scenario)}
                    </section>
                </main>
            }
            {foot(state)}
        </>
    }
}
