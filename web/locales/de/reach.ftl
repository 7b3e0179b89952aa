# Wie weit ein Beteiligungsverfahren reicht
reach-title = Wie weit dieses Verfahren reicht
reach-lead = Die Seiten dieser Website bleiben in jedem Fall öffentlich. Diese Wahl bestimmt, was an andere Server geht.
reach-choose = Wohin dürfen die Texte gehen?
reach-narrower = Ein veröffentlichtes Verfahren kann weniger weit reichen, nie weiter. Was schon gegangen ist, wird dann zurückgerufen: Wir bitten jeden Server, der es erhalten hat, es zu löschen. Erzwingen können wir das nicht.
reach-final = Es kann nicht weniger weit reichen, und nicht zurück.
reach-here = Nur hier
reach-hint-here = Nichts geht hinaus. Kein anderer Server kann dem Verfahren folgen, es automatisch lesen oder daran teilnehmen.
reach-network = Das Netz der Gebietskörperschaften
reach-hint-network = Die Texte gehen an die Server anerkannter Gebietskörperschaften, an die auf Ihrer Liste und an die der Körperschaften, die die Beteiligung mit Ihnen tragen. Nur diese können sie automatisch lesen und teilnehmen.
reach-fediverse = Das Fediverse
reach-hint-fediverse = Die Texte gehen an alle Server, die dem Verfahren folgen, außer an die blockierten. Alle können teilnehmen, je nach der Einstellung unten.
elsewhere-leaves-here = Dieser Text bleibt auf dieser Website: Nichts davon geht an andere Server.
elsewhere-leaves-network-named = Eine Kopie dieses Textes kann an die Server im Netz der Gebietskörperschaften gehen, mit Ihrem Namen: Dem haben Sie in Ihrem Konto zugestimmt.
elsewhere-leaves-network-unnamed = Ein Auszug dieses Textes kann an die Server im Netz der Gebietskörperschaften gehen, ohne Ihren Namen.
