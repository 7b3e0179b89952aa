# Recognitions, and the map of stakeholders.
recognitions-title = Recognitions
recognitions-lead = The collectivity says what an organisation is to it. The organisation must agree: only then is it public.
recognitions-none = No organisation is recognised yet.
recognitions-count = { $count ->
    [one] { $count } recognition
   *[other] { $count } recognitions
}
recognition-role = Role
recognition-since = since { $date }
recognition-until = until { $date }
recognition-withdraw = Withdraw
recognition-new = Recognise an organisation
recognition-do = Recognise
recognition-address = Organisation
recognition-address-hint = Its name here (@les_haies), its address on another server (@les_haies@ville.fr) or the link of its page.
recognition-mandate = Mandate
recognition-mandate-hint = What you entrust it with, in a few sentences. This text will be public.
recognition-from = First day
recognition-from-hint = For example 2026-09-01. Empty: from today.
recognition-to = Last day
recognition-to-hint = For example 2029-08-31. Empty: without end.
recognition-offer = Offer the recognition
recognition-not-one = This is neither an organisation that is open here, nor one of another server.
recognition-already = This recognition is already offered or in force.
recognition-trouble-not_allowed = The rules of this instance do not allow that server.
recognition-trouble-unreachable = That server does not answer. Try again later.
recognition-trouble-nobody = Nobody at this address.
recognition-trouble-no_sign_in = That server could not help.
recognition-trouble-refused = That server refused to answer.
recognition-trouble-expired = That server could not help.
recognition-trouble-somebody_else = That server could not help.
recognition-trouble-senseless = The answer of that server makes no sense.
recognition-state-offered = Offered
recognition-state-upcoming = Accepted, to come
recognition-state-accepted = In force
recognition-state-refused = Refused
recognition-state-withdrawn = Withdrawn by the collectivity
recognition-state-left = Left by the organisation
recognition-state-expired = Over
recognition-answer-hint = A recognition is public only if you accept it. You can end it whenever you want.
recognition-accept = Accept
recognition-refuse = Refuse
recognition-leave = End
recognition-leave-confirm = This recognition will no longer be public. Continue?
recognition-where = Recognised by
recognition-document = signed document
stakeholders-title = Stakeholders
stakeholders-lead = The organisations that take part in this consultation, their role, and what they say.
stakeholders-none = No organisation yet
stakeholders-none-text = Associations, schools and neighbourhood councils appear here as soon as they take part.
stakeholders-count = { $count ->
    [one] { $count } organisation
   *[other] { $count } organisations
}
stakeholders-recognised = Recognised by the collectivity
stakeholders-no-position = No position stated
stakeholders-supports = { $count ->
    [one] { $count } support given
   *[other] { $count } supports given
}
stakeholders-last = Last act on { $date }
stakeholders-group-association = Associations
stakeholders-group-neighbourhood = Neighbourhood councils
stakeholders-group-school = Schools
stakeholders-group-enterprise = Enterprises
stakeholders-group-expert = Experts
stakeholders-group-partner = Partner institutions
stakeholders-group-other = Other organisations
flash-recognition-offered = The recognition is offered. It will be public once the organisation has accepted it.
flash-recognition-accepted = The recognition is accepted.
flash-recognition-refused = The recognition is refused.
flash-recognition-ended = The recognition is over.
