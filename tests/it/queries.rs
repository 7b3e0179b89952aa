//! The number of statements of a page does not grow with what it shows; and nothing is added under what is not shown.

use actions::contributions;
use domain::actor::{Role, Viewer};
use domain::answer::AnswerState;
use domain::contribution::{Draft, Kind, RawDraft};
use domain::id::{ActorId, ContributionId};
use domain::lang::Lang;
use domain::text::Email;
use rig::{Town, on_both_databases};

async fn viewer(town: &Town, name: &str) -> Viewer {
    let email = Email::parse(&format!("{name}@example.org")).unwrap();
    actions::accounts::create(&town.app, &email, name, Role::Citizen).await.unwrap();
    let account = town.app.store.read(move |db| store::accounts::by_email(db, email.as_str())).await.unwrap().unwrap();
    Viewer::signed_in(account.actor_id.to::<ActorId>(), Role::Citizen)
}

async fn propose(town: &Town, author: Viewer, title: &str) -> ContributionId {
    let draft = Draft::parse(Kind::Proposal, &RawDraft { title, body: "Avec de l'ombre", ..RawDraft::default() }).unwrap();
    contributions::publish(&town.app, author, "place", draft, Lang::Fr).await.unwrap()
}

async fn reply(town: &Town, author: Viewer, to: ContributionId) -> ContributionId {
    let draft = Draft::parse(Kind::Reply, &RawDraft { body: "Oui", stance: "for", ..RawDraft::default() }).unwrap();
    contributions::reply(&town.app, author, to, draft, Lang::Fr).await.unwrap()
}

/// Statements of each page, after one visit has warmed what is kept.
async fn statements(town: &Town, pages: &[String]) -> Vec<u64> {
    let mut counts = Vec::new();
    for page in pages {
        town.visitor().see(page).await;
        let before = town.queries();
        town.visitor().see(page).await;
        counts.push(town.queries() - before);
    }
    counts
}

on_both_databases! {
    async fn a_page_costs_the_same_whatever_it_shows(town: Town) {
        town.consultation("place").await;
        let ana = viewer(&town, "ana").await;
        let first = propose(&town, ana, "Des bancs à l'ombre").await;
        reply(&town, ana, first).await;
        actions::office::answer(&town.app, Town::machine(), first, AnswerState::Accepted, "Six bancs seront posés avant l'été.", "La mairie").await.unwrap();
        let pages: Vec<String> = ["/", "/c", "/c/place", "/c/place/contributions", "/c/place/results", "/search?q=bancs", "/c/place/feed.atom"]
            .iter()
            .map(ToString::to_string)
            .chain([format!("/c/place/p/{first}")])
            .collect();
        let little = statements(&town, &pages).await;
        for n in 0..25 {
            let id = propose(&town, ana, &format!("Des bancs, variante {n}")).await;
            let deep = reply(&town, ana, id).await;
            reply(&town, ana, deep).await;
            reply(&town, ana, first).await;
            actions::office::answer(&town.app, Town::machine(), id, AnswerState::Refused, "Ce serait trop cher cette année.", "La mairie").await.unwrap();
        }
        let much = statements(&town, &pages).await;
        for ((page, little), much) in pages.iter().zip(little).zip(much) {
            assert!(much <= little, "{page}: {little} statements with little, {much} with much");
        }
    }
}

on_both_databases! {
    async fn nothing_is_added_under_what_is_not_shown(town: Town) {
        town.consultation("place").await;
        let ana = viewer(&town, "ana").await;
        let root = propose(&town, ana, "Des bancs à l'ombre").await;
        let under = reply(&town, ana, root).await;
        actions::office::hide(&town.app, Town::machine(), root, domain::moderation::Reason::OffTopic, "Ce n'est pas le sujet.").await.unwrap();
        assert!(contributions::support(&town.app, ana, under).await.is_err());
        let draft = Draft::parse(Kind::Reply, &RawDraft { body: "Encore", ..RawDraft::default() }).unwrap();
        assert!(contributions::reply(&town.app, ana, under, draft, Lang::Fr).await.is_err());
        let mut bob = town.citizen("Bob").await;
        let page = format!("/c/place/p/{root}");
        let token = bob.token("/c/place/new?kind=proposal").await;
        for form in ["reply", "report"] {
            let answer = bob.post_bare(&format!("{page}/{form}"), &[("_csrf", &token)]).await;
            assert!(answer.status.is_client_error(), "{}", answer.status);
            answer.keeps_quiet_about("Des bancs");
        }
    }
}
