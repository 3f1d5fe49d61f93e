//! Quotas, as one dated table.

/// A quota of the service.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum LimitId {
    /// Security groups in one region of one account (the lowest value of the quota).
    GroupsPerRegion,
    /// Groups on one network interface.
    GroupsPerInterface,
    /// Rules over all groups of one interface, both directions together.
    RulesPerInterface,
    /// Rules of one basic group that name a group; an advanced group may have none.
    GroupPeersPerBasicGroup,
    /// Private addresses in one basic group.
    AddressesPerBasicGroup,
    /// Interfaces in one advanced group.
    InterfacesPerAdvancedGroup,
    /// Rules in one call (`Permissions.N`).
    PermissionsPerCall,
    /// Characters of a rule's description.
    RuleDescriptionCharacters,
}

/// One quota with its source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limit {
    /// The largest number allowed.
    pub value: usize,
    /// The page that states it.
    pub source: &'static str,
    /// When the page was dated or read.
    pub date: &'static str,
}

impl LimitId {
    /// Every quota, once each.
    pub const ALL: [Self; 8] = [
        Self::GroupsPerRegion,
        Self::GroupsPerInterface,
        Self::RulesPerInterface,
        Self::GroupPeersPerBasicGroup,
        Self::AddressesPerBasicGroup,
        Self::InterfacesPerAdvancedGroup,
        Self::PermissionsPerCall,
        Self::RuleDescriptionCharacters,
    ];

    /// The quota's row.
    pub const fn limit(self) -> Limit {
        const RULES: &str = "Security group rules";
        const TYPES: &str = "Basic and advanced security groups";
        let (value, source, date) = match self {
            Self::GroupsPerRegion => (100, "CreateSecurityGroup", "2026-09"),
            Self::GroupsPerInterface => (10, RULES, "2026-01"),
            Self::RulesPerInterface => (1_000, RULES, "2026-01"),
            Self::GroupPeersPerBasicGroup => (20, TYPES, "2026"),
            Self::AddressesPerBasicGroup => (6_000, TYPES, "2026"),
            Self::InterfacesPerAdvancedGroup => (65_536, TYPES, "2026"),
            Self::PermissionsPerCall => (100, "AuthorizeSecurityGroup", "2026-04"),
            Self::RuleDescriptionCharacters => (512, "AuthorizeSecurityGroup", "2026-09"),
        };
        Limit { value, source, date }
    }

    /// The largest number allowed.
    pub const fn value(self) -> usize {
        self.limit().value
    }
}
