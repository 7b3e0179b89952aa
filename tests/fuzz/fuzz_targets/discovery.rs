//! What servers say of their accounts and of themselves (WebFinger, NodeInfo): whatever it is, nothing leads where it must not.
#![no_main]

use federation::client::{NodeInfo, json};
use federation::words::{same_authority, webfinger};
use libfuzzer_sys::fuzz_target;
use url::Url;

fuzz_target!(|bytes: &[u8]| {
    let Ok(value) = json::parse(bytes) else { return };
    let links = webfinger::links(&value);
    assert!(links.len() <= 50);
    let _actor = webfinger::actor(links);
    let object = "https://town.example/objects/1";
    if let Some(dialog) = webfinger::dialog(links, &["Object", "Like", "Follow"], object, false) {
        assert!(dialog.scheme() == "https" && dialog.username().is_empty() && dialog.password().is_none());
        assert!(dialog.host_str().is_some_and(|host| !host.is_empty()));
    }
    let index = Url::parse("https://far.example/.well-known/nodeinfo").expect("an address");
    if let Ok(address) = NodeInfo::address(&value, &index) {
        assert!(same_authority(&address, &index) && address.scheme() == "https");
    }
    if let Some(info) = NodeInfo::read(&value) {
        assert!(!info.software.is_empty() && info.software.len() <= 64 && info.version.chars().count() <= 64);
        assert!(info.software.chars().all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-'));
    }
});
