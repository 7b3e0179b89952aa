//! From what happened here to what others are told: one exhaustive match over the events of the journal.

use actions::abroad::{Leaving, Order, Parcel};
use domain::Timestamp;
use domain::contribution::Origin;
use domain::event::EventKind;
use domain::personal::Federable;
use serde_json::Value;
use store::activities::Activity;
use store::actors::Actor;
use store::answers::Answer;
use store::jobs::Job;
use store::journal::Line;
use store::views::abroad::Piece;
use store::{At, Uid};

mod accreditations;
mod articles;
mod carrying;
mod concealed;
mod groups;
mod honoured;
mod meetings;
mod messages;
mod moderation;
mod narrowed;
mod passing;
mod people;
mod recognition;
mod reports;
mod shared;
mod street;
mod supports;
mod tallies;
mod under;
mod unnamed;
mod votes;

use concealed::{concealed, recalled, shown_again};
use moderation::{barred, flagged};
use passing::passed_on;
use people::{account_erased, collectivity_changed, followed, profile_changed, supported};
use recognition::Deed;
use under::restored;

use crate::audience::{self, Inboxes};
use crate::documents;
use crate::egress;
use crate::objects;
use crate::service::{Error, Federation};

/// Lines told in one go.
const BATCH: i64 = 16;
/// Attempts at a line before it is left to the administrators.
const ATTEMPTS_MAX: i32 = 4;

impl Federation {
    /// Tells others what happened here since the last time, in order. Returns how many lines were told.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn tell_news(&self) -> Result<usize, Error> {
        let taken = actions::abroad::claim_news(&self.app, BATCH).await?;
        let mut told = 0;
        let mut taken = taken.into_iter();
        while let Some(job) = taken.next() {
            match compose_job(self, &job).await {
                Ok((parcels, order)) => {
                    actions::abroad::tell(&self.app, job, parcels, order).await?;
                    told += 1;
                }
                Err(error) => {
                    tracing::warn!(job = job.id, attempts = job.attempts, %error, "a line of the journal could not be told");
                    let permanent = job.attempts >= ATTEMPTS_MAX;
                    actions::jobs::fail(&self.app, job, &error.to_string(), permanent).await?;
                    if !permanent {
                        // What comes after it waits for it: nobody hears the end of something before its beginning.
                        actions::abroad::untold(&self.app, taken.collect()).await?;
                        break;
                    }
                }
            }
        }
        Ok(told)
    }
}

type News = (Vec<Parcel>, Order);

async fn compose_job(fed: &Federation, job: &Job) -> Result<(Vec<Federable<Leaving>>, Order), Error> {
    let nothing = (Vec::new(), Order::Keep);
    if fed.policy.mode() == crate::policy::Mode::Closed {
        return Ok(nothing);
    }
    let Some(id) = job.journal_id else { return Ok(nothing) };
    let Some(line) = fed.app.store.read(move |db| store::journal::find(db, id)).await? else { return Ok(nothing) };
    let Some(kind) = EventKind::parse(&line.kind) else { return Ok(nothing) };
    let (parcels, order) = compose(fed, kind, &line).await?;
    Ok((egress::release(fed, &line, parcels).await?, order))
}

/// What others are told of a line, and whom.
// Several to a line: the list is long and says one thing.
#[rustfmt::skip]
async fn compose(fed: &Federation, kind: EventKind, line: &Line) -> Result<News, Error> {
    let keep = |parcels: Vec<Parcel>| (parcels, Order::Keep);
    Ok(match kind {
        EventKind::InstanceSetUp | EventKind::SettingsChanged => keep(collectivity_changed(fed, line).await?),
        EventKind::ConsultationPublished | EventKind::ConsultationEdited => keep(consultation_changed(fed, kind, line).await?),
        EventKind::ProposalPublished | EventKind::DiscussionStarted | EventKind::ReplyPublished => keep(published(fed, kind, line).await?),
        EventKind::ContributionRestored => keep(restored(fed, line).await?),
        EventKind::ContributionEdited => keep(edited(fed, line).await?),
        EventKind::ContributionWithdrawn | EventKind::ContributionHidden => concealed(fed, kind, line).await?,
        EventKind::ContributionRecalled => recalled(fed, line).await?,
        EventKind::ActorBarred | EventKind::ActorUnbarred => keep(barred(fed, kind, line).await?),
        EventKind::ReportForwarded => keep(flagged(fed, line).await?),
        EventKind::AnsweredOfficially => keep(answered(fed, line).await?),
        EventKind::ProfileChanged => profile_changed(fed, line).await?,
        EventKind::AccountErased => account_erased(fed, line).await?,
        EventKind::SupportGiven | EventKind::SupportTakenBack => supported(fed, kind, line).await?,
        EventKind::SupportsTold => supports::told(fed, line).await?,
        EventKind::FollowAsked | EventKind::FollowStopped => keep(followed(fed, kind, line).await?),
        EventKind::RecognitionProposed => keep(recognition::told(fed, Deed::Proposed, line).await?),
        EventKind::RecognitionAnswered => keep(recognition::told(fed, Deed::Answered, line).await?),
        EventKind::RecognitionEnded => keep(recognition::told(fed, Deed::Ended, line).await?),
        EventKind::ListingShared => keep(shared::shared(fed, line).await?),
        EventKind::ListingUnshared => shared::unshared(fed, line).await?,
        EventKind::VoteOpened => keep(votes::opened(fed, line).await?),
        EventKind::ConsultationReportPublished => keep(reports::published(fed, line).await?),
        EventKind::ArticlePublished => articles::published(fed, line).await?,
        EventKind::ArticleWithdrawn => articles::withdrawn(fed, line).await?,
        EventKind::ReachNarrowed => narrowed::narrowed(fed, line).await?,
        EventKind::DeletionHonoured => keep(honoured::honoured(fed, line).await?),
        EventKind::SignalTold => keep(votes::changed(fed, line).await?),
        EventKind::VoteClosed | EventKind::VoteCancelled => keep(tallies::over(fed, line, votes::changed(fed, line).await?).await?),
        EventKind::TurnoutSaid => keep(tallies::over(fed, line, Vec::new()).await?),
        EventKind::VoteShared => keep(tallies::shared(fed, line).await?),
        EventKind::OrganisationChanged => profile_changed(fed, line).await?,
        EventKind::AccreditationOffered | EventKind::AccreditationAnswered | EventKind::AccreditationEnded => keep(accreditations::told(fed, kind, line).await?),
        EventKind::CallOpened | EventKind::CallWithdrawn | EventKind::CarrierChanged | EventKind::CarriersTold | EventKind::MapChanged | EventKind::TerritoriesChosen => keep(carrying::called(fed, kind, line).await?),
        EventKind::CarrierDismissed => keep(carrying::dismissed(fed, line).await?),
        EventKind::StreetForwarded => keep(street::forwarded(fed, line).await?),
        EventKind::StreetTended | EventKind::StreetHeard => keep(street::said(fed, line).await?),
        EventKind::StreetChanged => groups::changed(fed, line).await?,
        EventKind::StreetGroupChanged => groups::group_changed(fed, line).await?,
        EventKind::StreetTold => keep(groups::messaged(fed, line).await?),
        EventKind::CarryingAsked | EventKind::CarryingLeft => keep(carrying::answered(fed, kind, line).await?),
        EventKind::DeletionConfirmed | EventKind::ConsultationDrafted | EventKind::CallHeard | EventKind::AnswerHeard | EventKind::CarryingAnswered | EventKind::ContributionRecognised
        | EventKind::ContributionReported | EventKind::ReportDecided | EventKind::AccountOpened | EventKind::SignedIn | EventKind::SignedOut
        | EventKind::SignInLinkRequested | EventKind::PasswordChanged | EventKind::RoleChanged | EventKind::AccountSuspended | EventKind::AccountReinstated | EventKind::TokenIssued | EventKind::ContributionsImported | EventKind::PictureStored | EventKind::FollowReceived | EventKind::FollowEnded | EventKind::FollowAnswered | EventKind::QuoteAsked | EventKind::MirrorChanged | EventKind::RemoteActorLearnt | EventKind::RemoteActorErased | EventKind::ActivityNoted | EventKind::HostRuleChanged | EventKind::DeliveriesHurried | EventKind::ShutOut | EventKind::QuestionnaireDrafted | EventKind::QuestionnaireEdited | EventKind::QuestionnairePublished | EventKind::QuestionnaireClosed | EventKind::QuestionnaireResultsPublished | EventKind::QuestionnaireAnswersTaken | EventKind::QuestionnaireAnswerDecided | EventKind::QuestionnaireAnswered | EventKind::QuestionnaireAnswerErased
        | EventKind::VoteDrafted | EventKind::VotePublished | EventKind::BallotCast | EventKind::SignalGiven | EventKind::SignalTakenBack | EventKind::EnvelopesSet
        | EventKind::ProjectStudied | EventKind::WorksReported | EventKind::OptionWithdrawn | EventKind::DiscussionArranged | EventKind::PromiseChanged
        | EventKind::WaysChosen | EventKind::CodesMade | EventKind::CodeCancelled | EventKind::VoterListLoaded | EventKind::VoterReceived
        | EventKind::SupportsHeard | EventKind::TallySigned | EventKind::TallyReceived | EventKind::TallyChecked | EventKind::WholeCounted | EventKind::PaperMarked | EventKind::PaperTyped
        | EventKind::PaperDropped | EventKind::PaperAgreed | EventKind::PaperSettled | EventKind::OrganisationAsked | EventKind::OrganisationOpened | EventKind::OrganisationDeclined | EventKind::OrganisationClosed | EventKind::MembersChanged | EventKind::AccreditationReceived | EventKind::RecognitionHeard
        | EventKind::CommitmentDrafted | EventKind::CommitmentPublished | EventKind::CommitmentEdited | EventKind::CommitmentReported | EventKind::CommitmentsOrdered | EventKind::ConsultationReportDrafted | EventKind::MeetingPrepared | EventKind::StreetReported | EventKind::StreetFollowed | EventKind::StreetArranged | EventKind::TextPrepared | EventKind::AmendmentDecided | EventKind::DocumentChanged | EventKind::TextChanged | EventKind::ParagraphSupported
        | EventKind::InitiativeProposed | EventKind::InitiativePromoted | EventKind::InitiativeDecided | EventKind::InitiativeChanged | EventKind::ActNoted | EventKind::PetitionReached | EventKind::PetitionAnswered | EventKind::PetitionRulesChanged | EventKind::OpenDataChanged | EventKind::FundingChanged | EventKind::FundingPublished | EventKind::FundingReported | EventKind::FundingKeyMade
        | EventKind::ArticleDrafted | EventKind::ArticleSubmitted | EventKind::ArticleRefused | EventKind::SubscriptionChanged | EventKind::NewsletterDrafted | EventKind::NewsletterSent | EventKind::PagesChanged | EventKind::PreviewShared | EventKind::PreviewRevoked => keep(Vec::new()),
        EventKind::MeetingPublished | EventKind::MeetingChanged | EventKind::PlaceChanged | EventKind::PlaceTold => keep(meetings::told(fed, kind, line).await?),
    })
}

/// One activity, ready to be kept and sent.
pub(crate) struct Draft<'a> {
    pub(crate) kind: &'a str,
    pub(crate) actor: &'a Actor,
    pub(crate) object: Uid,
    pub(crate) public: bool,
    pub(crate) body: Value,
    pub(crate) id: uuid::Uuid,
}

pub(crate) fn parcel(draft: &Draft<'_>, inboxes: Inboxes, now: Timestamp) -> Parcel {
    let is_deletion = draft.kind == "Delete" || draft.kind == "Undo";
    Parcel {
        activity: Activity {
            id: Uid(draft.id),
            actor_id: draft.actor.id,
            object_id: Some(draft.object),
            kind: draft.kind.to_owned(),
            public: draft.public,
            body: draft.body.to_string(),
            created_at: At(now),
        },
        object: draft.object,
        inboxes: inboxes.into_vec(),
        is_deletion,
    }
}

fn contribution_of(line: &Line) -> Result<Uid, Error> {
    line.subject_id.ok_or_else(|| Error::Senseless("an event without subject".to_owned()))
}

async fn piece(fed: &Federation, id: Uid) -> Result<Option<Piece>, store::Error> {
    fed.app.store.read(move |db| store::views::abroad::piece(db, id)).await
}

/// A contribution that everybody may read now: its author's server (this one) creates it, its consultation passes it on.
async fn published(fed: &Federation, kind: EventKind, line: &Line) -> Result<Vec<Parcel>, Error> {
    let Some(piece) = piece(fed, contribution_of(line)?).await?.filter(Piece::is_public) else { return Ok(Vec::new()) };
    piece_published(fed, kind, &piece, line.at.0).await
}

async fn piece_published(fed: &Federation, kind: EventKind, piece: &Piece, at: Timestamp) -> Result<Vec<Parcel>, Error> {
    let now = fed.app.now();
    let id = piece.contribution.id;
    let is_root = piece.contribution.root_id.is_none();
    if piece.recalled {
        return Ok(Vec::new());
    }
    let organiser = crate::calls::organiser(fed, piece.consultation.id).await?;
    // What came from elsewhere into a consultation that is carried here is passed on by its organiser.
    if organiser.is_some() && piece.contribution.origin == Origin::Remote.code() {
        return Ok(Vec::new());
    }
    let mut parcels = Vec::new();
    let created;
    if piece.contribution.origin == Origin::Remote.code() {
        if kind == EventKind::ContributionRestored
            && let Some(parcel) = shown_again(fed, piece, at).await?
        {
            parcels.push(parcel);
        }
        created = original(fed, id).await?;
    } else {
        let spoken = objects::spoken_for(fed, piece).await?;
        let object = objects::contribution(fed, piece, &spoken).await?;
        let activity = fed.app.new_id::<uuid::Uuid>();
        let body = documents::create(&fed.app.links.activity(activity), &object);
        let mut inboxes = audience::named(fed, piece, spoken.actor.id).await?;
        // Nothing is taken here but while it is carried: what was said then goes there also when the territory has left meanwhile.
        if let Some(organiser) = organiser {
            inboxes.extend(audience::of(fed, organiser.group.id, spoken.actor.id).await?);
        }
        if spoken.is_named {
            inboxes.extend(audience::followers(fed, spoken.actor.id).await?.all());
        }
        parcels.push(parcel(
            &Draft { kind: "Create", actor: &spoken.actor, object: id, public: true, body: body.clone(), id: activity },
            inboxes,
            now,
        ));
        created = Some(body);
    }
    let address = objects::address(fed, &piece.contribution);
    parcels.extend(passed_on(fed, &piece.group, (id, &address), created.as_ref(), (is_root, at)).await?);
    Ok(parcels)
}

/// The activity with which something came from elsewhere, to be passed on whole: Lemmy and its kin read a thread only so.
async fn original(fed: &Federation, contribution: Uid) -> Result<Option<Value>, Error> {
    let body = fed.app.store.read(move |db| store::barriers::relayed(db, contribution)).await?;
    Ok(body.and_then(|body| serde_json::from_str(&body).ok()))
}

/// What its author elsewhere said last is passed on whole to those who read threads; nothing when it is not known any more.
async fn relayed(fed: &Federation, piece: &Piece, at: Timestamp) -> Result<Option<Parcel>, Error> {
    let id = piece.contribution.id;
    let Some(said) = original(fed, id).await? else { return Ok(None) };
    let (threads, _) = audience::followers(fed, piece.group.id).await?.split();
    let announce = fed.app.new_id::<uuid::Uuid>();
    let group = crate::actors::uri_of(fed, &piece.group);
    let body = documents::announce_activity(&fed.app.links.activity(announce), &group, &said, at);
    let draft = Draft { kind: "Announce", actor: &piece.group, object: id, public: true, body, id: announce };
    Ok(Some(parcel(&draft, threads, fed.app.now())))
}

async fn edited(fed: &Federation, line: &Line) -> Result<Vec<Parcel>, Error> {
    let Some(piece) = piece(fed, contribution_of(line)?).await?.filter(Piece::is_public) else { return Ok(Vec::new()) };
    let now = fed.app.now();
    let id = piece.contribution.id;
    if piece.contribution.origin == Origin::Remote.code() {
        return Ok(relayed(fed, &piece, line.at.0).await?.into_iter().collect());
    }
    if piece.recalled {
        return Ok(Vec::new());
    }
    let spoken = objects::spoken_for(fed, &piece).await?;
    let object = objects::contribution(fed, &piece, &spoken).await?;
    let activity = fed.app.new_id::<uuid::Uuid>();
    let body = documents::update(&fed.app.links.activity(activity), &object, line.at.0);
    let (threads, _) = audience::followers(fed, piece.group.id).await?.split();
    let mut inboxes = audience::reached(fed, id).await?;
    inboxes.remove(&threads);
    let group = crate::actors::uri_of(fed, &piece.group);
    let announce = fed.app.new_id::<uuid::Uuid>();
    let passed = documents::announce_activity(&fed.app.links.activity(announce), &group, &body, line.at.0);
    Ok(vec![
        parcel(&Draft { kind: "Update", actor: &spoken.actor, object: id, public: true, body, id: activity }, inboxes, now),
        parcel(&Draft { kind: "Announce", actor: &piece.group, object: id, public: true, body: passed, id: announce }, threads, now),
    ])
}

/// The collectivity's answer goes to those who follow the collectivity or the consultation, to the author, and wherever the contribution went.
async fn answered(fed: &Federation, line: &Line) -> Result<Vec<Parcel>, Error> {
    let (id, at) = (contribution_of(line)?, line.at);
    let Some(answer) = fed.app.store.read(move |db| store::views::abroad::answer_at(db, id, at)).await? else { return Ok(Vec::new()) };
    let Some(piece) = piece(fed, id).await?.filter(Piece::is_public) else { return Ok(Vec::new()) };
    answer_published(fed, &answer, &piece, line.at.0).await
}

async fn answer_published(fed: &Federation, answer: &Answer, piece: &Piece, at: Timestamp) -> Result<Vec<Parcel>, Error> {
    let now = fed.app.now();
    let collectivity = objects::collectivity(fed).await?;
    let object = objects::answer(fed, answer, piece).await?;
    let activity = fed.app.new_id::<uuid::Uuid>();
    let body = documents::create(&fed.app.links.activity(activity), &object);
    let mut inboxes = audience::named(fed, piece, collectivity.id).await?;
    inboxes.extend(audience::author(fed, piece, collectivity.id).await?);
    inboxes.extend(audience::followers(fed, collectivity.id).await?.all());
    let mut parcels = vec![parcel(
        &Draft { kind: "Create", actor: &collectivity, object: answer.id, public: true, body: body.clone(), id: activity },
        inboxes,
        now,
    )];
    let address = fed.app.links.object(answer.id.0);
    parcels.extend(passed_on(fed, &piece.group, (answer.id, &address), Some(&body), (true, at)).await?);
    Ok(parcels)
}

/// A consultation opens or changes: its presentation, and the call to territories if there is one.
async fn consultation_changed(fed: &Federation, kind: EventKind, line: &Line) -> Result<Vec<Parcel>, Error> {
    let mut parcels = match kind {
        EventKind::ConsultationPublished => consultation_published(fed, line).await?,
        _edited => consultation_edited(fed, line).await?,
    };
    parcels.extend(carrying::called(fed, kind, line).await?);
    Ok(parcels)
}

/// A consultation opens: the collectivity presents it to those who follow the collectivity.
async fn consultation_published(fed: &Federation, line: &Line) -> Result<Vec<Parcel>, Error> {
    let Some((group, object, id)) = presentation(fed, line).await? else { return Ok(Vec::new()) };
    let now = fed.app.now();
    let collectivity = objects::collectivity(fed).await?;
    let activity = fed.app.new_id::<uuid::Uuid>();
    let body = documents::create(&fed.app.links.activity(activity), &object);
    let inboxes = audience::followers(fed, collectivity.id).await?.all();
    let draft = Draft { kind: "Create", actor: &collectivity, object: id, public: true, body: body.clone(), id: activity };
    let mut parcels = vec![parcel(&draft, inboxes, now)];
    parcels.extend(passed_on(fed, &group, (id, &fed.app.links.object(id.0)), Some(&body), (true, line.at.0)).await?);
    Ok(parcels)
}

async fn consultation_edited(fed: &Federation, line: &Line) -> Result<Vec<Parcel>, Error> {
    let Some((group, object, id)) = presentation(fed, line).await? else { return Ok(Vec::new()) };
    let now = fed.app.now();
    let collectivity = objects::collectivity(fed).await?;
    let activity = fed.app.new_id::<uuid::Uuid>();
    let body = documents::update(&fed.app.links.activity(activity), &object, line.at.0);
    let inboxes = audience::reached(fed, id).await?;
    let profile = fed.app.new_id::<uuid::Uuid>();
    let actor = objects::actor(fed, &group).await?;
    let changed = documents::update(&fed.app.links.activity(profile), &actor, now);
    let followers = audience::followers(fed, group.id).await?.all();
    Ok(vec![
        parcel(&Draft { kind: "Update", actor: &collectivity, object: id, public: true, body, id: activity }, inboxes, now),
        parcel(&Draft { kind: "Update", actor: &group, object: group.id, public: true, body: changed, id: profile }, followers, now),
    ])
}

/// The group of a published consultation and its presentation.
async fn presentation(fed: &Federation, line: &Line) -> Result<Option<(Actor, Value, Uid)>, Error> {
    let Some(id) = line.consultation_id else { return Ok(None) };
    let found = fed.app.store.read(move |db| {
        let Some(consultation) = store::consultations::find(db, id)?.filter(|found| found.published_at.is_some()) else { return Ok(None) };
        let group = store::actors::find(db, consultation.actor_id)?;
        Ok::<_, store::Error>(group.map(|group| (group, consultation)))
    });
    let Some((group, consultation)) = found.await? else { return Ok(None) };
    let object = objects::presentation(fed, &group, &consultation).await?;
    Ok(Some((group, object, id)))
}
