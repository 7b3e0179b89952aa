//! Reports from the street: made without an account, followed, tended, joined, hidden; and what stays private.

pub(crate) mod between;
mod ground;
mod groups;
mod guests;
mod land;
mod maps;
mod open311;
mod private;
mod staff;

use domain::actor::Role;
use http::{Request, header};
use rig::{Answer, Citizen, Town, on_both_databases};

/// Six times four pixels.
const PNG: &[u8] = b"\x89PNG\x0d\x0a\x1a\x0a\x00\x00\x00\x0dIHDR\x00\x00\x00\x06\x00\x00\x00\x04\x08\x02\x00\x00\x00\x22f\xd9\x14\x00\x00\x00\x11IDATx\xdac0H\x98\x80\x86\x18\xc8\x15\x02\x00\xf9y\x1b\x01\xc2?\x0e&\x00\x00\x00\x00IEND\xaeB`\x82";

/// Agents add a category through the back office.
pub(crate) async fn category(agent: &mut Citizen, name: &str, more: &[(&str, &str)]) {
    let mut fields = vec![("name", name), ("service", "Services techniques"), ("days", "10")];
    fields.retain(|(field, _)| !more.iter().any(|(other, _)| other == field));
    fields.extend(more);
    let answer = agent.post("/admin/street/categories", "/admin/street/categories", &fields).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
}

/// A form with files, as a browser sends it.
pub(crate) async fn send(citizen: &mut Citizen, origin: &str, action: &str, fields: &[(&str, &str)], photo: Option<&[u8]>) -> Answer {
    let mut body = Vec::new();
    for (name, value) in fields {
        body.extend(format!("--b\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").bytes());
    }
    if let Some(photo) = photo {
        body.extend(b"--b\r\nContent-Disposition: form-data; name=\"picture\"; filename=\"x.jpg\"\r\nContent-Type: image/jpeg\r\n\r\n");
        body.extend(photo);
        body.extend(b"\r\n");
    }
    body.extend(b"--b--\r\n");
    let request = Request::post(action).header(header::CONTENT_TYPE, "multipart/form-data; boundary=b").header(header::ORIGIN, origin);
    citizen.send(request.body(body.into()).unwrap()).await
}

/// The last step of the form, as somebody fills it in.
pub(crate) async fn report(town: &Town, citizen: &mut Citizen, more: &[(&str, &str)], photo: Option<&[u8]>) -> Answer {
    let usual = [
        ("kind", "anomaly"),
        ("category", "voirie"),
        ("address", "12 rue des Tilleuls"),
        ("latitude", "48,8566"),
        ("longitude", "2.3522"),
        ("body", "Un trou profond devant le numéro 12."),
    ];
    let token = citizen.token("/street/new/words?address=x&kind=anomaly&category=voirie").await;
    let mut fields: Vec<(&str, &str)> = usual.into_iter().filter(|(field, _)| !more.iter().any(|(other, _)| other == field)).collect();
    fields.extend(more);
    fields.push(("_csrf", &token));
    send(citizen, town.app.links.origin(), "/street/new", &fields, photo).await
}

/// A picture with something behind it that is none of anybody's business.
fn photo() -> Vec<u8> {
    [PNG, b"GPSCANARY 48.8566N 2.3522E"].concat()
}

/// A report is refused: for a reason, naming who is competent; and whoever wants no more letters gets none.
async fn refused(town: &Town, (agent, passer): (&mut Citizen, &mut Citizen), link: &str) {
    let letters = town.letters().await.len();
    for (fields, fault) in [
        (vec![("next", "refused")], "Choisissez une"),
        (vec![("next", "refused"), ("reason", "not_ours")], "Ce champ est nécessaire"),
        (vec![("next", "received")], "ne peut pas passer"),
        (vec![("next", "forwarded")], "ne peut pas passer"),
        (vec![("next", "assigned")], "Ce champ est nécessaire"),
    ] {
        let answer = agent.post("/admin/street/1", "/admin/street/1", &fields).await;
        assert_eq!(answer.status, 422, "{fields:?}");
        answer.says(fault);
    }
    let fields = [("next", "refused"), ("reason", "not_ours"), ("competent", "Gaz Réseau"), ("category", "voirie")];
    assert_eq!(agent.post("/admin/street/1", "/admin/street/1", &fields).await.status, 303);
    assert_eq!(town.letters().await.len(), letters + 1);
    passer.see("/street/1").await.says("Sans suite").says("Gaz Réseau").says("pas de notre compétence");
    // No more letters.
    assert_eq!(passer.post(link, &format!("{link}/stop"), &[]).await.status, 303);
    assert_eq!(
        agent
            .post("/admin/street/1", "/admin/street/1", &[("next", "accepted"), ("words", "On reprend."), ("category", "voirie")])
            .await
            .status,
        303
    );
    assert_eq!(town.letters().await.len(), letters + 1);
    assert_eq!(passer.get(link).await.status, 410);
}

on_both_databases! {
    async fn somebody_without_an_account_reports_in_three_steps_and_hears_of_each(town: Town) {
        let mut agent = town.somebody("Helene", Role::Agent).await;
        let mut passer = town.visitor();
        passer.see("/street").await.says("ne prend pas de signalement");
        assert_eq!(passer.get("/street/new/what?address=ici").await.status, 404);
        category(&mut agent, "Voirie", &[]).await;
        passer.see("/street").await.says("Faire un signalement");
        // Where: faults come back with what was typed.
        let faulty = passer.get("/street/new/what?spot=abc").await;
        assert_eq!(faulty.status, 422);
        assert!(faulty.says("Ces coordonnées n’ont pas pu être lues").body.contains("value=\"abc\""));
        assert_eq!(passer.get("/street/new/what").await.status, 422);
        assert_eq!(passer.get("/street/new/words?address=ici&kind=anomaly&category=autre").await.status, 422);
        passer.see("/street/new/what?address=12+rue+des+Tilleuls&latitude=48.8566&longitude=2.3522").await.says("Voirie").keeps_quiet_about("Déjà signalé ici");
        // The last step: everything wrong is said at once, and the text is kept.
        let faulty = report(&town, &mut passer, &[("body", "Oh"), ("email", "rien")], None).await;
        assert_eq!(faulty.status, 422);
        faulty.says("Écrivez au moins").says("Donnez une adresse e-mail").says("Oh");
        faulty.says("depuis Mastodon");
        let answer = report(&town, &mut passer, &[("email", "zoe@example.org"), ("name", "Zoé Canari")], Some(b"MZ not a picture")).await;
        assert_eq!(answer.status, 422);
        answer.says("pas une image").says("Un trou profond");
        let answer = report(&town, &mut passer, &[("email", "zoe@example.org"), ("name", "Zoé Canari")], Some(&photo())).await;
        assert_eq!((answer.status.as_u16(), answer.location()), (303, "/street/sent"));
        passer.see("/street").await.says("0 signalement").keeps_quiet_about("Tilleuls");
        agent.see("/admin/street").await.keeps_quiet_about("Tilleuls");
        // The letter: opening it changes nothing, its button does.
        let link = town.latest_link("zoe@example.org").await;
        passer.see(&link).await.says("Confirmer mon signalement");
        passer.see("/street").await.keeps_quiet_about("Tilleuls");
        assert_eq!(passer.post(&link, &link, &[]).await.status, 303);
        passer.see("/street").await.says("1 signalement").says("Tilleuls");
        agent.see("/admin").await.says("signalement reçu");
        let shown = passer.see("/street/1").await;
        shown.says("Un trou profond").says("Reçu").keeps_quiet_about("Zoé").keeps_quiet_about("zoe@");
        let picture = passer.get("/street/1/photo").await;
        assert_eq!(picture.header("content-type"), "image/jpeg");
        assert!(!String::from_utf8_lossy(&picture.bytes).contains("GPSCANARY"), "what is hidden in a picture is gone");
        // Its id opens nothing: it is shown with its report, and hidden with it.
        let id = town.app.store.read(|db| store::street::numbered(db, 1)).await.unwrap().unwrap().photo_id.unwrap();
        assert_eq!(passer.get(&format!("/media/{}", id.0)).await.status, 404);
        assert!(!picture.header("etag").contains(&id.0.to_string()));
        agent.see("/admin/street/1").await.says("Zoé Canari").says("zoe@example.org").says("Le site");
        // Each step is told.
        let fields = [("next", "in_progress"), ("words", "Une équipe passe jeudi."), ("note", "Chercher la plaque."), ("service", "Régie"), ("category", "voirie")];
        assert_eq!(agent.post("/admin/street/1", "/admin/street/1", &fields).await.status, 303);
        passer.see("/street/1").await.says("En cours").says("jeudi").keeps_quiet_about("plaque");
        passer.see(&town.latest_link("zoe@example.org").await).await.says("jeudi").keeps_quiet_about("plaque");
        refused(&town, (&mut agent, &mut passer), &link).await;
    }
}

on_both_databases! {
    async fn what_is_there_already_is_followed_joined_and_hidden(town: Town) {
        let mut agent = town.somebody("Helene", Role::Agent).await;
        category(&mut agent, "Voirie", &[]).await;
        let mut ana = town.citizen("Ana").await;
        let answer = report(&town, &mut ana, &[], None).await;
        assert_eq!(answer.location(), "/street/1?done=street-made");
        let mut bo = town.citizen("Bo").await;
        bo.see("/street/new/what?latitude=48.8567&longitude=2.3523").await.says("Déjà signalé ici").says("Tilleuls");
        bo.see("/street/new/what?latitude=48.87&longitude=2.3523").await.keeps_quiet_about("Déjà signalé ici");
        assert_eq!(bo.post("/street/1", "/street/1/follow", &[]).await.status, 303);
        bo.see("/street/1").await.says("Vous suivez ce signalement");
        let mut passer = town.visitor();
        assert_eq!(passer.post("/street/1", "/street/1/follow", &[("email", "carl@example.org")]).await.location(), "/street/sent");
        let link = town.latest_link("carl@example.org").await;
        assert_eq!(passer.post(&link, &link, &[]).await.status, 303);
        let followers = async || town.app.store.read(|db| store::street::numbered(db, 1)).await.unwrap().unwrap().followers;
        assert_eq!(followers().await, 3);
        // The same again, by somebody who looked away; the agent joins them.
        assert_eq!(report(&town, &mut bo, &[("address", "rue des Tilleuls")], None).await.status, 303);
        assert_eq!(report(&town, &mut town.citizen("Dan").await, &[("address", "place du Puits")], None).await.status, 303);
        for into in ["2", "99", "x", "3 "] {
            let answer = agent.post("/admin/street/2", "/admin/street/2/merge", &[("same_as", into)]).await;
            let expected = if into == "3 " { 303 } else { 422 };
            assert_eq!(answer.status, expected, "{into}");
            if expected == 422 {
                // The other form on the page still says what is: saving it changes nothing.
                answer.says("Donnez le numéro d’un autre signalement");
                for chosen in ["<option value=\"received\" selected>", "<option value=\"voirie\" selected>"] {
                    assert!(answer.body.contains(chosen), "{chosen}: {}", answer.body);
                }
                assert!(answer.body.contains("value=\"Services techniques\"") && answer.body.contains(&format!("value=\"{into}\"")), "{}", answer.body);
            }
        }
        assert_eq!(agent.post("/admin/street/3", "/admin/street/3/merge", &[("same_as", "1")]).await.status, 303);
        assert_eq!(followers().await, 4, "Bo is counted once");
        bo.see("/street/2").await.says("Déjà signalé").says("N° 1");
        assert_eq!(agent.post("/admin/street/1", "/admin/street/1/merge", &[("same_as", "2")]).await.status, 422, "no rings");
        // Hidden: gone for everybody, with its picture, its feed entry and its place in the list.
        assert!(passer.see("/feeds/street.atom").await.body.contains("Un trou profond"));
        assert_eq!(agent.post("/admin/street/1", "/admin/street/1/hide", &[("act", "hide")]).await.status, 303);
        assert_eq!((passer.get("/street/1").await.status.as_u16(), ana.get("/street/1").await.status.as_u16()), (404, 404));
        passer.see("/street").await.keeps_quiet_about("12 rue des Tilleuls");
        assert!(!passer.see("/feeds/street.atom").await.body.contains("/street/1\""));
        agent.see("/admin/street/1").await.says("Un trou profond");
        assert_eq!(agent.post("/admin/street/1", "/admin/street/1/hide", &[("act", "show")]).await.status, 303);
        passer.see("/street/1").await.says("Un trou profond");
        // Whoever leaves is counted no more.
        let fields = [("confirm", "bo@example.org"), ("remains", "keep")];
        assert_eq!(bo.post("/account/delete", "/account/delete", &fields).await.status, 303);
        assert_eq!(followers().await, 3);
        // Figures, with their file.
        agent.see("/admin/street/figures").await.says("Voirie").says("2026-03");
        let file = agent.see("/admin/street/figures.csv").await.body;
        assert!(file.contains("\"2026-03\";\"Voirie\";\"Services techniques\";\"1\";\"0\";\"0\";\"\""), "{file}");
        for mut other in [ana, town.visitor(), town.somebody("Marc", Role::Moderator).await] {
            for path in ["/admin/street", "/admin/street/1", "/admin/street/figures.csv", "/admin/street/categories", "/admin/street/new"] {
                assert_ne!(other.get(path).await.status, 200, "{path}");
            }
        }
    }
}

on_both_databases! {
    async fn what_is_private_is_seen_by_agents_and_its_author_only(town: Town) {
        let mut agent = town.somebody("Helene", Role::Agent).await;
        category(&mut agent, "Voirie", &[("private", "on")]).await;
        let mut ana = town.citizen("Ana").await;
        ana.see("/street/new/words?address=x&kind=anomaly&category=voirie").await.says("ne sont pas publics").keeps_quiet_about("depuis Mastodon");
        assert_eq!(report(&town, &mut ana, &[], Some(&photo())).await.status, 303);
        ana.see("/street/1").await.says("pas public").says("Un trou profond");
        assert_eq!(ana.get("/street/1/photo").await.header("cache-control"), "private, no-store");
        for mut other in [town.visitor(), town.citizen("Bo").await] {
            for path in ["/street/1", "/street/1/photo"] {
                assert_eq!(other.get(path).await.status, 404, "{path}");
            }
            other.see("/street").await.says("0 signalement");
        }
        let answer = town.visitor().post("/sign-in", "/street/1/follow", &[("email", "x@example.org")]).await;
        assert_eq!(answer.status, 404);
        // Another one says the same and is joined to it: its author follows, and reads nothing of Ana's.
        let mut carl = town.citizen("Carl").await;
        assert_eq!(report(&town, &mut carl, &[("body", "Le même trou, je crois.")], None).await.status, 303);
        assert_eq!(agent.post("/admin/street/2", "/admin/street/2/merge", &[("same_as", "1")]).await.status, 303);
        for path in ["/street/1", "/street/1/photo"] {
            assert_eq!(carl.get(path).await.status, 404, "{path}");
        }
        let fields = [("next", "accepted"), ("words", "Nous venons chez vous jeudi."), ("category", "voirie")];
        assert_eq!(agent.post("/admin/street/1", "/admin/street/1", &fields).await.status, 303);
        let link = town.latest_link("carl@example.org").await;
        carl.see(&link).await.keeps_quiet_about("Un trou profond").keeps_quiet_about("chez vous jeudi");
        ana.see("/street/1").await.says("chez vous jeudi");
    }
}

on_both_databases! {
    async fn agents_enter_for_whoever_calls_and_the_channel_is_kept(town: Town) {
        let mut agent = town.somebody("Helene", Role::Agent).await;
        category(&mut agent, "Voirie", &[]).await;
        let again = agent.post("/admin/street/categories", "/admin/street/categories", &[("name", "voirie"), ("days", "-3")]).await;
        assert_eq!(again.status, 422);
        let again = agent.post("/admin/street/categories", "/admin/street/categories", &[("name", "voirie")]).await;
        again.says("déjà pris");
        let template = [("template", "Merci"), ("state", "accepted"), ("words", "Merci, une équipe va passer.")];
        assert_eq!(agent.post("/admin/street/categories", "/admin/street/templates", &template).await.status, 303);
        let token = agent.token("/admin/street/new").await;
        let usual = [("category", "voirie"), ("kind", "congratulation"), ("spot_address", "place du Puits"), ("spot", "48.8566, 2.3522"), ("body", "Les fleurs sont belles."), ("_csrf", &token)];
        let origin = town.app.links.origin().to_owned();
        for channel in ["web", "open311", ""] {
            let fields: Vec<_> = usual.into_iter().chain([("channel", channel)]).collect();
            assert_eq!(send(&mut agent, &origin, "/admin/street/new", &fields, None).await.status, 422);
        }
        let fields: Vec<_> = usual.into_iter().chain([("channel", "phone"), ("name", "Mme Puits"), ("phone", "05 53 00 00 00"), ("email", "puits@example.org")]).collect();
        assert_eq!(send(&mut agent, &origin, "/admin/street/new", &fields, None).await.location(), "/admin/street/1?done=street-made");
        agent.see("/admin/street/1").await.says("Téléphone").says("Mme Puits").says("05 53 00 00 00").says("Reprendre ce texte");
        town.visitor().see("/street/1").await.says("Les fleurs").keeps_quiet_about("Mme Puits").keeps_quiet_about("05 53");
        let link = town.latest_link("puits@example.org").await;
        town.visitor().see(&link).await.says("Les fleurs");
        // Late once the promised day is over.
        agent.see("/admin/street?whose=late").await.says("Aucun signalement");
        town.wait(jiff::SignedDuration::from_hours(11 * 24));
        let mut agent = town.somebody("Jeanne", Role::Agent).await;
        agent.see("/admin/street?whose=late").await.says("place du Puits").says("En retard");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn five_hundred_reports_from_one_address_do_not_fill_the_queue() {
    let mut town = Town::on_sqlite().await;
    town.app.limits = std::sync::Arc::new(actions::limits::Limits::new());
    let mut agent = town.somebody("Helene", Role::Agent).await;
    category(&mut agent, "Voirie", &[]).await;
    let form = actions::street::ReportForm {
        kind: "anomaly".into(),
        category: "voirie".into(),
        body: "Encore un trou.".into(),
        address: "ici".into(),
        ..Default::default()
    };
    let mut taken = 0;
    for number in 0..500 {
        let contact = actions::street::Contact { email: format!("a{number}@example.org"), ..Default::default() };
        let lang = domain::lang::Lang::Fr;
        let made = actions::street::make(&town.app, domain::actor::Viewer::VISITOR, b"198.51.100.7", (&form, &contact, lang), None).await;
        taken += usize::from(made.is_ok());
    }
    assert!((1..=25).contains(&taken), "{taken}");
    // Nobody confirmed, and no letter has left: after fourteen days nothing is left.
    town.wait(jiff::SignedDuration::from_hours(15 * 24));
    actions::jobs::sweep(&town.app).await.unwrap();
    let left = town.app.store.read(|db| store::street::numbered(db, 1)).await.unwrap();
    assert!(left.is_none());
}
