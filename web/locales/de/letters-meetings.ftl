# Die Briefe der Treffen.

letter-meeting_confirm-subject = Bestätigen Sie Ihre Anmeldung – { $place }
letter-meeting_confirm-text = Sie möchten zu „{ $title }“ kommen, am { $when }, { $where }. Bestätigen Sie Ihre Adresse, um Ihren Platz zu bekommen.
letter-meeting_confirm-button = Anmeldung bestätigen
letter-meeting_registered-subject = Ihr Platz ist reserviert – { $place }
letter-meeting_registered-text = Sie sind für „{ $title }“ angemeldet. Wir sehen uns am { $when }, { $where }. Ihre Seite zeigt Ihren Code für den Empfang. Dort können Sie Ihren Platz auch zurückgeben.
letter-meeting_registered-button = Meinen Code ansehen
letter-meeting_waiting-subject = Sie stehen auf der Warteliste – { $place }
letter-meeting_waiting-text = Für „{ $title }“ am { $when } gibt es keinen freien Platz mehr. Sie stehen auf der Warteliste. Wird ein Platz frei, schreiben wir Ihnen.
letter-meeting_waiting-button = Meine Anmeldung ansehen
letter-meeting_moved_up-subject = Ein Platz ist für Sie frei geworden – { $place }
letter-meeting_moved_up-text = Gute Nachricht: Sie haben einen Platz für „{ $title }“ am { $when }, { $where }. Wenn Sie doch nicht kommen können, geben Sie ihn auf Ihrer Seite zurück.
letter-meeting_moved_up-button = Meinen Code ansehen
letter-meeting_reminder-subject = Bald ist es so weit: Ihr Treffen – { $place }
letter-meeting_reminder-text = „{ $title }“ beginnt am { $when }, { $where }. Denken Sie an Ihren Code für den Empfang.
letter-meeting_reminder-button = Meinen Code ansehen
letter-meeting_changed-subject = Ihr Treffen ändert sich – { $place }
letter-meeting_changed-text = Zeit oder Ort von „{ $title }“ haben sich geändert. Wir sehen uns am { $when }, { $where }. Wenn Ihnen das nicht passt, geben Sie Ihren Platz auf Ihrer Seite zurück.
letter-meeting_changed-button = Meine Anmeldung ansehen
letter-meeting_cancelled-subject = Ihr Treffen ist abgesagt – { $place }
letter-meeting_cancelled-text = „{ $title }“, geplant am { $when }, findet nicht statt. Der Grund: { $reason }
letter-meeting_cancelled-button = Seite ansehen
letter-meeting-online = online
