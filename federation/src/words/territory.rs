//! What a collectivity says of its territory, in our own words (`/ns/v1`). Each number is kept only if it has the shape of one.

use domain::territory::{InseeCode, Siren, TerritoryKind};
use domain::text;
use store::trust::Territory;

use super::read::{Reader, clamp};

/// Longest name, in characters.
const NAME_MAX: usize = 200;
/// Longest contact, in characters.
const CONTACT_MAX: usize = 300;

/// The territory in `parvis:territory`, if it is there and names a kind.
pub(super) fn of(document: Reader<'_>) -> Option<Territory> {
    let said = document.object("parvis:territory").or_else(|| document.object("territory"))?;
    let text = |name: &str, bare: &str| said.text(name).or_else(|| said.text(bare)).unwrap_or_default();
    let line = |name: &str, bare: &str, max: usize| clamp(&text::line(text(name, bare)), max);
    Some(Territory {
        kind: TerritoryKind::parse(text("parvis:kind", "kind"))?.code().to_owned(),
        insee_code: InseeCode::parse(text("parvis:insee", "insee")).map(|code| code.as_str().to_owned()),
        siren: Siren::parse(text("parvis:siren", "siren")).map(|siren| siren.as_str().to_owned()),
        parent: line("parvis:parent", "parent", NAME_MAX),
        controller: line("parvis:controller", "controller", NAME_MAX),
        contact: line("parvis:contact", "contact", CONTACT_MAX),
    })
}
