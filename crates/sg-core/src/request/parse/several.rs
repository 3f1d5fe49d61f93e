//! Cuts pasted text into its commands: lines copied from a terminal with their prompts, several
//! commands, and a command pasted behind one that had been begun.

use super::command;

/// The texts to [`parse`](super::parse()) one after another. A text with at most one command is one
/// text.
///
/// - A line that begins a command, after an optional prompt, begins a text; every other line belongs
///   to the text before it, so that a command may have several lines.
/// - `aliyun ecs` in front of a whole command, URL or form is dropped: somebody pasted over what a
///   field held already.
pub fn commands(text: &str) -> Vec<&str> {
    let text = after_repeated_start(text);
    let mut starts = vec![0];
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if at > 0 && command::begins(line).is_some() {
            starts.push(at);
        }
        at += line.len();
    }
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    let texts = starts.iter().zip(ends).filter_map(|(start, end)| text.get(*start..end));
    let texts: Vec<&str> = texts.map(str::trim).filter(|text| !text.is_empty()).collect();
    if texts.is_empty() { vec![text] } else { texts }
}

/// The text without an `aliyun ecs` that something complete follows.
fn after_repeated_start(text: &str) -> &str {
    let mut whole = text;
    while let Some(rest) = behind_start(whole) {
        let rest = rest.trim_start();
        let form = ["http://", "https://", "?", "/?", "Action="];
        let complete = form.iter().any(|start| rest.starts_with(start));
        if !complete && command::begins(rest).is_none() {
            break;
        }
        whole = rest;
    }
    whole
}

/// What follows `aliyun ecs`.
fn behind_start(text: &str) -> Option<&str> {
    let place = command::begins(text.trim_start())?;
    let command = text.trim_start().get(place..)?;
    let (_, rest) = command.split_once(' ')?;
    let rest = rest.trim_start_matches(' ').strip_prefix("ecs")?;
    rest.starts_with(' ').then_some(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_is_found_however_it_was_pasted() {
        let one = "aliyun ecs DescribeSecurityGroups --RegionId cn-hangzhou";
        for pasted in
            [one.to_owned(), format!("aliyun ecs {one}"), format!("aliyun ecs aliyun ecs {one}\n")]
        {
            assert_eq!(commands(&pasted), [one], "{pasted}");
        }
        for prompt in ["$ ", "# ", "root@bastion:~# ", "[ops@host ~]$ ", "PS C:\\> ", "% "] {
            let with = format!("{prompt}{one}");
            assert_eq!(commands(&format!("aliyun ecs {with}")), [&*with]);
            assert_eq!(
                super::super::parse(&with).unwrap().call.action.as_str(),
                "DescribeSecurityGroups"
            );
        }
        let url = "https://ecs.aliyuncs.com/?Action=DescribeSecurityGroups";
        assert_eq!(commands(&format!("aliyun ecs {url}")), [url]);
    }

    #[test]
    fn several_commands_are_several_and_a_continued_one_is_one() {
        let (a, b) = (
            "aliyun ecs DescribeSecurityGroups",
            "aliyun ecs DescribeSecurityGroups \\\n  --RegionId 'a\nb'",
        );
        assert_eq!(commands(&format!("$ {a}\n$ {b}\n\n")), [&format!("$ {a}"), &format!("$ {b}")]);
        assert_eq!(commands(b), [b]);
        assert_eq!(commands(&format!("aliyun ecs $ {a}\n{b}")), [&*format!("$ {a}"), b]);
    }

    #[test]
    fn what_is_no_command_stays_whole() {
        for text in
            ["", " ", "aliyun ecs ", "Action=DescribeSecurityGroups&RegionId=x", "hello\nworld"]
        {
            assert_eq!(commands(text).concat().trim(), text.trim());
            assert_eq!(commands(text).len(), 1, "{text:?}");
        }
    }
}
