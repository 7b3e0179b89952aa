//! What a collectivity commits itself to after a consultation, through the doors: written, linked, published, followed, and told to its authors; and
//! the report on it.

mod milestones;

use actions::consultation_reports::{self, ReportForm};
use domain::actor::Role;
use jiff::SignedDuration;
use rig::{Citizen, Town, on_both_databases};

const OFFICE: &str = "/admin/consultations/place/commitments";
const NEW: &str = "/admin/consultations/place/commitments/new";
const TITLE: &str = "Planter douze arbres sur la place";

/// A consultation, an agent, the path of a proposal, and Ana who made it.
async fn asked(town: &Town) -> (Citizen, String, Citizen) {
    town.consultation("place").await;
    let agent = town.somebody("Helene", Role::Agent).await;
    let mut ana = town.citizen("Ana").await;
    let form = [("kind", "proposal"), ("title", "De l’ombre en été"), ("body", "Il fait trop chaud sur la place.")];
    let done = ana.post("/c/place/new", "/c/place/new", &form).await;
    assert_eq!(done.status, 303, "{}", done.text());
    (agent, done.location().split('?').next().unwrap().to_owned(), ana)
}

/// Writes a commitment; gives the path of its page in the office.
async fn write(agent: &mut Citizen, promised: &str) -> String {
    let form = [
        ("title", TITLE),
        ("body", "Douze tilleuls, plantés **avant l’été**."),
        ("responsible", "Les espaces verts"),
        ("cost", "12 000,50"),
        ("promised_on", promised),
    ];
    let done = agent.post(NEW, NEW, &form).await;
    assert_eq!(done.status, 303, "{}", done.text());
    done.location().split('?').next().unwrap().to_owned()
}

async fn link(agent: &mut Citizen, desk: &str, proposal: &str) -> rig::Answer {
    let id = proposal.rsplit('/').next().unwrap();
    agent.post(desk, &format!("{desk}/sources"), &[("contributions", id)]).await
}

fn public(desk: &str) -> String {
    desk.replace("/admin/consultations/", "/c/")
}

async fn report(agent: &mut Citizen, desk: &str, fields: &[(&str, &str)]) -> rig::Answer {
    agent.post(desk, &format!("{desk}/progress"), fields).await
}

/// How many letters about a commitment were written to somebody.
async fn letters(town: &Town, of: &str) -> usize {
    town.run_jobs().await;
    town.letters().await.iter().filter(|letter| read(letter).contains(of)).count()
}

/// A letter without its quoted-printable signs (RFC 2045 §6.7).
fn read(letter: &str) -> String {
    let mut bytes = Vec::with_capacity(letter.len());
    let mut rest = letter.replace("=\r\n", "");
    while let Some((before, after)) = rest.split_once('=') {
        bytes.extend_from_slice(before.as_bytes());
        let code = after.get(..2).and_then(|code| u8::from_str_radix(code, 16).ok());
        bytes.push(code.unwrap_or(b'='));
        rest = after.get(if code.is_some() { 2 } else { 0 }..).unwrap_or_default().to_owned();
    }
    bytes.extend_from_slice(rest.as_bytes());
    String::from_utf8_lossy(&bytes).into_owned()
}

on_both_databases! {
    async fn a_commitment_is_nobodys_business_before_it_is_published(town: Town) {
        let (mut agent, proposal, _) = asked(&town).await;
        agent.see(OFFICE).await.says("Aucun engagement");
        let desk = write(&mut agent, "2027-03-28").await;
        assert_eq!(link(&mut agent, &desk, &proposal).await.status, 303);
        town.visitor().see(&proposal).await.keeps_quiet_about(TITLE);
        assert_eq!(town.visitor().get(&public(&desk)).await.status, 404);
        town.visitor().see("/c/place").await.keeps_quiet_about("/c/place/results");
        assert_eq!(letters(&town, "/commitments/").await, 0);
        // A draft cannot be reported on, and nobody but agents and administrators comes in.
        assert_eq!(report(&mut agent, &desk, &[("state", "under_way"), ("progress", "5")]).await.status, 403);
        for (role, status) in [(Role::Citizen, 404), (Role::Moderator, 403)] {
            let mut other = town.somebody(&format!("Other {role}"), role).await;
            assert_eq!(other.get(&desk).await.status, status, "{role}");
        }
        assert_eq!(agent.post(&desk, &format!("{desk}/publish"), &[]).await.status, 303);
        assert_eq!(letters(&town, &public(&desk)).await, 1);
        let page = town.visitor().see(&public(&desk)).await;
        page.says(TITLE).says("Douze tilleuls").says("Les espaces verts").says("12 000,50 €").says("De l’ombre en été").says("Prévu").says("28 mars 2027");
        town.visitor().see("/c/place/results").await.says(TITLE).says("De l’ombre en été");
        town.visitor().see(&proposal).await.says(TITLE);
        town.visitor().see("/c/place").await.says("Réponses");
        town.visitor().see("/c/place/feed.atom").await.says(TITLE);
        let file = town.visitor().get("/c/place/commitments.csv").await;
        file.says("\"planned\"").says("\"12000.50\"").says("\"2027-03-28\"").says(&proposal);
        // It is published once, and never thrown away.
        assert_eq!(agent.post(&desk, &format!("{desk}/publish"), &[]).await.status, 409);
        assert_eq!(agent.post(&desk, &format!("{desk}/remove"), &[]).await.status, 409);
        town.visitor().see(&public(&desk)).await.says(TITLE);
    }
}

on_both_databases! {
    async fn what_is_put_off_or_given_up_says_why_and_authors_hear_of_the_end(town: Town) {
        let (mut agent, proposal, _) = asked(&town).await;
        let promised = (town.now() + SignedDuration::from_hours(10 * 24)).to_string();
        let promised = promised.split('T').next().unwrap().to_owned();
        let desk = write(&mut agent, &promised).await;
        link(&mut agent, &desk, &proposal).await;
        agent.post(&desk, &format!("{desk}/publish"), &[]).await;
        town.visitor().see(&public(&desk)).await.keeps_quiet_about("de retard");
        town.wait(SignedDuration::from_hours(15 * 24));
        // The session of the first agent is over by now.
        let mut agent = town.somebody("Odile", Role::Agent).await;
        town.visitor().see(&public(&desk)).await.says("5 jours de retard");
        town.visitor().see("/c/place/results").await.says("en retard");
        let later = (town.now() + SignedDuration::from_hours(30 * 24)).to_string();
        let later = later.split('T').next().unwrap().to_owned();
        let faulty = [
            (vec![("state", "under_way"), ("progress", "40"), ("promised_on", later.as_str())], "words"),
            (vec![("state", "under_way"), ("progress", "101"), ("promised_on", promised.as_str())], "progress"),
            (vec![("state", "under_way"), ("progress", "40"), ("promised_on", promised.as_str()), ("finished_on", "2020-01-01")], "finished_on"),
            (vec![("state", "done"), ("promised_on", promised.as_str())], "finished_on"),
            (vec![("state", "done"), ("promised_on", promised.as_str()), ("finished_on", "2999-01-01")], "finished_on"),
            (vec![("state", "abandoned"), ("progress", "40"), ("promised_on", promised.as_str())], "words"),
            (vec![("state", "nowhere"), ("progress", "40")], "state"),
        ];
        for (form, field) in faulty {
            let answer = report(&mut agent, &desk, &form).await;
            assert_eq!(answer.status, 422, "{form:?}");
            assert!(answer.body.contains(&format!("id=\"{field}-error\"")), "{form:?} {}", answer.body);
        }
        let put_off = [("state", "under_way"), ("progress", "40"), ("promised_on", later.as_str()), ("words", "Le sol était gelé.")];
        assert_eq!(report(&mut agent, &desk, &put_off).await.status, 303);
        let page = town.visitor().see(&public(&desk)).await;
        page.says("Promis d’abord pour le").says("40 %").says("Le sol était gelé.").says("En cours").keeps_quiet_about("de retard");
        assert_eq!(letters(&town, "Un engagement qui vient de votre contribution").await, 0);
        let given_up = [("state", "abandoned"), ("progress", "40"), ("promised_on", later.as_str()), ("words", "Une canalisation passe là.")];
        assert_eq!(report(&mut agent, &desk, &given_up).await.status, 303);
        town.visitor().see(&public(&desk)).await.says("Abandonné").says("Une canalisation passe là.").says("Le sol était gelé.");
        assert_eq!(letters(&town, "est abandonné").await, 1);
        // Said again in other words: no second letter. Taken up again and done: one.
        assert_eq!(report(&mut agent, &desk, &given_up).await.status, 303);
        assert_eq!(letters(&town, "est abandonné").await, 1);
        let today = town.now().to_string();
        let today = today.split('T').next().unwrap();
        let finished = [("state", "done"), ("promised_on", later.as_str()), ("finished_on", today), ("words", "Nous l’avons déplacée.")];
        assert_eq!(report(&mut agent, &desk, &finished).await.status, 303);
        assert_eq!(letters(&town, "Un engagement qui vient de votre contribution est réalisé").await, 1);
        town.visitor().see(&public(&desk)).await.says("Réalisé").says("100 %").keeps_quiet_about("Pourquoi cet engagement");
    }
}

on_both_databases! {
    async fn a_commitment_comes_from_contributions_of_its_own_consultation(town: Town) {
        let (mut agent, proposal, mut ana) = asked(&town).await;
        town.consultation("autre").await;
        let form = [("kind", "proposal"), ("title", "Une fontaine"), ("body", "Fraîche.")];
        let elsewhere = ana.post("/c/autre/new", "/c/autre/new", &form).await.location().split('?').next().unwrap().to_owned();
        let desk = write(&mut agent, "").await;
        assert_eq!(link(&mut agent, &desk, &elsewhere).await.status, 404);
        let none = agent.post(&desk, &format!("{desk}/sources"), &[("contributions", "nothing")]).await;
        assert_eq!(none.status, 422);
        none.says("Cochez au moins une contribution");
        // It is found by its words, and linked after the publication: its author hears of it then, once.
        agent.post(&desk, &format!("{desk}/publish"), &[]).await;
        agent.see(&format!("{desk}?q=ombre")).await.says("De l’ombre en été");
        agent.see(&format!("{desk}?q=piscine")).await.says("Aucune contribution à relier");
        assert_eq!(link(&mut agent, &desk, &proposal).await.status, 303);
        assert_eq!(link(&mut agent, &desk, &proposal).await.status, 303);
        assert_eq!(letters(&town, &public(&desk)).await, 1);
        // What its author takes back is named no more.
        let id = proposal.rsplit('/').next().unwrap().to_owned();
        assert_eq!(ana.post(&format!("{proposal}/withdraw"), &format!("{proposal}/withdraw"), &[]).await.status, 303);
        town.visitor().see(&public(&desk)).await.keeps_quiet_about(&id);
        assert_eq!(agent.post(&desk, &format!("{desk}/sources/remove"), &[("contribution", &id)]).await.status, 303);
        assert_eq!(agent.post(&desk, &format!("{desk}/sources/remove"), &[("contribution", &id)]).await.status, 404);
    }
}

on_both_databases! {
    async fn commitments_stand_in_the_order_their_agents_choose(town: Town) {
        let (mut agent, _, _) = asked(&town).await;
        let mut ids = Vec::new();
        for title in ["Premier engagement", "Deuxième engagement"] {
            let done = agent.post(NEW, NEW, &[("title", title), ("body", "Ce que nous ferons, et comment.")]).await;
            let desk = done.location().split('?').next().unwrap().to_owned();
            assert_eq!(agent.post(&desk, &format!("{desk}/publish"), &[]).await.status, 303);
            ids.push(desk.rsplit('/').next().unwrap().to_owned());
        }
        let order = |page: &rig::Answer| page.body.find("Premier").unwrap() < page.body.find("Deuxième").unwrap();
        assert!(order(&town.visitor().see("/c/place/results").await));
        for _ in 0..2 {
            assert_eq!(agent.post(OFFICE, OFFICE, &[("id", &ids[1]), ("move", "up")]).await.status, 303);
            assert!(!order(&town.visitor().see("/c/place/results").await));
        }
        assert_eq!(agent.post(OFFICE, OFFICE, &[("id", &ids[1]), ("move", "down")]).await.status, 303);
        assert!(order(&town.visitor().see("/c/place/results").await));
        let faulty = [("title", "Non"), ("body", "Court."), ("cost", "cher"), ("promised_on", "demain")];
        let answer = agent.post(NEW, NEW, &faulty).await;
        assert_eq!(answer.status, 422);
        assert!(answer.body.contains("value=\"cher\"") && answer.body.contains("Il reste 4 points à corriger"), "{}", answer.body);
        let desk = write(&mut agent, "").await;
        assert_eq!(agent.post(&desk, &format!("{desk}/remove"), &[]).await.status, 303);
        assert_eq!(agent.get(&desk).await.status, 404);
    }
}

const DESK: &str = "/admin/consultations/place/report";

/// Saves this text as the report.
async fn save_report(agent: &mut Citizen, body: &str) -> rig::Answer {
    let page = agent.see(DESK).await;
    let revision = page.hidden("revision").unwrap();
    agent.post(DESK, DESK, &[("revision", &revision), ("title", "Bilan de la place"), ("body", body)]).await
}

on_both_databases! {
    async fn a_report_is_composed_edited_and_published_in_versions(town: Town) {
        let (mut agent, _, _) = asked(&town).await;
        let desk = write(&mut agent, "2027-03-28").await;
        agent.post(&desk, &format!("{desk}/publish"), &[]).await;
        for path in ["/c/place/report", "/c/place/report/1", "/c/place/report.pdf"] {
            assert_eq!(town.visitor().get(path).await.status, 404, "{path}");
        }
        assert_eq!(agent.post(DESK, &format!("{DESK}/publish"), &[]).await.status, 404);
        assert_eq!(agent.post(DESK, &format!("{DESK}/compose"), &[]).await.status, 303);
        // One person took part: the number is not said.
        let draft = agent.see(DESK).await;
        draft.says("Moins de 5 personnes").says("De l’ombre en été").says(TITLE).says("1 contribution");
        assert_eq!(town.visitor().get("/c/place/report").await.status, 404, "nothing is published yet");
        let faulty = agent.post(DESK, DESK, &[("revision", "0"), ("title", "Non"), ("body", "")]).await;
        assert_eq!(faulty.status, 422);
        // Somebody saved meanwhile: the text comes back.
        let stale = agent.post(DESK, DESK, &[("revision", "99"), ("title", "Bilan de la place"), ("body", "Un texte qui ne doit pas se perdre.")]).await;
        assert_eq!(stale.status, 422);
        stale.says("Un texte qui ne doit pas se perdre.").says("entre-temps");
        assert_eq!(save_report(&mut agent, "## Ce que nous retenons\n\nIl faut de **l’ombre**, partout.").await.status, 303);
        assert_eq!(agent.post(DESK, &format!("{DESK}/publish"), &[]).await.status, 303);
        assert_eq!(agent.post(DESK, &format!("{DESK}/publish"), &[]).await.status, 409, "the same text is published once");
        let page = town.visitor().see("/c/place/report").await;
        page.says("Bilan de la place").says("Version 1");
        assert!(page.body.contains("<strong>l’ombre</strong>"), "{}", page.body);
        town.visitor().see("/c/place/results").await.says("Lire le bilan");
        save_report(&mut agent, "Une deuxième lecture, plus courte que la première.").await;
        town.visitor().see("/c/place/report").await.says("Version 1").keeps_quiet_about("deuxième lecture");
        assert_eq!(agent.post(DESK, &format!("{DESK}/publish"), &[]).await.status, 303);
        town.visitor().see("/c/place/report").await.says("deuxième lecture").says("Version 2");
        town.visitor().see("/c/place/report/1").await.says("partout").says("Une version plus récente est publiée");
        for path in ["/c/place/report/3", "/c/place/report/0", "/c/place/report/x", "/c/place/report.pdf?version=9"] {
            assert_eq!(town.visitor().get(path).await.status, 404, "{path}");
        }
        let pdf = town.visitor().get("/c/place/report.pdf?version=1").await;
        assert_eq!((pdf.status.as_u16(), pdf.header("content-type")), (200, "application/pdf"));
        for (role, status) in [(Role::Citizen, 404), (Role::Moderator, 403)] {
            let mut other = town.somebody(&format!("Other {role}"), role).await;
            assert_eq!(other.get(DESK).await.status, status, "{role}");
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_report_travels_as_an_article_and_a_later_version_takes_its_place() {
    for (commune, region) in crate::two_towns::both().await {
        crate::two_towns::neighbours(&commune, &region).await;
        let (app, agent) = (&commune.app, Town::machine());
        let form = |body: &str| ReportForm { title: "Bilan du parc".to_owned(), body: body.to_owned() };
        consultation_reports::keep(app, agent, "parc", &form("Les habitants veulent des **bancs**.")).await.unwrap();
        Town::settle(&[&commune, &region]).await;
        assert!(crate::two_towns::heard(&region).await.is_empty(), "a draft stays here");
        consultation_reports::publish(app, agent, "parc").await.unwrap();
        Town::settle(&[&commune, &region]).await;
        assert_eq!(crate::two_towns::heard(&region).await, ["Bilan du parc"]);
        region.visitor().see("/network").await.says("Les habitants veulent des bancs.");
        for town in [&commune, &region] {
            town.wait(SignedDuration::from_mins(5));
        }
        consultation_reports::keep(app, agent, "parc", &form("Les habitants veulent aussi de l’ombre.")).await.unwrap();
        consultation_reports::publish(app, agent, "parc").await.unwrap();
        Town::settle(&[&commune, &region]).await;
        assert_eq!(crate::two_towns::heard(&region).await, ["Bilan du parc"]);
        region.visitor().see("/network").await.says("aussi de l’ombre").keeps_quiet_about("des bancs.");
        // It stands in the ledger like all that left, and nothing waits.
        let left = commune.app.store.read(|db| {
            let consultation = store::consultations::by_slug(db, "parc")?.unwrap();
            let report = store::consultation_reports::of_consultation(db, consultation.id)?.unwrap();
            Ok::<_, store::Error>((store::views::abroad::left_as(db, report.id)?, store::reach::of(db, report.id)?.is_some()))
        });
        let (left, belongs) = left.await.unwrap();
        assert!(left.is_some() && belongs);
        assert_eq!(commune.app.store.read(store::deliveries::depth).await.unwrap().0, 0);
    }
}
