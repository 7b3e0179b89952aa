//! Sends one mail: to the mail server, or to a file when there is none. Only the job worker calls it, so a dead server blocks nobody.
//! Neither its errors nor its log lines hold an address: answers of mail servers repeat it, so they are reduced to their code.

mod files;
mod message;
#[cfg(test)]
mod tests;

use std::path::PathBuf;
use std::time::Duration;

use anyhow::{Context, anyhow};
use lettre::message::Mailbox;
use lettre::transport::smtp::Error as SmtpError;
use lettre::{AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};
use uuid::Uuid;

use crate::config::Config;

/// The longest the mail server may take for one step; the whole sending may take three times as long.
const STEP_LIMIT: Duration = Duration::from_secs(10);

/// One mail to one person, in their language.
#[derive(Debug, Clone)]
pub struct Letter {
    /// The address of the person.
    pub to: String,
    /// The subject; line ends in it become spaces.
    pub subject: String,
    /// The body as plain text.
    pub text: String,
    /// The body as HTML.
    pub html: String,
    /// The same at every attempt, so that a mail that was sent twice is recognised as one.
    pub message_id: Uuid,
    /// The language of subject and body: `fr`, `en`, `de`.
    pub language: &'static str,
    /// Where whoever subscribed to it ends that with one press (RFC 8058).
    pub leave: Option<String>,
}

/// Why a mail was not sent.
#[derive(Debug, PartialEq, Eq)]
pub enum MailError {
    /// Try again later.
    Temporary(String),
    /// No attempt will succeed.
    Permanent(String),
}

impl std::fmt::Display for MailError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Temporary(reason) => write!(f, "the mail could not be sent for now: {reason}"),
            Self::Permanent(reason) => write!(f, "the mail cannot be sent: {reason}"),
        }
    }
}

impl std::error::Error for MailError {}

/// The way out for mail.
#[derive(Debug, Clone)]
pub struct Mailer {
    from: Mailbox,
    way: Way,
    step: Duration,
}

#[derive(Debug, Clone)]
enum Way {
    Server(AsyncSmtpTransport<Tokio1Executor>),
    Files(PathBuf),
}

impl Mailer {
    /// The way that the settings name. Nothing is connected yet.
    ///
    /// # Errors
    /// When there is no usable sender, or the mail server's name cannot be used.
    pub fn new(config: &Config) -> anyhow::Result<Self> {
        Self::with_step_limit(config, STEP_LIMIT)
    }

    /// Sends one mail, or writes it to a file.
    ///
    /// # Errors
    /// [`MailError::Permanent`] when the address or the mail is refused for good, [`MailError::Temporary`] for all the rest.
    pub async fn send(&self, letter: Letter) -> Result<(), MailError> {
        let id = letter.message_id;
        let message = message::compose(&self.from, letter)?;
        match &self.way {
            Way::Server(transport) => self.send_to_server(transport, message).await,
            Way::Files(folder) => {
                let name =
                    files::write(folder.clone(), id, message.formatted()).await.map_err(|error| MailError::Temporary(error.to_string()))?;
                tracing::info!(file = name, "no mail server is set: a mail was written to a file");
                Ok(())
            }
        }
    }

    fn with_step_limit(config: &Config, step: Duration) -> anyhow::Result<Self> {
        let from = config.mail.sender(&config.public_url).map_err(|reason| anyhow!(reason))?;
        let way = match &config.mail.server {
            None => Way::Files(config.data_dir.join("mail")),
            Some(server) => {
                let transport = AsyncSmtpTransport::<Tokio1Executor>::from_url(server.transport_url())
                    .with_context(|| format!("the mail server {server} cannot be used"))?;
                Way::Server(transport.timeout(Some(step)).build())
            }
        };
        Ok(Self { from, way, step })
    }

    async fn send_to_server(&self, transport: &AsyncSmtpTransport<Tokio1Executor>, message: Message) -> Result<(), MailError> {
        match tokio::time::timeout(self.step.saturating_mul(3), transport.send(message)).await {
            Ok(Ok(_accepted)) => Ok(()),
            Ok(Err(error)) => Err(meaning(&error)),
            Err(_elapsed) => Err(MailError::Temporary("the mail server is too slow".to_owned())),
        }
    }
}

/// What an answer of the mail server means. A refused password is the operator's to mend, so the mail waits.
fn meaning(error: &SmtpError) -> MailError {
    let code = error.status().map(|code| code.to_string());
    match code.as_deref() {
        Some("530" | "534" | "535" | "538") => MailError::Temporary("the mail server does not accept our user and password".to_owned()),
        Some(code) if error.is_permanent() => MailError::Permanent(format!("the mail server answered {code}")),
        Some(code) => MailError::Temporary(format!("the mail server answered {code}")),
        None if error.is_timeout() => MailError::Temporary("the mail server did not answer in time".to_owned()),
        None if error.is_tls() => MailError::Temporary("no secure connection to the mail server".to_owned()),
        None if error.is_client() => MailError::Temporary("the mail server lacks what this mail or our settings need".to_owned()),
        None => MailError::Temporary("the mail server cannot be reached".to_owned()),
    }
}
