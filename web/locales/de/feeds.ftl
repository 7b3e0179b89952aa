# Newsfeeds (Atom).
feeds-consultations = Beteiligungen: { $place }
feeds-person = Beiträge von { $name }
feeds-answered = Offizielle Antwort: { $state }
