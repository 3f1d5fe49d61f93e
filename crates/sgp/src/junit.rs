//! A JUnit report of goals, for CI systems that display it.

use quick_junit::{NonSuccessKind, Report, TestCase, TestCaseStatus, TestSuite};

use super::failure::Failure;

use sg_core::quote::hidden::visible;

/// One goal as a test case.
pub(super) struct Case<'a> {
    pub(super) name: &'a str,
    /// Why it failed.
    pub(super) failure: Option<String>,
}

/// The report for one scenario. It contains no times because nothing here reads a clock.
pub(super) fn report(suite: &str, cases: &[Case<'_>]) -> Result<String, Failure> {
    // The library escapes what XML requires; invisible characters are shown by their code points.
    let suite = visible(suite);
    let case = |Case { name, failure }: &Case<'_>| {
        let mut status = TestCaseStatus::success();
        if let Some(failure) = failure {
            status = TestCaseStatus::non_success(NonSuccessKind::Failure);
            status.set_message(visible(failure));
        }
        let mut case = TestCase::new(visible(name), status);
        case.set_classname(suite.as_ref());
        case
    };
    let mut tests = TestSuite::new(suite.as_ref());
    tests.add_test_cases(cases.iter().map(case));
    let mut report = Report::unnamed();
    report.add_test_suite(tests);
    report.to_string().map_err(Failure::input)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_cannot_break_out_of_the_report() {
        let cases = [
            Case { name: "a\"><x>", failure: None },
            Case { name: "b\u{1b}[1m\u{ffff}", failure: Some("<&'\n".to_owned()) },
        ];
        let xml = report("s", &cases).unwrap();
        assert!(xml.contains("name=\"a&quot;&gt;&lt;x&gt;\""), "{xml}");
        assert!(xml.contains("name=\"bU+001B[1mU+FFFF\""), "{xml}");
        assert!(xml.contains("message=\"&lt;&amp;&apos;U+000A\""), "{xml}");
        assert!(xml.contains("tests=\"2\" skipped=\"0\" errors=\"0\" failures=\"1\""), "{xml}");
    }
}
