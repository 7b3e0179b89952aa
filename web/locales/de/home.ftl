# Startseite der Körperschaft.
home-title = Startseite
home-lead = Hier sagt { place-the }, was geplant ist, Sie sagen, was Sie davon halten, und Sie bekommen eine Antwort.
home-about = Vorstellung
home-more = Weiterlesen
home-take-part = Mitmachen
home-how = So funktioniert es
home-open = Offene Beteiligungen
home-all = Alle Beteiligungen
home-none = Keine Beteiligung ist offen
home-none-text = Die nächste wird hier angekündigt.
home-follow = Über den Newsfeed benachrichtigt werden (Atom)
home-answers = Die Antworten { place-of }
home-latest = Was Sie vorschlagen
home-closed = Beendete Beteiligungen
home-all-closed = Alle beendeten
home-figures = Die Beteiligung in Zahlen
home-figure-open = { $count ->
    [one] offene Beteiligung
   *[other] offene Beteiligungen
}
home-figure-answers = { $count ->
    [one] Entscheidung { place-of }, mit Begründung
   *[other] Entscheidungen { place-of }, mit Begründung
}
home-figure-members = { $count ->
    [one] angemeldete Person
   *[other] angemeldete Personen
}
home-month = Die letzten 30 Tage
home-figure-contributions = { $count ->
    [one] Idee oder Diskussion
   *[other] Ideen und Diskussionen
}
home-figure-replies = { $count ->
    [one] Antwort aus der Bevölkerung
   *[other] Antworten aus der Bevölkerung
}
home-figure-supports = { $count ->
    [one] Unterstützung
   *[other] Unterstützungen
}
home-trend-new = keine in den 30 Tagen davor
home-trend-same = so viele wie in den 30 Tagen davor
home-trend-more = { $count } mehr als in den 30 Tagen davor
home-trend-less = { $count } weniger als in den 30 Tagen davor
