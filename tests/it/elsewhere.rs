//! The people's side of the door to other servers: whence each voice comes, counts apart, the way in from one's own server, and its back office.

use actions::abroad::{Arrival, Effect, Mirror, Target, Writing, receive};
use domain::actor::Role;
use domain::contribution::{Draft, Kind, RawDraft};
use domain::id::{ActorId, ContributionId};
use rig::home::{Home, Manner};
use rig::profile::profile;
use rig::{Citizen, Town, on_both_databases};
use sha2::{Digest as _, Sha256};
use store::mirrored::Mirrored;
use store::received::Digest;
use store::remote_actors::Profile;
use store::{At, Uid};

fn digest(address: &str) -> Digest {
    Sha256::digest(address.as_bytes()).into()
}

/// Somebody on another server, whose name is this.
async fn remote(town: &Town, username: &str, name: &str) -> ActorId {
    let uri = format!("https://far.example/users/{username}");
    let profile = Profile { display_name: name.to_owned(), ..profile("person", &uri) };
    actions::abroad::learn_actor(&town.app, profile).await.unwrap()
}

async fn arrives(town: &Town, actor: ActorId, id: &str, effect: Effect) {
    let arrival = Arrival { digest: digest(id), actor, host: "far.example".to_owned(), effect, answer: None };
    receive(&town.app, arrival).await.unwrap();
}

fn reply(note: &str, to: ContributionId, body: &str) -> Effect {
    let uri = format!("https://far.example/notes/{note}");
    Effect::Write(Box::new(Writing {
        digest: digest(&uri),
        uri,
        target: Target::Reply(to),
        draft: Draft::parse(Kind::Reply, &RawDraft { body, ..RawDraft::default() }).unwrap(),
        lang: "es".to_owned(),
        written_at: Some("2026-03-02T11:00:00Z".parse().unwrap()),
        changed_at: None,
        theme: None,
        is_carried: false,
    }))
}

/// A proposal of Ana, who lives here, with her browser.
async fn proposal(town: &Town) -> (ContributionId, Citizen) {
    town.consultation("parc").await;
    let browser = town.citizen("Ana").await;
    let viewer = town.viewer("ana@example.org").await;
    let draft = Draft::parse(Kind::Proposal, &RawDraft { title: "Un banc", body: "Sous le tilleul.", ..RawDraft::default() }).unwrap();
    (actions::contributions::publish(&town.app, viewer, "parc", draft, domain::lang::Lang::Fr).await.unwrap(), browser)
}

/// Something waits to be sent to another server.
async fn waits_for(town: &Town, host: &'static str) {
    let (id, now) = (Uid(town.app.new_id()), At(town.now()));
    let actor_id = town.app.instance().await.unwrap().collectivity_id;
    let activity = store::activities::Activity {
        id,
        actor_id,
        object_id: None,
        kind: "Follow".to_owned(),
        public: false,
        body: "{}".to_owned(),
        created_at: now,
    };
    let delivery = store::deliveries::NewDelivery {
        activity_id: id,
        actor_id,
        object_id: id,
        inbox: format!("https://{host}/inbox"),
        host: host.to_owned(),
        state: "ready",
        run_at: now,
        expires_at: At(town.now() + jiff::SignedDuration::from_hours(24)),
        created_at: now,
    };
    let queued = town.app.store.write(move |db| {
        store::activities::keep(db, &activity)?;
        store::deliveries::enqueue(db, &[delivery]).map(drop)
    });
    queued.await.unwrap();
}

/// The collectivity follows somebody elsewhere who published this.
async fn neighbour(town: &Town, number: usize, url: &str) -> ActorId {
    let region = remote(town, "region", "La Région").await;
    let ours: ActorId = town.app.instance().await.unwrap().collectivity_id.to();
    if number == 1 {
        actions::abroad::ask(&town.app, Town::machine(), ours, region).await.unwrap();
        arrives(town, region, "accept", Effect::Answer { follower: ours, accepted: true }).await;
    }
    let uri = format!("https://far.example/objects/{number}");
    let kept = Mirrored {
        id: Uid(town.app.new_id()),
        uri: uri.clone(),
        kind: "Page".to_owned(),
        author_id: None,
        via_id: Uid::of(region),
        title: format!("Le train du soir {number}"),
        excerpt: "Plus de trains <b>le soir</b>".to_owned(),
        url: url.to_owned(),
        lang: Some("fr".to_owned()),
        published_at: At(town.now()),
        edited_at: None,
        received_at: At(town.now()),
    };
    arrives(town, region, &uri, Effect::Mirror(Box::new(Mirror { kept, digest: digest(&uri), said: None, meeting: None }))).await;
    region
}

on_both_databases! {
    async fn a_voice_from_elsewhere_says_where_it_comes_from_and_counts_apart(town: Town) {
        let (id, _) = proposal(&town).await;
        let bo = remote(&town, "ana", "\u{202E}Bo\u{200B}").await;
        arrives(&town, bo, "create", reply("1", id, "Muy bien")).await;
        arrives(&town, bo, "like", Effect::Like { contribution: id }).await;
        let page = town.visitor().see(&format!("/c/parc/p/{id}")).await;
        page.says("Bo").says("@ana@far.example").says("autre serveur").says("Et 1 soutien venu d'autres serveurs").says("0 personne ne soutient");
        assert!(!page.body.contains('\u{202E}') && !page.body.contains('\u{200B}'));
        assert!(page.body.contains("<a href=\"https://far.example/notes/1\" rel=\"nofollow ugc noopener\">"), "the original: {}", page.body);
        assert!(page.body.contains("<div class=\"prose\" lang=\"es\" dir=\"auto\">"));
        let thread = page.body.split("class=\"thread\"").nth(1).unwrap();
        assert!(!thread.split("</article>").next().unwrap().contains("href=\"/@ana\""), "not the Ana who lives here");
        assert!(!page.body.contains("<h3 lang=\"es\">"), "no empty title");
        town.visitor().see("/c/parc").await.says("1 habitant · 1 du fédivers");
        town.visitor().see("/").await.says("1 habitant · 1 du fédivers");
        town.visitor().see("/c/parc/contributions").await.says("1 du fédivers");
    }
}

on_both_databases! {
    async fn without_voices_from_elsewhere_nothing_is_said_of_them(town: Town) {
        let (id, _) = proposal(&town).await;
        for path in ["/", "/c", "/c/parc", "/c/parc/contributions", "/c/parc/results", &format!("/c/parc/p/{id}")] {
            let page = town.visitor().see(path).await;
            page.keeps_quiet_about("0 du fédivers").keeps_quiet_about("d’autres serveurs (autres").keeps_quiet_about("Chez nos voisins");
            assert!(!page.body.contains("</svg>autre serveur</span>"), "{path}");
        }
    }
}

on_both_databases! {
    async fn one_takes_part_from_one_s_own_server_by_pressing_a_link(town: Town) {
        let (id, _) = proposal(&town).await;
        let path = format!("/c/parc/p/{id}");
        let mut visitor = town.visitor();
        let home = Home::start(Manner::Usual).await;
        home.offer("http://ostatus.org/schema/1.0/subscribe", &format!("{}/authorize_interaction?uri={{uri}}", home.origin));
        let page = visitor.post(&path, "/elsewhere", &[("to", path.as_str()), ("account", &home.handle("ana"))]).await;
        assert_eq!(page.status, 200);
        page.says(&format!("Vous allez être conduit vers {}", home.host()));
        let object = town.app.links.object(id);
        page.says(&object);
        let encoded: String = url::form_urlencoded::byte_serialize(object.as_bytes()).collect();
        assert_eq!(page.link(&home.origin), Some(format!("{}/authorize_interaction?uri={encoded}", home.origin)));
        assert!(page.header("set-cookie").is_empty());
        visitor.post("/c/parc", "/elsewhere", &[("to", "/c/parc"), ("account", "@ana@town.test")]).await.says("C'est ce serveur");
        visitor.see("/elsewhere?to=/c/parc").await.says("Votre compte");
        for wrong in ["javascript:alert(1)", "@ana@evil.example/x", "https://good.example@evil.example/@a", "nobody"] {
            let answer = visitor.post("/c/parc", "/elsewhere", &[("to", "/c/parc"), ("account", wrong)]).await;
            assert_eq!(answer.status, 422, "{wrong}");
            answer.says("Écrivez-la ainsi");
            assert!(!answer.body.contains("authorize_interaction"), "{wrong}");
        }
        for nowhere in ["/", "//evil.example", "https://evil.example/c/parc", "/c/nothing", "/c/parc/p/nothing", "/admin"] {
            let answer = visitor.get(&format!("/elsewhere?account=@a@far.example&to={nowhere}")).await;
            assert_eq!(answer.status, 404, "{nowhere}");
        }
    }
}

on_both_databases! {
    async fn what_refuses_voices_from_elsewhere_or_is_hidden_does_not_ask_for_them(town: Town) {
        let (id, _) = proposal(&town).await;
        let path = format!("/c/parc/p/{id}");
        town.visitor().see(&path).await.says("Participer depuis votre compte du fédivers");
        town.set_remote_voices("parc", "refused").await;
        town.visitor().see(&path).await.keeps_quiet_about("Participer depuis votre compte");
        assert_eq!(town.visitor().get(&format!("/elsewhere?to={path}")).await.status, 404);
        town.visitor().see("/c/parc").await.says("Suivre depuis le fédivers : @parc@town.test");
        let hidden = actions::office::hide(&town.app, Town::machine(), id, domain::moderation::Reason::Spam, "Ce n'est pas le sujet.").await;
        hidden.unwrap();
        assert!(!town.visitor().get(&path).await.body.contains("application/activity+json"));
        town.draft("secret").await;
        assert_eq!(town.visitor().get("/elsewhere?to=/c/secret").await.status, 404);
    }
}

on_both_databases! {
    async fn pages_name_their_address_for_other_servers(town: Town) {
        let (id, mut ana) = proposal(&town).await;
        let link = |address: String| format!("<link rel=\"alternate\" type=\"application/activity+json\" href=\"{address}\">");
        let mut visitor = town.visitor();
        assert!(visitor.see(&format!("/c/parc/p/{id}")).await.body.contains(&link(town.app.links.object(id))));
        assert!(visitor.see("/c/parc").await.body.contains(&link(town.app.links.actor("parc"))));
        assert!(visitor.see("/").await.body.contains("type=\"application/activity+json\""));
        let ana_id = Uid::of(town.viewer("ana@example.org").await.actor.unwrap());
        let handle = town.app.store.read(move |db| store::actors::find(db, ana_id)).await.unwrap().unwrap().username;
        let person = format!("/@{handle}");
        assert!(!visitor.see(&person).await.body.contains("activity+json"), "Ana did not agree");
        ana.see(&format!("/c/parc/p/{id}")).await.says("sans votre nom");
        town.agrees(town.viewer("ana@example.org").await, "Ana").await;
        assert!(visitor.see(&person).await.body.contains(&link(town.app.links.actor(&handle))));
        ana.see("/c/parc/new?kind=proposal").await.says("avec votre nom : vous l'avez accepté");
        ana.see(&format!("/c/parc/p/{id}/reply")).await.says("avec votre nom : vous l'avez accepté");
    }
}

on_both_databases! {
    async fn authors_are_told_which_servers_received_their_text(town: Town) {
        let (id, mut ana) = proposal(&town).await;
        let path = format!("/c/parc/p/{id}");
        ana.see(&path).await.keeps_quiet_about("Envoyée à");
        let now = At(town.now());
        for host in ["far.example", "other.example"] {
            let inbox = format!("https://{host}/inbox");
            // The rig has no server elsewhere: this is what a delivery that arrived leaves behind.
            town.app.store.write(move |db| store::deliveries::note_sent(db, Uid::of(id), &inbox, host, now)).await.unwrap();
        }
        ana.see(&path).await.says("Envoyée à 2 serveurs").says("far.example").says("other.example");
        town.visitor().see(&path).await.keeps_quiet_about("Envoyée à");
        ana.see(&format!("{path}/withdraw")).await.says("2 autres serveurs ont reçu ce texte").says("nous ne pouvons pas le vérifier");
        let done = ana.post(&format!("{path}/withdraw"), &format!("{path}/withdraw"), &[]).await;
        assert_eq!(done.status, 303);
        ana.get(&path).await.says("Suppression demandée à 2 serveurs");
        town.visitor().get(&path).await.keeps_quiet_about("Suppression demandée");
    }
}

on_both_databases! {
    async fn what_is_held_waits_in_the_moderation_queue_until_it_is_released(town: Town) {
        let (id, _) = proposal(&town).await;
        let bo = remote(&town, "bo", "Bo").await;
        let mut agent = town.somebody("Gil", Role::Agent).await;
        let saved = agent.post("/admin/consultations/parc", "/admin/consultations/parc/voices", &[("voices", "held")]).await;
        assert_eq!(saved.status, 303);
        arrives(&town, bo, "create", reply("1", id, "Muy bien")).await;
        let page = format!("/c/parc/p/{id}");
        town.visitor().see(&page).await.keeps_quiet_about("Muy bien").keeps_quiet_about("masquée");
        let mut moderator = town.somebody("Mo", Role::Moderator).await;
        moderator.see(&page).await.says("Muy bien").says("Il attend d'être relu").keeps_quiet_about("masquée");
        moderator.see("/admin/moderation").await.says("1 texte d'un autre serveur à relire").says("Muy bien").says("@bo@far.example");
        // Held: not there for readers, nor counted; the staff's own page of threads holds it.
        let first_level = |reads_held| {
            let reader = store::views::threads::Reader { actor: None, reads_held };
            town.app.store.read(move |db| store::views::threads::page(db, Uid::of(id), false, reader, 0, 20))
        };
        assert_eq!((first_level(false).await.unwrap().total, first_level(true).await.unwrap().total), (0, 1));
        moderator.see("/admin/moderation?held=7").await.says("1 texte d'un autre serveur");
        moderator.see("/admin/moderation?decided=1").await.keeps_quiet_about("Muy bien");
        let held = town.app.store.read(|db| store::contributions::by_uri(db, "https://far.example/notes/1")).await.unwrap().unwrap();
        let held = held.id.0.to_string();
        assert_ne!(agent.post("/account", "/admin/moderation/release", &[("contribution", &held)]).await.status, 303, "not an agent's");
        let done = moderator.post("/admin/moderation", "/admin/moderation/release", &[("contribution", &held)]).await;
        assert_eq!(done.location(), "/admin/moderation?done=network-released");
        town.visitor().see(&page).await.says("Muy bien");
        moderator.see("/admin/moderation").await.keeps_quiet_about("Muy bien");
        assert_eq!(agent.post("/admin/consultations/parc", "/admin/consultations/parc/voices", &[("voices", "x")]).await.status, 404);
        assert_ne!(moderator.post("/admin/moderation", "/admin/consultations/parc/voices", &[("voices", "held")]).await.status, 303);
    }
}

on_both_databases! {
    async fn administrators_see_the_queue_decide_about_servers_and_follow(town: Town) {
        let mut agent = town.somebody("Gil", Role::Agent).await;
        let mut admin = town.somebody("Ada", Role::Administrator).await;
        for page in ["/admin/network", "/admin/network/servers", "/admin/network/follows"] {
            assert_eq!(town.visitor().get(page).await.status, 303, "{page}");
            assert_eq!(agent.get(page).await.status, 403, "{page}");
            admin.see(page).await;
        }
        agent.see("/admin").await.keeps_quiet_about("Autres serveurs");
        admin.see("/admin").await.says("Autres serveurs");
        let servers = "/admin/network/servers";
        let blocked = [("host", "https://Spam.Example/"), ("rule", "blocked"), ("note", "Publicité")];
        assert_eq!(admin.post(servers, servers, &blocked).await.status, 303);
        admin.see(servers).await.says("spam.example").says("Bloqué").says("Publicité");
        let prefilled = admin.see("/admin/network/servers?host=spam.example").await;
        assert!(prefilled.body.contains("value=\"spam.example\"") && prefilled.body.contains("value=\"Publicité\""));
        assert_eq!(admin.post(servers, servers, &[("host", "a b"), ("rule", "blocked")]).await.status, 422);
        assert_eq!(admin.post(servers, servers, &[("host", "spam.example"), ("rule", "none")]).await.status, 303);
        admin.see(servers).await.says("Aucune décision");
        assert_eq!(agent.post("/account", servers, &blocked).await.status, 403);
        let follows = "/admin/network/follows";
        admin.post(follows, follows, &[("address", "nobody")]).await.says("Écrivez l'adresse ainsi");
        assert_eq!(admin.post(follows, follows, &[("address", "@region@far.example")]).await.status, 303);
        let region = neighbour(&town, 1, "https://far.example/p/1").await;
        admin.see(follows).await.says("La Région").says("@region@far.example").says("Accepté");
        admin.see(servers).await.says("far.example");
        assert_eq!(admin.post(servers, servers, &[("host", "example"), ("rule", "blocked")]).await.status, 303);
        admin.see(servers).await.says("(décision sur example)");
        assert_eq!(admin.post(servers, servers, &[("host", "example"), ("rule", "none")]).await.status, 303);
        admin.see(servers).await.keeps_quiet_about("(décision sur");
        admin.see("/admin/network").await.says("Rien n'attend");
        waits_for(&town, "far.example").await;
        admin.see("/admin/network").await.says("far.example").says("Relancer maintenant").says("Le plus ancien attend depuis");
        assert_eq!(admin.post("/admin/network", "/admin/network/hurry", &[("host", "far.example")]).await.status, 303);
        assert_eq!(agent.post("/account", "/admin/network/hurry", &[("host", "far.example")]).await.status, 403);
        let stop = [("followed", region.to_string())];
        let stop: Vec<(&str, &str)> = stop.iter().map(|(name, value)| (*name, value.as_str())).collect();
        assert_eq!(admin.post(follows, "/admin/network/follows/stop", &stop).await.status, 303);
        admin.see(follows).await.says("Vous ne suivez personne");
    }
}

on_both_databases! {
    async fn what_neighbours_publish_is_read_here_and_leads_to_them(town: Town) {
        let mut visitor = town.visitor();
        visitor.see("/").await.keeps_quiet_about("Chez nos voisins");
        visitor.see("/network").await.says("Rien pour l'instant");
        neighbour(&town, 1, "https://far.example/p/1").await;
        let home = visitor.see("/").await;
        home.says("Chez nos voisins").says("Le train du soir 1").says("La Région");
        assert!(home.body.contains("href=\"/network\""));
        let page = visitor.see("/network").await;
        page.says("Le train du soir 1").says("far.example").says("@region@far.example").says("Plus de trains");
        assert!(!page.body.contains("<b>le soir"), "what comes from elsewhere is text");
        assert!(page.body.contains("<a href=\"https://far.example/p/1\" rel=\"nofollow ugc noopener\""), "{}", page.body);
        assert!(visitor.see("/c").await.body.contains("href=\"/network\""), "in the footer");
        neighbour(&town, 2, "javascript:alert(1)").await;
        assert!(!visitor.see("/network").await.body.contains("javascript:"));
        visitor.see("/network").await;
        let before = town.queries();
        visitor.see("/network").await;
        let few = town.queries() - before;
        for number in 3..24 {
            town.wait(jiff::SignedDuration::from_mins(1));
            neighbour(&town, number, "https://far.example/p/n").await;
        }
        visitor.see("/network").await.says("Le train du soir 23").keeps_quiet_about("Le train du soir 1 ");
        let before = town.queries();
        visitor.see("/network").await;
        assert_eq!(town.queries() - before, few, "statements do not grow");
        visitor.see("/network?page=2").await.says("Le train du soir 1");
        visitor.see("/network?page=99").await.says("Le train du soir 1");
    }
}
