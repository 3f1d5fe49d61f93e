//! DescribeZones: the zone of a region.

use crate::emulator::call_template::CallTemplate;
use crate::emulator::error::{OperationError, Refusal};
use crate::emulator::error_table::error_table;
use crate::emulator::handler::{Handler, Outcome, Request};
use crate::emulator::operation::{Effect, Operation, ReplyFields, Terraform};
use crate::emulator::param_spec::ParamSpec;
use crate::emulator::permission::{self, Access, Permission};
use crate::emulator::value::Value;
use crate::emulator::{cause, common, surroundings};

error_table! {
    /// Why DescribeZones refuses a call.
    RegionNotFound 404 "InvalidRegionId.NotFound"
        "The specified RegionId does not exist.",
        cause::REGION_UNKNOWN;
    ChargeType 404 "InvalidInstanceChargeType.NotFound"
        "The InstanceChargeType does not exist in our records",
        cause::CHARGE_TYPE_VALUE;
    SpotStrategy 400 "InvalidSpotStrategy"
        "The specified SpotStrategy is not valid.",
        cause::SPOT_STRATEGY_VALUE;
    Language 404 "InvalidAcceptLanguage.NotFound"
        "Only Chinese (zh-CN), English (en-US), and Japanese (ja) are allowed.",
        cause::LANGUAGE_VALUE;
}

/// The operation row of DescribeZones.
pub static OPERATION: Operation = Operation {
    effect: Effect::Reads,
    params: PARAMS,
    table_year: Some(2021),
    errors: Error::TABLE,
    borrowed: Error::SUPPLEMENT,
    reply: ReplyFields::Without(LEFT_OUT),
    permission: Permission::new(Access::List, &[permission::ANY]).undocumented(),
    terraform: Terraform::Reads,
    templates: &[TEMPLATES],
};

pub(in crate::emulator) const HANDLER: Handler = Handler::Plain(answer);

const LANGUAGES: &[&str] = &["zh-CN", "zh-TW", "en-US", "ja", "fr", "de", "ko"];
const CHARGE_TYPES: &[&str] = &["PrePaid", "PostPaid"];
const SPOT_STRATEGIES: &[&str] = &["NoSpot", "SpotWithPriceLimit", "SpotAsPriceGo"];

const PARAMS: &[ParamSpec] = &[
    ParamSpec::new("RegionId", "cn-hangzhou").required(),
    ParamSpec::new("InstanceChargeType", "PostPaid").one_of(CHARGE_TYPES),
    ParamSpec::new("SpotStrategy", "NoSpot").one_of(SPOT_STRATEGIES),
    ParamSpec::new("AcceptLanguage", "zh-CN").one_of(LANGUAGES),
    ParamSpec::new("Verbose", "true").truth(),
];

/// Fields that a scenario does not know: what can be created in a zone.
const LEFT_OUT: &[&str] = &[
    "Zones.Zone[].AvailableDedicatedHostTypes",
    "Zones.Zone[].AvailableDiskCategories",
    "Zones.Zone[].AvailableInstanceTypes",
    "Zones.Zone[].AvailableResourceCreation",
    "Zones.Zone[].AvailableResources",
    "Zones.Zone[].AvailableVolumeCategories",
    "Zones.Zone[].DedicatedHostGenerations",
    "Zones.Zone[].ZoneType",
];

const TEMPLATES: &[CallTemplate] = &[
    CallTemplate::new("RegionId=mars-1"),
    CallTemplate::new("InstanceChargeType=Free"),
    CallTemplate::new("SpotStrategy=Lucky"),
    CallTemplate::new("AcceptLanguage=tlh"),
    CallTemplate::new("-RegionId"),
];

/// Answers the call. Every region has one zone (`Assumption::MadeUpSurroundings`), which has no name
/// besides its ID.
fn answer(request: &Request<'_>) -> Result<Outcome, Refusal> {
    let params = request.params;
    let region = common::region(request)?;
    let one_of = |name: &str, values: &[&str], otherwise: Error| match params.given(name) {
        Some(value) if !values.contains(&value) => Err(otherwise.at(name)),
        _ => Ok(()),
    };
    one_of("InstanceChargeType", CHARGE_TYPES, Error::ChargeType)?;
    one_of("SpotStrategy", SPOT_STRATEGIES, Error::SpotStrategy)?;
    one_of("AcceptLanguage", LANGUAGES, Error::Language)?;
    if !common::region_exists(request, region) {
        return Err(Error::RegionNotFound.at("RegionId"));
    }
    let zones = surroundings::zones(request.scenario, region);
    let entry = |zone: &String| {
        Value::Object(vec![("ZoneId", Value::text(zone)), ("LocalName", Value::text(zone))])
    };
    let zones = zones.iter().map(entry).collect();
    Ok(Outcome::unchanged(request).saying(vec![("Zones", Value::wrapped("Zone", zones))]))
}
