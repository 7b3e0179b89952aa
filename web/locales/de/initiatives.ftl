# Mitmachen und Petitionen: Initiativen, Unterschriften, Antworten.
actions-title = Mitmachen
actions-lead = Initiativen der Gebietskörperschaft, von Vereinen und von Einwohnern, um von Ideen zu Taten zu kommen.
actions-lead-consultation = Was Sie nach „{ $title }“ schon jetzt tun können.
actions-feed = Mitmachen und Petitionen – { $place }
actions-follow = Den Initiativen folgen (Atom)
petitions-title = Petitionen
petitions-lead = Verlangen Sie etwas von der Gebietskörperschaft. Wenn genug Menschen unterschreiben, muss sie antworten.
petitions-closed = Die Gebietskörperschaft hat keine Petitionen eröffnet.
petitions-file = Die Zahlen herunterladen (CSV)
petition-rules = Regeln der Petitionen
petition-rule-days = { $count ->
    [one] Man unterschreibt { $count } Tag lang.
   *[other] Man unterschreibt { $count } Tage lang.
}
petition-rule-threshold = { $count ->
    [one] Die Gebietskörperschaft antwortet ab { $count } Unterschrift.
   *[other] Die Gebietskörperschaft antwortet ab { $count } Unterschriften.
}
petition-rule-answer = { $count ->
    [one] Sie hat { $count } Tag Zeit zum Antworten. Eine Verspätung wird angezeigt.
   *[other] Sie hat { $count } Tage Zeit zum Antworten. Eine Verspätung wird angezeigt.
}
petition-rule-names = Die Zahl der Unterschriften ist öffentlich. Ihr Name nur, wenn Sie es wollen.
action-new = Eine Initiative vorschlagen
petition-new = Eine Petition starten
action-new-lead = Jemand von der Verwaltung liest Ihren Vorschlag vor der Veröffentlichung. Sie bekommen die Entscheidung mit Gründen per E-Mail.
petition-new-lead = Jemand von der Verwaltung prüft, ob die Petition zulässig ist, und veröffentlicht sie. Danach ändert sich der Text nicht mehr.
initiatives-tabs = Initiativen wählen
initiatives-open = Laufend
initiatives-over = Beendet
initiatives-none = Im Moment nichts.
initiatives-office = Die Initiativen verwalten
initiative-acted = { $count ->
    [one] Person hat mitgemacht
   *[other] Personen haben mitgemacht
}
initiative-signed = { $count ->
    [one] Unterschrift
   *[other] Unterschriften
}
initiative-until = Bis { $day }
initiative-nobody = Autor nicht mehr da
initiative-kind-act = Initiative
initiative-kind-petition = Petition
initiative-standing-proposed = In Prüfung
initiative-standing-declined = Nicht zugelassen
initiative-standing-open = Laufend
initiative-standing-reached = Schwelle erreicht, Antwort fällig
initiative-standing-answered = Beantwortet
initiative-standing-over = Beendet
initiative-ground-not_competent = Die Gebietskörperschaft ist nicht zuständig
initiative-ground-unlawful = Gegen das Gesetz, oder beschuldigt jemanden
initiative-ground-duplicate = Schon verlangt
initiative-ground-commercial = Werbung oder Spendenaufruf
initiative-ground-unclear = Nicht klar, was verlangt wird
initiative-ground-other = Anderer Grund
initiative-declined = Dieser Vorschlag ist nicht zugelassen
initiative-waits = Die Verwaltung wird diesen Vorschlag lesen. Bis dahin sehen ihn nur Sie und die Verwaltung.
initiative-aside = Teilnehmen
action-text = Worum es geht
action-part = Mitmachen
action-go = Mitmachen
action-leads-to = Dieser Knopf führt zu einer anderen Seite:
action-done = Ich habe mitgemacht
action-done-hint = Nur die Zahl wird gezeigt, nie Ihr Name.
action-you-acted = Sie haben mitgemacht. Danke.
action-sign-in = Anmelden, um „Ich habe mitgemacht“ zu sagen
initiative-take-back = Zurücknehmen
initiative-elsewhere = Um hier teilzunehmen, brauchen Sie ein Konto dieser Seite.
initiative-end = Beenden
petition-text = Was verlangt wird
petition-part = Unterschreiben
petition-of = von { $count }
petition-promise = Ab { $threshold } Unterschriften muss die Gebietskörperschaft binnen { $days } Tagen antworten.
petition-due = Antwort fällig bis
petition-late = { $count ->
    [one] { $count } Tag zu spät
   *[other] { $count } Tage zu spät
}
petition-was-late = { $count ->
    [one] { $count } Tag zu spät beantwortet
   *[other] { $count } Tage zu spät beantwortet
}
petition-named = Meinen Namen zeigen
petition-named-hint = Sonst wird nur Ihre Unterschrift gezählt.
petition-sign = Die Petition unterschreiben
petition-sign-in = Anmelden, um zu unterschreiben
petition-you-signed = Sie haben unterschrieben. Danke.
petition-signers = Haben unterschrieben und zeigen ihren Namen
petition-signers-hint = Die anderen Unterschriften werden ohne Namen gezählt.
petition-answer = Antwort der Gebietskörperschaft
initiative-title = Titel
initiative-title-hint = Ein Satz mit einem Verb. Beispiel: Am Samstag mit uns eine Hecke pflanzen.
initiative-body = Text
initiative-body-hint = Sagen Sie was, warum und für wen. Markdown ist möglich.
initiative-send = Den Vorschlag senden
action-link = Adresse, wo man mitmacht
action-link-hint = Sie beginnt mit https://. Der Name der Seite wird gezeigt.
action-closes = Letzter Tag
action-closes-hint = Leer lassen, wenn es keinen gibt.
fault-link-missing = Geben Sie die Adresse an, wo man mitmacht.
fault-closes_on-order = Dieser Tag ist vorbei.
fault-threshold-shape = Geben Sie eine Zahl von 2 bis 1.000.000 an.
fault-days-shape = Geben Sie 7 bis 730 Tage an.
fault-answer_days-shape = Geben Sie 7 bis 365 Tage an.
office-nav-initiatives = Mitmachen und Petitionen
initiatives-desk = Mitmachen und Petitionen
initiatives-desk-lead = Entscheiden Sie über Vorschläge, beantworten Sie Petitionen, und rufen Sie selbst zum Mitmachen auf.
initiatives-waiting = Zu bearbeiten
initiatives-all = Alle
initiatives-none-waiting = Nichts wartet.
initiative-col-kind = Was
initiative-col-count = Personen
initiative-promoter = Vorgeschlagen von
initiative-public = Die Seite ansehen
action-promote = Zum Mitmachen aufrufen
action-promote-lead = Die Initiative wird sofort veröffentlicht, im Namen der Gebietskörperschaft.
action-publish = Die Initiative veröffentlichen
action-consultation = Beteiligung
action-no-consultation = Keine
initiative-admit-title = Zulassen
action-admit-text = Die Initiative wird veröffentlicht und der Autor benachrichtigt. Prüfen Sie zuerst, wohin der Link führt.
petition-admit-text = Die Petition wird mit den Regeln dieses Tages veröffentlicht. Die Gebietskörperschaft verpflichtet sich zu antworten, wenn die Schwelle erreicht wird.
initiative-admit = Zulassen und veröffentlichen
initiative-decline-title = Ablehnen
initiative-ground = Grund
initiative-reason = Erklärung
initiative-reason-hint = Der Autor liest sie. Sagen Sie, was er tun kann.
initiative-decline = Aus diesem Grund ablehnen
petition-answer-title = Die Petition beantworten
petition-answer-text = Die Antwort wird einmal veröffentlicht, auf der Seite und im öffentlichen Register. Danach unterschreibt niemand mehr.
petition-answer-state = Entscheidung
petition-answer-hint = Sagen Sie, was entschieden ist, warum und bis wann.
petition-answer-signed = Unterzeichnet von
petition-answer-signed-hint = Beispiel: Claire Morel, Beigeordnete für Straßen.
petition-answer-publish = Die Antwort veröffentlichen
fault-signed_by-missing = Sagen Sie, wer die Antwort unterzeichnet.
petition-rules-lead = Was die Gebietskörperschaft verspricht. Schon veröffentlichte Petitionen behalten die Regeln ihres Tages.
petition-rules-open = Petitionen eröffnen
petition-rules-open-hint = Einwohner und Vereine können welche vorschlagen.
petition-rules-threshold = Unterschriften, die zur Antwort verpflichten
petition-rules-threshold-hint = Oft 1 bis 2 % der Einwohner.
petition-rules-days = Tage zum Unterschreiben
petition-rules-days-hint = Von 7 bis 730.
petition-rules-answer = Tage zum Antworten
petition-rules-answer-hint = Von 7 bis 365. Eine Verspätung wird allen gezeigt.
flash-initiative-thanks = Es ist gezählt. Danke.
flash-initiative-taken-back = Es ist zurückgenommen.
flash-initiative-ended = Es ist beendet.
flash-initiative-proposed = Ihr Vorschlag ist gesendet. Die Verwaltung wird ihn lesen.
flash-initiative-published = Es ist veröffentlicht.
flash-initiative-declined = Der Vorschlag ist abgelehnt. Der Autor wird benachrichtigt.
flash-petition-answered = Die Antwort ist veröffentlicht.
letter-initiative_admitted-subject = Ihr Vorschlag ist veröffentlicht – { $place }
letter-initiative_admitted-text = Ihr Vorschlag „{ $title }“ ist zugelassen. Alle können ihn lesen und teilnehmen.
letter-initiative_admitted-button = Die Seite ansehen
letter-initiative_declined-subject = Ihr Vorschlag wird nicht veröffentlicht – { $place }
letter-initiative_declined-text = Ihr Vorschlag „{ $title }“ ist nicht zugelassen. Der Grund steht auf seiner Seite.
letter-initiative_declined-button = Den Grund lesen
letter-petition_reached-subject = Ihre Petition erreicht die Schwelle – { $place }
letter-petition_reached-text = Genug Menschen haben Ihre Petition „{ $title }“ unterschrieben. Die Gebietskörperschaft muss jetzt antworten; das Datum steht auf der Seite.
letter-petition_reached-button = Die Petition ansehen
letter-petition_to_answer-subject = Eine Petition wartet auf Antwort – { $place }
letter-petition_to_answer-text = Die Petition „{ $title }“ erreicht die Schwelle. Die Gebietskörperschaft hat versprochen, bis zu einem Datum zu antworten, das alle sehen.
letter-petition_to_answer-button = Antworten
letter-petition_answered-subject = Die Gebietskörperschaft beantwortet Ihre Petition – { $place }
letter-petition_answered-text = Die Antwort auf Ihre Petition „{ $title }“ ist veröffentlicht.
letter-petition_answered-button = Die Antwort lesen
event-initiative_proposed = Hat eine Initiative vorgeschlagen
event-initiative_promoted = Hat zum Mitmachen aufgerufen
event-initiative_decided = Hat über eine Initiative entschieden
event-initiative_changed = Hat eine Initiative geändert
event-act_noted = Eine Teilnahme an einer Initiative
event-petition_reached = Eine Petition hat die Schwelle erreicht
event-petition_answered = Hat eine Petition beantwortet
event-petition_rules_changed = Hat die Regeln der Petitionen geändert
initiative-act-admitted = zugelassen
initiative-act-declined = abgelehnt
initiative-act-ended = beendet
