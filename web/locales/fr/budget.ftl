works-state-planned = Prévus
works-state-prepared = En préparation
works-state-under_way = En cours
works-state-done = Terminés
works-state-stopped = Arrêtés
