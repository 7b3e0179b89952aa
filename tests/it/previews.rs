//! A draft, shown by a secret link: what it shows and to whom, what it never shows, and when it shows nothing any more.

use actions::previews::{Draft, LinkForm};
use domain::actor::Role;
use jiff::SignedDuration;
use rig::{Answer, Citizen, Town, on_both_databases};

const OFFICE: &str = "/admin/consultations/place/previews";

/// A link to a draft, as an agent makes it.
async fn link(agent: &mut Citizen, slug: &str, name: &str, days: &str) -> String {
    link_of(agent, &format!("/admin/consultations/{slug}/previews"), name, days).await
}

/// The same from the page of links of any draft.
async fn link_of(agent: &mut Citizen, office: &str, name: &str, days: &str) -> String {
    let made = agent.post(office, office, &[("name", name), ("lasts", days)]).await;
    assert_eq!(made.status, 200, "{}", made.text());
    made.says("Copiez-le maintenant");
    let token = made.body.split("/preview/").nth(1).unwrap().split('"').next().unwrap().to_owned();
    assert_eq!(token.len(), 43, "256 bits");
    agent.see(office).await.keeps_quiet_about(&token);
    format!("/preview/{token}")
}

/// What cannot be sent from there, and what no browser, robot or other site learns of it.
fn is_only_to_read(page: &Answer) {
    assert!(!page.body.contains("<form"), "something can be sent from here");
    page.says("Aperçu – brouillon, non publié").says("Se connecter").keeps_quiet_about("Se déconnecter");
    assert_eq!(page.header("cache-control"), "private, no-store");
    assert_eq!(page.header("referrer-policy"), "no-referrer");
    assert_eq!(page.header("x-robots-tag"), "noindex, nofollow");
    assert!(page.link("/c/place").is_none(), "{:?} is no page yet", page.link("/c/place"));
    assert!(page.link("/sign-in?next=").is_none(), "the secret stays in its own address");
}

on_both_databases! {
    async fn a_link_shows_the_draft_to_read_and_to_nobody_else(town: Town) {
        town.draft("place").await;
        let mut agent = town.somebody("Helene", Role::Agent).await;
        agent.see("/admin/consultations/place").await.says("Partager un aperçu");
        let link = link(&mut agent, "place", "Le groupe de travail", "").await;
        for reader in [&mut town.visitor(), &mut agent] {
            let page = reader.see(&link).await;
            page.says("Consultation place").says("La commune prépare un projet").says("Phase analysis").says("Le conseil municipal répondra");
            page.says("Rues").keeps_quiet_about("Le groupe de travail");
            is_only_to_read(&page);
        }
        assert!(town.visitor().get(&link).await.header("set-cookie").is_empty());
        agent.see(OFFICE).await.says("Le groupe de travail").says("Actif").says(" 3 ");
        let mut ana = town.citizen("Ana").await;
        for reader in [&mut town.visitor(), &mut ana] {
            for tail in ["", "/contributions", "/how", "/feed.atom", "/documents"] {
                assert_eq!(reader.get(&format!("/c/place{tail}")).await.status, 404, "{tail}");
            }
            assert!(!reader.get(OFFICE).await.status.is_success());
        }
        for page in ["/", "/c", "/search?q=consultation", "/feeds/consultations.atom", "/robots.txt"] {
            town.visitor().see(page).await.keeps_quiet_about("Consultation place").keeps_quiet_about(link.trim_start_matches('/'));
        }
        assert_eq!(town.visitor().post_bare(&link, &[("title", "Une idée")]).await.status, 405);
        town.run_jobs().await;
    }
}

on_both_databases! {
    async fn a_wrong_an_ended_and_a_revoked_link_look_the_same(town: Town) {
        town.draft("place").await;
        let mut agent = town.somebody("Helene", Role::Agent).await;
        let (short, revoked) = (link(&mut agent, "place", "Court", "1").await, link(&mut agent, "place", "Retiré", "90").await);
        let kept = link(&mut agent, "place", "", "30").await;
        let id = agent.see(OFFICE).await.body.split("Retiré").nth(1).unwrap().split("name=\"link\" value=\"").nth(1).unwrap()[..36].to_owned();
        let end = format!("{OFFICE}/end");
        assert_eq!(agent.post(OFFICE, &end, &[("link", &id)]).await.status, 303);
        assert_eq!(agent.post(OFFICE, &end, &[("link", &id)]).await.status, 404, "once is enough");
        town.wait(SignedDuration::from_hours(25));
        let mut agent = town.somebody("Odile", Role::Agent).await;
        agent.see(OFFICE).await.says("Terminé").says("Retiré").says("Actif").says("Sans nom");
        for tail in ["", "/documents", "/text", "/budget", "/polls/0192f0c1-2d3e-7abc-8def-0123456789ab"] {
            let wrong = town.visitor().get(&format!("/preview/nothing{tail}")).await;
            assert_eq!(wrong.status, 404);
            for link in [&short, &revoked] {
                let gone = town.visitor().get(&format!("{link}{tail}")).await;
                assert_eq!((gone.status, gone.text()), (wrong.status, wrong.text()), "{tail}");
                assert_eq!((gone.header("cache-control"), gone.header("referrer-policy")), ("private, no-store", "no-referrer"));
            }
        }
        is_only_to_read(&town.visitor().see(&kept).await);
        // Once it is published, what was read there has its own page.
        actions::consultations::publish(&town.app, Town::machine(), "place").await.unwrap();
        let moved = town.visitor().get(&kept).await;
        assert_eq!((moved.status.as_u16(), moved.location()), (303, "/c/place"));
        assert_eq!(town.visitor().get(&revoked).await.status, 404);
        agent.see(OFFICE).await.says("Cette consultation est publiée");
        assert_eq!(agent.post("/admin", OFFICE, &[("name", ""), ("lasts", "")]).await.status, 409);
    }
}

/// A vote and a questionnaire of a draft, as drafts.
async fn belongings(town: &Town, agent: &mut Citizen, slug: &str) -> [String; 2] {
    let new = format!("/admin/consultations/{slug}/polls/new");
    let title = format!("Où planter à {slug} ?");
    let fields = [
        ("title", title.as_str()),
        ("form", "choose-1"),
        ("options", "La place\nLe quai"),
        ("opens_at", "2026-03-02T12:00"),
        ("closes_at", "2026-03-02T18:00"),
    ];
    let fields: Vec<_> = fields.into_iter().chain(rig::GRID).collect();
    let poll = agent.post(&new, &new, &fields).await.location().split('?').next().unwrap().rsplit('/').next().unwrap().to_owned();
    let form = actions::questionnaires::draft(&town.app, Town::machine(), slug, "Vos trajets").await.unwrap();
    [format!("polls/{poll}"), format!("q/{form}")]
}

on_both_databases! {
    async fn a_link_shows_all_of_its_own_draft_and_nothing_of_another(town: Town) {
        let mut agent = town.somebody("Helene", Role::Agent).await;
        let mut things = Vec::new();
        for slug in ["place", "halle"] {
            town.draft(slug).await;
            things.push(belongings(&town, &mut agent, slug).await);
        }
        let text = actions::texts::TextForm {
            title: "Charte de la place".to_owned(),
            text: "La place est à tous.\n\nElle reste ouverte la nuit.".to_owned(),
            ..Default::default()
        };
        actions::texts::write(&town.app, Town::machine(), "place", &text).await.unwrap();
        let envelope = actions::budget::EnvelopeForm { title: "Toute la place".to_owned(), amount: "2 000".to_owned(), ..Default::default() };
        actions::budget::set_envelopes(&town.app, Town::machine(), "place", &[envelope]).await.unwrap();
        let meeting = actions::meetings::MeetingForm {
            title: "Réunion d’ouverture".to_owned(),
            kind: "in_person".to_owned(),
            venue: "Salle des fêtes".to_owned(),
            begins_at: "2026-05-02T18:00".to_owned(),
            ends_at: "2026-05-02T20:00".to_owned(),
            ..Default::default()
        };
        actions::meetings::prepare(&town.app, Town::machine(), Some("place"), &meeting).await.unwrap();
        let root = link(&mut agent, "place", "", "").await;
        let page = town.visitor().see(&root).await;
        page.says("Où planter à place").says("Vos trajets").says("Réunion d’ouverture").says("Salle des fêtes").keeps_quiet_about("halle");
        let [poll, form] = &things[0];
        let cases = [
            (poll.as_str(), "Le quai"),
            (form.as_str(), "Vos trajets"),
            ("text", "Elle reste ouverte la nuit"),
            ("budget", "Toute la place"),
            ("documents", "Aucun document"),
        ];
        for (tail, words) in cases {
            let page = town.visitor().see(&format!("{root}/{tail}")).await;
            page.says(words);
            is_only_to_read(&page);
        }
        for tail in &things[1] {
            assert_eq!(town.visitor().get(&format!("{root}/{tail}")).await.status, 404, "{tail} is another draft's");
        }
        let other = link(&mut agent, "halle", "", "").await;
        for tail in ["text", "budget", poll, form] {
            assert_eq!(town.visitor().get(&format!("{other}/{tail}")).await.status, 404, "{tail}");
        }
        for wrong in ["polls/x", "q/x", "documents/x/1", "map", "contributions"] {
            assert_eq!(town.visitor().get(&format!("{root}/{wrong}")).await.status, 404, "{wrong}");
        }
    }
}

on_both_databases! {
    async fn a_faulty_link_is_not_made_and_there_are_not_too_many(town: Town) {
        town.draft("place").await;
        let mut agent = town.somebody("Helene", Role::Agent).await;
        let long = "x".repeat(81);
        for (name, days, words) in [("Le groupe", "0", "1 à 90"), ("Le groupe", "91", "1 à 90"), ("Le groupe", "un mois", "1 à 90"), (&long, "30", "80")] {
            let refused = agent.post(OFFICE, OFFICE, &[("name", name), ("lasts", days)]).await;
            assert_eq!(refused.status, 422, "{name} {days}");
            refused.says(words);
            assert!(refused.body.contains(&format!("value=\"{name}\"")) && refused.body.contains(&format!("value=\"{days}\"")), "what was typed comes back");
        }
        let day = LinkForm { days: "1".to_owned(), ..LinkForm::default() };
        let share = || actions::previews::share(&town.app, Town::machine(), Draft::Consultation("place".to_owned()), &day);
        for round in 0..3 {
            for _ in 0..domain::preview::OPEN_MAX {
                assert!(share().await.is_ok(), "round {round}");
            }
            assert!(share().await.is_err(), "round {round}: there are enough");
            town.wait(SignedDuration::from_hours(25));
        }
        let read = |db: &mut store::Db| store::testing::number(db, "SELECT count(*) AS number FROM preview_link");
        assert_eq!(town.app.store.read(read).await.unwrap(), 50, "those that ended first are forgotten");
    }
}

on_both_databases! {
    async fn a_preview_costs_the_same_whatever_it_shows(town: Town) {
        town.draft("place").await;
        let token = actions::previews::share(&town.app, Town::machine(), Draft::Consultation("place".to_owned()), &LinkForm::default()).await.unwrap();
        let mut counts = Vec::new();
        for more in [0, 6] {
            for _ in 0..more {
                actions::questionnaires::draft(&town.app, Town::machine(), "place", "Vos trajets").await.unwrap();
                actions::previews::share(&town.app, Town::machine(), Draft::Consultation("place".to_owned()), &LinkForm::default()).await.unwrap();
            }
            // One visit to warm what is kept, one to count.
            town.visitor().see(&format!("/preview/{token}")).await;
            let before = town.queries();
            town.visitor().see(&format!("/preview/{token}")).await;
            counts.push(town.queries() - before);
        }
        assert!(counts[1] <= counts[0], "{counts:?} statements");
    }
}

on_both_databases! {
    async fn the_map_of_a_draft_is_shown_with_its_layers(town: Town) {
        town.draft("place").await;
        town.draft("other").await;
        let mut agent = town.somebody("Helene", Role::Agent).await;
        let shown = link(&mut agent, "place", "", "").await;
        town.visitor().see(&shown).await.keeps_quiet_about("Les contributions seront placées");
        assert_eq!(town.visitor().get(&format!("{shown}/map")).await.status, 404, "it asks for no place");
        actions::places::ask(&town.app, Town::machine(), "place", domain::place::Asking::Optional).await.unwrap();
        for (slug, name) in [("place", "Autour de la halle"), ("other", "Un autre secret")] {
            let perimeter = br#"{"type":"Polygon","coordinates":[[[3.0,50.6],[3.1,50.6],[3.1,50.7],[3.0,50.6]]]}"#.to_vec();
            let kind = store::places::LayerKind::Perimeter;
            actions::places::add_layer(&town.app, Town::machine(), slug, kind, name, perimeter).await.unwrap();
        }
        let map = format!("{shown}/map");
        assert!(town.visitor().see(&shown).await.link(&map).is_some());
        let page = town.visitor().see(&map).await;
        page.says("Autour de la halle").keeps_quiet_about("Un autre secret");
        is_only_to_read(&page);
        assert!(page.body.contains("class=\"map ground\"") && page.body.contains("stroke-dasharray"), "the perimeter is drawn");
        assert!(!page.body.contains("data-map=") && !page.body.contains("leaflet"), "nothing asks /c/place for marks");
        let closer = page.link(&format!("{map}?")).expect("a link that moves it");
        town.visitor().see(closer.split('#').next().unwrap()).await.says("Autour de la halle");
        town.visitor().see(&format!("{map}?lat=x&lon=y&zoom=z")).await.says("Autour de la halle");
        assert_eq!(town.visitor().get("/c/place/map").await.status, 404);
        assert_eq!(town.visitor().get("/preview/nothing/map").await.status, 404);
    }
}

/// What an agent types of a project.
const PROJECT: [(&str, &str); 9] = [
    ("title", "Un four à pain au village"),
    ("body", "Construire un **four commun** sur la place."),
    ("carrier", "Les Amis du pain"),
    ("mode", "gift"),
    ("goal", "5 000"),
    ("cost", "20 000"),
    ("opens_on", "2026-01-01"),
    ("closes_on", "2026-12-31"),
    ("link", "https://campagnes.example.org/four"),
];

/// What cannot be sent from the only page of a draft, and that it has no other.
async fn stands_alone(town: &Town, link: &str) -> Answer {
    let page = town.visitor().see(link).await;
    assert!(!page.body.contains("<form"), "something can be sent from here");
    page.says("Aperçu – brouillon, non publié");
    assert_eq!((page.header("cache-control"), page.header("x-robots-tag")), ("private, no-store", "noindex, nofollow"));
    for tail in ["/text", "/documents", "/map", "/budget"] {
        assert_eq!(town.visitor().get(&format!("{link}{tail}")).await.status, 404, "{tail}");
    }
    page
}

on_both_databases! {
    async fn a_project_that_looks_for_money_is_shown_before_it_is_published(town: Town) {
        let mut agent = town.somebody("Helene", Role::Agent).await;
        let done = agent.post("/admin/start/fund", "/admin/start/fund", &PROJECT).await;
        let made = done.location().split('?').next().unwrap().to_owned();
        let office = format!("/admin/funding/{}/previews", made.rsplit('/').next().unwrap());
        assert!(agent.see(&made).await.body.contains(&format!("action=\"{office}\"")), "the last page offers a link");
        let link = link_of(&mut agent, &office, "Le conseil", "").await;
        let page = stands_alone(&town, &link).await;
        page.says("Un four à pain au village").says("Les Amis du pain").says("5 000").says("campagnes.example.org").keeps_quiet_about("Le conseil");
        assert!(page.link("https://campagnes.example.org").is_none(), "nobody gives before it is published");
        agent.see(&office).await.says("Le conseil").says(" 1 ");
        town.visitor().see("/funding").await.keeps_quiet_about("Un four à pain");
        // A link to one opens nothing of another, and is taken back by its own page only.
        let other = agent.post("/admin/funding/new", "/admin/funding/new", &PROJECT).await.location().split('?').next().unwrap().to_owned();
        let id = agent.see(&office).await.hidden("link").unwrap();
        let ended = agent.post(&other, &format!("{other}/previews/end"), &[("link", &id)]).await;
        assert_eq!(ended.status, 404);
        let desk = office.trim_end_matches("/previews");
        assert_eq!(agent.post(desk, &format!("{desk}/publish"), &[]).await.status, 303);
        let moved = town.visitor().get(&link).await;
        assert_eq!((moved.status.as_u16(), moved.location()), (303, desk.trim_start_matches("/admin")));
        agent.see(&office).await.says("Ce projet est publié");
        assert_eq!(agent.post(&office, &format!("{office}/end"), &[("link", &id)]).await.status, 303);
        assert_eq!(town.visitor().get(&link).await.status, 404);
        let mut ana = town.citizen("Ana").await;
        assert!(!ana.get(&format!("{other}/previews")).await.status.is_success());
    }
}

on_both_databases! {
    async fn what_can_be_reported_is_shown_before_it_is_open(town: Town) {
        let mut agent = town.somebody("Helene", Role::Agent).await;
        let (start, made, office) = ("/admin/start/report", "/admin/start/report/made", "/admin/start/report/previews");
        assert_eq!(agent.post(start, office, &[("name", ""), ("lasts", "")]).await.status, 409, "there is nothing to show");
        let own = actions::street::CategoryForm { name: "Un essai des agents".to_owned(), days: "3".to_owned(), closed: true, ..Default::default() };
        actions::street::keep_category(&town.app, Town::machine(), None, &own).await.unwrap();
        let kinds = [("kind-roads", "on"), ("kind-lighting", "on"), ("delay", "12")];
        assert_eq!(agent.post(start, start, &kinds).await.status, 303);
        agent.see(made).await.says("Le faire relire");
        let link = link_of(&mut agent, office, "", "3").await;
        let page = stands_alone(&town, &link).await;
        page.says("Délai annoncé : 12 jours").keeps_quiet_about("Un essai des agents").keeps_quiet_about("déjà ouvert");
        // One is opened: the rest is still a draft.
        let ids: Vec<String> = agent.see(made).await.body.split("name=\"open-").skip(1).map(|part| part[..36].to_owned()).collect();
        assert_eq!(ids.len(), 3);
        let open = |id: &str| vec![(format!("open-{id}"), "on".to_owned())];
        for (rank, id) in ids.iter().enumerate() {
            let fields = open(id);
            let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
            assert_eq!(agent.post(made, made, &fields).await.status, 303);
            if rank < 2 {
                town.visitor().see(&link).await.says("déjà ouvert");
            }
        }
        let moved = town.visitor().get(&link).await;
        assert_eq!((moved.status.as_u16(), moved.location()), (303, "/street"));
        agent.see(office).await.says("Toutes les catégories sont ouvertes");
        // What is prepared afterwards is another draft.
        assert_eq!(agent.post(start, start, &[("kind-noise", "on"), ("delay", "12")]).await.status, 303);
        assert_eq!(town.visitor().get(&link).await.status, 404);
    }
}

on_both_databases! {
    async fn open_data_is_prepared_shown_and_then_decided(town: Town) {
        let mut admin = town.somebody("Marc", Role::Administrator).await;
        let mut agent = town.somebody("Helene", Role::Agent).await;
        let (start, made, office) = ("/admin/start/open-data", "/admin/start/open-data/made", "/admin/start/open-data/previews");
        for path in [start, made, office] {
            assert!(!agent.get(path).await.status.is_success(), "{path}");
        }
        assert_eq!(admin.get(made).await.status, 404, "nothing is prepared");
        let fields = [("licence", "cc-by"), ("contact_name", "Le service données"), ("contact_email", "x"), ("description", ""), ("set-consultations", "on")];
        let wrong = admin.post(start, start, &fields).await;
        assert_eq!(wrong.status, 422);
        assert!(wrong.body.contains("value=\"Le service données\""), "what was typed comes back");
        let codes: Vec<&str> = domain::open_data::Licence::ALL.iter().map(|licence| licence.code()).collect();
        let fields = [
            ("licence", *codes.last().unwrap()),
            ("contact_name", "Le service données"),
            ("contact_email", "donnees@town.example"),
            ("description", "Servez-vous."),
            ("set-consultations", "on"),
        ];
        assert_eq!(admin.post(start, start, &fields).await.location(), format!("{made}?done=office-prepared"));
        admin.see(made).await.says("1 jeu de données publié").says("Non publiés");
        admin.see("/admin/open-data").await.says("en préparation");
        let public = town.visitor().see("/open-data").await;
        public.keeps_quiet_about("Servez-vous").keeps_quiet_about("Le service données");
        assert!(public.body.contains("/open-data/contributions"));
        let link = link_of(&mut admin, office, "", "").await;
        let page = stands_alone(&town, &link).await;
        page.says("Servez-vous").says("donnees@town.example").says("Consultations").keeps_quiet_about("Contributions");
        assert_eq!(admin.post(made, made, &[]).await.status, 303);
        let public = town.visitor().see("/open-data").await;
        public.says("Servez-vous").says("Le service données");
        assert!(!public.body.contains("/open-data/contributions"));
        let moved = town.visitor().get(&link).await;
        assert_eq!((moved.status.as_u16(), moved.location()), (303, "/open-data"));
        assert_eq!(admin.post(start, made, &[]).await.status, 404, "it was decided");
        admin.see(office).await.says("Rien n’est en préparation");
        // What is prepared afterwards is another draft.
        assert_eq!(admin.post(start, start, &fields).await.status, 303);
        assert_eq!(town.visitor().get(&link).await.status, 404);
        let taken_back = async || {
            let until = town.now() + jiff::SignedDuration::from_secs(1);
            let kinds = [domain::event::EventKind::PreviewRevoked];
            town.app.store.read(move |db| store::journal::count(db, &kinds, jiff::Timestamp::UNIX_EPOCH, until)).await.unwrap()
        };
        assert_eq!(taken_back().await, 1, "the journal says so");
        // What is decided meanwhile is not taken back by what was prepared before.
        let link = link_of(&mut admin, office, "", "").await;
        assert_eq!(admin.post("/admin/open-data", "/admin/open-data", &fields).await.status, 303);
        assert_eq!(admin.get(made).await.status, 404, "nothing is prepared any more");
        assert_eq!((town.visitor().get(&link).await.status.as_u16(), taken_back().await), (404, 2));
    }
}
