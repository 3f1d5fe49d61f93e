//! Calls that end in an error, as short texts with places that a scenario fills.
//!
//! An operation keeps them beside its error table. How a text is read stands in
//! `error_example/template.rs`.

/// A call to try, with what may be added to the scenario for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CallTemplate {
    /// The call.
    pub call: &'static str,
    /// A call of the same operation to be made before.
    pub first: Option<&'static str>,
    /// What to add where the scenario at hand will not do.
    pub fixtures: &'static [Fixture],
}

impl CallTemplate {
    pub(super) const fn new(call: &'static str) -> Self {
        Self { call, first: None, fixtures: &[Fixture::Groups] }
    }

    pub(super) const fn with(call: &'static str, fixtures: &'static [Fixture]) -> Self {
        Self { call, first: None, fixtures }
    }

    pub(super) const fn after(first: &'static str, call: &'static str) -> Self {
        Self { call, first: Some(first), fixtures: &[Fixture::Groups] }
    }
}

/// One thing to add to a scenario. Adding it twice is adding it once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fixture {
    /// Two basic groups without rules.
    Groups,
    /// A group that a cloud service manages.
    Managed,
    /// An advanced group with one member.
    Advanced,
    /// A basic group in another VPC.
    Foreign,
    /// An instance in the first basic group alone.
    Member,
    /// A group with rules of every kind in both directions, one that they name, prefix lists.
    Rules,
    /// As many groups as a region may have.
    FullRegion,
    /// An instance in as many groups as it may join.
    FullInterface,
    /// An instance in a group with as many rules as the interface may have.
    FullRules,
    /// A group with as many rules that name a group as it may have.
    FullPeers,
    /// A basic group with as many addresses as it may hold.
    FullBasic,
    /// An advanced group with as many interfaces as it may hold.
    FullAdvanced,
}
