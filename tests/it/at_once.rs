//! What comes at the same moment: several things by somebody whom nobody here knows yet, and a text together with its deletion.

use futures_util::future::join_all;
use rig::profile::profile;
use rig::{Town, on_both_databases};
use serde_json::json;
use store::remote_actors::Profile;

use crate::effects::scene::Scene;

/// How many things come at once.
const AT_ONCE: usize = 8;

on_both_databases! {
    async fn somebody_new_is_learnt_once_however_much_comes_of_them_at_once(town: Town) {
        let scene = Scene::set(town).await;
        for name in ["bo", "cai", "dot"] {
            let (_, before) = scene.counts().await;
            let signer = scene.far.person(name);
            let said: Vec<_> = (0..AT_ONCE)
                .map(|n| scene.activity(name, "Create", &format!("{name}-{n}"), scene.note(name, &format!("{name}-{n}"), "D’accord.")))
                .collect();
            let answers = join_all(said.iter().map(|activity| scene.post(&signer, activity))).await;
            assert_eq!(answers, [202; AT_ONCE], "{name}");
            let (_, after) = scene.counts().await;
            assert_eq!(usize::try_from(after - before).unwrap(), AT_ONCE, "{name}");
        }
    }
}

on_both_databases! {
    async fn who_is_known_may_be_read_again_by_several_at_once(town: Town) {
        let scene = Scene::set(town).await;
        scene.far.person("bo");
        let address = scene.far.at("/users/bo");
        let keys = || vec![(format!("{address}#main-key"), "pem".to_owned())];
        let profile = || Profile { keys: keys(), ..profile("person", &address) };
        let mut known = None;
        for _round in 0..4 {
            let ids = join_all((0..AT_ONCE).map(|_| actions::abroad::learn_actor(&scene.town.app, profile()))).await;
            for id in ids {
                let id = id.unwrap();
                assert_eq!(*known.get_or_insert(id), id);
            }
        }
    }
}

on_both_databases! {
    async fn a_text_that_comes_together_with_its_deletion_is_not_there_afterwards(town: Town) {
        let scene = Scene::set(town).await;
        let bo = scene.far.person("bo");
        for n in 0..AT_ONCE {
            let name = format!("gone-{n}");
            let note = scene.note("bo", &name, "Je me suis trompé.");
            let said = scene.activity("bo", "Create", &name, note.clone());
            let gone = scene.activity("bo", "Delete", &format!("{name}-delete"), json!({ "type": "Tombstone", "id": note["id"] }));
            let answers = tokio::join!(scene.post(&bo, &said), scene.post(&bo, &gone));
            assert_eq!(answers, (202, 202), "{name}");
            assert_eq!(scene.counts().await.1, 0, "{name}");
        }
    }
}
