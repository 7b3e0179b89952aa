//! Ways to a ballot and paper, through the doors: letters, the desk, the list, e-mail, and two agents who type the same papers.

use axum::body::Body;
use domain::actor::Role;
use domain::letter_code;
use http::{Request, header};
use jiff::SignedDuration;
use rig::{Answer, Citizen, Town, on_both_databases};

const POLLS: &str = "/admin/consultations/place/polls";

/// The addresses of a published poll: its page, and its pages in the back office.
pub(crate) struct Poll {
    page: String,
    pub(crate) office: String,
    enter: String,
}

pub(crate) async fn published(agent: &mut Citizen, ways: &[&str]) -> Poll {
    let form = [
        ("title", "Où planter les tilleuls d’été ?"),
        ("form", "choose-1"),
        ("options", "La place\nLe quai\nL’école"),
        ("opens_at", "2026-03-02T12:00"),
        ("closes_at", "2026-03-02T18:00"),
        ("revote", "on"),
    ];
    let form: Vec<_> = form.into_iter().chain(rig::GRID).collect();
    published_as(agent, &format!("{POLLS}/new"), &form, ways).await
}

/// The same with a form of one's own, sent to `new`.
async fn published_as(agent: &mut Citizen, new: &str, form: &[(&str, &str)], ways: &[&str]) -> Poll {
    let kept = agent.post(new, new, form).await;
    let draft = kept.location().split('?').next().unwrap().to_owned();
    let id = draft.rsplit('/').next().unwrap().to_owned();
    let office = format!("/admin/consultations/place/polls/{id}");
    let page = format!("{office}/ways");
    let ways_of_draft = agent.see(&draft).await;
    assert!(ways_of_draft.body.contains(&format!("href=\"{page}\"")), "the way to the ways");
    agent.see(&page).await.says("Ouvrez-en le moins possible");
    let fields: Vec<(&str, &str)> = ways.iter().map(|way| ("way", *way)).collect();
    let chosen = agent.post(&page, &page, &fields).await;
    assert_eq!(chosen.status, 303, "{}", chosen.text());
    // The ways stay when the draft is saved again.
    assert_eq!(agent.post(&draft, &draft, form).await.status, 303);
    let out = agent.post(&draft, &format!("{draft}/publish"), &[]).await;
    assert_eq!(out.status, 303, "{}", out.text());
    assert_eq!(agent.post(&page, &page, &fields).await.status, 409, "what is published does not change");
    Poll { page: format!("/c/place/polls/{id}"), office, enter: format!("/c/place/polls/{id}/enter") }
}

/// Codes of letters, by the file for a printer.
async fn codes(agent: &mut Citizen, poll: &Poll, count: &str) -> Vec<String> {
    let page = format!("{}/ways", poll.office);
    let file = agent.post(&page, &format!("{}/codes", poll.office), &[("count", count), ("format", "csv")]).await;
    assert_eq!(file.header("content-type"), "text/csv; charset=utf-8", "{}", file.text());
    file.body.lines().skip(1).map(|line| line.rsplit([',', ';']).next().unwrap().trim_matches('"').to_owned()).collect()
}

async fn prove(citizen: &mut Citizen, poll: &Poll, code: &str) -> Answer {
    citizen.post(&poll.enter, &format!("{}/code", poll.enter), &[("code", code)]).await
}

async fn vote(citizen: &mut Citizen, poll: &Poll, choice: &str) -> Answer {
    citizen.post(&poll.enter, &poll.page, &[("choice", choice), ("action", "cast")]).await
}

/// What a file of ours shows, as a reader of PDF would: a string a line, in Windows-1252, written between brackets or in hexadecimal.
pub(crate) fn printed(pdf: &[u8]) -> String {
    let letter = |byte: u8| if byte == 0x92 { '’' } else { char::from(byte) };
    let text: String = pdf.iter().map(|byte| letter(*byte)).collect();
    let hexadecimal = |cell: &str| {
        let bytes = cell.as_bytes().chunks(2).map(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok());
        bytes.collect::<Option<Vec<u8>>>().filter(|bytes| !bytes.is_empty())
    };
    let shown = |line: &str| {
        let cell = line.strip_suffix(" Tj")?;
        let plain = cell.strip_prefix('(').and_then(|cell| cell.strip_suffix(')')).map(|cell| cell.replace("\\(", "(").replace("\\)", ")"));
        let coded = || cell.strip_prefix('<').and_then(|cell| cell.strip_suffix('>')).and_then(hexadecimal);
        plain.or_else(|| coded().map(|bytes| bytes.into_iter().map(letter).collect()))
    };
    text.lines().map(|line| shown(line).unwrap_or_else(|| line.to_owned()) + "\n").collect()
}

on_both_databases! {
    async fn somebody_votes_with_the_code_of_a_letter(town: Town) {
        town.consultation("place").await;
        let mut agent = town.somebody("Helene", Role::Agent).await;
        let poll = published(&mut agent, &["printed_code"]).await;
        let codes = codes(&mut agent, &poll, "3").await;
        assert!(codes.len() == 3 && codes.iter().all(|code| letter_code::parse(code).is_some()), "{codes:?}");
        let mut ana = town.visitor();
        ana.see(&poll.page).await.says("Voter sans compte").says("Code par courrier").keeps_quiet_about("Connectez-vous pour voter");
        assert_eq!(vote(&mut ana, &poll, "2").await.location(), poll.enter, "first prove who you are");
        let wrong = prove(&mut ana, &poll, "ABCD-ABCD-ABCD-ABCD").await;
        assert_eq!(wrong.status, 422);
        wrong.says("n’est pas reconnu");
        assert!(wrong.body.contains("value=\"ABCD-ABCD-ABCD-ABCD\""), "what was typed comes back");
        assert_eq!(prove(&mut ana, &poll, &codes[0].to_lowercase()).await.location(), poll.page);
        for bad in [vec![], vec![("choice", "0")], vec![("choice", "1"), ("choice", "2")], vec![("choice", "-1")]] {
            let mut fields = bad.clone();
            fields.push(("action", "cast"));
            assert_eq!(ana.post(&poll.page, &poll.page, &fields).await.status, 422, "{bad:?}");
        }
        ana.post(&poll.page, &poll.page, &[("choice", "2")]).await.says("Envoyer mon vote").says("Le quai");
        assert_eq!(vote(&mut ana, &poll, "2").await.location().split('?').next().unwrap(), format!("{}/receipt", poll.page));
        ana.see(&format!("{}/receipt", poll.page)).await.says("Votre reçu");
        // A change of mind needs the letter and the browser; another browser changes nothing.
        let mut other = town.visitor();
        prove(&mut other, &poll, &codes[0]).await;
        vote(&mut other, &poll, "1").await.says("Vous avez déjà voté");
        prove(&mut ana, &poll, &codes[0]).await;
        assert_eq!(vote(&mut ana, &poll, "3").await.status, 303);
        // Somebody who is signed in has no other way in.
        let mut bob = town.citizen("Bob").await;
        assert_eq!(vote(&mut bob, &poll, "1").await.status, 403);
    }
}

on_both_databases! {
    // The page of a budget's draft had no link to the ways: it could be voted in with an account only.
    async fn a_budget_is_voted_in_with_letters_and_on_paper(town: Town) {
        town.consultation("place").await;
        let mut agent = town.somebody("Helene", Role::Agent).await;
        let form = [
            ("title", "Budget participatif 2026"),
            ("form", "knapsack"),
            ("rule", "shares"),
            ("budget", "10 000"),
            ("projects", "4 000 ; Des bancs\n6 000,50 ; Un verger\n500 ; Une boîte à livres"),
            ("opens_at", "2026-03-02T12:00"),
            ("closes_at", "2026-03-02T18:00"),
            ("revote", "on"),
                    ];
        let form: Vec<_> = form.into_iter().chain(rig::GRID).collect();
        let poll = published_as(&mut agent, &format!("{POLLS}/new-budget"), &form, &["printed_code", "paper"]).await;
        let codes = codes(&mut agent, &poll, "24").await;
        for code in &codes[..12] {
            let mut ana = town.visitor();
            prove(&mut ana, &poll, code).await;
            ana.post(&poll.page, &poll.page, &[("toggle", "1")]).await.says("Il vous reste");
            let over = ana.post(&poll.enter, &poll.page, &[("choice", "1"), ("choice", "2"), ("action", "cast")]).await;
            assert_eq!(over.status, 422);
            let cast = ana.post(&poll.enter, &poll.page, &[("choice", "1"), ("choice", "3"), ("action", "cast")]).await;
            assert_eq!(cast.status, 303, "{}", cast.text());
        }
        let paper = format!("{}/paper", poll.office);
        for code in &codes[12..] {
            assert_eq!(agent.post(&paper, &paper, &[("code", code)]).await.status, 303);
        }
        let mut other = town.somebody("Jean", Role::Agent).await;
        let batches = format!("{}/batches", poll.office);
        let dear = agent.post(&paper, &batches, &[("number", "1"), ("lines", "1 2")]).await;
        assert_eq!(dear.status, 422, "more than the envelope");
        let lines = "1 3\n".repeat(12);
        for typist in [&mut agent, &mut other] {
            let typed = typist.post(&paper, &batches, &[("number", "1"), ("lines", &lines)]).await;
            assert_eq!(typed.status, 303, "{}", typed.text());
        }
        town.wait(SignedDuration::from_hours(6));
        town.run_jobs().await;
        assert_eq!(agent.post(&paper, &format!("{paper}/settle"), &[("reason", "")]).await.status, 303);
        let seen = town.visitor().see(&poll.page).await;
        seen.says("24 bulletins comptés").says("Code par courrier").says("Papier");
        let record = town.visitor().get(&format!("{}/record.json", poll.page)).await.body;
        assert!(record.contains("\"winner 1\"") && record.contains("\"winner 3\"") && !record.contains("\"winner 2\""), "{record}");
    }
}

on_both_databases! {
    async fn letters_and_ballots_print_with_their_accents(town: Town) {
        town.consultation("place").await;
        let mut agent = town.somebody("Helene", Role::Agent).await;
        let poll = published(&mut agent, &["printed_code", "paper"]).await;
        let page = format!("{}/ways", poll.office);
        let file = agent.post(&page, &format!("{}/codes", poll.office), &[("count", "40"), ("format", "pdf")]).await;
        assert_eq!(file.header("content-type"), "application/pdf");
        assert!(file.bytes.starts_with(b"%PDF-"));
        let text = printed(&file.bytes);
        for words in ["Où planter les tilleuls d’été ?", "Votre code", "Lettre 40", "/WinAnsiEncoding"] {
            assert!(text.contains(words), "{words}");
        }
        let codes: std::collections::BTreeSet<String> = text.lines().filter_map(letter_code::parse).collect();
        assert_eq!((codes.len(), text.matches("/Type /Page\n").count()), (40, 40));
        let ballot = agent.get(&format!("{}/paper/ballot.pdf?batch=7", poll.office)).await;
        let text = printed(&ballot.bytes);
        for words in ["3. L’école", "Lot n°\u{a0}7", "Faites une croix dans une seule case."] {
            assert!(text.contains(words), "{words}");
        }
        for count in ["0", "-3", "20001", "beaucoup", "99999999999"] {
            let refused = agent.post(&page, &format!("{}/codes", poll.office), &[("count", count)]).await;
            assert_eq!(refused.status, 422, "{count}");
        }
        let lost = format!("{}/codes/cancel", poll.office);
        let fresh = agent.post(&page, &lost, &[("number", "1"), ("action", "replace")]).await;
        assert!(printed(&fresh.bytes).contains("Lettre 41"));
        let again = agent.post(&page, &lost, &[("number", "1"), ("action", "cancel")]).await;
        assert_eq!(again.status, 422);
        again.says("ne peut plus être remplacée");
    }
}

on_both_databases! {
    async fn at_the_desk_the_device_keeps_nothing(town: Town) {
        town.consultation("place").await;
        let mut agent = town.somebody("Helene", Role::Agent).await;
        let poll = published(&mut agent, &["listed", "desk"]).await;
        load(town.app.links.origin(), &mut agent, &poll, "Nom;Né le\nMartin;1/2/1980\nMartin;01/02/1980\nDupré;3/4/1990\n", "Nom\nNé le").await.says("Des personnes y ont");
        let desk = format!("{}/desk", poll.office);
        let nobody = agent.post(&desk, &desk, &[("detail-0", "Personne"), ("detail-1", "1/1/1900")]).await;
        assert_eq!(nobody.status, 422);
        nobody.says("personne de la liste");
        let mut tablet = town.visitor();
        // Two people of one name and day are two voters at the desk, and none on their own screen.
        for choice in ["1", "2"] {
            let given = agent.post(&desk, &desk, &[("detail-0", "MARTIN"), ("detail-1", "1980-02-01")]).await;
            let code = given.body.split("<code translate=\"no\">").nth(1).unwrap().split('<').next().unwrap().to_owned();
            assert_eq!(prove(&mut tablet, &poll, &code).await.location(), poll.page, "{code}");
            tablet.see(&poll.page).await.keeps_quiet_about("depuis ce navigateur");
            let cast = vote(&mut tablet, &poll, choice).await;
            assert_eq!(cast.status, 200);
            cast.says("Votre reçu");
            assert!(!tablet.cookies.keys().any(|name| name.starts_with("ballot-")), "the next one must not find a receipt");
            assert_eq!(tablet.get(&format!("{}/receipt", poll.page)).await.status, 404);
            assert_eq!(prove(&mut tablet, &poll, &code).await.status, 422, "the code of a desk is good once");
            assert_eq!(vote(&mut tablet, &poll, "3").await.location(), poll.enter, "nor is its pass good again");
        }
        let third = agent.post(&desk, &desk, &[("detail-0", "Martin"), ("detail-1", "01.02.1980")]).await;
        third.says("a déjà voté");
        let list = format!("{}/list", poll.enter);
        let martin = tablet.post(&poll.enter, &list, &[("detail-0", "Martin"), ("detail-1", "1/2/1980")]).await;
        assert_eq!(martin.status, 422);
        martin.says("Plusieurs personnes");
        let dupre = tablet.post(&poll.enter, &list, &[("detail-0", "dupre"), ("detail-1", "1990-04-03")]).await;
        assert_eq!(dupre.location(), poll.page);
        assert_eq!(vote(&mut tablet, &poll, "3").await.status, 303);
        agent.post(&desk, &desk, &[("detail-0", "Dupré"), ("detail-1", "3/4/1990")]).await.says("a déjà voté");
        // Nothing of the list is shown anywhere.
        agent.see(&format!("{}/ways", poll.office)).await.says("3 personnes").keeps_quiet_about("Dupré");
        let late = load(town.app.links.origin(), &mut agent, &poll, "Nom;Né le\nX;1/2/1980\n", "Nom").await;
        assert_eq!(late.status, 409, "somebody of the list has voted");
    }
}

async fn load(origin: &str, agent: &mut Citizen, poll: &Poll, file: &str, columns: &str) -> Answer {
    let page = format!("{}/ways", poll.office);
    let token = agent.token(&page).await;
    let part = |head: &str, value: &str| format!("--b\r\nContent-Disposition: form-data; {head}\r\n\r\n{value}\r\n");
    let body = [
        part("name=\"_csrf\"", &token),
        part("name=\"columns\"", columns),
        part("name=\"list\"; filename=\"liste.csv\"", file),
        "--b--\r\n".to_owned(),
    ];
    let request = Request::post(format!("{}/list", poll.office))
        .header(header::CONTENT_TYPE, "multipart/form-data; boundary=b")
        .header(header::ORIGIN, origin)
        .body(Body::from(body.concat()))
        .unwrap();
    let answer = agent.send(request).await;
    if answer.status == 303 {
        let path = answer.location().to_owned();
        return agent.see(&path).await;
    }
    answer
}

on_both_databases! {
    async fn a_list_that_cannot_be_read_is_told_by_line_and_column(town: Town) {
        town.consultation("place").await;
        let mut agent = town.somebody("Helene", Role::Agent).await;
        let poll = published(&mut agent, &["listed"]).await;
        for (file, columns, words) in [
            ("Nom;Jour\nA;1\n;2\n", "Nom", "À la ligne 3, la colonne « Nom » est vide."),
            ("Nom;Jour\nA;1\nB\n", "Nom", "La ligne 3"),
            ("Nom;Jour\nA;1\n", "Prénom", "n’a pas de colonne « Prénom »"),
            ("Nom;Jour\n", "Nom", "ne contient personne"),
        ] {
            let answer = load(town.app.links.origin(), &mut agent, &poll, file, columns).await;
            assert_eq!(answer.status, 422, "{file}");
            assert!(answer.text().replace('\u{a0}', " ").contains(words), "{words}: {}", answer.text());
        }
        town.visitor().see(&poll.enter).await.keeps_quiet_about("Avec la liste");
    }
}

on_both_databases! {
    async fn a_link_by_mail_votes_once_a_mailbox(town: Town) {
        town.consultation("place").await;
        let mut agent = town.somebody("Helene", Role::Agent).await;
        let poll = published(&mut agent, &["email_code", "confirmed"]).await;
        let ask = format!("{}/mail", poll.enter);
        let mut ana = town.visitor();
        ana.see(&poll.page).await.says("Connectez-vous pour voter").says("Voter sans compte");
        let odd = ana.post(&poll.enter, &ask, &[("email", "pas une adresse")]).await;
        assert_eq!(odd.status, 422);
        let mut answers = Vec::new();
        for (address, outcome) in [("ana.martin@example.org", 303), ("anamartin+deux@example.org", 422)] {
            let mut browser = town.visitor();
            let asked = browser.post(&poll.enter, &ask, &[("email", address)]).await;
            answers.push((asked.status, asked.location().to_owned()));
            town.run_jobs().await;
            let link = town.latest_link(address).await;
            assert_eq!(browser.post(&link, &link, &[]).await.location(), poll.page);
            let cast = vote(&mut browser, &poll, "1").await;
            assert_eq!(cast.status, outcome, "{address}: {}", cast.text());
            assert_ne!(browser.post(&link, &link, &[]).await.location(), poll.page, "a link works once");
        }
        assert_eq!(answers[0], answers[1], "the answer does not say who has voted");
    }
}

on_both_databases! {
    async fn two_agents_type_the_same_papers(town: Town) {
        town.consultation("place").await;
        let mut helene = town.somebody("Helene", Role::Agent).await;
        let mut jean = town.somebody("Jean", Role::Agent).await;
        let poll = published(&mut helene, &["printed_code", "paper"]).await;
        let codes = codes(&mut helene, &poll, "14").await;
        let (page, batches) = (format!("{}/paper", poll.office), format!("{}/batches", poll.office));
        for code in &codes[..12] {
            assert_eq!(helene.post(&page, &page, &[("code", code)]).await.status, 303);
        }
        helene.post(&page, &page, &[("code", &codes[0])]).await.says("a déjà voté");
        let mut late = town.visitor();
        prove(&mut late, &poll, &codes[0]).await;
        vote(&mut late, &poll, "1").await.says("Vous avez déjà voté");
        for code in &codes[12..] {
            let mut browser = town.visitor();
            prove(&mut browser, &poll, code).await;
            assert_eq!(vote(&mut browser, &poll, "1").await.status, 303);
        }
        let odd = helene.post(&page, &batches, &[("number", "1"), ("lines", "2\nquatre\n9")]).await;
        assert_eq!(odd.status, 422);
        odd.says("ligne").says("2, 3");
        assert!(odd.body.contains("quatre"), "what was typed comes back");
        let first = "2\n2\n2\n2\n2\n2\n2\n2\n1\n1\n0\n3";
        assert_eq!(helene.post(&page, &batches, &[("number", "1"), ("lines", first)]).await.status, 303);
        assert_eq!(helene.post(&page, &batches, &[("number", "1"), ("lines", first)]).await.status, 409, "not the same hand");
        jean.see(&page).await.says("À vous de le saisir").keeps_quiet_about("2 2 2");
        let second = jean.post(&page, &batches, &[("number", "1"), ("lines", &first.replace('3', "x"))]).await;
        let differences = second.location().split('?').next().unwrap().to_owned();
        assert_eq!(differences, format!("{batches}/1"));
        jean.see(&differences).await.says("Papier n° 12").says("Première saisie").says("Deuxième");
        assert_eq!(jean.post(&differences, &differences, &[("line-12", "")]).await.status, 422);
        assert_eq!(jean.post(&differences, &differences, &[("line-12", "3")]).await.status, 303);
        town.wait(SignedDuration::from_hours(6));
        town.run_jobs().await;
        town.visitor().see(&poll.page).await.says("Dépouillement").keeps_quiet_about("Résultats");
        let settle = format!("{page}/settle");
        assert_eq!(helene.post(&page, &settle, &[("reason", "")]).await.status, 303, "12 papers, 12 people");
        let results = town.visitor().see(&poll.page).await;
        results.says("14 bulletins comptés").says("Sur papier").says("Code par courrier").says("Trop peu pour être publié");
        let csv = town.visitor().get(&format!("{}/ballots.csv", poll.page)).await.body;
        assert_eq!((csv.matches("set:2").count(), csv.matches("withheld").count()), (8, 14), "two on a screen are not told apart");
        jean.see(&page).await.says("Le papier est compté");
    }
}

on_both_databases! {
    async fn nobody_guesses_codes_at_will(town: Town) {
        town.consultation("place").await;
        let mut agent = town.somebody("Helene", Role::Agent).await;
        let poll = published(&mut agent, &["printed_code"]).await;
        let code = codes(&mut agent, &poll, "1").await.remove(0);
        let mut guesser = town.visitor();
        let mut told = Vec::new();
        for _ in 0..62 {
            told.push(prove(&mut guesser, &poll, "2222-2222-2222-2222").await.status.as_u16());
        }
        assert_eq!((told.first(), told.last()), (Some(&422), Some(&429)));
        assert_eq!(prove(&mut guesser, &poll, &code).await.status, 429, "not even the right one");
        let mut neighbour = town.visitor();
        neighbour.address = "203.0.113.9".parse().unwrap();
        let given = prove(&mut neighbour, &poll, &code).await;
        assert_eq!(given.location(), poll.page, "{}", given.text());
    }
}

on_both_databases! {
    async fn only_agents_receive_votes(town: Town) {
        town.consultation("place").await;
        let mut agent = town.somebody("Helene", Role::Agent).await;
        let poll = published(&mut agent, &["printed_code", "desk", "paper"]).await;
        for role in [Role::Citizen, Role::Moderator] {
            let mut other = town.somebody(&format!("Other {role}"), role).await;
            for end in ["ways", "desk", "paper", "paper/ballot.pdf"] {
                let answer = other.get(&format!("{}/{end}", poll.office)).await;
                assert!([403, 404].contains(&answer.status.as_u16()), "{role} {end}: {}", answer.status);
            }
            let token = other.token("/account").await;
            for end in ["codes", "codes/cancel", "desk", "paper", "paper/settle", "batches", "batches/1/drop"] {
                let fields = [("_csrf", token.as_str()), ("count", "1"), ("number", "1"), ("lines", "1")];
                let answer = other.post_bare(&format!("{}/{end}", poll.office), &fields).await;
                assert!([403, 404].contains(&answer.status.as_u16()), "{role} {end}: {}", answer.status);
            }
        }
    }
}
