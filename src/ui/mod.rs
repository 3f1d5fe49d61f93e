//! The page: the only folder that knows Yew and the browser.

mod app;

pub mod page;

pub mod component;

pub mod derived;
pub mod hooks;
pub mod platform;
pub mod state;
pub mod text;

pub use app::{App, AppProps};

/// TEMP
pub mod tmp {
    use crate::emulator::Action;
    pub struct ParamSpec {
        pub name: &'static str,
        pub required: bool,
        pub example: &'static str,
    }
    pub fn param_specs(_: Action) -> &'static [ParamSpec] {
        &[
            ParamSpec { name: "RegionId", required: true, example: "cn-hangzhou" },
            ParamSpec { name: "SecurityGroupId", required: true, example: "" },
            ParamSpec { name: "InnerAccessPolicy", required: true, example: "Drop" },
        ]
    }
}
