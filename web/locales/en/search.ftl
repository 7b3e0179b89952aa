# Search.
search-title = Search
search-title-of = { $words }: search
search-label = What are you looking for?
search-button = Search
search-hint = One or two words are enough. Accents and plurals do not matter.
search-found = { $count ->
    [one] { $count } result for “{ $words }”
   *[other] { $count } results for “{ $words }”
}
search-nothing = Nothing found for “{ $words }”
search-nothing-text = Try a shorter word, or browse the consultations.
search-consultations = See the consultations
