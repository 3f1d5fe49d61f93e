//! The server on a real socket: what clients receive, what is saved and what is logged.

use sg_core::emulator::{Action, Call};
use sg_core::model::*;
use sg_core::request::endpoint::Endpoint;
use sg_core::request::signature::{Credentials, Signing, v3};

use crate::running::{Answered, Disk, NOW, Started, exchange, get, policy, start};

#[test]
fn a_client_gets_its_answers_in_either_form() {
    let Started { address, .. } = start();
    let Answered { status, body, .. } = exchange(address, &get(&policy("Drop"), "1"));
    assert_eq!(status, "HTTP/1.1 200 OK", "{body}");
    assert!(body.starts_with("{\"RequestId\":\"") && !body.contains("Code"), "{body}");
    // A POST with its signature in the headers, sent through an unrelated client library.
    let (demo, timestamp) = (Credentials::demo(), Timestamp::from_unix_seconds(NOW));
    let region = RegionId::parse("cn-hangzhou").unwrap();
    let call =
        Call::describe_security_group_attribute(&region, &SecurityGroupId::parse("G1").unwrap());
    let signing = Signing { credentials: &demo, timestamp, nonce: "2" };
    let signed = v3::sign(&call, "POST", Endpoint::Central, &signing);
    let query = signed.url.split_once('?').unwrap().1;
    let mut request = ureq::post(format!("http://{address}/?{query}"));
    for (name, value) in &signed.headers {
        request = request.header(name, value);
    }
    let mut response = request.send_empty().unwrap();
    let body: serde_json::Value = response.body_mut().read_json().unwrap();
    assert_eq!(body["InnerAccessPolicy"], "Drop");
    let Answered { status, body, .. } = exchange(address, &get(&policy("Open"), "3"));
    assert_eq!(status, "HTTP/1.1 400 Bad Request");
    assert!(body.contains("\"Code\":\"InvalidPolicy.Malformed\""), "{body}");
}

#[test]
fn the_log_tells_each_call_and_no_secret() {
    let Started { address, log, .. } = start();
    let good = get(&policy("Drop"), "1");
    let signed = String::from_utf8(good.clone()).unwrap();
    let signature = signed.split_once("Signature=").unwrap().1.split_once(' ').unwrap().0;
    let Answered { body, .. } = exchange(address, &good);
    let id = body.split('"').nth(3).unwrap();
    exchange(address, &good);
    exchange(address, signed.replace("testid", "an-unknown-key").as_bytes());
    exchange(address, b"GET /?Action=%1b%5b31m&Version=2014-05-26 HTTP/1.1\r\n\r\n");
    exchange(address, b"\x1b[31m\r\n\r\n");
    let log = log.lock().unwrap().clone();
    let first = format!("2024-01-01T00:00:00Z 200 ModifySecurityGroupPolicy OK {id}");
    assert_eq!(log.first(), Some(&first));
    let starts = [
        "2024-01-01T00:00:00Z 200 ModifySecurityGroupPolicy OK ",
        "2024-01-01T00:00:00Z 400 ModifySecurityGroupPolicy SignatureNonceUsed ",
        "2024-01-01T00:00:00Z 404 ModifySecurityGroupPolicy InvalidAccessKeyId.NotFound ",
        "2024-01-01T00:00:00Z 404 - InvalidAction.NotFound ",
        "2024-01-01T00:00:00Z 400 - InvalidParameter ",
    ];
    assert_eq!(log.len(), starts.len(), "{log:?}");
    for (line, start) in log.iter().zip(starts) {
        assert!(line.starts_with(start), "{line}");
        // The rest is the RequestId.
        assert_eq!(line.len(), start.len() + 36, "{line}");
        for secret in ["testsecret", "an-unknown-key", signature, "\u{1b}"] {
            assert!(!line.contains(secret), "{line}");
        }
    }
}

#[test]
fn no_change_is_told_that_could_not_be_written_down() {
    let Started { address, disk, kept, log, .. } = start();
    let region = RegionId::parse("cn-hangzhou").unwrap();
    let group = SecurityGroupId::parse("G1").unwrap();
    let describe = Call::describe_security_group_attribute(&region, &group);
    let told = |call: &Call, nonce: &str| exchange(address, &get(call, nonce));
    *disk.lock().unwrap() = Disk::Full;
    let Answered { status, body, .. } = told(&policy("Drop"), "1");
    assert_eq!(status, "HTTP/1.1 500 Internal Server Error");
    assert!(body.contains("\"Code\":\"InternalError\""), "{body}");
    assert!(log.lock().unwrap().iter().any(|line| line.contains("the disk is full")));
    // Nothing has changed, and calls that change nothing do not need to be saved.
    assert!(told(&describe, "2").body.contains("\"InnerAccessPolicy\":\"Accept\""));
    *disk.lock().unwrap() = Disk::Works;
    assert_eq!(told(&policy("Drop"), "3").status, "HTTP/1.1 200 OK");
    assert!(told(&describe, "4").body.contains("\"InnerAccessPolicy\":\"Drop\""));
    let kept = kept.lock().unwrap();
    assert_eq!(kept.len(), 1, "only calls that change something are saved");
    let isolated = GroupType::Basic(InnerAccessPolicy::Drop);
    assert!(kept.iter().all(|scenario| scenario.group(&group).unwrap().group_type == isolated));
}

#[test]
fn clients_that_call_at_once_are_all_answered_and_none_undoes_another() {
    let Started { address, kept, .. } = start();
    let create = |number: usize| {
        let name = format!("group-{number}");
        let params =
            [("RegionId", "cn-hangzhou"), ("VpcId", "vpc-1"), ("SecurityGroupName", &name)];
        get(&Call::new(Action::CreateSecurityGroup, params), &name)
    };
    let clients: Vec<_> = (0..32)
        .map(|number| {
            let request = create(number);
            std::thread::spawn(move || exchange(address, &request))
        })
        .collect();
    for client in clients {
        let Answered { status, body, .. } = client.join().unwrap();
        assert_eq!(status, "HTTP/1.1 200 OK", "{body}");
    }
    // Each saved scenario has one group more than the previous one.
    let kept = kept.lock().unwrap();
    let groups: Vec<usize> = kept.iter().map(|scenario| scenario.groups().len()).collect();
    assert_eq!(groups, (2..34).collect::<Vec<_>>());
}

/// A panic is a defect, but it must only affect the client that triggered it.
#[test]
fn a_panic_is_the_internal_error_of_one_call() {
    let Started { address, disk, kept, .. } = start();
    *disk.lock().unwrap() = Disk::Panics;
    let answer = exchange(address, &get(&policy("Drop"), "1"));
    assert_eq!(answer.status, "HTTP/1.1 500 Internal Server Error");
    assert!(answer.body.contains("\"Code\":\"InternalError\""), "{}", answer.body);
    *disk.lock().unwrap_or_else(std::sync::PoisonError::into_inner) = Disk::Works;
    // Nothing was applied: not even the nonce was used up.
    let again = exchange(address, &get(&policy("Drop"), "1"));
    assert_eq!(again.status, "HTTP/1.1 200 OK", "{}", again.body);
    assert_eq!(kept.lock().unwrap().len(), 1);
}

#[test]
fn an_operation_that_is_not_emulated_is_told_from_a_made_up_one() {
    let Started { address, log, .. } = start();
    let send = |action: &str| {
        let request =
            format!("GET /?Action={action}&Version=2014-05-26&Format=JSON HTTP/1.1\r\n\r\n");
        exchange(address, request.as_bytes())
    };
    let note = "X-Sgp-Note: exists in ECS 2014-05-26, not emulated here\r\n";
    for (action, noted) in [("RunInstances", true), ("FlipSecurityGroup", false)] {
        let Answered { status, head, body } = send(action);
        assert_eq!(status, "HTTP/1.1 404 Not Found");
        assert!(body.contains("\"Code\":\"InvalidAction.NotFound\""), "{body}");
        assert_eq!(head.contains(note), noted, "{head}");
    }
    let log = log.lock().unwrap().clone();
    let [existing, invented] = log.as_slice() else { panic!("{log:?}") };
    assert!(existing.contains(" 404 RunInstances InvalidAction.NotFound "), "{existing}");
    assert!(existing.ends_with(" (exists in ECS 2014-05-26, not emulated here)"), "{existing}");
    assert!(invented.contains(" 404 - InvalidAction.NotFound "), "{invented}");
    assert!(!invented.contains("exists"), "{invented}");
}
