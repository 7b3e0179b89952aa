# Stimmen von anderen Servern, und vom eigenen Server aus mitmachen.
elsewhere-residents = { $count ->
    [one] { $count } Einwohner
   *[other] { $count } Einwohner
}
elsewhere-others = { $count } aus dem Fediverse
elsewhere-supports = { $count ->
    [one] { $count } Unterstützung aus dem Fediverse
   *[other] { $count } Unterstützungen aus dem Fediverse
}
elsewhere-count-participants = { $count ->
    [one] Person von anderen Servern (anderer Gebiete oder des Fediverse)
   *[other] Personen von anderen Servern (anderer Gebiete oder des Fediverse)
}
elsewhere-supporters = { $count ->
    [one] Dazu { $count } Unterstützung von anderen Servern (anderer Gebiete oder des Fediverse), getrennt gezählt.
   *[other] Dazu { $count } Unterstützungen von anderen Servern (anderer Gebiete oder des Fediverse), getrennt gezählt.
}
elsewhere-word = Das Fediverse besteht aus sozialen Netzwerken auf unabhängigen Servern, die miteinander sprechen, wie Mastodon oder Lemmy.
elsewhere-held = Dieser Text kommt von einem anderen Server. Die Moderation liest ihn zuerst, die Öffentlichkeit sieht ihn noch nicht.
elsewhere-badge = anderer Server
elsewhere-original = Original ansehen
elsewhere-open = Mit Ihrem Fediverse-Konto mitmachen
elsewhere-title = Mit Ihrem Konto mitmachen
elsewhere-consultation = Beteiligung
elsewhere-contribution = Beitrag
elsewhere-lead-follow = Ihr Konto ist auf einem anderen Server? Folgen Sie dieser Beteiligung von dort aus, ohne Konto hier.
elsewhere-lead-street = Ihr Konto ist auf einem anderen Server? Folgen Sie diesen Meldungen von dort aus, ohne Konto hier.
elsewhere-lead-reply = Ihr Konto ist auf einem anderen Server? Antworten oder unterstützen Sie von dort aus, ohne Konto hier.
elsewhere-account = Die Adresse Ihres Kontos
elsewhere-account-hint = Zum Beispiel @ana@mastodon.social. Sie wird nicht gespeichert.
elsewhere-go = Weiter
elsewhere-yours = Ihr Konto
elsewhere-other = Ein anderes Konto
elsewhere-way = Wohin das führt
elsewhere-way-to = Sie werden weitergeleitet zu
elsewhere-way-check = Ist das Ihr Server? Er fragt Sie, was Sie tun möchten.
elsewhere-continue = Zu meinem Server
elsewhere-ours = Das ist dieser Server: Ihr Konto ist hier. Melden Sie sich an, um mitzumachen.
elsewhere-by-hand = Wenn das nicht klappt
elsewhere-by-hand-text = Kopieren Sie diese Adresse und suchen Sie sie auf Ihrem Server:
elsewhere-copy = Adresse kopieren
elsewhere-copied = Adresse kopiert
elsewhere-back = Zurück
elsewhere-follow = Aus dem Fediverse folgen:
elsewhere-leaves-named = Eine Kopie dieses Textes kann an andere Server gehen, mit Ihrem Namen: Sie haben dem in Ihrem Konto zugestimmt.
elsewhere-leaves-unnamed = Ein Auszug dieses Textes kann auch an andere Server gehen, ohne Ihren Namen.
elsewhere-leaves-settings = In meinem Konto ändern
elsewhere-sent = { $count ->
    [one] An { $count } Server gesendet
   *[other] An { $count } Server gesendet
}
elsewhere-sent-list = Liste ansehen
elsewhere-sent-text = Diese Server haben eine Kopie erhalten.
elsewhere-withdraw = { $count ->
    [one] { $count } anderer Server hat diesen Text erhalten. Wir bitten ihn, den Text zu löschen. Auch wenn er zusagt: Wir können es nicht überprüfen.
   *[other] { $count } andere Server haben diesen Text erhalten. Wir bitten sie, den Text zu löschen. Auch wenn sie zusagen: Wir können es nicht überprüfen.
}
elsewhere-withdrawn = { $count ->
    [one] Löschung bei { $count } Server angefragt: Vom Server angenommen heißt nicht gelöscht, wir können es nicht überprüfen.
   *[other] Löschung bei { $count } Servern angefragt: Vom Server angenommen heißt nicht gelöscht, wir können es nicht überprüfen.
}

fault-account-shape = Schreiben Sie die Adresse so: @name@server.
elsewhere-picture = Bild auf einem anderen Server
elsewhere-territories = Nur Server auf der Liste der Partnergebiete können mitmachen. Die Verwaltung dieser Plattform führt die Liste.
elsewhere-leaves-guest = Dieser Text erscheint hier mit der Adresse Ihres Kontos. Ein Auszug kann mit dieser Adresse an andere Server gehen: Die Gebietskörperschaft sendet ihn, nicht Ihr Server.
elsewhere-withdraw-none = Soweit wir wissen, hat kein anderer Server diesen Text erhalten.
elsewhere-delete-copies = Haben andere Server Ihre Texte erhalten, bitten wir sie, die zurückgezogenen zu löschen. Ob sie es tun, können wir nicht prüfen.
elsewhere-trouble-not_allowed = Diese Adresse geht hier nicht: Entweder ist der Server nicht zugelassen, oder es ist dieser hier.
elsewhere-trouble-unreachable = Dieser Server antwortet nicht. Prüfen Sie den Namen oder versuchen Sie es später.
elsewhere-trouble-nobody = Unter dieser Adresse ist nichts. Schreiben Sie sie so: @name@server.
elsewhere-trouble-no_sign_in = Dieser Server bietet das nicht an. Suchen Sie stattdessen unsere Adresse auf Ihrem Server.
elsewhere-trouble-refused = Ihr Server hat nicht zugestimmt, oder Sie haben abgelehnt. Es ist nichts geschehen.
elsewhere-trouble-expired = Dieser Vorgang ist abgelaufen, wurde schon benutzt oder kommt aus einem anderen Browser. Beginnen Sie hier neu.
elsewhere-trouble-somebody_else = Sie sind mit einem anderen Konto zurückgekommen. Schreiben Sie die Adresse des Kontos, das Sie benutzen möchten.
elsewhere-trouble-senseless = Die Antwort dieses Servers ist nicht klar. Zur Sicherheit hören wir hier auf.
