# Roles and kinds of territories.

role-visitor = Visitor
role-remote = Voice from another server
role-citizen = Citizen
role-stakeholder = Stakeholder
role-agent = Officer
role-moderator = Moderator
role-administrator = Administrator
territory-kind-commune = Municipality
territory-kind-intercommunality = Intermunicipality
territory-kind-department = Department
territory-kind-region = Region
territory-kind-state = State
territory-kind-other = Other
