# Rollen und Arten von Gebieten.

role-visitor = Besucher
role-remote = Stimme eines anderen Servers
role-citizen = Bürger
role-stakeholder = Interessenvertreter
role-agent = Mitarbeiter
role-moderator = Moderator
role-administrator = Administrator
territory-kind-commune = Gemeinde
territory-kind-intercommunality = Gemeindeverband
territory-kind-department = Département
territory-kind-region = Region
territory-kind-state = Staat
territory-kind-other = Andere
