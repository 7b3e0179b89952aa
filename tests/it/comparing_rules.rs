//! The rules of participatory budgets beside each other, for agents, before a rule is chosen.

use axum::body::Body;
use domain::actor::Role;
use http::{Request, header};
use rig::{Answer, Citizen, Town, on_both_databases};

const PAGE: &str = "/admin/rules";

/// Two voters for the dear park, one for each of two small projects; money for one of both kinds.
const FILE: &str = "META\nkey;value\ndescription;Vote d’essai\ncountry;France\nunit;Ici\ninstance;2025\nnum_projects;3\nnum_votes;4\nbudget;100\n\
currency;EUR\nvote_type;approval\nrule;greedy\ndate_begin;01.10.2025\ndate_end;31.10.2025\n\
PROJECTS\nproject_id;cost;votes;name\np;90;2;Parc de jeux\nb;30;1;Bancs\nv;20;1;Abri à vélos\n\
VOTES\nvoter_id;vote\n1;p\n2;p\n3;b\n4;v\n";

/// What is sent in the multipart form: the example, a file, or a file input left empty.
async fn send(agent: &mut Citizen, fields: &[(&str, &str)], file: Option<&[u8]>) -> Answer {
    let token = agent.token("/account").await;
    let boundary = "------------------------parvis";
    let mut body = Vec::new();
    for (name, value) in fields.iter().chain(&[("_csrf", token.as_str())]) {
        body.extend(format!("--{boundary}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").into_bytes());
    }
    if let Some(file) = file {
        body.extend(format!("--{boundary}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"vote.pb\"\r\n\r\n").into_bytes());
        body.extend(file);
        body.extend(b"\r\n");
    }
    body.extend(format!("--{boundary}--\r\n").into_bytes());
    let kind = format!("multipart/form-data; boundary={boundary}");
    let request = Request::post(PAGE).header(header::CONTENT_TYPE, kind).header(header::ORIGIN, "http://town.test").body(Body::from(body));
    agent.send(request.unwrap()).await
}

on_both_databases! {
    async fn an_agent_sees_what_each_rule_would_have_given(town: Town) {
        let mut agent = town.somebody("Ada", Role::Agent).await;
        agent.see("/admin/consultations").await.says("Comparer les règles d’un budget participatif");
        let answer = send(&mut agent, &[], Some(FILE.as_bytes())).await;
        assert_eq!(answer.status, 200);
        answer.says("Vote d’essai").says("Parc de jeux").says("100\u{a0}€").says("Les plus choisis d’abord").says("Parts égales");
        // Greedy takes the park alone: two voters of four. By votes per euro, the two small projects: two others.
        answer.says("2 (50\u{a0}%)");
        // Greedy leaves 10 €: 20 are missing to the benches, 10 to the shelter.
        answer.says("Il manquait 20\u{a0}€").says("Il manquait 10\u{a0}€");
        // By votes per euro the small ones come first, and 50 € are left for a park of 90.
        answer.says("Il manquait 40\u{a0}€");
        answer.says("greedy by=score-per-cost skip=yes threshold=0 exclusive=no eligibility=no ties=cost-votes-lots");
    }
}

on_both_databases! {
    async fn the_example_shows_that_rules_differ(town: Town) {
        let mut agent = town.somebody("Ada", Role::Agent).await;
        let answer = send(&mut agent, &[("example", "1")], None).await;
        assert_eq!(answer.status, 200);
        let served: Vec<&str> = answer.body.split("data-label=\"Votants avec au moins un projet retenu\" class=\"num\">").skip(1).collect();
        let percents: Vec<&str> = served.iter().map(|cell| cell.split('<').next().unwrap()).collect();
        assert_eq!(percents.len(), 4, "four rules");
        assert_ne!(percents[0], percents[2], "greedy and equal shares do not serve the same voters: {percents:?}");
        answer.keeps_quiet_about("Ce qui est étrange");
    }
}

on_both_databases! {
    async fn a_broken_file_is_told_with_line_and_column(town: Town) {
        let mut agent = town.somebody("Ada", Role::Agent).await;
        for (file, said) in [
            (FILE.replace("4;v", "4;w"), "Ligne 25, colonne 3\u{a0}: le projet «\u{a0}w\u{a0}» n’existe pas."),
            (FILE.replace("b;30", "b;abc"), "Ligne 18, colonne 3\u{a0}: il faut un nombre ici."),
            (FILE.replace("b;30", "b;0"), "ne coûte rien"),
            (FILE.replace("budget;100\n", "budget;99999999999999999999999\n"), "trop grand"),
            ("Bonjour".to_owned(), "Ligne 1"),
        ] {
            let answer = send(&mut agent, &[], Some(file.as_bytes())).await;
            assert_eq!(answer.status, 422, "{said}: {}", answer.text());
            answer.says(said);
        }
        let answer = send(&mut agent, &[], Some(b"META\xff\xfe")).await;
        assert_eq!(answer.status, 422);
        answer.says("pas un texte en UTF-8");
        let answer = send(&mut agent, &[], None).await;
        assert_eq!(answer.status, 422, "no file");
        let repeated = FILE.replace("4;v", "4;\"v,v\"");
        let answer = send(&mut agent, &[], Some(repeated.as_bytes())).await;
        assert_eq!(answer.status, 200);
        answer.says("nomme deux fois le projet «\u{a0}v\u{a0}»");
    }
}

on_both_databases! {
    async fn who_does_not_prepare_consultations_cannot_compare(town: Town) {
        let mut citizen = town.citizen("Ana").await;
        assert_eq!(citizen.get(PAGE).await.status, 404, "the back office is not shown to citizens");
        let mut moderator = town.somebody("Max", Role::Moderator).await;
        assert_eq!(moderator.get(PAGE).await.status, 403);
        assert_eq!(send(&mut moderator, &[("example", "1")], None).await.status, 403);
    }
}
