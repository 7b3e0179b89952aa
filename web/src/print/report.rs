//! The report on a consultation on paper: its headings, paragraphs and lists, with the number of each page.

use super::face::Face;
use super::{MARGIN, Sheet, WIDTH, document};

/// What stands on the report.
pub(crate) struct PaperReport {
    /// The collectivity.
    pub(crate) place: String,
    /// Its title.
    pub(crate) title: String,
    /// Code of its language.
    pub(crate) lang: String,
    /// Which version, of which day, and where it is read.
    pub(crate) about: Vec<String>,
    /// The text, in Markdown.
    pub(crate) body: String,
}

/// The report as a PDF.
pub(crate) fn report(words: &PaperReport) -> Vec<u8> {
    let mut pages = Vec::new();
    let mut sheet = Sheet::new();
    sheet.text(Face::Plain, 10.0, 0.0, &words.place).gap(4.0).text(Face::Bold, 20.0, 0.0, &words.title);
    for line in &words.about {
        sheet.text(Face::Plain, 9.0, 0.0, line);
    }
    sheet.rule().gap(6.0);
    for block in blocks(&words.body) {
        let (face, size, indent, before) = block.look();
        sheet.gap(before);
        // A heading does not stand alone at the foot of a page.
        let room = if face == Face::Bold { size * 5.0 } else { size * 1.35 };
        for line in face.lines(&block.text, size, WIDTH - 2.0 * MARGIN - indent) {
            if sheet.left() < room {
                pages.push(std::mem::replace(&mut sheet, Sheet::new()));
            }
            sheet.text(face, size, indent, &line);
        }
    }
    pages.push(sheet);
    let count = pages.len();
    for (number, page) in (1..).zip(&mut pages) {
        page.top = MARGIN - 14.0;
        page.text(Face::Plain, 9.0, 0.0, &format!("{} - {number}/{count}", words.title.chars().take(80).collect::<String>()));
    }
    document(&words.title, &words.lang, Sheet::new(), pages)
}

/// A heading, a paragraph or a point of a list.
struct Block {
    /// 1 to 6 for a heading.
    heading: usize,
    point: bool,
    text: String,
}

impl Block {
    /// Face, size, indent and room before it, in points.
    const fn look(&self) -> (Face, f32, f32, f32) {
        match (self.heading, self.point) {
            (0, false) => (Face::Plain, 11.0, 0.0, 6.0),
            (0, true) => (Face::Plain, 11.0, 14.0, 2.0),
            (1 | 2, _) => (Face::Bold, 15.0, 0.0, 14.0),
            (_, _) => (Face::Bold, 12.0, 0.0, 10.0),
        }
    }
}

/// The blocks of a Markdown text, as far as paper shows them: a line that continues a paragraph belongs to it.
fn blocks(markdown: &str) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut open = false;
    for line in markdown.lines().map(str::trim) {
        let heading = line.bytes().take_while(|byte| *byte == b'#').count();
        if line.is_empty() {
            open = false;
        } else if (1..=6).contains(&heading) && line.trim_start_matches('#').starts_with(' ') {
            blocks.push(Block { heading, point: false, text: plain(line.trim_start_matches('#').trim()) });
            open = false;
        } else if let Some(point) = line.strip_prefix("- ").or_else(|| line.strip_prefix("* ")) {
            blocks.push(Block { heading: 0, point: true, text: format!("\u{2022} {}", plain(point)) });
            open = true;
        } else if let (true, Some(last)) = (open, blocks.last_mut()) {
            last.text.push(' ');
            last.text.push_str(&plain(line));
        } else {
            blocks.push(Block { heading: 0, point: false, text: plain(line) });
            open = true;
        }
    }
    blocks
}

/// Words without their marks: a link is its words and its address.
fn plain(line: &str) -> String {
    let mut rest = line.replace("**", "").replace('`', "");
    let mut text = String::with_capacity(rest.len());
    while let Some((before, after)) = rest.split_once('[') {
        let Some((words, address, end)) = link(after) else {
            text.push_str(before);
            text.push('[');
            rest = after.to_owned();
            continue;
        };
        text.push_str(before);
        text.push_str(words);
        text.push_str(" (");
        text.push_str(address);
        text.push(')');
        rest = end.to_owned();
    }
    text.push_str(&rest);
    // A mark before a letter that would be one: the composition writes them.
    text.replace('\\', "")
}

/// What follows the opening bracket of a link: its words, its address and the rest.
fn link(after: &str) -> Option<(&str, &str, &str)> {
    let (words, end) = after.split_once("](")?;
    let (address, rest) = end.split_once(')')?;
    (!words.contains('[') && !address.contains(' ')).then_some((words, address, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_becomes_blocks_of_plain_words() {
        let text =
            "# Un titre\n\nUn **mot** et\nla suite.\n\n- un [lien](https://town.example/c/halle)\n- deux [sans fin\n\n### Petit\n#hashtag";
        let got: Vec<(usize, bool, String)> = blocks(text).into_iter().map(|block| (block.heading, block.point, block.text)).collect();
        let expected = [
            (1, false, "Un titre"),
            (0, false, "Un mot et la suite."),
            (0, true, "• un lien (https://town.example/c/halle)"),
            (0, true, "• deux [sans fin"),
            (3, false, "Petit"),
            (0, false, "#hashtag"),
        ];
        assert_eq!(got, expected.map(|(heading, point, text)| (heading, point, text.to_owned())));
    }

    #[test]
    fn every_page_has_its_number() {
        let body = "Une phrase qui dit quelque chose de la concertation.\n\n".repeat(300);
        let words =
            PaperReport { place: "Saint-Aubin".into(), title: "Bilan".into(), lang: "fr".into(), about: vec!["Version 1".into()], body };
        let pdf = report(&words);
        let pages = String::from_utf8_lossy(&pdf).matches("/Type /Page\n").count();
        assert!(pages > 5, "{pages}");
        assert!(String::from_utf8_lossy(&pdf).contains(&format!("Bilan - {pages}/{pages}")));
    }
}
