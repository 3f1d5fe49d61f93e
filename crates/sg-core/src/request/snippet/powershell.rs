//! A call as a line for the Alibaba Cloud CLI in PowerShell.

use super::cli::{check, must_be_tied};
use super::{Unfit, unfit};
use crate::emulator::Call;
use crate::quote::powershell::{Refusal, quote};

/// The `aliyun.exe ecs …` line of a call, for Windows PowerShell 5.1 and PowerShell 7 alike.
///
/// The name has its ending, since arguments of a `.cmd` file of the same name would go through
/// `cmd.exe`, which has other quotes.
pub(super) fn command(call: &Call) -> Result<String, Unfit> {
    let mut line = format!("aliyun.exe ecs {}", call.action.as_str());
    for (name, value) in call.params.iter() {
        check(name, value)?;
        let quoted = |text: &str| quote(text).map_err(|refusal| refused(refusal, name));
        // A dot would end a flag that stands bare, and a tie belongs to the same argument.
        let words = match must_be_tied(value) {
            true => quoted(&format!("--{name}={value}"))?,
            false if name.contains('.') => format!("'--{name}' {}", quoted(value)?),
            false => format!("--{name} {}", quoted(value)?),
        };
        line.push(' ');
        line.push_str(&words);
    }
    Ok(line)
}

fn refused(refusal: Refusal, name: &str) -> Unfit {
    let words = match refusal {
        Refusal::Nul => unfit::NUL,
        Refusal::DoubleQuote => unfit::DOUBLE_QUOTE,
        Refusal::LastBackslash => unfit::LAST_BACKSLASH,
    };
    Unfit::at(words, name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::emulator::Action;

    #[test]
    fn every_value_is_one_argument() {
        let params = [
            ("RegionId", "cn-hangzhou"),
            ("Permissions.1.PortRange", "-1/-1"),
            ("Permissions.1.Description", "it's; calc"),
        ];
        let call = Call::new(Action::AuthorizeSecurityGroup, params);
        assert_eq!(
            command(&call).unwrap(),
            "aliyun.exe ecs AuthorizeSecurityGroup --RegionId 'cn-hangzhou' \
             '--Permissions.1.PortRange=-1/-1' '--Permissions.1.Description' 'it''s; calc'"
        );
    }
}
