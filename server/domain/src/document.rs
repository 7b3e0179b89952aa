//! Documents that people take home: what kind of file it is, told by its content, never by its name. No file is ever run or shown by us.

use crate::text::Fault;

/// Heaviest file, in bytes.
pub const BYTES_MAX: usize = 8 * 1024 * 1024;
/// Most documents of a consultation.
pub const DOCUMENTS_MAX: usize = 50;
/// Most versions of a document.
pub const VERSIONS_MAX: i32 = 50;
/// How far from its end a file says that it ends, in bytes.
const TAIL: usize = 1024;
/// The first bytes of an archive, and those of the list at its end (PKWARE APPNOTE 4.3).
const ARCHIVE: &[u8] = b"PK\x03\x04";
const ARCHIVE_END: &[u8] = b"PK\x05\x06";

crate::words! {
    /// What a file is.
    FileKind {
        /// Portable Document Format.
        Pdf = "pdf",
        /// An OpenDocument text.
        Odt = "odt",
        /// An OpenDocument spreadsheet.
        Ods = "ods",
        /// An OpenDocument presentation.
        Odp = "odp",
        /// An Office Open XML text.
        Docx = "docx",
        /// An Office Open XML spreadsheet.
        Xlsx = "xlsx",
        /// An Office Open XML presentation.
        Pptx = "pptx",
        /// A photograph, encoded anew.
        Jpeg = "jpg",
        /// A drawing, encoded anew.
        Png = "png",
    }
}

impl FileKind {
    /// Its media type.
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Odt => "application/vnd.oasis.opendocument.text",
            Self::Ods => "application/vnd.oasis.opendocument.spreadsheet",
            Self::Odp => "application/vnd.oasis.opendocument.presentation",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Pptx => "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
        }
    }
}

/// What a file is that is kept as it comes: a PDF or an office document that is whole, without another file behind it and without macros.
/// `None`: it is none of these (pictures are looked at where they are decoded).
///
/// # Errors
/// `TooHeavy`, or `Shape` for what begins as one of these and is not.
pub fn sniff(bytes: &[u8]) -> Result<Option<FileKind>, Fault> {
    if bytes.len() > BYTES_MAX {
        return Err(Fault::TooHeavy(BYTES_MAX));
    }
    let tail = bytes.get(bytes.len().saturating_sub(TAIL)..).unwrap_or_default();
    if bytes.starts_with(b"%PDF-") {
        // What stands far behind the end of a PDF is another file (ISO 32000-1, annex H.3 note 18).
        return if holds(tail, b"%%EOF") && !holds(tail, ARCHIVE_END) { Ok(Some(FileKind::Pdf)) } else { Err(Fault::Shape) };
    }
    if !bytes.starts_with(ARCHIVE) {
        return Ok(None);
    }
    if !holds(tail, ARCHIVE_END) || holds(bytes, b"vbaProject.bin") || holds(bytes, b"%PDF-") {
        return Err(Fault::Shape);
    }
    office(bytes).map(Some).ok_or(Fault::Shape)
}

/// An OpenDocument file begins with its media type, not compressed (OpenDocument 1.3, part 2, 3.3); an Office Open XML file names its main part.
fn office(bytes: &[u8]) -> Option<FileKind> {
    if bytes.get(30..38) == Some(b"mimetype") {
        // Its macros stand in folders of these names.
        if holds(bytes, b"Basic/") || holds(bytes, b"Scripts/") {
            return None;
        }
        let kind = bytes.get(38..)?;
        return [FileKind::Odt, FileKind::Ods, FileKind::Odp].into_iter().find(|one| {
            let name = one.media_type().as_bytes();
            // A template or a master document goes on after it.
            kind.starts_with(name) && kind.get(name.len()).is_none_or(|next| !next.is_ascii_lowercase() && *next != b'-')
        });
    }
    if !holds(bytes, b"[Content_Types].xml") {
        return None;
    }
    let parts = [(FileKind::Docx, "word/document.xml"), (FileKind::Xlsx, "xl/workbook.xml"), (FileKind::Pptx, "ppt/presentation.xml")];
    let mut found = parts.into_iter().filter(|(_, part)| holds(bytes, part.as_bytes())).map(|(kind, _)| kind);
    match (found.next(), found.next()) {
        (Some(kind), None) => Some(kind),
        (None, _) | (Some(_), Some(_)) => None,
    }
}

fn holds(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

/// The name under which a version is taken home: the words of the title, the version, the ending of its kind; letters, digits and hyphens only.
#[must_use]
pub fn file_name(title: &str, version: i32, kind: FileKind) -> String {
    let plain: String = title.to_lowercase().chars().map(|c| fold(c).unwrap_or('-')).collect();
    let words: Vec<&str> = plain.split('-').filter(|word| !word.is_empty()).collect();
    let mut name = words.join("-");
    name.truncate(60);
    let name = name.trim_end_matches('-');
    let name = if name.is_empty() { "document" } else { name };
    format!("{name}-v{version}.{}", kind.code())
}

/// A letter without its accent; `None` for what stands in no name.
fn fold(c: char) -> Option<char> {
    match c {
        'a'..='z' | '0'..='9' => Some(c),
        'à' | 'â' | 'ä' => Some('a'),
        'ç' => Some('c'),
        'é' | 'è' | 'ê' | 'ë' => Some('e'),
        'î' | 'ï' => Some('i'),
        'ô' | 'ö' => Some('o'),
        'ù' | 'û' | 'ü' => Some('u'),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    type Told = Result<Option<FileKind>, Fault>;

    fn zip(head: &[u8], inside: &[u8]) -> Vec<u8> {
        [ARCHIVE, &[0; 26], head, inside, ARCHIVE_END, &[0; 18]].concat()
    }

    #[test]
    fn a_file_is_what_its_bytes_say() {
        let odt = b"mimetypeapplication/vnd.oasis.opendocument.text";
        let docx = b"[Content_Types].xml word/document.xml";
        let cases: [(Vec<u8>, Told); 11] = [
            (b"%PDF-1.7 words %%EOF\n".to_vec(), Ok(Some(FileKind::Pdf))),
            // Cut off, or with another file behind it.
            (b"%PDF-1.7 words".to_vec(), Err(Fault::Shape)),
            ([b"%PDF-1.7 %%EOF".as_slice(), &[b'x'; 2000]].concat(), Err(Fault::Shape)),
            ([b"%PDF-1.7 %%EOF".as_slice(), &zip(odt, b"")].concat(), Err(Fault::Shape)),
            (zip(odt, b"PK content"), Ok(Some(FileKind::Odt))),
            (zip(b"mimetypeapplication/vnd.oasis.opendocument.text-template", b""), Err(Fault::Shape)),
            (zip(odt, b"Basic/Standard/Module1.xml"), Err(Fault::Shape)),
            (zip(docx, b""), Ok(Some(FileKind::Docx))),
            (zip(docx, b"word/vbaProject.bin"), Err(Fault::Shape)),
            (zip(b"anything.exe", b""), Err(Fault::Shape)),
            (b"<html><script>alert(1)</script>".to_vec(), Ok(None)),
        ];
        for (bytes, expected) in cases {
            assert_eq!(sniff(&bytes), expected, "{}", String::from_utf8_lossy(&bytes));
        }
        assert_eq!(sniff(&vec![b'%'; BYTES_MAX + 1]), Err(Fault::TooHeavy(BYTES_MAX)));
    }

    #[test]
    fn a_name_is_made_of_plain_letters() {
        assert_eq!(file_name("Règlement « été » 2026", 3, FileKind::Pdf), "reglement-ete-2026-v3.pdf");
        assert_eq!(file_name("../../\"\r\n", 1, FileKind::Odt), "document-v1.odt");
    }
}
