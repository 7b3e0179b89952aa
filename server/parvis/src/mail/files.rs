//! Mails as files, for an instance without a mail server: whole or not there, and readable by the server's user only.

use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use uuid::Uuid;

/// Writes a mail into the folder, which is made when missing; gives the name of the file.
pub(super) async fn write(folder: PathBuf, id: Uuid, bytes: Vec<u8>) -> io::Result<String> {
    tokio::task::spawn_blocking(move || write_now(&folder, id, &bytes)).await.map_err(io::Error::other)?
}

#[expect(clippy::disallowed_methods, reason = "the name of a file on this machine, nothing that is decided or kept")]
fn write_now(folder: &Path, id: Uuid, bytes: &[u8]) -> io::Result<String> {
    DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
    let name = format!("{}-{id}.eml", Timestamp::now().strftime("%Y%m%dT%H%M%S%3fZ"));
    let unfinished = folder.join(format!(".{name}.part"));
    let written = fill(&unfinished, bytes).and_then(|()| fs::rename(&unfinished, folder.join(&name)));
    if let Err(error) = written {
        let _may_not_exist = fs::remove_file(&unfinished);
        return Err(error);
    }
    File::open(folder)?.sync_all()?;
    Ok(name)
}

fn fill(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}
