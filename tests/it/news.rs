//! News and articles through the doors: written, published in versions, proposed by people and decided about, withdrawn; and on the fediverse.

use actions::accounts::Remains;
use actions::articles::{self, ArticleForm};
use actions::organisations::{self, OrganisationForm};
use domain::actor::{Role, Viewer};
use domain::id::{ActorId, ArticleId};
use rig::{Citizen, Town, on_both_databases};
use serde_json::Value;
use store::Uid;

use crate::effects::scene::{Scene, activity_at, sent};

const TITLE: &str = "Le parc rouvre samedi";
const BODY: &str = "Les **allées** sont refaites. Venez voir les nouveaux bancs.";

pub(crate) fn fields<'a>(title: &'a str, consultation: &'a str) -> [(&'a str, &'a str); 5] {
    [("title", title), ("summary", "Deux mois de travaux."), ("body", BODY), ("lang", "fr"), ("consultation", consultation)]
}

pub(crate) async fn write(agent: &mut Citizen, title: &str, consultation: &str) -> String {
    let done = agent.post("/admin/news/new", "/admin/news/new", &fields(title, consultation)).await;
    assert_eq!(done.status, 303, "{}", done.text());
    done.location().split('?').next().unwrap().to_owned()
}

pub(crate) async fn propose(citizen: &mut Citizen, title: &str, speaker: &str) -> String {
    let mut form = fields(title, "place").to_vec();
    form.push(("in_name_of", speaker));
    let done = citizen.post("/news/new", "/news/new", &form).await;
    assert_eq!(done.status, 303, "{}", done.text());
    done.location().split('?').next().unwrap().to_owned()
}

pub(crate) fn public(path: &str) -> String {
    format!("/news/{}", path.rsplit('/').next().unwrap())
}

/// What the page keeps of the last change, to be sent with the next one.
pub(crate) async fn revision(citizen: &mut Citizen, path: &str) -> String {
    citizen.see(path).await.hidden("revision").expect("a revision")
}

async fn letters(town: &Town, of: &str) -> usize {
    town.run_jobs().await;
    town.letters().await.iter().filter(|letter| letter.replace("=\r\n", "").contains(of)).count()
}

on_both_databases! {
    async fn news_is_read_once_it_is_published_and_each_version_stays(town: Town) {
        town.consultation("place").await;
        let mut agent = town.somebody("Helene", Role::Agent).await;
        town.visitor().see("/news").await.says("Aucune actualité");
        let faulty = agent.post("/admin/news/new", "/admin/news/new", &fields("Non", "")).await;
        assert_eq!(faulty.status, 422);
        faulty.says("Venez voir les nouveaux bancs");
        let desk = write(&mut agent, TITLE, "place").await;
        let page = public(&desk);
        assert_eq!(town.visitor().get(&page).await.status, 404);
        for path in ["/", "/news", "/c/place", "/c/place/news", "/feeds/news.atom"] {
            town.visitor().see(path).await.keeps_quiet_about(TITLE);
        }
        // A look at it keeps nothing.
        let mut look = fields("Un autre titre", "place").to_vec();
        look.push(("do", "preview"));
        agent.post(&desk, &desk, &look).await.says("Aperçu").says("allées");
        agent.see(&desk).await.says(TITLE);
        assert_eq!(agent.post(&desk, &format!("{desk}/publish"), &[("revision", "9")]).await.status, 409, "only what was read is published");
        let seen = revision(&mut agent, &desk).await;
        assert_eq!(agent.post(&desk, &format!("{desk}/publish"), &[("revision", &seen)]).await.status, 303);
        assert_eq!(agent.post(&desk, &format!("{desk}/publish"), &[("revision", &seen)]).await.status, 409);
        for path in ["/", "/news", "/c/place", "/c/place/news", "/feeds/news.atom", &page] {
            town.visitor().see(path).await.says(TITLE);
        }
        assert!(town.visitor().see(&page).await.body.contains("<strong>allées</strong>"));

        // Another version: the first stays readable, and who wrote over somebody else's change hears of it.
        let before = revision(&mut agent, &desk).await;
        let mut second = fields("Le parc rouvre dimanche", "place").to_vec();
        second.push(("revision", &before));
        assert_eq!(agent.post(&desk, &desk, &second).await.status, 303);
        assert_eq!(agent.post(&desk, &desk, &second).await.status, 409);
        town.visitor().see(&page).await.says("Le parc rouvre dimanche").says("Version 1").keeps_quiet_about(TITLE);
        town.visitor().see(&format!("{page}/1")).await.says(TITLE).says("Vous lisez une version ancienne");
        assert_eq!(town.visitor().get(&format!("{page}/3")).await.status, 404);

        // Withdrawn with a reason, which stands in its place.
        assert_eq!(agent.post(&desk, &format!("{desk}/withdraw"), &[("reason", "Non")]).await.status, 422);
        let why = [("reason", "La réouverture est repoussée sans date.")];
        assert_eq!(agent.post(&desk, &format!("{desk}/withdraw"), &why).await.status, 303);
        let gone = town.visitor().get(&page).await;
        assert_eq!(gone.status, 410);
        gone.says("repoussée sans date").keeps_quiet_about("dimanche");
        assert_eq!(town.visitor().get(&format!("{page}/1")).await.status, 404);
        town.visitor().see("/news").await.keeps_quiet_about("dimanche");
    }
}

on_both_databases! {
    async fn an_article_is_proposed_decided_about_and_its_author_hears_of_it(town: Town) {
        town.consultation("place").await;
        let (mut ana, mut bob) = (town.citizen("Ana").await, town.citizen("Bob").await);
        let mut agent = town.somebody("Helene", Role::Agent).await;
        assert_eq!(town.visitor().get("/news/new").await.status, 303, "a visitor signs in first");
        let mine = propose(&mut ana, "Une visite du dépôt de tramways", "").await;
        let (page, desk) = (public(&mine), mine.replace("/news/mine", "/admin/news"));
        ana.see(&mine).await.says("Proposé, en attente");
        assert_eq!(bob.get(&mine).await.status, 404);
        assert_eq!(bob.get(&desk).await.status, 404);
        assert_eq!(town.visitor().get(&page).await.status, 404);
        agent.see("/admin/news?state=submitted").await.says("Une visite du dépôt").says("Ana");
        // The words of somebody else are not rewritten, and only what was read is published.
        let seen = revision(&mut agent, &desk).await;
        let mut rewritten = fields("Autre chose", "place").to_vec();
        rewritten.push(("revision", &seen));
        assert_eq!(agent.post(&desk, &desk, &rewritten).await.status, 403);
        assert_eq!(agent.post(&desk, &format!("{desk}/refuse"), &[("reason", "")]).await.status, 422);
        assert_eq!(agent.post(&desk, &format!("{desk}/refuse"), &[("reason", "Il manque la date de la visite.")]).await.status, 303);
        assert_eq!(letters(&town, &mine).await, 1);
        ana.see(&mine).await.says("Non publié").says("Il manque la date");
        let own = revision(&mut ana, &mine).await;
        let mut again = fields("Une visite du dépôt de tramways, le 3 mars", "place").to_vec();
        again.push(("revision", &own));
        assert_eq!(ana.post(&mine, &mine, &again).await.status, 303);
        let stale = [("revision", seen.as_str())];
        assert_eq!(agent.post(&desk, &format!("{desk}/accept"), &stale).await.status, 409);
        let now = revision(&mut agent, &desk).await;
        assert_eq!(agent.post(&desk, &format!("{desk}/accept"), &[("revision", &now)]).await.status, 303);
        assert_eq!(letters(&town, &mine).await, 2);
        town.visitor().see(&page).await.says("le 3 mars").says("Ana");
        assert_eq!(ana.post(&mine, &mine, &again).await.status, 409, "what is published is not changed any more");
        // Taken back by its author, without a reason.
        assert_eq!(bob.post("/news/new", &format!("{mine}/withdraw"), &[]).await.status, 404);
        assert_eq!(ana.post(&mine, &format!("{mine}/withdraw"), &[]).await.status, 303);
        town.visitor().get(&page).await.says("Son auteur l’a retiré");
    }
}

on_both_databases! {
    async fn few_wait_at_once_and_who_goes_takes_what_nobody_read(town: Town) {
        town.consultation("place").await;
        let mut ana = town.citizen("Ana").await;
        let viewer = town.viewer("ana@example.org").await;
        let mut paths = Vec::new();
        for n in 1..=3 {
            paths.push(propose(&mut ana, &format!("Un article de trop, numéro {n}"), "").await);
        }
        assert_eq!(ana.post("/news/new", "/news/new", &fields("Encore un autre article", "place")).await.status, 409);
        let id = ArticleId::parse(paths[0].rsplit('/').next().unwrap()).unwrap();
        articles::accept(&town.app, Town::machine(), id, 0).await.unwrap();
        ana.see("/account/export").await.says("numéro 2");
        actions::accounts::erase(&town.app, viewer, "ana@example.org", Remains::Keep).await.unwrap();
        let rows = town.app.store.read(|db| store::articles::all_of(db, None, 0, 10)).await.unwrap().0;
        assert_eq!(rows.len(), 1);
        assert_eq!((rows[0].author_id, rows[0].written_by), (None, None));
        town.visitor().see(&public(&paths[0])).await.says("numéro 1").keeps_quiet_about("Ana");
    }
}

/// An organisation that agrees to be named elsewhere, of which this viewer is a member.
pub(crate) async fn organisation(town: &Town, viewer: Viewer) -> ActorId {
    let form = OrganisationForm {
        kind: "association".to_owned(),
        name: "Les Haies du plateau".to_owned(),
        summary: "Nous plantons des haies.".to_owned(),
        publish_abroad: true,
        ..OrganisationForm::default()
    };
    let person = Uid::of(viewer.actor.unwrap());
    let account = town.app.store.read(move |db| store::accounts::find(db, person)).await.unwrap().unwrap();
    let handle = organisations::open(&town.app, Town::machine(), &form, &account.email).await.unwrap();
    let id = town.app.store.read(move |db| store::actors::find_local(db, &handle)).await.unwrap().unwrap().id.to();
    organisations::join(&town.app, viewer, id).await.unwrap();
    id
}

on_both_databases! {
    async fn an_organisation_is_named_and_the_member_who_wrote_is_not(town: Town) {
        town.consultation("place").await;
        let mut ana = town.citizen("Ana").await;
        let id = organisation(&town, town.viewer("ana@example.org").await).await;
        let mine = propose(&mut ana, "Notre pépinière ouvre ses portes", &id.to_string()).await;
        let mut bob = town.citizen("Bob").await;
        let mut other = fields("Notre pépinière ferme ses portes", "place").to_vec();
        let speaker = id.to_string();
        other.push(("in_name_of", &speaker));
        assert_eq!(bob.post("/news/new", "/news/new", &other).await.status, 403, "who is no member does not speak for it");
        let article = ArticleId::parse(mine.rsplit('/').next().unwrap()).unwrap();
        articles::accept(&town.app, Town::machine(), article, 0).await.unwrap();
        assert_eq!(letters(&town, &mine).await, 1);
        town.visitor().see(&public(&mine)).await.says("Les Haies du plateau").keeps_quiet_about("Ana");
        let document = activity_at(&town, &format!("/objects/{article}")).await;
        document.says("Les Haies du plateau").keeps_quiet_about("Ana");
    }
}

pub(crate) fn form(title: &str, consultation: &str) -> ArticleForm {
    ArticleForm { title: title.into(), summary: String::new(), body: BODY.into(), lang: "fr".into(), consultation: consultation.into() }
}

on_both_databases! {
    async fn news_leaves_as_an_article_is_updated_and_deleted(town: Town) {
        let scene = Scene::set(town).await;
        scene.follower(&scene.far, "bo", "lemmy").await;
        let app = &scene.town.app;
        let id = articles::draft(app, Town::machine(), &form(TITLE, "parc")).await.unwrap();
        assert_eq!(activity_at(&scene.town, &format!("/objects/{id}")).await.status, 404);
        articles::publish(app, Town::machine(), id, 0).await.unwrap();
        scene.settle().await;
        let document: Value = serde_json::from_str(&activity_at(&scene.town, &format!("/objects/{id}")).await.body).unwrap();
        let collectivity = app.links.actor("collectivite");
        assert_eq!((&document["type"], &document["name"], &document["attributedTo"]), (&"Article".into(), &TITLE.into(), &collectivity.into()));
        assert_eq!(document["audience"], Value::from(scene.group()));
        assert_eq!(document["url"], Value::from(app.links.absolute(&format!("/news/{id}"))));
        let passed = |kind: &str| sent(&scene.far, "Announce").iter().filter(|told| told["object"]["type"] == kind).count();
        assert_eq!(passed("Create"), 1, "{:?}", scene.far.received());
        // Whoever asks for the page as ActivityPub is shown the way.
        let answer = activity_at(&scene.town, &format!("/news/{id}")).await;
        assert!(answer.location().ends_with(&format!("/objects/{id}")), "{} {}", answer.status, answer.location());

        articles::edit(app, Town::machine(), id, 1, &form("Le parc rouvre dimanche", "parc")).await.unwrap();
        scene.settle().await;
        assert_eq!(passed("Update"), 1);
        articles::withdraw(app, Town::machine(), id, "La réouverture est repoussée.").await.unwrap();
        scene.settle().await;
        let gone = activity_at(&scene.town, &format!("/objects/{id}")).await;
        assert_eq!(gone.status, 410);
        gone.says("Tombstone").keeps_quiet_about("dimanche");
        assert_eq!(passed("Delete"), 1, "{:?}", scene.far.received());
    }
}

on_both_databases! {
    async fn what_a_person_proposed_leaves_without_their_name_and_nothing_leaves_where_it_stays_here(town: Town) {
        let scene = Scene::set(town).await;
        scene.follower(&scene.far, "bo", "lemmy").await;
        let app = &scene.town.app;
        scene.town.agrees(scene.ana, "Ana").await;
        let id = articles::submit(app, scene.ana, &form("Ce que j’ai vu au parc", "parc")).await.unwrap();
        articles::accept(app, Town::machine(), id, 0).await.unwrap();
        scene.settle().await;
        let document = activity_at(&scene.town, &format!("/objects/{id}")).await;
        document.says("Ce que j’ai vu au parc").keeps_quiet_about("Ana");
        scene.town.consultation("fermee").await;
        let slug = "fermee".to_owned();
        let stays = app.store.read(move |db| store::consultations::by_slug(db, &slug)).await.unwrap().unwrap();
        app.store.write(move |db| store::reach::choose(db, stays.id, domain::reach::Reach::Here, stays.created_at)).await.unwrap();
        let id = articles::draft(app, Town::machine(), &form("Pour nous seuls, ici", "fermee")).await.unwrap();
        articles::publish(app, Town::machine(), id, 0).await.unwrap();
        scene.settle().await;
        assert_eq!(activity_at(&scene.town, &format!("/objects/{id}")).await.status, 404);
        let left: Vec<Value> = scene.far.received();
        assert!(!left.iter().any(|told| told.to_string().contains("Pour nous seuls")), "{left:?}");
    }
}
