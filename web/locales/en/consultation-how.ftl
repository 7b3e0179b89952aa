# "How this consultation works": written from its settings
consultation-how = How this consultation works
how-this-lead = This page is written by the platform, from the settings of the consultation and from what the software always does.
how-decides = Who decides
how-organiser = Organised by:
how-phases = The steps, and who may write in them
how-no-phase = No step has been announced yet.
how-nobody-writes = Nobody writes during this step.
how-deed-propose = Propose:
how-deed-discuss = Start a discussion:
how-deed-reply = Reply:
how-deed-support = Support:
how-always = During the whole consultation
how-read = Everybody can read, without an account.
how-answers = Only agents and administrators of the platform publish official answers.
how-this-threshold = { $count ->
    [one] From { $count } support on, a contribution is called “widely supported”. This is counted, not decided.
   *[other] From { $count } supports on, a contribution is called “widely supported”. This is counted, not decided.
}
how-budget = The budget to share
how-budget-text = Proposals are projects. The services say whether they are feasible and what they cost; every author gets an answer.
how-envelope = { $title }: { $amount }
how-votes = The votes, and how they are counted
how-ways = Who may vote: { $ways }
how-count-choose-1 = We count how many people chose each answer.
how-count-approval = We count how many people chose each answer.
how-count-for-against-abstain = Adopted if there are more “for” than “against”. Abstentions count for the quorum only.
how-count-consent = Consent is given if somebody answers and nobody objects.
how-count-scale = We count how many people gave each mark to each answer.
how-count-cumulative = We add up the points given to each answer.
how-count-ranking = Answers are compared two by two, by the rankings (Schulze method).
how-count-majority-judgment = The middle grade of each answer decides. An answer without a grade counts as “reject”.
how-this-moderation = What accounts of this server write is shown at once. Moderators may then hide a text for one of these reasons, shown in its place:
how-moderation-more = Moderation on this platform
how-leaves = What leaves this server, and what comes to it
how-leaves-closed = Nothing of this consultation leaves for other servers.
how-leaves-territories = Copies of the texts may leave for the servers of the collectivities on our list.
how-leaves-open = Copies of the texts may leave for other servers, except those that we have blocked.
how-leaves-name = Your name leaves only if you have agreed to it in your account. Otherwise only an excerpt leaves, without a name.
how-leaves-apart = Supports that come from other servers are counted apart.
how-supports-told = We tell the organiser how many accounts of this instance support each contribution, without saying whose. If you agreed that your name leaves, your support of what is published at the organiser’s goes there under your name and is not in this number.
how-supports-heard = The territories that carry this consultation tell us how many of their accounts support each contribution, without saying whose. These numbers stand beside ours and are not added: one person may have an account in several territories.
how-leaves-votes = Votes stay here: no ballot leaves.
how-leaves-tally = Of a vote that several territories hold together, a signed tally leaves: how many for each answer, never who.
how-leaves-questionnaires = Answers to questionnaires stay here.
