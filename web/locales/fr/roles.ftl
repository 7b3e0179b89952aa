# Les rôles et les sortes de territoires.

role-visitor = Visiteur
role-remote = Voix d’un autre serveur
role-citizen = Citoyen
role-stakeholder = Partie prenante
role-agent = Agent
role-moderator = Modérateur
role-administrator = Administrateur
territory-kind-commune = Commune
territory-kind-intercommunality = Intercommunalité
territory-kind-department = Département
territory-kind-region = Région
territory-kind-state = État
territory-kind-other = Autre
