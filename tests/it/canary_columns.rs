//! Which columns hold what is private: people do all that is private, with the mark of the canary in it, and the mark stands then in exactly these
//! columns and in no other. All columns of text there are stand in a picture of the schema: a new one is in a change of it, and whoever adds
//! something private seeds it here.

use crate::canary_abroad::{MARK, live, somebody};
use crate::fediverse_sign_in;
use crate::{canary_pictures, funding, street};
use actions::accounts::SignUpForm;
use actions::organisations::OrganisationForm;
use domain::actor::Role;
use domain::lang::Lang;
use rig::home::{Home, Manner};
use rig::{Stranger, Town, on_both_databases};
use std::collections::BTreeSet;
use store::peers::HostRule;

/// Secrets that are drawn at random and are still to be read here, because a letter or another server is to be told them later. All others are kept
/// as their digests.
const SECRETS: [&str; 5] = ["funding_hook.secret", "guest_attempt.verifier", "letter.link", "registration.code", "street_follower.secret"];
/// Where what is private stands, and nowhere else.
const PRIVATE: [&str; 23] = [
    "account.email",
    "foreign_app.client_secret",
    "guest_attempt.client_secret",
    "host_rule.note",
    "invitation.email",
    "letter.name",
    "letter.recipient",
    "login_link.email",
    "login_link.name",
    "meeting.link",
    "preview_link.name",
    "project_note.body",
    "questionnaire_answer.body",
    "registration.email",
    "registration.name",
    "report.note",
    "session.device",
    "street_follower.email",
    "street_follower.name",
    "street_follower.phone",
    "street_service.email",
    "street_step.note",
    "subscription.email",
];

/// What was seen of what is private.
#[derive(Default)]
pub(crate) struct Seen {
    /// Columns in which the mark stood.
    columns: BTreeSet<String>,
    /// Secrets that were drawn.
    pub(crate) secrets: BTreeSet<String>,
    /// Columns of secrets in which one stood.
    filled: BTreeSet<&'static str>,
}

impl Seen {
    /// Looks at all columns of text, before what is to be done about it is done: letters go, links are used up.
    pub(crate) async fn look(&mut self, town: &Town) {
        let read = |db: &mut store::Db| {
            let mut secrets = Vec::new();
            let mut filled = Vec::new();
            for column in SECRETS {
                let values = store::testing::values(db, column)?;
                filled.extend((!values.is_empty()).then_some(column));
                secrets.extend(values);
            }
            Ok::<_, store::Error>((store::testing::columns_with(db, MARK)?, secrets, filled))
        };
        let (columns, secrets, filled) = town.app.store.read(read).await.unwrap();
        self.columns.extend(columns);
        self.filled.extend(filled);
        // Of a link, what nobody can guess.
        let unguessable = |secret: String| secret.rsplit('/').next().filter(|part| part.len() >= 16).map(str::to_owned);
        self.secrets.extend(secrets.into_iter().filter_map(unguessable));
    }
}

/// What else is private besides the journeys of [`live`]: sign-ups, invitations, notes of the agents, reports from the street, guests.
pub(crate) async fn live_more(town: &Town, seen: &mut Seen) {
    let address = |name: &str| format!("{MARK}-{name}@example.org");
    let sign_up = SignUpForm { name: format!("Zoé {MARK}"), email: address("zoe"), password: String::new() };
    actions::accounts::sign_up(&town.app, &sign_up, Lang::Fr).await.unwrap();
    let club = OrganisationForm { kind: "association".to_owned(), name: "Les Haies".to_owned(), ..OrganisationForm::default() };
    actions::organisations::open(&town.app, Town::machine(), &club, &address("club")).await.unwrap();
    actions::abroad::rule(&town.app, Town::machine(), "bad.example", HostRule::Blocked, &format!("{MARK} dans une note")).await.unwrap();
    seen.look(town).await;
    projects(town).await;
    reports(town).await;
    platform(town).await;
    canary_pictures::logo(town).await;
    town.draft("brouillon").await;
    let link = actions::previews::LinkForm { name: "Le groupe kanari".to_owned(), days: String::new() };
    actions::previews::share(&town.app, Town::machine(), actions::previews::Draft::Consultation("brouillon".to_owned()), &link)
        .await
        .unwrap();
    let home = Home::start(Manner::Modern).await;
    fediverse_sign_in::leaves(&mut town.visitor(), &home, "lea").await;
    let email = domain::text::Email::parse(&address("ida")).unwrap();
    let path = actions::accounts::create(&town.app, &email, "Ida", Role::Citizen).await.unwrap();
    let token = path.rsplit('/').next().unwrap();
    actions::accounts::enter(&town.app, token, "Kanari 1.0", "").await.unwrap();
    seen.look(town).await;
}

/// Problems in the street that somebody without an account reports, and that somebody reports by telephone; with a note of the agents.
async fn reports(town: &Town) {
    let mut agent = somebody(town, "Odile", Role::Agent).await;
    street::category(&mut agent, "Voirie", &[]).await;
    let service = format!("{MARK}-atelier@example.org");
    let page = "/admin/street/services";
    let kept = agent.post(page, page, &[("service", "Services techniques"), ("email", &service)]).await;
    assert_eq!(kept.status, 303, "{}", kept.text());
    let (email, name) = (format!("{MARK}-passante@example.org"), format!("Une {MARK}"));
    let contact = [("email", email.as_str()), ("name", name.as_str())];
    let made = street::report(town, &mut town.visitor(), &contact, Some(&canary_pictures::photograph())).await;
    assert_eq!(made.status, 303, "{}", made.text());
    let link = town.latest_link(&email).await;
    town.visitor().post(&link, &link, &[]).await;
    let step = [("next", "accepted"), ("words", "Nous y allons."), ("note", "kanari, pour nous seuls"), ("category", "voirie")];
    let tended = agent.post("/admin/street/1", "/admin/street/1", &step).await;
    assert_eq!(tended.status, 303, "{}", tended.text());
    // Somebody else rings up.
    let token = agent.token("/admin/street/new").await;
    let told =
        [("category", "voirie"), ("kind", "congratulation"), ("spot_address", "place du Puits"), ("body", "Les fleurs sont belles.")];
    let who = [("channel", "phone"), ("name", name.as_str()), ("phone", "06 kanari"), ("email", ""), ("_csrf", token.as_str())];
    let fields: Vec<_> = told.into_iter().chain(who).collect();
    let origin = town.app.links.origin().to_owned();
    let entered = street::send(&mut agent, &origin, "/admin/street/new", &fields, None).await;
    assert_eq!(entered.status, 303, "{}", entered.text());
}

/// A project that looks for money, with the secret with which a platform signs what it reports of it.
async fn platform(town: &Town) {
    let mut agent = somebody(town, "Perrine", Role::Agent).await;
    let desk = format!("/admin/funding/{}", funding::published(&mut agent, "gift").await);
    let made = agent.post(&desk, &format!("{desk}/secret"), &[]).await;
    assert_eq!(made.status, 200, "{}", made.text());
}

/// A project of a participatory budget, with a note of the agents.
async fn projects(town: &Town) {
    town.consultation("budget").await;
    let mut agent = somebody(town, "Basile", Role::Agent).await;
    let mut author = somebody(town, "Prune", Role::Citizen).await;
    let envelopes = "/admin/consultations/budget/budget";
    let one =
        [("envelope-1-title", "Toute la commune"), ("envelope-1-district", ""), ("envelope-1-amount", "2000"), ("envelope-1-most", "")];
    let kept = agent.post(envelopes, envelopes, &one).await;
    assert_eq!(kept.status, 303, "{}", kept.text());
    let read = |db: &mut store::Db| {
        let consultation = store::consultations::by_slug(db, "budget")?.unwrap();
        store::budget::envelopes(db, consultation.id)
    };
    let envelope = town.app.store.read(read).await.unwrap()[0].id.0.to_string();
    let new = "/c/budget/budget/new";
    let form = [("title", "Un verger"), ("body", "Pour tout le monde."), ("envelope", &*envelope), ("place", "Le pré"), ("asked", "900")];
    let done = author.post(new, new, &form).await;
    assert_eq!(done.status, 303, "{}", done.text());
    let id: uuid::Uuid = done.location().split('?').next().unwrap().rsplit('/').next().unwrap().parse().unwrap();
    actions::budget::note(&town.app, Town::machine(), id.into(), "kanari, une note des services").await.unwrap();
}

on_both_databases! {
    async fn what_is_private_stands_where_it_should_and_nowhere_else(town: Town) {
        town.consultation("place").await;
        let mastodon = Stranger::start().await;
        let mut seen = Seen::default();
        live(&town, &mastodon).await;
        seen.look(&town).await;
        live_more(&town, &mut seen).await;
        assert_eq!(seen.columns.iter().map(String::as_str).collect::<Vec<_>>(), PRIVATE);
        let all = town.app.store.read(store::testing::text_columns).await.unwrap();
        let is_public = |name: &String| !PRIVATE.contains(&name.as_str()) && !SECRETS.contains(&name.as_str());
        let list = all.into_iter().filter(is_public).collect::<Vec<_>>().join("\n");
        assert_eq!(seen.filled.iter().copied().collect::<Vec<_>>(), SECRETS, "links, codes and secrets were drawn");
        insta::assert_snapshot!("columns_that_hold_nothing_private", list);
    }
}
