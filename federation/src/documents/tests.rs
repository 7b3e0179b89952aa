//! One snapshot for each thing that is sent, and the rules that no snapshot shows.

use domain::Timestamp;
use domain::actor::ActorKind;
use domain::answer::AnswerState;
use domain::contribution::Stance;
use insta::assert_json_snapshot;
use serde_json::{Value, json};
use store::trust::Territory;

use super::*;
use crate::words::{Activity, Object, Received, Recognising, RemoteActor};

const TOWN: &str = "https://ville.example/actors/ville";
const GROUP: &str = "https://ville.example/actors/plan_velo";
const ALICE: &str = "https://ville.example/actors/alice";
const BOB: &str = "https://ailleurs.example/users/bob";
const PAGE: &str = "https://ville.example/objects/0192f0aa-0000-7000-8000-000000000001";
const NOTE: &str = "https://ville.example/objects/0192f0aa-0000-7000-8000-000000000002";
const ACTIVITY: &str = "https://ville.example/activities/0192f0aa-0000-7000-8000-00000000000a";

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

fn mention(handle: &str, href: &str) -> Mention {
    Mention { handle: handle.to_owned(), href: href.to_owned() }
}

fn picture() -> Picture {
    Picture {
        url: "https://ville.example/media/1".to_owned(),
        media_type: "image/webp".to_owned(),
        alt: "La rue Hugo".to_owned(),
        size: Some((1200, 630)),
    }
}

fn an_actor(kind: ActorKind, id: &str, username: &str, name: &str) -> ActorInput {
    ActorInput {
        id: id.to_owned(),
        kind,
        username: username.to_owned(),
        host: "ville.example".to_owned(),
        name: name.to_owned(),
        summary: "Un texte *court*.".to_owned(),
        url: format!("https://ville.example/@{username}"),
        shared_inbox: "https://ville.example/inbox".to_owned(),
        instance: "https://ville.example/actor".to_owned(),
        rsa_pem: "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n".to_owned(),
        ed25519_multibase: "z6MkAAAA".to_owned(),
        icon: Some(picture()),
        also_known_as: Vec::new(),
        lang: "fr".to_owned(),
        published: at("2026-09-01T08:00:00Z"),
        updated: None,
        discoverable: true,
        posting_restricted: false,
        territory: None,
    }
}

fn a_text(id: &str, author: Author, markdown: &str) -> TextInput {
    TextInput {
        id: id.to_owned(),
        url: "https://ville.example/c/plan-velo/p/1".to_owned(),
        author,
        markdown: markdown.to_owned(),
        lang: "fr".to_owned(),
        addressing: Addressing { group: Some(mention("@plan_velo@ville.example", GROUP)), mentions: Vec::new() },
        context: format!("{PAGE}/context"),
        published: at("2026-09-20T10:00:00Z"),
        updated: None,
        hashtags: vec![Hashtag { name: "Velo".to_owned(), href: "https://ville.example/c/plan-velo/contributions?theme=1".to_owned() }],
        pictures: Vec::new(),
        takes_replies: true,
    }
}

fn alice() -> Author {
    Author::Named { actor: ALICE.to_owned() }
}

fn somebody() -> Author {
    let wording = Wording { author: "A citizen".to_owned(), read_whole: "Read on:".to_owned() };
    Author::Collectivity { actor: TOWN.to_owned(), wording }
}

fn a_page() -> Value {
    let mut text = a_text(PAGE, alice(), "Une piste **séparée** de la chaussée.\n\n- sûre\n- large");
    text.pictures = vec![picture()];
    page(&PageInput { text, title: "Une piste rue Hugo".to_owned() })
}

fn a_note() -> Value {
    let mut text = a_text(NOTE, alice(), "D’accord, mais *plus large*.");
    text.addressing.mentions = vec![mention("@bob@ailleurs.example", BOB)];
    let in_reply_to = "https://ailleurs.example/users/bob/statuses/1".to_owned();
    note(&NoteInput { text, title: "Oui, à une condition".to_owned(), in_reply_to, stance: Some(Stance::For) })
}

fn a_message() -> Value {
    message(&MessageInput {
        id: NOTE.to_owned(),
        author: TOWN.to_owned(),
        to: mention("@bob@ailleurs.example", BOB),
        markdown: "Vous avez une place.\n\nVotre code : AB2C-D3EF".to_owned(),
        lang: "fr".to_owned(),
        published: at("2026-09-20T10:00:00Z"),
    })
}

#[test]
fn links_to_paths_of_ours_lead_here_from_elsewhere() {
    let text = a_text(PAGE, alice(), "Comme [ici](/c/plan-velo#dates), pas comme [là](https://ailleurs.example/c).");
    let said = page(&PageInput { text, title: "Une piste".to_owned() });
    assert!(said["content"].as_str().unwrap().contains("href=\"https://ville.example/c/plan-velo#dates\""), "{said}");
    assert!(said["source"]["content"].as_str().unwrap().contains("[ici](https://ville.example/c/plan-velo#dates)"), "{said}");
}

#[test]
fn a_message_is_for_one_person_alone() {
    let said = a_message();
    assert_json_snapshot!("message", said);
    for document in [&said, &create(ACTIVITY, &said)] {
        assert_eq!((&document["to"], &document["cc"]), (&json!([BOB]), &json!([])));
        assert!(!document.to_string().contains(crate::words::PUBLIC) && !document.to_string().contains("followers"));
    }
}

fn an_article() -> Value {
    let town = Author::Named { actor: TOWN.to_owned() };
    let mut text = a_text("https://ville.example/objects/0192f0aa-0000-7000-8000-000000000003", town, "Les travaux commencent en mai.");
    text.addressing.mentions = vec![mention("@alice@ville.example", ALICE)];
    let mut said = article(&ArticleInput { text, title: "Acceptée : Une piste rue Hugo".to_owned(), in_reply_to: Some(PAGE.to_owned()) });
    answered(&mut said, AnswerState::Accepted, "La maire", "Les travaux commencent en mai.");
    said
}

fn a_question(several: bool, closed: Option<&str>, voters: Option<i64>) -> Value {
    let town = Author::Named { actor: TOWN.to_owned() };
    let text = a_text(PAGE, town, "Trois rues sont possibles.\n\nPour voter : <https://ville.example/c/plan-velo/polls/1>");
    let votes = voters.unwrap_or(0);
    question(&QuestionInput {
        text,
        title: "Quelle rue d’abord ?".to_owned(),
        several,
        options: vec![("Rue Hugo".to_owned(), votes), ("Quai Est".to_owned(), 0)],
        ends: at("2026-10-20T22:00:00Z"),
        closed: closed.map(at),
        voters,
    })
}

fn a_tombstone() -> Value {
    tombstone(&TombstoneInput {
        id: PAGE.to_owned(),
        former_type: "Page".to_owned(),
        deleted: at("2026-10-01T10:00:00Z"),
        group: Some(GROUP.to_owned()),
    })
}

#[test]
fn polls() {
    assert_json_snapshot!("question", a_question(false, None, None));
    assert_json_snapshot!("question_closed", a_question(true, Some("2026-10-20T22:00:00Z"), Some(12)));
    assert_json_snapshot!(
        "update_question",
        update(ACTIVITY, &a_question(true, Some("2026-10-20T22:00:00Z"), Some(12)), at("2026-10-20T22:00:01Z"))
    );
    let read = Object::read(&a_question(false, None, None)).unwrap();
    assert!(read.is_public() && !read.poll_vote && read.updated.is_none());
}

#[test]
fn actors() {
    assert_json_snapshot!("actor_group", actor(&an_actor(ActorKind::Group, GROUP, "plan_velo", "Plan vélo 2027")));
    let mut town = an_actor(ActorKind::Organization, TOWN, "ville", "Ville");
    town.territory = Some(a_territory());
    assert_json_snapshot!("actor_organization", actor(&town));
    assert_eq!(RemoteActor::read(&actor(&town)).unwrap().territory, Some(a_territory()));
    let mut group = an_actor(ActorKind::Group, GROUP, "plan_velo", "Plan vélo");
    group.territory = Some(a_territory());
    assert_eq!(RemoteActor::read(&actor(&group)).unwrap().territory, None, "only a collectivity has a territory");
    let mut person = an_actor(ActorKind::Person, ALICE, "alice", "Alice");
    (person.icon, person.discoverable, person.updated) = (None, false, Some(at("2026-09-02T08:00:00Z")));
    person.also_known_as = vec![BOB.to_owned()];
    assert_json_snapshot!("actor_person", actor(&person));
    let instance = an_actor(ActorKind::Application, "https://ville.example/actor", "parvis", "Ville");
    assert_json_snapshot!("actor_application", actor(&instance));
}

#[test]
fn texts() {
    assert_json_snapshot!("page", a_page());
    assert_json_snapshot!("note", a_note());
    assert_json_snapshot!("article", an_article());
    assert_json_snapshot!("tombstone", a_tombstone());
    let mut text = a_text(PAGE, somebody(), "Une piste **séparée**.");
    (text.takes_replies, text.updated) = (false, Some(at("2026-09-21T10:00:00Z")));
    assert_json_snapshot!("page_of_somebody", page(&PageInput { text, title: "Une piste rue Hugo".to_owned() }));
}

#[test]
fn activities_about_texts() {
    let now = at("2026-09-21T10:00:00Z");
    let create = create(ACTIVITY, &a_page());
    assert_json_snapshot!("create", create);
    assert_json_snapshot!("update", update(ACTIVITY, &a_note(), now));
    assert_json_snapshot!("update_actor", update(ACTIVITY, &actor(&an_actor(ActorKind::Group, GROUP, "plan_velo", "Plan vélo")), now));
    assert_json_snapshot!("delete", delete(ACTIVITY, ALICE, &a_tombstone()));
    assert_json_snapshot!("delete_actor", delete(ACTIVITY, ALICE, &json!(ALICE)));
    assert_json_snapshot!("announce_activity", announce_activity("https://ville.example/activities/1", GROUP, &create, now));
    assert_json_snapshot!("announce_id", announce_id("https://ville.example/activities/1", GROUP, PAGE, now));
}

#[test]
fn activities_between_actors() {
    let now = at("2026-09-21T10:00:00Z");
    let ask = follow("https://ailleurs.example/follows/1", BOB, GROUP);
    assert_json_snapshot!("follow", ask);
    assert_json_snapshot!(
        "accept_deletion",
        accept_deletion(ACTIVITY, TOWN, "https://ailleurs.example/activities/1", "https://ailleurs.example/objects/1")
    );
    assert_json_snapshot!("accept", accept(ACTIVITY, GROUP, &ask));
    assert_json_snapshot!("reject", reject(ACTIVITY, GROUP, &ask));
    let like = like(ACTIVITY, ALICE, "https://ailleurs.example/1");
    assert_json_snapshot!("like", like);
    assert_json_snapshot!("undo_like", undo("https://ville.example/activities/1", ALICE, &like));
    let announced = announce_id("https://ville.example/activities/1", GROUP, PAGE, now);
    assert_json_snapshot!("undo_announce", undo(ACTIVITY, GROUP, &announced));
    assert_json_snapshot!(
        "flag",
        flag(ACTIVITY, "https://ville.example/actors/ville", &[BOB.to_owned(), "https://ailleurs.example/1".to_owned()], "Insulte")
    );
    assert_json_snapshot!(
        "removal",
        removal(ACTIVITY, "https://ville.example/actors/ville", "https://ailleurs.example/1", (GROUP, "Insulte"))
    );
    let block = block(ACTIVITY, "https://ville.example/actors/ville", BOB, GROUP);
    assert_json_snapshot!("undo_block", undo("https://ville.example/activities/1", "https://ville.example/actors/ville", &block));
    assert_json_snapshot!("announce_block", announce_activity("https://ville.example/activities/1", GROUP, &block, now));
    assert_json_snapshot!("block", block);
    assert_json_snapshot!("add", add(ACTIVITY, GROUP, PAGE, &format!("{GROUP}/featured")));
    assert_json_snapshot!("remove", remove(ACTIVITY, GROUP, PAGE, &format!("{GROUP}/featured")));
}

fn a_territory() -> Territory {
    Territory {
        kind: "commune".to_owned(),
        insee_code: Some("59350".to_owned()),
        siren: Some("200093201".to_owned()),
        parent: "Hauts-de-France".to_owned(),
        controller: "Ville".to_owned(),
        contact: "dpo@ville.example".to_owned(),
    }
}

#[test]
fn recognitions() {
    const THEM: &str = "https://region.example/actors/region";
    let (offered, now) = ("https://ville.example/activities/1", at("2026-09-21T10:00:00Z"));
    let said = |activity, in_reply_to| {
        let territory = a_territory();
        statement(&StatementInput { activity, subject: TOWN, object: THEM, in_reply_to, territory: &territory, published: now })
    };
    let proposal = offer(offered, TOWN, THEM, &said(offered, None));
    let yes = accept_offer(
        ACTIVITY,
        TOWN,
        ("https://region.example/activities/1", THEM),
        &said(ACTIVITY, Some("https://region.example/activities/1")),
    );
    assert_json_snapshot!("offer", proposal);
    assert_json_snapshot!("accept_offer", yes);
    assert_json_snapshot!("reject_offer", reject_offer(ACTIVITY, TOWN, ("https://region.example/activities/1", THEM)));
    assert_json_snapshot!("undo_recognition", undo_recognition(ACTIVITY, TOWN, THEM, (offered, None)));
    let undone = undo_recognition(ACTIVITY, TOWN, THEM, ("https://region.example/activities/1", Some(offered)));
    assert!(matches!(Activity::read(&undone).unwrap().what, Received::Undo { .. }));
    for (sent, is_offer) in [(proposal, true), (yes, false)] {
        let Received::Recognise(read) = Activity::read(&sent).unwrap().what else { panic!("{sent}") };
        let (Recognising::Offer(statement) | Recognising::Accept(_, statement)) = &*read;
        assert_eq!((statement.territory.clone(), statement.published), (a_territory(), now));
        assert_eq!(matches!(*read, Recognising::Offer(_)), is_offer);
    }
}

#[test]
fn quotes() {
    let quote = "https://ailleurs.example/users/bob/statuses/2";
    let request =
        json!({ "type": "QuoteRequest", "id": "https://ailleurs.example/q/1", "actor": BOB, "object": PAGE, "instrument": quote });
    let approval = format!("{PAGE}/quotes?by=1");
    assert_json_snapshot!("accept_quote", accept_quote(ACTIVITY, ALICE, &request, &approval));
    assert_json_snapshot!("quote_authorization", quote_authorization(&approval, ALICE, quote, PAGE));
}

#[test]
fn collections_and_words() {
    let items = [json!(PAGE), json!(NOTE)];
    assert_json_snapshot!("collection", collection(&format!("{GROUP}/featured"), 2, &items));
    assert_json_snapshot!("collection_counted", collection(&format!("{GROUP}/followers"), 42, &[]));
    assert_json_snapshot!("collection_paged", paged_collection(&format!("{GROUP}/outbox"), 5, 2, &items));
    assert_json_snapshot!("collection_page", collection_page(&format!("{GROUP}/outbox"), 5, 2, 2, &items));
    assert_json_snapshot!("vocabulary", vocabulary("https://ville.example"));
}

/// What is sent is understood by our own reading: a Parvis reads a Parvis.
#[test]
fn we_understand_ourselves() {
    let group = RemoteActor::read(&actor(&an_actor(ActorKind::Group, GROUP, "plan_velo", "Plan vélo"))).unwrap();
    assert_eq!((group.kind, group.keys.len(), group.implements_rfc9421), (ActorKind::Group, 2, true));
    let instance = RemoteActor::read(&actor(&an_actor(ActorKind::Application, "https://ville.example/actor", "parvis", "Ville"))).unwrap();
    assert!(instance.implements_rfc9421 && instance.shared_inbox.as_ref() == Some(&instance.inbox));
    let note = Object::read(&a_note()).unwrap();
    assert!(note.is_public() && !note.poll_vote);
    assert_eq!((note.stance, note.lang.as_deref(), note.name), (Some(Stance::For), Some("fr"), None));
    assert_eq!(note.body, "**Oui, à une condition**\n\nD’accord, mais *plus large*.");
    for object in [a_page(), a_note(), an_article()] {
        let passed = announce_activity("https://ville.example/activities/1", GROUP, &create(ACTIVITY, &object), at("2026-09-21T10:00:00Z"));
        assert!(matches!(Activity::read(&passed).unwrap().what, Received::Announce { .. }));
        let updated = Activity::read(&update(ACTIVITY, &object, at("2026-09-21T10:00:00Z"))).unwrap();
        assert!(matches!(updated.what, Received::Update { .. }));
    }
}

/// Of somebody who is not named, nothing leaves but the start of the text.
#[test]
fn somebody_stays_unnamed() {
    let secret = format!("{} FIN-DU-TEXTE", "mot ".repeat(300));
    let said = page(&PageInput { text: a_text(PAGE, somebody(), &secret), title: "Titre".to_owned() }).to_string();
    assert!(!said.contains("FIN-DU-TEXTE") && !said.contains("alice"), "{said}");
    assert!(said.contains("https://ville.example/c/plan-velo/p/1") && said.contains("A citizen"));
    assert!(excerpt(&secret, 500).chars().count() <= 500);
}

/// What a citizen writes cannot leave its place: marks in a title are shown, not obeyed.
#[test]
fn titles_are_no_markup() {
    let input = |title: &str| NoteInput {
        text: a_text(NOTE, alice(), "Oui."),
        title: title.to_owned(),
        in_reply_to: PAGE.to_owned(),
        stance: None,
    };
    let html = note(&input("<img src=x> [x](https://evil.example) *y*"))["content"].as_str().unwrap().to_owned();
    assert!(!html.contains("<img") && !html.contains("<a ") && !html.contains("<em>"), "{html}");
}

/// Documents of the network keep the context under which they are signed; what brings them leaves them as they are.
#[test]
fn documents_of_the_network() {
    let id = "https://ville.example/votes/0192f0aa-0000-7000-8000-000000000003";
    let signed = |kind: &str, id: &str| of_network(&json!({ "type": kind, "id": id, "attributedTo": TOWN }));
    let sent = publish(ACTIVITY, TOWN, &signed("CommonVote", id));
    assert_eq!((&sent["type"], &sent["actor"], &sent["object"]), (&json!("Create"), &json!(TOWN), &signed("CommonVote", id)));
    assert_eq!(sent["object"]["@context"][2], json!({ "@vocab": "https://ville.example/ns/v1#" }));
    let off = call_off(ACTIVITY, TOWN, id);
    assert_eq!(
        (&off["type"], &off["object"], &off["to"]),
        (&json!("Delete"), &json!(id), &json!(["https://www.w3.org/ns/activitystreams#Public"]))
    );
    let read = Activity::read(&publish(ACTIVITY, TOWN, &signed("Tally", id))).unwrap();
    assert!(matches!(read.what, Received::Tally { document } if *document == signed("Tally", id)));
    // Nobody speaks for somebody else, nor of what is on another server.
    for (name, value) in [("attributedTo", BOB), ("id", "https://ailleurs.example/votes/1")] {
        let mut foreign = signed("Tally", id);
        foreign[name] = value.into();
        assert!(Activity::read(&publish(ACTIVITY, TOWN, &foreign)).is_err(), "{name}");
    }
}
