# Short names for the few commands of every day; `./test` is the one that decides.
set positional-arguments

# a living town on this machine: just demo --dir /tmp/town
demo *ARGS:
    cargo run -- demo "$@"

# everything: just test, or a part: just test rust
test *ARGS:
    ./test "$@"

# everything but the browser
quick:
    ./test --quick

# the laws of the house, alone
laws:
    cargo test --package tests --test it tidy

# the compiler and its second reader
check:
    cargo clippy --workspace --all-targets -- --deny warnings

# look at every page: target/screenshots
look:
    SCREENSHOTS=1 ./test browser

# accept changed snapshots after reading them
snapshots:
    cargo insta review
