//! Papers of votes in which something is given to every answer: points, marks and grades, typed as `1=3`.

use domain::actor::Role;
use jiff::SignedDuration;
use rig::{Citizen, Town, on_both_databases};

const POLLS: &str = "/admin/consultations/place/polls";

/// A poll of this form with letters and paper, published, and eleven people noted as having voted on paper. Gives its address in the office.
async fn noted(agent: &mut Citizen, form: &str) -> String {
    let fields = [
        ("title", "Où planter les tilleuls ?"),
        ("form", form),
        ("options", "La place\nLe quai\nL’école"),
        ("opens_at", "2026-03-02T12:00"),
        ("closes_at", "2026-03-02T18:00"),
    ];
    let fields: Vec<_> = fields.into_iter().chain(rig::GRID).collect();
    let new = format!("{POLLS}/new");
    let office = agent.post(&new, &new, &fields).await.location().split('?').next().unwrap().to_owned();
    let ways = format!("{office}/ways");
    assert_eq!(agent.post(&ways, &ways, &[("way", "printed_code"), ("way", "paper")]).await.status, 303);
    assert_eq!(agent.post(&office, &format!("{office}/publish"), &[]).await.status, 303);
    let file = agent.post(&ways, &format!("{office}/codes"), &[("count", "11"), ("format", "csv")]).await;
    let paper = format!("{office}/paper");
    for line in file.body.lines().skip(1) {
        let code = line.rsplit([',', ';']).next().unwrap().trim_matches('"');
        assert_eq!(agent.post(&paper, &paper, &[("code", code)]).await.status, 303);
    }
    office
}

on_both_databases! {
    async fn points_marks_and_grades_are_typed_and_explained(town: Town) {
        town.consultation("place").await;
        let (mut helene, mut jean) = (town.somebody("Helene", Role::Agent).await, town.somebody("Jean", Role::Agent).await);
        let cases = [
            ("cumulative", "trois points au numéro 1", "1=3 2=7", &["1=11", "1=a", "4=1", "1=3 1=2", "1", "1=-2"][..], "points:1=3,2=7"),
            ("scale", "la note 5 au numéro 1", "1=5, 3=2", &["1=6", "1=0", "9=1"][..], "points:1=5,3=2"),
            ("majority-judgment", "de 4 (très bien) à 0", "1=4 2=0 3=2", &["1=5", "1=-1", "1=256"][..], "grades:1=4,2=0,3=2"),
        ];
        let mut pages = Vec::new();
        for (form, told, line, wrong, _) in cases {
            let office = noted(&mut helene, form).await;
            let (paper, batches) = (format!("{office}/paper"), format!("{office}/batches"));
            helene.see(&paper).await.says(told).says("Papier nul : x");
            for odd in wrong {
                let answer = helene.post(&paper, &batches, &[("number", "1"), ("lines", odd)]).await;
                assert_eq!(answer.status, 422, "{form}: {odd}");
                assert!(answer.body.contains(odd), "{form}: what was typed comes back");
            }
            let lines = [&[line; 9][..], &["0", "x"]].concat().join("\n");
            for agent in [&mut helene, &mut jean] {
                let typed = agent.post(&paper, &batches, &[("number", "1"), ("lines", &lines)]).await;
                assert_eq!(typed.status, 303, "{form}: {}", typed.text());
            }
            pages.push(office);
        }
        town.wait(SignedDuration::from_hours(6));
        town.run_jobs().await;
        for (office, (form, _, _, _, ballot)) in pages.iter().zip(cases) {
            let paper = format!("{office}/paper");
            assert_eq!(helene.post(&paper, &format!("{paper}/settle"), &[("reason", "")]).await.status, 303, "{form}");
            let public = office.replace(POLLS, "/c/place/polls");
            // Ten ballots and a spoiled paper: too few to be published, so the box itself is asked.
            town.visitor().see(&public).await.says("Moins de 11 personnes ont voté");
            let ballot: &'static str = ballot;
            let sql = format!("SELECT count(*) AS number FROM ballot WHERE choice = '{ballot}'");
            let count = town.app.store.read(move |db| store::testing::number(db, &sql)).await.unwrap();
            assert_eq!(count, 9, "{form}");
        }
    }
}

on_both_databases! {
    async fn a_blank_paper_of_a_yes_or_no_is_explained(town: Town) {
        town.consultation("place").await;
        let mut helene = town.somebody("Helene", Role::Agent).await;
        for (form, told) in [("for-against-abstain", "une abstention se coche"), ("consent", "3 j’ai une objection")] {
            let office = noted(&mut helene, form).await;
            let paper = format!("{office}/paper");
            helene.see(&paper).await.says(told).says("Un papier blanc ou nul : x");
            assert_eq!(helene.post(&paper, &format!("{office}/batches"), &[("number", "1"), ("lines", "0")]).await.status, 422);
            let typed = helene.post(&paper, &format!("{office}/batches"), &[("number", "1"), ("lines", "1\n3\nx")]).await;
            assert_eq!(typed.status, 303, "{}", typed.text());
        }
    }
}
