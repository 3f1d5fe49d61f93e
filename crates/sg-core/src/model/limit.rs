//! The service quotas, as one dated table. An account may have more: see [`Quotas`](super::Quotas).

/// A quota of the service.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum LimitId {
    /// Security groups per region and account (the lowest default of the quota).
    GroupsPerRegion,
    /// Security groups per network interface.
    GroupsPerInterface,
    /// Rules across all groups of an interface, both directions combined.
    RulesPerInterface,
    /// Rules in a basic group that reference another group; an advanced group may have none.
    GroupPeersPerBasicGroup,
    /// Private addresses in one basic group.
    AddressesPerBasicGroup,
    /// Interfaces in one advanced group.
    InterfacesPerAdvancedGroup,
    /// Rules per call (`Permissions.N`).
    PermissionsPerCall,
    /// Length of a rule description, in characters.
    RuleDescriptionCharacters,
}

/// A quota and its source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limit {
    /// The maximum.
    pub value: usize,
    /// The page that states it.
    pub source: &'static str,
    /// The date of the page, or the date it was read.
    pub date: &'static str,
}

impl LimitId {
    /// All quotas.
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

    /// Its name, as in scenario documents.
    pub const fn name(self) -> &'static str {
        match self {
            Self::GroupsPerRegion => "groupsPerRegion",
            Self::GroupsPerInterface => "groupsPerInterface",
            Self::RulesPerInterface => "rulesPerInterface",
            Self::GroupPeersPerBasicGroup => "groupPeersPerBasicGroup",
            Self::AddressesPerBasicGroup => "addressesPerBasicGroup",
            Self::InterfacesPerAdvancedGroup => "interfacesPerAdvancedGroup",
            Self::PermissionsPerCall => "permissionsPerCall",
            Self::RuleDescriptionCharacters => "ruleDescriptionCharacters",
        }
    }

    /// The table row of this quota.
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

    /// The maximum of an account for which it has not been raised.
    pub const fn value(self) -> usize {
        self.limit().value
    }

    /// The most that this quota can be raised to here, if the service raises it at all. The figures
    /// bound what this program holds; the service publishes none.
    pub const fn most(self) -> Option<usize> {
        match self {
            Self::GroupsPerRegion => Some(1_000),
            Self::GroupsPerInterface => Some(100),
            Self::RulesPerInterface | Self::GroupPeersPerBasicGroup => Some(1_000_000),
            Self::AddressesPerBasicGroup => Some(65_536),
            Self::InterfacesPerAdvancedGroup
            | Self::PermissionsPerCall
            | Self::RuleDescriptionCharacters => None,
        }
    }
}
