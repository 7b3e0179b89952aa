# Was Menschen auf anderen Servern lesen.
abroad-a-citizen = Eine Einwohnerin oder ein Einwohner
abroad-read-whole = Weiterlesen und mitmachen:
abroad-answer-title = { $state }: { $title }
abroad-signed-by = Gezeichnet: { $name }
abroad-instance = Technisches Konto dieser Beteiligungsplattform. Es liest, was andere Server veröffentlichen; hier antwortet niemand.
abroad-reply-to = Antwort auf „{ $title }“
abroad-a-guest = Auf dieser Plattform geschrieben von { $handle }
abroad-signal-only = Antworten von anderen Servern sind ein Signal und werden getrennt gezählt. Die Zahlen bei dieser Umfrage sind die dieser Antworten. Abstimmen:
abroad-vote-there = Abstimmen:
abroad-vote-cancelled = Diese Abstimmung wurde abgesagt.
abroad-street-all = Meldungen – { $place }
abroad-street-group = Meldungen: { $name } – { $place }
abroad-street-says = Was Menschen in { $place } auf der Straße melden und was daraus wird. Dieses Konto gibt öffentliche Meldungen weiter; Antworten darauf liest niemand. Um etwas zu melden oder einen Fall zu verfolgen, öffnen Sie seine Seite.
abroad-street-title = Meldung Nr. { $number }: { $category }
abroad-street-read = Die Meldung und ihren Stand ansehen:
abroad-meeting-code = Ihr Code für den Empfang: { $code }
abroad-meeting-page = Ihre Seite (bitte nicht weitergeben):
