//! Make a report: with an account at once, without one once its address is confirmed.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use domain::Timestamp;
use domain::actor::Viewer;
use domain::event::{Event, EventKind};
use domain::id::StreetId;
use domain::lang::Lang;
use domain::refusal::Refusal;
use domain::street::{Channel, Ground, ReportState};
use domain::territory::Place;
use domain::text::Fault;
use jiff::SignedDuration;
use store::media::Media;
use store::street::followers::{self, Follower};
use store::street::{Category, NewReport, Report};
use store::{At, Db, Uid};
use url::Url;

use super::form::{self, Contact, Draft, Reached, ReportForm};
use super::{Deed, areas, follow, forward, keep, letters, photo};
use crate::limits::Purpose;
use crate::pictures::{self, Encoded};
use crate::{App, Error, Result, random};

/// Longest side of a picture that is kept, in pixels.
pub(super) const PHOTO_SIDE: u32 = 1600;
/// How long an address has to be confirmed once the letter that asks for it has left; the report waits as long.
pub(super) const UNCONFIRMED_LIFE: SignedDuration = SignedDuration::from_hours(7 * 24);
/// Most reports and followings of one address that wait for its confirmation.
pub(super) const WAITING_MAX: i64 = 5;

/// What was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    /// Its number.
    pub number: i64,
    /// Whether it counts; else its address is to be confirmed first.
    pub confirmed: bool,
    /// What opens its page for whoever made it.
    pub secret: String,
}

/// Who makes a report, and how.
pub(super) struct Maker {
    pub(super) account: Option<Uid>,
    /// Their account, where it is on another server.
    pub(super) guest: Option<Uid>,
    pub(super) reached: Reached,
    pub(super) lang: Lang,
    pub(super) channel: Channel,
    /// Whether it counts at once.
    pub(super) confirmed: bool,
    /// The agent who wrote it for somebody.
    pub(super) agent: Option<Uid>,
    /// Where a program says that its picture is.
    pub(super) photo_at: Option<Url>,
}

/// Makes a report. Whoever has an account, here or on another server, is its author; others give an address, and confirm it by a letter. `client` is who they are for the
/// limits: an address of the network.
///
/// # Errors
/// Faulty fields, `NotAPicture` or `TooHeavy` on `picture`, `TooManyAttempts`, or the store's failure.
pub async fn make(
    app: &App,
    viewer: Viewer,
    client: &[u8],
    (form, contact, lang): (&ReportForm, &Contact, Lang),
    picture: Option<Vec<u8>>,
) -> Result<Made> {
    app.limits.check(Purpose::Publish, client)?;
    let (account, guest) = follow::own_or_guest(viewer);
    let reached = match (account, guest) {
        (Some(_), _) => Ok(Reached::default()),
        (None, Some(guest)) => Ok(Reached { name: handle(app, guest).await?, ..Reached::default() }),
        (None, None) => contact.parse(true),
    };
    let (draft, reached) = form::together(form.parse(ground(app).await?, false), reached)?;
    let confirmed = account.is_some() || guest.is_some();
    let maker = Maker { confirmed, account, guest, reached, lang, channel: Channel::Web, agent: None, photo_at: None };
    written(app, draft, maker, picture).await
}

/// By what agents know somebody of another server.
async fn handle(app: &App, guest: Uid) -> Result<String> {
    let known = app.store.read(move |db| store::actors::find(db, guest)).await?.ok_or(Refusal::NotFound)?;
    Ok(format!("@{}@{}", known.username, known.host))
}

/// Makes a report that a program of an agent's account sends (Open311): it counts at once. Whoever is named in it hears of it, if they confirm.
///
/// # Errors
/// As [`make`], and a faulty `media`, the address of its picture (empty for none), which is read later; `NotYourRole` where the key is nobody's who
/// may.
pub async fn make_by_program(app: &App, viewer: Viewer, form: &ReportForm, contact: &Contact, media: &str) -> Result<Made> {
    let actor = viewer.actor.ok_or(Refusal::SignInFirst)?;
    app.limits.check(Purpose::Publish, actor.0.as_bytes())?;
    let (draft, reached) = form::together(form.parse(ground(app).await?, true), contact.parse(false))?;
    let photo_at = photo::address(media)?.filter(|_| app.remote_pictures);
    let maker =
        Maker { account: None, guest: None, reached, lang: Lang::Fr, channel: Channel::Open311, confirmed: true, agent: None, photo_at };
    written(app, draft, maker, None).await
}

/// The ground on which something can be reported here. What another collectivity sends is not asked for it: it chose us for its own reasons.
///
/// # Errors
/// When the instance cannot be read.
pub async fn ground(app: &App) -> Result<Ground<'_>> {
    let instance = app.instance().await?;
    let own = instance.latitude.zip(instance.longitude).and_then(|(latitude, longitude)| Place::new(latitude, longitude));
    Ok(Ground { outline: &app.maps.territory, own })
}

/// Encodes the picture, then keeps everything in one transaction.
pub(super) async fn written(app: &App, draft: Draft, maker: Maker, picture: Option<Vec<u8>>) -> Result<Made> {
    if let Some(email) = &maker.reached.email
        && !maker.confirmed
    {
        app.limits.check(Purpose::Mailbox, email.as_bytes())?;
    }
    let key = draft.sending.as_ref().map(|name| same(name, &draft, &maker.reached, picture.as_deref()));
    let photo = match picture {
        Some(bytes) => Some(pictures::in_turn(app, bytes, PHOTO_SIDE, false).await?),
        None => None,
    };
    let (now, id, secret) = (app.now(), app.new_id::<StreetId>(), random::token());
    app.store
        .write(move |db| {
            let category = store::street::category_by_code(db, &draft.category)?.filter(|category| category.closed_at.is_none());
            let category = category.ok_or_else(|| Error::fault("category", Fault::Choice))?;
            if let Some(key) = &key
                && let Some(made) = store::street::sendings::claim(db, key, Uid::of(id), At(now))?
            {
                return again(db, made);
            }
            let photo_id = photo.map(|photo| store_photo(db, photo, now)).transpose()?;
            let confirmed = maker.confirmed;
            let number = insert(db, Uid::of(id), draft, &category, (&maker, photo_id), now)?;
            if let Some(address) = &maker.photo_at {
                photo::want(db, Uid::of(id), address, now)?;
            }
            let follower = introduce(db, Uid::of(id), &maker, &secret, now)?;
            let event = Event::new(EventKind::StreetReported).by(maker.agent.map(Uid::to)).on(id).detail(maker.channel.code());
            if confirmed {
                let mut row = super::held(db, number)?;
                count(db, &mut row, &category, maker.account.or(maker.agent), now)?;
                store::journal::append(db, &event, now)?;
            }
            if let Some(follower) = follower.filter(|follower| !follower.confirmed) {
                letters::ask(db, &follower, now)?;
            }
            Ok(Made { number, confirmed, secret })
        })
        .await
}

/// What a sending is known by: its name and all that was sent with it. Whoever goes back, corrects something and sends again makes another report.
fn same(name: &str, draft: &Draft, reached: &Reached, picture: Option<&[u8]>) -> String {
    let place = draft.place.map(|place| format!("{} {}", place.latitude, place.longitude)).unwrap_or_default();
    let email = reached.email.as_deref().unwrap_or_default();
    let texts = [draft.kind.code(), &draft.category, &draft.body, &draft.address, &place, email, &reached.name, &reached.phone];
    let lengths = texts.map(|text| text.len().to_string()).join(" ");
    let mut parts = vec![lengths.as_bytes()];
    parts.extend(texts.map(str::as_bytes));
    parts.extend(picture);
    URL_SAFE_NO_PAD.encode(random::keyed_digest(name.as_bytes(), &parts))
}

/// The same sending came again: what was made of it.
fn again(db: &mut Db, report: Uid) -> Result<Made> {
    let row = store::street::find(db, report)?.ok_or(Refusal::NotFound)?;
    Ok(Made { number: row.number, confirmed: row.confirmed_at.is_some(), secret: String::new() })
}

/// Keeps a picture of a report.
pub(super) fn store_photo(db: &mut Db, photo: Encoded, now: Timestamp) -> Result<Uid> {
    let size = |n: u32| i32::try_from(n).unwrap_or(i32::MAX);
    let new = Media {
        id: Uid(random::uuid_v7(now)),
        content_type: photo.content_type.to_owned(),
        width: size(photo.width),
        height: size(photo.height),
        alt: String::new(),
        bytes: photo.bytes,
        created_at: At(now),
    };
    store::media::insert(db, &new)?;
    Ok(new.id)
}

fn insert(db: &mut Db, id: Uid, draft: Draft, category: &Category, (maker, photo): (&Maker, Option<Uid>), now: Timestamp) -> Result<i64> {
    let (service, agent_id) = areas::charge(db, category, draft.place)?;
    let new = NewReport {
        id,
        category_id: category.id,
        kind: draft.kind.code(),
        body: draft.body,
        address: draft.address,
        latitude: draft.place.map(|place| place.latitude),
        longitude: draft.place.map(|place| place.longitude),
        photo_id: photo,
        state: ReportState::Received.code(),
        competent: String::new(),
        service,
        agent_id,
        channel: maker.channel.code(),
        private: category.private,
        followers: 0,
        reported_at: At(now),
        confirmed_at: None,
        due_at: None,
        changed_at: At(now),
    };
    Ok(store::street::insert(db, new)?)
}

/// Keeps who made a report, where somebody can be reached. An address that nobody has confirmed gets few letters, whoever writes it.
fn introduce(db: &mut Db, report: Uid, maker: &Maker, secret: &str, now: Timestamp) -> Result<Option<Follower>> {
    let reached = &maker.reached;
    if maker.account.is_none() && reached.email.is_none() && reached.name.is_empty() && reached.phone.is_empty() {
        return Ok(None);
    }
    if let Some(email) = &reached.email
        && maker.agent.is_none()
        && followers::waiting(db, email, At(now - UNCONFIRMED_LIFE))? >= WAITING_MAX
    {
        return Err(Refusal::TooManyAttempts.into());
    }
    let follower = Follower {
        id: Uid(random::uuid_v7(now)),
        report_id: report,
        actor_id: maker.account,
        email: reached.email.clone(),
        name: reached.name.clone(),
        phone: reached.phone.clone(),
        lang: maker.lang.code().to_owned(),
        secret: secret.to_owned(),
        reporter: true,
        // An agent who writes for somebody has them before them, or on the telephone.
        confirmed: maker.account.is_some() || maker.agent.is_some() || reached.email.is_none(),
        since: At(now),
        guest_id: maker.guest,
    };
    followers::insert(db, follower.clone())?;
    Ok(Some(follower))
}

/// From now on a report counts: its delay runs, and it goes to whoever is competent. The caller appends that it was made.
pub(super) fn count(db: &mut Db, row: &mut Report, category: &Category, by: Option<Uid>, now: Timestamp) -> Result<()> {
    row.confirmed_at = Some(At(now));
    row.changed_at = At(now);
    row.due_at = (category.days > 0).then(|| At(now + SignedDuration::from_hours(24 * i64::from(category.days))));
    keep(db, row, Deed::default(), now)?;
    followers::recount(db, row.id)?;
    let sent_on = match category.competent_id {
        // What few may see goes nowhere by itself.
        Some(competent) if !row.private && store::trust::is_official(db, competent)? => {
            forward::send(db, row, competent, (Deed::default(), None), now)?;
            true
        }
        _ours => false,
    };
    if !sent_on {
        letters::tell_agent(db, row, by, now)?;
    }
    letters::tell(db, row, by.filter(|_| false), now)
}
