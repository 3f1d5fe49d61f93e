//! API identifiers, one type per kind.

use std::fmt;
use std::sync::Arc;

use thiserror::Error;

/// Why a text is not a valid identifier.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum IdError {
    /// The text is empty.
    #[error("an id may not be empty")]
    Empty,
    /// The text is longer than any documented id.
    #[error("an id may not have more than 100 characters")]
    TooLong,
    /// A character other than a letter, digit, `_` or `-`.
    #[error("`{0}` may not stand in an id: only letters, digits, `_` and `-`")]
    Character(char),
}

/// The longest id the API documents, in characters (ModifySecurityGroupPolicy, error table).
const MAX_CHARACTERS: usize = 100;

/// The documented check allows only letters, digits and underscores, but every real id contains a
/// hyphen (`sg-…`), so hyphens are accepted here.
fn check(text: &str) -> Result<(), IdError> {
    if text.is_empty() {
        return Err(IdError::Empty);
    }
    if text.chars().count() > MAX_CHARACTERS {
        return Err(IdError::TooLong);
    }
    match text.chars().find(|c| !(c.is_ascii_alphanumeric() || *c == '_' || *c == '-')) {
        Some(bad) => Err(IdError::Character(bad)),
        None => Ok(()),
    }
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)+) => {$(
        $(#[$doc])*
        ///
        /// One to 100 ASCII letters, digits, `_` or `-`. Cheap to clone.
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Arc<str>);

        impl $name {
            /// Parses an id.
            ///
            /// # Errors
            /// [`IdError`] if the text is empty, too long or contains an invalid character.
            pub fn parse(text: &str) -> Result<Self, IdError> {
                check(text).map(|()| Self(Arc::from(text)))
            }

            /// The id as written in the API.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    )+};
}

ids! {
    /// A security group (`sg-…`).
    SecurityGroupId;
    /// A security group rule (`sgr-…`).
    RuleId;
    /// An ECS instance (`i-…`).
    InstanceId;
    /// An elastic network interface (`eni-…`).
    NetworkInterfaceId;
    /// A virtual private cloud (`vpc-…`).
    VpcId;
    /// A vSwitch (`vsw-…`).
    VSwitchId;
    /// A zone (`cn-hangzhou-h`).
    ZoneId;
    /// A prefix list (`pl-…`).
    PrefixListId;
    /// A port list (`prl-…`).
    PortListId;
    /// A region (`cn-hangzhou`).
    RegionId;
    /// A resource group (`rg-…`).
    ResourceGroupId;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn real_ids_pass_and_each_fault_is_named() {
        assert_eq!(SecurityGroupId::parse("sg-bp1_X9").unwrap().as_str(), "sg-bp1_X9");
        assert_eq!(SecurityGroupId::parse(""), Err(IdError::Empty));
        assert_eq!(SecurityGroupId::parse(&"x".repeat(101)), Err(IdError::TooLong));
        assert_eq!(SecurityGroupId::parse("sg-bp67****"), Err(IdError::Character('*')));
        assert_eq!(SecurityGroupId::parse("sg-组"), Err(IdError::Character('组')));
        assert!(SecurityGroupId::parse(&"x".repeat(100)).is_ok());
    }
}
