//! Unpacks gzip files with the browser's own decoder, in bounded memory: a piece of the file is taken
//! only when what came of the piece before has been read.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::{Reflect, Uint8Array};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    ReadableStream, ReadableStreamDefaultReader, WritableStream, WritableStreamDefaultWriter,
};

use crate::platform::file::ChosenFile;

// The crate of the browser's interfaces counts this one among the unstable ones.
#[wasm_bindgen]
extern "C" {
    type DecompressionStream;

    #[wasm_bindgen(constructor, catch)]
    fn new(format: &str) -> Result<DecompressionStream, JsValue>;

    #[wasm_bindgen(method, getter)]
    fn readable(this: &DecompressionStream) -> ReadableStream;

    #[wasm_bindgen(method, getter)]
    fn writable(this: &DecompressionStream) -> WritableStream;
}

/// How many packed bytes are taken at a time. Logs unpack to about twenty times that.
const PIECE: usize = 64 * 1024;

/// Why a file cannot be unpacked any further.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GzipFault {
    /// The file can no longer be read.
    Gone,
    /// The file ends within its gzip data.
    CutOff,
    /// The data is no gzip data.
    Broken,
}

/// A file being unpacked.
#[derive(Debug)]
pub struct Unpacker {
    reader: ReadableStreamDefaultReader,
    feed: Rc<Feed>,
}

/// How far the file has been taken.
#[derive(Debug, Default)]
struct Feed {
    taken: Cell<usize>,
    gone: Cell<bool>,
    ended: Cell<bool>,
    stopped: Cell<bool>,
}

impl Unpacker {
    /// Begins to unpack a file; `None` if the browser has no decoder.
    pub fn of(file: &ChosenFile) -> Option<Self> {
        let stream = DecompressionStream::new("gzip").ok()?;
        let reader = stream.readable().get_reader().dyn_into().ok()?;
        let writer = stream.writable().get_writer().ok()?;
        let feed = Rc::new(Feed::default());
        spawn_local(feed_all(file.clone(), writer, Rc::clone(&feed)));
        Some(Self { reader, feed })
    }

    /// The next bytes; `None` at the end.
    ///
    /// # Errors
    /// The file cannot be unpacked any further.
    pub async fn next(&self) -> Result<Option<Vec<u8>>, GzipFault> {
        let read = JsFuture::from(self.reader.read()).await.map_err(|_| self.fault())?;
        let field = |name: &str| Reflect::get(&read, &JsValue::from_str(name)).ok();
        let bytes = field("value").and_then(|value| value.dyn_into::<Uint8Array>().ok());
        Ok(bytes.map(|bytes| bytes.to_vec()))
    }

    /// How many packed bytes have been taken.
    pub fn taken(&self) -> usize {
        self.feed.taken.get()
    }

    fn fault(&self) -> GzipFault {
        match (self.feed.gone.get(), self.feed.ended.get()) {
            (true, _) => GzipFault::Gone,
            (false, true) => GzipFault::CutOff,
            (false, false) => GzipFault::Broken,
        }
    }
}

impl Drop for Unpacker {
    /// Stops taking more of the file.
    fn drop(&mut self) {
        self.feed.stopped.set(true);
        let cancelled = JsFuture::from(self.reader.cancel());
        // A stream that has failed cannot be cancelled, which does not matter.
        spawn_local(async { drop(cancelled.await) });
    }
}

/// Hands the file over to the decoder, piece by piece. The reader is told of every failure.
async fn feed_all(file: ChosenFile, writer: WritableStreamDefaultWriter, feed: Rc<Feed>) {
    let mut from = 0;
    while from < file.size() {
        let piece = file.part(from, PIECE).await.filter(|piece| !piece.is_empty());
        let Some(piece) = piece.filter(|_| !feed.stopped.get()) else {
            feed.gone.set(!feed.stopped.get());
            let _ = JsFuture::from(writer.abort()).await;
            return;
        };
        let bytes = Uint8Array::from(piece.as_slice());
        if JsFuture::from(writer.write_with_chunk(&bytes)).await.is_err() {
            return;
        }
        from += piece.len();
        feed.taken.set(from);
    }
    feed.ended.set(true);
    let _ = JsFuture::from(writer.close()).await;
}
