//! "Je souhaite…": each démarche makes exactly what it says, as a draft, and gives back what was typed when something is wrong.

use domain::actor::Role;
use rig::{Answer, Citizen, Town, on_both_databases};

/// The value of an attribute of a tag.
fn attribute(tag: &str, name: &str) -> Option<String> {
    let value = tag.split(&format!(" {name}=\"")).nth(1)?.split('"').next()?;
    Some(plain(value))
}

fn plain(text: &str) -> String {
    text.replace("&#39;", "'")
        .replace("&quot;", "\"")
        .replace("&#34;", "\"")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&#38;", "&")
        .replace("&amp;", "&")
}

/// What a browser would send of the form of a page, its buttons apart.
fn filled(page: &Answer) -> Vec<(String, String)> {
    let form = page.body.split("<main").nth(1).unwrap();
    let mut fields = Vec::new();
    for tag in form.split('<').filter_map(|part| part.strip_prefix("input ").map(|_| format!(" {part}"))) {
        let ticks = tag.contains("type=\"checkbox\"") || tag.contains("type=\"radio\"");
        if let Some(name) = attribute(&tag, "name").filter(|name| name != "_csrf" && (!ticks || tag.contains(" checked"))) {
            fields.push((name, attribute(&tag, "value").unwrap_or_default()));
        }
    }
    for part in form.split("<textarea ").skip(1) {
        let (tag, rest) = part.split_once('>').unwrap();
        let name = attribute(&format!(" {tag}"), "name").unwrap();
        fields.push((name, plain(rest.split("</textarea>").next().unwrap())));
    }
    fields
}

/// The same with some fields changed.
fn with(fields: &[(String, String)], changes: &[(&str, &str)]) -> Vec<(String, String)> {
    let kept = fields.iter().filter(|(name, _)| !changes.iter().any(|(changed, _)| changed == name)).cloned();
    kept.chain(changes.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))).collect()
}

async fn send(agent: &mut Citizen, path: &str, fields: &[(String, String)]) -> Answer {
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    agent.post(path, path, &fields).await
}

/// What there is of a draft: level, kinds of its phases, themes, whether it has a map, its envelopes' cents, questions, meetings.
async fn found(town: &Town, slug: &str) -> String {
    let slug = slug.to_owned();
    let read = town.app.store.read(move |db| {
        let frame = store::views::page::frame(db, &slug)?.unwrap();
        let id = frame.consultation.id;
        let money: i64 = store::budget::envelopes(db, id)?.iter().map(|one| one.amount).sum();
        let mut questions = 0;
        for form in store::questionnaires::of_consultation(db, id, true)? {
            questions += store::questionnaires::form(db, form.id)?.questions().count();
        }
        let meetings = store::meetings::all_of(db, Some(id), 0, 10)?.1;
        let phases: Vec<String> = frame.phases.iter().map(|phase| format!("{} {}", phase.kind, phase.propose)).collect();
        let asks = store::places::asking(db, id)?;
        Ok::<_, store::Error>(format!(
            "{} [{}] themes {} map {} {asks} cents {money} questions {questions} meetings {meetings} published {}",
            frame.consultation.participation,
            phases.join(", "),
            frame.themes.len(),
            frame.map,
            frame.calendar.published
        ))
    });
    read.await.unwrap()
}

/// A page of the assistant, what is answered there beyond what it proposes, and the consultation that this makes.
type Row = (&'static str, &'static [(&'static str, &'static str)], String);

const CONSULT: &str = "/admin/start/consult";
const CONCERT: &str = "/admin/start/concert";
const BUDGET: &str = "/admin/start/budget";

on_both_databases! {
    async fn each_demarche_makes_what_it_says(town: Town) {
        let mut agent = town.somebody("Helene", Role::Agent).await;
        agent.see("/admin").await.says("Je souhaite…");
        let cards = agent.see("/admin/start").await;
        cards.says("Consulter les habitants").says("Soutenir des projets").says("Ouvrir des données").says("par l’administration du site.");
        assert!(cards.link("/admin/start/open-data").is_none(), "what an agent may not do is no link");
        let chief = town.somebody("Paule", Role::Administrator).await.see("/admin/start").await;
        chief.says("Ouvrir des données").keeps_quiet_about("par l’administration du site");
        assert!(chief.link("/admin/start/open-data").is_some());
        agent.see("/admin/start").await.says("par l’administration du site : Paule");
        let (usual, ideas) = ("nobody", "everyone");
        let learn = format!("information {usual}");
        let end = format!("analysis {usual}, answer {usual}");
        let rows: [Row; 6] = [
            (CONSULT, &[("participation", "information")], format!("information [{learn}] themes 0 map false never cents 0 questions 0 meetings 0 published false")),
            (CONSULT, &[], format!("consultation [{learn}, contribution {ideas}, {end}] themes 0 map false never cents 0 questions 0 meetings 0 published false")),
            (CONSULT, &[("participation", "co_production"), ("questionnaire", "on")], format!("co_production [{learn}, contribution {ideas}, contribution {usual}, {end}] themes 0 map false never cents 0 questions 2 meetings 0 published false")),
            (CONCERT, &[("asking", "required")], format!("concertation [{learn}, contribution {ideas}, contribution {usual}, answer {usual}] themes 6 map true required cents 0 questions 0 meetings 1 published false")),
            (CONCERT, &[("asking", "optional"), ("frame", "free")], format!("concertation [{learn}, contribution {ideas}, contribution {usual}, answer {usual}] themes 6 map true optional cents 0 questions 0 meetings 1 published false")),
            (BUDGET, &[("amount", "100 000"), ("most", "20 000")], format!("concertation [contribution {ideas}, analysis {usual}, campaign {usual}, vote {usual}, answer {usual}, works {usual}] themes 0 map false never cents 10000000 questions 0 meetings 0 published false")),
        ];
        for (number, (path, answers, expected)) in rows.iter().enumerate() {
            let title = format!("Sujet numéro {number}");
            let asked = with(&filled(&agent.see(path).await), answers);
            let proposed = send(&mut agent, path, &with(&asked, &[("title", &title)])).await;
            assert_eq!(proposed.status, 200, "{path}: {}", proposed.text());
            proposed.says("Étape 2 sur 2").says("Durée, en semaines").says(" au ");
            let made = send(&mut agent, path, &with(&filled(&proposed), &[("do", "make")])).await;
            assert_eq!(made.status, 303, "{path}: {}", made.text());
            let slug = format!("sujet-numero-{number}");
            assert_eq!(made.location(), format!("/admin/start/made/{slug}?done=office-drafted"));
            assert_eq!(found(&town, &slug).await, *expected, "{path} {answers:?}");
            let page = agent.see(made.location()).await;
            page.says("Ce qui est préparé").says("Ce qui reste à faire").says("Relire, puis publier");
            assert_eq!(town.visitor().get(&format!("/c/{slug}")).await.status, 404, "nothing is published");
        }
        town.run_jobs().await;
    }
}

on_both_databases! {
    async fn what_is_proposed_can_be_changed_before_anything_is_made(town: Town) {
        let mut agent = town.somebody("Helene", Role::Agent).await;
        let asked = with(&filled(&agent.see(CONCERT).await), &[("title", "Réviser le PLU"), ("asking", "required"), ("decider", "Le conseil du 25 mars")]);
        let proposed = send(&mut agent, CONCERT, &asked).await;
        let body = plain(&proposed.body);
        assert!(body.contains("L. 103-2") && body.contains("Le conseil du 25 mars") && body.contains("Mobilité"), "{}", proposed.text());
        let fields = filled(&proposed);
        let long = "x".repeat(81);
        let wrong: [(&str, &str, &str); 7] = [
            ("step-0-weeks", "0", "1 à 104"),
            ("step-1-weeks", "beaucoup", "1 à 104"),
            ("step-1-name", "x", "2 caractères"),
            ("themes", &long, "80"),
            ("meets_at", "jeudi", "forme"),
            ("teaser", "court", "10 caractères"),
            ("title", "abc", "5 caractères"),
        ];
        for (field, value, words) in wrong {
            let changes = [(field, value), ("settled", "Notre propre cadre."), ("do", "make")];
            let refused = send(&mut agent, CONCERT, &with(&fields, &changes)).await;
            assert_eq!(refused.status, 422, "{field}: {}", refused.text());
            assert!(refused.body.contains("Notre propre cadre.") && refused.body.contains(value), "{field}: what was typed comes back");
            assert!(refused.text().replace('\u{a0}', " ").contains(words), "{field}: {}", refused.text());
        }
        let all = agent.see("/admin/consultations").await;
        all.keeps_quiet_about("Réviser le PLU");
        let changes = [("step-0-weeks", "5"), ("step-0-name", "Lire le dossier"), ("themes", "Eau\nEau\n\nBruit"), ("starts_on", "2026-06-01"), ("do", "again")];
        let again = send(&mut agent, CONCERT, &with(&fields, &changes)).await;
        again.says("du 1er juin 2026 au 5 juillet 2026");
        // The meeting is not wanted: its box is not sent.
        let last: Vec<_> = with(&filled(&again), &[("do", "make")]).into_iter().filter(|(name, _)| name != "meeting").collect();
        assert_eq!(send(&mut agent, CONCERT, &last).await.status, 303);
        let made = found(&town, "reviser-le-plu").await;
        assert!(made.contains("themes 2 ") && made.contains("meetings 0"), "{made}");
        agent.see("/admin/consultations/reviser-le-plu").await.says("L. 103-2");
        let made = agent.see("/admin/start/made/reviser-le-plu").await;
        made.says("4 étapes").says("2 thèmes").says("La carte").says("Dessiner le périmètre").keeps_quiet_about("réunion publique");
    }
}

on_both_databases! {
    async fn faulty_answers_come_back_and_nothing_is_made(town: Town) {
        let mut agent = town.somebody("Helene", Role::Agent).await;
        let rows: [(&str, &str, &str); 9] = [
            (CONSULT, "title", "abc"),
            (CONSULT, "participation", "concertation"),
            (CONSULT, "decider", ""),
            (CONSULT, "starts_on", "demain"),
            (CONCERT, "frame", "other"),
            (CONCERT, "asking", "never"),
            (BUDGET, "amount", "0"),
            (BUDGET, "amount", "beaucoup"),
            (BUDGET, "most", "peu"),
        ];
        for (path, field, value) in rows {
            let good = [("title", "Que faire de la halle ?"), ("amount", "1000"), ("asking", "required")];
            let asked = with(&with(&filled(&agent.see(path).await), &good), &[(field, value)]);
            for act in ["next", "make"] {
                let refused = send(&mut agent, path, &with(&asked, &[("do", act)])).await;
                assert_eq!(refused.status, 422, "{path} {field} {act}");
                if field != "title" {
                    assert!(refused.body.contains("Que faire de la halle ?"), "{path} {field} {act}: what was typed comes back");
                }
            }
        }
        let drafts = town.app.store.read(|db| store::testing::number(db, "SELECT count(*) AS number FROM consultation"));
        assert_eq!(drafts.await.unwrap(), 0);
        let mut ana = town.citizen("Ana").await;
        for path in ["/admin/start", CONSULT, "/admin/start/report", "/admin/start/fund", "/admin/start/report/made"] {
            assert_eq!(ana.get(path).await.status, 404, "{path}");
        }
    }
}

on_both_databases! {
    async fn reports_are_prepared_closed_and_then_opened(town: Town) {
        let mut agent = town.somebody("Helene", Role::Agent).await;
        let path = "/admin/start/report";
        let page = agent.see(path).await;
        page.says("Voirie").says("Bruit");
        let helene = page.body.split("<select").nth(1).unwrap().split("</select>").next().unwrap().split("<option value=\"").nth(2).unwrap()[..36].to_owned();
        let typed = with(&filled(&page), &[("service", "Services techniques"), ("referent", &helene), ("delay", "12")]);
        let nothing: Vec<_> = typed.iter().filter(|(name, _)| !name.starts_with("kind-")).cloned().collect();
        let rows = [(nothing, "au moins une catégorie"), (with(&typed, &[("delay", "9999")]), "0 à 730"), (with(&typed, &[("referent", "x")]), "Choisissez une des réponses")];
        for (fields, words) in rows {
            let refused = send(&mut agent, path, &fields).await;
            assert_eq!(refused.status, 422, "{words}");
            refused.says(words);
            assert!(refused.body.contains("value=\"Services techniques\""), "{words}: what was typed comes back");
        }
        assert_eq!(send(&mut agent, path, &typed).await.status, 303);
        let read = |db: &mut store::Db| {
            let all = store::street::lists::categories(db)?;
            Ok::<_, store::Error>(all.into_iter().map(|(row, name, _)| (row.name, row.service, name, row.days, row.closed_at.is_some())).collect::<Vec<_>>())
        };
        let there = town.app.store.read(read).await.unwrap();
        assert_eq!(there.len(), 5);
        assert!(there.iter().all(|(_, service, name, days, closed)| service == "Services techniques" && name.as_deref() == Some("Helene") && *days == 12 && *closed), "{there:?}");
        // Those are not offered again.
        let page = agent.see(path).await;
        page.says("On peut déjà signaler : Voirie");
        assert_eq!(page.body.matches("name=\"kind-").count(), 3);
        let made = agent.see("/admin/start/report/made").await;
        made.says("Catégories encore fermées").says("réponse en 12 jours");
        assert_eq!(send(&mut agent, "/admin/start/report/made", &[]).await.status, 422);
        let open = filled(&made);
        let two: Vec<_> = open.iter().take(2).cloned().collect();
        let done = send(&mut agent, "/admin/start/report/made", &two).await;
        assert_eq!((done.status.as_u16(), done.location()), (303, "/street?done=start-street-open"));
        let there = town.app.store.read(read).await.unwrap();
        assert_eq!(there.iter().filter(|(.., closed)| !closed).count(), 2, "{there:?}");
        agent.see("/admin/start/report/made").await.says("2 catégories sont ouvertes");
    }
}

on_both_databases! {
    async fn a_first_project_that_looks_for_money_is_a_draft(town: Town) {
        let mut agent = town.somebody("Helene", Role::Agent).await;
        let path = "/admin/start/fund";
        let good = [
            ("title", "Un four à pain pour le bourg"),
            ("body", "Construire un four commun, ouvert à tous le dimanche."),
            ("carrier", "Les Amis du pain"),
            ("goal", "5 000"),
            ("link", "https://campagnes.example.org/four"),
        ];
        let good: Vec<_> = good.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        for (field, value) in [("goal", "0"), ("link", "http://campagnes.example.org"), ("carrier", ""), ("title", "x")] {
            let refused = send(&mut agent, path, &with(&good, &[(field, value)])).await;
            assert_eq!(refused.status, 422, "{field}");
            assert!(refused.body.contains("ouvert à tous le dimanche"), "{field}: what was typed comes back");
        }
        let made = send(&mut agent, path, &good).await;
        assert_eq!(made.status, 303, "{}", made.text());
        let page = agent.see(made.location()).await;
        page.says("Les Amis du pain").says("sous forme de dons").says("Campagne du").says("Relire, puis publier");
        town.visitor().see("/funding").await.keeps_quiet_about("Un four à pain");
        let office = page.link("/admin/funding/").unwrap();
        agent.see(&office).await.says("Un four à pain pour le bourg");
    }
}
