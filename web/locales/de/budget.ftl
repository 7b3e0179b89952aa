works-state-planned = Geplant
works-state-prepared = In Vorbereitung
works-state-under_way = Im Gang
works-state-done = Abgeschlossen
works-state-stopped = Eingestellt
