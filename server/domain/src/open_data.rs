//! What is published as open data: which data sets there are, what they are about, and under which licence anybody may use them.

crate::words! {
    /// A data set: what the pages show, as a table.
    Dataset {
        /// The published consultations, with their figures.
        Consultations = "consultations",
        /// The calendar of each.
        Phases = "phases",
        /// The proposals and discussions that were made here, without the names of people.
        Contributions = "contributions",
        /// What the collectivity answered.
        Answers = "answers",
        /// What each vote gave, option by option.
        Votes = "votes",
        /// The projects of participatory budgets.
        BudgetProjects = "budget-projects",
        /// What the collectivity committed itself to.
        Commitments = "commitments",
        /// Public meetings.
        Meetings = "meetings",
        /// Reports from the street.
        StreetReports = "street-reports",
        /// Petitions.
        Petitions = "petitions",
        /// Projects that look for money.
        Funding = "funding",
        /// News.
        News = "news",
        /// Documents of consultations.
        Documents = "documents",
        /// What is drawn on the maps of consultations.
        MapLayers = "map-layers",
        /// The consultations of the neighbours.
        Territory = "territory",
    }
}

crate::words! {
    /// What a data set is about, as the European vocabulary of data themes says it.
    DataTheme {
        /// Government and public sector.
        Government = "GOVE",
        /// Regions and cities.
        Regions = "REGI",
        /// Economy and finance.
        Economy = "ECON",
        /// Population and society.
        Society = "SOCI",
    }
}

crate::words! {
    /// A licence under which data are published.
    Licence {
        /// Licence Ouverte 2.0 of the French State.
        LicenceOuverte = "lov2",
        /// Open Database License.
        Odbl = "odc-odbl",
        /// Creative Commons Attribution 4.0.
        CcBy = "cc-by",
        /// Creative Commons Zero 1.0.
        CcZero = "cc-zero",
    }
}

/// Longest free description of the portal.
pub const DESCRIPTION_MAX: usize = 2_000;

impl Dataset {
    /// What it is about.
    #[must_use]
    pub const fn theme(self) -> DataTheme {
        match self {
            Self::Consultations | Self::Phases | Self::Answers | Self::Votes | Self::Commitments | Self::Documents => DataTheme::Government,
            Self::StreetReports | Self::MapLayers | Self::Territory => DataTheme::Regions,
            Self::BudgetProjects | Self::Funding => DataTheme::Economy,
            Self::Contributions | Self::Meetings | Self::Petitions | Self::News => DataTheme::Society,
        }
    }

    /// Whether its rows have places, so that it is a map as well.
    #[must_use]
    pub const fn has_places(self) -> bool {
        match self {
            Self::Contributions | Self::Meetings | Self::StreetReports | Self::MapLayers | Self::Territory => true,
            Self::Consultations | Self::Phases | Self::Answers | Self::Votes | Self::BudgetProjects | Self::Commitments => false,
            Self::Petitions | Self::Funding | Self::News | Self::Documents => false,
        }
    }
}

impl Licence {
    /// Its name, the same in every language.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::LicenceOuverte => "Licence Ouverte 2.0",
            Self::Odbl => "Open Database License 1.0 (ODbL)",
            Self::CcBy => "Creative Commons Attribution 4.0 (CC BY)",
            Self::CcZero => "Creative Commons Zero 1.0 (CC0)",
        }
    }

    /// Where its text is, which is also its name for programs.
    #[must_use]
    pub const fn address(self) -> &'static str {
        match self {
            Self::LicenceOuverte => "https://www.etalab.gouv.fr/licence-ouverte-open-licence",
            Self::Odbl => "https://opendatacommons.org/licenses/odbl/1-0/",
            Self::CcBy => "https://creativecommons.org/licenses/by/4.0/",
            Self::CcZero => "https://creativecommons.org/publicdomain/zero/1.0/",
        }
    }
}

/// Reads a list of codes separated by spaces; what is not known is left out.
#[must_use]
pub fn datasets(codes: &str) -> Vec<Dataset> {
    codes.split(' ').filter_map(Dataset::parse).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_of_data_sets_are_read_as_they_are_written() {
        let check = |codes: &str, expected: &[Dataset]| assert_eq!(datasets(codes), expected, "{codes:?}");
        check("", &[]);
        check("news", &[Dataset::News]);
        check("street-reports votes", &[Dataset::StreetReports, Dataset::Votes]);
        check("news gone", &[Dataset::News]);
    }

    #[test]
    fn what_is_drawn_on_a_map_is_a_map() {
        let check = |set: Dataset, theme: &str, places: bool| assert_eq!((set.theme().code(), set.has_places()), (theme, places), "{set}");
        check(Dataset::MapLayers, "REGI", true);
        check(Dataset::Contributions, "SOCI", true);
        check(Dataset::Votes, "GOVE", false);
        check(Dataset::Funding, "ECON", false);
    }

    #[test]
    fn licences_are_named_by_an_address() {
        for licence in Licence::ALL {
            assert!(licence.address().starts_with("https://") && !licence.name().is_empty(), "{licence}");
        }
    }
}
