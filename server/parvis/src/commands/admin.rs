//! `parvis admin`: accounts and tokens from the command line.

use std::io::Write;

use anyhow::{Context, anyhow};
use domain::actor::Role;
use domain::text::{Email, NAME_MAX, bounded_line};

use super::{database, serve};
use crate::cli::Admin;
use crate::config::Config;
use crate::house;

/// Makes an account and prints a one-time sign-in link, or makes an API token and prints it.
///
/// # Errors
/// When the address or name cannot be used, or the database cannot be written.
pub fn run(config: &Config, what: &Admin) -> anyhow::Result<()> {
    serve::on_runtime(async {
        let app = house::open(&database(config)?, config.public_url.url(), house::clock()).await?;
        let printed = match what {
            Admin::Create { email, name, role } => {
                let email = Email::parse(email).map_err(|_fault| anyhow!("--email {email}: not an e-mail address"))?;
                let name = bounded_line(name, 2, NAME_MAX).map_err(|_fault| anyhow!("--name: between 2 and {NAME_MAX} characters"))?;
                let role = Role::parse(role).filter(|r| r.is_of_accounts()).ok_or_else(|| anyhow!("--role {role}: no such role"))?;
                app.links.absolute(&actions::accounts::create(&app, &email, &name, role).await.map_err(said)?)
            }
            Admin::Token { email } => {
                let email = Email::parse(email).map_err(|_fault| anyhow!("--email {email}: not an e-mail address"))?;
                actions::accounts::issue_token(&app, &email).await.map_err(said)?
            }
        };
        writeln!(std::io::stdout(), "{printed}").context("printing")
    })
}

/// Says in English what the doors would say in the reader's language.
fn said(error: actions::Error) -> anyhow::Error {
    use domain::refusal::Refusal;
    if let actions::Error::Refused(refusal) = &error {
        if matches!(refusal, Refusal::Taken | Refusal::AlreadyDone) {
            return anyhow!("this address already has an account");
        }
        if *refusal == Refusal::NotFound {
            return anyhow!("there is no account with this address");
        }
    }
    error.into()
}
