//! What is said of a paragraph, as it leaves: the paragraph is quoted and the proposed words stand below it, for who reads it elsewhere has no text
//! beside it; a program is told of which paragraph it speaks and what it asks for.

use domain::draft_text::Word;
use serde_json::{Value, json};
use store::contributions::Contribution;
use store::draft_texts::{Paragraph, Said};

use crate::service::{Error, Federation};
use crate::wording::Phrase;
use crate::words::as_markdown;

/// What a contribution says of a paragraph; nothing for most.
pub(crate) async fn find(fed: &Federation, contribution: &Contribution) -> Result<Option<(Said, Paragraph)>, Error> {
    if contribution.root_id.is_some() {
        return Ok(None);
    }
    let id = contribution.id;
    Ok(fed.app.store.read(move |db| store::draft_texts::said(db, id)).await?)
}

/// The text that leaves: what is asked for, the paragraph, the proposed words, the reason.
pub(crate) fn quoted(fed: &Federation, contribution: &Contribution, said: Option<&(Said, Paragraph)>) -> Result<String, Error> {
    let Some((said, paragraph)) = said else { return Ok(contribution.body.clone()) };
    let word = said.word()?;
    let says = (fed.wording)(&contribution.lang, Phrase::OnParagraph { word, number: paragraph.number });
    let mut parts = vec![format!("**{}**", as_markdown(&says)), format!("> {}", as_markdown(&paragraph.body))];
    if word.has_wording() {
        parts.push(as_markdown(&said.wording));
    }
    parts.push("---".to_owned());
    parts.push(contribution.body.clone());
    Ok(parts.join("\n\n"))
}

/// Says in a document of which paragraph it speaks.
pub(crate) fn marked(fed: &Federation, document: &mut Value, slug: &str, said: Option<&(Said, Paragraph)>) {
    let (Some((said, paragraph)), Some(fields)) = (said, document.as_object_mut()) else { return };
    let address = fed.app.links.absolute(&format!("/c/{slug}/text/{}", paragraph.number));
    fields.insert("parvis:paragraph".to_owned(), json!(address));
    fields.insert("parvis:change".to_owned(), json!(said.word));
    if Word::parse(&said.word).is_some_and(Word::has_wording) {
        fields.insert("parvis:wording".to_owned(), json!(said.wording));
    }
}
