//! Reads logs and judges them on all processors, in bounded memory: one thread reads and cuts, the
//! others judge what has been cut.

use std::fs::File;
use std::io::{self, BufReader, ErrorKind, Read};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};

use flate2::read::MultiGzDecoder;
use rayon::prelude::*;

use sg_core::flow_log::{Batch, Cutter, Intake, Judge, LogPart, LogSlice, PARTS};

use super::progress::{Progress, length};
use crate::failure::Failure;
use crate::streams::Streams;

/// How many bytes are read at a time.
const BLOCK: usize = 1 << 20;

/// How many slices are judged together. More than processors, so that none waits for long.
const TOGETHER: usize = 16;

/// How many such sets wait while one is judged.
const WAITING: usize = 2;

/// Whole records, with their text and the number of their file.
struct Cut {
    slice: LogSlice,
    text: Vec<u8>,
    file: u32,
}

/// Judges all records of some files. The result does not depend on the number of processors.
pub(super) fn judged(
    judge: &Judge<'_>,
    files: &[String],
    streams: &mut Streams<'_>,
) -> Result<(Vec<LogPart>, Intake), Failure> {
    let progress = Progress::new(length(files));
    let (sender, receiver) = sync_channel(WAITING);
    let result = std::thread::scope(|scope| {
        let judging = scope.spawn(move || judge_all(judge, &receiver));
        let read = read_all(files, streams, &progress, sender);
        // A panic of the other thread goes on here.
        let judged = judging.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic));
        read.map(|()| judged)
    });
    progress.finish();
    result
}

/// Judges sets of slices as they arrive.
fn judge_all(judge: &Judge<'_>, receiver: &Receiver<Vec<Cut>>) -> (Vec<LogPart>, Intake) {
    let mut parts: Vec<LogPart> = (0..PARTS).map(|_| LogPart::default()).collect();
    let mut intake = Intake::default();
    for cuts in receiver {
        let read = |cut: Cut| judge.read(&cut.slice, &cut.text, cut.file);
        let batches: Vec<Batch> = cuts.into_par_iter().map(read).collect();
        batches.iter().for_each(|batch| intake.add(batch.intake()));
        parts.par_iter_mut().enumerate().for_each(|(number, part)| {
            batches.iter().for_each(|batch| part.judge(judge, batch, number));
        });
    }
    (parts, intake)
}

/// Collects slices and hands them over in sets.
struct Collector {
    sender: SyncSender<Vec<Cut>>,
    cuts: Vec<Cut>,
}

impl Collector {
    fn push(&mut self, cut: Cut) {
        self.cuts.push(cut);
        if self.cuts.len() >= TOGETHER {
            self.send();
        }
    }

    fn send(&mut self) {
        // The other thread ends early only if it panics, which is told when it is joined.
        let _ = self.sender.send(std::mem::take(&mut self.cuts));
    }
}

fn read_all(
    files: &[String],
    streams: &mut Streams<'_>,
    progress: &Progress,
    sender: SyncSender<Vec<Cut>>,
) -> Result<(), Failure> {
    let mut collector = Collector { sender, cuts: Vec::new() };
    for (number, path) in (0_u32..).zip(files) {
        let refused =
            |why: &dyn std::fmt::Display| Failure::input(format!("cannot read {path}: {why}"));
        let read = if path == "-" {
            let input = progress.counting(&mut streams.input);
            read_log(input, number, &mut collector)
        } else {
            let file = File::open(path).map_err(|error| refused(&error))?;
            read_log(progress.counting(file), number, &mut collector)
        };
        read.map_err(|error| refused(&error))?;
    }
    collector.send();
    Ok(())
}

/// Why a log cannot be read.
#[derive(Debug, thiserror::Error)]
enum Unreadable {
    #[error(transparent)]
    Stream(#[from] io::Error),
    #[error(transparent)]
    Log(#[from] sg_core::flow_log::LogError),
}

/// The first bytes of a gzip stream (RFC 1952).
const GZIP: [u8; 2] = [0x1f, 0x8b];

fn read_log(mut input: impl Read, file: u32, out: &mut Collector) -> Result<(), Unreadable> {
    let mut head = Vec::new();
    input.by_ref().take(2).read_to_end(&mut head)?;
    let is_gzip = head == GZIP;
    let whole = io::Cursor::new(head).chain(input);
    if is_gzip {
        // One stream after another: logs of several files may have been joined.
        cut_all(MultiGzDecoder::new(BufReader::with_capacity(BLOCK, whole)), file, out)
    } else {
        cut_all(whole, file, out)
    }
}

/// Cuts a log into slices.
fn cut_all(mut input: impl Read, file: u32, out: &mut Collector) -> Result<(), Unreadable> {
    let mut cutter = Cutter::default();
    let mut pending: Vec<u8> = Vec::new();
    loop {
        let at_end = fill(&mut input, &mut pending)?;
        while let Some(slice) = cutter.cut(&pending, at_end)? {
            let rest = pending.split_off(slice.length);
            let text = std::mem::replace(&mut pending, rest);
            out.push(Cut { slice, text, file });
        }
        if at_end {
            return Ok(());
        }
    }
}

/// Reads one more block. Returns whether the stream has ended.
fn fill(input: &mut impl Read, pending: &mut Vec<u8>) -> io::Result<bool> {
    let start = pending.len();
    pending.resize(start + BLOCK, 0);
    let mut end = start;
    let mut ended = false;
    while let Some(room) = pending.get_mut(end..).filter(|room| !room.is_empty()) {
        match input.read(room) {
            Ok(0) => {
                ended = true;
                break;
            }
            Ok(count) => end += count,
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    pending.truncate(end);
    Ok(ended)
}
