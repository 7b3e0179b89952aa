//! Files as they are, and broken ones.

use super::*;

const SMALL: &str = "META\nkey;value\ndescription;\"A \"\"small\"\" one; really\"\ncountry;France\nunit;X\ninstance;1\nnum_projects;2\n\
    num_votes;3\nbudget;100.50\nvote_type;approval\nrule;greedy\ndate_begin;2026\ndate_end;2026\nPROJECTS\n\
    project_id;cost;votes;name;selected\na1;60;3;Trees;1\n9;50.5;1;\"Two\nlines\";0\nVOTES\nvoter_id;vote\n1;a1,9\n2;a1\n3;a1\n";

#[test]
fn a_small_file_is_read_and_written_back() {
    let (election, notices) = read(SMALL).unwrap();
    assert_eq!(notices, vec![]);
    assert_eq!((election.budget, election.unit, election.vote_type), (10_050, 100, VoteType::Approval));
    assert_eq!(election.projects.iter().map(|p| (p.id.as_str(), p.cost)).collect::<Vec<_>>(), vec![("a1", 6_000), ("9", 5_050)]);
    assert_eq!(election.meta("description"), Some("A \"small\" one; really"));
    assert_eq!((election.tables.write(), election.lots_by_id()), (SMALL.to_owned(), vec![1, 0]));
    let windows = format!("\u{feff}{}", SMALL.replace("Two\nlines", "Two lines").replace('\n', "\r\n"));
    assert_eq!(read(&windows).unwrap().0.ballots, election.ballots);
}

fn check(from: &str, to: &str, line: usize, column: usize, kind: &ProblemKind) {
    let broken = SMALL.replacen(from, to, 1);
    assert_ne!(broken, SMALL, "{from:?} is not in the file");
    let found = match read(&broken) {
        Ok((_, notices)) => notices,
        Err(errors) => errors,
    };
    assert!(found.contains(&Problem { line, column, kind: kind.clone() }), "{to:?}: {found:?}");
}

#[test]
fn every_problem_has_its_line_and_column() {
    check("META", "META!", 1, 1, &ProblemKind::TitleExpected("META"));
    check("\"Two\nlines\"", "\"Two\nlines", 17, 10, &ProblemKind::UnclosedQuote);
    check("\"Two\nlines\"", "\"Two\nlines\"!", 18, 7, &ProblemKind::AfterQuote);
    check("VOTES\nvoter", "voter", 23, 1, &ProblemKind::Missing("VOTES"));
    check("2;a1", "2;a1;x", 22, 6, &ProblemKind::TooManyFields);
    check("budget;100.50", "budget;1e3", 9, 8, &ProblemKind::NotANumber);
    check("budget;100.50", "budget;-5", 9, 8, &ProblemKind::Negative);
    check("budget;100.50", "budget;99999999999999999999", 9, 8, &ProblemKind::TooLarge);
    check("budget;100.50", "budget;1.2345678", 9, 8, &ProblemKind::NotANumber);
    check("budget;100.50\n", "", 2, 1, &ProblemKind::Missing("budget"));
    check("budget;100.50", "budget;1\nbudget;2", 10, 1, &ProblemKind::Twice("budget".to_owned()));
    check("approval", "applause", 10, 11, &ProblemKind::UnknownWord("applause".to_owned()));
    check("votes;name", "votes;target", 15, 23, &ProblemKind::Legacy("beneficiaries"));
    check("votes;name", "cost;name", 15, 17, &ProblemKind::Twice("cost".to_owned()));
    check("a1;60", "9;60", 17, 1, &ProblemKind::Twice("9".to_owned()));
    check("1;a1,9", "1;a1,77", 21, 6, &ProblemKind::UnknownProject("77".to_owned()));
    check("1;a1,9", "1;a1, 9", 21, 6, &ProblemKind::SpaceInList);
    check("1;a1,9", "1;a1,a1", 21, 6, &ProblemKind::RepeatedProject("a1".to_owned()));
    check("2;a1", "2;a1\n", 23, 1, &ProblemKind::EmptyLine);
    check("num_votes;3", "num_votes;4", 8, 11, &ProblemKind::CountDiffers { said: 4, counted: 3 });
    check("a1;60;3", "a1;60;4", 16, 7, &ProblemKind::CountDiffers { said: 4, counted: 3 });
    check("rule;greedy\n", "", 12, 1, &ProblemKind::Missing("rule"));
    check("approval", "cumulative", 20, 1, &ProblemKind::Missing("points"));
    assert_eq!(read("").unwrap_err(), vec![Problem { line: 1, column: 1, kind: ProblemKind::Missing("META") }]);
}

#[test]
fn repeated_projects_are_told_and_the_published_count_is_found_again() {
    let repeated = SMALL.replace("a1;60;3", "a1;60;4").replace("1;a1,9", "1;a1,a1,9");
    let (election, notices) = read(&repeated).unwrap();
    let expected = Problem { line: 21, column: 6, kind: ProblemKind::RepeatedProject("a1".to_owned()) };
    assert_eq!(notices, vec![expected], "and no count differs");
    assert_eq!(election.counts(Repeats::Each), vec![(4, 4), (1, 1)]);
    assert_eq!(election.counts(Repeats::Once), vec![(3, 3), (1, 1)]);
    assert_eq!(election.instance().unwrap().votes(0), 3);
}

#[test]
fn points_and_ranks() {
    let points = SMALL
        .replace("approval", "cumulative")
        .replace("voter_id;vote\n1;a1,9\n2;a1\n3;a1\n", "voter_id;vote;points\n1;a1,9;3,4\n2;a1;1\n3;;\n");
    let (election, _) = read(&points).unwrap();
    assert_eq!(election.counts(Repeats::Once), vec![(2, 4), (1, 4)]);
    let wrong = points.replace("3,4", "3");
    assert_eq!(read(&wrong).unwrap_err(), vec![Problem { line: 21, column: 8, kind: ProblemKind::PointsDoNotMatch }]);
    let (ranked, _) = read(&SMALL.replace("approval", "ordinal")).unwrap();
    assert_eq!(ranked.counts(Repeats::Once), vec![(3, 4), (1, 1)]);
}

mod any_bytes {
    use proptest::prelude::*;

    use super::super::*;
    use super::SMALL;

    proptest! {
        #![proptest_config(ProptestConfig { cases: 3_000, failure_persistence: None, ..ProptestConfig::default() })]

        /// Whatever is cut out of a file and put into it, the reader answers; what it reads is written and read again to the same tables.
        #[test]
        fn reading_answers_and_writing_keeps(from in 0_usize..400, length in 0_usize..40, what in "[;,\"\n\r a19é.-]{0,6}|VOTES\n|PROJECTS\n|META\n") {
            let letters: Vec<char> = SMALL.chars().collect();
            let from = from.min(letters.len());
            let to = (from + length).min(letters.len());
            let text: String = letters[..from].iter().copied().chain(what.chars()).chain(letters[to..].iter().copied()).collect();
            if let Ok((tables, _)) = Tables::read(&text) {
                let written = tables.write();
                let (again, _) = Tables::read(&written).unwrap();
                prop_assert_eq!(again.write(), written);
            }
            match read(&text) {
                Err(problems) => prop_assert!(!problems.is_empty()),
                Ok((election, _)) => {
                    prop_assert_eq!(election.counts(Repeats::Each).len(), election.projects.len());
                    let _instance = election.instance();
                }
            }
        }
    }
}
