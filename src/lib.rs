//! The page: the only package that depends on Yew and the browser.

mod app;

pub mod drawing;

pub mod page;

pub mod component;

pub mod derived;
pub mod export;
mod fault;
pub mod find;
pub mod hooks;
pub mod part;
pub mod platform;
mod prefetch;
pub mod state;
pub mod text;

pub use app::{App, AppProps};
pub use prefetch::prefetch;
