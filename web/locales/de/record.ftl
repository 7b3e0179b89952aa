# Das öffentliche Register: was es ist, wie weit es ist, und der Nachweis, den jeder mitnehmen kann.
record-title = Das öffentliche Register
record-lead = Jeder veröffentlichte Beitrag, jede amtliche Antwort, jede Entscheidung der Moderation und jede Abstimmung hinterlässt hier eine Zeile. Niemand kann eine entfernen oder ändern, ohne dass es auffällt, auch wir nicht.
record-restored = Das Register wartet auf seine Zeugen
record-restored-text = Die Daten stammen aus einer Sicherung. Bevor wir wieder unterschreiben, fragen wir die Zeugen, wie weit das Register war. Nichts geht verloren: Was inzwischen geschieht, wird nachgetragen.
record-behind = Das Register steht still
record-behind-text = Ein Zeuge hat mehr von diesem Register gesehen, als wir noch haben. Wir unterschreiben hier nichts mehr: Weiterzumachen hieße, Gezeigtes umzuschreiben. Das Team muss ein neues Register eröffnen.
record-now = Wie weit es ist
record-size = { $count ->
    [one] eingetragene Zeile
   *[other] eingetragene Zeilen
}
record-signed = { $size ->
    [one] Letzte Unterschrift: { $size } Zeile, am
   *[other] Letzte Unterschrift: { $size } Zeilen, am
}
record-unsigned = Noch ist nichts unterschrieben. Die erste Unterschrift kommt weniger als eine Minute nach der ersten Zeile.
record-witnesses = Seine Zeugen
record-witnesses-text = Andere Körperschaften unterschreiben den Stand des Registers, nachdem sie geprüft haben, dass er fortsetzt, was sie gesehen hatten. Zeigten wir zwei verschiedene Register, würden sie sich weigern.
record-witnesses-none = Noch hat keine andere Körperschaft unterschrieben.
record-witness-seen = { $size ->
    [one] Hat { $size } Zeile unterschrieben, am
   *[other] Hat { $size } Zeilen unterschrieben, am
}
record-forks = Festgestellte Widersprüche
record-fork-ours = Unser Register ist hinter dem, was gezeigt wurde
record-fork-proven = { $host } hat zwei verschiedene Register unterschrieben
record-fork-unproven = { $host }: ein Stand ohne Nachweis, dass er den vorigen fortsetzt
record-fork-known = Was bekannt war:
record-fork-refused = Was nicht dazu passt:
record-what = Was eingetragen wird
record-what-in = Für jede Zeile: was geschah, die Nummer des Beitrags oder der Abstimmung, seine Version, das Datum und ein Fingerabdruck aus dem Text und einer Zufallszahl.
record-what-not = Niemals der Text, ein Name oder eine E-Mail-Adresse. Stimmzettel stehen nicht darin.
record-what-erased = Wird ein Text gelöscht, zurückgezogen oder ausgeblendet, wird die Zufallszahl vernichtet. Die Zeile bleibt, sagt aber nichts mehr über den Text.
record-verify = Selbst prüfen
record-verify-own = Auf der Seite Ihres Beitrags gibt „Eintragungsnachweis“ eine Datei. Bewahren Sie sie auf: Sie beweist, was Sie geschrieben haben, und wann.
record-verify-how = Die freie Software Parvis prüft diese Datei ohne Verbindung. Sie sagt, ob Text, Datum, Unterschriften und der Platz im Register zusammenpassen:
record-verify-all = Die Dateien des Registers stehen allen offen, im Format tlog-tiles (c2sp.org), das auch andere Programme lesen.
record-file-checkpoint = Der letzte unterschriebene Stand
record-file-tiles = Die Zeilen und der Baum der Fingerabdrücke:
record-keys = Schlüssel, der das Register unterschreibt
record-proof-title = Eintragungsnachweis
record-proof-what = Diese Datei beweist, dass Ihr Text im öffentlichen Register steht, an seinem Platz und mit seinem Datum. Sie können sie ohne uns prüfen und später zeigen, wem Sie wollen.
record-proof-files = Ihre Dateien
record-proof-none = Ihr Text ist noch nicht eingetragen. Das dauert etwa eine Minute: Kommen Sie dann auf diese Seite zurück.
record-proof-version = Nachweis der Version { $version }
record-proof-private = Die Datei enthält Ihren Text. Nur Sie können sie herunterladen.
record-proof-back = Zurück zur Seite
record-soon-title = Noch nicht unterschrieben
record-soon-text = Diese Zeile ist eingetragen, aber das Register ist noch nicht so weit unterschrieben. Versuchen Sie es in einer Minute wieder.
office-task-record = { $count ->
    [one] Widerspruch in einem öffentlichen Register
   *[other] Widersprüche in öffentlichen Registern
}
office-task-record-note = Ein Register setzt nicht fort, was gezeigt wurde, oder es steht still.
privacy-line-record-what = Der Fingerabdruck Ihrer Beiträge im öffentlichen Register, ohne Text und Namen
privacy-line-record-why = Nachweisen, dass nichts entfernt oder geändert wurde. Öffentlich.
privacy-line-record-long = Unbegrenzt. Wird ein Text gelöscht, sagt der Fingerabdruck nichts mehr über ihn.
