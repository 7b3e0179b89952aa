// What valid means here: the HTML standard and what assistive tools need. Each rule that is moved says why.
export default {
  root: true,
  extends: ["html-validate:recommended", "html-validate:document"],
  rules: {
    // Matters of taste that a browser does not see; whitespace is the templates'.
    "doctype-style": ["error", { style: "lowercase" }],
    "no-trailing-whitespace": "off",
    "attribute-boolean-style": "off",
    "attribute-empty-style": "off",
    // A title begins with what citizens wrote, which may be long.
    "long-title": "off",
    // The standard's own defaults: a button in a form submits, an input takes text.
    "no-implicit-button-type": "off",
    "no-implicit-input-type": "off",
    // Everything comes from our own origin; a third party's file would need a checksum (and is refused by another test).
    "require-sri": ["error", { target: "crossorigin" }],
    // A filter has several boxes of one name; a form may have several buttons of one name, whose value says what was pressed.
    "form-dup-name": ["error", { shared: ["radio", "checkbox", "button", "submit", "reset"] }],
    // A click on a picture says where it was made, which no button does.
    "prefer-button": ["error", { exclude: ["image"] }],
    // Named sections and lists are allowed by ARIA and read well; axe checks the rest.
    "aria-label-misuse": ["error", { allowAnyNamable: true }],
  },
};
