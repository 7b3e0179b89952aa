//! Which reports are looked at (all, those of a category, those of a part of the territory), and how one follows just these.

use super::super::elsewhere::Invitation;
use crate::form::{Choice, encode};
use domain::links::Links;
use domain::reach::Reach;
use store::street::Category;
use store::street::groups;
use store::{Db, Uid};

/// What is looked at, of the categories and parts of the territory that there are.
pub(super) struct Chosen {
    pub(super) categories: Vec<Category>,
    pub(super) areas: Vec<(Uid, String, Option<Uid>)>,
    /// The category; of a part of the territory for one category, that one.
    pub(super) category: Option<Uid>,
    pub(super) area: Option<Uid>,
}

impl Chosen {
    /// Reads what an address asks for: the code of a category, the id of a part of the territory. What is not there is not asked for.
    pub(super) fn read(db: &mut Db, category: &str, area: &str) -> Result<Self, store::Error> {
        let (categories, areas) = (store::street::categories(db, true)?, groups::areas(db)?);
        let area = areas.iter().find(|(id, ..)| id.0.to_string() == area);
        let own = categories.iter().find(|one| one.code == category && !one.private).map(|one| one.id);
        let (category, area) = (own.or(area.and_then(|(_, _, own)| *own)), area.map(|(id, ..)| *id));
        Ok(Self { categories, areas, category, area })
    }

    /// The part of the address of a page or a feed that says it again.
    pub(super) fn query(&self) -> String {
        let (category, area) = (self.code().map(encode).unwrap_or_default(), self.area.map(|id| id.0.to_string()).unwrap_or_default());
        match (category.is_empty(), area.is_empty()) {
            (true, true) => String::new(),
            (false, true) => format!("?category={category}"),
            (true, false) => format!("?area={area}"),
            (false, false) => format!("?category={category}&area={area}"),
        }
    }

    fn code(&self) -> Option<&str> {
        // What a part of the territory says by itself is not said twice.
        let own = self.area.and_then(|area| self.areas.iter().find(|(id, ..)| *id == area)).and_then(|(_, _, own)| *own);
        let asked = self.category.filter(|category| Some(*category) != own);
        asked.and_then(|id| self.categories.iter().find(|one| one.id == id)).map(|one| one.code.as_str())
    }

    /// What it is called; nothing for all reports.
    pub(super) fn name(&self) -> String {
        let category = self.code().and_then(|code| self.categories.iter().find(|one| one.code == code)).map(|one| one.name.clone());
        let area = self.area.and_then(|area| self.areas.iter().find(|(id, ..)| *id == area)).map(|(_, name, _)| name.clone());
        [category, area].into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }

    /// The parts of the territory, to choose one.
    pub(super) fn choices(&self) -> Vec<Choice> {
        let named = |category: &Option<Uid>| self.categories.iter().find(|one| Some(one.id) == *category).map(|one| one.name.as_str());
        let choice = |(id, name, category): &(Uid, String, Option<Uid>)| Choice {
            code: id.0.to_string(),
            label: named(category).map_or_else(|| name.clone(), |category| format!("{name} · {category}")),
            chosen: self.area == Some(*id),
        };
        self.areas.iter().map(choice).collect()
    }

    /// The way to follow it from elsewhere; there is none for a category within a part of the territory.
    pub(super) fn invitation(&self, db: &mut Db, links: &Links) -> Result<Option<Invitation>, store::Error> {
        let group = match (self.code().and(self.category), self.area) {
            (Some(_), Some(_)) => None,
            (category, area) => groups::about(db, category, area)?,
        };
        Ok(group.map(|known| Invitation::to(links, format!("/street{}", self.query()), &known.actor.username, Reach::Fediverse)))
    }
}

/// What the path of a list of reports is about, to follow it.
pub(in super::super) fn invited(db: &mut Db, links: &Links, path: &str) -> Result<Option<Invitation>, store::Error> {
    let Some(query) = path.strip_prefix("/street").filter(|rest| rest.is_empty() || rest.starts_with('?')) else { return Ok(None) };
    let (mut category, mut area) = (String::new(), String::new());
    for (name, value) in url::form_urlencoded::parse(query.trim_start_matches('?').as_bytes()).take(8) {
        match name.as_ref() {
            "category" => category = value.into_owned(),
            "area" => area = value.into_owned(),
            _other => {}
        }
    }
    let chosen = Chosen::read(db, &category, &area)?;
    let asked = [&category, &area].into_iter().any(|asked| !asked.is_empty());
    // What was asked for and is not there is nothing to follow.
    if asked && chosen.category.is_none() && chosen.area.is_none() {
        return Ok(None);
    }
    chosen.invitation(db, links)
}
