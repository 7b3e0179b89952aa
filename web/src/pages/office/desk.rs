//! The frame of every page of the back office: who may come in, and the menu with what waits.

use crate::error::Error;
use crate::page::{Page, Title};
use crate::viewer::Visit;
use domain::permission::{self, OfficeVerb};

/// A part of the back office.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Section {
    /// What there is to do.
    Home,
    /// Consultations.
    Consultations,
    /// News and articles, the newsletter, what the collectivity says of itself.
    News,
    /// Official answers.
    Answers,
    /// Reports from the street.
    Street,
    /// Initiatives and petitions.
    Initiatives,
    /// Organisations and accreditations.
    Stakeholders,
    /// Reports.
    Moderation,
    /// Accounts and roles.
    Users,
    /// The audit log.
    Journal,
    /// Other servers.
    Network,
    /// Identity and settings.
    Settings,
}

/// The menu.
pub(super) struct Desk {
    /// Its lines.
    pub(super) entries: Vec<Entry>,
}

/// A line of the menu.
pub(super) struct Entry {
    /// Where it leads.
    pub(super) path: &'static str,
    /// Its icon.
    pub(super) icon: &'static str,
    /// Its word.
    pub(super) label: String,
    /// How much waits there.
    pub(super) waiting: i64,
    /// Whether it is the current page.
    pub(super) current: bool,
}

impl Section {
    const ALL: [Self; 12] = [
        Self::Home,
        Self::Consultations,
        Self::News,
        Self::Answers,
        Self::Street,
        Self::Initiatives,
        Self::Stakeholders,
        Self::Moderation,
        Self::Users,
        Self::Journal,
        Self::Network,
        Self::Settings,
    ];

    /// What one must be allowed to do to be here.
    const fn verb(self) -> OfficeVerb {
        match self {
            Self::Home => OfficeVerb::EnterOffice,
            Self::Consultations | Self::News => OfficeVerb::PrepareConsultation,
            Self::Answers | Self::Street | Self::Initiatives | Self::Stakeholders => OfficeVerb::Answer,
            Self::Moderation => OfficeVerb::Moderate,
            Self::Users => OfficeVerb::ManageUsers,
            Self::Journal => OfficeVerb::ReadJournal,
            Self::Network | Self::Settings => OfficeVerb::ChangeSettings,
        }
    }

    // ftl: office-nav-*
    const fn line(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::Home => ("/admin", "list", "home"),
            Self::Consultations => ("/admin/consultations", "megaphone", "consultations"),
            Self::News => ("/admin/news", "file-text", "news"),
            Self::Answers => ("/admin/answers", "check-circle", "answers"),
            Self::Street => ("/admin/street", "map-pin", "street"),
            Self::Initiatives => ("/admin/initiatives", "flag", "initiatives"),
            Self::Stakeholders => ("/admin/organisations", "badge-check", "stakeholders"),
            Self::Moderation => ("/admin/moderation", "shield", "moderation"),
            Self::Users => ("/admin/users", "users", "users"),
            Self::Journal => ("/admin/journal", "history", "journal"),
            Self::Network => ("/admin/network", "share", "network"),
            Self::Settings => ("/admin/settings", "settings", "settings"),
        }
    }
}

/// Whether the visitor may do this in the back office.
pub(super) fn may(visit: &Visit, verb: OfficeVerb) -> bool {
    permission::may_in_office(visit.viewer, verb).is_ok()
}

/// Lets the visitor into a section, or refuses.
pub(super) fn enter(visit: &Visit, section: Section) -> Result<(), Error> {
    permission::may_in_office(visit.viewer, section.verb()).map_err(Error::from)
}

/// Opens a section: the page with this title, and the menu.
pub(super) async fn open(visit: &Visit, section: Section, title: impl Into<Title>) -> Result<(Page, Desk), Error> {
    enter(visit, section)?;
    let page = visit.page(title).await?;
    let (reports, held, (_, unanswered), requests, proposals, articles, (street, initiatives)) = visit
        .web
        .app
        .store
        .read(|db| {
            let reports = store::moderation::waiting(db)?;
            let (held, unanswered) = (store::views::held::waiting(db)?, store::views::office::unanswered(db, None, 0, 0)?);
            let requests = store::organisations::count_waiting(db)?;
            let street = (store::street::lists::received(db)?, store::initiatives::waiting(db)?);
            let (proposals, articles) = (store::views::network::waiting(db)?, store::articles::count_waiting(db)?);
            Ok::<_, store::Error>((reports, held, unanswered, requests, proposals, articles, street))
        })
        .await?;
    let entries = Section::ALL
        .into_iter()
        .filter(|section| may(visit, section.verb()))
        .map(|each| {
            let (path, icon, code) = each.line();
            let waiting = match each {
                Section::News => articles,
                Section::Answers => unanswered,
                Section::Street => street,
                Section::Initiatives => initiatives,
                Section::Stakeholders => requests,
                Section::Moderation => reports + held,
                Section::Network => proposals,
                Section::Home | Section::Consultations | Section::Users | Section::Journal | Section::Settings => 0,
            };
            Entry { path, icon, label: page.t.code("office-nav", code), waiting, current: each == section }
        })
        .collect();
    Ok((page, Desk { entries }))
}
