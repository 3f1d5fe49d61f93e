//! DescribeRegions: the regions of the service.

use crate::emulator::error::Refusal;
use crate::emulator::handler::{Handler, Outcome, Request};
use crate::emulator::operation::{Effect, Operation, ReplyFields, Terraform};
use crate::emulator::param_spec::ParamSpec;
use crate::emulator::permission::{self, Access, Permission};
use crate::emulator::region;
use crate::emulator::value::Value;

/// The operation row of DescribeRegions.
pub static OPERATION: Operation = Operation {
    effect: Effect::Reads,
    params: PARAMS,
    table_year: None,
    errors: &[],
    borrowed: &[],
    reply: ReplyFields::NoListAtHand,
    permission: Permission::new(Access::List, &[permission::ANY]).undocumented(),
    terraform: Terraform::Reads,
    templates: &[],
};

pub(in crate::emulator) const HANDLER: Handler = Handler::Plain(answer);

const PARAMS: &[ParamSpec] =
    &[ParamSpec::new("AcceptLanguage", "zh-CN").one_of(&["zh-CN", "en-US", "ja"])];

/// Answers the call, which always succeeds here: the language and instance charge type parameters
/// change nothing. If the scenario's region is not one of the service's, it is added.
///
/// A region without a known name is listed with its ID as the name.
fn answer(request: &Request<'_>) -> Result<Outcome, Refusal> {
    let own = request.scenario.region().as_str();
    let own = (!region::exists(own)).then_some((own, ""));
    let known = region::all().map(|(id, name): (&str, &str)| (id, name));
    let regions = known.chain(own).map(|(id, name)| {
        Value::Object(vec![
            ("RegionId", Value::text(id)),
            ("LocalName", Value::text(if name.is_empty() { id } else { name })),
            ("RegionEndpoint", Value::text(format!("ecs.{id}.aliyuncs.com"))),
        ])
    });
    let regions = Value::wrapped("Region", regions.collect());
    Ok(Outcome::unchanged(request).saying(vec![("Regions", regions)]))
}
