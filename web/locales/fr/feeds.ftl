# Fils d’actualité (Atom).
feeds-consultations = Les consultations : { $place }
feeds-person = Contributions de { $name }
feeds-answered = Réponse officielle : { $state }
