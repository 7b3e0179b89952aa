// The words that the journeys look for, in French, as people read them. Change them with web/locales/fr.
export const words = {
  // Sign in
  signInLink: /^Se connecter$/,
  email: /^(votre )?adresse e-mail/i,
  askLink: /^recevoir un lien/i,
  mailed: /un lien vient d’y être envoyé/i,
  confirmSignIn: /^me connecter$/i,
  signedIn: /vous êtes connecté/i,

  // Propose
  propose: /^déposer une idée$/i,
  ideaTitle: /^titre/i,
  ideaBody: /^votre idée/i,
  publishIdea: /^publier mon idée$/i,
  faults: /points? à corriger/i,

  // Edit
  change: /^modifier$/i,
  save: /^enregistrer$/i,
  versions: /2 versions/i,
  difference: /ce qui a changé/i,

  // Support
  support: /^soutenir cette idée/i,
  takeBack: /^retirer mon soutien/i,

  // Reply
  stanceFor: /^pour$/i,
  replyTitle: /^titre/i,
  replyBody: /^votre réponse/i,
  publishReply: /^publier ma réponse$/i,

  // Report
  report: /^signaler cette contribution$/i,
  reasonSpam: /^publicité/i,
  reportText: /^précision/i,
  reported: /signalement|merci/i,
  sendReport: /^envoyer le signalement$/i,

  // Answer
  answer: /^répondre officiellement$/i,
  answerAccepted: /^acceptée$/i,
  answerText: /^réponse/i,
  signedBy: /^signée par/i,
  publishAnswer: /^publier la réponse$/i,
  answerHeading: /^la réponse d/i,

  // Moderate
  shownReason: /^raison montrée à tous/i,
  shownReasonSpam: "Publicité",
  shownNote: /^explication montrée à tous/i,
  hide: /^masquer$/i,
  hidden: /a été masquée par la modération/i,
  restore: /^montrer à nouveau$/i,

  // One's account
  newcomer: /^créer mon compte$/i,
  name: /^nom affiché/i,
  rules: /^j’ai lu les règles/i,
  openAccount: /^ouvrir mon compte$/i,
  welcome: /bienvenue/i,
  choosePassword: /^choisir un mot de passe$/i,
  newPassword: /^nouveau mot de passe/i,
  savePassword: /^enregistrer ce mot de passe$/i,
  passwordSaved: /votre mot de passe est enregistré/i,
  signOut: /^se déconnecter$/i,
  signedOut: /vous êtes déconnecté/i,
  withPassword: /avec un mot de passe/i,
  password: /^mot de passe/i,
  deleteAccount: /^supprimer mon compte$/i,
  withdrawAll: /^les retirer aussi/i,
  confirmAddress: /^écrivez votre adresse/i,
  deleted: /votre compte est supprimé/i,
};
