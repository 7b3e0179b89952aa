# The official answers of a consultation.
results-title = Answers: { $consultation }
results-sum = { $count ->
    [one] { $count } answer { place-of }
   *[other] { $count } answers { place-of }
}
results-said = What you said, what you are answered
results-filter = Choose a state
results-all = All
results-no-such = No answer is in this state.
results-none = No answer { place-of } yet
results-none-text = Answers will be published here, one by one, with their reasons.
results-count-received = received
results-count-under_study = under study
results-count-accepted = accepted
results-count-partly_accepted = accepted in part
results-count-refused = refused
results-count-done = done
results-count-put_to_vote = put to the vote
results-count-merged = merged with another
