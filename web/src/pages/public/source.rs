//! Where a contribution was made, when it was not on these pages: another platform, or a meeting.

use store::imports::Imported;
use store::views::page::Whole;

/// Where a text comes from.
pub(super) struct Source {
    /// The key of what it is called.
    pub(super) key: &'static str,
    pub(super) name: String,
    /// Its address, when it is one of the web.
    pub(super) address: Option<String>,
    /// Whether that leads to another server.
    pub(super) elsewhere: bool,
}

impl Source {
    /// Where this one comes from.
    // ftl: contribution-imported contribution-meeting
    pub(super) fn of(whole: &Whole) -> Option<Self> {
        let imported = whole.card.imported.as_ref().map(Self::imported);
        imported.or_else(|| {
            let (id, title) = whole.meeting.as_ref()?;
            let address = Some(super::meetings::path(*id));
            Some(Self { key: "contribution-meeting", name: title.clone(), address, elsewhere: false })
        })
    }

    fn imported(origin: &Imported) -> Self {
        let of_the_web = |address: &&String| url::Url::parse(address).is_ok_and(|url| matches!(url.scheme(), "http" | "https"));
        let address = Some(&origin.source_url).filter(of_the_web).cloned();
        Self { key: "contribution-imported", name: format!("{}, {}", origin.source, origin.source_id), address, elsewhere: true }
    }
}
