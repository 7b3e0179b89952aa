//! Style, script, fonts and icons: embedded, served under an address that changes with them, so that browsers may keep them for a year.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use flate2::Compression;
use flate2::write::GzEncoder;
use http::{HeaderMap, HeaderValue, StatusCode, header};
use include_dir::{Dir, include_dir};
use sha2::{Digest, Sha256};
use std::borrow::Cow;
use std::collections::HashMap;
use std::io::Write;
use std::sync::{LazyLock, OnceLock};

static FOLDER: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/assets");

/// One file, and its compressed forms once somebody has asked for them.
struct Asset {
    bytes: Cow<'static, [u8]>,
    content_type: &'static str,
    /// Fonts are compressed already.
    compressible: bool,
    gzip: OnceLock<Vec<u8>>,
    brotli: OnceLock<Vec<u8>>,
}

static ASSETS: LazyLock<HashMap<String, Asset>> = LazyLock::new(|| {
    let mut found = HashMap::new();
    collect(&FOLDER, &mut found);
    found
});

/// Changes when any file changes.
static VERSION: LazyLock<String> = LazyLock::new(|| {
    let mut names: Vec<&String> = ASSETS.keys().collect();
    names.sort();
    let mut hash = Sha256::new();
    for (name, asset) in names.into_iter().filter_map(|name| Some((name, ASSETS.get(name)?))) {
        hash.update(name.as_bytes());
        hash.update(&asset.bytes);
    }
    short(hash)
});

/// The first 48 bits of a digest, in hexadecimal.
fn short(hash: Sha256) -> String {
    hash.finalize().iter().take(6).map(|byte| format!("{byte:02x}")).collect()
}

/// A short name for these bytes, that changes with them: the first 48 bits of their SHA-256, in hexadecimal.
pub(crate) fn digest(bytes: &[u8]) -> String {
    short(Sha256::new_with_prefix(bytes))
}

fn collect(folder: &Dir<'static>, found: &mut HashMap<String, Asset>) {
    for file in folder.files() {
        let name = file.path().to_string_lossy().replace('\\', "/");
        let Some((content_type, compressible)) = kind(&name) else { continue };
        let bytes = match file.contents_utf8().filter(|_| name.ends_with(".css")) {
            Some(style) => Cow::Owned(without_comments(style).into_bytes()),
            None => Cow::Borrowed(file.contents()),
        };
        let asset = Asset { bytes, content_type, compressible, gzip: OnceLock::new(), brotli: OnceLock::new() };
        found.insert(name, asset);
    }
    for folder in folder.dirs() {
        collect(folder, found);
    }
}

/// What is served, by the end of the name, and whether it is worth compressing.
fn kind(name: &str) -> Option<(&'static str, bool)> {
    match name.rsplit_once('.')?.1 {
        "css" => Some(("text/css; charset=utf-8", true)),
        "js" => Some(("text/javascript; charset=utf-8", true)),
        "png" => Some(("image/png", false)),
        "svg" => Some(("image/svg+xml", true)),
        "txt" => Some(("text/plain; charset=utf-8", true)),
        "woff2" => Some(("font/woff2", false)),
        _ => None,
    }
}

/// A stylesheet as it is served: its comments are for those who write it (a comment does not nest: CSS Syntax Level 3, §4.3.2).
#[must_use]
pub fn without_comments(style: &str) -> String {
    let mut kept = String::with_capacity(style.len());
    let mut rest = style;
    while let Some((before, comment)) = rest.split_once("/*") {
        kept.push_str(before);
        rest = comment.split_once("*/").map_or("", |(_, after)| after.strip_prefix('\n').unwrap_or(after));
    }
    kept + rest
}

/// The address of a file.
#[must_use]
pub fn path(name: &str) -> String {
    format!("/assets/{}/{name}", *VERSION)
}

/// `GET /assets/{version}/{name}`. An older version gets today's file, but may not keep it.
pub async fn serve(Path((version, name)): Path<(String, String)>, headers: HeaderMap) -> Response {
    let Some(asset) = ASSETS.get(&name) else { return StatusCode::NOT_FOUND.into_response() };
    let keep = if version == *VERSION { "public, max-age=31536000, immutable" } else { "no-cache" };
    let (bytes, encoding) = asset.encoded(&headers);
    let mut response = bytes.into_response();
    let answer = response.headers_mut();
    answer.insert(header::CONTENT_TYPE, HeaderValue::from_static(asset.content_type));
    answer.insert(header::CACHE_CONTROL, HeaderValue::from_static(keep));
    if asset.compressible {
        answer.insert(header::VARY, HeaderValue::from_static("Accept-Encoding"));
    }
    if let Some(encoding) = encoding {
        answer.insert(header::CONTENT_ENCODING, HeaderValue::from_static(encoding));
    }
    response
}

impl Asset {
    fn encoded(&'static self, headers: &HeaderMap) -> (&'static [u8], Option<&'static str>) {
        let accepts = |coding: &str| {
            let lines = headers.get_all(header::ACCEPT_ENCODING).iter().filter_map(|line| line.to_str().ok());
            lines.flat_map(|line| line.split(',')).any(|part| {
                let mut pieces = part.split(';').map(str::trim);
                pieces.next() == Some(coding) && !pieces.any(|piece| matches!(piece, "q=0" | "q=0.0" | "q=0.00" | "q=0.000"))
            })
        };
        if self.compressible && accepts("br") {
            return (self.brotli.get_or_init(|| brotli(&self.bytes)), Some("br"));
        }
        if self.compressible && accepts("gzip") {
            return (self.gzip.get_or_init(|| gzip(&self.bytes)), Some("gzip"));
        }
        (&self.bytes, None)
    }
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    let done = encoder.write_all(bytes).and_then(|()| encoder.finish());
    done.unwrap_or_default() // Writing to memory does not fail.
}

fn brotli(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = brotli::CompressorWriter::new(Vec::new(), 4096, 10, 22);
    let _to_memory = encoder.write_all(bytes).and_then(|()| encoder.flush());
    encoder.into_inner()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn files_are_compressed_and_kept() {
        let get = async |version: &str, name: &str, accepted: &'static str| {
            let mut headers = HeaderMap::new();
            headers.insert(header::ACCEPT_ENCODING, HeaderValue::from_static(accepted));
            serve(Path((version.to_owned(), name.to_owned())), headers).await
        };
        let version = VERSION.as_str();
        let check = |response: &Response, encoding: Option<&str>, keep: &str| {
            assert_eq!(response.headers().get(header::CONTENT_ENCODING).map(|v| v.to_str().unwrap()), encoding);
            assert!(response.headers()[header::CACHE_CONTROL].to_str().unwrap().contains(keep));
        };
        check(&get(version, "parvis.css", "gzip, br").await, Some("br"), "immutable");
        check(&get(version, "parvis.css", "br;q=0, gzip").await, Some("gzip"), "immutable");
        check(&get(version, "fonts/atkinson-next-latin.woff2", "gzip, br").await, None, "immutable");
        check(&get("old", "parvis.css", "").await, None, "no-cache");
        assert_eq!(get(version, "../Cargo.toml", "").await.status(), StatusCode::NOT_FOUND);
    }

    #[test]
    fn comments_of_the_style_are_not_served() {
        let check = |style: &str, served: &str| assert_eq!(without_comments(style), served);
        check("a { b: c }", "a { b: c }");
        check("/* one\n/* two */\na { b: c } /**/d { e: f }/* left open", "a { b: c } d { e: f }");
        let style = std::str::from_utf8(&ASSETS["parvis.css"].bytes).unwrap();
        assert!(!style.contains("/*") && !style.contains("*/"));
        assert_eq!(style.matches('{').count(), style.matches('}').count());
    }

    #[test]
    fn compressed_files_are_small() {
        for name in ["parvis.css", "icons.svg", "parvis.js"] {
            let asset = ASSETS.get(name).unwrap();
            assert!(brotli(&asset.bytes).len() * 2 < asset.bytes.len(), "{name}");
            assert!(gzip(&asset.bytes).len() * 2 < asset.bytes.len(), "{name}");
        }
    }
}
