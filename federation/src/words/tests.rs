//! The rules of reading as tables: who may speak of what, what is refused, and what HTML of others becomes here.

use serde_json::{Value, json};

use super::{Activity, Bad, Changed, Object, Received, RemoteActor, from_html};

const ALICE: &str = "https://a.example/u/alice";

fn note() -> Value {
    json!({ "type": "Note", "id": "https://a.example/n/1", "attributedTo": ALICE, "content": "<p>Oui.</p>",
            "to": ["https://www.w3.org/ns/activitystreams#Public"] })
}

fn create(object: &Value) -> Value {
    json!({ "type": "Create", "id": "https://a.example/a/1", "actor": ALICE, "object": object })
}

fn with(mut document: Value, name: &str, value: Value) -> Value {
    document[name] = value;
    document
}

#[test]
fn nobody_speaks_for_somebody_else() {
    let check = |document: &Value, expected: Result<(), Bad>| assert_eq!(Activity::read(document).map(drop), expected, "{document}");
    let (alien, bob) = (json!("https://b.example/x"), json!("https://a.example/u/bob"));
    check(&create(&note()), Ok(()));
    check(&with(create(&note()), "id", alien.clone()), Err(Bad::Host("id")));
    check(&with(create(&note()), "actor", alien.clone()), Err(Bad::Host("id")));
    check(&create(&with(note(), "id", alien.clone())), Err(Bad::Host("attributedTo")));
    check(&create(&with(note(), "attributedTo", alien.clone())), Err(Bad::Host("attributedTo")));
    check(&create(&with(note(), "attributedTo", bob.clone())), Err(Bad::Host("attributedTo")));
    check(&with(create(&with(note(), "attributedTo", bob.clone())), "type", json!("Update")), Err(Bad::Host("attributedTo")));
    check(&create(&alien), Err(Bad::Host("object")));
    let undo = |object: Value| with(with(create(&object), "type", json!("Undo")), "object", object);
    check(&undo(json!("https://a.example/a/2")), Ok(()));
    check(&undo(alien.clone()), Err(Bad::Host("object")));
    check(&undo(json!({ "type": "Like", "id": "https://a.example/a/2", "actor": ALICE, "object": "https://o.example/1" })), Ok(()));
    check(
        &undo(json!({ "type": "Like", "id": "https://a.example/a/2", "actor": bob, "object": "https://o.example/1" })),
        Err(Bad::Host("object")),
    );
    let moved = |object: &str| json!({ "type": "Move", "id": "https://a.example/a/3", "actor": ALICE, "object": object, "target": alien });
    check(&moved(ALICE), Ok(()));
    check(&moved("https://a.example/u/bob"), Err(Bad::Host("object")));
}

/// B07: an address is an address. B18, B19: what has two kinds, no id or no shape is nothing.
#[test]
fn odd_shapes_are_refused() {
    let check = |document: &Value, expected: Bad| assert_eq!(Activity::read(document), Err(expected), "{document}");
    for value in [json!(4), json!([[ALICE]]), json!({ "id": [ALICE] }), json!(true), json!([ALICE, 4]), json!({})] {
        check(&create(&with(note(), "attributedTo", value.clone())), Bad::Shape("attributedTo"));
        check(&with(create(&note()), "actor", value), Bad::Shape("actor"));
    }
    for value in [json!(null), json!([])] {
        check(&create(&with(note(), "attributedTo", value.clone())), Bad::Missing("attributedTo"));
        check(&with(create(&note()), "actor", value), Bad::Missing("actor"));
    }
    for value in [json!(4), json!(["https://a.example/n/1"]), json!({ "id": "https://a.example/n/1" })] {
        check(&create(&with(note(), "id", value)), Bad::Shape("id"));
    }
    check(&create(&with(note(), "id", json!(null))), Bad::Missing("id"));
    check(&with(create(&note()), "id", json!(null)), Bad::Missing("id"));
    check(&with(create(&note()), "type", json!(["Create", "Undo"])), Bad::Shape("type"));
    check(&create(&with(note(), "type", json!(["Note", "Delete"]))), Bad::Shape("type"));
    check(&create(&with(note(), "type", json!([]))), Bad::Missing("type"));
    check(&with(create(&note()), "object", json!([note(), note()])), Bad::Shape("object"));
    check(&json!([]), Bad::Shape("activity"));
    let nested = json!({ "type": "Announce", "id": "https://a.example/a/2", "actor": ALICE, "object":
        { "type": "Announce", "id": "https://a.example/a/1", "actor": ALICE, "object": "https://b.example/1" } });
    check(&nested, Bad::Shape("object"));
}

#[test]
fn one_of_a_list_of_authors() {
    let check = |authors: Value, expected: &str| {
        let read = Object::read(&with(note(), "attributedTo", authors)).map(|object| object.attributed_to.to_string());
        assert_eq!(read.as_deref(), Ok(expected));
    };
    let group = json!({ "type": "Group", "id": "https://a.example/c/1" });
    check(json!([group, { "type": "Person", "id": ALICE }]), ALICE);
    check(json!([group]), "https://a.example/c/1");
    check(json!([ALICE, "https://a.example/u/bob"]), ALICE);
    check(json!({ "type": "Person", "id": ALICE }), ALICE);
}

#[test]
fn what_is_not_known_has_no_effect() {
    let kind = |document: &Value| match Activity::read(document).map(|activity| activity.what) {
        Ok(Received::Unknown { kind }) => kind,
        other => panic!("{other:?}"),
    };
    assert_eq!(kind(&with(create(&note()), "type", json!("EmojiReact"))), "EmojiReact");
    assert_eq!(kind(&create(&with(note(), "type", json!("ChatMessage")))), "Create ChatMessage");
    assert_eq!(kind(&with(create(&note()), "type", json!("x".repeat(500)))).len(), 64);
    let announced = with(create(&json!({ "type": "Tombstone", "id": "https://b.example/1" })), "type", json!("Announce"));
    assert_eq!(kind(&announced), "Announce Tombstone");
}

#[test]
fn a_bare_id_is_read_where_it_is() {
    for kind in ["Create", "Update"] {
        let read = Activity::read(&with(create(&json!("https://a.example/n/1")), "type", json!(kind))).unwrap();
        assert!(matches!(read.what, Received::Update { object: Changed::Id(_) }), "{kind}");
    }
    // A thumb down is no support, even where every reaction is a Like.
    let like = |reaction: &str| with(with(create(&json!("https://o.example/1")), "type", json!("Like")), "content", json!(reaction));
    assert!(matches!(Activity::read(&like("👎")).unwrap().what, Received::Dislike { .. }));
    assert!(matches!(Activity::read(&like("👍")).unwrap().what, Received::Like { .. }));
}

/// E03: a page on another server, or no page at all, is none.
#[test]
fn a_page_is_on_its_own_server() {
    let check = |url: Value, expected: Option<&str>| {
        let read = Object::read(&with(note(), "url", url.clone())).unwrap().url.map(|url| url.to_string());
        assert_eq!(read.as_deref(), expected, "{url}");
    };
    check(json!("https://a.example/@alice/1"), Some("https://a.example/@alice/1"));
    check(json!("https://A.example.:443/@alice/1"), Some("https://a.example./@alice/1"));
    check(json!("https://b.example/1"), None);
    check(json!("javascript:alert(1)"), None);
    check(json!("https://a.example@b.example/1"), None);
    check(json!(4), None);
    check(json!([{ "type": "Link", "mediaType": "video/mp4", "href": "https://a.example/1.mp4" }]), None);
    check(
        json!([{ "type": "Link", "mediaType": "video/mp4", "href": "https://a.example/1.mp4" },
               { "type": "Link", "mediaType": "text/html", "href": "https://a.example/w/1" }]),
        Some("https://a.example/w/1"),
    );
}

/// D06: many and long.
#[test]
fn what_is_too_much_is_cut() {
    let tag = |n: usize| json!({ "type": "Hashtag", "name": format!("#t{n}") });
    let picture = |n: usize| json!({ "type": "Image", "url": format!("https://a.example/{n}.png"), "name": "a".repeat(5_000) });
    let many = |one: &dyn Fn(usize) -> Value| Value::Array((0..10_000).map(one).collect());
    let mut document = with(with(note(), "tag", many(&tag)), "attachment", many(&picture));
    for (name, text) in [("name", "é ".repeat(500_000)), ("summary", "é".repeat(500_000)), ("content", "<p>été </p>".repeat(100_000))] {
        document[name] = json!(text);
    }
    document["to"] = many(&|n| json!(format!("https://a.example/u/{n}")));
    let object = Object::read(&document).unwrap();
    let length = |text: Option<String>| text.unwrap().chars().count();
    assert_eq!((object.hashtags.len(), object.images.len(), object.to.len()), (50, 16, 200));
    assert!(object.images[0].alt.chars().count() <= 1_000);
    assert!(length(object.name) <= 300 && length(object.summary) <= 500 && object.body.chars().count() <= 20_000);
    assert!(!object.poll_vote);
    let authors = many(&|_| json!(ALICE));
    assert_eq!(Object::read(&with(note(), "attributedTo", authors)), Err(Bad::TooMany("attributedTo")));
}

#[test]
fn actors_speak_for_themselves() {
    let actor = || json!({ "type": "Person", "id": ALICE, "preferredUsername": "alice", "inbox": "https://a.example/u/alice/inbox" });
    let check = |document: &Value, expected: Result<(), Bad>| assert_eq!(RemoteActor::read(document).map(drop), expected, "{document}");
    check(&actor(), Ok(()));
    check(&with(actor(), "inbox", json!("https://b.example/inbox")), Err(Bad::Host("inbox")));
    check(&with(actor(), "type", json!("Note")), Err(Bad::Shape("type")));
    check(&with(actor(), "preferredUsername", json!("a b@c")), Err(Bad::Shape("preferredUsername")));
    check(&with(actor(), "preferredUsername", json!("a".repeat(200))), Err(Bad::TooLong("preferredUsername")));
    check(&with(with(actor(), "preferredUsername", json!(null)), "webfinger", json!("alice@a.example")), Ok(()));
    let mut stuffed = actor();
    stuffed["publicKey"] = json!([{ "id": "https://b.example/k", "owner": ALICE, "publicKeyPem": "x" },
                                  { "id": "https://a.example/k", "owner": "https://a.example/u/bob", "publicKeyPem": "x" }]);
    stuffed["endpoints"] = json!({ "sharedInbox": "https://b.example/inbox" });
    stuffed["name"] = json!("Mairie \u{202e}de X\u{200b}");
    let read = RemoteActor::read(&stuffed).unwrap();
    assert!(read.keys.is_empty() && read.shared_inbox.is_none());
    assert_eq!(read.name, "Mairie de X");
}

#[test]
fn html_becomes_markdown() {
    let check = |html: &str, expected: &str| assert_eq!(from_html(html), expected, "{html}");
    check("<p>Un <strong>deux</strong> <em>trois</em></p><p>quatre<br>cinq</p>", "Un **deux** *trois*\n\nquatre\\\ncinq");
    check("<ul><li>un</li><li>deux</li></ul>", "- un\n- deux");
    check("<blockquote><p>dit-on</p></blockquote>", "> dit-on");
    check("<div>un</div><div>deux<div>trois</div></div>", "un\n\ndeux\n\ntrois");
    check("<table><tr><th>an</th><th>quoi</th></tr><tr><td>2016</td><td>rien</td></tr></table>", "an · quoi\n\n2016 · rien");
    check("1 * 2 * 3 et a_b_c &lt;b&gt;", "1 \\* 2 \\* 3 et a\\_b\\_c \\<b>");
    check("<script>alert(1)</script><style>p{}</style>x", "x");
    // Addresses as Mastodon writes them.
    check(
        "<p><a href=\"https://www.a.example/tres/long/chemin\"><span class=\"invisible\">https://www.</span><span class=\"ellipsis\">a.example/tres</span><span class=\"invisible\">/long/chemin</span></a></p>",
        "[a.example/tres…](https://www.a.example/tres/long/chemin)",
    );
    // A reply begins with whom it is for; that is known already.
    check(
        "<p><span class=\"h-card\" translate=\"no\"><a href=\"https://ville.example/actors/parc\" class=\"u-url mention\">@<span>parc</span></a></span> Oui, merci.</p>",
        "Oui, merci.",
    );
    check(
        "<p><a href=\"https://b.example/@bob\" class=\"u-url mention\">@bob@b.example</a></p>",
        "[@bob@b.example](https://b.example/@bob)",
    );
    check(
        "<p>Merci <a href=\"https://b.example/@bob\" class=\"u-url mention\">@<span>bob</span></a> !</p>",
        "Merci [@bob@b.example](https://b.example/@bob) !",
    );
    check("<p>Du <a href=\"https://a.example/tags/velo\" class=\"mention hashtag\" rel=\"tag\">#<span>velo</span></a></p>", "Du #velo");
    // The host is said wherever the words do not begin with it.
    check("<a href=\"https://evil.example/x\">la mairie</a>", "[la mairie (evil.example)](https://evil.example/x)");
    check(
        "<a href=\"https://evil.example/x\">https://ville.example/</a>",
        "[https://ville.example/ (evil.example)](https://evil.example/x)",
    );
    check(
        "<a href=\"https://evil.example\">evil.example.ville.example</a>",
        "[evil.example.ville.example (evil.example)](https://evil.example/)",
    );
    check("<a href=\"https://evil.example/\" class=\"mention\">@maire@ville.example</a> oui", "oui");
    check("<a href=\"javascript:alert(1)\">x</a>", "x");
    check("<a href=\"/chemin\">x</a>", "x");
    check("<a href=\"https://a.example/(x)\"></a>", "[a.example](https://a.example/%28x%29)");
}

/// E01: whatever comes in, what is shown has only the tags of our own renderer, and no address but http(s) and mailto.
#[test]
fn hostile_html_is_harmless() {
    let corpus = [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<svg><animate onbegin=alert(1) attributeName=x>",
        "<svg></p><style><a id=\"</style><img src=1 onerror=alert(1)>\">",
        "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
        "<math><mi xlink:href=\"data:x,<script>alert(1)</script>\">x</mi></math>",
        "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript>",
        "<a href=\"javas&#9;cript:alert(1)\">x</a><a href=\" javascript:alert(1)\">y</a><a href=\"data:text/html,x\">z</a>",
        "<p style=\"position:fixed;inset:0\" onclick=\"alert(1)\">x</p>",
        "<iframe srcdoc=\"<script>alert(1)</script>\"></iframe><object data=x></object><embed src=x>",
        "<form action=https://evil.example><input name=password><button>ok</button></form>",
        "&lt;script&gt;alert(1)&lt;/script&gt; &lt;img src=x onerror=alert(1)&gt;",
        "&amp;lt;script&amp;gt;alert(1)",
        "[x](javascript:alert(1)) ![x](https://evil.example/pixel.png) <https://evil.example>",
        "<p>[x]: javascript:alert(1)</p><p>[x]</p>",
        "<code>`<script>alert(1)</script>`</code><pre>```\n<img src=x onerror=alert(1)>\n```</pre>",
        "<a href=\"https://a.example/)%20[x](javascript:alert(1)\">x](javascript:alert(1))</a>",
        "<a href=\"https://a.example/&quot; onmouseover=&quot;alert(1)\">x</a>",
        "<a href='https://a.example/'>![](https://evil.example/p.png)</a>",
        "<!--><img src=x onerror=alert(1)>-->",
        "<template><script>alert(1)</script></template><title><img src=x onerror=alert(1)></title>",
        "<textarea></textarea><img src=x onerror=alert(1)>",
        "\u{E000}[x](javascript:alert(1))\u{E001}<b>y</b>",
    ];
    let allowed = ["p", "br", "em", "strong", "ul", "ol", "li", "blockquote", "a", "code", "pre", "h3", "h4", "h5", "hr", "del"];
    for hostile in corpus {
        for html in [domain::markup::to_html(&from_html(hostile)), domain::markup::to_html(&super::markdown::from_markdown(hostile))] {
            for piece in html.split('<').skip(1) {
                let name = piece.trim_start_matches('/').split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
                assert!(allowed.contains(&name), "{hostile} → {html}");
                let tag = piece.split('>').next().unwrap_or_default();
                for scheme in tag.split("href=\"").skip(1) {
                    assert!(["http://", "https://", "mailto:"].iter().any(|good| scheme.starts_with(good)), "{hostile} → {html}");
                }
                assert!(!tag.replace("href", "").contains(" on"), "{hostile} → {html}");
            }
        }
    }
}

/// D07: what is made to hurt costs less than 100 ms; without optimisation and beside other tests, fifteen times that is allowed.
#[test]
fn pathological_html_is_quick() {
    let attributes: String = (0..30_000).map(|n| format!(" a{n}=1")).collect();
    let storms: [(&str, String); 15] = [
        ("nested tags", "<b>".repeat(100_000)),
        ("nested quotes", "<blockquote>".repeat(100_000)),
        ("lists", "<ul><li>".repeat(50_000)),
        ("misnested", "<b><i></b><u></i>".repeat(20_000)),
        ("formatting", (0..20_000).map(|n| format!("<p><b class=\"{n}\">")).collect()),
        ("attributes", format!("<a{attributes}>x</a>")),
        ("entities", "&amp;&lt;&NotEqualTilde;".repeat(50_000)),
        ("openings", "<".repeat(500_000)),
        ("comments", "<!--".repeat(100_000)),
        ("links", "<a href=\"https://a.example/\">x</a>".repeat(20_000)),
        ("brackets", "[".repeat(200_000)),
        ("stars", "*a_ ".repeat(100_000)),
        ("ticks", "`".repeat(200_000)),
        ("tables", "<table><tr><td>".repeat(30_000)),
        ("rows", format!("<table>{}</table>", "<tr><td>x</td></tr>".repeat(1_500))),
    ];
    for (name, storm) in storms {
        for convert in [from_html, super::markdown::from_markdown, |text: &str| super::plain(text)] {
            #[expect(clippy::disallowed_methods, reason = "a test of how long something takes")]
            let begun = std::time::Instant::now();
            let markdown = convert(&storm);
            let rendered = domain::markup::to_html(&markdown.chars().take(20_000).collect::<String>());
            let took = begun.elapsed();
            eprintln!("{name}: {took:?}");
            assert!(took.as_millis() < 1_500, "{name}: {took:?}");
            assert!(rendered.len() < 5_000_000, "{name}");
        }
    }
}
