//! Temporary: looks at the back office (removed before the end).
#![expect(clippy::all, clippy::unwrap_used, clippy::print_stdout, clippy::disallowed_methods, missing_docs, reason = "temporary")]
use actions::consultations::*;
use actions::{App, Clock};
use domain::actor::{Role, Viewer};
use domain::contribution::{Draft, Kind, Mark, RawDraft};
use domain::id::ActorId;
use domain::lang::Lang;
use domain::links::Links;
use domain::moderation::Reason;
use domain::text::Email;
use jiff::{SignedDuration, Timestamp};
use store::{At, Database, Store, Uid};

async fn person(app: &App, email: &str, name: &str, role: Role) -> Viewer {
    let mail = Email::parse(email).unwrap();
    actions::accounts::create(app, &mail, name, role).await.unwrap();
    let e = email.to_owned();
    let account = app.store.read(move |db| store::accounts::by_email(db, &e)).await.unwrap().unwrap();
    Viewer::signed_in(account.actor_id.to::<ActorId>(), role)
}

async fn session(app: &App, who: Viewer, token: &'static str) {
    let now = app.now();
    let actor = Uid::of(who.actor.unwrap());
    app.store.write(move |db| store::sessions::open(db, &actions::random::token_hash(token), actor, "x", At(now), At(now + SignedDuration::from_hours(20)))).await.unwrap();
}

#[tokio::main]
async fn main() {
    let path = std::path::PathBuf::from("/tmp/w3/preview.db");
    for end in ["", "-wal", "-shm"] { let _ = std::fs::remove_file(format!("/tmp/w3/preview.db{end}")); }
    let store = Store::open(&Database::Sqlite(path), 4).unwrap();
    let links = Links::new(&url::Url::parse("http://127.0.0.1:8955").unwrap());
    let app = App::new(store.clone(), links.clone(), Clock::new(Timestamp::now));
    let old = App::new(store.clone(), links.clone(), Clock::new(|| Timestamp::now() - SignedDuration::from_hours(40 * 24)));
    actions::instance::install(&old).await.unwrap();
    let admin = person(&old, "helene@ville.example", "Hélène Lacaze", Role::Administrator).await;
    let moderator = person(&old, "marc@ville.example", "Marc Vidal", Role::Moderator).await;
    let agent = person(&old, "agnes@ville.example", "Agnès Petit", Role::Agent).await;
    let nadia = person(&old, "nadia@ville.example", "Nadia Ferrand", Role::Citizen).await;
    let jean = person(&old, "jean@ville.example", "Jean Roux", Role::Citizen).await;
    let long = person(&old, "asso@ville.example", "Association pour la sauvegarde du patrimoine bâti du canton et de ses abords", Role::Stakeholder).await;
    session(&app, admin, "admin-token").await;
    session(&app, moderator, "moderator-token").await;
    session(&app, agent, "agent-token").await;
    session(&app, nadia, "citizen-token").await;
    let identity = actions::instance::IdentityForm { territory_kind: "commune".into(), insee_code: "59350".into(), name: "Saint-Aubin-du-Parvis".into(), tagline: "Ici, on se parle".into(), accent: "#e0a800".into(), lang: "fr".into(), time_zone: "Europe/Paris".into(), contact: "1 place du Parvis".into(), ..Default::default() };
    actions::instance::change_identity(&old, admin, &identity).await.unwrap();
    let form = ConsultationForm { title: "Que faire de l’ancienne halle aux grains ?".into(), slug: "halle".into(), teaser: "Le bâtiment est vide depuis 2019. Dites-nous à quoi il doit servir.".into(), introduction: "Construite en 1867, la halle aux grains a vu passer les marchés.".into(), input_use: "Le conseil municipal choisit l’usage le 25 février 2027.".into(), participation: "concertation".into(), support_threshold: "30".into(), ..Default::default() };
    let slug = draft(&old, admin, &form).await.unwrap();
    let day = |n: i64| (Timestamp::now() + SignedDuration::from_hours(24 * n)).to_zoned(jiff::tz::TimeZone::get("Europe/Paris").unwrap()).strftime("%Y-%m-%dT%H:%M").to_string();
    let phase = |kind: &str, name: &str, a, b| PhaseForm { kind: kind.into(), name: name.into(), opens_at: day(a), closes_at: day(b), ..Default::default() };
    set_phases(&old, admin, slug.as_str(), vec![phase("information", "S’informer", -60, -50), phase("contribution", "Dépôt des idées", -50, 4), phase("answer", "Réponse", 6, 30)]).await.unwrap();
    set_themes(&old, admin, slug.as_str(), ["Commerce", "Culture", "Jeunesse"].map(|n| ThemeForm { id: String::new(), name: n.into() }).to_vec()).await.unwrap();
    publish(&old, admin, slug.as_str()).await.unwrap();
    draft(&app, agent, &ConsultationForm { title: "x".repeat(280), slug: "un-nom".into(), teaser: "Un nom pour l’école du bourg.".into(), input_use: "Le conseil choisit.".into(), participation: "consultation".into(), ..Default::default() }).await.unwrap();
    let mut ids = Vec::new();
    for (app, who, title, body) in [(&old, nadia, "Une médiathèque au rez-de-chaussée, ouverte le dimanche", "La bibliothèque actuelle fait **60 m²** et ferme à 17 h. La halle a la bonne taille, la lumière du nord et une entrée de plain-pied."), (&old, long, "Un musée du grain", "Avec les outils de nos anciens."), (&app, jean, "Panneaux solaires à prix cassés", "Panneaux solaires à prix cassés, appelez dès aujourd’hui !")] {
        let d = Draft::parse(Kind::Proposal, &RawDraft { title, body, theme: "", stance: "" }).unwrap();
        ids.push(actions::contributions::publish(app, who, "halle", d, Lang::Fr).await.unwrap());
    }
    for n in 0..40 {
        let d = Draft::parse(Kind::Proposal, &RawDraft { title: &format!("Une autre idée, la numéro {n}"), body: "Un café associatif, ouvert à tous.", theme: "", stance: "" }).unwrap();
        actions::contributions::publish(&app, jean, "halle", d, Lang::Fr).await.unwrap();
    }
    let d = Draft::parse(Kind::Reply, &RawDraft { title: "", body: "Il faut être idiot pour proposer cela.", theme: "", stance: "against" }).unwrap();
    let reply = actions::contributions::reply(&app, jean, ids[0], d, Lang::Fr).await.unwrap();
    for who in [jean, long, agent] { actions::contributions::support(&app, who, ids[0]).await.unwrap(); }
    actions::contributions::report(&app, nadia, reply, Reason::Abuse, "Insulte directe, merci de regarder.").await.unwrap();
    actions::contributions::report(&app, long, reply, Reason::Abuse, "").await.unwrap();
    actions::contributions::report(&app, nadia, ids[2], Reason::Spam, "").await.unwrap();
    actions::contributions::report(&app, nadia, ids[1], Reason::OffTopic, "").await.unwrap();
    actions::office::hide(&app, moderator, ids[1], Reason::OffTopic, "Rien à voir avec la halle.").await.unwrap();
    actions::office::answer(&app, agent, ids[0], domain::answer::AnswerState::UnderStudy, "Une étude compare trois tailles.", "Hélène Lacaze, adjointe à la culture").await.unwrap();
    actions::office::recognise(&app, agent, ids[0], Mark::Quality, true).await.unwrap();
    actions::accounts::suspend(&app, admin, jean.actor.unwrap()).await.unwrap();
    actions::accounts::change_role(&app, admin, nadia.actor.unwrap(), Role::Stakeholder).await.unwrap();
    session(&app, Viewer::signed_in(nadia.actor.unwrap(), Role::Stakeholder), "citizen2-token").await;
    println!("first {}", ids[0]);
    let router = web::router(web::Web::new(app));
    let listener = tokio::net::TcpListener::bind("127.0.0.1:8955").await.unwrap();
    axum::serve(listener, router).await.unwrap();
}
