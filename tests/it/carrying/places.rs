//! Whether a carried consultation asks where contributions are is its organiser's; where one may place is each carrier's.

use super::{all_carry, consultation, threes};
use domain::place::Asking;
use domain::refusal::Refusal;
use rig::Town;

async fn asked(town: &Town, slug: &'static str) -> Asking {
    let id = consultation(town, slug).await.id;
    town.app.store.read(move |db| store::places::asking(db, id)).await.unwrap()
}

async fn ask(town: &Town, slug: &str, asking: Asking) -> actions::Result<()> {
    actions::places::ask(&town.app, Town::machine(), slug, asking).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn carriers_ask_for_places_in_step_with_their_organiser() {
    for [state, ars, bry] in threes().await {
        let towns = [&state, &ars, &bry];
        all_carry(towns).await;
        assert_eq!((asked(&ars, "eau").await, asked(&bry, "notre-eau").await), (Asking::Never, Asking::Never));
        for asking in [Asking::Required, Asking::Optional, Asking::Never, Asking::Optional] {
            ask(&state, "eau", asking).await.unwrap();
            Town::settle(&towns).await;
            assert_eq!((asked(&ars, "eau").await, asked(&bry, "notre-eau").await), (asking, asking));
        }
        // It is not theirs to change, and their pages say so.
        let refused = ask(&ars, "eau", Asking::Never).await;
        assert!(matches!(refused, Err(actions::Error::Refused(Refusal::DecidedElsewhere))), "{refused:?}");
        let mut agent = ars.somebody("Agent", domain::actor::Role::Agent).await;
        let page = agent.see("/admin/consultations/eau/map").await;
        page.says("décide si l'on demande un lieu");
        assert!(!page.body.contains("name=\"asking\""), "no form that is refused");
        assert_eq!(asked(&ars, "eau").await, Asking::Optional);
        // A layer of one's own is one's own: nobody is told of it.
        let perimeter = br#"{"type":"Polygon","coordinates":[[[3.0,50.6],[3.1,50.6],[3.1,50.7],[3.0,50.6]]]}"#.to_vec();
        let kind = store::places::LayerKind::Perimeter;
        actions::places::add_layer(&ars.app, Town::machine(), "eau", kind, "Chez nous", perimeter).await.unwrap();
        ask(&state, "eau", Asking::Required).await.unwrap();
        Town::settle(&towns).await;
        let id = consultation(&ars, "eau").await.id;
        let layers = ars.app.store.read(move |db| store::places::layers(db, id, 10)).await.unwrap();
        assert_eq!((layers.len(), asked(&ars, "eau").await), (1, Asking::Required));
        let there = consultation(&state, "eau").await.id;
        assert!(state.app.store.read(move |db| store::places::layers(db, there, 10)).await.unwrap().is_empty());
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_joins_later_asks_at_once() {
    for [state, ars, bry] in threes().await {
        let towns = [&state, &ars, &bry];
        super::offer(&state, "eau", &[&ars, &bry]).await;
        ask(&state, "eau", Asking::Required).await.unwrap();
        Town::settle(&towns).await;
        super::join(&ars, "eau").await;
        Town::settle(&towns).await;
        assert_eq!(asked(&ars, "eau").await, Asking::Required);
    }
}
