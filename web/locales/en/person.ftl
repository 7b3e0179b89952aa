# Somebody’s page.
person-since = Member since { $date }
person-about = About
person-feed = Follow their contributions (Atom)
person-edit = Edit my profile
person-nothing = Nothing is published yet.
