//! Since when rules are listed that were created: what somebody asks who is called at night.

use sg_core::model::Timestamp;

/// A moment as it was typed. A time of day is the last one before it was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Since {
    /// What was typed; empty for all rules, whenever they were created.
    pub typed: String,
    /// When it was typed; `None` if nothing ever was.
    pub at: Option<Timestamp>,
}

/// What was typed is no moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoMoment;

impl Since {
    /// The moment, if one was typed.
    ///
    /// # Errors
    /// [`NoMoment`] for a text that is none.
    pub fn moment(&self) -> Result<Option<Timestamp>, NoMoment> {
        let Some(at) = self.at.filter(|_| !self.typed.trim().is_empty()) else { return Ok(None) };
        Timestamp::moment(self.typed.trim(), at).map(Some).ok_or(NoMoment)
    }
}
