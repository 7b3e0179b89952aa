//! Hashing passwords: Argon2id with 19 MiB, two passes, one lane (OWASP Password Storage Cheat Sheet), two at once at the most.

use argon2::password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash};
use argon2::{Algorithm, Argon2, Params, Version};

use crate::{App, Error, Result};

/// The hash of a password nobody has: checked when an address is unknown, so that the answer takes the same time.
const NOBODY: &str = "$argon2id$v=19$m=19456,t=2,p=1$c29tZS1wYXJ2aXMtc2FsdA$S0pZdHZGU0dGbXdVQ0c5YWJvUzFrYkFzZGZnaGprbG8";

fn hasher() -> Result<Argon2<'static>> {
    let params = Params::new(19_456, 2, 1, None).map_err(|error| Error::Broken(error.to_string()))?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

/// Hashes a password.
pub(crate) async fn hash(app: &App, password: &str) -> Result<String> {
    let password = password.to_owned();
    slowly(app, move || {
        let hash = hasher()?.hash_password(password.as_bytes()).map_err(|error| Error::Broken(error.to_string()))?;
        Ok(hash.to_string())
    })
    .await
}

/// Whether a password is the right one. Without a hash it never is, and it takes as long to say so.
pub(crate) async fn verify(app: &App, password: &str, hash: Option<&str>) -> Result<bool> {
    let (password, known, hash) = (password.to_owned(), hash.is_some(), hash.unwrap_or(NOBODY).to_owned());
    slowly(app, move || {
        let parsed = PasswordHash::new(&hash).map_err(|error| Error::Broken(error.to_string()))?;
        Ok(hasher()?.verify_password(password.as_bytes(), &parsed).is_ok() && known)
    })
    .await
}

async fn slowly<T: Send + 'static>(app: &App, work: impl FnOnce() -> Result<T> + Send + 'static) -> Result<T> {
    // The turn goes with the work: a client that hangs up frees nothing before the hash is done.
    let turn = app.limits.hashing.clone().acquire_owned().await.map_err(|error| Error::Broken(error.to_string()))?;
    let work = move || {
        let _turn = turn;
        work()
    };
    tokio::task::spawn_blocking(work).await.map_err(|error| Error::Broken(error.to_string()))?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_of_nobody_can_be_read_and_costs_the_same() {
        let parsed = PasswordHash::new(NOBODY).unwrap();
        let params = Params::try_from(&parsed).unwrap();
        assert_eq!((params.m_cost(), params.t_cost(), params.p_cost()), (19_456, 2, 1));
    }
}
