//! The attacks on the door that a signature must withstand, each under the number it has in the list of cases.

use super::*;

const MOMENT: Result<(), Refused> = Err(Refused::Policy("the moment of signing is not signed"));
const ADDRESS: Result<(), Refused> = Err(Refused::Policy("the address is not signed"));

#[test]
fn what_is_right_is_believed() {
    for scheme in [Scheme::Cavage, Scheme::Rfc9421] {
        check(&Bench::post().signed(scheme, &RSA), Ok(()));
        check(&Bench::get("/actors/mairie?page=1").signed(scheme, &RSA), Ok(()));
        assert_eq!(Bench::post().signed(scheme, &ED25519).verdict_of(&ED25519), Ok(()));
        assert_eq!(Bench::post().signed(scheme, &RSA).verdict_of(&OTHER_RSA), Err(Refused::Invalid));
        assert_eq!(Bench::post().signed(scheme, &RSA).read().unwrap().key_id, KEY_ID);
        assert_eq!(Bench::post().signed(scheme, &RSA).read().unwrap().scheme, scheme);
    }
}

#[test]
fn a01_post_without_signature() {
    check(&Bench::post(), Err(Refused::Unsigned));
    check(&Bench::post().with("authorization", "Bearer abc"), Err(Refused::Unsigned));
    check(&Bench::post().with("signature-input", "sig1=()"), Err(Refused::Malformed("signature-input without signature")));
    check(&Bench::post().with("signature", ""), Err(Refused::Malformed("the signature is not well formed")));
}

#[test]
fn a04_body_changed_by_one_byte() {
    for scheme in [Scheme::Cavage, Scheme::Rfc9421] {
        let signed = Bench::post().signed(scheme, &RSA);
        check(&signed.clone().body(br#"{"type":"Lime"}"#), Err(Refused::Digest));
        check(&signed.clone().body(br#"{"type":"Like"} "#), Err(Refused::Digest));
        check(&signed.clone().body(br#"{ "type":"Like"}"#), Err(Refused::Digest));
        check(&signed.body(b""), Err(Refused::Digest));
    }
}

#[test]
fn a04_digest_changed_with_the_body() {
    let other = br#"{"type":"Flag"}"#;
    let cavage = Bench::post().signed(Scheme::Cavage, &RSA).body(other).with("digest", &digest::to_digest(other));
    check(&cavage, Err(Refused::Invalid));
    let rfc9421 = Bench::post().signed(Scheme::Rfc9421, &RSA).body(other).with("content-digest", &digest::to_content_digest(other));
    check(&rfc9421, Err(Refused::Invalid));
}

#[test]
fn a05_digest_that_is_not_signed() {
    let refused = Err(Refused::Policy("the digest is not signed"));
    check(&Bench::post().cavage("(request-target) host date", ""), refused);
    check(&Bench::post().rfc9421(&member(r#"("@method" "@target-uri")"#)), refused);
    // The digest of the other scheme does not count.
    check(&Bench::post().cavage("(request-target) host date content-digest", ""), refused);
    check(&Bench::post().rfc9421(&member(r#"("@method" "@target-uri" "digest")"#)), refused);
    check(&Bench::post().without("digest").cavage(USUAL, ""), Err(Refused::Digest));
    check(&Bench::post().without("content-digest").rfc9421(&member(COMPONENTS)), Err(Refused::Digest));
    // A body is a body, whatever the method; and an empty post is a post.
    let get = Bench::get("/inbox").body(BODY);
    check(&get.clone().cavage("(request-target) host date", ""), refused);
    check(&get.rfc9421(&member(r#"("@method" "@target-uri")"#)), refused);
    check(&Bench::post().body(b"").cavage("(request-target) host date", ""), refused);
}

#[test]
fn a06_too_little_is_signed() {
    let cavage = |headers: &str, expected| check(&Bench::post().cavage(headers, ""), expected);
    cavage("host date digest", ADDRESS);
    cavage("(request-target) date digest", Err(Refused::Policy("the host is not signed")));
    cavage("(request-target) host digest", MOMENT);
    cavage("date", ADDRESS);
    cavage("(request-target) host date digest", Ok(()));
    check(&Bench::get("/x").cavage("(request-target) host date", ""), Ok(()));
    check(&Bench::get("/x").cavage("(request-target) host", ""), MOMENT);
    let no_list = Bench::post().with("signature", &format!(r#"keyId="{KEY_ID}",signature="AAAA""#));
    check(&no_list, ADDRESS);

    let rfc9421 = |components: &str, expected| check(&Bench::post().to("/inbox?a=1").rfc9421(&member(components)), expected);
    rfc9421(r#"("@target-uri" "content-digest")"#, Err(Refused::Policy("the method is not signed")));
    rfc9421(r#"("@method" "content-digest")"#, ADDRESS);
    rfc9421(r#"("@method" "@authority" "content-digest")"#, ADDRESS);
    rfc9421(r#"("@method" "@path" "@query" "content-digest")"#, ADDRESS);
    rfc9421(r#"("@method" "@authority" "@path" "content-digest")"#, ADDRESS);
    rfc9421(r#"("@method" "@authority" "@path" "@query" "content-digest")"#, Ok(()));
    rfc9421("()", Err(Refused::Policy("the method is not signed")));
    check(&Bench::post().rfc9421(&member(r#"("@method" "@authority" "@path" "content-digest")"#)), Ok(()));
    let no_moment = format!(r#"{COMPONENTS};keyid="{KEY_ID}""#);
    check(&Bench::post().rfc9421(&no_moment), Err(Refused::Policy("the moment of signing is not said")));
}

#[test]
fn a07_another_path_or_another_host() {
    for scheme in [Scheme::Cavage, Scheme::Rfc9421] {
        let signed = Bench::post().signed(scheme, &RSA);
        check(&signed.clone().to("/actors/mairie/inbox"), Err(Refused::Invalid));
        let as_get = Bench { method: "GET", ..signed.clone() };
        check(&as_get, Err(Refused::Invalid));
    }
    check(&Bench::post().signed(Scheme::Rfc9421, &RSA).to("/inbox?a=1"), Err(Refused::Invalid));
    let another = Err(Refused::Policy("signed for another host"));
    check(&Bench::post().with("host", "evil.example").cavage(USUAL, ""), another);
    check(&Bench::post().with("host", "ville.example:8443").cavage(USUAL, ""), another);
    check(&Bench::post().with("host", "ville.example.evil.example").cavage(USUAL, ""), another);
    check(&Bench::post().and("host", "ville.example").cavage(USUAL, ""), Err(Refused::Malformed("a signed header is there twice")));
    let with_host = member(r#"("@method" "@target-uri" "host" "content-digest")"#);
    check(&Bench::post().with("host", "evil.example").rfc9421(&with_host), another);
    // Signed for evil.example and sent to us with its Host: the address is made from our own origin.
    let components = member(r#"("@method" "@authority" "@path" "content-digest")"#);
    let base = format!(
        "\"@method\": POST\n\"@authority\": evil.example\n\"@path\": /inbox\n\"content-digest\": {}\n",
        digest::to_content_digest(BODY)
    );
    let signature = STANDARD.encode(RSA.sign(format!("{base}\"@signature-params\": {components}").as_bytes()).unwrap());
    let replayed = Bench::post().with("host", "evil.example").with("signature-input", &format!("sig1={components}"));
    check(&replayed.with("signature", &format!("sig1=:{signature}:")), Err(Refused::Invalid));
}

#[test]
fn a08_too_old_or_too_new() {
    let table = [
        (0, Ok(())),
        (-3_600, Ok(())),
        (-3_601, Err(Refused::Stale)),
        (-7_200, Err(Refused::Stale)),
        (300, Ok(())),
        (301, Err(Refused::Stale)),
        (600, Err(Refused::Stale)),
        (-NOW, Err(Refused::Stale)),
    ];
    for (seconds, expected) in table {
        check(&Bench::post().with("date", &date(seconds)).cavage(USUAL, r#"algorithm="rsa-sha256","#), expected);
        let created = format!(r#"algorithm="hs2019",created={},"#, NOW + seconds);
        check(&Bench::post().cavage("(request-target) (created) host digest", &created), expected);
        check(&Bench::post().rfc9421(&format!(r#"{COMPONENTS};created={};keyid="{KEY_ID}""#, NOW + seconds)), expected);
    }
    // A fresh time beside an old one does not help.
    let both = format!(r#"algorithm="hs2019",created={NOW},"#);
    check(&Bench::post().with("date", &date(-7_200)).cavage("(request-target) (created) host date digest", &both), Err(Refused::Stale));
    let not_signed = format!("created={NOW},");
    check(&Bench::post().with("date", &date(-7_200)).cavage(USUAL, &not_signed), Err(Refused::Stale));
    // A time that nobody signed says nothing.
    check(&Bench::post().cavage(USUAL, "created=5,"), Ok(()));
    for wrong in ["yesterday", "", "2027-01-15T08:00:00Z", "Mon, 15 Jan 2027 08:00:00 GMT", "99999999999999999999"] {
        check(&Bench::post().with("date", wrong).cavage(USUAL, ""), Err(Refused::Malformed("the date is not a date")));
    }
}

#[test]
fn a08_expiry_is_honoured() {
    let long = Err(Refused::Policy("the signature has an impossible life"));
    for (expires, expected) in
        [(NOW, Ok(())), (NOW + 300, Ok(())), (NOW + 43_200, Ok(())), (NOW + 43_201, long), (NOW - 1, Err(Refused::Stale))]
    {
        check(&Bench::post().rfc9421(&format!(r#"{COMPONENTS};created={NOW};expires={expires};keyid="{KEY_ID}""#)), expected);
        let times = format!(r#"algorithm="hs2019",created={NOW},expires={expires},"#);
        check(&Bench::post().cavage("(request-target) (created) (expires) host digest", &times), expected);
        check(&Bench::post().cavage("(request-target) (created) host digest", &times), expected);
    }
}

#[test]
fn a08_expiry_before_the_signature() {
    let backwards = Err(Refused::Policy("the signature has an impossible life"));
    check(&Bench::post().rfc9421(&format!(r#"{COMPONENTS};created={};expires={NOW};keyid="{KEY_ID}""#, NOW + 200)), backwards);
}

#[test]
fn a10_digests_that_prove_nothing() {
    let right = digest::to_digest(BODY);
    let right_512 = format!("SHA-512={}", STANDARD.encode(aws_lc_rs::digest::digest(&aws_lc_rs::digest::SHA512, BODY)));
    let wrong_512 = format!("SHA-512={}", STANDARD.encode([7; 64]));
    let short = format!("SHA-256={}", STANDARD.encode([7; 31]));
    let urlsafe = right.replace('=', "").replace("SHA-256", "SHA-256=");
    let table = [
        (right.clone(), true),
        (right.replace("SHA-256", "sha-256"), true),
        (format!("{right},unknown=AAAA"), true),
        (right.replace("SHA-256", "MD5"), false),
        ("MD5=1B2M2Y8AsgTpgAmY7PhCfg==".to_owned(), false),
        (format!("{right},MD5=1B2M2Y8AsgTpgAmY7PhCfg=="), false),
        (right.replace("SHA-256", "SHA-512"), false),
        (right.replace("SHA-256", "unknown"), false),
        (right_512.clone(), true),
        (format!("{right},{right_512}"), true),
        (format!("{right},{wrong_512}"), false),
        (format!("{right},SHA-256=AAAA"), false),
        (short, false),
        (urlsafe, false),
        ("SHA-256=".to_owned(), false),
        ("SHA-256".to_owned(), false),
        (String::new(), false),
        (format!("{right},"), false),
        (vec![right.clone(); 3].join(","), false),
        (format!("{right},a=,b=,c=,d="), false),
    ];
    for (value, is_right) in table {
        assert_eq!(digest::is_digest_of(&value, BODY), is_right, "{value}");
        let expected = if is_right { Ok(()) } else { Err(Refused::Digest) };
        check(&Bench::post().with("digest", &value).cavage(USUAL, ""), expected);
    }
    check(&Bench::post().and("digest", &right).cavage(USUAL, ""), Err(Refused::Digest));
}

#[test]
fn a10_content_digests_that_prove_nothing() {
    let right = digest::to_content_digest(BODY);
    let table = [
        (right.clone(), true),
        (format!("{right};x=1, unknown=:AAAA:"), true),
        (format!("{right}, md5=:AAAA:"), false),
        (right.replace("sha-256", "sha-512"), false),
        (right.replace("sha-256", "md5"), false),
        (right.replace("sha-256", "unknown"), false),
        (format!("{right}, sha-512=:AAAA:"), false),
        (format!("{right}, {right}"), false),
        (right.replace(':', ""), false),
        (right.replace(':', "\""), false),
        ("sha-256=::".to_owned(), false),
        ("sha-256".to_owned(), false),
        (format!("sha-256=:{}:", STANDARD.encode([7; 31])), false),
        (String::new(), false),
    ];
    for (value, is_right) in table {
        assert_eq!(digest::is_content_digest_of(&value, BODY), is_right, "{value}");
        let expected = if is_right { Ok(()) } else { Err(Refused::Digest) };
        check(&Bench::post().with("content-digest", &value).rfc9421(&member(COMPONENTS)), expected);
    }
    check(&Bench::post().and("content-digest", &right).rfc9421(&member(COMPONENTS)), Err(Refused::Digest));
}

#[test]
fn a11_signatures_that_contradict_each_other() {
    let twice = Err(Refused::Malformed("a header of the signature is there twice"));
    for scheme in [Scheme::Cavage, Scheme::Rfc9421] {
        let signed = Bench::post().signed(scheme, &RSA);
        check(&signed.clone().and("signature", &signed.value("signature")), twice);
        let beside = signed.with("authorization", r#"Signature keyId="https://evil.example/key""#);
        check(&beside, Err(Refused::Policy("signed in two places")));
    }
    let rfc9421 = Bench::post().signed(Scheme::Rfc9421, &RSA);
    check(&rfc9421.clone().and("signature-input", &rfc9421.value("signature-input")), twice);

    let parameter = Err(Refused::Malformed("a parameter is there twice"));
    check(&Bench::post().cavage(USUAL, r#"keyId="https://evil.example/key","#), parameter);
    check(&Bench::post().cavage(USUAL, r#"KEYID="https://evil.example/key","#), parameter);
    check(&Bench::post().cavage(USUAL, r#"headers="date","#), parameter);
    check(&Bench::post().cavage("(request-target) host date digest digest", ""), Err(Refused::Malformed("a signed header is named twice")));
    check(&Bench::post().rfc9421(&format!(r#"{};keyid="https://evil.example/key""#, member(COMPONENTS))), parameter);
    let doubled = member(r#"("@method" "@method" "@target-uri" "content-digest")"#);
    check(&Bench::post().rfc9421(&doubled), Err(Refused::Malformed("a component is there twice")));
}

#[test]
fn a11_several_labels() {
    let ours = member(COMPONENTS);
    let of = |key_id: &str| format!(r#"("@method" "@authority");created={NOW};keyid="{key_id}""#);
    let several = Err(Refused::Policy("signed by several keys"));
    // A proxy that signs with a key of its own is no contradiction.
    check(&Bench::post().rfc9421_as("proxy", &of("proxy-key"), &OTHER_RSA).rfc9421(&ours), Ok(()));
    check(&Bench::post().rfc9421(&ours).rfc9421_as("proxy", r#"("host");tag="edge""#, &OTHER_RSA), Ok(()));
    check(&Bench::post().rfc9421(&ours).rfc9421_as("sig2", &of("https://evil.example/key"), &OTHER_RSA), several);
    check(&Bench::post().rfc9421(&ours).rfc9421_as("sig2", &of(KEY_ID), &RSA), several);
    check(&Bench::post().rfc9421(&ours).rfc9421_as("sig2", &of("HTTP://evil.example/key"), &RSA), several);
    let twice = Err(Refused::Malformed("a member of a field is there twice"));
    check(&Bench::post().rfc9421(&ours).rfc9421_as("sig1", &of("proxy-key"), &OTHER_RSA), twice);
    let no_key = Err(Refused::Key("the id of the key is not a web address"));
    check(&Bench::post().rfc9421_as("a", &of("one"), &RSA).rfc9421_as("b", &of("two"), &RSA), no_key);
    let four = ["a", "b", "c"].into_iter().fold(Bench::post().rfc9421(&ours), |bench, label| bench.rfc9421_as(label, &of(label), &RSA));
    check(&four, Err(Refused::Malformed("a field has too many members")));
    let bench = Bench::post().rfc9421(&ours);
    let input = format!("{}, sig2=(\"@method\")", bench.value("signature-input"));
    check(&bench.clone().with("signature-input", &input), Err(Refused::Malformed("a label without signature")));
    let signature = format!("{}, sig2=:AAAA:", bench.value("signature"));
    check(&bench.clone().with("signature", &signature), Err(Refused::Malformed("a signature without label")));
    let unsound = format!("{}, sig2=\"@method\"", bench.value("signature-input"));
    check(&bench.with("signature", &signature).with("signature-input", &unsound), Err(Refused::Malformed("no list of components")));
}

#[test]
fn a12_ids_of_keys_that_lead_nowhere_good() {
    let long = format!("https://ailleurs.example/{}", "a".repeat(2_048));
    let very_long = format!("https://ailleurs.example/{}", "a".repeat(7_000));
    let table = [
        ("file:///etc/passwd", "the id of the key is not a web address"),
        ("data:text/plain,key", "the id of the key is not a web address"),
        ("ftp://ailleurs.example/key", "the id of the key is not a web address"),
        ("acct:alice@ailleurs.example", "the id of the key is not a web address"),
        ("/actors/alice#main-key", "the id of the key is not a web address"),
        ("", "the id of the key is not a web address"),
        ("https://", "the id of the key is not a web address"),
        ("https://ailleurs.example/a b", "the id of the key is not a web address"),
        (&long, "the id of the key is too long"),
        (&very_long, "the id of the key is too long"),
        ("https://alice@ailleurs.example/key", "the id of the key has credentials in it"),
        ("https://:secret@ailleurs.example/key", "the id of the key has credentials in it"),
        ("https://ville.example/actors/mairie#main-key", "the id of the key is ours"),
        ("http://ville.example/actors/mairie", "the id of the key is ours"),
        ("https://VILLE.example:443/actors/mairie", "the id of the key is ours"),
    ];
    for (key_id, reason) in table {
        let expected = Err(Refused::Key(reason));
        check(&Bench::post().cavage_as(key_id, USUAL, "", &RSA), expected);
        check(&Bench::post().rfc9421(&format!(r#"{COMPONENTS};created={NOW};keyid="{key_id}""#)), expected);
    }
    // Private addresses are the client's business: it never connects to them.
    check(&Bench::post().cavage_as("http://127.0.0.1/key", USUAL, "", &RSA), Ok(()));
}

#[test]
fn a18_a_signature_inside_the_document_counts_for_nothing() {
    let body = br#"{"type":"Like","signature":{"type":"RsaSignature2017","creator":"https://ailleurs.example/actors/alice#main-key"}}"#;
    check(&Bench::post().body(body), Err(Refused::Unsigned));
}
