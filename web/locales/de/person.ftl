# Die Seite einer Person.
person-since = Mitglied seit { $date }
person-about = Vorstellung
person-feed = Diesen Beiträgen folgen (Atom)
person-edit = Mein Profil ändern
person-nothing = Noch ist nichts veröffentlicht.
