//! What is published of a closed vote, taken through the door, counted again by the other way: every form of poll, a budget, and what was changed
//! afterwards is found out (G09, G10).

use actions::votes::{self, Draft, DraftOption, Outcome, Voter};
use deliberation::ballot::Form;
use deliberation::verdict::Counting;
use domain::actor::Role;
use domain::id::{ActorId, BoxId};
use domain::risk::Grid;
use domain::vote::Level;
use jiff::SignedDuration;
use parvis::commands::recount::{Said, examine};
use rig::{Citizen, Town, on_both_databases};
use std::collections::BTreeSet;
use store::{At, Uid};

const OFFICE: &str = "/admin/consultations/place/polls";

fn recount(name: &str, text: &str) -> Said {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join(name);
    std::fs::write(&file, text).unwrap();
    examine(&file)
}

fn holds(name: &str, text: &str) {
    let said = recount(name, text);
    assert_eq!((said.code, &said.complaint), (0, &None), "{:?}\n{text}", said.lines);
}

/// Publishes a poll through the office; gives the path of its page.
async fn published(agent: &mut Citizen, kind: &str, options: &str) -> String {
    let new = format!("{OFFICE}/new");
    let fields = [
        ("title", "Où planter les arbres ?"),
        ("form", kind),
        ("options", options),
        ("opens_at", "2026-03-02T12:00"),
        ("closes_at", "2026-03-02T18:00"),
        ("population", "400"),
        ("population_source", "Habitants de 16 ans et plus"),
        ("revote", "on"),
    ];
    let fields: Vec<_> = fields.into_iter().chain(rig::GRID).collect();
    let kept = agent.post(&new, &new, &fields).await;
    assert_eq!(kept.status, 303, "{}", kept.text());
    let draft = kept.location().split('?').next().unwrap().to_owned();
    assert!(agent.see(&draft).await.body.contains("value=\"Habitants de 16 ans et plus\""));
    let out = agent.post(&draft, &format!("{draft}/publish"), &[]).await;
    out.location().split('?').next().unwrap().to_owned()
}

fn voter(number: u32) -> Voter {
    Voter::Account { actor: ActorId(uuid::Uuid::from_u128(u128::from(number) + 1_000)), level: Level::Confirmed }
}

async fn cast(town: &Town, id: BoxId, ballots: impl IntoIterator<Item = String>) {
    for (number, ballot) in (1..).zip(ballots) {
        let outcome = votes::cast(&town.app, voter(number), id, ballot.parse().unwrap(), None).await.unwrap();
        assert!(matches!(outcome, Outcome::Cast { .. }), "{ballot}: {outcome:?}");
    }
}

fn id_of(path: &str) -> BoxId {
    BoxId::parse(path.rsplit('/').next().unwrap()).unwrap()
}

async fn close(town: &Town) {
    town.wait(SignedDuration::from_hours(6));
    town.run_jobs().await;
}

on_both_databases! {
    async fn every_form_is_answered_on_its_page_and_its_record_counts_again(town: Town) {
        town.consultation("place").await;
        let mut agent = town.somebody("Helene", Role::Agent).await;
        let mut ana = town.citizen("Ana").await;
        // Form; what Ana sends, what is refused; what the others voted; what the results say.
        type Case<'a> = (&'a str, &'a [(&'a str, &'a str)], &'a [(&'a str, &'a str)], &'a str, &'a str);
        let cases: [Case<'_>; 8] = [
            ("choose-1", &[("choice", "2")], &[("choice", "4")], "set:1", "92 %"),
            ("approval", &[("choice", "2"), ("choice", "3")], &[], "set:1,2", "100 %"),
            ("for-against-abstain", &[("choice", "against")], &[("choice", "1")], "stance:for", "Il y a plus de « pour »"),
            ("consent", &[("choice", "object")], &[], "consent:support", "Il y a au moins une objection"),
            ("scale", &[("option-1", "5"), ("option-2", "1")], &[("option-1", "6")], "points:1=4,2=2", "Réponse médiane : 4"),
            ("cumulative", &[("option-1", "3"), ("option-3", "7")], &[("option-1", "11")], "points:1=10", "Part des points"),
            ("ranking", &[("option-3", "1"), ("option-1", "2")], &[("option-1", "1"), ("option-2", "1")], "ranking:2,1,3", "1. Le quai"),
            ("majority-judgment", &[("option-1", "4"), ("option-2", "0")], &[("option-1", "5")], "grades:1=2,2=3", "mention majoritaire : Bien"),
        ];
        let mut paths = Vec::new();
        for (form, sent, wrong, others, _) in &cases {
            let options = if matches!(*form, "for-against-abstain" | "consent") { "" } else { "La place\nLe quai\nL’école" };
            let path = published(&mut agent, form, options).await;
            let refused = ana.post(&path, &path, wrong).await;
            assert_eq!(refused.status, 422, "{form}");
            let review = ana.post(&path, &path, sent).await;
            assert_eq!(review.status, 200, "{form}: {}", review.text());
            for (name, value) in *sent {
                assert!(review.body.contains(&format!("name=\"{name}\" value=\"{value}\"")), "{form}: {name}={value} is sent again");
            }
            let back: Vec<_> = sent.iter().copied().chain([("action", "correct")]).collect();
            assert_eq!(ana.post(&path, &path, &back).await.status, 200);
            let mut all: Vec<_> = sent.to_vec();
            all.push(("action", "cast"));
            assert_eq!(ana.post(&path, &path, &all).await.status, 303, "{form}");
            cast(&town, id_of(&path), (0..11).map(|_| (*others).to_owned())).await;
            paths.push(path);
        }
        close(&town).await;
        for ((form, .., told), path) in cases.iter().zip(&paths) {
            let page = town.visitor().see(path).await;
            page.says(told).says("12 bulletins comptés").says("400 personnes pouvaient voter").says("n’est pas un sondage représentatif");
            let record = town.visitor().get(&format!("{path}/record.json")).await;
            assert_eq!(record.status, 200, "{form}");
            holds("vote.json", &record.body);
            let digest = record.body.split("\"digest\":\"").nth(1).unwrap().split('"').next().unwrap();
            assert!(page.body.contains(digest), "the page tells the digest");
        }
        assert_eq!(town.visitor().get(&format!("{}/ballots.pb", paths[0])).await.status, 404, "a poll is no budget");
        let poll = paths[0].rsplit('/').next().unwrap();
        assert_eq!(town.visitor().get(&format!("/open-data/{poll}.pb")).await.status, 404);
    }
}

on_both_databases! {
    async fn what_is_changed_after_closing_is_found_out(town: Town) {
        town.consultation("place").await;
        let mut agent = town.somebody("Helene", Role::Agent).await;
        let path = published(&mut agent, "choose-1", "La place\nLe quai").await;
        let id = id_of(&path);
        cast(&town, id, (0..12).map(|n| format!("set:{}", n % 2 + 1))).await;
        assert_eq!(town.visitor().get(&format!("{path}/record.json")).await.status, 404, "nothing leaves before closing");
        close(&town).await;
        let record = town.visitor().get(&format!("{path}/record.json")).await.body;
        holds("vote.json", &record);
        for (what, changed) in [
            ("a ballot", record.replacen("set:1", "set:2", 1)),
            ("the result", record.replacen("option 1 votes 6", "option 1 votes 7", 1)),
            ("the population", record.replacen("\"size\":400", "\"size\":401", 1)),
            ("a title", record.replacen("La place", "La plage", 1)),
        ] {
            assert_ne!(changed, record, "{what}");
            assert_eq!(recount("vote.json", &changed).code, 1, "{what}");
        }
        // Whoever changes the database afterwards meets the digest of the closing.
        let change = "UPDATE ballot SET choice = 'set:1' WHERE choice = 'set:2'";
        town.app.store.write(move |db| store::testing::run(db, change)).await.unwrap();
        let forged = town.visitor().get(&format!("{path}/record.json")).await.body;
        let said = recount("vote.json", &forged);
        assert_eq!(said.code, 1);
        assert!(said.lines.iter().any(|line| line.starts_with("DIFFERS  digest")), "{said:?}");
        assert!(said.lines.iter().any(|line| line.contains("of the result")), "{said:?}");
    }
}

on_both_databases! {
    async fn a_small_vote_publishes_no_record_and_an_old_one_is_counted_when_read(town: Town) {
        town.consultation("place").await;
        let mut agent = town.somebody("Helene", Role::Agent).await;
        let small = published(&mut agent, "choose-1", "La place\nLe quai").await;
        let old = published(&mut agent, "for-against-abstain", "").await;
        cast(&town, id_of(&small), (0..10).map(|_| "set:1".to_owned())).await;
        cast(&town, id_of(&old), (0..11).map(|_| "stance:for".to_owned())).await;
        close(&town).await;
        for file in ["record.json", "ballots.csv"] {
            assert_eq!(town.visitor().get(&format!("{small}/{file}")).await.status, 404, "{file}");
        }
        town.visitor().see(&small).await.says("Moins de 11 personnes").keeps_quiet_about("100 %");
        // As votes were kept before there were records and rules.
        let as_before = "UPDATE ballot_box SET result = 'ballots=11\nblank=0\nfor=11\nagainst=0\nabstain=0\n', digest = NULL, rule = '' WHERE form = 'for-against-abstain'";
        town.app.store.write(move |db| store::testing::run(db, as_before)).await.unwrap();
        town.visitor().see(&old).await.says("11 bulletins comptés").says("Il y a plus de « pour »");
        holds("vote.json", &town.visitor().get(&format!("{old}/record.json")).await.body);
    }
}

fn budget() -> Draft {
    let project = |title: &str, euros: i64| DraftOption { cost: euros * 100 + 50, ..DraftOption::free(title.to_owned()) };
    let projects = vec![project("Des bancs ; et des tables", 4_000), project("Un verger", 6_000), project("Une fontaine", 9_000)];
    let at = |time: &str| At(format!("2026-03-02T{time}:00+01:00").parse().unwrap());
    Draft {
        grid: Some(Grid::usual()),
        population: 300,
        population_source: "Liste électorale".to_owned(),
        ..Draft::budget("Budget".to_owned(), 1_500_000, projects, at("12:00"), at("18:00"))
    }
}

on_both_databases! {
    async fn budgets_count_again_from_both_files(town: Town) {
        town.consultation("place").await;
        let rules = [
            votes::usual_rule().to_string(),
            "greedy by=score skip=yes threshold=0 exclusive=no eligibility=no ties=cost-votes-lots".to_owned(),
            "phragmen eligibility=no ties=cost-votes-lots".to_owned(),
        ];
        let points = Form::Cumulative { least: 0, most: 5, each: 3 };
        let by_points = "equal-shares/add1u utility=points start=exact step=100 comparison=no eligibility=no ties=lots".to_owned();
        let approval = Form::Approval { min: 0, max: 2 };
        let mut drafts: Vec<(Draft, &str)> = Vec::new();
        for rule in rules {
            drafts.push((Draft { rule: rule.parse::<Counting>().unwrap(), ..budget() }, "set:"));
        }
        drafts.push((Draft { form: points, rule: by_points.parse().unwrap(), ..budget() }, "points:"));
        drafts.push((Draft { form: approval, ..budget() }, "set:"));
        let mut ids = Vec::new();
        for (draft, kind) in drafts {
            let id = votes::draft(&town.app, Town::machine(), "place", draft, None).await.unwrap();
            votes::publish(&town.app, Town::machine(), id).await.unwrap();
            let ballot = |n: u32| match (kind, n % 4) {
                ("points:", 0) => "points:1=3,2=2".to_owned(),
                ("points:", 1) => "points:3=3".to_owned(),
                ("points:", _) => "points:".to_owned(),
                (_, 0) => "set:1,2".to_owned(),
                (_, 1) => "set:3".to_owned(),
                (_, 2) => "set:2".to_owned(),
                _ => "set:".to_owned(),
            };
            cast(&town, id, (0..17).map(ballot)).await;
            ids.push(id);
        }
        close(&town).await;
        for (rank, id) in ids.into_iter().enumerate() {
            let path = format!("/c/place/polls/{id}");
            let record = town.visitor().get(&format!("{path}/record.json")).await;
            assert_eq!(record.status, 200);
            assert!(record.body.contains("\"currency\":\"EUR\"") && record.body.contains("winner "), "{}", record.body);
            holds("vote.json", &record.body);
            // By either address: downloads are counted, and one more of each would be too many.
            let address = if rank % 2 == 0 { format!("{path}/ballots.pb") } else { format!("/open-data/{id}.pb") };
            let file = town.visitor().get(&address).await;
            assert_eq!(file.status, 200, "{address}");
            holds("vote.pb", &file.body);
            let winners = |text: &str| recount("x", text).lines.into_iter().filter(|line| line.starts_with("winner ")).collect::<BTreeSet<_>>();
            assert_eq!(winners(&file.body), winners(&record.body));
        }
    }
}

on_both_databases! {
    async fn who_replaced_a_ballot_is_told_as_a_number(town: Town) {
        town.consultation("place").await;
        let mut agent = town.somebody("Helene", Role::Agent).await;
        let path = published(&mut agent, "choose-1", "La place\nLe quai").await;
        let id = id_of(&path);
        cast(&town, id, (0..11).map(|_| "set:1".to_owned())).await;
        let Outcome::Cast { receipt } = votes::cast(&town.app, voter(77), id, "set:1".parse().unwrap(), None).await.unwrap() else { return };
        for choice in ["set:2", "set:1"] {
            let again = votes::cast(&town.app, voter(77), id, choice.parse().unwrap(), Some(receipt.clone())).await.unwrap();
            assert_eq!(again, Outcome::Replaced);
        }
        close(&town).await;
        town.visitor().see(&path).await.says("2 bulletins ont été remplacés par leurs auteurs").says("12 bulletins comptés");
        let record = town.visitor().get(&format!("{path}/record.json")).await.body;
        assert!(record.contains("\"not_counted\":[{\"ballots\":2,\"reason\":\"replaced\"}]"), "{record}");
        let stored = town.app.store.read(move |db| store::votes::uncounted(db, Uid::of(id))).await.unwrap();
        assert_eq!(stored, [("replaced".to_owned(), 2)]);
    }
}
