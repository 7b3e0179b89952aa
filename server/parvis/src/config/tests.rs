//! What is read, what is refused, and in which words.

use super::*;

fn environment(pairs: &[(&str, &str)]) -> BTreeMap<String, String> {
    pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

fn of_file(text: &str) -> Result<Loaded, ConfigError> {
    parse(Some(FileText { name: "parvis.toml", text }), &BTreeMap::new())
}

fn refusal(result: Result<Loaded, ConfigError>) -> String {
    result.expect_err("refused").to_string()
}

#[test]
fn with_nothing_configured_the_contract_holds() {
    let Loaded { config, warnings } =
        parse(None, &environment(&[("PATH", "/bin"), ("PARVIS_TEST_POSTGRES", "x"), ("PARVIS_METRICS_LISTEN", "")])).unwrap();
    assert_eq!(config.public_url.origin(), "http://localhost:8080");
    assert_eq!(config.listen.to_string(), "127.0.0.1:8080");
    assert_eq!(config.database_url().reveal(), "sqlite://./data/parvis.db");
    assert_eq!(config.federation.mode, FederationMode::Open);
    assert!(config.metrics_listen.is_none() && config.mail.server.is_none() && warnings.is_empty());
    assert_eq!(config.mail.sender(&config.public_url).unwrap().to_string(), "Parvis <parvis@localhost>");
}

#[test]
fn the_environment_wins_over_the_file() {
    let text = "public_url = 'https://ville.example'\nlog_level = 'warn'\n\
                trusted_proxies = ['10.0.0.0/8']\n[federation]\nmode = 'closed'\n[mail]\nfrom = 'Ville <p@ville.example>'\n";
    let vars = environment(&[
        ("PARVIS_FEDERATION__MODE", "territories"),
        ("PARVIS_TRUSTED_PROXIES", "127.0.0.1, ::1"),
        ("PARVIS_DATA_DIR", "/srv/p"),
    ]);
    let config = parse(Some(FileText { name: "parvis.toml", text }), &vars).unwrap().config;
    assert_eq!(config.public_url.origin(), "https://ville.example");
    assert_eq!(config.federation.mode, FederationMode::Territories);
    assert_eq!(config.trusted_proxies.len(), 2);
    assert_eq!(config.log_level, "warn");
    assert_eq!(config.database_url().reveal(), "sqlite:///srv/p/parvis.db");
    assert_eq!(config.mail.sender(&config.public_url).unwrap().email.to_string(), "p@ville.example");
}

#[test]
fn unknown_names_are_refused_with_their_name() {
    for (result, name, instead) in [
        (of_file("colour = 'red'"), "parvis.toml: `colour`", None),
        (of_file("[federation]\nmod = 'open'"), "`federation.mod`", Some("federation.mode")),
        (of_file("[mail.url]\nx = 'y'"), "`mail.url`", None),
        (parse(None, &environment(&[("PARVIS_FEDERATION_MODE", "open")])), "PARVIS_FEDERATION_MODE", Some("PARVIS_FEDERATION__MODE")),
        (parse(None, &environment(&[("PARVIS_PUBLIC_ULR", "x")])), "PARVIS_PUBLIC_ULR", Some("PARVIS_PUBLIC_URL")),
        (parse(None, &environment(&[("PARVIS_TELEPORT", "x")])), "PARVIS_TELEPORT", None),
    ] {
        let text = refusal(result);
        assert!(text.contains(name) && !text.contains('\n'), "{text}");
        if let Some(instead) = instead {
            assert!(text.contains(&format!("did you mean {instead}?")), "{text}");
        }
    }
}

#[test]
fn bad_values_say_which_key_and_what_is_expected() {
    for (variable, value, words) in [
        ("PARVIS_PUBLIC_URL", "https://ville.example/parvis", "it has a path, `/parvis`; expected an origin"),
        ("PARVIS_LISTEN", "8080", "expected an address and a port"),
        ("PARVIS_DATABASE_URL", "mysql://root:hunter2@db/x", "expected sqlite://PATH"),
        ("PARVIS_FEDERATION__MODE", "half", "expected closed, territories or open"),
        ("PARVIS_FEDERATION__ALLOW_PRIVATE_NETWORKS", "yes", "expected true or false"),
        ("PARVIS_METRICS_LISTEN", "everywhere", "expected an address"),
        ("PARVIS_MAIL__URL", "http://user:hunter2@mail", "expected smtp://"),
        ("PARVIS_MAIL__URL", "smtp://user:hunter2@mail?tls=perhaps", "expected smtp://"),
        ("PARVIS_MAIL__FROM", "nobody", "expected an address"),
        ("PARVIS_TRUSTED_PROXIES", "127.0.0.1,proxy", "`proxy` is neither"),
        ("PARVIS_LOG_FORMAT", "xml", "expected text or json"),
        ("PARVIS_LOG_LEVEL", "info,=what=", "expected error, warn"),
    ] {
        let text = refusal(parse(None, &environment(&[(variable, value)])));
        assert!(text.starts_with(variable) && text.contains(words) && !text.contains("hunter2") && !text.contains('\n'), "{text}");
    }
    assert_eq!(
        refusal(of_file("listen = 8080")),
        format!("parvis.toml: `listen`: the value is of type integer; expected {}", SETTINGS[1].expected)
    );
    assert!(refusal(of_file("listen = '127.0.0.1:1'\nlog_level = \n")).starts_with("parvis.toml, line 2: "));
    assert!(refusal(of_file("data_dir = ['a']")).contains("it is a list"));
}

#[test]
fn private_peers_are_refused_on_a_public_https_name() {
    let with = |url: &str| parse(None, &environment(&[("PARVIS_PUBLIC_URL", url), ("PARVIS_FEDERATION__ALLOW_PRIVATE_NETWORKS", "true")]));
    assert!(refusal(with("https://participer.ville.fr")).contains("PARVIS_FEDERATION__ALLOW_PRIVATE_NETWORKS"));
    for url in ["http://localhost:8080", "https://lille.localhost", "http://10.0.0.3"] {
        assert_eq!(with(url).unwrap().warnings.len(), 1, "{url}");
    }
    assert!(parse(None, &environment(&[("PARVIS_PUBLIC_URL", "http://participer.ville.fr")])).unwrap().warnings[0].contains("plain http"));
    assert!(refusal(parse(None, &environment(&[("PARVIS_METRICS_LISTEN", "127.0.0.1:8080")]))).contains("listener of their own"));
}

#[test]
fn a_password_never_travels_in_clear_unless_asked() {
    for (url, protection) in [
        ("smtps://u:p@mail.example", Protection::Tls),
        ("smtp://u:p@mail.example:587", Protection::StartTlsRequired),
        ("smtp://mail.example", Protection::StartTlsOffered),
        ("smtp://u:p@localhost:1025", Protection::StartTlsOffered),
        ("smtp://u:p@mail.example?tls=none", Protection::Clear),
        ("smtp://u:p@mail.example?tls=opportunistic", Protection::StartTlsOffered),
    ] {
        assert_eq!(MailServer::parse(url).unwrap().protection(), protection, "{url}");
    }
}

#[test]
fn nothing_secret_is_shown() {
    let vars = environment(&[("PARVIS_MAIL__URL", "smtps://u:hunter2@mail.example"), ("PARVIS_DATABASE_URL", "postgres://u:hunter2@db/x")]);
    let config = parse(None, &vars).unwrap().config;
    for shown in [format!("{config:?}"), config.summary()] {
        assert!(!shown.contains("hunter2"), "{shown}");
    }
}

#[test]
fn a_named_file_must_exist() {
    assert!(refusal(load(Some(Path::new("/nowhere/parvis.toml")), &BTreeMap::new())).starts_with("cannot read /nowhere/parvis.toml: "));
}

#[test]
fn the_settings_page_is_true() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/operate/settings.md");
    if std::env::var_os("UPDATE_PAGES").is_some() {
        std::fs::write(&path, settings_markdown()).unwrap();
    }
    let page = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        page == settings_markdown(),
        "docs/operate/settings.md is not what the table says: UPDATE_PAGES=1 cargo test -p parvis settings_page"
    );
    let example = page.split("```toml\n").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
    assert!(of_file(example).unwrap().warnings.is_empty());
}
