//! What the administrators decide about other servers.

use crate::{App, Error, Result};
use domain::actor::Viewer;
use domain::event::{Event, EventKind};
use domain::permission::{self, OfficeVerb};
use domain::refusal::Refusal;
use domain::text::{self, Fault};
use store::At;
use store::Uid;
use store::peers::HostRule;

/// Blocks a server or puts it on the list of territories, in place of what was decided before. Gives the host as it is kept.
///
/// # Errors
/// A refusal of the permission table, faulty fields, or the store's failure.
pub async fn rule(app: &App, viewer: Viewer, host: &str, rule: HostRule, note: &str) -> Result<String> {
    permission::may_in_office(viewer, OfficeVerb::ChangeSettings)?;
    let host = host_of(host).ok_or_else(|| Error::fault("host", Fault::Shape))?;
    let note = text::bounded_line(note, 0, text::TITLE_MAX).map_err(|fault| Error::fault("note", fault))?;
    let (now, kept) = (app.now(), host.clone());
    app.store
        .write(move |db| {
            store::peers::rule(db, &host, rule, &note, viewer.actor.map(Uid::of), At(now))?;
            if rule == HostRule::Blocked {
                super::listings::forget_host(db, &host, now)?;
            }
            let event = Event::new(EventKind::HostRuleChanged).by(viewer.actor).detail(rule.code());
            Ok(store::journal::append(db, &event, now)?)
        })
        .await
        .map(|()| kept)
}

/// Takes a decision back.
///
/// # Errors
/// A refusal of the permission table, `NotFound`, or the store's failure.
pub async fn unrule(app: &App, viewer: Viewer, host: &str) -> Result<()> {
    permission::may_in_office(viewer, OfficeVerb::ChangeSettings)?;
    let (now, host) = (app.now(), host.to_owned());
    app.store
        .write(move |db| {
            if !store::peers::unrule(db, &host)? {
                return Err(Refusal::NotFound.into());
            }
            Ok(store::journal::append(db, &Event::new(EventKind::HostRuleChanged).by(viewer.actor).detail("none"), now)?)
        })
        .await
}

/// A host as somebody types it, normalised as in addresses: lower case, IDNA, no final dot, the port kept where it is not the usual one.
pub(super) fn host_of(typed: &str) -> Option<String> {
    let typed = typed.trim().trim_start_matches("https://").trim_start_matches("http://").trim_end_matches('/').trim_end_matches('.');
    let url = url::Url::parse(&format!("https://{typed}/")).ok()?;
    let host = url.host_str()?.trim_end_matches('.').to_owned();
    if !url.username().is_empty() || url.path() != "/" || url.query().is_some() || url.fragment().is_some() || host.is_empty() {
        return None;
    }
    Some(url.port().map_or(host.clone(), |port| format!("{host}:{port}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts_as_people_type_them() {
        let check = |typed: &str, expected: Option<&str>| assert_eq!(host_of(typed).as_deref(), expected, "{typed}");
        check("Ville.Example", Some("ville.example"));
        check(" https://ville.example/ ", Some("ville.example"));
        check("ville.example.", Some("ville.example"));
        check("ville.example:443", Some("ville.example"));
        check("localhost:8081", Some("localhost:8081"));
        check("évry.example", Some("xn--vry-9la.example"));
        check("ville.example/chemin", None);
        check("moi@ville.example", None);
        check("", None);
        check("a b", None);
    }
}
