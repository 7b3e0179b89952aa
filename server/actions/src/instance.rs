//! The instance: made at the first start, set up by its first administrator, changed by the following ones.

use domain::actor::{ActorKind, Role, Viewer};
use domain::colour::Rgb;
use domain::event::{Event, EventKind};
use domain::id::ActorId;
use domain::lang::Lang;
use domain::permission::{self, OfficeVerb};
use domain::refusal::Refusal;
use domain::territory::{InseeCode, Place, Siren, TerritoryKind};
use domain::text::{self, Fault};
use jiff::SignedDuration;
use jiff::tz::TimeZone;
use store::instance::{Identity, NewInstance};
use store::sessions::NewLoginLink;
use store::{At, Db, Uid};

use crate::accounts::{self, LinkPurpose, Newcomer, SignUpForm};
use crate::{App, Error, Faults, Result, random};

/// The colour of an instance that has not chosen one.
pub const ACCENT: &str = "#1b5e70";
/// The time zone of an instance that has not chosen one.
const TIME_ZONE: &str = "Europe/Paris";
/// The handle of the instance itself as an actor.
pub const INSTANCE_ACTOR: &str = "parvis";
/// How long a set-up link works; each start makes a new one while nobody has set the instance up.
const SET_UP_LIFE: SignedDuration = SignedDuration::from_hours(7 * 24);

/// What an administrator types about the collectivity.
#[derive(Debug, Clone, Default)]
pub struct IdentityForm {
    /// Code of the kind of territory.
    pub territory_kind: String,
    /// INSEE code, or nothing.
    pub insee_code: String,
    /// SIREN, or nothing.
    pub siren: String,
    /// Name.
    pub name: String,
    /// One sentence.
    pub tagline: String,
    /// Markdown.
    pub introduction: String,
    /// Degrees, or nothing.
    pub latitude: String,
    /// Degrees, or nothing.
    pub longitude: String,
    /// `#rrggbb`.
    pub accent: String,
    /// Code of the language.
    pub lang: String,
    /// IANA name.
    pub time_zone: String,
    /// How to reach the collectivity.
    pub contact: String,
    /// Markdown.
    pub legal_notice: String,
    /// INSEE code or name of the territory above, or nothing.
    pub parent_territory: String,
    /// Who answers for personal data; nothing for the collectivity itself.
    pub data_controller: String,
    /// How to reach them; nothing for the contact of the collectivity.
    pub data_contact: String,
}

/// An identity that has the right shape.
struct Parsed {
    form: IdentityForm,
    insee: Option<InseeCode>,
    siren: Option<Siren>,
    place: Option<Place>,
}

/// Makes the instance at the first start: its secret, its collectivity as an actor. Does nothing when it is made.
///
/// # Errors
/// When the store fails.
pub async fn install(app: &App) -> Result<()> {
    if app.store.read(store::instance::find).await?.is_some() {
        return install_actor(app).await;
    }
    let (now, actor, secret) = (app.now(), app.new_id::<ActorId>(), random::bytes::<32>());
    let made = app
        .store
        .write(move |db| {
            store::actors::insert(db, Uid::of(actor), ActorKind::Organization.code(), "collectivite", "Parvis", At(now))?;
            let new = NewInstance {
                id: 1,
                secret: &secret,
                collectivity_id: Uid::of(actor),
                territory_kind: TerritoryKind::Commune.code(),
                name: "Parvis",
                accent: ACCENT,
                lang: Lang::Fr.code(),
                time_zone: TIME_ZONE,
                created_at: At(now),
            };
            store::instance::insert(db, &new)?;
            store::journal::append(db, &Event::new(EventKind::SettingsChanged).on(actor).detail("installed"), now)
        })
        .await;
    match made {
        // Another process was faster: the instance is made.
        Ok(()) | Err(store::Error::Duplicate) => install_actor(app).await,
        Err(error) => Err(error.into()),
    }
}

/// Makes the actor that is the instance itself, if there is none: it reads what others publish.
async fn install_actor(app: &App) -> Result<()> {
    if app.store.read(|db| store::actors::is_taken(db, INSTANCE_ACTOR)).await? {
        return Ok(());
    }
    let (now, actor) = (app.now(), app.new_id::<ActorId>());
    let made = app
        .store
        .write(move |db| {
            store::actors::insert(db, Uid::of(actor), ActorKind::Application.code(), INSTANCE_ACTOR, "Parvis", At(now))?;
            store::journal::append(db, &Event::new(EventKind::SettingsChanged).on(actor).detail("installed"), now)
        })
        .await;
    match made {
        Ok(()) | Err(store::Error::Duplicate) => Ok(()),
        Err(error) => Err(error.into()),
    }
}

/// A new set-up link while nobody has set the instance up; older ones stop working.
///
/// # Errors
/// When the store fails.
pub async fn set_up_link(app: &App) -> Result<Option<String>> {
    let (now, token) = (app.now(), random::token());
    app.store
        .write(move |db| {
            if store::instance::find(db)?.is_none_or(|i| i.set_up_at.is_some()) || has_administrator(db)? {
                return Ok(None);
            }
            store::sessions::drop_links(db, None, LinkPurpose::SetUp.code())?;
            let link = NewLoginLink {
                token_hash: &random::token_hash(&token),
                purpose: LinkPurpose::SetUp.code(),
                actor_id: None,
                email: None,
                name: None,
                lang: Lang::Fr.code(),
                created_at: At(now),
                expires_at: At(now + SET_UP_LIFE),
            };
            store::sessions::insert_link(db, &link)?;
            store::journal::append(db, &Event::new(EventKind::SignInLinkRequested).detail("set_up"), now)?;
            Ok(Some(format!("/setup/{token}")))
        })
        .await
}

/// Sets the instance up: the first administrator's account and the collectivity's identity, at once. Gives the token of a session.
///
/// # Errors
/// `LinkExpired`, faulty fields, or the store's failure.
pub async fn set_up(app: &App, token: &str, person: &SignUpForm, identity: &IdentityForm, device: &str) -> Result<String> {
    accounts::peek(app, token).await?;
    let parsed = match (parse(identity), accounts::parse_sign_up(person, &identity.name)) {
        (Ok(parsed), Ok(person)) => (parsed, person),
        (identity, person) => return Err(Error::Faulty(both(identity.err(), person.err())?)),
    };
    let (identity, (name, email)) = parsed;
    let password_hash = if person.password.is_empty() { None } else { Some(accounts::hash_password(app, &person.password).await?) };
    let (now, hash, session, actor) = (app.now(), random::token_hash(token), random::token(), app.new_id::<ActorId>());
    let (device, digits) = (device.to_owned(), [random::digits(), random::digits(), random::digits(), random::digits()]);
    let opened = app
        .store
        .write(move |db| {
            let link = store::sessions::take_link(db, &hash, At(now))?.filter(|l| l.purpose == LinkPurpose::SetUp.code());
            if link.is_none() || store::instance::find(db)?.is_none_or(|i| i.set_up_at.is_some()) || has_administrator(db)? {
                return Err(Refusal::LinkExpired.into());
            }
            let lang = Lang::parse(&identity.form.lang).unwrap_or(Lang::Fr);
            let new = Newcomer {
                actor,
                email: email.as_str(),
                name: &name,
                password_hash: password_hash.as_deref(),
                role: Role::Administrator,
                lang,
                digits,
            };
            accounts::open(db, &new, now).map_err(|error| {
                let is_taken = matches!(error, Error::Refused(Refusal::Taken));
                if is_taken { Error::fault("email", Fault::Taken) } else { error }
            })?;
            write_identity(db, &identity)?;
            store::instance::set_up(db, At(now))?;
            accounts::open_session(db, Uid::of(actor), Role::Administrator, &session, &device, now)?;
            store::journal::append(db, &Event::new(EventKind::InstanceSetUp).by(actor), now)?;
            Ok::<String, Error>(session)
        })
        .await?;
    app.forget_instance();
    Ok(opened)
}

/// Changes the collectivity's identity.
///
/// # Errors
/// A refusal of the permission table, faulty fields, or the store's failure.
pub async fn change_identity(app: &App, viewer: Viewer, form: &IdentityForm) -> Result<()> {
    permission::may_in_office(viewer, OfficeVerb::ChangeSettings)?;
    let (now, identity) = (app.now(), parse(form)?);
    app.store
        .write(move |db| {
            write_identity(db, &identity)?;
            if store::instance::find(db)?.is_some_and(|i| i.set_up_at.is_none()) {
                store::instance::set_up(db, At(now))?;
            }
            Ok::<(), Error>(store::journal::append(db, &Event::new(EventKind::SettingsChanged).by(viewer.actor).detail("identity"), now)?)
        })
        .await?;
    app.forget_instance();
    Ok(())
}

/// Somebody made on the command line can finish the set-up in the settings: no link may make another.
fn has_administrator(db: &mut Db) -> Result<bool> {
    Ok(store::accounts::count_role(db, Role::Administrator.code())? > 0)
}

fn write_identity(db: &mut Db, parsed: &Parsed) -> Result<()> {
    let form = &parsed.form;
    let identity = Identity {
        territory_kind: &form.territory_kind,
        insee_code: parsed.insee.as_ref().map(InseeCode::as_str),
        siren: parsed.siren.as_ref().map(Siren::as_str),
        name: &form.name,
        tagline: &form.tagline,
        introduction: &form.introduction,
        latitude: parsed.place.map(|p| p.latitude),
        longitude: parsed.place.map(|p| p.longitude),
        accent: &form.accent,
        lang: &form.lang,
        time_zone: &form.time_zone,
        contact: &form.contact,
        legal_notice: &form.legal_notice,
        parent_territory: &form.parent_territory,
        data_controller: &form.data_controller,
        data_contact: &form.data_contact,
    };
    store::instance::update(db, &identity)?;
    if let Some(instance) = store::instance::find(db)? {
        store::actors::rename(db, instance.collectivity_id, &form.name, &form.tagline)?;
    }
    Ok(())
}

fn parse(form: &IdentityForm) -> Result<Parsed> {
    let mut faults = Faults::new();
    let mut line =
        |field, typed: &str, min, max| text::bounded_line(typed, min, max).map_err(|f| faults.push((field, f))).unwrap_or_default();
    let name = line("name", &form.name, 2, 120);
    let tagline = line("tagline", &form.tagline, 0, 200);
    let contact = line("contact", &form.contact, 0, 300);
    let parent_territory = line("parent_territory", &form.parent_territory, 0, 120);
    let data_controller = line("data_controller", &form.data_controller, 0, 200);
    let data_contact = line("data_contact", &form.data_contact, 0, 300);
    let mut long =
        |field, typed: &str| text::bounded_text(typed, 0, text::BODY_MAX).map_err(|f| faults.push((field, f))).unwrap_or_default();
    let introduction = long("introduction", &form.introduction);
    let legal_notice = long("legal_notice", &form.legal_notice);
    let mut check = |field, good: bool, fault| {
        if !good {
            faults.push((field, fault));
        }
    };
    let insee = InseeCode::parse(&form.insee_code);
    let siren = Siren::parse(&form.siren);
    check("territory_kind", TerritoryKind::parse(&form.territory_kind).is_some(), Fault::Choice);
    check("insee_code", insee.is_some() || form.insee_code.trim().is_empty(), Fault::Shape);
    check("siren", siren.is_some() || form.siren.trim().is_empty(), Fault::Shape);
    check("accent", Rgb::parse(&form.accent).is_some(), Fault::Shape);
    check("lang", Lang::parse(&form.lang).is_some(), Fault::Choice);
    check("time_zone", TimeZone::get(&form.time_zone).is_ok(), Fault::Shape);
    let place = degrees(&form.latitude, &form.longitude);
    check("latitude", place.is_ok(), Fault::Shape);
    if !faults.is_empty() {
        return Err(Error::Faulty(faults));
    }
    let accent = form.accent.to_lowercase();
    let declared = IdentityForm { parent_territory, data_controller, data_contact, ..form.clone() };
    let form = IdentityForm { name, tagline, contact, introduction, legal_notice, accent, ..declared };
    Ok(Parsed { form, insee, siren, place: place.unwrap_or_default() })
}

/// Both or none; a comma is accepted for the point.
fn degrees(latitude: &str, longitude: &str) -> std::result::Result<Option<Place>, Fault> {
    let number = |text: &str| text.trim().replace(',', ".").parse::<f64>();
    match (latitude.trim(), longitude.trim()) {
        ("", "") => Ok(None),
        (latitude, longitude) => match (number(latitude), number(longitude)) {
            (Ok(latitude), Ok(longitude)) => Place::new(latitude, longitude).map(Some).ok_or(Fault::Shape),
            _ => Err(Fault::Shape),
        },
    }
}

/// The faults of both halves of the set-up form; an error that is not a fault goes first.
fn both(identity: Option<Error>, person: Option<Error>) -> Result<Faults> {
    let mut faults = Faults::new();
    for error in [person, identity].into_iter().flatten() {
        match error {
            Error::Faulty(more) => faults.extend(more),
            other => return Err(other),
        }
    }
    Ok(faults)
}
