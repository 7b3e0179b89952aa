//! The tally of a published record: made by the carrier, and made again by whoever compares the two.

use std::collections::BTreeMap;

use super::{RecordAt, State, Tally, grouped};
use crate::ballot::Ballot;
use crate::record::{Record, Slip, Voters};
use crate::verdict::Vote;

/// What a tally says beside numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Saying {
    /// The id of the organiser's vote.
    pub vote: String,
    /// Who says it.
    pub carrier: String,
    /// Its number.
    pub sequence: u64,
    /// When it was made, RFC 3339.
    pub taken: String,
}

impl Tally {
    /// The final tally of a record; one without numbers where too few took part for the record to be published.
    #[must_use]
    pub fn of(record: &Record, record_at: RecordAt, saying: Saying) -> Self {
        let slips = levelled(&record.slips, &record.voters);
        let ballots: Vec<(&Slip, &Ballot)> = slips.iter().zip(&record.vote.ballots).collect();
        let groups = grouped(&record.vote.form, &record.vote.contenders, &ballots);
        let empty = Self::without(State::Final, &record.vote, saying);
        if groups.is_empty() {
            return empty;
        }
        let mut voters = record.voters.clone();
        voters.sort_by(|left, right| (&left.channel, &left.level).cmp(&(&right.channel, &right.level)));
        let told: u64 = groups.iter().map(|group| group.ballots).sum();
        // A number of people below that of their ballots is a slip of somebody's pen.
        let roll = record.roll.clone().filter(|roll| roll.size >= told);
        Self { groups, voters, roll, not_counted: record.not_counted.clone(), record: Some(record_at), ..empty }
    }

    /// A tally without numbers of ballots.
    #[must_use]
    pub fn without(state: State, vote: &Vote, saying: Saying) -> Self {
        Self {
            vote: saying.vote,
            carrier: saying.carrier,
            sequence: saying.sequence,
            state,
            form: vote.form,
            counting: vote.counting.clone(),
            options: vote.contenders.iter().map(|contender| contender.number).collect(),
            turnout: None,
            groups: Vec::new(),
            voters: Vec::new(),
            roll: None,
            not_counted: Vec::new(),
            record: None,
            taken: saying.taken,
        }
    }
}

/// The ballots with their levels where these are known without anybody having written them down: where all voters of a channel have one level, so have
/// its ballots.
fn levelled(slips: &[Slip], voters: &[Voters]) -> Vec<Slip> {
    let mut levels: BTreeMap<&str, Option<&str>> = BTreeMap::new();
    for group in voters {
        levels.entry(&group.channel).and_modify(|level| *level = None).or_insert(Some(&group.level));
    }
    let level =
        |slip: &Slip| levels.get(slip.channel.as_str()).copied().flatten().filter(|_| slip.level.is_empty() && !slip.channel.is_empty());
    slips.iter().map(|slip| Slip { level: level(slip).map_or_else(|| slip.level.clone(), str::to_owned), ..slip.clone() }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ballots_have_the_level_of_all_voters_of_their_channel() {
        let slip = |channel: &str| Slip { receipt: String::new(), channel: channel.to_owned(), level: String::new() };
        let group = |channel: &str, level: &str| Voters { channel: channel.to_owned(), level: level.to_owned(), voters: 11 };
        let check = |voters: &[Voters], expected: [&str; 3]| {
            let told = levelled(&[slip("online"), slip("paper"), slip("")], voters);
            assert_eq!(told.iter().map(|slip| slip.level.as_str()).collect::<Vec<_>>(), expected);
        };
        check(&[], ["", "", ""]);
        check(&[group("online", "verified"), group("paper", "paper")], ["verified", "paper", ""]);
        check(&[group("online", "verified"), group("online", "desk"), group("paper", "paper")], ["", "paper", ""]);
    }
}
