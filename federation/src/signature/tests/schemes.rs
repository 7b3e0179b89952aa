//! How other software signs, and how we do.

use super::*;

/// RFC 9421 as others write it.
#[test]
fn rfc9421_of_others() {
    let check_member = |member: &str| check(&Bench::post().to("/inbox?a=1&b").rfc9421(member), Ok(()));
    // Mastodon.
    check_member(&format!(r#"("@method" "@target-uri" "content-digest");created={NOW};keyid="{KEY_ID}""#));
    // Fedify.
    check_member(&format!(
        r#"("@method" "@target-uri" "@authority" "host" "date" "content-digest");alg="rsa-v1_5-sha256";keyid="{KEY_ID}";created={NOW}"#
    ));
    // Unknown parameters, of every type, in any place.
    check_member(&format!(
        r#"("content-digest" "@target-uri" "@method");x;a=?0;n="a\"b\\c";b=1.5;keyid="{KEY_ID}";c=:AA==:;d=t/u;created={NOW};e=@5"#
    ));
    check_member(&format!(
        r#"("@method" "@scheme" "@request-target" "@authority" "@path" "@query" "content-digest");created={NOW};keyid="{KEY_ID}""#
    ));
}

#[test]
fn rfc9421_that_we_do_not_take() {
    let check_member = |member: &str, expected: Refused| check(&Bench::post().rfc9421(member), Err(expected));
    let with = |more: &str| format!(r#"("@method" "@target-uri" "content-digest"{more});created={NOW};keyid="{KEY_ID}""#);
    for more in [r#" "date";sf"#, r#" "date";bs"#, r#" "@path";req"#, r#" "@query-param";name="a""#, r#" "date";key="a""#] {
        check_member(&with(more), Refused::Policy("a component has parameters"));
    }
    check_member(&with(r#" "@status""#), Refused::Policy("a component that is not used here"));
    check_member(&with(r#" "@signature-params""#), Refused::Policy("a component that is not used here"));
    check_member(&with(r#" "x-none""#), Refused::Malformed("a signed header is not there"));
    check_member(&with(r#" "Date""#), Refused::Malformed("a component has an impossible name"));
    check_member(&with(" date"), Refused::Malformed("a component is not a text"));
    check_member(&with(r#" """#), Refused::Malformed("a component has an impossible name"));
    check_member(&with("\"date\""), Refused::Malformed("a list is not well formed"));
    let usual = member(COMPONENTS);
    for name in ["rsa-pss-sha512", "hmac-sha256", "ecdsa-p256-sha256", "none", ""] {
        check_member(&format!(r#"{usual};alg="{name}""#), Refused::Policy("an algorithm that is not used here"));
    }
    check_member(&format!("{usual};alg=ed25519"), Refused::Malformed("a parameter is not a text"));
    check_member(&format!(r#"{COMPONENTS};created="{NOW}";keyid="{KEY_ID}""#), Refused::Malformed("a time is not a number"));
    check_member(&format!(r#"{COMPONENTS};created={NOW}.0;keyid="{KEY_ID}""#), Refused::Malformed("a time is not a number"));
    check_member(&format!("{COMPONENTS};created={NOW}"), Refused::Malformed("no key is named"));
    check_member(&format!("{COMPONENTS};created=1{NOW}000000;keyid=\"k\""), Refused::Malformed("not a number"));
    let bench = Bench::post().rfc9421(&usual);
    for (signature, reason) in [
        ("sig1=:A:", "not base 64"),
        ("sig1=::", "the signature has an impossible length"),
        ("sig1=AAAA", "the signature is not bytes"),
        ("sig1", "the signature is not bytes"),
        ("AAAA", "not a name"),
        ("", "not a name"),
        ("sig1=:AAAA:,", "not a name"),
    ] {
        check(&bench.clone().with("signature", signature), Err(Refused::Malformed(reason)));
    }
    let long = format!("sig1=:{}:", STANDARD.encode([0; 1_025]));
    check(&bench.with("signature", &long), Err(Refused::Malformed("the signature has an impossible length")));
}

/// Cavage as others write it.
#[test]
fn cavage_of_others() {
    check(&Bench::post().cavage("(request-target) host date digest content-type", r#"algorithm="rsa-sha256","#), Ok(()));
    check(&Bench::post().cavage("host date digest content-type (request-target)", r#"algorithm="hs2019","#), Ok(()));
    check(&Bench::post().cavage("date digest host (request-target)", "unknown=5, other=\"a,b=c\" , "), Ok(()));
    let created = format!(r#"algorithm="hs2019", created={NOW}, "#);
    check(&Bench::post().cavage("(request-target) (created) host digest", &created), Ok(()));
    assert_eq!(Bench::post().cavage_as(KEY_ID, USUAL, r#"algorithm="hs2019","#, &ED25519).verdict_of(&ED25519), Ok(()));
    check(&Bench::post().with("host", "Ville.Example:443").cavage(USUAL, ""), Ok(()));
    check(&Bench::post().and("accept", "a").and("accept", "b").cavage("(request-target) host date digest accept", ""), Ok(()));
    // HTTP/2 has no Host header: what was signed is our authority.
    check(&Bench::post().cavage(USUAL, "").without("host"), Ok(()));
    check(&Bench::post().with("host", "ville.example.").cavage(USUAL, "").without("host"), Err(Refused::Invalid));
    let in_capitals = Bench::post().cavage(USUAL, "");
    let text = in_capitals.value("signature").replace("host date digest content-type", "Host Date Digest Content-Type");
    check(&in_capitals.with("signature", &text), Ok(()));
}

/// Mastodon and GoToSocial once signed the path without its query.
#[test]
fn cavage_with_and_without_query() {
    let list = "(request-target) host date";
    check(&Bench::get("/actors/mairie/outbox?page=1").cavage(list, ""), Ok(()));
    check(&Bench::get("/actors/mairie/outbox").cavage(list, "").to("/actors/mairie/outbox?page=1"), Ok(()));
    check(&Bench::get("/actors/mairie/outbox?page=1").cavage(list, "").to("/actors/mairie/outbox?page=2"), Err(Refused::Invalid));
    check(&Bench::get("/actors/mairie/outbox?page=1").cavage(list, "").to("/actors/mairie/outbox"), Err(Refused::Invalid));
}

#[test]
fn cavage_that_we_do_not_take() {
    let time = Refused::Policy("this algorithm does not go with a time in the signature");
    let created = format!(r#"algorithm="rsa-sha256",created={NOW},"#);
    check(&Bench::post().cavage("(request-target) (created) host digest", &created), Err(time));
    for name in ["ed25519", "rsa-sha1", "rsa-sha512", "hmac-sha256", "RSA-SHA256", "none", ""] {
        let algorithm = format!(r#"algorithm="{name}","#);
        check(&Bench::post().cavage(USUAL, &algorithm), Err(Refused::Policy("an algorithm that is not used here")));
    }
    let check_text = |text: &str, reason: &'static str| check(&Bench::post().with("signature", text), Err(Refused::Malformed(reason)));
    check_text(&format!(r#"keyId="{KEY_ID}""#), "no signature in the signature");
    check_text(r#"signature="AAAA""#, "no key is named");
    check_text(r#"keyId="a"signature="AAAA""#, "the signature is not well formed");
    check_text(r#"keyId="a,signature=AAAA"#, "the signature is not well formed");
    check_text(r#"keyId="a\"b",signature="AAAA""#, "the signature is not well formed");
    check_text(r#"keyId="a",signature="AAAA","#, "the signature is not well formed");
    check_text(r#"keyId="a",signature="AAAA",created=soon"#, "a time is not a number");
    check_text(r#"keyId="a",signature="AAAA",created=-5"#, "a time is not a number");
    check_text(r#"keyId="a",signature="AAAA",headers="a{b""#, "a signed header has an impossible name");
    check_text(r#"keyId="a",signature="AAAA",headers="(other)""#, "a signed header has an impossible name");
    check_text(&format!("keyId=\"a\",signature=\"{}\"", "A".repeat(9_000)), "the signature is too long or not plain text");
    let many: String = (0..20).map(|n| format!("a{n}=1,")).collect();
    check_text(&many, "too many parameters");
    let not_there = Err(Refused::Malformed("a signed header is not there"));
    check(&Bench::post().cavage("(request-target) host date digest x-none", ""), not_there);
    let no_time = Err(Refused::Malformed("a signed time is not there"));
    check(&Bench::post().cavage("(request-target) (created) host date digest", ""), no_time);
    let signed = Bench::post().cavage(USUAL, "");
    let spoilt = signed.value("signature").replace("signature=\"", "signature=\"!");
    check(&signed.with("signature", &spoilt), Err(Refused::Malformed("the signature is not base 64")));
}

#[test]
fn requests_that_cannot_be() {
    let of = |method: &'static str, path: &str| Bench { method, ..Bench::post().to(path).signed(Scheme::Cavage, &RSA) }.verdict();
    assert_eq!(of("POST\n", "/inbox"), Err(Refused::Malformed("not a method")));
    assert_eq!(of("", "/inbox"), Err(Refused::Malformed("not a method")));
    for path in ["", "inbox", "https://ville.example/inbox", "*"] {
        assert_eq!(Bench { path: path.to_owned(), ..Bench::post() }.verdict(), Err(Refused::Malformed("not a path")));
    }
    assert_eq!(Bench::post().to("/inbox\nhost: evil.example").verdict(), Err(Refused::Malformed("not a path")));
}

/// What we send, letter by letter.
#[test]
fn what_we_send() {
    let signer = Signer { key_id: "https://ville.example/actors/mairie#main-key".to_owned(), key: RSA.clone() };
    let url = Url::parse("https://ailleurs.example:8443/inbox?a=1#part").unwrap();
    let send = |scheme, body| signer.headers(scheme, &Method::POST, &url, Some("application/activity+json"), body, now()).unwrap();
    let get = |headers: &HeaderMap, name: &str| headers.get(name).map(|value| value.to_str().unwrap().to_owned()).unwrap_or_default();

    let cavage = send(Scheme::Cavage, Some(BODY));
    assert_eq!(get(&cavage, "host"), "ailleurs.example:8443");
    assert_eq!(get(&cavage, "date"), "Fri, 15 Jan 2027 08:00:00 GMT");
    assert_eq!(get(&cavage, "digest"), digest::to_digest(BODY));
    let start = concat!(
        r#"keyId="https://ville.example/actors/mairie#main-key",algorithm="rsa-sha256","#,
        r#"headers="(request-target) host date digest content-type",signature=""#
    );
    assert!(get(&cavage, "signature").starts_with(start), "{cavage:?}");
    assert_eq!(cavage.len(), 4);

    let rfc9421 = send(Scheme::Rfc9421, Some(BODY));
    let input = concat!(
        r#"sig1=("@method" "@target-uri" "content-digest");created=1800000000;"#,
        r#"alg="rsa-v1_5-sha256";keyid="https://ville.example/actors/mairie#main-key""#
    );
    assert_eq!(get(&rfc9421, "signature-input"), input);
    assert_eq!(get(&rfc9421, "content-digest"), digest::to_content_digest(BODY));
    assert_eq!(rfc9421.len(), 5);

    let read = |scheme| signer.headers(scheme, &Method::GET, &url, None, None, now()).unwrap();
    assert!(get(&read(Scheme::Cavage), "signature").contains(r#"headers="(request-target) host date","#));
    assert_eq!(read(Scheme::Cavage).len(), 3);
    assert!(get(&read(Scheme::Rfc9421), "signature-input").starts_with(r#"sig1=("@method" "@target-uri");created="#));
    assert_eq!(read(Scheme::Rfc9421).len(), 4);
    let ed25519 = Signer { key: ED25519.clone(), ..signer.clone() };
    let headers = ed25519.headers(Scheme::Rfc9421, &Method::GET, &url, None, None, now()).unwrap();
    assert!(get(&headers, "signature-input").contains(r#";alg="ed25519";"#));
}

#[test]
fn what_cannot_be_signed() {
    let url = Url::parse("https://ailleurs.example/inbox").unwrap();
    let sign = |key_id: &str, url: &Url| {
        let signer = Signer { key_id: key_id.to_owned(), key: ED25519.clone() };
        signer.headers(Scheme::Rfc9421, &Method::GET, url, None, None, now()).map(|_| ())
    };
    assert_eq!(sign(KEY_ID, &url), Ok(()));
    assert_eq!(sign("https://a.example/\",created=1,x=\"", &url), Err(KeyError::Request));
    assert_eq!(sign("https://a.example/\r\nHost: b", &url), Err(KeyError::Request));
    assert_eq!(sign(KEY_ID, &Url::parse("data:text/plain,a").unwrap()), Err(KeyError::Request));
}

#[test]
fn what_we_ask_for() {
    let asked = accept_signature();
    let members = structured::dictionary(asked.to_str().unwrap(), 1).unwrap();
    assert_eq!(members[0].raw, r#"("@method" "@target-uri" "content-digest");created;keyid"#);
    assert_eq!(Refused::Stale.to_string(), Refused::Stale.reason());
    assert_eq!(Refused::Key("x").to_string(), "x");
    assert_eq!(Scheme::parse(Scheme::Rfc9421.code()), Some(Scheme::Rfc9421));
}
