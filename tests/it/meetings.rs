//! Meetings through the doors: prepared and published by an agent, registered for with an account and by e-mail, the list of those who wait, the desk,
//! the letters, the calendars, the minutes, what was said.

use domain::actor::Role;
use futures_util::future::join_all;
use jiff::{SignedDuration, ToSpan};
use rig::{Citizen, Town, on_both_databases};

const NEW: &str = "/admin/consultations/place/meetings/new";
const LINK: &str = "https://visio.example/halle";

/// A moment in so many days, as an agent types it.
async fn days(town: &Town, days: i64, time: &str) -> String {
    let zone = town.app.time_zone().await.unwrap();
    format!("{}T{time}", (town.now().to_zoned(zone) + days.days()).date())
}

/// A hybrid meeting in ten days with so many places, published. Gives its id.
async fn published(town: &Town, agent: &mut Citizen, new: &str, places: &str) -> String {
    let (begins, ends) = (days(town, 10, "18:30").await, days(town, 10, "20:00").await);
    let form = [
        ("title", "Atelier de la halle"),
        ("body", "Venez dessiner la halle ; apportez, si vous le voulez, vos photos."),
        ("agenda", "1. Le projet"),
        ("kind", "hybrid"),
        ("venue", "Salle des fêtes"),
        ("spot_address", "2 rue du Marché"),
        ("spot", "48.1, -1.7"),
        ("link", LINK),
        ("link_is_private", "on"),
        ("begins_at", begins.as_str()),
        ("ends_at", ends.as_str()),
        ("by_registration", "on"),
        ("places", places),
    ];
    let kept = agent.post(new, new, &form).await;
    assert_eq!(kept.status, 303, "{}", kept.text());
    let root = kept.location().split('?').next().unwrap().to_owned();
    let id = root.rsplit('/').next().unwrap().to_owned();
    let visitor = town.visitor().get(&format!("/meetings/{id}")).await;
    assert_eq!(visitor.status, 404, "a draft is nobody's business");
    let out = agent.post(&root, &format!("{root}/publish"), &[]).await;
    assert_eq!(out.status, 303, "{}", out.text());
    id
}

/// Somebody without an account registers by e-mail and confirms. Gives the path of their page.
async fn by_mail(town: &Town, id: &str, name: &str) -> String {
    let (mut visitor, page, email) = (town.visitor(), format!("/meetings/{id}"), format!("{name}@example.net"));
    let asked = visitor.post(&page, &page, &[("name", name), ("email", &email)]).await;
    assert_eq!(asked.status, 303, "{}", asked.text());
    let place = town.latest_link(&email).await;
    visitor.see(&place).await.says("Confirmez votre adresse");
    let confirmed = visitor.post(&place, &place, &[("act", "confirm")]).await;
    assert_eq!(confirmed.status, 303, "{}", confirmed.text());
    place
}

/// The code on the page of a place.
async fn code(citizen: &mut Citizen, place: &str) -> String {
    let page = citizen.see(place).await;
    let mark = "class=\"figure\" translate=\"no\">";
    page.body.split(mark).nth(1).expect("a code").split('<').next().unwrap().to_owned()
}

/// A meeting that is over gets its minutes, and what was said there counts.
async fn minuted(town: &Town, page: &str, office: &str) {
    town.wait(SignedDuration::from_hours(8));
    let mut agent = town.somebody("Agente du lendemain", Role::Agent).await;
    let (minutes, said) = (format!("{office}/minutes"), format!("{office}/said"));
    assert_eq!(agent.post(&minutes, &minutes, &[("minutes", "Court")]).await.status, 422);
    assert_eq!(agent.post(&minutes, &minutes, &[("minutes", "Nous avons parlé des **étals** et du toit.")]).await.status, 303);
    let form = [("kind", "proposal"), ("title", "Garder les étals en bois"), ("body", "Dit par plusieurs commerçants."), ("name", "")];
    assert_eq!(agent.post(&said, &said, &form).await.status, 303);
    town.wait(SignedDuration::from_hours(24));
    let held = town.visitor().see(page).await;
    held.says("Compte rendu").says("Nous avons parlé des étals").says("Garder les étals en bois").says("1 personne présente");
    town.visitor().see("/meetings?when=past").await.says("Atelier de la halle");
    let contribution = held.link("/c/place/p/").expect("a contribution");
    town.visitor().see(&contribution).await.says("Recueillie à la réunion").says("Atelier de la halle");
    town.visitor().see("/c/place/contributions").await.says("Garder les étals en bois");
}

/// Where each registration for a meeting stands, in the order in which they asked.
async fn states(town: &Town, id: &str) -> Vec<String> {
    let id = store::Uid::of(domain::id::MeetingId::parse(id).unwrap());
    let rows = town.app.store.read(move |db| store::registrations::page(db, id, 0, 100)).await.unwrap().0;
    rows.into_iter().map(|known| known.row.state).collect()
}

on_both_databases! {
    async fn a_meeting_from_its_announcement_to_its_minutes(town: Town) {
        town.consultation("place").await;
        let mut agent = town.somebody("Agent", Role::Agent).await;
        let id = published(&town, &mut agent, NEW, "2").await;
        let (page, office) = (format!("/meetings/{id}"), format!("/admin/meetings/{id}"));
        for list in ["/meetings", "/c/place/meetings"] {
            town.visitor().see(list).await.says("Atelier de la halle").says("Salle des fêtes");
        }
        let mut visitor = town.visitor();
        let shown = visitor.see(&page).await;
        shown.says("2 places libres sur 2").says("Le lien est donné aux personnes inscrites").says("Le projet");
        assert!(!shown.body.contains(LINK), "the link is for those who have a place");
        let faulty = visitor.post(&page, &page, &[("name", "Z"), ("email", "nobody")]).await;
        assert_eq!(faulty.status, 422);
        assert!(faulty.body.contains("value=\"nobody\""), "what was typed comes back");

        let mut ana = town.citizen("Ana").await;
        assert_eq!(ana.post(&page, &page, &[]).await.status, 303);
        assert_eq!(ana.post(&page, &page, &[]).await.status, 409, "once is enough");
        let seen = ana.see(&page).await;
        assert!(seen.body.contains(LINK), "who has a place sees the link");
        let own = seen.link(&format!("{page}/r/")).expect("the way to one's place");
        assert!(town.latest_link("ana@example.org").await.starts_with(&own), "the letter leads there");
        let bob = by_mail(&town, &id, "bob").await;
        let cleo = by_mail(&town, &id, "cleo").await;
        town.visitor().see(&page).await.says("Complet (2 places), 1 personne attend");
        let waiting = visitor.see(&cleo).await;
        waiting.says("Vous attendez une place. Vous êtes le premier de la liste");
        assert!(!waiting.body.contains(LINK), "who waits does not");

        // Bob gives his place back: Cléo moves up and is written to.
        assert_eq!(visitor.post(&bob, &bob, &[("act", "leave")]).await.status, 303);
        visitor.see(&cleo).await.says("Votre place est réservée");
        let letters = town.letters().await.join("\n");
        assert!(letters.contains("Une place s"), "{letters}");
        assert_eq!(visitor.get(&format!("{page}/r/{}", "A".repeat(43))).await.status, 410, "an unknown secret leads nowhere");

        // The desk, typed without its hyphen and in small letters.
        town.wait(SignedDuration::from_hours(10 * 24));
        let mut agent = town.somebody("Agente du soir", Role::Agent).await;
        let desk = format!("{office}/desk");
        let cleo_code = code(&mut visitor, &cleo).await;
        agent.post(&desk, &desk, &[("code", &cleo_code.replace('-', "").to_lowercase())]).await.says("C'est noté");
        agent.post(&desk, &desk, &[("code", &cleo_code)]).await.says("déjà notée");
        for wrong in ["", "ABC", "2222-2222", cleo_code.replace(&cleo_code[..1], "Z").as_str()] {
            if wrong != cleo_code {
                assert_eq!(agent.post(&desk, &desk, &[("code", wrong)]).await.status, 422, "{wrong}");
            }
        }
        visitor.see(&cleo).await.says("L'accueil a noté que vous êtes là");

        minuted(&town, &page, &office).await;
    }
}

on_both_databases! {
    async fn the_last_place_is_given_once_however_many_want_it_at_once(town: Town) {
        town.consultation("place").await;
        let mut agent = town.somebody("Agent", Role::Agent).await;
        let id = published(&town, &mut agent, NEW, "3").await;
        let page = format!("/meetings/{id}");
        let mut people = Vec::new();
        for n in 0..12 {
            let mut citizen = town.citizen(&format!("Personne {n}")).await;
            let token = citizen.token(&page).await;
            people.push((citizen, token));
        }
        let sent = people.iter_mut().map(|(citizen, token)| {
            let page = page.clone();
            async move { citizen.post_bare(&page, &[("_csrf", token.as_str())]).await.status }
        });
        assert_eq!(join_all(sent).await, [303; 12]);
        let (rows, counts) = town.app.store.read({
            let id = store::Uid::of(domain::id::MeetingId::parse(&id).unwrap());
            move |db| Ok::<_, store::Error>((store::registrations::page(db, id, 0, 100)?.0, store::meetings::find(db, id)?.unwrap()))
        }).await.unwrap();
        assert_eq!(states(&town, &id).await, [vec!["registered"; 3], vec!["waiting"; 9]].concat(), "by the order in which they asked");
        assert_eq!((counts.taken_count, counts.waiting_count), (3, 9));

        // Two of them leave at once, and the room grows by one: three move up, in order, and nobody twice.
        let leaving: Vec<(domain::id::ActorId, Role)> = rows.iter().take(2).map(|known| (known.row.actor_id.unwrap().to(), Role::Citizen)).collect();
        let left = join_all(leaving.iter().map(|(actor, role)| {
            let viewer = domain::actor::Viewer::signed_in(*actor, *role);
            actions::meetings::leave(&town.app, viewer, domain::id::MeetingId::parse(&id).unwrap())
        })).await;
        assert!(left.iter().all(Result::is_ok), "{left:?}");
        let office = format!("/admin/meetings/{id}");
        let (begins, ends) = (days(&town, 10, "18:30").await, days(&town, 10, "20:00").await);
        let form = [
            ("sequence", "0"), ("title", "Atelier de la halle"), ("kind", "in_person"), ("venue", "Salle des fêtes"), ("begins_at", begins.as_str()),
            ("ends_at", ends.as_str()), ("by_registration", "on"), ("places", "4"),
        ];
        let saved = agent.post(&office, &office, &form).await;
        assert_eq!(saved.status, 303, "{}", saved.text());
        assert_eq!(agent.post(&office, &office, &form).await.status, 422, "somebody else saved meanwhile");
        let expected = [vec!["cancelled"; 2], vec!["registered"; 4], vec!["waiting"; 6]].concat();
        assert_eq!(states(&town, &id).await, expected, "first come, first served");

        // Somebody who had a place deletes their account: it goes to who waits.
        let third = rows[2].row.actor_id.unwrap();
        let email = town.app.store.read(move |db| store::accounts::find(db, third)).await.unwrap().unwrap().email;
        let viewer = domain::actor::Viewer::signed_in(third.to(), Role::Citizen);
        let data = actions::accounts::export(&town.app, viewer).await.unwrap();
        assert_eq!(data["meetings"][0]["state"], "registered", "{data}");
        actions::accounts::erase(&town.app, viewer, &email, actions::accounts::Remains::Keep).await.unwrap();
        assert_eq!(states(&town, &id).await, [vec!["cancelled"; 2], vec!["registered"; 4], vec!["waiting"; 5]].concat());
    }
}

on_both_databases! {
    async fn those_who_come_are_told_once_of_each_change(town: Town) {
        town.consultation("place").await;
        let mut agent = town.somebody("Agent", Role::Agent).await;
        let id = published(&town, &mut agent, NEW, "").await;
        let office = format!("/admin/meetings/{id}");
        let mut ana = town.citizen("Ana").await;
        assert_eq!(ana.post(&format!("/meetings/{id}"), &format!("/meetings/{id}"), &[]).await.status, 303);
        by_mail(&town, &id, "bob").await;
        let count = |letters: &[String], words: &str| letters.iter().filter(|letter| letter.replace("=\r\n", "").contains(words)).count();
        let before = town.letters().await;
        assert_eq!(count(&before, "Subject: Votre place est"), 2);

        let (begins, ends) = (days(&town, 12, "18:30").await, days(&town, 12, "20:00").await);
        let form = |sequence: &'static str, body: &'static str| {
            [
                ("sequence", sequence), ("title", "Atelier de la halle"), ("body", body), ("kind", "in_person"), ("venue", "Salle des fêtes"),
                ("begins_at", begins.as_str()), ("ends_at", ends.as_str()), ("by_registration", "on"),
            ]
        };
        assert_eq!(agent.post(&office, &office, &form("0", "")).await.status, 303);
        let id_of = domain::id::MeetingId::parse(&id).unwrap();
        let moved = town.letters().await;
        assert_eq!(moved.len() - before.len(), 2, "each is told that it is at another time");
        // A job may run twice; a text that changes is no reason to write.
        actions::meetings::write_to_all(&town.app, id_of, false).await.unwrap();
        assert_eq!(agent.post(&office, &office, &form("1", "Un mot de plus.")).await.status, 303);
        assert_eq!(town.letters().await.len(), moved.len());

        // The reminder of the old day does not go; that of the new one does, once.
        town.wait(SignedDuration::from_hours(10 * 24));
        assert_eq!(town.letters().await.len(), moved.len());
        town.wait(SignedDuration::from_hours(40));
        let reminded = town.letters().await;
        assert_eq!(reminded.len() - moved.len(), 2, "the day before");
        actions::meetings::write_to_all(&town.app, id_of, true).await.unwrap();
        assert_eq!(town.letters().await.len(), reminded.len());

        let mut agent = town.somebody("Agente du soir", Role::Agent).await;
        let cancel = format!("{office}/cancel");
        assert_eq!(agent.post(&cancel, &cancel, &[("cancel_reason", "")]).await.status, 422);
        assert_eq!(agent.post(&cancel, &cancel, &[("cancel_reason", "La salle est inondée.")]).await.status, 303);
        let cancelled = town.letters().await;
        assert_eq!(cancelled.len() - reminded.len(), 2);
        assert_eq!(count(&cancelled, "inond"), 2, "with the reason");
        town.visitor().see(&format!("/meetings/{id}")).await.says("Cette réunion est annulée").says("La salle est inondée");
        let calendar = town.visitor().see(&format!("/meetings/{id}/calendar.ics")).await;
        assert!(calendar.body.contains("STATUS:CANCELLED") && calendar.body.contains("SEQUENCE:3"), "{}", calendar.body);
    }
}

on_both_databases! {
    async fn calendars_are_for_everybody_and_tell_no_secret(town: Town) {
        town.consultation("place").await;
        town.draft("draft").await;
        let mut agent = town.somebody("Agent", Role::Agent).await;
        let id = published(&town, &mut agent, NEW, "").await;
        let own = published(&town, &mut agent, "/admin/meetings/new", "").await;
        let hidden = {
            let form = [("title", "Réunion secrète"), ("kind", "online"), ("begins_at", "2026-05-03T18:00"), ("ends_at", "2026-05-03T19:00")];
            let new = "/admin/consultations/draft/meetings/new";
            let kept = agent.post(new, new, &form).await;
            kept.location().split('?').next().unwrap().rsplit('/').next().unwrap().to_owned()
        };
        let refused = agent.post(&format!("/admin/meetings/{hidden}"), &format!("/admin/meetings/{hidden}/publish"), &[]).await;
        assert_eq!(refused.status, 403, "not before its consultation");
        for (path, events) in [("/calendar.ics".to_owned(), 2), ("/c/place/calendar.ics".to_owned(), 1), (format!("/meetings/{own}/calendar.ics"), 1)] {
            let file = town.visitor().see(&path).await;
            assert_eq!(file.header("content-type"), "text/calendar; charset=utf-8");
            assert_eq!(file.body.matches("BEGIN:VEVENT").count(), events, "{path}");
            assert!(!file.body.contains("visio.example") && !file.body.contains("secr"), "{}", file.body);
            let unfolded = file.body.replace("\r\n ", "");
            assert!(unfolded.contains("DESCRIPTION:Venez dessiner la halle \\; apportez\\, si vous le voulez\\, vos photos."), "{unfolded}");
            assert!(unfolded.contains("GEO:48.100000;-1.700000") && unfolded.contains("LOCATION:Salle des fêtes\\, 2 rue du Marché"), "{unfolded}");
        }
        assert_eq!(town.visitor().get("/c/draft/calendar.ics").await.status, 404);
        assert_eq!(town.visitor().get(&format!("/meetings/{hidden}/calendar.ics")).await.status, 404);
        town.visitor().see("/c/place/meetings").await.says("Atelier de la halle");
        let list = town.visitor().see("/meetings").await;
        assert!(list.link(&format!("/meetings/{id}")).is_some() && list.link(&format!("/meetings/{own}")).is_some());

        // Who is registered is the staff's business, with a line in the journal for each file.
        by_mail(&town, &id, "bob").await;
        let csv = agent.see(&format!("/admin/meetings/{id}/registered.csv")).await;
        assert!(csv.body.contains("bob@example.net"), "{}", csv.body);
        for path in ["registered", "registered.csv", "desk"] {
            let mut citizen = town.somebody(&format!("citizen {path}").replace('.', " "), Role::Citizen).await;
            assert_eq!(citizen.get(&format!("/admin/meetings/{id}/{path}")).await.status, 404);
        }
        let mut administrator = town.somebody("Chef", Role::Administrator).await;
        administrator.see("/admin/journal").await.says("liste des inscrits téléchargée");

        // 60 days later nobody is named any more; the figures stay.
        town.wait(SignedDuration::from_hours(75 * 24));
        actions::jobs::sweep(&town.app).await.unwrap();
        let mut agent = town.somebody("Agente du soir", Role::Agent).await;
        agent.see(&format!("/admin/meetings/{id}/registered")).await.says("Personne n'est encore inscrit");
        agent.see(&format!("/admin/meetings/{id}")).await.says("Places prises 1");
    }
}

on_both_databases! {
    async fn what_is_said_at_a_meeting_has_its_place(town: Town) {
        town.consultation("place").await;
        actions::places::ask(&town.app, Town::machine(), "place", domain::place::Asking::Required).await.unwrap();
        let perimeter = br#"{"type":"Polygon","coordinates":[[[-2,48],[-1.5,48],[-1.5,48.5],[-2,48.5],[-2,48]]]}"#.to_vec();
        let kind = store::places::LayerKind::Perimeter;
        actions::places::add_layer(&town.app, Town::machine(), "place", kind, "Le bourg", perimeter).await.unwrap();
        let mut agent = town.somebody("Agent", Role::Agent).await;
        let id = published(&town, &mut agent, NEW, "2").await;
        let said = format!("/admin/meetings/{id}/said");
        town.wait(SignedDuration::from_hours(24 * 10 + 12));
        let mut agent = town.somebody("Agente du lendemain", Role::Agent).await;
        agent.see(&said).await.says("Où est-ce ?");
        let form = |title: &'static str, spot: &'static str| {
            [("kind", "proposal"), ("title", title), ("body", "Dit par plusieurs commerçants."), ("spot", spot), ("spot_address", "Derrière l’église")]
        };
        for (spot, words) in [("40.0, 3.0", "en dehors du territoire"), ("partout", "coordonnées")] {
            let refused = agent.post(&said, &said, &form("Un banc", spot)).await;
            assert_eq!(refused.status, 422, "{spot}");
            assert!(refused.text().to_lowercase().contains(words), "{spot}: {}", refused.text());
            assert!(refused.body.contains("value=\"Un banc\"") && refused.body.contains(&format!("value=\"{spot}\"")), "what was typed comes back");
        }
        let both = agent.post(&said, &said, &form("", "partout")).await;
        assert_eq!(both.status, 422);
        assert!(both.body.contains("id=\"title-error\"") && both.text().to_lowercase().contains("coordonnées"), "all faults at once: {}", both.text());
        // Words are enough where nothing is found for them.
        assert_eq!(agent.post(&said, &said, &form("Un abri", "")).await.status, 303);
        assert_eq!(agent.post(&said, &said, &form("Un banc", "48.1, -1.7")).await.status, 303);
        // Nobody can be asked again where they meant: no place is asked of the agent, even where authors must give one.
        let placeless = [("kind", "proposal"), ("title", "Moins de bruit"), ("body", "Dit par plusieurs voisins.")];
        assert_eq!(agent.post(&said, &said, &placeless).await.status, 303);
        let list = agent.see(&said).await;
        for (title, placed) in [("Un banc", true), ("Moins de bruit", false), ("Un abri", false)] {
            let path = list.body.split(title).next().unwrap().rsplit("href=\"").next().unwrap().split('"').next().unwrap().to_owned();
            let id = domain::id::ContributionId::parse(path.rsplit('/').next().unwrap()).unwrap();
            let place = town.app.store.read(move |db| store::places::of(db, store::Uid::of(id))).await.unwrap();
            assert_eq!(place.map(|place| place.address), placed.then(|| "Derrière l’église".to_owned()), "{title}");
        }
        town.visitor().see("/c/place/map").await.says("Un banc").keeps_quiet_about("Moins de bruit");
    }
}
