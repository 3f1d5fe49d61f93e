//! `sgp sign` as a program: every test vector through standard input, and invalid lines.

#![expect(clippy::unwrap_used, reason = "a failing test should stop at once and say where")]

use std::collections::BTreeSet;
use std::io::Write;
use std::process::{Command, Output, Stdio};

use serde_json::Value;

const VECTORS: [&str; 2] = [
    include_str!("../../../../tests/data/signatures/v1.jsonl"),
    include_str!("../../../../tests/data/signatures/v3.jsonl"),
];

/// Runs `sgp sign` with the given standard input.
fn sign(input: &[u8]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sgp"));
    command.arg("sign").stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_vec();
    let writer = std::thread::spawn(move || stdin.write_all(&input));
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap().unwrap();
    output
}

fn lines(bytes: &[u8]) -> Vec<Value> {
    let text = std::str::from_utf8(bytes).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn every_vector_is_signed_stage_by_stage() {
    let mut compared = 0;
    for vectors in VECTORS {
        let output = sign(vectors.as_bytes());
        assert_eq!(output.status.code(), Some(0));
        assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
        let (rows, signed) = (lines(vectors.as_bytes()), lines(&output.stdout));
        assert_eq!(signed.len(), rows.len());
        for (row, own) in rows.iter().zip(&signed) {
            let names: BTreeSet<&str> =
                own.as_object().unwrap().keys().map(String::as_str).collect();
            let expected: &[&str] = match row["headers"].is_object() {
                true => &["authorization", "canonical_request", "signature", "string_to_sign"],
                false => &["signature", "string_to_sign"],
            };
            assert_eq!(names, expected.iter().copied().collect(), "{}", row["id"]);
            for name in expected {
                if row[*name].is_string() {
                    assert_eq!(own[*name], row[*name], "{} {name}", row["id"]);
                    compared += 1;
                }
            }
        }
    }
    assert_eq!(compared, 116, "number of stages in the vectors");
}

#[test]
fn a_line_that_is_no_request_is_told_by_its_number_and_the_stream_goes_on() {
    let good = VECTORS[0].lines().next().unwrap();
    let long = format!("{{\"method\": \"{}\"}}", "x".repeat(9 * 1024 * 1024));
    let secret = "never-to-be-repeated";
    let torn = format!("{{\"access_key_secret\": \"{secret}\"");
    let kind = format!("{{\"access_key_secret\": \"{secret}\"}}");
    let header = format!(
        "{{\"method\": \"GET\", \"headers\": {{}}, \"signed_headers\": \"host\", \
         \"access_key_id\": \"i\", \"access_key_secret\": \"{secret}\"}}"
    );
    let bad: [(&[u8], &str); 7] = [
        (b"x", "the line is not a request as a JSON object (column 1)"),
        (torn.as_bytes(), "the line is not a request as a JSON object (column 44)"),
        (kind.as_bytes(), "the request has neither `signed_params` nor `headers`"),
        (br#"{"method": "GET", "signed_params": {}}"#, "`access_key_secret` is missing"),
        (header.as_bytes(), "the header `host` is to be signed and missing"),
        (b"{\"method\": \"\xff\"}", "the line is not UTF-8"),
        (long.as_bytes(), "the line has more than 8388608 bytes"),
    ];
    let mut input = b"\n".to_vec();
    for (line, _) in &bad {
        input.extend_from_slice(line);
        input.extend_from_slice(format!("\n{good}\r\n").as_bytes());
    }
    // The last line does not end with a line feed.
    input.extend_from_slice(good.as_bytes());
    let output = sign(&input);
    assert_eq!(output.status.code(), Some(2));
    let stderr = String::from_utf8(output.stderr).unwrap();
    assert_eq!(stderr, "sgp: 7 of 15 requests could not be signed\n");
    assert!(!String::from_utf8_lossy(&output.stdout).contains(secret));
    let signed = lines(&output.stdout);
    assert_eq!(signed.len(), bad.len() * 2 + 1);
    let expected = &lines(good.as_bytes())[0]["signature"];
    for (index, (_, words)) in bad.iter().enumerate() {
        assert_eq!(signed[index * 2]["error"], *words);
        // Lines are counted from 1, and the input starts with an empty line.
        assert_eq!(signed[index * 2]["line"], index * 2 + 2);
        assert_eq!(signed[index * 2 + 1]["signature"], *expected);
    }
    assert_eq!(signed[bad.len() * 2]["signature"], *expected);
}
