//! DescribeVpcs: the VPCs of the scenario, as this API lists them.

use std::sync::Arc;

use crate::emulator::call_template::CallTemplate;
use crate::emulator::error::Refusal;
use crate::emulator::handler::{Handler, Outcome, Request};
use crate::emulator::operation::{Effect, Operation, ReplyFields, Terraform};
use crate::emulator::paging::Listing;
use crate::emulator::param_spec::ParamSpec;
use crate::emulator::permission::{self, Access, Permission};
use crate::emulator::value::Value;
use crate::emulator::{common, surroundings};
use crate::model::{IpNet, Scenario, Vpc};

/// The operation row of DescribeVpcs.
pub static OPERATION: Operation = Operation {
    effect: Effect::Reads,
    params: PARAMS,
    table_year: None,
    errors: &[],
    borrowed: &[],
    reply: ReplyFields::Without(LEFT_OUT),
    permission: Permission::new(Access::List, &[permission::VPC]).undocumented(),
    terraform: Terraform::Reads,
    templates: &[TEMPLATES],
};

pub(in crate::emulator) const HANDLER: Handler = Handler::Plain(answer);

const PARAMS: &[ParamSpec] = &[
    ParamSpec::new("RegionId", "cn-hangzhou").required(),
    ParamSpec::new("VpcId", "vpc-bp1opxu1zkhn00gzv****"),
    ParamSpec::new("PageNumber", "1").short(),
    ParamSpec::new("PageSize", "10").short(),
];

/// Fields that a scenario does not know.
const LEFT_OUT: &[&str] = &[
    "Vpcs.Vpc[].CreationTime",
    "Vpcs.Vpc[].Description",
    "Vpcs.Vpc[].IsDefault",
    "Vpcs.Vpc[].UserCidrs",
    "Vpcs.Vpc[].VRouterId",
];

const TEMPLATES: &[CallTemplate] = &[
    CallTemplate::new("-RegionId"),
    CallTemplate::new("RegionId=mars-1"),
    CallTemplate::new("PageNumber=0"),
    CallTemplate::new("PageSize=51"),
];

/// Answers the call. The API of the VPC service, which has an operation of the same name, tells more
/// of a VPC; this one tells a single block, the first IPv4 one. For its vSwitch, see
/// `Assumption::MadeUpSurroundings`. No error table is available (`Assumption::NoTableAtHand`).
fn answer(request: &Request<'_>) -> Result<Outcome, Refusal> {
    let params = request.params;
    let region = common::region(request)?;
    common::known_region(request, region)?;
    let scenario = request.scenario;
    let here = region == scenario.region().as_str();
    let met =
        |vpc: &&Arc<Vpc>| here && params.given("VpcId").is_none_or(|id| vpc.id.as_str() == id);
    let vpcs: Vec<&Arc<Vpc>> = scenario.parts().vpcs.values().filter(met).collect();
    let none = common::Error::NextToken;
    let listing = Listing::by(params, "DescribeVpcs", vpcs.len(), none, None, 50)?;
    let mut fields = listing.fields();
    fields.retain(|(name, _)| *name != "NextToken");
    let shown = listing.cut(vpcs).map(|vpc| entry(scenario, vpc)).collect();
    fields.push(("Vpcs", Value::wrapped("Vpc", shown)));
    Ok(Outcome::unchanged(request).saying(fields))
}

fn entry(scenario: &Scenario, vpc: &Vpc) -> Value {
    let first = vpc.blocks.iter().find(|block| matches!(block, IpNet::V4(_)));
    let first = first.or_else(|| vpc.blocks.first());
    let vswitches = surroundings::vswitches(scenario, &vpc.id).into_iter();
    let vswitches = vswitches.map(Value::text).collect();
    Value::Object(vec![
        ("VpcId", Value::text(vpc.id.as_str())),
        ("VpcName", Value::text(&vpc.name)),
        ("CidrBlock", Value::text(first.map_or_else(String::new, ToString::to_string))),
        ("RegionId", Value::text(scenario.region().as_str())),
        ("Status", Value::text("Available")),
        ("VSwitchIds", Value::wrapped("VSwitchId", vswitches)),
    ])
}
