# „So funktioniert diese Beteiligung“: aus ihren Einstellungen geschrieben
consultation-how = So funktioniert diese Beteiligung
how-this-lead = Diese Seite schreibt die Plattform aus den Einstellungen der Beteiligung und aus dem, was die Software immer tut.
how-decides = Wer entscheidet
how-organiser = Veranstaltet von:
how-phases = Die Schritte, und wer darin schreiben kann
how-no-phase = Noch ist kein Schritt angekündigt.
how-nobody-writes = In diesem Schritt schreibt niemand.
how-deed-propose = Vorschlagen:
how-deed-discuss = Eine Diskussion beginnen:
how-deed-reply = Antworten:
how-deed-support = Unterstützen:
how-always = Während der ganzen Beteiligung
how-read = Alle können lesen, ohne Konto.
how-answers = Nur Mitarbeitende der Gebietskörperschaft und die Verwaltung der Plattform veröffentlichen offizielle Antworten.
how-this-threshold = { $count ->
    [one] Ab { $count } Unterstützung heißt ein Beitrag „breit unterstützt“. Das ist gezählt, nicht entschieden.
   *[other] Ab { $count } Unterstützungen heißt ein Beitrag „breit unterstützt“. Das ist gezählt, nicht entschieden.
}
how-budget = Das Budget, das verteilt wird
how-budget-text = Vorschläge sind Projekte. Die Dienste sagen, ob sie machbar sind und was sie kosten; wer etwas vorschlägt, bekommt eine Antwort.
how-envelope = { $title }: { $amount }
how-votes = Die Abstimmungen, und wie gezählt wird
how-ways = Abstimmen können: { $ways }
how-count-choose-1 = Gezählt wird, wie viele Menschen jede Antwort gewählt haben.
how-count-approval = Gezählt wird, wie viele Menschen jede Antwort gewählt haben.
how-count-for-against-abstain = Angenommen, wenn es mehr „dafür“ als „dagegen“ gibt. Enthaltungen zählen nur für das Quorum.
how-count-consent = Die Zustimmung ist gegeben, wenn jemand antwortet und niemand einen Einwand hat.
how-count-scale = Gezählt wird, wie viele Menschen jeder Antwort welche Note gegeben haben.
how-count-cumulative = Die Punkte für jede Antwort werden zusammengezählt.
how-count-ranking = Die Antworten werden nach den Reihungen paarweise verglichen (Schulze-Methode).
how-count-majority-judgment = Das mittlere Urteil zu jeder Antwort entscheidet. Eine Antwort ohne Urteil zählt als „ablehnen“.
how-this-moderation = Was Konten von hier schreiben, erscheint sofort. Die Moderation kann einen Text danach aus einem dieser Gründe verbergen; der Grund steht dann an seiner Stelle:
how-moderation-more = Die Moderation auf dieser Plattform
how-leaves = Was diesen Server verlässt, und was zu ihm kommt
how-leaves-closed = Nichts von dieser Beteiligung geht an andere Server.
how-leaves-territories = Kopien der Texte können an die Server der Gebietskörperschaften auf unserer Liste gehen.
how-leaves-open = Kopien der Texte können an andere Server gehen, außer an die, die wir gesperrt haben.
how-leaves-name = Ihr Name geht nur hinaus, wenn Sie in Ihrem Konto zugestimmt haben. Sonst geht nur ein Auszug hinaus, ohne Namen.
how-leaves-apart = Unterstützungen von anderen Servern werden getrennt gezählt.
how-supports-told = Wir sagen der Veranstalterin, wie viele Konten hier jeden Beitrag unterstützen, ohne zu sagen, wessen. Wenn Sie zugestimmt haben, dass Ihr Name hinausgeht, kommt Ihre Unterstützung für etwas, das bei der Veranstalterin steht, dort unter Ihrem Namen an und ist nicht in dieser Zahl.
how-supports-heard = Die Gebiete, die diese Beteiligung mittragen, sagen uns, wie viele ihrer Konten jeden Beitrag unterstützen, ohne zu sagen, wessen. Diese Zahlen stehen neben unseren und werden nicht addiert: Eine Person kann in mehreren Gebieten ein Konto haben.
how-leaves-votes = Abstimmungen bleiben hier: Kein Stimmzettel geht hinaus.
how-leaves-tally = Von einer Abstimmung, die mehrere Gebiete gemeinsam halten, geht eine signierte Auszählung hinaus: wie viele für jede Antwort, nie wer.
how-leaves-questionnaires = Antworten auf Fragebögen bleiben hier.
