//! Taking part from one's own server: its dialog is asked for where it says it is, and shown before anybody goes there. And the other way round:
//! where other servers lead people of this one.

use domain::actor::Role;
use parvis::config::{FederationMode, FederationSettings};
use parvis::shutdown::Shutdown;
use rig::home::{Home, Manner};
use rig::{Citizen, Stranger, Town, on_both_databases};
use serde_json::json;

const FEP: &str = "https://w3id.org/fep/3b86/";
const SUBSCRIBE: &str = "http://ostatus.org/schema/1.0/subscribe";

on_both_databases! {
    async fn the_dialog_is_where_the_server_says(town: Town) {
        town.consultation("parc").await;
        let object = "http%3A%2F%2Ftown.test%2Factors%2Fparc";
        let check = async |links: &[(&str, &str)], expected: Option<&str>| {
            let home = Home::start(Manner::Usual).await;
            for (rel, template) in links {
                home.offer(rel, &template.replace("HOME", &home.origin));
            }
            let answer = town.visitor().post("/c/parc", "/elsewhere", &[("to", "/c/parc"), ("account", &home.handle("bo"))]).await;
            match expected {
                Some(expected) => {
                    assert_eq!(answer.status, 200, "{links:?} {}", answer.text());
                    answer.says(&format!("conduit vers {}", home.host())).says("@parc@town.test");
                    assert_eq!(answer.link(&format!("{}/", home.origin)).as_deref(), Some(expected.replace("HOME", &home.origin).as_str()), "{links:?}");
                }
                None => {
                    assert_eq!(answer.status, 200, "{links:?}");
                    assert_eq!(answer.link(&home.origin), None);
                    answer.says("ne propose pas cela").says("@parc@town.test");
                }
            }
            assert!(answer.header("set-cookie").is_empty());
        };
        let (follow, object_intent) = (format!("{FEP}Follow"), format!("{FEP}Object"));
        let subscribe = (SUBSCRIBE, "HOME/authorize_interaction?uri={uri}");
        check(&[subscribe], Some(&format!("HOME/authorize_interaction?uri={object}"))).await;
        check(&[subscribe, (&follow, "HOME/follow?it={object}")], Some(&format!("HOME/follow?it={object}"))).await;
        check(&[(&object_intent, "HOME/see?it={object}&then={on-success}")], Some(&format!("HOME/see?it={object}&then="))).await;
        check(&[(&follow, "javascript:alert('{object}')"), subscribe], Some(&format!("HOME/authorize_interaction?uri={object}"))).await;
        for bad in ["http://{uri}/", "http://good@evil.example/{uri}", "data:text/html,{uri}", "HOME/nothing", "/relative?{uri}", "http://{uri}.evil.example/"] {
            check(&[(SUBSCRIBE, bad)], None).await;
        }
        check(&[], None).await;
    }
}

on_both_databases! {
    async fn nothing_is_asked_by_looking_and_rules_hold(town: Town) {
        town.consultation("parc").await;
        let home = Home::start(Manner::Usual).await;
        home.offer(SUBSCRIBE, &format!("{}/interact?uri={{uri}}", home.origin));
        let typed = format!("/elsewhere?to=/c/parc&account={}", home.handle("bo"));
        let page = town.visitor().see(&typed).await;
        assert!(page.link(&home.origin).is_none() && home.asked().is_empty(), "a page asks nobody");
        let gone = town.visitor().post("/c/parc", "/elsewhere", &[("to", "/c/parc"), ("account", &home.handle("nobody"))]).await;
        assert_eq!(gone.status, 422);
        gone.says("Rien à cette adresse");
        actions::abroad::rule(&town.app, Town::machine(), home.host(), store::peers::HostRule::Blocked, "").await.unwrap();
        town.fed.policy.forget();
        let asked = home.asked().len();
        let answer = town.visitor().post("/c/parc", "/elsewhere", &[("to", "/c/parc"), ("account", &home.handle("bo"))]).await;
        answer.says("n'est pas accepté");
        assert_eq!(home.asked().len(), asked);
    }
}

on_both_databases! {
    async fn our_own_people_have_dialogs_too(town: Town) {
        town.consultation("parc").await;
        let mut ana = town.citizen("Ana").await;
        let viewer = town.viewer("ana@example.org").await;
        town.agrees(viewer, "Ana").await;
        let id = store::Uid::of(viewer.actor.unwrap());
        let handle = town.app.store.read(move |db| store::actors::find(db, id)).await.unwrap().unwrap().username;
        let found = town.visitor().see(&format!("/.well-known/webfinger?resource=acct:{handle}@town.test")).await;
        let links: serde_json::Value = serde_json::from_str(&found.body).unwrap();
        let links = links["links"].as_array().unwrap();
        assert!(links.contains(&json!({ "rel": SUBSCRIBE, "template": "http://town.test/authorize_interaction?uri={uri}" })));
        for intent in ["Object", "Follow", "Like"] {
            let rel = format!("{FEP}{intent}");
            assert!(links.contains(&json!({ "rel": rel, "template": "http://town.test/authorize_interaction?uri={object}" })), "{intent}");
        }
        assert_eq!(town.visitor().get("/authorize_interaction?uri=https://far.example/1").await.location().split('?').next(), Some("/sign-in"));
        assert_eq!(ana.get("/authorize_interaction?uri=http://town.test/c/parc").await.location(), "/c/parc");
        let home = Home::start(Manner::Usual).await;
        let page = ana.see(&format!("/authorize_interaction?uri={}", home.account("bo"))).await;
        page.says(home.host());
        assert!(home.asked().is_empty(), "a page asks nobody");
        for wrong in ["javascript:alert(1)", "//evil.example/x", "https://good.example@evil.example/", "data:text/html,x"] {
            let page = ana.get(&format!("/authorize_interaction?uri={wrong}")).await;
            assert_eq!(page.status, 422, "{wrong}");
            assert!(page.link(wrong).is_none());
        }
    }
}

on_both_databases! {
    async fn agents_look_up_what_stands_elsewhere(town: Town) {
        let home = Home::start(Manner::Usual).await;
        let form = "/authorize_interaction";
        let mut admin = town.somebody("Ada", Role::Administrator).await;
        admin.see("/search?q=bo").await.says("Chercher sur un autre serveur");
        town.citizen("Ana").await.see("/search?q=bo").await.keeps_quiet_about("Chercher sur un autre serveur");
        for typed in [home.handle("bo"), home.account("bo")] {
            let page = admin.post(form, form, &[("uri", &typed)]).await;
            assert_eq!(page.status, 200, "{}", page.text());
            page.says("Bonjour").says(&home.handle("bo")).says("Suivre au nom de la collectivité").says("Voir l'original");
        }
        let mut agent = town.somebody("Gil", Role::Agent).await;
        agent.post(form, form, &[("uri", &home.handle("bo"))]).await.says("Bonjour").keeps_quiet_about("Suivre au nom");
        admin.post(form, form, &[("uri", &home.handle("nobody"))]).await.says("Rien à cette adresse");
        let asked = [("address", home.handle("bo"))];
        let asked: Vec<(&str, &str)> = asked.iter().map(|(name, value)| (*name, value.as_str())).collect();
        assert_eq!(admin.post(form, "/admin/network/follows", &asked).await.status, 303);
        actions::abroad::rule(&town.app, Town::machine(), home.host(), store::peers::HostRule::Blocked, "").await.unwrap();
        town.fed.policy.forget();
        let before = home.asked().len();
        admin.post(form, form, &[("uri", &home.account("bo"))]).await.says("n'est pas accepté");
        assert_eq!(home.asked().len(), before);
    }
}

/// The pages of a town that speaks with others in this way.
fn speaking(town: &Town, mode: FederationMode) -> Citizen {
    let settings = FederationSettings { mode, allow_private_networks: true, remote_pictures: true };
    let fed = parvis::house::federation(&town.app, &settings).unwrap();
    Citizen::new(parvis::house::router(&fed, &Shutdown::new()), town.app.links.origin())
}

on_both_databases! {
    async fn who_speaks_with_nobody_invites_nobody(town: Town) {
        town.consultation("parc").await;
        let mut visitor = speaking(&town, FederationMode::Closed);
        visitor.see("/c/parc").await.keeps_quiet_about("Participer depuis votre compte");
        visitor.see("/sign-in").await.keeps_quiet_about("fédivers");
        for gone in ["/elsewhere?to=/c/parc", "/sign-in/elsewhere", "/sign-in/elsewhere/far.example?state=x&code=y"] {
            assert_eq!(visitor.get(gone).await.status, 404, "{gone}");
        }
        let home = Home::start(Manner::Usual).await;
        for (page, action) in [("/c/parc", "/elsewhere"), ("/sign-in", "/sign-in/elsewhere")] {
            let fields = [("to", "/c/parc".to_owned()), ("account", home.handle("bo"))];
            let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
            assert_eq!(visitor.post("/sign-in", action, &fields).await.status, 404, "{page}");
        }
        assert!(home.asked().is_empty());
    }
}

on_both_databases! {
    async fn among_territories_every_document_wants_a_signature_however_it_is_asked_for(town: Town) {
        town.consultation("parc").await;
        let mut visitor = speaking(&town, FederationMode::Territories);
        for path in ["/actors/parc/outbox", "/actors/parc/followers", "/actors/parc/featured", "/actors/parc/moderators"] {
            assert_eq!(visitor.get(path).await.status, 401, "{path}");
        }
        assert_ne!(visitor.get("/actors/parc").await.status, 401, "people are sent to the page");
        let mut open = speaking(&town, FederationMode::Open);
        assert_eq!(open.get("/actors/parc/outbox").await.status, 200);
    }
}

on_both_databases! {
    async fn among_territories_the_page_says_who_may_take_part(town: Town) {
        town.consultation("parc").await;
        let mut visitor = speaking(&town, FederationMode::Territories);
        let home = Home::start(Manner::Usual).await;
        home.offer(SUBSCRIBE, &format!("{}/interact?uri={{uri}}", home.origin));
        for page in ["/c/parc", "/elsewhere?to=/c/parc", "/sign-in/elsewhere"] {
            visitor.see(page).await.says("Seuls les serveurs de la liste des territoires partenaires");
        }
        let fields = [("to", "/c/parc".to_owned()), ("account", home.handle("bo"))];
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        visitor.post("/c/parc", "/elsewhere", &fields).await.says("n'est pas accepté");
        assert!(home.asked().is_empty());
        actions::abroad::rule(&town.app, Town::machine(), home.host(), store::peers::HostRule::Allowed, "").await.unwrap();
        let mut visitor = speaking(&town, FederationMode::Territories);
        assert_eq!(visitor.post("/c/parc", "/elsewhere", &fields).await.status, 200);
    }
}

on_both_databases! {
    async fn a_text_is_looked_up_on_its_own_server_only(town: Town) {
        let far = Stranger::start().await;
        far.person("bo");
        let note = |path: &str, author: String| {
            let document = json!({
                "@context": "https://www.w3.org/ns/activitystreams", "id": far.at(path), "type": "Article", "attributedTo": author,
                "name": "Le train du soir", "content": "<p>Plus de trains <script>x</script></p>", "to": ["https://www.w3.org/ns/activitystreams#Public"]
            });
            far.show(path, document);
        };
        note("/texts/1", far.at("/users/bo"));
        note("/texts/2", "https://other.example/users/bo".to_owned());
        let form = "/authorize_interaction";
        let mut admin = town.somebody("Ada", Role::Administrator).await;
        let page = admin.post(form, form, &[("uri", &far.at("/texts/1"))]).await;
        page.says("Le train du soir").says("Plus de trains").says("Voir l'original").says("Suivre au nom de la collectivité");
        assert!(!page.body.contains("<script>x"));
        assert_eq!(page.link(&far.origin), Some(far.at("/texts/1")));
        let page = admin.post(form, form, &[("uri", &far.at("/texts/2"))]).await;
        assert_eq!(page.status, 422);
        page.keeps_quiet_about("Le train du soir");
    }
}
