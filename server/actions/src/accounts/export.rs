//! Everything the instance holds about somebody, for themselves (GDPR art. 15 and 20).

use domain::actor::Viewer;
use domain::links::Links;
use domain::refusal::Refusal;
use serde_json::{Value, json};
use store::draft_texts::Spoken;
use store::sessions::Session;
use store::{At, Db, Uid};

use super::signed_in;
use crate::{App, Result};

/// Gathers one's own data: account, public side, contributions with their versions, supports, reports, sessions, and what happened to the account.
///
/// # Errors
/// `SignInFirst`, or the store's failure.
pub async fn export(app: &App, viewer: Viewer) -> Result<Value> {
    let (actor, links, now) = (Uid::of(signed_in(viewer)?), app.links.clone(), app.now());
    app.store
        .read(move |db| {
            let account = store::accounts::find(db, actor)?.ok_or(Refusal::SignInFirst)?;
            let person = store::actors::find(db, actor)?.ok_or(Refusal::SignInFirst)?;
            let sessions = store::sessions::of_actor(db, actor)?;
            let mut data = json!({
                "exported_at": now.to_string(),
                "account": {
                    "email": account.email, "role": account.role, "language": account.lang, "has_password": account.password_hash.is_some(),
                    "name_may_leave_this_instance": account.publish_abroad, "created_at": time(account.created_at), "last_used": time(account.seen_at),
                },
                "public_profile": { "id": links.actor(&person.username), "name": person.display_name, "handle": person.username, "summary": person.summary },
            });
            if let (Some(data), Value::Object(rest)) = (data.as_object_mut(), what_somebody_did(db, &links, actor, &sessions)?) {
                data.extend(rest);
                data.insert("questionnaires".to_owned(), crate::questionnaires::own_data(db, actor)?.into());
                data.insert("organisations".to_owned(), organisations(db, &links, actor)?);
                data.insert("meetings".to_owned(), crate::meetings::own_data(db, actor)?);
                data.insert("newsletter".to_owned(), crate::newsletters::own_data(db, &account.email)?);
                data.insert("articles".to_owned(), crate::articles::own_data(db, actor)?);
                data.insert("initiatives".to_owned(), crate::initiatives::own_data(db, actor)?);
            }
            Ok(data)
        })
        .await
}

/// What somebody did here, from wherever they came: contributions with their versions, supports, reports, sessions, what happened to the account.
pub(crate) fn what_somebody_did(db: &mut Db, links: &Links, actor: Uid, sessions: &[Session]) -> Result<Value> {
    let mut contributions = Vec::new();
    let written = store::contributions::all_of(db, actor)?;
    let spoken = store::draft_texts::said_by(db, &written.iter().map(|c| c.id).collect::<Vec<_>>())?;
    for c in written {
        let on_paragraph = spoken.iter().find(|one| one.said.contribution_id == c.id).map(|one| on_paragraph(links, one));
        let versions = if c.version > 1 { store::contributions::versions(db, c.id)? } else { Vec::new() };
        let older: Vec<Value> =
            versions.iter().map(|v| json!({ "title": v.title, "body": v.body, "written_at": time(v.written_at) })).collect();
        contributions.push(json!({
            "id": links.object(c.id.0), "kind": c.kind, "title": c.title, "body": c.body, "language": c.lang, "stance": c.stance,
            "created_at": time(c.created_at), "edited_at": c.edited_at.map(time), "withdrawn_at": c.withdrawn_at.map(time),
            "hidden_at": c.hidden_at.map(time), "supports": c.support_count, "older_versions": older,
            "on_paragraph": on_paragraph,
        }));
    }
    let supports: Vec<String> = store::views::person::supported_by(db, actor, 100_000)?.iter().map(|id| links.object(id.0)).collect();
    let paragraphs: Vec<String> =
        store::draft_texts::supports::of_actor(db, actor)?.iter().map(|(slug, number)| paragraph(links, slug, *number)).collect();
    let sessions: Vec<Value> = sessions
        .iter()
        .map(|s| json!({ "device": s.device, "since": time(s.created_at), "last_used": time(s.seen_at), "until": time(s.expires_at) }))
        .collect();
    let reports: Vec<Value> = store::moderation::reported_by(db, actor)?
        .iter()
        .map(|r| {
            json!({
                "contribution": links.object(r.contribution_id.0), "reason": r.reason, "note": r.note,
                "reported_at": time(r.reported_at), "decided_at": r.decided_at.map(time), "decision": r.decision,
            })
        })
        .collect();
    // Who did it is left out: an administrator's name is not this person's data.
    let events: Vec<Value> = store::journal::on_subject(db, actor)?
        .iter()
        .map(|line| json!({ "what": line.kind, "detail": line.detail, "at": time(line.at) }))
        .collect();
    Ok(json!({
        "contributions": contributions, "supports": supports, "paragraphs_supported": paragraphs, "reports_made": reports, "sessions": sessions, "account_events": events,
        "street_reports": street_reports(db, links, actor)?,
    }))
}

/// What a contribution says of a paragraph, and what became of it.
fn on_paragraph(links: &Links, spoken: &Spoken) -> Value {
    let said = &spoken.said;
    json!({
        "paragraph": paragraph(links, &spoken.slug, spoken.paragraph.number), "asks": said.word, "wording": said.wording, "outcome": said.outcome,
        "kept_wording": said.kept, "decided_at": said.decided_at.map(time),
    })
}

/// The page of a paragraph.
fn paragraph(links: &Links, slug: &str, number: i32) -> String {
    links.absolute(&format!("/c/{slug}/text/{number}"))
}

fn time(at: At) -> String {
    at.0.to_string()
}

/// In whose name somebody acts, what they did so, and what they asked to be opened.
fn organisations(db: &mut Db, links: &Links, actor: Uid) -> Result<Value> {
    let names = store::memberships::of_person(db, actor)?;
    let member: Vec<Value> =
        names.iter().map(|mine| json!({ "id": links.actor(&mine.username), "name": mine.name, "administers": mine.administers })).collect();
    let acts = store::views::organisation::acts_of(db, actor, 100_000)?;
    let acts: Vec<Value> = acts
        .iter()
        .map(|line| json!({ "what": line.kind, "on": line.subject_id.map(|id| links.object(id.0)), "at": time(line.at) }))
        .collect();
    let asked = store::organisations::asked_by(db, actor, 100)?;
    let asked: Vec<Value> = asked.iter().map(|request| json!({ "name": request.name, "asked_at": time(request.asked_at) })).collect();
    Ok(json!({ "member_of": member, "acts_in_their_name": acts, "asked_to_open": asked }))
}

/// The reports from the street that somebody made or follows.
fn street_reports(db: &mut Db, links: &Links, actor: Uid) -> Result<Value> {
    let rows = store::street::followers::followed_by(db, actor, 100_000)?;
    let row = |(number, made, since): &(i64, bool, At)| json!({ "page": links.absolute(&format!("/street/{number}")), "made_by_them": made, "since": time(*since) });
    Ok(rows.iter().map(row).collect::<Vec<_>>().into())
}
