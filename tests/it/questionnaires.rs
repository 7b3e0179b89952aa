//! Questionnaires: prepared by agents, answered with and without an account, counted, published, forgotten.

use domain::actor::Role;
use jiff::SignedDuration;
use rig::{Answer, Citizen, Town, on_both_databases};

/// An agent makes a questionnaire of two pages in the consultation `place` and publishes it. Gives its id.
pub(crate) async fn published(town: &Town, agent: &mut Citizen, respondents: &str) -> String {
    let id = drafted(town, agent, respondents).await;
    let act = format!("/admin/questionnaires/{id}/act");
    let answer = agent.post(&format!("/admin/questionnaires/{id}"), &act, &[("action", "publish")]).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    id
}

pub(crate) async fn drafted(town: &Town, agent: &mut Citizen, respondents: &str) -> String {
    let list = "/admin/consultations/place/questionnaires";
    let answer = agent.post(list, list, &[("title", "Vos trajets")]).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    let root = answer.location().to_owned();
    let zone = town.app.time_zone().await.unwrap();
    let local =
        |days: i64| (town.now() + SignedDuration::from_hours(24 * days)).to_zoned(zone.clone()).strftime("%Y-%m-%dT%H:%M").to_string();
    let form = [
        ("revision", "2".to_owned()),
        ("title", "Vos trajets".to_owned()),
        ("purpose", "Choisir où poser des arceaux.".to_owned()),
        ("respondents", respondents.to_owned()),
        ("opens_at", local(0)),
        ("closes_at", local(10)),
        ("retention_days", "30".to_owned()),
    ];
    let form: Vec<(&str, &str)> = form.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let saved = agent.post(&root, &root, &form).await;
    assert_eq!(saved.status, 303, "{}", saved.text());
    add(
        agent,
        &root,
        0,
        "single",
        &[("label", "Comment venez-vous ?"), ("choices", "À pied\nÀ vélo\nEn voiture"), ("required", "on"), ("other", "on")],
    )
    .await;
    add(agent, &root, 0, "long", &[("label", "Racontez votre trajet")]).await;
    let arrange = format!("{root}/arrange");
    assert_eq!(agent.post(&root, &arrange, &[("action", "add")]).await.status, 303);
    let second = pages(agent, &root).await.swap_remove(1);
    let page = agent.see(&format!("{root}/questions/new?page={second}&kind=scale")).await;
    let bike = page
        .body
        .split("<option value=\"")
        .find(|option| option.contains("À vélo"))
        .expect("a condition")
        .split('"')
        .next()
        .unwrap()
        .to_owned();
    let scale = [
        ("label", "Vous sentez-vous en sécurité ?"),
        ("low", "Pas du tout"),
        ("high", "Tout à fait"),
        ("required", "on"),
        ("condition", bike.as_str()),
    ];
    add(agent, &root, 1, "scale", &scale).await;
    root.rsplit('/').next().unwrap().to_owned()
}

async fn pages(agent: &mut Citizen, root: &str) -> Vec<String> {
    let page = agent.see(root).await;
    page.body.split("name=\"page\" value=\"").skip(1).map(|tail| tail.split('"').next().unwrap().to_owned()).collect()
}

pub(crate) async fn add(agent: &mut Citizen, root: &str, page: usize, kind: &str, fields: &[(&str, &str)]) {
    let page = pages(agent, root).await.swap_remove(page);
    let address = format!("{root}/questions/new?page={page}&kind={kind}");
    let answer = agent.post(&address, &address, fields).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
}

/// Begins to answer. Gives the address of one's own answer.
pub(crate) async fn begin(citizen: &mut Citizen, id: &str) -> String {
    let path = format!("/c/place/q/{id}");
    let answer = citizen.post(&path, &path, &[]).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    answer.location().to_owned()
}

/// The value of the choice with these words.
pub(crate) fn value(page: &Answer, words: &str) -> String {
    let at = page.body.find(&format!(">{words}</label>")).expect(words);
    page.body[..at].rsplit("value=\"").next().unwrap().split('"').next().unwrap().to_owned()
}

/// Answers the first page and comes to the end; those who ride answer the second.
pub(crate) async fn answer(citizen: &mut Citizen, mine: &str, choice: &str, text: &str) -> Answer {
    let page = citizen.see(&format!("{mine}?p=1")).await;
    let choice = value(&page, choice);
    let first = format!("{mine}?p=1");
    let next = citizen.post(&first, &first, &[("q1", &choice), ("q2", text), ("action", "next")]).await;
    assert_eq!(next.status, 303, "{}", next.text());
    if next.location().ends_with("?p=2") {
        let second = next.location().to_owned();
        let next = citizen.post(&second, &second, &[("q3", "4"), ("action", "next")]).await;
        assert_eq!(next.location(), format!("{mine}/send"));
        return next;
    }
    next
}

pub(crate) async fn send(citizen: &mut Citizen, mine: &str, email: &str) -> Answer {
    let page = format!("{mine}/send");
    citizen.post(&page, &page, &[("email", email)]).await
}

/// Somebody without an account answers and confirms.
async fn confirmed(town: &Town, id: &str, choice: &str, email: &str) -> Answer {
    let mut visitor = town.visitor();
    let mine = begin(&mut visitor, id).await;
    answer(&mut visitor, &mine, choice, "").await;
    assert_eq!(send(&mut visitor, &mine, email).await.status, 303);
    let link = town.latest_link(email).await;
    visitor.see(&link).await.says("Appuyez sur le bouton");
    visitor.post(&link, &link, &[]).await
}

on_both_databases! {
    async fn an_account_answers_once_page_by_page_and_resumes(town: Town) {
        town.consultation("place").await;
        let mut agent = town.somebody("Helene", Role::Agent).await;
        let id = published(&town, &mut agent, "accounts").await;
        let path = format!("/c/place/q/{id}");
        town.visitor().see("/c/place").await.says("Répondre au questionnaire : Vos trajets");
        let intro = town.visitor().see(&path).await;
        intro.says("Choisir où poser des arceaux").says("30 jours après la fermeture").says("Me connecter pour répondre");
        let mut ana = town.citizen("Ana").await;
        let mine = begin(&mut ana, &id).await;
        // Faults come back beside the field, with what was typed.
        let first = format!("{mine}?p=1");
        let faulty = ana.post(&first, &first, &[("q1", "other"), ("q2", "Par le pont"), ("action", "next")]).await;
        assert_eq!(faulty.status, 422);
        faulty.says("Écrivez votre autre réponse").says("Par le pont").says("Erreur");
        assert!(faulty.body.contains("href=\"#q1\"") && faulty.body.contains("id=\"q1\""));
        let nothing = ana.post(&first, &first, &[("action", "next")]).await;
        assert_eq!(nothing.status, 422);
        nothing.says("Une réponse est nécessaire");
        let made_up = ana.post(&first, &first, &[("q1", "0192f0c1-2d3e-7abc-8def-0123456789ab"), ("action", "next")]).await;
        assert_eq!(made_up.status, 422);
        // Put aside with a gap, then taken up again elsewhere.
        let later = ana.post(&first, &first, &[("q2", "Par le pont"), ("action", "later")]).await;
        assert_eq!(later.status, 303, "{}", later.text());
        ana.see(&path).await.says("Reprendre");
        ana.see(&mine).await.says("Par le pont").says("Étape 1 sur");
        // Whoever walks is not asked about cycling; whoever rides is.
        answer(&mut ana, &mine, "À pied", "Par le pont").await;
        ana.see(&format!("{mine}/send")).await.says("À pied").keeps_quiet_about("sécurité");
        answer(&mut ana, &mine, "À vélo", "Par le pont").await;
        ana.see(&format!("{mine}/send")).await.says("sécurité");
        // Back on foot: what was said of cycling is forgotten when it is sent.
        answer(&mut ana, &mine, "À pied", "Par le pont").await;
        assert_eq!(send(&mut ana, &mine, "").await.status, 303);
        ana.see(&mine).await.says("Votre réponse est enregistrée et compte");
        assert_eq!(ana.get(&format!("{mine}/send")).await.status, 409);
        let again = ana.post(&path, &path, &[]).await;
        assert_eq!(again.location(), mine, "the same answer");
        let export = ana.see("/account/export").await;
        let data: serde_json::Value = serde_json::from_str(&export.body).unwrap();
        assert_eq!(data["questionnaires"][0]["answers"][0]["answer"]["chosen"][0], "À pied");
        assert_eq!(data["questionnaires"][0]["answers"].as_array().unwrap().len(), 2, "{data}");
        // Nobody else reads it, at any address.
        let results = format!("{path}/results");
        for page in ["/c/place", &path, &results, "/c/place/feed.atom"] {
            assert!(!town.visitor().get(page).await.body.contains("Par le pont"), "{page}");
        }
        // It goes with the account.
        ana.post("/account/delete", "/account/delete", &[("confirm", "ana@example.org"), ("remains", "keep")]).await;
        let texts = format!("/admin/questionnaires/{id}/texts/{}", question(&mut agent, &id).await);
        agent.see(&texts).await.keeps_quiet_about("Par le pont");
    }
}

/// The id of the question with texts.
async fn question(agent: &mut Citizen, id: &str) -> String {
    let page = agent.see(&format!("/admin/questionnaires/{id}/answers")).await;
    page.body.split("/texts/").nth(2).unwrap().split('"').next().unwrap().to_owned()
}

on_both_databases! {
    async fn without_an_account_an_address_confirms_and_a_mailbox_counts_once(town: Town) {
        town.consultation("place").await;
        let mut agent = town.somebody("Helene", Role::Agent).await;
        let id = published(&town, &mut agent, "everyone").await;
        let mut visitor = town.visitor();
        let mine = begin(&mut visitor, &id).await;
        // A link to go on later, on another device.
        let first = format!("{mine}?p=1");
        let later = visitor.post(&first, &first, &[("q2", "Par le parc"), ("action", "later")]).await;
        assert_eq!(later.location(), format!("{mine}/later"));
        let page = format!("{mine}/later");
        assert_eq!(visitor.post(&page, &page, &[("email", "not an address")]).await.status, 422);
        assert_eq!(visitor.post(&page, &page, &[("email", "zoe@example.org")]).await.status, 303);
        let link = town.latest_link("zoe@example.org").await;
        assert_eq!(link, mine);
        let mut phone = town.visitor();
        phone.see(&link).await.says("Par le parc");
        answer(&mut phone, &link, "En voiture", "Par le parc").await;
        let wrong = send(&mut phone, &link, "not an address").await;
        assert_eq!(wrong.status, 422);
        wrong.says("Donnez une adresse e-mail").says("En voiture");
        assert_eq!(send(&mut phone, &link, "zoe@example.org").await.status, 303);
        phone.see(&link).await.says("Il reste un geste");
        let answers = format!("/admin/questionnaires/{id}/answers");
        let count = |page: &Answer, word: &str| page.text().split(&format!("{word} ")).nth(1).unwrap().split(' ').next().unwrap().to_owned();
        let page = agent.see(&answers).await;
        assert_eq!((count(&page, "Comptées"), count(&page, "À confirmer, non comptées")), ("0".into(), "1".into()));
        let confirm = town.latest_link("zoe@example.org").await;
        assert_ne!(confirm, mine);
        phone.post(&confirm, &confirm, &[]).await.says("enregistrée et compte");
        phone.post(&confirm, &confirm, &[]).await.says("enregistrée et compte");
        // The same mailbox again, written otherwise: kept apart, said, never counted silently, never dropped.
        confirmed(&town, &id, "À pied", "z.o.e+2@example.org").await.says("à part");
        let page = agent.see(&answers).await;
        assert_eq!((count(&page, "Comptées"), count(&page, "Mises à part, non comptées")), ("1".into(), "1".into()));
        page.says("adresse écrite avec des points");
        let flagged = page.hidden("response").unwrap();
        assert_eq!(agent.post(&answers, &format!("{answers}/count"), &[("response", &flagged)]).await.status, 303);
        assert_eq!(count(&agent.see(&answers).await, "Comptées"), "2");
        // One's own answer can be deleted with the link.
        let erase = format!("{link}/erase");
        assert_eq!(phone.post(&link, &erase, &[]).await.status, 303);
        assert_eq!(phone.get(&link).await.status, 404);
        assert_eq!(count(&agent.see(&answers).await, "Comptées"), "1");
        // Never confirmed: forgotten after seven days, and said.
        let mut late = town.visitor();
        let mine = begin(&mut late, &id).await;
        answer(&mut late, &mine, "À pied", "").await;
        send(&mut late, &mine, "late@example.org").await;
        let too_late = town.latest_link("late@example.org").await;
        town.wait(SignedDuration::from_hours(8 * 24));
        actions::jobs::sweep(&town.app).await.unwrap();
        assert_eq!(late.post(&too_late, &too_late, &[]).await.status, 410);
        let mut agent = town.somebody("Karim", Role::Agent).await;
        assert_eq!(count(&agent.see(&answers).await, "Jamais confirmées, effacées"), "1");
    }
}

on_both_databases! {
    async fn questions_stay_once_somebody_answers(town: Town) {
        town.consultation("place").await;
        let mut agent = town.somebody("Helene", Role::Agent).await;
        let id = published(&town, &mut agent, "accounts").await;
        let root = format!("/admin/questionnaires/{id}");
        let page = agent.see(&root).await;
        let link = format!("{root}/questions/");
        let edit = page.body.split(&link).skip(1).find(|tail| !tail.starts_with("new")).unwrap()[..36].to_owned();
        let question = format!("{root}/questions/{edit}");
        let reworded = [("label", "Comment venez-vous ici ?"), ("choices", "À pied\nÀ vélo\nEn voiture"), ("required", "on")];
        assert_eq!(agent.post(&question, &question, &reworded).await.status, 303);
        let mut ana = town.citizen("Ana").await;
        begin(&mut ana, &id).await;
        for (action, fields) in [(question.clone(), reworded.to_vec()), (format!("{root}/arrange"), vec![("action", "add")])] {
            let answer = agent.post("/account", &action, &fields).await;
            assert_eq!(answer.status, 409, "{action}");
            answer.says("les questions ne changent plus");
        }
        let remove = format!("question:remove:{edit}");
        assert_eq!(agent.post("/account", &format!("{root}/arrange"), &[("action", &remove)]).await.status, 409);
        agent.see(&root).await.says("Quelqu'un a commencé à répondre");
        let copy = agent.post(&root, &format!("{root}/act"), &[("action", "duplicate")]).await;
        let copy = copy.location().split('?').next().unwrap().to_owned();
        agent.see(&copy).await.says("Comment venez-vous ici ?").keeps_quiet_about("Quelqu'un a commencé");
        assert_eq!(agent.post(&root, &format!("{root}/act"), &[("action", "close")]).await.status, 303);
        assert_eq!(ana.get(&format!("/c/place/q/{id}/r/me")).await.status, 403);
    }
}

on_both_databases! {
    async fn results_are_kept_when_published_and_small_numbers_withheld(town: Town) {
        town.consultation("place").await;
        let mut agent = town.somebody("Helene", Role::Agent).await;
        let id = published(&town, &mut agent, "accounts").await;
        let (root, results) = (format!("/admin/questionnaires/{id}"), format!("/c/place/q/{id}/results"));
        for n in 0..12 {
            let mut citizen = town.citizen(&format!("Person {n}")).await;
            let mine = begin(&mut citizen, &id).await;
            let text = if n == 0 { "=HYPERLINK(\"http://x\")" } else { "" };
            answer(&mut citizen, &mine, if n < 3 { "À vélo" } else { "À pied" }, text).await;
            assert_eq!(send(&mut citizen, &mine, "").await.status, 303);
        }
        assert_eq!(town.visitor().get(&results).await.status, 404);
        let answers = format!("{root}/answers");
        let csv = agent.get(&format!("{answers}.csv")).await;
        assert_eq!(csv.status, 200);
        assert_eq!(csv.body.lines().count(), 13);
        assert!(csv.body.contains("\"'=HYPERLINK") && csv.body.contains("\"À vélo\""), "{}", csv.body);
        let json: serde_json::Value = serde_json::from_str(&agent.get(&format!("{answers}.json")).await.body).unwrap();
        assert_eq!(json.as_array().unwrap().len(), 12);
        assert!(!csv.body.contains("example.org") && !json.to_string().contains("Person"));
        let early = agent.post(&answers, &answers, &[("note", "")]).await;
        assert_eq!(early.status, 403, "still open");
        assert_eq!(agent.post(&root, &format!("{root}/act"), &[("action", "close")]).await.status, 303);
        let texts = format!("{root}/texts/{}", question(&mut agent, &id).await);
        let response = agent.see(&texts).await.hidden("response").unwrap();
        assert_eq!(agent.post(&texts, &texts, &[("response", &response), ("choose", "1"), ("page", "1")]).await.status, 303);
        assert_eq!(agent.post(&answers, &answers, &[("note", "Neuf sur douze viennent à pied.")]).await.status, 303);
        let page = town.visitor().see(&results).await;
        page.says("12 réponses comptées").says("Neuf sur douze").says("À pied 75 % 9 75").says("Moins de 11 personnes");
        assert!(!page.body.contains("HYPERLINK"), "too few wrote for a text to be shown");
        town.visitor().see("/c/place").await.says("Résultats : Vos trajets");
        // An account that goes takes its answer away, and changes no published figure.
        let email = "person.5@example.org";
        let viewer = town.viewer(email).await;
        actions::accounts::erase(&town.app, viewer, email, actions::accounts::Remains::Keep).await.unwrap();
        town.visitor().see(&results).await.says("12 réponses comptées");
        // After the announced time single answers are gone, and the figures stay.
        town.wait(SignedDuration::from_hours(24 * 41));
        actions::jobs::sweep(&town.app).await.unwrap();
        let left = town.app.store.read(|db| {
            let all = store::consultations::by_slug(db, "place")?.unwrap();
            let one = store::questionnaires::of_consultation(db, all.id, true)?.remove(0);
            store::responses::any(db, one.id)
        });
        assert!(!left.await.unwrap());
        town.visitor().see(&results).await.says("À pied 75 % 9 75");
    }
}

on_both_databases! {
    async fn a_draft_is_not_there_and_faulty_preparation_keeps_what_was_typed(town: Town) {
        town.consultation("place").await;
        let mut agent = town.somebody("Helene", Role::Agent).await;
        let id = drafted(&town, &mut agent, "accounts").await;
        let (there, nowhere) = (format!("/c/place/q/{id}"), "/c/place/q/0192f0c1-2d3e-7abc-8def-0123456789ab".to_owned());
        for tail in ["", "/results", "/r/me", "/r/x", "/confirm/x"] {
            for citizen in [&mut town.visitor(), &mut town.citizen(&format!("Ana{}", tail.len())).await] {
                let (one, other) = (citizen.get(&format!("{there}{tail}")).await, citizen.get(&format!("{nowhere}{tail}")).await);
                assert_eq!((one.status.as_u16(), other.status.as_u16()), (404, 404), "{tail}");
                assert_eq!(one.text(), other.text());
            }
        }
        town.visitor().see("/c/place").await.keeps_quiet_about("Vos trajets");
        let root = format!("/admin/questionnaires/{id}");
        agent.see(&format!("{root}/preview")).await.says("Comment venez-vous ?").says("Posée si la réponse");
        let faulty = [("revision", "9"), ("title", "Oui"), ("purpose", ""), ("respondents", "nobody"), ("opens_at", "x"), ("closes_at", ""), ("retention_days", "0")];
        let answer = agent.post(&root, &root, &faulty).await;
        assert_eq!(answer.status, 422);
        answer.says("Dites à quoi servent les réponses").says("entre 1 et 1 096");
        assert!(answer.body.contains("value=\"Oui\""));
        let page = pages(&mut agent, &root).await.swap_remove(0);
        let new = format!("{root}/questions/new?page={page}&kind=multiple");
        let answer = agent.post(&new, &new, &[("label", "Quels jours ?"), ("choices", "Lundi\nLundi"), ("least", "7")]).await;
        assert_eq!(answer.status, 422);
        answer.says("Deux réponses sont les mêmes").says("Il reste 2 points");
        assert!(answer.body.contains("value=\"Quels jours ?\""));
        let empty = agent.post("/admin/consultations/place/questionnaires", "/admin/consultations/place/questionnaires", &[("title", "Vide de questions")]).await;
        let empty = empty.location().to_owned();
        let answer = agent.post(&empty, &format!("{empty}/act"), &[("action", "publish")]).await;
        assert_eq!(answer.status, 422);
        answer.says("Dites à quoi servent");
        for page in [root.as_str(), &format!("{root}/answers"), &format!("{root}/answers.csv")] {
            assert_eq!(town.citizen(&format!("Bob{}", page.len())).await.get(page).await.status, 404, "{page}");
            assert_ne!(town.somebody(&format!("Mo{}", page.len()), Role::Moderator).await.get(page).await.status, 200, "{page}");
        }
    }
}
