# Les formulaires et ce qui n’y va pas.

form-optional = (facultatif)
form-kept = Votre texte est gardé.
form-left = Il reste {"{n}"} caractères
form-faults = { $count ->
    [one] Il reste { $count } point à corriger
   *[other] Il reste { $count } points à corriger
}
fault-missing = Ce champ est nécessaire.
fault-too_short = { $count ->
    [one] Écrivez au moins { $count } caractère.
   *[other] Écrivez au moins { $count } caractères.
}
fault-too_long = { $count ->
    [one] Écrivez { $count } caractère au plus.
   *[other] Écrivez { $count } caractères au plus.
}
fault-shape = Ce n’est pas la forme attendue. Regardez l’exemple.
fault-choice = Choisissez une des réponses proposées.
fault-order = Cette date vient avant celle qui la précède.
fault-taken = C’est déjà pris. Choisissez autre chose.
fault-too_common = Ce mot de passe est trop facile à deviner. Une phrase à vous convient très bien.
fault-not_a_picture = Ce fichier n’est pas une image JPEG, PNG ou WebP lisible.
fault-too_heavy = L’image est trop lourde : { $count } Mo au plus.
fault-email-missing = Donnez votre adresse e-mail.
fault-email-shape = Donnez une adresse e-mail, par exemple nom@exemple.fr.
fault-email-taken = Cette adresse a déjà un compte.
fault-name-missing = Donnez un nom.
fault-insee_code-shape = Un code INSEE a cinq caractères, par exemple 59350 (deux ou trois pour un département ou une région).
fault-siren-shape = Un numéro SIREN a neuf chiffres. Vérifiez-les : l’un d’eux ne va pas.
fault-accent-shape = Donnez une couleur, par exemple #17617a.
fault-time_zone-shape = Donnez un fuseau horaire, par exemple Europe/Paris.
fault-confirm-shape = Ce n’est pas l’adresse de ce compte.
