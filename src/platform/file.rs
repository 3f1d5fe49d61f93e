//! Files that the user selects or drops. Their size is known before reading, and they are read in
//! slices.

use js_sys::Uint8Array;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, DragEvent, File, FileList, HtmlInputElement};

/// A selected file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChosenFile(File);

/// Why a file has no text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileFault {
    /// It is larger than what is read.
    TooLarge,
    /// It was changed or removed since it was selected.
    Gone,
    /// It is not UTF-8 text.
    NoText,
}

/// The slice size in bytes.
const SLICE: usize = 1024 * 1024;

impl ChosenFile {
    /// The name without the folder.
    pub fn name(&self) -> String {
        self.0.name()
    }

    /// The size in bytes.
    pub fn size(&self) -> usize {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "sizes are non-negative integers, and saturation keeps a size too large"
        )]
        let size = self.0.size() as usize;
        size
    }

    /// The whole text, if it has at most this many bytes.
    ///
    /// # Errors
    /// [`FileFault`] says why there is none.
    pub async fn text(&self, most: usize) -> Result<String, FileFault> {
        if self.size() > most.min(SLICE) {
            return Err(FileFault::TooLarge);
        }
        let bytes = self.slice(0).await.ok_or(FileFault::Gone)?;
        String::from_utf8(bytes).map_err(|_| FileFault::NoText)
    }

    /// Reads up to one slice from an offset; `None` if the file cannot be read because it changed
    /// or was removed.
    pub async fn slice(&self, from: usize) -> Option<Vec<u8>> {
        self.part(from, SLICE).await
    }

    /// Reads up to so many bytes from an offset.
    pub(super) async fn part(&self, from: usize, length: usize) -> Option<Vec<u8>> {
        let blob: &Blob = self.0.as_ref();
        let place = |at: usize| u32::try_from(at).map_or(f64::MAX, f64::from);
        let slice = blob.slice_with_f64_and_f64(place(from), place(from + length)).ok()?;
        let buffer = JsFuture::from(slice.array_buffer()).await.ok()?;
        Some(Uint8Array::new(&buffer).to_vec())
    }
}

/// The files just selected in a field. The field is then cleared so that the same file can be
/// selected again.
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
