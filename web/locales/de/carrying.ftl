# Beteiligungen, die mehrere Gebiete mittragen.
editor-part-territories = Gebiete
editor-decided = Über Texte, Themen und Phasen dieser Beteiligung entscheidet { $organiser }. Ihr Gebiet trägt sie mit.
editor-decided-link = Aufruf und Ihre Einleitung ansehen
territories-title = Für Gebiete öffnen
territories-lead = Andere Gebiete können diese Beteiligung bei sich mittragen. Ihre Einwohnerinnen und Einwohner nehmen auf der eigenen Plattform teil, und alle lesen, was gesagt wird.
territories-reach = Für wen öffnen?
territories-reach-official = Für offizielle Gebiete
territories-reach-hint-official = Alle, die Ihre Körperschaft anerkannt hat und die sie anerkannt haben.
territories-reach-chosen = Für ausgewählte Gebiete
territories-reach-hint-chosen = Nur die, die Sie vor dem Öffnen auf einer eigenen Seite mit Namen auswählen.
territories-rules = Regeln für Mittragende
territories-rules-hint = In einfachen Worten: was ein Gebiet annimmt, wenn es diese Beteiligung mitträgt.
territories-open = Für Gebiete öffnen
territories-save = Speichern und Gebiete benachrichtigen
territories-close = Keine weiteren Gebiete aufnehmen
territories-close-confirm = Aufruf schließen? Gebiete, die die Beteiligung schon mittragen, machen weiter.
territories-dismiss = Entfernen
territories-dismiss-confirm = Dieses Gebiet trägt die Beteiligung dann nicht mehr mit. Was dort gesagt wurde, bleibt lesbar. Fortfahren?
territories-forget-confirm = Die Unterstützungen, die dieses Gebiet gezählt hat, werden nicht mehr gezeigt. Fortfahren?
territories-carriers = Wer sie mitträgt
territories-none = Noch kein Gebiet
territories-none-text = Öffnen Sie die Beteiligung: Die betreffenden Gebiete erhalten den Aufruf.
territories-col-name = Gebiet
carrier-state-invited = Eingeladen
carrier-state-joined = Trägt sie mit
carrier-state-left = Trägt sie nicht mehr mit
carrier-state-refused = Abgelehnt
flash-territories-opened = Der Aufruf ist offen. Die betreffenden Gebiete werden ihn erhalten.
flash-territories-dismissed = Dieses Gebiet trägt die Beteiligung nicht mehr mit. Es erfährt davon.
flash-territories-closed = Der Aufruf ist geschlossen.
fault-chosen-missing = Kreuzen Sie mindestens ein Gebiet an.
fault-territories-missing = Wählen Sie zuerst mindestens ein Gebiet aus.
fault-chosen-choice = Eines der angekreuzten Gebiete ist nicht mehr bekannt.

calls-title = Aufrufe, eine Beteiligung mitzutragen
calls-lead = Der Staat, eine Region oder ein anderes Gebiet öffnet eine Beteiligung. Sie können sie bei sich mittragen.
calls-none = Noch kein Aufruf
calls-none-text = Aufrufe der Gebiete, die Sie anerkennen, erscheinen hier.
calls-col-consultation = Beteiligung
calls-col-organiser = Veranstaltet von
calls-col-heard = Erhalten am
calls-state-open = Aufruf offen
calls-state-asked = Anfrage gesendet
calls-state-joined = Hier mitgetragen
calls-state-refused = Von der Veranstalterin abgelehnt
calls-state-left = Hier nicht mehr mitgetragen
calls-state-withdrawn = Aufruf geschlossen
calls-state-gone = Bei der Veranstalterin nicht mehr zu sehen
calls-by = Veranstaltet von { $organiser }
calls-official = offiziell
calls-there = Bei der Veranstalterin ansehen
calls-here = Die Beteiligung hier ansehen
calls-waiting = Die Veranstalterin hat noch nicht geantwortet. Anfrage gesendet am
calls-rules = Was Sie annehmen, wenn Sie sie mittragen
calls-network = Die Texte dieser Beteiligung gehen nicht weiter als bis ins Netz der Gebietskörperschaften: So hat es die veranstaltende Körperschaft entschieden.
calls-phases = Phasen und Themen
calls-join-title = Diese Beteiligung mittragen
calls-join-lead = Sie erscheint auf Ihrer Startseite mit dem Namen der Veranstalterin. Texte, Themen und Phasen folgen den ihren. Sie moderieren, was bei Ihnen gezeigt wird.
calls-slug = Kurze Adresse
calls-slug-hint = Zum Beispiel wasser: Die Seite wird /c/wasser sein. Wenn Sie nichts schreiben, wird sie aus dem Titel gebildet.
calls-introduction = Ihre Einleitung
calls-introduction-hint = Was diese Beteiligung bei Ihnen bedeutet. Sie steht über dem Text der Veranstalterin.
calls-join = Diese Beteiligung mittragen
calls-join-again = Noch einmal anfragen
calls-leave-title = Nicht mehr mittragen
calls-leave-lead = Was gesagt wurde, bleibt lesbar. Hier wird nichts Neues mehr aufgenommen, und die Veranstalterin erfährt es.
calls-leave = Diese Beteiligung nicht mehr mittragen
calls-leave-confirm = Diese Beteiligung nicht mehr mittragen? Sie schließt bei Ihnen sofort.
flash-calls-asked = Die Anfrage ist unterwegs. Die Beteiligung erscheint, sobald die Veranstalterin geantwortet hat.
flash-calls-left = Ihr Gebiet trägt diese Beteiligung nicht mehr mit.

carried-by = { $level }, veranstaltet von { $organiser }, mitgetragen von { $place }
carried-card = { $level } · { $organiser }
carried-origin = Diese Beteiligung wird von { $organiser } veranstaltet. Über Texte, Themen und Phasen wird dort entschieden.
carried-left = Diese Beteiligung wird hier nicht mehr mitgetragen: Was gesagt wurde, bleibt lesbar.
carried-gone = Die Veranstalterin zeigt diese Beteiligung nicht mehr: Was gesagt wurde, bleibt lesbar.
carried-see = Bei { $organiser } ansehen
carried-introduction = Ein Wort von { $place }
carriers-title = Wer diese Beteiligung mitträgt
carriers-since = seit { $date }
carriers-until = bis { $date }
carriers-count = { $count ->
    [one] Ein Gebiet trägt diese Beteiligung mit oder trug sie mit.
   *[other] { $count } Gebiete tragen diese Beteiligung mit oder trugen sie mit.
}
carriers-others = { $count ->
    [one] Ein weiteres Gebiet trägt diese Beteiligung mit uns oder trug sie mit.
   *[other] { $count } weitere Gebiete tragen diese Beteiligung mit uns oder trugen sie mit.
}
carriers-none-else = Noch trägt kein anderes Gebiet diese Beteiligung mit.
carriers-none = Noch trägt kein Gebiet diese Beteiligung mit.
carriers-all = { $count ->
    [one] Das Gebiet ansehen
   *[other] Alle { $count } Gebiete ansehen
}

backers-card = { $count } in den mittragenden Gebieten
backers-total = { $count ->
    [one] Dazu { $count } Unterstützung in den Gebieten, die diese Beteiligung mittragen, getrennt gezählt.
   *[other] Dazu { $count } Unterstützungen in den Gebieten, die diese Beteiligung mittragen, getrennt gezählt.
}
backers-accounts = Jedes Gebiet zählt die eigenen. Eine Person kann in mehreren Gebieten ein Konto haben.
backers-list = { $count ->
    [one] In { $count } Gebiet
   *[other] In { $count } Gebieten
}
backers-line = { $count ->
    [one] { $count } Unterstützung, Zahl erhalten am { $date }
   *[other] { $count } Unterstützungen, Zahl erhalten am { $date }
}
backers-left = trägt die Beteiligung nicht mehr mit
backers-most = Die { $count } Gebiete mit den meisten Unterstützungen.

choose-title = Gebiete auswählen
choose-lead = Suchen Sie nach Name, Art oder übergeordnetem Gebiet, kreuzen Sie an und fügen Sie hinzu. Was ausgewählt ist, bleibt von Seite zu Seite ausgewählt.
choose-count = { $count ->
    [0] Kein Gebiet ausgewählt.
    [one] { $count } Gebiet ausgewählt.
   *[other] { $count } Gebiete ausgewählt.
  }
choose-back = Zurück zur Öffnung
choose-link = Gebiete auswählen
choose-name = Name oder Server
choose-kind = Art
choose-any-kind = Alle Arten
choose-parent = Übergeordnetes Gebiet
choose-only = Anzeigen
choose-only-all = Alle
choose-only-chosen = Nur ausgewählte
choose-search = Suchen
choose-found = { $count ->
    [0] Kein Gebiet gefunden
    [one] { $count } Gebiet gefunden
   *[other] { $count } Gebiete gefunden
  }
choose-none = Kein Gebiet gefunden
choose-none-text = Versuchen Sie einen anderen Namen oder weniger Kriterien.
choose-add = Angekreuzte hinzufügen
choose-remove = Angekreuzte entfernen
choose-all = { $count ->
    [one] Das gefundene hinzufügen
   *[other] Alle { $count } gefundenen hinzufügen
  }
choose-all-confirm = { $count ->
    [one] Dieses Gebiet hinzufügen?
   *[other] Diese { $count } Gebiete hinzufügen?
  }
flash-territories-chosen = Ihre Auswahl ist gespeichert.
fault-all-missing = Kein Gebiet passt zu dieser Suche.
fault-act-choice = Sagen Sie, ob hinzugefügt oder entfernt werden soll.
fault-all-too_long = Es wären mehr als { $count } Gebiete ausgewählt: Grenzen Sie die Suche ein.
