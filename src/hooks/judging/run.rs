//! One run over some log files.

use std::sync::Arc;

use crate::derived::{FileFault, JudgedFiles, Sources};
use crate::hooks::judging::pace::Pace;
use crate::hooks::judging::source::Source;
use crate::hooks::judging::stage::{JudgingStage, ReadBytes, Run};
use crate::platform;
use sg_core::connectivity::Reach;
use sg_core::flow_log::{Findings, Judge, LogReader, Narrower, Narrowing, Report};
use sg_core::model::Scenario;

/// How long the page is kept from drawing, in milliseconds, apart from the last bytes of a slice.
const SLICE: f64 = 24.0;

/// How often the progress is told, in milliseconds.
const NEWS: f64 = 100.0;

/// How long rates are watched before they say how much time is left, in milliseconds.
const WATCHED: f64 = 1_000.0;

/// Reads and judges all files.
pub(super) async fn judge_files(
    run: &Run,
    scenario: Arc<Scenario>,
    sources: Sources,
    tell: &dyn Fn(JudgingStage),
) -> JudgedFiles {
    platform::breathe().await;
    let mut preparation = Reach::preparation(&scenario);
    let reach = platform::in_slices(|| preparation.step()).await;
    let judge = Judge::new(&reach);
    let mut work = Work::new(run, &judge, &sources, tell);
    for (number, file) in sources.files.iter().enumerate() {
        if run.stopped.get() {
            break;
        }
        let before = work.reader.entries();
        let fault = match work.read(file).await {
            Ok(()) if run.stopped.get() || work.reader.entries() > before => None,
            Ok(()) => Some(FileFault::NoRecords),
            Err(fault) => Some(fault),
        };
        work.faults.extend(fault.map(|fault| (number, fault)));
        work.before += file.size();
    }
    let stopped = run.stopped.get().then_some((work.done.min(work.all), work.all));
    let Work { reader, faults, .. } = work;
    tell(JudgingStage::Summing);
    platform::breathe().await;
    let (parts, intake) = reader.finish();
    let mut findings = Findings::default();
    let mut parts = parts.into_iter();
    platform::in_slices(|| match parts.next() {
        Some(part) => {
            findings.merge(part.finish());
            None
        }
        None => Some(()),
    })
    .await;
    let report = Report::new(&judge, &findings);
    platform::breathe().await;
    // What is rarer than the part that was read would be closed.
    let (narrowings, all_narrowed) = match stopped {
        Some(_) => (None, false),
        None => narrower(run, &judge, &findings).await,
    };
    JudgedFiles {
        files: sources,
        intake,
        report,
        narrowings,
        all_narrowed,
        stopped,
        faults,
        scenario,
    }
}

/// Looks for narrower rules until it is stopped. Also returns whether all rules were looked at.
async fn narrower(
    run: &Run,
    judge: &Judge<'_>,
    findings: &Findings,
) -> (Option<Vec<Narrowing>>, bool) {
    let mut narrower = Narrower::new(judge, findings);
    loop {
        let done = platform::slice(&mut || narrower.step().then_some(())).is_some();
        if done {
            return (Some(narrower.finish()), true);
        }
        platform::breathe().await;
        if run.stopped.get() {
            return (Some(narrower.finish()), false);
        }
    }
}

/// Files being read.
struct Work<'a> {
    run: &'a Run,
    judge: &'a Judge<'a>,
    tell: &'a dyn Fn(JudgingStage),
    reader: LogReader,
    pace: Pace,
    faults: Vec<(usize, FileFault)>,
    /// The bytes of the files before the current one, of those and what was read of it, and of all.
    before: usize,
    done: usize,
    all: usize,
    /// When reading began, and when the progress was last told.
    begun: f64,
    told: f64,
}

impl<'a> Work<'a> {
    fn new(
        run: &'a Run,
        judge: &'a Judge<'a>,
        sources: &Sources,
        tell: &'a dyn Fn(JudgingStage),
    ) -> Self {
        let now = platform::milliseconds();
        let all = sources.files.iter().map(platform::ChosenFile::size);
        Self {
            run,
            judge,
            tell,
            reader: LogReader::default(),
            pace: Pace::default(),
            faults: Vec::new(),
            before: 0,
            done: 0,
            all: all.fold(0, usize::saturating_add),
            begun: now,
            told: 0.0,
        }
    }

    /// Reads a file. Whatever is wrong with it, the next one can be read.
    async fn read(&mut self, file: &platform::ChosenFile) -> Result<(), FileFault> {
        let read = self.read_all(file).await;
        if read.is_err() || self.run.stopped.get() {
            self.reader.skip_file();
            return read;
        }
        self.reader.end_file(self.judge).map_err(FileFault::NotALog)
    }

    async fn read_all(&mut self, file: &platform::ChosenFile) -> Result<(), FileFault> {
        let mut source = Source::of(file).await?;
        let mut is_first = true;
        let mut taken = 0;
        while let Some(bytes) = source.next().await? {
            // No text has this byte, but for UTF-16, which is no format of logs.
            if std::mem::take(&mut is_first) && bytes.contains(&0) {
                return Err(FileFault::Binary);
            }
            let from = std::mem::replace(&mut taken, source.taken());
            self.judge_all(&bytes, (self.before + from, self.before + taken))
                .await
                .map_err(FileFault::NotALog)?;
            if self.run.stopped.get() {
                break;
            }
        }
        Ok(())
    }

    /// Judges bytes, in slices between which the page can draw. They came of these places in all files.
    async fn judge_all(
        &mut self,
        bytes: &[u8],
        (from, to): (usize, usize),
    ) -> Result<(), sg_core::flow_log::LogError> {
        let mut rest = bytes;
        while !rest.is_empty() && !self.run.stopped.get() {
            let begun = platform::milliseconds();
            let mut now = begun;
            while !rest.is_empty() && (0.0..SLICE).contains(&(now - begun)) {
                let (piece, after) =
                    rest.split_at_checked(self.pace.bytes()).unwrap_or((rest, &[]));
                self.reader.read(self.judge, piece)?;
                let then = platform::milliseconds();
                if !after.is_empty() {
                    self.pace.took(then - now);
                }
                (now, rest) = (then, after);
            }
            // Packed bytes count when most of what came of them has been judged.
            self.done = to - rest.len().min(to.saturating_sub(from));
            self.tell_progress(now);
            platform::breathe().await;
        }
        Ok(())
    }

    fn tell_progress(&mut self, now: f64) {
        if (0.0..NEWS).contains(&(now - self.told)) {
            return;
        }
        self.told = now;
        let (spent, left) = (now - self.begun, self.all.saturating_sub(self.done));
        let seconds = (spent > WATCHED && self.done > 0).then(|| seconds(spent, self.done, left));
        (self.tell)(JudgingStage::Reading(ReadBytes {
            done: self.done.min(self.all),
            all: self.all,
            records: self.reader.entries(),
            seconds,
        }));
    }
}

/// The seconds that are left, at the rate so far.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "an estimate, rounded to whole seconds"
)]
fn seconds(spent: f64, done: usize, left: usize) -> u32 {
    (spent / 1_000.0 * left as f64 / done as f64).ceil() as u32
}
