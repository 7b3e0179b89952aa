//! A consultation that several communes of a region carry is one consultation there, and what was said in it is counted once.

use jiff::SignedDuration;
use rig::territories::{said, territories};
use rig::{Town, on_both_databases};
use store::At;
use store::listings::{self, Listing};
use store::views::territory::figures::{self, Sums};

use crate::carrying::{all_carry, consultation, known, propose, reply, somebody, there, threes};
use crate::region::{follows, listed, third};

async fn sums(town: &Town, source: Option<store::Uid>) -> Sums {
    let now = town.now();
    town.app.store.read(move |db| figures::sums(db, source, now)).await.unwrap()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_three_carry_is_one_and_counted_once() {
    for (index, [state, ars, bry]) in threes().await.into_iter().enumerate() {
        all_carry([&state, &ars, &bry]).await;
        let towns = [&state, &ars, &bry];
        let ana = somebody(&ars, "Ana", "ana@example.org", true).await;
        let bruno = somebody(&bry, "Bruno", "bruno@example.org", true).await;
        let chloe = somebody(&state, "Chloe", "chloe@example.org", true).await;
        let fountain = propose(&ars, ana, "eau", "Une fontaine à boire").await;
        propose(&bry, bruno, "notre-eau", "Une citerne sous la halle").await;
        propose(&bry, bruno, "notre-eau", "Des toits qui gardent la pluie").await;
        propose(&state, chloe, "eau", "Un plan pour chaque rivière").await;
        Town::settle(&towns).await;
        let copy = there(&bry, &ars, fountain).await.expect("a copy").id.to();
        reply(&bry, bruno, copy, "Chez nous aussi, ce serait utile.").await;
        Town::settle(&towns).await;
        for (town, slug) in [(&state, "eau"), (&ars, "eau"), (&bry, "notre-eau")] {
            let row = consultation(town, slug).await;
            assert_eq!((row.contribution_count, row.reply_count), (4, 1), "each shows what all say");
        }
        let region = third(index).await;
        region.wait(SignedDuration::from_hours(1));
        // Those that carry it are heard of before the one who organises it.
        follows(&region, &ars).await;
        follows(&region, &bry).await;
        let first = listed(&region).await;
        assert_eq!(first.len(), 1);
        assert_eq!(sums(&region, None).await.contributions, 3);
        follows(&region, &state).await;
        let all = listed(&region).await;
        let origin = state.app.links.object(consultation(&state, "eau").await.id.0);
        assert_eq!(all.iter().map(|one| (one.uri.as_str(), one.leads)).collect::<Vec<_>>(), [(origin.as_str(), true)]);
        let whole = sums(&region, None).await;
        assert_eq!((whole.consultations, whole.open, whole.contributions, whole.replies), (1, 1, 4, 1));
        let source = known(&region, &bry).await;
        let alone = sums(&region, Some(source)).await;
        assert_eq!((alone.consultations, alone.contributions, alone.replies), (1, 2, 1));
        let mut page = region.visitor();
        let list = page.see("/territory").await;
        list.says("1 consultation").says("Dans 3 territoires").says("4 contributions");
        let carried = format!("/territory?phase=all&carried={}", all[0].id.0);
        page.see(&carried).await.says("3 consultations").keeps_quiet_about("Dans 3 territoires");
        page.see(&format!("/territory?territory={}", source.0)).await.says("2 contributions");
        let file = page.see("/territory/calendar.ics").await.body.replace("\r\n ", "");
        assert_eq!(file.matches("La consultation se").count(), 1, "{file}");
        assert_eq!(page.see("/feeds/territory.atom").await.body.matches("<entry").count(), 1);
        // The organiser is followed no more: one of the others stands for them.
        let ours = region.app.instance().await.unwrap().collectivity_id;
        let organiser = known(&region, &state).await;
        actions::abroad::stop(&region.app, Town::machine(), ours.to(), organiser.to()).await.unwrap();
        let left = listed(&region).await;
        assert_eq!(left.iter().map(|one| one.id).collect::<Vec<_>>(), [first[0].id]);
        page.see("/territory").await.says("Dans 2 territoires").says("3 contributions");
        assert_eq!(sums(&region, None).await.contributions, 3);
    }
}

const ORIGIN: &str = "https://etat.example/objects/1";

/// The first consultation of each of these communes is the State's.
async fn carry(town: &Town, rows: &[Listing], (from, to): (usize, usize)) {
    for n in from..=to {
        let uri = format!("https://commune{n}.example/objects/0");
        let source = rows.iter().find(|row| row.uri == uri).unwrap().source_id;
        let mut new = said(town, source, (n, 0));
        new.listing.carries = Some(ORIGIN.to_owned());
        let now = At(town.now());
        town.app.store.write(move |db| listings::keep(db, &new, now)).await.unwrap().unwrap();
    }
}

on_both_databases! {
    async fn an_activity_about_what_many_carry_costs_the_same(town: Town) {
        territories(&town, 1, 60, 2).await;
        let rows = listed(&town).await;
        let mut costs = Vec::new();
        for (from, to) in [(2, 4), (5, 60)] {
            carry(&town, &rows, (from, to)).await;
            // The first commune carries it, and carries it no more.
            let one = "https://commune1.example/objects/0";
            let source = rows.iter().find(|row| row.uri == one).unwrap().source_id;
            for counted in [false, true] {
                let before = town.queries();
                carry(&town, &rows, (1, 1)).await;
                let (own, now) = (said(&town, source, (1, 0)), At(town.now()));
                town.app.store.write(move |db| listings::keep(db, &own, now)).await.unwrap();
                if counted {
                    costs.push(town.queries() - before);
                }
            }
        }
        assert_eq!(costs[0], costs[1]);
        let after = listed(&town).await;
        assert_eq!(after.len(), 120 - 59 + 1, "59 carry it, and stand there once");
        let mut visitor = town.visitor();
        visitor.see("/territory?phase=all&page=4").await.says("62 consultations");
        // Whichever of them is looked for by its name, the one card is found.
        visitor.see("/territory?phase=all&q=commune+0060").await.says("2 consultations").says("Dans 59 territoires");
    }
}
