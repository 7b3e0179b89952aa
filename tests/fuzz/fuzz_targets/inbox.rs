//! What is posted to an inbox or read from another server: whatever the bytes, it is read or refused, within bounds, and what is read is what it says.
#![no_main]

use domain::text;
use federation::client::json;
use federation::words::{Activity, Announced, Changed, KeyDocument, Object, Received, RemoteActor, same_authority};
use libfuzzer_sys::fuzz_target;

fn object(object: &Object) {
    assert!(same_authority(&object.id, &object.id));
    assert!(object.body.chars().count() <= 20_100, "{}", object.body.chars().count());
    assert!(object.name.as_ref().is_none_or(|name| name.chars().count() <= 300));
    assert!(object.images.len() <= 16);
    // Whatever it says, it is a text that pages can show.
    let _excerpt = domain::markup::excerpt(&object.body, 400);
    let html = domain::markup::to_html(&object.body);
    assert!(!html.contains("<script") && !html.contains("javascript:"), "{html}");
    let _line = text::line(&object.body);
}

fn activity(read: &Activity) {
    assert!(same_authority(&read.id, &read.actor), "an activity lives where its actor does");
    match &read.what {
        Received::Create { object: inner } => {
            assert!(same_authority(&inner.id, &read.actor));
            object(inner);
        }
        Received::Update { object: Changed::Object(inner) } => object(inner),
        Received::Announce { object: Announced::Activity(inner) } => {
            assert!(!matches!(inner.what, Received::Announce { .. }), "never an announcement of an announcement");
            activity(inner);
        }
        Received::Announce { object: Announced::Object(inner) } => object(inner),
        Received::Flag { objects, .. } => assert!(objects.len() <= 50),
        _other => {}
    }
}

fuzz_target!(|bytes: &[u8]| {
    let Ok(value) = json::parse(bytes) else { return };
    if let Ok(read) = Activity::read(&value) {
        activity(&read);
        // One parser, used by whoever checks and by whoever uses: it says the same twice.
        assert_eq!(format!("{:?}", Activity::read(&value)), format!("{:?}", Ok::<_, ()>(&read)));
    }
    if let Ok(read) = Object::read(&value) {
        object(&read);
    }
    let _actor = RemoteActor::read(&value);
    let _key = KeyDocument::read(&value);
});
