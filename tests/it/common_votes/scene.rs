//! The State, a commune and a region: the State's consultation is carried by both, and a vote of it is open in all three.

use actions::votes::{Draft, DraftOption, Loaded, Outcome, Voter};
use deliberation::ballot::Ballot;
use deliberation::verdict::Counting;
use domain::carrying::{CallState, Called, CarriedState, CarrierState};
use domain::id::{ActorId, BoxId};
use domain::risk::Grid;
use domain::vote::{BoxKind, Level};
use federation::proof;
use jiff::SignedDuration;
use parvis::commands::recount::{Said, Sources, examine_with};
use rig::Town;
use rig::stranger::deliver;
use serde_json::{Value, json};
use std::path::PathBuf;
use store::carried::{Call, Carried};
use store::carrying::{Carrier, Offered};
use store::tallies::Kept;
use store::{At, Uid};

/// The slug of the consultation, the same everywhere.
const SLUG: &str = "parc";

pub(crate) struct Scene {
    pub(crate) state: Town,
    pub(crate) commune: Town,
    pub(crate) region: Town,
    /// The box at the organiser.
    pub(crate) vote: Uid,
    form: String,
}

/// A scene on each database, with a vote of five hours.
pub(crate) async fn scenes(form: &str, rule: &str) -> Vec<Scene> {
    scenes_of(form, rule, SignedDuration::from_hours(5)).await
}

/// The same, with a vote that opens in twelve hours and is open for thirty.
pub(crate) async fn scenes_later(form: &str, rule: &str) -> Vec<Scene> {
    Box::pin(scenes_at(form, rule, (SignedDuration::from_hours(12), SignedDuration::from_hours(42)))).await
}

/// The same, with a vote of this length.
pub(crate) async fn scenes_of(form: &str, rule: &str, length: SignedDuration) -> Vec<Scene> {
    Box::pin(scenes_at(form, rule, (SignedDuration::ZERO, length))).await
}

async fn scenes_at(form: &str, rule: &str, length: (SignedDuration, SignedDuration)) -> Vec<Scene> {
    let mut towns = vec![(Town::on_the_network().await, Town::on_the_network().await, Town::on_the_network().await)];
    let more = (
        Town::on_the_network_with_postgres().await,
        Town::on_the_network_with_postgres().await,
        Town::on_the_network_with_postgres().await,
    );
    if let (Some(state), Some(commune), Some(region)) = more {
        towns.push((state, commune, region));
    }
    let mut scenes = Vec::new();
    for (state, commune, region) in towns {
        scenes.push(Box::pin(Scene::open((state, commune, region), form, rule.parse().unwrap(), length)).await);
    }
    scenes
}

/// Counts a file again.
pub(crate) fn recount(file: &Value, sources: &Sources) -> Said {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("whole.json");
    std::fs::write(&path, file.to_string()).unwrap();
    // A command has a runtime of its own.
    let sources = sources.clone();
    std::thread::spawn(move || examine_with(&path, &sources)).join().unwrap()
}

fn with_type(mut headers: http::HeaderMap) -> http::HeaderMap {
    headers.insert("content-type", "application/activity+json".parse().unwrap());
    headers
}

pub(crate) fn collectivity(town: &Town) -> String {
    format!("{}/actors/collectivite", town.app.links.origin())
}

impl Scene {
    async fn open(
        (state, commune, region): (Town, Town, Town),
        form: &str,
        rule: Counting,
        length: (SignedDuration, SignedDuration),
    ) -> Self {
        for town in [&state, &commune, &region] {
            town.consultation(SLUG).await;
        }
        let group = format!("@{SLUG}@{}", state.app.links.origin().trim_start_matches("http://"));
        for carrier in [&commune, &region] {
            for address in [group.clone(), collectivity(&state)] {
                actions::abroad::follow_address(&carrier.app, Town::machine(), &address).await.unwrap();
            }
            actions::abroad::follow_address(&state.app, Town::machine(), &collectivity(carrier)).await.unwrap();
        }
        Town::settle(&[&state, &commune, &region]).await;
        let mut scene = Self { state, commune, region, vote: Uid(uuid::Uuid::nil()), form: form.to_owned() };
        scene.offer().await;
        scene.carry(&scene.commune).await;
        // So that they stand in this order.
        for town in [&scene.state, &scene.commune, &scene.region] {
            town.wait(SignedDuration::from_secs(1));
        }
        scene.carry(&scene.region).await;
        scene.vote = scene.draft(rule, length).await;
        actions::votes::publish(&scene.state.app, Town::machine(), scene.vote.to()).await.unwrap();
        scene.settle().await;
        scene
    }

    async fn offer(&self) {
        let now = At(self.state.now());
        let write = self.state.app.store.write(move |db| {
            let consultation = store::consultations::by_slug(db, SLUG)?.unwrap();
            let offered = Offered {
                consultation_id: consultation.id,
                reach: Called::Chosen.code().to_owned(),
                rules: String::new(),
                offered_by: None,
                offered_at: now,
                changed_at: now,
                withdrawn_at: None,
            };
            store::carrying::offer(db, &offered)
        });
        write.await.unwrap();
    }

    /// Who may carry it.
    pub(crate) async fn reach(&self, code: &'static str) {
        let write = self.state.app.store.write(move |db| {
            let consultation = store::consultations::by_slug(db, SLUG)?.unwrap();
            let offered = store::carrying::offered(db, consultation.id)?.unwrap();
            store::carrying::offer(db, &Offered { reach: code.to_owned(), ..offered })
        });
        write.await.unwrap();
    }

    /// How a carrier stands at the organiser.
    pub(crate) async fn stands(&self, carrier: &Town, code: &'static str) {
        let (actor, now) = (actor_at(&self.state, collectivity(carrier)).await, At(self.state.now()));
        let write = self.state.app.store.write(move |db| {
            let consultation = store::consultations::by_slug(db, SLUG)?.unwrap();
            let carrier = Carrier {
                consultation_id: consultation.id,
                actor_id: actor,
                state: code.to_owned(),
                page: None,
                activity: None,
                since: now,
                joined_at: Some(now),
                left_at: None,
            };
            store::carrying::set_carrier(db, &carrier)
        });
        write.await.unwrap();
    }

    async fn carry(&self, carrier: &Town) {
        self.stands(carrier, CarrierState::Joined.code()).await;
        let organiser = actor_at(carrier, collectivity(&self.state)).await;
        let group = actor_at(carrier, format!("{}/actors/{SLUG}", self.state.app.links.origin())).await;
        let (now, uri) = (At(carrier.now()), format!("{}/calls/1", self.state.app.links.origin()));
        let id = Uid(uuid::Uuid::from_u128(77));
        let write = carrier.app.store.write(move |db| {
            let consultation = store::consultations::by_slug(db, SLUG)?.unwrap();
            let call = Call {
                id,
                page: uri.clone(),
                uri,
                organiser_id: organiser,
                group_id: group,
                title: "Consultation".to_owned(),
                state: CallState::Open.code().to_owned(),
                teaser: String::new(),
                introduction: String::new(),
                stakes: String::new(),
                settled: String::new(),
                open_points: String::new(),
                input_use: String::new(),
                participation: "consultation".to_owned(),
                organiser: String::new(),
                places: "never".to_owned(),
                lang: "fr".to_owned(),
                support_threshold: 3,
                rules: String::new(),
                reach: domain::reach::Reach::Fediverse.code().to_owned(),
                changed_at: now,
                heard_at: now,
            };
            store::carried::hear(db, &call)?;
            let carried = Carried {
                consultation_id: consultation.id,
                call_id: id,
                state: CarriedState::Joined.code().to_owned(),
                activity: "https://example.org/1".to_owned(),
                introduction: String::new(),
                revision: None,
                asked_at: now,
                joined_at: Some(now),
                left_at: None,
                read_at: None,
            };
            store::carried::set(db, &carried)
        });
        write.await.unwrap();
    }

    async fn draft(&self, rule: Counting, (opens, closes): (SignedDuration, SignedDuration)) -> Uid {
        let money = matches!(rule, Counting::Budget(_));
        let form: deliberation::ballot::Form = self.form.parse().unwrap();
        let option = |(title, cost): (&str, i64)| DraftOption { cost: if money { cost } else { 0 }, ..DraftOption::free(title.to_owned()) };
        let now = self.state.now();
        let draft = Draft {
            kind: if money { BoxKind::Budget } else { BoxKind::Poll },
            title: "Où planter les arbres ?".to_owned(),
            description: String::new(),
            form,
            rule,
            budget: if money { 30_000 } else { 0 },
            levels: vec![Level::Confirmed, Level::Verified],
            options: if form.has_options() {
                [("La place", 20_000), ("Le quai", 9_000), ("L’école", 8_000)].map(option).to_vec()
            } else {
                Vec::new()
            },
            opens_at: At(now + opens),
            closes_at: At(now + closes),
            live: true,
            revote: true,
            quorum: 0,
            population: 0,
            population_source: String::new(),
            grid: Some(Grid::usual()),
        };
        Uid::of(actions::votes::draft(&self.state.app, Town::machine(), SLUG, draft, None).await.unwrap())
    }

    pub(crate) async fn settle(&self) {
        Town::settle(&[&self.state, &self.commune, &self.region]).await;
    }

    /// The box of the vote in a town.
    pub(crate) async fn box_at(&self, town: &Town) -> Uid {
        let uri = format!("{}/votes/{}", self.state.app.links.origin(), self.vote.0);
        town.app.store.read(move |db| store::tallies::by_uri(db, &uri)).await.unwrap().expect("it is held here").box_id
    }

    pub(crate) async fn loaded(&self, town: &Town, id: Uid) -> Loaded {
        town.app.store.read(move |db| actions::votes::load(db, id)).await.unwrap()
    }

    /// So many vote at the State, in the commune and in the region.
    pub(crate) async fn votes(&self, state: usize, commune: usize, region: usize) {
        for (town, count) in [(&self.state, state), (&self.commune, commune), (&self.region, region)] {
            let id: BoxId = self.box_at(town).await.to();
            for number in 0..count {
                let actor = ActorId(uuid::Uuid::from_u128(u128::try_from(number).unwrap() + 1_000));
                let voter = Voter::Account { actor, level: Level::Confirmed };
                let outcome = actions::votes::cast(&town.app, voter, id, ballot(&self.form, number), None).await.unwrap();
                assert!(matches!(outcome, Outcome::Cast { .. }), "{outcome:?}");
            }
        }
    }

    /// The vote closes everywhere and all is told.
    pub(crate) async fn close(&self) {
        self.over().await;
    }

    pub(crate) async fn over(&self) {
        for town in [&self.state, &self.commune, &self.region] {
            town.wait(SignedDuration::from_hours(6));
        }
        self.settle().await;
    }

    /// The same, while one of them does not work.
    pub(crate) async fn over_without(&self, asleep: &Town) {
        let awake: Vec<&Town> =
            [&self.state, &self.commune, &self.region].into_iter().filter(|town| !std::ptr::eq(*town, asleep)).collect();
        asleep.go_down();
        for town in [&self.state, &self.commune, &self.region] {
            town.wait(SignedDuration::from_hours(6));
        }
        Town::settle(&awake).await;
        asleep.come_back();
    }

    /// Days pass, with what is to be done on each.
    pub(crate) async fn days(&self, days: i64) {
        for _quarter in 0..days * 4 {
            for town in [&self.state, &self.commune, &self.region] {
                town.wait(SignedDuration::from_hours(6));
            }
            self.settle().await;
        }
    }

    pub(crate) fn page(&self) -> String {
        format!("/c/{SLUG}/polls/{}", self.vote.0)
    }

    pub(crate) async fn page_at(&self, town: &Town) -> String {
        format!("/c/{SLUG}/polls/{}", self.box_at(town).await.0)
    }

    /// The file of the whole, through the door.
    pub(crate) async fn whole(&self) -> Value {
        let answer = self.state.visitor().see(&format!("{}/whole.json", self.page())).await;
        serde_json::from_str(&answer.body).unwrap()
    }

    pub(crate) fn sources(&self, offline: bool) -> Sources {
        Sources { files: Vec::new(), offline, private_networks: true }
    }

    /// What a stranger needs offline: the ballots and the documents of the collectivities.
    pub(crate) async fn files(&self) -> (tempfile::TempDir, Vec<PathBuf>) {
        let (folder, mut files) = (tempfile::tempdir().unwrap(), Vec::new());
        for (number, town) in [&self.state, &self.commune, &self.region].into_iter().enumerate() {
            let record = town.visitor().see(&format!("{}/record.json", self.page_at(town).await)).await.body;
            let request = http::Request::get(collectivity(town)).header("accept", "application/activity+json");
            let actor = town.visitor().send(request.body(axum::body::Body::empty()).unwrap()).await.body;
            for (kind, text) in [("record", record), ("actor", actor)] {
                let path = folder.path().join(format!("{kind}-{number}.json"));
                std::fs::write(&path, text).unwrap();
                files.push(path);
            }
        }
        (folder, files)
    }

    /// What is kept of other territories' words in a town.
    pub(crate) async fn kept(&self, town: &Town) -> Vec<Kept> {
        let (id, ours) = (self.box_at(town).await, town.app.instance().await.unwrap().collectivity_id);
        let kept = town.app.store.read(move |db| store::tallies::of_vote(db, id)).await.unwrap();
        kept.into_iter().filter(|kept| kept.carrier_id != ours).collect()
    }

    /// What a carrier said, as the organiser keeps it.
    pub(crate) async fn kept_of(&self, carrier: &Town) -> Vec<String> {
        let actor = actor_at(&self.state, collectivity(carrier)).await;
        self.kept(&self.state).await.into_iter().filter(|kept| kept.carrier_id == actor).map(|kept| kept.document).collect()
    }

    /// The signed tally of a carrier, at home.
    pub(crate) async fn own_tally(&self, carrier: &Town) -> String {
        let (id, ours) = (self.box_at(carrier).await, carrier.app.instance().await.unwrap().collectivity_id);
        carrier.app.store.read(move |db| store::tallies::of_carrier(db, id, ours)).await.unwrap().pop().expect("it is signed").document
    }

    /// Signs a document as a carrier.
    pub(crate) async fn sign(&self, carrier: &Town, document: &Value) -> Value {
        let ours = carrier.app.instance().await.unwrap().collectivity_id;
        let signers = carrier.fed.signers(ours.to(), &collectivity(carrier)).await.unwrap();
        proof::sign(document, &signers.ed25519, carrier.now()).unwrap()
    }

    /// Posts a document to the organiser as a carrier; gives the status.
    pub(crate) async fn post(&self, carrier: &Town, document: &Value) -> u16 {
        let ours = carrier.app.instance().await.unwrap().collectivity_id;
        let signers = carrier.fed.signers(ours.to(), &collectivity(carrier)).await.unwrap();
        let id = carrier.app.links.activity(carrier.app.new_id::<uuid::Uuid>());
        let activity = json!({
            "@context": "https://www.w3.org/ns/activitystreams", "id": id, "type": "Create", "actor": collectivity(carrier), "object": document
        });
        let body = activity.to_string().into_bytes();
        let inbox = url::Url::parse(&self.state.app.links.shared_inbox()).unwrap();
        let scheme = federation::signature::Scheme::Rfc9421;
        let kind = Some("application/activity+json");
        let headers = signers.ed25519.headers(scheme, &http::Method::POST, &inbox, kind, Some(&body), self.state.now()).unwrap();
        let headers = with_type(headers);
        deliver(&self.state, headers, body).await.status.as_u16()
    }
}

/// The ballot of a voter, by the form.
fn ballot(form: &str, number: usize) -> Ballot {
    let text = match form.split(' ').next().unwrap() {
        "choose-1" => format!("set:{}", number % 2 + 1),
        "knapsack" => ["set:1", "set:2,3", "set:1,3", "set:2"][number % 4].to_owned(),
        "ranking" => ["ranking:1,2,3", "ranking:3,1", "ranking:2,3,1"][number % 3].to_owned(),
        _ => ["stance:for", "stance:against", "stance:for", "stance:abstain"][number % 4].to_owned(),
    };
    text.parse().unwrap()
}

/// The id of a collectivity of another server, here.
pub(crate) async fn actor_at(here: &Town, uri: String) -> Uid {
    here.app.store.read(move |db| store::remote_actors::by_uri(db, &uri)).await.unwrap().expect("it is known")
}
