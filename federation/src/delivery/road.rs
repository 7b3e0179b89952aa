//! Who goes next: what was taken waits here, host by host, until one of the few ways to its host is free.

use std::collections::{HashMap, VecDeque};

use super::Parcel;

/// Deliveries on their way at once, those to slow servers apart.
const AT_ONCE: usize = 64;
/// Deliveries on their way at once, those to slow servers included.
const AT_ONCE_MAX: usize = 512;
/// Of these, to one host.
const PER_HOST: usize = 4;

/// One host.
#[derive(Default)]
struct Way {
    waiting: VecDeque<Parcel>,
    under_way: usize,
}

/// What waits and what is under way. Hosts take turns.
#[derive(Default)]
pub(super) struct Road {
    ways: HashMap<String, Way>,
    /// Hosts with something that may go, in turn; a host stands here once at most.
    turns: VecDeque<String>,
    waiting: usize,
    under_way: usize,
}

impl Road {
    /// How many wait.
    pub(super) const fn waiting(&self) -> usize {
        self.waiting
    }

    /// Lets something wait.
    pub(super) fn push(&mut self, parcel: Parcel) {
        let host = parcel.taken.host.clone();
        let way = self.ways.entry(host.clone()).or_default();
        way.waiting.push_back(parcel);
        self.waiting += 1;
        if way.waiting.len() == 1 && way.under_way < PER_HOST {
            self.turns.push_back(host);
        }
    }

    /// What goes next, if anything may, while so many that are not slow are under way.
    pub(super) fn start(&mut self, quick: usize) -> Option<Parcel> {
        if quick >= AT_ONCE || self.under_way >= AT_ONCE_MAX {
            return None;
        }
        let host = self.turns.pop_front()?;
        let way = self.ways.get_mut(&host)?;
        let parcel = way.waiting.pop_front()?;
        way.under_way += 1;
        self.waiting -= 1;
        self.under_way += 1;
        if way.under_way < PER_HOST && !way.waiting.is_empty() {
            self.turns.push_back(host);
        }
        Some(parcel)
    }

    /// Something came to its end.
    pub(super) fn ended(&mut self, host: &str) {
        let Some(way) = self.ways.get_mut(host) else { return };
        let was_full = way.under_way == PER_HOST;
        way.under_way = way.under_way.saturating_sub(1);
        self.under_way = self.under_way.saturating_sub(1);
        if way.waiting.is_empty() {
            if way.under_way == 0 {
                self.ways.remove(host);
            }
        } else if was_full {
            self.turns.push_back(host.to_owned());
        }
    }

    /// Takes out what waits for a host: it is not to be tried now.
    pub(super) fn clear(&mut self, host: &str) -> Vec<Parcel> {
        let Some(way) = self.ways.get_mut(host) else { return Vec::new() };
        let cleared: Vec<Parcel> = way.waiting.drain(..).collect();
        self.waiting -= cleared.len();
        self.turns.retain(|turn| turn != host);
        if way.under_way == 0 {
            self.ways.remove(host);
        }
        cleared
    }

    /// Takes out everything that waits.
    pub(super) fn empty(&mut self) -> Vec<Parcel> {
        self.turns.clear();
        self.waiting = 0;
        self.ways.values_mut().flat_map(|way| way.waiting.drain(..)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::delivery::attempt::tests::taken;

    fn to(host: &str) -> Parcel {
        let mut taken = taken(1);
        host.clone_into(&mut taken.host);
        Parcel { taken, content: None, peer: None }
    }

    #[test]
    fn hosts_take_turns_and_none_takes_every_way() {
        let mut road = Road::default();
        (0..10).for_each(|_| road.push(to("a")));
        road.push(to("b"));
        let started: Vec<String> = std::iter::from_fn(|| road.start(0)).map(|parcel| parcel.taken.host).collect();
        assert_eq!(started, ["a", "b", "a", "a", "a"]);
        assert_eq!(road.waiting(), 6);
        road.ended("b");
        assert!(road.start(0).is_none());
        road.ended("a");
        assert_eq!(road.start(0).map(|parcel| parcel.taken.host).as_deref(), Some("a"));
        assert!(road.start(0).is_none());
        // Nothing more is tried; what is under way ends, and the host is forgotten.
        assert_eq!(road.clear("a").len(), 5);
        (0..4).for_each(|_| road.ended("a"));
        assert!(road.ways.is_empty() && road.turns.is_empty());
        assert_eq!((road.waiting, road.under_way), (0, 0));
    }

    #[test]
    fn there_is_an_end_to_what_is_under_way() {
        let mut road = Road::default();
        (0..600).for_each(|n| road.push(to(&format!("h{n}"))));
        assert!(road.start(AT_ONCE).is_none());
        assert_eq!(std::iter::from_fn(|| road.start(AT_ONCE - 1)).count(), AT_ONCE_MAX);
        assert_eq!(road.empty().len(), 600 - AT_ONCE_MAX);
        assert_eq!(road.waiting(), 0);
    }
}
