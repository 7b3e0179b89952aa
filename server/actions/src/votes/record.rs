//! The record of a closed vote: what is published, and of which a digest is taken when the vote closes.

use super::{Loaded, UNIT};
use crate::{Error, Result};
use deliberation::ballot::Ballot;
use deliberation::record::{NotCounted, Record, Roll, Slip, Voters};
use deliberation::verdict::{Told, Vote, lines};
use domain::Timestamp;
use domain::vote::{BoxKind, Channel, SMALLEST_GROUP};
use sha2::{Digest, Sha256};
use std::fmt::Write as _;
use store::votes::Cast;
use store::{Db, Uid};

/// Ballots read at once.
const BATCH: i64 = 5_000;

/// The record of a box, with its digest.
#[derive(Debug, Clone)]
pub struct Published {
    /// What is published.
    pub record: Record,
    /// SHA-256 of its body, lower-case hexadecimal: the one taken at closing.
    pub digest: String,
}

/// Whether a record was published: for a closed vote in which enough took part.
#[must_use]
pub fn is_published(found: &Loaded) -> bool {
    found.row.result.as_deref().is_some_and(|result| Told::read(result).ballots >= SMALLEST_GROUP) || is_old(found)
}

/// The result of a closed vote; of votes of before there were records, counted now.
///
/// # Errors
/// A ballot that cannot be read, or the store's failure.
pub fn result(db: &mut Db, found: &Loaded) -> Result<Option<Told>> {
    let Some(kept) = found.row.result.as_deref() else { return Ok(None) };
    if is_old(found) {
        let record = make(db, found)?;
        return Ok(Some(Told::read(&record.result.join("\n"))));
    }
    Ok(Some(Told::read(kept)))
}

/// The record of a closed vote; nothing where too few took part.
///
/// # Errors
/// A ballot that cannot be read, or the store's failure.
pub fn record(db: &mut Db, found: &Loaded) -> Result<Option<Published>> {
    if found.row.result.is_none() {
        return Ok(None);
    }
    let mut record = make(db, found)?;
    if u64::try_from(record.slips.len()).is_ok_and(|ballots| ballots < SMALLEST_GROUP) {
        return Ok(None);
    }
    if let Some(kept) = found.row.result.as_deref().filter(|_| !is_old(found)) {
        // What was decided then, not what would be now: whoever recounts finds every difference.
        record.result = kept.lines().map(str::to_owned).collect();
    }
    let digest = found.row.digest.clone().unwrap_or_else(|| digest(&record));
    Ok(Some(Published { record, digest }))
}

/// The digest of a record.
pub(super) fn digest(record: &Record) -> String {
    Sha256::digest(record.body().as_bytes()).iter().fold(String::with_capacity(64), |mut text, byte| {
        // Writing to a String cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// Counts the ballots of a box and says everything about it that is published.
pub(super) fn make(db: &mut Db, found: &Loaded) -> Result<Record> {
    let casts = read(db, found.row.id)?;
    let ballots = casts.iter().map(|cast| parsed(&cast.choice)).collect::<Result<Vec<_>>>()?;
    let withheld = casts.iter().any(|cast| cast.channel == Channel::Withheld.code());
    let slip = |cast: &Cast| Slip {
        receipt: hexadecimal(&cast.receipt),
        channel: if withheld { String::new() } else { cast.channel.clone() },
        level: String::new(),
    };
    let budget = found.row.kind == BoxKind::Budget.code();
    let vote = Vote { ballots, ..empty(found) };
    let groups = store::votes::origins(db, found.row.id)?;
    let small = groups.iter().any(|(_, _, count)| u64::try_from(*count).is_ok_and(|count| count < SMALLEST_GROUP));
    let group = |(level, channel, count): (String, String, i64)| Voters { channel, level, voters: u64::try_from(count).unwrap_or(0) };
    let left_out = |(reason, ballots): (String, i64)| NotCounted { reason, ballots: u64::try_from(ballots).unwrap_or(0) };
    let size = u64::try_from(found.row.population).unwrap_or(0);
    Ok(Record {
        ballot_box: found.row.id.0.to_string(),
        title: found.row.title.clone(),
        closed: Timestamp::from_second(found.row.closes_at.0.as_second()).unwrap_or(found.row.closes_at.0).to_string(),
        currency: if budget { "EUR".to_owned() } else { String::new() },
        labels: found.options.iter().map(|option| option.title.clone()).collect(),
        slips: casts.iter().map(slip).collect(),
        levels: found.levels.iter().map(|level| level.code().to_owned()).collect(),
        not_counted: store::votes::uncounted(db, found.row.id)?.into_iter().map(left_out).collect(),
        voters: if small { Vec::new() } else { groups.into_iter().map(group).collect() },
        roll: (size > 0).then(|| Roll { size, source: found.row.population_source.clone() }),
        // A rule that cannot be applied, to no ballots for example, gives no lines.
        result: lines(&vote).unwrap_or_else(|_none| vec![format!("ballots {}", vote.ballots.len())]),
        vote,
    })
}

/// The vote of a box, without its ballots.
pub(crate) fn empty(found: &Loaded) -> Vote {
    Vote {
        form: found.form,
        counting: found.rule.clone(),
        contenders: found.contenders(),
        budget: u64::try_from(found.row.budget).unwrap_or(0),
        unit: if found.row.kind == BoxKind::Budget.code() { UNIT } else { 1 },
        lots: found.lots(),
        ballots: Vec::new(),
    }
}

/// Before records, a result was kept as `ballots=57` and so on.
fn is_old(found: &Loaded) -> bool {
    found.row.result.as_deref().is_some_and(|result| result.starts_with("ballots="))
}

fn read(db: &mut Db, id: Uid) -> Result<Vec<Cast>> {
    let mut casts: Vec<Cast> = Vec::new();
    loop {
        let last = casts.last().map(|cast| cast.receipt.clone()).unwrap_or_default();
        let batch = store::votes::ballots_after(db, id, &last, BATCH)?;
        if batch.is_empty() {
            return Ok(casts);
        }
        casts.extend(batch);
    }
}

fn parsed(text: &str) -> Result<Ballot> {
    text.parse().map_err(|fault| Error::Broken(format!("a ballot cannot be read: {fault:?}")))
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        // Writing to a String cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}
