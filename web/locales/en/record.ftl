# The public record: what it is, where it stands, and the proof that everybody can take home.
record-title = The public record
record-lead = Every published contribution, official answer, moderation decision and vote leaves a line here. Nobody can remove or change one without it being noticed, not even us.
record-restored = The record is waiting for its witnesses
record-restored-text = The data was restored from a backup. Before signing again, we ask the witnesses how far the record had gone. Nothing is lost: what happens in the meantime will be entered.
record-behind = The record has stopped
record-behind-text = A witness has seen more of this record than we still have. We sign nothing here any more: to go on would rewrite what was shown. The team has to open a new record.
record-now = Where it stands
record-size = { $count ->
    [one] line entered
   *[other] lines entered
}
record-signed = { $size ->
    [one] Last signature: { $size } line, on
   *[other] Last signature: { $size } lines, on
}
record-unsigned = Nothing is signed yet. The first signature comes less than a minute after the first line.
record-witnesses = Its witnesses
record-witnesses-text = Other public bodies sign the state of the record after checking that it continues what they had seen. If we showed two different records, they would refuse.
record-witnesses-none = No other public body has signed it yet.
record-witness-seen = { $size ->
    [one] Signed { $size } line, on
   *[other] Signed { $size } lines, on
}
record-forks = Contradictions found
record-fork-ours = Our record is behind what was shown
record-fork-proven = { $host } signed two different records
record-fork-unproven = { $host }: a state presented without proof that it continues the previous one
record-fork-known = What was known:
record-fork-refused = What does not fit:
record-what = What is entered
record-what-in = For each line: what happened, the number of the contribution or vote, its version, the date, and a fingerprint made from the text and a random number.
record-what-not = Never the text, a name or an email address. Ballots are not in it.
record-what-erased = When a text is erased, withdrawn or hidden, the random number is destroyed. The line stays, but no longer says anything about the text.
record-verify = Check it yourself
record-verify-own = On the page of your contribution, “Proof of entry” gives you a file. Keep it: it proves what you wrote, and when.
record-verify-how = The free software Parvis checks this file offline. It says whether the text, the date, the signatures and the place in the record fit together:
record-verify-all = The files of the record are open to all, in the tlog-tiles format (c2sp.org), which other software reads too.
record-file-checkpoint = The last signed state
record-file-tiles = The lines and the tree of fingerprints:
record-keys = Key that signs the record
record-proof-title = Proof of entry
record-proof-what = This file proves that your text is in the public record, at its place and date. You can check it without us, and show it later to whomever you like.
record-proof-files = Your files
record-proof-none = Your text is not entered yet. It takes about a minute: then come back to this page.
record-proof-version = Proof of version { $version }
record-proof-private = The file contains your text. Only you can download it.
record-proof-back = Back to the page
record-soon-title = Not signed yet
record-soon-text = This line is entered, but the record is not signed that far yet. Try again in a minute.
office-task-record = { $count ->
    [one] contradiction in a public record
   *[other] contradictions in public records
}
office-task-record-note = A record does not continue what was shown, or has stopped.
privacy-line-record-what = The fingerprint of your contributions in the public record, without text or name
privacy-line-record-why = To prove that nothing was removed or changed. Public.
privacy-line-record-long = Without limit. When a text is erased, the fingerprint no longer says anything about it.
