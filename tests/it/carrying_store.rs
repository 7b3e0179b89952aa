//! What is remembered of consultations that several territories carry, on both databases.

use domain::Timestamp;
use domain::carrying::{CallState, Called, CarriedState, CarrierState};
use rig::profile::profile;
use rig::{Town, on_both_databases};
use store::carried::{Call, Carried, Fellow};
use store::carrying::choosing::Filter;
use store::carrying::{Carrier, Offered};
use store::remote_actors::Profile;
use store::{At, Db, Uid};

fn uid(number: u128) -> Uid {
    Uid(uuid::Uuid::from_u128(number))
}

fn at(second: i64) -> At {
    At(Timestamp::from_second(second).unwrap())
}

fn consultation(db: &mut Db, slug: &str) -> Uid {
    store::consultations::by_slug(db, slug).unwrap().unwrap().id
}

on_both_databases! {
    async fn what_is_offered_and_who_carries_it(town: Town) {
        town.consultation("eau").await;
        town.app.store.write(|db| {
            let id = consultation(db, "eau");
            assert!(!store::carrying::touch(db, id, at(1)).unwrap(), "what is not offered has no revision");
            let offered = Offered {
                consultation_id: id, reach: Called::Official.code().to_owned(), rules: "Ouvrir à tous.".to_owned(), offered_by: None,
                offered_at: at(10), changed_at: at(10), withdrawn_at: None,
            };
            store::carrying::offer(db, &offered).unwrap();
            assert_eq!(store::carrying::offered(db, id).unwrap(), Some(offered.clone()));
            // The revision grows, also when the clock does not.
            assert!(store::carrying::touch(db, id, at(5)).unwrap());
            assert!(store::carrying::offered(db, id).unwrap().unwrap().changed_at > at(10));
            assert!(store::carrying::withdraw(db, id, at(20)).unwrap());
            assert!(!store::carrying::withdraw(db, id, at(21)).unwrap(), "once is enough");
            store::carrying::offer(db, &Offered { reach: Called::Chosen.code().to_owned(), changed_at: at(30), ..offered }).unwrap();
            let anew = store::carrying::offered(db, id).unwrap().unwrap();
            assert_eq!((anew.called().unwrap(), anew.withdrawn_at, anew.offered_at), (Called::Chosen, None, at(10)));
            for (number, name) in [(1, "a"), (2, "b")] {
                meet(db, number, name);
                let joined = Carrier {
                    consultation_id: id, actor_id: uid(number), state: CarrierState::Joined.code().to_owned(), page: None, activity: None,
                    since: at(40), joined_at: Some(at(40)), left_at: None,
                };
                store::carrying::set_carrier(db, &joined).unwrap();
                store::carrying::set_carrier(db, &joined).unwrap();
            }
            assert_eq!(store::carrying::count_carriers(db, id, CarrierState::Joined).unwrap(), 2);
            let first = store::carrying::carrier(db, id, uid(1)).unwrap().unwrap();
            let left = Carrier { state: CarrierState::Left.code().to_owned(), since: at(50), left_at: Some(at(50)), joined_at: None, ..first };
            store::carrying::set_carrier(db, &left).unwrap();
            let hosts: Vec<_> = store::carrying::carriers(db, id, 10, 0).unwrap();
            assert_eq!(hosts.iter().map(|row| (row.host.as_str(), row.carrier.state.as_str())).collect::<Vec<_>>(),
                [("b.example", "joined"), ("a.example", "left")]);
            assert_eq!(hosts[1].carrier.joined_at, None);
            assert!(store::carrying::is_carried_by(db, id, "a.example").unwrap());
            assert!(!store::carrying::is_carried_by(db, id, "c.example").unwrap());
            Ok::<_, store::Error>(())
        }).await.unwrap();
    }
}

fn meet(db: &mut Db, number: u128, name: &str) {
    let profile =
        Profile { display_name: format!("Mairie {name}"), ..profile("organization", &format!("https://{name}.example/actors/{number}")) };
    store::remote_actors::keep(db, &profile, uid(number), at(1)).unwrap();
}

on_both_databases! {
    async fn a_call_is_heard_and_followed(town: Town) {
        town.consultation("eau").await;
        town.app.store.write(|db| {
            let id = consultation(db, "eau");
            meet(db, 1, "a");
            meet(db, 2, "a");
            let call = Call {
                id: uid(7), uri: "https://a.example/objects/1/call".to_owned(), organiser_id: uid(1), group_id: uid(2), title: "L’eau".to_owned(),
                page: "https://a.example/c/eau".to_owned(), state: CallState::Open.code().to_owned(), changed_at: at(10), heard_at: at(11), reach: "fediverse".to_owned(), places: "never".to_owned(),
                teaser: String::new(), introduction: String::new(), stakes: String::new(), settled: String::new(), open_points: String::new(),
                input_use: String::new(), participation: "consultation".to_owned(), organiser: String::new(), lang: "fr".to_owned(),
                support_threshold: 0, rules: String::new(),
            };
            assert_eq!(store::carried::hear(db, &call).unwrap(), Some(uid(7)));
            assert_eq!(store::carried::hear(db, &Call { title: "Ancien".to_owned(), changed_at: at(9), ..call.clone() }).unwrap(), None);
            assert_eq!(store::carried::hear(db, &Call { title: "Faux".to_owned(), changed_at: at(99), organiser_id: uid(2), ..call.clone() }).unwrap(), None);
            assert_eq!(store::carried::hear(db, &Call { id: uid(8), title: "Nouveau".to_owned(), changed_at: at(12), ..call }).unwrap(), Some(uid(7)));
            let known = store::carried::call_by_uri(db, "https://a.example/objects/1/call").unwrap().unwrap();
            assert_eq!((known.id, known.title.as_str()), (uid(7), "Nouveau"));
            let asked = Carried {
                consultation_id: id, call_id: uid(7), state: CarriedState::Asked.code().to_owned(), activity: "https://t.example/1".to_owned(),
                introduction: String::new(), revision: None, asked_at: at(20), joined_at: None, left_at: None,
                read_at: None,
            };
            store::carried::set(db, &asked).unwrap();
            let joined = Carried { state: CarriedState::Joined.code().to_owned(), revision: Some(at(12)), joined_at: Some(at(21)), ..asked };
            store::carried::set(db, &joined).unwrap();
            assert_eq!(store::carried::by_activity(db, "https://t.example/1").unwrap().unwrap().0, joined);
            assert_eq!(store::carried::by_group(db, uid(2)).unwrap().unwrap().1.id, uid(7));
            let fellow = |name: &str| Fellow {
                call_id: uid(7), uri: format!("https://{name}/a"), host: name.to_owned(), name: name.to_owned(), page: None, joined_at: Some(at(1)),
                left_at: None,
            };
            store::carried::replace_fellows(db, uid(7), &[fellow("b.example"), fellow("c.example")]).unwrap();
            store::carried::replace_fellows(db, uid(7), &[fellow("c.example"), fellow("b.example")]).unwrap();
            assert_eq!(store::carried::fellows(db, uid(7), 10, 0).unwrap().len(), 2);
            assert_eq!(store::carried::origin(db, id).unwrap().unwrap().organiser, "Mairie a");
            assert_eq!(store::carried::unread_calls(db, at(30), 10).unwrap().len(), 1);
            store::carried::read(db, uid(7), at(30)).unwrap();
            assert_eq!(store::carried::unread_calls(db, at(30), 10).unwrap().len(), 0);
            let phase = |name: &str| store::carried::CallPhase {
                call_id: uid(7), position: 9, kind: "contribution".to_owned(), name: name.to_owned(), description: String::new(), opens_at: at(1),
                closes_at: at(2), propose: "everyone".to_owned(), discuss: "everyone".to_owned(), reply: "everyone".to_owned(), support: "nobody".to_owned(),
            };
            store::carried::arrange(db, uid(7), &[phase("b")], &["Rues".to_owned()]).unwrap();
            store::carried::arrange(db, uid(7), &[phase("b"), phase("a")], &["Rues".to_owned(), "Eau".to_owned()]).unwrap();
            assert_eq!(store::carried::phases(db, uid(7)).unwrap().iter().map(|p| (p.position, p.name.as_str())).collect::<Vec<_>>(), [(0, "b"), (1, "a")]);
            assert_eq!(store::carried::themes(db, uid(7)).unwrap(), ["Rues", "Eau"]);
            let listed = store::carried::calls(db, 10, 0).unwrap();
            assert_eq!(listed.iter().map(|(call, name, carried)| (call.title.as_str(), name.as_str(), carried.is_some())).collect::<Vec<_>>(),
                [("Nouveau", "Mairie a", true)]);
            assert_eq!(store::carried::count_calls(db).unwrap(), 1);
            store::carried::introduce(db, id, "Chez nous.").unwrap();
            assert_eq!(store::carried::find(db, id).unwrap().unwrap().introduction, "Chez nous.");
            store::carried::set_call_state(db, uid(7), CallState::Gone).unwrap();
            assert_eq!(store::carried::call(db, uid(7)).unwrap().unwrap().state().unwrap(), CallState::Gone);
            assert!(store::carried::of_call(db, uid(8)).unwrap().is_none());
            Ok::<_, store::Error>(())
        }).await.unwrap();
    }
}

on_both_databases! {
    async fn associations_are_not_offered_as_territories(town: Town) {
        let learn = async |host: &str, name: &str, territory: bool| {
            let profile = profile("organization", &format!("https://{host}/actors/{name}"));
            let declared = store::trust::Territory { kind: "commune".to_owned(), ..Default::default() };
            actions::abroad::learn_collectivity(&town.app, profile, territory.then_some(declared)).await.unwrap();
        };
        learn("ars.example", "ars", true).await;
        learn("ars.example", "velos", false).await;
        // Nobody there says what it is.
        learn("bry.example", "bry", false).await;
        let nobody = Uid(uuid::Uuid::nil());
        let found = town.app.store.read(move |db| store::carrying::choosing::page(db, nobody, &Filter::default(), 0, 10)).await.unwrap();
        assert_eq!(found.into_iter().map(|one| one.name).collect::<Vec<_>>(), ["ars", "bry"]);
    }
}
