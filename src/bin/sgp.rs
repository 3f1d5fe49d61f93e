//! The command line: hands the arguments and the three streams to the library, and nothing else.

use std::io::{self, BufWriter};
use std::process::ExitCode;

use sg_playground::cli::{Streams, run};

fn main() -> ExitCode {
    let arguments: Vec<_> = std::env::args_os().skip(1).collect();
    let mut output = BufWriter::new(io::stdout().lock());
    let mut streams = Streams {
        input: Box::new(io::stdin().lock()),
        output: &mut output,
        errors: &mut io::stderr().lock(),
    };
    ExitCode::from(run(&arguments, &mut streams))
}
