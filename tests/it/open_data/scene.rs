//! A town with one thing of each kind that everybody sees, and others of the same kind that nobody else may: those hold [`HIDDEN`] in their words.

use actions::contributions;
use actions::organisations::{self, OrganisationForm};
use actions::votes::{self, GridForm, PollForm, Voter};
use deliberation::ballot::Ballot;
use domain::actor::{Role, Viewer};
use domain::answer::AnswerState;
use domain::contribution::{Draft, Kind, RawDraft};
use domain::id::{ActorId, ContributionId};
use domain::lang::Lang;
use domain::moderation::Reason;
use domain::place::{Geometry, Place};
use domain::risk::Grid;
use domain::vote::Level;
use jiff::SignedDuration;
use jiff::tz::TimeZone;
use rig::{Citizen, Town};
use store::Uid;
use store::places::{LayerKind, Placed};

/// What nobody may read.
pub(super) const HIDDEN: &str = "zibeline";
/// The name of somebody who writes.
pub(super) const AUTHOR: &str = "Balthazar";

const SQUARE: &str = r#"{"type":"Polygon","coordinates":[[[3,50],[3.1,50],[3.1,50.1],[3,50.1],[3,50]]]}"#;

/// Everything.
pub(super) async fn set(town: &Town) {
    for slug in ["place", "budget"] {
        town.consultation(slug).await;
    }
    town.draft("brouillon").await;
    let mut agent = town.somebody("Helene", Role::Agent).await;
    let mut author = town.citizen(AUTHOR).await;
    let viewer = town.viewer("balthazar@example.org").await;
    said(town, viewer).await;
    projects(town, &mut agent, &mut author).await;
    polls(town).await;
    commitments(town).await;
    meetings(town).await;
    reports(town, viewer).await;
    petitions(town, viewer).await;
    funding(town).await;
    news(town).await;
    files(town).await;
    let words = "UPDATE consultation SET title = 'zibeline' WHERE slug = 'brouillon'; \
                 UPDATE phase SET name = 'zibeline' WHERE consultation_id = (SELECT id FROM consultation WHERE slug = 'brouillon')";
    run(town, words).await;
}

/// Runs statements.
pub(super) async fn run(town: &Town, sql: &'static str) {
    town.app.store.write(move |db| store::testing::run(db, sql)).await.unwrap();
}

/// Publishes a proposal.
pub(super) async fn propose(town: &Town, author: Viewer, title: &str) -> ContributionId {
    let draft =
        Draft::parse(Kind::Proposal, &RawDraft { title, body: "Avec de l'ombre ; \"beaucoup\".\n\nEt de l'eau.", ..RawDraft::default() });
    contributions::publish(&town.app, author, "place", draft.unwrap(), Lang::Fr).await.unwrap()
}

async fn answer(town: &Town, id: ContributionId, reason: &str) {
    actions::office::answer(&town.app, Town::machine(), id, AnswerState::Accepted, reason, "La mairie").await.unwrap();
}

/// A proposal of a person with its place, one of an organisation; and five that nobody sees, for five reasons.
async fn said(town: &Town, viewer: Viewer) {
    let shown = propose(town, viewer, "-1 banc au soleil").await;
    answer(town, shown, "Ce sera fait avant l'été prochain.").await;
    let shape = Geometry::point(Place::new(48.123_456, -1.654_321).unwrap()).unwrap();
    town.app
        .store
        .write(move |db| {
            let row = store::contributions::find(db, Uid::of(shown))?.unwrap();
            store::places::put(db, &Placed::new(row.id, row.consultation_id, &shape, "12 rue exacte".to_owned(), 0))
        })
        .await
        .unwrap();
    propose(town, viewer, "Un compost commun").await;
    for title in ["zibeline masquée", "zibeline retirée", "zibeline retenue", "zibeline du brouillon", "zibeline d’ailleurs"] {
        let id = propose(town, viewer, title).await;
        if title.ends_with("ailleurs") {
            continue;
        }
        answer(town, id, "Non, à cause de la zibeline.").await;
        match title {
            "zibeline masquée" => {
                actions::office::hide(&town.app, Town::machine(), id, Reason::Spam, "Ce n'est pas le sujet.").await.unwrap();
            }
            "zibeline retirée" => run(town, "UPDATE contribution SET withdrawn_at = created_at WHERE title = 'zibeline retirée'").await,
            _other => {}
        }
    }
    let form = OrganisationForm { kind: "association".to_owned(), name: "Les Amis du compost".to_owned(), ..OrganisationForm::default() };
    organisations::open(&town.app, Town::machine(), &form, "balthazar@example.org").await.unwrap();
    let moved = "UPDATE contribution SET hidden_at = created_at, held = TRUE WHERE title = 'zibeline retenue'; \
                 UPDATE contribution SET consultation_id = (SELECT id FROM consultation WHERE slug = 'brouillon') WHERE title = 'zibeline du brouillon'; \
                 UPDATE contribution SET origin = 'remote' WHERE title = 'zibeline d’ailleurs'; \
                 UPDATE contribution SET author_id = (SELECT actor_id FROM organisation) WHERE title = 'Un compost commun'";
    run(town, moved).await;
}

/// A project that everybody sees, and one that is hidden.
async fn projects(town: &Town, agent: &mut Citizen, author: &mut Citizen) {
    let office = "/admin/consultations/budget/budget";
    let kept = agent.post(office, office, &[("envelope-0-title", "Tout le bourg"), ("envelope-0-amount", "10 000 €")]).await;
    assert_eq!(kept.status, 303, "{}", kept.text());
    let envelope = town.app.store.read(|db| {
        let consultation = store::consultations::by_slug(db, "budget")?.unwrap();
        store::budget::envelopes(db, consultation.id)
    });
    let envelope = envelope.await.unwrap()[0].id.0.to_string();
    for title in ["Une serre partagée", "Projet zibeline"] {
        let form =
            [("title", title), ("body", "Pour tout le monde."), ("envelope", &envelope), ("place", "Le bourg"), ("asked", "1 200,50")];
        let done = author.post("/c/budget/budget/new", "/c/budget/budget/new", &form).await;
        assert_eq!(done.status, 303, "{}", done.text());
    }
    run(town, "UPDATE contribution SET hidden_at = created_at WHERE title = 'Projet zibeline'").await;
}

/// A vote of twelve, a vote of three, both counted; and one that is being prepared.
async fn polls(town: &Town) {
    for (title, voters) in [("Où planter les arbres ?", 12), ("Quel banc choisir ?", 3), ("Quelle zibeline ?", 0)] {
        let form = PollForm {
            title: title.into(),
            form: "approval".into(),
            options: "La place\nLe quai".into(),
            opens_at: "2026-03-02T12:00".into(),
            closes_at: "2026-03-02T18:00".into(),
            grid: GridForm::of(&Grid::usual()),
            ..PollForm::default()
        };
        let draft = form.parse(&TimeZone::get("Europe/Paris").unwrap()).unwrap();
        let id = votes::draft(&town.app, Town::machine(), "place", draft, None).await.unwrap();
        if voters == 0 {
            continue;
        }
        votes::publish(&town.app, Town::machine(), id).await.unwrap();
        for number in 0..voters {
            let actor = ActorId(uuid::Uuid::from_u128(0xa1b2_c3d4_e5f6_0718_293a_4b5c_6d7e_8f00 + number));
            let voter = Voter::Account { actor, level: Level::Confirmed };
            votes::cast(&town.app, voter, id, Ballot::Set(vec![1]), None).await.unwrap();
        }
    }
    town.wait(SignedDuration::from_hours(8));
    town.run_jobs().await;
}

async fn commitments(town: &Town) {
    let (app, machine) = (&town.app, Town::machine());
    for (slug, title) in [("place", "Planter douze arbres"), ("place", "Zibeline promise"), ("brouillon", "Zibeline secrète")] {
        let form = actions::commitments::CommitmentForm {
            title: title.to_owned(),
            body: "Douze tilleuls sur la place du Puits.".to_owned(),
            cost: "12 000,50".to_owned(),
            ..Default::default()
        };
        let id = actions::commitments::draft(app, machine, slug, &form).await.unwrap();
        if title.starts_with("Planter") {
            let on_the_way = ("Les arbres sont commandés".to_owned(), "2027-03-28".to_owned());
            let form = actions::commitments::MilestoneForm { title: on_the_way.0, due_on: on_the_way.1 };
            actions::commitments::add_milestone(app, machine, id, &form).await.unwrap();
            actions::commitments::publish(app, machine, id).await.unwrap();
        }
    }
}

async fn meetings(town: &Town) {
    let typed = |hours: i64| (town.now() + SignedDuration::from_hours(hours)).strftime("%Y-%m-%dT%H:%M").to_string();
    for title in ["Atelier des arbres", "Atelier zibeline"] {
        let form = actions::meetings::MeetingForm {
            title: title.to_owned(),
            kind: "hybrid".to_owned(),
            venue: "Salle des fêtes".to_owned(),
            latitude: "48,1".to_owned(),
            longitude: "-1.7".to_owned(),
            link: "https://visio.example/zibeline".to_owned(),
            link_is_private: true,
            begins_at: typed(48),
            ends_at: typed(50),
            ..Default::default()
        };
        let id = actions::meetings::prepare(&town.app, Town::machine(), Some("place"), &form).await.unwrap();
        if title.ends_with("arbres") {
            actions::meetings::publish(&town.app, Town::machine(), id).await.unwrap();
        }
    }
}

/// A report that everybody sees; and three that are hidden, private and not confirmed.
async fn reports(town: &Town, viewer: Viewer) {
    // Hours have passed: whoever signed in before is signed out.
    let mut agent = town.somebody("Odile", domain::actor::Role::Agent).await;
    crate::street::category(&mut agent, "Voirie", &[]).await;
    for body in ["Un trou profond.", "Trou zibeline un.", "Trou zibeline deux.", "Trou zibeline trois."] {
        let form = actions::street::ReportForm {
            kind: "anomaly".to_owned(),
            category: "voirie".to_owned(),
            body: body.to_owned(),
            address: "12 rue exacte".to_owned(),
            latitude: "48.123456".to_owned(),
            longitude: "-1.654321".to_owned(),
            sending: String::new(),
        };
        let contact =
            actions::street::Contact { email: "zibeline@example.org".to_owned(), name: "Zibeline".to_owned(), phone: String::new() };
        actions::street::make_by_program(&town.app, viewer, &form, &contact, "").await.unwrap();
    }
    let states = "UPDATE street_report SET hidden_at = reported_at WHERE body = 'Trou zibeline un.'; \
                  UPDATE street_report SET private = TRUE WHERE body = 'Trou zibeline deux.'; \
                  UPDATE street_report SET confirmed_at = NULL WHERE body = 'Trou zibeline trois.'";
    run(town, states).await;
}

async fn petitions(town: &Town, viewer: Viewer) {
    use actions::initiatives::{self, InitiativeForm, RulesForm};
    let number = str::to_owned;
    let rules = RulesForm { is_open: true, threshold: number("300"), days: number("180"), answer_days: number("60") };
    initiatives::set_rules(&town.app, Town::machine(), &rules).await.unwrap();
    let form = |kind: &str, title: &str| InitiativeForm {
        kind: kind.to_owned(),
        title: title.to_owned(),
        body: "Venez avec des gants.".to_owned(),
        link: "https://haies.example.org/".to_owned(),
        ..InitiativeForm::default()
    };
    initiatives::propose(&town.app, viewer, &form("petition", "Pétition zibeline"), Lang::Fr).await.unwrap();
    let petition = initiatives::propose(&town.app, viewer, &form("petition", "Planter une haie"), Lang::Fr).await.unwrap();
    initiatives::admit(&town.app, Town::machine(), petition).await.unwrap();
    // What is no petition is in no set, and does not take the place of one.
    town.wait(SignedDuration::from_mins(1));
    initiatives::promote(&town.app, Town::machine(), &form("act", "Venir planter")).await.unwrap();
}

async fn funding(town: &Town) {
    for title in ["Un four à pain", "Un four à zibeline"] {
        let text = str::to_owned;
        let form = actions::funding::ProjectForm {
            title: text(title),
            body: text("Construire un four commun."),
            carrier: text("Zibeline Dupont"),
            mode: text("gift"),
            goal: text("5000"),
            opens_on: text("2026-01-01"),
            closes_on: text("2026-12-31"),
            link: text("https://campagnes.example.org/four"),
            ..actions::funding::ProjectForm::default()
        };
        let id = actions::funding::draft(&town.app, Town::machine(), &form).await.unwrap();
        if title.ends_with("pain") {
            actions::funding::publish(&town.app, Town::machine(), id).await.unwrap();
        }
    }
}

async fn news(town: &Town) {
    let agent = town.viewer("helene@example.org").await;
    for title in ["Le parc rouvre samedi", "La zibeline rouvre samedi"] {
        let form = actions::articles::ArticleForm {
            title: title.to_owned(),
            summary: "Deux mois de travaux.".to_owned(),
            body: "Les allées sont refaites.".to_owned(),
            lang: "fr".to_owned(),
            consultation: String::new(),
        };
        let id = actions::articles::draft(&town.app, agent, &form).await.unwrap();
        if title.starts_with("Le parc") {
            actions::articles::publish(&town.app, agent, id, 0).await.unwrap();
        }
    }
}

/// A document and a layer of a map; and others of a consultation that is being prepared.
async fn files(town: &Town) {
    let (app, machine) = (&town.app, Town::machine());
    for (slug, title) in [("place", "Plan de la place"), ("brouillon", "Plan zibeline")] {
        let form =
            actions::documents::FileForm { title: title.to_owned(), note: String::new(), file: b"%PDF-1.7\nPlan.\n%%EOF\n".to_vec() };
        actions::documents::add(app, machine, slug, None, form).await.unwrap();
        actions::places::add_layer(app, machine, slug, LayerKind::Project, title, SQUARE.as_bytes().to_vec()).await.unwrap();
    }
}
