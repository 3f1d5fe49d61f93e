//! One paste for a whole account: a script that calls the `aliyun` CLI and gathers, in one file for
//! each region, every reply that an [import](crate::import) reads.
//!
//! ```
//! use sg_core::collect::{Collect, Shell, script};
//! use sg_core::model::RegionId;
//!
//! let regions = vec![RegionId::parse("cn-hangzhou").unwrap()];
//! let script = script(Shell::Posix, &Collect { regions, anonymise: false });
//! assert!(script.contains("DescribeSecurityGroupAttribute"));
//! ```

mod choice;
mod keep;
mod paste;
mod policy;
mod posix;
mod powershell;
mod script;
mod step;

pub use choice::{Collect, Shell, region, regions};
pub use paste::paste;
pub use policy::policy;
pub use script::script;
pub use step::{Operation, STEPS, Step, operations};
