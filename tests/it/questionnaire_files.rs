//! Files sent with an answer to a questionnaire: looked at by their content, read by agents only.

use crate::questionnaires::{add, begin, drafted, send, value};
use domain::actor::Role;
use http::{Request, header};
use rig::{Town, on_both_databases};

on_both_databases! {
    async fn a_file_is_read_by_agents_only_and_never_as_it_came(town: Town) {
        town.consultation("place").await;
        let mut agent = town.somebody("Helene", Role::Agent).await;
        let id = drafted(&town, &mut agent, "accounts").await;
        let root = format!("/admin/questionnaires/{id}");
        add(&mut agent, &root, 0, "file", &[("label", "Une photo du lieu")]).await;
        assert_eq!(agent.post(&root, &format!("{root}/act"), &[("action", "publish")]).await.status, 303);
        let mut ana = town.citizen("Ana").await;
        let mine = begin(&mut ana, &id).await;
        let page = ana.see(&format!("{mine}?p=1")).await;
        let (walk, token) = (value(&page, "À pied"), page.hidden("_csrf").unwrap());
        let mut with = async |bytes: &[u8]| {
            let mut body = Vec::new();
            for (name, value) in [("_csrf", token.as_str()), ("q1", walk.as_str()), ("action", "next")] {
                body.extend(format!("--b\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").bytes());
            }
            body.extend(b"--b\r\nContent-Disposition: form-data; name=\"q3\"; filename=\"x.pdf\"\r\nContent-Type: application/pdf\r\n\r\n");
            body.extend(bytes);
            body.extend(b"\r\n--b--\r\n");
            let request = Request::post(format!("{mine}?p=1"))
                .header(header::CONTENT_TYPE, "multipart/form-data; boundary=b")
                .header(header::ORIGIN, town.app.links.origin());
            ana.send(request.body(body.into()).unwrap()).await
        };
        for bad in [b"<svg xmlns='http://www.w3.org/2000/svg'/>".as_slice(), b"MZ", b"\x89PNG\r\n\x1A\nbroken"] {
            let answer = with(bad).await;
            assert_eq!(answer.status, 422, "{}", answer.text());
            answer.says("ni une image lisible");
        }
        assert_eq!(with(b"%PDF-1.7 canari").await.status, 303);
        assert_eq!(send(&mut ana, &mine, "").await.status, 303);
        let texts = agent.see(&format!("{root}/answers")).await;
        let question = texts.body.rsplit("/texts/").next().unwrap();
        let list = format!("{root}/texts/{}", question.split('"').next().unwrap());
        let file = agent.see(&list).await.body.split(&format!("{root}/files/")).nth(1).expect("a file")[..36].to_owned();
        let address = format!("{root}/files/{file}");
        let given = agent.get(&address).await;
        assert_eq!((given.status.as_u16(), given.header("content-type")), (200, "application/pdf"));
        assert!(given.header("content-disposition").starts_with("attachment;") && given.header("x-content-type-options") == "nosniff");
        for other in [&mut ana, &mut town.visitor(), &mut town.somebody("Marc", Role::Moderator).await] {
            assert_ne!(other.get(&address).await.status, 200);
        }
    }
}
