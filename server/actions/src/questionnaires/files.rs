//! Files that people send with an answer: pictures are encoded anew, a PDF is kept as it is and only ever given to agents as a download.

use crate::{App, Error, Result, pictures};
use domain::questionnaire::answer::AnswerFault;
use domain::text::Fault;

/// Heaviest file, in bytes.
pub const FILE_MAX: usize = pictures::BYTES_MAX;
/// Longest side of a picture that is kept, in pixels.
const SIDE: u32 = 2400;

/// A file that may be kept.
pub(crate) struct Kept {
    pub(crate) content_type: &'static str,
    pub(crate) bytes: Vec<u8>,
}

/// Looks at a file by its content, never by its name.
pub(crate) async fn keep(app: &App, bytes: Vec<u8>) -> Result<std::result::Result<Kept, AnswerFault>> {
    if bytes.len() > FILE_MAX {
        return Ok(Err(AnswerFault::TooHeavy(FILE_MAX)));
    }
    if bytes.starts_with(b"%PDF-") {
        return Ok(Ok(Kept { content_type: "application/pdf", bytes }));
    }
    let turn = app.limits.decoding.clone().acquire_owned().await.map_err(|error| Error::Broken(error.to_string()))?;
    let work = move || {
        let _turn = turn;
        pictures::encode(&bytes, SIDE, false)
    };
    let encoded = tokio::task::spawn_blocking(work).await.map_err(|error| Error::Broken(error.to_string()))?;
    Ok(match encoded {
        Ok(picture) => Ok(Kept { content_type: picture.content_type, bytes: picture.bytes }),
        Err(Fault::TooHeavy(bytes)) => Err(AnswerFault::TooHeavy(bytes)),
        Err(_not_a_picture) => Err(AnswerFault::NotAFile),
    })
}
