signal-title = Signal aus dem Fediverse
signal-voters = { $count ->
    [one] { $count } Konto anderer Server hat geantwortet.
   *[other] { $count } Konten anderer Server haben geantwortet.
}
signal-apart = Diese Konten sind keine geprüften Personen und nicht unbedingt Einwohnerinnen oder Einwohner. Ihre Antworten werden getrennt gezählt: Sie gehören nicht zum Ergebnis der Abstimmung.
signal-too-few = Weniger als 11 Konten anderer Server haben geantwortet. Die Einzelheiten werden nicht veröffentlicht.
signal-table = Das Signal aus dem Fediverse in Zahlen
signal-col-accounts = Konten
signal-col-share = Anteil
poll-until = Abstimmen bis { $date }
poll-answer-it = Abstimmen
poll-in-discussion = Diese Abstimmung wird in der Diskussion gezeigt:
home-polls = Offene Abstimmungen
contribution-office-poll = Eine Abstimmung anfügen
signal-rule = Wer der Beteiligung von anderen Servern aus folgt, kann auch antworten. Diese Antworten sind ein Signal und werden getrennt gezählt: Sie sind nicht geheim und gehören nicht zum Ergebnis.
