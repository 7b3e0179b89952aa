//! Mails to files and to a mail server of our own that answers as told.

use std::net::SocketAddr;
use std::os::unix::fs::PermissionsExt;

use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

use super::*;
use crate::config::MailServer;

fn letter() -> Letter {
    Letter {
        to: "marie@ville.example".to_owned(),
        subject: "Votre avis à Lille".to_owned(),
        text: "Bonjour".to_owned(),
        html: "<p>Bonjour</p>".to_owned(),
        message_id: Uuid::from_u128(7),
        language: "fr",
        leave: None,
    }
}

fn config(server: Option<&str>, folder: &std::path::Path) -> Config {
    let mut config = Config { data_dir: folder.to_owned(), ..Config::default() };
    config.mail.server = server.map(|url| MailServer::parse(url).unwrap());
    config
}

/// Writes one letter to a file, gives the file's text.
async fn as_file(letter: Letter) -> Result<String, MailError> {
    let folder = tempfile::tempdir().unwrap();
    Mailer::new(&config(None, folder.path())).unwrap().send(letter).await?;
    let files: Vec<_> = std::fs::read_dir(folder.path().join("mail")).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert_eq!(files.len(), 1);
    assert!(files[0].to_str().unwrap().ends_with("-00000000-0000-0000-0000-000000000007.eml"));
    assert_eq!(std::fs::metadata(&files[0]).unwrap().permissions().mode() & 0o777, 0o600);
    Ok(std::fs::read_to_string(&files[0]).unwrap())
}

#[tokio::test]
async fn without_a_server_mails_are_files() {
    let mail = as_file(letter()).await.unwrap();
    for line in [
        "From: Parvis <parvis@localhost>\r\n",
        "To: marie@ville.example\r\n",
        "Message-ID: <00000000-0000-0000-0000-000000000007@localhost>\r\n",
        "Auto-Submitted: auto-generated\r\n",
        "Content-Language: fr\r\n",
        "Content-Type: multipart/alternative;",
        "Content-Type: text/plain; charset=utf-8\r\n",
        "Content-Type: text/html; charset=utf-8\r\n",
        "Date: ",
    ] {
        assert!(mail.contains(line), "{line} in\n{mail}");
    }
}

#[tokio::test]
async fn no_text_breaks_out_of_a_header() {
    for end in ["\r\n", "\n", "\r", "\u{2028}", "\0", "\r\n\r\n"] {
        let subject = format!("Bonjour{end}Bcc: everybody@ville.example{end}{end}<script>");
        let mail = as_file(Letter { subject, ..letter() }).await.unwrap();
        let head = mail.split("\r\n\r\n").next().unwrap();
        assert!(head.contains("Subject: Bonjour Bcc: everybody@ville.example <script>"), "{head}");
        assert!(!head.to_lowercase().contains("\nbcc:") && head.matches("Subject:").count() == 1, "{head}");
    }
    let folder = tempfile::tempdir().unwrap();
    let mailer = Mailer::new(&config(None, folder.path())).unwrap();
    for to in [
        "",
        "marie",
        "marie@",
        "a@ville.example\r\nBcc: b@ville.example",
        "a@ville.example, b@ville.example",
        "a%ville.example@relay.example",
        "\"a b\"@ville.example",
        "Marie <a@ville.example>",
        "a@ville.example\n",
        "a@b@c.example",
    ] {
        let refused = mailer.send(Letter { to: to.to_owned(), ..letter() }).await;
        assert_eq!(refused, Err(MailError::Permanent("the address is not one".to_owned())), "{to}");
    }
    assert!(!folder.path().join("mail").exists());
}

/// A mail server for one mail, that answers `at` a command with `answer` and all others well. Gives what it heard.
async fn mail_server(at: &'static str, answer: &'static str) -> (SocketAddr, JoinHandle<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let heard = tokio::spawn(async move {
        let (stream, _) = listener.accept().await.unwrap();
        let (read, mut write) = stream.into_split();
        let mut lines = BufReader::new(read).lines();
        let (mut heard, mut in_data) = (String::new(), false);
        write.write_all(b"220 ready\r\n").await.unwrap();
        while let Ok(Some(line)) = lines.next_line().await {
            heard.push_str(&line);
            heard.push('\n');
            if in_data && line != "." {
                continue;
            }
            in_data = line == "DATA";
            let reply = if line.starts_with(at) {
                answer
            } else if in_data {
                "354 go on"
            } else {
                "250 fine"
            };
            if write.write_all(format!("{reply}\r\n").as_bytes()).await.is_err() {
                break;
            }
        }
        heard
    });
    (address, heard)
}

async fn through(address: SocketAddr, step: Duration) -> Result<(), MailError> {
    let config = config(Some(&format!("smtp://{address}?tls=none")), std::path::Path::new("/nowhere"));
    Mailer::with_step_limit(&config, step).unwrap().send(letter()).await
}

#[tokio::test]
async fn a_server_takes_the_mail() {
    let (address, heard) = mail_server("nothing", "").await;
    through(address, STEP_LIMIT).await.unwrap();
    let heard = heard.await.unwrap();
    assert!(heard.contains("RCPT TO:<marie@ville.example>") && heard.contains("Auto-Submitted: auto-generated"), "{heard}");
}

#[tokio::test]
async fn answers_are_told_apart_and_repeat_no_address() {
    for (at, answer, expected) in [
        ("RCPT", "550 5.1.1 <marie@ville.example> unknown", MailError::Permanent("the mail server answered 550".to_owned())),
        ("RCPT", "451 greylisted marie@ville.example", MailError::Temporary("the mail server answered 451".to_owned())),
        ("MAIL", "530 authentication required", MailError::Temporary("the mail server does not accept our user and password".to_owned())),
    ] {
        let (address, _heard) = mail_server(at, answer).await;
        assert_eq!(through(address, STEP_LIMIT).await, Err(expected), "{answer}");
    }
}

#[tokio::test]
async fn a_dead_or_silent_server_is_temporary() {
    let closed = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = closed.local_addr().unwrap();
    // Bound and never accepted from: connected by the system, silent for ever.
    assert!(matches!(through(address, Duration::from_millis(100)).await, Err(MailError::Temporary(_))));
    drop(closed);
    assert!(matches!(through(address, Duration::from_millis(100)).await, Err(MailError::Temporary(_))));
}

#[test]
fn a_mailer_shows_no_password() {
    let config = config(Some("smtps://user:hunter2@mail.example"), std::path::Path::new("/nowhere"));
    assert!(!format!("{:?}", Mailer::new(&config).unwrap()).contains("hunter2"));
}
