//! The rules of questionnaires, as tables.

use super::answer::{self, AnswerFault, OTHER, Typed};
use super::arrange::Move;
use super::draft::QuestionDraft;
use super::*;
use crate::actor::Viewer;
use crate::consultation::{Openings, PhaseKind, PhaseRule, RemoteVoices};
use crate::id::ActorId;
use crate::text::Fault;
use uuid::Uuid;

fn choice(id: u128) -> Choice {
    Choice { id: ChoiceId(Uuid::from_u128(id)), label: format!("choice {id}") }
}

fn question(id: u128, kind: QuestionKind) -> Question {
    let choices = if kind.has_choices() { (1..=3).map(|n| choice(id * 100 + n)).collect() } else { Vec::new() };
    let rows = if kind == QuestionKind::Matrix { (11..=12).map(|n| choice(id * 100 + n)).collect() } else { Vec::new() };
    let (least, most) = if kind == QuestionKind::Scale { (1, 5) } else { (0, 0) };
    let (label, text) = (format!("question {id}"), String::new());
    let id = QuestionId(Uuid::from_u128(id));
    Question {
        id,
        kind,
        label,
        help: text.clone(),
        required: false,
        other: false,
        least,
        most,
        low: text.clone(),
        high: text,
        choices,
        rows,
        condition: None,
    }
}

fn section(id: u128, questions: Vec<Question>) -> Section {
    Section { id: SectionId(Uuid::from_u128(id)), title: String::new(), text: String::new(), questions }
}

/// Page 1 asks 1; page 2 asks 2 if the answer to 1 is 101; page 3 asks 3 if the answer to 2 is 201.
fn chain() -> Form {
    let mut second = question(2, QuestionKind::Single);
    second.condition = Some(Condition { question: QuestionId(Uuid::from_u128(1)), choice: choice(101).id });
    let mut third = question(3, QuestionKind::Short);
    third.required = true;
    third.condition = Some(Condition { question: QuestionId(Uuid::from_u128(2)), choice: choice(201).id });
    Form { sections: vec![section(1, vec![question(1, QuestionKind::Single)]), section(2, vec![second]), section(3, vec![third])] }
}

fn chosen(id: u128) -> Answer {
    Answer::Chosen { choices: vec![choice(id).id], other: None }
}

fn ids() -> impl FnMut() -> Uuid {
    let mut next = 10_000;
    move || {
        next += 1;
        Uuid::from_u128(next)
    }
}

#[test]
fn what_is_asked_follows_earlier_answers_only_while_they_stand() {
    let form = chain();
    let id = |n: u128| QuestionId(Uuid::from_u128(n));
    let check = |answers: &[(u128, u128)], path: &[usize], gap: Option<usize>| {
        let answers: Answers = answers.iter().map(|(question, choice)| (id(*question), chosen(*choice))).collect();
        assert_eq!(form.path(&answers), path, "{answers:?}");
        assert_eq!(form.first_gap(&answers), gap, "{answers:?}");
    };
    check(&[], &[0], None);
    check(&[(1, 102)], &[0], None);
    check(&[(1, 101)], &[0, 1], None);
    check(&[(1, 101), (2, 201)], &[0, 1, 2], Some(2));
    // The first answer changed: what was said on the second page decides nothing any more.
    check(&[(1, 102), (2, 201)], &[0], None);
    let mut answers: Answers = [(id(1), chosen(102)), (id(2), chosen(201)), (id(9), chosen(1))].into();
    form.settle(&mut answers);
    assert_eq!(answers.keys().copied().collect::<Vec<_>>(), [id(1)]);
}

#[test]
fn answers_are_read_or_refused_with_a_reason() {
    let typed = |values: &[&str], other: &str, parts: &[&str]| Typed {
        values: values.iter().map(ToString::to_string).collect(),
        other: other.to_owned(),
        parts: parts.iter().map(ToString::to_string).collect(),
    };
    let check = |question: &Question, typed: Typed, expected: Result<Option<Answer>, AnswerFault>| {
        let got = answer::read(question, &typed);
        assert_eq!(got, expected, "{} {typed:?}", question.kind);
        // What was kept fills the form so that it reads back the same.
        if let Ok(Some(answer)) = got {
            assert_eq!(answer::read(question, &answer::typed(question, &answer)), Ok(Some(answer)));
        }
    };
    let mut short = question(1, QuestionKind::Short);
    check(&short, typed(&["  Un  banc "], "", &[]), Ok(Some(Answer::Text("Un banc".into()))));
    check(&short, typed(&["x".repeat(301).as_str()], "", &[]), Err(AnswerFault::TooLong(300)));
    check(&short, typed(&[" "], "", &[]), Ok(None));
    short.required = true;
    check(&short, typed(&[], "", &[]), Err(AnswerFault::Missing));

    let (a, b, c) = (choice(201).id.to_string(), choice(202).id.to_string(), choice(203).id.to_string());
    let mut multiple = question(2, QuestionKind::Multiple);
    (multiple.least, multiple.most, multiple.other) = (2, 2, true);
    check(&multiple, typed(&[&a], "", &[]), Err(AnswerFault::TooFew(2)));
    check(&multiple, typed(&[&a, &b, &c], "", &[]), Err(AnswerFault::TooMany(2)));
    check(&multiple, typed(&[&a, OTHER], "", &[]), Err(AnswerFault::OtherMissing));
    check(&multiple, typed(&["nonsense"], "", &[]), Err(AnswerFault::Choice));
    let both = Answer::Chosen { choices: vec![choice(201).id], other: Some("Un kiosque".into()) };
    check(&multiple, typed(&[&a, &a, OTHER], "Un kiosque", &[]), Ok(Some(both)));
    let mut single = question(2, QuestionKind::Single);
    check(&single, typed(&[OTHER], "Non", &[]), Err(AnswerFault::Choice));
    check(&single, typed(&[&a, &b], "", &[]), Err(AnswerFault::TooMany(1)));
    single.required = true;
    check(&single, typed(&[], "", &[]), Err(AnswerFault::Missing));

    let ranking = question(2, QuestionKind::Ranking);
    check(&ranking, typed(&[], "", &["2", "1", ""]), Ok(Some(Answer::Ranked(vec![choice(202).id, choice(201).id]))));
    check(&ranking, typed(&[], "", &["1", "1", ""]), Err(AnswerFault::SameRank));
    check(&ranking, typed(&[], "", &["4", "", ""]), Err(AnswerFault::Choice));

    let scale = question(3, QuestionKind::Scale);
    check(&scale, typed(&["5"], "", &[]), Ok(Some(Answer::Value(5))));
    for bad in ["0", "6", "x", "-1", "99999999999"] {
        check(&scale, typed(&[bad], "", &[]), Err(AnswerFault::Choice));
    }

    let mut matrix = question(2, QuestionKind::Matrix);
    check(&matrix, typed(&[], "", &[&a, ""]), Ok(Some(Answer::Cells(vec![(choice(211).id, choice(201).id)]))));
    matrix.required = true;
    check(&matrix, typed(&[], "", &[&a, ""]), Err(AnswerFault::RowMissing));
    check(&matrix, typed(&[], "", &["", ""]), Err(AnswerFault::Missing));
}

#[test]
fn moving_never_leaves_a_condition_that_looks_ahead() {
    let mut form = chain();
    let deciding = form.sections[0].id;
    form.arrange_section(deciding, Move::Down, &mut ids()).unwrap();
    assert_eq!(form.questions().map(|q| q.condition.is_some()).collect::<Vec<_>>(), [false, false, true]);

    let mut form = chain();
    form.arrange_question(QuestionId(Uuid::from_u128(2)), Move::Up, &mut ids()).unwrap();
    assert_eq!(form.sections.iter().map(|s| s.questions.len()).collect::<Vec<_>>(), [2, 0, 1]);
    assert!(form.sections[0].questions[1].condition.is_none(), "the same page is not an earlier one");

    let mut form = chain();
    form.arrange_question(QuestionId(Uuid::from_u128(1)), Move::Remove, &mut ids()).unwrap();
    assert!(form.question(QuestionId(Uuid::from_u128(2))).unwrap().condition.is_none());
}

#[test]
fn a_copy_has_ids_of_its_own_and_conditions_that_follow() {
    let (form, copy) = (chain(), chain().copied(&mut ids()));
    let all = |form: &Form| form.questions().flat_map(|q| q.choices.iter().map(|c| c.id.0).chain([q.id.0])).collect::<Vec<_>>();
    assert!(all(&form).iter().all(|id| !all(&copy).contains(id)));
    let condition = copy.sections[1].questions[0].condition.unwrap();
    assert_eq!(condition.question, copy.sections[0].questions[0].id);
    assert_eq!(condition.choice, copy.sections[0].questions[0].choices[0].id);
    let mut form = chain();
    for _ in 0..30 {
        let _ = form.arrange_section(SectionId(Uuid::from_u128(1)), Move::Copy, &mut ids());
    }
    assert_eq!(form.sections.len(), SECTIONS_MAX);
    assert_eq!(form.add_section(SectionId(Uuid::from_u128(99))), Err(Refusal::NoRoom));
}

#[test]
fn choices_keep_their_ids_when_their_words_or_places_stay() {
    let old = question(2, QuestionKind::Single);
    let draft = |choices: &str| QuestionDraft { label: "Quel banc ?".into(), choices: choices.into(), ..QuestionDraft::default() };
    let parse = |choices: &str| draft(choices).parse(&old, &mut ids());
    let got = |choices: &str| parse(choices).unwrap().choices.into_iter().map(|c| c.id.0.as_u128()).collect::<Vec<_>>();
    assert_eq!(got("choice 203\nchoice 201\n\nchoice 202"), [203, 201, 202]);
    assert_eq!(got("choice 201\nreworded\nchoice 203"), [201, 202, 203]);
    assert_eq!(got("choice 201\nnew one"), [201, 10_001]);
    assert_eq!(parse("one"), Err(vec![("choices", Fault::Missing)]));
    assert_eq!(parse("one\ntwo\none"), Err(vec![("choices", Fault::Taken)]));
    assert_eq!(parse(&(0..41).map(|n| format!("{n}\n")).collect::<String>()), Err(vec![("choices", Fault::TooLong(40))]));
    let scale = QuestionDraft { label: "Combien ?".into(), least: "5".into(), most: "3".into(), ..QuestionDraft::default() };
    assert_eq!(scale.parse(&question(3, QuestionKind::Scale), &mut ids()), Err(vec![("most", Fault::Choice)]));
}

#[test]
fn who_may_answer_and_when() {
    let at = |second: i64| Timestamp::from_second(second).unwrap();
    let rule = |from: i64, to: i64| PhaseRule {
        kind: PhaseKind::Contribution,
        opens_at: at(from),
        closes_at: at(to),
        openings: Openings::usual(PhaseKind::Contribution),
    };
    let calendar = Calendar { published: true, phases: vec![rule(10, 20), rule(30, 40)], remote_voices: RemoteVoices::Welcome };
    let terms = Terms { published: true, opens_at: at(5), closes_at: at(50), closed: false, respondents: Respondents::Accounts };
    for (now, stage) in
        [(9, FormStage::Upcoming), (10, FormStage::Open), (25, FormStage::Open), (39, FormStage::Open), (40, FormStage::Closed)]
    {
        assert_eq!(terms.stage(&calendar, at(now)), stage, "{now}");
    }
    assert_eq!(Terms { closes_at: at(15), ..terms }.stage(&calendar, at(15)), FormStage::Closed);
    assert_eq!(Terms { closed: true, ..terms }.stage(&calendar, at(12)), FormStage::Closed);
    let may = |role: Role, terms: Terms, now: i64| {
        let viewer = if role == Role::Visitor { Viewer::VISITOR } else { Viewer::signed_in(ActorId(Uuid::nil()), role) };
        terms.may_answer(viewer, &calendar, at(now))
    };
    let open = Terms { respondents: Respondents::Everyone, ..terms };
    assert_eq!(may(Role::Visitor, terms, 12), Err(Refusal::SignInFirst));
    assert_eq!(may(Role::Visitor, open, 12), Ok(()));
    assert_eq!(may(Role::Remote, open, 12), Err(Refusal::NotYourRole));
    assert_eq!(may(Role::Citizen, open, 45), Err(Refusal::NotOpenNow));
    let draft = Terms { published: false, ..terms };
    assert_eq!(may(Role::Citizen, draft, 12), Err(Refusal::NotFound));
    assert_eq!(may(Role::Agent, draft, 12), Err(Refusal::NotPublished));
    for role in [Role::Citizen, Role::Stakeholder, Role::Agent, Role::Moderator, Role::Administrator] {
        assert_eq!(may(role, terms, 12), Ok(()));
    }
}
