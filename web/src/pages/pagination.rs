//! Pages of a long list: which ones there are, and the links between them. Templates include `parts/pagination.html` with a `pagination`.

/// The links between the pages of a list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Pagination {
    /// The page that is shown, from 1.
    pub(crate) current: i64,
    /// How many pages there are, at least 1.
    pub(crate) last: i64,
    /// The page before.
    pub(crate) previous: Option<String>,
    /// The page after.
    pub(crate) next: Option<String>,
    /// The numbers that are offered, with gaps.
    pub(crate) steps: Vec<Step>,
}

/// A number that is offered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Step {
    /// The number; 0 for a gap.
    pub(crate) number: i64,
    /// Where it leads.
    pub(crate) path: String,
}

impl Step {
    /// Whether numbers were left out here.
    pub(crate) const fn is_gap(&self) -> bool {
        self.number == 0
    }
}

/// How many numbers are offered on each side of the current one.
const AROUND: i64 = 1;

impl Pagination {
    /// The pages of a list of `total` things, `per_page` on each; `path` gives the address of a page. A page after the last is the last.
    pub(crate) fn new(total: i64, per_page: i64, asked: i64, path: impl Fn(i64) -> String) -> Self {
        let last = pages(total, per_page);
        let current = asked.clamp(1, last);
        let mut steps = Vec::new();
        let mut before = 0;
        for number in (1..=last).filter(|n| *n == 1 || *n == last || (*n - current).abs() <= AROUND) {
            if number - before == 2 {
                steps.push(Step { number: before + 1, path: path(before + 1) });
            } else if number - before > 2 {
                steps.push(Step { number: 0, path: String::new() });
            }
            steps.push(Step { number, path: path(number) });
            before = number;
        }
        Self { current, last, previous: (current > 1).then(|| path(current - 1)), next: (current < last).then(|| path(current + 1)), steps }
    }

    /// Whether there is more than one page.
    pub(crate) const fn is_needed(&self) -> bool {
        self.last > 1
    }
}

/// How many pages a list has, at least one.
pub(crate) const fn pages(total: i64, per_page: i64) -> i64 {
    let per_page = if per_page < 1 { 1 } else { per_page };
    let pages = (if total < 0 { 0 } else { total }).div_euclid(per_page) + (total.rem_euclid(per_page) != 0) as i64;
    if pages < 1 { 1 } else { pages }
}

/// The number of a page as an address says it: 1 when it says nothing that is one.
pub(crate) fn asked(text: &str) -> i64 {
    text.parse().ok().filter(|n| (1..=1_000_000).contains(n)).unwrap_or(1)
}

/// How many things stand before a page.
pub(crate) const fn offset(page: i64, per_page: i64) -> i64 {
    (if page < 1 { 1 } else { page } - 1) * per_page
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(total: i64, asked: i64) -> (i64, Vec<i64>) {
        let pagination = Pagination::new(total, 10, asked, |n| format!("?page={n}"));
        (pagination.current, pagination.steps.iter().map(|s| s.number).collect())
    }

    #[test]
    fn long_lists_have_gaps() {
        assert_eq!(numbers(0, 1), (1, vec![1]));
        assert_eq!(numbers(10, 1), (1, vec![1]));
        assert_eq!(numbers(11, 2), (2, vec![1, 2]));
        assert_eq!(numbers(40, 1), (1, vec![1, 2, 3, 4]));
        assert_eq!(numbers(200, 1), (1, vec![1, 2, 0, 20]));
        assert_eq!(numbers(200, 10), (10, vec![1, 0, 9, 10, 11, 0, 20]));
        assert_eq!(numbers(200, 4), (4, vec![1, 2, 3, 4, 5, 0, 20]));
        assert_eq!(numbers(200, 99), (20, vec![1, 0, 19, 20]));
        assert_eq!(numbers(200, -3), (1, vec![1, 2, 0, 20]));
    }

    #[test]
    fn neighbours_are_offered_where_they_exist() {
        let first = Pagination::new(25, 10, 1, |n| format!("?page={n}"));
        assert_eq!((first.previous, first.next.as_deref(), first.last), (None, Some("?page=2"), 3));
        let last = Pagination::new(25, 10, 3, |n| format!("?page={n}"));
        assert_eq!((last.previous.as_deref(), last.next), (Some("?page=2"), None));
    }

    #[test]
    fn what_an_address_says_is_not_believed() {
        for (text, expected) in [("", 1), ("3", 3), ("0", 1), ("-1", 1), ("99999999999999999999", 1), ("abc", 1)] {
            assert_eq!(asked(text), expected, "{text}");
        }
        assert_eq!((offset(1, 20), offset(3, 20), offset(0, 20)), (0, 40, 0));
    }
}
