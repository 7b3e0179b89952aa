//! The first start: whoever has the one-time link printed by the server says whose house this is and becomes its first administrator.

use super::sign_in;
use crate::error::{Error, Reply};
use crate::form::{Choice, Faulty, Posted};
use crate::page::{Page, html, html_faulty};
use crate::viewer::Visit;
use actions::Faults;
use actions::accounts::{self, LinkPurpose, SignUpForm};
use actions::instance::{self, IdentityForm};
use actions::limits::Purpose;
use askama::Template;
use axum::extract::Path;
use domain::lang::Lang;
use domain::refusal::Refusal;
use domain::territory::TerritoryKind;
use domain::text::{self, NAME_MAX};
use serde::Deserialize;

#[derive(Template)]
#[template(path = "account/set-up.html")]
struct SetUp {
    page: Page,
    typed: Typed,
    kinds: Vec<Choice>,
    langs: Vec<Choice>,
    faults: Faulty,
}

/// What is typed at the first start.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    name: String,
    territory_kind: String,
    insee_code: String,
    accent: String,
    lang: String,
    contact: String,
    person_name: String,
    email: String,
    password: String,
}

/// `GET /setup/{token}`
pub async fn show(visit: Visit, Path(token): Path<String>) -> Reply {
    visit.web.app.limits.check(Purpose::Form, &visit.client.bucket())?;
    let link = accounts::peek(&visit.web.app, &token).await?;
    if link.purpose != LinkPurpose::SetUp {
        return Err(Error::Refused(Refusal::LinkExpired));
    }
    let usual = Typed {
        territory_kind: TerritoryKind::Commune.code().to_owned(),
        accent: instance::ACCENT.to_owned(),
        lang: visit.lang.code().to_owned(),
        ..Typed::default()
    };
    let page = visit.page("set-up-title").await?;
    html(form(page, usual, Faulty::none()))
}

/// `POST /setup/{token}`
pub async fn send(visit: Visit, Path(token): Path<String>, Posted(typed): Posted<Typed>) -> Reply {
    let app = &visit.web.app;
    app.limits.check(Purpose::Form, &visit.client.bucket())?;
    let now = app.instance().await?;
    let identity = IdentityForm {
        territory_kind: typed.territory_kind.clone(),
        insee_code: typed.insee_code.clone(),
        name: typed.name.clone(),
        accent: typed.accent.clone(),
        lang: typed.lang.clone(),
        contact: typed.contact.clone(),
        time_zone: now.time_zone.clone(),
        ..IdentityForm::default()
    };
    let person = SignUpForm { name: typed.person_name.clone(), email: typed.email.clone(), password: typed.password.clone() };
    match instance::set_up(app, &token, &person, &identity, &visit.device).await {
        Err(actions::Error::Faulty(faults)) => {
            let page = visit.page("set-up-title").await?.with_faults(true);
            let faults = Faulty::new(&page.t, &apart(faults, &typed));
            html_faulty(form(page, typed, faults))
        }
        other => sign_in::welcome(&visit, &other?, "/admin", "set-up").await,
    }
}

fn form(page: Page, typed: Typed, faults: Faulty) -> SetUp {
    // ftl: territory-kind-*
    let kinds = Choice::list(&page.t, "territory-kind", TerritoryKind::ALL.iter().map(|kind| kind.code()), &typed.territory_kind);
    let langs = languages(&typed.lang);
    SetUp { page, typed, kinds, langs, faults }
}

/// The languages, each by its own name.
pub(super) fn languages(chosen: &str) -> Vec<Choice> {
    let choice = |lang: &Lang| Choice { code: lang.code().to_owned(), label: lang.own_name().to_owned(), chosen: lang.code() == chosen };
    Lang::ALL.iter().map(choice).collect()
}

/// Both halves of the form have a name: the person's faults come first, and theirs is a faulty name only if it is.
fn apart(faults: Faults, typed: &Typed) -> Faults {
    let mut persons = text::bounded_line(&typed.person_name, 2, NAME_MAX).is_err();
    let place = |(field, fault)| match field {
        "name" if persons => {
            persons = false;
            ("person_name", fault)
        }
        other => (other, fault),
    };
    faults.into_iter().map(place).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::text::Fault;

    #[test]
    fn the_two_names_are_told_apart() {
        let check = |person: &str, faults: &[&'static str], expected: &[&str]| {
            let typed = Typed { person_name: person.to_owned(), ..Typed::default() };
            let faults = faults.iter().map(|field| (*field, Fault::Missing)).collect();
            assert_eq!(apart(faults, &typed).into_iter().map(|(field, _)| field).collect::<Vec<_>>(), expected, "{person:?}");
        };
        check("", &["name", "email", "name"], &["person_name", "email", "name"]);
        check("", &["name"], &["person_name"]);
        check("Ana Martin", &["name", "accent"], &["name", "accent"]);
    }

    #[test]
    fn languages_go_by_their_own_names() {
        let shown: Vec<_> = languages("de").into_iter().map(|choice| (choice.label, choice.chosen)).collect();
        assert_eq!(shown, [("Français".to_owned(), false), ("English".to_owned(), false), ("Deutsch".to_owned(), true)]);
        assert_eq!(crate::texts::Texts::new(Lang::De).code("territory-kind", "commune"), "Gemeinde");
    }
}
