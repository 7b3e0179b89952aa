//! Common votes and tallies of this instance, signed by its collectivity; and the comparison of what others say with what they publish.

use actions::tallies::{Document, Own, Shared, own as own_tally, shared, write_definition, write_tally};
use domain::Timestamp;
use serde_json::Value;
use store::Uid;
use store::tallies::Kept;
use url::Url;

use crate::service::{Error, Federation};
use crate::words::same_authority;
use crate::{actors, documents, objects};

/// The definition of a common vote of this instance, with the document as it is signed once and for all; nothing where it is none.
pub(crate) async fn definition(fed: &Federation, id: Uid) -> Result<Option<(Shared, Value)>, Error> {
    let organiser = actors::uri_of(fed, &objects::collectivity(fed).await?);
    let group = fed.app.store.read(move |db| {
        let Some(row) = store::votes::find(db, id)? else { return Ok(None) };
        let Some(consultation) = store::consultations::find(db, row.consultation_id)? else { return Ok(None) };
        store::actors::find(db, consultation.actor_id)
    });
    let Some(group) = group.await? else { return Ok(None) };
    let group = actors::uri_of(fed, &group);
    let Some(found) = fed.app.store.read(move |db| shared(db, id, (&organiser, &group))).await? else { return Ok(None) };
    if let Ok(signed) = serde_json::from_str::<Value>(&found.document) {
        return Ok(Some((found, signed)));
    }
    let signed = sign(fed, &write_definition(&found.definition), found.definition.published).await?;
    actions::tallies::keep_definition(&fed.app, id, signed.to_string()).await?;
    Ok(Some((found, signed)))
}

/// Our own tally of a vote that is over, as it is signed once and for all; nothing where it is no common vote.
pub(crate) async fn own(fed: &Federation, id: Uid) -> Result<Option<(Own, Value)>, Error> {
    let now = fed.app.now();
    let (carrier, links) = (actors::uri_of(fed, &objects::collectivity(fed).await?), fed.app.links.clone());
    let Some(own) = fed.app.store.read(move |db| own_tally(db, id, &carrier, (&links, now))).await? else { return Ok(None) };
    if let Some(signed) = own.signed.as_ref().and_then(|text| serde_json::from_str::<Value>(text).ok()) {
        return Ok(Some((own, signed)));
    }
    // At the organiser the whole is counted from the definition as everybody has it.
    if own.at_home && definition(fed, id).await?.is_none() {
        return Ok(None);
    }
    let signed = sign(fed, &write_tally(&own.document), own.at).await?;
    actions::tallies::keep_own(&fed.app, id, &own, &signed).await?;
    Ok(Some((own, signed)))
}

async fn sign(fed: &Federation, document: &Value, at: Timestamp) -> Result<Value, Error> {
    let collectivity = objects::collectivity(fed).await?;
    fed.prove(&collectivity, &documents::of_network(document), at).await
}

impl Federation {
    /// Reads the ballots that a carrier publishes and compares them with its tallies that wait for it.
    ///
    /// # Errors
    /// When the store fails. That its server does not answer now is noted, and it is asked again later.
    pub async fn check_tally(&self, address: &str, vote: Option<Uid>) -> Result<(), Error> {
        let Some(vote) = vote else { return Ok(()) };
        let waiting = actions::tallies::waiting(&self.app, vote, address).await?;
        let own = |document: &Document| match (Url::parse(address), Url::parse(&document.tally.carrier)) {
            (Ok(address), Ok(carrier)) => same_authority(&address, &carrier),
            _ => false,
        };
        let waiting: Vec<(Kept, Document)> = waiting.into_iter().filter(|(_, document)| own(document)).collect();
        if waiting.is_empty() {
            return Ok(());
        }
        let url = Url::parse(address).map_err(|_not_an_address| Error::Senseless("an address".to_owned()))?;
        match self.client.record(&url).await {
            Ok(text) => {
                for (kept, document) in waiting {
                    actions::tallies::check(&self.app, kept, document, text.clone()).await?;
                }
                Ok(())
            }
            // What is not there today may be there tomorrow: it is asked for again, longer than a job is tried.
            Err(error) => {
                tracing::info!(%error, "published ballots cannot be read now");
                let waiting = waiting.into_iter().map(|(kept, _)| kept).collect();
                Ok(actions::tallies::unreachable(&self.app, vote, address, waiting).await?)
            }
        }
    }
}
