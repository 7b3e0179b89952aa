# Anerkennungen, und die Karte der Beteiligten.
recognitions-title = Anerkennungen
recognitions-lead = Die Gebietskörperschaft sagt, was eine Organisation für sie ist. Die Organisation muss zustimmen: Erst dann ist es öffentlich.
recognitions-none = Noch keine Organisation ist anerkannt.
recognitions-count = { $count ->
    [one] { $count } Anerkennung
   *[other] { $count } Anerkennungen
}
recognition-role = Rolle
recognition-since = seit { $date }
recognition-until = bis { $date }
recognition-withdraw = Zurückziehen
recognition-new = Eine Organisation anerkennen
recognition-do = Anerkennen
recognition-address = Organisation
recognition-address-hint = Ihr Name hier (@les_haies), ihre Adresse auf einem anderen Server (@les_haies@ville.fr) oder der Link ihrer Seite.
recognition-mandate = Auftrag
recognition-mandate-hint = Was Sie ihr anvertrauen, in wenigen Sätzen. Dieser Text wird öffentlich.
recognition-from = Erster Tag
recognition-from-hint = Zum Beispiel 2026-09-01. Leer: ab heute.
recognition-to = Letzter Tag
recognition-to-hint = Zum Beispiel 2029-08-31. Leer: ohne Ende.
recognition-offer = Anerkennung anbieten
recognition-not-one = Das ist weder eine hier eröffnete Organisation noch eine eines anderen Servers.
recognition-already = Diese Anerkennung ist schon angeboten oder in Kraft.
recognition-trouble-not_allowed = Die Regeln dieser Instanz erlauben diesen Server nicht.
recognition-trouble-unreachable = Dieser Server antwortet nicht. Versuchen Sie es später.
recognition-trouble-nobody = Niemand unter dieser Adresse.
recognition-trouble-no_sign_in = Dieser Server konnte nicht helfen.
recognition-trouble-refused = Dieser Server wollte nicht antworten.
recognition-trouble-expired = Dieser Server konnte nicht helfen.
recognition-trouble-somebody_else = Dieser Server konnte nicht helfen.
recognition-trouble-senseless = Die Antwort dieses Servers ergibt keinen Sinn.
recognition-state-offered = Angeboten
recognition-state-upcoming = Angenommen, beginnt noch
recognition-state-accepted = In Kraft
recognition-state-refused = Abgelehnt
recognition-state-withdrawn = Von der Gebietskörperschaft zurückgezogen
recognition-state-left = Von der Organisation beendet
recognition-state-expired = Vorbei
recognition-answer-hint = Eine Anerkennung ist nur öffentlich, wenn Sie sie annehmen. Sie können sie jederzeit beenden.
recognition-accept = Annehmen
recognition-refuse = Ablehnen
recognition-leave = Beenden
recognition-leave-confirm = Diese Anerkennung wird nicht mehr öffentlich sein. Fortfahren?
recognition-where = Anerkannt von
recognition-document = signiertes Dokument
stakeholders-title = Beteiligte
stakeholders-lead = Die Organisationen, die an dieser Konsultation mitwirken, ihre Rolle und was sie sagen.
stakeholders-none = Noch keine Organisation
stakeholders-none-text = Vereine, Schulen und Stadtteilräte erscheinen hier, sobald sie mitwirken.
stakeholders-count = { $count ->
    [one] { $count } Organisation
   *[other] { $count } Organisationen
}
stakeholders-recognised = Von der Gebietskörperschaft anerkannt
stakeholders-no-position = Ohne geäußerte Haltung
stakeholders-supports = { $count ->
    [one] { $count } Unterstützung gegeben
   *[other] { $count } Unterstützungen gegeben
}
stakeholders-last = Zuletzt aktiv am { $date }
stakeholders-group-association = Vereine
stakeholders-group-neighbourhood = Stadtteilräte
stakeholders-group-school = Schulen
stakeholders-group-enterprise = Unternehmen
stakeholders-group-expert = Fachleute
stakeholders-group-partner = Partnereinrichtungen
stakeholders-group-other = Andere Organisationen
flash-recognition-offered = Die Anerkennung ist angeboten. Sie wird öffentlich, wenn die Organisation sie annimmt.
flash-recognition-accepted = Die Anerkennung ist angenommen.
flash-recognition-refused = Die Anerkennung ist abgelehnt.
flash-recognition-ended = Die Anerkennung ist beendet.
