//! Small parts of the page: each gets data and says what happened.

mod api_error;
mod cite;
mod fixes;
mod group_card;
mod group_form;
mod groups_pane;
mod header;
mod instance_form;
mod instances;
mod links;
mod matrix;
mod members;
mod packet_picker;
mod policy_switch;
mod port_bar;
mod question;
mod request;
mod rule_form;
mod rule_table;
mod shortcuts;
mod strip;
mod why;

pub use api_error::{ApiErrorLine, ApiErrorLineProps};
pub use fixes::{FixPanel, FixPanelProps};
pub use group_card::{GroupCard, GroupCardProps};
pub use group_form::{GroupForm, GroupFormProps};
pub use groups_pane::{GroupsPane, GroupsPaneProps};
pub use header::{Header, HeaderProps};
pub use instance_form::{InstanceForm, InstanceFormProps};
pub use instances::{Instances, InstancesProps};
pub use links::{
    AboutExample, AboutExampleProps, BadLinkMessage, BadLinkMessageProps, Gallery, GalleryProps,
    Links, LinksProps, SharePanel, SharePanelProps, Thumbnail, ThumbnailProps,
};
pub use matrix::{MatrixGrid, MatrixGridProps};
pub use members::{Members, MembersProps};
pub use packet_picker::{PacketPicker, PacketPickerProps};
pub use policy_switch::{PolicySwitch, PolicySwitchProps};
pub use port_bar::{PortBar, PortBarProps};
pub use question::{Question, QuestionProps};
pub use request::{Drawer, DrawerProps, RequestBar, RequestBarProps};
pub use rule_form::{RuleForm, RuleFormProps};
pub use rule_table::{RuleTable, RuleTableProps};
pub use shortcuts::{Shortcuts, ShortcutsProps};
pub use strip::{ChangeStrip, ChangeStripProps};
pub use why::{Why, WhyProps};
