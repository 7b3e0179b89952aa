//! Somebody at the people's door: a browser without pictures or scripts, that keeps its cookies and sends forms back with their tokens.

use std::collections::BTreeMap;
use std::net::{IpAddr, Ipv4Addr};

use axum::Router;
use axum::body::Body;
use http::{Request, header};
use http_body_util::BodyExt;
use tower::ServiceExt;
use web::ClientAddress;

use crate::page::Answer;

/// A browser.
#[derive(Clone)]
pub struct Citizen {
    router: Router,
    origin: String,
    /// The cookies it keeps.
    pub cookies: BTreeMap<String, String>,
    /// What it sends as `Accept-Language`.
    pub languages: String,
    /// Where it comes from.
    pub address: IpAddr,
}

impl Citizen {
    /// A browser that was never here.
    pub fn new(router: Router, origin: &str) -> Self {
        Self {
            router,
            origin: origin.to_owned(),
            cookies: BTreeMap::new(),
            languages: "fr".to_owned(),
            address: IpAddr::V4(Ipv4Addr::new(198, 51, 100, 7)),
        }
    }

    /// Opens a page.
    pub async fn get(&mut self, path: &str) -> Answer {
        let request = Request::get(path).body(Body::empty()).unwrap();
        self.send(request).await
    }

    /// Opens a page that must be there.
    pub async fn see(&mut self, path: &str) -> Answer {
        let answer = self.get(path).await;
        assert_eq!(answer.status, 200, "GET {path}\n{}", answer.body);
        answer
    }

    /// Sends a form as a browser does, after having looked at the page it stands on to take its token.
    pub async fn post(&mut self, page: &str, action: &str, fields: &[(&str, &str)]) -> Answer {
        let token = self.token(page).await;
        let mut fields = fields.to_vec();
        fields.push(("_csrf", &token));
        self.post_bare(action, &fields).await
    }

    /// The token of the forms on a page.
    pub async fn token(&mut self, page: &str) -> String {
        let answer = self.get(page).await;
        answer.hidden("_csrf").unwrap_or_else(|| panic!("no form on {page}: {} {}", answer.status, answer.body))
    }

    /// Sends fields, nothing added.
    pub async fn post_bare(&mut self, action: &str, fields: &[(&str, &str)]) -> Answer {
        let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let request = Request::post(action)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header(header::ORIGIN, &self.origin)
            .body(Body::from(body))
            .unwrap();
        self.send(request).await
    }

    /// Follows a one-time link: looks at it, then presses its button.
    pub async fn enter(&mut self, path: &str) -> Answer {
        let answer = self.post(path, path, &[]).await;
        assert_eq!(answer.status, 303, "entering by {path}\n{}", answer.body);
        answer
    }

    /// Sends any request, with this browser's cookies, languages and address; keeps the cookies of the answer.
    pub async fn send(&mut self, mut request: Request<Body>) -> Answer {
        let cookies: Vec<String> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        if !cookies.is_empty() {
            request.headers_mut().insert(header::COOKIE, cookies.join("; ").parse().unwrap());
        }
        let host = self.origin.trim_start_matches("http://").parse().unwrap();
        request.headers_mut().entry(header::HOST).or_insert(host);
        request.headers_mut().entry(header::ACCEPT).or_insert("text/html".parse().unwrap());
        request.headers_mut().entry(header::ACCEPT_LANGUAGE).or_insert(self.languages.parse().unwrap());
        request.extensions_mut().insert(ClientAddress(self.address));
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let bytes = body.collect().await.unwrap().to_bytes();
        for cookie in parts.headers.get_all(header::SET_COOKIE) {
            let pair = cookie.to_str().unwrap().split(';').next().unwrap();
            let (name, value) = pair.split_once('=').unwrap();
            if value.is_empty() {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
        Answer::new(parts.status, parts.headers, bytes.to_vec())
    }
}
