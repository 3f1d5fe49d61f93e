//! DescribeInstanceAttribute: one instance, as far as a scenario describes it.

use crate::emulator::call_template::CallTemplate;
use crate::emulator::error::{OperationError, Refusal};
use crate::emulator::error_table::error_table;
use crate::emulator::handler::{Handler, Outcome, Request};
use crate::emulator::operation::{Effect, Operation, ReplyFields, Terraform};
use crate::emulator::param_spec::ParamSpec;
use crate::emulator::permission::{self, Access, Permission};
use crate::emulator::value::Value;
use crate::emulator::{cause, instance_fields, surroundings};
use crate::language::Text;
use crate::model::InstanceId;

error_table! {
    /// Why DescribeInstanceAttribute refuses a call.
    ///
    /// No error table of this operation is available (`Assumption::NoTableAtHand`): both rows are
    /// taken from JoinSecurityGroup.
    + InstanceIdMalformed 400 "InvalidInstanceId.Malformed"
        "The specified parameter \"InstanceId\" is not valid.",
        INSTANCE_ID_MALFORMED;
    + InstanceNotFound 404 "InvalidInstanceId.NotFound" "The specified InstanceId does not exist.",
        cause::INSTANCE_UNKNOWN;
}

const INSTANCE_ID_MALFORMED: Text = Text {
    en: "InstanceId is left out, empty, or cannot be an id.",
    zh: "没有填写 InstanceId，或值为空，或格式不正确。",
};

/// The operation row of DescribeInstanceAttribute.
pub static OPERATION: Operation = Operation {
    effect: Effect::Reads,
    params: &[ParamSpec::new("InstanceId", "i-uf6f5trc95ug8t33****").required()],
    table_year: None,
    errors: Error::TABLE,
    borrowed: Error::SUPPLEMENT,
    reply: ReplyFields::Without(LEFT_OUT),
    permission: Permission::new(Access::Get, &[permission::INSTANCE]),
    terraform: Terraform::Reads,
    templates: &[&[
        CallTemplate::new("-RegionId InstanceId=i-bp67acfmxazb4p****"),
        CallTemplate::new("-RegionId InstanceId=i-nobody"),
    ]],
};

pub(in crate::emulator) const HANDLER: Handler = Handler::Plain(answer);

/// Fields that a scenario does not know: hardware, image, price.
const LEFT_OUT: &[&str] = &[
    "ClusterId",
    "Cpu",
    "CreditSpecification",
    "DedicatedHostAttribute",
    "Description",
    "EipAddress",
    "EnableJumboFrame",
    "EnableNetworkEncryption",
    "ExpiredTime",
    "HostName",
    "ImageId",
    "InstanceChargeType",
    "InternetChargeType",
    "InternetMaxBandwidthIn",
    "InternetMaxBandwidthOut",
    "IoOptimized",
    "Memory",
    "NetworkOptions",
    "SecurityOptions",
    "SerialNumber",
    "StoppedMode",
    "VlanId",
    "VpcAttributes.NatIpAddress",
];

/// Answers the call. The operation has no `RegionId` parameter: an instance is found by its ID
/// alone.
fn answer(request: &Request<'_>) -> Result<Outcome, Refusal> {
    let scenario = request.scenario;
    let id = request.params.given("InstanceId").and_then(|text| InstanceId::parse(text).ok());
    let id = id.ok_or_else(|| Error::InstanceIdMalformed.at("InstanceId"))?;
    let instance = scenario.instance(&id);
    let instance = instance.ok_or_else(|| Error::InstanceNotFound.at("InstanceId"))?;
    let primary = instance_fields::primary(scenario, instance);
    Ok(Outcome::unchanged(request).saying(vec![
        ("Status", Value::text(instance_fields::STATUS)),
        ("InstanceName", Value::text(&instance.name)),
        ("InstanceNetworkType", Value::text(instance_fields::NETWORK_TYPE)),
        ("InstanceId", Value::text(instance.id.as_str())),
        ("InstanceType", Value::text(surroundings::INSTANCE_TYPE)),
        ("CreationTime", Value::text(surroundings::CREATION_TIME)),
        ("RegionId", Value::text(scenario.region().as_str())),
        ("ZoneId", Value::text(surroundings::zone_of(scenario, primary))),
        ("VpcAttributes", instance_fields::vpc_attributes(scenario, primary)),
        ("SecurityGroupIds", instance_fields::group_ids(primary)),
        ("PublicIpAddress", instance_fields::public_addresses(primary)),
        ("InnerIpAddress", instance_fields::inner_addresses()),
        ("OperationLocks", instance_fields::locks()),
    ]))
}
