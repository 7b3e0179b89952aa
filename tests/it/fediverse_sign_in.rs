//! Signing in with an account of another server, and what its owner can do then: heard and counted apart, never an inhabitant. The adversarial
//! cases are F08 (whose answer is it), A13 (whose account is it), B18–B20 and C (where does it lead), E09 (what is shown).

use actions::abroad::{Arrival, Effect, Target, Writing, receive};
use domain::actor::Role;
use domain::contribution::{Draft, Kind, RawDraft};
use domain::id::ContributionId;
use rig::home::{Home, Manner};
use rig::{Answer, Citizen, Town, on_both_databases};
use sha2::{Digest as _, Sha256};
use store::Uid;

const FORM: &str = "/sign-in/elsewhere";

/// Somebody types their address and is shown where to go.
pub(crate) async fn leaves(browser: &mut Citizen, home: &Home, name: &str) -> String {
    let page = browser.post(FORM, FORM, &[("account", &home.handle(name)), ("next", "/c/parc")]).await;
    assert_eq!(page.status, 200, "{}", page.text());
    page.says(&format!("Vous allez être conduit vers {}", home.host()));
    page.link(&format!("{}/oauth/authorize", home.origin)).expect("a link to their server")
}

/// Somebody goes there, agrees and comes back.
pub(crate) async fn signs_in(browser: &mut Citizen, home: &Home, name: &str) -> Answer {
    let address = leaves(browser, home, name).await;
    browser.get(&home.consent(&address, name)).await
}

/// Somebody who came in.
pub(crate) async fn guest(town: &Town, home: &Home, name: &str) -> Citizen {
    let mut browser = town.visitor();
    let back = signs_in(&mut browser, home, name).await;
    assert_eq!((back.status.as_u16(), back.location()), (303, "/c/parc?done=signed-in"), "{}", back.text());
    browser
}

pub(crate) async fn proposal(town: &Town) -> ContributionId {
    town.consultation("parc").await;
    drop(town.citizen("Ana").await);
    let viewer = town.viewer("ana@example.org").await;
    let draft = Draft::parse(Kind::Proposal, &RawDraft { title: "Un banc", body: "Sous le tilleul.", ..RawDraft::default() }).unwrap();
    actions::contributions::publish(&town.app, viewer, "parc", draft, domain::lang::Lang::Fr).await.unwrap()
}

/// Nobody came in.
async fn stays_out(browser: &mut Citizen, answer: &Answer, why: &str) {
    assert_eq!(answer.status, 422, "{}", answer.text());
    answer.says(why);
    assert_eq!(browser.get("/account").await.status, 303, "not signed in");
}

on_both_databases! {
    async fn a_person_of_another_server_uses_the_whole_page(town: Town) {
        let (id, home) = (proposal(&town).await, Home::start(Manner::Usual).await);
        town.visitor().see("/sign-in").await.says("Se connecter avec un compte du fédivers");
        let mut bo = guest(&town, &home, "bo").await;
        let path = format!("/c/parc/p/{id}");
        bo.see(&path).await.says("avec l'adresse de votre compte");
        assert_eq!(bo.post(&path, &format!("{path}/support"), &[("given", "1")]).await.status, 303);
        let sent = bo.post(&path, &format!("{path}/reply"), &[("body", "Oui, à l'ombre."), ("stance", "for")]).await;
        assert_eq!(sent.status, 303, "{}", sent.text());
        let form = "/c/parc/new?kind=proposal";
        bo.see(form).await.says("Un extrait peut partir vers d'autres serveurs, avec cette adresse");
        let sent = bo.post(form, "/c/parc/new", &[("kind", "proposal"), ("title", "Une fontaine"), ("body", "Au milieu.")]).await;
        assert_eq!(sent.status, 303, "{}", sent.text());
        let page = town.visitor().see(&path).await;
        page.says("Oui, à l'ombre.").says(&home.handle("bo")).says("autre serveur");
        page.says("0 personne ne soutient").says("Et 1 soutien venu d'autres serveurs");
        assert!(!page.body.contains("href=\"/@bo\""), "not somebody of this instance");
        town.visitor().see("/c/parc").await.says("1 habitant · 1 du fédivers");
        town.visitor().see("/c/parc/contributions").await.says("Une fontaine").says(&home.handle("bo"));
        // Nothing else is theirs to do.
        assert_eq!(bo.get("/admin").await.status, 404);
        let account = bo.see("/account").await;
        account.says(&home.handle("bo")).says("comptée à part").says("Une fontaine").says("M'oublier");
        assert_ne!(bo.post("/account", "/account", &[("name", "Le maire"), ("lang", "fr")]).await.status, 303);
        let found = town.app.store.read(store::accounts::count).await.unwrap();
        assert_eq!(found, 1, "Ana's account and no other");
        let out = bo.post("/account", "/sign-out", &[]).await;
        assert_eq!(out.status, 303);
        assert_eq!(bo.get("/account").await.status, 303);
    }
}

on_both_databases! {
    async fn only_which_account_it_is_is_asked_and_the_proof_is_given_back(town: Town) {
        proposal(&town).await;
        for (manner, scope) in [(Manner::Usual, "read:accounts"), (Manner::Modern, "profile"), (Manner::Old, "read")] {
            let home = Home::start(manner).await;
            guest(&town, &home, "bo").await;
            assert_eq!(home.tokens(), 0, "{manner:?}");
            let asked = home.asked();
            let app = asked.iter().rfind(|asked| asked.path == "/api/v1/apps").unwrap();
            assert_eq!(app.fields["scopes"], scope, "{manner:?}");
            let token = asked.iter().find(|asked| asked.path == "/oauth/token").unwrap();
            assert_eq!(token.fields.contains_key("code_verifier"), manner == Manner::Modern, "{manner:?}");
            guest(&town, &home, "bo").await;
            // Where an answer is bound to who asked, one introduction is enough; elsewhere each is a new one.
            assert_eq!(home.apps(), if manner == Manner::Modern { 1 } else { 2 }, "{manner:?}");
            let kept = home.host().to_owned();
            let known = town.app.store.read(move |db| store::guests::app(db, &kept)).await.unwrap();
            assert_eq!(known.is_some(), manner == Manner::Modern, "{manner:?}");
            assert!(known.is_none_or(|known| !format!("{known:?}").contains("secret-of")));
        }
    }
}

on_both_databases! {
    async fn an_answer_works_once_and_only_in_the_browser_that_left(town: Town) {
        proposal(&town).await;
        let home = Home::start(Manner::Usual).await;
        let expired = "a expiré, a déjà servi, ou vient d'un autre navigateur";
        // Replayed.
        let mut bo = town.visitor();
        let address = leaves(&mut bo, &home, "bo").await;
        let (back, left) = (home.consent(&address, "bo"), bo.cookies.clone());
        assert_eq!(bo.get(&back).await.status, 303);
        let mut thief = town.visitor();
        thief.cookies = left;
        let again = thief.get(&back).await;
        stays_out(&mut thief, &again, expired).await;
        // In another browser; then it is spoilt for the first one too.
        let mut bo = town.visitor();
        let address = leaves(&mut bo, &home, "bo").await;
        let back = home.consent(&address, "bo");
        let mut other = town.visitor();
        let answer = other.get(&back).await;
        stays_out(&mut other, &answer, expired).await;
        let answer = bo.get(&back).await;
        stays_out(&mut bo, &answer, expired).await;
        // Too late.
        let mut bo = town.visitor();
        let address = leaves(&mut bo, &home, "bo").await;
        town.wait(jiff::SignedDuration::from_mins(11));
        let answer = bo.get(&home.consent(&address, "bo")).await;
        stays_out(&mut bo, &answer, expired).await;
        // With a state that nobody was given.
        let answer = bo.get(&format!("{FORM}/{}?code=x&state=y", home.host())).await;
        stays_out(&mut bo, &answer, expired).await;
    }
}

on_both_databases! {
    async fn an_answer_of_another_server_is_no_answer(town: Town) {
        proposal(&town).await;
        let (home, other) = (Home::start(Manner::Modern).await, Home::start(Manner::Modern).await);
        let mut bo = town.visitor();
        let address = leaves(&mut bo, &home, "bo").await;
        let back = home.consent(&address, "bo").replace(home.host(), other.host());
        let answer = bo.get(&back).await;
        stays_out(&mut bo, &answer, "pas claire").await;
        assert!(other.asked().is_empty() && home.asked().iter().all(|asked| asked.path != "/oauth/token"));
        let address = leaves(&mut bo, &home, "bo").await;
        let answer = bo.get(&format!("{}&iss=http%3A%2F%2Fevil.example%2F", home.consent(&address, "bo"))).await;
        stays_out(&mut bo, &answer, "pas claire").await;
        let address = leaves(&mut bo, &home, "bo").await;
        let state = address.split("state=").nth(1).unwrap().split('&').next().unwrap().to_owned();
        let answer = bo.get(&format!("{FORM}/{}?error=access_denied&state={state}", home.host())).await;
        stays_out(&mut bo, &answer, "n'a pas donné son accord").await;
    }
}

on_both_databases! {
    async fn a_server_that_does_not_look_at_the_answer_betrays_nobody(town: Town) {
        proposal(&town).await;
        let home = Home::start(Manner::Careless).await;
        guest(&town, &home, "bo").await;
        // Somebody who only knows Bo's address brings back an answer that they made up.
        let mut thief = town.visitor();
        let address = leaves(&mut thief, &home, "bo").await;
        let state = address.split("state=").nth(1).unwrap().split('&').next().unwrap().to_owned();
        let answer = thief.get(&format!("{FORM}/{}?code=made-up&state={state}", home.host())).await;
        stays_out(&mut thief, &answer, "n'a pas donné son accord").await;
    }
}

on_both_databases! {
    async fn whoever_comes_back_is_who_left(town: Town) {
        proposal(&town).await;
        let home = Home::start(Manner::Usual).await;
        let mut bo = town.visitor();
        let address = leaves(&mut bo, &home, "bo").await;
        let answer = bo.get(&home.consent(&address, "eve")).await;
        stays_out(&mut bo, &answer, "un autre compte que celui indiqué").await;
        for (manner, why) in [(Manner::Liar, "pas claire"), (Manner::Renamed, "un autre compte")] {
            let home = Home::start(manner).await;
            let mut bo = town.visitor();
            let answer = signs_in(&mut bo, &home, "bo").await;
            stays_out(&mut bo, &answer, why).await;
        }
    }
}

on_both_databases! {
    async fn nothing_is_sent_where_a_server_must_not_lead(town: Town) {
        proposal(&town).await;
        for (manner, why) in [(Manner::Trap, "pas claire"), (Manner::Mixed, "pas claire"), (Manner::Alone, "ne propose pas cela")] {
            let home = Home::start(manner).await;
            let mut bo = town.visitor();
            let answer = bo.post(FORM, FORM, &[("account", &home.handle("bo"))]).await;
            stays_out(&mut bo, &answer, why).await;
            assert!(answer.body.contains(&home.handle("bo")), "the address is given back");
        }
        let home = Home::start(Manner::Redirecting).await;
        let mut bo = town.visitor();
        let answer = signs_in(&mut bo, &home, "bo").await;
        stays_out(&mut bo, &answer, "ne répond pas").await;
        for wrong in ["nobody", "", "javascript:alert(1)", "@a@b/c", "https://good.example@evil.example/@a", "@ana@town.test"] {
            let answer = bo.post(FORM, FORM, &[("account", wrong)]).await;
            assert_eq!(answer.status, 422, "{wrong}");
            assert!(answer.link("http").is_none_or(|link| link.starts_with("http://town.test")), "{wrong}: {}", answer.body);
        }
    }
}

on_both_databases! {
    async fn the_rules_about_servers_hold_before_and_after(town: Town) {
        proposal(&town).await;
        let home = Home::start(Manner::Usual).await;
        let mut bo = guest(&town, &home, "bo").await;
        actions::abroad::rule(&town.app, Town::machine(), home.host(), store::peers::HostRule::Blocked, "").await.unwrap();
        town.fed.policy.forget();
        assert_eq!(bo.get("/account").await.status, 303, "a session ends with the welcome");
        let asked = home.asked().len();
        let mut again = town.visitor();
        let answer = again.post(FORM, FORM, &[("account", &home.handle("bo"))]).await;
        stays_out(&mut again, &answer, "n'est pas accepté").await;
        assert_eq!(home.asked().len(), asked, "nothing is asked of it");
    }
}

on_both_databases! {
    async fn what_they_write_is_held_where_a_consultation_wants_that(town: Town) {
        let (id, home) = (proposal(&town).await, Home::start(Manner::Usual).await);
        let mut bo = guest(&town, &home, "bo").await;
        let path = format!("/c/parc/p/{id}");
        town.set_remote_voices("parc", "held").await;
        assert_eq!(bo.post(&path, &format!("{path}/reply"), &[("body", "Peut-être."), ("stance", "neutral")]).await.status, 303);
        town.visitor().see(&path).await.keeps_quiet_about("Peut-être.");
        bo.see("/account").await.says("En attente de relecture");
        let mut moderator = town.somebody("Mo", Role::Moderator).await;
        moderator.see("/admin/moderation").await.says("Peut-être.").says(&home.handle("bo"));
        town.set_remote_voices("parc", "refused").await;
        assert_eq!(bo.post("/account", &format!("{path}/reply"), &[("body", "Non."), ("stance", "against")]).await.status, 403);
    }
}

on_both_databases! {
    async fn a_moderator_reads_the_words_that_they_propose(town: Town) {
        let (_, home) = (proposal(&town).await, Home::start(Manner::Usual).await);
        let (app, machine) = (&town.app, Town::machine());
        let text = "Le jardin est ouvert de 8 h à 20 h.";
        let form = actions::texts::TextForm { title: "Charte du jardin".into(), text: text.into(), ..actions::texts::TextForm::default() };
        actions::texts::write(app, machine, "parc", &form).await.unwrap();
        actions::texts::open(app, machine, "parc").await.unwrap();
        let mut bo = guest(&town, &home, "bo").await;
        town.set_remote_voices("parc", "held").await;
        let page = "/c/parc/text/1";
        // A paragraph is supported on this instance only.
        bo.see(page).await.keeps_quiet_about("Garder ce paragraphe");
        let form = [("word", "replace"), ("wording", "Le jardin ferme à minuit."), ("body", "Pour les étoiles.")];
        let sent = bo.post(page, "/c/parc/text/1/amend", &form).await;
        assert_eq!(sent.status, 303, "{}", sent.text());
        bo.see(&sent.location().replace("#said", "")).await.says("La modération le relit").keeps_quiet_about("amendement est publié");
        let mut moderator = town.somebody("Mo", Role::Moderator).await;
        moderator.see("/admin/moderation").await.says("minuit").says("paragraphe 1").says("Pour les étoiles.");
        // What waits for a moderator could wait for a decision later.
        actions::texts::close(app, machine, "parc").await.unwrap();
        let mut agent = town.somebody("Helene", Role::Agent).await;
        let office = "/admin/consultations/parc/text";
        agent.see(office).await.says("1 amendement attend d’être relu");
        let early = agent.post(office, "/admin/consultations/parc/text/settle", &[]).await;
        assert_eq!(early.status, 422);
        early.says("attendent d’être relus par la modération");
        // Released and reported, the words are read in the other queue too.
        let read = app.store.read(|db| store::views::held::queue(db, 0, 1)).await.unwrap();
        let id = read[0].contribution.id.to();
        actions::office::restore(app, machine, id).await.unwrap();
        actions::contributions::report(app, town.viewer("ana@example.org").await, id, domain::moderation::Reason::Other, "Étrange.").await.unwrap();
        moderator.see("/admin/moderation").await.says("minuit").says("paragraphe 1");
    }
}

on_both_databases! {
    async fn they_take_their_data_and_are_forgotten(town: Town) {
        let (id, home) = (proposal(&town).await, Home::start(Manner::Usual).await);
        let path = format!("/c/parc/p/{id}");
        for remains in ["keep", "withdraw"] {
            let mut bo = guest(&town, &home, "bo").await;
            let mut second = guest(&town, &home, "bo").await;
            assert_eq!(bo.post(&path, &format!("{path}/support"), &[("given", "1")]).await.status, 303);
            let said = format!("Texte à {remains}");
            assert_eq!(bo.post(&path, &format!("{path}/reply"), &[("body", &said), ("stance", "for")]).await.status, 303);
            let data = bo.see("/account/export").await;
            assert!(data.body.contains(&home.account("bo")) && data.body.contains(&said) && data.body.contains("sessions"), "{}", data.body);
            assert!(!data.body.contains("secret"));
            bo.see("/account/delete").await.says("Cette plateforme vous oublie").keeps_quiet_about("adresse e-mail");
            let gone = bo.post("/account/delete", "/account/delete", &[("remains", remains)]).await;
            assert_eq!(gone.status, 303, "{}", gone.text());
            assert_eq!(bo.get("/account").await.status, 303);
            assert_eq!(second.get("/account").await.status, 303, "everywhere");
            let page = town.visitor().see(&path).await;
            page.keeps_quiet_about(&home.handle("bo"));
            assert_eq!(page.text().contains(&said), remains == "keep", "{remains}");
            let uri = home.account("bo");
            assert!(town.app.store.read(move |db| store::remote_actors::by_uri(db, &uri)).await.unwrap().is_none());
            let found = town.app.store.read(move |db| store::contributions::find(db, Uid::of(id))).await.unwrap().unwrap();
            assert_eq!(found.remote_support_count, 0);
        }
        let mut bo = guest(&town, &home, "bo").await;
        bo.see("/account").await.says("Vous n'avez encore rien écrit");
    }
}

on_both_databases! {
    async fn what_they_write_leaves_with_their_address_and_not_in_their_name(town: Town) {
        let (id, home) = (proposal(&town).await, Home::start(Manner::Usual).await);
        let mut bo = guest(&town, &home, "bo").await;
        let path = format!("/c/parc/p/{id}");
        assert_eq!(bo.post(&path, &format!("{path}/reply"), &[("body", "Oui, à l'ombre."), ("stance", "for")]).await.status, 303);
        let uri = home.account("bo");
        let actor = town.app.store.read(move |db| store::remote_actors::by_uri(db, &uri)).await.unwrap().unwrap();
        let written = town.app.store.read(move |db| store::contributions::all_of(db, actor)).await.unwrap();
        let request = http::Request::get(format!("/objects/{}", written[0].id.0)).header("accept", "application/activity+json");
        let document = town.visitor().send(request.body(axum::body::Body::empty()).unwrap()).await;
        assert_eq!(document.status, 200);
        let document: serde_json::Value = serde_json::from_str(&document.body).unwrap();
        let collectivity = town.app.instance().await.unwrap().collectivity_id;
        let collectivity = town.app.store.read(move |db| store::actors::find(db, collectivity)).await.unwrap().unwrap();
        assert_eq!(document["attributedTo"], town.app.links.actor(&collectivity.username));
        assert!(document["content"].as_str().unwrap().contains(home.host()), "{document}");
        assert!(!document["attributedTo"].as_str().unwrap().contains(home.host()));
    }
}

on_both_databases! {
    async fn a_server_that_never_answers_is_given_up(town: Town) {
        let home = Home::start(Manner::Slow).await;
        let mut bo = town.visitor();
        let answer = bo.post(FORM, FORM, &[("account", &home.handle("bo"))]).await;
        stays_out(&mut bo, &answer, "ne répond pas").await;
    }
}

on_both_databases! {
    async fn what_they_sent_from_their_own_server_is_changed_there(town: Town) {
        let (id, home) = (proposal(&town).await, Home::start(Manner::Usual).await);
        let mut bo = guest(&town, &home, "bo").await;
        let uri = home.account("bo");
        let actor = town.app.store.read(move |db| store::remote_actors::by_uri(db, &uri)).await.unwrap().unwrap();
        let note = format!("{}/notes/1", home.origin);
        let digest = |text: &str| -> store::received::Digest { Sha256::digest(text.as_bytes()).into() };
        let effect = Effect::Write(Box::new(Writing {
            digest: digest(&note),
            uri: note.clone(),
            target: Target::Reply(id),
            draft: Draft::parse(Kind::Reply, &RawDraft { body: "De chez moi.", ..RawDraft::default() }).unwrap(),
            lang: "fr".to_owned(),
            written_at: None,
            changed_at: None,
            theme: None,
            is_carried: false,
        }));
        let arrival = Arrival { digest: digest("create"), actor: actor.to(), host: home.host().to_owned(), effect, answer: None };
        receive(&town.app, arrival).await.unwrap();
        let sent = town.app.store.read(move |db| store::contributions::by_uri(db, &note)).await.unwrap().unwrap().id;
        let page = bo.see(&format!("/c/parc/p/{id}")).await;
        page.says("De chez moi.");
        let path = format!("/c/parc/p/{}", sent.0);
        assert!(!page.body.contains(&format!("{path}/edit")) && !page.body.contains(&format!("{path}/withdraw")), "{}", page.body);
        let changed = bo.post("/account", &format!("{path}/edit"), &[("body", "Autre chose."), ("version", "1"), ("stance", "for")]).await;
        assert_eq!(changed.status, 403, "{}", changed.text());
        assert_eq!(bo.post("/account", &format!("{path}/withdraw"), &[]).await.status, 403);
        bo.see(&format!("/c/parc/p/{id}")).await.says("De chez moi.");
    }
}
