//! API endpoints: the central one of the reference pages, or that of a region.

use crate::model::RegionId;

/// The host that serves a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Endpoint<'a> {
    /// `ecs.aliyuncs.com`, used by every sample on the reference pages.
    Central,
    /// `ecs.{region}.aliyuncs.com`, the public endpoint of a region (endpoints page, 2026). Some
    /// client libraries still use `ecs-cn-hangzhou.aliyuncs.com` for Hangzhou; it is not generated
    /// here.
    Region(&'a RegionId),
}

impl Endpoint<'_> {
    /// The host name, as used in the `host` header and the URL.
    pub fn host(self) -> String {
        match self {
            Self::Central => "ecs.aliyuncs.com".to_owned(),
            Self::Region(region) => format!("ecs.{region}.aliyuncs.com"),
        }
    }

    /// Scheme, host and path: `https://ecs.aliyuncs.com/`.
    pub fn url(self) -> String {
        format!("https://{}/", self.host())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_region_has_a_host_of_its_own() {
        let region = RegionId::parse("cn-beijing").unwrap();
        assert_eq!(Endpoint::Central.url(), "https://ecs.aliyuncs.com/");
        assert_eq!(Endpoint::Region(&region).url(), "https://ecs.cn-beijing.aliyuncs.com/");
    }
}
