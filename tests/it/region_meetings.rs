//! The calendar of a region shows the meetings of its communes: heard of one by one, put right from their collections, gone when they go.

use actions::meetings::{self, MeetingForm};
use domain::id::MeetingId;
use jiff::{SignedDuration, ToSpan};
use rig::Town;
use store::listings::meetings::Meeting;
use store::{At, Uid};

use crate::region::{follows, listed, sweep};
use crate::two_towns::both;

async fn form(town: &Town, title: &str, days: i64) -> MeetingForm {
    let day = (town.now().to_zoned(town.app.time_zone().await.unwrap()) + days.days()).date();
    MeetingForm {
        title: title.into(),
        kind: "in_person".into(),
        venue: "Salle Rameau".into(),
        latitude: "45.767612".into(),
        longitude: "4.834321".into(),
        begins_at: format!("{day}T18:30"),
        ends_at: format!("{day}T20:30"),
        ..MeetingForm::default()
    }
}

async fn meet(town: &Town, slug: Option<&str>, title: &str, days: i64) -> MeetingId {
    let id = meetings::prepare(&town.app, Town::machine(), slug, &form(town, title, days).await).await.unwrap();
    meetings::publish(&town.app, Town::machine(), id).await.unwrap();
    id
}

/// What the region knows of meetings, soonest first.
async fn known(region: &Town) -> Vec<Meeting> {
    let now = region.now();
    let span = (now - SignedDuration::from_hours(24), now + SignedDuration::from_hours(300 * 24));
    let read = region.app.store.read(move |db| {
        let found = store::views::territory::calendar::between(db, span, 0, 500)?;
        let uris: Vec<String> = found.into_iter().filter(|one| !one.meeting.is_empty()).map(|one| one.meeting).collect();
        store::listings::meetings::with_ids(db, &uris)
    });
    let mut all = read.await.unwrap();
    all.sort_by(|one, other| (one.begins_at, &one.title).cmp(&(other.begins_at, &other.title)));
    all
}

async fn titles(region: &Town) -> Vec<String> {
    known(region).await.into_iter().map(|meeting| meeting.title).collect()
}

async fn meddle(town: &Town, sql: &'static str) {
    town.app.store.write(move |db| store::testing::run(db, sql)).await.unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_calendar_of_a_region_follows_the_meetings_of_its_commune() {
    for (commune, region) in both().await {
        commune.consultation("parc").await;
        meet(&commune, Some("parc"), "Balade du parc", 9).await;
        Town::settle(&[&commune]).await;
        follows(&region, &commune).await;
        assert_eq!(titles(&region).await, ["Balade du parc"], "what was published before is read");
        assert_eq!(known(&region).await[0].venue, "Salle Rameau");

        // Published later: heard of. It is no consultation, nor is the collectivity's own meeting.
        let id = meet(&commune, Some("parc"), "Atelier <b>du</b> parc", 10).await;
        meet(&commune, None, "Vœux du maire", 11).await;
        Town::settle(&[&commune, &region]).await;
        assert_eq!(titles(&region).await, ["Balade du parc", "Atelier <b>du</b> parc"]);
        assert_eq!(listed(&region).await.len(), 1, "a meeting is no consultation");
        let page = region.visitor().see("/territory/calendar?month=2026-03").await;
        page.says("Atelier").says("Réunion · 12 mars 2026").says("Salle Rameau").says("Consultation parc").keeps_quiet_about("Vœux");
        assert!(page.link(&commune.app.links.absolute(&format!("/meetings/{id}"))).is_some() && !page.body.contains("<b>du</b>"));
        let file = region.visitor().see("/territory/calendar.ics").await.body.replace("\r\n ", "");
        assert!(file.contains("SUMMARY:Atelier <b>du</b> parc – Consultation parc") && file.contains("DTEND:20260312T193000Z"), "{file}");

        // It is put off, then called off.
        let row = commune.app.store.read(move |db| store::meetings::find(db, Uid::of(id))).await.unwrap().unwrap();
        commune.wait(SignedDuration::from_mins(5));
        region.wait(SignedDuration::from_mins(5));
        meetings::edit(&commune.app, Town::machine(), id, row.sequence, &form(&commune, "Atelier du parc", 20).await).await.unwrap();
        Town::settle(&[&commune, &region]).await;
        assert_eq!(titles(&region).await, ["Balade du parc", "Atelier du parc"]);
        region.visitor().see("/territory/calendar?month=2026-03").await.says("22 mars 2026").keeps_quiet_about("Réunion · 12 mars");
        commune.wait(SignedDuration::from_mins(5));
        region.wait(SignedDuration::from_mins(5));
        meetings::cancel(&commune.app, Town::machine(), id, "La salle est inondée.").await.unwrap();
        Town::settle(&[&commune, &region]).await;
        region.visitor().see("/territory/calendar?month=2026-03").await.says("Réunion annulée");
        assert!(region.visitor().see("/territory/calendar.ics").await.body.contains("STATUS:CANCELLED"));

        // A consultation that stays at home takes its meetings along.
        actions::consultations::set_reach(&commune.app, Town::machine(), "parc", domain::reach::Reach::Here).await.unwrap();
        Town::settle(&[&commune, &region]).await;
        assert!(titles(&region).await.is_empty());
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_missed_of_meetings_is_put_right() {
    for (commune, region) in both().await {
        commune.consultation("parc").await;
        meet(&commune, Some("parc"), "Balade", 20).await;
        meet(&commune, Some("parc"), "Visite", 21).await;
        follows(&region, &commune).await;
        assert_eq!(titles(&region).await, ["Balade", "Visite"]);
        let exact = known(&region).await.remove(0).latitude.unwrap();
        assert!((exact - 45.767_612).abs() < 2e-6, "{exact}: as exactly as the meeting itself says it");
        for n in 0..30 {
            meet(&commune, Some("parc"), &format!("Atelier {n:02}"), 30 + n).await;
        }
        meddle(&commune, "UPDATE meeting SET published_at = NULL, state = 'draft' WHERE title = 'Balade'").await;
        meddle(&commune, "UPDATE meeting SET title = 'Visite guidée' WHERE title = 'Visite'").await;
        while commune.fed.tell_news().await.unwrap() > 0 {}
        meddle(&commune, "DELETE FROM delivery").await;
        for town in [&commune, &region] {
            town.wait(SignedDuration::from_hours(26));
        }
        sweep(&region, &[&commune]).await;
        let now = titles(&region).await;
        assert_eq!((now.len(), now[0].as_str(), now[19].as_str()), (20, "Visite guidée", "Atelier 18"), "the next twenty: {now:?}");

        // Those that are over are not said any more.
        for town in [&commune, &region] {
            town.wait(SignedDuration::from_hours(21 * 24));
        }
        sweep(&region, &[&commune]).await;
        assert_eq!(titles(&region).await.first().map(String::as_str), Some("Atelier 00"));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_meeting_after_another_never_makes_too_many() {
    for (commune, region) in both().await {
        commune.consultation("parc").await;
        follows(&region, &commune).await;
        let listing = listed(&region).await.remove(0).id;
        let now = At(region.now());
        let said = |n: i64, edited: i64| domain::listing::Meeting {
            uri: format!("https://ville.example/objects/{n}"),
            title: format!("Atelier {n:02}"),
            url: format!("https://ville.example/meetings/{n}"),
            begins_at: now.0 + SignedDuration::from_hours(n),
            ends_at: now.0 + SignedDuration::from_hours(n + 1),
            venue: String::new(),
            position: None,
            cancelled: edited > 1,
            edited_at: Some(now.0 + SignedDuration::from_secs(edited)),
        };
        let keep =
            |one: domain::listing::Meeting| region.app.store.write(move |db| store::listings::meetings::keep(db, listing, &one, now));
        for n in (-3..40).rev() {
            keep(said(n, 1)).await.unwrap();
        }
        let kept = known(&region).await;
        assert_eq!(
            (kept.len(), kept[0].title.as_str(), kept[19].title.as_str()),
            (20, "Atelier 00", "Atelier 19"),
            "the next ones, none that is over"
        );
        let span = (now.0 - SignedDuration::from_hours(400 * 24), now.0 + SignedDuration::from_hours(400 * 24));
        let most = region.app.store.read(move |db| store::views::territory::calendar::most_between(db, span, 5)).await.unwrap();
        assert_eq!(most.iter().filter(|one| !one.meeting.is_empty()).count(), 5);
        assert!(most.last().is_some_and(|one| one.ends) && most.is_sorted_by_key(|one| one.at), "many meetings push no end out: {most:?}");
        keep(said(4, 2)).await.unwrap();
        keep(said(4, 1)).await.unwrap();
        assert!(known(&region).await[4].cancelled, "what is older changes nothing");
        let source = listed(&region).await.remove(0).source_id;
        let gone = |by: Uid| region.app.store.write(move |db| store::listings::meetings::remove(db, "https://ville.example/objects/4", by));
        assert!(!gone(listing).await.unwrap(), "nobody else's");
        assert!(gone(source).await.unwrap());
        assert_eq!(known(&region).await.len(), 19);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_called_off_is_not_held_because_an_older_list_says_so() {
    for (commune, region) in both().await {
        commune.consultation("parc").await;
        follows(&region, &commune).await;
        let (listing, now) = (listed(&region).await.remove(0), At(region.now()));
        let list = |edited: Option<i64>, cancelled: bool| {
            let meeting = domain::listing::Meeting {
                uri: "https://ville.example/objects/1".into(),
                title: "Atelier".into(),
                url: "https://ville.example/meetings/1".into(),
                begins_at: now.0 + SignedDuration::from_hours(48),
                ends_at: now.0 + SignedDuration::from_hours(50),
                venue: String::new(),
                position: None,
                cancelled,
                edited_at: edited.map(|seconds| now.0 + SignedDuration::from_secs(seconds)),
            };
            let said = store::listings::Said {
                fresh: listing.id,
                uri: listing.uri.clone(),
                source: listing.source_id,
                title: listing.title.clone(),
                url: listing.url.clone(),
                lang: listing.lang.clone(),
                published_at: listing.published_at,
                edited_at: listing.edited_at,
                grave: None,
                listing: domain::listing::Listing {
                    group: listing.group_uri.clone(),
                    teaser: listing.teaser.clone(),
                    phases: Vec::new(),
                    themes: Vec::new(),
                    opens_at: listing.opens_at.0,
                    closes_at: listing.closes_at.0,
                    figures: listing.figures(),
                    meetings: Some(vec![meeting]),
                    senseless: 0,
                    carries: None,
                },
            };
            region.app.store.write(move |db| store::listings::keep(db, &said, now))
        };
        for (edited, cancelled, expected) in
            [(Some(1), false, false), (Some(3), true, true), (Some(2), false, true), (None, false, true), (Some(4), false, false)]
        {
            list(edited, cancelled).await.unwrap();
            let known = known(&region).await;
            assert_eq!((known.len(), known[0].cancelled), (1, expected), "{edited:?}");
        }
    }
}
