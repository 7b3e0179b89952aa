//! The ballot box: one ballot a voter, refused whole or taken whole, closed once and for all, and nothing that joins a voter to a ballot.

use actions::votes::{self, GridForm, Outcome, PollForm, Voter};
use deliberation::ballot::{Ballot, Fault, Stance};
use deliberation::verdict::Told;
use domain::actor::{Role, Viewer};
use domain::id::{ActorId, BoxId};
use domain::refusal::Refusal;
use domain::risk::Grid;
use domain::vote::Level;
use jiff::SignedDuration;
use jiff::tz::TimeZone;
use rig::{Town, on_both_databases};
use store::Uid;

fn form(kind: &str, opens_at: &str, closes_at: &str) -> PollForm {
    PollForm {
        title: "Où planter les arbres ?".into(),
        form: kind.into(),
        options: "La place\nLe quai\nL’école".into(),
        opens_at: opens_at.into(),
        closes_at: closes_at.into(),
        revote: true,
        grid: GridForm::of(&Grid::usual()),
        ..PollForm::default()
    }
}

/// A published poll of the town's Monday, from noon to 18:00 in Paris.
async fn poll(town: &Town, kind: &str) -> BoxId {
    poll_between(town, kind, "2026-03-02T12:00", "2026-03-02T18:00").await
}

async fn poll_between(town: &Town, kind: &str, opens_at: &str, closes_at: &str) -> BoxId {
    let draft = form(kind, opens_at, closes_at).parse(&TimeZone::get("Europe/Paris").unwrap()).unwrap();
    let id = votes::draft(&town.app, Town::machine(), "place", draft, None).await.unwrap();
    votes::publish(&town.app, Town::machine(), id).await.unwrap();
    id
}

fn voter(number: u128) -> Voter {
    Voter::Account { actor: actor(number), level: Level::Confirmed }
}

/// An id that is found nowhere by chance.
fn actor(number: u128) -> ActorId {
    ActorId(uuid::Uuid::from_u128(0xa1b2_c3d4_e5f6_0718_293a_4b5c_6d7e_8f00 + number))
}

async fn cast(town: &Town, who: u128, id: BoxId, choice: Ballot, receipt: Option<String>) -> actions::Result<Outcome> {
    votes::cast(&town.app, voter(who), id, choice, receipt).await
}

fn set(numbers: &[u32]) -> Ballot {
    Ballot::Set(numbers.to_vec())
}

fn receipt(outcome: Outcome) -> String {
    assert!(matches!(outcome, Outcome::Cast { .. }), "{outcome:?}");
    if let Outcome::Cast { receipt } = outcome { receipt } else { String::new() }
}

/// How many stand on the roll, and the ballots.
async fn inside(town: &Town, id: BoxId) -> (i64, Vec<String>) {
    let read = town.app.store.read(move |db| {
        let ballots = store::votes::ballots_after(db, Uid::of(id), &[], 1000)?;
        Ok::<_, store::Error>((store::votes::turnout(db, Uid::of(id))?, ballots.into_iter().map(|cast| cast.choice).collect()))
    });
    read.await.unwrap()
}

async fn result(town: &Town, id: BoxId) -> Option<Told> {
    let row = town.app.store.read(move |db| store::votes::find(db, Uid::of(id))).await.unwrap().unwrap();
    assert_eq!(row.result.is_some(), row.pepper.is_none(), "the key of the marks ends with the count");
    row.result.map(|text| Told::read(&text))
}

fn refusal<T: std::fmt::Debug>(result: actions::Result<T>) -> Refusal {
    let told = format!("{result:?}");
    result.err().and_then(|error| if let actions::Error::Refused(refusal) = error { Some(refusal) } else { None }).expect(&told)
}

on_both_databases! {
    async fn fifty_votes_of_one_voter_at_once_leave_one(town: Town) {
        town.consultation("place").await;
        let id = poll(&town, "choose-1").await;
        let presses: Vec<_> = (0..50_u32)
            .map(|n| {
                let app = town.app.clone();
                tokio::spawn(async move { votes::cast(&app, voter(1), id, set(&[n % 3 + 1]), None).await.unwrap() })
            })
            .collect();
        let mut taken = 0;
        for press in presses {
            match press.await.unwrap() {
                Outcome::Cast { .. } => taken += 1,
                other => assert_eq!(other, Outcome::AlreadyVoted),
            }
        }
        assert_eq!(taken, 1);
        let (roll, ballots) = inside(&town, id).await;
        assert_eq!((roll, ballots.len()), (1, 1));
    }
}

on_both_databases! {
    async fn what_is_no_ballot_is_refused_whole(town: Town) {
        town.consultation("place").await;
        let one = poll(&town, "choose-1").await;
        let several = poll(&town, "approval").await;
        for (id, ballot, fault) in [
            (one, set(&[]), Fault::TooFew { least: 1, given: 0 }),
            (one, set(&[1, 2]), Fault::TooMany { most: 1, given: 2 }),
            (one, set(&[9]), Fault::Unknown(9)),
            (one, set(&[0]), Fault::Unknown(0)),
            (one, Ballot::Stance(Stance::For), Fault::NotThisForm),
            (one, Ballot::Points(vec![(1, -1)]), Fault::NotThisForm),
            (several, set(&[2, 2]), Fault::Repeated(2)),
            (several, set(&[]), Fault::TooFew { least: 1, given: 0 }),
            (several, set(&[u32::MAX]), Fault::Unknown(u32::MAX)),
        ] {
            assert_eq!(cast(&town, 1, id, ballot.clone(), None).await.unwrap(), Outcome::Unfit(fault), "{ballot:?}");
        }
        assert_eq!(inside(&town, one).await, (0, vec![]));
        assert_eq!(inside(&town, several).await, (0, vec![]));
        receipt(cast(&town, 1, several, set(&[3, 1]), None).await.unwrap());
        assert_eq!(inside(&town, several).await, (1, vec!["set:1,3".to_owned()]));
    }
}

on_both_databases! {
    async fn only_the_receipt_replaces_a_ballot(town: Town) {
        town.consultation("place").await;
        let id = poll(&town, "choose-1").await;
        let mine = receipt(cast(&town, 1, id, set(&[1]), None).await.unwrap());
        assert_eq!(cast(&town, 1, id, set(&[2]), None).await.unwrap(), Outcome::AlreadyVoted);
        assert_eq!(cast(&town, 1, id, set(&[2]), Some("another".into())).await.unwrap(), Outcome::AlreadyVoted);
        assert_eq!(inside(&town, id).await, (1, vec!["set:1".to_owned()]));
        assert_eq!(cast(&town, 1, id, set(&[3]), Some(mine.clone())).await.unwrap(), Outcome::Replaced);
        assert_eq!(inside(&town, id).await, (1, vec!["set:3".to_owned()]));
        // A newcomer who brings a receipt of somebody else votes for themselves, and leaves that ballot alone.
        receipt(cast(&town, 2, id, set(&[2]), Some(mine)).await.unwrap());
        let (roll, mut ballots) = inside(&town, id).await;
        ballots.sort();
        assert_eq!((roll, ballots), (2, vec!["set:2".to_owned(), "set:3".to_owned()]));
    }
}

on_both_databases! {
    async fn a_vote_closes_once_even_if_the_clock_goes_back(town: Town) {
        town.consultation("place").await;
        let id = poll(&town, "for-against-abstain").await;
        let early = poll_between(&town, "choose-1", "2026-03-03T12:00", "2026-03-04T12:00").await;
        assert_eq!(refusal(cast(&town, 1, early, set(&[1]), None).await), Refusal::NotOpenNow);
        cast(&town, 1, id, Ballot::Stance(Stance::For), None).await.unwrap();
        // 17:59:59, then 18:00:00 in Paris.
        town.wait(SignedDuration::from_secs(6 * 3600 - 1));
        cast(&town, 2, id, Ballot::Stance(Stance::Against), None).await.unwrap();
        town.wait(SignedDuration::from_secs(1));
        assert_eq!(cast(&town, 3, id, Ballot::Stance(Stance::For), None).await.unwrap(), Outcome::Late);
        town.wait(SignedDuration::from_secs(-3600));
        assert_eq!(refusal(cast(&town, 3, id, Ballot::Stance(Stance::For), None).await), Refusal::NotOpenNow);
        let tally = result(&town, id).await.expect("the first who came late closed it");
        assert_eq!((tally.ballots, tally.answer("for"), tally.answer("against")), (2, 1, 1));
        votes::close(&town.app, id).await.unwrap();
        assert_eq!(result(&town, id).await.unwrap(), tally);
    }
}

on_both_databases! {
    async fn the_job_closes_at_the_moment_that_was_said_across_the_change_of_clocks(town: Town) {
        town.consultation("place").await;
        // Clocks go forward in the night of 29 March 2026 in Paris: 23:59 that evening is 21:59 UTC.
        let id = poll_between(&town, "choose-1", "2026-03-02T12:00", "2026-03-29T23:59").await;
        let end: domain::Timestamp = "2026-03-29T21:59:00Z".parse().unwrap();
        town.wait(end.duration_since(town.now()) - SignedDuration::from_secs(1));
        town.run_jobs().await;
        assert_eq!(result(&town, id).await, None);
        cast(&town, 1, id, set(&[2]), None).await.unwrap();
        town.wait(SignedDuration::from_secs(1));
        town.run_jobs().await;
        assert_eq!(result(&town, id).await.unwrap().option(2).0, 1);
        // The second passage of a clock: half past two comes twice on 25 October, the first is meant.
        let autumn = form("choose-1", "2026-10-25T01:30", "2026-10-25T02:30").parse(&TimeZone::get("Europe/Paris").unwrap()).unwrap();
        assert_eq!(autumn.closes_at.0.to_string(), "2026-10-25T00:30:00Z");
    }
}

on_both_databases! {
    async fn nothing_changes_after_publication(town: Town) {
        town.consultation("place").await;
        let id = poll(&town, "choose-1").await;
        let other = form("consent", "2026-03-02T12:00", "2026-03-05T12:00").parse(&TimeZone::UTC).unwrap();
        assert_eq!(refusal(votes::draft(&town.app, Town::machine(), "place", other, Some(id)).await), Refusal::Settled);
        assert_eq!(refusal(votes::publish(&town.app, Town::machine(), id).await), Refusal::Settled);
        town.wait(SignedDuration::from_hours(6));
        votes::close(&town.app, id).await.unwrap();
        assert_eq!(refusal(votes::cancel(&town.app, Town::machine(), id).await), Refusal::Settled);
        assert!(result(&town, id).await.is_some());
        let agentless = votes::cancel(&town.app, Viewer::signed_in(ActorId(uuid::Uuid::nil()), Role::Citizen), id).await;
        assert_eq!(refusal(agentless), Refusal::NotYourRole);
    }
}

on_both_databases! {
    async fn an_erased_account_leaves_its_ballot_and_the_count_as_they_were(town: Town) {
        town.consultation("place").await;
        let id = poll(&town, "choose-1").await;
        let mut ana = town.citizen("Ana").await;
        let viewer = town.viewer("ana@example.org").await;
        let voter = Voter::Account { actor: viewer.actor.unwrap(), level: Level::Confirmed };
        votes::cast(&town.app, voter, id, set(&[2]), None).await.unwrap();
        town.citizen("Bo").await;
        let late = town.viewer("bo@example.org").await;
        let voter = Voter::Account { actor: late.actor.unwrap(), level: Level::Confirmed };
        votes::cast(&town.app, voter, id, set(&[2]), None).await.unwrap();
        ana.see("/account").await;
        actions::accounts::erase(&town.app, viewer, "ana@example.org", actions::accounts::Remains::Keep).await.unwrap();
        assert_eq!(inside(&town, id).await, (2, vec!["set:2".to_owned(), "set:2".to_owned()]));
        town.wait(SignedDuration::from_hours(6));
        town.run_jobs().await;
        assert_eq!(result(&town, id).await.unwrap().option(2).0, 2);
        // After the count: nothing of what is published changes.
        let published = async || town.app.store.read(move |db| store::votes::find(db, Uid::of(id))).await.unwrap().unwrap();
        let before = published().await;
        actions::accounts::erase(&town.app, late, "bo@example.org", actions::accounts::Remains::Withdraw).await.unwrap();
        let after = published().await;
        assert!(before.digest.is_some());
        assert_eq!((before.result, before.digest), (after.result, after.digest));
        assert_eq!(inside(&town, id).await.0, 2);
    }
}

/// A backup holds neither a voter nor a receipt, as bytes or as text.
async fn backup_says_nothing(town: &Town, receipts: &[String]) {
    let (folder, database) = (tempfile::tempdir().unwrap(), town.app.store.database().clone());
    let out = folder.path().join("backup");
    let file = out.clone();
    tokio::task::spawn_blocking(move || store::backup::write(&database, &file).unwrap()).await.unwrap();
    let bytes = std::fs::read(out).unwrap();
    let holds = |needle: &[u8]| bytes.windows(needle.len()).any(|window| window == needle);
    assert!(holds(b"ballot"), "the test looks where things are");
    for (who, receipt) in (1..).zip(receipts) {
        let id = actor(who).0;
        assert!(!holds(receipt.as_bytes()) && !holds(id.as_bytes()), "a receipt or a voter is in the backup");
        assert!(!holds(id.to_string().as_bytes()) && !holds(id.simple().to_string().as_bytes()), "a voter is in the backup");
    }
}

on_both_databases! {
    async fn nothing_joins_a_voter_to_a_ballot(town: Town) {
        town.consultation("place").await;
        let id = poll(&town, "choose-1").await;
        let pepper = town.app.store.read(move |db| store::votes::find(db, Uid::of(id))).await.unwrap().unwrap().pepper.unwrap();
        let mut receipts = Vec::new();
        for who in 1..=12_u32 {
            town.wait(SignedDuration::from_secs(1));
            receipts.push(receipt(cast(&town, who.into(), id, set(&[who % 3 + 1]), None).await.unwrap()));
        }
        let lines = town.app.store.read(move |db| store::journal::on_subject(db, Uid::of(id))).await.unwrap();
        let cast_lines: Vec<_> = lines.iter().filter(|line| line.kind == "ballot_cast").collect();
        assert_eq!(cast_lines.len(), 12);
        assert!(cast_lines.iter().all(|line| line.actor_id.is_none() && line.detail.is_none()), "the journal says that, never who");
        backup_says_nothing(&town, &receipts).await;
        town.wait(SignedDuration::from_hours(6));
        town.run_jobs().await;
        backup_says_nothing(&town, &receipts).await;
        // No column of the roll is in the ballots but the box and the channel, and after closing PostgreSQL's own columns are the same in all.
        let joins = "SELECT count(*) AS number FROM roll JOIN ballot ON ballot.receipt = roll.mark OR ballot.choice = roll.level";
        let number = |sql: &'static str| {
            let store = town.app.store.clone();
            async move { store.read(move |db| store::testing::number(db, sql)).await.unwrap() }
        };
        assert_eq!(number(joins).await, 0);
        assert_eq!(number("SELECT count(*) AS number FROM ballot").await, 12);
        assert_eq!(number("SELECT count(*) AS number FROM roll").await, 12);
        match town.app.store.database() {
            store::Database::Postgres(_) => {
                assert_eq!(number("SELECT count(DISTINCT xmin::text) AS number FROM ballot").await, 1, "one transaction wrote them all");
                let misplaced = "SELECT count(*) AS number FROM (SELECT receipt, lag(receipt) OVER (ORDER BY ctid) AS before FROM ballot) AS p \
                                 WHERE before > receipt";
                assert_eq!(number(misplaced).await, 0, "they lie in the order of their receipts");
            }
            store::Database::Sqlite(path) => {
                let mut bytes = std::fs::read(path).unwrap();
                bytes.extend(std::fs::read(path.with_extension("db-wal")).unwrap_or_default());
                let holds = |needle: &[u8]| bytes.windows(needle.len()).any(|window| window == needle);
                for (who, receipt) in (1..).zip(&receipts) {
                    assert!(!holds(receipt.as_bytes()), "a receipt is nowhere");
                    assert!(holds(&voter(who).mark(&pepper)), "the mark is on the roll: the test looks where things are");
                    assert!(!holds(actor(who).0.as_bytes()), "the voter is nowhere");
                }
            }
        }
        assert!(result(&town, id).await.is_some());
    }
}
