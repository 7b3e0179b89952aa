//! Paper: A4 pages as PDF, with the fonts that every reader has (ISO 32000-1 §9.6.2.2), so that nothing has to be embedded.
//! Text is WinAnsi (the code page 1252): French, German and their neighbours print; other letters lose their accents or become `?`.

mod ballot;
mod face;
mod letters;
mod poster;
mod qr;
mod report;

pub(crate) use ballot::{PaperBallot, PaperOption, ballot};
pub(crate) use letters::{LetterWords, letters};
pub(crate) use poster::{PosterWords, codes, leaflets, poster};
pub(crate) use qr::Qr;
pub(crate) use report::{PaperReport, report};

use face::{Face, encode};
use pdf_writer::{Content, Finish, Name, Pdf, Rect, Ref, Str, TextStr};

/// A4, in points.
const WIDTH: f32 = 595.28;
const HEIGHT: f32 = 841.89;
/// The margin on every side.
const MARGIN: f32 = 64.0;

const CATALOG: i32 = 1;
const TREE: i32 = 2;
const INFO: i32 = 3;
const PLAIN: i32 = 4;
const BOLD: i32 = 5;
const MONO: i32 = 6;
/// The first number of what follows.
const FREE: i32 = 7;

/// What stands on a page, from the top downwards.
pub(super) struct Sheet {
    content: Content,
    /// Where the next line stands.
    top: f32,
    /// What lines leave free before the right margin.
    beside: f32,
}

impl Sheet {
    pub(super) fn new() -> Self {
        Self { content: Content::new(), top: HEIGHT - MARGIN, beside: 0.0 }
    }

    /// Leaves room.
    pub(super) const fn gap(&mut self, points: f32) -> &mut Self {
        self.top -= points;
        self
    }

    /// Leaves room on the right of what comes next.
    pub(super) const fn narrow(&mut self, points: f32) -> &mut Self {
        self.beside = points;
        self
    }

    /// How much room is left above the lower margin.
    pub(super) fn left(&self) -> f32 {
        self.top - MARGIN
    }

    /// Writes a paragraph, broken where the line ends; `indent` from the margin.
    pub(super) fn text(&mut self, face: Face, size: f32, indent: f32, text: &str) -> &mut Self {
        for line in face.lines(text, size, WIDTH - 2.0 * MARGIN - self.beside - indent) {
            self.top -= size * 1.35;
            self.content.begin_text();
            self.content.set_font(Name(face.name()), size);
            self.content.next_line(MARGIN + indent, self.top);
            self.content.show(Str(&encode(&line)));
            self.content.end_text();
        }
        self
    }

    /// Draws a box to tick beside the line that comes next.
    pub(super) fn tick(&mut self, size: f32) -> &mut Self {
        self.content.set_line_width(1.2);
        self.content.rect(MARGIN, self.top - size * 1.4, size, size);
        self.content.stroke();
        self
    }

    /// Draws a line across the page.
    pub(super) fn rule(&mut self) -> &mut Self {
        self.top -= 8.0;
        self.content.set_line_width(0.6);
        self.content.move_to(MARGIN, self.top);
        self.content.line_to(WIDTH - MARGIN, self.top);
        self.content.stroke();
        self
    }
}

/// A document whose pages all begin with the same sheet: it is written once, so that twenty thousand letters stay small.
pub(super) fn document(title: &str, lang: &str, shared: Sheet, pages: Vec<Sheet>) -> Vec<u8> {
    let mut pdf = Pdf::new();
    pdf.document_info(Ref::new(INFO)).title(TextStr(title));
    let mut catalog = pdf.catalog(Ref::new(CATALOG));
    catalog.pages(Ref::new(TREE)).lang(TextStr(lang));
    catalog.finish();
    for (id, name) in [(PLAIN, "Helvetica"), (BOLD, "Helvetica-Bold"), (MONO, "Courier-Bold")] {
        let mut font = pdf.type1_font(Ref::new(id));
        font.base_font(Name(name.as_bytes())).encoding_predefined(Name(b"WinAnsiEncoding"));
    }
    let common = Ref::new(FREE);
    pdf.stream(common, &shared.content.finish());
    let mut next = FREE + 1;
    let mut kids = Vec::with_capacity(pages.len());
    for sheet in pages {
        let (page, own) = (Ref::new(next), Ref::new(next + 1));
        next += 2;
        kids.push(page);
        pdf.stream(own, &sheet.content.finish());
        let mut leaf = pdf.page(page);
        leaf.media_box(Rect::new(0.0, 0.0, WIDTH, HEIGHT)).parent(Ref::new(TREE)).contents_array([common, own]);
        let mut resources = leaf.resources();
        let mut fonts = resources.fonts();
        for (face, id) in [(Face::Plain, PLAIN), (Face::Bold, BOLD), (Face::Mono, MONO)] {
            fonts.pair(Name(face.name()), Ref::new(id));
        }
    }
    let count = i32::try_from(kids.len()).unwrap_or(i32::MAX);
    pdf.pages(Ref::new(TREE)).kids(kids).count(count);
    pdf.finish()
}
