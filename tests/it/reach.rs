//! How far a consultation reaches: three towns, of which one is recognised and one is a stranger, and what each of them has, is refused and loses.

use crate::region;
use crate::two_towns::{heard, propose};
use domain::reach::Reach;
use rig::{Town, on_both_databases};
use store::trust::{Answer, Proposal, Territory};
use store::{At, Uid};

/// A commune with a consultation of this reach, the region that it recognises, and a stranger; both follow what they can.
pub(crate) struct Three {
    pub(crate) commune: Town,
    pub(crate) region: Town,
    pub(crate) stranger: Town,
}

/// Three towns on the network, on each database.
pub(crate) async fn each_database() -> Vec<(Town, Town, Town)> {
    let mut all = vec![(Town::on_the_network().await, Town::on_the_network().await, Town::on_the_network().await)];
    if let (Some(one), Some(two), Some(three)) =
        (Town::on_the_network_with_postgres().await, Town::on_the_network_with_postgres().await, Town::on_the_network_with_postgres().await)
    {
        all.push((one, two, three));
    }
    all
}

pub(crate) fn host(town: &Town) -> String {
    town.app.links.origin().trim_start_matches("http://").to_owned()
}

/// One town recognises the other, as the exchange of both leaves it.
pub(crate) async fn recognise(one: &Town, other: &Town) {
    let collectivity = other.app.links.actor("collectivite");
    one.fed.refresh_actor(&collectivity).await.unwrap();
    let (now, id) = (At(one.now()), Uid(one.app.new_id::<uuid::Uuid>()));
    let made = one.app.store.write(move |db| {
        let actor_id = store::remote_actors::by_uri(db, &collectivity)?.expect("known by now");
        let uri = format!("{collectivity}#recognition");
        let new = Proposal { id, uri: &uri, actor_id, at: now, made_by: None };
        store::trust::keep_proposal(db, &new, None)?;
        let found = store::trust::find(db, &uri)?.expect("kept");
        let answer = Answer { uri: "https://x.example/answer", at: now, made_by: None };
        store::trust::accept(db, found.id, &answer, Some((&Territory { kind: "region".to_owned(), ..Territory::default() }, "{}")))
    });
    assert!(made.await.unwrap());
}

impl Three {
    /// The consultation `parc` of the commune, and everybody who wants to follow it.
    pub(crate) async fn meet((commune, region, stranger): (Town, Town, Town), reach: Reach) -> Self {
        recognise(&commune, &region).await;
        commune.draft("parc").await;
        actions::consultations::set_reach(&commune.app, Town::machine(), "parc", reach).await.unwrap();
        actions::consultations::publish(&commune.app, Town::machine(), "parc").await.unwrap();
        for other in [&region, &stranger] {
            for address in [format!("@parc@{}", host(&commune)), commune.app.links.actor("collectivite")] {
                actions::abroad::follow_address(&other.app, Town::machine(), &address).await.unwrap();
            }
        }
        let three = Self { commune, region, stranger };
        three.settle().await;
        three.commune.citizen("Ana").await;
        three
    }

    pub(crate) async fn settle(&self) {
        Town::settle(&[&self.commune, &self.region, &self.stranger]).await;
    }

    /// What each of the others heard of.
    pub(crate) async fn heard(&self) -> [Vec<String>; 2] {
        [heard(&self.region).await, heard(&self.stranger).await]
    }

    /// How much one of them has noted of the commune, the presentation of the consultation included.
    async fn noted(&self, other: &Town) -> i64 {
        other.app.store.read(|db| store::mirrored::count(db, None)).await.unwrap()
    }

    pub(crate) async fn narrow(&self, reach: Reach) {
        actions::consultations::set_reach(&self.commune.app, Town::machine(), "parc", reach).await.unwrap();
        self.settle().await;
    }

    /// What somebody who does not sign gets at an address of the commune.
    pub(crate) async fn at(&self, address: &str) -> rig::Answer {
        let path = address.trim_start_matches(self.commune.app.links.origin()).to_owned();
        crate::effects::scene::activity_at(&self.commune, &path).await
    }
}

/// Whether a town can read an address of the commune, signing for itself.
pub(crate) async fn reads(town: &Town, address: &str) -> bool {
    let signers = town.fed.instance_signers().await.unwrap();
    let url = url::Url::parse(address).unwrap();
    town.fed.client.document(&url, Some(&signers.rsa), federation::signature::Scheme::Cavage, town.now()).await.is_ok()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn here_only_nothing_leaves_and_nobody_elsewhere_can_know() {
    for towns in each_database().await {
        let three = Box::pin(Three::meet(towns, Reach::Here)).await;
        let ana = three.commune.viewer("ana@example.org").await;
        three.commune.agrees(ana, "Ana").await;
        let id = propose(&three.commune, ana, "Un banc sous le tilleul").await;
        three.settle().await;
        let nothing: Vec<String> = Vec::new();
        assert_eq!(three.heard().await, [nothing.clone(), nothing]);
        let links = &three.commune.app.links;
        for address in [
            links.object(id),
            links.actor("parc"),
            format!("{}/outbox", links.actor("parc")),
            format!("{}/replies", links.object(id)),
            format!("{}/context", links.object(id)),
            links.absolute(&format!("/.well-known/webfinger?resource=acct:parc@{}", host(&three.commune))),
        ] {
            assert_eq!(three.at(&address).await.status, 404, "{address}");
            assert!(!reads(&three.region, &address).await, "{address}");
        }
        let mut said = String::new();
        for actor in ["collectivite", "ana"] {
            said += &three.at(&format!("{}/outbox", links.actor(actor))).await.body;
        }
        assert!(!said.contains("tilleul") && !said.contains("Consultation parc"), "{said}");
        // People read it, and are told that it stays.
        let mut browser = three.commune.visitor();
        browser.see(&format!("/c/parc/p/{id}")).await.says("Un banc sous le tilleul").keeps_quiet_about("activity+json");
        browser.see("/c/parc").await.keeps_quiet_about("activity+json").keeps_quiet_about("Suivre depuis le fédivers");
        let mut ana = three.commune.citizen("Zoé").await;
        ana.see("/c/parc/new?kind=proposal").await.says("rien n’en part vers d’autres serveurs");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_network_has_it_and_a_stranger_has_nothing() {
    for towns in each_database().await {
        let three = Box::pin(Three::meet(towns, Reach::Network)).await;
        let ana = three.commune.viewer("ana@example.org").await;
        three.commune.agrees(ana, "Ana").await;
        let id = propose(&three.commune, ana, "Un banc sous le tilleul").await;
        three.settle().await;
        assert_eq!(three.heard().await, [vec!["Un banc sous le tilleul".to_owned()], Vec::new()]);
        let links = &three.commune.app.links;
        for address in
            [links.object(id), links.actor("parc"), format!("{}/outbox", links.actor("parc")), format!("{}/replies", links.object(id))]
        {
            let answer = three.at(&address).await;
            assert_eq!(answer.status, 401, "{address}");
            assert!(answer.headers.contains_key("accept-signature"));
            assert!(reads(&three.region, &address).await, "{address}");
            assert!(!reads(&three.stranger, &address).await, "{address}");
        }
        // Whoever looks through what Ana and the collectivity say finds nothing of it either.
        let name = ana.actor.unwrap();
        let name = three.commune.app.store.read(move |db| store::actors::find(db, Uid::of(name))).await.unwrap().unwrap().username;
        for actor in ["collectivite", name.as_str()] {
            let outbox = three.at(&format!("{}/outbox", links.actor(actor))).await;
            assert_eq!(outbox.status, 200, "{actor}");
            assert!(!outbox.body.contains("tilleul") && !outbox.body.contains("Consultation parc"), "{}", outbox.body);
        }
        // Voices come from the network only.
        let before = three.commune.app.store.read(move |db| store::contributions::find(db, Uid::of(id))).await.unwrap().unwrap();
        assert_eq!(before.remote_support_count, 0);
        let far = rig::Stranger::start().await;
        let bo = far.person("bo");
        let like = serde_json::json!({"type": "Like", "id": far.at("/likes/1"), "actor": far.at("/users/bo"), "object": links.object(id)});
        assert_eq!(far.post(&three.commune, &bo, &like).await.status, 403);
        let follow =
            serde_json::json!({"type": "Follow", "id": far.at("/follows/1"), "actor": far.at("/users/bo"), "object": links.actor("parc")});
        assert_eq!(far.post(&three.commune, &bo, &follow).await.status, 403);
        // The administrators' list is part of the network.
        let known = far.origin.trim_start_matches("http://").to_owned();
        actions::abroad::rule(&three.commune.app, Town::machine(), &known, store::peers::HostRule::Allowed, "").await.unwrap();
        three.commune.fed.policy.forget();
        assert_eq!(far.post(&three.commune, &bo, &like).await.status, 202);
        let after = three.commune.app.store.read(move |db| store::contributions::find(db, Uid::of(id))).await.unwrap().unwrap();
        assert_eq!(after.remote_support_count, 1);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_becomes_narrower_is_taken_back_from_where_it_may_not_be() {
    for towns in each_database().await {
        let three = Box::pin(Three::meet(towns, Reach::Fediverse)).await;
        let ana = three.commune.viewer("ana@example.org").await;
        let id = propose(&three.commune, ana, "Un banc sous le tilleul").await;
        three.settle().await;
        let bench = vec!["Un banc sous le tilleul".to_owned()];
        assert_eq!(three.heard().await, [bench.clone(), bench.clone()]);
        three.narrow(Reach::Network).await;
        assert_eq!(three.heard().await, [bench, Vec::new()]);
        assert_eq!((three.noted(&three.region).await, three.noted(&three.stranger).await), (2, 0), "the presentation too");
        assert_eq!(three.at(&three.commune.app.links.object(id)).await.status, 401);
        propose(&three.commune, ana, "Une fontaine").await;
        three.settle().await;
        let [mut region, stranger] = three.heard().await;
        region.sort();
        assert_eq!((region, stranger), (vec!["Un banc sous le tilleul".to_owned(), "Une fontaine".to_owned()], Vec::new()));
        let back = actions::consultations::set_reach(&three.commune.app, Town::machine(), "parc", Reach::Fediverse).await;
        assert!(matches!(back, Err(actions::Error::Refused(domain::refusal::Refusal::Settled))), "never wider again");
        three.narrow(Reach::Here).await;
        assert_eq!(three.heard().await, [Vec::<String>::new(), Vec::new()]);
        assert_eq!((three.noted(&three.region).await, three.noted(&three.stranger).await), (0, 0));
        assert_eq!(three.at(&three.commune.app.links.object(id)).await.status, 410);
        assert_eq!(three.at(&three.commune.app.links.actor("parc")).await.status, 410);
        three.commune.visitor().see(&format!("/c/parc/p/{id}")).await.says("Un banc sous le tilleul");
        let waiting = three.commune.app.store.read(store::deliveries::depth).await.unwrap();
        assert_eq!((waiting.0, waiting.1), (0, 0));
    }
}

/// What the others list, by title.
async fn lists(three: &Three) -> [Vec<String>; 2] {
    let titles = |listed: Vec<store::listings::Listing>| listed.into_iter().map(|listing| listing.title).collect();
    [titles(region::listed(&three.region).await), titles(region::listed(&three.stranger).await)]
}

/// A day later everybody has read the collections of those whom they follow.
async fn day_later(three: &Three) {
    for town in [&three.commune, &three.region, &three.stranger] {
        town.wait(jiff::SignedDuration::from_hours(26));
    }
    for town in [&three.region, &three.stranger] {
        region::sweep(town, &[&three.commune]).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_consultation_is_listed_where_it_may_be_known() {
    for towns in each_database().await {
        let three = Box::pin(Three::meet(towns, Reach::Fediverse)).await;
        let parc = vec!["Consultation parc".to_owned()];
        assert_eq!(lists(&three).await, [parc.clone(), parc.clone()]);
        let collection = format!("{}/consultations", three.commune.app.links.actor("collectivite"));
        three.narrow(Reach::Network).await;
        assert_eq!(lists(&three).await, [parc.clone(), Vec::new()]);
        day_later(&three).await;
        assert_eq!(lists(&three).await, [parc, Vec::new()], "the region reads it again, having signed; the stranger does not");
        assert!(three.at(&collection).await.body.contains("\"totalItems\":0"), "and nobody else either");
        assert!(!three.at(&format!("{collection}?after=")).await.body.contains("parc"));
        three.narrow(Reach::Here).await;
        assert_eq!(lists(&three).await, [Vec::<String>::new(), Vec::new()]);
        day_later(&three).await;
        assert_eq!(lists(&three).await, [Vec::<String>::new(), Vec::new()]);
    }
}

on_both_databases! {
    async fn an_agent_chooses_with_the_consequences_in_view(town: Town) {
        town.draft("parc").await;
        let mut agent = town.somebody("Agent", domain::actor::Role::Agent).await;
        let editor = "/admin/consultations/parc";
        let page = agent.see(editor).await;
        page.says("Jusqu’où va cette consultation").says("Rien ne part.").says("Le réseau des territoires");
        assert_eq!(agent.post(editor, "/admin/consultations/parc/reach", &[("reach", "here")]).await.status, 303);
        assert_eq!(agent.post(editor, "/admin/consultations/parc/reach", &[("reach", "network")]).await.status, 303, "a draft may become wider");
        assert_eq!(agent.post(editor, "/admin/consultations/parc/reach", &[("reach", "everywhere")]).await.status, 404);
        actions::consultations::publish(&town.app, Town::machine(), "parc").await.unwrap();
        agent.see(editor).await.says("jamais plus loin").keeps_quiet_about("Tous peuvent y participer");
        assert_eq!(agent.post(editor, "/admin/consultations/parc/reach", &[("reach", "fediverse")]).await.status, 409);
        assert_eq!(agent.post(editor, "/admin/consultations/parc/reach", &[("reach", "here")]).await.status, 303);
        agent.see(editor).await.says("ni revenir en arrière");
        let mut citizen = town.citizen("Ana").await;
        assert_eq!(citizen.post("/c/parc", "/admin/consultations/parc/reach", &[("reach", "here")]).await.status, 404);
    }
}
