//! Write a report down for somebody who called, wrote or came: the channel is kept.

use domain::actor::Viewer;
use domain::lang::Lang;
use domain::permission::{self, OfficeVerb};
use domain::street::Channel;
use domain::text::Fault;
use store::Uid;

use super::form::{self, Contact, ReportForm};
use super::make::{self, Made, Maker};
use crate::{App, Error, Result};

/// Makes a report in the name of somebody. Their address gets letters at once: an agent wrote it down before them.
///
/// # Errors
/// A refusal of the permission table, faulty fields (also `channel`), or the store's failure.
pub async fn on_behalf(
    app: &App,
    viewer: Viewer,
    channel: &str,
    form: (&ReportForm, &Contact, Lang),
    picture: Option<Vec<u8>>,
) -> Result<Made> {
    permission::may_in_office(viewer, OfficeVerb::Answer)?;
    let (form, contact, lang) = form;
    let channel = Channel::parse(channel).filter(|channel| matches!(channel, Channel::Phone | Channel::Letter | Channel::Desk));
    let channel = channel.ok_or_else(|| Error::fault("channel", Fault::Choice))?;
    let (draft, reached) = form::together(form.parse(make::ground(app).await?, false), contact.parse(false))?;
    let maker =
        Maker { account: None, guest: None, reached, lang, channel, confirmed: true, agent: viewer.actor.map(Uid::of), photo_at: None };
    make::written(app, draft, maker, picture).await
}
