//! G09: a published vote is counted again from its file alone, by a program that shares nothing that counts with the server; a file that was changed
//! anywhere is found out, and a file that is none is refused with a reason.

use std::path::PathBuf;

use deliberation::ballot::Ballot;
use deliberation::record::{NotCounted, Record, Roll, Slip};
use deliberation::verdict::{Contender, Vote, lines};
use parvis::commands::recount::{Said, examine};
use sha2::{Digest, Sha256};

fn digest(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}

fn said(name: &str, text: &str) -> Said {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join(name);
    std::fs::write(&file, text).unwrap();
    examine(&file)
}

/// A vote of thirty people, closed.
fn record(form: &str, rule: &str, ballot: impl Fn(u32) -> String) -> Record {
    let contender = |number: u32| Contender { number, cost: 100 * u64::from(number), withdrawn: number == 5, group: None };
    let ballots: Vec<Ballot> = (0..30).map(|voter| ballot(voter).parse().unwrap()).collect();
    let vote = Vote {
        form: form.parse().unwrap(),
        counting: rule.parse().unwrap(),
        contenders: (1..=5).map(contender).collect(),
        budget: 600,
        unit: 1,
        lots: vec![4, 2, 1, 3],
        ballots,
    };
    let slip = |voter: u32| Slip {
        receipt: digest(&format!("receipt {voter}")),
        channel: if voter.is_multiple_of(3) { "paper" } else { "online" }.to_owned(),
        level: if voter.is_multiple_of(3) { "desk" } else { "email" }.to_owned(),
    };
    Record {
        ballot_box: "https://ville.example/votes/1".to_owned(),
        title: "Le budget « d’ici »".to_owned(),
        closed: "2026-11-21T22:59:59Z".to_owned(),
        currency: "EUR".to_owned(),
        labels: ["Des arbres", "Un \"banc\"", "Une rampe", "Un kiosque", "Retiré"].map(str::to_owned).to_vec(),
        slips: (0..30).map(slip).collect(),
        levels: vec!["desk".to_owned(), "email".to_owned()],
        not_counted: vec![NotCounted { reason: "late".to_owned(), ballots: 2 }],
        voters: vec![],
        roll: Some(Roll { size: 400, source: "liste électorale".to_owned() }),
        result: lines(&vote).unwrap(),
        vote,
    }
}

fn published(record: &Record) -> String {
    record.published(&digest(&record.body()))
}

fn approvals() -> Record {
    let rule = "equal-shares/add1 utility=cost start=exact step=1 comparison=no eligibility=no ties=cost-votes-lots";
    record("approval min=0 max=4", rule, |voter| match voter % 5 {
        0 => "set:".to_owned(),
        1 => "set:1,2,5".to_owned(),
        2 => "set:2,3".to_owned(),
        3 => "set:4".to_owned(),
        _ => "set:1,2,3,4".to_owned(),
    })
}

#[test]
fn records_of_every_kind_hold() {
    let records = [
        approvals(),
        record("choose-1", "plain", |voter| format!("set:{}", voter % 4 + 1)),
        record("for-against-abstain", "majority quorum=10 more-than=1/2", |voter| {
            ["stance:for", "stance:against", "stance:abstain"][usize::try_from(voter % 3).unwrap()].to_owned()
        }),
        record("ranking min=1 max=4", "schulze", |voter| format!("ranking:{},{}", voter % 4 + 1, (voter + 1) % 4 + 1)),
        record("majority-judgment grades=3 answers=any", "majority-judgment blank=excluded", |voter| format!("grades:1={},2=1", voter % 3)),
        record("money budget=600", "phragmen eligibility=no ties=lots", |voter| format!("points:{}=300", voter % 4 + 1)),
    ];
    for record in records {
        let said = said("vote.json", &published(&record));
        assert_eq!((said.code, &said.complaint), (0, &None), "{:#?}", said.lines);
        assert!(record.result.iter().all(|line| said.lines.contains(line)), "{:#?}", said.lines);
        assert!(said.lines.contains(&"channel \"paper\" level \"desk\": 10 ballots".to_owned()), "{:#?}", said.lines);
    }
}

/// Changes the published text, with the digest made again, as somebody who publishes something else would.
fn differs(from: &str, to: &str, expected: &str) {
    let record = approvals();
    let body = record.body();
    assert!(body.contains(from), "{from} is not in {body}");
    let changed = body.replacen(from, to, 1);
    let text = changed.replacen("\"form\":", &format!("\"digest\":\"{}\",\"form\":", digest(&changed)), 1);
    let said = said("vote.json", &text);
    assert_eq!(said.code, 1, "{from} → {to}: {said:#?}");
    assert!(said.lines.iter().any(|line| line.starts_with("DIFFERS") && line.contains(expected)), "{from} → {to}: {said:#?}");
}

#[test]
fn a_changed_record_does_not_hold() {
    differs("\"winner 2\"", "\"winner 3\"", "recounted \"winner 2\"");
    differs("\"blank 6\"", "\"blank 5\"", "line 2 of the result: published \"blank 5\", recounted \"blank 6\"");
    differs("\"set:4\"", "\"set:3\"", "votes");
    differs("\"set:4\"", "\"set:9\"", "Unknown(9)");
    differs("\"set:2,3\"", "\"set:3,2\"", "Malformed");
    differs("\"set:2,3\"", "\"set:2,2\"", "Malformed");
    differs("\"level\":\"email\"", "\"level\":\"wink\"", "level wink does not count here");
    differs("\"ballots\":10,\"channel\":\"paper\"", "\"ballots\":11,\"channel\":\"paper\"", "published 11, recounted 10");
    differs("\"size\":400", "\"size\":29", "a roll of 29");
    differs("\"budget\":600", "\"budget\":300", "recounted");
    differs("step=1", "step=8", "recounted");
    let text = published(&approvals());
    let twice = text.replacen(&digest("receipt 1"), &digest("receipt 2"), 1);
    let said = said("vote.json", &twice);
    assert_eq!(said.code, 1);
    assert!(said.lines.iter().any(|line| line.contains("different receipts: published 30, recounted 29")), "{said:#?}");
    assert!(said.lines.iter().any(|line| line.starts_with("DIFFERS  digest: published")), "{said:#?}");
    assert_eq!(said.complaint.as_deref(), Some("the published result does not hold: differences: 2"));
}

#[test]
fn a_file_that_is_no_record_is_refused_with_a_reason() {
    let check = |text: &str, expected: &str| {
        let said = said("vote.json", text);
        assert_eq!((said.code, said.lines.len()), (2, 0), "{text}");
        assert!(said.complaint.as_ref().unwrap().contains(expected), "{text}: {said:?}");
    };
    check("{", "not JSON: EOF while parsing an object at line 1 column 1");
    check("{}", "not a parvis-vote-record of version 1");
    check("{\"format\":\"parvis-vote-record\",\"version\":2}", "not a parvis-vote-record of version 1");
    check("{\"format\":\"parvis-vote-record\",\"version\":1}", "missing field");
    check("hello", "line 1, column 1: the title META should stand here");
    let text = published(&approvals());
    check(&text.replace("approval min=0", "approval min=9"), "form \"approval min=9 max=4\"");
    check(&text.replace("equal-shares/add1 ", "equal-shares/add2 "), "is not known to this program");
    check(&text.replace("step=1", "step=0"), "NoStep");
    check(&text.replace("\"budget\":600", "\"budget\":6.5"), "not a vote record");
    assert_eq!(examine(&PathBuf::from("/nowhere/vote.json")).code, 2);
    let address = examine(&PathBuf::from("https://ville.example/vote.json"));
    assert!(address.complaint.unwrap().contains("not among the files"));
}

const SMALL: &str = "META\nkey;value\ndescription;x\ncountry;France\nunit;X\ninstance;1\nnum_projects;3\nnum_votes;4\nbudget;100\nvote_type;approval\n\
    rule;greedy\ndate_begin;2026\ndate_end;2026\nPROJECTS\nproject_id;cost;votes;selected\na;60;3;1\nb;50;2;0\nc;40;1;1\n\
    VOTES\nvoter_id;vote\n1;a,b\n2;a\n3;a,c\n4;b\n";

#[test]
fn pabulib_files_are_recounted() {
    let good = said("vote.pb", SMALL);
    assert_eq!((good.code, good.lines.last().map(String::as_str)), (0, Some("The published result holds.")), "{good:#?}");
    let check = |from: &str, to: &str, expected: &str| {
        let said = said("vote.pb", &SMALL.replacen(from, to, 1));
        assert_eq!(said.code, 1, "{to}: {said:#?}");
        assert!(said.lines.iter().any(|line| line.starts_with("DIFFERS") && line.contains(expected)), "{to}: {said:#?}");
    };
    check("b;50;2;0", "b;50;2;1", "selected of project b: published 1, recounted 0");
    check("a;60;3", "a;60;4", "votes of project a: published 4, recounted 3");
    check("num_votes;4", "num_votes;5", "num_votes: published 5, recounted 4");
    check("rule;greedy", "rule;greedy-no-skip", "selected of project c: published 1, recounted 0");
    check("rule;greedy", "rule;equalshares", "selected of project c: published 1, recounted 0");
    let unknown = said("vote.pb", &SMALL.replace("rule;greedy", "rule;unknown"));
    assert_eq!(unknown.code, 0);
    let last = unknown.lines.last().map(String::as_str);
    assert_eq!(last, Some("The published counts hold; winners were not compared."), "nothing is claimed that was not compared");
    assert!(unknown.lines.contains(&"rule \"unknown\": winners are not recounted".to_owned()), "{unknown:#?}");
    // Our own keys: the whole rule and the order drawn.
    let ours = SMALL.replace("rule;greedy\n", "rule;greedy\nparvis_rule;phragmen eligibility=no ties=lots\nparvis_lots;b,a,c\n");
    assert!(said("vote.pb", &ours).lines.contains(&"rule: phragmen eligibility=no ties=lots".to_owned()));
    let broken = said("vote.pb", &SMALL.replace("3;a,c", "3;a,d"));
    assert_eq!((broken.code, broken.complaint.as_deref()), (2, Some("line 23, column 5: there is no project \"d\"")));
}

/// A file with a project twice in a ballot: told, and its published count is found again.
#[test]
fn repeats_are_reported_and_the_published_count_holds() {
    let text = SMALL.replace("a;60;3", "a;60;4").replace("1;a,b", "1;a,a,b");
    let said = said("vote.pb", &text);
    assert_eq!(said.code, 0, "{said:#?}");
    assert!(said.lines.iter().any(|line| line.contains("line 21, column 5: project \"a\" is named twice in this ballot")), "{said:#?}");
}
