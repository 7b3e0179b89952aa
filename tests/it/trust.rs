//! Which collectivities are official, as it is remembered: whatever came, in whatever order.

use rig::profile::profile;
use rig::{Town, on_both_databases};
use store::remote_actors::Profile;
use store::trust::{self, Answer, Proposal, Territory};
use store::{At, Db, Uid};

fn collectivity(name: &str, host: &str) -> Profile {
    Profile { display_name: format!("Mairie de {name}"), ..profile("organization", &format!("https://{host}/actors/{name}")) }
}

fn numbered(number: usize) -> Uid {
    Uid(uuid::Uuid::from_u128(1_000 + number as u128))
}

fn territory(insee: &str) -> Territory {
    Territory { kind: "commune".to_owned(), insee_code: Some(insee.to_owned()), ..Territory::default() }
}

/// A step of an exchange: what happens, and whether it changes something.
#[derive(Clone, Copy, Debug)]
enum Step {
    /// We propose, or they do, at this second.
    Propose(bool, i64),
    /// The proposal of that second is accepted, refused or ended.
    Accept(i64),
    Refuse(i64),
    End(i64),
}

fn take(db: &mut Db, actor: Uid, step: Step) -> store::Result<bool> {
    let at = |second: i64| At(domain::Timestamp::from_second(1_000_000 + second).unwrap());
    let uri = |second: i64| format!("https://town.test/activities/{second}");
    let exchange = |db: &mut Db, second: i64| Ok::<_, store::Error>(trust::find(db, &uri(second))?.map(|found| found.id));
    let answer = Answer { uri: "https://town.test/activities/answer", at: at(50), made_by: None };
    let said = territory("59350");
    let signed = Some((&said, "{}"));
    match step {
        Step::Propose(ours, second) => {
            let uri = uri(second);
            let new = Proposal {
                id: Uid(uuid::Uuid::from_u128(second.unsigned_abs().into())),
                uri: &uri,
                actor_id: actor,
                at: at(second),
                made_by: None,
            };
            trust::keep_proposal(db, &new, if ours { None } else { signed })
        }
        Step::Accept(second) => match exchange(db, second)? {
            Some(id) => trust::accept(db, id, &answer, signed),
            None => Ok(false),
        },
        Step::Refuse(second) => match exchange(db, second)? {
            Some(id) => trust::refuse(db, id, &answer),
            None => Ok(false),
        },
        Step::End(second) => match exchange(db, second)? {
            Some(id) => trust::end(db, id, false, at(60)),
            None => Ok(false),
        },
    }
}

on_both_databases! {
    async fn official_is_what_both_said_and_neither_took_back(town: Town) {
        use Step::{Accept, End, Propose, Refuse};
        let table: &[(&[(Step, bool)], bool)] = &[
            (&[], false),
            (&[(Propose(true, 1), true)], false),
            (&[(Propose(false, 1), true)], false),
            (&[(Propose(true, 1), true), (Accept(1), true)], true),
            (&[(Propose(false, 1), true), (Accept(1), true)], true),
            // Again, and answered otherwise later.
            (&[(Propose(true, 1), true), (Accept(1), true), (Accept(1), false), (Refuse(1), false)], true),
            (&[(Propose(true, 1), true), (Refuse(1), true), (Accept(1), false)], false),
            // Nobody proposed.
            (&[(Accept(1), false), (Propose(true, 2), true), (Accept(1), false)], false),
            // Taken back before and after the answer.
            (&[(Propose(true, 1), true), (End(1), true), (Accept(1), false)], false),
            (&[(Propose(true, 1), true), (Accept(1), true), (End(1), true), (End(1), false), (Accept(1), false)], false),
            // Ours stands while we proposed nothing new; a later one of theirs takes the place of an earlier one, never the other way round.
            (&[(Propose(true, 1), true), (Propose(true, 2), false), (Accept(1), true)], true),
            (&[(Propose(false, 1), true), (Propose(false, 2), true), (Accept(1), false)], false),
            (&[(Propose(false, 2), true), (Propose(false, 1), false), (Accept(1), false), (Accept(2), true)], true),
            (&[(Propose(false, 1), true), (Accept(1), true), (Propose(false, 2), true)], false),
            // Taken back and recognised again.
            (&[(Propose(true, 1), true), (Accept(1), true), (End(1), true), (Propose(true, 2), true), (Accept(2), true), (End(1), false)], true),
            // Both proposed: one answer is enough, and both must be taken back.
            (&[(Propose(true, 1), true), (Propose(false, 2), true), (Accept(2), true)], true),
            (&[(Propose(true, 1), true), (Propose(false, 2), true), (Accept(1), true), (Accept(2), true), (End(1), true)], true),
        ];
        for (number, (steps, expected)) in table.iter().enumerate() {
            let (steps, now) = (steps.to_vec(), At(town.now()));
            let (changed, official, listed) = town.app.store.write(move |db| {
                store::testing::run(db, "DELETE FROM recognition")?;
                let actor = store::remote_actors::keep(db, &collectivity(&format!("v{number}"), "ville.example"), numbered(number), now)?;
                let changed = steps.iter().map(|(step, _)| take(db, actor, *step)).collect::<store::Result<Vec<_>>>()?;
                Ok::<_, store::Error>((changed, trust::is_official(db, actor)?, trust::official_actors(db, "", 10)?))
            }).await.unwrap();
            let wanted: Vec<bool> = table[number].0.iter().map(|(_, changes)| *changes).collect();
            assert_eq!((changed, official, listed.len()), (wanted, *expected, usize::from(*expected)), "{number}: {:?}", table[number].0);
        }
    }
}

on_both_databases! {
    async fn a_blocked_or_departed_collectivity_is_not_official(town: Town) {
        let now = At(town.now());
        town.app.store.write(move |db| {
            let mut actors = Vec::new();
            for (number, host) in ["a.example", "b.example", "c.example"].into_iter().enumerate() {
                let actor = store::remote_actors::keep(db, &collectivity("ville", host), numbered(number), now)?;
                let uri = format!("https://{host}/1");
                let new = Proposal { id: numbered(number), uri: &uri, actor_id: actor, at: now, made_by: None };
                assert!(trust::keep_proposal(db, &new, Some((&territory("59350"), "{}")))?);
                assert!(trust::accept(db, new.id, &Answer { uri: "https://town.test/2", at: now, made_by: None }, None)?);
                actors.push(actor);
            }
            assert_eq!(trust::official_among(db, &actors)?.len(), 3);
            assert_eq!(trust::claims(db, &territory("59350"), actors[0])?.len(), 2);
            assert_eq!(trust::claims(db, &territory("75056"), actors[0])?, []);
            assert_eq!(trust::claims(db, &Territory::default(), actors[0])?, [], "who names no number claims nothing");
            store::peers::rule(db, "a.example", store::peers::HostRule::Blocked, "", None, now)?;
            store::actors::erase(db, actors[1], None, now)?;
            assert_eq!(trust::official_among(db, &actors)?, [actors[2]]);
            let pages: Vec<String> = trust::official_actors(db, "", 1)?.into_iter().map(|one| one.host).collect();
            assert_eq!(pages, ["c.example"]);
            assert_eq!(trust::official_actors(db, "https://c.example/actors/ville", 1)?.len(), 0);
            trust::declare(db, actors[2], Some(&territory("59350")), now)?;
            assert_eq!(trust::declared(db, &actors)?, [(actors[2], territory("59350"))]);
            trust::declare(db, actors[2], None, now)?;
            assert_eq!(trust::declared(db, &actors)?, []);
            Ok::<_, store::Error>(())
        }).await.unwrap();
    }
}
