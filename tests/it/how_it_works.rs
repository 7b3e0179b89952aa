//! "How this consultation works" says what its settings say, in three languages; and the wizard makes a budget whose page says so.

use domain::actor::Role;
use domain::reach::Reach;
use jiff::SignedDuration;
use rig::{Town, on_both_databases};

const WIZARD: &str = "/admin/consultations/new";

on_both_databases! {
    async fn a_page_says_how_a_consultation_works(town: Town) {
        town.draft("place").await;
        assert_eq!(town.visitor().get("/c/place/how").await.status, 404, "a draft is nobody’s business");
        actions::consultations::publish(&town.app, Town::machine(), "place").await.unwrap();
        let page = town.visitor().see("/c/place").await;
        assert!(page.body.contains("href=\"/c/place/how\""), "the consultation leads there");
        let how = town.visitor().see("/c/place/how").await;
        how.says("Comment marche cette consultation").says("La décision revient à").says("Proposer : Toute personne inscrite");
        how.says("À partir de 3 soutiens").says("Au hasard").says("ne représentent pas toute la population");
        how.keeps_quiet_about("Les votes, et comment").keeps_quiet_about("Le budget à partager").keeps_quiet_about("Réponse officielle promise");
        how.says("Les textes sont montrés tout de suite").says("les réponses officielles");
        town.set_remote_voices("place", "refused").await;
        let how = town.visitor().see("/c/place/how").await;
        how.says("Ni texte ni soutien venu d’un autre serveur").keeps_quiet_about("comptés à part");
        actions::consultations::set_reach(&town.app, Town::machine(), "place", Reach::Network).await.unwrap();
        town.visitor().see("/c/place/how").await.says("collectivités de notre liste").keeps_quiet_about("sauf ceux que nous avons bloqués");
        actions::consultations::set_reach(&town.app, Town::machine(), "place", Reach::Here).await.unwrap();
        let how = town.visitor().see("/c/place/how").await;
        how.says("Rien de cette consultation ne part").keeps_quiet_about("Votre nom ne part").keeps_quiet_about("depuis plusieurs serveurs");
        for (language, title) in [("en", "How this consultation works"), ("de", "So funktioniert diese Beteiligung")] {
            let mut reader = town.visitor();
            reader.languages = language.to_owned();
            let page = reader.see("/c/place/how").await;
            page.says(title);
            assert!(!page.text().contains("how-"), "{language}: {}", page.text());
        }
    }
}

on_both_databases! {
    async fn votes_are_explained_by_their_form_and_rule(town: Town) {
        town.consultation("place").await;
        let mut agent = town.somebody("Helene", Role::Agent).await;
        let office = "/admin/consultations/place/polls";
        let forms = [
            ("choose-1", "On compte combien de personnes"),
            ("approval", "On compte combien de personnes"),
            ("for-against-abstain", "Adopté si les"),
            ("consent", "personne n’a d’objection"),
            ("scale", "ont donné chaque note"),
            ("cumulative", "On additionne les points"),
            ("ranking", "méthode de Schulze"),
            ("majority-judgment", "La mention du milieu"),
        ];
        for (form, counted) in forms {
            let title = format!("Une question : {form}");
            let fields = [
                ("title", title.as_str()),
                ("form", form),
                ("options", "La place\nLe quai"),
                ("opens_at", "2026-03-02T12:00"),
                ("closes_at", "2026-03-02T18:00"),
                ("quorum", "25"),
            ];
            let fields: Vec<_> = fields.into_iter().chain(rig::GRID).collect();
            let new = format!("{office}/new");
            let draft = agent.post(&new, &new, &fields).await.location().split('?').next().unwrap().to_owned();
            agent.see("/c/place/how").await.keeps_quiet_about(&title);
            assert_eq!(agent.post(&draft, &format!("{draft}/publish"), &[]).await.status, 303);
            let how = town.visitor().see("/c/place/how").await;
            how.says(&title).says(counted).says("Le quorum est de 25 participants").says("aucun bulletin ne part");
        }
    }
}

on_both_databases! {
    async fn the_wizard_makes_a_budget_that_works(town: Town) {
        let mut agent = town.somebody("Helene", Role::Agent).await;
        agent.see(WIZARD).await.says("Je souhaite partager un budget").says("Déposer des projets");
        let with = |amount: &'static str| {
            [
                ("title", "Le budget du bourg"),
                ("teaser", "Dites-nous."),
                ("participation", "budget"),
                ("input_use", "Nous répondrons."),
                ("starts_on", "2026-03-02"),
                ("amount", amount),
            ]
        };
        for wrong in ["", "0", "beaucoup", "-5"] {
            let answer = agent.post(WIZARD, WIZARD, &with(wrong)).await;
            assert_eq!(answer.status, 422, "{wrong}");
            answer.says("Écrivez un montant en euros");
            assert!(answer.body.contains("value=\"Le budget du bourg\""), "the form comes back with its text");
        }
        let made = agent.post(WIZARD, WIZARD, &with("100 000")).await;
        assert_eq!(made.status, 303, "{}", made.text());
        let office = made.location().split('?').next().unwrap().to_owned();
        let slug = office.rsplit('/').next().unwrap().to_owned();
        agent.see(&format!("{office}/budget")).await.says("Budget participatif");
        actions::consultations::publish(&town.app, Town::machine(), &slug).await.unwrap();
        // From the first morning people hand in projects; the page says what is shared out and when one votes.
        town.wait(SignedDuration::from_hours(1));
        let how = town.visitor().see(&format!("/c/{slug}/how")).await;
        how.says("Le budget à partager").says("Budget participatif").says("Campagne").says("Réalisation").says("Proposer : Toute personne inscrite");
        let mut ana = town.citizen("Ana").await;
        ana.see(&format!("/c/{slug}/budget/new")).await.says("projet");
    }
}
