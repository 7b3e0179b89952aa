//! The public record: what happens is entered, signed and served; its author takes a proof home; what is erased says nothing any more.

use domain::actor::Viewer;
use domain::contribution::{Draft, Kind, RawDraft};
use domain::id::ContributionId;
use domain::lang::Lang;
use domain::moderation::Reason;
use jiff::SignedDuration;
use record::{Checkpoint, Entry, Hash, Note, Receipt, Verdict, VerifierKey};
use rig::{Town, on_both_databases};
use store::Uid;

pub(crate) async fn propose(town: &Town, viewer: Viewer, title: &str) -> ContributionId {
    let body = "Sous le tilleul, à l’ombre, pour que chacun puisse s’asseoir en chemin.";
    let draft = Draft::parse(Kind::Proposal, &RawDraft { title, body, ..RawDraft::default() }).unwrap();
    actions::contributions::publish(&town.app, viewer, "parc", draft, Lang::Fr).await.unwrap()
}

/// Enters and signs what happened: a minute passes.
pub(crate) async fn sign(town: &Town) {
    town.wait(SignedDuration::from_secs(61));
    town.run_jobs().await;
}

pub(crate) async fn keys(town: &Town) -> (VerifierKey, VerifierKey) {
    let (logs, witness) = town.app.store.read(actions::record::verifier_keys).await.unwrap();
    (logs[0].clone(), witness.unwrap())
}

/// The checkpoint that is served, whose signature is good.
pub(crate) async fn served(town: &Town) -> (Note, Checkpoint) {
    let mut visitor = town.visitor();
    let page = visitor.get("/record/checkpoint").await;
    assert_eq!(page.header("content-type"), "text/plain; charset=utf-8");
    let note = Note::parse(&page.body).unwrap();
    assert_eq!(keys(town).await.0.check(&note, &federation::SEAL.check), Verdict::Signed);
    let checkpoint = Checkpoint::parse(&note.text).unwrap();
    (note, checkpoint)
}

/// The hashes of a level of the served tree of this size, every tile by its own address.
async fn hashes(town: &Town, level: u8, count: u64) -> Vec<Hash> {
    let mut hashes = Vec::new();
    let mut visitor = town.visitor();
    for index in 0..count.div_ceil(256) {
        let width = (count - index * 256).min(256);
        let tile = record::Tile { resource: record::Resource::Hashes(level), index, width };
        let answer = visitor.see(&format!("/record/tile/{}", tile.path())).await;
        assert_eq!(answer.header("content-type"), "application/octet-stream");
        assert!(answer.header("cache-control").contains("immutable"));
        assert_eq!(answer.bytes.len() as u64, width * 32);
        hashes.extend(answer.bytes.chunks(32).map(|hash| Hash::try_from(hash).unwrap()));
    }
    hashes
}

/// The entries that are served.
pub(crate) async fn entries(town: &Town, count: u64) -> Vec<Entry> {
    let mut found = Vec::new();
    let mut visitor = town.visitor();
    for index in 0..count.div_ceil(256) {
        let tile = record::Tile { resource: record::Resource::Entries, index, width: (count - index * 256).min(256) };
        let mut bytes = visitor.see(&format!("/record/tile/{}", tile.path())).await.bytes;
        while !bytes.is_empty() {
            let length = usize::from(u16::from_be_bytes([bytes[0], bytes[1]]));
            found.push(Entry::parse(std::str::from_utf8(&bytes[2..2 + length]).unwrap()).unwrap());
            bytes.drain(..2 + length);
        }
    }
    found
}

/// The root that follows from the served entries alone.
pub(crate) async fn recomputed(town: &Town, count: u64) -> Hash {
    let mut edge = record::Edge::default();
    let leaves: Vec<Hash> = entries(town, count).await.iter().map(|entry| record::leaf(entry.text().as_bytes())).collect();
    assert_eq!(hashes(town, 0, count).await, leaves);
    for leaf in leaves {
        edge.push(leaf);
    }
    edge.root()
}

on_both_databases! {
    async fn what_happens_is_entered_signed_and_served(town: Town) {
        assert_eq!(town.visitor().get("/record/checkpoint").await.status, 404);
        town.consultation("parc").await;
        town.citizen("Ana").await;
        let ana = town.viewer("ana@example.org").await;
        let first = propose(&town, ana, "Un banc sous le tilleul").await;
        town.run_jobs().await;
        let (_, before) = served(&town).await;
        let kinds: Vec<String> = entries(&town, before.size).await.into_iter().map(|entry| entry.kind).collect();
        assert_eq!(kinds, ["consultation_published", "proposal_published"]);
        assert_eq!(recomputed(&town, before.size).await, before.root);
        // Less than a minute later nothing more is signed, and nothing more is served.
        let hide = actions::office::hide(&town.app, Town::machine(), first, Reason::OffTopic, "Le sujet est traité dans une autre consultation.");
        hide.await.unwrap();
        town.run_jobs().await;
        assert_eq!(served(&town).await.1, before);
        assert_eq!(town.visitor().get(&format!("/record/tile/0/000.p/{}", before.size + 1)).await.status, 404);
        sign(&town).await;
        let (_, after) = served(&town).await;
        assert_eq!(after.size, before.size + 1);
        let last = entries(&town, after.size).await.pop().unwrap();
        assert_eq!((last.kind.as_str(), last.object, last.version), ("contribution_hidden", uuid::Uuid::from(first).to_string(), 1));
        // The old part is where it was, and the log itself proves it.
        let old = usize::try_from(before.size).unwrap();
        assert_eq!(hashes(&town, 0, after.size).await[..old], hashes(&town, 0, before.size).await);
        let proof = town.app.store.read(move |db| actions::record::proof(db, after.size, actions::record::Proof::Since(before.size))).await.unwrap();
        assert_eq!(record::consistency(before.size, after.size, &proof, &before.root, &after.root), Ok(()));
        // No name, no text.
        let mut visitor = town.visitor();
        let bundle = visitor.see(&format!("/record/tile/entries/000.p/{}", after.size)).await;
        bundle.keeps_quiet_about("Ana").keeps_quiet_about("tilleul");
        for wrong in ["0/000", "0/000.p/0", "0/001.p/1", "0/0", "1/000.p/1", "x", "entries/000", "99/000"] {
            assert_eq!(visitor.get(&format!("/record/tile/{wrong}")).await.status, 404, "{wrong}");
        }
        visitor.see("/record").await.says("Le registre public").says("3 lignes").says("Aucune autre collectivité");
    }
}

/// What was signed last is what the kept entries give, now and when the rest is entered; nothing waits then.
pub(crate) async fn is_sound(app: &actions::App) {
    loop {
        let latest = app.store.read(store::record::latest).await.unwrap();
        if let Some(latest) = latest {
            let (size, root) = (u64::try_from(latest.size).unwrap(), latest.root);
            let entries = app.store.read(move |db| store::record::tree::entries(db, 0, latest.size)).await.unwrap();
            let mut edge = record::Edge::default();
            entries.iter().for_each(|entry| drop(edge.push(record::leaf(entry.as_bytes()))));
            assert_eq!((edge.size(), edge.root().to_vec()), (size, root));
        }
        if actions::record::advance(app, federation::SEAL).await.unwrap().lines == 0 {
            break;
        }
    }
    assert!(!app.store.read(store::record::is_awaited).await.unwrap());
}

/// The receipt of the latest version, as its author downloads it.
pub(crate) async fn receipt_of(citizen: &mut rig::Citizen, id: ContributionId) -> Receipt {
    let file = citizen.see(&format!("/c/parc/p/{}/proof", uuid::Uuid::from(id))).await.link("/record/receipt/").expect("a file");
    let answer = citizen.see(&file).await;
    assert!(answer.header("content-disposition").contains(".tlog-proof"), "{}", answer.body);
    Receipt::parse(&answer.body).unwrap()
}

on_both_databases! {
    async fn an_author_takes_a_proof_home_and_nobody_else(town: Town) {
        town.consultation("parc").await;
        let mut ana = town.citizen("Ana").await;
        let viewer = town.viewer("ana@example.org").await;
        let id = propose(&town, viewer, "Un banc sous le tilleul").await;
        let proof = format!("/c/parc/p/{}/proof", uuid::Uuid::from(id));
        ana.see(&format!("/c/parc/p/{}", uuid::Uuid::from(id))).await.says("Preuve d’enregistrement");
        ana.see(&proof).await.says("pas encore inscrit");
        town.run_jobs().await;
        let receipt = receipt_of(&mut ana, id).await;
        let key = keys(&town).await.0;
        let verified = receipt.verify(&federation::SEAL.check, Some(&key)).unwrap();
        assert_eq!((verified.checkpoint.size, receipt.index, receipt.entry.version), (2, 1, 1));
        assert!(receipt.content.contains("Un banc sous le tilleul") && !receipt.content.contains("Ana"));
        // Another version is another entry.
        let draft = Draft::parse(Kind::Proposal, &RawDraft { title: "Deux bancs", body: "Sous le tilleul, à l’ombre, pour tous.", ..RawDraft::default() });
        actions::contributions::edit(&town.app, viewer, id, 1, draft.unwrap()).await.unwrap();
        sign(&town).await;
        let later = receipt_of(&mut ana, id).await;
        assert_eq!((later.entry.version, later.entry.kind.as_str()), (2, "contribution_edited"));
        assert!(later.content.contains("Deux bancs"));
        later.verify(&federation::SEAL.check, Some(&key)).unwrap();
        // The first one is still there, and still true.
        let page = ana.see(&proof).await;
        assert_eq!(page.body.matches("/record/receipt/").count(), 2);
        receipt.verify(&federation::SEAL.check, Some(&key)).unwrap();
        // It is nobody else's business.
        let mut ben = town.citizen("Ben").await;
        for (mut other, expected) in [(ben.clone(), 404), (town.visitor(), 303)] {
            assert_eq!(other.get(&proof).await.status, expected);
        }
        for path in ["/record/receipt/1", "/record/receipt/99", "/record/receipt/x", "/record/receipt/-1"] {
            assert_eq!(ben.get(path).await.status, 404, "{path}");
        }
        // It is checked without the town.
        let [file, text] = ["receipt.tlog-proof", "text.md"].map(|name| town.folder().join(name));
        let check = |bytes: &str, key: Option<&str>, said: &str| {
            std::fs::write(&file, bytes).unwrap();
            std::fs::write(&text, said).unwrap();
            let key = key.map(str::to_owned);
            parvis::commands::record::examine(&parvis::cli::Verify { receipt: file.clone(), key, text: Some(text.clone()) })
        };
        let (bytes, body) = (receipt.to_string(), "Sous le tilleul, à l’ombre, pour que chacun puisse s’asseoir en chemin.\n");
        let said = check(&bytes, Some(&key.to_string()), body).unwrap();
        assert!(said[0].starts_with("holds: entry 1 of 2") && said.contains(&"title: Un banc sous le tilleul".to_owned()), "{said:?}");
        use parvis::commands::record::Unsaid;
        assert!(matches!(check(&bytes, None, "Autre chose."), Err(Unsaid::No(_))));
        let other = keys(&town).await.1.to_string();
        assert!(matches!(check(&bytes, Some(&other), body), Err(Unsaid::No(_))));
        assert!(matches!(check(&bytes, Some("no key"), body), Err(Unsaid::Unreadable(_))));
        assert!(matches!(check(&bytes.replacen("index 1", "index 0", 1), None, body), Err(Unsaid::No(_))));
        assert!(matches!(check(&bytes.replacen("index 1", "index 1.0", 1), None, body), Err(Unsaid::No(_))), "a receipt that was changed");
        assert!(matches!(check("", None, body), Err(Unsaid::Unreadable(_))), "no receipt at all");
        assert!(matches!(check("%PDF-1.7\n\n", None, body), Err(Unsaid::Unreadable(_))), "another file");
        // What the collectivity did is everybody's.
        let public = town.visitor().see("/record/receipt/0").await;
        Receipt::parse(&public.body).unwrap().verify(&federation::SEAL.check, Some(&key)).unwrap();
    }
}

on_both_databases! {
    async fn what_is_erased_leaves_a_hash_that_says_nothing(town: Town) {
        town.consultation("parc").await;
        let mut ana = town.citizen("Ana").await;
        let viewer = town.viewer("ana@example.org").await;
        let mut ids = Vec::new();
        for title in ["Un banc sous le tilleul", "Une fontaine à boire", "Un abri pour les vélos"] {
            ids.push(propose(&town, viewer, title).await);
        }
        town.run_jobs().await;
        let kept = |id: ContributionId| {
            let store = town.app.store.clone();
            async move { store.read(move |db| actions::record::receipts_of(db, Uid::of(id))).await.unwrap().len() }
        };
        for id in &ids {
            assert_eq!(kept(*id).await, 1);
        }
        let (_, before) = served(&town).await;
        actions::contributions::withdraw(&town.app, viewer, ids[0]).await.unwrap();
        let note = "Le texte désigne une personne par son nom.";
        actions::office::hide(&town.app, Town::machine(), ids[1], Reason::PersonalData, note).await.unwrap();
        assert_eq!((kept(ids[0]).await, kept(ids[1]).await, kept(ids[2]).await), (0, 0, 1));
        assert_eq!(ana.get(&format!("/c/parc/p/{}/proof", uuid::Uuid::from(ids[0]))).await.status, 404);
        // Shown again, it is entered again.
        actions::office::restore(&town.app, Town::machine(), ids[1]).await.unwrap();
        actions::accounts::erase(&town.app, viewer, "ana@example.org", actions::accounts::Remains::Withdraw).await.unwrap();
        sign(&town).await;
        for id in &ids {
            assert_eq!(kept(*id).await, 0);
        }
        // Every line is still there: the record only grew.
        let (_, after) = served(&town).await;
        assert!(after.size > before.size);
        assert_eq!(recomputed(&town, after.size).await, after.root);
        let proof = town.app.store.read(move |db| actions::record::proof(db, after.size, actions::record::Proof::Since(before.size))).await.unwrap();
        assert_eq!(record::consistency(before.size, after.size, &proof, &before.root, &after.root), Ok(()));
    }
}

on_both_databases! {
    async fn several_processes_enter_each_line_once(town: Town) {
        town.consultation("parc").await;
        town.citizen("Ana").await;
        let ana = town.viewer("ana@example.org").await;
        for number in 0..6 {
            propose(&town, ana, &format!("Un banc numéro {number}")).await;
        }
        let database = town.app.store.database().clone();
        let other = tokio::task::spawn_blocking(move || store::Store::open(&database, 2)).await.unwrap().unwrap();
        let other = actions::App::new(other, town.app.links.clone(), town.app.clock.clone());
        let advance = |app: &actions::App| {
            let app = app.clone();
            tokio::spawn(async move { actions::record::advance(&app, federation::SEAL).await.unwrap() })
        };
        let both = [advance(&town.app), advance(&other), advance(&town.app), advance(&other)];
        let mut lines = 0;
        for one in both {
            lines += one.await.unwrap().lines;
        }
        // Two of them were about the draft, and are no entries.
        assert_eq!(lines, 9);
        let (_, checkpoint) = served(&town).await;
        assert_eq!((checkpoint.size, recomputed(&town, 7).await), (7, checkpoint.root));
    }
}

on_both_databases! {
    async fn a_database_that_refuses_leaves_the_record_as_it_was(town: Town) {
        town.consultation("parc").await;
        town.run_jobs().await;
        let before = served(&town).await;
        town.citizen("Ana").await;
        propose(&town, town.viewer("ana@example.org").await, "Un banc sous le tilleul").await;
        // The disk is full when the checkpoint is to be kept.
        let table = |name: &'static str, new: &'static str| {
            let store = town.app.store.clone();
            async move { store.write(move |db| store::testing::run(db, &format!("ALTER TABLE {name} RENAME TO {new}"))).await.unwrap() }
        };
        table("record_cosignature", "cosignature_away").await;
        table("record_checkpoint", "checkpoint_away").await;
        town.wait(SignedDuration::from_secs(61));
        assert!(actions::record::advance(&town.app, federation::SEAL).await.is_err());
        table("checkpoint_away", "record_checkpoint").await;
        table("cosignature_away", "record_cosignature").await;
        assert_eq!(served(&town).await, before);
        assert!(town.app.store.read(store::record::is_awaited).await.unwrap());
        sign(&town).await;
        let (_, after) = served(&town).await;
        assert_eq!((after.size, recomputed(&town, after.size).await), (before.1.size + 1, after.root));
    }
}

on_both_databases! {
    async fn tiles_become_full_and_stay_as_they_were(town: Town) {
        town.consultation("parc").await;
        town.run_jobs().await;
        // Two hundred and sixty edits of one text, entered in several steps.
        town.citizen("Ana").await;
        let ana = town.viewer("ana@example.org").await;
        let id = propose(&town, ana, "Un banc sous le tilleul").await;
        for version in 1..=260 {
            let title = format!("Un banc, version {}", version + 1);
            let draft = Draft::parse(Kind::Proposal, &RawDraft { title: &title, body: "Sous le tilleul, à l’ombre, pour tous.", ..RawDraft::default() });
            actions::contributions::edit(&town.app, ana, id, version, draft.unwrap()).await.unwrap();
            if version == 100 {
                sign(&town).await;
            }
        }
        let (_, before) = served(&town).await;
        let partial = hashes(&town, 0, before.size).await;
        sign(&town).await;
        let (_, after) = served(&town).await;
        assert_eq!(after.size, 262);
        assert_eq!(recomputed(&town, 262).await, after.root);
        assert_eq!(hashes(&town, 0, before.size).await, partial);
        assert_eq!(hashes(&town, 1, 1).await.len(), 1);
        let entries = entries(&town, 262).await;
        let versions: Vec<u32> = entries[1..].iter().map(|entry| entry.version).collect();
        assert_eq!(versions, (1..=261).collect::<Vec<u32>>());
    }
}

/// The format's page names every kind of entry, and no other.
#[test]
fn the_page_of_the_format_names_every_kind_of_entry() {
    let page = include_str!("../../docs/formats/record.md");
    let row = page.lines().find(|line| line.starts_with("| `type` |")).unwrap();
    let mut named: Vec<&str> = row.split('`').skip(3).step_by(2).collect();
    let mut kinds: Vec<&str> = domain::event::RECORDED.iter().map(|kind| kind.code()).collect();
    named.sort_unstable();
    kinds.sort_unstable();
    assert_eq!(named, kinds);
}
