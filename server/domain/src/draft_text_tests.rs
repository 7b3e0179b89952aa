//! Tests of texts that are discussed by paragraphs.

use super::*;

fn cut(pasted: &str) -> Vec<(&'static str, i32, String)> {
    split(pasted).unwrap().into_iter().map(|piece| (piece.kind.code(), piece.number, piece.body)).collect()
}

fn piece(kind: &'static str, number: i32, body: &str) -> (&'static str, i32, String) {
    (kind, number, body.to_owned())
}

#[test]
fn a_text_is_cut_where_a_reader_would() {
    let got = cut(
        "# Charte\n\nLe jardin est ouvert\nà tous.\n\nArticle 2 – Horaires\n- de 8 h\n  à 20 h\n* le dimanche\n1. Les chiens\n\nArticle 3 s’applique.\n",
    );
    assert_eq!(
        got,
        [
            piece("heading", 0, "Charte"),
            piece("paragraph", 1, "Le jardin est ouvert à tous."),
            piece("heading", 0, "Article 2 – Horaires"),
            piece("item", 2, "de 8 h à 20 h"),
            piece("item", 3, "le dimanche"),
            piece("item", 4, "1. Les chiens"),
            piece("paragraph", 5, "Article 3 s’applique."),
        ]
    );
}

#[test]
fn what_is_joined_is_cut_the_same() {
    let pieces = split("Préambule\n\nUn.\n\n- deux\n- trois\n\na) quatre\n\nCinq\nsix").unwrap();
    let joined = join(pieces.iter().map(|piece| (piece.kind, piece.body.as_str())));
    assert_eq!(split(&joined).unwrap(), pieces);
}

#[test]
fn what_cannot_be_discussed_is_refused() {
    assert_eq!(split("  \n "), Err(Fault::Missing));
    assert_eq!(split("# Seul\n## Titre"), Err(Fault::Missing));
    assert_eq!(split(&"mot\n\n".repeat(PIECES_MAX + 1)), Err(Fault::TooLong(PIECES_MAX)));
    assert_eq!(split(&"x".repeat(PIECE_MAX + 1)), Err(Fault::TooLong(PIECE_MAX)));
}

#[test]
fn the_result_follows_the_decisions() {
    let (a, b, c) = (Uuid::from_u128(1), Uuid::from_u128(2), Uuid::from_u128(3));
    let kept = |paragraph, word, words| Kept { paragraph, word, words };
    let changes = [
        kept(b, Word::Replace, "deux"),
        kept(a, Word::Insert, "un et demi"),
        kept(a, Word::Insert, "un et trois quarts"),
        kept(b, Word::Replace, "deux ensemble"),
        kept(c, Word::Remove, ""),
    ];
    let got = resulting(&[(a, "1"), (b, "2"), (c, "3")], &changes);
    let read: Vec<_> = got.iter().map(|one| (one.from, one.added, one.before.as_str(), one.after.as_str())).collect();
    assert_eq!(
        read,
        [
            (0, false, "1", "1"),
            (0, true, "", "un et demi"),
            (0, true, "", "un et trois quarts"),
            (1, false, "2", "deux ensemble"),
            (2, false, "3", "")
        ]
    );
}

#[test]
fn two_changes_of_one_paragraph_need_the_words_of_the_agent() {
    let check = |word, outcome, stands, given: &str| words_kept(word, "proposé", outcome, stands, given);
    let some = |words: &str| Ok(Some(words.to_owned()));
    assert_eq!(check(Word::Replace, Outcome::Accepted, None, ""), some("proposé"));
    assert_eq!(check(Word::Replace, Outcome::Accepted, Some("autre"), ""), Err(Fault::Missing));
    assert_eq!(check(Word::Replace, Outcome::Accepted, Some("autre"), " les  deux "), some("les deux"));
    // Its own words would undo the other change; where they stand already they undo nothing.
    assert_eq!(check(Word::Replace, Outcome::Accepted, Some("autre"), " proposé"), Err(Fault::Choice));
    assert_eq!(check(Word::Replace, Outcome::Partly, Some("autre"), "proposé"), Err(Fault::Choice));
    assert_eq!(check(Word::Replace, Outcome::Accepted, Some("proposé"), "proposé"), some("proposé"));
    assert_eq!(check(Word::Replace, Outcome::Accepted, Some(""), "proposé"), Err(Fault::Choice));
    assert_eq!(check(Word::Remove, Outcome::Accepted, None, ""), some(""));
    assert_eq!(check(Word::Remove, Outcome::Accepted, None, "des mots"), some(""));
    assert_eq!(check(Word::Remove, Outcome::Accepted, Some("autre"), ""), some(""));
    assert_eq!(check(Word::Remove, Outcome::Accepted, Some(""), ""), some(""));
    assert_eq!(check(Word::Remove, Outcome::Accepted, Some("autre"), "moins"), some("moins"));
    assert_eq!(check(Word::Remove, Outcome::Partly, Some("autre"), ""), Err(Fault::Missing));
    assert_eq!(check(Word::Insert, Outcome::Accepted, Some("autre"), ""), some("proposé"));
    assert_eq!(check(Word::Insert, Outcome::Partly, None, ""), Err(Fault::Missing));
    assert_eq!(check(Word::Replace, Outcome::Rejected, Some("autre"), ""), Ok(None));
}
