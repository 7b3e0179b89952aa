// Why a result that is not a pass is right as it is. The key is "group: name"; docs/federation.md says the same to people.
const shown = "Delivered and answered 202 (see the transcript); the home timeline of snac lists no replies, so it does not show what was received.";

export const explanations = {
  "parvis and snac: our reply to the reply reaches its author": shown,
  "parvis and snac: the official answer arrives": shown,
  "parvis and snac: a closed consultation takes no reply":
    "Not tried: snac's timeline did not show the proposal, so that nothing could be answered there. Both Fedify peers try it, and are refused.",
};
