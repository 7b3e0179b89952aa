//! What the builders are given: plain values, no rows of the store. Addresses are whole.

use domain::Timestamp;
use domain::actor::ActorKind;
use domain::contribution::Stance;
use store::trust::Territory;

/// An actor of this instance. The addresses of its collections follow from its id.
#[derive(Debug, Clone)]
pub struct ActorInput {
    /// Its id.
    pub id: String,
    /// What it is.
    pub kind: ActorKind,
    /// Its handle without host.
    pub username: String,
    /// The host in its handle.
    pub host: String,
    /// The name that is shown.
    pub name: String,
    /// What it says of itself, in Markdown.
    pub summary: String,
    /// Its page.
    pub url: String,
    /// The inbox of the whole instance.
    pub shared_inbox: String,
    /// The instance as an actor: what every other actor was made by.
    pub instance: String,
    /// Its RSA key, as PEM.
    pub rsa_pem: String,
    /// Its Ed25519 key, as multibase.
    pub ed25519_multibase: String,
    /// Its picture.
    pub icon: Option<Picture>,
    /// Its other names.
    pub also_known_as: Vec<String>,
    /// The language it speaks.
    pub lang: String,
    /// Since when.
    pub published: Timestamp,
    /// When it last changed, if it ever did.
    pub updated: Option<Timestamp>,
    /// Whether it may be found by searching.
    pub discoverable: bool,
    /// Of a group: whether only its moderators may open subjects now.
    pub posting_restricted: bool,
    /// Of the collectivity: its territory.
    pub territory: Option<Territory>,
}

/// A picture.
#[derive(Debug, Clone)]
pub struct Picture {
    /// Where it is.
    pub url: String,
    /// Its type, such as `image/webp`.
    pub media_type: String,
    /// What it shows, for those who do not see it.
    pub alt: String,
    /// Width and height, where they are known.
    pub size: Option<(u32, u32)>,
}

/// A hashtag and the page that lists what bears it.
#[derive(Debug, Clone)]
pub struct Hashtag {
    /// Without the sign.
    pub name: String,
    /// The page.
    pub href: String,
}

/// Somebody who is spoken to by name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// `@username@host`.
    pub handle: String,
    /// The actor.
    pub href: String,
}

/// To whom a text goes beside everybody.
#[derive(Debug, Clone, Default)]
pub struct Addressing {
    /// The group of the consultation.
    pub group: Option<Mention>,
    /// Who is spoken to: the author of what is replied to, the author of what is answered.
    pub mentions: Vec<Mention>,
}

/// What is said around the words of somebody who is not named.
#[derive(Debug, Clone)]
pub struct Wording {
    /// Instead of their name.
    pub author: String,
    /// Before the address of the whole text.
    pub read_whole: String,
}

/// In whose name a text leaves.
#[derive(Debug, Clone)]
pub enum Author {
    /// In the name of this actor, who wrote it and agreed.
    Named {
        /// The actor.
        actor: String,
    },
    /// In the name of the collectivity, for somebody who is not named: only the start of the text leaves, and the address of its page.
    Collectivity {
        /// The collectivity.
        actor: String,
        /// What is said around the words.
        wording: Wording,
    },
}

impl Author {
    /// The actor in whose name it leaves.
    #[must_use]
    pub fn actor(&self) -> &str {
        match self {
            Self::Named { actor } | Self::Collectivity { actor, .. } => actor,
        }
    }
}

/// What all texts have.
#[derive(Debug, Clone)]
pub struct TextInput {
    /// Its id.
    pub id: String,
    /// Its page.
    pub url: String,
    /// In whose name it leaves.
    pub author: Author,
    /// The text, in Markdown.
    pub markdown: String,
    /// Code of its language.
    pub lang: String,
    /// To whom it goes.
    pub addressing: Addressing,
    /// The collection of the whole conversation.
    pub context: String,
    /// When it was published.
    pub published: Timestamp,
    /// When its author last changed it, if they ever did.
    pub updated: Option<Timestamp>,
    /// Its hashtags.
    pub hashtags: Vec<Hashtag>,
    /// Its pictures.
    pub pictures: Vec<Picture>,
    /// Whether replies are taken now.
    pub takes_replies: bool,
}

/// A proposal, a discussion, or the presentation of a consultation.
#[derive(Debug, Clone)]
pub struct PageInput {
    /// The text.
    pub text: TextInput,
    /// Its title.
    pub title: String,
}

/// A reply.
#[derive(Debug, Clone)]
pub struct NoteInput {
    /// The text.
    pub text: TextInput,
    /// Its title; may be empty.
    pub title: String,
    /// What it replies to.
    pub in_reply_to: String,
    /// Where it stands.
    pub stance: Option<Stance>,
}

/// What is told to one person and to nobody else.
#[derive(Debug, Clone)]
pub struct MessageInput {
    /// Its id. Nothing answers there.
    pub id: String,
    /// Who says it.
    pub author: String,
    /// To whom.
    pub to: Mention,
    /// What, in Markdown.
    pub markdown: String,
    /// Code of its language.
    pub lang: String,
    /// When.
    pub published: Timestamp,
}

/// An official answer.
#[derive(Debug, Clone)]
pub struct ArticleInput {
    /// The text.
    pub text: TextInput,
    /// Its title.
    pub title: String,
    /// What it answers.
    pub in_reply_to: Option<String>,
}

/// Something that was there.
#[derive(Debug, Clone)]
pub struct TombstoneInput {
    /// Its id.
    pub id: String,
    /// What it was: `Page`, `Note`, `Article`.
    pub former_type: String,
    /// When it went.
    pub deleted: Timestamp,
    /// The group it was in.
    pub group: Option<String>,
}

/// A poll that other servers can answer.
#[derive(Debug, Clone)]
pub struct QuestionInput {
    /// The text.
    pub text: TextInput,
    /// The question.
    pub title: String,
    /// Whether several options may be chosen.
    pub several: bool,
    /// What may be chosen, as it is written, with how many of other servers chose it: 0 while that is not told.
    pub options: Vec<(String, i64)>,
    /// Until when.
    pub ends: Timestamp,
    /// When it ended or was called off.
    pub closed: Option<Timestamp>,
    /// How many of other servers answered, where that may be told.
    pub voters: Option<i64>,
}
