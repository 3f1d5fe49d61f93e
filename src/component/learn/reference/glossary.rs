//! The glossary: each term in both languages, with its value in the API.

use yew::prelude::*;

use crate::component::kit::dialog::Dialog;
use crate::component::kit::search::Search;
use crate::hooks::{Session, use_session, use_typed};
use crate::text::reference as text;
use sg_core::language::Language;
use sg_core::lesson::{Entry, Term};

/// Properties of [`Glossary`].
#[derive(Properties, PartialEq, Eq)]
pub struct GlossaryProps {
    /// The initial search text.
    #[prop_or_default]
    pub search: AttrValue,
}

/// The terms. Both languages are shown regardless of the page's language.
#[component]
pub fn Glossary(props: &GlossaryProps) -> Html {
    let session = use_session();
    let search = use_typed(|| props.search.to_string());
    let found: Vec<&'static Term> = Term::ALL.iter().filter(|term| term.matches(&search)).collect();
    let numbers = (found.len().to_string(), Term::ALL.len().to_string());
    let count = [("count", &*numbers.0), ("all", &*numbers.1)];
    html! {
        <Dialog title={&text::GLOSSARY} opener="more">
            <Search
                lead={text::GLOSSARY_LEAD}
                label={text::SEARCH_GLOSSARY}
                count={session.fill(text::TERMS_FOUND, &count)}
                value={search.value()}
                onsearch={search.set()}
            />
            if found.is_empty() {
                <p class="none">{session.say(text::NO_TERM)}</p>
            }
            <dl class="terms">{for found.into_iter().map(|term| row(&session, term))}</dl>
        </Dialog>
    }
}

/// One term: its name and meaning in each language, then its API value.
fn row(session: &Session, term: &Term) -> Html {
    html! {
        <div key={term.name.en} id={Entry::id_of(term)} class="term" tabindex="-1">
            {for Language::ALL.map(|language| name(term, language))}
            {for Language::ALL.map(|language| meaning(term, language))}
            <dd class="api">
                if !term.api.is_empty() {
                    <span class="visually-hidden">{session.say(text::IN_API)}</span>
                }
                {for term.api.iter().map(|value| html! { <code translate="no">{*value}</code> })}
            </dd>
        </div>
    }
}

fn name(term: &Term, language: Language) -> Html {
    html! { <dt lang={language.tag()}>{term.name.get(language)}</dt> }
}

fn meaning(term: &Term, language: Language) -> Html {
    html! {
        <dd lang={language.tag()}>
            <p>{term.meaning.get(language)}</p>
            if let Some(also) = term.also {
                <p class="muted">{text::ALSO_CALLED.fill(language, &[("names", also.get(language))])}</p>
            }
        </dd>
    }
}
