# Anerkennungen, und die Karte der Beteiligten.
accreditations-title = Anerkennungen
accreditations-lead = Die Gebietskörperschaft sagt, was eine Organisation für sie ist. Die Organisation muss zustimmen: Erst dann ist es öffentlich.
accreditations-none = Noch keine Organisation ist anerkannt.
accreditations-count = { $count ->
    [one] { $count } Anerkennung
   *[other] { $count } Anerkennungen
}
accreditation-role = Rolle
accreditation-since = seit { $date }
accreditation-until = bis { $date }
accreditation-withdraw = Zurückziehen
accreditation-new = Eine Organisation anerkennen
accreditation-do = Anerkennen
accreditation-address = Organisation
accreditation-address-hint = Ihr Name hier (@les_haies), ihre Adresse auf einem anderen Server (@les_haies@ville.fr) oder der Link ihrer Seite.
accreditation-mandate = Auftrag
accreditation-mandate-hint = Was Sie ihr anvertrauen, in wenigen Sätzen. Dieser Text wird öffentlich.
accreditation-from = Erster Tag
accreditation-from-hint = Zum Beispiel 2026-09-01. Leer: ab heute.
accreditation-to = Letzter Tag
accreditation-to-hint = Zum Beispiel 2029-08-31. Leer: ohne Ende.
accreditation-offer = Anerkennung anbieten
accreditation-not-one = Das ist weder eine hier eröffnete Organisation noch eine eines anderen Servers.
accreditation-already = Diese Anerkennung ist schon angeboten oder in Kraft.
accreditation-trouble-not_allowed = Die Regeln dieser Instanz erlauben diesen Server nicht.
accreditation-trouble-unreachable = Dieser Server antwortet nicht. Versuchen Sie es später.
accreditation-trouble-nobody = Niemand unter dieser Adresse.
accreditation-trouble-no_sign_in = Dieser Server konnte nicht helfen.
accreditation-trouble-refused = Dieser Server wollte nicht antworten.
accreditation-trouble-expired = Dieser Server konnte nicht helfen.
accreditation-trouble-somebody_else = Dieser Server konnte nicht helfen.
accreditation-trouble-senseless = Die Antwort dieses Servers ergibt keinen Sinn.
accreditation-state-offered = Angeboten
accreditation-state-upcoming = Angenommen, beginnt noch
accreditation-state-accepted = In Kraft
accreditation-state-refused = Abgelehnt
accreditation-state-withdrawn = Von der Gebietskörperschaft zurückgezogen
accreditation-state-left = Von der Organisation beendet
accreditation-state-expired = Vorbei
accreditation-answer-hint = Eine Anerkennung ist nur öffentlich, wenn Sie sie annehmen. Sie können sie jederzeit beenden.
accreditation-accept = Annehmen
accreditation-refuse = Ablehnen
accreditation-leave = Beenden
accreditation-leave-confirm = Diese Anerkennung wird nicht mehr öffentlich sein. Fortfahren?
accreditation-where = Anerkannt von
accreditation-document = signiertes Dokument
stakeholders-title = Beteiligte
stakeholders-lead = Die Organisationen, die an dieser Konsultation mitwirken, ihre Rolle und was sie sagen.
stakeholders-none = Noch keine Organisation
stakeholders-none-text = Vereine, Schulen und Stadtteilräte erscheinen hier, sobald sie mitwirken.
stakeholders-count = { $count ->
    [one] { $count } Organisation
   *[other] { $count } Organisationen
}
stakeholders-accredited = Von der Gebietskörperschaft anerkannt
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
flash-accreditation-offered = Die Anerkennung ist angeboten. Sie wird öffentlich, wenn die Organisation sie annimmt.
flash-accreditation-accepted = Die Anerkennung ist angenommen.
flash-accreditation-refused = Die Anerkennung ist abgelehnt.
flash-accreditation-ended = Die Anerkennung ist beendet.
