//! The laws of the house, checked by reading the tree. Each failing law prints the file, the line and the reason.
//! The list is in `docs/architecture.md`; a checker that cannot fail is not a checker, so each has a test of its own.
#![expect(clippy::string_slice, clippy::indexing_slicing, clippy::panic, reason = "places are found in the very text that is cut")]

mod crates;
mod fluent;
mod matches;
mod rust;
mod sizes;
mod templates;
mod translations;
mod tree;
mod walls;

use fluent::{LANGUAGES, Language};
use rust::{OURS, Rust, rust_files};
use tree::{Fault, Source, file, files, holds};

fn each(checker: impl Fn(&Rust) -> Vec<Fault>) -> Vec<Fault> {
    rust_files(OURS).iter().flat_map(checker).collect()
}

fn templates() -> Vec<Source> {
    files("web/templates", &[".html", ".xml", ".txt", ".svg"])
}

fn languages() -> Vec<Language> {
    LANGUAGES.iter().map(|name| Language::new(name, files(&format!("web/locales/{name}"), &[".ftl"]))).collect()
}

fn speakers() -> Vec<Rust> {
    translations::speakers(rust_files(&["web", "server", "federation"]), &templates())
}

#[test]
fn laws_1_2_3_in_the_manifests() {
    let manifests: Vec<Source> = files("", &["Cargo.toml"]);
    holds("Who may import whom", manifests.iter().flat_map(crates::manifest_faults).collect());
    assert_eq!(crates::unknown_rooms(&manifests), Vec::<String>::new(), "rooms that are in the drawing and not in the tree");
}

#[test]
fn laws_1_2_3_9_in_the_code() {
    holds("Words said in the wrong room", each(walls::wall_faults));
}

#[test]
fn law_4_one_write_transaction_per_action_with_an_event() {
    holds("One write transaction per action, an event in every one; queries never open one", each(walls::transaction_faults));
}

#[test]
fn law_5_no_wildcard_on_the_closed_enums() {
    holds("No wildcard arm on Event, Job, Contribution, Refusal", each(matches::wildcard_faults));
}

#[test]
fn law_6_both_migration_trees_have_the_same_names() {
    holds("The same migrations on both databases", sizes::unequal_migrations(&sizes::migrations("sqlite"), &sizes::migrations("postgres")));
}

#[test]
fn law_7_translations_say_the_same_in_every_language() {
    let languages = languages();
    holds("The same keys with the same arguments in fr, en and de", fluent::parity_faults(&languages));
    holds("French as a printer would set it", fluent::typography_faults(&languages[0]));
}

#[test]
fn law_7_every_key_used_exists_and_every_key_is_used() {
    let (speakers, languages) = (speakers(), languages());
    holds("Every key used exists and gets its arguments", translations::use_faults(&speakers, &languages[0]));
    holds("No orphan keys", translations::orphan_faults(&speakers, &languages[0]));
}

#[test]
fn law_7_no_human_text_outside_the_translations() {
    holds("No words in the templates", templates().iter().flat_map(templates::text_faults).collect());
    let code = rust_files(&["web/src", "server/actions/src", "federation/src"]);
    holds("No sentences in the code", code.iter().flat_map(translations::accent_faults).collect());
}

#[test]
fn law_8_sizes_names_and_purposes() {
    let rust = rust_files(OURS);
    let sources: Vec<Source> = rust.iter().map(|rust| rust.source.clone()).collect();
    let scripts = [files("web", &[".html", ".ftl", ".js", ".mjs"]), files("tests", &[".mjs"]), files("migrations", &[".sql"])].concat();
    holds("Files are short", sources.iter().chain(&scripts).filter_map(sizes::long_file).collect());
    holds("Functions are short", rust.iter().flat_map(sizes::long_functions).collect());
    holds("Files say what they are for", sources.iter().filter_map(sizes::no_purpose).collect());
    holds("Names say something", sources.iter().chain(&scripts).filter_map(sizes::empty_name).collect());
}

#[test]
fn law_10_nothing_personal_is_logged() {
    holds("Log lines hold ids, never people", each(walls::log_faults));
}

#[test]
fn no_shortcuts() {
    holds("No sleep, ignore, allow or unfinished place", each(walls::shortcut_faults));
    holds("No SQL made of values", each(walls::sql_faults));
}

#[test]
fn pages_ask_nothing_of_others_and_hold_nothing_inline() {
    let templates = templates();
    holds("No inline style or script, no unexplained raw HTML", templates.iter().flat_map(templates::inline_faults).collect());
    let assets = files("web/assets", &[".css", ".js", ".mjs", ".svg"]);
    holds("No request to a third party", templates.iter().chain(&assets).flat_map(templates::request_faults).collect());
}

#[test]
fn style_is_light_and_its_papers_are_those_of_the_colours() {
    let style = files("web/assets", &[".css"]);
    holds("All the style of a page is light", sizes::heavy_style(&style));
    let parvis = style.iter().find(|source| source.name() == "parvis.css").unwrap();
    holds("Colours are reckoned on the papers of the stylesheet", sizes::other_papers(parvis, &domain::colour::PAPERS));
}

#[test]
fn every_setting_that_is_named_is_documented() {
    let list = file("docs/operate/settings.md").unwrap();
    let mut sources = files("docs", &[".md"]);
    sources.extend(["README.md", "test", ".ci/run", "Justfile"].iter().filter_map(|path| file(path)));
    holds(
        "Every setting named in the documents is in the list",
        sources.iter().flat_map(|source| sizes::unknown_settings(source, &list.text)).collect(),
    );
}
