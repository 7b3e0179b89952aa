//! What is drawn in the town's colour: its style sheet, its stand-in logo, and the patterns where a photograph is missing.

use crate::Web;
use crate::error::{Error, Reply};
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Response};
use domain::colour::{Palette, Rgb};
use domain::cover;
use http::{HeaderName, HeaderValue, header};
use serde::Deserialize;
use store::instance::Instance;

/// The revision of the identity that the page was made with.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Revision {
    v: String,
}

/// `GET /theme.css`
pub async fn style(State(web): State<Web>, Query(asked): Query<Revision>) -> Reply {
    let instance = web.app.instance().await?;
    let css = Palette::from_accent(accent(&instance)).css();
    Ok(drawn(css, "text/css; charset=utf-8", &instance, &asked))
}

/// `GET /logo.svg`: a house in the town's colour.
pub async fn logo(State(web): State<Web>, Query(asked): Query<Revision>) -> Reply {
    let instance = web.app.instance().await?;
    let tones = Palette::from_accent(accent(&instance)).light;
    let svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 44 44\"><rect width=\"44\" height=\"44\" rx=\"8\" fill=\"{}\"/>\
         <path d=\"M8 34h28M11 34V19M33 34V19M8 19 22 9l14 10M18 34v-8a4 4 0 0 1 8 0v8\" fill=\"none\" stroke=\"{}\" stroke-width=\"2.5\" \
         stroke-linecap=\"round\" stroke-linejoin=\"round\"/></svg>",
        tones.accent, tones.text
    );
    Ok(drawn(svg, "image/svg+xml", &instance, &asked))
}

/// `GET /cover.svg`: the pattern of the home page.
pub async fn home_cover(State(web): State<Web>, Query(asked): Query<Revision>) -> Reply {
    pattern(&web, "home", &asked).await
}

/// `GET /c/{slug}/cover.svg`: the pattern is drawn from the word alone, so it tells nothing about whether there is such a consultation.
pub async fn consultation_cover(State(web): State<Web>, Path(slug): Path<String>, Query(asked): Query<Revision>) -> Reply {
    pattern(&web, &slug, &asked).await
}

async fn pattern(web: &Web, name: &str, asked: &Revision) -> Reply {
    let instance = web.app.instance().await?;
    let svg = cover::pattern_svg(cover::seed_of(name.as_bytes()), 1600, 900, accent(&instance));
    Ok(drawn(svg, "image/svg+xml", &instance, asked))
}

/// The colour of the town.
fn accent(instance: &Instance) -> Rgb {
    Rgb::parse(&instance.accent).or_else(|| Rgb::parse(actions::instance::ACCENT)).unwrap_or(Rgb { r: 0, g: 0, b: 0 })
}

/// What is asked for by revision never changes; the rest is kept for an hour.
fn drawn(body: String, content_type: &'static str, instance: &Instance, asked: &Revision) -> Response {
    let current = asked.v == instance.revision.to_string();
    let keep = if current { "public, max-age=31536000, immutable" } else { "public, max-age=3600" };
    let headers = [(header::CONTENT_TYPE, HeaderValue::from_static(content_type)), (header::CACHE_CONTROL, HeaderValue::from_static(keep))];
    (headers, body).into_response()
}

/// `GET /media/{id}`: a picture that somebody of the staff has stored. Its id is its version. Pictures of reports have a door of their own.
pub async fn media(State(web): State<Web>, Path(id): Path<String>) -> Reply {
    let id = id.parse::<uuid::Uuid>().map_err(|_not_an_id| Error::NOT_FOUND)?;
    let found = web.app.store.read(move |db| store::media::open(db, store::Uid(id))).await?;
    let media = found.ok_or(Error::NOT_FOUND)?;
    let content_type = match media.content_type.as_str() {
        "image/jpeg" => "image/jpeg",
        "image/png" => "image/png",
        "image/webp" => "image/webp",
        other => return Err(Error::Broken(format!("a picture of type {other}"))),
    };
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static(content_type)),
        (header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=31536000, immutable")),
    ];
    Ok((headers, media.bytes).into_response())
}

/// `GET /media/elsewhere/{name}`: a picture of another server, encoded anew and kept here. Its name is a digest, so it names no address (C08).
pub async fn media_elsewhere(State(web): State<Web>, Path(name): Path<String>) -> Reply {
    let name = digest(&name).ok_or(Error::NOT_FOUND)?;
    let (content_type, bytes) = actions::remote_pictures::look_at(&web.app, name).await?.ok_or(Error::NOT_FOUND)?;
    if content_type != "image/jpeg" {
        return Err(Error::Broken(format!("a picture of type {content_type}")));
    }
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static("image/jpeg")),
        (header::CONTENT_DISPOSITION, HeaderValue::from_static("inline; filename=\"picture.jpg\"")),
        (header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=86400")),
        (HeaderName::from_static("x-robots-tag"), HeaderValue::from_static("noindex")),
    ];
    Ok((headers, bytes).into_response())
}

/// 32 bytes in lower-case hexadecimal, written in the one way.
fn digest(name: &str) -> Option<Vec<u8>> {
    let is_hex = name.len() == 64 && name.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
    let pairs = is_hex.then(|| name.as_bytes().chunks(2))?;
    pairs.map(|pair| std::str::from_utf8(pair).ok().and_then(|pair| u8::from_str_radix(pair, 16).ok())).collect()
}
