//! Consultations that several territories carry: three instances with real HTTP between them. The State opens, two communes carry.

mod answers;
mod behind;
mod choosing;
mod faults;
mod organisations;
mod pages;
mod places;
mod reach;
pub(crate) mod votes;

use actions::carrying::{CarryForm, OfferForm};
use domain::actor::Viewer;
use domain::carrying::{CarriedState, CarrierState};
use domain::contribution::{Draft, Kind, RawDraft};
use domain::id::ContributionId;
use domain::lang::Lang;
use domain::moderation::Reason;
use rig::Town;
use store::Uid;
use store::carried::{Call, Carried};
use store::contributions::Contribution;

/// Three instances on SQLite, and three on PostgreSQL where there is one.
pub(crate) async fn threes() -> Vec<[Town; 3]> {
    let mut all = vec![[Town::on_the_network().await, Town::on_the_network().await, Town::on_the_network().await]];
    if let Some(first) = Town::on_the_network_with_postgres().await {
        let next = || async { Town::on_the_network_with_postgres().await.unwrap() };
        all.push([first, next().await, next().await]);
    }
    all
}

pub(crate) fn host(town: &Town) -> String {
    town.app.links.origin().trim_start_matches("http://").to_owned()
}

/// The collectivity of another town, as this one knows it.
pub(crate) async fn known(here: &Town, there: &Town) -> Uid {
    let uri = there.app.links.actor("collectivite");
    here.app.store.read(move |db| store::remote_actors::by_uri(db, &uri)).await.unwrap().expect("a collectivity that is known")
}

/// Makes the collectivities of towns known to this one.
async fn meet(here: &Town, others: &[&Town]) {
    for other in others {
        actions::abroad::follow_address(&here.app, Town::machine(), &other.app.links.actor("collectivite")).await.unwrap();
    }
    Town::settle(&[&[here][..], others].concat()).await;
}

/// The State has a consultation `slug` and offers it to these.
pub(crate) async fn offer(state: &Town, slug: &str, to: &[&Town]) {
    state.consultation(slug).await;
    meet(state, to).await;
    let mut chosen = Vec::new();
    for other in to {
        chosen.push(known(state, other).await);
    }
    let form = OfferForm { reach: "chosen".to_owned(), rules: "Chaque commune ouvre la parole à tous.".to_owned(), chosen };
    actions::carrying::offer(&state.app, Town::machine(), slug, &form).await.unwrap();
}

pub(crate) async fn calls(town: &Town) -> Vec<Call> {
    let listed = town.app.store.read(|db| store::carried::calls(db, 50, 0)).await.unwrap();
    listed.into_iter().map(|(call, _, _)| call).collect()
}

pub(crate) async fn join(town: &Town, slug: &str) {
    let call = calls(town).await.into_iter().next().expect("a call").id;
    let form = CarryForm { slug: slug.to_owned(), introduction: "Venez en parler à la mairie.".to_owned() };
    actions::carrying::join(&town.app, Town::machine(), call, &form).await.unwrap();
}

pub(crate) async fn carried(town: &Town, slug: &'static str) -> Carried {
    let read = town.app.store.read(move |db| {
        let found = store::consultations::by_slug(db, slug)?.expect("a consultation");
        Ok::<_, store::Error>(store::carried::find(db, found.id)?.expect("one that is carried"))
    });
    read.await.unwrap()
}

pub(crate) async fn consultation(town: &Town, slug: &'static str) -> store::consultations::Consultation {
    town.app.store.read(move |db| store::consultations::by_slug(db, slug)).await.unwrap().expect("a consultation")
}

pub(crate) async fn phases(town: &Town, id: Uid) -> Vec<(String, store::At, store::At)> {
    let found = town.app.store.read(move |db| store::consultations::phases(db, id)).await.unwrap();
    found.into_iter().map(|phase| (phase.kind, phase.opens_at, phase.closes_at)).collect()
}

pub(crate) async fn carriers(town: &Town, slug: &'static str) -> Vec<(String, String)> {
    let id = consultation(town, slug).await.id;
    let rows = town.app.store.read(move |db| store::carrying::carriers(db, id, 10, 0)).await.unwrap();
    let mut rows: Vec<_> = rows.into_iter().map(|row| (row.host, row.carrier.state)).collect();
    rows.sort();
    rows
}

/// The State's `eau` is carried by both communes, as `eau` and as `notre-eau`.
pub(crate) async fn all_carry([state, ars, bry]: [&Town; 3]) {
    offer(state, "eau", &[ars, bry]).await;
    Town::settle(&[state, ars, bry]).await;
    join(ars, "eau").await;
    join(bry, "notre-eau").await;
    Town::settle(&[state, ars, bry]).await;
    // On a busy machine an answer may take longer than the other side waits: it is sent again a little later.
    for _ in 0..4 {
        [state, ars, bry].iter().for_each(|town| town.wait(jiff::SignedDuration::from_mins(15)));
        Town::settle(&[state, ars, bry]).await;
    }
    assert_eq!(carried(ars, "eau").await.state, CarriedState::Joined.code());
    assert_eq!(carried(bry, "notre-eau").await.state, CarriedState::Joined.code());
}

pub(crate) async fn somebody(town: &Town, name: &'static str, email: &'static str, agrees: bool) -> Viewer {
    town.citizen(name).await;
    let viewer = town.viewer(email).await;
    if agrees {
        town.agrees(viewer, name).await;
    }
    viewer
}

pub(crate) async fn propose(town: &Town, viewer: Viewer, slug: &str, title: &str) -> ContributionId {
    let body = "Sous le tilleul, à l’ombre, pour que chacun puisse boire en chemin.";
    let draft = Draft::parse(Kind::Proposal, &RawDraft { title, body, ..RawDraft::default() }).unwrap();
    actions::contributions::publish(&town.app, viewer, slug, draft, Lang::Fr).await.unwrap()
}

pub(crate) async fn reply(town: &Town, viewer: Viewer, to: ContributionId, body: &str) -> ContributionId {
    let draft = Draft::parse(Kind::Reply, &RawDraft { body, ..RawDraft::default() }).unwrap();
    actions::contributions::reply(&town.app, viewer, to, draft, Lang::Fr).await.unwrap()
}

/// The same thing at another town.
pub(crate) async fn there(town: &Town, home: &Town, id: ContributionId) -> Option<Contribution> {
    let uri = home.app.links.object(id.0);
    town.app.store.read(move |db| store::contributions::by_uri(db, &uri)).await.unwrap()
}

/// How many contributions and replies are shown, as the towns count them.
async fn counts(towns: [(&Town, &'static str); 3]) -> Vec<(i32, i32)> {
    let mut found = Vec::new();
    for (town, slug) in towns {
        let row = consultation(town, slug).await;
        found.push((row.contribution_count, row.reply_count));
    }
    found
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_call_is_heard_joined_and_followed() {
    for [state, ars, bry] in threes().await {
        all_carry([&state, &ars, &bry]).await;
        assert!(carriers(&state, "eau").await.iter().all(|(_, row)| row == CarrierState::Joined.code()));
        let (here, there) = (consultation(&bry, "notre-eau").await, consultation(&state, "eau").await);
        assert_eq!((&here.title, &here.input_use, here.support_threshold), (&there.title, &there.input_use, there.support_threshold));
        assert!(here.published_at.is_some());
        assert_eq!(phases(&bry, here.id).await, phases(&state, there.id).await);
        // What the organiser changes changes there; what a carrier would change is refused.
        let form = actions::consultations::ConsultationForm {
            title: "L’eau, bien commun".to_owned(),
            teaser: there.teaser.clone(),
            input_use: there.input_use.clone(),
            participation: there.participation.clone(),
            ..Default::default()
        };
        actions::consultations::edit(&state.app, Town::machine(), "eau", there.revision, &form).await.unwrap();
        let themes = vec![actions::consultations::ThemeForm { id: String::new(), name: "Rivières".to_owned() }];
        actions::consultations::set_themes(&state.app, Town::machine(), "eau", themes).await.unwrap();
        Town::settle(&[&state, &ars, &bry]).await;
        for (town, slug) in [(&ars, "eau"), (&bry, "notre-eau")] {
            let row = consultation(town, slug).await;
            assert_eq!(row.title, "L’eau, bien commun");
            let id = row.id;
            let themes = town.app.store.read(move |db| store::consultations::themes(db, id)).await.unwrap();
            assert!(themes.iter().any(|theme| theme.name == "Rivières"));
            let refused = actions::consultations::edit(&town.app, Town::machine(), slug, row.revision, &form).await;
            assert!(matches!(refused, Err(actions::Error::Refused(domain::refusal::Refusal::DecidedElsewhere))), "{refused:?}");
            actions::carrying::introduce(&town.app, Town::machine(), slug, "Chez nous, la source.").await.unwrap();
        }
        // Each knows of the other.
        let call = carried(&ars, "eau").await.call_id;
        let fellows = ars.app.store.read(move |db| store::carried::fellows(db, call, 10, 0)).await.unwrap();
        assert_eq!(fellows.iter().map(|fellow| fellow.host.clone()).collect::<Vec<_>>(), [host(&bry)]);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_said_in_one_territory_is_read_in_all() {
    for [state, ars, bry] in threes().await {
        all_carry([&state, &ars, &bry]).await;
        let ana = somebody(&ars, "Ana", "ana@example.org", true).await;
        let bo = somebody(&bry, "Bo", "bo@example.org", false).await;
        let cid = somebody(&state, "Cid", "cid@example.org", true).await;
        let towns = [&state, &ars, &bry];
        let fountain = propose(&ars, ana, "eau", "Une fontaine à boire").await;
        let quiet = propose(&bry, bo, "notre-eau", "Un puits pour tous").await;
        let national = propose(&state, cid, "eau", "Une loi sur l’eau").await;
        Town::settle(&towns).await;
        for (town, home, id, title) in [
            (&state, &ars, fountain, "Une fontaine à boire"),
            (&bry, &ars, fountain, "Une fontaine à boire"),
            (&state, &bry, quiet, "Un puits pour tous"),
            (&ars, &bry, quiet, "Un puits pour tous"),
            (&ars, &state, national, "Une loi sur l’eau"),
            (&bry, &state, national, "Une loi sur l’eau"),
        ] {
            let copy = there(town, home, id).await.unwrap_or_else(|| panic!("{title} at {}", host(town)));
            assert_eq!((copy.title.as_str(), copy.kind.as_str()), (title, "proposal"));
        }
        assert_eq!(counts([(&state, "eau"), (&ars, "eau"), (&bry, "notre-eau")]).await, [(3, 0); 3]);
        // Bo never agreed: no name of theirs left.
        let copy = there(&ars, &bry, quiet).await.unwrap();
        assert!(!copy.body.contains("Bo "), "{}", copy.body);
        let author = ars.app.store.read(move |db| store::actors::find(db, copy.author_id.unwrap())).await.unwrap().unwrap();
        assert_eq!(author.kind, "organization");
        // A reply to a proposal of another carrier reaches its home and everybody.
        let copy = there(&bry, &ars, fountain).await.unwrap();
        let answer = reply(&bry, bo, copy.id.to(), "Bonne idée, près de l’école aussi.").await;
        Town::settle(&towns).await;
        for town in [&state, &ars] {
            let said = there(town, &bry, answer).await.unwrap_or_else(|| panic!("the reply at {}", host(town)));
            let root = town.app.store.read(move |db| store::contributions::find(db, said.root_id.unwrap())).await.unwrap().unwrap();
            assert_eq!(root.title, "Une fontaine à boire");
        }
        assert_eq!(counts([(&state, "eau"), (&ars, "eau"), (&bry, "notre-eau")]).await, [(3, 1); 3]);
        // Nothing waits, and nothing goes round in circles: once more changes nothing.
        for town in towns {
            town.wait(jiff::SignedDuration::from_hours(26));
            actions::jobs::schedule_sweep(&town.app).await.unwrap();
        }
        Town::settle(&towns).await;
        assert_eq!(counts([(&state, "eau"), (&ars, "eau"), (&bry, "notre-eau")]).await, [(3, 1); 3]);
        for town in towns {
            let waiting = town.app.store.read(store::deliveries::depth).await.unwrap();
            assert_eq!((waiting.0, waiting.1), (0, 0), "{}", host(town));
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_edit_and_a_deletion_reach_all_and_moderation_stays_at_home() {
    for [state, ars, bry] in threes().await {
        all_carry([&state, &ars, &bry]).await;
        let towns = [&state, &ars, &bry];
        let ana = somebody(&ars, "Ana", "ana@example.org", true).await;
        let fountain = propose(&ars, ana, "eau", "Une fontaine à boire").await;
        let other = propose(&ars, ana, "eau", "Un lavoir à restaurer").await;
        let third = propose(&ars, ana, "eau", "Une idée à cacher chez elle").await;
        Town::settle(&towns).await;
        for town in towns {
            town.wait(jiff::SignedDuration::from_mins(5));
        }
        let body = "Deux fontaines, une à chaque bout de la place, pour tous.";
        let draft = Draft::parse(Kind::Proposal, &RawDraft { title: "Deux fontaines", body, ..RawDraft::default() }).unwrap();
        actions::contributions::edit(&ars.app, ana, fountain, 1, draft).await.unwrap();
        // One carrier hides what it does not want to show: the others go on.
        let copy = there(&bry, &ars, other).await.unwrap();
        actions::office::hide(&bry.app, Town::machine(), copy.id.to(), Reason::OffTopic, "Ce n'est pas le sujet ici.").await.unwrap();
        // The organiser hides it too: the carriers decide for themselves.
        let copy = there(&state, &ars, other).await.unwrap();
        actions::office::hide(&state.app, Town::machine(), copy.id.to(), Reason::OffTopic, "Ce n'est pas le sujet ici.").await.unwrap();
        // What its home hides goes everywhere.
        actions::office::hide(&ars.app, Town::machine(), third, Reason::OffTopic, "Ce n'est pas le sujet ici.").await.unwrap();
        Town::settle(&towns).await;
        for town in [&state, &bry] {
            assert_eq!(there(town, &ars, fountain).await.unwrap().title, "Deux fontaines");
            assert!(!there(town, &ars, third).await.unwrap().is_shown(), "{}", host(town));
        }
        let at_home = ars.app.store.read(move |db| store::contributions::find(db, Uid::of(other))).await.unwrap().unwrap();
        assert!(at_home.is_shown(), "what others hide stays at home");
        actions::contributions::withdraw(&ars.app, ana, fountain).await.unwrap();
        Town::settle(&towns).await;
        for town in [&state, &bry] {
            let copy = there(town, &ars, fountain).await.unwrap();
            assert!(copy.withdrawn_at.is_some() && copy.body.is_empty(), "{}", host(town));
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_carrier_that_was_down_for_weeks_catches_up() {
    for [state, ars, bry] in threes().await {
        all_carry([&state, &ars, &bry]).await;
        let towns = [&state, &ars, &bry];
        let ana = somebody(&ars, "Ana", "ana@example.org", true).await;
        let cid = somebody(&state, "Cid", "cid@example.org", true).await;
        let early = propose(&ars, ana, "eau", "Une idée d’avant").await;
        Town::settle(&towns).await;
        bry.go_down();
        let fountain = propose(&ars, ana, "eau", "Une fontaine à boire").await;
        Town::settle(&[&state, &ars]).await;
        let copy = there(&state, &ars, fountain).await.unwrap();
        let answer = reply(&state, cid, copy.id.to(), "L’État y pense, merci de votre idée.").await;
        actions::contributions::withdraw(&ars.app, ana, early).await.unwrap();
        Town::settle(&[&state, &ars]).await;
        for town in towns {
            town.wait(jiff::SignedDuration::from_hours(20 * 24));
        }
        // What could not be delivered for so long is given up…
        Town::settle(&[&state, &ars]).await;
        bry.come_back();
        // …and read at the organiser; what came before what it replies to, on the day after.
        for _day in 0..2 {
            for town in towns {
                town.wait(jiff::SignedDuration::from_hours(25));
                actions::jobs::schedule_sweep(&town.app).await.unwrap();
            }
            Town::settle(&towns).await;
        }
        assert!(there(&bry, &ars, fountain).await.is_some());
        assert!(there(&bry, &state, answer).await.is_some());
        assert!(!there(&bry, &ars, early).await.unwrap().is_shown());
        assert_eq!(counts([(&state, "eau"), (&ars, "eau"), (&bry, "notre-eau")]).await, [(1, 1); 3]);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_leaves_keeps_what_was_said_and_may_come_back() {
    for [state, ars, bry] in threes().await {
        all_carry([&state, &ars, &bry]).await;
        let towns = [&state, &ars, &bry];
        let ana = somebody(&ars, "Ana", "ana@example.org", true).await;
        let bo = somebody(&bry, "Bo", "bo@example.org", true).await;
        let said = propose(&bry, bo, "notre-eau", "Un puits pour tous").await;
        Town::settle(&towns).await;
        actions::carrying::leave(&bry.app, Town::machine(), "notre-eau").await.unwrap();
        let again = actions::carrying::leave(&bry.app, Town::machine(), "notre-eau").await;
        assert!(matches!(again, Err(actions::Error::Refused(domain::refusal::Refusal::AlreadyDone))), "{again:?}");
        Town::settle(&towns).await;
        assert!(carriers(&state, "eau").await.contains(&(host(&bry), CarrierState::Left.code().to_owned())));
        assert!(there(&state, &bry, said).await.unwrap().is_shown());
        let draft = Draft::parse(
            Kind::Proposal,
            &RawDraft { title: "Trop tard ici", body: "Ce n’est plus ouvert dans cette commune.", ..RawDraft::default() },
        );
        let late = actions::contributions::publish(&bry.app, bo, "notre-eau", draft.unwrap(), Lang::Fr).await;
        assert!(matches!(late, Err(actions::Error::Refused(domain::refusal::Refusal::NotOpenNow))), "{late:?}");
        let missed = propose(&ars, ana, "eau", "Une fontaine à boire").await;
        Town::settle(&towns).await;
        assert!(there(&bry, &ars, missed).await.is_none());
        for town in towns {
            town.wait(jiff::SignedDuration::from_hours(1));
        }
        join(&bry, "").await;
        Town::settle(&towns).await;
        assert_eq!(carried(&bry, "notre-eau").await.state, CarriedState::Joined.code());
        assert!(there(&bry, &ars, missed).await.is_some(), "what was missed is read");
        propose(&bry, bo, "notre-eau", "De nouveau ouvert").await;
        Town::settle(&towns).await;
        assert_eq!(counts([(&state, "eau"), (&ars, "eau"), (&bry, "notre-eau")]).await, [(3, 0); 3]);
        assert_eq!(carriers(&state, "eau").await.len(), 2);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_call_is_withdrawn_and_the_consultation_closed_early() {
    for [state, ars, bry] in threes().await {
        offer(&state, "eau", &[&ars, &bry]).await;
        let towns = [&state, &ars, &bry];
        Town::settle(&towns).await;
        join(&ars, "eau").await;
        Town::settle(&towns).await;
        actions::carrying::withdraw(&state.app, Town::machine(), "eau").await.unwrap();
        // Bry has not heard it yet, and asks.
        join(&bry, "eau").await;
        Town::settle(&towns).await;
        assert_eq!(carried(&bry, "eau").await.state, CarriedState::Refused.code());
        assert!(consultation(&bry, "eau").await.published_at.is_none());
        assert_eq!(carried(&ars, "eau").await.state, CarriedState::Joined.code(), "who carries it goes on");
        let ana = somebody(&ars, "Ana", "ana@example.org", true).await;
        propose(&ars, ana, "eau", "Une fontaine à boire").await;
        Town::settle(&towns).await;
        // The organiser closes earlier than it had said.
        for town in towns {
            town.wait(jiff::SignedDuration::from_hours(48));
        }
        let zone = state.app.time_zone().await.unwrap();
        let local = |hours: i64| {
            let at = state.now() + jiff::SignedDuration::from_hours(hours);
            at.to_zoned(zone.clone()).strftime("%Y-%m-%dT%H:%M").to_string()
        };
        let phase = actions::consultations::PhaseForm {
            kind: "contribution".to_owned(),
            name: "Contributions".to_owned(),
            opens_at: local(-40),
            closes_at: local(-1),
            ..Default::default()
        };
        actions::consultations::set_phases(&state.app, Town::machine(), "eau", vec![phase]).await.unwrap();
        Town::settle(&towns).await;
        let late = RawDraft { title: "Trop tard ici", body: "Ce n’est plus ouvert à personne.", ..RawDraft::default() };
        let draft = Draft::parse(Kind::Proposal, &late).unwrap();
        let late = actions::contributions::publish(&ars.app, ana, "eau", draft, Lang::Fr).await;
        assert!(matches!(late, Err(actions::Error::Refused(domain::refusal::Refusal::NotOpenNow))), "{late:?}");
    }
}
