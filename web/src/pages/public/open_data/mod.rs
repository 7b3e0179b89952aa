//! Open data: what the pages show, as tables that anybody may take, with what each field means; and the catalogue that portals harvest. No name of a
//! person who is no more than a citizen is in them.

mod catalog;
mod debate;
mod field;
mod file;
mod life;
mod list;
mod one;
mod outcome;

pub(super) use field::{About, Field, Kind, Piece, Row, Set};

use crate::error::{Error, Reply};
use crate::routes::table;
use crate::viewer::Visit;
use axum::extract::Path;
use domain::open_data::Dataset;
use file::Form;
use store::Uid;

table! {
    /// The routes of open data.
    routes, ROUTES:
    "/open-data" => get list::show;
    "/open-data/catalog.jsonld" => get catalog::show;
    "/open-data/{dataset}" => get show;
}

/// Where the rows of a data set come from.
const fn set(dataset: Dataset) -> Set {
    match dataset {
        Dataset::Consultations => debate::CONSULTATIONS,
        Dataset::Phases => debate::PHASES,
        Dataset::Contributions => debate::CONTRIBUTIONS,
        Dataset::Answers => debate::ANSWERS,
        Dataset::Votes => outcome::VOTES_SET,
        Dataset::BudgetProjects => outcome::PROJECTS,
        Dataset::Commitments => outcome::COMMITMENTS,
        Dataset::Funding => outcome::FUNDING,
        Dataset::Meetings => life::MEETINGS,
        Dataset::StreetReports => life::REPORTS,
        Dataset::Petitions => life::PETITIONS,
        Dataset::News => life::NEWS,
        Dataset::Documents => life::DOCUMENTS,
        Dataset::MapLayers => life::LAYERS_SET,
        Dataset::Territory => super::territory::SET,
    }
}

/// What is needed to write rows.
fn about(app: &actions::App) -> About {
    About { links: app.links.clone(), rounding: app.maps.rounding, now: app.now() }
}

/// `GET /open-data/{dataset}`: its page; with `.csv`, `.json` or `.geojson` after it, its file. The ballots of a vote on a budget are a data set each, by
/// the id of the vote, with `.pb`. What is not published is not there.
async fn show(visit: Visit, Path(name): Path<String>) -> Reply {
    let (code, ending) = name.split_once('.').map_or((name.as_str(), None), |(code, ending)| (code, Some(ending)));
    let settings = visit.web.app.store.read(store::open_data::settings).await?;
    if let (Ok(vote), Some("pb"), true) = (code.parse::<uuid::Uuid>(), ending, settings.publishes(Dataset::Votes)) {
        return super::polls_files::pabulib_by_id(visit, Uid(vote)).await;
    }
    let dataset = Dataset::parse(code).ok_or(Error::NOT_FOUND)?;
    if !settings.publishes(dataset) {
        return Err(Error::NOT_FOUND);
    }
    let Some(ending) = ending else { return one::show(&visit, set(dataset), &settings).await };
    let form = Form::of(dataset).find(|form| form.code() == ending).ok_or(Error::NOT_FOUND)?;
    file::send(&visit, set(dataset), form, settings.licence)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::texts::Texts;
    use domain::lang::Lang;

    #[test]
    fn every_set_has_fields_that_are_explained_once_each() {
        for dataset in Dataset::ALL {
            let set = set(*dataset);
            assert_eq!(set.dataset, *dataset);
            assert!(set.fields.first().is_some_and(|field| field.name == "id") && set.batch > 0, "{dataset}");
            for (index, field) in set.fields.iter().enumerate() {
                assert!(!set.fields[..index].iter().any(|before| before.name == field.name), "{dataset}: {} twice", field.name);
                for lang in Lang::ALL {
                    let said = Texts::new(*lang).find(&format!("open-data-field-{}", field.name));
                    assert!(said.is_some(), "{}: {} means nothing", lang.code(), field.name);
                }
            }
            let places = set.fields.iter().any(|field| field.name == "latitude" || field.name == "north");
            assert_eq!(places, dataset.has_places(), "{dataset}");
        }
    }
}
