//! Objects of this instance as documents: from what the store knows to what the builders want. Everything that federates passes here, and what
//! is not given to a builder cannot leave.

pub(crate) mod listing;

use domain::Timestamp;
use domain::actor::ActorKind;
use domain::answer::AnswerState;
use domain::consultation::{Deed, RemoteVoices};
use domain::contribution::{Kind, Stance};
use domain::reach::Reach;
use domain::text::TITLE_MAX;
use serde_json::Value;
use store::Uid;
use store::actors::Actor;
use store::answers::Answer;
use store::consultations::Consultation;
use store::contributions::Contribution;
use store::views::abroad::{Author as Writer, Piece};

use crate::documents::{
    self, ActorInput, Addressing, ArticleInput, Author, Hashtag, Mention, NoteInput, PageInput, Picture, TextInput, TombstoneInput,
};
use crate::routes::{Thing, handle_host};
use crate::service::{Error, Federation};
use crate::wording::Phrase;
use crate::{actors, amendments, documents::Wording as Said};

/// In whose name a contribution leaves.
pub(crate) struct Spoken {
    /// The person who wrote it, or the collectivity.
    pub(crate) actor: Actor,
    /// Whether it is the person.
    pub(crate) is_named: bool,
}

/// The collectivity as an actor.
///
/// # Errors
/// When the store fails.
pub(crate) async fn collectivity(fed: &Federation) -> Result<Actor, Error> {
    let id = fed.app.instance().await?.collectivity_id;
    let found = fed.app.store.read(move |db| store::actors::find(db, id)).await?;
    Ok(found.ok_or(store::Error::NotFound)?)
}

/// In whose name a contribution leaves: as it first did; else the person's, if they agreed; else the collectivity's.
pub(crate) async fn spoken_for(fed: &Federation, piece: &Piece) -> Result<Spoken, Error> {
    let writer = piece.author.as_ref();
    if let Some(id) = piece.left_as {
        let found = fed.app.store.read(move |db| store::actors::find(db, id)).await?;
        if let Some(actor) = found {
            let is_named = actor.id != fed.app.instance().await?.collectivity_id;
            return Ok(Spoken { actor, is_named });
        }
    }
    match writer {
        Some(Writer { actor, is_named: true }) if actor.host.is_empty() => Ok(Spoken { actor: actor.clone(), is_named: true }),
        _ => Ok(Spoken { actor: collectivity(fed).await?, is_named: false }),
    }
}

/// In whose name something of this instance that everybody may read is said: a contribution, an official answer, a presentation.
pub(crate) async fn speaker(fed: &Federation, id: uuid::Uuid) -> Result<Option<Actor>, Error> {
    let found = crate::routes::find(fed, id).await?;
    if found.as_ref().is_some_and(|thing| thing.consultation().reach == Reach::Here.code()) {
        return Ok(None);
    }
    match found {
        Some(Thing::Contribution(piece)) if piece.is_public() && !piece.recalled && piece.contribution.uri.is_none() => {
            Ok(Some(spoken_for(fed, &piece).await?.actor))
        }
        Some(Thing::Answer(both)) if both.1.is_public() => Ok(Some(collectivity(fed).await?)),
        Some(Thing::Consultation(_) | Thing::Poll(_) | Thing::Report(_)) => Ok(Some(collectivity(fed).await?)),
        Some(Thing::Contribution(_) | Thing::Answer(_)) | None => Ok(None),
    }
}

/// The address of a contribution: where it lives.
pub(crate) fn address(fed: &Federation, contribution: &Contribution) -> String {
    contribution.uri.clone().unwrap_or_else(|| fed.app.links.object(contribution.id.0))
}

/// An actor of this instance.
pub(crate) async fn actor(fed: &Federation, actor: &Actor) -> Result<Value, Error> {
    let uri = actors::uri_of(fed, actor);
    let signers = fed.signers(actor.id.to(), &uri).await?;
    let instance = fed.app.instance().await?;
    let kind = ActorKind::parse(&actor.kind).ok_or_else(|| store::Error::Corrupt(format!("actor kind {}", actor.kind)))?;
    let consultation = group_of(fed, actor).await?;
    // A group that is no consultation passes on reports from the street.
    let is_street = kind == ActorKind::Group && consultation.is_none();
    let (name, summary, lang, updated) = match (kind, &consultation) {
        (ActorKind::Organization, _) if actor.id == instance.collectivity_id => {
            (instance.name.clone(), instance.introduction.clone(), instance.lang.clone(), None)
        }
        (ActorKind::Application, _) => {
            let said = (fed.wording)(&instance.lang, Phrase::Instance);
            (instance.name.clone(), said, instance.lang.clone(), None)
        }
        (_, Some(c)) => (c.title.clone(), c.teaser.clone(), c.lang.clone(), (c.edited_at > c.created_at).then_some(c.edited_at.0)),
        // Somebody who agreed once and agrees no more: their key must still be read, their name must not.
        (ActorKind::Person | ActorKind::Organization, None) if !agrees(fed, actor).await? => {
            ((fed.wording)(&instance.lang, Phrase::ACitizen), String::new(), instance.lang.clone(), None)
        }
        (ActorKind::Group, None) => {
            let (name, summary) = crate::street::said_of(fed, actor, (&instance.lang, &instance.name));
            (name, summary, instance.lang.clone(), None)
        }
        (_, None) => (actor.display_name.clone(), actor.summary.clone(), instance.lang.clone(), None),
    };
    let icon = match kind {
        ActorKind::Organization if actor.id != instance.collectivity_id => None,
        ActorKind::Organization | ActorKind::Application => picture(fed, instance.logo_id, &name).await?,
        ActorKind::Group => picture(fed, consultation.as_ref().and_then(|c| c.cover_id), &name).await?,
        ActorKind::Person => None,
    };
    let now = fed.app.now();
    let document = documents::actor(&ActorInput {
        id: uri.clone(),
        kind,
        username: actor.username.clone(),
        host: handle_host(fed),
        name,
        summary,
        url: actors::page_of(fed, actor).await?,
        shared_inbox: fed.app.links.shared_inbox(),
        instance: fed.app.links.instance(),
        rsa_pem: signers.rsa.key.public().to_pem(),
        ed25519_multibase: signers.ed25519.key.public().to_multibase().ok_or_else(|| Error::Key("no Ed25519 key".to_owned()))?,
        icon,
        also_known_as: Vec::new(),
        lang,
        published: actor.created_at.0,
        updated,
        discoverable: kind != ActorKind::Person,
        territory: (kind == ActorKind::Organization && actor.id == instance.collectivity_id).then(|| instance.territory()),
        posting_restricted: is_street || !takes(fed, consultation.as_ref(), Deed::Propose, now).await?,
    });
    if kind != ActorKind::Organization {
        return Ok(document);
    }
    with_record_keys(fed, listing::placed(fed, document).await?, &uri).await
}

/// The same with the keys of the public record, where there is one yet.
async fn with_record_keys(fed: &Federation, document: Value, uri: &str) -> Result<Value, Error> {
    match fed.app.store.read(actions::record::verifier_keys).await? {
        (logs, Some(witness)) if !logs.is_empty() => {
            let log = logs.first().map(ToString::to_string).unwrap_or_default();
            Ok(documents::with_record_keys(document, uri, &log, &witness.to_string()))
        }
        _none_yet => Ok(document),
    }
}

async fn agrees(fed: &Federation, actor: &Actor) -> Result<bool, Error> {
    let id = actor.id;
    Ok(fed.app.store.read(move |db| store::views::abroad::consents(db, id)).await?)
}

async fn group_of(fed: &Federation, actor: &Actor) -> Result<Option<Consultation>, Error> {
    if ActorKind::parse(&actor.kind) != Some(ActorKind::Group) {
        return Ok(None);
    }
    let id = actor.id;
    Ok(fed.app.store.read(move |db| store::consultations::by_actor(db, id)).await?)
}

/// Whether people elsewhere may do this in a consultation now; what is no consultation is open.
pub(crate) async fn takes(fed: &Federation, consultation: Option<&Consultation>, deed: Deed, now: Timestamp) -> Result<bool, Error> {
    let Some(consultation) = consultation.cloned() else { return Ok(true) };
    let calendar = fed.app.store.read(move |db| store::consultations::calendar(db, &consultation)).await?;
    Ok(calendar.remote_voices != RemoteVoices::Refused && calendar.allows(deed, domain::actor::Role::Remote, now))
}

async fn picture(fed: &Federation, id: Option<store::Uid>, alt: &str) -> Result<Option<Picture>, Error> {
    let Some(id) = id else { return Ok(None) };
    let found = fed.app.store.read(move |db| store::media::find(db, id)).await?;
    Ok(found.map(|media| Picture {
        url: fed.app.links.absolute(&domain::links::Links::media(id.to())),
        media_type: media.content_type,
        alt: if media.alt.is_empty() { alt.to_owned() } else { media.alt },
        size: u32::try_from(media.width).ok().zip(u32::try_from(media.height).ok()),
    }))
}

pub(crate) fn mention(fed: &Federation, actor: &Actor) -> Mention {
    let host = if actor.host.is_empty() { handle_host(fed) } else { actor.host.clone() };
    Mention { handle: format!("@{}@{host}", actor.username), href: actors::uri_of(fed, actor) }
}

/// A proposal, a discussion or a reply.
pub(crate) async fn contribution(fed: &Federation, piece: &Piece, spoken: &Spoken) -> Result<Value, Error> {
    let (contribution, consultation) = (&piece.contribution, &piece.consultation);
    let kind = contribution.kind()?;
    let root = contribution.root_id.unwrap_or(contribution.id);
    let author = author(fed, piece, spoken);
    let answered = piece.parent.as_ref().and_then(|parent| parent.author.as_ref()).filter(|author| author.is_named);
    let mentions = answered.map(|author| mention(fed, &author.actor)).filter(|found| found.href != author.actor()).into_iter().collect();
    let url = fed.app.links.absolute(&format!("/c/{}/p/{}", consultation.slug, root.0));
    // In a consultation of another collectivity, it is said to the group there, which passes it on to everybody.
    let group = match crate::calls::organiser(fed, consultation.id).await? {
        Some(organiser) => mention(fed, &organiser.group),
        None => mention(fed, &piece.group),
    };
    let said = amendments::find(fed, contribution).await?;
    let text = TextInput {
        id: fed.app.links.object(contribution.id.0),
        url: if kind == Kind::Reply { format!("{url}#r-{}", contribution.id.0) } else { url },
        author,
        markdown: amendments::quoted(fed, contribution, said.as_ref())?,
        lang: contribution.lang.clone(),
        addressing: Addressing { group: Some(group), mentions },
        context: format!("{}/context", fed.app.links.object(root.0)),
        published: contribution.created_at.0,
        updated: contribution.edited_at.map(|at| at.0),
        hashtags: hashtags(fed, piece),
        pictures: Vec::new(),
        takes_replies: takes(fed, Some(consultation), Deed::Reply, fed.app.now()).await?,
    };
    let title = contribution.title.clone();
    let theme = piece.theme.as_deref();
    Ok(match (kind, &piece.parent) {
        (Kind::Reply, Some(parent)) => {
            let stance = contribution.stance.as_deref().and_then(Stance::parse);
            let title = headed(fed, root, (&contribution.lang, title), stance).await?;
            documents::note(&NoteInput { text, title, in_reply_to: address(fed, &parent.contribution), stance })
        }
        (Kind::Proposal | Kind::Discussion, _) | (Kind::Reply, None) => {
            let mut document = documents::subject(documents::page(&PageInput { text, title }), kind, theme);
            amendments::marked(fed, &mut document, &consultation.slug, said.as_ref());
            let id = contribution.id;
            if let Some(place) = fed.app.store.read(move |db| store::places::of(db, id)).await? {
                documents::located(&mut document, &place, fed.app.maps.rounding);
            }
            document
        }
    })
}

/// In whose name a contribution is said.
fn author(fed: &Federation, piece: &Piece, spoken: &Spoken) -> Author {
    let actor = actors::uri_of(fed, &spoken.actor);
    if spoken.is_named {
        return Author::Named { actor };
    }
    let said = |phrase: Phrase<'_>| (fed.wording)(&piece.contribution.lang, phrase);
    // Somebody of another server who wrote here: their address is said, and nothing is said in their name.
    let guest = piece.author.as_ref().filter(|author| author.is_named && !author.actor.host.is_empty());
    let guest = guest.map(|author| format!("@{}@{}", author.actor.username, author.actor.host));
    let author = guest.as_ref().map_or_else(|| said(Phrase::ACitizen), |handle| said(Phrase::AGuest(handle)));
    Author::Collectivity { actor, wording: Said { author, read_whole: said(Phrase::ReadWhole) } }
}

/// Where a discussion shows what speaks for and against side by side, a reply says in words on which side it stands: others know no columns.
async fn headed(fed: &Federation, root: Uid, (lang, title): (&str, String), stance: Option<Stance>) -> Result<String, Error> {
    let Some(stance) = stance.filter(|stance| *stance != Stance::Neutral) else { return Ok(title) };
    if !fed.app.store.read(move |db| store::sides::has_sides(db, root)).await? {
        return Ok(title);
    }
    let side = (fed.wording)(lang, Phrase::Side(stance));
    Ok(if title.is_empty() { side } else { format!("{side} · {title}") })
}

/// A theme is a hashtag: its words joined, each with a capital.
fn hashtags(fed: &Federation, piece: &Piece) -> Vec<Hashtag> {
    let Some(theme) = &piece.theme else { return Vec::new() };
    let words = theme.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let name: String = words
        .map(|word| {
            let mut letters = word.chars();
            letters.next().map(|first| first.to_uppercase().collect::<String>() + letters.as_str()).unwrap_or_default()
        })
        .collect();
    if name.is_empty() {
        return Vec::new();
    }
    let theme_id = piece.contribution.theme_id.map(|id| id.0.to_string()).unwrap_or_default();
    let href = fed.app.links.absolute(&format!("/c/{}/contributions?theme={theme_id}", piece.consultation.slug));
    vec![Hashtag { name, href }]
}

/// What the collectivity says of a consultation: its presentation.
pub(crate) async fn presentation(fed: &Federation, group: &Actor, consultation: &Consultation) -> Result<Value, Error> {
    let collectivity = collectivity(fed).await?;
    let parts = [&consultation.introduction, &consultation.stakes, &consultation.open_points, &consultation.input_use];
    let body: Vec<&str> = parts.iter().map(|part| part.trim()).filter(|part| !part.is_empty()).collect();
    let published = consultation.published_at.map_or(consultation.created_at.0, |at| at.0);
    let id = fed.app.links.object(consultation.id.0);
    let mut document = documents::page(&PageInput {
        title: consultation.title.clone(),
        text: TextInput {
            url: fed.app.links.absolute(&format!("/c/{}", consultation.slug)),
            author: Author::Named { actor: actors::uri_of(fed, &collectivity) },
            markdown: body.join("\n\n"),
            lang: consultation.lang.clone(),
            addressing: Addressing { group: Some(mention(fed, group)), mentions: Vec::new() },
            context: format!("{id}/context"),
            published,
            updated: (consultation.edited_at.0 > published).then_some(consultation.edited_at.0),
            hashtags: Vec::new(),
            pictures: picture(fed, consultation.cover_id, &consultation.title).await?.into_iter().collect(),
            takes_replies: takes(fed, Some(consultation), Deed::Discuss, fed.app.now()).await?,
            id,
        },
    });
    documents::listed(&mut document, &listing::of(fed, consultation).await?);
    Ok(document)
}

/// An official answer.
pub(crate) async fn answer(fed: &Federation, answer: &Answer, piece: &Piece) -> Result<Value, Error> {
    let collectivity = collectivity(fed).await?;
    let (contribution, lang) = (&piece.contribution, &piece.consultation.lang);
    let state = AnswerState::parse(&answer.state).ok_or_else(|| store::Error::Corrupt(format!("answer state {}", answer.state)))?;
    let title: String = (fed.wording)(lang, Phrase::AnswerTitle { state, title: &contribution.title }).chars().take(TITLE_MAX).collect();
    let signed = (fed.wording)(lang, Phrase::SignedBy(&answer.signed_by));
    let author = piece.author.as_ref().filter(|author| author.is_named).map(|author| mention(fed, &author.actor));
    let root = contribution.root_id.unwrap_or(contribution.id);
    let mut document = documents::article(&ArticleInput {
        title,
        in_reply_to: Some(address(fed, contribution)),
        text: TextInput {
            id: fed.app.links.object(answer.id.0),
            url: fed.app.links.absolute(&format!("/c/{}/p/{}#answer", piece.consultation.slug, root.0)),
            author: Author::Named { actor: actors::uri_of(fed, &collectivity) },
            markdown: format!("{}\n\n{signed}", answer.body),
            lang: lang.clone(),
            addressing: Addressing { group: Some(mention(fed, &piece.group)), mentions: author.into_iter().collect() },
            context: format!("{}/context", fed.app.links.object(root.0)),
            published: answer.answered_at.0,
            updated: None,
            hashtags: Vec::new(),
            pictures: Vec::new(),
            takes_replies: takes(fed, Some(&piece.consultation), Deed::Reply, fed.app.now()).await?,
        },
    });
    documents::answered(&mut document, state, &answer.signed_by, &answer.body);
    Ok(document)
}

/// What is left of an official answer to what is not shown any more.
pub(crate) fn answer_tombstone(fed: &Federation, answer: &Answer, piece: &Piece, now: Timestamp) -> Value {
    let gone = piece.contribution.withdrawn_at.or(piece.contribution.hidden_at).map_or(now, |at| at.0);
    documents::tombstone(&TombstoneInput {
        id: fed.app.links.object(answer.id.0),
        former_type: "Article".to_owned(),
        deleted: gone,
        group: Some(actors::uri_of(fed, &piece.group)),
    })
}

/// What is left of a contribution that is not shown any more.
pub(crate) fn tombstone(fed: &Federation, piece: &Piece, now: Timestamp) -> Value {
    let former_type = if piece.contribution.root_id.is_some() { "Note" } else { "Page" };
    let gone = piece.contribution.withdrawn_at.or(piece.contribution.hidden_at).map_or(now, |at| at.0);
    documents::tombstone(&TombstoneInput {
        id: fed.app.links.object(piece.contribution.id.0),
        former_type: former_type.to_owned(),
        deleted: gone,
        group: Some(actors::uri_of(fed, &piece.group)),
    })
}
