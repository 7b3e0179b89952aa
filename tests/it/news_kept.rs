//! News and articles: what was typed is not lost, only what was read appears, who speaks no more for an organisation decides nothing in its name,
//! and a name that may not leave any more, or news that stays here, is called back.

use actions::articles;
use actions::organisations::{self, OrganisationForm};
use domain::actor::{Role, Viewer};
use domain::id::{ActorId, ArticleId};
use rig::{Town, on_both_databases};
use serde_json::Value;
use store::Uid;

use crate::effects::scene::{Scene, activity_at, sent};
use crate::news::{fields, form, organisation, propose, public, revision, write};

on_both_databases! {
    async fn the_office_publishes_what_it_read_and_loses_nothing(town: Town) {
        let mut agent = town.somebody("Helene", Role::Agent).await;
        let desk = write(&mut agent, "Le parc rouvre samedi", "").await;
        let seen = revision(&mut agent, &desk).await;
        let typed = |title: &'static str| {
            let mut typed = fields(title, "").to_vec();
            typed.push(("revision", &seen));
            typed
        };
        // A look keeps the revision that was read, and what is not saved is not published beside it.
        let mut look = typed("Un autre titre");
        look.push(("do", "preview"));
        let looked = agent.post(&desk, &desk, &look).await;
        assert_eq!(looked.hidden("revision"), Some(seen.clone()));
        assert!(!looked.body.contains(&format!("{desk}/publish")), "{}", looked.body);
        assert_eq!(agent.post(&desk, &desk, &typed("Le parc rouvre dimanche")).await.status, 303);
        assert_eq!(agent.post(&desk, &format!("{desk}/publish"), &[("revision", &seen)]).await.status, 409);
        let stale = agent.post(&desk, &desk, &typed("Le parc rouvre lundi")).await;
        assert_eq!(stale.status, 409);
        stale.says("entre-temps");
        assert!(stale.body.contains("value=\"Le parc rouvre lundi\""), "{}", stale.body);
        let now = stale.hidden("revision").unwrap();
        assert_ne!(now, seen);
        let mut again = fields("Le parc rouvre lundi", "").to_vec();
        again.push(("revision", &now));
        assert_eq!(agent.post(&desk, &desk, &again).await.status, 303, "sent once more, it takes the place of the other");
    }
}

on_both_databases! {
    async fn an_article_that_is_refused_comes_back_with_its_text(town: Town) {
        town.consultation("place").await;
        let mut ana = town.citizen("Ana").await;
        let mut mine = String::new();
        for n in 1..=3 {
            ana.see("/news/new").await.keeps_quiet_about("Trois de vos articles");
            mine = propose(&mut ana, &format!("Un article de trop, numéro {n}"), "").await;
        }
        ana.see("/news/new").await.says("Trois de vos articles attendent");
        let refused = ana.post("/news/new", "/news/new", &fields("Encore un autre article", "place")).await;
        assert_eq!(refused.status, 409);
        refused.says("Trois de vos articles attendent").says("Venez voir les nouveaux bancs");
        assert!(refused.body.contains("value=\"Encore un autre article\""), "{}", refused.body);
        // Decided meanwhile: what was typed is still there.
        let mut again = fields("Un article corrigé entre deux", "place").to_vec();
        let seen = revision(&mut ana, &mine).await;
        again.push(("revision", &seen));
        let id = ArticleId::parse(mine.rsplit('/').next().unwrap()).unwrap();
        articles::accept(&town.app, Town::machine(), id, 0).await.unwrap();
        let late = ana.post("/news/new", &mine, &again).await;
        assert_eq!(late.status, 409);
        assert!(late.body.contains("value=\"Un article corrigé entre deux\""), "{}", late.body);
    }
}

/// Somebody is a member no more.
async fn removed(town: &Town, organisation: ActorId, person: Viewer) {
    let (organisation, person) = (Uid::of(organisation), Uid::of(person.actor.unwrap()));
    assert!(town.app.store.write(move |db| store::memberships::leave(db, organisation, person)).await.unwrap());
}

on_both_databases! {
    async fn who_left_an_organisation_decides_nothing_in_its_name(town: Town) {
        town.consultation("place").await;
        let mut ana = town.citizen("Ana").await;
        let viewer = town.viewer("ana@example.org").await;
        let id = organisation(&town, viewer).await;
        let [shown, waiting] = [
            propose(&mut ana, "Notre pépinière ouvre ses portes", &id.to_string()).await,
            propose(&mut ana, "Notre pépinière cherche des bras", &id.to_string()).await,
        ];
        let article = |path: &str| ArticleId::parse(path.rsplit('/').next().unwrap()).unwrap();
        articles::accept(&town.app, Town::machine(), article(&shown), 0).await.unwrap();
        removed(&town, id, viewer).await;
        let refused = articles::take_back(&town.app, viewer, article(&shown)).await;
        assert!(matches!(refused, Err(actions::Error::Refused(_))), "{refused:?}");
        town.visitor().see(&public(&shown)).await.says("Les Haies du plateau");
        let mut agent = town.somebody("Helene", Role::Agent).await;
        let desk = waiting.replace("/news/mine", "/admin/news");
        let refused = agent.post(&desk, &format!("{desk}/accept"), &[("revision", "0")]).await;
        assert_eq!(refused.status, 422);
        refused.says("n’agit plus au nom de cette organisation");
        assert_eq!(town.visitor().get(&public(&waiting)).await.status, 404);
    }
}

on_both_databases! {
    async fn an_organisation_that_agrees_no_more_is_named_nowhere(town: Town) {
        let scene = Scene::set(town).await;
        scene.follower(&scene.far, "bo", "lemmy").await;
        let app = &scene.town.app;
        let id = organisation(&scene.town, scene.ana).await;
        let article = articles::submit(app, scene.ana.in_the_name_of(id), &form("Notre pépinière ouvre", "parc")).await.unwrap();
        articles::accept(app, Town::machine(), article, 0).await.unwrap();
        scene.settle().await;
        activity_at(&scene.town, &format!("/objects/{article}")).await.says("Les Haies du plateau");
        let quiet = OrganisationForm {
            kind: "association".to_owned(),
            name: "Les Haies du plateau".to_owned(),
            publish_abroad: false,
            ..OrganisationForm::default()
        };
        organisations::change(app, scene.ana, id, &quiet).await.unwrap();
        scene.settle().await;
        let updates: Vec<Value> = sent(&scene.far, "Announce").into_iter().filter(|told| told["object"]["type"] == "Update").collect();
        assert_eq!(updates.len(), 1, "{:?}", scene.far.received());
        assert!(!updates[0].to_string().contains("Les Haies"), "{}", updates[0]);
        activity_at(&scene.town, &format!("/objects/{article}")).await.keeps_quiet_about("Les Haies");
        let kept = app.store.read(move |db| store::activities::saying(db, Uid::of(article), 100)).await.unwrap();
        assert!(kept.len() >= 3, "{kept:?}");
        assert!(kept.iter().all(|(_, body)| !body.contains("Les Haies du plateau")), "{kept:?}");
    }
}

on_both_databases! {
    async fn news_that_moves_into_a_consultation_that_stays_here_is_called_back(town: Town) {
        let scene = Scene::set(town).await;
        scene.follower(&scene.far, "bo", "lemmy").await;
        let app = &scene.town.app;
        scene.town.consultation("fermee").await;
        let slug = "fermee".to_owned();
        let stays = app.store.read(move |db| store::consultations::by_slug(db, &slug)).await.unwrap().unwrap();
        app.store.write(move |db| store::reach::choose(db, stays.id, domain::reach::Reach::Here, stays.created_at)).await.unwrap();
        let id = articles::draft(app, Town::machine(), &form("Le parc rouvre samedi", "parc")).await.unwrap();
        articles::publish(app, Town::machine(), id, 0).await.unwrap();
        scene.settle().await;
        articles::edit(app, Town::machine(), id, 1, &form("Pour nous seuls, ici", "fermee")).await.unwrap();
        scene.settle().await;
        assert_eq!(activity_at(&scene.town, &format!("/objects/{id}")).await.status, 410);
        let left = scene.far.received();
        assert!(!left.iter().any(|told| told.to_string().contains("Pour nous seuls")), "{left:?}");
        let address = app.links.object(id);
        assert!(left.iter().any(|told| told["type"] == "Delete" && told.to_string().contains(&address)), "{left:?}");
    }
}
