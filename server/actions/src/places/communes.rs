//! Towns by their names, from a file: where an address is looked for when the service of addresses cannot be reached.

use super::Address;
use domain::place::{Bounds, Outline, Place};

/// Most towns that are kept.
const COMMUNES_MAX: usize = 100_000;
/// Most towns that are offered.
const OFFERED_MAX: usize = 6;

/// A town.
#[derive(Debug, Clone, PartialEq)]
struct Commune {
    /// Its INSEE code.
    code: String,
    /// Its name.
    name: String,
    /// The same, to be compared.
    plain: String,
    /// Its middle.
    centre: Place,
    /// The box around it, where the file says so.
    bounds: Option<Bounds>,
}

/// The towns of a file.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Communes(Vec<Commune>);

impl Communes {
    /// Reads a CSV file with the columns `code`, `nom`, `lon`, `lat` and, if they are there, `xmin`, `ymin`, `xmax`, `ymax` (degrees).
    ///
    /// # Errors
    /// What is wrong with the file, for its operator.
    pub fn read(file: &[u8]) -> Result<Self, String> {
        let mut reader = csv::Reader::from_reader(file);
        let columns = reader.headers().map_err(|error| error.to_string())?.clone();
        let column = |name: &str| columns.iter().position(|column| column.trim_start_matches('\u{feff}') == name);
        let needed = |name: &str| column(name).ok_or_else(|| format!("there is no column `{name}`"));
        let (code, name, lon, lat) = (needed("code")?, needed("nom")?, needed("lon")?, needed("lat")?);
        let sides = ["xmin", "ymin", "xmax", "ymax"].map(column);
        let mut towns = Vec::new();
        for (line, row) in reader.records().enumerate().take(COMMUNES_MAX) {
            let row = row.map_err(|error| error.to_string())?;
            let number = |index: usize| row.get(index).and_then(|cell| cell.trim().parse::<f64>().ok());
            let centre = number(lat).zip(number(lon)).and_then(|(lat, lon)| Place::new(lat, lon));
            let centre = centre.ok_or_else(|| format!("line {}: no position", line + 2))?;
            let [west, south, east, north] = sides.map(|side| side.and_then(number));
            let bounds = west.zip(south).zip(east).zip(north);
            let named = row.get(name).unwrap_or_default().trim();
            towns.push(Commune {
                code: row.get(code).unwrap_or_default().trim().to_owned(),
                plain: plain(named),
                name: named.to_owned(),
                centre,
                bounds: bounds.map(|(((west, south), east), north)| Bounds { west, south, east, north }),
            });
        }
        Ok(Self(towns))
    }

    /// Whether there are none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The towns whose name is said in these words, begins with them, or has them in the middle; the nearest first where a place is given.
    #[must_use]
    pub fn search(&self, words: &str, near: Option<Place>) -> Vec<Address> {
        let words = plain(words);
        if words.is_empty() {
            return Vec::new();
        }
        let within = format!(" {words} ");
        // A word in the middle of a name is enough: « tilleuls » for « Rue des Tilleuls ».
        let word = format!(" {words}");
        let inside = |town: &Commune| words.len() > 2 && (town.plain.starts_with(&words) || town.plain.contains(&word));
        let told = |town: &&Commune| within.contains(&format!(" {} ", town.plain)) || inside(town);
        let mut found: Vec<&Commune> = self.0.iter().filter(told).collect();
        // The town stands last in an address, and the longest name is the one that was meant: « Saint-Ouen-l’Aumône », not « Saint-Ouen ».
        let ends = |town: &Commune| within.rfind(&format!(" {} ", town.plain)).map(|at| at + town.plain.len());
        let far = |town: &Commune| near.map_or(0.0, |near| near.metres_to(town.centre));
        found.sort_by(|a, b| {
            let rank = |town: &Commune| {
                let end = ends(town).map(|end| (end, town.plain.len()));
                (std::cmp::Reverse(end), !town.plain.starts_with(&words), town.plain.len())
            };
            rank(a).cmp(&rank(b)).then_with(|| far(a).total_cmp(&far(b))).then_with(|| a.code.cmp(&b.code))
        });
        let address = |town: &Commune| Address { label: format!("{} ({})", town.name, town.code), place: town.centre };
        found.into_iter().take(OFFERED_MAX).map(address).collect()
    }

    /// The box around the town with this INSEE code, as an outline.
    #[must_use]
    pub fn outline(&self, code: &str) -> Option<Outline> {
        self.0.iter().find(|town| town.code == code).and_then(|town| town.bounds).map(Outline::of_box)
    }
}

/// Lower case without accents, words apart by one space.
fn plain(text: &str) -> String {
    let folded: String = domain::search::plain(text).chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    folded.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "code,nom,lon,lat,xmin,ymin,xmax,ymax\n59350,\"Lille\",3.06,50.63,2.96,50.6,3.12,50.66\n\
                        59351,\"Lillers-sur-Deûle\",3.0,50.5,,,,\n95480,\"Saint-Ouen\",2.3,48.9,,,,\n95572,\"Saint-Ouen-l’Aumône\",2.1,49.0,,,,\n";

    #[test]
    fn towns_are_found_in_words_around_their_names() {
        let towns = Communes::read(FILE.as_bytes()).unwrap();
        let check = |words: &str, expected: &[&str]| {
            let found: Vec<String> = towns.search(words, None).into_iter().map(|address| address.label).collect();
            assert_eq!(found, expected, "{words}");
        };
        check("12 rue de la Paix, 59000 LILLE", &["Lille (59350)"]);
        check("lill", &["Lille (59350)", "Lillers-sur-Deûle (59351)"]);
        check("deul", &["Lillers-sur-Deûle (59351)"]);
        check("ouen", &["Saint-Ouen (95480)", "Saint-Ouen-l’Aumône (95572)"]);
        check("ille", &[]);
        check("saint ouen l'aumone", &["Saint-Ouen-l’Aumône (95572)", "Saint-Ouen (95480)"]);
        check("", &[]);
        check("Nulle part", &[]);
        assert!(towns.outline("59350").unwrap().holds(Place::new(50.63, 3.06).unwrap()));
        assert!(towns.outline("95480").is_none());
        assert!(Communes::read(b"a,b\n1,2\n").is_err());
        assert!(Communes::read(b"code,nom,lon,lat\n1,X,a,b\n").is_err());
    }
}
