//! Projects that look for money, through the doors: written, published, reported on by hand, by a file and by a platform that signs.

use domain::actor::Role;
use http::Request;
use rig::{Answer, Citizen, Town, on_both_databases};

const NEW: &str = "/admin/funding/new";

/// A project as an agent types it.
fn form(mode: &'static str) -> Vec<(&'static str, &'static str)> {
    vec![
        ("title", "Un four à pain au village"),
        ("body", "Construire un **four commun** sur la place."),
        ("carrier", "Les Amis du pain"),
        ("mode", mode),
        ("with_return", "on"),
        ("goal", "5 000"),
        ("cost", "20 000"),
        ("opens_on", "2026-01-01"),
        ("closes_on", "2026-12-31"),
        ("link", "https://campagnes.example.org/four"),
    ]
}

/// The same, with one field changed.
fn but(mode: &'static str, field: &str, value: &'static str) -> Vec<(&'static str, &'static str)> {
    form(mode).into_iter().map(|(name, kept)| (name, if name == field { value } else { kept })).collect()
}

/// Writes a project and publishes it; gives its id.
pub(crate) async fn published(agent: &mut Citizen, mode: &'static str) -> String {
    let done = agent.post(NEW, NEW, &form(mode)).await;
    assert_eq!(done.status, 303, "{}", done.text());
    let desk = done.location().split('?').next().unwrap().to_owned();
    let out = agent.post(&desk, &format!("{desk}/publish"), &[]).await;
    assert_eq!(out.status, 303, "{}", out.text());
    desk.rsplit('/').next().unwrap().to_owned()
}

/// What a platform sends.
async fn send(town: &Town, id: &str, secret: &str, second: i64, body: &str) -> Answer {
    let digest = actions::random::keyed_digest(secret.as_bytes(), &[second.to_string().as_bytes(), b".", body.as_bytes()]);
    let signature: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
    let request = Request::post(format!("/funding/{id}/report"))
        .header("parvis-timestamp", second.to_string())
        .header("parvis-signature", signature)
        .body(body.to_owned().into())
        .unwrap();
    town.visitor().send(request).await
}

on_both_databases! {
    async fn a_project_is_published_and_reported_on(town: Town) {
        let mut agent = town.somebody("Agent", Role::Agent).await;
        let wrong = [("goal", "0"), ("goal", "-5"), ("link", "http://x.example.org"), ("closes_on", "2025-12-31"), ("mode", "tax"), ("carrier", "")];
        for (field, value) in wrong {
            assert_eq!(agent.post(NEW, NEW, &but("gift", field, value)).await.status, 422, "{field} {value}");
        }
        let done = agent.post(NEW, NEW, &form("gift")).await;
        let desk = done.location().split('?').next().unwrap().to_owned();
        let page = desk.replace("/admin", "");
        assert_eq!(town.visitor().get(&page).await.status, 404, "a draft is nobody's business");
        assert_eq!(agent.post(&desk, &format!("{desk}/publish"), &[]).await.status, 303);
        town.visitor().see(&page).await.says("Don avec contrepartie").says("campagnes.example.org").says("ne reçoit aucun argent");
        let reports = format!("{desk}/reports");
        for (raised, people) in [("douze", "3"), ("12", "0"), ("-1", "1"), ("12", "x")] {
            assert_eq!(agent.post(&desk, &reports, &[("raised", raised), ("contributors", people)]).await.status, 422, "{raised} {people}");
        }
        let told = [("raised", "2 500,50"), ("contributors", "12"), ("news", "Merci, la dalle est coulée.")];
        assert_eq!(agent.post(&desk, &reports, &told).await.status, 303);
        let shown = town.visitor().see(&page).await;
        shown.says("2 500,50 € réunis sur 5 000 €").says("50 %").says("12 contributeurs").says("12 % sont financés par tous");
        shown.says("la dalle est coulée").says("saisi par la collectivité");
        // On these terms people gave: they stay.
        assert_eq!(agent.post(&desk, &desk, &but("loan", "goal", "1")).await.status, 303);
        town.visitor().see(&page).await.says("Don avec contrepartie").says("sur 5 000 €");
        town.visitor().get("/funding.csv").await.says("\"2500.50\"").says("\"open\"");
        town.visitor().get("/feeds/funding.atom").await.says("Un four à pain");
    }
}

on_both_databases! {
    async fn a_file_changes_all_or_nothing_and_modes_are_not_added(town: Town) {
        let mut agent = town.somebody("Agent", Role::Agent).await;
        let (gift, loan) = (published(&mut agent, "gift").await, published(&mut agent, "loan").await);
        let desk = "/admin/funding";
        let wrong = format!("{gift};100;2\n{loan};cent;3\n{loan};5;0");
        let answer = agent.post(desk, desk, &[("lines", &wrong)]).await;
        assert_eq!(answer.status, 422);
        answer.says("Ligne 2 : le montant est faux").says("Ligne 3 : le nombre de contributeurs est faux");
        for unknown in [uuid::Uuid::nil().to_string(), "le four".to_owned()] {
            assert_eq!(agent.post(desk, desk, &[("lines", &format!("{gift};100;2\n{unknown};5;1"))]).await.status, 422, "{unknown}");
        }
        town.visitor().see(&format!("/funding/{gift}")).await.says("0 € réunis");
        let right = format!("project;raised;contributors\n{gift};100;2\n{loan};250;3");
        assert_eq!(agent.post(desk, desk, &[("lines", &right)]).await.status, 303);
        let list = town.visitor().see("/funding").await;
        list.says("Dons · 1 projet 100 €").says("Prêts · 1 projet 250 €").keeps_quiet_about("350 €");
    }
}

on_both_databases! {
    async fn a_platform_signs_what_it_reports(town: Town) {
        let mut agent = town.somebody("Agent", Role::Agent).await;
        let id = published(&mut agent, "gift").await;
        let (now, body) = (town.now().as_second(), r#"{"raised_cents": 123450, "contributors": 7}"#);
        assert_eq!(send(&town, &id, "guess", now, body).await.status, 401, "no secret yet");
        let desk = format!("/admin/funding/{id}");
        let made = agent.post(&desk, &format!("{desk}/secret"), &[]).await;
        assert_eq!(made.status, 200);
        let secret = made.body.split("<code>").nth(1).unwrap().split('<').next().unwrap().to_owned();
        assert!(!agent.see(&desk).await.body.contains(&secret), "it is shown once");
        for (key, second, body, status) in [
            ("guess", now, body, 401),
            (secret.as_str(), now - 301, body, 409),
            (&secret, now + 301, body, 409),
            (&secret, now, "{}", 422),
            (&secret, now, r#"{"raised_cents": 1.5, "contributors": 7}"#, 422),
            (&secret, now, r#"{"raised_cents": 100, "contributors": 0}"#, 422),
            (&secret, now, body, 204),
            (&secret, now, body, 409),
            (&secret, now - 1, body, 409),
        ] {
            assert_eq!(send(&town, &id, key, second, body).await.status, status, "{second} {body}");
        }
        let long = format!("{{\"raised_cents\": 1, \"x\": \"{}\"}}", "a".repeat(5000));
        assert_eq!(send(&town, &id, &secret, now + 1, &long).await.status, 413);
        let shown = town.visitor().see(&format!("/funding/{id}")).await;
        shown.says("1 234,50 € réunis").says("7 contributeurs").says("transmis par la plateforme");
        // What people say stands, however often a platform reports; of that, the last of the day.
        let fields = [("raised", "1300"), ("contributors", "8"), ("news", "Merci, la dalle est coulée.")];
        assert_eq!(agent.post(&desk, &format!("{desk}/reports"), &fields).await.status, 303);
        let project_id = store::Uid(id.parse().unwrap());
        let begun = town.now();
        let more = (0..250_i32).map(move |n| store::funding::Report {
            id: store::Uid(actions::random::uuid_v7(begun)),
            project_id,
            raised: 130_000 + i64::from(n),
            contributors: 9,
            source: "platform".into(),
            news: String::new(),
            reported_at: store::At(begun + jiff::SignedDuration::from_secs(60 + i64::from(n))),
        });
        let more: Vec<_> = more.collect();
        town.app.store.write(move |db| more.iter().try_for_each(|one| store::funding::report(db, one))).await.unwrap();
        let shown = town.visitor().see(&format!("/funding/{id}")).await;
        assert_eq!(shown.text().matches("transmis par la plateforme").count(), 1);
        shown.says("la dalle est coulée");
        assert!(town.visitor().see("/feeds/funding.atom").await.body.contains("la dalle est coulée"));
        // Another secret: the one before is worth nothing.
        agent.post(&desk, &format!("{desk}/secret"), &[]).await;
        assert_eq!(send(&town, &id, &secret, now + 2, body).await.status, 401);
    }
}
