//! Hashing passwords: Argon2id with 19 MiB, two passes, one lane (OWASP Password Storage Cheat Sheet), two at once at the most.

use argon2::password_hash::phc::{Output, ParamsString, PasswordHash, Salt};
use argon2::{Algorithm, Argon2, Block, Params, Version};

use crate::{App, Error, Result, random};

/// The hash of a password nobody has: checked when an address is unknown, so that the answer takes the same time.
const NOBODY: &str = "$argon2id$v=19$m=19456,t=2,p=1$c29tZS1wYXJ2aXMtc2FsdA$S0pZdHZGU0dGbXdVQ0c5YWJvUzFrYkFzZGZnaGprbG8";

/// The memory of one hash. It is used again and again: given back to the allocator, it would stay in the arena of whichever thread held it,
/// and many threads at once would keep a gigabyte.
pub(crate) type Slate = Vec<Block>;

fn params() -> Result<Params> {
    Params::new(19_456, 2, 1, None).map_err(broken)
}

fn broken(error: impl std::fmt::Display) -> Error {
    Error::Broken(error.to_string())
}

/// Hashes a password.
pub(crate) async fn hash(app: &App, password: &str) -> Result<String> {
    let password = password.to_owned();
    slowly(app, move |slate| {
        let (params, salt) = (params()?, random::bytes::<16>());
        let mut output = [0; Params::DEFAULT_OUTPUT_LEN];
        let written = ParamsString::try_from(&params).map_err(broken)?;
        digest(slate, Algorithm::Argon2id, Version::V0x13, params, (password.as_bytes(), &salt), &mut output)?;
        let hash = PasswordHash {
            algorithm: Algorithm::Argon2id.ident(),
            version: Some(Version::V0x13.into()),
            params: written,
            salt: Some(Salt::new(&salt).map_err(broken)?),
            hash: Some(Output::new(&output).map_err(broken)?),
        };
        Ok(hash.to_string())
    })
    .await
}

/// Whether a password is the right one. Without a hash it never is, and it takes as long to say so.
pub(crate) async fn verify(app: &App, password: &str, hash: Option<&str>) -> Result<bool> {
    let (password, known, hash) = (password.to_owned(), hash.is_some(), hash.unwrap_or(NOBODY).to_owned());
    slowly(app, move |slate| Ok(matches(slate, &password, &hash)? && known)).await
}

/// Whether this is the password of this hash.
fn matches(slate: &mut Slate, password: &str, hash: &str) -> Result<bool> {
    let parsed = PasswordHash::new(hash).map_err(broken)?;
    let (Some(salt), Some(expected)) = (parsed.salt, parsed.hash) else { return Ok(false) };
    let algorithm = Algorithm::try_from(parsed.algorithm.as_str()).map_err(broken)?;
    let version = parsed.version.map_or(Ok(Version::V0x13), Version::try_from).map_err(broken)?;
    let params = Params::try_from(&parsed).map_err(broken)?;
    let mut output = vec![0; expected.len()];
    digest(slate, algorithm, version, params, (password.as_bytes(), &salt), &mut output)?;
    // This comparison takes the same time wherever the two differ.
    Ok(Output::new(&output).map_err(broken)? == expected)
}

/// Argon2 on a slate that is big enough.
fn digest(
    slate: &mut Slate,
    algorithm: Algorithm,
    version: Version,
    params: Params,
    (password, salt): (&[u8], &[u8]),
    output: &mut [u8],
) -> Result<()> {
    let blocks = params.block_count();
    if slate.len() < blocks {
        slate.resize(blocks, Block::new());
    }
    let slate = slate.get_mut(..blocks).unwrap_or_default();
    Argon2::new(algorithm, version, params).hash_password_into_with_memory(password, salt, output, slate).map_err(broken)
}

async fn slowly<T: Send + 'static>(app: &App, work: impl FnOnce(&mut Slate) -> Result<T> + Send + 'static) -> Result<T> {
    // The turn goes with the work: a client that hangs up frees nothing before the hash is done.
    let turn = app.limits.hashing.clone().acquire_owned().await.map_err(broken)?;
    let limits = app.limits.clone();
    let work = move || {
        let _turn = turn;
        let mut slate = limits.slates.lock().ok().and_then(|mut slates| slates.pop()).unwrap_or_default();
        let done = work(&mut slate);
        if let Ok(mut slates) = limits.slates.lock() {
            slates.push(slate);
        }
        done
    };
    tokio::task::spawn_blocking(work).await.map_err(broken)?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_of_nobody_can_be_read_and_costs_the_same() {
        let parsed = PasswordHash::new(NOBODY).unwrap();
        let params = Params::try_from(&parsed).unwrap();
        assert_eq!((params.m_cost(), params.t_cost(), params.p_cost()), (19_456, 2, 1));
        assert_eq!(super::params().unwrap().m_cost(), params.m_cost());
    }

    #[test]
    fn hashes_are_those_of_the_standard_whatever_was_on_the_slate() {
        use argon2::password_hash::{PasswordHasher, PasswordVerifier};
        let reference = Argon2::new(Algorithm::Argon2id, Version::V0x13, super::params().unwrap());
        let theirs = reference.hash_password_with_salt(b"agrafe cheval", b"sixteen bytes of").unwrap().to_string();
        let mut slate = Slate::new();
        assert!(!matches(&mut slate, "autre chose", &theirs).unwrap());
        assert!(matches(&mut slate, "agrafe cheval", &theirs).unwrap());
        assert!(!matches(&mut slate, "agrafe cheva", &theirs).unwrap());
        assert!(!matches(&mut slate, "agrafe cheval", NOBODY).unwrap());
        assert!(reference.verify_password(b"agrafe cheval", &PasswordHash::new(&theirs).unwrap()).is_ok());
    }
}
