//! The page's storage, and its behaviour when storage is denied or full. No browser.

use std::cell::RefCell;
use std::collections::BTreeMap;

use sg_playground::platform::{Kept, Memory, Refused, Shelf};

/// A store with room for this many bytes.
struct Small {
    room: usize,
    texts: RefCell<BTreeMap<String, String>>,
}

impl Small {
    fn with_room(room: usize) -> Self {
        Self { room, texts: RefCell::default() }
    }
}

impl Shelf for &Small {
    fn get(&self, key: &str) -> Option<String> {
        self.texts.borrow().get(key).cloned()
    }

    fn put(&self, key: &str, text: &str) -> Result<(), Refused> {
        if text.len() > self.room {
            return Err(Refused::Full);
        }
        self.texts.borrow_mut().insert(key.to_owned(), text.to_owned());
        Ok(())
    }

    fn remove(&self, key: &str) {
        self.texts.borrow_mut().remove(key);
    }
}

#[test]
fn what_is_kept_is_found_by_the_next_visit() {
    let shelf = Small::with_room(100);
    let mut memory = Memory::on(Some(&shelf));
    assert_eq!(memory.recall("scene"), None);
    assert_eq!(memory.keep("scene", "one"), Kept::Stored);
    assert_eq!(Memory::on(Some(&shelf)).recall("scene").as_deref(), Some("one"));
    memory.forget("scene");
    assert_eq!((memory.recall("scene"), shelf.texts.borrow().len()), (None, 0));
}

#[test]
fn denied_storage_is_a_memory_as_long_as_the_page_is_open() {
    let mut memory = Memory::<&Small>::on(None);
    assert_eq!(memory.keep("scene", "one"), Kept::UntilGone(Refused::Denied));
    assert_eq!(memory.recall("scene").as_deref(), Some("one"));
    memory.forget("scene");
    assert_eq!(memory.recall("scene"), None);
}

#[test]
fn full_storage_loses_neither_the_new_nor_the_old() {
    let shelf = Small::with_room(3);
    let mut memory = Memory::on(Some(&shelf));
    assert_eq!(memory.keep("scene", "old"), Kept::Stored);
    assert_eq!(memory.keep("scene", "newer"), Kept::UntilGone(Refused::Full));
    assert_eq!(memory.recall("scene").as_deref(), Some("newer"), "this visit keeps using it");
    assert_eq!(Memory::on(Some(&shelf)).recall("scene").as_deref(), Some("old"));
    // Once the store accepts the text again, it is the only source.
    assert_eq!(memory.keep("scene", "new"), Kept::Stored);
    assert_eq!((&shelf).put("scene", "abc"), Ok(()));
    assert_eq!(memory.recall("scene").as_deref(), Some("abc"));
}

#[test]
fn what_another_page_stored_later_outranks_a_text_that_the_store_refused() {
    let shelf = Small::with_room(3);
    let (mut one, mut other) = (Memory::on(Some(&shelf)), Memory::on(Some(&shelf)));
    assert_eq!(one.keep("scene", "old"), Kept::Stored);
    assert_eq!(one.keep("scene", "newer"), Kept::UntilGone(Refused::Full));
    assert_eq!(other.keep("scene", "his"), Kept::Stored);
    assert_eq!(one.recall("scene").as_deref(), Some("his"));
    // What was deleted elsewhere, or can no longer be read, is not lost here.
    other.forget("scene");
    assert_eq!(one.recall("scene").as_deref(), Some("newer"));
}

#[test]
fn a_page_inside_another_keeps_nothing_and_complains_about_nothing() {
    let mut memory = Memory::<&Small>::none();
    assert_eq!(memory.keep("scene", "one"), Kept::OnPurposeNot);
    assert_eq!(memory.recall("scene").as_deref(), Some("one"), "it works until the page closes");
}
