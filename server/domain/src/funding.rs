//! Projects of the territory that look for money on a platform: how, until when, how far they are. No money passes through here.

use crate::budget;
use crate::text::Fault;
use jiff::civil::Date;

crate::words! {
    /// What people give their money as.
    FundingMode {
        /// A gift, with or without a reward.
        Gift = "gift",
        /// A loan, with or without interest.
        Loan = "loan",
        /// A share of the project.
        Investment = "investment",
    }
}

crate::words! {
    /// From where it is known how much was raised.
    ReportSource {
        /// An agent typed it in.
        Hand = "hand",
        /// A file that an agent loaded.
        File = "file",
        /// The platform, signed.
        Platform = "platform",
    }
}

crate::words! {
    /// Where a campaign stands.
    CampaignStage {
        /// It has not begun.
        Upcoming = "upcoming",
        /// One can take part.
        Open = "open",
        /// It is over, and what was looked for was raised.
        Funded = "funded",
        /// It is over, and it was not.
        Missed = "missed",
    }
}

/// Most contributors that can be reported.
pub const CONTRIBUTORS_MAX: i32 = 10_000_000;
/// Longest campaign, in days.
pub const DAYS_MAX: i32 = 730;
/// Most lines of a file.
pub const LINES_MAX: usize = 500;
/// Largest body of a signed report, in bytes.
pub const REPORT_BYTES: usize = 4096;
/// How far the clock of a platform may be from ours, in seconds.
pub const SKEW_SECONDS: i64 = 300;

/// Where a campaign from the first to the last of these days stands.
#[must_use]
pub fn stage((opens, closes): (Date, Date), today: Date, raised: i64, goal: i64) -> CampaignStage {
    if today < opens {
        CampaignStage::Upcoming
    } else if today <= closes {
        CampaignStage::Open
    } else if raised >= goal {
        CampaignStage::Funded
    } else {
        CampaignStage::Missed
    }
}

/// How much of this was raised, in whole hundredths, rounded down: 100 is said of what is whole only. Of nothing: 0.
#[must_use]
pub fn share(raised: i64, of: i64) -> i64 {
    if of <= 0 { 0 } else { i64::try_from(i128::from(raised.max(0)) * 100 / i128::from(of)).unwrap_or(i64::MAX) }
}

/// What a report may say: an amount, and how many people it comes from; something raised comes from somebody.
///
/// # Errors
/// The column that is wrong: `raised` or `contributors`.
pub const fn sound(raised: i64, contributors: i32) -> Result<(), &'static str> {
    if raised < 0 || raised > budget::AMOUNT_MAX {
        Err("raised")
    } else if contributors < 0 || contributors > CONTRIBUTORS_MAX || (raised > 0 && contributors == 0) {
        Err("contributors")
    } else {
        Ok(())
    }
}

/// How many people gave, as typed.
///
/// # Errors
/// `Missing` or `Shape`.
pub fn contributors(typed: &str) -> Result<i32, Fault> {
    crate::initiative::whole(typed, (0, CONTRIBUTORS_MAX))
}

/// The two days of a campaign.
///
/// # Errors
/// `Order` when it ends before it begins, `Shape` when it is longer than [`DAYS_MAX`].
pub fn window(opens: Date, closes: Date) -> Result<(Date, Date), Fault> {
    let days = closes.since(opens).map_or(i32::MAX, |span| span.get_days());
    match days {
        ..0 => Err(Fault::Order),
        days if days > DAYS_MAX => Err(Fault::Shape),
        _ => Ok((opens, closes)),
    }
}

/// One line of a file: the project, cents, contributors.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileLine {
    /// The id of the project, as written.
    pub project: String,
    /// In cents.
    pub raised: i64,
    /// How many people.
    pub contributors: i32,
}

/// Reads a file of lines `project;raised;contributors`, amounts in euros, with or without a first line of names. Every fault is named by line
/// (from 1) and column.
///
/// # Errors
/// The faults: `(line, column)`; the column is `lines` when there are none or too many.
pub fn read_file(text: &str) -> Result<Vec<FileLine>, Vec<(usize, &'static str)>> {
    let lines = text.trim_start_matches('\u{feff}').lines().enumerate().map(|(at, line)| (at + 1, line.trim()));
    let is_head = |at: usize, line: &str| at == 1 && line.to_ascii_lowercase().starts_with("project");
    let lines: Vec<(usize, &str)> = lines.filter(|(at, line)| !line.is_empty() && !is_head(*at, line)).take(LINES_MAX + 1).collect();
    if lines.is_empty() || lines.len() > LINES_MAX {
        return Err(vec![(0, "lines")]);
    }
    let (mut read, mut faults) = (Vec::with_capacity(lines.len()), Vec::new());
    for (at, line) in lines {
        let cells: Vec<&str> = line.split(';').map(|cell| cell.trim().trim_matches('"')).collect();
        let [project, raised, people] = cells.as_slice() else {
            faults.push((at, "columns"));
            continue;
        };
        match (budget::cents(raised), contributors(people)) {
            (Err(_unreadable), _) => faults.push((at, "raised")),
            (_, Err(_unreadable)) => faults.push((at, "contributors")),
            (Ok(raised), Ok(people)) => match sound(raised, people) {
                Err(column) => faults.push((at, column)),
                Ok(()) => read.push(FileLine { project: (*project).to_owned(), raised, contributors: people }),
            },
        }
    }
    if faults.is_empty() { Ok(read) } else { Err(faults) }
}

/// Whether a report that says it was signed in this second is neither old, nor of the future, nor one that was taken already.
#[must_use]
pub const fn is_fresh(second: i64, last: i64, now: i64) -> bool {
    second > last && second <= now.saturating_add(SKEW_SECONDS) && second >= now.saturating_sub(SKEW_SECONDS)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn where_a_campaign_stands() {
        let window = (date(2026, 3, 1), date(2026, 3, 31));
        let check = |today, raised, expected| assert_eq!(stage(window, today, raised, 100), expected, "{today} {raised}");
        check(date(2026, 2, 28), 0, CampaignStage::Upcoming);
        check(date(2026, 3, 1), 0, CampaignStage::Open);
        check(date(2026, 3, 31), 500, CampaignStage::Open);
        check(date(2026, 4, 1), 100, CampaignStage::Funded);
        check(date(2026, 4, 1), 99, CampaignStage::Missed);
    }

    #[test]
    fn shares_are_rounded_down() {
        let check = |raised, of, expected| assert_eq!(share(raised, of), expected, "{raised} {of}");
        check(0, 100, 0);
        check(999, 1000, 99);
        check(1000, 1000, 100);
        check(2500, 1000, 250);
        check(-5, 1000, 0);
        check(5, 0, 0);
        check(i64::MAX, 1, i64::MAX);
    }

    #[test]
    fn a_campaign_ends_after_it_begins() {
        assert!(window(date(2026, 3, 1), date(2026, 3, 1)).is_ok());
        assert_eq!(window(date(2026, 3, 2), date(2026, 3, 1)), Err(Fault::Order));
        assert_eq!(window(date(2026, 3, 1), date(2029, 3, 1)), Err(Fault::Shape));
    }

    #[test]
    fn files_name_every_fault() {
        let good = "\u{feff}project;raised;contributors\na;1 250,50;12\n\n\"b\";0;0\n";
        let line = |project: &str, raised, contributors| FileLine { project: project.to_owned(), raised, contributors };
        assert_eq!(read_file(good), Ok(vec![line("a", 125_050, 12), line("b", 0, 0)]));
        assert_eq!(
            read_file("a;12\nb;douze;3\nc;12;-1\nd;12;0\ne;99999999999999999999;1"),
            Err(vec![(1, "columns"), (2, "raised"), (3, "contributors"), (4, "contributors"), (5, "raised")])
        );
        assert_eq!(read_file(" \n"), Err(vec![(0, "lines")]));
        assert_eq!(read_file(&"a;1;1\n".repeat(LINES_MAX + 5)), Err(vec![(0, "lines")]));
    }

    #[test]
    fn a_report_is_taken_once_and_soon() {
        let check = |second, last, expected| assert_eq!(is_fresh(second, last, 1000), expected, "{second} {last}");
        check(1000, 0, true);
        check(700, 0, true);
        check(699, 0, false);
        check(1300, 0, true);
        check(1301, 0, false);
        check(1000, 1000, false);
        check(1001, 1000, true);
        check(i64::MIN, 0, false);
        check(i64::MAX, 0, false);
    }
}
