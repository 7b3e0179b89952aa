# Les lettres des réunions.

letter-meeting_confirm-subject = Confirmez votre inscription – { $place }
letter-meeting_confirm-text = Vous voulez venir à « { $title } », le { $when }, { $where }. Confirmez votre adresse pour avoir votre place.
letter-meeting_confirm-button = Confirmer mon inscription
letter-meeting_registered-subject = Votre place est réservée – { $place }
letter-meeting_registered-text = Vous êtes inscrit à « { $title } ». Rendez-vous le { $when }, { $where }. Votre page montre votre code pour l’accueil. Vous pouvez aussi y rendre votre place.
letter-meeting_registered-button = Voir mon code
letter-meeting_waiting-subject = Vous êtes sur la liste d’attente – { $place }
letter-meeting_waiting-text = Il n’y a plus de place pour « { $title } », le { $when }. Vous êtes sur la liste d’attente. Si une place se libère, nous vous écrivons.
letter-meeting_waiting-button = Voir mon inscription
letter-meeting_moved_up-subject = Une place s’est libérée pour vous – { $place }
letter-meeting_moved_up-text = Bonne nouvelle : vous avez une place pour « { $title } », le { $when }, { $where }. Si vous ne pouvez plus venir, rendez-la sur votre page.
letter-meeting_moved_up-button = Voir mon code
letter-meeting_reminder-subject = C’est bientôt : votre réunion – { $place }
letter-meeting_reminder-text = « { $title } » commence le { $when }, { $where }. Pensez à votre code pour l’accueil.
letter-meeting_reminder-button = Voir mon code
letter-meeting_changed-subject = Votre réunion change – { $place }
letter-meeting_changed-text = L’heure ou le lieu de « { $title } » a changé. Rendez-vous le { $when }, { $where }. Si cela ne vous convient pas, rendez votre place sur votre page.
letter-meeting_changed-button = Voir mon inscription
letter-meeting_cancelled-subject = Votre réunion est annulée – { $place }
letter-meeting_cancelled-text = « { $title } », prévue le { $when }, n’aura pas lieu. La raison : { $reason }
letter-meeting_cancelled-button = Voir la page
letter-meeting-online = en ligne
