//! The seams of the page: what is not needed until the first switch is flipped and answered.

use crate::component::flows::bar::{FlowsBar, FlowsBarProps};
use crate::component::flows::panel::{FlowsPanel, FlowsPanelProps};
use crate::component::groups::card::rules::{RULE_TABLE, UNREAD_RULES};
use crate::component::kit::later::{View, shown};
use crate::component::kit::proposed::PROPOSED;
use crate::component::learn::gallery::{Gallery, GalleryProps};
use crate::component::learn::lesson::builder::{Builder, BuilderProps};
use crate::component::learn::lesson::list::{LessonList, LessonListProps};
use crate::component::learn::lesson::news::{LessonNews, LessonNewsProps};
use crate::component::learn::lesson::panel::{LessonPanel, LessonPanelProps};
use crate::component::learn::reference::glossary::{Glossary, GlossaryProps};
use crate::component::learn::reference::statements::{Statements, StatementsProps};
use crate::component::learn::training::bar::{CourseBar, CourseBarProps};
use crate::component::learn::training::builder::{CourseBuilder, CourseBuilderProps};
use crate::component::learn::training::notice::{TrainingLine, TrainingLineProps};
use crate::component::pairs::compare::bar::{ComparedBar, ComparedBarProps};
use crate::component::pairs::compare::{ComparePanel, ComparePanelProps};
use crate::component::pairs::drawing::{Drawing, DrawingProps};
use crate::component::pairs::lines_bar::{LinesBar, LinesBarProps, StandsFor, StandsForProps};
use crate::component::pairs::nothing_yet::{NothingYet, NothingYetProps};
use crate::component::pairs::pair_list::{PairList, PairListProps};
use crate::component::request::drawer::{Drawer, DrawerProps};
use crate::component::share::export::{ExportPanel, ExportPanelProps};
use crate::component::share::import::{ImportPanel, ImportPanelProps};
use crate::component::share::link::{SharePanel, SharePanelProps};
use crate::component::shell::notices::{AboutExample, AboutExampleProps};
use crate::component::shell::shortcuts::SHORTCUTS;
use crate::derived::{EXPLAIN, GROUPED, PARTS_TEXT};
use crate::page::answer_area::{AnswerArea, AnswerAreaProps};
use crate::part::Loading;
use crate::seam;

seam! { pub(super) static GALLERY: View<GalleryProps> = shown::<Gallery>; gallery in learn }
seam! { pub(super) static LESSONS: View<LessonListProps> = shown::<LessonList>; lessons in learn }
seam! { pub(super) static GLOSSARY: View<GlossaryProps> = shown::<Glossary>; glossary in learn }
seam! { pub(super) static STATEMENTS: View<StatementsProps> = shown::<Statements>; statements in learn }
seam! { pub(super) static BUILDER: View<BuilderProps> = shown::<Builder>; builder in builder }
seam! { pub(super) static COURSE_BUILDER: View<CourseBuilderProps> = shown::<CourseBuilder>; course_builder in builder }
seam! { pub(super) static COURSE_BAR: View<CourseBarProps> = shown::<CourseBar>; course_bar in course }
seam! { pub(super) static TRAINING_LINE: View<TrainingLineProps> = shown::<TrainingLine>; training_line in course }
seam! { pub(super) static LESSON_NEWS: View<LessonNewsProps> = shown::<LessonNews>; lesson_news in lesson }
seam! { pub(super) static LESSON: View<LessonPanelProps> = shown::<LessonPanel>; lesson in lesson }
seam! { pub(super) static IMPORT: View<ImportPanelProps> = shown::<ImportPanel>; import in import }
seam! { pub(super) static SHARE: View<SharePanelProps> = shown::<SharePanel>; share in share }
seam! { pub(super) static EXPORT: View<ExportPanelProps> = shown::<ExportPanel>; export in export }
seam! { pub(super) static ABOUT: View<AboutExampleProps> = shown::<AboutExample>; about in reading }
seam! { pub(super) static ANSWER: View<AnswerAreaProps> = shown::<AnswerArea>; answer in answer }
seam! { pub(super) static DRAWER: View<DrawerProps> = shown::<Drawer>; drawer in drawer }
seam! { pub(super) static COMPARE: View<ComparePanelProps> = shown::<ComparePanel>; compare_panel in compare }
seam! { pub(super) static COMPARED_BAR: View<ComparedBarProps> = shown::<ComparedBar>; compared_bar in compare }
seam! { pub(super) static FLOWS: View<FlowsPanelProps> = shown::<FlowsPanel>; flows_panel in flows }
seam! { pub(super) static FLOWS_BAR: View<FlowsBarProps> = shown::<FlowsBar>; flows_bar in flows }
seam! { pub(super) static DRAWING: View<DrawingProps> = shown::<Drawing>; drawing in views }
seam! { pub(super) static NOTHING_YET: View<NothingYetProps> = shown::<NothingYet>; nothing_yet in edit }
seam! { pub(super) static LINES_BAR: View<LinesBarProps> = shown::<LinesBar>; lines_bar in lines }
seam! { pub(super) static STANDS_FOR: View<StandsForProps> = shown::<StandsFor>; stands_for in lines }
seam! { pub(super) static PAIRS: View<PairListProps> = shown::<PairList>; pairs in views }

/// Downloads each of these parts.
pub(crate) fn parts() -> Vec<fn() -> Loading> {
    vec![
        EXPLAIN.loader(),
        ANSWER.loader(),
        RULE_TABLE.loader(),
        UNREAD_RULES.loader(),
        GALLERY.loader(),
        LESSONS.loader(),
        GLOSSARY.loader(),
        STATEMENTS.loader(),
        SHORTCUTS.loader(),
        BUILDER.loader(),
        COURSE_BUILDER.loader(),
        COURSE_BAR.loader(),
        TRAINING_LINE.loader(),
        LESSON.loader(),
        LESSON_NEWS.loader(),
        IMPORT.loader(),
        SHARE.loader(),
        EXPORT.loader(),
        ABOUT.loader(),
        DRAWER.loader(),
        COMPARE.loader(),
        COMPARED_BAR.loader(),
        FLOWS.loader(),
        FLOWS_BAR.loader(),
        DRAWING.loader(),
        NOTHING_YET.loader(),
        PAIRS.loader(),
        GROUPED.loader(),
        PARTS_TEXT.loader(),
        LINES_BAR.loader(),
        STANDS_FOR.loader(),
        PROPOSED.loader(),
    ]
}
