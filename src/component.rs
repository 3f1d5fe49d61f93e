//! Small parts of the page: each gets data and says what happened.

mod answer;
mod api_error;
mod cite;
mod copy;
mod drawer;
mod drawing;
mod edit_button;
mod embed;
mod end_name;
mod export;
mod file_field;
mod fixes;
mod group_card;
mod group_form;
mod groups_pane;
mod header;
mod import;
mod instance_form;
mod instances;
mod interface_fields;
mod lens_switch;
mod lesson;
mod links;
mod matrix;
mod members;
mod outside;
mod packet_picker;
mod pair_list;
mod policy_switch;
mod port_bar;
mod prefix_lists;
mod question;
mod quiz;
mod readings;
mod reference;
mod request;
mod rule_form;
mod rule_table;
mod section;
mod shortcuts;
mod strip;
mod text_field;
mod vpcs;
mod why;
mod world_errors;
mod world_form;
mod world_words;

pub use answer::{AddressField, AddressFieldProps, Around, AroundProps, Regions, RegionsProps};
pub use api_error::{ApiErrorLine, ApiErrorLineProps};
pub use copy::{CopyButton, CopyButtonProps};
pub use drawer::{Drawer, DrawerProps};
pub use drawing::{Drawing, DrawingProps, StillDrawing, StillDrawingProps, drawing_svg};
pub use edit_button::{EditButton, EditButtonProps};
pub use embed::{EmbedFoot, EmbedFootProps, PresentationNotices, PresentationNoticesProps};
pub use export::{ExportPanel, ExportPanelProps};
pub use file_field::{FileField, FileFieldProps};
pub use fixes::{FixPanel, FixPanelProps};
pub use group_card::{AttributesForm, AttributesFormProps, GroupCard, GroupCardProps};
pub use group_form::{GroupForm, GroupFormProps};
pub use groups_pane::{GroupsPane, GroupsPaneProps};
pub use header::{Header, HeaderProps};
pub use import::{ImportPanel, ImportPanelProps, RuleOrigin, RuleOriginProps};
pub use instance_form::{InstanceForm, InstanceFormProps};
pub use instances::{Instances, InstancesProps};
pub use interface_fields::{InterfaceDraft, InterfaceFields, InterfaceFieldsProps};
pub use lens_switch::{LensSwitch, LensSwitchProps};
pub use lesson::{
    Builder, BuilderProps, LessonList, LessonListProps, LessonPanel, LessonPanelProps,
};
pub use links::{
    AboutExample, AboutExampleProps, BadLinkMessage, BadLinkMessageProps, FrameWish, Framing,
    FramingProps, Gallery, GalleryProps, KeepLine, KeepLineProps, LinkMeasure, LinkMeasureProps,
    Links, LinksProps, LostLogLine, LostLogLineProps, QrPicture, QrPictureProps, SharePanel,
    SharePanelProps, StepsAlong, StepsAlongProps, Thumbnail, ThumbnailProps, frame,
};
pub use matrix::{MatrixGrid, MatrixGridProps};
pub use members::{Members, MembersProps};
pub use outside::{Outside, OutsideForm, OutsideFormProps, OutsideProps};
pub use packet_picker::{PacketPicker, PacketPickerProps};
pub use pair_list::{PairList, PairListProps};
pub use policy_switch::{PolicySwitch, PolicySwitchProps};
pub use port_bar::{PortBar, PortBarProps};
pub use prefix_lists::{PrefixListForm, PrefixListFormProps, PrefixLists, PrefixListsProps};
pub use question::{Question, QuestionProps};
pub use quiz::{
    QuizCard, QuizCardProps, QuizScene, QuizSceneProps, QuizScore, QuizScoreProps, Reveal,
    RevealProps,
};
pub use readings::{Readings, ReadingsProps};
pub use reference::{Glossary, GlossaryProps, Statements, StatementsProps};
pub use request::{RequestBar, RequestBarProps};
pub use rule_form::{RuleForm, RuleFormProps};
pub use rule_table::{RuleTable, RuleTableProps};
pub use section::{SectionHead, SectionHeadProps};
pub use shortcuts::{Shortcuts, ShortcutsProps};
pub use strip::{ChangeStrip, ChangeStripProps};
pub use text_field::{FieldError, TextField, TextFieldProps, WrongLine, WrongLineProps};
pub use vpcs::{VpcForm, VpcFormProps, Vpcs, VpcsProps};
pub use why::{Why, WhyProps};
pub use world_form::{Trial, WorldForm, WorldFormProps, use_trial};
