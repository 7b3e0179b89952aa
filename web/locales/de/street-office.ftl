# Meldungen: was die Mitarbeitenden sehen.

office-nav-street = Meldungen
street-queue = Warteschlange
street-enter = Für jemanden erfassen
street-figures = Zahlen
street-arrange = Kategorien und Standardantworten
street-waiting = { $count ->
    [one] { $count } Meldung zu lesen
   *[other] { $count } Meldungen zu lesen
}
street-late-count = { $count ->
    [one] { $count } verspätet
   *[other] { $count } verspätet
}
street-silent-count = { $count ->
    [one] { $count } weitergeleitet, ohne Antwort
   *[other] { $count } weitergeleitet, ohne Antwort
}
street-whose = Welche
street-whose-open = Offen
street-whose-mine = Meine
street-whose-nobody = Niemandem zugeteilt
street-whose-late = Verspätet
street-whose-silent = Weitergeleitet, ohne Antwort
street-no-delay = Ohne Frist
street-channel = Eingang
street-channel-web = Website
street-channel-phone = Telefon
street-channel-letter = Brief
street-channel-desk = Schalter
street-channel-open311 = Eine Anwendung (Open311)
street-channel-collectivity = Eine andere Gemeinschaft
street-take-back = Diese Meldung zurückholen
street-reporter = Wer gemeldet hat
street-reporter-hint = Nur für die Mitarbeitenden. Eine E-Mail-Adresse dient dazu, die Person auf dem Laufenden zu halten: Fragen Sie, ob sie das möchte.
street-reporter-name = Name der Person
street-reporter-email = E-Mail der Person
street-reporter-phone = Telefon der Person
street-template = Standardantwort
street-template-use = Diesen Text verwenden
street-template-name = Name der Standardantwort
street-template-add = Hinzufügen
street-template-remove = Entfernen
street-templates = Standardantworten
street-templates-hint = Fertige Texte, die beim Antworten übernommen und geändert werden können.
street-reason = Grund
street-reason-hint = Nötig für „Nicht weiterverfolgt“.
street-competent = Wer zuständig ist
street-competent-hint = Nötig, wenn Sie nicht zuständig sind: Nennen Sie die Gemeinschaft oder das Unternehmen.
street-answer = Öffentliche Antwort
street-answer-hint = Für alle lesbar, und per E-Mail an alle, die folgen.
street-agent = Zuständige Person
street-note = Interne Notiz
street-note-hint = Nur für die Mitarbeitenden.
street-tend-save = Speichern und benachrichtigen
flash-street-tended = Gespeichert. Wer folgt, wird benachrichtigt.
street-forward = An eine andere Gemeinschaft weiterleiten
street-forward-hint = Die Meldung geht signiert hinaus, ohne Angaben zur meldenden Person. Die Antworten erscheinen hier und auf ihrer Seite.
street-forward-to = Zuständige Gemeinschaft
street-forward-do = Weiterleiten
fault-to-choice = Wählen Sie eine anerkannte Gemeinschaft.
fault-to-order = Diese Meldung kann nicht weitergeleitet werden: Sie ist nicht öffentlich, kommt von einer anderen Gemeinschaft oder ist abgeschlossen.
fault-next-choice = Diese Meldung kann diesen Stand nicht bekommen. Wählen Sie einen anderen.
street-merge = Mit einer anderen Meldung zusammenlegen
street-merge-hint = Wer dieser Meldung folgt, folgt dann der anderen.
street-merge-into = Nummer der anderen Meldung
street-merge-do = Zusammenlegen
fault-same_as-choice = Geben Sie die Nummer einer anderen Meldung an, die nicht selbst ein Duplikat ist.
street-hide = Diese Meldung verbergen
street-show = Wieder zeigen
street-enter-lead = Für eine Person, die anruft, schreibt oder kommt. Der Weg wird festgehalten.
street-enter-words-hint = Was die Person sagt, ohne Namen: Dieser Text wird öffentlich.
street-enter-save = Speichern
street-arrange-lead = Was gemeldet werden kann, wer sich kümmert und wie schnell. Ohne Kategorie kann niemand etwas melden.
street-category-new = Kategorie hinzufügen
street-category-change = Kategorie ändern
street-category-name = Name der Kategorie
street-category-name-hint = Zum Beispiel: Straßenbeleuchtung
street-category-closed = Geschlossen
street-category-closed-hint = Es kann nichts mehr gemeldet werden. Was gemeldet ist, bleibt.
street-category-private = Nicht öffentlich
street-category-private-hint = Nur die Mitarbeitenden und die meldende Person sehen diese Meldungen.
street-family = Gruppe
street-family-hint = Zum Beispiel: Straßen. Kategorien einer Gruppe stehen zusammen.
street-description = Was dazugehört
street-description-hint = Zum Beispiel: Laterne dunkel, flackernd oder beschädigt
street-service-hint = Zum Beispiel: Bauhof
street-referent = Ansprechperson
street-days = Angekündigte Frist in Tagen
street-days-hint = Null: keine Frist angekündigt.
street-competent-peer = Zuständige Gemeinschaft
street-competent-peer-hint = Wenn es nicht Ihre ist, wird jede Meldung dorthin weitergeleitet, sobald sie bestätigt ist.
street-ours = Unsere
street-figures-lead = Bestätigte Meldungen der letzten drei Jahre, ohne Duplikate.
street-month = Monat
street-came = Eingegangen
street-closed = Abgeschlossen
street-days-taken = Tage im Mittel
street-figures-file = Zahlen herunterladen (CSV)

street-blur-open = Ein Gesicht oder Kennzeichen unkenntlich machen
street-blur-office = Kreuzen Sie die Felder an, in denen ein Gesicht, ein Kennzeichen oder ein Name zu sehen ist. Das bisherige Foto wird gelöscht.
street-blur-do = Unkenntlich machen
street-areas = Gebiete
street-areas-lead = Sagen Sie, wer in einem Teil des Gebiets die Meldungen betreut. Beim Eingang zählt das genaueste Gebiet; sonst gilt die Kategorie.
street-area = Gebiet
street-area-hint = Zum Beispiel: Altstadt
street-area-new = Ein Gebiet hinzufügen
street-area-add = Gebiet hinzufügen
street-area-remove = Entfernen
street-area-own = Wie die Kategorie
street-area-file = Umriss (GeoJSON-Datei)
street-area-file-hint = Höchstens 2 MB, in Grad (WGS 84).
street-area-perimeter = Oder ein Bereich, der schon auf einer Karte steht
street-area-service-hint = Ein Dienst, eine Person oder beides.
fault-referent-missing = Nennen Sie einen Dienst oder wählen Sie eine Person.
street-whose-my_late = Meine, überfällig
street-services = Dienste
street-services-lead = Ein Dienst mit einer Adresse erhält eine E-Mail, wenn ihm eine Meldung übergeben wird: die Nummer, den Ort und den Text, den alle lesen dürfen, nichts über die Person, die gemeldet hat.
street-service-email = E-Mail-Adresse
street-service-email-hint = Leer lassen, um nichts zu senden.
street-service-none = Keine Adresse
street-service-contact = Wo ein Dienst seine E-Mails erhält
street-service-name-hint = Genau so geschrieben wie in den Kategorien, den Gebieten und den Meldungen.
street-service-queue = Seine Meldungen
street-service-hint-letter = Ein Dienst mit einer Adresse erhält eine E-Mail, wenn ihm die Meldung übergeben wird.
street-any-service = Alle Dienste
