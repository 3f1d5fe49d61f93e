//! A JUnit report of goals, for CI systems that draw them.

use std::fmt::Write;

use sg_core::quote::xml::escaped;

/// One goal as a test case.
pub(super) struct Case<'a> {
    pub(super) name: &'a str,
    /// Why it failed.
    pub(super) failure: Option<String>,
}

/// The report of one scenario. It bears no times: nothing here asks a clock.
pub(super) fn report(suite: &str, cases: &[Case<'_>]) -> String {
    let failures = cases.iter().filter(|case| case.failure.is_some()).count();
    let (suite, tests) = (escaped(suite), cases.len());
    let mut xml = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n");
    // Writing to a text cannot fail.
    let _ = writeln!(
        xml,
        "  <testsuite name=\"{suite}\" tests=\"{tests}\" failures=\"{failures}\" errors=\"0\">"
    );
    for case in cases {
        let name = escaped(case.name);
        let head = format!("    <testcase classname=\"{suite}\" name=\"{name}\"");
        let _ = match &case.failure {
            None => writeln!(xml, "{head}/>"),
            Some(failure) => {
                let failure = escaped(failure);
                writeln!(xml, "{head}>\n      <failure message=\"{failure}\"/>\n    </testcase>")
            }
        };
    }
    xml.push_str("  </testsuite>\n</testsuites>\n");
    xml
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_cannot_break_out_of_the_report() {
        let cases = [
            Case { name: "a\"><x>", failure: None },
            Case { name: "b\u{1b}", failure: Some("<&'\n".to_owned()) },
        ];
        let xml = report("s", &cases);
        assert!(xml.contains("name=\"a&quot;&gt;&lt;x&gt;\"/>"), "{xml}");
        assert!(xml.contains("name=\"b\u{fffd}\""), "{xml}");
        assert!(xml.contains("message=\"&lt;&amp;&apos;&#10;\""), "{xml}");
        assert!(xml.contains("tests=\"2\" failures=\"1\""), "{xml}");
    }
}
