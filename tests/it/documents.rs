//! Documents of a consultation, through the doors: added, followed by versions, taken home, refused.

use domain::actor::Role;
use http::{Request, header};
use rig::{Answer, Citizen, Town, on_both_databases};

const OFFICE: &str = "/admin/consultations/place/documents";
const PAGE: &str = "/c/place/documents";
const PDF: &[u8] = b"%PDF-1.7\nPlan de la place.\n%%EOF\n";

/// What the public record has of a document: kind of each entry, its version, and what it keeps of its words.
async fn recorded(town: &Town) -> Vec<(u32, Option<String>)> {
    crate::public_record::sign(town).await;
    let read = town.app.store.read(|db| {
        let mut found = Vec::new();
        for place in 0..store::record::size(db)? {
            let entry = store::record::entry(db, place)?.ok_or(store::Error::NotFound)?;
            if entry.kind == "document_changed" {
                let version = record::Entry::parse(&entry.entry).unwrap().version;
                found.push((version, store::record::content(db, place)?.map(|kept| kept.content)));
            }
        }
        Ok::<_, store::Error>(found)
    });
    read.await.unwrap()
}

on_both_databases! {
    async fn the_record_has_what_everybody_reads_and_forgets_what_is_taken_away(town: Town) {
        rig::town::draft(&town.app, "place").await;
        let mut agent = town.somebody("Helene", Role::Agent).await;
        assert_eq!(send(&mut agent, "", "Plan tenu secret", "", PDF).await.status, 303);
        assert!(recorded(&town).await.is_empty(), "a draft is nobody's business");
        actions::consultations::publish(&town.app, Town::machine(), "place").await.unwrap();
        assert!(recorded(&town).await.is_empty());
        let id = town.visitor().see(PAGE).await.link(&format!("{PAGE}/")).unwrap().split('/').nth(4).unwrap().to_owned();
        assert_eq!(send(&mut agent, &id, "Plan de la place", "La fontaine est déplacée.", b"%PDF-1.7\nv2\n%%EOF\n").await.status, 303);
        let kept = recorded(&town).await;
        assert_eq!((kept.len(), kept[0].0), (1, 2));
        let words = kept[0].1.clone().unwrap();
        assert!(words.contains("Plan de la place") && words.contains("fontaine"), "{words}");
        assert_eq!(agent.post(OFFICE, &format!("{OFFICE}/{id}/remove"), &[]).await.status, 303);
        assert_eq!(recorded(&town).await, [(2, None), (2, None)], "that it was there stays, what it said does not");
    }
}

/// Sends the form with a file in it.
async fn send(agent: &mut Citizen, of: &str, title: &str, changes: &str, file: &[u8]) -> Answer {
    let token = agent.token(OFFICE).await;
    let mut body = Vec::new();
    for (name, value) in [("_csrf", token.as_str()), ("of", of), ("title", title), ("changes", changes)] {
        body.extend_from_slice(format!("--cut\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").as_bytes());
    }
    body.extend_from_slice(b"--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"plan.pdf\"\r\n\r\n");
    body.extend_from_slice(file);
    body.extend_from_slice(b"\r\n--cut--\r\n");
    let request = Request::post(OFFICE).header(header::CONTENT_TYPE, "multipart/form-data; boundary=cut");
    agent.send(request.body(body.into()).unwrap()).await
}

on_both_databases! {
    async fn each_version_stays_with_its_digest(town: Town) {
        town.consultation("place").await;
        let mut agent = town.somebody("Helene", Role::Agent).await;
        assert!(town.visitor().see("/c/place").await.link(PAGE).is_none());
        agent.see(OFFICE).await.says("Aucun document");
        let done = send(&mut agent, "", "Plan de la place", "", PDF).await;
        assert_eq!(done.status, 303, "{}", done.text());
        let shown = town.visitor().see(PAGE).await;
        // The digest that `sha256sum` gives for these bytes.
        shown.says("Plan de la place").says("PDF").says("b00cc405");
        assert!(town.visitor().see("/c/place").await.link(PAGE).is_some());
        let first = shown.link(&format!("{PAGE}/")).unwrap();
        let file = town.visitor().get(&first).await;
        assert_eq!((file.status.as_u16(), file.bytes.as_slice()), (200, PDF));
        assert_eq!(file.header("content-type"), "application/pdf");
        assert_eq!(file.header("content-disposition"), "attachment; filename=\"plan-de-la-place-v1.pdf\"");
        assert_eq!(file.header("x-content-type-options"), "nosniff");
        assert_eq!(file.header("content-security-policy"), "default-src 'none'; sandbox");
        let id = first.split('/').nth(4).unwrap().to_owned();
        // A newer version says what changed; the older one stays where it was.
        assert_eq!(send(&mut agent, &id, "Plan de la place", "", PDF).await.status, 422);
        let done = send(&mut agent, &id, "Plan de la place", "La fontaine est déplacée.", b"%PDF-1.7\nv2\n%%EOF\n").await;
        assert_eq!(done.status, 303, "{}", done.text());
        town.visitor().see(PAGE).await.says("La fontaine est déplacée").says("1 version plus ancienne");
        assert_eq!(town.visitor().get(&first).await.bytes, PDF);
        for absent in [format!("{PAGE}/{id}/3"), format!("{PAGE}/{id}/x"), format!("{PAGE}/x/1")] {
            assert_eq!(town.visitor().get(&absent).await.status, 404, "{absent}");
        }
        assert_eq!(agent.post(OFFICE, &format!("{OFFICE}/{id}/remove"), &[]).await.status, 303);
        assert_eq!(town.visitor().get(&first).await.status, 404);
        town.run_jobs().await;
    }
}

on_both_databases! {
    async fn what_is_not_a_document_is_refused_with_the_reason(town: Town) {
        town.consultation("place").await;
        let mut agent = town.somebody("Helene", Role::Agent).await;
        let cases: [(&[u8], &str); 5] = [
            (b"", "Choisissez un fichier"),
            (b"<html><script>alert(1)</script></html>", "n’est pas accepté"),
            (b"MZ\x90\x00 a program", "n’est pas accepté"),
            (b"%PDF-1.7 cut off", "incomplet"),
            (b"%PDF-1.7 %%EOF PK\x05\x06 another file", "cache un autre fichier"),
        ];
        for (file, reason) in cases {
            let refused = send(&mut agent, "", "Plan de la place", "", file).await;
            assert_eq!(refused.status, 422, "{reason}");
            refused.says(reason);
            assert!(refused.body.contains("value=\"Plan de la place\""), "what was typed comes back");
        }
        let heavy = send(&mut agent, "", "Plan de la place", "", &[b'%'; 8 * 1024 * 1024 + 1]).await;
        assert_eq!(heavy.status, 422);
        heavy.says("dépasse 8 Mo");
        let mut ana = town.citizen("Ana").await;
        assert_eq!(ana.get(OFFICE).await.status, 404);
        town.visitor().see(PAGE).await.says("Aucun document");
    }
}
