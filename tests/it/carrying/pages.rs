//! The same through the pages: an agent of the State opens, an agent of a commune reads, joins, introduces, leaves; citizens see whence it comes.

use domain::actor::Role;
use rig::{Citizen, Town};

use super::{calls, host, known, meet, propose, somebody, threes};

/// Where one opens it.
const PAGE: &str = "/admin/consultations/eau/territories";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn agents_open_join_introduce_and_leave() {
    for [state, ars, bry] in threes().await {
        let towns = [&state, &ars, &bry];
        state.consultation("eau").await;
        meet(&state, &[&ars, &bry]).await;
        let mut claire = opened([&state, &ars, &bry]).await;
        let page = PAGE;
        Town::settle(&towns).await;
        let mut denis = ars.somebody("Denis", Role::Agent).await;
        denis.see("/admin").await.says("consultation proposée par une autre collectivité");
        denis.see("/admin/calls").await.says("Consultation eau").says("Appel ouvert");
        let call = format!("/admin/calls/{}", calls(&ars).await[0].id.0);
        denis.see(&call).await.says("Ouvrir la parole à tous.").says("Phase contribution").says("Rues");
        ars.consultation("eau").await;
        let taken = denis.post(&call, &call, &[("slug", "eau"), ("introduction", "Venez à la mairie.")]).await;
        assert_eq!(taken.status, 422);
        taken.says("Venez à la mairie.");
        assert_eq!(denis.post(&call, &call, &[("slug", "eau-nationale"), ("introduction", "Venez à la mairie.")]).await.status, 303);
        denis.see(&call).await.says("L’organisateur n’a pas encore répondu.");
        denis.see("/admin").await.keeps_quiet_about("proposée par une autre collectivité");
        Town::settle(&towns).await;
        let organiser = state.app.instance().await.unwrap().name.clone();
        let mut visitor = ars.visitor();
        visitor.see("/").await.says(&organiser);
        visitor
            .see("/c/eau-nationale")
            .await
            .says(&format!("Cette consultation est organisée par {organiser}."))
            .says("Venez à la mairie.")
            .says(&format!("Voir chez {organiser}"))
            .says(&format!("La décision revient à {organiser}"));
        let how = visitor.see("/c/eau-nationale/how").await;
        how.says(&format!("La décision revient à {organiser}")).keeps_quiet_about("revient à la commune").says("depuis plusieurs serveurs");
        let refused = denis
            .post("/admin/consultations/eau-nationale/themes", "/admin/consultations/eau-nationale/themes", &[("theme-0-name", "Autre")])
            .await;
        assert_eq!(refused.status, 409);
        denis.see("/admin/consultations/eau-nationale").await.says(&format!("décidés par {organiser}"));
        let introduction = format!("{call}/introduction");
        assert_eq!(denis.post(&call, &introduction, &[("introduction", "La source a baissé.")]).await.status, 303);
        visitor.see("/c/eau-nationale").await.says("La source a baissé.");
        // Who carries it is said at the organiser's; whence a text comes too.
        let place = ars.app.instance().await.unwrap().name.clone();
        state.visitor().see("/c/eau").await.says("Qui porte cette consultation").says(&place);
        let ana = somebody(&ars, "Ana", "ana@example.org", true).await;
        propose(&ars, ana, "eau-nationale", "Une fontaine à boire").await;
        Town::settle(&towns).await;
        state.visitor().see("/c/eau/contributions").await.says("Une fontaine à boire").says(&place);
        assert_eq!(denis.post(&call, &format!("{call}/leave"), &[]).await.status, 303);
        visitor.see("/c/eau-nationale").await.says("n’est plus portée ici");
        Town::settle(&towns).await;
        claire.see(page).await.says("Ne la porte plus");
        assert_eq!(claire.post(page, &format!("{page}/close"), &[]).await.status, 303);
        Town::settle(&towns).await;
        let mut third = bry.somebody("Eva", Role::Agent).await;
        third.see("/admin/calls").await.says("Appel fermé");
        // For citizens it is not there.
        assert_eq!(ars.citizen("Cid").await.get("/admin/calls").await.status, 404);
    }
}

/// An agent of the State opens its consultation to both communes.
async fn opened([state, ars, bry]: [&Town; 3]) -> Citizen {
    let mut claire = state.somebody("Claire", Role::Agent).await;
    let page = PAGE;
    claire.see(page).await.says("Aucun territoire pour l’instant");
    // What is missing is said, what was typed comes back.
    let faulty = claire.post(page, page, &[("reach", "chosen"), ("rules", "Ouvrir la parole à tous.")]).await;
    assert_eq!(faulty.status, 422);
    faulty.says("Choisissez d’abord au moins un territoire.").keeps_quiet_about("Cochez au moins").says("Ouvrir la parole à tous.");
    assert_eq!(claire.post(page, page, &[("reach", "chosen"), ("rules", "")]).await.status, 422);
    let (first, second) = (known(state, ars).await.0.to_string(), known(state, bry).await.0.to_string());
    let choose = format!("{page}/choose");
    let both = [("act", "add"), ("chosen", first.as_str()), ("chosen", second.as_str())];
    assert_eq!(claire.post(&choose, &choose, &both).await.status, 303);
    assert_eq!(claire.post(page, page, &[("reach", "chosen"), ("rules", "Ouvrir la parole à tous.")]).await.status, 303);
    claire.see(page).await.says("Invité").says(&host(ars));
    claire
}
