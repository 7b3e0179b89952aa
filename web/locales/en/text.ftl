# The text that is put to discussion: paragraphs, amendments, the final text.
text-tab = Text
editor-part-text = Text
text-state-draft = In preparation
text-state-open = Open to amendments
text-state-closed = Being decided
text-state-settled = Text adopted
text-hint-draft = Only agents read this text for now. Open it from the office.
text-hint-open = Choose the number of a paragraph to support it, comment on it or propose other words.
text-hint-closed = Nothing more can be proposed. Each amendment gets a decision with its reason.
text-hint-settled = Each amendment got a decision. The adopted text shows what changed.
text-aside = How to take part in this text
text-how = Take part in the text
text-amendments = { $count ->
    [one] amendment
   *[other] amendments
}
text-result = See what the text becomes
text-file = Download the amendments (CSV)
text-result-of = What becomes of “{ $title }”
text-result-settled = Text adopted on { $day }.
text-result-so-far = The decisions taken so far. Others may follow.
text-result-same = Nothing changes for now.
text-views = Ways to read the text
text-view-changes = The changes
text-view-after = With the changes
text-view-before = As it was
text-new = +
text-why = Why this change
text-back = Back to the text
diff-added = added:
diff-removed = removed:
paragraph-title = Paragraph { $number }
paragraph-of = Paragraph { $number } – { $title }
paragraph-amendments = { $count ->
    [one] { $count } amendment
   *[other] { $count } amendments
}
paragraph-remarks = { $count ->
    [one] { $count } comment
   *[other] { $count } comments
}
paragraph-supports = { $count ->
    [one] { $count } support
   *[other] { $count } supports
}
paragraph-kept = { $count ->
    [one] { $count } accepted
   *[other] { $count } accepted
}
paragraph-amendments-all = Amendments ({ $count })
paragraph-remarks-all = Comments ({ $count })
paragraph-support = Keep this paragraph
paragraph-said = What people say of it
paragraph-lists = Amendments or comments
paragraph-no-amendment = Nobody has proposed a change yet.
paragraph-no-remark = Nobody has commented on this paragraph yet.
paragraph-around = Other paragraphs
paragraph-previous = Previous paragraph
paragraph-next = Next paragraph
amend-do = Propose a change
amend-what = What do you propose?
amend-choice-replace = Change the words of this paragraph
amend-choice-insert = Add a paragraph after this one
amend-choice-remove = Delete this paragraph
amend-wording = Your words
amend-wording-hint = The paragraph as it should be, or the new paragraph. To delete it, leave this field as it is.
amend-reason = Why?
amend-reason-hint = One or two sentences are enough. This reason is published with your amendment.
amend-note = Your amendment is public. Others can support it and reply to it. The decision and its reason will be sent to you.
amend-publish = Publish the amendment
remark-do = Comment
remark-text = Your comment
remark-hint = Say what you think of this paragraph. Your comment is public.
remark-publish = Publish the comment
amend-title-replace = Paragraph { $number }, other words: { $words }
amend-title-remove = Paragraph { $number }, to delete: { $words }
amend-title-insert = After paragraph { $number }, to add: { $words }
amend-title-remark = Paragraph { $number }: { $words }
amend-word-replace = Changes the words of paragraph { $number }
amend-word-remove = Deletes paragraph { $number }
amend-word-insert = Adds a paragraph after paragraph { $number }
amend-word-remark = Comment on paragraph { $number }
amend-outcome-open = Waiting for a decision
amend-outcome-accepted = Accepted
amend-outcome-partly = Accepted in part
amend-outcome-rejected = Not accepted
amend-kept = The words that were kept:
amend-see = Read the paragraph and the other amendments
text-office-lead = Put a text to discussion, paragraph by paragraph: rules, a charter, a draft decision. You decide on each amendment and say why.
text-office-where = Where the text stands
text-office-paragraphs = { $count ->
    [one] { $count } paragraph
   *[other] { $count } paragraphs
}
text-open = Open the text to everybody
text-open-hint = Read it again first: once it is open, its words change through amendments only. The phase of the consultation says who can take part.
text-remove = Delete this draft
text-close = Close the text to amendments
text-settle = Adopt the text
text-reopen = Open the text again
text-undecided = { $count ->
    [one] { $count } amendment waits for a decision.
   *[other] { $count } amendments wait for a decision.
}
text-office-amendments = Amendments
text-office-waiting = To decide
text-office-all = All
text-office-none = No amendment here.
text-office-paragraph = Paragraph
text-office-amendment = Amendment
text-office-author = Proposed by
text-office-supports = Supports
text-write = The text
text-title = Title of the text
text-title-hint = For example: “Charter of the shared gardens”.
text-introduction = Introduction
text-introduction-hint = Where this text comes from, what it is for, what can change. Markdown is possible.
text-body = Text to discuss
text-body-hint = Paste the text. An empty line separates two paragraphs; “#” or “Article 1” makes a heading; a dash makes an item of a list. Numbers come by themselves.
text-save = Save the text
amend-others = { $count ->
    [one] Another change is accepted already
   *[other] { $count } other changes are accepted already
}
amend-others-text = To accept one more for the same paragraph, write the final words that take all of them into account.
amend-gone = (paragraph deleted)
amend-decide = Decide
amend-decide-text = The decision and its reason are published and sent to the author. You can decide again as long as the text is not adopted.
amend-decision = Decision
amend-decision-accepted = Accept as it is
amend-decision-partly = Accept in part, with the words below
amend-decision-rejected = Do not accept
amend-final = Final words
amend-final-hint = Needed to accept in part, or when another change of the same paragraph is accepted already. For a removal, leave it empty.
amend-answer = Why this decision
amend-answer-hint = At least one sentence. The author and everybody read it.
amend-decide-do = Publish the decision
amend-settled = The text is adopted: its decisions do not change any more.
fault-word-choice = Choose what you propose.
fault-wording-missing = Write the words that you propose.
fault-wording-choice = These words are those of the paragraph: change them, or support the paragraph.
fault-remark-missing = Write your comment.
fault-text-missing = Paste a text with at least one paragraph.
fault-text-too_long = This text is too long: at most 300 paragraphs, and 5,000 characters for each.
fault-outcome-choice = Choose a decision.
fault-final_words-missing = Write the final words of the paragraph.
fault-settle-missing = Some amendments still wait for a decision.
event-text_prepared = Prepared the text that is discussed
event-text_changed = Changed the state of the text that is discussed
event-paragraph_supported = Support of a paragraph
flash-amended = Your amendment is published.
flash-remarked = Your comment is published.
flash-text-opened = The text is open.
flash-text-closed = The text is closed to amendments.
flash-text-settled = The text is adopted.
flash-text-removed = The draft of the text is deleted.
text-held = { $count ->
    [one] { $count } amendment waits for a moderator before it can be decided.
   *[other] { $count } amendments wait for a moderator before they can be decided.
}
text-stale = Somebody else saved this text meanwhile. Yours is kept below. Open the other version in another tab to compare; saving will replace it.
text-opened-meanwhile = The text was opened to everybody meanwhile: its words change by amendments only. Yours is kept below, copy what you need.
amend-concealed = This amendment is no longer visible. Your decision changes the text; its author gets no answer.
amend-concealed-open = This amendment is no longer visible: there is nothing to decide.
fault-final_words-choice = These are the words of this amendment alone: they would erase the other change that was kept. Write the words that take both into account.
fault-settle-choice = Some amendments wait for a moderator.
event-amendment_decided = Decided on an amendment that was withdrawn or hidden
flash-text-held = Your text is sent. A moderator reads it before it is published.
