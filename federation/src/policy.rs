//! Who may talk to us: the mode of the network, the block list and the list of territories. The same rule for the signer, the object, what is
//! passed on, and where a redirect leads (B20).

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, RwLock};

use actions::App;
use domain::Timestamp;
use store::peers::HostRule;

/// With which servers this one speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// None.
    Closed,
    /// Those on the list.
    Territories,
    /// All but those that are blocked.
    Open,
}

/// Rules kept in memory; another process may change them, so they are read again after this many seconds.
const KEPT_SECONDS: i64 = 5;
/// Most rules that are read.
const RULES_MAX: i64 = 10_000;

/// When the rules were read, and what they say.
type Kept = (Timestamp, Arc<Rules>);

/// What was decided about hosts, and which of them belong to the list of territories because their collectivity is official, or was asked to be.
#[derive(Debug, Default)]
struct Rules {
    decided: HashMap<String, HostRule>,
    recognised: HashSet<String>,
}

/// The rule of one instance. Cheap to clone.
#[derive(Clone)]
pub struct Policy {
    mode: Mode,
    kept: Arc<RwLock<Option<Kept>>>,
}

impl Policy {
    /// The rule of a mode.
    #[must_use]
    pub fn new(mode: Mode) -> Self {
        Self { mode, kept: Arc::default() }
    }

    /// The mode.
    #[must_use]
    pub const fn mode(&self) -> Mode {
        self.mode
    }

    /// Whether this host may talk to us, and we to it.
    ///
    /// # Errors
    /// When the rules cannot be read.
    pub async fn allows(&self, app: &App, host: &str) -> Result<bool, store::Error> {
        Ok(decide(self.mode, &*self.rules(app).await?, host))
    }

    async fn rules(&self, app: &App) -> Result<Arc<Rules>, store::Error> {
        let now = app.now();
        let kept = self.kept.read().ok().and_then(|kept| kept.clone());
        if let Some((read_at, rules)) = kept
            && (now.as_second() - read_at.as_second()).abs() < KEPT_SECONDS
        {
            return Ok(rules);
        }
        let read =
            app.store.read(|db| Ok::<_, store::Error>((store::peers::rules(db, RULES_MAX)?, store::trust::trusted_hosts(db, RULES_MAX)?)));
        let (rows, recognised) = read.await?;
        let decided = rows.into_iter().filter_map(|row| HostRule::parse(&row.rule).map(|rule| (row.host, rule))).collect();
        let rules = Arc::new(Rules { decided, recognised: recognised.into_iter().collect() });
        if let Ok(mut kept) = self.kept.write() {
            *kept = Some((now, rules.clone()));
        }
        Ok(rules)
    }

    /// Forgets what is kept, so that a change holds at once.
    pub fn forget(&self) {
        if let Ok(mut kept) = self.kept.write() {
            *kept = None;
        }
    }
}

/// What is decided about a host holds for the hosts under it; the longest name decides. A recognition is of one host, and a block is stronger.
fn decide(mode: Mode, rules: &Rules, host: &str) -> bool {
    let found = store::peers::governing(host, |name| rules.decided.get(name).copied());
    match (mode, found) {
        (Mode::Closed, _) | (_, Some(HostRule::Blocked)) => false,
        (Mode::Territories, Some(HostRule::Allowed)) => true,
        (Mode::Territories, None) => rules.recognised.contains(&host.trim_end_matches('.').to_ascii_lowercase()),
        (Mode::Open, Some(HostRule::Allowed) | None) => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn modes_and_lists() {
        let decided = [
            ("bad.example".to_owned(), HostRule::Blocked),
            ("good.example".to_owned(), HostRule::Allowed),
            ("fine.bad.example".to_owned(), HostRule::Allowed),
        ];
        let recognised = ["peer.example", "peer.bad.example", "peer.example:8443"].map(str::to_owned);
        let rules = Rules { decided: decided.into(), recognised: recognised.into() };
        let check = |host: &str, expected: [bool; 3]| {
            let got = [Mode::Closed, Mode::Territories, Mode::Open].map(|mode| decide(mode, &rules, host));
            assert_eq!(got, expected, "{host}");
        };
        check("good.example", [false, true, true]);
        check("GOOD.example.", [false, true, true]);
        check("good.example:8443", [false, true, true]);
        check("other.example", [false, false, true]);
        check("bad.example", [false, false, false]);
        check("sub.bad.example", [false, false, false]);
        check("fine.bad.example", [false, true, true]);
        check("notbad.example", [false, false, true]);
        check("xn--bd-lia.example", [false, false, true]);
        check("peer.example", [false, true, true]);
        check("Peer.Example.", [false, true, true]);
        check("peer.example:8443", [false, true, true]);
        check("peer.example:8444", [false, false, true]);
        check("under.peer.example", [false, false, true]);
        check("peer.bad.example", [false, false, false]);
    }
}
