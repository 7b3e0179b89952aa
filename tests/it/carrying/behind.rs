//! Who joins when much was said already: the organiser is read in several goes, to the end.

use rig::Town;

use super::{consultation, join, offer, propose, somebody};

/// More than four pages of forty, which is what one go reads.
const SAID: i32 = 170;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_joins_late_reads_everything_that_was_said() {
    let (state, bry) = (Town::on_the_network().await, Town::on_the_network().await);
    offer(&state, "eau", &[&bry]).await;
    let cid = somebody(&state, "Cid", "cid@example.org", true).await;
    for number in 0..SAID {
        propose(&state, cid, "eau", &format!("Une fontaine n° {number}")).await;
    }
    Town::settle(&[&state, &bry]).await;
    join(&bry, "notre-eau").await;
    Town::settle(&[&state, &bry]).await;
    // On a busy machine an answer may take longer than the other side waits: it is asked again a little later.
    for _ in 0..8 {
        if consultation(&bry, "notre-eau").await.contribution_count == SAID {
            break;
        }
        [&state, &bry].iter().for_each(|town| town.wait(jiff::SignedDuration::from_mins(15)));
        Town::settle(&[&state, &bry]).await;
    }
    let row = consultation(&bry, "notre-eau").await;
    assert_eq!(row.contribution_count, SAID);
    let behind = bry.app.store.read(move |db| store::carried::behind(db, row.id)).await.unwrap();
    assert_eq!(behind, None, "read through to the end");
}
