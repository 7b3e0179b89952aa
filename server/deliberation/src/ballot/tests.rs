//! Which ballots each form takes, and what is said of the others.

use super::*;

fn options() -> Vec<Choice> {
    let with = |number, cost| Choice { number, cost, withdrawn: number == 9 };
    vec![with(1, 100), with(2, 250), with(3, 400), with(9, 1)]
}

fn check(form: &str, ballot: &Ballot, expected: Result<&str, Fault>) {
    let form: Form = form.parse().unwrap();
    assert_eq!(form.check(ballot, &options()).map(|kept| kept.to_string()), expected.map(str::to_owned), "{form}: {ballot:?}");
}

#[test]
fn sets() {
    let set = |numbers: &[u32]| Ballot::Set(numbers.to_vec());
    check("choose-1", &set(&[2]), Ok("set:2"));
    check("choose-1", &set(&[]), Err(Fault::TooFew { least: 1, given: 0 }));
    check("choose-1", &set(&[1, 2]), Err(Fault::TooMany { most: 1, given: 2 }));
    check("approval min=0 max=2", &set(&[]), Ok("set:"));
    check("approval min=1 max=2", &set(&[3, 1]), Ok("set:1,3"));
    check("approval min=1 max=2", &set(&[1, 2, 3]), Err(Fault::TooMany { most: 2, given: 3 }));
    check("approval min=1 max=2", &set(&[1, 1]), Err(Fault::Repeated(1)));
    check("approval min=1 max=2", &set(&[0, 0]), Err(Fault::Unknown(0)));
    check("approval min=1 max=2", &set(&[u32::MAX]), Err(Fault::Unknown(u32::MAX)));
    check("approval min=1 max=2", &set(&[1, 9]), Err(Fault::Withdrawn(9)));
    check("approval min=1 max=2", &Ballot::Ranking(vec![1]), Err(Fault::NotThisForm));
    check("knapsack budget=650", &set(&[3, 2]), Ok("set:2,3"));
    check("knapsack budget=649", &set(&[3, 2]), Err(Fault::OverBudget { budget: 649, asked: 650 }));
    check("knapsack budget=649", &set(&[]), Ok("set:"));
}

#[test]
fn a_sum_never_overflows() {
    let dear: Vec<Choice> = (1..=3).map(|number| Choice { number, cost: u64::MAX, withdrawn: false }).collect();
    let form = Form::Knapsack { budget: u64::MAX };
    let refused = Err(Fault::OverBudget { budget: u64::MAX, asked: u64::MAX });
    assert_eq!(form.check(&Ballot::Set(vec![1, 2, 3]), &dear), refused);
    let points = Ballot::Points(vec![(1, i64::MAX), (2, i64::MAX), (3, i64::MAX)]);
    let form = Form::Cumulative { least: 0, most: 10, each: u64::MAX };
    assert_eq!(form.check(&points, &dear), Err(Fault::TooManyPoints { most: 10, given: u64::MAX }));
}

#[test]
fn points() {
    let points = |given: &[(u32, i64)]| Ballot::Points(given.to_vec());
    check("cumulative least=0 most=7 each=3", &points(&[(3, 3), (1, 3), (2, 0)]), Ok("points:1=3,3=3"));
    check("cumulative least=0 most=7 each=3", &points(&[(1, 3), (2, 3), (3, 3)]), Err(Fault::TooManyPoints { most: 7, given: 9 }));
    check("cumulative least=0 most=7 each=3", &points(&[(1, 4)]), Err(Fault::OutOfRange { option: 1, lowest: 0, highest: 3 }));
    check("cumulative least=7 most=7 each=7", &points(&[(1, 6)]), Err(Fault::TooFewPoints { least: 7, given: 6 }));
    check("cumulative least=0 most=7 each=3", &points(&[(1, -1)]), Err(Fault::Negative(1)));
    check("cumulative least=0 most=7 each=3", &points(&[(1, 1), (1, 1)]), Err(Fault::Repeated(1)));
    check("money budget=100", &points(&[(2, 60), (1, 40)]), Ok("points:1=40,2=60"));
    check("money budget=100", &points(&[(2, 60), (1, 41)]), Err(Fault::OverBudget { budget: 100, asked: 101 }));
    check("money budget=100", &points(&[(2, i64::MIN)]), Err(Fault::Negative(2)));
    check("scale lowest=-2 highest=2 answers=any", &points(&[(2, 0)]), Ok("points:2=0"));
    check("scale lowest=-2 highest=2 answers=all", &points(&[(2, 0), (1, -2), (3, 2)]), Ok("points:1=-2,2=0,3=2"));
    check("scale lowest=-2 highest=2 answers=all", &points(&[(2, 0), (1, -2)]), Err(Fault::Unanswered(3)));
    let outside = Err(Fault::OutOfRange { option: 2, lowest: -2, highest: 2 });
    check("scale lowest=-2 highest=2 answers=any", &points(&[(2, 3)]), outside);
}

#[test]
fn rankings_grades_and_answers() {
    check("ranking min=1 max=3", &Ballot::Ranking(vec![3, 1]), Ok("ranking:3,1"));
    check("ranking min=1 max=3", &Ballot::Ranking(vec![3, 1, 3]), Err(Fault::Repeated(3)));
    check("ranking min=2 max=3", &Ballot::Ranking(vec![3]), Err(Fault::TooFew { least: 2, given: 1 }));
    check("majority-judgment grades=6 answers=any", &Ballot::Grades(vec![(2, 5), (1, 0)]), Ok("grades:1=0,2=5"));
    let outside = Err(Fault::OutOfRange { option: 2, lowest: 0, highest: 5 });
    check("majority-judgment grades=6 answers=any", &Ballot::Grades(vec![(2, 6)]), outside);
    check("majority-judgment grades=6 answers=all", &Ballot::Grades(vec![(2, 5), (1, 0)]), Err(Fault::Unanswered(3)));
    check("for-against-abstain", &Ballot::Stance(Stance::Abstain), Ok("stance:abstain"));
    check("consent", &Ballot::Consent(Consent::LiveWith), Ok("consent:live-with"));
    check("consent", &Ballot::Stance(Stance::For), Err(Fault::NotThisForm));
}

#[test]
fn the_text_of_a_ballot_is_canonical() {
    for text in [
        "set:",
        "set:1,2,30",
        "points:1=-3,2=0",
        "ranking:",
        "ranking:3,1,2",
        "grades:1=0",
        "stance:for",
        "consent:object",
        "consent:support",
    ] {
        assert_eq!(text.parse::<Ballot>().unwrap().to_string(), text);
    }
    let check = |text: &str, fault: Fault| assert_eq!(text.parse::<Ballot>(), Err(fault), "{text}");
    check("", Fault::Malformed { column: 1 });
    check("sets:1", Fault::Malformed { column: 1 });
    check("set:2,1", Fault::Malformed { column: 5 });
    check("set:1,1", Fault::Malformed { column: 6 });
    check("set:1,01", Fault::Malformed { column: 6 });
    check("set:1,", Fault::NotANumber);
    check("set: 1", Fault::NotANumber);
    check("set:-1", Fault::NotANumber);
    check("set:4294967296", Fault::TooLarge);
    check("points:1=9223372036854775808", Fault::TooLarge);
    check("points:1=-0", Fault::Malformed { column: 10 });
    check("points:1=+1", Fault::NotANumber);
    check("points:1", Fault::NotANumber);
    check("ranking:2,1,2", Fault::Malformed { column: 12 });
    check("grades:1=256", Fault::TooLarge);
    check("stance:maybe", Fault::Malformed { column: 8 });
    check("consent:", Fault::Malformed { column: 9 });
}

#[test]
fn the_text_of_a_form_is_canonical() {
    for text in [
        "choose-1",
        "approval min=0 max=3",
        "knapsack budget=1",
        "cumulative least=0 most=7 each=3",
        "money budget=100000",
        "scale lowest=-2 highest=2 answers=all",
        "ranking min=1 max=5",
        "majority-judgment grades=6 answers=any",
        "for-against-abstain",
        "consent",
    ] {
        assert_eq!(text.parse::<Form>().unwrap().to_string(), text);
    }
    let check = |text: &str, fault: FormFault| assert_eq!(text.parse::<Form>(), Err(fault), "{text}");
    for text in ["", "approval", "approval max=3 min=0", "approval min=0 max=03", "choose-1 ", "consent x=1", "money budget=-1", "Consent"]
    {
        check(text, FormFault::Malformed);
    }
    check("approval min=3 max=2", FormFault::EmptyRange);
    check("approval min=0 max=0", FormFault::NothingToGive);
    check("scale lowest=2 highest=2 answers=any", FormFault::EmptyRange);
    check("scale lowest=0 highest=101 answers=any", FormFault::ScaleTooLong);
    check("scale lowest=-9223372036854775808 highest=9223372036854775807 answers=any", FormFault::ScaleTooLong);
    check("majority-judgment grades=1 answers=any", FormFault::GradesOutOfRange);
}

#[test]
fn a_form_fits_its_options() {
    let form: Form = "approval min=3 max=5".parse().unwrap();
    assert_eq!(form.fits(&options()), Ok(()));
    assert_eq!(form.fits(&[Choice::free(1), Choice::free(2)]), Err(FormFault::MoreThanOptions));
    assert_eq!(form.fits(&[]), Err(FormFault::NoOptions));
    assert_eq!(form.fits(&[Choice::free(1), Choice::free(2), Choice::free(1)]), Err(FormFault::RepeatedOption(1)));
    assert_eq!(Form::Consent.fits(&[]), Ok(()));
}
