//! Tallies are read as they were written, and nothing else is.

use super::*;

fn good() -> Document {
    let counts = [("option 1 points", 7), ("option 1 votes", 7), ("option 2 points", 5), ("option 2 votes", 5)];
    let tally = Tally {
        vote: "https://state.example/votes/1".to_owned(),
        carrier: "https://town.example/actors/mairie".to_owned(),
        sequence: 3,
        state: State::Final,
        form: "choose-1".parse().unwrap(),
        counting: "plain".parse().unwrap(),
        options: vec![1, 2],
        turnout: None,
        groups: vec![Group {
            channel: "online".to_owned(),
            level: String::new(),
            ballots: 12,
            blank: 0,
            counts: counts.into_iter().map(|(key, count)| (key.to_owned(), count)).collect(),
        }],
        voters: vec![Voters { channel: "online".to_owned(), level: "verified".to_owned(), voters: 12 }],
        roll: Some(Roll { size: 200, source: "list of voters".to_owned() }),
        not_counted: vec![NotCounted { reason: "replaced".to_owned(), ballots: 2 }],
        record: Some(RecordAt { address: "https://town.example/r.json".to_owned(), digest: "0a".repeat(32) }),
        taken: "2026-11-21T10:00:00Z".to_owned(),
    };
    Document { id: "https://town.example/votes/1/tallies/3".to_owned(), tally }
}

#[test]
fn a_tally_is_read_as_it_was_written() {
    let document = good();
    let mut value = write(&document);
    assert_eq!(read(&value), Ok(document.clone()));
    value["@context"] = json!([]);
    value["proof"] = json!({});
    assert_eq!(read(&value), Ok(document));
}

#[test]
fn what_is_odd_is_refused_with_its_field() {
    let check = |path: &str, value: Value, field: &'static str| {
        let mut document = write(&good());
        *document.pointer_mut(path).unwrap() = value;
        assert_eq!(read(&document), Err(Unfit(field)), "{document}");
    };
    check("/type", json!("Note"), "type");
    check("/id", json!("tallies/3"), "id");
    check("/attributedTo", json!("https://u@town.example/"), "attributedTo");
    check("/vote", json!("ftp://state.example/"), "vote");
    check("/vote", json!(format!("https://state.example/{}", "a".repeat(2_100))), "vote");
    check("/sequence", json!(0), "sequence");
    check("/sequence", json!(-1), "sequence");
    check("/sequence", json!(1.5), "sequence");
    check("/sequence", json!(u64::MAX), "numbers");
    check("/state", json!("done"), "state");
    check("/form", json!("choose-2"), "form");
    check("/rule", json!("plain "), "rule");
    check("/rule", json!("consent"), "numbers");
    check("/options", json!([1, -2]), "options");
    check("/options", json!(vec![1; 501]), "options");
    check("/turnout", json!("12"), "turnout");
    check("/groups/0/ballots", json!(10), "numbers");
    check("/groups/0/ballots", json!(13), "numbers");
    check("/groups/0/channel", json!("On line"), "channel");
    check("/groups/0/counts", json!({}), "numbers");
    check("/groups/0/counts", json!([]), "counts");
    check("/groups/0/counts/option 1 votes", json!(1e3), "counts");
    check("/groups", json!(vec![1; 65]), "groups");
    check("/voters/0/voters", json!(3), "numbers");
    check("/roll", json!({ "size": 200 }), "roll");
    check("/roll/size", json!(11), "numbers");
    check("/roll/source", json!("a\u{0}"), "source");
    check("/notCounted/0/reason", json!("<b>"), "reason");
    check("/record", Value::Null, "numbers");
    check("/record/digest", json!("0A".repeat(32)), "digest");
    check("/record/address", json!("javascript:alert(1)"), "address");
    check("/published", json!("yesterday"), "published");
}

#[test]
fn a_key_more_or_less_is_one_too_many_or_too_few() {
    let mut more = write(&good());
    more["total"] = json!(1);
    assert_eq!(read(&more), Err(Unfit("tally")));
    for key in write(&good()).as_object().unwrap().keys() {
        let mut less = write(&good());
        less.as_object_mut().unwrap().remove(key);
        assert_eq!(read(&less), Err(Unfit("tally")), "{key}");
    }
    for cut in ["[]", "1", "null", "\"a\"", "{}"] {
        assert!(read(&serde_json::from_str(cut).unwrap()).is_err());
    }
}
