//! The fields of an organisation, the same for whoever asks, for its members and for agents.

use crate::form::Choice;
use crate::texts::Texts;
use actions::organisations::OrganisationForm;
use domain::organisation::OrganisationKind;
use serde::Deserialize;

/// The form, as it was sent.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Typed {
    kind: String,
    name: String,
    summary: String,
    web: String,
    registration: String,
    publish_abroad: String,
    /// Who will look after it: agents say so.
    pub(crate) email: String,
}

impl Typed {
    /// What an action takes.
    pub(crate) fn form(&self) -> OrganisationForm {
        OrganisationForm {
            kind: self.kind.clone(),
            name: self.name.clone(),
            summary: self.summary.clone(),
            web: self.web.clone(),
            registration: self.registration.clone(),
            publish_abroad: !self.publish_abroad.is_empty(),
        }
    }
}

/// What an organisation can be, to choose from.
// ftl: organisation-kind-*
pub(crate) fn kinds(t: &Texts, chosen: &str) -> Vec<Choice> {
    Choice::list(t, "organisation-kind", OrganisationKind::ALL.iter().map(|kind| kind.code()), chosen)
}
