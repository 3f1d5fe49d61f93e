//! Alibaba Cloud ECS security groups as a library: who reaches whom and why, and what the ECS API
//! would answer to a call.
//!
//! Everything here is a pure function of its arguments. Nothing reads the clock, draws a random
//! number, opens a file or a socket, or knows about a browser: the same scenario, call and
//! [`Env`](emulator::Env) always give the same result.
//!
//! # Example
//!
//! Two instances share a basic security group whose policy is Drop. Ask about one packet, make one
//! API call, and ask again:
//!
//! ```
//! use sg_core::connectivity::{Packet, Verdict, ends, evaluate, flow_between};
//! use sg_core::emulator::{Action, Call, Env, answer};
//! use sg_core::model::{Port, Timestamp};
//! use sg_core::share::{Limits, read};
//!
//! let scenario = read(
//!     r#"{
//!       "version": 1,
//!       "vpcs": [{ "vpcId": "vpc-1", "cidrBlocks": ["10.0.0.0/16"] }],
//!       "securityGroups": [{ "securityGroupId": "sg-1", "innerAccessPolicy": "Drop" }],
//!       "instances": [
//!         { "instanceId": "i-a", "networkInterfaces": [
//!           { "securityGroupIds": ["sg-1"], "privateIpAddresses": ["10.0.0.1"] }] },
//!         { "instanceId": "i-b", "networkInterfaces": [
//!           { "securityGroupIds": ["sg-1"], "privateIpAddresses": ["10.0.0.2"] }] }
//!       ]
//!     }"#,
//!     &Limits::FILE,
//! )?;
//!
//! // The ends of a scenario are its interfaces and outside addresses: here `i-a`, then `i-b`.
//! let ends = ends(&scenario);
//! let ssh = Packet::tcp(Port::new(22).unwrap());
//! let flow = flow_between(&scenario, &ends[0], &ends[1], ssh).unwrap();
//!
//! let before = evaluate(&scenario, &flow);
//! assert_eq!(before.verdict, Verdict::Blocked);
//! assert_eq!(before.clause().to_string(), "S-08");
//! assert!(before.clause().clause().statement.en.contains("inbound"));
//!
//! let call = Call::new(
//!     Action::ModifySecurityGroupPolicy,
//!     [
//!         ("RegionId", "cn-hangzhou"),
//!         ("SecurityGroupId", "sg-1"),
//!         ("InnerAccessPolicy", "Accept"),
//!     ],
//! );
//! let env = Env { now: Timestamp::from_unix_seconds(1_704_067_200), entropy: 1 };
//! let answer = answer(&scenario, &call, &env).unwrap();
//!
//! // The old scenario is a value and stays as it was; the answer carries the new one.
//! assert_eq!(evaluate(&scenario, &flow).verdict, Verdict::Blocked);
//! assert_eq!(evaluate(&answer.scenario, &flow).verdict, Verdict::Pass);
//! # Ok::<(), sg_core::share::DocumentError>(())
//! ```
//!
//! # Map
//!
//! | to | start at |
//! |---|---|
//! | describe groups, rules, instances and addresses | [`model::Scenario`] |
//! | read and write scenarios as JSON, links or saved work | [`share::read`], [`share::write`], [`share::Link`] |
//! | decide one packet, with its trace | [`connectivity::evaluate`] |
//! | decide every packet between two ends | [`connectivity::packet_space`] |
//! | answer many questions about one scenario | [`connectivity::Reach`] |
//! | compare two scenarios, pair by pair | [`connectivity::diff`] |
//! | say what was configured differently and what that does, grouped by role | [`compare`] |
//! | find the smallest edits that open or close a path | [`connectivity::fix`] |
//! | find rules that never decide, ports open to the world and quotas nearly used | [`connectivity::lint`] |
//! | put an answer into words | [`explain::explain`] |
//! | answer one API call | [`emulator::answer`] |
//! | keep a log of edits, with undo | [`history::History`] |
//! | write a call as a URL, a signed request or code, and read one back | [`request`] |
//! | answer HTTP requests | [`gateway`] |
//! | read API replies and Terraform states | [`import`] |
//! | gather an account's replies with a script | [`collect`] |
//! | write scripts, Terraform and tables | [`export`] |
//! | hold a scenario to goals | [`goal`] |
//! | find the fewest rules that meet goals | [`least_rules`] |
//! | judge the records of flow logs, and write what that came to | [`flow_log`], [`flow_report`] |
//! | teach | [`lesson`], [`quiz`], [`exercise`], [`error_example`] |
//!
//! Every verdict cites a numbered statement ([`connectivity::Clause`]), and every reading of an
//! unclear API page is a numbered assumption ([`emulator::Assumption`]); both name their sources.

pub mod citation;
pub mod language;
pub mod map;
pub mod model;
pub mod quote;
pub mod rng;

pub mod connectivity;
pub mod explain;

pub mod compare;
pub mod flow_log;

pub mod emulator;
pub mod evidence;
pub mod request;

pub mod gateway;

pub mod share;

pub mod goal;
pub mod import;
pub mod least_rules;
pub mod replay;

pub mod collect;
pub mod planned;

pub mod history;

pub mod export;
pub mod flow_report;

pub mod error_example;
pub mod lesson;
pub mod quiz;

pub mod exercise;

pub mod training;
