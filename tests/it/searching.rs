//! Search finds what people mean, on both databases alike.

use actions::contributions;
use domain::contribution::{Draft, Kind, RawDraft};
use domain::lang::Lang;
use rig::{Town, on_both_databases};

on_both_databases! {
    async fn accents_elisions_and_plurals_do_not_matter(town: Town) {
        town.consultation("place").await;
        let mut ana = town.citizen("Ana").await;
        for (title, body) in [
            ("Des arceaux pour les vélos", "Devant la mairie."),
            ("Une fontaine", "Pour boire de l'eau fraîche en été."),
            ("Le marché du samedi", "Avec un stand de réparation de vélos et de l'eau."),
        ] {
            let answer = ana.post("/c/place/new?kind=proposal", "/c/place/new?kind=proposal", &[("kind", "proposal"), ("title", title), ("body", body), ("theme", "")]).await;
            assert_eq!(answer.status, 303, "{}", answer.body);
        }
        let mut visitor = town.visitor();
        for query in ["velo", "V%C3%89LOS", "v%C3%A9lo"] {
            let page = visitor.see(&format!("/c/place/contributions?q={query}")).await;
            page.says("Des arceaux pour les vélos").says("Le marché du samedi").keeps_quiet_about("Une fontaine");
            let body = page.text();
            assert!(body.find("Des arceaux").unwrap() < body.find("Le marché du samedi").unwrap(), "a word in the title ranks first");
        }
        visitor.see("/c/place/contributions?q=eau").await.says("Une fontaine").says("Le marché du samedi").keeps_quiet_about("Des arceaux");
        visitor.see("/search?q=l%27eau").await.says("Une fontaine");
        visitor.see("/search?q=eau+velo").await.says("Le marché du samedi").keeps_quiet_about("Une fontaine");
    }
}

on_both_databases! {
    async fn hostile_queries_are_just_words(town: Town) {
        town.consultation("place").await;
        let mut visitor = town.visitor();
        let long = "a".repeat(10_000);
        for query in ["%25%25%25%25", "%22*", "a+AND+OR+NOT", "NEAR(a,b)", "%27)%3B--", "title_terms%3Aa", "%00", "%F0%9F%9A%B2", "*", "-", long.as_str()] {
            for page in ["/search?q=", "/c/place/contributions?q="] {
                let status = visitor.get(&format!("{page}{query}")).await.status;
                assert!(status == 200 || status == 400, "{status} for {query}");
            }
        }
    }
}

on_both_databases! {
    async fn what_is_not_shown_is_not_found(town: Town) {
        town.draft("place").await;
        let title = "Un secret bien gardé";
        let agent = town.somebody("Helene", domain::actor::Role::Agent).await;
        drop(agent);
        town.consultation("ouverte").await;
        let mut ana = town.citizen("Ana").await;
        let draft = Draft::parse(Kind::Proposal, &RawDraft { title, body: "x", ..RawDraft::default() }).unwrap();
        assert!(contributions::publish(&town.app, Town::machine(), "place", draft, Lang::Fr).await.is_err());
        let form = [("kind", "proposal"), ("title", title), ("body", "x"), ("theme", "")];
        let answer = ana.post("/c/ouverte/new?kind=proposal", "/c/ouverte/new?kind=proposal", &form).await;
        let page = answer.location().split('?').next().unwrap().to_owned();
        town.visitor().see("/search?q=secret").await.says(title);
        assert_eq!(ana.post(&page, &format!("{page}/withdraw"), &[]).await.status, 303);
        town.visitor().see("/search?q=secret").await.keeps_quiet_about(title);
    }
}
