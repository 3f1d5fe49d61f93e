//! A call as a line for the Alibaba Cloud CLI.

use thiserror::Error;

use crate::emulator::Call;
use crate::request::hidden::is_hidden;

/// Why a call cannot be a command line.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum CliError {
    /// An argument of a process cannot hold a NUL.
    #[error("`{0}` holds a NUL character, which no command line can carry")]
    Nul(String),
    /// A parameter whose name is not a flag name.
    #[error("`{0}` is not the name of a parameter")]
    Name(String),
}

/// The `aliyun ecs …` line of a call, for a POSIX shell (`sh`, `bash`, `zsh`).
///
/// Each value is one word of the shell, whatever is in it. Values with control or invisible
/// characters are written in the `$'…'` form of POSIX.1-2024, so that nothing hides in the line
/// and nothing acts on a terminal when it is pasted.
///
/// # Errors
/// [`CliError`] when a value holds NUL, or a name has a character that names do not have.
pub fn command(call: &Call) -> Result<String, CliError> {
    let mut line = format!("aliyun ecs {}", call.action.as_str());
    for (name, value) in call.params.iter() {
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'.' || byte == b'_';
        if name.is_empty() || !name.bytes().all(plain) {
            return Err(CliError::Name(name.to_owned()));
        }
        if value.contains('\0') {
            return Err(CliError::Nul(name.to_owned()));
        }
        // The CLI reads a word that starts with `-` as the next flag unless `=` ties it to its own.
        let tie = if value.starts_with('-') { '=' } else { ' ' };
        line.push_str(" --");
        line.push_str(name);
        line.push(tie);
        line.push_str(&quote(value));
    }
    Ok(line)
}

/// One word of a POSIX shell that means exactly `text`, which holds no NUL.
fn quote(text: &str) -> String {
    let safe = |byte: u8| byte.is_ascii_alphanumeric() || b"-_./:,@%+=".contains(&byte);
    if !text.is_empty() && text.bytes().all(safe) {
        return text.to_owned();
    }
    if text.chars().any(is_hidden) {
        return dollar_quote(text);
    }
    format!("'{}'", text.replace('\'', r"'\''"))
}

fn dollar_quote(text: &str) -> String {
    let mut out = String::from("$'");
    for c in text.chars() {
        match c {
            '\'' | '\\' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            '\r' => out.push_str("\\r"),
            // Three octal digits end by themselves, so a digit may follow.
            _ if is_hidden(c) => {
                for byte in c.encode_utf8(&mut [0; 4]).bytes() {
                    out.push_str(&format!("\\{byte:03o}"));
                }
            }
            _ => out.push(c),
        }
    }
    out.push('\'');
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::emulator::Action;

    #[test]
    fn each_value_is_one_word_whatever_is_in_it() {
        assert_eq!(quote("sg-bp1x"), "sg-bp1x");
        assert_eq!(quote(""), "''");
        assert_eq!(quote("it's; rm -rf ~ #"), r"'it'\''s; rm -rf ~ #'");
        assert_eq!(quote("$(reboot)`x`\\"), r"'$(reboot)`x`\'");
        assert_eq!(quote("a\n1\u{1b}9\u{202e}'"), r"$'a\n1\0339\342\200\256\''");
    }

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
    fn what_no_command_line_can_carry_is_refused() {
        let call = |name, value| Call::new(Action::JoinSecurityGroup, [(name, value)]);
        assert_eq!(
            command(&call("InstanceId", "a\0b")),
            Err(CliError::Nul("InstanceId".to_owned()))
        );
        assert_eq!(command(&call("a b", "c")), Err(CliError::Name("a b".to_owned())));
    }
}
