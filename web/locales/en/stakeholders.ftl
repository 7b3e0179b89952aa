# Accreditations, and the map of stakeholders.
accreditations-title = Recognitions
accreditations-lead = The collectivity says what an organisation is to it. The organisation must agree: only then is it public.
accreditations-none = No organisation is recognised yet.
accreditations-count = { $count ->
    [one] { $count } recognition
   *[other] { $count } recognitions
}
accreditation-role = Role
accreditation-since = since { $date }
accreditation-until = until { $date }
accreditation-withdraw = Withdraw
accreditation-new = Recognise an organisation
accreditation-do = Recognise
accreditation-address = Organisation
accreditation-address-hint = Its name here (@les_haies), its address on another server (@les_haies@ville.fr) or the link of its page.
accreditation-mandate = Mandate
accreditation-mandate-hint = What you entrust it with, in a few sentences. This text will be public.
accreditation-from = First day
accreditation-from-hint = For example 2026-09-01. Empty: from today.
accreditation-to = Last day
accreditation-to-hint = For example 2029-08-31. Empty: without end.
accreditation-offer = Offer the recognition
accreditation-not-one = This is neither an organisation that is open here, nor one of another server.
accreditation-already = This recognition is already offered or in force.
accreditation-trouble-not_allowed = The rules of this instance do not allow that server.
accreditation-trouble-unreachable = That server does not answer. Try again later.
accreditation-trouble-nobody = Nobody at this address.
accreditation-trouble-no_sign_in = That server could not help.
accreditation-trouble-refused = That server refused to answer.
accreditation-trouble-expired = That server could not help.
accreditation-trouble-somebody_else = That server could not help.
accreditation-trouble-senseless = The answer of that server makes no sense.
accreditation-state-offered = Offered
accreditation-state-upcoming = Accepted, to come
accreditation-state-accepted = In force
accreditation-state-refused = Refused
accreditation-state-withdrawn = Withdrawn by the collectivity
accreditation-state-left = Left by the organisation
accreditation-state-expired = Over
accreditation-answer-hint = A recognition is public only if you accept it. You can end it whenever you want.
accreditation-accept = Accept
accreditation-refuse = Refuse
accreditation-leave = End
accreditation-leave-confirm = This recognition will no longer be public. Continue?
accreditation-where = Recognised by
accreditation-document = signed document
stakeholders-title = Stakeholders
stakeholders-lead = The organisations that take part in this consultation, their role, and what they say.
stakeholders-none = No organisation yet
stakeholders-none-text = Associations, schools and neighbourhood councils appear here as soon as they take part.
stakeholders-count = { $count ->
    [one] { $count } organisation
   *[other] { $count } organisations
}
stakeholders-accredited = Recognised by the collectivity
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
flash-accreditation-offered = The recognition is offered. It will be public once the organisation has accepted it.
flash-accreditation-accepted = The recognition is accepted.
flash-accreditation-refused = The recognition is refused.
flash-accreditation-ended = The recognition is over.
