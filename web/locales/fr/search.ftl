# Recherche.
search-title = Rechercher
search-title-of = { $words } : recherche
search-label = Que cherchez-vous ?
search-button = Rechercher
search-hint = Un ou deux mots suffisent. Les accents et les pluriels ne comptent pas.
search-found = { $count ->
    [one] { $count } résultat pour « { $words } »
   *[other] { $count } résultats pour « { $words } »
}
search-nothing = Rien trouvé pour « { $words } »
search-nothing-text = Essayez un mot plus court, ou parcourez les consultations.
search-consultations = Voir les consultations
