//! The territories that a consultation is offered to are chosen by name, page by page, or all that are found.

use actions::carrying::{Choosing, OfferForm, choose};
use domain::actor::Role;
use domain::carrying::CarrierState;
use domain::refusal::Refusal;
use jiff::SignedDuration;
use rig::profile::profile;
use rig::{Citizen, Town, on_both_databases};
use store::carrying::Carrier;
use store::carrying::choosing::{self, Filter};
use store::remote_actors::Profile;
use store::{At, Uid};

use super::faults::shown;
use super::{carriers, join, known, meet, threes};

const PAGE: &str = "/admin/consultations/eau/territories/choose";
const OFFER: &str = "/admin/consultations/eau/territories";

/// What the collectivity of another server says of itself.
fn collectivity(name: &str, host: &str) -> Profile {
    Profile { display_name: name.to_owned(), ..profile("organization", &format!("https://{host}/actors/collectivite")) }
}

/// A collectivity of another server that says what its territory is.
async fn learn(town: &Town, name: &str, host: &str, kind: &str, parent: &str) {
    let said = store::trust::Territory { kind: kind.to_owned(), parent: parent.to_owned(), ..Default::default() };
    actions::abroad::learn_collectivity(&town.app, collectivity(name, host), Some(said)).await.unwrap();
}

/// Sixty communes of the North, three of elsewhere, and a region.
async fn scene(town: &Town) -> Citizen {
    town.consultation("eau").await;
    for n in 0..60 {
        learn(town, &format!("Commune {n:02}"), &format!("c{n:02}.example"), "commune", "Nord").await;
    }
    for (name, host) in [("Évry", "evry.example"), ("100 % nature", "nature.example"), ("Lyon_Est", "lyon.example")] {
        learn(town, name, host, "commune", "11").await;
    }
    learn(town, "Hauts-de-France", "region.example", "region", "").await;
    town.somebody("Claire", Role::Agent).await
}

async fn eau(town: &Town) -> Uid {
    town.app.store.read(|db| store::consultations::by_slug(db, "eau")).await.unwrap().unwrap().id
}

/// Of when the call is.
async fn revision(town: &Town) -> At {
    let id = eau(town).await;
    town.app.store.read(move |db| store::carrying::offered(db, id)).await.unwrap().expect("an offer").changed_at
}

/// How often the one call that is known here was heard.
async fn heard(town: &Town) -> usize {
    let id = super::calls(town).await[0].id;
    town.app.store.read(move |db| store::journal::on_subject(db, id)).await.unwrap().len()
}

async fn found(town: &Town, filter: Filter) -> Vec<choosing::Choosable> {
    let id = eau(town).await;
    town.app.store.read(move |db| choosing::page(db, id, &filter, 0, 200)).await.unwrap()
}

async fn chosen(town: &Town) -> i64 {
    let id = eau(town).await;
    town.app.store.read(move |db| choosing::count_chosen(db, id)).await.unwrap()
}

async fn named(town: &Town, words: &str) -> Vec<String> {
    let filter = Filter { name: words.to_owned(), ..Filter::default() };
    found(town, filter).await.into_iter().map(|one| one.name).collect()
}

on_both_databases! {
    async fn territories_are_found_by_name_kind_and_territory_above(town: Town) {
        let mut claire = scene(&town).await;
        let check = |words: &'static str, expected: &'static [&'static str]| {
            let town = &town;
            async move { assert_eq!(named(town, words).await, expected, "{words}") }
        };
        check("commune 07", &["Commune 07"]).await;
        check("Évr", &["Évry"]).await;
        check("LYON", &["Lyon_Est"]).await;
        check("nature.example", &["100 % nature"]).await;
        // What means something to the database means itself.
        check("0 %", &["100 % nature"]).await;
        check("n_e", &["Lyon_Est"]).await;
        check("_____", &[]).await;
        check("' OR 1=1 --", &[]).await;
        assert_eq!(found(&town, Filter { kind: Some(domain::territory::TerritoryKind::Region), ..Filter::default() }).await.len(), 1);
        assert_eq!(found(&town, Filter { parent: "nord".to_owned(), ..Filter::default() }).await.len(), 60);
        let page = claire.see(&format!("{PAGE}?parent=11&kind=commune")).await;
        page.says("3 territoires trouvés").says("Évry").says("Commune · 11").keeps_quiet_about("Commune 07");
        let second = claire.see(&format!("{PAGE}?page=2")).await;
        second.says("64 territoires trouvés").says("Évry").keeps_quiet_about("Commune 07");
        claire.see(&format!("{PAGE}?q=nulle+part")).await.says("Aucun territoire trouvé");
        // What cannot be looked for is said, and stays in its field.
        let long = "x".repeat(81);
        let answer = claire.get(&format!("{PAGE}?q={long}&kind=empire")).await;
        assert_eq!(answer.status, 422);
        assert!(answer.body.contains(&format!("value=\"{long}\"")), "{}", answer.text());
        assert_eq!(town.citizen("Ana").await.get(PAGE).await.status, 404);
    }
}

on_both_databases! {
    async fn what_is_chosen_stays_chosen_from_page_to_page(town: Town) {
        let mut claire = scene(&town).await;
        let ids: Vec<String> = found(&town, Filter::default()).await.into_iter().map(|one| one.id.0.to_string()).collect();
        let add = |id: &String| [("act", "add".to_owned()), ("chosen", id.clone()), ("page", "1".to_owned()), ("q", "Commune".to_owned())];
        for id in [&ids[1], &ids[60], &ids[1]] {
            let form = add(id);
            let form: Vec<(&str, &str)> = form.iter().map(|(name, value)| (*name, value.as_str())).collect();
            let answer = claire.post(PAGE, PAGE, &form).await;
            assert_eq!(answer.status, 303, "{}", answer.text());
            assert!(answer.location().contains("q=Commune") && answer.location().ends_with("done=territories-chosen"), "{}", answer.location());
        }
        assert_eq!(chosen(&town).await, 2);
        claire.see(OFFER).await.says("2 territoires choisis");
        claire.see(&format!("{PAGE}?only=chosen")).await.says("2 territoires trouvés").says("Invité");

        // All that are found, those that are chosen already among them.
        assert_eq!(claire.post(PAGE, PAGE, &[("act", "all"), ("parent", "Nord")]).await.status, 303);
        assert!((60..=62).contains(&chosen(&town).await));
        let before = chosen(&town).await;
        assert_eq!(claire.post(PAGE, PAGE, &[("act", "remove"), ("chosen", &ids[60]), ("chosen", &ids[1])]).await.status, 303);
        assert_eq!(chosen(&town).await, before - 2);

        // What is wrong is said, and what was typed and ticked is kept; nothing is chosen by mistake.
        let before = chosen(&town).await;
        let nobody = uuid::Uuid::nil().to_string();
        let faulty: [(&[(&str, &str)], &str); 6] = [
            (&[("act", "add"), ("q", "Commune 0")], "Cochez au moins un territoire."),
            (&[("act", "remove"), ("q", "Commune 0"), ("chosen", "x")], "Cochez au moins un territoire."),
            (&[("act", "add"), ("q", "Commune 0"), ("chosen", &ids[0]), ("chosen", &nobody)], "n’est plus connu"),
            (&[("act", "all"), ("q", "Commune 0"), ("kind", "empire")], ""),
            (&[("act", "all"), ("q", "Commune 0zz")], "Aucun territoire ne correspond"),
            (&[("act", "destroy"), ("q", "Commune 0")], "Dites s’il faut ajouter ou retirer"),
        ];
        for (form, says) in faulty {
            let answer = claire.post(PAGE, PAGE, form).await;
            assert_eq!(answer.status, 422, "{form:?}");
            answer.says(says);
            assert!(answer.body.contains("value=\"Commune 0"), "{form:?}: {}", answer.text());
            // Every link of the summary leads to one place, also where nothing is found.
            for field in answer.body.split("<a href=\"#").skip(1).filter_map(|rest| rest.split('"').next()) {
                assert_eq!(answer.body.matches(&format!(" id=\"{field}\"")).count(), 1, "{form:?}: {field}");
            }
        }
        assert_eq!(chosen(&town).await, before);
        // The rule without anybody chosen is refused, with somebody it is not.
        town.consultation("air").await;
        let other = "/admin/consultations/air/territories";
        let rule = [("reach", "chosen"), ("rules", "Ouvrir la parole à tous.")];
        assert_eq!(claire.post(other, other, &rule).await.status, 422);
        assert_eq!(claire.post(OFFER, OFFER, &rule).await.status, 303);
        claire.see(&format!("{OFFER}?page=2")).await.says("Commune");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_is_chosen_before_or_after_the_opening_hears_of_it() {
    for [state, ars, bry] in threes().await {
        let towns = [&state, &ars, &bry];
        state.consultation("eau").await;
        meet(&state, &[&ars, &bry]).await;
        let (first, second) = (known(&state, &ars).await, known(&state, &bry).await);
        let app = &state.app;
        assert_eq!(choose(app, Town::machine(), "eau", Choosing::Add(vec![first])).await.unwrap(), 1);
        Town::settle(&towns).await;
        assert!(super::calls(&ars).await.is_empty(), "nothing is open yet");
        let form = OfferForm { reach: "chosen".to_owned(), rules: "Ouvrir la parole à tous.".to_owned(), chosen: Vec::new() };
        actions::carrying::offer(app, Town::machine(), "eau", &form).await.unwrap();
        Town::settle(&towns).await;
        assert_eq!((super::calls(&ars).await.len(), super::calls(&bry).await.len()), (1, 0));
        let before = (revision(&state).await, heard(&ars).await);
        towns.iter().for_each(|town| town.wait(SignedDuration::from_secs(1)));
        assert_eq!(choose(app, Town::machine(), "eau", Choosing::AddAll(Filter::default())).await.unwrap(), 1);
        Town::settle(&towns).await;
        assert_eq!(super::calls(&bry).await.len(), 1, "chosen later");
        assert_eq!((revision(&state).await, heard(&ars).await), before, "nothing changed for who was chosen before");
        join(&ars, "eau").await;
        Town::settle(&towns).await;
        // Who joined is dismissed, not unticked; who did not is chosen no more and cannot join.
        assert_eq!(choose(app, Town::machine(), "eau", Choosing::Remove(vec![first, second])).await.unwrap(), 1);
        assert_eq!(carriers(&state, "eau").await.len(), 1);
        join(&bry, "eau").await;
        Town::settle(&towns).await;
        assert!(carriers(&state, "eau").await.iter().all(|(name, _)| *name != super::host(&bry)));
        // Not of what others decide.
        let refused = choose(&ars.app, Town::machine(), "eau", Choosing::AddAll(Filter::default())).await;
        assert!(matches!(refused, Err(actions::Error::Refused(Refusal::DecidedElsewhere))), "{refused:?}");
    }
}

/// A hundred and twenty communes are invited to `eau`, later one joins.
async fn crowd(state: &Town) {
    let id = eau(state).await;
    let write = state.app.store.write(move |db| {
        let (uid, at) = (|number: u128| Uid(uuid::Uuid::from_u128(number)), |second| At(domain::Timestamp::from_second(second).unwrap()));
        for n in 0..=120 {
            store::remote_actors::keep(db, &collectivity(&format!("Commune {n:03}"), &format!("c{n:03}.example")), uid(n + 1), at(1))?;
        }
        let invited: Vec<Uid> = (1..=120).map(uid).collect();
        choosing::choose(db, id, &invited, at(10))?;
        let joined = Carrier {
            consultation_id: id,
            actor_id: uid(121),
            state: CarrierState::Joined.code().to_owned(),
            page: None,
            activity: None,
            since: at(20),
            joined_at: Some(at(20)),
            left_at: None,
        };
        store::carrying::set_carrier(db, &joined)
    });
    write.await.unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_is_only_invited_pushes_nobody_out() {
    let mut towns = vec![Town::on_the_network().await];
    towns.extend(Town::on_the_network_with_postgres().await);
    for state in towns {
        state.consultation("eau").await;
        crowd(&state).await;
        let form = OfferForm { reach: "chosen".to_owned(), rules: "Ouvrir la parole à tous.".to_owned(), chosen: Vec::new() };
        actions::carrying::offer(&state.app, Town::machine(), "eau", &form).await.unwrap();
        state.visitor().see("/c/eau").await.says("Commune 120").keeps_quiet_about("Commune 000");
        let call = shown(&state, "eau").await;
        assert_eq!(call["parvis:carriers"].as_array().map(Vec::len), Some(1));
        assert_eq!(call["parvis:carriers"][0]["name"], "Commune 120");
        let id = eau(&state).await;
        let read = state.app.store.read(move |db| {
            let hosts = store::reach::carrying_hosts(db, id, 1)?;
            Ok::<_, store::Error>((store::carrying::answered(db, id, 1, 0)?, hosts))
        });
        let (answered, hosts) = read.await.unwrap();
        assert_eq!(answered.iter().map(|row| row.name.as_str()).collect::<Vec<_>>(), ["Commune 120"]);
        assert_eq!(hosts, ["c120.example"]);
        state.somebody("Claire", Role::Agent).await.see(OFFER).await.says("Commune 120").keeps_quiet_about("Commune 119");
    }
}

on_both_databases! {
    async fn who_carried_it_once_and_is_chosen_again_can_be_given_up(town: Town) {
        town.consultation("eau").await;
        crowd(&town).await;
        let (once, app) = (Uid(uuid::Uuid::from_u128(121)), &town.app);
        actions::carrying::dismiss(app, Town::machine(), "eau", once.to()).await.unwrap();
        assert_eq!(choose(app, Town::machine(), "eau", Choosing::Add(vec![once])).await.unwrap(), 1);
        assert_eq!(choose(app, Town::machine(), "eau", Choosing::Remove(vec![once])).await.unwrap(), 1);
        let id = eau(&town).await;
        let row = app.store.read(move |db| store::carrying::carrier(db, id, once)).await.unwrap().expect("that it carried it");
        assert_eq!((row.state().unwrap(), row.joined_at.is_some()), (CarrierState::Refused, true));
        assert_eq!(choose(app, Town::machine(), "eau", Choosing::Remove(vec![once])).await.unwrap(), 0, "once is enough");
    }
}
