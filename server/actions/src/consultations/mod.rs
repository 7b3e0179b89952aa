//! What agents do with consultations: draft, edit, set phases and themes, publish.

mod cover;
mod draft;
mod edit;
mod form;
mod phases;
mod promise;
mod publish;
mod reach;
mod themes;
mod voices;

pub use cover::set_cover;
pub use draft::draft;
pub use edit::edit;
pub(crate) use form::moment;
pub use form::{ConsultationForm, PhaseForm, ThemeForm};
pub use phases::set_phases;
pub use promise::set_promise;
pub use publish::publish;
pub(crate) use reach::keep_within;
pub use reach::set_reach;
pub use themes::set_themes;
pub use voices::set_remote_voices;
