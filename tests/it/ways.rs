//! Ways to a ballot without an account, and paper: a code votes once, paper is typed twice, and nobody votes in two ways under one name.

use actions::votes::{self, GridForm, Outcome, PollForm};
use actions::ways::{self, Letter, Person, Proof, Typing};
use deliberation::ballot::Ballot;
use deliberation::verdict::Told;
use domain::actor::{Role, Viewer};
use domain::id::BoxId;
use domain::refusal::Refusal;
use domain::risk::Grid;
use domain::vote::Level;
use jiff::SignedDuration;
use jiff::tz::TimeZone;
use rig::{Town, on_both_databases};
use store::Uid;

/// A published poll of the town's Monday in which people vote in these ways, open now.
async fn poll(town: &Town, levels: &[Level]) -> BoxId {
    let form = PollForm {
        title: "Où planter les arbres ?".into(),
        form: "choose-1".into(),
        options: "La place\nLe quai\nL’école".into(),
        opens_at: "2026-03-02T12:00".into(),
        closes_at: "2026-03-02T18:00".into(),
        revote: true,
        grid: GridForm::of(&Grid::usual()),
        ..PollForm::default()
    };
    let draft = form.parse(&TimeZone::get("Europe/Paris").unwrap()).unwrap();
    let id = votes::draft(&town.app, Town::machine(), "place", draft, None).await.unwrap();
    ways::choose(&town.app, Town::machine(), id, levels.to_vec()).await.unwrap();
    votes::publish(&town.app, Town::machine(), id).await.unwrap();
    id
}

fn set(number: u32) -> Ballot {
    Ballot::Set(vec![number])
}

fn refusal<T: std::fmt::Debug>(result: actions::Result<T>) -> Refusal {
    let told = format!("{result:?}");
    result.err().and_then(|error| if let actions::Error::Refused(refusal) = error { Some(refusal) } else { None }).expect(&told)
}

async fn letters(town: &Town, id: BoxId, count: i32) -> Vec<Letter> {
    ways::make_codes(&town.app, Town::machine(), id, count).await.unwrap()
}

async fn agent(town: &Town, name: &str) -> Viewer {
    town.somebody(name, Role::Agent).await;
    let email: &'static str = Box::leak(format!("{}@example.org", name.to_lowercase()).into_boxed_str());
    town.viewer(email).await
}

async fn vote(town: &Town, id: BoxId, code: &str, choice: u32) -> actions::Result<Outcome> {
    let pass = ways::pass_by_code(&town.app, id, code).await?.expect("the code is good");
    votes::cast_with_pass(&town.app, &pass, id, set(choice), None).await
}

async fn tally(town: &Town, id: BoxId) -> Option<Told> {
    let row = town.app.store.read(move |db| store::votes::find(db, Uid::of(id))).await.unwrap().unwrap();
    row.result.map(|text| Told::read(&text))
}

on_both_databases! {
    async fn fifty_uses_of_one_code_leave_one_vote(town: Town) {
        town.consultation("place").await;
        let id = poll(&town, &[Level::PrintedCode]).await;
        let code = letters(&town, id, 2).await.remove(0).code;
        let uses: Vec<_> = (0..50_u32)
            .map(|n| {
                let (app, code) = (town.app.clone(), code.clone());
                tokio::spawn(async move {
                    let pass = ways::pass_by_code(&app, id, &code).await.unwrap().unwrap();
                    votes::cast_with_pass(&app, &pass, id, set(n % 3 + 1), None).await.unwrap()
                })
            })
            .collect();
        let mut taken = 0;
        for each in uses {
            match each.await.unwrap() {
                Outcome::Cast { .. } => taken += 1,
                other => assert_eq!(other, Outcome::AlreadyVoted),
            }
        }
        let inside = town.app.store.read(move |db| {
            let ballots = store::votes::ballots_after(db, Uid::of(id), &[], 100)?.len();
            Ok::<_, store::Error>((store::votes::turnout(db, Uid::of(id))?, ballots))
        });
        assert_eq!((taken, inside.await.unwrap()), (1, (1, 1)));
    }
}

on_both_databases! {
    async fn a_pass_votes_once_and_a_faulty_ballot_does_not_use_it_up(town: Town) {
        town.consultation("place").await;
        let id = poll(&town, &[Level::PrintedCode]).await;
        let code = letters(&town, id, 1).await.remove(0).code;
        let pass = ways::pass_by_code(&town.app, id, &code.to_lowercase()).await.unwrap().unwrap();
        let odd = votes::cast_with_pass(&town.app, &pass, id, set(9), None).await.unwrap();
        assert!(matches!(odd, Outcome::Unfit(_)));
        let cast = votes::cast_with_pass(&town.app, &pass, id, set(2), None).await.unwrap();
        assert!(matches!(cast, Outcome::Cast { .. }));
        assert_eq!(refusal(votes::cast_with_pass(&town.app, &pass, id, set(1), None).await), Refusal::LinkExpired);
        let late = ways::pass_by_code(&town.app, id, &code).await.unwrap().unwrap();
        town.wait(SignedDuration::from_mins(31));
        assert_eq!(refusal(votes::cast_with_pass(&town.app, &late, id, set(1), None).await), Refusal::LinkExpired);
        for wrong in ["", "2222-2222-2222-2222", "<script>", "2222-2222"] {
            let given = ways::pass_by_code(&town.app, id, wrong).await;
            assert!(matches!(given, Ok(None) | Err(actions::Error::Refused(Refusal::NotYourRole))), "{wrong}: {given:?}");
        }
        let account = votes::Voter::Account { actor: domain::id::ActorId(uuid::Uuid::nil()), level: Level::Confirmed };
        assert_eq!(refusal(votes::cast(&town.app, account, id, set(1), None).await), Refusal::NotYourRole);
    }
}

on_both_databases! {
    async fn a_lost_letter_is_replaced_unless_it_has_voted(town: Town) {
        town.consultation("place").await;
        let id = poll(&town, &[Level::PrintedCode]).await;
        let made = letters(&town, id, 2).await;
        let held = ways::pass_by_code(&town.app, id, &made[0].code).await.unwrap().unwrap();
        let fresh = ways::cancel_code(&town.app, Town::machine(), id, 1, true).await.unwrap().unwrap();
        assert_eq!(fresh.number, 3);
        assert_eq!(refusal(votes::cast_with_pass(&town.app, &held, id, set(1), None).await), Refusal::LinkExpired);
        assert_eq!(ways::pass_by_code(&town.app, id, &made[0].code).await.unwrap(), None);
        assert!(matches!(vote(&town, id, &fresh.code, 1).await.unwrap(), Outcome::Cast { .. }));
        assert!(ways::cancel_code(&town.app, Town::machine(), id, 3, true).await.is_err(), "it has voted");
        assert!(ways::cancel_code(&town.app, Town::machine(), id, 9, true).await.is_err(), "there is no such letter");
    }
}

on_both_databases! {
    async fn who_voted_on_a_screen_does_not_vote_on_paper_nor_the_reverse(town: Town) {
        town.consultation("place").await;
        let helene = agent(&town, "Helene").await;
        let id = poll(&town, &[Level::PrintedCode, Level::Desk, Level::Paper]).await;
        let made = letters(&town, id, 3).await;
        let person = |n: usize| Person::Code(made[n].code.clone());
        vote(&town, id, &made[0].code, 1).await.unwrap();
        assert_eq!(ways::mark_on_paper(&town.app, helene, id, person(0)).await.unwrap(), Proof::Voted);
        assert_eq!(ways::receive(&town.app, helene, id, person(0)).await.unwrap(), Proof::Voted);
        assert_eq!(ways::mark_on_paper(&town.app, helene, id, person(1)).await.unwrap(), Proof::Known(()));
        assert_eq!(ways::mark_on_paper(&town.app, helene, id, person(1)).await.unwrap(), Proof::Voted);
        assert_eq!(vote(&town, id, &made[1].code, 2).await.unwrap(), Outcome::AlreadyVoted);
        // At the desk: one code, one ballot; the letter's own code votes no more.
        let given = ways::receive(&town.app, helene, id, person(2)).await.unwrap();
        assert!(matches!(given, Proof::Known(_)), "{given:?}");
        let ticket = if let Proof::Known(ticket) = given { ticket } else { String::new() };
        assert!(matches!(vote(&town, id, &ticket, 3).await.unwrap(), Outcome::Cast { .. }));
        assert_eq!(ways::pass_by_code(&town.app, id, &ticket).await.unwrap(), None, "a session at the desk cannot be replayed");
        assert_eq!(vote(&town, id, &made[2].code, 2).await.unwrap(), Outcome::AlreadyVoted);
        let origins = town.app.store.read(move |db| store::votes::origins(db, Uid::of(id))).await.unwrap();
        let origin = |level: &str, channel: &str| (level.to_owned(), channel.to_owned(), 1);
        assert_eq!(origins, [origin("desk", "online"), origin("paper", "paper"), origin("printed_code", "online")]);
    }
}

on_both_databases! {
    async fn paper_is_typed_twice_and_only_what_agrees_counts(town: Town) {
        town.consultation("place").await;
        let (helene, jean) = (agent(&town, "Helene").await, agent(&town, "Jean").await);
        let id = poll(&town, &[Level::PrintedCode, Level::Paper]).await;
        let made = letters(&town, id, 6).await;
        for letter in &made[..5] {
            ways::mark_on_paper(&town.app, helene, id, Person::Code(letter.code.clone())).await.unwrap();
        }
        vote(&town, id, &made[5].code, 3).await.unwrap();
        let app = &town.app;
        let typing = async |viewer, number, typed: &str| ways::type_batch(app, viewer, id, number, typed).await;
        assert_eq!(typing(helene, 1, "1\n9\n\n1 2\n0").await.unwrap(), Typing::Faulty(vec![2, 3, 4]));
        assert_eq!(typing(helene, 1, "1\n2\nx").await.unwrap(), Typing::First);
        assert_eq!(refusal(typing(helene, 1, "1\n2\nx").await), Refusal::AlreadyDone, "the same hand does not type twice");
        assert_eq!(typing(jean, 1, "1\n2").await.unwrap(), Typing::OtherSize);
        assert_eq!(typing(jean, 1, "1\n3\nx").await.unwrap(), Typing::Differs);
        assert_eq!(refusal(typing(jean, 1, "1\n2\nx").await), Refusal::AlreadyDone);
        let found = app.store.read(move |db| ways::differences(db, Uid::of(id), 1)).await.unwrap();
        assert_eq!(found.iter().map(|d| (d.line, d.first.as_str(), d.second.as_str())).collect::<Vec<_>>(), [(2, "2", "3")]);
        assert_eq!(ways::resolve(app, helene, id, 1, vec!["7".into()]).await.unwrap(), [2]);
        assert_eq!(ways::resolve(app, helene, id, 1, vec!["3".into()]).await.unwrap(), [] as [usize; 0]);
        assert_eq!(refusal(typing(jean, 1, "1\n2\nx").await), Refusal::AlreadyDone, "a batch counts once");
        assert_eq!(typing(jean, 2, "2").await.unwrap(), Typing::First);
        assert_eq!(refusal(ways::settle(app, helene, id, "").await), Refusal::NotOpenNow);
        town.wait(SignedDuration::from_hours(6));
        town.run_jobs().await;
        assert_eq!(tally(&town, id).await, None, "the count waits for the paper");
        town.wait(SignedDuration::from_hours(-3));
        let clock = ways::pass_by_code(app, id, &made[0].code).await;
        assert_eq!(refusal(clock), Refusal::NotOpenNow, "a clock that goes back opens nothing");
        assert!(ways::settle(app, helene, id, "").await.is_err(), "a batch is typed once only");
        assert_eq!(typing(helene, 2, "2").await.unwrap(), Typing::Agreed);
        let gap = ways::settle(app, helene, id, " ").await;
        assert!(matches!(&gap, Err(actions::Error::Faulty(faults)) if faults[0].0 == "reason"), "{gap:?}");
        ways::settle(app, helene, id, "Une enveloppe était vide.").await.unwrap();
        let counted = tally(&town, id).await.unwrap();
        let votes: Vec<u64> = [1, 2, 3].map(|number| counted.option(number).0).to_vec();
        assert_eq!((counted.ballots, votes), (4, vec![1, 1, 2]));
        let count = app.store.read(move |db| store::paper::count(db, Uid::of(id))).await.unwrap().unwrap();
        assert_eq!((count.ballots, count.spoiled, count.marks, count.reason.as_str()), (4, 1, 5, "Une enveloppe était vide."));
        assert_eq!(refusal(typing(helene, 3, "1").await), Refusal::Settled);
    }
}

on_both_databases! {
    // The record of a vote with paper held no more for whoever counted it again: spoiled papers stand on the roll and not in the box.
    async fn a_vote_with_spoiled_and_missing_paper_counts_again(town: Town) {
        town.consultation("place").await;
        let (helene, jean) = (agent(&town, "Helene").await, agent(&town, "Jean").await);
        let id = poll(&town, &[Level::PrintedCode, Level::Paper]).await;
        let made = letters(&town, id, 24).await;
        for letter in &made[..13] {
            ways::mark_on_paper(&town.app, helene, id, Person::Code(letter.code.clone())).await.unwrap();
        }
        for letter in &made[13..] {
            vote(&town, id, &letter.code, 3).await.unwrap();
        }
        let typed = format!("{}x", "1\n".repeat(11));
        for viewer in [helene, jean] {
            ways::type_batch(&town.app, viewer, id, 1, &typed).await.unwrap();
        }
        town.wait(SignedDuration::from_hours(6));
        town.run_jobs().await;
        ways::settle(&town.app, helene, id, "Une enveloppe était vide.").await.unwrap();
        let page = format!("/c/place/polls/{}", id.0);
        let seen = town.visitor().see(&page).await;
        seen.says("22 bulletins comptés").says("1 bulletin papier n’était pas valable").says("1 bulletin papier manque").says("Une enveloppe était vide.");
        let record = town.visitor().get(&format!("{page}/record.json")).await.body;
        assert!(record.contains(r#"{"ballots":1,"reason":"missing"},{"ballots":1,"reason":"spoiled"}"#), "{record}");
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("record.json");
        let examine = |text: &str| {
            std::fs::write(&file, text).unwrap();
            parvis::commands::recount::examine(&file)
        };
        assert_eq!(examine(&record).code, 0, "{:?}", examine(&record));
    }
}
