//! An edit and its effect in one sentence.

use crate::component::words::call::describe_policy;
use crate::component::words::edit::{InWords, counts};
use crate::derived::Reachability;
use crate::hooks::Session;
use crate::text::connectivity as text;
use sg_core::history::{Edit, History, Outcome, Refusal, Step};
use sg_core::language::Text;
use sg_core::model::Scenario;

/// Says an edit and its effect. Until the part is here that says every edit, a policy change that
/// was not refused is said alone.
pub(super) struct Sayer<'a> {
    pub(super) session: &'a Session,
    pub(super) history: &'a History,
    /// The changes.
    pub(super) seen: &'a Reachability,
    /// Whether an edit is previewed, whose changes they are then.
    pub(super) previews: bool,
    pub(super) words: Option<InWords>,
}

impl Sayer<'_> {
    pub(super) fn preview(&self, edit: &Edit) -> Option<String> {
        let refusal = self.seen.refusal.as_ref();
        let edit = self.edit(self.history.scenario(), edit)?;
        if let Some(refusal) = refusal {
            return self.refused(text::WOULD_BE_REFUSED, &edit, refusal);
        }
        let counted = || counts(self.session, self.seen);
        let texts = (text::WOULD_TOUCH_MANY, text::WOULD, text::WOULD_NOT_CHANGE);
        Some(self.effect(&edit, texts, counted))
    }

    pub(super) fn done(&self, step: &Step) -> Option<String> {
        let edit = self.edit(self.history.scenario_before(), &step.edit)?;
        match &step.outcome {
            Outcome::Refused(error) => {
                return self.refused(text::WAS_REFUSED, &edit, &Refusal::Api(error.clone()));
            }
            Outcome::Impossible(error) => {
                return self.refused(text::WAS_REFUSED, &edit, &Refusal::Topology(error.clone()));
            }
            Outcome::Replied(_) | Outcome::Done => {}
        }
        let counted = || counts(self.session, self.seen).filter(|_| !self.previews);
        let texts = (text::TOUCHED_MANY, text::AFTER, text::NO_CHANGE);
        Some(self.effect(&edit, texts, counted))
    }

    /// The effect on too many pairs to count, on some, or on none.
    fn effect(
        &self,
        edit: &str,
        (many, some, none): (Text, Text, Text),
        counted: impl Fn() -> Option<String>,
    ) -> String {
        let say = |said: &str| self.session.fill(text::SAY_EDIT, &[("edit", edit), ("said", said)]);
        // More pairs than were compared; their changes are shown elsewhere.
        let uncompared = self.seen.uncompared;
        if uncompared > 0 {
            return say(&self.session.fill(many, &[("count", &uncompared.to_string())]));
        }
        match counted() {
            Some(changes) => self.session.fill(some, &[("edit", edit), ("changes", &changes)]),
            None => say(self.session.say(none)),
        }
    }

    fn edit(&self, scenario: &Scenario, edit: &Edit) -> Option<String> {
        let policy = || match edit {
            Edit::Call(call) => describe_policy(self.session, scenario, call),
            Edit::Topology(_) => None,
        };
        self.words.map(|words| (words.edit)(self.session, scenario, edit)).or_else(policy)
    }

    fn refused(&self, text: Text, edit: &str, refusal: &Refusal) -> Option<String> {
        let error = (self.words?.refusal)(self.session, refusal);
        Some(self.session.fill(text, &[("edit", edit), ("error", &error)]))
    }
}
