//! Runs the emulator's case files: a scenario and calls, each with its exact change or exact error.
//!
//! ```text
//! # What the case demonstrates.
//! group G1 basic drop                     the scenario, see `sg_testing::scenario_text`; also:
//! managed G1                              the group is managed by a cloud service
//! owner G2 1000000000000001               the group belongs to another account
//! labels G1 rg-1 env=prod                 the resource group and tags of a group
//! region cn-qingdao                       the region of the scenario
//! fill G1 addresses 6000                  adds a member with that many private addresses
//! fill G2 interfaces 65536                adds that many members
//! entries pl-1 5                          the maximum number of entries of a prefix list (default 200)
//! held eni-9 G1 10.0.0.9                  an interface of a cloud service
//! unattached eni-9 G1 10.0.0.9            an interface that is attached to nothing
//! prefixes eni-9 10.1.0.0/28              the prefixes of an interface
//! groups 100                              adds groups up to that number
//! earlier CreateSecurityGroup …           an earlier call, which has changed the scenario
//! refused JoinSecurityGroup …             an earlier call that was refused
//!
//! > JoinSecurityGroup RegionId=cn-hangzhou SecurityGroupId=G1 Description="two words"
//!   InstanceId=@x*101                     a value of 101 x; a call may span several lines
//! error 404 InvalidInstanceId.NotFound    or `ok`
//! message The specified InstanceId does not exist.
//! at InstanceId
//! ```
//!
//! After `ok` come the removed (`-`) and added (`+`) lines of the scenario, and `reply POINTER JSON`
//! for parts of the response. Every call of a file starts from the file's own scenario.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::wildcard_enum_match_arm,
    reason = "a test panics on the first error"
)]

mod assumptions;
mod case;
mod documentation;
mod fields;
mod hostile;
mod snapshots;
mod tables;

pub(crate) use case::scenario_after;
