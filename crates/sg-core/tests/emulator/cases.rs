//! Runs the emulator's case files: a scene, calls, and for each the exact change or the exact error.
//!
//! ```text
//! # What the case shows.
//! group G1 basic drop                     the scene, see common/scene.rs; besides it also
//! managed G1                              a cloud service manages the group
//! labels G1 rg-1 env=prod                 its resource group and its tags
//! region cn-qingdao                       the region of the scene
//! fill G1 addresses 6000                  one more member with that many private addresses
//! fill G2 interfaces 65536                that many more members
//! entries pl-1 5                          the most entries a prefix list may hold (200 unless said)
//! groups 100                              more groups, up to that many
//! earlier CreateSecurityGroup …           a call made before; the scene is the one it left
//! refused JoinSecurityGroup …             a call made before that was refused
//!
//! > JoinSecurityGroup RegionId=cn-hangzhou SecurityGroupId=G1 Description="two words"
//!   InstanceId=@x*101                     a value of 101 x; a call may go over several lines
//! error 404 InvalidInstanceId.NotFound    or `ok`
//! message The specified InstanceId does not exist.
//! at InstanceId
//! ```
//!
//! After `ok` come the lines of the scene that went (`-`) and came (`+`), and `reply POINTER JSON`
//! for parts of the reply. Every call of a file is made on the file's scene as it stands there.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::wildcard_enum_match_arm,
    reason = "a test that fails should stop at once and say where"
)]

mod assumptions;
mod case;
mod documentation;
mod fields;
mod hostile;
mod snapshots;
mod tables;
