//! An account's life: opened by a letter, exported, erased, and forgotten again after a restore.

use domain::actor::Role;
use rig::{Town, on_both_databases};

on_both_databases! {
    async fn an_account_is_opened_by_a_letter_and_not_by_a_scanner(town: Town) {
        let mut ana = town.visitor();
        ana.post("/sign-up", "/sign-up", &[("name", "Ana Martin"), ("email", "ana@example.org"), ("password", ""), ("rules", "on")]).await;
        let link = town.latest_link("ana@example.org").await;
        for _ in 0..3 {
            town.visitor().see(&link).await;
        }
        ana.enter(&link).await;
        ana.see("/account").await.says("Ana Martin");
        assert_ne!(town.visitor().get("/account").await.status, 200);
    }
}

on_both_databases! {
    async fn ones_data_can_be_taken_away_and_erased(town: Town) {
        town.consultation("place").await;
        let mut ana = town.citizen("Ana Martin").await;
        let new = "/c/place/new?kind=proposal";
        let page = ana.post(new, new, &[("kind", "proposal"), ("title", "Des bancs à l'ombre"), ("body", "Oui"), ("theme", "")]).await;
        let page = page.location().split('?').next().unwrap().to_owned();
        let export = ana.see("/account/export").await;
        let data: serde_json::Value = serde_json::from_str(&export.body).unwrap();
        assert_eq!(data["account"]["email"], "ana.martin@example.org");
        assert_eq!(data["contributions"][0]["title"], "Des bancs à l'ombre");

        let wrong = ana.post("/account/delete", "/account/delete", &[("confirm", "other@example.org"), ("remains", "keep")]).await;
        assert_eq!(wrong.status, 422);
        let gone = ana.post("/account/delete", "/account/delete", &[("confirm", "ana.martin@example.org"), ("remains", "keep")]).await;
        assert_eq!(gone.status, 303, "{}", gone.body);
        assert_ne!(ana.get("/account").await.status, 200);
        town.visitor().see(&page).await.says("Des bancs à l'ombre").keeps_quiet_about("Ana Martin");
        let left = town.app.store.read(|db| store::accounts::by_email(db, "ana.martin@example.org")).await.unwrap();
        assert!(left.is_none());
    }
}

on_both_databases! {
    async fn erased_with_everything_said(town: Town) {
        town.consultation("place").await;
        let mut ana = town.citizen("Ana").await;
        let new = "/c/place/new?kind=proposal";
        let page = ana.post(new, new, &[("kind", "proposal"), ("title", "Des bancs à l'ombre"), ("body", "Un mot-clé"), ("theme", "")]).await;
        let page = page.location().split('?').next().unwrap().to_owned();
        ana.post("/account/delete", "/account/delete", &[("confirm", "ana@example.org"), ("remains", "withdraw")]).await;
        let answer = town.visitor().get(&page).await;
        assert_eq!(answer.status, 410);
        answer.keeps_quiet_about("bancs");
        town.visitor().see("/search?q=bancs").await.keeps_quiet_about("Des bancs");
        let count = town.app.store.read(|db| store::consultations::by_slug(db, "place")).await.unwrap().unwrap().contribution_count;
        assert_eq!(count, 0);
    }
}

on_both_databases! {
    async fn the_first_administrator_sets_the_instance_up_once(town: Town) {
        let link = actions::instance::set_up_link(&town.app).await.unwrap().expect("not set up yet");
        let mut ada = town.visitor();
        let form = [
            ("name", "Saint-Aubin"), ("territory_kind", "commune"), ("insee_code", "59350"), ("accent", "#1b5e70"), ("lang", "fr"), ("contact", ""),
            ("person_name", "Ada Roux"), ("email", "ada@example.org"), ("password", ""),
        ];
        let answer = ada.post(&link, &link, &form).await;
        assert_eq!(answer.status, 303, "{}", answer.text());
        ada.see("/admin").await;
        town.visitor().see("/").await.says("Saint-Aubin");
        assert_ne!(town.visitor().get(&link).await.status, 200);
        assert!(actions::instance::set_up_link(&town.app).await.unwrap().is_none());
        let role = town.app.store.read(|db| store::accounts::by_email(db, "ada@example.org")).await.unwrap().unwrap().role;
        assert_eq!(role, Role::Administrator.code());
    }
}
