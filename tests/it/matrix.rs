//! Who may do what: every address of the people's door, asked by everybody, on a thing in every state. The table is reviewed by people; a new
//! address, or a right that changes, changes it.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::net::{IpAddr, Ipv4Addr};
use std::sync::Arc;

use actions::contributions;
use actions::limits::Limits;
use domain::actor::{Role, Viewer};
use domain::contribution::{Draft, Kind, RawDraft};
use domain::lang::Lang;
use domain::moderation::Reason;
use domain::text::Email;
use rig::{Answer, Citizen, Town};
use web::routes::{self, Route};

/// In which state the thing is that an address names.
const STATES: [&str; 4] = ["draft", "published", "hidden", "withdrawn"];

/// Everybody, by the name of their row.
const EVERYBODY: [(&str, Option<Role>); 6] = [
    ("anonymous", None),
    ("citizen", Some(Role::Citizen)),
    ("author", Some(Role::Citizen)),
    ("moderator", Some(Role::Moderator)),
    ("agent", Some(Role::Agent)),
    ("administrator", Some(Role::Administrator)),
];

/// A form that is right wherever it is sent, so that only rights refuse it.
const FORM: [(&str, &str); 13] = [
    ("kind", "proposal"),
    ("title", "Des arbres sur la place"),
    ("body", "Trois tilleuls devant la mairie."),
    ("stance", "neutral"),
    ("version", "1"),
    ("reason", "spam"),
    ("note", "Ce n'est pas le sujet."),
    ("state", "accepted"),
    ("signed_by", "La mairie"),
    ("mark", "quality"),
    ("given", "1"),
    ("role", "citizen"),
    ("name", "Quelqu'un"),
];

struct Scene {
    town: Town,
    people: Vec<Citizen>,
    author: Viewer,
    /// The handles of the author and of somebody else.
    handles: [String; 2],
    /// A questionnaire of the draft, and one of the published consultation.
    forms: [String; 2],
    /// A published meeting that was held yesterday.
    meeting: String,
    /// An initiative that is open, and a petition.
    initiatives: [String; 2],
    /// A published project that looks for money.
    funding: String,
    /// The token of a link to the draft.
    preview: String,
    /// Published news, and an article that somebody proposed.
    articles: [String; 2],
    /// An issue of the newsletter that has not left.
    issue: String,
    requests: u32,
}

impl Scene {
    async fn set() -> Self {
        let mut town = Town::on_sqlite().await;
        town.app.limits = Arc::new(Limits::relaxed());
        town.consultation("draft").await;
        town.consultation("place").await;
        let router = web::router(web::Web::new(town.app.clone()).with_outside(Arc::new(town.fed.clone())));
        let mut people = Vec::new();
        for (name, role) in EVERYBODY {
            let mut citizen = Citizen::new(router.clone(), town.app.links.origin());
            if let Some(role) = role {
                let email = Email::parse(&format!("{name}@example.org")).unwrap();
                let path = actions::accounts::create(&town.app, &email, name, role).await.unwrap();
                citizen.enter(&path).await;
            }
            people.push(citizen);
        }
        let email = Email::parse("zoe@example.org").unwrap();
        actions::accounts::create(&town.app, &email, "zoe", Role::Citizen).await.unwrap();
        let (author, handle) = found(&town, "author").await;
        let handles = [handle, found(&town, "zoe").await.1];
        let forms = [questionnaire(&town, "draft").await, questionnaire(&town, "place").await];
        let meeting = meeting(&town).await;
        let initiatives = initiatives(&town, author).await;
        let funding = funding(&town).await;
        let (articles, issue) = news(&town, author).await;
        let preview = String::new();
        let mut scene = Self { town, people, author, handles, forms, meeting, initiatives, funding, preview, articles, issue, requests: 0 };
        scene.put_back().await;
        let link = actions::previews::LinkForm::default();
        scene.preview =
            actions::previews::share(&scene.town.app, Town::machine(), actions::previews::Draft::Consultation("draft".to_owned()), &link)
                .await
                .unwrap();
        scene
    }

    /// What an earlier request may have changed.
    async fn put_back(&self) {
        let again = "UPDATE consultation SET published_at = NULL WHERE slug = 'draft'; UPDATE account SET suspended_at = NULL;";
        self.town.app.store.write(move |db| store::testing::run(db, again)).await.unwrap();
    }

    /// A new contribution in this state, by the author: the address names it alone.
    async fn contribution(&self, state: &str) -> String {
        let app = &self.town.app;
        let raw = RawDraft { title: "Des bancs à l'ombre", body: "Devant l'école", ..RawDraft::default() };
        let draft = Draft::parse(Kind::Proposal, &raw).unwrap();
        let id = contributions::publish(app, self.author, "place", draft, Lang::Fr).await.unwrap();
        match state {
            "hidden" => actions::office::hide(app, Town::machine(), id, Reason::Spam, "Ce n'est pas le sujet.").await.unwrap(),
            "withdrawn" => contributions::withdraw(app, self.author, id).await.unwrap(),
            "draft" => {
                let moved = "UPDATE contribution SET consultation_id = (SELECT id FROM consultation WHERE slug = 'draft') \
                             WHERE created_at = (SELECT max(created_at) FROM contribution) AND title <> '' AND id = (SELECT id FROM \
                             contribution ORDER BY rowid DESC LIMIT 1)";
                app.store.write(move |db| store::testing::run(db, moved)).await.unwrap();
            }
            _published => {}
        }
        id.to_string()
    }

    async fn address(&self, path: &str, state: &str) -> String {
        // Links show drafts only.
        let preview = path.starts_with("/preview/");
        let state = if preview { "draft" } else { state };
        let slug = if state == "draft" { "draft" } else { "place" };
        let mut parts = BTreeMap::from([
            ("{slug}", slug.to_owned()),
            ("{username}", self.handles[usize::from(path.starts_with("/admin"))].clone()),
            ("{token}", if preview { self.preview.clone() } else { "not-a-token".to_owned() }),
            ("{picture}", "logo".to_owned()),
            ("{version}", "0".to_owned()),
            ("{*name}", "parvis.css".to_owned()),
            ("{form}", self.forms[usize::from(state != "draft")].clone()),
            ("{key}", "me".to_owned()),
            ("{meeting}", self.meeting.clone()),
            ("{funding}", self.funding.clone()),
            ("{dataset}", "petitions".to_owned()),
            ("{initiative}", self.initiatives[usize::from(path.starts_with("/petitions"))].clone()),
            ("{section}", uuid::Uuid::nil().to_string()),
            ("{question}", uuid::Uuid::nil().to_string()),
            ("{file}", uuid::Uuid::nil().to_string()),
            ("{article}", self.articles[usize::from(path.starts_with("/news/mine"))].clone()),
            ("{issue}", self.issue.clone()),
            ("{page}", "legal".to_owned()),
            ("{lang}", "fr".to_owned()),
        ]);

        if path.contains("{id}") {
            let id = if path.starts_with("/media") { uuid::Uuid::nil().to_string() } else { self.contribution(state).await };
            parts.insert("{id}", id);
        }
        parts.into_iter().fold(path.to_owned(), |path, (part, value)| path.replace(part, &value))
    }

    async fn ask(&mut self, who: usize, route: Route, state: &str) -> String {
        let address = self.address(route.path, state).await;
        self.requests += 1;
        // Nobody is slowed down here.
        self.people[who].address = IpAddr::V4(Ipv4Addr::from(0x0a00_0000 + self.requests));
        let citizen = &mut self.people[who];
        let answer = match route.method {
            "get" => citizen.get(&address).await,
            _post => {
                let token = citizen.clone().token(if who == 0 { "/sign-in" } else { "/account" }).await;
                let form: Vec<_> = FORM.into_iter().chain([("_csrf", token.as_str())]).collect();
                citizen.clone().post_bare(&address, &form).await
            }
        };
        self.put_back().await;
        told(&answer)
    }
}

/// A published questionnaire of one question.
async fn questionnaire(town: &Town, slug: &str) -> String {
    use actions::questionnaires::{self, Change};
    let (app, machine) = (&town.app, Town::machine());
    let id = questionnaires::draft(app, machine, slug, "Vos trajets").await.unwrap();
    let kept = "UPDATE questionnaire SET purpose = 'Choisir où poser des arceaux.'";
    app.store.write(move |db| store::testing::run(db, kept)).await.unwrap();
    let form = app.store.read(move |db| store::questionnaires::form(db, store::Uid::of(id))).await.unwrap();
    let draft = domain::questionnaire::draft::QuestionDraft { label: "Comment venez-vous ?".to_owned(), ..Default::default() };
    let change = Change::AddQuestion(form.sections[0].id, domain::questionnaire::QuestionKind::Short, draft);
    questionnaires::arrange(app, machine, id, change).await.unwrap();
    questionnaires::publish(app, machine, id).await.unwrap();
    id.to_string()
}

/// An initiative of the collectivity, and a petition of somebody.
async fn initiatives(town: &Town, author: Viewer) -> [String; 2] {
    use actions::initiatives::{self, InitiativeForm, RulesForm};
    let (app, machine) = (&town.app, Town::machine());
    let form = |kind: &str| InitiativeForm {
        kind: kind.to_owned(),
        title: "Planter une haie".to_owned(),
        body: "Venez avec des gants.".to_owned(),
        link: "https://haies.example.org/".to_owned(),
        ..InitiativeForm::default()
    };
    let act = initiatives::promote(app, machine, &form("act")).await.unwrap();
    let number = str::to_owned;
    let rules = RulesForm { is_open: true, threshold: number("300"), days: number("180"), answer_days: number("60") };
    initiatives::set_rules(app, machine, &rules).await.unwrap();
    let petition = initiatives::propose(app, author, &form("petition"), Lang::Fr).await.unwrap();
    initiatives::admit(app, machine, petition).await.unwrap();
    [act.to_string(), petition.to_string()]
}

/// Published news, an article that somebody proposed, and an issue of the newsletter.
async fn news(town: &Town, author: Viewer) -> ([String; 2], String) {
    use actions::articles::{self, ArticleForm};
    let (app, machine, text) = (&town.app, Town::machine(), str::to_owned);
    let form = ArticleForm {
        title: text("Le parc rouvre samedi"),
        body: text("Les allées sont refaites, venez voir."),
        lang: text("fr"),
        ..ArticleForm::default()
    };
    let told = articles::draft(app, machine, &form).await.unwrap();
    articles::publish(app, machine, told, 0).await.unwrap();
    let proposed = articles::submit(app, author, &form).await.unwrap();
    let issue =
        actions::newsletters::IssueForm { segment: text("all"), title: form.title, body: form.body, lang: form.lang, items: Vec::new() };
    let issue = actions::newsletters::draft(app, machine, &issue).await.unwrap();
    ([told.to_string(), proposed.to_string()], issue.to_string())
}

/// A published project that looks for money.
async fn funding(town: &Town) -> String {
    let text = str::to_owned;
    let form = actions::funding::ProjectForm {
        title: text("Un four à pain"),
        body: text("Construire un four commun."),
        carrier: text("Les Amis du pain"),
        mode: text("gift"),
        goal: text("5000"),
        opens_on: text("2026-01-01"),
        closes_on: text("2026-12-31"),
        link: text("https://campagnes.example.org/four"),
        ..actions::funding::ProjectForm::default()
    };
    let id = actions::funding::draft(&town.app, Town::machine(), &form).await.unwrap();
    actions::funding::publish(&town.app, Town::machine(), id).await.unwrap();
    id.to_string()
}

/// A published meeting of the published consultation, that was held yesterday.
async fn meeting(town: &Town) -> String {
    let (app, machine) = (&town.app, Town::machine());
    let typed = |hours: i64| (town.now() - jiff::SignedDuration::from_hours(hours)).strftime("%Y-%m-%dT%H:%M").to_string();
    let form = actions::meetings::MeetingForm {
        title: "Atelier".to_owned(),
        kind: "in_person".to_owned(),
        venue: "Salle des fêtes".to_owned(),
        begins_at: typed(25),
        ends_at: typed(24),
        by_registration: true,
        ..Default::default()
    };
    let id = actions::meetings::prepare(app, machine, Some("place"), &form).await.unwrap();
    actions::meetings::publish(app, machine, id).await.unwrap();
    id.to_string()
}

/// Somebody with an account, and their handle.
async fn found(town: &Town, name: &'static str) -> (Viewer, String) {
    let read = town.app.store.read(move |db| {
        let account = store::accounts::by_email(db, &format!("{name}@example.org"))?.unwrap();
        let actor = store::actors::find(db, account.actor_id)?.unwrap();
        Ok::<_, store::Error>((Viewer::signed_in(actor.id.to(), Role::Citizen), actor.username))
    });
    read.await.unwrap()
}

/// The answer in a word: its status, and whether one must sign in first.
fn told(answer: &Answer) -> String {
    assert!(answer.status.as_u16() < 500, "{}", answer.text());
    if answer.location().starts_with("/sign-in?next=") { "sign-in".to_owned() } else { answer.status.as_u16().to_string() }
}

/// The states that matter to an address.
fn states(path: &str) -> &'static [&'static str] {
    match path {
        path if path.starts_with("/c/{slug}/p/{id}") => &STATES,
        path if path.contains("{slug}") => &STATES[..2],
        _other => &STATES[1..2],
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn everybody_at_every_address() {
    let mut scene = Scene::set().await;
    let names: Vec<String> = EVERYBODY.iter().map(|(name, _)| format!("{name:<14}")).collect();
    let mut table = format!("{:<12}{}\n", "", names.concat());
    // Whoever signs out is nobody afterwards.
    let (last, all): (Vec<Route>, Vec<Route>) = routes::all().partition(|route| route.method == "post" && route.path == "/sign-out");
    for route in all.into_iter().chain(last) {
        let _ = writeln!(table, "{} {}", route.method.to_uppercase(), route.path);
        for state in states(route.path) {
            let mut row = Vec::new();
            for who in 0..EVERYBODY.len() {
                row.push(format!("{:<14}", scene.ask(who, route, state).await));
            }
            let _ = writeln!(table, "  {:<10}{}", if states(route.path).len() > 1 { state } else { "" }, row.concat().trim_end());
        }
    }
    let table: Vec<&str> = table.lines().map(str::trim_end).collect();
    let table = table.join("\n");
    insta::assert_snapshot!(table);
}
