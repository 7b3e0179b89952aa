//! Rankings and medians, the plain way.

use std::cmp::Ordering;

use super::{drawn, standing};
use crate::ballot::Ballot;
use crate::tally::ranked::Borda;
use crate::verdict::Vote;

fn rankings(vote: &Vote) -> impl Iterator<Item = &[u32]> {
    vote.ballots.iter().filter_map(|ballot| if let Ballot::Ranking(ranked) = ballot { Some(ranked.as_slice()) } else { None })
}

pub(super) fn borda(vote: &Vote, worth: Borda, lines: &mut Vec<String>) {
    let mut all = Vec::new();
    for option in standing(vote) {
        let mut points = 0;
        for ranked in rankings(vote) {
            let Some(place) = ranked.iter().position(|number| *number == option) else { continue };
            let first = match worth {
                Borda::ByLength => ranked.len(),
                Borda::ByMost(most) => usize::try_from(most).unwrap_or(usize::MAX),
            };
            points += first.saturating_sub(place);
        }
        lines.push(format!("option {option} points {points}"));
        all.push((option, points));
    }
    all.sort_by(|left, right| right.1.cmp(&left.1).then(drawn(vote, left.0).cmp(&drawn(vote, right.0))));
    lines.extend(all.iter().map(|(option, _)| format!("next {option}")));
}

pub(super) fn schulze(vote: &Vote, lines: &mut Vec<String>) {
    let options = standing(vote);
    let above = |one: u32, other: u32| {
        let place = |ranked: &[u32], option| ranked.iter().position(|number| *number == option).unwrap_or(usize::MAX);
        rankings(vote).filter(|ranked| place(ranked, one) < place(ranked, other)).count()
    };
    // Links from each option to each other: the votes of the winner of their duel.
    let mut links: Vec<(u32, u32, usize)> = Vec::new();
    for one in &options {
        for other in options.iter().filter(|other| *other != one) {
            let (for_one, for_other) = (above(*one, *other), above(*other, *one));
            lines.push(format!("duel {one} over {other} {for_one}"));
            links.push((*one, *other, if for_one > for_other { for_one } else { 0 }));
        }
    }
    let strength =
        |paths: &[(u32, u32, usize)], from, to| paths.iter().find(|path| path.0 == from && path.1 == to).map_or(0, |path| path.2);
    // A path is as strong as its weakest link; lengthen paths by one link until none gets stronger.
    let mut paths = links.clone();
    loop {
        let longer: Vec<(u32, u32, usize)> = paths
            .iter()
            .map(|(from, to, now)| {
                let over = options.iter().filter(|over| *over != from && *over != to);
                let through = over.map(|over| strength(&paths, *from, *over).min(strength(&links, *over, *to))).max().unwrap_or(0);
                (*from, *to, (*now).max(through))
            })
            .collect();
        if longer == paths {
            break;
        }
        paths = longer;
    }
    let mut left = options;
    let mut rank = 1;
    while !left.is_empty() {
        let unbeaten = |x: &u32| left.iter().all(|y| y == x || strength(&paths, *y, *x) <= strength(&paths, *x, *y));
        let mut level: Vec<u32> = left.iter().copied().filter(unbeaten).collect();
        if level.is_empty() {
            level.clone_from(&left);
        }
        level.sort_by_key(|number| drawn(vote, *number));
        left.retain(|number| !level.contains(number));
        lines.extend(level.iter().map(|number| format!("rank {rank} {number}")));
        rank += 1;
    }
}

pub(super) fn run_off(vote: &Vote, lines: &mut Vec<String>) {
    let mut left = standing(vote);
    for round in 1..=left.len() {
        let mut first: Vec<(u32, usize)> = Vec::new();
        for option in &left {
            let count = rankings(vote).filter(|ranked| ranked.iter().find(|number| left.contains(number)) == Some(option)).count();
            lines.push(format!("round {round} option {option} first {count}"));
            first.push((*option, count));
        }
        let all: usize = first.iter().map(|(_, count)| count).sum();
        // From the most to the fewest; among equals the earlier drawn stands before the later.
        first.sort_by(|a, b| b.1.cmp(&a.1).then(drawn(vote, a.0).cmp(&drawn(vote, b.0))));
        let (Some(best), Some(worst)) = (first.first(), first.last()) else { return };
        if 2 * best.1 > all || first.len() == 1 {
            lines.push(format!("winner {}", best.0));
            return;
        }
        lines.push(format!("round {round} out {}", worst.0));
        left.retain(|number| *number != worst.0);
    }
}

/// Compares two sorted lists of grades by their lower medians, then by what is the lower median once the first is taken away from both, and so on.
/// Lists of different lengths are compared as if each grade stood as many times as the other list is long.
pub(super) fn medians(left: &[u8], right: &[u8]) -> Ordering {
    if left.is_empty() || right.is_empty() {
        return left.len().min(1).cmp(&right.len().min(1));
    }
    let (times_left, times_right) = if left.len() == right.len() { (1, 1) } else { (right.len(), left.len()) };
    let at = |list: &[u8], times: usize, place: usize| list.get(place / times).copied();
    // The window [low, high) of places that were not taken away yet.
    let (mut taken_below, mut taken_above) = (0, 0);
    let all = left.len() * times_left;
    let start = (all - 1) / 2;
    let mut place = start;
    for count in 0..all {
        let order = at(left, times_left, place).cmp(&at(right, times_right, place));
        if order.is_ne() {
            return order;
        }
        // What is left has `all − count − 1` grades around the hole; its lower middle is next to the hole, below or above it.
        let rest = all - count - 1;
        let below = start - taken_below;
        if rest > 0 && (rest - 1) / 2 < below {
            taken_below += 1;
            place = start - taken_below;
        } else {
            taken_above += 1;
            place = start + taken_above;
        }
    }
    Ordering::Equal
}
