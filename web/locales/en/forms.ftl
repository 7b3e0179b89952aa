# Forms and what is wrong with them.

form-optional = (optional)
form-kept = Your text has been kept.
form-left = {"{n}"} characters left
form-faults = { $count ->
    [one] { $count } point to correct
   *[other] { $count } points to correct
}
fault-missing = Please fill this in.
fault-too_short = { $count ->
    [one] Write at least { $count } character.
   *[other] Write at least { $count } characters.
}
fault-too_long = { $count ->
    [one] Write { $count } character at most.
   *[other] Write { $count } characters at most.
}
fault-shape = This is not in the expected form. Look at the example.
fault-choice = Choose one of the options offered.
fault-order = This date comes before the one it should follow.
fault-taken = This is already taken. Choose something else.
fault-too_common = This password is too easy to guess. A sentence of your own works very well.
fault-not_a_picture = This file is not a readable JPEG, PNG or WebP picture.
fault-too_heavy = The picture is too large: { $count } MB at most.
fault-email-missing = Give your e-mail address.
fault-email-shape = Give an e-mail address, for example name@example.org.
fault-email-taken = This address already has an account.
fault-name-missing = Give a name.
fault-insee_code-shape = An INSEE code has five characters, for example 59350 (two or three for a department or a region).
fault-siren-shape = A SIREN number has nine digits. Check them: one of them is wrong.
fault-accent-shape = Give a colour, for example #17617a.
fault-time_zone-shape = Give a time zone, for example Europe/Paris.
fault-confirm-shape = This is not the address of this account.
