# Suche.
search-title = Suchen
search-title-of = { $words }: Suche
search-label = Was suchen Sie?
search-button = Suchen
search-hint = Ein oder zwei Wörter genügen. Akzente und Mehrzahl spielen keine Rolle.
search-found = { $count ->
    [one] { $count } Ergebnis für „{ $words }“
   *[other] { $count } Ergebnisse für „{ $words }“
}
search-nothing = Nichts gefunden für „{ $words }“
search-nothing-text = Versuchen Sie ein kürzeres Wort, oder sehen Sie die Beteiligungen durch.
search-consultations = Beteiligungen ansehen
