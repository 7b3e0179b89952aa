//! Letters: what a mail says, in the reader's language, as text and as HTML. A letter's row holds what it is about; the words are chosen
//! here, when it leaves.

mod issue;

pub use issue::render_issue;

use crate::dates;
use crate::texts::Texts;
use askama::Template;
use domain::lang::Lang;
use domain::links::Links;
use fluent_templates::fluent_bundle::FluentValue;
use jiff::tz::TimeZone;
use store::instance::Instance;
use store::letters::Letter;
use store::meetings::Meeting;

/// A letter, ready to be sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rendered {
    /// The subject, on one line.
    pub subject: String,
    /// The plain text.
    pub text: String,
    /// The same in HTML.
    pub html: String,
}

domain::words! {
    /// What a letter says.
    Kind {
        /// Here is your sign-in link.
        SignIn = "sign_in",
        /// Confirm your address.
        SignUp = "sign_up",
        /// You asked for an account, but you have one.
        AlreadyMember = "already_member",
        /// Somebody of the staff opened an account for you.
        AccountCreated = "account_created",
        /// Your password changed.
        PasswordChanged = "password_changed",
        /// Your role changed.
        RoleChanged = "role_changed",
        /// The collectivity answered your contribution.
        Answered = "answered",
        /// Your contribution was hidden.
        Hidden = "hidden",
        /// Confirm the answer you gave to a questionnaire.
        QuestionnaireConfirm = "questionnaire_confirm",
        /// Here is the link with which you go on answering.
        QuestionnaireResume = "questionnaire_resume",
        /// Here is the link with which you vote.
        VoteLink = "vote_link",
        /// An organisation invites you to act in its name.
        OrganisationInvitation = "organisation_invitation",
        /// The organisation you asked for is open.
        OrganisationOpened = "organisation_opened",
        /// It is not.
        OrganisationDeclined = "organisation_declined",
        /// A collectivity offers to accredit your organisation.
        AccreditationOffered = "accreditation_offered",
        /// Confirm what you reported from the street.
        StreetConfirm = "street_confirm",
        /// Confirm that you follow a report from the street.
        StreetFollow = "street_follow",
        /// A report from the street came.
        StreetReceived = "street_received",
        /// Somebody deals with it.
        StreetAccepted = "street_accepted",
        /// It was sent to whoever is competent.
        StreetForwarded = "street_forwarded",
        /// It is done.
        StreetResolved = "street_resolved",
        /// Nothing will be done.
        StreetRefused = "street_refused",
        /// It says the same as another one.
        StreetDuplicate = "street_duplicate",
        /// A report from the street is yours to look after.
        StreetToTend = "street_to_tend",
        /// Reports that you look after are late.
        StreetLate = "street_late",
        /// A report is given to your service.
        StreetService = "street_service",
        /// The collectivity commits itself to something that comes from your contribution.
        CommitmentMade = "commitment_made",
        /// That is done.
        CommitmentDone = "commitment_done",
        /// That was given up.
        CommitmentAbandoned = "commitment_abandoned",
        /// The initiative you proposed is published.
        InitiativeAdmitted = "initiative_admitted",
        /// It is not.
        InitiativeDeclined = "initiative_declined",
        /// Enough people have signed your petition.
        PetitionReached = "petition_reached",
        /// The same, to who has to answer it.
        PetitionToAnswer = "petition_to_answer",
        /// The collectivity answered your petition.
        PetitionAnswered = "petition_answered",
        /// Confirm that you come to a meeting.
        MeetingConfirm = "meeting_confirm",
        /// You have a place.
        MeetingRegistered = "meeting_registered",
        /// You wait for one.
        MeetingWaiting = "meeting_waiting",
        /// One became free: it is yours.
        MeetingMovedUp = "meeting_moved_up",
        /// It is tomorrow.
        MeetingReminder = "meeting_reminder",
        /// It is at another time or in another place.
        MeetingChanged = "meeting_changed",
        /// It is called off.
        MeetingCancelled = "meeting_cancelled",
        /// The article you proposed is published.
        ArticleAccepted = "article_accepted",
        /// It is not.
        ArticleRefused = "article_refused",
        /// It is not shown any more.
        ArticleWithdrawn = "article_withdrawn",
        /// Confirm that you want the newsletter.
        NewsletterConfirm = "newsletter_confirm",
    }
}

impl Kind {
    /// Whether anybody could have asked for it by typing the address.
    const fn is_asked_for(self) -> bool {
        match self {
            Self::SignIn
            | Self::SignUp
            | Self::AlreadyMember
            | Self::QuestionnaireConfirm
            | Self::QuestionnaireResume
            | Self::VoteLink
            | Self::StreetConfirm
            | Self::StreetFollow
            | Self::MeetingConfirm
            | Self::NewsletterConfirm => true,
            Self::AccountCreated
            | Self::PasswordChanged
            | Self::RoleChanged
            | Self::Answered
            | Self::Hidden
            | Self::OrganisationInvitation
            | Self::OrganisationOpened
            | Self::OrganisationDeclined
            | Self::AccreditationOffered
            | Self::StreetReceived
            | Self::StreetAccepted
            | Self::StreetForwarded
            | Self::StreetResolved
            | Self::StreetRefused
            | Self::StreetDuplicate
            | Self::StreetToTend
            | Self::StreetLate
            | Self::StreetService
            | Self::CommitmentMade
            | Self::CommitmentDone
            | Self::CommitmentAbandoned
            | Self::InitiativeAdmitted
            | Self::InitiativeDeclined
            | Self::PetitionReached
            | Self::PetitionToAnswer
            | Self::PetitionAnswered
            | Self::MeetingRegistered
            | Self::MeetingWaiting
            | Self::MeetingMovedUp
            | Self::MeetingReminder
            | Self::MeetingChanged
            | Self::MeetingCancelled
            | Self::ArticleAccepted
            | Self::ArticleRefused
            | Self::ArticleWithdrawn => false,
        }
    }
}

/// Why a letter cannot be written.
#[derive(Debug, thiserror::Error)]
pub enum LetterError {
    /// Of a newer version of this program.
    #[error("a letter of an unknown kind: {0}")]
    Unknown(String),
    /// The template failed.
    #[error("template: {0}")]
    Template(#[from] askama::Error),
}

#[derive(Template)]
#[template(path = "letters/letter.html")]
struct LetterPage<'a> {
    lang: Lang,
    subject: &'a str,
    hello: &'a str,
    text: &'a str,
    button: &'a str,
    address: &'a str,
    copy: &'a str,
    not_you: &'a str,
    signed: &'a str,
    why: &'a str,
}

/// Writes a letter.
///
/// # Errors
/// When its kind is unknown.
pub fn render(letter: &Letter, instance: &Instance, links: &Links) -> Result<Rendered, LetterError> {
    render_about(letter, instance, links, About::Nothing)
}

/// Writes a letter, and names what it is about.
///
/// # Errors
/// When its kind is unknown.
pub fn render_about(letter: &Letter, instance: &Instance, links: &Links, about: About<'_>) -> Result<Rendered, LetterError> {
    let kind = Kind::parse(&letter.kind).ok_or_else(|| LetterError::Unknown(letter.kind.clone()))?;
    let lang = Lang::parse(&letter.lang).unwrap_or(Lang::Fr);
    let t = Texts::new(lang);
    // ftl: letter-*
    let subject = t.with1(&format!("letter-{kind}-subject"), "place", &instance.name);
    let hello = t.with1("letter-hello", "name", &letter.name);
    let text = match about {
        About::Meeting(meeting) => t.with(&format!("letter-{kind}-text"), &Matter::of(instance, meeting).said(&t)),
        About::Titled(title) => t.with1(&format!("letter-{kind}-text"), "title", title),
        About::Nothing => t.get(&format!("letter-{kind}-text")),
    };
    let button = t.get(&format!("letter-{kind}-button"));
    let address = links.absolute(&letter.link);
    let copy = t.get("letter-copy");
    let not_you = if kind.is_asked_for() { t.get("letter-not-you") } else { String::new() };
    let signed = t.with1("letter-signed", "place", &instance.name);
    let why = t.get("letter-why");
    let parts = [hello.as_str(), &text, &address, &not_you, &signed, &format!("{why}\n{}", links.origin())];
    let plain = parts.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join("\n\n");
    let page = LetterPage {
        lang,
        subject: &subject,
        hello: &hello,
        text: &text,
        button: &button,
        address: &address,
        copy: &copy,
        not_you: &not_you,
        signed: &signed,
        why: &why,
    };
    let html = page.render()?;
    Ok(Rendered { subject, text: plain, html })
}

/// What a letter is about.
#[derive(Debug, Clone, Copy)]
pub enum About<'a> {
    /// What it leads to says enough.
    Nothing,
    /// A meeting.
    Meeting(&'a Meeting),
    /// Something with this title.
    Titled(&'a str),
}

/// What a letter says of a meeting.
#[derive(Debug, Clone, Copy)]
pub struct Matter<'a> {
    /// Its title.
    pub title: &'a str,
    /// When it begins.
    pub begins: domain::Timestamp,
    /// Name of the time zone.
    pub zone: &'a str,
    /// The name of the place; empty: there is none.
    pub venue: &'a str,
    /// Why it was called off.
    pub reason: &'a str,
}

impl<'a> Matter<'a> {
    fn of(instance: &'a Instance, meeting: &'a Meeting) -> Self {
        Self {
            title: &meeting.title,
            begins: meeting.begins_at.0,
            zone: &instance.time_zone,
            venue: &meeting.venue,
            reason: &meeting.cancel_reason,
        }
    }

    fn said(&self, t: &Texts) -> [(&'static str, FluentValue<'static>); 4] {
        let zone = TimeZone::get(self.zone).unwrap_or(TimeZone::UTC);
        let place = if self.venue.is_empty() { t.get("letter-meeting-online") } else { self.venue.to_owned() };
        let when = dates::moment(t, &zone, self.begins);
        [("title", self.title.to_owned().into()), ("when", when.into()), ("where", place.into()), ("reason", self.reason.to_owned().into())]
    }
}

/// What a letter of this kind says of a meeting, without greeting and signature; nothing for a letter of another version of this program.
// ftl: letter-*
#[must_use]
pub fn about_meeting(lang: Lang, letter: &str, matter: &Matter<'_>) -> String {
    let t = Texts::new(lang);
    Kind::parse(letter).map_or_else(String::new, |kind| t.with(&format!("letter-{kind}-text"), &matter.said(&t)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use store::{At, Uid};
    use uuid::Uuid;

    fn instance() -> Instance {
        let at = At(domain::Timestamp::UNIX_EPOCH);
        Instance {
            secret: vec![],
            collectivity_id: Uid(Uuid::nil()),
            territory_kind: "commune".into(),
            insee_code: None,
            siren: None,
            name: "Saint-Aubin".into(),
            tagline: String::new(),
            introduction: String::new(),
            latitude: None,
            longitude: None,
            accent: "#17617a".into(),
            logo_id: None,
            banner_id: None,
            lang: "fr".into(),
            time_zone: "Europe/Paris".into(),
            contact: String::new(),
            legal_notice: String::new(),
            created_at: at,
            set_up_at: Some(at),
            revision: 1,
            parent_territory: String::new(),
            data_controller: String::new(),
            data_contact: String::new(),
        }
    }

    fn letter(kind: &str, name: &str, lang: &str) -> Letter {
        Letter {
            id: Uid(Uuid::nil()),
            kind: kind.into(),
            recipient: "ana@example.org".into(),
            name: name.into(),
            lang: lang.into(),
            link: "/enter/secret".into(),
            created_at: At(domain::Timestamp::UNIX_EPOCH),
        }
    }

    #[test]
    fn every_letter_is_written_in_every_language() {
        let links = Links::new(&url::Url::parse("https://town.example").unwrap());
        for kind in Kind::ALL {
            for lang in Lang::ALL {
                let meeting =
                    Meeting { title: "Atelier".into(), ..Meeting::blank(Uid(Uuid::nil()), None, "fr".into(), instance().created_at) };
                let of_staff = matches!(kind, Kind::StreetToTend | Kind::StreetService);
                let titled = of_staff || kind.code().starts_with("initiative_") || kind.code().starts_with("petition_");
                let about = if titled { About::Titled("Atelier") } else { About::Meeting(&meeting) };
                let rendered = render_about(&letter(kind.code(), "Ana", lang.code()), &instance(), &links, about).unwrap();
                assert!(rendered.text.contains("Atelier") == (titled || kind.code().starts_with("meeting_")), "{}", rendered.text);
                assert!(rendered.subject.ends_with("Saint-Aubin"), "{}", rendered.subject);
                for body in [&rendered.text, &rendered.html] {
                    assert!(body.contains("https://town.example/enter/secret") && body.contains("Ana"), "{body}");
                    assert!(!body.contains("letter-") && !rendered.subject.contains("letter-"), "{body}");
                }
            }
        }
        assert!(render(&letter("other", "Ana", "fr"), &instance(), &links).is_err());
    }

    #[test]
    fn a_name_cannot_write_html_or_headers() {
        let links = Links::new(&url::Url::parse("https://town.example").unwrap());
        let rendered = render(&letter("sign_in", "<script>x</script>", "fr"), &instance(), &links).unwrap();
        assert!(!rendered.html.contains("<script>"));
        assert!(!rendered.subject.contains('\n'));
    }
}
