//! The newsletter through the doors: asked for and confirmed, written and sent once to each, ended with one press.

use actions::newsletters::{self, IssueForm};
use axum::body::Body;
use domain::actor::Role;
use domain::id::IssueId;
use domain::lang::Lang;
use http::{Request, header};
use jiff::SignedDuration;
use rig::{Citizen, Town, on_both_databases};

const TITLE: &str = "Les nouvelles du printemps";

fn form(segment: &str) -> IssueForm {
    IssueForm {
        segment: segment.into(),
        title: TITLE.into(),
        body: "Le parc **rouvre** [samedi prochain](/c/place).".into(),
        lang: "fr".into(),
        items: Vec::new(),
    }
}

/// Asks for the letters of a segment and confirms; gives the path of the subscription.
async fn subscribed(town: &Town, email: &str, segment: &str) -> String {
    newsletters::subscribe(&town.app, email, segment, (true, "J’accepte."), Lang::Fr).await.unwrap();
    let path = town.latest_link(email).await;
    newsletters::confirm(&town.app, path.rsplit('/').next().unwrap()).await.unwrap();
    path
}

/// Somebody whose address has this mark gets the newsletter; gives the secret of their page.
pub(crate) async fn private(town: &Town, mark: &str) -> String {
    let path = subscribed(town, &format!("{mark}-lettre@example.net"), "all").await;
    send(town, "all").await;
    path.rsplit('/').next().unwrap().to_owned()
}

async fn letters_to(town: &Town, email: &str) -> Vec<String> {
    town.run_jobs().await;
    town.letters().await.into_iter().filter(|letter| letter.contains(email) && letter.contains("List-Unsubscribe")).collect()
}

async fn send(town: &Town, segment: &str) -> IssueId {
    let id = newsletters::draft(&town.app, Town::machine(), &form(segment)).await.unwrap();
    newsletters::send(&town.app, Town::machine(), id, 0).await.unwrap();
    town.run_jobs().await;
    id
}

/// What the button of a mail program sends: no token, no cookie, no word on where it comes from.
async fn one_click(town: &Town, path: &str) -> rig::Answer {
    let request = Request::post(path).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    town.visitor().send(request.body(Body::from("List-Unsubscribe=One-Click")).unwrap()).await
}

/// The same in the other encoding that mail programs use.
async fn one_click_in_parts(town: &Town, path: &str) -> rig::Answer {
    let request = Request::post(path).header(header::CONTENT_TYPE, "multipart/form-data; boundary=cut");
    let body = "--cut\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--cut--\r\n";
    town.visitor().send(request.body(Body::from(body)).unwrap()).await
}

on_both_databases! {
    async fn one_press_ends_it_in_either_encoding(town: Town) {
        let own = subscribed(&town, "lea@example.net", "all").await;
        let heavy = Request::post(&own).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        let heavy = town.visitor().send(heavy.body(Body::from("x".repeat(20_000))).unwrap()).await;
        assert_eq!((heavy.status.as_u16(), kept(&town).await), (413, 1));
        let answer = one_click_in_parts(&town, &own).await;
        assert_eq!(answer.status, 200, "{}", answer.text());
        assert_eq!(kept(&town).await, 0);
    }
}

on_both_databases! {
    async fn pressed_twice_at_once_an_address_is_asked_once(town: Town) {
        let ask = || newsletters::subscribe(&town.app, "lea@example.net", "all", (true, "J’accepte."), Lang::Fr);
        let both = tokio::join!(ask(), ask());
        both.0.unwrap();
        both.1.unwrap();
        assert_eq!(kept(&town).await, 1);
        let id = town.app.store.read(|db| store::subscriptions::of_address(db, "lea@example.net", "all")).await.unwrap().unwrap().id;
        let now = store::At(town.app.now());
        // What was confirmed in the same moment keeps the consent it was confirmed with.
        let again = town.app.store.write(move |db| {
            store::subscriptions::confirm(db, id, now)?;
            store::subscriptions::ask_again(db, id, "de", "Anderes.", now)
        });
        assert!(!again.await.unwrap());
        let found = town.app.store.read(|db| store::subscriptions::of_address(db, "lea@example.net", "all")).await.unwrap().unwrap();
        assert_eq!((found.lang.as_str(), found.consent.as_str()), ("fr", "J’accepte."));
    }
}

on_both_databases! {
    async fn an_issue_stays_for_whom_it_was_written(town: Town) {
        town.consultation("place").await;
        let slug = "place".to_owned();
        let place = town.app.store.read(move |db| store::consultations::by_slug(db, &slug)).await.unwrap().unwrap();
        let segment = format!("c-{}", place.id.0);
        let id = newsletters::draft(&town.app, Town::machine(), &form(&segment)).await.unwrap();
        // Not offered any more, it stays chosen; of what is gone, the text comes back.
        town.app.store.write(|db| store::testing::run(db, "UPDATE consultation SET published_at = NULL")).await.unwrap();
        let mut agent = town.somebody("Helene", Role::Agent).await;
        let desk = format!("/admin/newsletter/{id}");
        let page = agent.see(&desk).await;
        assert!(page.body.contains(&format!("<option value=\"{segment}\" selected>")), "{}", page.body);
        let fields = [("segment", segment.as_str()), ("title", TITLE), ("body", "Un texte déjà long, tapé ici."), ("lang", "fr"), ("revision", "0")];
        let refused = agent.post(&desk, &desk, &fields).await;
        assert_eq!(refused.status, 422);
        refused.says("tapé ici");
    }
}

on_both_databases! {
    async fn what_is_not_saved_is_not_sent_and_is_not_lost(town: Town) {
        let mut agent = town.somebody("Helene", Role::Agent).await;
        let desk = write(&mut agent).await;
        let seen = agent.see(&desk).await.hidden("revision").unwrap();
        let fields = |title: &'static str, revision: &str| {
            [("segment", "all"), ("title", title), ("body", "Le parc rouvre dimanche, tapé ici."), ("lang", "fr"), ("revision", revision)].map(|(name, value)| (name, value.to_owned()))
        };
        let post = async |agent: &mut Citizen, title: &'static str, revision: &str| {
            let fields = fields(title, revision);
            let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
            agent.post(&desk, &desk, &fields).await
        };
        let faulty = post(&mut agent, "Non", &seen).await;
        assert_eq!((faulty.status.as_u16(), faulty.hidden("revision")), (422, Some(seen.clone())));
        assert!(!faulty.body.contains(&format!("{desk}/send")), "what is not saved is not sent");
        assert_eq!(post(&mut agent, "Les nouvelles de l’été", &seen).await.status, 303);
        let stale = post(&mut agent, "Les nouvelles de l’automne", &seen).await;
        assert_eq!(stale.status, 409);
        stale.says("entre-temps").says("tapé ici");
        let now = stale.hidden("revision").unwrap();
        assert_eq!(agent.post(&desk, &format!("{desk}/send"), &[("revision", &now)]).await.status, 303);
        let late = post(&mut agent, "Les nouvelles de l’automne", &now).await;
        assert_eq!(late.status, 409);
        late.says("tapé ici");
    }
}

async fn kept(town: &Town) -> i64 {
    let counted =
        town.app.store.read(|db| store::testing::number(db, "SELECT COUNT(*) AS number FROM subscription WHERE email IS NOT NULL"));
    counted.await.unwrap()
}

on_both_databases! {
    async fn an_address_is_written_to_once_it_is_confirmed_and_forgotten_with_one_press(town: Town) {
        let mut lea = town.visitor();
        let form = |consent: &'static str| [("email", "lea@example.net"), ("segment", "all"), ("consent", consent)];
        let faulty = lea.post("/newsletter", "/newsletter", &[("email", "lea"), ("segment", "all")]).await;
        assert_eq!(faulty.status, 422);
        assert_eq!(lea.post("/newsletter", "/newsletter", &form("")).await.status, 422, "nobody agrees by silence");
        assert_eq!(kept(&town).await, 0);
        assert_eq!(lea.post("/newsletter", "/newsletter", &form("on")).await.status, 303);
        let own = town.latest_link("lea@example.net").await;
        send(&town, "all").await;
        assert!(letters_to(&town, "lea@example.net").await.is_empty(), "the address is not confirmed");
        lea.see(&own).await.says("Confirmer");
        assert_eq!(lea.post(&own, &own, &[("act", "confirm")]).await.status, 303);
        let id = send(&town, "all").await;
        let letters = letters_to(&town, "lea@example.net").await;
        let whole = letters[0].replace("=\r\n", "").replace("=3D", "=");
        let there = town.app.links.absolute("/c/place");
        assert!(whole.contains(&format!("({there})")) && whole.contains(&format!("href=\"{there}\"")), "{whole}");
        assert_eq!(letters.len(), 1);
        let letter = &letters[0];
        let (head, _) = letter.split_once("\r\n\r\n").unwrap();
        let head = head.replace("\r\n ", " ");
        assert!(head.contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click"), "{head}");
        assert!(head.contains(&format!("<{}>", town.app.links.absolute(&own))), "{head}");
        town.visitor().see(&format!("/newsletter/{id}")).await.says(TITLE);

        let answer = one_click(&town, &own).await;
        assert_eq!(answer.status, 200);
        answer.says("terminé");
        assert_eq!(one_click(&town, &own).await.status, 200, "twice does no harm");
        assert_eq!(kept(&town).await, 0);
        send(&town, "all").await;
        assert_eq!(letters_to(&town, "lea@example.net").await.len(), 1);
        assert_eq!(town.visitor().get("/newsletter/s/somebody-elses").await.status, one_click(&town, "/newsletter/s/somebody-elses").await.status);
    }
}

on_both_databases! {
    async fn what_is_not_confirmed_is_forgotten_and_asking_twice_tells_nothing(town: Town) {
        let ask = async |email: &str| newsletters::subscribe(&town.app, email, "all", (true, "J’accepte."), Lang::Fr).await;
        ask("lea@example.net").await.unwrap();
        assert_eq!(kept(&town).await, 1);
        town.wait(SignedDuration::from_hours(49));
        actions::jobs::sweep(&town.app).await.unwrap();
        assert_eq!(kept(&town).await, 0);
        subscribed(&town, "max@example.net", "all").await;
        let before = town.letters().await.len();
        ask("max@example.net").await.unwrap();
        town.run_jobs().await;
        assert_eq!(town.letters().await.len(), before, "who has it gets no other letter");
        assert_eq!(kept(&town).await, 1);
    }
}

on_both_databases! {
    async fn each_segment_gets_its_own_letters_and_each_reader_one(town: Town) {
        town.consultation("place").await;
        let slug = "place".to_owned();
        let place = town.app.store.read(move |db| store::consultations::by_slug(db, &slug)).await.unwrap().unwrap();
        let segment = format!("c-{}", place.id.0);
        subscribed(&town, "lea@example.net", "all").await;
        subscribed(&town, "max@example.net", &segment).await;
        let id = send(&town, &segment).await;
        assert_eq!(letters_to(&town, "lea@example.net").await.len(), 0);
        assert_eq!(letters_to(&town, "max@example.net").await.len(), 1);
        // The job may run twice, and an issue leaves once.
        newsletters::spread(&town.app, id).await.unwrap();
        assert!(newsletters::send(&town.app, Town::machine(), id, 1).await.is_err());
        assert_eq!(letters_to(&town, "max@example.net").await.len(), 1);
        let unknown = newsletters::draft(&town.app, Town::machine(), &form("c-00000000-0000-7000-8000-000000000000")).await;
        assert!(unknown.is_err());
    }
}

on_both_databases! {
    async fn many_letters_are_written_some_at_a_time_and_each_once(town: Town) {
        for n in 0..3 {
            subscribed(&town, &format!("n{n}@example.net"), "all").await;
        }
        // As many rows as two transactions take: written straight into the table, for each letter asked for takes its time.
        let rows: Vec<_> = town.app.store.read(|db| store::subscriptions::next(db, "all", None, 1)).await.unwrap();
        let (first, ids) = (rows[0].clone(), (0..210).map(|_| town.app.new_id::<uuid::Uuid>()).collect::<Vec<_>>());
        let filled = town.app.store.write(move |db| {
            for id in ids {
                let row = store::subscriptions::Subscription {
                    id: store::Uid(id),
                    email: Some(format!("{id}@example.org")),
                    key_hash: id.as_bytes().to_vec(),
                    ..first.clone()
                };
                store::subscriptions::subscribe(db, &row)?;
            }
            Ok::<_, store::Error>(())
        });
        filled.await.unwrap();
        let id = newsletters::draft(&town.app, Town::machine(), &form("all")).await.unwrap();
        newsletters::send(&town.app, Town::machine(), id, 0).await.unwrap();
        newsletters::spread(&town.app, id).await.unwrap();
        let issue = async || town.app.store.read(move |db| store::newsletters::find(db, store::Uid::of(id))).await.unwrap().unwrap();
        assert_eq!((issue().await.letters, issue().await.state.as_str()), (200, "sending"));
        newsletters::spread(&town.app, id).await.unwrap();
        newsletters::spread(&town.app, id).await.unwrap();
        assert_eq!((issue().await.letters, issue().await.state.as_str()), (213, "sent"));
        let waiting = town.app.store.read(|db| store::testing::number(db, "SELECT COUNT(DISTINCT recipient) AS number FROM letter"));
        assert_eq!(waiting.await.unwrap(), 213);
    }
}

async fn write(agent: &mut Citizen) -> String {
    let fields = [("segment", "all"), ("title", TITLE), ("body", "Le parc rouvre samedi prochain."), ("lang", "fr")];
    let done = agent.post("/admin/newsletter/new", "/admin/newsletter/new", &fields).await;
    assert_eq!(done.status, 303, "{}", done.text());
    done.location().split('?').next().unwrap().to_owned()
}

on_both_databases! {
    async fn an_agent_writes_tries_out_and_sends_and_sees_numbers_only(town: Town) {
        subscribed(&town, "lea-kanari@example.net", "all").await;
        let (mut agent, mut bob) = (town.somebody("Helene", Role::Agent).await, town.citizen("Bob").await);
        assert_eq!(bob.get("/admin/newsletter").await.status, 404);
        let faulty = agent.post("/admin/newsletter/new", "/admin/newsletter/new", &[("segment", "all"), ("title", "Non"), ("lang", "fr")]).await;
        assert_eq!(faulty.status, 422);
        let desk = write(&mut agent).await;
        let public = desk.replace("/admin", "");
        assert_eq!(town.visitor().get(&public).await.status, 404);
        assert_eq!(agent.post(&desk, &format!("{desk}/try"), &[]).await.status, 303);
        town.run_jobs().await;
        let tried = town.letters().await.into_iter().filter(|letter| letter.contains("helene@example.org") && letter.contains("printemps")).count();
        assert_eq!(tried, 1);
        let seen = agent.see(&desk).await.hidden("revision").unwrap();
        assert_eq!(agent.post(&desk, &format!("{desk}/send"), &[("revision", &seen)]).await.status, 303);
        assert_eq!(letters_to(&town, "lea-kanari@example.net").await.len(), 1);
        assert_eq!(agent.post(&desk, &format!("{desk}/remove"), &[]).await.status, 409);
        for path in ["/admin/newsletter", &desk, "/admin/journal"] {
            let page = agent.get(path).await;
            page.keeps_quiet_about("kanari");
        }
        town.visitor().see("/newsletter").await.says(TITLE).keeps_quiet_about("kanari");
        town.visitor().see(&public).await.says("rouvre");
    }
}
