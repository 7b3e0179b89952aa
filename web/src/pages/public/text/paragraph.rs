//! A paragraph: its words, how people would change it, what they say of it, and the forms to take part.

use super::super::contribution_form;
use super::super::items::Item;
use super::super::leaves::Leaves;
use super::super::offer::{self, Offer};
use super::super::voice;
use super::shown;
use crate::amendments::{self, Amendment};
use crate::budget::Look;
use crate::error::{Error, Reply};
use crate::form::{self, Choice, Faulty};
use crate::page::{Page, html, html_with};
use crate::pages::pagination::{self, Pagination};
use crate::texts::Texts;
use crate::viewer::Visit;
use askama::Template;
use axum::extract::{Path, Query};
use domain::contribution::Kind;
use domain::draft_text::{TextState, Word};
use domain::text::BODY_MAX;
use serde::Deserialize;
use store::Uid;
use store::draft_texts::{Counts, DraftText, Paragraph, Said};
use store::views::cards::{self, Card};
use store::views::page::Frame;

/// What is said of a paragraph, on one page.
const PER_PAGE: i64 = 20;

#[derive(Template)]
#[template(path = "paragraph.html")]
struct ParagraphPage {
    page: Page,
    faults: Faulty,
    /// Its own address.
    path: String,
    title: String,
    lang: String,
    state: Look,
    number: i32,
    body: String,
    body_max: usize,
    /// The address of the paragraph before and after.
    previous: Option<String>,
    next: Option<String>,
    counts: Counts,
    supported: bool,
    support: Offer,
    amend: Offer,
    remark: Offer,
    /// The form that was sent and comes back, whatever is offered by now.
    sent: Option<Form>,
    /// The lists to choose from: address, words, whether it is shown.
    lists: Vec<(String, String, bool)>,
    items: Vec<(Item, Amendment)>,
    amendments: bool,
    pagination: Pagination,
    words: Vec<Choice>,
    typed: Typed,
    leaves: Leaves,
    names: Vec<Choice>,
}

/// One of the forms.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// How the paragraph should be.
    Amendment,
    /// What one thinks of it.
    Remark,
}

/// What was typed into one of the forms.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Typed {
    pub(super) word: String,
    pub(super) wording: String,
    pub(super) body: String,
    pub(super) remark: String,
    pub(super) in_name_of: String,
}

/// What the address asks for.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Asked {
    view: String,
    page: String,
}

impl ParagraphPage {
    /// Whether this form is on the page: where it is offered, and where it was sent.
    fn has(&self, form: Form) -> bool {
        let offer = match form {
            Form::Amendment => self.amend,
            Form::Remark => self.remark,
        };
        offer.is_yes() || self.sent == Some(form)
    }
}

/// A paragraph with all that its page says.
pub(super) struct Found {
    pub(super) frame: Frame,
    text: DraftText,
    pub(super) paragraph: Paragraph,
    /// The highest number of the text.
    last: i32,
    counts: Counts,
    supported: bool,
    said: Vec<Said>,
    cards: Vec<Card>,
    total: i64,
    leaves: Leaves,
    names: Vec<voice::Name>,
    remarks: bool,
    number: i64,
}

/// `GET /c/{slug}/text/{number}?view=remarks&page=2`.
pub(crate) async fn show(visit: Visit, Path((slug, number)): Path<(String, String)>, Query(asked): Query<Asked>) -> Reply {
    let found = read(&visit, &slug, &number, &asked).await?;
    html(view(&visit, found, Typed::default(), None).await?)
}

/// The page again with what was typed, where that helps; else the error itself.
pub(super) async fn again(visit: &Visit, found: Found, typed: Typed, (form, refused): (Form, Error)) -> Reply {
    if !contribution_form::keeps_text(&refused) {
        return Err(refused);
    }
    let status = refused.status();
    let view = view(visit, found, typed, Some((form, refused))).await?;
    html_with(status, view)
}

/// Reads a paragraph by its number.
pub(super) async fn read(visit: &Visit, slug: &str, number: &str, asked: &Asked) -> Result<Found, Error> {
    let (viewer, now, slug) = (visit.viewer, visit.web.app.now(), slug.to_owned());
    // One address for each: `03` is none.
    let wanted: i32 = number.parse().ok().filter(|n: &i32| n.to_string() == number).ok_or(Error::NOT_FOUND)?;
    let (remarks, asked) = (asked.view == "remarks", pagination::asked(&asked.page));
    let read = visit.web.app.store.read(move |db| {
        let (frame, text) = shown(db, &slug, viewer)?;
        let paragraph = store::draft_texts::paragraph(db, text.id, wanted)?.ok_or(Error::NOT_FOUND)?;
        let (_, total) = store::draft_texts::said_of(db, paragraph.id, !remarks, 0, 0)?;
        let number = asked.min(pagination::pages(total, PER_PAGE));
        let (said, total) = store::draft_texts::said_of(db, paragraph.id, !remarks, pagination::offset(number, PER_PAGE), PER_PAGE)?;
        let ids: Vec<Uid> = said.iter().map(|said| said.contribution_id).collect();
        let actor = viewer.actor.map(Uid::of);
        let supported = actor.map_or(Ok(false), |actor| store::draft_texts::supports::has(db, paragraph.id, actor))?;
        Ok::<_, Error>(Found {
            last: store::draft_texts::last_number(db, text.id)?,
            counts: store::draft_texts::counts(db, text.id)?.get(&paragraph.id).copied().unwrap_or_default(),
            cards: cards::by_ids(db, &ids, actor)?,
            leaves: Leaves::before(db, frame.consultation.id, viewer)?,
            names: voice::read(db, viewer, now)?,
            frame,
            text,
            paragraph,
            supported,
            said,
            total,
            remarks,
            number,
        })
    });
    read.await
}

// ftl: amend-choice-*
async fn view(visit: &Visit, mut found: Found, mut typed: Typed, refused: Option<(Form, Error)>) -> Result<ParagraphPage, Error> {
    let page = visit.page("paragraph-title").await?;
    let sent = refused.as_ref().map(|(form, _)| *form);
    let field = if sent == Some(Form::Remark) { "remark" } else { "body" };
    let faults = refused.map(|(_, error)| contribution_form::messages_at(&page.t, &error, field)).unwrap_or_default();
    let (consultation, number) = (&found.frame.consultation, found.paragraph.number);
    let root = format!("/c/{}", consultation.slug);
    let text = format!("{root}/text");
    let path = format!("{text}/{number}");
    let mut page =
        page.under(root, consultation.title.clone()).under(text.clone(), found.text.title.clone()).with_faults(!faults.is_empty());
    page.title = page.t.with2("paragraph-of", "number", number, "title", found.text.title.as_str());
    let state = found.text.state()?;
    let open = |offer: Offer| if state == TextState::Open { offer } else { Offer::No };
    let to_publish = |kind| open(offer::to_publish_as(visit, &found.names, kind, &found.frame.calendar, page.now));
    let (amend, remark) = (to_publish(Kind::Proposal), to_publish(Kind::Discussion));
    if typed.word.is_empty() {
        Word::Replace.code().clone_into(&mut typed.word);
        typed.wording.clone_from(&found.paragraph.body);
    }
    let words = [Word::Replace, Word::Insert, Word::Remove].map(Word::code);
    let items = items(visit, &page, &mut found)?;
    let (remarks, counts) = (found.remarks, found.counts);
    let list = |key: &str, count: i64, end: &str, chosen: bool| (format!("{path}{end}#said"), page.t.count(key, count), chosen);
    Ok(ParagraphPage {
        title: found.text.title.clone(),
        lang: found.frame.consultation.lang.clone(),
        state: amendments::state_look(&page.t, state),
        number,
        body: found.paragraph.body.clone(),
        body_max: BODY_MAX,
        previous: (number > 1).then(|| format!("{text}/{}", number - 1)),
        next: (number < found.last).then(|| format!("{text}/{}", number + 1)),
        counts,
        supported: found.supported,
        support: open(offer::to_support_a_part(visit, &found.frame.calendar, page.now)),
        amend,
        remark,
        sent,
        lists: vec![
            list("paragraph-amendments-all", counts.amendments, "", !remarks),
            list("paragraph-remarks-all", counts.remarks, "?view=remarks", remarks),
        ],
        items,
        amendments: !remarks,
        pagination: Pagination::new(found.total, PER_PAGE, found.number, |n| at_page(&path, remarks, n)),
        words: Choice::list(&page.t, "amend-choice", words, &typed.word),
        names: voice::choices(&page.t, visit, &found.names, &typed.in_name_of),
        typed,
        leaves: found.leaves,
        faults,
        path,
        page,
    })
}

fn at_page(path: &str, remarks: bool, n: i64) -> String {
    let view = if remarks { "&view=remarks" } else { "" };
    format!("{path}?page={n}{view}#said")
}

/// What is said, in the order in which it was found.
fn items(visit: &Visit, page: &Page, found: &mut Found) -> Result<Vec<(Item, Amendment)>, store::Error> {
    let consultation = &found.frame.consultation;
    let offer = offer::to_support(visit, &found.frame.calendar, page.now);
    let mut items = Vec::with_capacity(found.said.len());
    for said in &found.said {
        if let Some(card) = found.cards.iter().find(|card| card.contribution.id == said.contribution_id) {
            let item = Item::within(&page.t, card, consultation.support_threshold, offer);
            items.push((item, Amendment::new(&page.t, &consultation.slug, (said, &found.paragraph))?));
        }
    }
    Ok(items)
}

/// The title of a contribution on a paragraph: what it asks for, and how its reason begins.
// ftl: amend-title-*
pub(super) fn title(t: &Texts, word: Word, number: i32, body: &str) -> String {
    let words = domain::markup::excerpt(body, 80);
    t.with2(&format!("amend-title-{}", word.code()), "number", number, "words", domain::text::line(&words))
}

/// Where somebody signs in to come back here.
pub(super) fn back(slug: &str, number: &str, end: &str, done: &str) -> axum::response::Response {
    form::done(&format!("/c/{slug}/text/{number}{end}"), done)
}
