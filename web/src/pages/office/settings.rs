//! The collectivity's identity: name, territory, colour, pictures, legal notice.

use super::desk::{self, Desk, Section};
use super::show::{self, Choice};
use crate::error::{Error, Reply};
use crate::form::{Faulty, Fields, Posted, Upload, done};
use crate::page::{Page, html_with};
use crate::texts::Texts;
use crate::viewer::{Staff, Visit};
use actions::instance::IdentityForm;
use actions::pictures::Use;
use askama::Template;
use axum::extract::Path;
use domain::colour::{Palette, Rgb};
use domain::lang::Lang;
use domain::territory::TerritoryKind;
use serde::Deserialize;
use store::Uid;
use store::instance::Instance;

/// Contrast that text needs (WCAG 2.2, 1.4.3).
const NEEDED: f64 = 4.5;
const WHITE: Rgb = Rgb { r: 0xff, g: 0xff, b: 0xff };

#[derive(Template)]
#[template(path = "office/settings.html")]
struct Settings {
    page: Page,
    desk: Desk,
    form: Typed,
    kinds: Vec<Choice>,
    langs: Vec<Choice>,
    contrast: String,
    pictures: Vec<Picture>,
    faults: Faulty,
}

/// A picture of the collectivity.
struct Picture {
    code: &'static str,
    label: String,
    hint: String,
    now: Option<String>,
    alt: String,
    fault: Option<String>,
}

/// The identity as typed.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Typed {
    territory_kind: String,
    insee_code: String,
    siren: String,
    name: String,
    tagline: String,
    introduction: String,
    latitude: String,
    longitude: String,
    accent: String,
    lang: String,
    time_zone: String,
    contact: String,
    legal_notice: String,
    parent_territory: String,
    data_controller: String,
    data_contact: String,
}

/// `GET /admin/settings`.
pub(super) async fn show(Staff(visit): Staff) -> Reply {
    desk::enter(&visit, Section::Settings)?;
    let form = Typed::of(&*visit.web.app.instance().await?);
    page(&visit, form, None, actions::Faults::new()).await
}

/// `POST /admin/settings`.
pub(super) async fn save(Staff(visit): Staff, Posted(typed): Posted<Typed>) -> Reply {
    desk::enter(&visit, Section::Settings)?;
    match actions::instance::change_identity(&visit.web.app, visit.viewer, &typed.form()).await {
        Ok(()) => Ok(done("/admin/settings", "office-saved")),
        Err(actions::Error::Faulty(faults)) => page(&visit, typed, None, faults).await,
        Err(other) => Err(other.into()),
    }
}

/// `POST /admin/settings/{picture}`.
pub(super) async fn picture(Staff(visit): Staff, Path(picture): Path<String>, upload: Upload) -> Reply {
    desk::enter(&visit, Section::Settings)?;
    let (code, used) = place(&picture).ok_or(Error::NOT_FOUND)?;
    match actions::pictures::store(&visit.web.app, visit.viewer, upload.file.unwrap_or_default(), upload.fields.get("alt"), used).await {
        Ok(_) => Ok(done("/admin/settings", "office-saved")),
        Err(actions::Error::Faulty(faults)) => {
            let form = Typed::of(&*visit.web.app.instance().await?);
            page(&visit, form, Some(code), faults).await
        }
        Err(other) => Err(other.into()),
    }
}

/// `POST /admin/settings/{picture}/remove`.
pub(super) async fn remove_picture(Staff(visit): Staff, Path(picture): Path<String>, _: Posted<Fields>) -> Reply {
    desk::enter(&visit, Section::Settings)?;
    let (_, used) = place(&picture).ok_or(Error::NOT_FOUND)?;
    actions::pictures::remove(&visit.web.app, visit.viewer, used).await?;
    Ok(done("/admin/settings", "office-saved"))
}

/// The picture that an address names.
fn place(picture: &str) -> Option<(&'static str, Use)> {
    match picture {
        "logo" => Some(("logo", Use::Logo)),
        "banner" => Some(("banner", Use::Banner)),
        _ => None,
    }
}

impl Typed {
    fn of(instance: &Instance) -> Self {
        let degrees = |value: Option<f64>| value.map(|v| v.to_string()).unwrap_or_default();
        Self {
            territory_kind: instance.territory_kind.clone(),
            insee_code: instance.insee_code.clone().unwrap_or_default(),
            siren: instance.siren.clone().unwrap_or_default(),
            name: instance.name.clone(),
            tagline: instance.tagline.clone(),
            introduction: instance.introduction.clone(),
            latitude: degrees(instance.latitude),
            longitude: degrees(instance.longitude),
            accent: instance.accent.clone(),
            lang: instance.lang.clone(),
            time_zone: instance.time_zone.clone(),
            contact: instance.contact.clone(),
            legal_notice: instance.legal_notice.clone(),
            parent_territory: instance.parent_territory.clone(),
            data_controller: instance.data_controller.clone(),
            data_contact: instance.data_contact.clone(),
        }
    }

    fn form(&self) -> IdentityForm {
        // A comma is how degrees are written in French and German.
        let degrees = |typed: &str| typed.trim().replace(',', ".");
        IdentityForm {
            territory_kind: self.territory_kind.clone(),
            insee_code: self.insee_code.clone(),
            siren: self.siren.clone(),
            name: self.name.clone(),
            tagline: self.tagline.clone(),
            introduction: self.introduction.clone(),
            latitude: degrees(&self.latitude),
            longitude: degrees(&self.longitude),
            accent: self.accent.clone(),
            lang: self.lang.clone(),
            time_zone: self.time_zone.clone(),
            contact: self.contact.clone(),
            legal_notice: self.legal_notice.clone(),
            parent_territory: self.parent_territory.clone(),
            data_controller: self.data_controller.clone(),
            data_contact: self.data_contact.clone(),
        }
    }
}

// ftl: territory-kind-*
async fn page(visit: &Visit, form: Typed, faulty_picture: Option<&str>, faults: actions::Faults) -> Reply {
    let (page, desk) = desk::open(visit, Section::Settings, "settings-title").await?;
    let kind =
        |kind: &TerritoryKind| Choice::new(kind.code(), page.t.code("territory-kind", kind.code()), kind.code() == form.territory_kind);
    let kinds = TerritoryKind::ALL.iter().map(kind).collect();
    let langs = Lang::ALL.iter().map(|lang| Choice::new(lang.code(), lang.own_name().to_owned(), lang.code() == form.lang)).collect();
    let contrast = Rgb::parse(form.accent.trim()).map(|accent| contrast(&page.t, accent)).unwrap_or_default();
    let faults = Faulty::new(&page.t, &faults);
    let (page, status) = show::told(page, &faults);
    let mut pictures = pictures(visit, &page.t).await?;
    for picture in pictures.iter_mut().filter(|picture| Some(picture.code) == faulty_picture) {
        picture.fault = faults.text("picture").map(str::to_owned);
    }
    html_with(status, Settings { page, desk, form, kinds, langs, contrast, pictures, faults })
}

// ftl: settings-picture-*
async fn pictures(visit: &Visit, t: &Texts) -> Result<Vec<Picture>, Error> {
    let instance = visit.web.app.instance().await?;
    let ids = [("logo", instance.logo_id), ("banner", instance.banner_id)];
    let alts = visit
        .web
        .app
        .store
        .read(move |db| {
            let alt = |id: Option<Uid>, db: &mut store::Db| id.map_or(Ok(None), |id| store::media::alt(db, id));
            ids.into_iter().map(|(_, id)| alt(id, db)).collect::<store::Result<Vec<_>>>()
        })
        .await?;
    let picture = |((code, id), alt): ((&'static str, Option<Uid>), Option<String>)| Picture {
        code,
        label: t.code("settings-picture", code),
        hint: t.code("settings-picture", &format!("{code}-hint")),
        now: id.map(|id| id.0.to_string()),
        alt: alt.unwrap_or_default(),
        fault: None,
    };
    Ok(ids.into_iter().zip(alts).map(picture).collect())
}

/// What the colour does to legibility, in one sentence.
fn contrast(t: &Texts, accent: Rgb) -> String {
    let ratio = accent.contrast(WHITE);
    if ratio >= NEEDED {
        return t.with1("settings-contrast-good", "ratio", one_decimal(t, ratio));
    }
    let ink = Palette::from_accent(accent).light.ink;
    let values =
        [("ratio", one_decimal(t, ratio).into()), ("ink", ink.to_string().into()), ("better", one_decimal(t, ink.contrast(WHITE)).into())];
    t.with("settings-contrast-adjusted", &values)
}

/// A ratio cut (never rounded up) to one decimal, written as the language does.
fn one_decimal(t: &Texts, ratio: f64) -> String {
    let text = format!("{:.1}", (ratio * 10.0).floor() / 10.0);
    match t.lang() {
        Lang::En => text,
        Lang::Fr | Lang::De => text.replace('.', ","),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ratios_are_never_rounded_up() {
        assert_eq!(one_decimal(&Texts::new(Lang::Fr), 4.49), "4,4");
        assert_eq!(one_decimal(&Texts::new(Lang::En), 21.0), "21.0");
    }

    #[test]
    fn degrees_may_be_written_with_a_comma() {
        let typed = Typed { latitude: " 50,63".to_owned(), ..Typed::default() };
        assert_eq!(typed.form().latitude, "50.63");
    }
}
