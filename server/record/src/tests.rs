//! What must hold for trees, tiles, notes, checkpoints and receipts of any size; the cases of others are in `tests/it/record_tree.rs`.

use std::collections::BTreeMap;

use aws_lc_rs::signature::{ED25519, Ed25519KeyPair, KeyPair, UnparsedPublicKey};
use proptest::prelude::*;

use crate::prove::split;
use crate::*;

fn check(public: &[u8; 32], message: &[u8], signature: &[u8]) -> bool {
    UnparsedPublicKey::new(&ED25519, public).verify(message, signature).is_ok()
}

fn pair(seed: u8) -> Ed25519KeyPair {
    Ed25519KeyPair::from_seed_unchecked(&[seed; 32]).unwrap()
}

fn key(seed: u8, name: &str, kind: KeyKind) -> VerifierKey {
    VerifierKey { name: name.to_owned(), kind, public: pair(seed).public_key().as_ref().try_into().unwrap() }
}

/// The tree as RFC 6962 §2.1 defines it.
fn root_by_definition(leaves: &[Hash]) -> Hash {
    match leaves {
        [] => empty(),
        [one] => *one,
        several => {
            let (left, right) = several.split_at(usize::try_from(split(several.len() as u64)).unwrap());
            node(&root_by_definition(left), &root_by_definition(right))
        }
    }
}

fn leaves(count: u64) -> Vec<Hash> {
    (0..count).map(|n| leaf(&n.to_be_bytes())).collect()
}

/// A log in memory: what a store keeps.
#[derive(Default, Clone)]
struct Kept {
    levels: BTreeMap<u8, Vec<Hash>>,
    edge: Edge,
}

impl Kept {
    fn of(count: u64) -> Self {
        let mut kept = Self::default();
        for leaf in leaves(count) {
            kept.levels.entry(0).or_default().push(leaf);
            for done in kept.edge.push(leaf) {
                let level = kept.levels.entry(done.level).or_default();
                assert_eq!(level.len() as u64, done.index);
                level.push(done.hash);
            }
        }
        kept
    }
}

impl Tiles for &Kept {
    type Error = ();

    fn tile(&mut self, level: u8, index: u64, width: u64) -> Result<Vec<Hash>, ()> {
        let first = usize::try_from(index * TILE_WIDTH).unwrap();
        Ok(self.levels[&level][first..first + usize::try_from(width).unwrap()].to_vec())
    }
}

fn prove(kept: &Kept, size: u64) -> Prover<&Kept> {
    Prover::new(kept, size)
}

#[test]
fn roots_around_the_ends_of_tiles() {
    for size in [0, 1, 2, 3, 255, 256, 257, 511, 512, 513, 65_535, 65_536, 65_537, 70_000] {
        let kept = Kept::of(size);
        let expected = root_by_definition(&leaves(size));
        assert_eq!(kept.edge.root(), expected, "{size}");
        assert_eq!(prove(&kept, size).root(), Ok(expected), "{size}");
        let levels = Edge::places(size).into_iter().map(|(level, first, count)| {
            let (first, count) = (usize::try_from(first).unwrap(), usize::try_from(count).unwrap());
            kept.levels.get(&level).map_or_else(Vec::new, |hashes| hashes[first..first + count].to_vec())
        });
        assert_eq!(Edge::of(size, levels.collect()).unwrap().root(), expected, "{size}");
    }
}

#[test]
fn the_tree_of_the_text_has_its_tiles() {
    // tlog-tiles: "a tree of size 70,000 will be represented by 273 full level 0 tiles, one partial …".
    let kept = Kept::of(70_000);
    let widths: Vec<(u8, usize)> = kept.levels.iter().map(|(level, hashes)| (*level, hashes.len())).collect();
    assert_eq!(widths, [(0, 70_000), (1, 273), (2, 1)]);
    assert_eq!(Edge::places(70_000), [(0, 69_888, 112), (1, 256, 17), (2, 0, 1)]);
}

#[test]
fn every_proof_in_a_small_tree() {
    let kept = Kept::of(40);
    let all = leaves(40);
    for size in 1..=40_u64 {
        let root = root_by_definition(&all[..usize::try_from(size).unwrap()]);
        for index in 0..size {
            let proof = prove(&kept, size).inclusion(index).unwrap();
            let leaf = &all[usize::try_from(index).unwrap()];
            assert_eq!(inclusion(leaf, index, size, &proof, &root), Ok(()), "{index} in {size}");
            assert_eq!(inclusion(leaf, index + 1, size, &proof, &root), Err(Unproven), "{index} in {size}");
        }
        for old in 0..=size {
            let before = root_by_definition(&all[..usize::try_from(old).unwrap()]);
            let proof = prove(&kept, size).consistency(old).unwrap();
            assert_eq!(consistency(old, size, &proof, &before, &root), Ok(()), "{old} to {size}");
            if old != 0 && old != size {
                let other = root_by_definition(&leaves(41)[1..=usize::try_from(old).unwrap()]);
                assert_eq!(consistency(old, size, &proof, &other, &root), Err(Unproven), "{old} to {size}");
            }
        }
        assert!(prove(&kept, size).inclusion(size).is_err());
        assert!(prove(&kept, size).consistency(size + 1).is_err());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn proofs_in_larger_trees(size in 1_u64..3_000, index in any::<prop::sample::Index>(), old in any::<prop::sample::Index>(), flip in any::<prop::sample::Index>()) {
        let kept = Kept::of(size);
        let root = kept.edge.root();
        let (index, old) = (index.index(usize::try_from(size).unwrap()) as u64, old.index(usize::try_from(size).unwrap()) as u64);
        let mut proof = prove(&kept, size).inclusion(index).unwrap();
        let leaf = leaf(&index.to_be_bytes());
        prop_assert_eq!(inclusion(&leaf, index, size, &proof, &root), Ok(()));
        if !proof.is_empty() {
            let at = flip.index(proof.len() * 256);
            proof[at / 256][at % 256 / 8] ^= 1 << (at % 8);
            prop_assert_eq!(inclusion(&leaf, index, size, &proof, &root), Err(Unproven));
        }
        let before = root_by_definition(&leaves(old));
        let mut proof = prove(&kept, size).consistency(old).unwrap();
        prop_assert_eq!(consistency(old, size, &proof, &before, &root), Ok(()));
        if !proof.is_empty() {
            let at = flip.index(proof.len() * 256);
            proof[at / 256][at % 256 / 8] ^= 1 << (at % 8);
            prop_assert_eq!(consistency(old, size, &proof, &before, &root), Err(Unproven));
        }
    }

    #[test]
    fn paths_of_tiles_come_back(level in 0_u8..64, index in any::<u64>(), width in 1_u64..=256, entries in any::<bool>()) {
        let resource = if entries { Resource::Entries } else { Resource::Hashes(level) };
        let tile = Tile { resource, index, width };
        prop_assert_eq!(Tile::parse(&tile.path()), Ok(tile));
    }

    #[test]
    fn canonical_texts_are_json(title in any::<String>(), body in any::<String>()) {
        let text = canonical(&BTreeMap::from([("title", title.as_str()), ("body", body.as_str())]));
        let read: serde_json::Value = serde_json::from_str(&text).unwrap();
        prop_assert_eq!(&read["title"], title.as_str());
        prop_assert_eq!(&read["body"], body.as_str());
        prop_assert!(!text.contains('\n'));
    }
}

#[test]
fn paths_of_tiles() {
    let right = |path: &str, expected: (Resource, u64, u64)| {
        let tile = Tile::parse(path).unwrap();
        assert_eq!((tile.resource, tile.index, tile.width), expected, "{path}");
    };
    right("0/x001/x234/067", (Resource::Hashes(0), 1_234_067, 256));
    right("entries/000.p/12", (Resource::Entries, 0, 12));
    right("63/999.p/1", (Resource::Hashes(63), 999, 1));
    for wrong in [
        "",
        "0",
        "0/",
        "0/0",
        "0/00",
        "0/0000",
        "00/000",
        "64/000",
        "-1/000",
        "0/001/000",
        "0/x000/001",
        "0/x001/x000",
        "0/000.p/0",
        "0/000.p/256",
        "0/000.p/257",
        "0/000.p/01",
        "0/000.p/",
        "0/000.P/1",
        "0/x001/67",
        "0/+01",
        "0/٠٠٠",
        "tiles/000",
        "0/000/",
        "/0/000",
        "0/x99/x999/x999/x999/x999/x999/x999/999",
        "0/x018/x446/x744/x073/x709/x551/616",
    ] {
        assert!(Tile::parse(wrong).is_err(), "{wrong}");
    }
    let here = |path: &str, size| Tile::parse(path).unwrap().is_in(size);
    assert!(here("0/000.p/5", 5) && !here("0/000.p/6", 5) && !here("0/000", 255) && here("0/000", 256));
    assert!(here("1/000.p/1", 256) && !here("1/000.p/1", 255) && here("entries/001.p/1", 257) && !here("8/000.p/1", u64::MAX));
}

#[test]
fn bundles_have_lengths() {
    assert_eq!(bundle([b"ab".as_slice(), b""]), Some(vec![0, 2, b'a', b'b', 0, 0]));
    assert_eq!(bundle([vec![0; 65_536].as_slice()]), None);
}

#[test]
fn the_note_of_the_text_is_verified() {
    let key = VerifierKey::parse("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k").unwrap();
    let text = "This is an example message.\n\n— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n";
    let note = Note::parse(text).unwrap();
    assert_eq!(note.to_string(), text);
    assert_eq!(key.check(&note, &check), Verdict::Signed);
    let other = VerifierKey { public: [7; 32], ..key.clone() };
    assert_eq!(other.check(&note, &check), Verdict::Absent);
    let changed = Note::parse(&text.replace("example message", "Example message")).unwrap();
    assert_eq!(key.check(&changed, &check), Verdict::False);
}

#[test]
fn what_is_no_note() {
    for wrong in [
        "",
        "\n",
        "a\n",
        "a\n\n",
        "a\n\n— b\n",
        "a\n\n— b YQ==\n",
        "a\n\n- b YWJjZGU=\n",
        "a\n\n— b+c YWJjZGU=\n",
        "a\u{7}\n\n— b YWJjZGU=\n",
        "a\n\n— b YWJjZGU=",
    ] {
        assert!(Note::parse(wrong).is_err(), "{wrong:?}");
    }
    let line = "— b YWJjZGU=\n";
    assert_eq!(Note::parse(&format!("a\n\nc\n\n{line}")).unwrap().text, "a\n\nc\n");
    assert!(Note::parse(&format!("a\n\n{}", line.repeat(16))).is_ok());
    assert!(Note::parse(&format!("a\n\n{}", line.repeat(65))).is_err());
    for wrong in ["a", "a+00000000+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k", "a+530d903a+AekyeRrm", "a b+530d903a+A", "a+1+b+c"] {
        assert!(VerifierKey::parse(wrong).is_err(), "{wrong}");
    }
}

#[test]
fn checkpoints_and_cosignatures() {
    let checkpoint = Checkpoint { origin: "a.example/record".to_owned(), size: 3, root: [9; 32] };
    assert_eq!(Checkpoint::parse(&checkpoint.text()), Ok(checkpoint.clone()));
    for wrong in [
        "a\n1\n",
        "a\n01\nCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQk=\n",
        "\n1\nCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQk=\n",
        "a\n1\nCQk=\n",
        "a\n-1\nCQk=\n",
    ] {
        assert!(Checkpoint::parse(wrong).is_err(), "{wrong:?}");
    }
    let witness = key(2, "w.example", KeyKind::Cosignature);
    let log = key(1, "a.example/record", KeyKind::Note);
    let mut note = sign(&checkpoint, &log, pair(1).sign(checkpoint.text().as_bytes()).as_ref().to_vec());
    assert_eq!(witness.check(&note, &check), Verdict::Absent);
    let time = 1_679_315_147;
    let signed = pair(2).sign(cosigned_message(time, &note.text).as_bytes());
    note.signatures.push(cosignature_line(&witness, time, signed.as_ref()));
    let note = Note::parse(&note.to_string()).unwrap();
    assert_eq!(log.check(&note, &check), Verdict::Signed);
    assert_eq!(witness.check(&note, &check), Verdict::Cosigned(time));
    // Another time under the same signature.
    let mut other = note.clone();
    other.signatures[1].signature[7] ^= 1;
    assert_eq!(witness.check(&other, &check), Verdict::False);
    other.signatures[1].signature.truncate(5);
    assert_eq!(witness.check(&other, &check), Verdict::False);
}

#[test]
fn what_is_posted_to_a_witness() {
    let text = "old 20852014\nPlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=\n\nexample.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n";
    let read = Submission::parse(text).unwrap();
    assert_eq!((read.old, read.proof.len()), (20_852_014, 1));
    assert_eq!(read.to_string(), text);
    let first = text.replace("old 20852014\nPlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=", "old 0");
    assert_eq!(Submission::parse(&first).unwrap().proof, Vec::<Hash>::new());
    let long = text.replace("PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=\n", &"PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=\n".repeat(64));
    for wrong in [&text.replace("old ", "Old "), &text.replace("2014", "x"), &text.replace("PlRN", "P.RN"), &long, &"old 1\n".to_owned()] {
        assert!(Submission::parse(wrong).is_err(), "{wrong}");
    }
}

/// A receipt in a log of five entries, with one witness.
fn receipt() -> (Receipt, VerifierKey) {
    let (log, witness) = (key(1, "a.example/record", KeyKind::Note), key(2, "w.example/record", KeyKind::Cosignature));
    let content = canonical(&BTreeMap::from([("title", "Un banc"), ("body", "À l’ombre.\nPour lire.")]));
    let salt = [42; SALT_BYTES];
    let entry = Entry {
        kind: "proposal_published".to_owned(),
        object: "0195f3a0-0000-7000-8000-000000000001".to_owned(),
        version: 1,
        time: "2026-03-02T11:00:00Z".to_owned(),
        hash: salted(&salt, &content),
    };
    assert_eq!(Entry::parse(&entry.text()), Ok(entry.clone()));
    let mut kept = Kept::of(4);
    kept.levels.entry(0).or_default().push(leaf(entry.text().as_bytes()));
    kept.edge.push(leaf(entry.text().as_bytes()));
    let checkpoint = Checkpoint { origin: log.name.clone(), size: 5, root: kept.edge.root() };
    let mut note = sign(&checkpoint, &log, pair(1).sign(checkpoint.text().as_bytes()).as_ref().to_vec());
    let signed = pair(2).sign(cosigned_message(1_700_000_000, &note.text).as_bytes());
    note.signatures.push(cosignature_line(&witness, 1_700_000_000, signed.as_ref()));
    let proof = prove(&kept, 5).inclusion(4).unwrap();
    let note = note.to_string();
    (Receipt { entry, salt, content, log: log.clone(), witnesses: vec![witness], index: 4, proof, note }, log)
}

#[test]
fn a_receipt_holds_and_says_who_watched() {
    let (receipt, log) = receipt();
    let read = Receipt::parse(&receipt.to_string()).unwrap();
    assert_eq!(read, receipt);
    let verified = read.verify(&check, Some(&log)).unwrap();
    assert_eq!((verified.checkpoint.size, verified.witnesses), (5, vec![("w.example/record".to_owned(), 1_700_000_000)]));
    assert_eq!(read.verify(&check, Some(&key(3, "a.example/record", KeyKind::Note))), Err(ReceiptFault::Untrusted));
}

#[test]
fn no_byte_of_a_receipt_can_be_changed() {
    let (receipt, _) = receipt();
    let bytes = receipt.to_string().into_bytes();
    for at in 0..bytes.len() {
        for flip in [1, 0x20, 0x80] {
            let mut changed = bytes.clone();
            changed[at] ^= flip;
            let holds = String::from_utf8(changed).is_ok_and(|text| Receipt::parse(&text).is_ok_and(|r| r.verify(&check, None).is_ok()));
            assert!(!holds, "byte {at} of {:?}", String::from_utf8_lossy(&bytes));
        }
        let mut shorter = bytes.clone();
        shorter.remove(at);
        let holds = String::from_utf8(shorter).is_ok_and(|text| Receipt::parse(&text).is_ok_and(|r| r.verify(&check, None).is_ok()));
        assert!(!holds, "without byte {at}");
    }
    for behind in ["\n", " ", "x"] {
        assert!(!Receipt::parse(&format!("{receipt}{behind}")).is_ok_and(|r| r.verify(&check, None).is_ok()), "{behind:?}");
    }
}

#[test]
fn no_field_of_a_receipt_can_be_changed() {
    let (whole, _) = receipt();
    let fault = |change: &dyn Fn(&mut Receipt)| {
        let mut receipt = whole.clone();
        change(&mut receipt);
        receipt.verify(&check, None).unwrap_err()
    };
    assert_eq!(fault(&|r| r.content = r.content.replace("banc", "Banc")), ReceiptFault::Content);
    assert_eq!(fault(&|r| r.salt[0] ^= 1), ReceiptFault::Content);
    assert_eq!(fault(&|r| r.entry.version = 2), ReceiptFault::Inclusion);
    assert_eq!(fault(&|r| r.entry.time = "2026-03-02T11:00:01Z".to_owned()), ReceiptFault::Inclusion);
    assert_eq!(fault(&|r| r.index = 3), ReceiptFault::Inclusion);
    assert_eq!(fault(&|r| r.proof.clear()), ReceiptFault::Inclusion);
    assert_eq!(fault(&|r| r.note = r.note.replace("\n5\n", "\n6\n")), ReceiptFault::Log);
    assert_eq!(fault(&|r| r.log = key(9, &r.log.name, KeyKind::Note)), ReceiptFault::Log);
    assert_eq!(fault(&|r| r.witnesses = vec![key(9, "w.example/record", KeyKind::Cosignature)]), ReceiptFault::Witness);
    assert_eq!(fault(&|r| r.witnesses.clear()), ReceiptFault::Witness);
    assert_eq!(fault(&|r| r.witnesses.push(r.witnesses[0].clone())), ReceiptFault::Witness);
    assert_eq!(fault(&|r| r.log.name.push('x')), ReceiptFault::Checkpoint);
}
