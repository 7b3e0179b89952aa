//! Where the proposals of the demonstration are: the streets of a small town that does not exist, around its coordinates.

use actions::App;
use actions::places::{add_layer, ask};
use domain::actor::Viewer;
use domain::place::{Asking, Geometry, Spot};
use store::places::LayerKind;

/// The consultations that ask for places.
const ASKING: [&str; 2] = ["traverser-le-bourg", "petits-travaux"];
/// The town itself: the perimeter of both.
const BOURG: &str = r#"{"type":"Feature","properties":{"nom":"Le bourg"},"geometry":{"type":"Polygon","coordinates":[[[0.6862,46.9700],[0.6885,46.9752],[0.6930,46.9778],[0.7002,46.9771],[0.7046,46.9733],[0.7031,46.9690],[0.6978,46.9664],[0.6905,46.9669],[0.6862,46.9700]]]}}"#;
/// What is there already.
const CROSSINGS: &str = r#"{"type":"FeatureCollection","features":[
{"type":"Feature","properties":{"nom":"Passage piéton de la mairie"},"geometry":{"type":"Point","coordinates":[0.69475,46.97195]}},
{"type":"Feature","properties":{"nom":"Passage piéton du pont"},"geometry":{"type":"Point","coordinates":[0.6971,46.9707]}}]}"#;

/// Proposals by their titles: a shape, and the same in words.
// not a text: places of the story, in its language
const PLACES: [(&str, &str, &str); 14] = [
    ("Un passage piéton devant la boulangerie", "46.97245, 0.6941", "Boulangerie, 4 place du Marché"),
    (
        "Une piste pour les vélos entre l’école et la gare",
        "46.97405, 0.6912; 46.9732, 0.6933; 46.9721, 0.6962; 46.9712, 0.7001",
        "De l’école à la gare",
    ),
    ("La rue de l’École fermée aux voitures, un quart d’heure matin et soir", "46.9738, 0.6908; 46.97425, 0.6921", "Rue de l’École"),
    (
        "30 km/h dans tout le bourg, pas seulement devant l’école",
        "46.9709, 0.6912; 46.9705, 0.6975; 46.9738, 0.6983; 46.9746, 0.6915; 46.9709, 0.6912",
        "Le bourg",
    ),
    ("Les camions de la carrière par la rocade", "46.9762, 0.6978", "Carrefour de la rocade"),
    ("Des arceaux pour attacher les vélos", "46.9719, 0.69505", "Devant la mairie"),
    ("Des trottoirs où deux personnes se croisent", "46.9726, 0.6952; 46.9735, 0.6961", "Rue du Pont"),
    ("Éclairer l’escalier de la gare", "46.9711, 0.7003", "Escalier de la gare"),
    ("Des bancs à l’ombre le long de la Vieille Rue", "46.9729, 0.6936; 46.9722, 0.6925", "Vieille Rue"),
    ("Une fontaine à eau près du terrain de handball", "46.9752, 0.6959", "Terrain de handball"),
    ("Un abri à l’arrêt de car des Grands Prés", "46.9694, 0.6918", "Arrêt des Grands Prés"),
    ("Des poubelles fermées au bord de la rivière", "46.9702, 0.6967; 46.9696, 0.6992", "Bord de la rivière"),
    ("Laisser pousser des fleurs au pied des murs", "46.9724, 0.6945", "Centre du bourg"),
    (
        "Interdire les chiens sur la place",
        "46.97205, 0.69465; 46.97205, 0.6951; 46.9724, 0.6951; 46.9724, 0.69465; 46.97205, 0.69465",
        "Place du Marché",
    ),
];

/// Where the proposal with this title is, if it is somewhere.
pub(super) fn of(title: &str) -> Option<Spot> {
    let (_, shape, address) = PLACES.iter().find(|(named, ..)| *named == title)?;
    Some(Spot::new(Geometry::parse(shape).ok()?, address))
}

/// Lets a consultation ask for places, if it is one of those that do.
///
/// # Errors
/// When an action refuses.
pub(super) async fn prepare(app: &App, agent: Viewer, slug: &str) -> anyhow::Result<()> {
    if ASKING.contains(&slug) {
        ask(app, agent, slug, Asking::Optional).await?;
        // not a text: names of layers of the story, in its language
        add_layer(app, agent, slug, LayerKind::Perimeter, "Le bourg", BOURG.into()).await?;
        if slug == "traverser-le-bourg" {
            // not a text: as above
            add_layer(app, agent, slug, LayerKind::Project, "Passages piétons", CROSSINGS.into()).await?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use actions::places::geojson;

    #[test]
    fn every_place_lies_in_the_town() {
        let town = geojson::outline(&geojson::read(BOURG.as_bytes()).unwrap()).unwrap();
        let commune = include_str!("content/territory.geojson");
        let commune = geojson::outline(&geojson::read(commune.as_bytes()).unwrap()).unwrap();
        for (title, ..) in PLACES {
            let shape = of(title).unwrap().shape;
            assert!(shape.inside(&town) && shape.inside(&commune), "{title}");
        }
        assert_eq!(of("Autre chose"), None);
    }
}
