//! Pictures of other servers: read by a job, encoded anew, shown from here, and forgotten when nobody looks at them (C05, C08, D08, B05, E06).

use crate::effects::scene::{PUBLIC, Scene};
use rig::{Citizen, Stranger, Town, on_both_databases};
use serde_json::json;
use store::peers::HostRule;

/// Six pixels by four, blue.
const PNG: &[u8] = b"\x89PNG\x0d\x0a\x1a\x0a\x00\x00\x00\x0dIHDR\x00\x00\x00\x06\x00\x00\x00\x04\x08\x02\x00\x00\x00\x22f\xd9\x14\x00\x00\x00\x11IDATx\xdac0H\x98\x80\x86\x18\xc8\x15\x02\x00\xf9y\x1b\x01\xc2?\x0e&\x00\x00\x00\x00IEND\xaeB`\x82";

/// Bo replies with these pictures: each its path and what it shows.
async fn reply(scene: &Scene, id: &str, pictures: &[(&str, &str)]) {
    let bo = scene.far.person("bo");
    let mut note = scene.note("bo", id, "Regardez");
    let attached = |(path, alt): &(&str, &str)| json!({"type": "Image", "mediaType": "image/png", "url": scene.far.at(path), "name": alt});
    note["attachment"] = pictures.iter().map(attached).collect();
    note["to"] = json!([PUBLIC]);
    assert_eq!(scene.post(&bo, &scene.activity("bo", "Create", &format!("create-{id}"), note)).await, 202);
    scene.settle().await;
}

fn page(scene: &Scene) -> String {
    format!("/c/parc/p/{}", scene.proposal)
}

/// The pictures of another server on a page, as paths here.
fn sources(body: &str) -> Vec<String> {
    body.split("src=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .filter(|at| at.contains("/media/elsewhere/"))
        .map(str::to_owned)
        .collect()
}

/// Nothing on a page is loaded from elsewhere (E06).
fn is_all_ours(scene: &Scene, body: &str) -> bool {
    !body.split("src=\"").skip(1).any(|rest| rest.starts_with("http") || rest.starts_with(&scene.far.origin))
}

on_both_databases! {
    async fn pictures_are_shown_from_here_encoded_anew(town: Town) {
        let scene = Scene::set(town).await;
        scene.far.with("/users/bo", "icon", json!({"type": "Image", "url": scene.far.at("/bo.png")}));
        scene.far.show_file("/bo.png", "image/png", PNG);
        scene.far.show_file("/a.png", "image/png", PNG);
        reply(&scene, "1", &[("/a.png", "Le banc <b>bleu</b>"), ("/missing.png", "Perdue")]).await;
        let mut visitor = scene.town.visitor();
        let shown = visitor.see(&page(&scene)).await;
        shown.says("Image sur un autre serveur").says("Perdue");
        let found = sources(&shown.body);
        assert_eq!(found.len(), 2, "the face and the picture: {found:?}");
        assert!(shown.body.contains("alt=\"Le banc &#60;b&#62;bleu&#60;/b&#62;\" width=\"6\" height=\"4\" loading=\"lazy\""), "{}", shown.body);
        assert!(is_all_ours(&scene, &shown.body));
        for source in &found {
            let file = visitor.see(source).await;
            assert_eq!(file.header("content-type"), "image/jpeg");
            assert_eq!(file.header("x-content-type-options"), "nosniff");
            assert!(file.header("content-security-policy").contains("default-src 'none'"));
            assert!(file.header("content-disposition").contains("picture.jpg"));
        }
        // Asked for once each, however often somebody looks; what could not be had is not asked for again.
        visitor.see(&page(&scene)).await;
        scene.settle().await;
        for path in ["/bo.png", "/a.png", "/missing.png"] {
            assert_eq!(scene.far.asked().iter().filter(|asked| asked.path == path).count(), 1, "{path}");
        }
    }
}

on_both_databases! {
    async fn b05_d08_what_is_no_picture_is_not_kept(town: Town) {
        let scene = Scene::set(town).await;
        let mut huge = PNG.to_vec();
        huge[16..24].copy_from_slice(&[0, 0, 0xC3, 0x50, 0, 0, 0xC3, 0x50]);
        scene.far.show_file("/huge.png", "image/png", &huge);
        scene.far.show_file("/cut.jpg", "image/jpeg", b"\xff\xd8\xff\xe0\x00\x10JFIF");
        scene.far.show_file("/actor.png", "image/png", b"{\"type\":\"Person\",\"inbox\":\"https://far.example/inbox\"}");
        scene.far.show_file("/script.svg", "image/svg+xml", b"<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>");
        reply(&scene, "1", &[("/huge.png", "A"), ("/cut.jpg", "B"), ("/actor.png", "C"), ("/script.svg", "D")]).await;
        let shown = scene.town.visitor().see(&page(&scene)).await;
        assert_eq!(sources(&shown.body), Vec::<String>::new());
        shown.says("Image sur un autre serveur");
        let kept = scene.town.app.store.read(|db| store::remote_pictures::count_of_host(db, "localhost")).await.unwrap();
        assert_eq!(kept, 0);
    }
}

on_both_databases! {
    async fn c05_c08_no_name_and_no_redirect_leads_where_it_may_not(town: Town) {
        let scene = Scene::set(town).await;
        let blocked = Stranger::start().await;
        blocked.show_file("/a.png", "image/png", PNG);
        let host = blocked.origin.trim_start_matches("http://").to_owned();
        actions::abroad::rule(&scene.town.app, Town::machine(), &host, HostRule::Blocked, "").await.unwrap();
        scene.town.fed.policy.forget();
        scene.far.redirect("/elsewhere.png", &blocked.at("/a.png"));
        scene.far.redirect("/metadata.png", "http://169.254.169.254/latest/meta-data");
        scene.far.redirect("/file.png", "file:///etc/passwd");
        reply(&scene, "1", &[("/elsewhere.png", "A"), ("/metadata.png", "B"), ("/file.png", "C")]).await;
        assert!(blocked.asked().is_empty(), "{:?}", blocked.asked());
        let mut visitor = scene.town.visitor();
        assert_eq!(sources(&visitor.see(&page(&scene)).await.body), Vec::<String>::new());
        let before = scene.far.asked().len();
        let address: String = url::form_urlencoded::byte_serialize(scene.far.at("/a.png").as_bytes()).collect();
        let names = [
            address,
            "?proxy=http://localhost/".to_owned(),
            "%2f..%2f..%2fetc%2fpasswd".to_owned(),
            "a%0d%0aX-Injected:1".to_owned(),
            "0".repeat(63),
            "0".repeat(64),
            "G".repeat(64),
        ];
        for name in names {
            assert_eq!(visitor.get(&format!("/media/elsewhere/{name}")).await.status, 404, "{name}");
        }
        scene.settle().await;
        assert_eq!(scene.far.asked().len(), before, "nothing is asked of anybody");
    }
}

on_both_databases! {
    async fn pictures_go_when_nobody_looks_and_when_their_server_is_blocked(town: Town) {
        let scene = Scene::set(town).await;
        scene.far.show_file("/a.png", "image/png", PNG);
        scene.far.show_file("/b.png", "image/png", PNG);
        reply(&scene, "1", &[("/a.png", "A"), ("/b.png", "B")]).await;
        let mut visitor = scene.town.visitor();
        let found = sources(&visitor.see(&page(&scene)).await.body);
        assert_eq!(found.len(), 2);
        let sweep = async |days: i64| {
            scene.town.wait(jiff::SignedDuration::from_hours(24 * days));
            actions::jobs::sweep(&scene.town.app).await.unwrap();
        };
        sweep(6).await;
        visitor.see(&found[0]).await;
        sweep(2).await;
        assert_eq!(visitor.get(&found[0]).await.status, 200, "it was looked at two days ago");
        assert_eq!(visitor.get(&found[1]).await.status, 404);
        // Looked at again, it comes again: not while the page is made.
        let asked = |path: &str| scene.far.asked().iter().filter(|asked| asked.path == path).count();
        assert_eq!(sources(&visitor.see(&page(&scene)).await.body).len(), 1);
        assert_eq!(asked("/b.png"), 1);
        scene.settle().await;
        assert_eq!((asked("/a.png"), asked("/b.png")), (1, 2));
        assert_eq!(sources(&visitor.see(&page(&scene)).await.body), found);
        let host = scene.host();
        actions::abroad::rule(&scene.town.app, Town::machine(), &host, HostRule::Blocked, "").await.unwrap();
        assert_eq!(visitor.get(&found[0]).await.status, 404);
        assert_eq!(sources(&visitor.see(&page(&scene)).await.body), Vec::<String>::new());
    }
}

on_both_databases! {
    async fn without_pictures_of_others_there_are_links(town: Town) {
        let scene = Scene::set(town).await;
        scene.far.show_file("/a.png", "image/png", PNG);
        reply(&scene, "1", &[("/a.png", "Le banc")]).await;
        let found = sources(&scene.town.visitor().see(&page(&scene)).await.body);
        let router = web::router(web::Web::new(scene.town.app.clone().with_remote_pictures(false)));
        let mut visitor = Citizen::new(router, scene.town.app.links.origin());
        let shown = visitor.see(&page(&scene)).await;
        shown.says("Image sur un autre serveur").says("Le banc");
        assert_eq!(sources(&shown.body), Vec::<String>::new());
        assert_eq!(visitor.get(&found[0]).await.status, 404);
    }
}

on_both_databases! {
    async fn what_is_deleted_takes_its_pictures_and_what_is_hidden_shows_none(town: Town) {
        let scene = Scene::set(town).await;
        scene.far.show_file("/a.png", "image/png", PNG);
        reply(&scene, "1", &[("/a.png", "Le banc")]).await;
        let bo = scene.far.person("bo");
        let id = scene.contribution(scene.far.at("/notes/1")).await.unwrap().id;
        let reason = domain::moderation::Reason::Spam;
        actions::office::hide(&scene.town.app, Town::machine(), id.to(), reason, "Ce n'est pas le sujet.").await.unwrap();
        assert_eq!(sources(&scene.town.visitor().see(&page(&scene)).await.body), Vec::<String>::new());
        actions::office::restore(&scene.town.app, Town::machine(), id.to()).await.unwrap();
        assert_eq!(sources(&scene.town.visitor().see(&page(&scene)).await.body).len(), 1);
        // An edit that is older than what is here changes no picture either; a newer one does.
        let edit = async |n: &str, at: &str, pictures: serde_json::Value| {
            let mut note = scene.note("bo", "1", "Regardez mieux");
            note["updated"] = json!(at);
            note["attachment"] = pictures;
            assert_eq!(scene.post(&bo, &scene.activity("bo", "Update", n, note)).await, 202);
            scene.settle().await;
            sources(&scene.town.visitor().see(&page(&scene)).await.body).len()
        };
        scene.town.wait(jiff::SignedDuration::from_hours(3));
        assert_eq!(edit("2", "2026-03-02T13:00:00Z", json!([])).await, 0);
        let one = json!([{"type": "Image", "url": scene.far.at("/a.png"), "name": "A"}]);
        assert_eq!(edit("3", "2026-03-02T12:00:00Z", one.clone()).await, 0);
        let delete = scene.activity("bo", "Delete", "4", json!(scene.far.at("/notes/1")));
        assert_eq!(scene.post(&bo, &delete).await, 202);
        let left = scene.town.app.store.read(move |db| store::remote_pictures::of_texts(db, &[id])).await.unwrap();
        assert!(left.is_empty());
    }
}
