//! A region lists the consultations of its communes: learnt from what they publish, put right from their collections, gone when they go.

use actions::consultations::ThemeForm;
use jiff::SignedDuration;
use rig::Town;
use serde_json::{Value, json};
use store::Uid;
use store::listings::{Listing, sources};
use store::views::territory::{self, Asked};

use crate::two_towns::both;

/// The region follows the collectivity of the commune.
pub(crate) async fn follows(region: &Town, commune: &Town) {
    let address = format!("{}/actors/collectivite", commune.app.links.origin());
    actions::abroad::follow_address(&region.app, Town::machine(), &address).await.unwrap();
    Town::settle(&[region, commune]).await;
}

/// What the index holds, by title.
pub(crate) async fn listed(town: &Town) -> Vec<Listing> {
    let now = town.now();
    let asked = Asked { when: territory::When::All, ..Asked::default() };
    let mut rows: Vec<Listing> = town
        .app
        .store
        .read(move |db| territory::list(db, &asked, now, 0, 200))
        .await
        .unwrap()
        .rows
        .into_iter()
        .map(|row| row.listing)
        .collect();
    rows.sort_by(|one, other| one.title.cmp(&other.title));
    rows
}

async fn titles(town: &Town) -> Vec<String> {
    listed(town).await.into_iter().map(|listing| listing.title).collect()
}

/// The same without what is of this side only: what must be equal after everything was heard or read.
async fn content(town: &Town) -> Vec<Value> {
    let mut all = Vec::new();
    for listing in listed(town).await {
        let id = listing.id;
        let parts = town.app.store.read(move |db| territory::parts(db, &[id])).await.unwrap();
        let phases: Vec<_> = parts
            .0
            .iter()
            .map(|phase| json!([phase.kind, phase.name, phase.opens_at.0.to_string(), phase.closes_at.0.to_string()]))
            .collect();
        let themes: Vec<_> = parts.1.iter().map(|theme| theme.name.clone()).collect();
        all.push(json!([
            listing.uri,
            listing.title,
            listing.teaser,
            listing.url,
            listing.group_uri,
            listing.lang,
            listing.opens_at.0.to_string(),
            listing.closes_at.0.to_string(),
            listing.published_at.0.to_string(),
            listing.edited_at.map(|at| at.0.to_string()),
            format!("{:?}", listing.figures()),
            phases,
            themes
        ]));
    }
    all
}

async fn source_of(region: &Town, commune: &Town) -> Option<(Uid, sources::Source)> {
    let uri = commune.app.links.actor("collectivite");
    let read = region.app.store.read(move |db| {
        let Some(id) = store::remote_actors::by_uri(db, &uri)? else { return Ok::<_, store::Error>(None) };
        Ok(sources::find(db, id)?.map(|source| (id, source)))
    });
    read.await.unwrap()
}

/// Reads what the hourly sweep would have read by now.
pub(crate) async fn sweep(town: &Town, with: &[&Town]) {
    actions::jobs::schedule_sweep(&town.app).await.unwrap();
    let mut all = vec![town];
    all.extend(with);
    Town::settle(&all).await;
}

async fn set_themes(town: &Town, slug: &str, names: &[&str]) {
    let themes = names.iter().map(|name| ThemeForm { name: (*name).to_owned(), ..ThemeForm::default() }).collect();
    actions::consultations::set_themes(&town.app, Town::machine(), slug, themes).await.unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_region_lists_what_its_commune_opens_and_changes() {
    for (commune, region) in both().await {
        commune.consultation("parc").await;
        follows(&region, &commune).await;
        assert_eq!(titles(&region).await, ["Consultation parc"], "what was open before is read once");
        commune.consultation("halle").await;
        set_themes(&commune, "halle", &["Transports"]).await;
        Town::settle(&[&commune, &region]).await;
        assert_eq!(titles(&region).await, ["Consultation halle", "Consultation parc"], "what opens is heard of");
        let halle = listed(&region).await.remove(0);
        assert!(halle.url.ends_with("/c/halle") && halle.group_uri.as_deref() == Some(commune.app.links.actor("halle").as_str()));
        assert_eq!(halle.participants, None, "a number of few persons never leaves");
        assert_eq!(halle.contributions, Some(0));
        let parts = region.app.store.read(move |db| territory::parts(db, &[halle.id])).await.unwrap();
        let mut themes: Vec<&str> = parts.1.iter().map(|theme| theme.key.as_str()).collect();
        themes.sort_unstable();
        assert_eq!(themes, ["ecoles", "rues", "transports"]);
        assert!(!parts.0.is_empty());
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_document_of_a_commune_says_what_lists_need() {
    let commune = Town::on_the_network().await;
    commune.consultation("parc").await;
    let get = |path: String| {
        let mut reader = commune.visitor();
        async move {
            let request = http::Request::get(path).header("accept", "application/activity+json").body(axum::body::Body::empty()).unwrap();
            serde_json::from_slice::<Value>(&reader.send(request).await.bytes).unwrap()
        }
    };
    let actor = get("/actors/collectivite".to_owned()).await;
    assert_eq!(actor["parvis:comparable"], false);
    let collection = get("/actors/collectivite/consultations".to_owned()).await;
    assert_eq!((&collection["type"], &collection["totalItems"]), (&json!("OrderedCollection"), &json!(1)));
    let page = get("/actors/collectivite/consultations?after=".to_owned()).await;
    assert_eq!(page["orderedItems"][0]["name"], "Consultation parc");
    assert_eq!(page["orderedItems"][0]["content"], Value::Null, "the words stay where they are");
    assert_eq!(page["next"], Value::Null);
    let id = page["orderedItems"][0]["id"].as_str().unwrap().to_owned();
    let whole = get(id.strip_prefix(commune.app.links.origin()).unwrap().to_owned()).await;
    for said in ["parvis:phases", "parvis:figures", "startTime", "endTime", "location", "published", "updated", "name", "audience"] {
        assert_eq!(whole[said], page["orderedItems"][0][said], "{said}");
    }
}

/// A third town, on the same database as the pair with this number.
pub(crate) async fn third(index: usize) -> Town {
    if index == 0 { Town::on_the_network().await } else { Town::on_the_network_with_postgres().await.unwrap() }
}

/// Runs a statement on a town's database, as no action would.
async fn meddle(town: &Town, sql: &'static str) {
    town.app.store.write(move |db| store::testing::run(db, sql)).await.unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_week_of_lost_activities_leaves_no_trace() {
    for (index, (commune, region)) in both().await.into_iter().enumerate() {
        for slug in ["parc", "halle", "ecole", "place"] {
            commune.consultation(slug).await;
        }
        follows(&region, &commune).await;
        assert_eq!(titles(&region).await.len(), 4);
        // Another region that hears of nothing but what it reads later is what the first must equal in the end.
        commune.wait(SignedDuration::from_hours(1));
        commune.consultation("gare").await;
        set_themes(&commune, "parc", &["Nature"]).await;
        commune.set_remote_voices("halle", "refused").await;
        meddle(
            &commune,
            "UPDATE consultation SET title = 'La halle change', edited_at = (SELECT max(edited_at) FROM consultation) WHERE slug = 'halle'",
        )
        .await;
        meddle(&commune, "UPDATE consultation SET participant_count = 42, contribution_count = 17 WHERE slug = 'ecole'").await;
        meddle(&commune, "UPDATE consultation SET published_at = NULL WHERE slug = 'place'").await;
        while commune.fed.tell_news().await.unwrap() > 0 {}
        meddle(&commune, "DELETE FROM delivery").await;
        for town in [&commune, &region] {
            town.wait(SignedDuration::from_hours(7 * 24));
        }
        assert_eq!(titles(&region).await.len(), 4, "nothing was heard of");
        sweep(&region, &[&commune]).await;
        assert_eq!(titles(&region).await, ["Consultation ecole", "Consultation gare", "Consultation parc", "La halle change"]);
        let newcomer = third(index).await;
        newcomer.wait(SignedDuration::from_hours(7 * 24 + 1));
        follows(&newcomer, &commune).await;
        assert_eq!(content(&region).await, content(&newcomer).await, "both say the same");
        let ecole = listed(&region).await.remove(0);
        assert_eq!((ecole.participants, ecole.contributions), (Some(42), Some(17)), "figures come with the collection");
        let (_, source) = source_of(&region, &commune).await.unwrap();
        assert!(source.checked_at.is_some() && source.round_at.is_none() && source.next_at.0 > region.now());
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_long_collection_is_read_in_pages_and_goes_on_where_it_stopped() {
    for (commune, region) in both().await {
        for n in 0..53 {
            commune.consultation(&format!("c{n:02}")).await;
        }
        meddle(&commune, "DELETE FROM activity WHERE kind = 'Create'").await;
        follows(&region, &commune).await;
        assert_eq!(titles(&region).await.len(), 53);
        // Out of reach in the middle of a reading: what is listed stays, and the rest is read when it is back.
        let (id, _) = source_of(&region, &commune).await.unwrap();
        let last = listed(&region).await.into_iter().map(|listing| listing.uri).max().unwrap();
        let next = format!("{}/consultations?after={}", commune.app.links.actor("collectivite"), last.rsplit('/').next().unwrap());
        let since = store::At(region.now() - SignedDuration::from_hours(1));
        region.app.store.write(move |db| sources::go_on(db, id, since, 2, &next)).await.unwrap();
        commune.go_down();
        region.wait(SignedDuration::from_hours(26));
        sweep(&region, &[]).await;
        assert_eq!(titles(&region).await.len(), 53, "what cannot be read is not gone");
        commune.come_back();
        commune.wait(SignedDuration::from_hours(26));
        region.wait(SignedDuration::from_mins(10));
        Town::settle(&[&region, &commune]).await;
        assert_eq!(titles(&region).await.len(), 53);
        let (_, source) = source_of(&region, &commune).await.unwrap();
        assert_eq!(
            (source.round_at, source.round_pages, source.checked_at),
            (None, 0, Some(store::At(region.now()))),
            "it went on from there"
        );
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_is_not_followed_or_allowed_any_more_is_not_listed() {
    for (commune, region) in both().await {
        commune.consultation("parc").await;
        follows(&region, &commune).await;
        let (id, _) = source_of(&region, &commune).await.unwrap();
        let ours = region.app.instance().await.unwrap().collectivity_id;
        actions::abroad::stop(&region.app, Town::machine(), ours.to(), id.to()).await.unwrap();
        assert!(titles(&region).await.is_empty() && source_of(&region, &commune).await.is_none(), "not followed any more");
        Town::settle(&[&region, &commune]).await;
        follows(&region, &commune).await;
        assert_eq!(titles(&region).await, ["Consultation parc"]);
        let host = commune.app.links.origin().trim_start_matches("http://").to_owned();
        actions::abroad::rule(&region.app, Town::machine(), &host, store::peers::HostRule::Blocked, "").await.unwrap();
        assert!(titles(&region).await.is_empty(), "blocked");
        region.wait(SignedDuration::from_hours(26));
        sweep(&region, &[&commune]).await;
        assert!(titles(&region).await.is_empty(), "and it stays so");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_shared_is_the_address_and_can_be_taken_back() {
    for (index, (commune, region)) in both().await.into_iter().enumerate() {
        let state = third(index).await;
        commune.consultation("parc").await;
        follows(&region, &commune).await;
        follows(&state, &region).await;
        let listing = listed(&region).await.remove(0);
        actions::abroad::share(&region.app, Town::machine(), listing.id).await.unwrap();
        assert!(actions::abroad::share(&region.app, Town::machine(), listing.id).await.is_err(), "once");
        Town::settle(&[&region, &state, &commune]).await;
        let heard = state.app.store.read(|db| store::mirrored::recent(db, None, 50, 0)).await.unwrap();
        assert_eq!(
            heard.iter().map(|row| (row.mirrored.title.as_str(), row.mirrored.uri.as_str())).collect::<Vec<_>>(),
            [("Consultation parc", listing.uri.as_str())]
        );
        assert!(heard[0].mirrored.author_id != Some(heard[0].mirrored.via_id), "it stays the commune's");
        assert!(titles(&state).await.is_empty(), "who passes something on does not speak for it");
        actions::abroad::unshare(&region.app, Town::machine(), listing.id).await.unwrap();
        Town::settle(&[&region, &state]).await;
        assert_eq!(state.app.store.read(|db| store::mirrored::count(db, None)).await.unwrap(), 0);
        // What is shared and then goes at its origin is shared no more.
        actions::abroad::share(&region.app, Town::machine(), listing.id).await.unwrap();
        Town::settle(&[&region, &state, &commune]).await;
        assert_eq!(state.app.store.read(|db| store::mirrored::count(db, None)).await.unwrap(), 1);
        meddle(&commune, "UPDATE consultation SET published_at = NULL").await;
        for town in [&commune, &region, &state] {
            town.wait(SignedDuration::from_hours(26));
        }
        sweep(&region, &[&commune, &state]).await;
        assert!(titles(&region).await.is_empty());
        assert_eq!(state.app.store.read(|db| store::mirrored::count(db, None)).await.unwrap(), 0);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_commune_says_where_it_is_and_whether_it_may_be_compared() {
    for (commune, region) in both().await {
        commune.consultation("parc").await;
        follows(&region, &commune).await;
        let (_, before) = source_of(&region, &commune).await.unwrap();
        assert!(!before.comparable && before.latitude.is_none());
        actions::abroad::allow_comparison(&commune.app, Town::machine(), true).await.unwrap();
        commune
            .identify(|form| {
                form.insee_code = "59350".to_owned();
                (form.latitude, form.longitude) = ("50,63".to_owned(), "3,06".to_owned());
            })
            .await;
        Town::settle(&[&commune, &region]).await;
        let (_, after) = source_of(&region, &commune).await.unwrap();
        assert_eq!((after.comparable, after.kind.as_str(), after.insee_code.as_deref()), (true, "commune", Some("59350")));
        assert_eq!(after.latitude, Some(50.63));
        actions::abroad::allow_comparison(&commune.app, Town::machine(), false).await.unwrap();
        Town::settle(&[&commune, &region]).await;
        assert!(!source_of(&region, &commune).await.unwrap().1.comparable);
    }
}
