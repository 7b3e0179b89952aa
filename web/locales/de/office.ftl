# Verwaltungsbereich: Startseite, Listen, amtliche Antworten.
office-name = Rathausbereich
office-waiting = offen
office-nav-home = Zu erledigen
office-nav-consultations = Beteiligungen
office-nav-answers = Antworten
office-nav-stakeholders = Beteiligte
office-nav-moderation = Moderation
office-nav-users = Konten
office-nav-journal = Protokoll
office-nav-settings = Einstellungen
office-hello = Guten Tag { $name }
office-home-lead = Das wartet auf Sie, das Dringendste zuerst.
office-nothing = Nichts zu erledigen
office-nothing-text = Alles ist bearbeitet. Sie können das Nächste vorbereiten.
office-task-reports =
    { $count ->
        [one] Meldung zu prüfen
       *[other] Meldungen zu prüfen
    }
office-task-reports-note = Der gemeldete Text bleibt sichtbar, bis Sie entschieden haben.
office-task-answers =
    { $count ->
        [one] Beitrag wartet auf eine Antwort
       *[other] Beiträge warten auf eine Antwort
    }
office-task-answers-late =
    { $count ->
        [one] { $count } wartet seit mehr als 30 Tagen
       *[other] { $count } warten seit mehr als 30 Tagen
    }
office-task-drafts =
    { $count ->
        [one] Entwurf zu veröffentlichen
       *[other] Entwürfe zu veröffentlichen
    }
office-task-drafts-note = Einen Entwurf sieht nur das Team.
office-task-calls =
    { $count ->
        [one] Beteiligung, die eine andere Körperschaft anbietet
       *[other] Beteiligungen, die andere Körperschaften anbieten
    }
office-task-calls-note = Sie können sie hier mittragen. Die Menschen von hier machen dann bei Ihnen mit.
office-task-street =
    { $count ->
        [one] neue Meldung
       *[other] neue Meldungen
    }
office-task-overdue =
    { $count ->
        [one] überfällige Meldung
       *[other] überfällige Meldungen
    }
office-task-ending =
    { $count ->
        [0] Phase endet heute
        [one] Phase endet morgen
       *[other] Phase endet in { $count } Tagen
    }
office-task-ending-note = { $phase }, { $consultation }
office-task-failed =
    { $count ->
        [one] Nachricht konnte nicht gesendet werden
       *[other] Nachrichten konnten nicht gesendet werden
    }
office-task-failed-note = Zeigen Sie diese Zahl der Person, die den Server betreut: Die Ursache steht in dessen technischem Protokoll.
office-running = Laufende Beteiligungen
office-running-none = Keine Beteiligung läuft oder wird vorbereitet.
office-open-consultation = Beteiligung eröffnen
office-consultations = Beteiligungen
office-consultations-lead = Entwürfe, offene und beendete Beteiligungen.
office-no-consultation = Noch keine Beteiligung
office-no-consultation-text = Wählen Sie ein Ziel, wir bereiten die Phasen mit Ihnen vor.
office-col-consultation = Beteiligung
office-col-state = Stand
office-col-until = Bis
office-col-contributions = Beiträge
office-col-participants = Teilnehmende
office-no-date = Kein Datum
office-stage-draft = Entwurf
office-stage-upcoming = Bald offen
office-stage-open = Offen
office-stage-pause = Zwischen zwei Phasen
office-stage-closed = Beendet
office-save = Speichern
office-cancel = Abbrechen
office-confirm = Zum Bestätigen noch einmal drücken
office-all = Alle
office-filter = Filtern
office-answers = Antworten
office-answers-lead = Beiträge ohne Entscheidung, die am meisten unterstützten zuerst. Eine Antwort innerhalb von 30 Tagen zeigt, dass gelesen wird.
office-answers-none = Alles ist beantwortet
office-answers-none-text = Neue Beiträge erscheinen hier.
office-answers-count =
    { $count ->
        [one] { $count } Beitrag ohne Entscheidung
       *[other] { $count } Beiträge ohne Entscheidung
    }
office-supports =
    { $count ->
        [one] Stimme
       *[other] Stimmen
    }
office-supports-of =
    { $count ->
        [0] Keine Unterstützung
        [one] { $count } Unterstützung
       *[other] { $count } Unterstützungen
    }
office-replies =
    { $count ->
        [one] { $count } Antwort aus der Bevölkerung
       *[other] { $count } Antworten aus der Bevölkerung
    }
office-unanswered = Ohne Antwort
office-late = Über 30 Tage
office-answer-do = Antworten
office-pick = Zur Auswahl hinzufügen
office-bulk = Eingang der Auswahl bestätigen
office-bulk-hint = Jeder angekreuzte Beitrag erhält den Stand „Eingegangen“. Wer ihn geschrieben hat, bekommt eine E-Mail.
office-bulk-do = Eingang bestätigen
office-bulk-empty = Kreuzen Sie mindestens einen Beitrag an.
office-answer = Einen Beitrag beantworten
office-past-answer = Bereits veröffentlichte Antwort
office-models = Mit einer Vorlage beginnen
office-models-hint = Eine Vorlage füllt Stand und Text aus. Passen Sie sie an: Eine Antwort von der Stange fällt sofort auf.
office-model-received = Wir haben Ihren Beitrag gelesen. Sie erhalten hier vor dem [Datum] eine Antwort.
office-model-under_study = Ihre Idee wird geprüft. [Name der Abteilung] untersucht [was geprüft wird]. Das Ergebnis veröffentlichen wir hier vor dem [Datum].
office-model-accepted = Wir nehmen Ihre Idee an, weil [Begründung]. Sie wird [wann und von wem] umgesetzt.
office-model-partly_accepted = Wir nehmen einen Teil Ihrer Idee an: [was angenommen wird]. Nicht angenommen wird [was nicht], weil [Begründung].
office-model-refused = Wir nehmen Ihre Idee nicht an, weil [Begründung]. Stattdessen ist geplant: [wie es weitergeht].
office-model-done = Das ist umgesetzt. [Was, wo und wann umgesetzt wurde.]
office-answer-state = Stand
office-answer-state-hint = „Eingegangen“ und „In Prüfung“ sagen, dass gearbeitet wird. Die anderen sind eine Entscheidung.
office-answer-body = Antwort
office-answer-body-hint = Sagen Sie in wenigen Sätzen, warum. Eine Entscheidung ohne Begründung wirkt wie eine Ablehnung. Für eine Entscheidung mindestens 20 Zeichen.
office-answer-placeholder = Ersetzen Sie vor dem Veröffentlichen die Stellen in eckigen Klammern.
office-signed-by = Unterzeichnet von
office-signed-by-hint = Name und Funktion, damit klar ist, wer antwortet.
office-answer-note = Die Antwort wird öffentlich. Wer den Beitrag geschrieben hat, bekommt eine E-Mail. Frühere Antworten bleiben sichtbar.
office-answer-publish = Antwort veröffentlichen
office-marks = Diesen Beitrag auszeichnen
office-marks-hint = Eine Auszeichnung erscheint neben dem Titel. Vergeben Sie sie für die Qualität des Textes, nicht für die vertretene Meinung.
office-mark-quality-hint = Gut begründet, belegt, nützlich für die Debatte.
office-mark-impact-hint = Er hat das Vorhaben verändert.
office-mark-give = Auszeichnung vergeben
office-mark-remove = Auszeichnung entfernen
office-acknowledgement = Wir haben Ihren Beitrag gelesen. Eine Antwort wird hier veröffentlicht.
flash-office-saved = Gespeichert.
flash-office-drafted = Der Entwurf ist mit seinen Phasen bereit. Ergänzen Sie die Texte und veröffentlichen Sie ihn dann.
flash-office-published = Die Beteiligung ist veröffentlicht: Alle können sie lesen.
flash-office-answered = Ihre Antwort ist veröffentlicht. Wer den Beitrag geschrieben hat, ist benachrichtigt.
flash-office-received = Alle, die geschrieben haben, wissen nun, dass ihr Beitrag angekommen ist.
flash-office-hidden = Der Text ist verborgen. Der Grund wurde mitgeteilt.
flash-office-restored = Der Text ist wieder sichtbar.
flash-office-kept = Der Text bleibt online. Die Meldung ist abgeschlossen.
