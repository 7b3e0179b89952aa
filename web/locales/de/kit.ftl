# Was für eine Konsultation gedruckt wird.

editor-part-kit = Zum Drucken
kit-lead = Ein Plakat im Rathaus und ein Zettel in der Schultasche erreichen die, die nicht ins Internet gehen. Alles ist druckfertig, in der Sprache der Konsultation.
kit-papers = Papiere
kit-poster = Plakat herunterladen (PDF, A4)
kit-leaflets = Handzettel herunterladen (PDF, zwei auf einer Seite)
kit-ballots = Stimmzettel und Briefe einer Abstimmung werden mit der Abstimmung vorbereitet.
kit-code = Code zum Scannen
kit-code-text = Er führt zu dieser Adresse:
kit-code-alt = QR-Code der Seite der Konsultation
kit-draft = Die Konsultation ist noch nicht veröffentlicht. Warten Sie mit dem Aushang: Bis dahin führt der Code ins Leere.
kit-how = Sagen Sie Ihre Meinung: Scannen Sie diesen Code oder tippen Sie diese Adresse ein.
kit-codes = Codes zum Ausschneiden herunterladen (PDF, A4)
kit-ballot = Stimmzettel aus Papier: { $title } (PDF)
