//! Templates of calls that end in an error, with placeholders to be filled in from a scenario.
//!
//! Each operation keeps its templates beside its error table. The syntax is explained in
//! `error_example/template.rs`.

/// A call to try, and what may be added to the scenario to make it fail as intended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CallTemplate {
    /// The call.
    pub call: &'static str,
    /// A call of the same operation to make first.
    pub first: Option<&'static str>,
    /// What to add if the current scenario is not suitable.
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

/// Something to add to a scenario. Adding it twice has no further effect.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fixture {
    /// Two basic groups without rules.
    Groups,
    /// A group managed by a cloud service.
    Managed,
    /// A group with deletion protection.
    Protected,
    /// An advanced group with one member.
    Advanced,
    /// A basic group in another VPC.
    Foreign,
    /// An interface of a cloud service in the first basic group.
    ServiceInterface,
    /// An interface in the first basic group that is attached to nothing.
    Unattached,
    /// The same in another VPC.
    ForeignInterface,
    /// A VPC without a free address, and a group in it.
    TinyVpc,
    /// A prefix list with room for a single entry, which it has, and which no rule references.
    List,
    /// A port list that no rule references.
    PortList,
    /// A group with a tag, in a resource group.
    Tagged,
    /// An instance whose only group is the first basic group.
    Member,
    /// A group with rules of every kind in both directions, the group they refer to, and prefix
    /// lists.
    Rules,
    /// As many groups as a region may have.
    FullRegion,
    /// An instance in as many groups as it may join.
    FullInterface,
    /// An instance whose groups have as many rules as the interface may have.
    FullRules,
    /// A group with the maximum number of rules that refer to a group.
    FullPeers,
    /// A basic group with the maximum number of addresses.
    FullBasic,
    /// An advanced group with the maximum number of interfaces.
    FullAdvanced,
}
