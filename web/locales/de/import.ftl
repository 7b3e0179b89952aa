# Was eine durch Import angelegte Beteiligung sagt, bevor eine Fachkraft sie ergänzt.
import-teaser = Beiträge, die von einer anderen Plattform übernommen wurden.
import-introduction = Diese Beiträge wurden auf einer anderen Plattform eingereicht. Sie stehen hier unverändert, mit ihrem Datum und einem Link zur ursprünglichen Seite. Dort erhaltene Unterstützung wird getrennt angezeigt und nicht zu unserer gezählt.
import-input-use = Die übernommenen Beiträge bleiben für alle einsehbar. Die Gebietskörperschaft kann hier darauf antworten.
import-phase = Beiträge
