//! Official collectivities watch each other's public records: they cosign what continues, refuse what does not, and a record that lost something stops
//! rather than show something else.

use jiff::SignedDuration;
use record::{Checkpoint, Hash, Note, Submission, Verdict, VerifierKey};
use rig::Town;
use store::record::Standing;
use store::trust::{self, Answer, Proposal, Territory};
use store::{At, Db, Uid};

use crate::public_record::{keys, propose, receipt_of, recomputed, served};
use crate::two_towns::{both, neighbours};

/// `town` holds `other` for official: an exchange that both said yes to.
pub(crate) async fn recognise(town: &Town, other: &Town) {
    let uri = other.app.links.actor("collectivite");
    let (at, id) = (At(town.now()), Uid(town.app.new_id()));
    let recognised = town.app.store.write(move |db: &mut Db| {
        let actor = store::remote_actors::by_uri(db, &uri)?.expect("a collectivity that is known");
        let proposal = format!("{uri}#recognised");
        let new = Proposal { id, uri: &proposal, actor_id: actor, at, made_by: None };
        trust::keep_proposal(db, &new, None)?;
        let exchange = trust::find(db, &proposal)?.expect("the exchange").id;
        let said = Territory { kind: "commune".to_owned(), insee_code: Some("59350".to_owned()), ..Territory::default() };
        trust::accept(db, exchange, &Answer { uri: "https://town.test/activities/answer", at, made_by: None }, Some((&said, "{}")))?;
        trust::is_official(db, actor)
    });
    assert!(recognised.await.unwrap());
}

/// Time passes until every question that failed was asked again.
pub(crate) async fn watch(towns: &[&Town]) {
    for _round in 0..4 {
        for town in towns {
            town.wait(SignedDuration::from_mins(5));
        }
        Town::settle(towns).await;
    }
}

/// Two towns that are official to each other, and have cosigned each other's records.
pub(crate) async fn watched(commune: &Town, region: &Town) {
    neighbours(commune, region).await;
    for (town, other) in [(commune, region), (region, commune)] {
        recognise(town, other).await;
    }
    region.consultation("parc").await;
    watch(&[commune, region]).await;
}

/// Who cosigned what is served.
pub(crate) async fn cosigned(town: &Town, witness: &Town) -> Verdict {
    keys(witness).await.1.check(&served(town).await.0, &federation::SEAL.check)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn each_cosigns_the_record_of_the_other() {
    for (commune, region) in both().await {
        watched(&commune, &region).await;
        for (town, witness) in [(&commune, &region), (&region, &commune)] {
            assert!(matches!(cosigned(town, witness).await, Verdict::Cosigned(_)));
            let host = witness.app.links.origin().trim_start_matches("http://").to_owned();
            town.visitor().see("/record").await.says(&host).says("A signé");
        }
        // What is new is cosigned a minute later, and the proof that its author takes home says so.
        let mut ana = commune.citizen("Ana").await;
        let viewer = commune.viewer("ana@example.org").await;
        let id = propose(&commune, viewer, "Un banc sous le tilleul").await;
        watch(&[&commune, &region]).await;
        let (_, checkpoint) = served(&commune).await;
        assert!(matches!(cosigned(&commune, &region).await, Verdict::Cosigned(_)));
        let receipt = receipt_of(&mut ana, id).await;
        let verified = receipt.verify(&federation::SEAL.check, Some(&keys(&commune).await.0)).unwrap();
        assert_eq!((verified.witnesses.len(), verified.checkpoint), (1, checkpoint));
        // One of them is down, and nothing waits for it.
        region.go_down();
        propose(&commune, viewer, "Une fontaine à boire").await;
        commune.wait(SignedDuration::from_mins(2));
        commune.run_jobs().await;
        assert_eq!(cosigned(&commune, &region).await, Verdict::Absent);
        region.come_back();
        watch(&[&commune, &region]).await;
        assert!(matches!(cosigned(&commune, &region).await, Verdict::Cosigned(_)));
    }
}

/// A checkpoint signed by the log of a town, whatever it says.
async fn forged(town: &Town, size: u64, root: Hash) -> Note {
    let key = keys(town).await.0;
    let private = town.app.store.read(|db| store::record::keys::find(db, 1, "log")).await.unwrap().unwrap().private;
    let checkpoint = Checkpoint { origin: key.name.clone(), size, root };
    let signature = (federation::SEAL.sign)(&private, checkpoint.text().as_bytes()).unwrap();
    record::sign(&checkpoint, &key, signature)
}

pub(crate) async fn post(town: &Town, body: String) -> rig::Answer {
    let request = http::Request::post("/record/witness/add-checkpoint").body(body.into()).unwrap();
    town.visitor().send(request).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_witness_answers_as_the_protocol_says_and_keeps_evidence_of_a_fork() {
    for (commune, region) in both().await {
        watched(&commune, &region).await;
        let (note, known) = served(&commune).await;
        let log = keys(&commune).await.0;
        let send = |old: u64, proof: Vec<Hash>, note: &Note| post(&region, Submission { old, proof, note: note.to_string() }.to_string());
        // Again: again.
        let again = send(known.size, Vec::new(), &note).await;
        assert_eq!((again.status.as_u16(), again.body.starts_with("— ")), (200, true));
        // It cosigned another size last.
        let elsewhere = send(0, Vec::new(), &note).await;
        assert_eq!((elsewhere.status.as_u16(), elsewhere.header("content-type")), (409, "text/x.tlog.size"));
        assert_eq!(elsewhere.body, format!("{}\n", known.size));
        // Not signed by the log, signed wrongly, of nobody known, no checkpoint at all, older than it says.
        let mut unsigned = note.clone();
        unsigned.signatures[0].signature[0] ^= 1;
        assert_eq!(send(known.size, Vec::new(), &unsigned).await.status, 403);
        unsigned.signatures[0].id[0] ^= 1;
        assert_eq!(send(known.size, Vec::new(), &unsigned).await.status, 403);
        let stranger = Note { text: note.text.replacen(&log.name, "stranger.example/record", 1), ..note.clone() };
        assert_eq!(send(known.size, Vec::new(), &stranger).await.status, 404);
        for body in ["", "old 1\n\n", "old x\n\na\n1\n", &format!("old {}\n\n{note}", known.size + 1)] {
            assert_eq!(post(&region, body.to_owned()).await.status, 400, "{body}");
        }
        assert_eq!(post(&region, "old 1\n".repeat(20_000)).await.status, 413);
        let mut page = region.visitor();
        page.see("/record").await.keeps_quiet_about("Contradictions");
        // A wrong proof may be anybody's: it is said, until the log proves that it goes on.
        let (longer, forked) = (forged(&commune, known.size + 1, [7; 32]).await, forged(&commune, known.size, [7; 32]).await);
        assert_eq!(send(known.size, vec![[1; 32]], &longer).await.status, 422);
        page.see("/record").await.says("présenté sans preuve");
        // Two roots under one size are the log's own words against its own.
        assert_eq!(send(known.size, Vec::new(), &forked).await.status, 422);
        assert_eq!(send(known.size, Vec::new(), &forked).await.status, 422);
        let shown = page.see("/record").await;
        shown.says("a signé deux registres différents");
        assert_eq!(shown.body.matches("a signé deux registres").count(), 1);
        // What it saw last is still the true one, and the log goes on from there.
        commune.citizen("Ana").await;
        propose(&commune, commune.viewer("ana@example.org").await, "Un banc sous le tilleul").await;
        watch(&[&commune, &region]).await;
        assert!(matches!(cosigned(&commune, &region).await, Verdict::Cosigned(_)));
        page.see("/record").await.says("a signé deux registres différents").keeps_quiet_about("présenté sans preuve");
        // Whoever monitors finds there what the witness cosigned.
        let hash: String = sha2::Digest::finalize(sha2::Digest::chain_update(<sha2::Sha256 as sha2::Digest>::new(), &log.name))
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect();
        let monitored = page.see(&format!("/record/witness/{hash}/checkpoint")).await;
        let monitored = Note::parse(&monitored.body).unwrap();
        assert_eq!(log.check(&monitored, &federation::SEAL.check), Verdict::Signed);
        assert!(matches!(keys(&region).await.1.check(&monitored, &federation::SEAL.check), Verdict::Cosigned(_)));
        assert_eq!(page.get("/record/witness/00/checkpoint").await.status, 404);
    }
}

/// Who is not official is not watched.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_record_of_nobody_official_is_not_cosigned() {
    for (commune, region) in both().await {
        neighbours(&commune, &region).await;
        watch(&[&commune, &region]).await;
        let note = served(&commune).await.0;
        let answer = post(&region, Submission { old: 0, proof: Vec::new(), note: note.to_string() }.to_string()).await;
        assert_eq!(answer.status, 404);
    }
}

/// The database of a town as it was when its record had this size.
async fn set_back(town: &Town, size: u64) {
    let size = i64::try_from(size).unwrap();
    let set_back = town.app.store.write(move |db: &mut Db| {
        for table in [
            "record_cosignature WHERE size",
            "record_checkpoint WHERE size",
            "record_entry WHERE place + 1",
            "record_content WHERE place + 1",
        ] {
            store::testing::run(db, &format!("DELETE FROM {table} > {size}"))?;
        }
        store::testing::run(db, "UPDATE record_peer SET cosigned = 0")
    });
    set_back.await.unwrap();
}

pub(crate) async fn standing(town: &Town) -> Standing {
    town.app.store.read(store::record::state).await.unwrap().unwrap().standing()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_record_that_lost_something_stops_and_another_one_begins() {
    for (commune, region) in both().await {
        watched(&commune, &region).await;
        let (_, early) = served(&commune).await;
        commune.citizen("Ana").await;
        let ana = commune.viewer("ana@example.org").await;
        for title in ["Un banc sous le tilleul", "Une fontaine à boire"] {
            propose(&commune, ana, title).await;
        }
        watch(&[&commune, &region]).await;
        let (_, late) = served(&commune).await;
        let old_key = keys(&commune).await.0;
        assert!(late.size > early.size + 1);
        // A backup without `parvis restore`: the next checkpoint is shorter than what the region has seen.
        set_back(&commune, early.size).await;
        propose(&commune, ana, "Un abri pour les vélos").await;
        watch(&[&commune, &region]).await;
        assert_eq!(standing(&commune).await, Standing::Behind);
        let signed = served(&commune).await.1;
        propose(&commune, ana, "Une boîte à livres").await;
        watch(&[&commune, &region]).await;
        assert_eq!(served(&commune).await.1, signed);
        commune.visitor().see("/record").await.says("Le registre est à l’arrêt").says("en retard sur ce qui a été montré");
        // Another one begins, with everything in it, and is watched as the first one was.
        assert_eq!(actions::record::restart(&commune.app).await.unwrap(), 2);
        watch(&[&commune, &region]).await;
        let (_, anew) = served(&commune).await;
        assert!(anew.origin.ends_with("/record-2") && anew.size > late.size, "{anew:?}");
        assert_eq!(recomputed(&commune, anew.size).await, anew.root);
        assert!(matches!(cosigned(&commune, &region).await, Verdict::Cosigned(_)));
        let shown: Vec<String> =
            commune.app.store.read(actions::record::verifier_keys).await.unwrap().0.iter().map(VerifierKey::to_string).collect();
        assert_eq!(shown.len(), 2);
        commune.visitor().see("/record").await.says(&old_key.to_string());
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn after_a_restore_the_witnesses_are_asked_first() {
    for (commune, region) in both().await {
        watched(&commune, &region).await;
        commune.citizen("Ana").await;
        let ana = commune.viewer("ana@example.org").await;
        let (_, before) = served(&commune).await;
        // Nothing was lost: it goes on, once the witness has answered.
        actions::record::after_restore(&commune.app).await.unwrap();
        region.go_down();
        propose(&commune, ana, "Un banc sous le tilleul").await;
        commune.wait(SignedDuration::from_mins(2));
        commune.run_jobs().await;
        assert_eq!((standing(&commune).await, served(&commune).await.1), (Standing::Restored, before.clone()));
        commune.visitor().see("/record").await.says("Le registre attend ses témoins");
        region.come_back();
        watch(&[&commune, &region]).await;
        assert_eq!(standing(&commune).await, Standing::Open);
        let (_, after) = served(&commune).await;
        assert_eq!(after.size, before.size + 1);
        // Something was lost: nothing is signed.
        set_back(&commune, before.size).await;
        actions::record::after_restore(&commune.app).await.unwrap();
        propose(&commune, ana, "Une fontaine à boire").await;
        watch(&[&commune, &region]).await;
        assert_eq!((standing(&commune).await, served(&commune).await.1.size), (Standing::Behind, before.size));
    }
}
