//! What other servers do here and what is done with them: the actions behind the second door. No ActivityPub word is used here.

mod accredited;
mod answers;
mod barriers;
mod carry;
mod deliveries;
mod follow;
mod follow_address;
mod honour;
mod keys;
mod learn;
mod listings;
mod luggage;
mod reading;
mod receive;
mod recognise;
mod remove;
mod reports;
mod rules;
mod supported;
mod tell;
mod undo;
mod write;

pub use accredited::{Accredited, Offered};
pub use answers::{Answered, Answering};
pub use barriers::{bar, follow_move_later, forward_report, unbar};
pub use carry::{Carry, News};
pub use deliveries::{Fault, Missed, arrived, claim, gone, hosts_of, hurry, missed, prefer, put_back, sweep};
pub use follow::{ask, stop};
pub use follow_address::{follow_address, host_in, is_handle};
pub use keys::{KeyMaker, NewKeys, keys, rotate};
pub use learn::{erase_again, learn_actor, learn_collectivity, learn_peer};
pub use listings::{
    OfConsultation, Reading, Then, allow_comparison, declare, disallow, keep_reading, read_on_later, reconcile_later, reconcile_soon,
    share, stop_reading, unshare,
};
pub use luggage::Luggage;
pub use reading::{count_readings, note_readings};
pub use receive::{Arrival, Effect, Mirror, Outcome, receive, receive_with};
pub use recognise::{Step, answer as answer_recognition, propose as propose_recognition, withdraw as withdraw_recognition};
pub use rules::{rule, unrule};
pub use tell::{Leaving, Order, Parcel, claim_news, fetch_later, refresh_later, tell, untold};
pub use write::{Target, Writing};
