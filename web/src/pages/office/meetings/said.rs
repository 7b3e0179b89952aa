//! What was said at a meeting, written down by an agent as contributions to the consultation.

use super::{Bench, Head, bench};
use crate::error::{Error, Reply};
use crate::form::{Choice, Faulty, Fields, Posted, done};
use crate::page::{Page, html_with};
use crate::pages::office::desk::Desk;
use crate::pages::office::show;
use crate::place_picker::{self, Picked, Picker, PlaceTyped};
use crate::viewer::{Staff, Visit};
use actions::meetings::SaidForm;
use actions::places::Address;
use askama::Template;
use axum::extract::Path;
use domain::place::Asking;
use store::consultations::Theme;
use store::views::cards;

/// Contributions that the page lists.
const LISTED: i64 = 200;

#[derive(Template)]
#[template(path = "office/meeting_said.html")]
struct Said {
    page: Page,
    desk: Desk,
    head: Head,
    form: SaidForm,
    kinds: Vec<Choice>,
    themes: Vec<Choice>,
    begun: bool,
    /// Where it is, when the consultation asks.
    picker: Option<Picker>,
    /// Title, path and language of each.
    said: Vec<(String, String, String)>,
    faults: Faulty,
}

/// The form as it was filled in, with what is wrong with it and the addresses that were found.
#[derive(Default)]
struct Filled {
    form: SaidForm,
    place: PlaceTyped,
    faults: actions::Faults,
    found: Vec<Address>,
}

/// `GET /admin/meetings/{meeting}/said`.
pub(in crate::pages::office) async fn show(Staff(visit): Staff, Path(meeting): Path<String>) -> Reply {
    let bench = bench(&visit, &meeting).await?;
    let form = SaidForm { kind: "proposal".to_owned(), ..SaidForm::default() };
    page(&visit, &bench, Filled { form, ..Filled::default() }).await
}

/// `POST /admin/meetings/{meeting}/said`.
pub(in crate::pages::office) async fn hand_in(Staff(visit): Staff, Path(meeting): Path<String>, Posted(typed): Posted<Fields>) -> Reply {
    let bench = bench(&visit, &meeting).await?;
    let text = |name: &str| typed.get(name).to_owned();
    let form = SaidForm { kind: text("kind"), title: text("title"), body: text("body"), theme: text("theme"), name: text("name") };
    let place = PlaceTyped::of_fields(&typed);
    let consultation = bench.row.consultation_id.ok_or(Error::NOT_FOUND)?;
    let asking = visit.web.app.store.read(move |db| store::places::asking(db, consultation)).await?;
    let picked = if asking == Asking::Never { Picked::Given(None) } else { place.read_or_words(&visit).await? };
    let spot = match picked {
        Picked::Given(spot) => spot,
        Picked::Ask(fault, found) => {
            let mut faults = fault.map(place_picker::fault).unwrap_or_default();
            if !faults.is_empty() {
                faults.splice(0..0, form.faults()).for_each(drop);
            }
            return page(&visit, &bench, Filled { form, place, faults, found }).await;
        }
    };
    match actions::meetings::hand_in(&visit.web.app, visit.viewer, bench.id(), &form, spot).await {
        Ok(_) => Ok(done(&format!("{}/said", bench.root()), "meeting-said")),
        Err(actions::Error::Faulty(faults)) => page(&visit, &bench, Filled { form, place, faults, found: Vec::new() }).await,
        Err(other) => Err(other.into()),
    }
}

// ftl: kind-*
async fn page(visit: &Visit, bench: &Bench, filled: Filled) -> Reply {
    let Filled { form, place, faults, found } = filled;
    let consultation = bench.row.consultation_id.ok_or(Error::NOT_FOUND)?;
    let id = bench.row.id;
    let read = visit.web.app.store.read(move |db| {
        let ids = store::meetings::contributions(db, id, LISTED)?;
        let (themes, asking) = (store::consultations::themes(db, consultation)?, store::places::asking(db, consultation)?);
        Ok::<_, Error>((cards::by_ids(db, &ids, None)?, themes, asking))
    });
    let (cards, themes, asking) = read.await?;
    let (page, desk, head) = bench.open(visit, "/said").await?;
    let faults = Faulty::new(&page.t, &faults);
    let (page, status) = show::told(page, &faults);
    let line = |card: &cards::Card| {
        let contribution = &card.contribution;
        (contribution.title.clone(), format!("/c/{}/p/{}", card.slug, contribution.id.0), contribution.lang.clone())
    };
    let none = Choice { code: String::new(), label: page.t.get("meeting-said-no-theme"), chosen: form.theme.is_empty() };
    let theme = |theme: &Theme| {
        let code = theme.id.0.to_string();
        Choice { chosen: form.theme == code, label: theme.name.clone(), code }
    };
    let view = Said {
        kinds: Choice::list(&page.t, "kind", ["proposal", "discussion"], &form.kind),
        themes: std::iter::once(none).chain(themes.iter().map(theme)).collect(),
        picker: (asking != Asking::Never).then(|| place.picker(visit, &page, false, &found)),
        begun: bench.terms.begins <= page.now,
        said: cards.iter().map(line).collect(),
        form,
        faults,
        page,
        desk,
        head,
    };
    html_with(status, view)
}
