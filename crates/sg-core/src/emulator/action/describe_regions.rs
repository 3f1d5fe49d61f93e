//! DescribeRegions: the regions of the service.

use crate::emulator::answer::{Outcome, Request};
use crate::emulator::error::Refusal;
use crate::emulator::{Value, region};

/// Answers the call, which always succeeds here: language and instance charge type, which it
/// takes, change nothing. A region of the scene that the service does not have is added.
///
/// A region that no page at hand names is shown under its id.
pub(in crate::emulator) fn answer(request: &Request<'_>) -> Result<Outcome, Refusal> {
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
