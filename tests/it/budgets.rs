//! A participatory budget through the doors, before and after its vote: envelopes, deposit, study, answers, vote prepared, results, works.

use actions::votes::{self, Outcome, Voter};
use deliberation::ballot::Ballot;
use domain::actor::Role;
use domain::id::{ActorId, BoxId};
use domain::vote::Level;
use jiff::SignedDuration;
use rig::{Citizen, Town, on_both_databases};
use store::Uid;

const OFFICE: &str = "/admin/consultations/place/budget";
const NEW: &str = "/c/place/budget/new";

/// Two envelopes: 10,000 euros for all, 500 at most for a project of the station's district.
const ENVELOPES: [(&str, &str); 7] = [
    ("envelope-0-title", "Tout le bourg"),
    ("envelope-0-amount", "10 000 €"),
    ("envelope-1-title", "La gare"),
    ("envelope-1-district", "Quartier de la gare"),
    ("envelope-1-amount", "2 000,50"),
    ("envelope-1-most", "500"),
    ("envelope-2-title", ""),
];

/// A consultation with a budget, and the agent who runs it.
async fn budget(town: &Town) -> Citizen {
    town.consultation("place").await;
    let mut agent = town.somebody("Helene", Role::Agent).await;
    let kept = agent.post(OFFICE, OFFICE, &ENVELOPES).await;
    assert_eq!(kept.status, 303, "{}", kept.text());
    agent
}

/// Ids of the envelopes, in their order.
async fn envelopes(town: &Town) -> Vec<String> {
    let read = town.app.store.read(|db| {
        let consultation = store::consultations::by_slug(db, "place")?.unwrap();
        store::budget::envelopes(db, consultation.id)
    });
    read.await.unwrap().into_iter().map(|row| row.id.0.to_string()).collect()
}

/// Deposits a project; gives the path of its page.
async fn deposit(town: &Town, citizen: &mut Citizen, title: &str, envelope: usize) -> String {
    let envelope = envelopes(town).await[envelope].clone();
    let form =
        [("title", title), ("body", "Pour tout le monde."), ("envelope", &envelope), ("place", "Rue des Tilleuls"), ("asked", "1 200")];
    let done = citizen.post(NEW, NEW, &form).await;
    assert_eq!(done.status, 303, "{}", done.text());
    town.wait(SignedDuration::from_mins(1));
    done.location().split('?').next().unwrap().to_owned()
}

fn office(page: &str) -> String {
    page.replace("/c/place/p/", "/admin/consultations/place/projects/")
}

async fn study(town: &Town, agent: &mut Citizen, page: &str, verdict: &str, cost: &str) {
    let (desk, envelope) = (office(page), envelopes(town).await[0].clone());
    let form =
        [("envelope", envelope.as_str()), ("service", "Voirie"), ("verdict", verdict), ("cost", cost), ("reasons", "Le sol est stable.")];
    let kept = agent.post(&desk, &format!("{desk}/study"), &form).await;
    assert_eq!(kept.status, 303, "{}", kept.text());
}

async fn decide(agent: &mut Citizen, page: &str, decision: &str, into: &str) -> rig::Answer {
    let desk = office(page);
    let body = "Le service a étudié ce projet et voici pourquoi.";
    agent
        .post(&desk, &format!("{desk}/decide"), &[("decision", decision), ("into", into), ("body", body), ("signed_by", "La voirie")])
        .await
}

on_both_databases! {
    async fn envelopes_change_until_their_vote_is_published(town: Town) {
        let mut agent = budget(&town).await;
        town.visitor().see("/c/place").await.says("Budget");
        town.visitor().see("/c/place/budget").await.says("12 000,50 € à partager").says("Quartier de la gare").says("500 € au plus par projet");
        for (field, wrong) in [("envelope-0-amount", "beaucoup"), ("envelope-0-amount", "0"), ("envelope-1-most", "3000"), ("envelope-0-title", "")] {
            let mut form = ENVELOPES.to_vec();
            form.iter_mut().filter(|(name, _)| *name == field).for_each(|(_, value)| *value = wrong);
            let answer = agent.post(OFFICE, OFFICE, &form).await;
            assert_eq!(answer.status, 422, "{field} {wrong}");
            assert!(answer.body.contains(&format!("id=\"{field}-error\"")) && answer.body.contains("Quartier de la gare"), "{}", answer.body);
        }
        let mut ana = town.citizen("Ana").await;
        deposit(&town, &mut ana, "Des bancs à l’ombre", 1).await;
        let ids = envelopes(&town).await;
        let without = [("envelope-0-id", ids[0].as_str()), ("envelope-0-title", "Tout le bourg"), ("envelope-0-amount", "9 000")];
        let refused = agent.post(OFFICE, OFFICE, &without).await;
        assert_eq!(refused.status, 422);
        refused.says("Une enveloppe qui contient des projets ne peut pas être supprimée");
        town.visitor().see("/c/place/budget").await.says("12 000,50 €");
        for (role, status) in [(Role::Citizen, 404), (Role::Moderator, 403)] {
            let mut other = town.somebody(&format!("Other {role}"), role).await;
            assert_eq!(other.get(OFFICE).await.status, status, "{role}");
        }
        assert_eq!(town.visitor().get("/c/place/budget/projects?envelope=x&state=x&page=99").await.status, 200);
        town.draft("vide").await;
        assert_eq!(town.visitor().get("/c/vide/budget").await.status, 404);
    }
}

on_both_databases! {
    async fn a_project_is_deposited_on_a_form_that_keeps_its_text(town: Town) {
        budget(&town).await;
        let mut ana = town.citizen("Ana").await;
        assert_eq!(ana.get("/c/place/new?kind=proposal").await.location(), NEW);
        let faulty = [("title", "Un"), ("body", "Un long récit."), ("envelope", ""), ("place", "Rue des Tilleuls"), ("asked", "cher")];
        let answer = ana.post(NEW, NEW, &faulty).await;
        assert_eq!(answer.status, 422);
        answer.says("Il reste 3 points à corriger").says("Choisissez une enveloppe").says("Un long récit.");
        assert!(answer.body.contains("value=\"cher\"") && answer.body.contains("value=\"Rue des Tilleuls\""));
        let unknown = [("title", "Des bancs"), ("body", "Oui."), ("envelope", "0190163d-8694-739b-aea5-966c26f8ad90")];
        assert_eq!(ana.post(NEW, NEW, &unknown).await.status, 422);
        town.visitor().see("/c/place/budget/projects").await.says("Aucun projet");
        let page = deposit(&town, &mut ana, "Des bancs à l’ombre", 1).await;
        town.visitor().see(&page).await.says("La gare (Quartier de la gare)").says("Rue des Tilleuls").says("1 200 €").says("Déposé");
        town.visitor().see("/c/place/budget/projects").await.says("1 projet").says("Des bancs à l’ombre").says("selon l’auteur");
        town.visitor().see("/c/place/budget").await.says("1 auteur attend encore sa réponse");
        // What is wrong with place or cost is corrected by its author, and by nobody else.
        let (correct, first) = (format!("{page}/project"), envelopes(&town).await[0].clone());
        let form = [("envelope", first.as_str()), ("place", "Rue des Lilas"), ("asked", "")];
        assert_eq!(ana.post(&correct, &correct, &form).await.status, 303);
        town.visitor().see(&page).await.says("Tout le bourg").says("Rue des Lilas").keeps_quiet_about("1 200");
        let mut bob = town.citizen("Bob").await;
        assert_eq!(bob.get(&correct).await.status, 403);
        assert_eq!(bob.post(NEW, &correct, &form).await.status, 403);
        // A proposal that comes by another way is a project all the same, of the first envelope.
        let plain = bob.post(NEW, "/c/place/new", &[("kind", "proposal"), ("title", "Une fontaine"), ("body", "Fraîche.")]).await;
        town.visitor().see(plain.location()).await.says("Tout le bourg");
    }
}

on_both_databases! {
    async fn nothing_of_a_study_is_told_before_the_decision_and_no_note_ever(town: Town) {
        let mut agent = budget(&town).await;
        let mut ana = town.citizen("Ana").await;
        let page = deposit(&town, &mut ana, "Des bancs à l’ombre", 0).await;
        let desk = office(&page);
        agent.see("/admin/consultations/place/projects?whose=nobody").await.says("Des bancs à l’ombre").says("1 auteur attend");
        assert_eq!(agent.post(&desk, &format!("{desk}/note"), &[("note", "Secret de service, voir avec l’élue.")]).await.status, 303);
        assert_eq!(agent.post(&desk, &format!("{desk}/note"), &[("note", " ")]).await.status, 422);
        study(&town, &mut agent, &page, "feasible", "4 321").await;
        agent.see(&desk).await.says("Secret de service").says("Helene").says("Le sol est stable.");
        agent.see("/admin/consultations/place/projects?whose=nobody").await.says("Aucun projet");
        agent.see("/admin/consultations/place/projects").await.says("4 321 €").says("Voirie");
        let object = page.replace("/c/place/p/", "/objects/");
        let out = ["/c/place/budget", "/c/place/budget/projects", &page, &object, "/c/place/contributions.csv", "/c/place/feed.atom", "/account/export"];
        for path in out {
            let body = ana.get(path).await.body;
            assert!(["Secret de service", "4 321", "4321", "Le sol est stable", "Voirie"].iter().all(|word| !body.contains(word)), "{path}");
        }
        let faulty = [("envelope", "x"), ("verdict", "peut-être"), ("cost", "cher"), ("reasons", "Texte gardé."), ("agent", "personne")];
        let answer = agent.post(&desk, &format!("{desk}/study"), &faulty).await;
        assert_eq!(answer.status, 422);
        answer.says("Il reste 4 points à corriger").says("Texte gardé.");
        assert_eq!(ana.get(&desk).await.status, 404);
        assert_eq!(ana.post(NEW, &format!("{desk}/note"), &[("note", "moi")]).await.status, 404);
        // Decided: now everybody reads what was found, but never the note.
        assert_eq!(decide(&mut agent, &page, "put_to_vote", "").await.status, 303);
        let shown = town.visitor().see(&page).await;
        shown.says("Soumise au vote").says("4 321 €").says("Faisable").says("Le service a étudié ce projet").says("La voirie").keeps_quiet_about("Secret");
        let letters = town.letters().await;
        assert!(letters.iter().any(|letter| letter.contains("ana@example.org") && !letter.contains("Secret")));
        town.visitor().see("/c/place/budget").await.says("Chaque auteur a reçu une réponse");
    }
}

on_both_databases! {
    async fn every_author_is_answered_and_what_cannot_stand_for_the_vote_does_not(town: Town) {
        let mut agent = budget(&town).await;
        let (mut ana, mut bob) = (town.citizen("Ana").await, town.citizen("Bob").await);
        let benches = deposit(&town, &mut ana, "Des bancs à l’ombre", 0).await;
        let seats = deposit(&town, &mut bob, "Des sièges à l’ombre", 0).await;
        let fountain = deposit(&town, &mut bob, "Une fontaine", 0).await;
        let refused = decide(&mut agent, &benches, "put_to_vote", "").await;
        assert_eq!(refused.status, 422);
        refused.says("Dites d’abord si le projet est faisable").says("Indiquez le coût").says("voici pourquoi");
        study(&town, &mut agent, &benches, "feasible", "10 001").await;
        decide(&mut agent, &benches, "put_to_vote", "").await.says("dépasse ce que l’enveloppe permet");
        study(&town, &mut agent, &benches, "not_feasible", "4 000").await;
        decide(&mut agent, &benches, "put_to_vote", "").await.says("non faisable");
        assert_eq!(decide(&mut agent, &benches, "", "").await.status, 422);
        // An ordinary answer does not decide on a project.
        let answer = format!("{benches}/answer");
        let plain = [("state", "accepted"), ("body", "Une réponse qui ne dit rien du budget."), ("signed_by", "La mairie")];
        assert_eq!(agent.post(&answer, &answer, &plain).await.status, 422);
        assert_eq!(decide(&mut agent, &fountain, "set_aside", "").await.status, 303);
        town.visitor().see(&fountain).await.says("Écarté").says("Refusée").says("voici pourquoi");
        let id = |page: &str| page.rsplit('/').next().unwrap().to_owned();
        for into in ["", &id(&seats), "0190163d-8694-739b-aea5-966c26f8ad90"] {
            let status = decide(&mut agent, &seats, "merged", into).await.status.as_u16();
            assert!(status == 422 || status == 404, "{into}: {status}");
        }
        assert_eq!(decide(&mut agent, &seats, "merged", &id(&benches)).await.status, 303);
        town.visitor().see(&seats).await.says("Réuni à un autre").says("Des bancs à l’ombre");
        town.visitor().see(&benches).await.says("Projets réunis ici").says("Des sièges à l’ombre").says("Bob");
        town.visitor().see("/c/place/budget/projects?state=set_aside").await.says("1 projet").says("Une fontaine");
        town.visitor().see("/c/place/budget").await.says("1 auteur attend encore sa réponse").says("projets déposés 3");
        let told = town.letters().await.iter().filter(|letter| letter.contains("bob@example.org")).count();
        assert_eq!(told, 2, "one letter for each answer");
        study(&town, &mut agent, &benches, "adapted", "4 000").await;
        assert_eq!(decide(&mut agent, &benches, "set_aside", "").await.status, 303);
        town.visitor().see("/c/place/budget").await.says("Chaque auteur a reçu une réponse");
    }
}

/// Prepares the vote of the first envelope; gives the box.
async fn prepare(town: &Town, agent: &mut Citizen) -> BoxId {
    let page = format!("{OFFICE}/{}", envelopes(town).await[0]);
    let form = [("title", "Votez pour le bourg"), ("opens_at", "2026-03-02T12:00"), ("closes_at", "2026-03-02T18:00")];
    let made = agent.post(&page, &format!("{page}/vote"), &form).await;
    assert_eq!(made.status, 303, "{}", made.text());
    vote(town).await.unwrap()
}

/// The box of the first envelope.
async fn vote(town: &Town) -> Option<BoxId> {
    let id = Uid(envelopes(town).await[0].parse().unwrap());
    let row = town.app.store.read(move |db| store::budget::envelope(db, id)).await.unwrap();
    row.and_then(|row| row.box_id).map(Uid::to)
}

on_both_databases! {
    async fn the_vote_is_prepared_and_the_works_are_followed(town: Town) {
        let mut agent = budget(&town).await;
        let (mut ana, mut bob) = (town.citizen("Ana").await, town.citizen("Bob").await);
        let benches = deposit(&town, &mut ana, "Des bancs à l’ombre", 0).await;
        let orchard = deposit(&town, &mut bob, "Un verger", 0).await;
        let page = format!("{OFFICE}/{}", envelopes(&town).await[0]);
        let form = [("title", "Votez pour le bourg"), ("opens_at", "2026-03-02T12:00"), ("closes_at", "2026-03-02T18:00")];
        assert_eq!(agent.post(&page, &format!("{page}/vote"), &form).await.status, 422, "no project stands for the vote");
        for (project, cost) in [(&benches, "6 000"), (&orchard, "7 000")] {
            study(&town, &mut agent, project, "feasible", cost).await;
            assert_eq!(decide(&mut agent, project, "put_to_vote", "").await.status, 303);
        }
        let first = prepare(&town, &mut agent).await;
        assert_eq!(prepare(&town, &mut agent).await, first, "prepared again, it is the same draft");
        // What changes afterwards throws the draft away: nobody publishes what is no longer true.
        study(&town, &mut agent, &orchard, "feasible", "7 500").await;
        assert_eq!(vote(&town).await, None);
        let id = prepare(&town, &mut agent).await;
        let found = town.app.store.read(move |db| votes::load(db, Uid::of(id))).await.unwrap();
        let options: Vec<(String, i64, bool)> = found.options.iter().map(|o| (o.title.clone(), o.cost, o.contribution_id.is_some())).collect();
        assert_eq!(options, [("Des bancs à l’ombre".to_owned(), 600_000, true), ("Un verger".to_owned(), 750_000, true)]);
        assert_eq!((found.row.budget, found.row.kind.as_str()), (1_000_000, "budget"));
        let settle = [("chosen", "Votre projet est choisi, bravo à vous."), ("others", "Votre projet n’est pas choisi cette fois."), ("signed_by", "La mairie")];
        assert_eq!(agent.post(&page, &format!("{page}/results"), &settle).await.status, 403, "nobody has voted");
        // What is at stake is asked on the draft's page, before it is published.
        let draft = format!("/admin/consultations/place/polls/{id}");
        let unasked = agent.post(&draft, &format!("{draft}/publish"), &[]).await;
        assert_eq!(unasked.status, 422);
        unasked.says("répondez aux neuf questions");
        let form = [
            ("title", "Votez pour le bourg"),
            ("form", "knapsack"),
            ("rule", "shares"),
            ("opens_at", "2026-03-02T12:00"),
            ("closes_at", "2026-03-02T18:00"),
        ];
        let answered: Vec<_> = form.into_iter().chain(rig::GRID).collect();
        assert_eq!(agent.post(&draft, &draft, &answered).await.status, 303);
        assert_eq!(agent.post(&draft, &format!("{draft}/publish"), &[]).await.status, 303);
        locked(&town, &mut agent, &orchard).await;
        for (voter, choice) in [(1, 2), (2, 2), (3, 2), (4, 1)] {
            let voter = Voter::Account { actor: ActorId(uuid::Uuid::from_u128(0xa1b2 + voter)), level: Level::Confirmed };
            let cast = votes::cast(&town.app, voter, id, Ballot::Set(vec![choice]), None).await.unwrap();
            assert!(matches!(cast, Outcome::Cast { .. }), "{cast:?}");
        }
        town.wait(SignedDuration::from_hours(6));
        town.run_jobs().await;
        let letters = town.letters().await.len();
        let faulty = [("chosen", "Court"), ("others", "Votre projet n’est pas choisi cette fois."), ("signed_by", "La mairie")];
        let answer = agent.post(&page, &format!("{page}/results"), &faulty).await;
        assert_eq!(answer.status, 422);
        assert_eq!(agent.post(&page, &format!("{page}/results"), &settle).await.status, 303);
        assert_eq!(agent.post(&page, &format!("{page}/results"), &settle).await.status, 409, "once");
        assert_eq!(town.letters().await.len(), letters + 2, "both authors are told");
        town.visitor().see(&orchard).await.says("Choisi").says("bravo à vous").says("Prévus");
        town.visitor().see(&benches).await.says("Non choisi").says("pas choisi cette fois");
        town.visitor().see("/c/place/budget").await.says("Les réalisations");
        works(&town, &mut agent, &orchard, &benches).await;
    }
}

/// Nothing of an envelope whose vote is published changes, by any way.
async fn locked(town: &Town, agent: &mut Citizen, project: &str) {
    let (ids, desk) = (envelopes(town).await, office(project));
    let page = format!("{OFFICE}/{}", ids[0]);
    let form = [("title", "Un autre vote"), ("opens_at", "2026-03-02T12:00"), ("closes_at", "2026-03-02T18:00")];
    assert_eq!(agent.post(&page, &format!("{page}/vote"), &form).await.status, 409);
    let mut changed = ENVELOPES.to_vec();
    changed.extend([("envelope-0-id", ids[0].as_str()), ("envelope-1-id", ids[1].as_str())]);
    changed.retain(|(name, _)| *name != "envelope-0-amount");
    changed.push(("envelope-0-amount", "20 000"));
    assert_eq!(agent.post(OFFICE, OFFICE, &changed).await.status, 409);
    let study = [("envelope", ids[0].as_str()), ("verdict", "feasible"), ("cost", "1")];
    assert_eq!(agent.post(&desk, &format!("{desk}/study"), &study).await.status, 409);
    assert_eq!(decide(agent, project, "set_aside", "").await.status, 409);
    agent.see(&desk).await.says("ce projet ne change plus");
    agent.see(OFFICE).await.says("son vote est publié");
}

/// The works of the selected project, told with their delay; the other has none.
async fn works(town: &Town, agent: &mut Citizen, selected: &str, other: &str) {
    let desk = office(selected);
    let report = |state: &'static str, promised: &'static str, done: &'static str, news: &'static str| {
        [("state", state), ("promised_on", promised), ("done_on", done), ("news", news)]
    };
    for (wrong, field) in [
        (report("done", "2026-03-01", "", ""), "done_on"),
        (report("done", "2026-03-01", "2026-04-01", ""), "done_on"),
        (report("under_way", "", "2026-03-01", ""), "done_on"),
        (report("stopped", "", "", ""), "news"),
        (report("under_way", "demain", "", ""), "promised_on"),
    ] {
        let answer = agent.post(&desk, &format!("{desk}/works"), &wrong).await;
        assert_eq!(answer.status, 422, "{wrong:?}");
        assert!(answer.body.contains(&format!("id=\"{field}-error\"")), "{wrong:?}");
    }
    let begun = report("under_way", "2026-02-28", "", "Les **arbres** sont commandés.");
    assert_eq!(agent.post(&desk, &format!("{desk}/works"), &begun).await.status, 303);
    let shown = town.visitor().see(selected).await;
    shown.says("En cours").says("Promis pour le 28 février 2026").says("2 jours de retard").says("arbres sont commandés");
    town.visitor().see("/c/place/budget/works").await.says("0 projet réalisé sur 1 choisi").says("Un verger").says("2 jours de retard");
    assert_eq!(agent.post(&desk, &format!("{desk}/works"), &report("done", "2026-02-28", "2026-03-01", "")).await.status, 303);
    town.visitor().see("/c/place/budget/works").await.says("1 projet réalisé sur 1 choisi").says("Terminé avec 1 jour de retard");
    let not_selected = office(other);
    assert_eq!(agent.post(&desk, &format!("{not_selected}/works"), &begun).await.status, 403);
}
