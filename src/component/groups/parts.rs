//! The seams of the groups pane: the forms, the search, and what is below the groups.

use crate::component::groups::card::attributes::{AttributesForm, AttributesFormProps};
use crate::component::groups::card::leaving::{Leaving, LeavingProps};
use crate::component::groups::form::{GroupForm, GroupFormProps};
use crate::component::groups::rule_form::RuleForm;
use crate::component::groups::rule_form::props::RuleFormProps;
use crate::component::kit::later::{View, shown};
use crate::component::topology::instance_form::{InstanceForm, InstanceFormProps};
use crate::component::topology::surroundings::{Surroundings, SurroundingsProps};
use crate::find;
use crate::part::Loading;
use crate::seam;
use sg_core::model::{Scenario, SecurityGroup};

seam! { pub(crate) static GROUP_FORM: View<GroupFormProps> = shown::<GroupForm>; group_form in edit }
seam! { pub(crate) static INSTANCE_FORM: View<InstanceFormProps> = shown::<InstanceForm>; instance_form in edit }
seam! { pub(crate) static RULE_FORM: View<RuleFormProps> = shown::<RuleForm>; rule_form in edit }
seam! { pub(crate) static ATTRIBUTES: View<AttributesFormProps> = shown::<AttributesForm>; attributes in edit }
seam! { pub(crate) static LEAVING: View<LeavingProps> = shown::<Leaving>; leaving in edit }
seam! { pub(crate) static TOPOLOGY: View<SurroundingsProps> = shown::<Surroundings>; sections in topology }

seam! {
    /// Whether a group matches what is searched for.
    pub(crate) static FIND_GROUP: fn(&Scenario, &SecurityGroup, &str) -> bool = find::group;
    find_group in topology
}

/// Downloads each of these parts.
pub(crate) fn parts() -> [fn() -> Loading; 7] {
    [
        GROUP_FORM.loader(),
        INSTANCE_FORM.loader(),
        RULE_FORM.loader(),
        ATTRIBUTES.loader(),
        LEAVING.loader(),
        TOPOLOGY.loader(),
        FIND_GROUP.loader(),
    ]
}
