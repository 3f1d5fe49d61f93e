//! Paging by `MaxResults` and `NextToken`.

use std::ops::RangeInclusive;

use super::Params;

/// A page of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Page {
    /// How many items come before it.
    pub(super) start: usize,
    /// How many items it may have.
    pub(super) length: usize,
    /// `NextToken` of the reply: empty on the last page.
    pub(super) next_token: String,
}

/// `MaxResults` where it is sent; the name of the parameter when it is not a number in `allowed`.
pub(super) fn max_results(
    params: &Params,
    allowed: RangeInclusive<usize>,
) -> Result<Option<usize>, &'static str> {
    const NAME: &str = "MaxResults";
    let Some(text) = params.given(NAME) else { return Ok(None) };
    let digits = text.bytes().all(|byte| byte.is_ascii_digit());
    let number = text.parse().ok().filter(|number| digits && allowed.contains(number));
    number.map(Some).ok_or(NAME)
}

/// The page of a list of `total` items that the call asks for; none when its token was not given
/// out for this list. Without `MaxResults` and `NextToken` it is the whole list.
///
/// `owner` says whose list it is: tokens of one list do not pass for another.
pub(super) fn page(
    params: &Params,
    owner: &str,
    total: usize,
    most: Option<usize>,
    default: usize,
) -> Option<Page> {
    let start = match params.given("NextToken") {
        None if most.is_none() => {
            return Some(Page { start: 0, length: total, next_token: String::new() });
        }
        None => 0,
        Some(given) => (1..total).find(|start| token(owner, *start) == given)?,
    };
    let length = most.unwrap_or(default);
    let end = start + length;
    let next_token = if end < total { token(owner, end) } else { String::new() };
    Some(Page { start, length, next_token })
}

/// The token of the page that starts at `start`: sixteen hexadecimal digits, as in the samples.
/// FNV-1a; it need not be secret, only not be mistaken for a position.
fn token(owner: &str, start: usize) -> String {
    let hash = owner
        .bytes()
        .chain(start.to_string().bytes())
        .fold(0xCBF2_9CE4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3)
        });
    format!("{hash:016x}")
}
