//! A JUnit report of goals, for CI systems that draw them.

use quick_junit::{NonSuccessKind, Report, TestCase, TestCaseStatus, TestSuite};

use super::failure::Failure;

/// One goal as a test case.
pub(super) struct Case<'a> {
    pub(super) name: &'a str,
    /// Why it failed.
    pub(super) failure: Option<String>,
}

/// The report of one scenario. It bears no times: nothing here asks a clock.
pub(super) fn report(suite: &str, cases: &[Case<'_>]) -> Result<String, Failure> {
    let suite = text(suite);
    let case = |Case { name, failure }: &Case<'_>| {
        let mut status = TestCaseStatus::success();
        if let Some(failure) = failure {
            status = TestCaseStatus::non_success(NonSuccessKind::Failure);
            status.set_message(text(failure));
        }
        let mut case = TestCase::new(text(name), status);
        case.set_classname(&suite);
        case
    };
    let mut tests = TestSuite::new(&suite);
    tests.add_test_cases(cases.iter().map(case));
    let mut report = Report::unnamed();
    report.add_test_suite(tests);
    report.to_string().map_err(Failure::input)
}

/// A text for XML 1.0: what that does not allow at all becomes U+FFFD, so that names which differ
/// in it alone still differ from a name without it. The library escapes the rest.
fn text(text: &str) -> String {
    let forbidden = |character: char| {
        matches!(character, '\u{fffe}' | '\u{ffff}')
            || character.is_ascii_control() && !matches!(character, '\t' | '\n' | '\r')
    };
    text.replace(forbidden, "\u{fffd}")
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
        assert!(xml.contains("name=\"b\u{fffd}[1m\u{fffd}\""), "{xml}");
        assert!(xml.contains("message=\"&lt;&amp;&apos;\n\""), "{xml}");
        assert!(xml.contains("tests=\"2\" skipped=\"0\" errors=\"0\" failures=\"1\""), "{xml}");
    }
}
