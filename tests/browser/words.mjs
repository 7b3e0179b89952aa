// The words that the journeys look for, in French, as people read them. Change them with web/locales/fr.
export const words = {
  // Sign in
  signInLink: /^Se connecter/,
  email: /adresse (e-mail|électronique|mail)/i,
  askLink: /(recevoir|envoyer).*lien/i,
  confirmSignIn: /se connecter|continuer|confirmer/i,
  account: /mon compte/i,

  // Propose
  propose: /déposer une idée/i,
  ideaTitle: /titre/i,
  ideaBody: /votre idée|description|texte/i,
  publishIdea: /publier mon idée/i,
  faults: /(à corriger|erreur|n’est pas|ne sont pas)/i,

  // Support
  support: /soutenir cette idée/i,
  takeBack: /retirer (mon|votre) soutien/i,

  // Reply
  stanceFor: /^pour$/i,
  replyTitle: /^titre/i,
  replyBody: /votre réponse/i,
  publishReply: /publier ma réponse/i,

  // Report
  report: /signaler cette (contribution|idée)/i,
  reportText: /précis|expli|message|détail/i,
  sendReport: /envoyer|signaler/i,
  reportSent: /signalement|merci|transmis/i,

  // Answer
  answerText: /réponse|raison|texte/i,
  answerState: /état|suite|décision/i,
  answerAccepted: "Acceptée",
  publishAnswer: /publier la réponse/i,
  answerHeading: /réponse de la (commune|ville|collectivité|mairie)|réponse officielle/i,

  // Moderate
  decisionHide: /masquer/i,
  decisionReason: /raison|motif/i,
  decide: /enregistrer|masquer|confirmer|valider|décider/i,
  hidden: /masqué/i,
};
