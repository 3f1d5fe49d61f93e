//! Paging: by `MaxResults` and `NextToken`, or by `PageNumber` and `PageSize`.

use std::ops::RangeInclusive;

use super::common;
use super::error::{OperationError, Refusal};
use super::params::Params;
use super::value::{Field, Value};

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

/// `MaxResults`, if given; the name of the parameter if it is not a number in `allowed`.
pub(super) fn max_results(
    params: &Params,
    allowed: RangeInclusive<usize>,
) -> Result<Option<usize>, &'static str> {
    number(params, "MaxResults", allowed)
}

/// A number, if given; the name of the parameter if it is not a number in `allowed`.
pub(super) fn number(
    params: &Params,
    name: &'static str,
    allowed: RangeInclusive<usize>,
) -> Result<Option<usize>, &'static str> {
    let Some(text) = params.given(name) else { return Ok(None) };
    let digits = text.bytes().all(|byte| byte.is_ascii_digit());
    let number = text.parse().ok().filter(|number| digits && allowed.contains(number));
    number.map(Some).ok_or(name)
}

/// The requested page of a list of `total` items; `None` if its token was not issued for this list.
/// Without `MaxResults` and `NextToken`, the page is the whole list.
///
/// `owner` identifies the list: a token of one list is not valid for another.
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

/// A page of a list that supports both kinds of paging.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Listing {
    page: Page,
    total: usize,
    /// `PageNumber` and `PageSize`: zero if the page was requested by token
    /// (`Assumption::NoPageBesideToken`).
    number: usize,
    size: usize,
}

impl Listing {
    /// The page that a call requests: by token if `MaxResults` or `NextToken` is given, otherwise
    /// by number.
    ///
    /// # Errors
    /// `next_token` for a token that was not issued, and the gateway's own errors for numbers.
    pub(super) fn of(
        params: &Params,
        owner: &str,
        total: usize,
        next_token: impl OperationError,
    ) -> Result<Self, Refusal> {
        let most = Self::most(params)?;
        Self::by(params, owner, total, next_token, most, 50)
    }

    /// `MaxResults` of a list that takes at most 100.
    pub(super) fn most(params: &Params) -> Result<Option<usize>, Refusal> {
        number(params, "MaxResults", 1..=100).map_err(|name| common::Error::MaxResults.at(name))
    }

    /// As [`Listing::of`], with `MaxResults` as already read and at most `largest` for `PageSize`.
    ///
    /// # Errors
    /// As [`Listing::of`].
    pub(super) fn by(
        params: &Params,
        owner: &str,
        total: usize,
        next_token: impl OperationError,
        most: Option<usize>,
        largest: usize,
    ) -> Result<Self, Refusal> {
        let number = self::number(params, "PageNumber", 1..=2_147_483_647)
            .map_err(|name| common::Error::PageNumber.at(name))?
            .unwrap_or(1);
        let size = self::number(params, "PageSize", 1..=largest)
            .map_err(|name| common::Error::PageSize.at(name))?
            .unwrap_or(10);
        if most.is_some() || params.given("NextToken").is_some() {
            let page = page(params, owner, total, most, 10);
            let page =
                page.ok_or_else(|| next_token.saying("NextToken", "`NextToken` is not valid"))?;
            return Ok(Self { page, total, number: 0, size: 0 });
        }
        let start = (number - 1).saturating_mul(size);
        let page = Page { start, length: size, next_token: String::new() };
        Ok(Self { page, total, number, size })
    }

    /// The items of the page.
    pub(super) fn cut<T>(&self, items: impl IntoIterator<Item = T>) -> impl Iterator<Item = T> {
        items.into_iter().skip(self.page.start).take(self.page.length)
    }

    /// The reply fields that describe the page.
    pub(super) fn fields(&self) -> Vec<Field> {
        vec![
            ("NextToken", Value::text(&self.page.next_token)),
            ("TotalCount", Value::count(self.total)),
            ("PageNumber", Value::count(self.number)),
            ("PageSize", Value::count(self.size)),
        ]
    }
}

/// The token of the page that starts at `start`: sixteen hexadecimal digits, as in the samples.
/// FNV-1a is enough: the token need not be secret, it just must not look like a position.
fn token(owner: &str, start: usize) -> String {
    let hash = owner
        .bytes()
        .chain(start.to_string().bytes())
        .fold(0xCBF2_9CE4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3)
        });
    format!("{hash:016x}")
}
