//! The table of a class.

use yew::prelude::*;

use crate::component::kit::table::table_head;
use crate::hooks::Session;
use crate::text::training as text;
use sg_core::training::{Class, Results, text as words};

/// A row for each code.
pub(crate) fn class_table(session: &Session, class: &Class) -> Html {
    let head = [
        words::NAME,
        words::TITLE,
        words::SOLVED,
        words::CHANGES,
        words::NEEDLESS,
        words::RIGHT,
        words::MISCONCEPTIONS,
        words::TIME,
    ];
    html! {
        <div class="results-wrap" role="region" tabindex="0" aria-label={session.say(text::RESULTS)}>
            <table class="class-table" aria-label={session.say(text::RESULTS)}>
                {table_head(session, &head)}
                <tbody>{for class.all.iter().map(|results| row(session, results))}</tbody>
            </table>
        </div>
    }
}

fn row(session: &Session, results: &Results) -> Html {
    let of = |count: String, all: String| {
        session.fill(text::OUT_OF, &[("count", &count), ("all", &all)])
    };
    let (solved, lessons) = results.solved();
    let (effort, score) = (results.effort(), results.score());
    let held = results.held().map(|own| session.say(own.explanation().name));
    let held = held.collect::<Vec<_>>().join(words::SEPARATOR.get(session.language));
    html! {
        <tr>
            <th scope="row">{results.who(session.language).to_owned()}</th>
            <td>{results.title.clone()}</td>
            <td>{of(solved.to_string(), lessons.to_string())}</td>
            <td>{effort.calls}</td>
            <td>{effort.openings}</td>
            <td>{of(score.right.to_string(), score.asked.to_string())}</td>
            <td>{if held.is_empty() { "–".to_owned() } else { held }}</td>
            <td>{results.time(session.language)}</td>
        </tr>
    }
}
