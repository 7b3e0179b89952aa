//! JSON-LD contexts: what the words mean for those who ask, and our own vocabulary.

use serde_json::{Map, Value, json};
use url::Url;

use crate::proof::DATA_INTEGRITY;

/// The context of ActivityStreams: Mastodon silently drops what does not name it.
pub const ACTIVITY_STREAMS: &str = "https://www.w3.org/ns/activitystreams";
const SECURITY: &str = "https://w3id.org/security/v1";
const MULTIKEY: &str = "https://w3id.org/security/multikey/v1";
const WEBFINGER: &str = "https://purl.archive.org/socialweb/webfinger";

/// Whether a context names that of ActivityStreams.
#[must_use]
pub fn names_activity_streams(context: &Value) -> bool {
    match context {
        Value::Array(several) => several.iter().any(|one| one == ACTIVITY_STREAMS),
        one => one == ACTIVITY_STREAMS,
    }
}

/// The context of an actor.
pub(super) fn of_actor(id: &str) -> Value {
    json!([
        ACTIVITY_STREAMS,
        SECURITY,
        MULTIKEY,
        WEBFINGER,
        {
            "toot": "http://joinmastodon.org/ns#",
            "discoverable": "toot:discoverable",
            "indexable": "toot:indexable",
            "featured": { "@id": "toot:featured", "@type": "@id" },
            "alsoKnownAs": { "@id": "as:alsoKnownAs", "@type": "@id" },
            "manuallyApprovesFollowers": "as:manuallyApprovesFollowers",
            "lemmy": "https://join-lemmy.org/ns#",
            "postingRestrictedToMods": "lemmy:postingRestrictedToMods",
            // As https://w3id.org/fep/844e defines it; said here, so that nobody has to fetch that context to read an actor.
            "implements": { "@id": "https://w3id.org/fep/844e/implements", "@type": "@id", "@container": "@list" },
            "schema": "http://schema.org/",
            "language": "schema:inLanguage",
            "identifier": "schema:identifier",
            "parvis": namespace(id)
        }
    ])
}

/// The context of what two collectivities sign to recognise each other.
pub(super) fn of_recognition(id: &str) -> Value {
    json!([ACTIVITY_STREAMS, DATA_INTEGRITY, { "parvis": namespace(id) }])
}

/// The context of a text of this instance.
pub(super) fn of_text(id: &str) -> Value {
    json!([
        ACTIVITY_STREAMS,
        {
            "sensitive": "as:sensitive",
            "Hashtag": "as:Hashtag",
            "schema": "http://schema.org/",
            "language": "schema:inLanguage",
            "identifier": "schema:identifier",
            "gts": "https://gotosocial.org/ns#",
            "interactionPolicy": { "@id": "gts:interactionPolicy", "@type": "@id" },
            "canQuote": { "@id": "gts:canQuote", "@type": "@id" },
            "canReply": { "@id": "gts:canReply", "@type": "@id" },
            "automaticApproval": { "@id": "gts:automaticApproval", "@type": "@id" },
            "parvis": namespace(id)
        }
    ])
}

/// The context of a meeting, with the words of Mobilizon.
pub(super) fn of_event(id: &str) -> Value {
    let mut context = of_text(id);
    if let Some(several) = context.as_array_mut() {
        several.push(json!({
            "sc": "http://schema.org#",
            "mz": "https://joinmobilizon.org/ns#",
            "PostalAddress": "sc:PostalAddress",
            "address": { "@id": "sc:address", "@type": "sc:PostalAddress" },
            "streetAddress": "sc:streetAddress",
            "inLanguage": "sc:inLanguage",
            "category": "sc:category",
            "status": "http://www.w3.org/2002/12/cal/ical#status",
            "timezone": { "@id": "mz:timezone", "@type": "sc:Text" },
            "joinMode": { "@id": "mz:joinMode", "@type": "mz:joinModeType" },
            "externalParticipationUrl": { "@id": "mz:externalParticipationUrl", "@type": "sc:URL" },
            "participantCount": { "@id": "mz:participantCount", "@type": "sc:Integer" },
            "isOnline": { "@id": "mz:isOnline", "@type": "sc:Boolean" },
            "commentsEnabled": { "@id": "mz:commentsEnabled", "@type": "sc:Boolean" },
            "draft": { "@id": "mz:draft", "@type": "sc:Boolean" },
            "maximumAttendeeCapacity": { "@id": "sc:maximumAttendeeCapacity", "@type": "sc:Integer" },
            "remainingAttendeeCapacity": { "@id": "sc:remainingAttendeeCapacity", "@type": "sc:Integer" }
        }));
    }
    context
}

/// Adds our own words to the context of an activity.
pub(super) fn add_own(activity: &mut Map<String, Value>, id: &str) {
    let own = json!({ "parvis": namespace(id) });
    let mut contexts = match activity.remove("@context") {
        Some(Value::Array(several)) => several,
        Some(one) => vec![one],
        None => vec![json!(ACTIVITY_STREAMS)],
    };
    contexts.push(own);
    activity.insert("@context".to_owned(), Value::Array(contexts));
}

/// The context of a poll: that of a text, and the number of voters.
pub(super) fn of_poll(id: &str) -> Value {
    let mut context = of_text(id);
    if let Some(words) = context.get_mut(1).and_then(Value::as_object_mut) {
        words.insert("toot".to_owned(), json!("http://joinmastodon.org/ns#"));
        words.insert("votersCount".to_owned(), json!("toot:votersCount"));
    }
    context
}

/// The context of a signed document of the network: its words are our own (`docs/formats/tally.md`).
pub(super) fn of_network(id: &str) -> Value {
    json!([ACTIVITY_STREAMS, crate::proof::DATA_INTEGRITY, { "@vocab": namespace(id) }])
}

/// The words of an accreditation.
pub(super) fn of_accreditation(id: &str) -> Value {
    json!({
        "parvis": namespace(id),
        "role": "parvis:role",
        "mandate": "parvis:mandate",
        "acceptance": { "@id": "parvis:acceptance", "@type": "@id" }
    })
}

/// The context of a quote approval (FEP-044f).
pub(super) fn of_quote() -> Value {
    json!([
        ACTIVITY_STREAMS,
        {
            "gts": "https://gotosocial.org/ns#",
            "QuoteRequest": "https://w3id.org/fep/044f#QuoteRequest",
            "QuoteAuthorization": "https://w3id.org/fep/044f#QuoteAuthorization",
            "interactingObject": { "@id": "gts:interactingObject", "@type": "@id" },
            "interactionTarget": { "@id": "gts:interactionTarget", "@type": "@id" }
        }
    ])
}

/// The words of our own (`/ns/v1`), for those who look them up.
#[must_use]
pub fn vocabulary(origin: &str) -> Value {
    let namespace = namespace(origin);
    json!({
        "@context": {
            "parvis": namespace,
            "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
            "xsd": "http://www.w3.org/2001/XMLSchema#",
            "parvis:stance": { "@type": "xsd:string" },
            "parvis:acknowledge": { "@type": "xsd:string" },
            "parvis:kind": { "@type": "xsd:string" },
            "parvis:theme": { "@type": "xsd:string" },
            "parvis:consultations": { "@type": "@id" },
            "parvis:phases": { "@container": "@list" },
            "parvis:meetings": { "@container": "@list" },
            "parvis:themes": { "@container": "@set" }
        },
        "@graph": graph()
    })
}

/// What each word means.
fn graph() -> Value {
    let class = |name: &str, comment: &str| json!({ "@id": format!("parvis:{name}"), "@type": "rdfs:Class", "rdfs:label": name, "rdfs:comment": comment });
    let about = |name: &str, comment: &str| {
        json!({
            "@id": format!("parvis:{name}"), "@type": "rdfs:Property", "rdfs:label": name, "rdfs:comment": comment,
            "rdfs:range": { "@id": "xsd:string" }
        })
    };
    json!([
        about("stance", "On a Note with inReplyTo: where the reply stands towards what it replies to. One of for, against, neutral."),
        about("acknowledge", "On a Delete: asked, when whoever carries it out is asked for an Accept of it with a proof (FEP-8b32), once nothing is left."),
        class("Territory", "The territory of a collectivity, as the collectivity itself declares it."),
        {
            "@id": "parvis:territory", "@type": "rdfs:Property", "rdfs:label": "territory",
            "rdfs:comment": "On the Organization of a collectivity, and on the Relationship by which it recognises another: its territory.",
            "rdfs:range": { "@id": "parvis:Territory" }
        },
        about("kind", "Of a Territory: commune, intercommunality, department, region, state or other. Of a Page: what it is to its consultation, proposal or discussion."),
        about("insee", "Of a Territory: the INSEE code (COG) of the commune, department or region."),
        about("siren", "Of a Territory: the SIREN number of the collectivity."),
        about("parent", "Of a Territory: the INSEE code or the name of the territory above it."),
        about("controller", "Of a Territory: who answers for personal data there."),
        about("contact", "Of a Territory: how to reach them."),
        about("recordKey", "On an Organization: the key with which its public record is signed, as a verifier key (c2sp.org/signed-note)."),
        about("witnessKey", "On an Organization: the key with which it cosigns the public records of others, as a verifier key (c2sp.org/tlog-cosignature)."),
        word("answer", "On the Article of an official answer: parvis:state, parvis:signedBy, and the reason alone as content, so that carriers of the consultation show it as the organiser's."),
        about("state", "Of an answer: one of received, under_study, accepted, partly_accepted, refused, done, put_to_vote, merged."),
        about("signedBy", "Of an answer: the service or the elected person who signs it."),
        about("paragraph", "On a Page: the page of the paragraph of a text of its consultation that it speaks of."),
        about("change", "On such a Page: what it asks for. One of remark (nothing), replace (other words), remove, insert (a new paragraph after it)."),
        about("wording", "On such a Page: the words that it proposes, as plain text."),
        about("theme", "On a Page: the name of the theme of its consultation under which it stands."),
        class("Call", "A call to territories to carry a consultation: its texts, phases, themes, rules and carriers, with a proof (FEP-8b32)."),
        class("SupportCounts", "How many people of a territory support what is said in a consultation that it carries, with a proof (FEP-8b32)."),
        word("call", "On SupportCounts and on the Page of a consultation: the call of another collectivity that the territory answered."),
        word("counts", "On SupportCounts: contributions, each as object, with supports, the number of people of the territory who support it."),
        word("consultations", "On a collectivity: the ordered collection of its consultations, as Page without content."),
        word("comparable", "On a collectivity: whether it agrees that its figures stand beside those of others."),
        word("teaser", "On the Page of a consultation: a line or two about it."),
        word("phases", "On the Page of a consultation: its phases, in order, each with name, parvis:phaseKind, startTime and endTime."),
        word("meetings", "On the Page of a consultation: its coming meetings, soonest first, each an Event with id, name, url, startTime, endTime and location."),
        word("cancelled", "On such an Event: whether it was called off."),
        word("meeting", "On an Event: that it is a meeting, and no consultation."),
        word("phaseKind", "One of information, contribution, analysis, answer, campaign, vote, works."),
        word("themes", "On the Page of a consultation: the names of its themes."),
        word("figures", "On the Page of a consultation: what it counts, by parvis:contributions, parvis:replies, parvis:supports, parvis:participants (from 11 on) and parvis:answers. Where several territories carry it, only what was said at home."),
        word("territoryKind", "On a Place: one of commune, intercommunality, department, region, state, other."),
        about("accredits", "As the relationship of a Relationship: a collectivity (subject) accredits an organisation (object). It holds when the document at its acceptance, proven by the organisation, repeats it."),
        about("role", "On such a Relationship: as what it is accredited. One of association, neighbourhood, school, enterprise, expert, partner."),
        about("mandate", "On such a Relationship: what it is asked to do, in the words of the collectivity: plain text."),
        word("acceptance", "On such a Relationship: where the Accept of the organisation is published, with its proof."),
        about("officialPeer", "As the relationship of a Relationship: the subject recognises the object as the official collectivity of its territory.")
    ])
}

/// A word of ours, with what it means.
fn word(name: &str, meaning: &str) -> Value {
    json!({ "@id": format!("parvis:{name}"), "@type": "rdfs:Property", "rdfs:label": name, "rdfs:comment": meaning })
}

/// The namespace of the instance at an address.
pub(super) fn namespace(address: &str) -> String {
    let origin = Url::parse(address).map(|url| url.origin().ascii_serialization()).unwrap_or_default();
    format!("{origin}/ns/v1#")
}
