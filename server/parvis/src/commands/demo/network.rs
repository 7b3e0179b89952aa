//! Who follows whom in the demo: the region what its commune opens, both what the State opens, and the State what the region opens.

use actions::{App, Clock, abroad};
use anyhow::Context;
use domain::actor::Viewer;
use jiff::SignedDuration;

/// Who follows whom, by place in the list of instances.
const FOLLOWS: &[(usize, usize)] = &[(1, 0), (0, 2), (1, 2), (2, 1)];
/// The instances begin to listen before anybody is looked up.
const BEFORE: SignedDuration = SignedDuration::from_secs(2);
/// Most consultations of one instance that are followed.
const GROUPS_MAX: i64 = 20;

/// Queues the requests to follow; those that were accepted before are left as they are.
pub(super) async fn connect(towns: &[App]) -> anyhow::Result<()> {
    // The commune and the State agree that the region puts their figures side by side.
    for agrees in [0, 2] {
        let town = towns.get(agrees).context("no such instance")?;
        abroad::allow_comparison(town, Viewer::MACHINE, true).await?;
    }
    for (follower, followed) in FOLLOWS {
        let follower = towns.get(*follower).context("no such instance")?;
        let followed = towns.get(*followed).context("no such instance")?;
        let mut later = follower.clone();
        let at = follower.now() + BEFORE;
        later.clock = Clock::new(move || at);
        let viewer = Viewer::MACHINE;
        let collectivity = followed.instance().await?.collectivity_id;
        let read = followed.store.read(move |db| {
            let groups = store::views::abroad::groups(db, GROUPS_MAX)?.into_iter().map(|(group, _)| group.username);
            let own = store::actors::find(db, collectivity)?.map(|actor| actor.username);
            Ok::<_, store::Error>(own.into_iter().chain(groups).collect::<Vec<_>>())
        });
        for username in read.await? {
            let address = followed.links.actor(&username);
            if !is_followed(follower, &address).await? {
                abroad::follow_address(&later, viewer, &address).await?;
            }
        }
    }
    Ok(())
}

async fn is_followed(follower: &App, address: &str) -> anyhow::Result<bool> {
    let (own, address) = (follower.instance().await?.collectivity_id, address.to_owned());
    let read = follower.store.read(move |db| {
        let Some(known) = store::remote_actors::by_uri(db, &address)? else { return Ok(false) };
        Ok::<_, store::Error>(store::follows::find(db, own, known)?.is_some())
    });
    Ok(read.await?)
}
