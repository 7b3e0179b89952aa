//! Organisations: opened by agents, run by their members, who act in their name and are named nowhere outside.

use actions::organisations::{self, OrganisationForm};
use domain::actor::{Role, Viewer};
use domain::id::ActorId;
use rig::{Citizen, Town, on_both_databases};
use store::Uid;

const MARK: &str = "canari";

fn form(name: &str) -> OrganisationForm {
    OrganisationForm {
        kind: "association".to_owned(),
        name: name.to_owned(),
        summary: "Nous plantons des haies.".to_owned(),
        web: "haies.example".to_owned(),
        registration: "W751234567".to_owned(),
        publish_abroad: true,
    }
}

/// An organisation that this person looks after, and its handle.
async fn organisation(town: &Town, name: &str, viewer: Viewer) -> (ActorId, String) {
    let person = Uid::of(viewer.actor.unwrap());
    let account = town.app.store.read(move |db| store::accounts::find(db, person)).await.unwrap().unwrap();
    let handle = organisations::open(&town.app, Town::machine(), &form(name), &account.email).await.unwrap();
    let known = handle.clone();
    let id = town.app.store.read(move |db| store::actors::find_local(db, &known)).await.unwrap().unwrap().id.to();
    organisations::join(&town.app, viewer, id).await.unwrap();
    (id, handle)
}

const PROPOSAL: [(&str, &str); 4] =
    [("kind", "proposal"), ("title", "Une haie le long du chemin"), ("body", "Trois cents mètres."), ("theme", "")];

/// Publishes a proposal in the name of an organisation; gives its page.
async fn propose(citizen: &mut Citizen, organisation: ActorId) -> String {
    let (new, id) = ("/c/place/new?kind=proposal", organisation.to_string());
    let fields: Vec<(&str, &str)> = PROPOSAL.into_iter().chain([("in_name_of", id.as_str())]).collect();
    let answer = citizen.post(new, "/c/place/new", &fields).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    answer.location().split('?').next().unwrap().to_owned()
}

on_both_databases! {
    async fn a_citizen_asks_an_agent_opens_and_the_first_member_invites(town: Town) {
        let (mut ana, mut bob) = (town.citizen("Ana").await, town.citizen("Bob").await);
        let mut agent = town.somebody("Agent", Role::Agent).await;
        let asked = [("kind", "association"), ("name", "Les Haies"), ("summary", ""), ("web", "pas une adresse"), ("registration", "12")];
        let answer = ana.post("/organisations/new", "/organisations/new", &asked).await;
        assert_eq!(answer.status, 422);
        assert!(answer.body.contains("Les Haies") && answer.body.contains("id=\"registration-error\""), "{}", answer.body);
        let asked = [("kind", "association"), ("name", "Les Haies"), ("summary", "Des haies."), ("web", "haies.example"), ("registration", "w751234567")];
        assert_eq!(ana.post("/organisations/new", "/organisations/new", &asked).await.status, 303);
        assert!(ana.see("/organisations").await.body.contains("Les Haies"));
        assert_eq!(town.visitor().get("/@les_haies").await.status, 404, "nothing is public before an agent says so");
        assert_eq!(bob.get("/admin/organisations").await.status, 404);
        let page = agent.see("/admin/organisations").await;
        let request = page.hidden("request").expect("a request");
        let answer = agent.post("/admin/organisations", "/admin/organisations/requests", &[("request", &request), ("open", "1")]).await;
        assert_eq!(answer.location().split('?').next().unwrap(), "/organisations/les_haies");
        let again = agent.post("/admin/organisations", "/admin/organisations/requests", &[("request", &request), ("open", "1")]).await;
        assert_eq!(again.status, 404, "it is decided once");
        assert!(town.visitor().see("/@les_haies").await.body.contains("Association"));
        assert_eq!(bob.get("/organisations/les_haies").await.status, 404, "who is no member sees nothing of it");
        let (page, action) = ("/organisations/les_haies", "/organisations/les_haies/members");
        assert_eq!(ana.post(page, action, &[("email", "bob@")]).await.status, 422);
        assert_eq!(ana.post(page, action, &[("email", "bob@example.org")]).await.status, 303);
        assert_eq!(town.latest_link("bob@example.org").await, "/organisations");
        let invited = bob.see("/organisations").await.hidden("organisation").expect("an invitation");
        assert!(ana.get("/organisations").await.hidden("organisation").is_none(), "it is for whoever has the address");
        let stolen = ana.post("/organisations", "/organisations", &[("organisation", &invited), ("accept", "1")]).await;
        assert_eq!(stolen.status, 404);
        assert_eq!(bob.post("/organisations", "/organisations", &[("organisation", &invited), ("accept", "1")]).await.status, 303);
        assert!(bob.see(page).await.body.contains("Ana"));
        assert_eq!(bob.post(page, action, &[("email", "eve@example.org")]).await.status, 403, "a member does not invite");
        let me = town.viewer("ana@example.org").await.actor.unwrap().to_string();
        let removed = bob.post(page, "/organisations/les_haies/members/remove", &[("member", &me)]).await;
        assert_eq!(removed.status, 403);
        let left = ana.post(page, "/organisations/les_haies/members/remove", &[("member", &me)]).await;
        assert_eq!(left.status, 409, "the last one who looks after it stays");
    }
}

on_both_databases! {
    async fn what_a_member_says_is_said_by_the_organisation_and_only_the_record_knows_who(town: Town) {
        town.consultation("place").await;
        let mut ana = town.somebody("canari", Role::Citizen).await;
        let viewer = town.viewer("canari@example.org").await;
        let (id, handle) = organisation(&town, "Les Haies", viewer).await;
        let page = propose(&mut ana, id).await;
        let spoken = id.to_string();
        let reply = [("stance", "for"), ("title", ""), ("body", "Nous avons les plants."), ("in_name_of", spoken.as_str())];
        assert_eq!(ana.post(&page, &format!("{page}/reply"), &reply).await.status, 303);
        for _ in 0..2 {
            assert_eq!(ana.post(&page, &format!("{page}/support"), &[("give", "1"), ("in_name_of", &spoken)]).await.status, 303);
        }
        assert_eq!(ana.post(&page, &format!("{page}/support"), &[("give", "1")]).await.status, 303);
        let shown = town.visitor().see(&page).await;
        assert!(shown.body.contains(&format!("href=\"/@{handle}\"")), "{}", shown.body);
        town.run_jobs().await;
        let object = format!("/objects/{}", page.rsplit('/').next().unwrap());
        let actor = format!("/actors/{handle}");
        let feed = format!("{page}/feed.atom");
        let public = [
            page.as_str(), "/c/place", "/c/place/contributions", "/c/place/contributions.csv", "/c/place/feed.atom", &feed, "/search?q=haie",
            &format!("/@{handle}"), &format!("/@{handle}/feed.atom"), "/",
        ];
        for path in public {
            let body = town.visitor().see(path).await.body;
            assert!(!body.to_lowercase().contains(MARK), "{path} names the member");
        }
        for path in [object.as_str(), &actor, &format!("{actor}/outbox"), &format!("{actor}/followers"), &format!("{object}/likes")] {
            let request = http::Request::get(path).header("accept", "application/activity+json").body(axum::body::Body::empty()).unwrap();
            let answer = town.visitor().send(request).await;
            assert_eq!(answer.status, 200, "{path}");
            assert!(!answer.body.to_lowercase().contains(MARK), "{path} names the member: {}", answer.body);
            if path == object {
                assert!(answer.body.contains(&town.app.links.actor(&handle)), "{}", answer.body);
            }
        }
        let kept = town.app.store.read(|db| {
            let all = "SELECT count(*) AS number FROM activity WHERE lower(body) LIKE '%canari%'";
            store::testing::number(db, all)
        });
        assert_eq!(kept.await.unwrap(), 0, "no activity names the member");
        let contribution: domain::id::ContributionId = domain::id::ContributionId::parse(page.rsplit('/').next().unwrap()).unwrap();
        let lines = town.app.store.read(move |db| store::journal::on_subject(db, Uid::of(contribution))).await.unwrap();
        let who: Vec<_> = lines.iter().map(|line| (line.kind.as_str(), line.actor_id.unwrap(), line.member_id)).collect();
        let (own, organisation) = (Uid::of(viewer.actor.unwrap()), Uid::of(id));
        let expected = [("proposal_published", organisation, Some(own)), ("support_given", organisation, Some(own)), ("support_given", own, None)];
        assert_eq!(who, expected, "an organisation supports once, and so does its member");
        let record = ana.see(&format!("/organisations/{handle}")).await;
        assert!(record.body.contains("Une haie le long du chemin") && record.body.contains("canari"), "{}", record.body);
    }
}

on_both_databases! {
    async fn whoever_is_removed_acts_no_more_and_what_was_said_stays(town: Town) {
        town.consultation("place").await;
        let (mut ana, mut bob) = (town.citizen("Ana").await, town.citizen("Bob").await);
        let (first, second) = (town.viewer("ana@example.org").await, town.viewer("bob@example.org").await);
        let (id, handle) = organisation(&town, "Les Haies", first).await;
        organisations::invite(&town.app, first, id, "bob@example.org", true).await.unwrap();
        organisations::join(&town.app, second, id).await.unwrap();
        let page = propose(&mut bob, id).await;
        let edit = format!("{page}/edit");
        let changed = [("title", "Une haie le long du chemin"), ("body", "Quatre cents mètres."), ("version", "1")];
        assert_eq!(ana.post(&edit, &edit, &changed).await.status, 303, "any member may change what their organisation said");
        organisations::remove(&town.app, first, id, second.actor.unwrap()).await.unwrap();
        assert_eq!(bob.get(&edit).await.status, 403);
        let spoken = id.to_string();
        let fields: Vec<(&str, &str)> = PROPOSAL.into_iter().chain([("in_name_of", spoken.as_str())]).collect();
        let token = bob.token("/c/place/new?kind=proposal").await;
        let fields: Vec<(&str, &str)> = fields.into_iter().chain([("_csrf", token.as_str())]).collect();
        assert_eq!(bob.post_bare("/c/place/new", &fields).await.status, 403);
        let mut stranger = town.citizen("Eve").await;
        let answer = stranger.post(&page, &format!("{page}/support"), &[("give", "1"), ("in_name_of", &spoken)]).await;
        assert_eq!(answer.status, 403);
        assert!(organisations::leave(&town.app, first, id).await.is_err(), "the last one stays");
        actions::accounts::erase(&town.app, first, "ana@example.org", actions::accounts::Remains::Withdraw).await.unwrap();
        let shown = town.visitor().see(&page).await;
        assert!(shown.body.contains("Les Haies") && shown.body.contains("Quatre cents"), "{}", shown.body);
        let mut agent = town.somebody("Agent", Role::Agent).await;
        let record = agent.see(&format!("/organisations/{handle}")).await;
        assert!(!record.body.contains(">Ana<") && record.body.contains("Une haie"), "{}", record.body);
        let action = format!("/organisations/{handle}/members");
        let answer = agent.post(&format!("/organisations/{handle}"), &action, &[("email", "bob@example.org"), ("administers", "on")]).await;
        assert_eq!(answer.status, 303, "an agent gives it new hands");
        organisations::join(&town.app, second, id).await.unwrap();
        organisations::set_closed(&town.app, Town::machine(), id, true).await.unwrap();
        assert_eq!(bob.post(&page, &format!("{page}/support"), &[("give", "1"), ("in_name_of", &spoken)]).await.status, 403);
    }
}

on_both_databases! {
    async fn two_who_leave_at_once_leave_one(town: Town) {
        for n in 0..4 {
            town.citizen(&format!("Ana{n}")).await;
        }
        let names = ["ana0@example.org", "ana1@example.org", "ana2@example.org", "ana3@example.org"];
        let first = town.viewer(names[0]).await;
        let (id, _) = organisation(&town, "Les Haies", first).await;
        let mut viewers = vec![first];
        for name in &names[1..] {
            organisations::invite(&town.app, first, id, name, true).await.unwrap();
            let viewer = town.viewer(name).await;
            organisations::join(&town.app, viewer, id).await.unwrap();
            viewers.push(viewer);
        }
        let tasks: Vec<_> = viewers
            .into_iter()
            .map(|viewer| {
                let app = town.app.clone();
                tokio::spawn(async move { organisations::leave(&app, viewer, id).await.is_ok() })
            })
            .collect();
        let mut left = 0;
        for task in tasks {
            left += i32::from(task.await.unwrap());
        }
        assert_eq!(left, 3);
        let stay = town.app.store.read(move |db| store::memberships::of_organisation(db, Uid::of(id))).await.unwrap();
        assert_eq!(stay.len(), 1);
    }
}

on_both_databases! {
    async fn the_members_of_an_organisation_have_the_proof_of_what_it_said(town: Town) {
        town.consultation("place").await;
        let (mut ana, mut bob) = (town.citizen("Ana").await, town.citizen("Bob").await);
        let (first, second) = (town.viewer("ana@example.org").await, town.viewer("bob@example.org").await);
        let (id, _) = organisation(&town, "Les Haies", first).await;
        organisations::invite(&town.app, first, id, "bob@example.org", false).await.unwrap();
        let page = propose(&mut ana, id).await;
        crate::public_record::sign(&town).await;
        let (proof, receipt) = (format!("{page}/proof"), "/record/receipt/1");
        for citizen in [&mut bob, &mut town.visitor()] {
            assert_ne!(citizen.get(&proof).await.status, 200);
            assert_eq!(citizen.get(receipt).await.status, 404);
        }
        organisations::join(&town.app, second, id).await.unwrap();
        for citizen in [&mut ana, &mut bob] {
            assert!(citizen.see(&page).await.body.contains(&proof));
            citizen.see(&proof).await.says("Une haie le long du chemin");
            let found = record::Receipt::parse(&citizen.see(receipt).await.body).unwrap().content;
            assert!(found.contains("Trois cents") && !found.contains("Ana"), "{found}");
        }
        organisations::remove(&town.app, first, id, second.actor.unwrap()).await.unwrap();
        assert_eq!(bob.get(&proof).await.status, 404);
        assert_eq!(bob.get(receipt).await.status, 404);
    }
}
