//! The reader of `.pb` files: whatever the bytes, it answers; what it reads it can write and read again, and count without going astray.
#![no_main]

use deliberation::budget::{Greedy, Method, Rule, decide};
use deliberation::pabulib::{Repeats, Tables, read};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    if let Ok((tables, _)) = Tables::read(text) {
        let written = tables.write();
        let (again, _) = Tables::read(&written).expect("what is written is read");
        assert_eq!(again.write(), written);
    }
    match read(text) {
        Err(problems) => assert!(!problems.is_empty()),
        Ok((election, _)) => {
            let _counts = election.counts(Repeats::Each);
            if let Ok(instance) = election.instance() {
                let outcome = decide(&instance, &Rule::of(Method::Greedy(Greedy::default())), &[]).expect("greedy asks for nothing");
                assert!(outcome.cost <= election.budget);
            }
        }
    }
});
