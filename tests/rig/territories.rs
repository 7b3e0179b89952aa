//! Collectivities elsewhere that a town follows, with consultations in its index: as many as a test or a bench wants.

use domain::consultation::PhaseKind;
use domain::listing::{Declared, Figures, Listing, Span, Theme};
use domain::territory::{InseeCode, Place, TerritoryKind};
use jiff::SignedDuration;
use store::follows::FollowState;
use store::listings::{self, Said, sources};
use store::remote_actors::Profile;
use store::{At, Uid};

use crate::profile::profile;
use crate::town::Town;

const THEMES: [&str; 8] = ["Écoles", "Transports", "Nature", "Culture", "Sport", "Santé", "Logement", "Eau"];

/// Makes these many collectivities, numbered from `from`, each with so many consultations: most of them open, some to come, some closed.
pub async fn territories(town: &Town, from: usize, count: usize, each: usize) {
    for n in from..from + count {
        let source = territory(town, n).await;
        for k in 0..each {
            let said = said(town, source, (n, k));
            let now = At(town.now());
            town.app.store.write(move |db| listings::keep(db, &said, now)).await.unwrap();
        }
    }
}

/// One collectivity that is followed.
async fn territory(town: &Town, n: usize) -> Uid {
    let host = format!("commune{n}.example");
    let uri = format!("https://{host}/actors/commune");
    let shared_inbox = Some(format!("https://{host}/inbox"));
    let profile = Profile { display_name: format!("Commune {n:04}"), shared_inbox, ..profile("organization", &uri) };
    let id = Uid::of(actions::abroad::learn_actor(&town.app, profile).await.unwrap());
    let ours = town.app.instance().await.unwrap().collectivity_id;
    let number = f64::from(u32::try_from(n).unwrap());
    let declared = Declared {
        kind: Some(TerritoryKind::Commune),
        insee: InseeCode::parse(&format!("{:05}", n % 95_000)),
        siren: None,
        place: Place::new(45.0 + (number * 0.618).fract() * 2.0, 1.0 + (number * 0.381).fract() * 3.0),
        comparable: n.is_multiple_of(2),
    };
    let now = At(town.now());
    let kept = town.app.store.write(move |db| {
        store::follows::keep(db, ours, id, FollowState::Accepted, &format!("https://town.test/activities/{n}"), now)?;
        sources::ensure(db, id, now)?;
        sources::read_at(db, id, At(now.0 + SignedDuration::from_hours(24)))?;
        sources::declare(db, id, &declared)
    });
    kept.await.unwrap();
    id
}

/// What the `k`th consultation of the `n`th collectivity says.
pub fn said(town: &Town, source: Uid, (n, k): (usize, usize)) -> Said {
    let uri = format!("https://commune{n}.example/objects/{k}");
    let days = |days: i64| town.now() + SignedDuration::from_hours(24 * days);
    let offset = *[-5, -20, -40, 10, -90].get(k % 5).unwrap();
    let (opens_at, closes_at) = (days(offset), days(offset + 60));
    let half = days(offset + 30);
    let theme = |index: usize| Theme::new(THEMES.get(index % THEMES.len()).unwrap()).unwrap();
    let number = i64::try_from(n * 7 + k).unwrap();
    Said {
        fresh: Uid(town.app.new_id::<uuid::Uuid>()),
        uri: uri.clone(),
        source,
        title: format!("Consultation {k} : {} et {}", theme(n + k).name, theme(n * 3 + k).name),
        url: format!("https://commune{n}.example/c/{k}"),
        lang: Some("fr".to_owned()),
        published_at: At(days(-100)),
        edited_at: None,
        grave: None,
        listing: Listing {
            group: Some(format!("https://commune{n}.example/actors/c{k}")),
            carries: None,
            teaser: "Dites-nous ce que vous en pensez.".to_owned(),
            phases: vec![
                Span { kind: Some(PhaseKind::Contribution), name: "On propose".to_owned(), opens_at, closes_at: half },
                Span { kind: Some(PhaseKind::Answer), name: String::new(), opens_at: half, closes_at },
            ],
            themes: vec![theme(n + k), theme(n + k + 1)],
            opens_at,
            closes_at,
            figures: Figures {
                contributions: Some(number % 90),
                replies: Some(number % 300),
                supports: Some(number % 1_000),
                participants: Some(number % 60),
                answers: Some(number % 90 / 2),
            },
            meetings: None,
            senseless: 0,
        },
    }
}
