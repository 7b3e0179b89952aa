//! The dialog of somebody's own server for something of ours: Activity Intents (FEP-3b86) where their server has them, else the template for
//! subscriptions (OStatus), which is what older servers have.

use super::account::{self, Account};
use super::allowed;
use crate::service::Federation;
use crate::words::{authority, webfinger};
use actions::outside::{self, Trouble, Way, Wish};

pub(super) async fn find(fed: &Federation, account: &str, object: &str, wish: Wish) -> outside::Result<Option<Way>> {
    let account = Account::read(fed, account).ok_or(Trouble::Nobody)?;
    if account.is_ours(fed) {
        return Ok(None);
    }
    let links = account::links(fed, &account).await?;
    let intents: &[&str] = match wish {
        Wish::Follow => &["Follow", "Object"],
        // What is shown can be answered and liked; a `Create` would begin a text that answers nothing.
        Wish::Reply => &["Object", "Like"],
    };
    let address = webfinger::dialog(&links, intents, object, fed.lab).ok_or(Trouble::NoSignIn)?;
    // A server may have its people's dialogs under another name of its own; the rule about hosts holds for that one too.
    let host = authority(&address);
    allowed(fed, &host).await?;
    Ok(Some(Way { host, address: address.into() }))
}
