# Der erste Start.

set-up-eyebrow = Erster Start
set-up-title = Eröffnen Sie Ihren Platz
set-up-lead = Ein paar Antworten genügen. Alles lässt sich später ändern.
set-up-name = Name der Gebietskörperschaft
set-up-name-hint = Wie auf dem Ortsschild.
set-up-kind = Art
set-up-insee = INSEE-Code
set-up-colour = Farbe
set-up-colour-hint = Die des Logos. Wir passen sie an, damit alles lesbar bleibt.
set-up-lang = Erste Sprache
set-up-lang-hint = Für Besucher, deren Sprache wir nicht sprechen.
set-up-contact = So erreicht man Sie
set-up-contact-hint = Adresse des Rathauses, E-Mail oder Telefon. Steht unten auf jeder Seite.
set-up-person = Ihr Administratorkonto
set-up-person-name = Ihr Name
set-up-person-name-hint = Er ist öffentlich.
set-up-password-hint = Mindestens 15 Zeichen. Ohne Passwort bekommen Sie bei jeder Anmeldung einen Link per E-Mail: Prüfen Sie, ob der E-Mail-Versand funktioniert.
set-up-do = Den Platz eröffnen
fault-person_name-missing = Geben Sie Ihren Namen an.
flash-set-up = Der Platz ist eröffnet. Bereiten Sie jetzt Ihre erste Beteiligung vor.
