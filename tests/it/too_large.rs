//! Forms that are larger than what is taken: people read why in their language, machines hear what they know, and the connection is not cut
//! while somebody still sends.

use axum::body::{Body, Bytes};
use domain::actor::Role;
use futures_util::StreamExt;
use http::{Request, header};
use parvis::commands::serve::around;
use rig::{Answer, Citizen, Town, on_both_databases};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

const MIB: usize = 1024 * 1024;

/// Sends a form whose picture has so many MiB, as a browser does; how many of them were taken.
async fn heavy(citizen: &mut Citizen, action: &str, size: usize) -> (Answer, usize) {
    let head = "--b\r\nContent-Disposition: form-data; name=\"body\"\r\n\r\nUn trou profond.\r\n--b\r\nContent-Disposition: form-data; name=\"picture\"; \
                filename=\"x.jpg\"\r\nContent-Type: image/jpeg\r\n\r\n";
    let foot = "\r\n--b--\r\n";
    let taken = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&taken);
    let part = Bytes::from(vec![b'x'; MIB]);
    let picture = futures_util::stream::iter(0..size).map(move |_| {
        count.fetch_add(1, Ordering::Relaxed);
        part.clone()
    });
    let whole = futures_util::stream::iter([Bytes::from_static(head.as_bytes())]).chain(picture);
    let whole = whole.chain(futures_util::stream::iter([Bytes::from_static(foot.as_bytes())])).map(Ok::<_, std::io::Error>);
    let request = Request::post(action)
        .header(header::CONTENT_TYPE, "multipart/form-data; boundary=b")
        .header(header::CONTENT_LENGTH, head.len() + size * MIB + foot.len())
        .header(header::REFERER, "http://town.test/street/new/words?address=ici");
    let answer = citizen.send(request.body(Body::from_stream(whole)).unwrap()).await;
    (answer, taken.load(Ordering::Relaxed))
}

on_both_databases! {
    async fn people_read_how_large_it_may_be_and_how_to_go_back(town: Town) {
        town.consultation("place").await;
        let mut agent = town.somebody("Helene", Role::Agent).await;
        crate::street::category(&mut agent, "Voirie", &[]).await;
        let mut visitor = Citizen::new(around(town.router.clone()), town.app.links.origin());
        let words = [("fr", "8\u{a0}Mo", "votre texte y est encore"), ("en", "8\u{a0}MB", "your text is still there"), ("de", "8\u{a0}MB", "Ihr Text ist noch da")];
        for (language, size, back) in words {
            visitor.languages = language.to_owned();
            // Beyond what this form takes, and beyond what anything here takes.
            for mib in [9, 50] {
                let (answer, taken) = heavy(&mut visitor, "/street/new", mib).await;
                assert_eq!((answer.status.as_u16(), taken), (413, mib), "{language}");
                assert!(answer.header("content-type").starts_with("text/html"), "{language}");
                answer.says(size).says(back);
                assert!(answer.link("/street/new/words").is_none(), "a link would lose what was written");
            }
        }
        let mut inside = Citizen::new(around(town.router.clone()), town.app.links.origin());
        inside.cookies = agent.cookies.clone();
        for path in ["/admin/consultations/place/documents", "/admin/consultations/place/cover", "/admin/street/areas"] {
            let (answer, taken) = heavy(&mut inside, path, 20).await;
            assert_eq!((answer.status.as_u16(), taken), (413, 20), "{path}");
            answer.says("8\u{a0}Mo");
        }
    }
}

on_both_databases! {
    async fn machines_hear_a_status_at_once(town: Town) {
        let mut machine = Citizen::new(around(town.router.clone()), town.app.links.origin());
        for (path, kind) in [("/inbox", "application/activity+json"), ("/street/new", "application/json")] {
            let request = Request::post(path).header(header::CONTENT_TYPE, kind).header(header::ACCEPT, "application/json");
            let request = request.header(header::CONTENT_LENGTH, 50 * MIB);
            let taken = Arc::new(AtomicUsize::new(0));
            let count = Arc::clone(&taken);
            let part = Bytes::from(vec![b' '; MIB]);
            let whole = futures_util::stream::iter(0..50).map(move |_| {
                count.fetch_add(1, Ordering::Relaxed);
                Ok::<_, std::io::Error>(part.clone())
            });
            let answer = machine.send(request.body(Body::from_stream(whole)).unwrap()).await;
            assert_eq!((answer.status.as_u16(), taken.load(Ordering::Relaxed)), (413, 0), "{path}");
            assert!(!answer.header("content-type").contains("html"), "{path}");
        }
    }
}
