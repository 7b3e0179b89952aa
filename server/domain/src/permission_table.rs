//! The permission table, written out: every verb over every role, phase and state of a contribution.

use super::*;
use crate::actor::Audience;
use crate::consultation::{Openings, PhaseKind, PhaseRule, RemoteVoices};
use crate::id::ActorId;
use uuid::Uuid;

const AUTHOR: ActorId = ActorId(Uuid::from_u128(1));
const OTHER: ActorId = ActorId(Uuid::from_u128(2));
const NOW: Timestamp = Timestamp::UNIX_EPOCH;

fn calendar(published: bool, kind: PhaseKind) -> Calendar {
    let opens_at = Timestamp::from_second(-10).unwrap();
    let closes_at = Timestamp::from_second(10).unwrap();
    Calendar {
        published,
        phases: vec![PhaseRule { kind, opens_at, closes_at, openings: Openings::usual(kind) }],
        remote_voices: RemoteVoices::Welcome,
    }
}

fn shown(kind: Kind) -> Standing {
    Standing {
        kind,
        author: Some(AUTHOR),
        withdrawn_at: None,
        hidden_at: None,
        held: false,
        root: RootState::Shown,
        decided: false,
        depth: u8::from(kind == Kind::Reply),
    }
}

/// Visitor, then every signed-in role as somebody else, then the author as a citizen.
fn viewers() -> Vec<Viewer> {
    let mut viewers = vec![Viewer::VISITOR];
    viewers.extend(Role::ALL.iter().skip(1).map(|role| Viewer::signed_in(OTHER, *role)));
    viewers.push(Viewer::signed_in(AUTHOR, Role::Citizen));
    viewers
}

fn letter(result: Result<(), Refusal>) -> &'static str {
    match result {
        Ok(()) => "yes",
        Err(Refusal::SignInFirst) => "sign-in",
        Err(Refusal::NotYourRole) => "role",
        Err(Refusal::NotYours) => "yours",
        Err(Refusal::NotOpenNow) => "time",
        Err(Refusal::NotPublished) => "draft",
        Err(Refusal::NotFound) => "404",
        Err(Refusal::Hidden) => "hidden",
        Err(Refusal::Withdrawn) => "gone",
        Err(Refusal::AlreadyDone) => "done",
        Err(Refusal::Settled) => "settled",
        Err(other) => panic!("unexpected {other:?}"),
    }
}

fn check(name: &str, calendar: &Calendar, standing: &Standing, rows: &[(Verb, &str)]) {
    assert_eq!(rows.len(), Verb::ALL.len(), "{name}: a verb has no row");
    for (verb, expected) in rows {
        let got: Vec<&str> = viewers().into_iter().map(|viewer| letter(may(viewer, *verb, standing, calendar, NOW))).collect();
        assert_eq!(got.join(" "), expected.split_whitespace().collect::<Vec<_>>().join(" "), "{name}: {verb:?}");
    }
}

#[test]
fn a_proposal_while_contributions_are_open() {
    let open = calendar(true, PhaseKind::Contribution);
    #[rustfmt::skip]
    check("open", &open, &shown(Kind::Proposal), &[
        //                       visitor  remote citizen stakeholder agent moderator administrator author
        (Verb::Reply,           "sign-in  yes yes     yes         yes   yes       yes           yes"),
        (Verb::Support,         "sign-in  yes yes     yes         yes   yes       yes           yes"),
        (Verb::TakeBackSupport, "sign-in  yes yes     yes         yes   yes       yes           yes"),
        (Verb::Edit,            "sign-in  yours yours   yours       yours yours     yours         yes"),
        (Verb::Withdraw,        "sign-in  yours yours   yours       yours yours     yours         yes"),
        (Verb::Report,          "sign-in  yes yes     yes         yes   yes       yes           yours"),
        (Verb::Hide,            "sign-in  role role    role        role  yes       yes           role"),
        (Verb::Restore,         "sign-in  role role    role        role  done      done          role"),
        (Verb::AnswerOfficially,"sign-in  role role    role        yes   role      yes           role"),
        (Verb::Recognise,       "sign-in  role role    role        yes   role      yes           role"),
    ]);
}

#[test]
fn a_proposal_while_the_services_study() {
    let analysis = calendar(true, PhaseKind::Analysis);
    #[rustfmt::skip]
    check("analysis", &analysis, &shown(Kind::Proposal), &[
        (Verb::Reply,           "sign-in  time time    time        time  time      time          time"),
        (Verb::Support,         "sign-in  time time    time        time  time      time          time"),
        (Verb::TakeBackSupport, "sign-in  time time    time        time  time      time          time"),
        (Verb::Edit,            "sign-in  yours yours   yours       yours yours     yours         time"),
        (Verb::Withdraw,        "sign-in  yours yours   yours       yours yours     yours         yes"),
        (Verb::Report,          "sign-in  yes yes     yes         yes   yes       yes           yours"),
        (Verb::Hide,            "sign-in  role role    role        role  yes       yes           role"),
        (Verb::Restore,         "sign-in  role role    role        role  done      done          role"),
        (Verb::AnswerOfficially,"sign-in  role role    role        yes   role      yes           role"),
        (Verb::Recognise,       "sign-in  role role    role        yes   role      yes           role"),
    ]);
}

#[test]
fn hidden_withdrawn_and_decided() {
    let open = calendar(true, PhaseKind::Contribution);
    let hidden = Standing { hidden_at: Some(NOW), ..shown(Kind::Proposal) };
    let gone = Standing { withdrawn_at: Some(NOW), ..shown(Kind::Proposal) };
    let decided = Standing { decided: true, ..shown(Kind::Proposal) };
    let row = |standing: &Standing, verb: Verb| {
        viewers().into_iter().map(|v| letter(may(v, verb, standing, &open, NOW))).collect::<Vec<_>>().join(" ")
    };
    for verb in [
        Verb::Reply,
        Verb::Support,
        Verb::TakeBackSupport,
        Verb::Edit,
        Verb::Report,
        Verb::AnswerOfficially,
        Verb::Recognise,
        Verb::Withdraw,
    ] {
        assert_eq!(row(&hidden, verb), "sign-in hidden hidden hidden hidden hidden hidden hidden", "{verb:?}");
    }
    assert_eq!(row(&hidden, Verb::Hide), "sign-in role role role role done done role");
    assert_eq!(row(&hidden, Verb::Restore), "sign-in role role role role yes yes role");
    for verb in [Verb::Reply, Verb::Support, Verb::TakeBackSupport, Verb::Edit, Verb::Report, Verb::AnswerOfficially, Verb::Recognise] {
        assert_eq!(row(&gone, verb), "sign-in gone gone gone gone gone gone gone", "{verb:?}");
    }
    assert_eq!(row(&gone, Verb::Withdraw), "sign-in done done done done done done done");
    assert_eq!(row(&gone, Verb::Hide), "sign-in role role role role gone gone role");
    assert_eq!(row(&decided, Verb::Edit), "sign-in yours yours yours yours yours yours settled");
}

#[test]
fn a_draft_does_not_exist_for_the_public() {
    let draft = calendar(false, PhaseKind::Contribution);
    for verb in Verb::ALL {
        for viewer in viewers() {
            let got = letter(may(viewer, *verb, &shown(Kind::Proposal), &draft, NOW));
            assert_eq!(got == "404", !viewer.role.is_staff(), "{verb:?} {viewer:?} {got}");
        }
    }
    for viewer in viewers() {
        let got = letter(may_publish(viewer, Kind::Proposal, &draft, NOW));
        assert_eq!(got, if viewer.role.is_staff() { "draft" } else { "404" });
    }
}

#[test]
fn replies_have_a_depth_and_no_official_answer() {
    let open = calendar(true, PhaseKind::Contribution);
    let deep = Standing { depth: DEPTH_MAX, ..shown(Kind::Reply) };
    let citizen = Viewer::signed_in(OTHER, Role::Citizen);
    assert_eq!(may(citizen, Verb::Reply, &deep, &open, NOW), Err(Refusal::TooDeep));
    assert_eq!(may(citizen, Verb::Reply, &shown(Kind::Reply), &open, NOW), Ok(()));
    let agent = Viewer::signed_in(OTHER, Role::Agent);
    assert_eq!(may(agent, Verb::AnswerOfficially, &shown(Kind::Reply), &open, NOW), Err(Refusal::NotFound));
    assert_eq!(may(agent, Verb::Recognise, &shown(Kind::Reply), &open, NOW), Ok(()));
}

#[test]
fn a_phase_may_be_open_to_some() {
    let mut calendar = calendar(true, PhaseKind::Contribution);
    calendar.phases[0].openings.propose = Audience::Stakeholders;
    let got: Vec<&str> = viewers().into_iter().map(|v| letter(may_publish(v, Kind::Proposal, &calendar, NOW))).collect();
    assert_eq!(got, ["time", "role", "role", "yes", "yes", "yes", "yes", "role"]);
}

#[test]
fn the_back_office() {
    let check = |verb: OfficeVerb, expected: &str| {
        let got: Vec<&str> = viewers().into_iter().map(|v| letter(may_in_office(v, verb))).collect();
        assert_eq!(got.join(" "), expected, "{verb:?}");
    };
    check(OfficeVerb::EnterOffice, "sign-in role role role yes yes yes role");
    check(OfficeVerb::PrepareConsultation, "sign-in role role role yes role yes role");
    check(OfficeVerb::Answer, "sign-in role role role yes role yes role");
    check(OfficeVerb::ReceiveVotes, "sign-in role role role yes role yes role");
    check(OfficeVerb::Moderate, "sign-in role role role role yes yes role");
    check(OfficeVerb::ManageUsers, "sign-in role role role role role yes role");
    check(OfficeVerb::ChangeSettings, "sign-in role role role role role yes role");
    check(OfficeVerb::ReadJournal, "sign-in role role role role role yes role");
}

#[test]
fn nothing_is_added_under_a_root_that_is_not_shown() {
    let open = calendar(true, PhaseKind::Contribution);
    let under = |root: RootState| Standing { root, ..shown(Kind::Reply) };
    let row = |standing: &Standing, verb: Verb| {
        viewers().into_iter().map(|v| letter(may(v, verb, standing, &open, NOW))).collect::<Vec<_>>().join(" ")
    };
    for verb in [Verb::Reply, Verb::Support] {
        assert_eq!(row(&under(RootState::Hidden), verb), "sign-in hidden hidden hidden hidden hidden hidden hidden", "{verb:?}");
        assert_eq!(row(&under(RootState::Withdrawn), verb), "sign-in gone gone gone gone gone gone gone", "{verb:?}");
    }
    assert_eq!(row(&under(RootState::Hidden), Verb::TakeBackSupport), "sign-in yes yes yes yes yes yes yes");
    assert_eq!(row(&under(RootState::Withdrawn), Verb::Withdraw), "sign-in yours yours yours yours yours yours yes");
}

#[test]
fn voices_from_elsewhere_are_taken_as_the_consultation_says() {
    let elsewhere = Viewer::signed_in(OTHER, Role::Remote);
    for (voices, expected) in [(RemoteVoices::Welcome, "yes"), (RemoteVoices::Held, "yes"), (RemoteVoices::Refused, "role")] {
        let open = Calendar { remote_voices: voices, ..calendar(true, PhaseKind::Contribution) };
        assert_eq!(letter(may(elsewhere, Verb::Reply, &shown(Kind::Proposal), &open, NOW)), expected, "{voices}");
        assert_eq!(letter(may(elsewhere, Verb::Support, &shown(Kind::Proposal), &open, NOW)), expected, "{voices}");
        assert_eq!(letter(may_publish(elsewhere, Kind::Proposal, &open, NOW)), expected, "{voices}");
        assert_eq!(letter(may(Viewer::signed_in(OTHER, Role::Citizen), Verb::Support, &shown(Kind::Proposal), &open, NOW)), "yes");
    }
}

#[test]
fn who_wrote_it_elsewhere_may_always_take_it_back() {
    let remote = |author: ActorId| Viewer::signed_in(author, Role::Remote);
    let check = |viewer: Viewer, verb: Verb, (hidden, held, withdrawn): (bool, bool, bool), expected: &str| {
        let at = |yes: bool| yes.then_some(NOW);
        let standing = Standing { hidden_at: at(hidden), held, withdrawn_at: at(withdrawn), ..shown(Kind::Reply) };
        let got = letter(may(viewer, verb, &standing, &calendar(true, PhaseKind::Contribution), NOW));
        assert_eq!(got, expected, "{verb:?} {hidden} {held} {withdrawn}");
    };
    for verb in [Verb::Withdraw, Verb::Edit] {
        check(remote(AUTHOR), verb, (true, true, false), "yes");
        check(remote(OTHER), verb, (true, true, false), "hidden");
        check(Viewer::signed_in(AUTHOR, Role::Citizen), verb, (true, true, false), "hidden");
    }
    check(remote(AUTHOR), Verb::Withdraw, (true, false, false), "yes");
    check(remote(AUTHOR), Verb::Edit, (true, false, false), "hidden");
    check(remote(AUTHOR), Verb::Withdraw, (true, false, true), "done");
    check(remote(AUTHOR), Verb::Reply, (true, true, false), "hidden");
}

#[test]
fn who_may_act_for_an_organisation() {
    let ties = |open, member, administers, alone| Ties { open, member, administers, alone };
    let row = |ties: Ties| {
        let person = Viewer::signed_in(OTHER, Role::Citizen);
        let got = OrganisationVerb::ALL.iter().map(|verb| match may_in_organisation(person, *verb, ties) {
            Err(Refusal::LastAdministrator) => "last",
            other => letter(other),
        });
        got.collect::<Vec<_>>().join(" ")
    };
    //                                                 speak manage leave
    assert_eq!(row(ties(true, false, false, false)), "yours yours yours");
    assert_eq!(row(ties(true, true, false, false)), "yes role yes");
    assert_eq!(row(ties(true, true, true, false)), "yes yes yes");
    assert_eq!(row(ties(true, true, true, true)), "yes yes last");
    assert_eq!(row(ties(false, true, true, false)), "time time yes");
    for (role, expected) in [(Role::Remote, "role"), (Role::Visitor, "sign-in")] {
        let viewer = Viewer { role, ..Viewer::signed_in(OTHER, Role::Citizen) };
        for verb in OrganisationVerb::ALL {
            assert_eq!(letter(may_in_organisation(viewer, *verb, ties(true, true, true, false))), expected);
        }
    }
}
