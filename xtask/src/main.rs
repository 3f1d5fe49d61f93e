//! `cargo xtask`: serves, builds, tests and checks the playground, and installs the tools needed.

mod bench;
mod browser;
mod budget;
mod check;
mod engines;
mod faults;
mod hash;
mod homes;
mod imports;
mod lean;
mod leb128;
mod offline;
mod page;
mod parts;
mod process;
mod project;
mod seal;
mod shells;
mod sizes;
mod suites;
mod tools;

use std::process::ExitCode;

/// The result of every step; an error is one sentence for the user.
pub(crate) type Outcome<T = ()> = Result<T, String>;

const HELP: &str = "\
cargo xtask <command>

  serve [trunk options]   serve the page on http://127.0.0.1:8080 and reload it on every edit;
                          for example: cargo xtask serve --port 9000 --open
  build [trunk options]   build the page for release into dist/ and list what a visitor downloads;
                          for example: cargo xtask build --public-url /playground/
  test [options] [filter] run every test, or those whose name contains the filter: native, WebAssembly
                          and journeys in headless Chromium; --dev builds their page unoptimised,
                          --browser firefox or webkit runs the journeys there, and nothing else
  bench [rounds]          time the engine natively and in headless Chromium in turn, and print the ratios
  budget [folder]         compare the sizes of the page in dist/ with xtask/budget.txt
  check                   formatting, lints for both targets, the documentation without warnings, and
                          the core without any web crate
  setup                   install what the other commands need, and nothing else
  help                    this text

Each command finds the tools it needs, or installs them once into a folder for this user.
  SGP_TOOLS               that folder (default: sg-playground/tools in the cache folder of the user)
  CHROME, CHROMEDRIVER    the browser and its driver, when they are not on PATH
";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let (command, rest) = match args.split_first() {
        Some((command, rest)) => (command.as_str(), rest),
        None => ("help", args.as_slice()),
    };
    match run(command, rest) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("xtask: {message}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: &str, args: &[String]) -> Outcome {
    match command {
        "serve" => page::serve(args),
        "build" => page::build(args),
        "test" => suites::test(args),
        "bench" => bench::bench(args),
        "budget" => budget::check(args),
        "check" => check::all(),
        "setup" => setup(),
        // Called by Trunk after each build, never by hand.
        "seal" => seal::staged_page(),
        "help" | "--help" | "-h" => {
            print!("{HELP}");
            Ok(())
        }
        other => Err(format!("there is no command `{other}`; `cargo xtask help` lists them")),
    }
}

fn setup() -> Outcome {
    let (tools, split) = (tools::page_tools()?, tools::wasm_split()?);
    let browser = browser::find_or_install()?;
    shells::find_or_install();
    println!("trunk          {}", tools.trunk.display());
    println!("wasm-bindgen   {}", tools.wasm_bindgen.display());
    println!("wasm-split     {}", split.display());
    println!("browser        {}", browser.chrome.display());
    println!("driver         {}", browser.driver.display());
    Ok(())
}
