//! A call as a command line for the Alibaba Cloud CLI.

use thiserror::Error;

use super::quote::shell::quote;
use crate::emulator::Call;

/// Why a call cannot be written as a command line.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum CliError {
    /// A process argument cannot contain a NUL.
    #[error("`{0}` holds a NUL character, which no command line can carry")]
    Nul(String),
    /// The parameter name is not valid as a flag.
    #[error("`{0}` is not the name of a parameter")]
    Name(String),
}

/// The `aliyun ecs …` command line of a call, for a POSIX shell (`sh`, `bash`, `zsh`).
///
/// Each value is a single shell word, whatever it contains. Values with control or invisible
/// characters use the `$'…'` form of POSIX.1-2024, so that nothing is hidden and nothing acts on a
/// terminal when pasted.
///
/// # Errors
/// [`CliError`] if a value contains NUL, or a name has an invalid character.
pub fn command(call: &Call) -> Result<String, CliError> {
    command_with(call, |_| None)
}

/// Like [`command`], but uses shell variables for ids that are only known at run time because an
/// earlier command created the resource. `variable` returns the variable of an id.
///
/// # Errors
/// [`CliError`], as for [`command`].
pub fn command_with(
    call: &Call,
    variable: impl Fn(&str) -> Option<String>,
) -> Result<String, CliError> {
    let mut line = format!("aliyun ecs {}", call.action.as_str());
    for (name, value) in call.params.iter() {
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'.' || byte == b'_';
        if name.is_empty() || !name.bytes().all(plain) {
            return Err(CliError::Name(name.to_owned()));
        }
        if value.contains('\0') {
            return Err(CliError::Nul(name.to_owned()));
        }
        // The CLI reads a word that starts with `-` as the next flag, unless `=` attaches it.
        let tie = if value.starts_with('-') { '=' } else { ' ' };
        line.push_str(" --");
        line.push_str(name);
        line.push(tie);
        match variable(value).filter(|_| names_an_id(name)) {
            Some(variable) => line.push_str(&format!("\"${variable}\"")),
            None => line.push_str(&quote(value)),
        }
    }
    Ok(line)
}

/// Whether a parameter contains an id: `SecurityGroupId`, `SecurityGroupRuleId.1`,
/// `Permissions.1.SourceGroupId`. Other text might look like an id by accident.
pub fn names_an_id(parameter: &str) -> bool {
    let name = parameter.trim_end_matches(|c: char| c.is_ascii_digit() || c == '.');
    name.ends_with("Id")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::emulator::Action;

    #[test]
    fn a_value_that_looks_like_a_flag_is_tied_to_its_own() {
        let call = Call::new(
            Action::AuthorizeSecurityGroup,
            [("PortRange", "-1/-1"), ("IpProtocol", "ALL")],
        );
        assert_eq!(
            command(&call).unwrap(),
            "aliyun ecs AuthorizeSecurityGroup --PortRange=-1/-1 --IpProtocol ALL"
        );
    }

    #[test]
    fn only_an_id_becomes_a_variable() {
        let params = [
            ("SecurityGroupId", "sg-1"),
            ("Permissions.1.SourceGroupId", "sg-1"),
            ("Permissions.1.Description", "sg-1"),
            ("SecurityGroupRuleId.2", "sg-1"),
        ];
        let call = Call::new(Action::AuthorizeSecurityGroup, params);
        assert_eq!(
            command_with(&call, |_| Some("group".to_owned())).unwrap(),
            "aliyun ecs AuthorizeSecurityGroup --SecurityGroupId \"$group\" \
             --Permissions.1.SourceGroupId \"$group\" --Permissions.1.Description sg-1 \
             --SecurityGroupRuleId.2 \"$group\""
        );
    }

    #[test]
    fn what_no_command_line_can_carry_is_refused() {
        let call = |name, value| Call::new(Action::JoinSecurityGroup, [(name, value)]);
        assert_eq!(
            command(&call("InstanceId", "a\0b")),
            Err(CliError::Nul("InstanceId".to_owned()))
        );
        assert_eq!(command(&call("a b", "c")), Err(CliError::Name("a b".to_owned())));
    }
}
