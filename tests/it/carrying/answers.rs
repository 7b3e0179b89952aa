//! What the organiser answers officially is shown as that by who carries its consultation; what another carrier answers is a reply there.

use domain::answer::AnswerState;
use domain::moderation::Reason;
use rig::Town;
use store::contributions::Contribution;

use super::{all_carry, consultation, counts, host, propose, somebody, there, threes};

const REASON: &str = "Deux fontaines seront posées, l’une sous le tilleul.";

async fn answer(town: &Town, home: &Town, id: domain::id::ContributionId, (state, body, by): (AnswerState, &str, &str)) {
    let copy = if std::ptr::eq(town, home) { id } else { there(town, home, id).await.expect("a copy").id.to() };
    actions::office::answer(&town.app, Town::machine(), copy, state, body, by).await.unwrap();
}

async fn found(town: &Town, home: &Town, id: domain::id::ContributionId) -> Contribution {
    let copy = if std::ptr::eq(town, home) { store::Uid::of(id) } else { there(town, home, id).await.expect("a copy").id };
    town.app.store.read(move |db| store::contributions::find(db, copy)).await.unwrap().unwrap()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_organiser_answers_officially_everywhere() {
    for [state, ars, bry] in threes().await {
        all_carry([&state, &ars, &bry]).await;
        let towns = [&state, &ars, &bry];
        let ana = somebody(&ars, "Ana", "ana@example.org", true).await;
        let fountain = propose(&ars, ana, "eau", "Une fontaine à boire").await;
        Town::settle(&towns).await;
        answer(&state, &ars, fountain, (AnswerState::Accepted, REASON, "La ministre")).await;
        Town::settle(&towns).await;
        let organiser = state.app.instance().await.unwrap().name.clone();
        for (town, slug) in [(&ars, "eau"), (&bry, "notre-eau")] {
            let copy = found(town, &ars, fountain).await;
            assert_eq!((copy.answer_state.as_deref(), copy.reply_count), (Some("accepted"), 0), "{}", host(town));
            assert_eq!(consultation(town, slug).await.answer_count, 1);
            let page = town.visitor().see(&format!("/c/{slug}/p/{}", copy.id.0)).await;
            page.says(&format!("La réponse de {organiser}"))
                .says(REASON)
                .says("La ministre")
                .says(&format!("Lire sur le serveur de {organiser}"));
            // It is the organiser's: nothing of it is given out as our own.
            let kept = town.app.store.read(move |db| store::answers::of(db, copy.id)).await.unwrap();
            let ours = town.visitor().get(&format!("/objects/{}", kept[0].id.0)).await;
            assert_eq!(ours.status, 404);
            let file = town.visitor().get("/open-data/answers.csv").await;
            assert!(file.status.is_success() && !file.text().contains("tilleul"), "{}", file.text());
        }
        assert!(ars.letters().await.iter().any(|letter| letter.contains("Lire la r")), "the author is told at home");
        // Once more is once; a day's reading changes nothing.
        for town in towns {
            town.wait(jiff::SignedDuration::from_hours(26));
            actions::jobs::schedule_sweep(&town.app).await.unwrap();
        }
        Town::settle(&towns).await;
        assert_eq!(counts([(&state, "eau"), (&ars, "eau"), (&bry, "notre-eau")]).await, [(1, 0); 3]);
        // A territory answers for itself too: the last word is what the list says, and the other stays below.
        answer(&ars, &ars, fountain, (AnswerState::UnderStudy, "La commune cherche où la brancher.", "Le maire")).await;
        let copy = found(&ars, &ars, fountain).await;
        assert_eq!(copy.answer_state.as_deref(), Some("under_study"));
        assert_eq!(consultation(&ars, "eau").await.answer_count, 0);
        ars.visitor().see(&format!("/c/eau/p/{}", copy.id.0)).await.says("cherche où la brancher").says(REASON);
        Town::settle(&towns).await;
        // What another carrier answers is no word of the organiser: a reply.
        let copy = found(&bry, &ars, fountain).await;
        assert_eq!((copy.answer_state.as_deref(), copy.reply_count), (Some("accepted"), 1));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_answer_that_the_organiser_shows_no_more_is_gone_everywhere() {
    for [state, ars, bry] in threes().await {
        all_carry([&state, &ars, &bry]).await;
        let towns = [&state, &ars, &bry];
        let ana = somebody(&ars, "Ana", "ana@example.org", true).await;
        let fountain = propose(&ars, ana, "eau", "Une fontaine à boire").await;
        Town::settle(&towns).await;
        answer(&state, &ars, fountain, (AnswerState::UnderStudy, "L’État y réfléchit.", "La ministre")).await;
        for town in towns {
            town.wait(jiff::SignedDuration::from_mins(5));
        }
        answer(&state, &ars, fountain, (AnswerState::Refused, REASON, "La ministre")).await;
        Town::settle(&towns).await;
        assert_eq!(found(&bry, &ars, fountain).await.answer_state.as_deref(), Some("refused"));
        let copy = there(&state, &ars, fountain).await.unwrap();
        actions::office::hide(&state.app, Town::machine(), copy.id.to(), Reason::OffTopic, "Ce n'est pas le sujet ici.").await.unwrap();
        Town::settle(&towns).await;
        for (town, slug) in [(&ars, "eau"), (&bry, "notre-eau")] {
            let copy = found(town, &ars, fountain).await;
            assert_eq!((copy.answer_state.as_deref(), copy.is_shown()), (None, true), "{}", host(town));
            assert_eq!(consultation(town, slug).await.answer_count, 0);
        }
    }
}
