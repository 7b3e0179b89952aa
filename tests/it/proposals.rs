//! A proposal's life: published, replied to, edited, withdrawn, hidden, answered.

use domain::actor::Role;
use jiff::SignedDuration;
use rig::{Answer, Citizen, Town, on_both_databases};

const PLACE: &str = "/c/place";

async fn propose(citizen: &mut Citizen, title: &str, body: &str) -> Answer {
    citizen
        .post(
            "/c/place/new?kind=proposal",
            "/c/place/new?kind=proposal",
            &[("kind", "proposal"), ("title", title), ("body", body), ("theme", "")],
        )
        .await
}

/// Publishes a proposal and gives the path of its page.
async fn published(citizen: &mut Citizen, title: &str) -> String {
    let answer = propose(citizen, title, "Avec des **bancs** et de l'ombre.").await;
    assert_eq!(answer.status, 303, "{}", answer.body);
    let path = answer.location().split('?').next().unwrap().to_owned();
    assert!(path.starts_with("/c/place/p/"), "{path}");
    path
}

on_both_databases! {
    async fn a_citizen_proposes_and_the_town_answers(town: Town) {
        town.consultation("place").await;
        let mut ana = town.citizen("Ana").await;
        let page = published(&mut ana, "Des bancs à l'ombre").await;
        town.visitor().see(&page).await.says("Des bancs à l'ombre").says("Ana");
        town.visitor().see("/c/place/contributions").await.says("Des bancs à l'ombre");

        let mut agent = town.somebody("Helene", Role::Agent).await;
        let answer = agent
            .post(&page, &format!("{page}/answer"), &[("state", "accepted"), ("body", "Six bancs seront posés avant l'été."), ("signed_by", "Service des espaces verts")])
            .await;
        assert_eq!(answer.status, 303, "{}", answer.body);
        town.visitor().see(&page).await.says("Six bancs seront posés avant l'été.").says("Service des espaces verts");
        town.visitor().see("/c/place/results").await.says("Des bancs à l'ombre");
        let letter = town.letters().await.into_iter().rfind(|l| l.contains("ana@example.org")).expect("a letter to the author");
        assert!(letter.contains("place"), "{letter}");
    }
}

on_both_databases! {
    async fn a_faulty_form_comes_back_with_its_text(town: Town) {
        town.consultation("place").await;
        let mut ana = town.citizen("Ana").await;
        let answer = propose(&mut ana, "Oui", "Un texte que je ne veux pas perdre").await;
        assert_eq!(answer.status, 422);
        answer.says("Un texte que je ne veux pas perdre");
        assert!(answer.body.contains("aria-describedby") && answer.body.contains("value=\"Oui\""), "{}", answer.body);
        ana.see("/c/place/contributions").await.keeps_quiet_about("Un texte que je ne veux pas perdre");
    }
}

on_both_databases! {
    async fn replies_are_threaded_three_deep(town: Town) {
        town.consultation("place").await;
        let mut ana = town.citizen("Ana").await;
        let page = published(&mut ana, "Des bancs à l'ombre").await;
        let root = page.rsplit('/').next().unwrap().to_owned();
        let mut parent = root.clone();
        for depth in 1..=3 {
            let body = format!("Réponse de profondeur {depth}");
            let answer = ana
                .post(&page, &format!("/c/place/p/{parent}/reply"), &[("title", ""), ("body", &body), ("stance", "for")])
                .await;
            assert_eq!(answer.status, 303, "{}", answer.body);
            ana.see(&page).await.says(&body);
            parent = latest_reply(&town, &body).await;
        }
        let answer = ana.post(&page, &format!("/c/place/p/{parent}/reply"), &[("title", ""), ("body", "Trop profond"), ("stance", "for")]).await;
        assert_eq!(answer.status, 409, "{}", answer.body);
        ana.see(&page).await.keeps_quiet_about("Trop profond");
    }
}

/// The id of the reply with this text.
async fn latest_reply(town: &Town, body: &str) -> String {
    let mut visitor = town.visitor();
    let feed = visitor.get("/c/place/contributions").await;
    assert_eq!(feed.status, 200);
    let body = body.to_owned();
    let found = town
        .app
        .store
        .read(move |db| {
            let consultation = store::consultations::by_slug(db, "place")?.unwrap();
            let roots = store::views::cards::latest(db, Some(consultation.id), None, 10)?;
            let threads = store::views::threads::page(db, roots[0], true, store::views::threads::Reader::default(), 0, 20)?;
            Ok::<_, store::Error>(
                threads.replies.into_iter().find(|r| r.contribution.body == body).map(|r| r.contribution.id.0.to_string()),
            )
        })
        .await
        .unwrap();
    found.expect("the reply")
}

on_both_databases! {
    async fn an_edit_keeps_the_older_text_and_a_stale_one_is_refused(town: Town) {
        town.consultation("place").await;
        let mut ana = town.citizen("Ana").await;
        let page = published(&mut ana, "Des bancs à l'ombre").await;
        let edit = format!("{page}/edit");
        town.wait(SignedDuration::from_hours(1));
        let fields = |version: &'static str, title: &'static str| [("version", version), ("title", title), ("body", "Avec des bancs en bois."), ("theme", "")];
        assert_eq!(ana.post(&edit, &edit, &fields("1", "Des bancs en bois")).await.status, 303);
        let versions = ana.see(&format!("{page}/versions")).await;
        assert!(versions.body.contains("<ins") && versions.body.contains("<del"), "{}", versions.body);
        let stale = ana.post(&edit, &edit, &fields("1", "Des bancs en pierre")).await;
        assert_eq!(stale.status, 409);
        stale.says("Avec des bancs en bois.");
        ana.see(&page).await.says("Des bancs en bois");
        let mut bob = town.citizen("Bob").await;
        let token = bob.token("/c/place/new?kind=proposal").await;
        let mut stolen = fields("2", "Un titre volé").to_vec();
        stolen.push(("_csrf", &token));
        assert_eq!(bob.post_bare(&edit, &stolen).await.status, 403);
    }
}

on_both_databases! {
    async fn what_is_withdrawn_or_hidden_leaves_a_notice(town: Town) {
        town.consultation("place").await;
        let mut ana = town.citizen("Ana").await;
        let first = published(&mut ana, "Un kiosque à musique").await;
        let second = published(&mut ana, "Une insulte déguisée").await;
        assert_eq!(ana.post(&first, &format!("{first}/withdraw"), &[]).await.status, 303);
        let gone = town.visitor().get(&first).await;
        assert_eq!(gone.status, 410);
        gone.keeps_quiet_about("kiosque");

        let mut bob = town.citizen("Bob").await;
        let answer = bob.post(&second, &format!("{second}/report"), &[("reason", "abuse"), ("note", "")]).await;
        assert_eq!(answer.status, 303, "{}", answer.body);
        let mut moderator = town.somebody("Mo", Role::Moderator).await;
        moderator.see("/admin/moderation").await.says("Une insulte déguisée");
        let hide = [("reason", "abuse"), ("note", "Ce texte vise une personne du village.")];
        assert_eq!(moderator.post(&second, &format!("{second}/hide"), &hide).await.status, 303);
        let hidden = town.visitor().get(&second).await;
        assert_eq!(hidden.status, 410);
        hidden.says("Ce texte vise une personne du village.").keeps_quiet_about("insulte déguisée");
        ana.see(&second).await.says("Une insulte déguisée");
        assert!(town.letters().await.iter().any(|l| l.contains("ana@example.org")), "the author is told");
        town.visitor().see("/c/place/contributions").await.keeps_quiet_about("insulte").keeps_quiet_about("kiosque");
        assert_eq!(moderator.post(&second, &format!("{second}/restore"), &[]).await.status, 303);
        town.visitor().see(&second).await.says("Une insulte déguisée");
    }
}

on_both_databases! {
    async fn phases_open_and_close_by_themselves(town: Town) {
        town.consultation("place").await;
        let mut ana = town.citizen("Ana").await;
        let page = published(&mut ana, "Des bancs à l'ombre").await;
        let token = ana.token("/c/place/new?kind=proposal").await;
        town.wait(SignedDuration::from_hours(24 * 12));
        ana.see(PLACE).await;
        town.wait(SignedDuration::from_hours(24 * 19));
        let mut ana = town.citizen("Ana Two").await;
        assert_ne!(ana.get("/c/place/new?kind=proposal").await.status, 200);
        let _ = token;
        let answer = ana.post(&page, &format!("{page}/support"), &[("give", "1")]).await;
        assert_eq!(answer.status, 403, "{}", answer.body);
    }
}
