//! The proofs of the public record beside the cases of an independent program (transparency-dev/merkle). They are not ours to keep here: they lie in
//! `../shared/data/tlog`.

use std::path::{Path, PathBuf};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use record::Hash;
use serde_json::Value;

/// Every case under a folder of `shared/data/tlog/testdata`; their absence is a loud skip for a person and a failure in CI.
#[expect(clippy::disallowed_methods, clippy::print_stderr, reason = "a test of the data of others says aloud that it was skipped")]
fn cases(folder: &str) -> Vec<(PathBuf, Value)> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../shared/data/tlog/testdata").join(folder);
    if !root.exists() {
        assert!(std::env::var_os("CI").is_none(), "{} is required in CI", root.display());
        eprintln!("!! SKIPPED: {} is absent", root.display());
        return Vec::new();
    }
    let mut found = Vec::new();
    collect(&root, &mut found);
    assert!(found.len() > 40, "only {} cases in {}", found.len(), root.display());
    assert!(found.iter().any(|(_, case)| case["wantErr"] == false), "no case holds");
    found
}

fn collect(folder: &Path, found: &mut Vec<(PathBuf, Value)>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, found);
        } else {
            found.push((path.clone(), serde_json::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap()));
        }
    }
}

/// `None`: not the length of a hash, which our types cannot hold.
fn hash(value: &Value) -> Option<Hash> {
    STANDARD.decode(value.as_str().unwrap_or_default()).unwrap().try_into().ok()
}

fn proof(case: &Value) -> Option<Vec<Hash>> {
    case["proof"].as_array().map_or_else(|| Some(Vec::new()), |hashes| hashes.iter().map(hash).collect())
}

fn number(case: &Value, name: &str) -> u64 {
    case[name].as_u64().expect("a number")
}

#[test]
fn proofs_of_inclusion_as_others_check_them() {
    for (path, case) in cases("inclusion") {
        let parts = (hash(&case["leafHash"]), hash(&case["root"]), proof(&case));
        let holds = match parts {
            (Some(leaf), Some(root), Some(proof)) => {
                record::inclusion(&leaf, number(&case, "leafIdx"), number(&case, "treeSize"), &proof, &root).is_ok()
            }
            _ => false,
        };
        assert_eq!(holds, case["wantErr"] == false, "{}", path.display());
    }
}

#[test]
fn proofs_of_consistency_as_others_check_them() {
    for (path, case) in cases("consistency") {
        let parts = (hash(&case["root1"]), hash(&case["root2"]), proof(&case));
        let holds = match parts {
            (Some(old), Some(new), Some(proof)) => {
                record::consistency(number(&case, "size1"), number(&case, "size2"), &proof, &old, &new).is_ok()
            }
            _ => false,
        };
        assert_eq!(holds, case["wantErr"] == false, "{}", path.display());
    }
}
