//! The catalogue for portals and harvesters, in DCAT-AP as JSON-LD. What other nodes refer to is typed, as the shapes of DCAT-AP 3 want it.

use super::file::Form;
use crate::error::Reply;
use crate::texts::Texts;
use crate::viewer::Visit;
use axum::response::IntoResponse;
use domain::lang::Lang;
use domain::links::Links;
use domain::open_data::Dataset;
use domain::place::Bounds;
use domain::territory::TerritoryKind;
use http::header;
use serde_json::{Map, Value, json};
use store::instance::Instance;
use store::open_data::Settings;

const MEDIA_TYPE: &str = "application/ld+json";
const KEPT: &str = "public, max-age=300";
/// The European vocabularies.
const AUTHORITY: &str = "http://publications.europa.eu/resource/authority";

/// What the catalogue is made of.
struct Catalog<'a> {
    links: &'a Links,
    instance: &'a Instance,
    settings: &'a Settings,
    /// The box around the territory, if it is known.
    bounds: Option<Bounds>,
}

/// `GET /open-data/catalog.jsonld`.
pub(super) async fn show(visit: Visit) -> Reply {
    let app = &visit.web.app;
    let (settings, instance) = (app.store.read(store::open_data::settings).await?, app.instance().await?);
    let catalog = Catalog { links: &app.links, instance: &instance, settings: &settings, bounds: app.maps.territory.bounds() };
    let headers = [(header::CONTENT_TYPE, MEDIA_TYPE), (header::CACHE_CONTROL, KEPT), (header::X_CONTENT_TYPE_OPTIONS, "nosniff")];
    Ok((headers, catalog.document().to_string()).into_response())
}

/// A text in every language that there is.
fn spoken(text: impl Fn(&Texts) -> String) -> Value {
    Lang::ALL.iter().map(|lang| json!({ "@language": lang.code(), "@value": text(&Texts::new(*lang)) })).collect()
}

/// A node that is described elsewhere, with its type.
fn node(id: &str, of: &str) -> Value {
    json!({ "@id": id, "@type": of })
}

impl Catalog<'_> {
    fn document(&self) -> Value {
        let sets = self.settings.published();
        let parts = sets
            .iter()
            .flat_map(|set| std::iter::once(self.dataset(*set)).chain(Form::of(*set).map(move |form| self.distribution(*set, form))));
        let graph: Vec<Value> = [self.catalog(&sets), self.publisher(), self.contact()].into_iter().chain(parts).collect();
        let mut context = Map::new();
        for (prefix, address) in PREFIXES {
            context.insert(prefix.to_owned(), address.into());
        }
        json!({ "@context": context, "@graph": graph })
    }

    fn at(&self, path: &str) -> String {
        self.links.absolute(path)
    }

    fn licence(&self) -> Value {
        node(self.settings.licence.address(), "dct:LicenseDocument")
    }

    fn catalog(&self, sets: &[Dataset]) -> Value {
        let place = self.instance.name.as_str();
        let languages = Lang::ALL.iter().map(|lang| node(&format!("{AUTHORITY}/language/{}", language(*lang)), "dct:LinguisticSystem"));
        json!({
            "@id": self.at("/open-data/catalog.jsonld"),
            "@type": "dcat:Catalog",
            "dct:title": spoken(|t| t.with1("open-data-catalog", "place", place)),
            "dct:description": spoken(|t| t.get("open-data-lead")),
            "dct:publisher": { "@id": self.links.instance() },
            "dct:language": languages.collect::<Vec<_>>(),
            "dct:license": self.licence(),
            "dct:spatial": self.spatial(),
            "foaf:homepage": node(&self.at("/open-data"), "foaf:Document"),
            "dcat:themeTaxonomy": { "@id": format!("{AUTHORITY}/data-theme"), "@type": "skos:ConceptScheme", "dct:title": spoken(|t| t.get("open-data-themes")) },
            "dcat:dataset": sets.iter().map(|set| json!({ "@id": self.at(&format!("/open-data/{set}")) })).collect::<Vec<_>>(),
        })
    }

    fn publisher(&self) -> Value {
        let mut publisher =
            json!({ "@id": self.links.instance(), "@type": ["foaf:Agent", "foaf:Organization"], "foaf:name": self.instance.name });
        // A French administration is known by its SIREN; where that was not said, by the code of its territory.
        if let (Some(known), Some(members)) =
            (self.instance.siren.as_ref().or(self.instance.insee_code.as_ref()), publisher.as_object_mut())
        {
            members.insert("dct:identifier".to_owned(), known.as_str().into());
        }
        publisher
    }

    fn contact(&self) -> Value {
        let name = Some(&self.settings.contact_name).filter(|name| !name.is_empty()).unwrap_or(&self.instance.name);
        let mut contact = json!({ "@id": self.at("/open-data#contact"), "@type": ["vcard:Kind", "vcard:Organization"], "vcard:fn": name });
        if let Some(members) = contact.as_object_mut() {
            let mail = Some(&self.settings.contact_email).filter(|email| !email.is_empty());
            let (key, address) =
                mail.map_or_else(|| ("vcard:hasURL", self.at("/about/legal")), |mail| ("vcard:hasEmail", format!("mailto:{mail}")));
            members.insert(key.to_owned(), json!({ "@id": address }));
        }
        contact
    }

    /// The territory: its code where it is a commune, the box around it where that is known, else its middle.
    fn spatial(&self) -> Value {
        let instance = self.instance;
        let mut place = json!({ "@type": "dct:Location", "skos:prefLabel": instance.name });
        let Some(members) = place.as_object_mut() else { return place };
        if let Some(code) = instance.insee_code.as_ref().filter(|_| instance.territory_kind == TerritoryKind::Commune.code()) {
            members.insert("@id".to_owned(), format!("http://id.insee.fr/geo/commune/{code}").into());
        }
        let written = |text: String| json!({ "@type": "http://www.opengis.net/ont/geosparql#wktLiteral", "@value": text });
        if let Some(Bounds { west, south, east, north }) = self.bounds {
            let corners = format!("POLYGON(({west} {south},{east} {south},{east} {north},{west} {north},{west} {south}))");
            members.insert("dcat:bbox".to_owned(), written(corners));
        } else if let Some((longitude, latitude)) = instance.longitude.zip(instance.latitude) {
            members.insert("dcat:centroid".to_owned(), written(format!("POINT({longitude} {latitude})")));
        }
        place
    }

    // ftl: open-data-set-* open-data-about-* open-data-theme-*
    fn dataset(&self, set: Dataset) -> Value {
        let address = self.at(&format!("/open-data/{set}"));
        let theme = set.theme().code();
        json!({
            "@id": address,
            "@type": "dcat:Dataset",
            "dct:identifier": address,
            "dct:title": spoken(|t| format!("{} – {}", t.code("open-data-set", set.code()), self.instance.name)),
            "dct:description": spoken(|t| t.code("open-data-about", set.code())),
            "dct:publisher": { "@id": self.links.instance() },
            "dcat:contactPoint": { "@id": self.at("/open-data#contact") },
            "dcat:keyword": spoken(|t| t.get("open-data-keyword")),
            "dcat:theme": {
                "@id": format!("{AUTHORITY}/data-theme/{theme}"),
                "@type": "skos:Concept",
                "skos:prefLabel": spoken(|t| t.code("open-data-theme", theme)),
            },
            "dct:accrualPeriodicity": node(&format!("{AUTHORITY}/frequency/CONT"), "dct:Frequency"),
            "dct:accessRights": node(&format!("{AUTHORITY}/access-right/PUBLIC"), "dct:RightsStatement"),
            "dct:license": self.licence(),
            "dct:spatial": self.spatial(),
            "dct:temporal": {
                "@type": "dct:PeriodOfTime",
                "dcat:startDate": { "@type": "xsd:date", "@value": self.instance.created_at.0.strftime("%Y-%m-%d").to_string() },
            },
            "dcat:landingPage": node(&address, "foaf:Document"),
            "dcat:distribution": Form::of(set).map(|form| json!({ "@id": self.at(&form.path(set)) })).collect::<Vec<_>>(),
        })
    }

    fn distribution(&self, set: Dataset, form: Form) -> Value {
        let address = self.at(&form.path(set));
        json!({
            "@id": address,
            "@type": "dcat:Distribution",
            "dct:identifier": address,
            "dct:title": spoken(|t| format!("{} ({})", t.code("open-data-set", set.code()), form.name())),
            "dcat:accessURL": node(&address, "rdfs:Resource"),
            "dcat:downloadURL": node(&address, "rdfs:Resource"),
            "dct:format": node(&format!("{AUTHORITY}/file-type/{}", form.name().to_uppercase()), "dct:MediaTypeOrExtent"),
            "dcat:mediaType": node(&format!("http://www.iana.org/assignments/media-types/{}", form.media_type()), "dct:MediaType"),
            "dct:license": self.licence(),
        })
    }
}

/// The code of a language in the European vocabulary.
const fn language(lang: Lang) -> &'static str {
    match lang {
        Lang::Fr => "FRA",
        Lang::En => "ENG",
        Lang::De => "DEU",
    }
}

/// The words of the catalogue.
const PREFIXES: [(&str, &str); 7] = [
    ("dcat", "http://www.w3.org/ns/dcat#"),
    ("dct", "http://purl.org/dc/terms/"),
    ("foaf", "http://xmlns.com/foaf/0.1/"),
    ("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
    ("skos", "http://www.w3.org/2004/02/skos/core#"),
    ("vcard", "http://www.w3.org/2006/vcard/ns#"),
    ("xsd", "http://www.w3.org/2001/XMLSchema#"),
];
