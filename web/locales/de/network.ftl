# Andere Server: Einstellungen, Versand, bekannte Server, wem wir folgen, und was dort erscheint.
voices-title = Stimmen von anderen Servern
voices-lead = Personen mit einem Konto auf einem anderen Server können antworten und unterstützen.
voices-choose = Was geschieht mit ihren Texten?
voices-welcome = Willkommen
voices-hint-welcome = Die Texte werden sofort gezeigt, mit dem Namen des Servers, von dem sie kommen.
voices-held = Zuerst lesen
voices-hint-held = Die Moderation liest jeden Text, bevor er gezeigt wird. Unterstützungen zählen sofort, getrennt.
voices-refused = Nicht angenommen
voices-hint-refused = Kein Text und keine Unterstützung von einem anderen Server. Was schon hier ist, bleibt.
voices-save = Diese Wahl speichern

network-held = { $count ->
    [one] { $count } Text von einem anderen Server vor der Veröffentlichung zu lesen
   *[other] { $count } Texte von anderen Servern vor der Veröffentlichung zu lesen
}
network-held-lead = Nur das Team sieht sie. Ein Text, den Sie nicht veröffentlichen, bleibt verborgen.
network-held-number = Zu lesender Text { $number }
network-held-state = Vor der Veröffentlichung zu lesen
network-held-release = Diesen Text veröffentlichen
flash-network-released = Der Text ist veröffentlicht.

office-nav-network = Andere Server
network-office = Andere Server
network-office-lead = Was hinausgeht, was wartet, und mit wem sich diese Plattform austauscht.
network-tabs = Teile dieser Seite
network-tab-queue = Versand
network-tab-servers = Server
network-tab-follows = Gefolgte Konten
network-queue = Die Warteschlange
network-queue-waiting = { $count ->
    [one] Sendung wartet
   *[other] Sendungen warten
}
network-queue-failed = { $count ->
    [one] Sendung aufgegeben
   *[other] Sendungen aufgegeben
}
network-queue-oldest = Die älteste wartet seit dem { $date }.
network-jobs = Aufgaben
network-jobs-waiting = { $count ->
    [one] Aufgabe wartet
   *[other] Aufgaben warten
}
network-jobs-failed = { $count ->
    [one] Aufgabe aufgegeben
   *[other] Aufgaben aufgegeben
}
network-queue-hosts = Nach Server
network-queue-none = Nichts wartet
network-queue-none-text = Alles, was hinausgehen sollte, ist hinausgegangen.
network-col-server = Server
network-col-waiting = Wartend
network-col-failed = Aufgegeben
network-col-oldest = Seit
network-col-act = Aktion
network-hurry = Jetzt erneut senden
flash-network-hurried = Was für diesen Server wartet, wird erneut gesendet.
network-servers = Bekannte Server
network-servers-none = Noch ist kein Server bekannt.
network-col-software = Software
network-col-success = Letzte angekommene Sendung
network-col-trouble = Störung
network-col-decision = Entscheidung
network-software-unknown = Noch nicht bekannt
network-never = Keine
network-no-trouble = Keine
network-trouble = { $count ->
    [one] { $count } Fehlschlag in Folge
   *[other] { $count } Fehlschläge in Folge
}
network-trouble-until = Nächster Versuch am { $date }
network-decisions = Entscheidungen
network-decisions-none = Keine Entscheidung: Für alle gilt die allgemeine Regel.
network-rule-blocked = Gesperrt
network-rule-allowed = Angenommenes Gebiet
network-rule-none = Allgemeine Regel
network-rule-through = (Entscheidung über { $host })
network-rule-hint-blocked = Nichts geht dorthin und nichts kommt von dort.
network-rule-hint-allowed = Er gehört zur Liste der Gebiete.
network-rule-hint-none = Die Entscheidung wird aufgehoben.
network-decide = Über einen Server entscheiden
network-decide-short = Entscheiden
network-decide-host = Name des Servers
network-decide-host-hint = Zum Beispiel region.example. Die Entscheidung gilt auch für Server, deren Name so endet.
network-decide-what = Entscheidung
network-decide-note = Notiz
network-decide-note-hint = Für Ihre Kolleginnen und Kollegen: warum diese Entscheidung.
network-decide-save = Entscheidung speichern
flash-network-decided = Die Entscheidung ist gespeichert.
network-follows = Konten, denen wir folgen
network-follows-lead = Was diese Konten veröffentlichen, erscheint auf dieser Seite:
network-follows-none = Sie folgen niemandem
network-follows-none-text = Folgen Sie einer Region, einer Nachbargemeinde, einer Beteiligung anderswo.
network-col-account = Konto
network-col-state = Stand
network-col-since = Seit
network-follow-asked = Angefragt
network-follow-accepted = Angenommen
network-follow-stop = Nicht mehr folgen
network-follow-stop-confirm = Diesem Konto nicht mehr folgen? Was es veröffentlicht hat, erscheint hier nicht mehr.
network-follow-new = Einem Konto folgen
network-follow-address = Adresse des Kontos
network-follow-address-hint = Zum Beispiel @region@region.example, oder die Adresse seiner Seite.
network-follow-send = Folgen
flash-network-follow-asked = Die Anfrage ist gespeichert. Das Konto erscheint hier, sobald es gefunden ist.
flash-network-follow-stopped = Sie folgen diesem Konto nicht mehr.

network-title = Bei unseren Nachbarn
network-lead = Was die Gebiete und Beteiligungen veröffentlichen, denen { place-the } folgt. Diese Texte kommen von anderen Servern.
network-published = Neueste Veröffentlichungen
network-nothing = Noch nichts
network-nothing-text = Was unsere Nachbarn veröffentlichen, erscheint hier.
network-untitled = Ohne Titel
network-followed-none = Noch niemand.
network-followed = Konten, denen wir folgen
network-all = Alles ansehen

fault-address-shape = Schreiben Sie die Adresse so: @name@server, oder https://server/seite.
fault-host-shape = Schreiben Sie den Namen des Servers, zum Beispiel region.example.
network-held-why = Warum dieser Text nicht gezeigt wird
network-held-decline = Nicht zeigen
flash-network-declined = Der Text wird nicht gezeigt, der Grund schon.

# Was die Moderation über das Verbergen eines Textes eines anderen Servers hinaus entscheidet
network-forward = Diesen Text dem Server melden, von dem er kommt
network-forward-hint = Dessen Team erhält die Adresse des Textes und Ihre Erklärung, im Namen der Gebietskörperschaft. Weder Sie noch die Meldenden werden genannt.
network-bar = Von diesem Konto nichts mehr annehmen
network-bar-hint = { $who } kann hier nicht mehr schreiben, unterstützen oder folgen und erfährt davon. Diese Entscheidung kann aufgehoben werden.
network-barred = Gesperrte Konten
network-barred-lead = Diese Konten anderer Server können hier nicht mehr schreiben, unterstützen oder folgen. Sie können zurücknehmen, was sie veröffentlicht haben.
network-barred-none = Kein gesperrtes Konto
network-barred-none-text = Ein Konto wird gesperrt, wenn einer seiner Texte verborgen wird.
network-col-where = Entschieden in
network-unbar = Entsperren
flash-network-unbarred = Dieses Konto kann wieder teilnehmen.
network-pinned = Angeheftet
network-meeting = Treffen
network-meeting-cancelled = Treffen abgesagt
