//! Why something may not be done. No human text: each door translates.

/// The reason of a refusal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Refusal {
    /// There is no such thing, or the viewer may not know of it: the two look the same.
    NotFound,
    /// Somebody must sign in first.
    SignInFirst,
    /// The role does not allow it.
    NotYourRole,
    /// It belongs to somebody else.
    NotYours,
    /// The current phase does not allow it.
    NotOpenNow,
    /// The consultation is not published yet.
    NotPublished,
    /// It was withdrawn by its author.
    Withdrawn,
    /// It was hidden by a moderator.
    Hidden,
    /// It already is as asked: supported, reported, hidden, withdrawn…
    AlreadyDone,
    /// Replies are three deep at the most.
    TooDeep,
    /// Somebody changed it in the meantime.
    Stale,
    /// It has an official answer or supports: its text may no longer change.
    Settled,
    /// The link is too old, already used or unknown.
    LinkExpired,
    /// The address or the password is wrong.
    WrongCredentials,
    /// Too many attempts.
    TooManyAttempts,
    /// The account is suspended.
    Suspended,
    /// The last administrator cannot leave.
    LastAdministrator,
    /// The name is already taken.
    Taken,
    /// The consultation has no phase, so nobody could take part.
    NoPhase,
    /// Answers were given: the questions may no longer change.
    Answered,
    /// There is no room for one more.
    NoRoom,
    /// The consultation is another collectivity's, which decides about it.
    DecidedElsewhere,
    /// The consultation is not offered to whoever asks to carry it.
    NotOffered,
}
