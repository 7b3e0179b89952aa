//! The tables behind those who use the pages with an account of another server.

diesel::table! {
    use crate::column::sql::*;
    foreign_app (host) {
        host -> Text,
        client_id -> Text,
        client_secret -> Text,
        redirect_uri -> Text,
        scope -> Text,
        created_at -> Instant,
    }
}

diesel::table! {
    use crate::column::sql::*;
    guest_attempt (state_hash) {
        state_hash -> Binary,
        host -> Text,
        account -> Text,
        issuer -> Text,
        client_id -> Text,
        client_secret -> Text,
        scope -> Text,
        verifier -> Nullable<Text>,
        token_endpoint -> Text,
        revocation_endpoint -> Nullable<Text>,
        next -> Text,
        expires_at -> Instant,
    }
}
