//! The people's door against those who push it: cases D13–D15, E01–E10, F03–F10 of the adversarial list, as far as they apply.

use axum::body::Body;
use domain::actor::Role;
use http::{Request, header};
use jiff::SignedDuration;
use rig::{Citizen, Town, on_both_databases};

const NEW: &str = "/c/place/new?kind=proposal";

async fn propose(citizen: &mut Citizen, title: &str, body: &str) -> String {
    let answer = citizen.post(NEW, NEW, &[("kind", "proposal"), ("title", title), ("body", body), ("theme", "")]).await;
    assert_eq!(answer.status, 303, "{}", answer.body);
    answer.location().split('?').next().unwrap().to_owned()
}

on_both_databases! {
    async fn f10_a_form_without_its_token_is_refused(town: Town) {
        town.consultation("place").await;
        let (mut ana, mut bob) = (town.citizen("Ana").await, town.citizen("Bob").await);
        let fields = [("kind", "proposal"), ("title", "Des bancs à l'ombre"), ("body", "Oui"), ("theme", "")];
        assert_eq!(ana.post_bare(NEW, &fields).await.status, 403, "no token");
        let stolen = bob.token(NEW).await;
        let mut with_token = fields.to_vec();
        with_token.push(("_csrf", &stolen));
        assert_eq!(ana.post_bare(NEW, &with_token).await.status, 403, "the token of another session");
        let own = ana.token(NEW).await;
        let mut body = url::form_urlencoded::Serializer::new(String::new());
        body.extend_pairs(fields).append_pair("_csrf", &own);
        let body = body.finish();
        for (name, value) in [("origin", "https://evil.example"), ("sec-fetch-site", "cross-site")] {
            let request = Request::post(NEW).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded").header(name, value).body(Body::from(body.clone())).unwrap();
            assert_eq!(ana.send(request).await.status, 403, "{name}: {value}");
        }
        let visitor = town.visitor().post_bare("/sign-in", &[("email", "ana@example.org"), ("password", "x")]).await;
        assert_eq!(visitor.status, 403, "signing somebody in from elsewhere");
        town.visitor().see("/c/place/contributions").await.keeps_quiet_about("Des bancs");
        ana.get("/sign-out").await;
        ana.see("/account").await;
    }
}

on_both_databases! {
    async fn f07_a_session_dies_with_its_rights(town: Town) {
        let mut admin = town.somebody("Ada", Role::Administrator).await;
        let mut agent = town.somebody("Helene", Role::Agent).await;
        agent.see("/admin").await;
        let before = agent.cookies.clone();
        admin.see("/admin/users").await.says("Helene");
        let email = domain::text::Email::parse("helene@example.org").unwrap();
        let account = town.app.store.read(move |db| store::accounts::by_email(db, email.as_str())).await.unwrap().unwrap();
        let ada = domain::text::Email::parse("ada@example.org").unwrap();
        let ada = town.app.store.read(move |db| store::accounts::by_email(db, ada.as_str())).await.unwrap().unwrap();
        let viewer = domain::actor::Viewer::signed_in(ada.actor_id.to(), Role::Administrator);
        actions::accounts::change_role(&town.app, viewer, account.actor_id.to(), Role::Citizen).await.unwrap();
        assert_ne!(agent.get("/admin").await.status, 200);
        let mut replayed = town.visitor();
        replayed.cookies = before;
        assert_ne!(replayed.get("/account").await.status, 200, "the old cookie is dead");
        let last = actions::accounts::suspend(&town.app, viewer, ada.actor_id.to()).await;
        assert!(last.is_err(), "the last administrator stays");
    }
}

on_both_databases! {
    async fn sessions_begin_anew_and_end_in_time(town: Town) {
        let mut ana = town.citizen("Ana").await;
        let first = ana.cookies.clone();
        let email = domain::text::Email::parse("ana@example.org").unwrap();
        actions::accounts::request_link(&town.app, email.as_str(), domain::lang::Lang::Fr).await.unwrap();
        let link = town.latest_link("ana@example.org").await;
        let mut fixed = town.visitor();
        fixed.cookies = first.keys().map(|name| (name.clone(), "chosen-by-an-attacker".to_owned())).collect();
        fixed.enter(&link).await;
        assert!(fixed.cookies.values().all(|v| v != "chosen-by-an-attacker"), "session fixation");
        assert_eq!(town.visitor().get(&link).await.status.as_u16() / 100, 4, "a link works once");
        for cookie in fixed.see("/account").await.headers.get_all("set-cookie") {
            assert!(cookie.to_str().unwrap().contains("HttpOnly"));
        }
        town.wait(SignedDuration::from_hours(15 * 24));
        assert_ne!(ana.get("/account").await.status, 200, "idle for 15 days");
    }
}

on_both_databases! {
    async fn f09_known_and_unknown_addresses_look_the_same(town: Town) {
        town.citizen("Ana").await;
        let mut answers = Vec::new();
        for address in ["ana@example.org", "nobody@example.org"] {
            let mut visitor = town.visitor();
            let mut said = Vec::new();
            for (page, fields) in [
                ("/sign-in/link", vec![("email", address)]),
                ("/sign-in", vec![("email", address), ("password", "une phrase qui est fausse")]),
                ("/sign-up", vec![("name", "Quelqu'un"), ("email", address), ("password", ""), ("rules", "on")]),
            ] {
                let form = if page == "/sign-in/link" { "/sign-in" } else { page };
                let answer = visitor.post(form, page, &fields).await;
                said.push((answer.status, answer.location().replace(address, "ADDRESS"), answer.text().replace(address, "ADDRESS")));
            }
            answers.push(said);
        }
        assert_eq!(answers[0], answers[1]);
        let letters = town.letters().await;
        assert_eq!(letters.iter().filter(|l| l.contains("nobody@example.org")).count(), 1, "only the sign-up is answered by a letter");
    }
}

on_both_databases! {
    async fn passwords_are_long_and_slowed_down(town: Town) {
        let mut ana = town.visitor();
        let sent = ana.post("/sign-up", "/sign-up", &[("name", "Ana"), ("email", "ana@example.org"), ("rules", "on")]).await;
        assert_eq!(sent.status, 303, "{}", sent.body);
        let link = town.latest_link("ana@example.org").await;
        let short = ana.post(&link, &link, &[("password", "trop court")]).await;
        assert_eq!(short.status, 422);
        assert!(!short.body.contains("trop court"), "a password is never sent back");
        let good = "agrafe cheval pile correct";
        assert_eq!(ana.post(&link, &link, &[("password", good)]).await.status, 303);
        let mut again = town.visitor();
        let answer = again.post("/sign-in", "/sign-in", &[("email", "ana@example.org"), ("password", good), ("rules", "on")]).await;
        assert_eq!(answer.status, 303, "{}", answer.body);
        let mut guesser = town.visitor();
        let mut last = 0;
        for n in 0..15 {
            let guess = format!("une phrase fausse {n}");
            last = guesser.post("/sign-in", "/sign-in", &[("email", "ana@example.org"), ("password", &guess)]).await.status.as_u16();
        }
        assert_eq!(last, 429);
        let mut elsewhere = town.visitor();
        elsewhere.address = "203.0.113.9".parse().unwrap();
        let answer = elsewhere.post("/sign-in", "/sign-in", &[("email", "ana@example.org"), ("password", good), ("rules", "on")]).await;
        assert_eq!(answer.status, 303, "a third party cannot lock the owner out");
    }
}

on_both_databases! {
    async fn e01_what_people_write_is_harmless(town: Town) {
        town.consultation("place").await;
        let mut ana = town.citizen("Ana <b>gras</b>").await;
        let hostile = "<script>alert(1)</script> <img src=x onerror=alert(1)> [x](javascript:alert(1)) \u{202e}bidi";
        let page = propose(&mut ana, "<script>alert(2)</script> & \"guillemets\"", hostile).await;
        for path in [page.as_str(), "/c/place/contributions", "/", "/c/place", "/c/place/feed.atom", "/search?q=guillemets"] {
            let answer = town.visitor().see(path).await;
            let lower = answer.body.to_lowercase();
            assert!(!lower.contains("<script>alert") && !lower.contains("<img src=x") && !lower.contains("href=\"javascript"), "{path}");
            assert!(!answer.body.contains('\u{202e}') && !answer.body.contains("<b>gras</b>"), "{path}");
        }
    }
}

on_both_databases! {
    async fn e07_a_table_holds_no_formula(town: Town) {
        town.consultation("place").await;
        let mut ana = town.citizen("Ana").await;
        for title in ["=HYPERLINK(\"http://evil.example\")", "+1+1+1+1", "-2+3+4+5", "@SUM(A1:A9)"] {
            propose(&mut ana, title, "=cmd|' /C calc'!A0").await;
        }
        let csv = town.visitor().see("/c/place/contributions.csv").await;
        assert!(csv.header("content-type").starts_with("text/csv"), "{}", csv.header("content-type"));
        for cell in csv.body.split([';', ',', '\n']).map(|c| c.trim_matches(['"', '\u{feff}'])) {
            assert!(!cell.starts_with(['=', '+', '-', '@', '\t']), "{cell}");
        }
    }
}

on_both_databases! {
    async fn e08_e09_headers_and_redirects_stay_ours(town: Town) {
        town.citizen("Ana").await;
        let mut visitor = town.visitor();
        let sent = visitor.post("/sign-up", "/sign-up", &[("name", "Eve\r\nBcc: all@example.org"), ("email", "eve@example.org"), ("password", ""), ("rules", "on")]).await;
        assert!(sent.status == 200 || sent.status == 303);
        let letters = town.letters().await;
        assert!(letters.iter().all(|l| !l.split("\r\n\r\n").next().unwrap().contains("\nBcc:")), "no header is injected");
        for next in ["//evil.example", "/\\evil.example", "https://evil.example", "/\t/evil.example", "%2f%2fevil.example"] {
            let query = url::form_urlencoded::Serializer::new(String::new()).append_pair("lang", "de").append_pair("next", next).finish();
            let answer = visitor.get(&format!("/language?{query}")).await;
            let target = answer.location();
            assert!(target.is_empty() || (target.starts_with('/') && !target.starts_with("//") && !target.starts_with("/\\")), "{next} → {target}");
        }
    }
}

on_both_databases! {
    async fn every_answer_carries_its_guards_and_no_cookie(town: Town) {
        town.consultation("place").await;
        for path in ["/", "/c/place", "/c/place/contributions", "/nowhere", "/sign-in", "/feeds/consultations.atom", "/theme.css"] {
            let answer = town.visitor().get(path).await;
            let policy = answer.header("content-security-policy");
            assert!(policy.contains("default-src 'none'") && !policy.contains("unsafe"), "{path}: {policy}");
            assert_eq!(answer.header("x-content-type-options"), "nosniff", "{path}");
            assert!(!answer.header("referrer-policy").is_empty(), "{path}");
            assert!(!answer.headers.contains_key("set-cookie"), "{path} sets a cookie");
            assert!(!answer.body.contains(" style=\"") && !answer.body.contains("<style") && !answer.body.contains("onclick="), "{path}");
        }
    }
}

on_both_databases! {
    async fn the_device_is_asked_where_it_is_only_where_a_place_is_asked_for(town: Town) {
        town.consultation("parc").await;
        let mut agent = town.somebody("Helene", Role::Agent).await;
        crate::street::category(&mut agent, "Voirie", &[]).await;
        let page = "/admin/consultations/parc/map";
        assert!(agent.get("/c/parc/new?kind=proposal").await.header("permissions-policy").contains("geolocation=()"));
        assert_eq!(agent.post(page, page, &[("asking", "optional")]).await.status, 303);
        let table = [
            ("/", false), ("/c/parc", false), ("/c/parc/map", false), ("/street", false), ("/nowhere", false), ("/theme.css", false),
            ("/street/new/words?address=ici&kind=anomaly&category=voirie", false), ("/c/parc/new?kind=proposal", true),
            ("/street/new", true), ("/street/new/what", true), ("/street/offline", true), ("/admin/street/new", true),
        ];
        for (path, asks) in table {
            let policy = agent.get(path).await.header("permissions-policy").to_owned();
            let expected = if asks { "geolocation=(self)" } else { "geolocation=()" };
            assert!(policy.contains(expected) && policy.contains("camera=()"), "{path}: {policy}");
        }
    }
}

on_both_databases! {
    async fn e05_pictures_only_and_encoded_anew(town: Town) {
        let mut admin = town.somebody("Ada", Role::Administrator).await;
        let token = admin.token("/admin/settings").await;
        for (name, bytes) in [("logo.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>".to_vec()), ("logo.png", b"\x89PNG\r\n\x1a\n{\"type\":\"Person\"}".to_vec())] {
            let boundary = "------------------------parvis";
            let mut body = format!("--{boundary}\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n{token}\r\n--{boundary}\r\nContent-Disposition: form-data; name=\"alt\"\r\n\r\n\r\n--{boundary}\r\nContent-Disposition: form-data; name=\"picture\"; filename=\"{name}\"\r\nContent-Type: image/png\r\n\r\n").into_bytes();
            body.extend(bytes);
            body.extend(format!("\r\n--{boundary}--\r\n").into_bytes());
            let request = Request::post("/admin/settings/logo")
                .header(header::CONTENT_TYPE, format!("multipart/form-data; boundary={boundary}"))
                .header(header::ORIGIN, "http://town.test")
                .body(Body::from(body))
                .unwrap();
            assert_eq!(admin.send(request).await.status, 422, "{name}");
        }
    }
}

on_both_databases! {
    async fn d03_a_body_that_is_too_large_is_refused(town: Town) {
        town.consultation("place").await;
        let mut ana = town.citizen("Ana").await;
        let token = ana.token(NEW).await;
        let body = "x".repeat(2 * 1024 * 1024);
        let answer = ana.post_bare(NEW, &[("_csrf", &token), ("kind", "proposal"), ("title", "Des bancs à l'ombre"), ("body", &body)]).await;
        assert_eq!(answer.status, 413);
        let long = "y".repeat(20_001);
        let answer = ana.post(NEW, NEW, &[("kind", "proposal"), ("title", "Des bancs à l'ombre"), ("body", &long), ("theme", "")]).await;
        assert_eq!(answer.status, 422, "longer than a text may be, and it comes back");
        assert!(answer.body.contains(&long));
    }
}

/// The most memory this process has ever held, in KiB, where the system says so.
fn peak_memory() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().trim_end_matches(" kB").parse().ok()
}

on_both_databases! {
    async fn d15_many_passwords_at_once_wait_in_line(town: Town) {
        let mut ana = town.visitor();
        ana.post("/sign-up", "/sign-up", &[("name", "Ana"), ("email", "ana@example.org"), ("rules", "on")]).await;
        let link = town.latest_link("ana@example.org").await;
        let good = "agrafe cheval pile correct";
        assert_eq!(ana.post(&link, &link, &[("password", good)]).await.status, 303);
        let before = peak_memory();
        let attempts: Vec<_> = (0_u8..200)
            .map(|n| {
                let mut guesser = town.visitor();
                guesser.address = std::net::Ipv4Addr::new(203, 0, 113, n).into();
                let email = format!("inconnu{n}@example.org");
                tokio::spawn(async move { guesser.post("/sign-in", "/sign-in", &[("email", &email), ("password", "une phrase qui est fausse")]).await.status.as_u16() })
            })
            .collect();
        let mut honest = town.visitor();
        let answer = honest.post("/sign-in", "/sign-in", &[("email", "ana@example.org"), ("password", good)]).await;
        assert_eq!(answer.status, 303, "{}", answer.text());
        for attempt in attempts {
            assert_eq!(attempt.await.unwrap(), 422);
        }
        // 200 hashes at once would take 3.8 GB; two take 38 MB.
        if let (Some(before), Some(after)) = (before, peak_memory()) {
            assert!(after - before < 512 * 1024, "{before} KiB before, {after} KiB after");
        }
    }
}
