//! Definitions are read as they were written, and nothing else is.

use super::*;

fn good() -> Definition {
    let option = |number| DefinedOption {
        number,
        title: format!("Option {number}"),
        description: "First line\nsecond".to_owned(),
        cost: 0,
        withdrawn: false,
    };
    Definition {
        id: "https://state.example/votes/1".to_owned(),
        organiser: "https://state.example/actors/etat".to_owned(),
        consultation: "https://state.example/actors/ecole".to_owned(),
        kind: BoxKind::Poll,
        title: "Which one?".to_owned(),
        description: String::new(),
        lang: "fr".to_owned(),
        form: "choose-1".parse().unwrap(),
        counting: "plain".parse().unwrap(),
        options: vec![option(1), option(2)],
        lots: vec![2, 1],
        budget: 0,
        unit: 1,
        levels: vec![Level::Confirmed, Level::Paper],
        opens: "2026-11-21T10:00:00Z".parse().unwrap(),
        closes: "2026-11-22T10:00:00.5Z".parse().unwrap(),
        live: true,
        revote: false,
        quorum: 10,
        stakes: Grid::usual(),
        published: "2026-11-20T10:00:00Z".parse().unwrap(),
    }
}

#[test]
fn a_definition_is_read_as_it_was_written() {
    let vote = good();
    assert_eq!(read(&write(&vote)), Ok(vote.clone()));
    let mut other = vote.clone();
    other.options[0].withdrawn = true;
    assert!(other.is_same(&vote));
    other.options[0].title = "Another".to_owned();
    assert!(!other.is_same(&vote));
}

#[test]
fn what_cannot_be_held_is_refused_with_its_field() {
    let check = |path: &str, value: Value, field: &'static str| {
        let mut document = write(&good());
        *document.pointer_mut(path).unwrap() = value;
        assert_eq!(read(&document), Err(Unfit(field)), "{document}");
    };
    check("/type", json!("Question"), "type");
    check("/kind", json!("election"), "kind");
    check("/kind", json!("budget"), "budget");
    check("/name", json!("a".repeat(TITLE_MAX * 4 + 1)), "name");
    check("/form", json!("approval min=3 max=3"), "options");
    check("/rule", json!("consent"), "rule");
    check("/options", json!([]), "options");
    check("/options/0/number", json!(2), "options");
    check("/options/0/number", json!(0), "options");
    check("/options/0/number", json!(5_000_000_000_u64), "number");
    check("/options/0/cost", json!(u64::MAX), "budget");
    check("/lots", json!([1]), "lots");
    check("/lots", json!([1, 1]), "lots");
    check("/lots", json!([1, 3]), "lots");
    check("/budget", json!(100), "budget");
    check("/unit", json!(100), "budget");
    check("/levels", json!([]), "levels");
    check("/levels", json!(["anybody"]), "levels");
    check("/endTime", json!("2026-11-21T10:00:00Z"), "endTime");
    check("/quorum", json!(3_000_000_000_u64), "quorum");
    check("/live", json!("yes"), "live");
    check("/stakes", json!("many country "), "stakes");
    check("/stakes", json!("thousands world power,threat,proof,duty"), "stakes");
    let mut more = write(&good());
    more["secret"] = json!(1);
    assert_eq!(read(&more), Err(Unfit("vote")));
}
