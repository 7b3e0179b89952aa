//! Nothing private crosses the wire between territories that recognise each other, carry a consultation together, list each other's and witness each
//! other's record: every request and every answer is kept, and searched for the mark.

use crate::canary_abroad::{Canary, MARK, live, somebody};
use crate::carrying::votes;
use crate::reach::each_database;
use crate::{carrying, recognising, region};
use actions::tallies::Standing;
use actions::votes::Outcome;
use domain::actor::Role;
use jiff::SignedDuration;
use rig::{Stranger, Town};

/// What people and programs read of what came from other territories.
const READ: [&str; 23] = [
    "/",
    "/c",
    "/network",
    "/network/peers",
    "/territory",
    "/territory?when=all",
    "/territory/map",
    "/territory/calendar",
    "/territory/calendar.ics",
    "/territory/figures",
    "/feeds/territory.atom",
    "/feeds/consultations.atom",
    "/search?q=source",
    "/record",
    "/record/checkpoint",
    "/record/tile/0/000.p/1",
    "/record/tile/entries/000.p/1",
    "/actor",
    "/actors/collectivite",
    "/actors/collectivite/outbox?page=1",
    "/actors/collectivite/consultations",
    "/actors/collectivite/consultations?after=",
    "/nodeinfo/2.1",
];

/// Whatever somebody who is nobody here may read.
async fn reads(town: &Town, canary: &Canary, slug: &str) {
    let mut paths: Vec<String> = READ.iter().map(|path| (*path).to_owned()).collect();
    paths.extend(["", "/contributions", "/how", "/results", "/feed.atom", "/contributions.csv"].map(|part| format!("/c/{slug}{part}")));
    paths.extend([format!("/actors/{}", slug.replace('-', "_")), format!("/actors/{}/outbox?page=1", slug.replace('-', "_"))]);
    paths.extend(crate::canary_abroad::open_data());
    for path in paths {
        let page = crate::open_data::ask(town, &path).await;
        canary.quiet(&format!("{path} of {}", town.app.links.origin()), page.body.as_bytes());
        canary.quiet(&path, crate::effects::scene::activity_at(town, &path).await.body.as_bytes());
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_private_field_crosses_the_wire_between_territories() {
    for (state, ars, bry) in each_database().await {
        let towns = [&state, &ars, &bry];
        towns.iter().for_each(|town| town.weather.listen());
        recognising::recognise(&state, &ars).await;
        carrying::all_carry(towns).await;
        region::follows(&state, &ars).await;
        actions::abroad::allow_comparison(&ars.app, Town::machine(), true).await.unwrap();
        // Everything private is done in one commune, in a consultation of its own; the agent there speaks for the carried one too.
        ars.consultation("place").await;
        let mastodon = Stranger::start().await;
        let (mut canary, page) = live(&ars, &mastodon).await;
        let mut agent = somebody(&ars, "Anselme", Role::Agent).await;
        let call = agent.see("/admin/calls").await.link("/admin/calls/").unwrap();
        let said = [("introduction", "La source a baissé, chez nous aussi.")];
        assert_eq!(agent.post(&call, &format!("{call}/introduction"), &said).await.status, 303);
        // Somebody whose very name holds the mark and may not leave writes, replies, supports, changes, withdraws.
        let mut quiet = somebody(&ars, "Kanari Sylvestre", Role::Citizen).await;
        let new = "/c/eau/new?kind=proposal";
        let form = [("kind", "proposal"), ("title", "La source du bois"), ("body", "Elle coule encore en été."), ("theme", "")];
        let mine = quiet.post(new, new, &form).await.location().split('?').next().unwrap().to_owned();
        assert_eq!(quiet.post(&mine, &format!("{mine}/reply"), &[("body", "Et en hiver aussi."), ("stance", "for")]).await.status, 303);
        Town::settle(&towns).await;
        for (town, slug) in [(&state, "eau"), (&bry, "notre-eau")] {
            town.visitor().see(&format!("/c/{slug}/contributions")).await.says("La source du bois");
        }
        for _day in 0..2 {
            towns.iter().for_each(|town| town.wait(SignedDuration::from_hours(26)));
            for town in towns {
                actions::jobs::schedule_sweep(&town.app).await.unwrap();
            }
            Town::settle(&towns).await;
        }
        for (town, slug) in [(&state, "eau"), (&bry, "notre-eau")] {
            reads(town, &canary, slug).await;
        }
        assert_eq!(quiet.post(&mine, &format!("{mine}/withdraw"), &[]).await.status, 303);
        vote(towns, &mut canary).await;
        actions::consultations::set_reach(&ars.app, Town::machine(), "place", domain::reach::Reach::Network).await.unwrap();
        Town::settle(&towns).await;
        assert!(page.starts_with("/c/place/"));
        let wire: Vec<Vec<u8>> = towns.iter().flat_map(|town| town.weather.heard()).collect();
        let all = wire.iter().map(|bytes| String::from_utf8_lossy(bytes).into_owned()).collect::<String>();
        for word in [
            "parvis:officialPeer",
            "parvis:Call",
            "\"Join\"",
            "La source du bois",
            "parvis:figures",
            "add-checkpoint",
            "\"Delete\"",
            "eddsa-jcs-2022",
        ] {
            assert!(all.contains(word), "{word} crossed: {MARK} would be seen");
        }
        for bytes in &wire {
            canary.quiet("what crossed the wire", bytes);
        }
    }
}

/// The three hold a vote together, count it and tell each other: no receipt and no voter stands in what is published of it.
async fn vote(towns: [&Town; 3], canary: &mut Canary) {
    let [state, ..] = towns;
    let id = votes::vote(state, SignedDuration::from_hours(5)).await;
    Town::settle(&towns).await;
    let mut boxes = Vec::new();
    for town in towns {
        let here = votes::box_at(town, state, id).await.expect("it is held here");
        for outcome in votes::cast(town, here, 12).await {
            let Ok(Outcome::Cast { receipt }) = outcome else { unreachable!("{outcome:?}") };
            canary.hide(receipt);
        }
        // Who votes here is nobody's business: the number of an account is drawn, and stands nowhere else.
        canary.hide(uuid::Uuid::from_u128(1_000).to_string());
        boxes.push((town, here));
    }
    votes::hours(towns, 96).await;
    assert!(votes::standings(state, id).await.iter().all(|(_, standing)| *standing == Standing::Counted));
    let mut read = 0;
    for ((town, here), slug) in boxes.into_iter().zip(["eau", "eau", "notre-eau"]) {
        let root = format!("/c/{slug}/polls/{}", here.0);
        for path in [
            root.clone(),
            format!("{root}/whole"),
            format!("{root}/whole.json"),
            format!("{root}/record.json"),
            format!("/votes/{}", here.0),
        ] {
            let page = crate::open_data::ask(town, &path).await;
            // Readers of who carries it are led to the organiser for the whole.
            let at_home = town.app.links.origin() == state.app.links.origin();
            assert!(page.status.as_u16() < if at_home { 400 } else { 500 }, "{path}: {}", page.status);
            read += usize::from(page.status.is_success());
            canary.quiet(&path, page.body.as_bytes());
            canary.quiet(&path, crate::effects::scene::activity_at(town, &path).await.body.as_bytes());
        }
    }
    assert!(read >= 8, "only {read} pages were read: four of the organiser, two of each carrier at least");
}
