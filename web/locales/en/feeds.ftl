# News feeds (Atom).
feeds-consultations = Consultations: { $place }
feeds-person = Contributions by { $name }
feeds-answered = Official answer: { $state }
