//! Two strings to sign side by side, and AccessKey ids that look real.

/// Where a pasted string to sign parts from ours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The place, in characters from 0.
    pub character: usize,
    /// The last characters that both have, for the eye.
    pub before: String,
    /// How ours goes on; empty where it ends there.
    pub ours: String,
    /// How the pasted one goes on; empty where it ends there.
    pub theirs: String,
}

/// How many characters of context a difference shows on either side.
const CONTEXT: usize = 24;

/// The first place where a pasted string to sign parts from ours; none where they are equal. The
/// pasted text may be the whole message of a `SignatureDoesNotMatch` reply, which ends in a colon
/// and the service's own string to sign; spaces around it do not count.
pub fn first_difference(ours: &str, pasted: &str) -> Option<Difference> {
    let theirs = string_to_sign_in(pasted);
    if ours == theirs {
        return None;
    }
    let same = ours.chars().zip(theirs.chars()).take_while(|(own, other)| own == other).count();
    let from = same.saturating_sub(CONTEXT);
    let rest = |text: &str| text.chars().skip(same).take(CONTEXT).collect();
    Some(Difference {
        character: same,
        before: ours.chars().take(same).skip(from).collect(),
        ours: rest(ours),
        theirs: rest(theirs),
    })
}

/// The string to sign in a pasted text: what follows the last colon that a method or the name of
/// the newer algorithm follows, else the whole text.
fn string_to_sign_in(pasted: &str) -> &str {
    let begins = |text: &str| {
        ["GET&", "POST&", super::v3::ALGORITHM].iter().any(|start| text.starts_with(start))
    };
    let whole = pasted.trim();
    if begins(whole) {
        return whole;
    }
    let tails = whole.match_indices(':').filter_map(|(place, _)| whole.get(place + 1..));
    tails.map(str::trim_start).filter(|tail| begins(tail)).last().unwrap_or(whole)
}

/// Whether an AccessKey id looks like one the service gives out: `LTAI` and at least eight more
/// letters or digits (lasting pairs), or `STS.` and as many (temporary ones). Such an id has no
/// business in a page.
pub fn looks_real(access_key_id: &str) -> bool {
    let id = access_key_id.trim();
    let rest = ["LTAI", "STS."].iter().find_map(|start| {
        let (head, rest) = id.split_at_checked(start.len())?;
        head.eq_ignore_ascii_case(start).then_some(rest)
    });
    rest.is_some_and(|rest| rest.len() >= 8 && rest.bytes().all(|b| b.is_ascii_alphanumeric()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const OURS: &str = "GET&%2F&AccessKeyId%3Dtestid%26Action%3DDescribeRegions";

    #[test]
    fn equal_strings_have_no_difference_bare_or_in_the_message_of_a_reply() {
        let message = "Specified signature is not matched with our calculation. server string to \
                       sign is:";
        assert_eq!(first_difference(OURS, OURS), None);
        assert_eq!(first_difference(OURS, &format!("  {OURS}\n")), None);
        assert_eq!(first_difference(OURS, &format!("{message}{OURS}")), None);
    }

    #[test]
    fn the_first_place_where_they_part_is_named_with_its_surroundings() {
        let pasted = OURS.replace("testid", "test1d");
        let difference = first_difference(OURS, &pasted).unwrap();
        assert_eq!(difference.character, 26);
        assert!(difference.before.ends_with("AccessKeyId%3Dtest"), "{difference:?}");
        assert!(difference.ours.starts_with("id%26") && difference.theirs.starts_with("1d%26"));
        // One that stops early parts where it stops.
        let short: String = OURS.chars().take(10).collect();
        let difference = first_difference(OURS, &short).unwrap();
        assert_eq!((difference.character, difference.theirs.as_str()), (10, ""));
    }

    #[test]
    fn a_real_looking_id_is_told_from_the_demo_ones() {
        for real in ["LTAI5tAbCdEfGhIjKlMnOp", " ltai4fabcdefgh ", "STS.NTx9abcdefgh"] {
            assert!(looks_real(real), "{real}");
        }
        for demo in ["testid", "", "LTAI", "LTAI****************", "验LTAI5tAbCdEfGh", "STS.abc"] {
            assert!(!looks_real(demo), "{demo}");
        }
    }
}
