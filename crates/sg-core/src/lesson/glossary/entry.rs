//! The entries of the glossary that a page may lead to.

use super::Term;

/// An entry that a page leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Entry {
    /// Basic security group.
    BasicGroup,
    /// Advanced security group.
    AdvancedGroup,
    /// Managed security group.
    ManagedGroup,
    /// The policy Accept.
    IntraGroupConnectivity,
    /// The policy Drop.
    InternalIsolation,
    /// What a rule does.
    Action,
    /// The order of rules.
    Priority,
    /// The protocol of a rule.
    Protocol,
    /// The ports of a rule.
    Ports,
    /// The other end of a rule.
    AuthorizationObject,
    /// What applies where no rule matches.
    DefaultRule,
    /// Sessions.
    Stateful,
}

impl Entry {
    /// Every entry.
    pub const ALL: [Self; 12] = [
        Self::BasicGroup,
        Self::AdvancedGroup,
        Self::ManagedGroup,
        Self::IntraGroupConnectivity,
        Self::InternalIsolation,
        Self::Action,
        Self::Priority,
        Self::Protocol,
        Self::Ports,
        Self::AuthorizationObject,
        Self::DefaultRule,
        Self::Stateful,
    ];

    /// The element id of a term's entry.
    pub fn id_of(term: &Term) -> String {
        id(term.name.en)
    }

    /// The element id of the entry.
    pub fn id(self) -> String {
        id(self.name())
    }

    /// The English name of the term.
    pub const fn name(self) -> &'static str {
        match self {
            Self::BasicGroup => "Basic security group",
            Self::AdvancedGroup => "Advanced security group",
            Self::ManagedGroup => "Managed security group",
            Self::IntraGroupConnectivity => "Intra-group connectivity",
            Self::InternalIsolation => "Internal isolation",
            Self::Action => "Action",
            Self::Priority => "Priority",
            Self::Protocol => "Protocol type",
            Self::Ports => "Port range",
            Self::AuthorizationObject => "Authorization object",
            Self::DefaultRule => "Default access control rule",
            Self::Stateful => "Stateful",
        }
    }
}

fn id(name: &str) -> String {
    format!("term-{}", name.to_ascii_lowercase().replace(' ', "-"))
}
