//! A real account's configuration as a scenario: replies of the API as clients and the console print
//! them, Terraform states, scenario documents.
//!
//! Reading goes step by step, so that a page stays alive over a file of many megabytes.
//!
//! ```
//! use sg_core::import::{Text, read};
//!
//! let reply = r#"{"SecurityGroupId": "sg-1", "VpcId": "vpc-1", "InnerAccessPolicy": "Drop",
//!   "Permissions": {"Permission": [{"Direction": "ingress", "IpProtocol": "TCP",
//!     "PortRange": "80/80", "SourceCidrIp": "0.0.0.0/0", "Policy": "Accept", "Priority": 1}]}}"#;
//! let reading = read(vec![Text { name: "reply.json".to_owned(), content: reply.to_owned() }]);
//! assert_eq!(reading.scenario.unwrap().groups().len(), 1);
//! assert!(reading.unread.is_empty());
//! ```

mod message;
mod place;
pub mod text;

mod console;
mod csv;
mod fault;
mod json;
mod json_text;
mod prose;
mod scan;
mod tree;
mod xml;
mod xml_text;

mod choice;
mod pages;
mod plan;
mod reading;
mod record;
mod regions;
mod shape;

mod assemble;
mod gather;

mod decode;

mod anonymise;
mod example;

pub use anonymise::{Addresses, Anonymised, Names, anonymise};
pub use choice::{Choice, PlanSide, RegionFound};
pub use decode::decode;
pub use example::with_example_members;
pub use message::Message;
pub use place::Place;
pub use plan::{Plan, PlanAction, ResourceChange};
pub use reading::{Assumed, Assumption, Note, Reading, Understood};
pub use shape::Shape;

use assemble::Assembly;
use gather::{Gather, Task};
use place::Lines;
use record::Records;
use scan::{Found, Scan};
use tree::Tree;

/// The most bytes of all texts of an import together.
pub const MOST_BYTES: usize = 32 * 1024 * 1024;

/// Objects and lists inside each other. A state with modules in modules is the deepest there is.
const DEPTH: usize = 64;

/// A text to import.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Text {
    /// The name of the file, or what stands for it.
    pub name: String,
    /// What it holds.
    pub content: String,
}

/// Reads texts from beginning to end.
pub fn read(texts: Vec<Text>) -> Reading {
    read_as(texts, Choice::default())
}

/// Reads texts from beginning to end, as chosen.
pub fn read_as(texts: Vec<Text>, choice: Choice) -> Reading {
    let mut import = Import::choosing(texts, choice);
    loop {
        if let Some(reading) = import.step() {
            return reading;
        }
    }
}

/// An import under way.
#[derive(Debug)]
pub struct Import {
    texts: Vec<Text>,
    lines: Lines,
    /// Which text is read, and how far.
    file: usize,
    scan: Scan,
    /// The document read last, and the things in it that are still to be looked at.
    document: Option<(Tree, std::vec::IntoIter<Task>)>,
    records: Records,
    assembly: Option<Assembly>,
    bytes: usize,
    read_before: usize,
}

/// How many bytes and how many things one step reads: a few milliseconds in a slow browser.
const STEP_BYTES: usize = 64 * 1024;
const STEP_ITEMS: usize = 16;

impl Import {
    /// Begins. A text that is too large is told and not read.
    pub fn new(texts: Vec<Text>) -> Self {
        Self::choosing(texts, Choice::default())
    }

    /// Begins, with what the reader chose.
    pub fn choosing(mut texts: Vec<Text>, choice: Choice) -> Self {
        let mut records = Records { choice, ..Records::default() };
        let mut bytes = 0_usize;
        for text in &mut texts {
            records.understood.push(Understood::default());
            let own = text.content.len();
            if bytes.saturating_add(own) > MOST_BYTES {
                records.lost = true;
                records.notes.unread(None, too_large(&text.name, own));
                text.content = String::new();
            } else {
                bytes += own;
            }
        }
        Self {
            texts,
            lines: Lines::default(),
            file: 0,
            scan: Scan::default(),
            document: None,
            records,
            assembly: None,
            bytes,
            read_before: 0,
        }
    }

    /// How much was read: bytes, and of how many.
    pub fn progress(&self) -> (usize, usize) {
        ((self.read_before + self.scan.at()).min(self.bytes), self.bytes)
    }

    /// Reads on a little; the reading once there is nothing left to read.
    pub fn step(&mut self) -> Option<Reading> {
        if let Some(assembly) = &mut self.assembly {
            if assembly.step() {
                return None;
            }
            return self.assembly.take().map(Assembly::finish);
        }
        if self.document.is_some() {
            self.look();
        } else {
            self.scan();
        }
        None
    }

    /// Looks at some of the things of a document.
    fn look(&mut self) {
        let Some(text) = self.texts.get(self.file) else { return };
        let Some((tree, tasks)) = &mut self.document else { return };
        let mut gather = Gather {
            file: self.file,
            name: &text.name,
            text: &text.content,
            lines: &self.lines,
            records: &mut self.records,
        };
        for _ in 0..STEP_ITEMS {
            match tasks.next() {
                Some(task) => {
                    let view = tree.view(&text.content, task.node);
                    gather.item(task, view);
                }
                None => {
                    self.document = None;
                    return;
                }
            }
        }
    }

    fn scan(&mut self) {
        let Some(text) = self.texts.get(self.file) else {
            let mut records = std::mem::take(&mut self.records);
            let selection = regions::select(&mut records);
            let names = self.texts.iter().map(|text| text.name.clone()).collect();
            self.assembly = Assembly::new(records, names).map(|it| it.with_regions(selection));
            return;
        };
        let content = &text.content;
        let found = self.scan.advance(content, STEP_BYTES, DEPTH);
        self.lines.extend(content, self.scan.at());
        let mut gather = Gather {
            file: self.file,
            name: &text.name,
            text: content,
            lines: &self.lines,
            records: &mut self.records,
        };
        match found {
            Found::Nothing => {}
            Found::Document(tree) => {
                let mut tasks = Vec::new();
                gather.classify(tree.root(content), &mut tasks);
                self.document = Some((tree, tasks.into_iter()));
            }
            Found::Fault(fault) => {
                let place = gather.place_at(fault.at);
                gather.records.lost = true;
                if fault.text == text::ENDS {
                    gather.records.notes.incomplete(Some(place), fault.text);
                } else {
                    gather.records.notes.unread(Some(place), fault.text);
                }
            }
            Found::End => {
                for (at, said) in self.scan.lines_between() {
                    let place = gather.place_at(at);
                    gather.records.notes.unread(Some(place), said);
                }
                self.read_before += content.len();
                self.file += 1;
                self.scan = Scan::default();
                self.lines = Lines::default();
            }
        }
    }
}

/// What to say of a text that is too large to be read.
pub fn too_large(name: &str, bytes: usize) -> Message {
    let said = Message::plain(text::TOO_LARGE).with("name", name);
    said.with("bytes", bytes).with("most", MOST_BYTES)
}

/// What to say of a file that is not text.
pub fn not_text(name: &str) -> Message {
    Message::plain(text::NOT_TEXT).with("name", name)
}
