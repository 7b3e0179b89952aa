# Das Verzeichnis dessen, was hinausging: für die Person, die einen Beitrag schrieb, und für die Datenschutzbeauftragten.
ledger-title = Wohin dieser Beitrag ging
ledger-see = Wohin ging er?
ledger-lead = Die Server, die unseres Wissens eine Kopie haben, und was sie geantwortet haben, falls er zurückgenommen wurde.
ledger-none = Er ging nirgendwohin
ledger-none-text = Kein anderer Server hat unseres Wissens eine Kopie erhalten.
ledger-waiting = { $count ->
    [one] { $count } Sendung wartet noch.
   *[other] { $count } Sendungen warten noch.
}
ledger-col-way = Wie
ledger-col-first = Zum ersten Mal
ledger-col-last = Zuletzt
ledger-col-state = Stand
ledger-col-version = Fassung
ledger-way-push = Gesendet
ledger-way-read = Von diesem Server gelesen, der sich ausgewiesen hat
ledger-consent = mit Ihrem Namen, nach Ihrer Zustimmung vom { $date }
ledger-recalled = verlangt am { $date }
ledger-settled = letzte Antwort am { $date }
ledger-state-tried = Gesendet, Empfang ungewiss
ledger-state-arrived = Empfangen
ledger-state-pending = Löschung verlangt, wartet
ledger-state-accepted = Vom Server angenommen, Löschung nicht überprüfbar
ledger-state-confirmed = Löschung bestätigt und unterschrieben
ledger-state-refused = Löschung vom Server abgelehnt
ledger-state-unreachable = Server blieb unerreichbar
ledger-state-gone = Den Server gibt es nicht mehr
ledger-words = Was diese Wörter bedeuten
ledger-anonymous = { $count ->
    [one] Der Text wurde auch { $count } Mal von einem Programm gelesen, das sich nicht ausgewiesen hat: Wir wissen nicht, von welchem.
   *[other] Der Text wurde auch { $count } Mal von Programmen gelesen, die sich nicht ausgewiesen haben: Wir wissen nicht, von welchen.
}
ledger-words-accepted = „Angenommen“ heißt, dass der Server unsere Bitte erhalten hat. Ob er löscht, können wir nicht überprüfen.
ledger-words-confirmed = „Bestätigt und unterschrieben“ heißt, dass die Gebietskörperschaft, die den Server betreibt, unterschrieben hat, dass dort nichts mehr ist. Eine frühere Kopie kann es anderswo geben.
ledger-words-version = Die Fassung ist der Fingerabdruck dessen, was zuletzt hinausging: Zwei Server mit demselben Fingerabdruck haben dieselbe Nachricht erhalten.

network-tab-ledger = Verzeichnis
ledger-office = Was hinausging
ledger-office-lead = Jeder Text, der an einen Server ging, und was aus seinem Rückruf wurde. Stimmen, Antworten auf Fragebögen, Konten und Protokolle gehen nie hinaus.
ledger-departures = { $count ->
    [one] bekannter Abgang
   *[other] bekannte Abgänge
}
ledger-open = { $count ->
    [one] wartender Rückruf
   *[other] wartende Rückrufe
}
ledger-unsigned = { $count ->
    [one] Lesung ohne Unterschrift
   *[other] Lesungen ohne Unterschrift
}
ledger-oldest = Der älteste Rückruf wartet seit { $date }.
ledger-unsigned-text = Eine Lesung ohne Unterschrift wird gezählt, aber wir wissen nicht, wer gelesen hat.
ledger-recalls = Rückrufe
ledger-recalls-lead = Ein Rückruf bittet einen Server, zu löschen, was er erhalten hat. Er wird 90 Tage lang wiederholt.
ledger-recalls-none = Kein Rückruf in diesem Stand
ledger-recalls-count = { $count ->
    [one] { $count } Rückruf in diesem Stand
   *[other] { $count } Rückrufe in diesem Stand
}
ledger-file = Als CSV herunterladen
ledger-nothing = Nichts ging hinaus
ledger-unanswered = Noch nicht
ledger-col-class = Art
ledger-col-objects = Gegenstände
ledger-col-object = Gegenstand
ledger-col-settled = Letzte Antwort
ledger-class-p0 = Akte der Gebietskörperschaft
ledger-class-p1 = Öffentliche Beiträge
ledger-class-p6 = Was eine Person betrifft, nur ihr gesagt
