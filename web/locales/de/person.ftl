# Die Seite einer Person.
person-since = Mitglied seit { $date }
person-feed = Diesen Beiträgen folgen (Atom)
person-edit = Mein Profil ändern
person-nothing = Noch ist nichts veröffentlicht.
