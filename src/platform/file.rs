//! Files that the reader chooses or drops: their size is known before a byte is read, and they are
//! read in slices.

use gloo::timers::callback::Timeout;
use js_sys::{Promise, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, DragEvent, File, FileList, HtmlInputElement};

/// A chosen file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChosenFile(File);

/// How many bytes of a file are read at once.
const SLICE: usize = 1024 * 1024;

impl ChosenFile {
    /// Its name without its folder.
    pub fn name(&self) -> String {
        self.0.name()
    }

    /// Its size in bytes.
    pub fn size(&self) -> usize {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a size is a whole number, not negative; what is too large stays too large"
        )]
        let size = self.0.size() as usize;
        size
    }

    /// The bytes from a place on, at most a slice of them; none when the file cannot be read, for
    /// it changed or is gone.
    pub async fn slice(&self, from: usize) -> Option<Vec<u8>> {
        let blob: &Blob = self.0.as_ref();
        let place = |at: usize| u32::try_from(at).map_or(f64::MAX, f64::from);
        let slice = blob.slice_with_f64_and_f64(place(from), place(from + SLICE)).ok()?;
        let buffer = JsFuture::from(slice.array_buffer()).await.ok()?;
        Some(Uint8Array::new(&buffer).to_vec())
    }
}

/// The files of a field that were just chosen; the field is empty again afterwards, so that the
/// same file can be chosen once more.
pub fn chosen_files(event: &web_sys::Event) -> Vec<ChosenFile> {
    let field = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    let Some(field) = field else { return Vec::new() };
    let files = list(field.files());
    field.set_value("");
    files
}

/// The files that were just dropped.
pub fn dropped_files(event: &DragEvent) -> Vec<ChosenFile> {
    list(event.data_transfer().and_then(|data| data.files()))
}

fn list(files: Option<FileList>) -> Vec<ChosenFile> {
    let Some(files) = files else { return Vec::new() };
    (0..files.length()).filter_map(|index| files.get(index)).map(ChosenFile).collect()
}

/// Milliseconds on a clock that only tells how long something takes.
pub fn milliseconds() -> f64 {
    js_sys::Date::now()
}

/// Lets the browser draw and listen before going on.
pub async fn breathe() {
    let turn = Promise::new(&mut |resolve, _| {
        let next = move || {
            // Only a resolver that throws makes this fail, and the browser's own does not.
            let _ = resolve.call0(&JsValue::NULL);
        };
        Timeout::new(0, next).forget();
    });
    // A promise that nothing rejects.
    let _ = JsFuture::from(turn).await;
}
